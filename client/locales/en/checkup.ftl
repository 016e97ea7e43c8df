### The page that looks whether people can take part here. `…` stands where its script puts a number.

heading = Does peil work here?
lead = This page looks whether you can take part with this device on this network. We keep nothing of it.

## In one sentence.

all-unknown = The pages arrive, so you can take part. Without scripts we can’t measure more.
all-busy = So far all is well. We are still measuring.
all-good = Yes, peil works here.
all-slow = Yes, you can take part here. News sometimes arrives a few seconds later.
all-bad = No, you can’t take part here yet. Below it says what you can do.

## Each thing that is looked at.

details = What we looked at
unknown = Not measured: scripts are off.
busy = We are measuring.
unmeasured = We could not measure that.
page = Pages
page-good = This page has arrived.
scripts = Scripts
scripts-unknown = Scripts are off, or this browser is old. You can take part with plain buttons.
scripts-good = Scripts are on.
scripts-old = This browser is too old for live pages. You can take part with plain buttons.
cookies = Cookies
cookies-unknown = We can tell when you tap ‘Look again’.
cookies-good = Cookies come back. So you count once.
cookies-bad = Cookies are refused, and then we can’t save your answer. Allow cookies of this site, or try a normal window instead of a private one.
sending = Sending
sending-good = What you send arrives. There and back takes … seconds.
sending-refused = The server refuses what you send: a proxy changes the address. Ask the administrator to start peil with --public-url.
sending-bad = What you send does not arrive. Try another network, or switch off a VPN or blocker.
line = Open line
line-busy = The line has been open for … seconds. After a minute we know: leave this page open until then.
line-good = An open line stays for a minute.
line-broken = The open line broke after … seconds. You can take part: peil then asks every few seconds what is new.
line-blocked = This network allows no open line. You can take part: peil then asks every few seconds what is new.
line-full = Too many others are looking at the same time. Try again in a minute.
clock = Clock
clock-good = This device’s clock is right.
clock-ahead = This device’s clock is … minutes ahead. You can take part all the same: peil counts by the server’s clock.
clock-behind = This device’s clock is … minutes behind. You can take part all the same: peil counts by the server’s clock.
storage = Remembering
storage-good = What you type and have not sent yet, this browser remembers.
storage-bad = This browser remembers nothing. Send what you type before you leave the page.
again = Look again

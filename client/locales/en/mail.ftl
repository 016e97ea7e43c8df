### The mail to those who asked for the report, the page from which it is sent, and the one that ends it.

heading = Report by mail
back = Back to the room
link = Report by mail
link-hint = Only to those who asked for it in a form.
lead = The mail goes only to those who asked for it in a form, one after the other and once each. Nobody sees the addresses of others.
not-set-up = This peil sends no mail itself. You can copy the addresses below, or ask whoever runs it to set --smtp and --mail-from.
still-runs = The room is still running. Mail can be sent once it has ended.
nobody = Nobody asked for the report. They can in a form with a field ‘email report’.

whom = To whom
write = What it says
subject = Subject
lead-text = Text
lead-hint = An empty line begins a new paragraph.
address = Address in the mail
address-hint = Where the report is. Filled in beforehand: this room’s page.
save = Save and look
preview = How it will arrive
preview-html = With its looks
preview-text = As plain text
from = From

send = Send
send-yes = Yes, send
stop = Stop sending
stop-meaning = What is under way will arrive. The rest waits until you press Send again.
try-now = Try now
progress = How it stands
refresh = Refresh
under-way = Sending. You may close this page.

sent = sent
waiting = waiting
later = later again
refused = refused
unknown = unknown
unsubscribed = unsubscribed
withdrawn = form erased

later-heading = Will come later
later-lead = The mail server asked to come back later. That happens by itself, a few times, with ever more time between.
refused-heading = Refused
refused-lead = The mail server did not take these mails, or the address can’t exist. What it said stands behind each.
unknown-heading = Unknown
unknown-lead = Here the connection broke while the mail was under way. Perhaps it arrived, perhaps it did not. peil sends it again only when you say so.
again = Send again
again-all = Send all again
given-up = Kept asking for later.
no-address = This is no address that mail can go to.
erased-address = address erased

addresses = The addresses
addresses-hint = To mail them yourself: put them into the field for BCC, so that nobody sees those of others. Who unsubscribed is not among them.
copy = Copy
copied = Copied
kept-none = No addresses are kept here any more. In the forms they stay until you erase those.
bounces = What comes back later as undeliverable goes to { $from }. peil does not see that.

## What stands in the way of all mail.

unreachable = The mail server can’t be reached.
encryption = The connection to the mail server can’t be encrypted.
login = The mail server does not take the name or the password.
sender = The mail server takes nothing from this sender’s address.
tried-again = We try again at { $time }.

## Sentences with a number or a text in them.

asked =
    { $count ->
        [one] { NUMBER($count) } address asked for the report.
       *[other] { NUMBER($count) } addresses asked for the report.
    }
left-out =
    { $count ->
        [one] { NUMBER($count) } address unsubscribed and gets nothing.
       *[other] { NUMBER($count) } addresses unsubscribed and get nothing.
    }
send-meaning =
    { $count ->
        [one] { NUMBER($count) } address gets this mail. It can’t be taken back.
       *[other] { NUMBER($count) } addresses get this mail. It can’t be taken back.
    }
kept-until = The addresses of this mail go on { $time }, and are then in no new backup either. In the forms they stay until you erase those.

## The mail itself.

default-subject = Report: { $title }
default-lead = You asked for the report of { $title }. Below is the page that says what came out of it.
read = To the report
why = You get this mail because you filled in this address to get the report.
no-more = No more mail from this peil

## The page that ends it.

end-heading = No more mail
end-lead = Do you want no more mail from this peil? Nor later, should somebody fill in your address again.
end-yes = Yes, no more mail
ended-heading = You get no more mail
ended-lead = No more mail comes to this address from this peil. What was just under way may still arrive. We do not keep your address for this.

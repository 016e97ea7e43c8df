### The page about privacy. Everything here must stay true: nobody is promised more than the server does.

heading = Privacy
asked = What we ask
asked-text = We don’t ask for a name. Answers from one phone stay together, so that you count once. Whoever clears their cookies counts as somebody else.
kept = What we keep
kept-answers = Your answers, and when they came in.
kept-number = A number for your phone. In each session that is a different number.
seen = Who sees it
seen-text = The organiser sees all answers, without a name. So don’t write names that nobody needs to know. The screen and the phones show what the presenter shows.
not-kept = What we don’t keep
no-address = No internet address of your phone or computer with your answers.
no-others = Nothing with others: these pages ask nothing of other sites, and don’t track you.
mail = E-mail
mail-text = If you ask for the report in a form, the organiser can mail it to you. Your address then passes a mail server too. With the mail itself it is gone a day after the last one. Each mail says how you get no more.
cookies = Cookies
cookies-text = peil sets only cookies that it needs. Taking part takes one.
on-phone = What you type and have not sent yet is kept by your own browser on your phone, so that it is not lost. It is removed from there as soon as it is saved, or when you clear your browsing data.
for-screen = a screen that waits for a session
for-test = seeing whether cookies work, on /test alone
minutes = 10 minutes
hour = 1 hour
name = name
purpose = what for
lasts = how long
for-identity = keeping your answers together
for-language = the language you chose
for-owner = keeping the organiser signed in
for-roles = the screen, and likewise the other roles: only for whoever opened such a link from the organiser
year = 1 year
connection = The connection
encrypted = The connection is encrypted: nobody can read along on the way.
plain = The connection is not encrypted: somebody on the same network could read along.
proxied = Your connection passes another server before it gets here. The administrator knows what that one keeps.
how-long = How long
how-long-text = A session stays until the organiser deletes it. A code works until 30 days after the end, or as long as the page with the outcome is there.
erase = Having something erased
erase-text = Ask the organiser. One answer or a whole session can be erased for good.

answers-go = The answers of a session are erased { $days } after it ended; only totals stay, without what anybody wrote.
forms-go = What you fill into a form is erased after { $days }.

## Whose page this is, before and behind the address.

lead-before = This is how peil at{" "}
lead-behind = {" "}treats your answers.
days =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }

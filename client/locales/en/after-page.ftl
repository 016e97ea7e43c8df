### The page on which people read afterwards what came out of a room, and the one at the desk on which it is made.

results = What came out of it
nobody-alone = Here is what five or more participants came to together, never who answered what.
too-few = Fewer than 5 participants answered, so the outcome is not here.
no-texts = What participants wrote themselves is not here.
links = Look back
evaluation = What did you think of it?
evaluation-lead = You can still fill this in as long as this page is here.
own = Were you there? See what you answered yourself
transcript = What was said
transcript-open = Read all of it
earlier = Earlier round:{" "}
nothing-yet = There is nothing here yet.
closed-heading = This page is closed
closed-lead = What came out of it can no longer be seen here. Would you still like to know? Ask the organiser.
not-yet-heading = This page is not there yet
not-yet-lead = After the session, what came out of it will be here.
preview = This is how the page looks. Only you see this.

## The page at the desk.

heading = Page for afterwards
link = Page for afterwards
back = Back to what came out of it
lead = Whoever has this address sees what came out of it: what five or more participants came to together, words that more than one participant gave, and never who answered what.
status-closed = Nobody can see this page now.
status-waiting = After the session, everybody with the address can see this page.
address = The address
address-for = also at the address of the code
qr = The address as a QR code
see = See how the page looks
open-legend = Who can see the page?
open-label = Everybody with the address
open-hint = Turn this off to take the page back: it is closed at once.
until-label = Up to and including
until-hint = Empty: two weeks after the end. Until that day the evaluation stays open too.
slug-label = Last part of the address
slug-hint = 3 to 40 small letters, digits and dashes. Empty: we make one. If you change it, the old address no longer works.
show-legend = Questions on the page
show-hint = Turn off what does not belong there. The numbers set the order. Of forms there are totals alone, from 5 forms on.
form = form
text-label = Your own words
text-hint = At the top of the page. An empty line begins a new paragraph.
urls-legend = Slides, video and other addresses
urls-hint = An address begins with https://. Leave a row empty to take it away.
url-name = Name
url-address = Address
transcript-label = What was said
transcript-hint = Paste the text, or what is in a file of subtitles (vtt or srt): we leave out the times.
file-label = Or choose a file
file-hint = A text file, also of subtitles (vtt or srt). It takes the place of the text above.
save = Save
saved = The page was saved.
changed = Somebody else saved the page meanwhile. Below is what you had; save once more to replace it.
slug-wrong = This can’t be part of the address: use 3 to 40 small letters, digits and dashes, with at least one letter. Nothing was saved.
slug-taken = Another page has this address already. Choose another one. Nothing was saved.
url-wrong = One of the addresses is not right: each begins with http:// or https:// and has a name. Nothing was saved.
day-wrong = This is no day until which the page can be open. Nothing was saved.
too-long = One of the texts is too long. Nothing was saved.
unreadable = This file is no text that we can read. Nothing was saved.

## Sentences with a text in them.

open-until = This page is here until the end of { $day }.
closed-since = It was here until the end of { $day }.
status-open = Everybody with the address can see this page, until the end of { $day }.
status-over = The page is closed: it was open until the end of { $day }.
place-of = Place of { $prompt }
url-row = Address { NUMBER($number) }

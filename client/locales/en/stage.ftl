### What the projected page says.

join = Join in
join-at = Join in:{" "}
# Behind a number: how many have gone through all of it.
finished = finished
code = code
scan = Scan, or go to
type-code = and type the code
hidden = Results are still hidden
form = Fill in this form on your phone. Nothing of it is shown on this screen.
closed = The question is closed
voting = Vote on your phone for what appeals to you
later = peil can’t play this question yet.
later-slide = peil can’t show this slide yet.
pause = Break
until = We’ll continue at
pause-of = We’ll continue in
thanks = Thank you for taking part
ended = The session has ended.
evaluation =
    { $filled ->
        [0] The evaluation is on your phone.
        [one] The evaluation is on your phone. Filled in { $filled } time.
       *[other] The evaluation is on your phone. Filled in { $filled } times.
    }
pause-over = We’ll continue shortly
blank = Look at the speaker
time-left = Time left
lost = No connection: this is the last we heard
back = Back:
undo = Undo (Z)
nothing-back = Nothing left to take back
sure = Are you sure?
sure-keys = A new round begins empty. Enter: yes, Esc: no.
to-slide = To slide
press-enter = · press Enter
merge-with = Choose what this is the same as:
other-page = Another page (↓)
gone = is no longer here.
nothing-done = Nothing was done.
counts-as = counts as
merge-sure = Enter: yes, Esc: no.
enlarge = Show large (Enter)
among = Back to the others (Enter)
hide-it = Hide (X)
merge-it = Merge (M)
leave-it = Leave it (Esc)
keys = Keys
characters-on = Do you speak to your computer, or often hit a key by mistake? Then switch letters, digits and signs off.
switch-off = Switch letters, digits and signs off
characters-off = Letters, digits and signs do nothing now. Arrows, PgUp, PgDn, space and Enter do. This browser remembers it.
switch-on = Switch letters, digits and signs on
show-slide = Show the slide again
make-blank = Blank screen
make-join = Show how to join
screen-join = On the screen: how to join
screen-blank = The screen is blank
wifi = No internet? Use Wi-Fi
wifi-password = password
clock = time
present = connected now
answered = answered
sending = being saved
notes = Notes
slide-time = on this slide
room-time = since the start
next = Next

## Why an order was not carried out, by its code.

refused =
    { $code ->
        [at_end] This is the last slide.
        [at_start] This is the first slide.
        [unknown_slide] There is no such slide.
        [moved] Somebody else did something just now. See how it stands.
        [nothing_to_undo] There is nothing to take back.
        [ended] The session has already ended.
        [not_signed_in] This screen may not control the session.
        [offline] No connection. Try again.
       *[other] That is not possible now.
    }

## How it is with something that was taken back, behind its name where it has one.

back-seen = can be seen again
back-apart = counts by itself again
back-moved = the slide before that
back-close = the question is open again
back-open = the question is closed again
back-hide = the results are shown again
back-show = the results are as before
back-vote = answers can be given again
back-skip = slide is no longer skipped
back-unskip = slide is skipped again
back-extend = the time of before
back-evaluate = the evaluation is closed again
back-reset = the round before that
back-other = everything is as before
back-to-slides = the slide is on the screen again
back-to-join = the screen shows how to join again
back-to-blank = the screen is blank again

## How long until the next part of the agenda, below the minutes.

until-part = until { $part }
late-for-part = late for { $part }

## How long a slide has been there, in whole minutes, against its planned length; and the room.

of-planned = { NUMBER($minutes) } of { NUMBER($planned) } min
over-time = { NUMBER($minutes) } min over
elapsed = { NUMBER($minutes) } min
elapsed-hours = { NUMBER($hours) } h { NUMBER($minutes) } min

## Sentences with a number in them.

# Behind the figure of who took part: 142 / of 168 have voted.
of-voted =
    { $voters ->
        [one] of { NUMBER($people) } has voted
       *[other] of { NUMBER($people) } have voted
    }
of-answered =
    { $voters ->
        [one] of { NUMBER($people) } has answered
       *[other] of { NUMBER($people) } have answered
    }
of-taken-part =
    { $voters ->
        [one] of { NUMBER($people) } has taken part
       *[other] of { NUMBER($people) } have taken part
    }
# Behind the figure of groups that answered: 7 / van 8 groepen.
of-groups = of { NUMBER($groups) } groups
of-filled-in =
    { $voters ->
        [one] of { NUMBER($people) } filled in
       *[other] of { NUMBER($people) } filled in
    }
# Behind a number of upvotes.
votes-on =
    { $votes ->
        [one] vote
       *[other] votes
    } on { $answers ->
        [one] { $answers } answer
       *[other] { $answers } answers
    }
# Questions to the speakers: beside the one on the screen, before there is any, and behind the figure of all of them.
qa-now = being answered now
qa-empty = Ask your question on your phone
qa-votes =
    { $votes ->
        [one] { $votes } vote
       *[other] { $votes } votes
    }
qa-total =
    { $count ->
        [one] question
       *[other] questions
    }
qa-total-open =
    { $count ->
        [one] question · ask one on your phone, or vote for somebody else’s
       *[other] questions · ask one on your phone, or vote for somebody else’s
    }

# Behind the number of people who joined, in full and short; and when all is over.
people-joined =
    { $people ->
        [one] participant has joined
       *[other] participants have joined
    }
joined =
    { $people ->
       *[other] joined
    }
took-part =
    { $people ->
       *[other] took part
    }
words-given =
    { $given ->
        [one] { $given } answer
       *[other] { $given } answers
    }, { NUMBER($distinct) } different
page-of = page { NUMBER($page) } of { NUMBER($pages) }
newest-of = the newest { NUMBER($shown) } of { NUMBER($total) }
most-frequent-of = the { NUMBER($shown) } most frequent of { NUMBER($total) }
qr-label = QR code for { $address }

## What a scale comes to. The means are written with one decimal.

mean-of-one = Mean: { $mean }
label-with-mean = ‘{ $label }’ ({ $mean })
highest-and-lowest = Highest mean: { $highest }, lowest: { $lowest }

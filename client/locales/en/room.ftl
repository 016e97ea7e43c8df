### The page of one room, and the remote.

code = code
organising = Links, answers and deleting
as-loaded = What stands below does not follow the room: it is as it was when you opened this page.
open-stage = Open the screen
reload = Refresh

## Counts.

joined = taking part
present = connected now
answered = answered this question

## Where the room is.

not-begun = Not started yet
not-begun-hint = Participants can already join with the code. Start when you are ready.
over = This room has ended
over-remote = Participants can’t answer any more. You can still show the slides.
resume = Continue after all
resume-hint = Ended by accident? Until 24 hours after the end you can continue where you were.
remote = Remote

## Moving.

previous = Previous
next = Next
begin = Start
skip = Skip
unskip = Stop skipping
skipped = skipped

## The question.

question = Question
open-word = open
closed-word = closed
voting-word = voting
open = Open
close = Close
vote = Start voting
reset = New round
extend = +30 seconds
extend-aloud = Add 30 seconds
undo = Undo
rounds = Rounds on the screen
not-playable = peil can’t play this slide yet. It is on the screen with its title.

## Results.

on-stage = Results on the screen
on-phones = Results on phones
shown = shown
hidden = hidden
show = Show
hide = Hide
slides = Slides

## Links.

links = Links
links-hint = Whoever has such a link can do what it says. Give it only to those who need it.
join-link = Join
join-for = for everyone
stage-link = Screen
stage-for = for the projector
presenter-link = Presenter view
presenter-for = with notes and all results, not for the projector
remote-link = Remote
remote-for = for the presenter’s phone
moderator-link = Moderator page
moderator-for = for whoever keeps an eye on the answers
speaker-link = Speakers’ page
speaker-for = for whoever answers the questions to the speakers
follow = Open
new-link = New link
new-link-meaning = The old link then stops working at once. Whoever is using it now has to open the new one. Participants notice nothing.
new-link-yes = Yes, make a new link

## The text for the chat.

chat = Text for the chat
chat-hint = For those who take part from elsewhere.
chat-copy = Copy
chat-copied = Copied
chat-invitation = Join at { $url } with code { $code }.
chat-question = Join at { $url } with code { $code }. Question: { $question }

## Exports.

download = Download answers
csv-long = CSV, a row per answer
csv-wide = CSV, a row per participant
excel-long = For Excel, a row per answer
excel-wide = For Excel, a row per participant
json = JSON, everything

## Erasing.

erase = Erase answers
erase-meaning = Erasing is for good: the answer disappears from the results, from downloads and from earlier moments. It does not come back.
no-answers = No answers yet.
answers = The newest answers, the last one on top
when = at
asked = question
given = answer
erase-column = erase
erase-one = Erase
erase-sure = This answer is then gone, for good.
erase-yes = Yes, erase this answer

## What can't be undone.

apart = Delete
end = End this room
end-meaning = Phones then see a word of thanks. Answers and downloads stay. Until 24 hours later you can still continue.
end-yes = Yes, end the room

## The evaluation: what stays open after the end.

evaluate = Evaluation
evaluate-hint = The form comes to all phones at once. The screen stays as it is.
evaluation-open =
    { $filled ->
        [0] The evaluation is on the phones. Nobody has filled it in yet.
        [one] The evaluation is on the phones. Filled in { $filled } time.
       *[other] The evaluation is on the phones. Filled in { $filled } times.
    }
delete = Delete this room
delete-question = Delete this room?
delete-meaning = The room and all its answers are then gone, for good. First download what you want to keep.
delete-yes = Yes, delete the room
delete-no = No, keep the room

## When phones show results, for this room.

phones-room = Results on phones, this event
phones-deck = As the deck says
phones-closed = Once the question is closed
phones-shown = At once
phones-hidden = Not

## Groups.

groups-answered = groups answered
group-codes = A code per group
group-codes-hint = Print them and put one on each table. Whoever scans it is in that group at once.

## In own pace.

own-pace = Everybody goes at their own pace
own-pace-hint = All questions are open on the phones. The screen shows how to join.
# Behind or above the number of participants who have gone through all of it.
finished = finished
## People without a phone of their own.

enter-by-hand = Enter answers
typed-said =
    { $count ->
        [one] { $count } answer was entered
       *[other] { $count } answers were entered
    }
typed-of =
    { $count ->
        [one] { $count } of them entered
       *[other] { $count } of them entered
    }
tablets = Tablets at tables

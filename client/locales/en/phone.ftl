### What participants read, on the phone and on the start page.

## Around every page.

skip-link = To the content
code = Code{" "}
trial = Trial: this does not count yet.
privacy = Privacy
desk = Desk
test = Test your connection

## The start page.

start-title = peil: join in
join = Join in
join-hint = Type the code from the screen.
promise = No account, no app. We don’t ask for a name. Answers from one phone stay together.
unknown-code = We don’t know this code. Is it still on the screen?
not-a-code = A code has 8 digits and no 0. Look at the screen again and type it once more.

## The bar of a form.

send = Send
send-again = Send again
send-change = Send your change
saved = ✓ Saved
saved-open = ✓ Saved. You can still change your answer.
saved-held = ✓ Saved. The moderator looks at it first.
not-saved = Not saved
sending = Sending…
offline = No connection, your answer is ready to be sent
offline-votes = No connection, your vote is ready to be sent
still-open = You can still answer this
late = We are at the next question already. You can still send this.
late-ended = The session has ended. You can still send this.
next-question = Next question
more-time = I need more time
more-time-asked = Asked. You will hear if time is added.
more-time-given = Time was added.{" "}
blocked = Your answer does not arrive: something between you and the server holds it back. Tell the organiser.
no-line = No connection. We keep trying by ourselves, you don’t have to do anything.
line-on = Connected
line-off = Not connected

## Around a question.

time-is-up = Time is up.
countdown = The clock is running: look at the screen.
final-answer = After sending you can’t change your answer.
fixed = Your answer is saved. For this question it can’t be changed.
closed-counts = The question is closed. Your answer counts.
closed-without = The question is closed. You gave no answer here.
earlier-stays = What you sent before stays.
closed-erased = The organiser has erased your answer. It does not count.
erased = erased by the organiser
your-answer = Your answer
which-heading = What does your answer belong to?
you-meant = This is what you wanted to send
results = What we answered
results-so-far = What we have answered so far
you = you

## Kinds of questions.

pick-one = Choose one answer
other-words = please say…
your-words = Your word or short phrase
skipped = skipped
skip-statement = Skip this statement
skip-question = Skip this question
tap-the-line = Tap the line at the place that suits you.
no-place-yet = no place chosen yet
halfway = exactly in the middle

## Open answers and votes on them.

you-wrote = What you wrote
others-wrote = What others wrote
edit = Change
save-change = Save your change
all-given = You have given all the answers you may give.
voting = No more answers are being added. Now vote for what matters to you.
nothing-to-vote = There are no answers from others yet.
votes-gone = Your votes are used up. Take one back to vote for another answer.
upvote = Vote
upvote-rest = {" "}for this answer

## Questions to the speakers.

qa = Questions to the speakers
qa-yours = Your question
qa-nameless = Without your name
qa-ask = Ask your question
qa-vote = Vote for what you want to know too
qa-waits = the moderator reads it first
qa-listed = in the list
qa-now = now on the screen
qa-answered = answered
qa-new = { NUMBER($count) } new
qa-full =
    { $limit ->
        [5] { $limit } of your questions are still waiting. Once one of them was read or answered, you can ask another.
       *[other] You have asked { $limit } questions: there can’t be more.
    }

## Between questions.

ready = You’re in
ready-lead = We’ll start shortly. The first question will appear on this page by itself.
ready-planned = We’ll start on { $moment }. The first question will appear on this page by itself.
waiting = Waiting for the next question
waiting-lead = Nothing is wrong. As soon as there is something to answer, it will be here.
follows = The next question will appear on this page by itself.
you-are-in = You’re already in. Does somebody next to you want to join? Show them this code.
at-address = At{" "}
pause = Break
pause-until = We’ll continue at
pause-lasts = The break lasts
pause-open = We’ll continue shortly.
leave-open = Feel free to leave this page open.
not-playable = peil can’t play this question yet.
goes-on = The presenter will continue shortly.
you-answered = What you answered so far
ended = Thank you for taking part
ended-lead = The session has ended. Everything you sent is saved. You can close this page.
ended-without = The session has ended. You can close this page.
ended-page = What came out of it can be read until the end of { $day } at{" "}
ended-late = The session has ended.
you-gave = What you answered
may-close = You can close this page.
last = Thank you for taking part. You can close this page.
go-on = Continue

## Notices that are no refusal.

not-sent = The question is closed. What you had filled in was not sent.
not-sent-before = The question before is closed. What you had filled in there was not sent.
not-sent-voting = No more answers are being added. What you had filled in was not sent.
saved-before = ✓ Your answer to the previous question is saved.
gone = This session is gone. Is there another code on the screen? Then type that one.
barred = You can’t take part with this page any more. Load the page again, or ask the organiser for help.
new-question = New question:{" "}
new-round = New round:{" "}
open-again = The question is open again:{" "}
no-cookie = Your answer is not saved yet. peil sets one cookie, so that each phone counts once. Allow cookies and send again.
try-again = It is too busy right now. Your answer is not saved yet. Wait a few seconds and send again.
too-fast = You are sending too fast. Your answer is not saved yet. Wait a moment and send again.
joined-again = The organiser removed you from this session. What you sent before does not count. From now on you take part as a new participant.
removed = The organiser has removed you from this session. What you sent does not count. Load this page again to take part again.
wait = Many participants are coming in from this network at once. Your answer is not saved yet. Wait a few seconds and send again.
cannot-store = The server can’t save anything now, so your answer is not saved either. Tell the organiser, and send again later.

## Sentences with a number or somebody’s words in them.

# How many options to choose.
pick-exactly = Choose { NUMBER($count) } answers.
pick-either = Choose { NUMBER($least) } or { NUMBER($most) } answers.
pick-or-more = Choose { NUMBER($least) } or more answers.
pick-range = Choose { NUMBER($least) } to { NUMBER($most) } answers.
# How many characters may still be typed, or are too many.
left =
    { $characters ->
        [one] { $characters } character left
       *[other] { $characters } characters left
    }
over =
    { $characters ->
        [one] { $characters } character too many
       *[other] { $characters } characters too many
    }
# The field behind an option for something else.
other = { $label }, please say (at most { NUMBER($characters) } characters)
words =
    { $entries ->
        [one] One word or short phrase of at most { NUMBER($length) } characters.
       *[other] At most { $entries } words or short phrases, of at most { NUMBER($length) } characters each.
    }
word = Word { NUMBER($number) } of { NUMBER($of) }
# What stands in a field that is still empty.
ordinal =
    { $number ->
        [1] first
        [2] second
        [3] third
        [4] fourth
        [5] fifth
        [6] sixth
        [7] seventh
        [8] eighth
        [9] ninth
        [10] tenth
       *[other] {""}
    }
# How many open answers one may give, before the first and after it.
open-first =
    { $left ->
        [one] At most { NUMBER($length) } characters.
       *[other] At most { $left } answers, of at most { NUMBER($length) } characters each.
    }
open-more =
    { $left ->
        [one] You may give { $left } more answer, of at most { NUMBER($length) } characters.
       *[other] You may give { $left } more answers, of at most { NUMBER($length) } characters.
    }
vote-given = You have given your vote.
vote-left = You have 1 vote.
votes-left = You have { NUMBER($left) } of your { NUMBER($of) } votes left.
votes =
    { $votes ->
        [one] { $votes } vote
       *[other] { $votes } votes
    }
too-long = Your answer is too long: { NUMBER($characters) } characters, and { NUMBER($limit) } fit. Make it shorter and send again.
too-long-quoted = ‘{ $text }’ is too long: { NUMBER($characters) } characters, and { NUMBER($limit) } fit. Make it shorter and send again.
where-between = Where are you, between ‘{ $left }’ and ‘{ $right }’?
between = { NUMBER($value) }, between ‘{ $left }’ and ‘{ $right }’
pole = { NUMBER($value) }, all the way ‘{ $label }’
you-are-at = You are at { NUMBER($value) }.
of-round = This is round { NUMBER($round) }.
seconds-left =
    { $seconds ->
        [one] { $seconds } second left
       *[other] { $seconds } seconds left
    }
# Minutes and seconds, as 1:05.
time-left = { $time } left
# What is asked before something is sent that people seldom mean.
doubt-fewer = You filled in { NUMBER($given) } of { NUMBER($of) }, and nothing can be added later. Add more, or send once more if this is all.
doubt-unchosen = You typed something at ‘{ $label }’, but did not choose it. Choose it after all, or send once more without this text.
doubt-unanswered =
    { $more ->
        [0] You chose nothing here yet. Choose something, or send once more to skip this.
       *[other] You chose nothing here yet, nor at { $more } more. Choose something, or send once more to skip them.
    }
minutes =
    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
# One’s own answer among everybody’s, where the place does not say it.
you-with = you: { $value }

## Reactions, in a bar under any slide.

reactions = Show it to everybody
reactions-off = Switch off
reactions-on = Show reactions
reaction-heart = heart
reaction-agree = agree
reaction-sun = sun
reaction-okay = okay

## Numbers.

your-number = Your number
your-number-in = Your number, in { $unit }
number-any = Type a number.
number-between = Type a number from { NUMBER($from) } to { NUMBER($to) }.
number-from = Type a number of { NUMBER($from) } or more.
number-to = Type a number of { NUMBER($to) } at most.
no-number = This is not a number. Type it in digits, such as 12 or { $example }, and send again.
number-out-of-range = This number does not fit here. { $range } Then send again.
number-with-unit = { $value } { $unit }

## Forms.

form-apart = This is kept apart from your other answers. Only the organiser reads it.
may-stay-empty = may stay empty
least = lowest
most = highest
ticked = yes
field-empty = Please fill this in.
field-no-email = This is not an e-mail address. It needs an @, and a dot behind that.
field-out-of-range = Choose one of these.
field-too-long = This is too long. Make it { NUMBER($limit) } characters at most.
field-too-much = All together this is too much text. Make something shorter.

## Groups.

group = Group { NUMBER($number) }
group-which = Which group are you in?
group-change = Another group
group-change-to = Change to { $group }?
group-for = On behalf of { $group }. Together you give one answer: the last one counts.
group-first = Here every group gives one answer. Choose your group first.
group-wrote = Your answers

## In own pace.

# Question or slide 3 of the 12.
own-progress = { NUMBER($number) } of { NUMBER($total) }
own-ways = Forth and back
own-next = Next
own-back = Back
own-required = You have to answer this question.
own-last = Almost done
own-all-given = You have answered everything.
own-some-left = You have not answered this yet.
own-must = Still to be answered
own-may = You may still answer
own-finish = Done
own-finished = Thank you
own-finished-lead = Your answers are saved. As long as this is open, you can still change them.
own-look-back = Back to your answers

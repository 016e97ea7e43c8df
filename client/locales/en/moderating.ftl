### Where words and answers are hidden and merged.

moderator = Moderator
words = Words
answers = Answers
hide = Hide
approve = Approve
refuse = Refuse
approved = approved
the-rest = The rest
hold-on = Look first is on: nobody sees what comes in until you approve it.
hold-off = Look first is off: what comes in counts at once.
turn-on = Look at what comes in first
turn-off = Show everything at once
show-again = Put back
hidden = hidden
not-given = given by nobody yet
unfold = More
fold = Less
merged = Counts with it:
apart = Take apart
pick = Choose to merge
merge = Merge
merge-more = Tick one more
merge-hint = Tick what means the same and merge it. Whoever sent it won’t notice.
same-word = The same word?
count-as-one = Count as one
pass-over = Pass over
counts-as = All count as
the-first = what was there first
ahead = Hide a word ahead
ahead-hint = Whoever gives this word later won’t notice. It is listed above until you put it back.
nothing = No answers yet.
gone = No longer here.
nothing-to-do = There is nothing to do on this slide. As soon as there is a question with words or texts, they will be here.
other-questions = Other questions
to-the-stage = To what is on the screen now
unpick = Choose none
more = Everything is on the moderator’s page

## Looking for something among all of it.

find = Search
find-all = Search all
find-it = Show
sort = Order
newest-first = Newest first
most-first = Most given first

## Sentences with a number or a word in them.

merge-as = Merge { NUMBER($count) } as ‘{ $into }’
counted-word = { $word } ({ NUMBER($count) })
would-count-as = { $words } → { $into }
suggested-more = { $count } more
waiting = Show { NUMBER($count) } new
waits = Waits for you ({ NUMBER($count) })
came = { NUMBER($new) } new, { NUMBER($total) } in all
times = { NUMBER($count) }×

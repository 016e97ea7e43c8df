### The page with what came out of a room.

heading = What came out
link = See what came out
link-hint = Every question with its result, to look at and to keep.
back = Back to the session
status-ended = Ended
status-running = Still running, this is how it stood when you opened the page
not-asked = not asked
no-answers = 0 answers
split-label = Split by
split-none = nothing
split-groups = group
split = Split
search-label = Search in answers
search = Search
search-hint = Find an answer to erase it. Searches all that participants typed and chose.
search-all = Show all questions
nothing-found = No answer has this text.
moderate = Moderate
read-forms = Read the forms
write-answers = Write replies
answered-in-writing = Reply:
unanswered-label = not answered yet
more-answers = More answers
fields-few = A rating or a choice is shown here from 5 filled-in forms.

## Sentences with a number or a text in them.

when = { $day }, { $from } to { $to }
when-begun = { $day }, from { $from }
votes =
    { $count ->
        [one] { NUMBER($count) } vote
       *[other] { NUMBER($count) } votes
    }
typed =
    { $count ->
        [one] of { NUMBER($count) } entered by hand
       *[other] of { NUMBER($count) } entered by hand
    }
waiting =
    { $count ->
        [one] { NUMBER($count) } waits for a moderator
       *[other] { NUMBER($count) } wait for a moderator
    }
round-of = Round { NUMBER($number) }: { $answers }
rest =
    { $count ->
        [one] { NUMBER($count) } more question without answers
       *[other] { NUMBER($count) } more questions without answers
    }
found =
    { $count ->
        [one] { NUMBER($count) } answer found
       *[other] { NUMBER($count) } answers found
    }
found-first =
    { $count ->
        [one] { NUMBER($count) } answer found, here it is
       *[other] { NUMBER($count) } answers found, here are the newest { NUMBER($shown) }
    }
asked =
    { $count ->
        [one] { NUMBER($count) } question
       *[other] { NUMBER($count) } questions
    }
asked-state = { $answered } answered, { $open } not yet
field-mean = { $label }: { $mean } on average of { $count }
field-count = { $label }: filled in { NUMBER($count) } times

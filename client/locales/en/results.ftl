### What charts say: labels, one sentence per picture, and the tables behind them.

nothing-yet = No answers yet
nothing-yet-sentence = No answers yet.
no-heading = Other

## Labels.

mean-label = mean { NUMBER($mean) }
median-label = median { NUMBER($median) }
skipped =
    { $people ->
       *[other] { $people } skipped
    }
per-dot = Each dot stands for { NUMBER($votes) } votes
and-more = and { NUMBER($count) } more
# Behind a number of votes, for screen readers.
votes-word =
    {" "}{ $votes ->
        [one] vote
       *[other] votes
    }

## Lists within a sentence.

quoted = ‘{ $text }’
list = { $rest }, { $next }
list-last = { $rest } and { $last }
list-long = { $rest }; { $next }

## One sentence per picture.

chosen-by-one = 1 vote. Chosen: { $chosen }.
chosen =
    { NUMBER($voters) } votes. Chosen most: { $chosen }, { $times ->
        [one] once
       *[other] { $times } times
    }.
chosen-each =
    { NUMBER($voters) } votes. Chosen most: { $chosen }, each { $times ->
        [one] once
       *[other] { $times } times
    }.
word-with-count = ‘{ $word }’ ({ NUMBER($count) })
words =
    { $distinct ->
        [one] One answer: { $words }.
       *[other] { $distinct } different answers. Mentioned most: { $words }.
    }
-answers =
    { $answers ->
        [one] { $answers } answer
       *[other] { $answers } answers
    }
open-given = { -answers }.
open-voted =
    { $votes ->
        [one] { $votes } vote
       *[other] { $votes } votes
    } on { -answers }.
statement-mean = ‘{ $statement }’: mean { NUMBER($mean) }
statement-empty = ‘{ $statement }’: no answers yet
statements = { $statements }.
# The larger side first.
-leaning =
    { $more ->
        [one] { $more } leans
       *[other] { $more } lean
    } towards ‘{ $to }’, { $less ->
        [0] nobody
       *[other] { $less }
    } towards ‘{ $other }’
sides = { -leaning }.
sides-and-middle =
    { -leaning }, { $middle ->
        [one] { $middle } is
       *[other] { $middle } are
    } in the middle.
all-in-the-middle = { NUMBER($middle) } are in the middle.
one-in-the-middle = One answer: right in the middle.
one-at-the-end = One answer: { NUMBER($value) }, all the way ‘{ $pole }’.
one-leaning = One answer: { NUMBER($value) }, towards ‘{ $pole }’.

## Heads of tables.

head-answer = answer
head-answers = answers
head-votes = votes
head-count = count
head-place = place from 0 to 100
head-statement = statement
head-mean = mean
head-skipped = skipped

## Where an earlier question is compared with.

then = before
now = now
# At a pole: how many moved towards it.
moved =
    { $people ->
       *[other] { $people } moved this way
    }
points =
    { $points ->
        [0] The mean stayed the same
        [one] On average we moved { $points } point towards ‘{ $pole }’
       *[other] On average we moved { $points } points towards ‘{ $pole }’
    }
lines =
    { $stayed ->
        [0] each line is one participant, unnamed
       *[other] each line is one participant, unnamed; { $stayed } stayed
    }
points-and-lines = { $points } · { $lines }
bars =
    Thin bar: before, { $votes ->
        [one] { $votes } vote
       *[other] { $votes } votes
    }
marks =
    Hollow triangle: the mean before, { $answers ->
        [one] { $answers } answer
       *[other] { $answers } answers
    }
was = before { NUMBER($mean) }

## Numbers.

head-number = number
with-unit = { $value } { $unit }
in-unit = in { $unit }
one-number = One answer: { $value }.
numbers-given =
    { $answers ->
        [one] { $answers } answer.
       *[other] { $answers } answers.
    }
mean-and-median = { NUMBER($voters) } answers, mean { NUMBER($mean) }, median { NUMBER($median) }.
# The middle half of all answers.
half-says = Half say { NUMBER($low) } to { $high }
half-says-one = Half or more say { $value }
# What lies far outside the middle half.
outliers-above =
    { $count ->
        [one] { $count } outlier, { NUMBER($most) }, pulls the mean up
       *[other] { $count } outliers, up to { NUMBER($most) }, pull the mean up
    }
outliers-below =
    { $count ->
        [one] { $count } outlier, { NUMBER($least) }, pulls the mean down
       *[other] { $count } outliers, from { NUMBER($least) }, pull the mean down
    }
outliers-around = { NUMBER($count) } outliers, from { NUMBER($least) } to { NUMBER($most) }
and-further = { $rest } · { $next }
# A column of numbers: the first is in it, the last is not.
up-to = { NUMBER($from) } to under { NUMBER($to) }
through = { NUMBER($least) } to { NUMBER($most) }
# What is right, and who had it or came closest.
right-label = ✓ right: { $value }
right-number = Right is { $right }: { $who }
had-it =
    { $people ->
        [one] { $people } had it right
       *[other] { $people } had it right
    }
came-closest =
    { $people ->
        [one] { $people } came closest, with { $values }
       *[other] { $people } came closest, with { $values }
    }
mean-stayed = The mean stayed { NUMBER($mean) }
mean-moved = The mean went from { NUMBER($from) } to { NUMBER($to) }

## By groups.

unanswered = No answer
numbered-group = Group { NUMBER($number) }
no-group = Without a group
others = Everyone else
head-group = group
head-people = how many
head-results = result
too-few-to-split = Too few participants to be divided
group-people =
    { $people ->
        [one] { $people } participant
       *[other] { $people } participants
    }
folded-people = { NUMBER($people) } from { NUMBER($groups) } small groups
divided = Divided by ‘{ $prompt }’
nearest = { $high } is nearest to ‘{ $pole }’, { $low } furthest from it · divided by ‘{ $prompt }’
highest = Highest on average: { $high }, lowest: { $low } · divided by ‘{ $prompt }’

## Forms.

head-filled-in = filled in
filled-in =
    { $voters ->
        [one] { NUMBER($voters) } participant has filled in the form.
       *[other] { NUMBER($voters) } participants have filled in the form.
    }

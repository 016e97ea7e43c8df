### The report of a room, and the page on which it is made.

kind = Impression report
next = What comes next
table = The figures
replied = Reply:
too-few = A report shows no result of fewer than 5 participants.
not-shown = What participants wrote was not shown on the screen, and therefore is not in this report.
made = Made with peil
heading = Make the report
link = Make the report
back = Back to what came out
lead-label = Introduction
lead-hint = Your own words, at the top. An empty line begins a new paragraph. Empty: nothing stands there.
next-label = What comes next
next-hint = Every line becomes an item, at the end.
questions = Questions in the report
questions-hint = Switch off what does not belong in it. The numbers set the order.
place-label = Place
quotes = Quotes
quotes-hint = Choose what is quoted of this question. Nothing chosen: the three with the most votes.
totals-label = Ratings and choices of this form
totals-hint = Totals alone, from 5 forms. Never what one participant filled in.
save = Save
see = Web page
word = Word
pdf = PDF
excel = Excel
download = Download the report
saved = The report is saved.
changed = Somebody else saved the report meanwhile. Below is what you had; save again to replace it.
nothing = There are no answers to report on yet.

## Sentences with a number or a text in them.

questions-asked =
    { $count ->
        [one] question
       *[other] questions
    }
people =
    { $count ->
        [one] participant
       *[other] participants
    }
answers =
    { $count ->
        [one] answer
       *[other] answers
    }
mean-of = { $label }, mean of { $count }
saved-at = Last saved on { $when }
changed-since =
    { $count ->
        [one] Since you saved the report, { NUMBER($count) } question changed:
       *[other] Since you saved the report, { NUMBER($count) } questions changed:
    }
changed-row = { $prompt }: { $before }, now { $now }
page-of = { $page } of { $pages }

### The page with what people filled into a form.

back = Back to the room
lead = Only you read this. It is kept apart from the other answers, and the order says nothing of who it was.
download = Download as a file
csv = As CSV
excel = As CSV for Excel
json = As JSON
day = day
nothing = Nothing has been filled in here yet, or it is no longer kept.
erase = Erase
erase-meaning = What stands here is then gone for good, from the disk too.
erase-yes = Yes, erase this form
forms = Forms
ticked = yes

## Sentences with a number or a text in them.

filled-in =
    { $count ->
        [one] filled in { NUMBER($count) } time
       *[other] filled in { NUMBER($count) } times
    }
link = { $prompt }: { $filled }
round = Round { NUMBER($number) }

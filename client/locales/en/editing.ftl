### Changing the slides of a room that runs, and what a change does.

heading = Change the slides
back = Back to the room
meaning = Fix a typo, add a question or move slides while everyone takes part. Code and participants stay. What was answered stays counted.
text = Text of the room
look = See what changes
make = Make the change
discard = Leave everything as it was
what-happens = This is what happens
played-now = What is there now
played-hint = Somebody else changed the slides while you typed. Take over from here what is to stay: what you make of it takes the place of this text.
not-yet = Nothing has changed yet. Is this right? Then make the change.
nothing = Nothing changes: this text says the same.
new-round-hint = In a new round the question starts again with no answers.

how = How do you change the text?
how-slides = Each slide begins behind a line of ---. Its heading stands behind a #, an option behind a -. Mend a word where it stands. A new question looks like this, between two slides:
how-example =
    ---
    ask: choice
    ---

    # What do you take home?

    - An idea
    - An agreement

## One line of the list: what happens to which slide.

-answers =
    { $answers ->
        [one] { $answers } answer
       *[other] { $answers } answers
    }
title-reads = The title ‘{ $before }’ becomes ‘{ $after }’.
deck-settings = The settings of the whole deck change.
pace-stays = The pace changes in the next session only: this one goes on as it began.
added = New at place { NUMBER($place) }: ‘{ $prompt }’ ({ $kind }).
removed =
    { $answers ->
        [0] ‘{ $prompt }’ is taken out.
        [one] ‘{ $prompt }’ is taken out. { -answers } stays in the results.
       *[other] ‘{ $prompt }’ is taken out. { -answers } stay in the results.
    }
moved = ‘{ $prompt }’ moves from place { NUMBER($place) } to place { NUMBER($target) }.
skipped = ‘{ $prompt }’ is skipped.
unskipped = ‘{ $prompt }’ is no longer skipped.
reworded =
    { $answers ->
        [0] ‘{ $before }’ becomes ‘{ $after }’.
        [one] ‘{ $before }’ becomes ‘{ $after }’. { -answers } stays: is it still the same question?
       *[other] ‘{ $before }’ becomes ‘{ $after }’. { -answers } stay: is it still the same question?
    }
item-reworded =
    { $answers ->
        [0] At ‘{ $prompt }’: ‘{ $before }’ becomes ‘{ $after }’.
        [one] At ‘{ $prompt }’: ‘{ $before }’ becomes ‘{ $after }’. { -answers } stays: is it still the same answer?
       *[other] At ‘{ $prompt }’: ‘{ $before }’ becomes ‘{ $after }’. { -answers } stay: is it still the same answer?
    }
item-added = At ‘{ $prompt }’: ‘{ $text }’ is added.
item-removed = At ‘{ $prompt }’: ‘{ $text }’ goes.
new-round =
    { $answers ->
        [0] ‘{ $prompt }’ starts again, with round { NUMBER($round) }.
        [one] ‘{ $prompt }’ starts again, with round { NUMBER($round) }. { -answers } stays in the round before.
       *[other] ‘{ $prompt }’ starts again, with round { NUMBER($round) }. { -answers } stay in the round before.
    }
text-reads = ‘{ $prompt }’ gets other text under its heading.
notes-read = ‘{ $prompt }’ gets other notes.
countdown =
    { $seconds ->
        [one] ‘{ $prompt }’ closes { $seconds } second after it begins.
       *[other] ‘{ $prompt }’ closes { $seconds } seconds after it begins.
    }
endless = ‘{ $prompt }’ no longer closes by itself.
# Behind one of these two, of a question that was open already.
countdown-later = That holds from the next time that the question opens. A countdown that runs does not change.
settings = ‘{ $prompt }’ gets other settings.

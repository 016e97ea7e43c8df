heading = Enter answers
lead = For whoever is without a phone. What you enter counts like every answer, and can be told apart.
question = Question
show = Show
round = Round
group = Group
counts = How often was what chosen?
texts = What did they say?
texts-hint = A line for each participant. Where somebody gives several words, put commas between them.
additions-hint = An answer on each line. Every line counts as one participant.
of-group-hint = What you enter is this group’s answer.
replaces = This takes the place of what was entered here before. Empty what is to go.
save = Enter
saved = Entered.
nothing-to-enter = Nothing can be entered at this question.
none-asked = No question has been asked yet. Once one has, you can enter answers here.
back = Back
no-number = Fill in whole numbers, from 0 to 1,000.
moved = Somebody else changed something here just now. See whether it fits what you filled in. If you enter once more, yours takes its place.
by-others = This is what somebody else entered
given =
    { $count ->
        [one] { $count } answer
       *[other] { $count } answers
    }

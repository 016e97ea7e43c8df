### A room that is tried out until it begins.

mark = Trial
meaning = Nothing counts until you begin for real.
answers =
    { $answers ->
        [0] No answers yet.
        [one] { $answers } trial answer.
       *[other] { $answers } trial answers.
    }
votes = Trial votes:
begin = Begin for real
# Before the first slide of a trial, on the button that goes there.
first = Try the first slide
begin-asked =
    { $answers ->
        [0] Everything counts from now on.
        [one] Clear the trial ({ $answers } answer)? Everything counts from now on.
       *[other] Clear the trial ({ $answers } answers)? Everything counts from now on.
    }
begin-yes = Yes, begin for real
try-first = Try it first
try-first-hint = Try it first: the real code, and nothing counts until you begin for real.

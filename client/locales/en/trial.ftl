### A room that is tried out until it begins.

mark = Trial
meaning = This is a trial with the real code. Nothing counts until you begin for real.
answers =
    { $answers ->
        [0] There are no answers yet.
        [one] There is { $answers } trial answer.
       *[other] There are { $answers } trial answers.
    }
votes = Trial votes on the question on the screen
begin = Begin for real
begin-asked =
    { $answers ->
        [0] Everything counts from now on.
        [one] Clear the trial ({ $answers } answer)? Everything counts from now on.
       *[other] Clear the trial ({ $answers } answers)? Everything counts from now on.
    }
begin-yes = Yes, begin for real
try-first = Try it first
try-first-hint = Try it first: the real code, and nothing counts until you begin for real.

### A room that is tried out until it begins.

mark = Proef
meaning = Niets telt mee tot je echt begint.
answers =
    { $answers ->
        [0] Nog geen antwoorden.
        [one] { $answers } proefantwoord.
       *[other] { $answers } proefantwoorden.
    }
votes = Proefstemmen:
begin = Echt beginnen
# Before the first slide of a trial, on the button that goes there.
first = Probeer de eerste dia
begin-asked =
    { $answers ->
        [0] Vanaf nu telt alles mee.
        [one] Wis de proef ({ $answers } antwoord)? Vanaf nu telt alles mee.
       *[other] Wis de proef ({ $answers } antwoorden)? Vanaf nu telt alles mee.
    }
begin-yes = Ja, begin echt
try-first = Probeer eerst
try-first-hint = Probeer eerst: de echte code, en niets telt mee tot je echt begint.

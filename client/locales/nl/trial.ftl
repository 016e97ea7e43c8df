### A room that is tried out until it begins.

mark = Proef
meaning = Dit is een proef met de echte code. Tot je echt begint, telt niets mee.
answers =
    { $answers ->
        [0] Er zijn nog geen antwoorden.
        [one] Er is { $answers } proefantwoord.
       *[other] Er zijn { $answers } proefantwoorden.
    }
votes = Proefstemmen bij de vraag op het scherm
begin = Echt beginnen
begin-asked =
    { $answers ->
        [0] Vanaf nu telt alles mee.
        [one] Wis de proef ({ $answers } antwoord)? Vanaf nu telt alles mee.
       *[other] Wis de proef ({ $answers } antwoorden)? Vanaf nu telt alles mee.
    }
begin-yes = Ja, begin echt
try-first = Probeer eerst
try-first-hint = Probeer eerst: de echte code, en niets telt mee tot je echt begint.

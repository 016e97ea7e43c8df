### What charts say: labels, one sentence per picture, and the tables behind them.

nothing-yet = Nog geen antwoorden
nothing-yet-sentence = Nog geen antwoorden.
no-heading = Overig

## Labels.

mean-label = gemiddeld { NUMBER($mean) }
median-label = mediaan { NUMBER($median) }
skipped =
    { $people ->
        [one] { $people } sloeg over
       *[other] { $people } sloegen over
    }
per-dot = Elke stip staat voor { NUMBER($votes) } stemmen
and-more = en nog { NUMBER($count) }
# Behind a number of votes, for screen readers.
votes-word =
    {" "}{ $votes ->
        [one] stem
       *[other] stemmen
    }

## Lists within a sentence.

quoted = ‘{ $text }’
list = { $rest }, { $next }
list-last = { $rest } en { $last }
list-long = { $rest }; { $next }

## One sentence per picture.

chosen-by-one = 1 stem. Gekozen: { $chosen }.
chosen = { NUMBER($voters) } stemmen. Meest gekozen: { $chosen }, { NUMBER($times) } keer.
chosen-each = { NUMBER($voters) } stemmen. Meest gekozen: { $chosen }, elk { NUMBER($times) } keer.
word-with-count = ‘{ $word }’ ({ NUMBER($count) })
words =
    { $distinct ->
        [one] Eén antwoord: { $words }.
       *[other] { $distinct } verschillende antwoorden. Meest genoemd: { $words }.
    }
-answers =
    { $answers ->
        [one] { $answers } antwoord
       *[other] { $answers } antwoorden
    }
open-given = { -answers }.
open-voted =
    { $votes ->
        [one] { $votes } stem
       *[other] { $votes } stemmen
    } op { -answers }.
statement-mean = ‘{ $statement }’: gemiddeld { NUMBER($mean) }
statement-empty = ‘{ $statement }’: nog geen antwoorden
statements = { $statements }.
# The larger side first.
-leaning =
    { $more ->
        [one] { $more } kiest
       *[other] { $more } kiezen
    } meer voor ‘{ $to }’, { $less ->
        [0] niemand
       *[other] { $less }
    } voor ‘{ $other }’
sides = { -leaning }.
sides-and-middle =
    { -leaning }, { $middle ->
        [one] { $middle } staat
       *[other] { $middle } staan
    } in het midden.
all-in-the-middle = { NUMBER($middle) } staan in het midden.
one-in-the-middle = Eén antwoord: precies in het midden.
one-at-the-end = Eén antwoord: { NUMBER($value) }, helemaal ‘{ $pole }’.
one-leaning = Eén antwoord: { NUMBER($value) }, meer naar ‘{ $pole }’.

## Heads of tables.

head-answer = antwoord
head-answers = antwoorden
head-votes = stemmen
head-count = aantal
head-place = plek van 0 tot 100
head-statement = stelling
head-mean = gemiddeld
head-skipped = sloegen over

## Where an earlier question is compared with.

then = eerst
now = nu
# At a pole: how many moved towards it.
moved =
    { $people ->
        [one] { $people } schoof hierheen
       *[other] { $people } schoven hierheen
    }
points =
    { $points ->
        [0] Het gemiddelde bleef gelijk
        [one] Gemiddeld schoven we { $points } punt naar ‘{ $pole }’
       *[other] Gemiddeld schoven we { $points } punten naar ‘{ $pole }’
    }
lines =
    { $stayed ->
        [0] elke lijn is één deelnemer, naamloos
        [one] elke lijn is één deelnemer, naamloos; { $stayed } bleef staan
       *[other] elke lijn is één deelnemer, naamloos; { $stayed } bleven staan
    }
points-and-lines = { $points } · { $lines }
bars =
    Smalle balk: eerst, { $votes ->
        [one] { $votes } stem
       *[other] { $votes } stemmen
    }
marks =
    Open driehoek: het gemiddelde van eerst, { $answers ->
        [one] { $answers } antwoord
       *[other] { $answers } antwoorden
    }
was = eerst { NUMBER($mean) }

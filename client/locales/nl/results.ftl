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

## Numbers.

head-number = getal
with-unit = { $value } { $unit }
in-unit = in { $unit }
one-number = Eén antwoord: { $value }.
numbers-given =
    { $answers ->
        [one] { $answers } antwoord.
       *[other] { $answers } antwoorden.
    }
mean-and-median = { NUMBER($voters) } antwoorden, gemiddeld { NUMBER($mean) }, mediaan { NUMBER($median) }.
# The middle half of all answers.
half-says = De helft zegt { NUMBER($low) } tot { $high }
half-says-one = De helft of meer zegt { $value }
# What lies far outside the middle half.
outliers-above =
    { $count ->
        [one] { $count } uitschieter, { NUMBER($most) }, trekt het gemiddelde omhoog
       *[other] { $count } uitschieters, tot { NUMBER($most) }, trekken het gemiddelde omhoog
    }
outliers-below =
    { $count ->
        [one] { $count } uitschieter, { NUMBER($least) }, trekt het gemiddelde omlaag
       *[other] { $count } uitschieters, vanaf { NUMBER($least) }, trekken het gemiddelde omlaag
    }
outliers-around = { NUMBER($count) } uitschieters, van { NUMBER($least) } tot { NUMBER($most) }
and-further = { $rest } · { $next }
# A column of numbers: the first is in it, the last is not.
up-to = { NUMBER($from) } tot { NUMBER($to) }
through = { NUMBER($least) } t/m { NUMBER($most) }
# What is right, and who had it or came closest.
right-label = ✓ goed: { $value }
right-number = Goed is { $right }: { $who }
had-it =
    { $people ->
        [one] { $people } had het goed
       *[other] { $people } hadden het goed
    }
came-closest =
    { $people ->
        [one] { $people } zat er het dichtst bij, met { $values }
       *[other] { $people } zaten er het dichtst bij, met { $values }
    }
mean-stayed = Het gemiddelde bleef { NUMBER($mean) }
mean-moved = Het gemiddelde ging van { NUMBER($from) } naar { NUMBER($to) }

## By groups.

unanswered = Zonder antwoord
numbered-group = Groep { NUMBER($number) }
no-group = Zonder groep
others = Alle anderen
head-group = groep
head-people = hoeveel
head-results = resultaat
too-few-to-split = Te weinig deelnemers om te verdelen
group-people =
    { $people ->
        [one] { $people } deelnemer
       *[other] { $people } deelnemers
    }
folded-people = { NUMBER($people) } uit { NUMBER($groups) } kleine groepen
divided = Verdeeld naar ‘{ $prompt }’
nearest = { $high } staat het dichtst bij ‘{ $pole }’, { $low } het verst ervan · verdeeld naar ‘{ $prompt }’
highest = Gemiddeld het hoogst: { $high }, het laagst: { $low } · verdeeld naar ‘{ $prompt }’

## Forms.

head-filled-in = ingevuld
filled-in =
    { $voters ->
        [one] { NUMBER($voters) } deelnemer heeft het formulier ingevuld.
       *[other] { NUMBER($voters) } deelnemers hebben het formulier ingevuld.
    }

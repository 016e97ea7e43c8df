### The page with what came out of a room.

heading = Wat eruit kwam
link = Bekijk wat eruit kwam
link-hint = Alle vragen met hun uitkomst, om te bekijken en te bewaren.
back = Terug naar de bijeenkomst
status-ended = Afgelopen
status-running = Loopt nog, dit is de stand toen je de pagina opende
not-asked = niet gesteld
no-answers = 0 antwoorden
split-label = Splits naar
split-none = niets
split-groups = groep
split = Splits
search-label = Zoek in antwoorden
search = Zoek
search-hint = Vind een antwoord om het te wissen. Zoekt in alles wat deelnemers typten en kozen.
search-all = Toon alle vragen
nothing-found = Er is geen antwoord met deze tekst.
moderate = Modereer
read-forms = Lees de formulieren
write-answers = Schrijf antwoorden
answered-in-writing = Antwoord:
unanswered-label = nog niet beantwoord
more-answers = Meer antwoorden
fields-few = Een cijfer of keuze staat hier vanaf 5 ingevulde formulieren.

## Sentences with a number or a text in them.

when = { $day }, { $from } tot { $to }
when-begun = { $day }, vanaf { $from }
votes =
    { $count ->
        [one] { NUMBER($count) } stem
       *[other] { NUMBER($count) } stemmen
    }
typed =
    { $count ->
        [one] van { NUMBER($count) } met de hand ingevoerd
       *[other] van { NUMBER($count) } met de hand ingevoerd
    }
waiting =
    { $count ->
        [one] { NUMBER($count) } wacht op een moderator
       *[other] { NUMBER($count) } wachten op een moderator
    }
round-of = Ronde { NUMBER($number) }: { $answers }
rest =
    { $count ->
        [one] Nog { NUMBER($count) } vraag zonder antwoorden
       *[other] Nog { NUMBER($count) } vragen zonder antwoorden
    }
found =
    { $count ->
        [one] { NUMBER($count) } antwoord gevonden
       *[other] { NUMBER($count) } antwoorden gevonden
    }
found-first =
    { $count ->
        [one] { NUMBER($count) } antwoord gevonden, hier is het
       *[other] { NUMBER($count) } antwoorden gevonden, hier de nieuwste { NUMBER($shown) }
    }
asked =
    { $count ->
        [one] { NUMBER($count) } vraag
       *[other] { NUMBER($count) } vragen
    }
asked-state = { $answered } beantwoord, { $open } nog niet
field-mean = { $label }: gemiddeld { $mean } van { $count }
field-count = { $label }: { NUMBER($count) } keer ingevuld

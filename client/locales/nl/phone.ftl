### What participants read, on the phone and on the start page.

## Around every page.

skip-link = Naar de inhoud
code = Code{" "}
trial = Proef: dit telt nog niet mee.
privacy = Privacy
desk = Werkplek
test = Test je verbinding

## The start page.

start-title = peil: doe mee
join = Doe mee
join-hint = Typ de code van het scherm.
promise = Geen account, geen app. We vragen geen naam. Antwoorden van één telefoon blijven bij elkaar.
unknown-code = Deze code kennen we niet. Staat hij nog op het scherm?
not-a-code = Een code heeft 8 cijfers, zonder 0. Kijk nog eens op het scherm en typ hem opnieuw.

## The bar of a form.

send = Verstuur
send-again = Verstuur opnieuw
send-change = Verstuur je wijziging
saved = ✓ Opgeslagen
saved-open = ✓ Opgeslagen. Je kunt je antwoord nog wijzigen.
saved-held = ✓ Opgeslagen. De moderator kijkt er eerst naar.
not-saved = Niet opgeslagen
sending = Bezig met versturen…
offline = Geen verbinding, je antwoord staat klaar
offline-votes = Geen verbinding, je stem staat klaar
still-open = Dit kun je nog beantwoorden
late = We zijn al bij de volgende vraag. Je kunt dit nog versturen.
late-ended = De bijeenkomst is afgelopen. Je kunt dit nog versturen.
next-question = Volgende vraag
more-time = Ik heb meer tijd nodig
more-time-asked = Gevraagd. Je hoort het als er tijd bij komt.
more-time-given = Er is tijd bij.{" "}
blocked = Je antwoord komt niet aan: iets tussen jou en de server houdt het tegen. Laat het de organisator weten.
no-line = Geen verbinding. We proberen het vanzelf opnieuw, je hoeft niets te doen.
line-on = Verbonden
line-off = Niet verbonden

## Around a question.

time-is-up = De tijd is om.
countdown = De tijd loopt: kijk op het scherm.
final-answer = Na het versturen kun je je antwoord niet meer wijzigen.
fixed = Je antwoord is opgeslagen. Bij deze vraag kun je het niet meer wijzigen.
closed-counts = De vraag is gesloten. Je antwoord telt mee.
closed-without = De vraag is gesloten. Je hebt hier geen antwoord gegeven.
earlier-stays = Wat je eerder verstuurde, blijft staan.
closed-erased = De organisator heeft je antwoord gewist. Het telt niet mee.
erased = gewist door de organisator
your-answer = Je antwoord
which-heading = Waar hoort je antwoord bij?
you-meant = Dit wilde je versturen
results = Zo antwoordden we
results-so-far = Zo antwoordden we tot nu toe
you = jij

## Kinds of questions.

pick-one = Kies een antwoord
other-words = namelijk…
your-words = Je woord of korte zin
skipped = overgeslagen
skip-statement = Sla deze stelling over
skip-question = Sla deze vraag over
tap-the-line = Tik op de lijn, op de plek die bij jou past.
no-place-yet = nog geen plek gekozen
halfway = precies in het midden

## Open answers and votes on them.

you-wrote = Dit schreef je
others-wrote = Dit schreven anderen
edit = Wijzig
save-change = Bewaar je wijziging
all-given = Je hebt alle antwoorden gegeven die je mag geven.
voting = Er komen geen antwoorden meer bij. Stem nu op wat jij belangrijk vindt.
nothing-to-vote = Er zijn nog geen antwoorden van anderen.
votes-gone = Je stemmen zijn op. Haal er een weg om op een ander antwoord te stemmen.
upvote = Stem
upvote-rest = {" "}op dit antwoord

## Questions to the speakers.

qa = Vragen aan de sprekers
qa-yours = Jouw vraag
qa-nameless = Zonder je naam
qa-ask = Stel je vraag
qa-vote = Stem op wat jij ook wilt weten
qa-waits = de moderator leest hem eerst
qa-listed = staat in de lijst
qa-now = nu op het scherm
qa-answered = beantwoord
qa-new = { NUMBER($count) } nieuwe
qa-full =
    { $limit ->
        [5] Er wachten nog { $limit } vragen van je. Zodra er een gelezen of beantwoord is, kun je er weer een stellen.
       *[other] Je hebt { $limit } vragen gesteld: meer kunnen het er niet zijn.
    }

## Between questions.

ready = Je bent binnen
ready-lead = We beginnen zo. De eerste vraag komt vanzelf op deze pagina.
ready-planned = We beginnen op { $moment }. De eerste vraag komt vanzelf op deze pagina.
waiting = Even wachten op de volgende vraag
waiting-lead = Er is niets mis. Zodra er iets te beantwoorden is, staat het hier.
follows = De volgende vraag komt vanzelf op deze pagina.
you-are-in = Je doet al mee. Wil iemand naast je ook? Laat deze code zien.
at-address = Op{" "}
pause = Pauze
pause-until = We gaan verder om
pause-lasts = De pauze duurt
pause-open = We gaan zo verder.
leave-open = Laat deze pagina gerust open staan.
not-playable = Deze vraag kan peil nog niet spelen.
goes-on = De presentator gaat zo verder.
you-answered = Dit antwoordde je tot nu toe
ended = Bedankt voor het meedoen
ended-lead = De bijeenkomst is afgelopen. Alles wat je verstuurde, is opgeslagen. Je kunt deze pagina sluiten.
ended-without = De bijeenkomst is afgelopen. Je kunt deze pagina sluiten.
ended-page = Wat eruit kwam, staat tot en met { $day } op{" "}
ended-late = De bijeenkomst is afgelopen.
you-gave = Dit antwoordde je
may-close = Je kunt deze pagina sluiten.
last = Bedankt voor het meedoen. Je kunt deze pagina sluiten.
go-on = Verder

## Notices that are no refusal.

not-sent = De vraag is gesloten. Wat je had ingevuld, is niet verstuurd.
not-sent-before = De vorige vraag is gesloten. Wat je daar had ingevuld, is niet verstuurd.
not-sent-voting = Er komen geen antwoorden meer bij. Wat je had ingevuld, is niet verstuurd.
saved-before = ✓ Je antwoord op de vorige vraag is opgeslagen.
gone = Deze bijeenkomst is er niet meer. Staat er een andere code op het scherm? Typ die dan.
barred = Met deze pagina kun je niet meer meedoen. Laad de pagina opnieuw, of vraag de organisator om hulp.
new-question = Nieuwe vraag:{" "}
new-round = Nieuwe ronde:{" "}
open-again = De vraag is weer open:{" "}
no-cookie = Je antwoord is nog niet opgeslagen. peil zet één cookie, zodat elke telefoon één keer telt. Sta cookies toe en verstuur opnieuw.
try-again = Het is even te druk. Je antwoord is nog niet opgeslagen. Wacht een paar tellen en verstuur opnieuw.
too-fast = Je verstuurt te snel achter elkaar. Je antwoord is nog niet opgeslagen. Wacht even en verstuur opnieuw.
joined-again = De organisator heeft je uit deze bijeenkomst gehaald. Wat je eerder verstuurde, telt niet mee. Vanaf nu doe je mee als nieuwe deelnemer.
removed = De organisator heeft je uit deze bijeenkomst gehaald. Wat je verstuurde, telt niet mee. Laad deze pagina opnieuw om weer mee te doen.
wait = Er komen veel deelnemers tegelijk binnen vanaf dit netwerk. Je antwoord is nog niet opgeslagen. Wacht een paar tellen en verstuur opnieuw.
cannot-store = De server kan nu niets opslaan, ook je antwoord niet. Laat het de organisator weten en verstuur straks opnieuw.

## Sentences with a number or somebody’s words in them.

# How many options to choose.
pick-exactly = Kies { NUMBER($count) } antwoorden.
pick-either = Kies { NUMBER($least) } of { NUMBER($most) } antwoorden.
pick-or-more =
    { $least ->
        [one] Kies { $least } antwoord of meer.
       *[other] Kies { $least } antwoorden of meer.
    }
pick-range = Kies { NUMBER($least) } tot en met { NUMBER($most) } antwoorden.
# How many characters may still be typed, or are too many.
left =
    { $characters ->
        [one] Nog { $characters } teken
       *[other] Nog { $characters } tekens
    }
over =
    { $characters ->
        [one] { $characters } teken te veel
       *[other] { $characters } tekens te veel
    }
# The field behind an option for something else.
other = { $label }, namelijk (hoogstens { NUMBER($characters) } tekens)
words =
    { $entries ->
        [one] Eén woord of korte zin van hoogstens { NUMBER($length) } tekens.
       *[other] Hoogstens { $entries } woorden of korte zinnen, elk hoogstens { NUMBER($length) } tekens.
    }
word = Woord { NUMBER($number) } van { NUMBER($of) }
# What stands in a field that is still empty.
ordinal =
    { $number ->
        [1] eerste
        [2] tweede
        [3] derde
        [4] vierde
        [5] vijfde
        [6] zesde
        [7] zevende
        [8] achtste
        [9] negende
        [10] tiende
       *[other] {""}
    }
# How many open answers one may give, before the first and after it.
open-first =
    { $left ->
        [one] Hoogstens { NUMBER($length) } tekens.
       *[other] Hoogstens { $left } antwoorden, elk hoogstens { NUMBER($length) } tekens.
    }
open-more =
    { $left ->
        [one] Je mag nog { $left } antwoord geven, van hoogstens { NUMBER($length) } tekens.
       *[other] Je mag nog { $left } antwoorden geven, van hoogstens { NUMBER($length) } tekens.
    }
vote-given = Je hebt je stem gegeven.
vote-left = Je hebt 1 stem.
votes-left = Je hebt nog { NUMBER($left) } van je { NUMBER($of) } stemmen.
votes =
    { $votes ->
        [one] { $votes } stem
       *[other] { $votes } stemmen
    }
too-long = Je antwoord is te lang: { NUMBER($characters) } tekens, en er passen er { NUMBER($limit) }. Maak het korter en verstuur opnieuw.
too-long-quoted = ‘{ $text }’ is te lang: { NUMBER($characters) } tekens, en er passen er { NUMBER($limit) }. Maak het korter en verstuur opnieuw.
where-between = Waar sta jij, tussen ‘{ $left }’ en ‘{ $right }’?
between = { NUMBER($value) }, tussen ‘{ $left }’ en ‘{ $right }’
pole = { NUMBER($value) }, helemaal ‘{ $label }’
you-are-at = Je staat op { NUMBER($value) }.
of-round = Dit is ronde { NUMBER($round) }.
seconds-left =
    { $seconds ->
        [one] Nog { $seconds } seconde
       *[other] Nog { $seconds } seconden
    }
# Minutes and seconds, as 1:05.
time-left = Nog { $time }
# What is asked before something is sent that people seldom mean.
doubt-fewer = Je vulde { NUMBER($given) } van de { NUMBER($of) } in, en later kan er niets meer bij. Vul aan, of verstuur nog een keer als dit alles is.
doubt-unchosen = Je typte iets bij ‘{ $label }’, maar dat heb je niet gekozen. Kies het alsnog, of verstuur nog een keer zonder deze tekst.
doubt-unanswered =
    { $more ->
        [0] Hier koos je nog niets. Kies iets, of verstuur nog een keer om dit over te slaan.
       *[other] Hier koos je nog niets, en bij nog { $more } ook niet. Kies iets, of verstuur nog een keer om die over te slaan.
    }
minutes =
    { $minutes ->
        [one] { $minutes } minuut
       *[other] { $minutes } minuten
    }
# One’s own answer among everybody’s, where the place does not say it.
you-with = jij: { $value }

## Reactions, in a bar under any slide.

reactions = Laat het iedereen zien
reactions-off = Zet uit
reactions-on = Reacties tonen
reaction-heart = hart
reaction-agree = eens
reaction-sun = zon
reaction-okay = oké

## Numbers.

your-number = Je getal
your-number-in = Je getal, in { $unit }
number-any = Typ een getal.
number-between = Typ een getal van { NUMBER($from) } tot en met { NUMBER($to) }.
number-from = Typ een getal van { NUMBER($from) } of meer.
number-to = Typ een getal van hoogstens { NUMBER($to) }.
no-number = Dit is geen getal. Typ het in cijfers, zoals 12 of { $example }, en verstuur opnieuw.
number-out-of-range = Dit getal past hier niet. { $range } Verstuur daarna opnieuw.
number-with-unit = { $value } { $unit }

## Forms.

form-apart = Dit staat los van je andere antwoorden. Alleen de organisator leest het.
may-stay-empty = mag leeg blijven
least = laagst
most = hoogst
ticked = ja
field-empty = Vul dit nog in.
field-no-email = Dit is geen e-mailadres. Er hoort een @ in, en daarachter een punt.
field-out-of-range = Kies een van de mogelijkheden.
field-too-long = Dit is te lang. Maak er hoogstens { NUMBER($limit) } tekens van.
field-too-much = Alles bij elkaar is dit te veel tekst. Maak iets korter.

## Groups.

group = Groep { NUMBER($number) }
group-which = In welke groep zit je?
group-change = Andere groep
group-change-to = Wissel naar { $group }?
group-for = Namens { $group }. Jullie geven samen één antwoord: het laatste telt.
group-first = Hier geeft elke groep één antwoord. Kies eerst je groep.
group-wrote = Jullie antwoorden

## In own pace.

# Vraag of dia 3 van de 12.
own-progress = { NUMBER($number) } van { NUMBER($total) }
own-ways = Vooruit en terug
own-next = Verder
own-back = Terug
own-required = Deze vraag moet je beantwoorden.
own-last = Bijna klaar
own-all-given = Je hebt alles beantwoord.
own-some-left = Dit heb je nog niet beantwoord.
own-must = Dit moet nog
own-may = Dit mag nog
own-finish = Klaar
own-finished = Bedankt
own-finished-lead = Je antwoorden zijn opgeslagen. Zolang dit open is, kun je ze nog veranderen.
own-look-back = Terug naar je antwoorden

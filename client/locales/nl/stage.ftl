### What the projected page says.

join = Doe mee
join-at = Doe mee:{" "}
# Behind a number: how many have gone through all of it.
finished = klaar
code = code
scan = Scan, of ga naar
type-code = en typ de code
hidden = Resultaten zijn nog verborgen
form = Vul dit formulier in op je telefoon. Niets ervan komt op het scherm.
closed = De vraag is gesloten
voting = Stem op je telefoon op wat jou aanspreekt
later = Deze vraag kan peil nog niet spelen.
later-slide = Deze dia kan peil nog niet tonen.
pause = Pauze
until = We gaan verder om
pause-of = We gaan verder over
thanks = Bedankt voor het meedoen
ended = De bijeenkomst is afgelopen.
evaluation =
    { $filled ->
        [0] De evaluatie staat op je telefoon.
        [one] De evaluatie staat op je telefoon. { $filled } keer ingevuld.
       *[other] De evaluatie staat op je telefoon. { $filled } keer ingevuld.
    }
pause-over = We gaan zo verder
blank = Kijk naar de spreker
time-left = Tijd over
lost = Geen verbinding: dit is de laatste stand
back = Terug:
undo = Zet terug (Z)
nothing-back = Niets meer om terug te zetten
sure = Weet je het zeker?
sure-keys = Een nieuwe ronde begint leeg. Enter: ja, Esc: nee.
to-slide = Naar dia
press-enter = · druk op Enter
merge-with = Kies waarmee dit samenvalt:
other-page = Andere pagina (↓)
gone = staat hier niet meer.
nothing-done = Er is niets gedaan.
counts-as = telt mee als
merge-sure = Enter: ja, Esc: nee.
enlarge = Toon groot (Enter)
among = Terug naar de rest (Enter)
hide-it = Verberg (X)
merge-it = Voeg samen (M)
leave-it = Laat staan (Esc)
keys = Toetsen
characters-on = Spreek je tegen je computer, of stoot je vaak een toets aan? Zet dan letters, cijfers en tekens uit.
switch-off = Zet letters, cijfers en tekens uit
characters-off = Letters, cijfers en tekens doen nu niets. Pijltjes, PgUp, PgDn, spatie en Enter wel. Deze browser onthoudt het.
switch-on = Zet letters, cijfers en tekens aan
show-slide = Toon de dia weer
make-blank = Leeg scherm
make-join = Toon hoe je meedoet
screen-join = Op het scherm: hoe je meedoet
screen-blank = Het scherm is leeg
wifi = Geen internet? Gebruik wifi
wifi-password = wachtwoord
clock = klok
present = nu verbonden
answered = geantwoord
sending = worden opgeslagen
notes = Notities
slide-time = op deze dia
room-time = sinds het begin
next = Hierna

## Why an order was not carried out, by its code.

refused =
    { $code ->
        [at_end] Dit is de laatste dia.
        [at_start] Dit is de eerste dia.
        [unknown_slide] Die dia is er niet.
        [moved] Iemand anders deed net ook iets. Kijk hoe het nu staat.
        [nothing_to_undo] Er is niets om terug te zetten.
        [ended] De bijeenkomst is al afgelopen.
        [not_signed_in] Dit scherm mag de bijeenkomst niet bedienen.
        [offline] Geen verbinding. Probeer het nog eens.
       *[other] Dat kan nu niet.
    }

## How it is with something that was taken back, behind its name where it has one.

back-seen = is weer te zien
back-apart = telt weer apart
back-moved = de dia van daarvoor
back-close = de vraag is weer open
back-open = de vraag is weer gesloten
back-hide = de resultaten zijn weer te zien
back-show = de resultaten zijn weer als daarvoor
back-vote = je kunt weer antwoorden geven
back-skip = dia wordt niet meer overgeslagen
back-unskip = dia wordt weer overgeslagen
back-extend = de tijd van daarvoor
back-evaluate = de evaluatie is weer dicht
back-reset = de ronde van daarvoor
back-other = alles is als daarvoor
back-to-slides = de dia staat weer op het scherm
back-to-join = op het scherm staat weer hoe je meedoet
back-to-blank = het scherm is weer leeg

## How long until the next part of the agenda, below the minutes.

until-part = tot { $part }
late-for-part = over tijd voor { $part }

## How long a slide has been there, in whole minutes, against its planned length; and the room.

of-planned = { NUMBER($minutes) } van { NUMBER($planned) } min
over-time = { NUMBER($minutes) } min over tijd
elapsed = { NUMBER($minutes) } min
elapsed-hours = { NUMBER($hours) } u { NUMBER($minutes) } min

## Sentences with a number in them.

# Behind the figure of who took part: 142 / van 168 hebben gestemd.
of-voted =
    { $voters ->
        [one] van { NUMBER($people) } heeft gestemd
       *[other] van { NUMBER($people) } hebben gestemd
    }
of-answered =
    { $voters ->
        [one] van { NUMBER($people) } heeft geantwoord
       *[other] van { NUMBER($people) } hebben geantwoord
    }
of-taken-part =
    { $voters ->
        [one] van { NUMBER($people) } heeft meegedaan
       *[other] van { NUMBER($people) } hebben meegedaan
    }
# Behind the figure of groups that answered: 7 / van 8 groepen.
of-groups = van { NUMBER($groups) } groepen
of-filled-in =
    { $voters ->
        [one] van { NUMBER($people) } ingevuld
       *[other] van { NUMBER($people) } ingevuld
    }
# Behind a number of upvotes.
votes-on =
    { $votes ->
        [one] stem
       *[other] stemmen
    } op { $answers ->
        [one] { $answers } antwoord
       *[other] { $answers } antwoorden
    }
# Questions to the speakers: beside the one on the screen, before there is any, and behind the figure of all of them.
qa-now = wordt nu beantwoord
qa-empty = Stel je vraag op je telefoon
qa-votes =
    { $votes ->
        [one] { $votes } stem
       *[other] { $votes } stemmen
    }
qa-total =
    { $count ->
        [one] vraag
       *[other] vragen
    }
qa-total-open =
    { $count ->
        [one] vraag · stel er een op je telefoon, of stem op die van een ander
       *[other] vragen · stel er een op je telefoon, of stem op die van een ander
    }

# Behind the number of people who joined, in full and short; and when all is over.
people-joined =
    { $people ->
        [one] deelnemer doet mee
       *[other] deelnemers doen mee
    }
joined =
    { $people ->
        [one] doet mee
       *[other] doen mee
    }
took-part =
    { $people ->
        [one] deed mee
       *[other] deden mee
    }
words-given =
    { $given ->
        [one] { $given } antwoord
       *[other] { $given } antwoorden
    }, { NUMBER($distinct) } verschillende
page-of = pagina { NUMBER($page) } van { NUMBER($pages) }
newest-of = de nieuwste { NUMBER($shown) } van { NUMBER($total) }
most-frequent-of = de { NUMBER($shown) } meest genoemde van { NUMBER($total) }
qr-label = QR-code naar { $address }

## What a scale comes to. The means are written with one decimal.

mean-of-one = Gemiddeld { $mean }
label-with-mean = ‘{ $label }’ ({ $mean })
highest-and-lowest = Gemiddeld het hoogst: { $highest }, het laagst: { $lowest }

### The page of one room, and the remote.

code = code
organising = Links, antwoorden en weggooien
as-loaded = Wat hieronder staat, loopt niet mee: het is zoals het was toen je deze pagina opende.
open-stage = Open het scherm
reload = Kijk opnieuw

## Counts.

joined = doen mee
present = nu verbonden
answered = antwoordden op deze vraag

## Where the room is.

not-begun = Nog niet begonnen
not-begun-hint = Deelnemers kunnen al meedoen met de code. Begin als je zover bent.
over = De bijeenkomst is afgelopen
over-remote = Deelnemers kunnen niet meer antwoorden. Je kunt de dia’s nog wel laten zien.
resume = Ga toch verder
resume-hint = Beëindigd per ongeluk? Tot 24 uur na het einde kun je verdergaan waar je was.
remote = Afstandsbediening

## Moving.

previous = Vorige
next = Volgende
begin = Begin
skip = Sla over
unskip = Neem weer mee
skipped = wordt overgeslagen

## The question.

question = Vraag
open-word = open
closed-word = gesloten
voting-word = stemfase
open = Open
close = Sluit
vote = Stemfase
reset = Nieuwe ronde
extend = +30 seconden
extend-aloud = 30 seconden erbij
undo = Zet terug
rounds = Rondes op het scherm
not-playable = Deze dia kan peil nog niet spelen. Hij staat met zijn titel op het scherm.

## Results.

on-stage = Resultaten op het scherm
on-phones = Resultaten op telefoons
shown = zichtbaar
hidden = verborgen
show = Toon
hide = Verberg
slides = Dia’s

## Links.

links = Links
links-hint = Wie zo’n link heeft, kan alles wat erbij staat. Geef hem alleen aan wie hem nodig heeft.
join-link = Meedoen
join-for = voor iedereen
stage-link = Scherm
stage-for = voor de beamer
presenter-link = Presentatorscherm
presenter-for = met notities en alle resultaten, niet op de beamer
remote-link = Afstandsbediening
remote-for = voor de telefoon van de presentator
moderator-link = Moderator
moderator-for = voor wie op de antwoorden let
speaker-link = Sprekers
speaker-for = voor wie de vragen aan de sprekers beantwoordt
follow = Open
new-link = Nieuwe link
new-link-meaning = De oude link werkt dan meteen niet meer. Wie hem nu gebruikt, moet de nieuwe openen. Deelnemers merken er niets van.
new-link-yes = Ja, maak een nieuwe link

## The text for the chat.

chat = Tekst voor de chat
chat-hint = Voor wie op afstand meedoet.
chat-copy = Kopieer
chat-copied = Gekopieerd
chat-invitation = Doe mee op { $url } met code { $code }.
chat-question = Doe mee op { $url } met code { $code }. Vraag: { $question }

## Exports.

download = Antwoorden downloaden
csv-long = CSV, een rij per antwoord
csv-wide = CSV, een rij per deelnemer
excel-long = Voor Excel, een rij per antwoord
excel-wide = Voor Excel, een rij per deelnemer
json = JSON, alles

## Erasing.

erase = Antwoorden wissen
erase-meaning = Wissen is voor altijd: het antwoord verdwijnt uit de resultaten, uit downloads en uit eerdere momenten. Het komt niet terug.
no-answers = Nog geen antwoorden.
answers = De nieuwste antwoorden, de laatste bovenaan
when = om
asked = vraag
given = antwoord
erase-column = wissen
erase-one = Wis
erase-sure = Dit antwoord is dan weg, voor altijd.
erase-yes = Ja, wis dit antwoord

## What can't be undone.

apart = Weggooien
end = Beëindig deze bijeenkomst
end-meaning = Telefoons zien dan een bedankje. Antwoorden en downloads blijven. Tot 24 uur daarna kun je toch verdergaan.
end-yes = Ja, beëindig de bijeenkomst

## The evaluation: what stays open after the end.

evaluate = Evaluatie
evaluate-hint = Het formulier komt dan meteen op alle telefoons. Het scherm blijft zoals het is.
evaluation-open =
    { $filled ->
        [0] De evaluatie staat op de telefoons. Nog niemand heeft haar ingevuld.
        [one] De evaluatie staat op de telefoons. { $filled } keer ingevuld.
       *[other] De evaluatie staat op de telefoons. { $filled } keer ingevuld.
    }
delete = Gooi deze bijeenkomst weg
delete-question = Gooi je deze bijeenkomst weg?
delete-meaning = De bijeenkomst en alle antwoorden zijn dan weg, voor altijd. Download eerst wat je wilt bewaren.
delete-yes = Ja, gooi de bijeenkomst weg
delete-no = Nee, bewaar de bijeenkomst

## When phones show results, for this room.

phones-room = Resultaten op telefoons, deze bijeenkomst
phones-deck = Zoals de presentatie zegt
phones-closed = Als de vraag dicht is
phones-shown = Meteen
phones-hidden = Niet

## Groups.

groups-answered = groepen geantwoord
group-codes = Codes per groep
group-codes-hint = Print ze, en leg er een op elke tafel. Wie scant, zit meteen in die groep.

## In own pace.

own-pace = Iedereen gaat in eigen tempo
own-pace-hint = Alle vragen staan open op de telefoons. Op het scherm staat hoe je meedoet.
# Behind or above the number of participants who have gone through all of it.
finished = klaar
## People without a phone of their own.

enter-by-hand = Antwoorden invoeren
typed-said =
    { $count ->
        [one] { $count } antwoord is ingevoerd
       *[other] { $count } antwoorden zijn ingevoerd
    }
typed-of =
    { $count ->
        [one] waarvan { $count } ingevoerd
       *[other] waarvan { $count } ingevoerd
    }
tablets = Tablets aan tafel

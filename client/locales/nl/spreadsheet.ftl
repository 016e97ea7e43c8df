### What a room's answers say as a spreadsheet.

cover = Overzicht
apart = Formulieren staan los van de andere antwoorden: niets zegt van wie welk is.

## The room.

day = Datum
participants = Deelnemers
time-zone = Tijdzone
made = Gemaakt op
questions = Vragen

## Heads.

question = Vraag
kind = Soort
rounds = Rondes
voters = Deelnemers met een antwoord
answer = Antwoord
statement = Stelling
place = Plaats, van 0 tot 100
number = Getal
about = Over
value = Waarde
given = Zoals gegeven
participant = Deelnemer
round = Ronde
time = Tijd
group = Groep
from = Via
tablet = Tablet

## Sums.

sums = Totalen
sums-of-round = Totalen van ronde { NUMBER($round) }
answers = Antwoorden
to-speakers = Vragen aan de sprekers
sum-given = Gegeven
distinct = Verschillend
skipped = Sloegen over
votes = Aantal
share = Deel van de deelnemers
mean = Gemiddelde
median = Mediaan
lower-quartile = Eerste kwartiel
upper-quartile = Derde kwartiel

## At the desk.

download = Rekenblad (XLSX)

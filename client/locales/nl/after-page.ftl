### The page on which people read afterwards what came out of a room, and the one at the desk on which it is made.

results = Wat eruit kwam
nobody-alone = Hier staan uitkomsten van vijf of meer deelnemers samen, nooit wie wat antwoordde.
too-few = Minder dan 5 deelnemers antwoordden, dus de uitkomst staat hier niet.
no-texts = Wat deelnemers zelf schreven, staat hier niet.
links = Terugkijken
evaluation = Wat vond je ervan?
evaluation-lead = Je kunt dit nog invullen zolang deze pagina er is.
own = Was je erbij? Bekijk wat je zelf antwoordde
transcript = Wat er gezegd werd
transcript-open = Lees alles
earlier = Eerdere ronde:{" "}
nothing-yet = Hier staat nog niets.
closed-heading = Deze pagina is gesloten
closed-lead = Wat eruit kwam, is hier niet meer te zien. Wil je het toch weten? Vraag het de organisator.
not-yet-heading = Deze pagina is er nog niet
not-yet-lead = Na afloop van de bijeenkomst staat hier wat eruit kwam.
preview = Zo ziet de pagina eruit. Alleen jij ziet dit.

## The page at the desk.

heading = Pagina voor daarna
link = Pagina voor daarna
back = Terug naar wat eruit kwam
lead = Wie dit adres heeft, ziet wat eruit kwam: uitkomsten van vijf of meer deelnemers samen, woorden die meer dan één deelnemer gaf, en nooit wie wat antwoordde.
status-closed = Niemand kan deze pagina nu zien.
status-waiting = Na afloop van de bijeenkomst kan iedereen met het adres deze pagina zien.
address = Het adres
address-for = ook op het adres van de code
qr = Het adres als QR-code
see = Bekijk hoe de pagina eruitziet
open-legend = Wie kan de pagina zien?
open-label = Iedereen met het adres
open-hint = Zet dit uit om de pagina in te trekken: dan is ze meteen dicht.
until-label = Tot en met
until-hint = Leeg: twee weken na afloop. Tot die dag blijft ook de evaluatie open.
slug-label = Laatste deel van het adres
slug-hint = 3 tot 40 kleine letters, cijfers en streepjes. Leeg: we maken er een. Verander je het, dan werkt het oude adres niet meer.
show-legend = Vragen op de pagina
show-hint = Zet uit wat er niet op hoort. Met de nummers bepaal je de volgorde. Van formulieren staan er alleen totalen, vanaf 5 formulieren.
form = formulier
text-label = Jouw woorden
text-hint = Bovenaan de pagina. Een lege regel begint een nieuwe alinea.
urls-legend = Dia’s, video en andere adressen
urls-hint = Een adres begint met https://. Laat een regel leeg om hem weg te halen.
url-name = Naam
url-address = Adres
transcript-label = Wat er gezegd werd
transcript-hint = Plak de tekst, of de inhoud van een bestand met ondertitels (vtt of srt): de tijden laten we weg.
file-label = Of kies een bestand
file-hint = Een tekstbestand, ook met ondertitels (vtt of srt). Het komt in de plaats van de tekst hierboven.
save = Bewaar
saved = De pagina is bewaard.
changed = Iemand anders bewaarde de pagina intussen. Hieronder staat wat jij had; bewaar nog eens om haar te vervangen.
slug-wrong = Dit kan geen deel van het adres zijn: gebruik 3 tot 40 kleine letters, cijfers en streepjes, met minstens één letter. Er is niets bewaard.
slug-taken = Een andere pagina heeft dit adres al. Kies iets anders. Er is niets bewaard.
url-wrong = Een van de adressen klopt niet: elk begint met http:// of https:// en heeft een naam. Er is niets bewaard.
day-wrong = Dit is geen dag tot wanneer de pagina open kan zijn. Er is niets bewaard.
too-long = Een van de teksten is te lang. Er is niets bewaard.
unreadable = Dit bestand is geen tekst die we kunnen lezen. Er is niets bewaard.

## Sentences with a text in them.

open-until = Deze pagina is er tot en met { $day }.
closed-since = Ze was er tot en met { $day }.
status-open = Iedereen met het adres kan deze pagina zien, tot en met { $day }.
status-over = De pagina is dicht: ze was open tot en met { $day }.
place-of = Plaats van { $prompt }
url-row = Adres { NUMBER($number) }

### Everything of a room as one ZIP, and a room that is taken in from one.

download = Alles in één ZIP
import-heading = Lees een bijeenkomst in
import-hint = Kies de ZIP die je bij een bijeenkomst downloadde, hier of op een andere peil. Alles komt mee: antwoorden, formulieren en verslag.
import-label = ZIP van een bijeenkomst
import = Lees in

## What stands in the ZIP, in a file that is read before the others.

read-me = Dit is alles van een bijeenkomst in peil.
read-me-share = Om te delen. Hierin staat niets over minder dan vijf deelnemers:
read-me-report = report.html, report.docx en report.pdf: het verslag.
read-me-keep = Alleen voor jou als organisator. Hierin staat wat elke deelnemer gaf:
read-me-figures = figures: de figuur van elke vraag, als plaatje.
read-me-deck = deck.md: de presentatie, om opnieuw te gebruiken.
read-me-answers = answers: alle antwoorden, en wat er in formulieren staat.
read-me-archive = archive: de bijeenkomst zelf. Lees deze ZIP in op je werkplek, dan staat hij er weer.

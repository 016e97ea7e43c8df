### Kinds of slides in words.

content = tekst
instructions = doe mee
break = pauze
agenda = programma
results = eerdere vraag
leaderboard = ranglijst
choice = meerkeuze
words = woordwolk
open = open vraag
scale = schaal
spectrum = tussen twee polen
rank = rangschikken
points = punten verdelen
grid = assenveld
pin = plek op een plaatje
number = getal
type = antwoord typen
form = formulier
qa = vragen van deelnemers

### What the buttons of the stage’s strip are called.

name = Bediening
previous = Vorige dia
next = Volgende dia
open = Vraag openen
close = Vraag sluiten
show = Resultaten tonen
hide = Resultaten verbergen
blank = Leeg scherm
slides = De dia weer tonen
full-screen = Volledig scherm
help = Alle toetsen

# A button, with its key behind it.
tool = { $name } ({ $key })

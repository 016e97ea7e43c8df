### The page from which whoever presents leads the room.

console = Presentatorscherm
now = Nu op het scherm
next = Hierna
next-named = Volgende: { $slide }
slide = dia { $number }
answered = antwoordden
close = Sluit de vraag
open = Open de vraag
hide-results = Verberg resultaten
show-results = Toon resultaten
hide-on-phones = Verberg op telefoons
show-on-phones = Toon op telefoons
queue = Wat er binnenkomt
nothing-waits = Bij deze dia stuurt niemand woorden of teksten.
all = Alles wat binnenkwam
notes = Notities
no-notes = Bij deze dia staan geen notities.
larger = Groter
later = speelt nog niet
more = Scherm, deur, links en einde
links = Links en QR-codes
to-console = Naar het presentatorscherm

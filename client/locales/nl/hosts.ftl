### Who leads a room together with others, and what they did last.

heading = Wie deed wat
none = Nog niets.
you = jij
owner = de organisator
token = een programma
by-itself = vanzelf
presenter = presentator
remote = afstandsbediening
moderator = moderator
speaker = spreker
stage = scherm

hid = woord of antwoord verborgen
restored = woord of antwoord teruggezet
merged = samengevoegd
approved = goedgekeurd
held = ‘eerst bekijken’ aangezet
held-off = ‘eerst bekijken’ uitgezet
changed-deck = dia’s veranderd
door-opened = deur geopend
door-closed = deur gesloten
set-phones = resultaten op telefoons ingesteld
removed = deelnemers eruit gehaald
returned = deelnemers teruggezet
erased = antwoord gewist
asked = vraag aan de sprekers ingetypt
chose = vraag op het scherm gezet
answered = vraag beantwoord
assigned = vraag aan een spreker gegeven
replied = vraag schriftelijk beantwoord
entered = antwoorden ingevoerd
ended-tablet = tablet niet meer gedeeld
renewed-tablets = nieuwe codes voor tablets gemaakt
undone = iets teruggezet
resumed = weer verder gegaan
ended = beëindigd
begun = echt begonnen

## With what is filled in.

# One of several: "presentator 2".
numbered = { $who } { NUMBER($number) }
# Above the list: as whom others see this page.
you-are = Voor anderen ben je { $who }.
# Beside the button that takes it back.
done-by = door { $who }
times = { $what }, { NUMBER($times) } keer
ago =
    { $minutes ->
        [0] zojuist
        [one] { $minutes } minuut geleden
       *[other] { $minutes } minuten geleden
    }

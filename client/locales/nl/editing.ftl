### Changing the slides of a room that runs, and what a change does.

heading = Wijzig de dia’s
back = Terug naar de bijeenkomst
meaning = Verbeter een typefout, zet er een vraag bij of wissel dia’s om terwijl iedereen meedoet. Code en deelnemers blijven. Wat geantwoord is, blijft geteld.
text = Tekst van de bijeenkomst
look = Kijk wat er verandert
make = Voer door
discard = Laat alles zoals het was
what-happens = Dit gebeurt er
played-now = Dit staat er nu
played-hint = Iemand anders wijzigde de dia’s terwijl jij typte. Neem hieruit over wat moet blijven: wat je doorvoert, komt in de plaats van deze tekst.
not-yet = Er is nog niets veranderd. Klopt dit? Voer het dan door.
nothing = Er verandert niets: deze tekst zegt hetzelfde.
new-round-hint = Bij een nieuwe ronde begint de vraag opnieuw met nul antwoorden.

how = Hoe verander je de tekst?
how-slides = Elke dia begint na een regel met ---. De kop staat achter een #, een keuze achter een -. Verbeter een woord gewoon op zijn plek. Een nieuwe vraag ziet er zo uit, tussen twee dia’s:
how-example =
    ---
    ask: choice
    ---

    # Wat neem je mee?

    - Een idee
    - Een afspraak

## One line of the list: what happens to which slide.

-answers =
    { $answers ->
        [one] { $answers } antwoord
       *[other] { $answers } antwoorden
    }
title-reads = De titel ‘{ $before }’ wordt ‘{ $after }’.
deck-settings = De instellingen van de hele presentatie veranderen.
pace-stays = Het tempo (pace) verandert pas in een volgende bijeenkomst: deze gaat verder zoals ze begon.
added = Nieuw op plaats { NUMBER($place) }: ‘{ $prompt }’ ({ $kind }).
removed =
    { $answers ->
        [0] ‘{ $prompt }’ gaat eruit.
        [one] ‘{ $prompt }’ gaat eruit. In de resultaten blijft { -answers } staan.
       *[other] ‘{ $prompt }’ gaat eruit. In de resultaten blijven { -answers } staan.
    }
moved = ‘{ $prompt }’ gaat van plaats { NUMBER($place) } naar plaats { NUMBER($target) }.
skipped = ‘{ $prompt }’ wordt overgeslagen.
unskipped = ‘{ $prompt }’ wordt niet meer overgeslagen.
reworded =
    { $answers ->
        [0] ‘{ $before }’ wordt ‘{ $after }’.
        [one] ‘{ $before }’ wordt ‘{ $after }’. Er blijft { -answers } staan: is het nog dezelfde vraag?
       *[other] ‘{ $before }’ wordt ‘{ $after }’. Er blijven { -answers } staan: is het nog dezelfde vraag?
    }
item-reworded =
    { $answers ->
        [0] Bij ‘{ $prompt }’: ‘{ $before }’ wordt ‘{ $after }’.
        [one] Bij ‘{ $prompt }’: ‘{ $before }’ wordt ‘{ $after }’. Er blijft { -answers } staan: is het nog hetzelfde antwoord?
       *[other] Bij ‘{ $prompt }’: ‘{ $before }’ wordt ‘{ $after }’. Er blijven { -answers } staan: is het nog hetzelfde antwoord?
    }
item-added = Bij ‘{ $prompt }’: ‘{ $text }’ komt erbij.
item-removed = Bij ‘{ $prompt }’: ‘{ $text }’ verdwijnt.
new-round =
    { $answers ->
        [0] ‘{ $prompt }’ begint opnieuw, met ronde { NUMBER($round) }.
        [one] ‘{ $prompt }’ begint opnieuw, met ronde { NUMBER($round) }. In de ronde ervoor blijft { -answers } staan.
       *[other] ‘{ $prompt }’ begint opnieuw, met ronde { NUMBER($round) }. In de ronde ervoor blijven { -answers } staan.
    }
text-reads = ‘{ $prompt }’ krijgt andere tekst onder de kop.
notes-read = ‘{ $prompt }’ krijgt andere notities.
countdown =
    { $seconds ->
        [one] ‘{ $prompt }’ sluit { $seconds } seconde na het begin.
       *[other] ‘{ $prompt }’ sluit { $seconds } seconden na het begin.
    }
endless = ‘{ $prompt }’ sluit niet meer vanzelf.
# Behind one of these two, of a question that was open already.
countdown-later = Dat geldt vanaf de volgende keer dat de vraag opengaat. Tijd die nu loopt, verandert niet.
settings = ‘{ $prompt }’ krijgt andere instellingen.

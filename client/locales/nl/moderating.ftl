### Where words and answers are hidden and merged.

moderator = Moderator
words = Woorden
answers = Antwoorden
hide = Verberg
approve = Goed
refuse = Weiger
approved = goedgekeurd
the-rest = De rest
hold-on = Eerst bekijken staat aan: niemand ziet wat binnenkomt voordat jij het goedkeurt.
hold-off = Eerst bekijken staat uit: wat binnenkomt, telt meteen mee.
turn-on = Bekijk eerst wat binnenkomt
turn-off = Laat alles meteen zien
show-again = Zet terug
hidden = verborgen
not-given = nog door niemand gegeven
unfold = Meer
fold = Minder
merged = Telt mee:
apart = Haal los
pick = Kies om samen te voegen
merge = Voeg samen
merge-more = Kruis er nog een aan
merge-hint = Kruis aan wat hetzelfde betekent en voeg het samen. Wie het verstuurde, merkt er niets van.
same-word = Hetzelfde woord?
count-as-one = Tel als één
pass-over = Sla over
counts-as = Alles telt mee als
the-first = wat er het eerst was
ahead = Woord vooraf verbergen
ahead-hint = Wie dit woord straks geeft, merkt er niets van. Het staat hierboven tot je het terugzet.
nothing = Nog geen antwoorden.
gone = Staat hier niet meer.
nothing-to-do = Bij deze dia hoef je niets te doen. Zodra er een vraag is met woorden of teksten, staan ze hier.
other-questions = Andere vragen
to-the-stage = Naar wat nu op het scherm staat
unpick = Kies niets
more = Alles staat op de pagina van de moderator

## Looking for something among all of it.

find = Zoek
find-all = Zoek in alles
find-it = Toon
sort = Volgorde
newest-first = Nieuwste eerst
most-first = Vaakst gegeven eerst

## Sentences with a number or a word in them.

merge-as = Voeg { NUMBER($count) } samen als ‘{ $into }’
counted-word = { $word } ({ NUMBER($count) })
would-count-as = { $words } → { $into }
suggested-more = Nog { $count }
waiting =
    { $count ->
        [one] Toon { $count } nieuwe
       *[other] Toon { $count } nieuwe
    }
waits = Wacht op jou ({ NUMBER($count) })
came =
    { $new ->
        [one] { $new } nieuwe, { NUMBER($total) } in totaal
       *[other] { $new } nieuwe, { NUMBER($total) } in totaal
    }
times = { NUMBER($count) }×

### What a figure says that stands by itself.

answers =
    { $answers ->
        [one] { $answers } antwoord
       *[other] { $answers } antwoorden
    }
round = ronde { NUMBER($round) }

## At the desk.

heading = Figuren
hint = Voor dia’s en verslagen: als plaatje (PNG), of als tekening die scherp blijft (SVG).
save = Bewaar de figuur:
png = Plaatje (PNG)
clear-png = Zonder achtergrond (PNG)
dark-png = Donker plaatje (PNG)
svg = Tekening (SVG)
copy = Kopieer
copied = Gekopieerd
not-copied = Kopiëren lukte niet. Bewaar het plaatje.

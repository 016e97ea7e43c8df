### What a figure says that stands by itself.

answers =
    { $answers ->
        [one] { $answers } answer
       *[other] { $answers } answers
    }
round = round { NUMBER($round) }

## At the desk.

heading = Figures
hint = For slides and reports: as a picture (PNG), or as a drawing that stays sharp (SVG).
save = Save the figure:
png = Picture (PNG)
clear-png = Without background (PNG)
dark-png = Dark picture (PNG)
svg = Drawing (SVG)
copy = Copy
copied = Copied
not-copied = Copying did not work. Save the picture.

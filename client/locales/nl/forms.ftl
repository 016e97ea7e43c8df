### The page with what people filled into a form.

back = Terug naar de bijeenkomst
lead = Alleen jij leest dit. Het staat los van de andere antwoorden, en de volgorde zegt niets over wie het was.
download = Download als bestand
csv = Als CSV
excel = Als CSV voor Excel
json = Als JSON
day = dag
nothing = Hier is nog niets ingevuld, of het is niet meer bewaard.
erase = Wis
erase-meaning = Wat hier staat, is dan voorgoed weg, ook van de schijf.
erase-yes = Ja, wis dit formulier
forms = Formulieren
ticked = ja

## Sentences with a number or a text in them.

filled-in =
    { $count ->
        [one] { NUMBER($count) } keer ingevuld
       *[other] { NUMBER($count) } keer ingevuld
    }
link = { $prompt }: { $filled }
round = Ronde { NUMBER($number) }

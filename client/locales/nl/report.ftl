### The report of a room, and the page on which it is made.

kind = Impressieverslag
next = Hoe nu verder
table = De cijfers
replied = Antwoord:
too-few = Van minder dan 5 deelnemers toont een verslag geen uitkomst.
not-shown = Wat deelnemers schreven, was niet op het scherm te zien en staat daarom niet in dit verslag.
made = Gemaakt met peil
heading = Maak het verslag
link = Maak het verslag
back = Terug naar wat eruit kwam
lead-label = Inleiding
lead-hint = Jouw eigen woorden, bovenaan. Een lege regel begint een nieuwe alinea. Leeg: dan staat er niets.
next-label = Hoe nu verder
next-hint = Elke regel wordt een punt, onderaan.
questions = Vragen in het verslag
questions-hint = Zet uit wat er niet in hoort. Met de nummers bepaal je de volgorde.
place-label = Plaats
quotes = Citaten
quotes-hint = Kies wat er van deze vraag woordelijk in staat. Niets gekozen: de drie met de meeste stemmen.
totals-label = Cijfers en keuzes van dit formulier
totals-hint = Alleen totalen, vanaf 5 formulieren. Nooit wat één deelnemer invulde.
save = Bewaar
see = Webpagina
word = Word
pdf = PDF
excel = Excel
download = Download het verslag
saved = Het verslag is bewaard.
changed = Iemand anders bewaarde het verslag intussen. Hieronder staat wat jij had; bewaar nog eens om het te vervangen.
nothing = Er zijn nog geen antwoorden om verslag van te doen.

## Sentences with a number or a text in them.

questions-asked =
    { $count ->
        [one] vraag
       *[other] vragen
    }
people =
    { $count ->
        [one] deelnemer
       *[other] deelnemers
    }
answers =
    { $count ->
        [one] antwoord
       *[other] antwoorden
    }
mean-of = { $label }, gemiddeld van { $count }
saved-at = Laatst bewaard op { $when }
changed-since =
    { $count ->
        [one] Sinds je het verslag bewaarde, veranderde { NUMBER($count) } vraag:
       *[other] Sinds je het verslag bewaarde, veranderden { NUMBER($count) } vragen:
    }
changed-row = { $prompt }: { $before }, nu { $now }
page-of = { $page } van { $pages }

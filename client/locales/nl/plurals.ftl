### What the desk says with a number or a name in it.

slides =
    { $count ->
        [one] { $count } dia
       *[other] { $count } dia’s
    }
people =
    { $count ->
        [one] { $count } deelnemer
       *[other] { $count } deelnemers
    }
made-on = gemaakt op { $day }
time-of-day = { $hours }.{ $minutes } uur
moment = { $day } om { $time }
planned-for = gepland op { $moment }
page = pagina { NUMBER($page) }, { NUMBER($total) } in totaal
waiting =
    { $participants ->
        [one] Er wacht { $participants } deelnemer
       *[other] Er wachten { $participants } deelnemers
    } { $networks ->
        [one] vanaf één netwerk
       *[other] vanaf { $networks } netwerken
    }
more-time =
    { $people ->
        [one] { $people } deelnemer vraagt meer tijd
       *[other] { $people } deelnemers vragen meer tijd
    }
answers =
    { $count ->
        [one] { $count } antwoordde
       *[other] { $count } antwoordden
    }
-errors =
    { $errors ->
        [one] { $errors } fout
       *[other] { $errors } fouten
    }
-warnings =
    { $warnings ->
        [one] { $warnings } waarschuwing
       *[other] { $warnings } waarschuwingen
    }
errors = { -errors }
warnings = { -warnings }
errors-and-warnings = { -errors } en { -warnings }
line = Regel { NUMBER($line) }
place = { NUMBER($number) } van { NUMBER($of) }
where-we-are = Dia { $place }, { $kind }
where-we-are-again = Dia { $place }, { $kind }, ronde { NUMBER($round) }
round = Ronde { NUMBER($round) }
# Behind the words of a button.
to-slide = , naar dia { NUMBER($number) }

### What the desk says with a number or a name in it.

slides =
    { $count ->
        [one] { $count } slide
       *[other] { $count } slides
    }
people =
    { $count ->
        [one] { $count } participant
       *[other] { $count } participants
    }
made-on = made on { $day }
time-of-day = { $hours }:{ $minutes }
moment = { $day } at { $time }
planned-for = planned for { $moment }
page = page { NUMBER($page) }, { NUMBER($total) } in all
waiting =
    { $participants ->
        [one] { $participants } participant from { $networks ->
            [one] one network
           *[other] { $networks } networks
        } is waiting
       *[other] { $participants } participants from { $networks ->
            [one] one network
           *[other] { $networks } networks
        } are waiting
    }
more-time =
    { $people ->
        [one] { $people } participant asks for more time
       *[other] { $people } participants ask for more time
    }
answers =
    { $count ->
       *[other] { $count } answered
    }
-errors =
    { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }
-warnings =
    { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }
errors = { -errors }
warnings = { -warnings }
errors-and-warnings = { -errors } and { -warnings }
line = Line { NUMBER($line) }
place = { NUMBER($number) } of { NUMBER($of) }
where-we-are = Slide { $place }, { $kind }
where-we-are-again = Slide { $place }, { $kind }, round { NUMBER($round) }
round = Round { NUMBER($round) }
# Behind the words of a button.
to-slide = , to slide { NUMBER($number) }

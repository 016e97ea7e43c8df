### When people joined a room, and who was removed.

heading = Deelnemers weghalen
meaning = Kwamen er ineens veel deelnemers bij die er niet horen? Haal weg wie er in die minuten bij kwam. Wat ze verstuurden, telt dan nergens meer mee. Je kunt ze terugzetten.
nobody = Er doet nog niemand mee.
caption = Hoeveel er per minuut bij kwamen
minute = minuut
joined = erbij
from = Van minuut
to = Tot en met minuut
remove = Haal weg
question = Haal je deze deelnemers weg?
yes = Ja, haal ze weg
no = Nee, laat ze meedoen
removed = Weggehaald
put-back = Zet terug
all-again = Ze doen allemaal opnieuw mee, als nieuwe deelnemer.

## Sentences with a number or a time in them.

-people =
    { $count ->
        [one] { $count } deelnemer
       *[other] { $count } deelnemers
    }
-answers =
    { $given ->
        [one] { $given } antwoord
       *[other] { $given } antwoorden
    }
ago =
    { $minutes ->
        [0] nu
        [one] { $minutes } minuut geleden
       *[other] { $minutes } minuten geleden
    }
# A minute to choose.
choice = { $time }, { $ago } ({ -people })
asked =
    { -people } die tussen { $from } en { $to } erbij { $count ->
        [one] kwam
       *[other] kwamen
    }, met { -answers }. Wie echt meedoet, kan daarna opnieuw meedoen als nieuwe deelnemer.
gone = { -people } van tussen { $from } en { $to }, met { -answers }.
again =
    { $count ->
        [one] { $count } deelnemer doet intussen opnieuw mee en telt al.
       *[other] { $count } deelnemers doen intussen opnieuw mee en tellen al.
    }
# Behind the words of a button, for who hears the page.
of-them = : { -people }

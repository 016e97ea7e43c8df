heading = Antwoorden invoeren
lead = Voor wie geen telefoon heeft. Wat je invoert, telt mee zoals elk antwoord en is apart te zien.
question = Vraag
show = Toon
round = Ronde
group = Groep
counts = Hoe vaak is wat gekozen?
texts = Wat zeiden ze?
texts-hint = Eén regel per deelnemer. Geeft iemand meer woorden, zet er dan komma’s tussen.
additions-hint = Eén antwoord per regel. Elke regel telt als één deelnemer.
of-group-hint = Wat je invoert, is het antwoord van deze groep.
replaces = Dit komt in de plaats van wat hier eerder is ingevoerd. Maak leeg wat weg moet.
save = Voer in
saved = Ingevoerd.
nothing-to-enter = Bij deze vraag kun je niets invoeren.
none-asked = Er is nog geen vraag gesteld. Zodra dat zo is, kun je hier antwoorden invoeren.
back = Terug
no-number = Vul hele getallen in, van 0 tot 1.000.
moved = Iemand anders veranderde hier net ook iets. Kijk of het klopt met wat jij invulde. Voer je nog een keer in, dan komt dat ervoor in de plaats.
by-others = Dit voerde iemand anders in
given =
    { $count ->
        [one] { $count } antwoord
       *[other] { $count } antwoorden
    }

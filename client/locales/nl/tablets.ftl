## Hosts.

heading = Tablets aan tafel
lead = Scan met de tablet van een tafel de code hieronder. Daarna antwoordt iedereen aan die tafel om de beurt, en elk antwoord telt apart. Hoogstens 12 deelnemers per tablet.
codes = Codes
one-tablet = Eén tablet
list = Tablets
none = Er doet nog geen tablet mee.
number = Tablet { $number }
people =
    { $count ->
        [one] { $count } deelnemer
       *[other] { $count } deelnemers
    }
ended = niet meer gedeeld
end = Niet meer delen
end-meaning = Wat de tafel al verstuurde, blijft tellen. Op de tablet kan daarna nog één deelnemer verder.
end-yes = Ja, deel deze tablet niet meer
renew = Nieuwe codes
renew-meaning = De codes hieronder werken dan niet meer. Tablets die al meedoen, blijven meedoen.
renew-yes = Ja, maak nieuwe codes

## Whoever holds the tablet.

share-heading = Eén tablet voor de tafel
share-lead = Iedereen aan tafel antwoordt om de beurt op dit apparaat. Elk antwoord telt apart.
share = Deel dit apparaat
share-not = Doe alleen mee
own-pace = Hier gaat iedereen in eigen tempo door de vragen. Daarvoor heeft ieder een eigen apparaat nodig.
seat = { $seat }e van deze tablet
sent = Verstuurd
sent-lead = Geef de tablet door. Wie hem krijgt, begint met een leeg antwoord.
pass-on = Geef door aan de volgende
another = Nog een antwoord
last-seat = Dit was plaats 12, de laatste van deze tablet.
full-heading = Iedereen is geweest
full-lead = Met deze tablet hebben 12 deelnemers geantwoord. Meer kan niet bij deze vraag. Neem voor wie nog niet is geweest een tweede tablet.
ended-heading = Deze tablet wordt niet meer gedeeld
ended-lead = Wat jullie verstuurden, telt mee. Alleen jij kunt hier nog verder.
alone = Ga alleen verder
on = Verder
moved = Er is iets nieuws
news = Nieuws

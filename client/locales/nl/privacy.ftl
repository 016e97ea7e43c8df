### The page about privacy. Everything here must stay true: nobody is promised more than the server does.

heading = Privacy
asked = Wat we vragen
asked-text = We vragen geen naam. Antwoorden van één telefoon blijven bij elkaar, zodat je maar één keer telt. Wie zijn cookies wist, telt als iemand anders.
kept = Wat we bewaren
kept-answers = Je antwoorden, en wanneer ze binnenkwamen.
kept-number = Een nummer voor jouw telefoon. In elke bijeenkomst is dat een ander nummer.
seen = Wie het ziet
seen-text = De organisator ziet alle antwoorden, zonder naam. Schrijf dus zelf geen namen op die niemand hoeft te weten. Op het scherm en op telefoons staat wat de presentator laat zien.
not-kept = Wat we niet bewaren
no-address = Geen internetadres van je telefoon of computer bij je antwoorden.
no-others = Niets bij anderen: deze pagina’s vragen niets aan andere sites, en volgen je niet.
mail = Mail
mail-text = Vraag je in een formulier om het verslag, dan kan de organisator het je mailen. Je adres gaat dan ook langs een mailserver. Bij de mail zelf is het een dag na de laatste weer weg. In elke mail staat hoe je er geen meer krijgt.
cookies = Cookies
cookies-text = peil zet alleen cookies die het nodig heeft. Meedoen vraagt er één.
on-phone = Wat je typt en nog niet verstuurd is, bewaart je eigen browser op je telefoon, zodat het niet kwijtraakt. Het gaat daar weg zodra het is opgeslagen, of als je je browsergegevens wist.
for-screen = een scherm dat op een bijeenkomst wacht
for-test = kijken of cookies werken, alleen op /test
minutes = 10 minuten
hour = 1 uur
name = naam
purpose = waarvoor
lasts = hoe lang
for-identity = jouw antwoorden bij elkaar houden
for-language = de taal die je koos
for-owner = de organisator aangemeld houden
for-roles = het scherm, en net zo de andere rollen: alleen voor wie zo’n link van de organisator opende
year = 1 jaar
connection = De verbinding
encrypted = De verbinding is versleuteld: onderweg kan niemand meelezen.
plain = De verbinding is niet versleuteld: wie op hetzelfde netwerk zit, zou kunnen meelezen.
proxied = Je verbinding loopt langs een andere server voor hij hier komt. Wat die bewaart, weet de beheerder.
how-long = Hoe lang
how-long-text = Een bijeenkomst blijft tot de organisator hem weggooit. Een code werkt tot 30 dagen na het einde, of zolang de pagina met de uitkomsten er is.
erase = Iets laten wissen
erase-text = Vraag het de organisator. Eén antwoord of een hele bijeenkomst kan voor altijd weg.

answers-go = De antwoorden van een bijeenkomst worden { $days } na het einde gewist; alleen totalen blijven, zonder wat iemand schreef.
forms-go = Wat je in een formulier invult, wordt na { $days } gewist.

## Whose page this is, before and behind the address.

lead-before = Zo gaat peil op{" "}
lead-behind = {" "}met jouw antwoorden om.
days =
    { $days ->
        [one] { $days } dag
       *[other] { $days } dagen
    }

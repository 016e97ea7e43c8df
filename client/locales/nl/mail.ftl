### The mail to those who asked for the report, the page from which it is sent, and the one that ends it.

heading = Verslag per mail
back = Terug naar de bijeenkomst
link = Verslag per mail
link-hint = Alleen aan wie er in een formulier om vroeg.
lead = De mail gaat alleen naar wie er in een formulier om vroeg, één voor één en ieder één keer. Niemand ziet de adressen van anderen.
not-set-up = Deze peil verstuurt zelf geen mail. Je kunt de adressen hieronder kopiëren, of de beheerder vragen om --smtp en --mail-from in te stellen.
still-runs = De bijeenkomst loopt nog. Versturen kan als hij is afgelopen.
nobody = Niemand vroeg om het verslag. Dat kan in een formulier met een veld ‘email report’.

whom = Aan wie
write = Wat erin staat
subject = Onderwerp
lead-text = Tekst
lead-hint = Een lege regel begint een nieuwe alinea.
address = Adres in de mail
address-hint = Waar het verslag staat. Vooraf ingevuld: de pagina van deze bijeenkomst.
save = Bewaar en bekijk
preview = Zo komt hij aan
preview-html = Met opmaak
preview-text = Als platte tekst
from = Van

send = Verstuur
send-yes = Ja, verstuur
stop = Stop met versturen
stop-meaning = Wat al onderweg is, komt aan. De rest wacht tot je weer op Verstuur drukt.
try-now = Probeer het nu
progress = Hoe het staat
refresh = Ververs
under-way = Bezig met versturen. Je mag deze pagina sluiten.

sent = verstuurd
waiting = wacht
later = later opnieuw
refused = geweigerd
unknown = onbekend
unsubscribed = afgemeld
withdrawn = formulier gewist

later-heading = Komt later
later-lead = De mailserver vroeg om later terug te komen. Dat gaat vanzelf, een paar keer, met steeds langer ertussen.
refused-heading = Geweigerd
refused-lead = Deze mails nam de mailserver niet aan, of het adres kan niet bestaan. Erachter staat wat hij zei.
unknown-heading = Onbekend
unknown-lead = Hier brak de verbinding af terwijl de mail onderweg was. Misschien kwam hij aan, misschien niet. Opnieuw sturen doet peil alleen als jij het zegt.
again = Stuur opnieuw
again-all = Stuur alle opnieuw
given-up = Bleef om later vragen.
no-address = Dit is geen adres waar mail naartoe kan.
erased-address = adres gewist

addresses = De adressen
addresses-hint = Om zelf te mailen: zet ze in het veld voor BCC, dan ziet niemand die van anderen. Wie zich afmeldde, staat er niet bij.
copy = Kopieer
copied = Gekopieerd
kept-none = Hier zijn geen adressen meer bewaard. In de formulieren staan ze tot je die wist.
bounces = Wat later terugkomt als onbestelbaar, gaat naar { $from }. Dat ziet peil niet.

## What stands in the way of all mail.

unreachable = De mailserver is niet te bereiken.
encryption = De verbinding met de mailserver kan niet versleuteld worden.
login = De mailserver neemt de naam of het wachtwoord niet aan.
sender = De mailserver neemt van dit afzenderadres niets aan.
tried-again = We proberen het om { $time } opnieuw.

## Sentences with a number or a text in them.

asked =
    { $count ->
        [one] { NUMBER($count) } adres vroeg om het verslag.
       *[other] { NUMBER($count) } adressen vroegen om het verslag.
    }
left-out =
    { $count ->
        [one] { NUMBER($count) } adres is afgemeld en krijgt niets.
       *[other] { NUMBER($count) } adressen zijn afgemeld en krijgen niets.
    }
send-meaning =
    { $count ->
        [one] { NUMBER($count) } adres krijgt deze mail. Dat is niet terug te halen.
       *[other] { NUMBER($count) } adressen krijgen deze mail. Dat is niet terug te halen.
    }
kept-until = De adressen bij deze mail gaan op { $time } weg, en staan dan ook niet meer in nieuwe reservekopieën. In de formulieren staan ze tot je die wist.

## The mail itself.

default-subject = Verslag: { $title }
default-lead = Je vroeg om het verslag van { $title }. Hieronder vind je de pagina waarop staat wat eruit kwam.
read = Naar het verslag
why = Je krijgt deze mail omdat je dit adres invulde om het verslag te krijgen.
no-more = Geen mail meer van deze peil

## The page that ends it.

end-heading = Geen mail meer
end-lead = Wil je van deze peil geen mail meer krijgen? Ook later niet, als iemand je adres weer invult.
end-yes = Ja, geen mail meer
ended-heading = Je krijgt geen mail meer
ended-lead = Van deze peil komt geen mail meer op dit adres. Wat net onderweg was, kan nog aankomen. Je adres zelf bewaren we hiervoor niet.

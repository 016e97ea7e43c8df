### Pages that say one thing: what happened, what to do, and the way on.

unknown-code-heading = Deze code kennen we niet
unknown-code = Staat hij nog op het scherm? Kijk goed naar de 8 cijfers; een 0 zit er nooit in.
room-gone-heading = Deze bijeenkomst is er niet meer
room-gone = De organisator heeft de bijeenkomst gewist, met alle antwoorden. Staat er een andere code op het scherm? Typ die dan.
answers-ended-heading = Deze bijeenkomst is voorbij
answers-ended = De antwoorden zijn gewist; de organisator houdt alleen de totalen. Staat er een andere code op het scherm? Typ die dan.
not-found-heading = Deze pagina is er niet
not-found = Misschien is het adres niet helemaal goed overgenomen. Doe je mee? Typ dan de code van het scherm.
too-large-heading = Dit is te veel in één keer
too-large = Je antwoord is niet opgeslagen. Ga terug, maak het korter en verstuur het opnieuw.
unreadable-heading = Dit konden we niet lezen
unreadable = Er is niets opgeslagen. Ga terug naar de vraag en verstuur je antwoord opnieuw.
foreign-heading = Dit kwam van een andere site
foreign = Er is niets opgeslagen. Open de vraag op deze site en verstuur je antwoord daar.
misdirected-heading = Dit adres is niet van deze site
misdirected = Er is niets opgeslagen. Ga verder op het goede adres, en open daar je link of typ daar je code.
screens-full-heading = Er wachten nu te veel schermen
screens-full = Dit scherm kan er nu niet bij. Wacht een minuut en laad de pagina opnieuw, of open de link van het scherm.
no-cookie-heading = Je antwoord is nog niet opgeslagen
no-cookie = peil zet één cookie, zodat elke telefoon één keer telt. Sta cookies toe, ga terug en verstuur opnieuw.
door-closed-heading = De deur is dicht
door-closed = Er kan nu niemand meer bij. Wil je toch meedoen? Vraag de organisator om de deur te openen en kijk dan opnieuw.
wait-heading = Je bent bijna binnen
wait = Er komen veel deelnemers tegelijk binnen vanaf dit netwerk. Je staat in de rij, en deze pagina laat je vanzelf binnen. Laat hem open staan.
try-again-heading = Het is even te druk
try-again = Wacht een paar tellen en laad de pagina opnieuw. Had je net iets verstuurd? Ga dan terug en verstuur het nog eens.
cannot-store-heading = We kunnen nu niets opslaan
cannot-store = Ook je antwoord is niet opgeslagen. Laat het de organisator weten, ga terug en verstuur het straks opnieuw.
server-error-heading = Dat ging mis bij ons
server-error = Het lag niet aan jou. Wacht een minuut, ga terug en kijk of je antwoord er staat.

## The way on.

to-address = Naar het goede adres
try-this-again = Probeer het opnieuw
look-again = Kijk opnieuw
to-question = Terug naar de vraag
to-code = Typ een code

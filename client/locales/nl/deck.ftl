### The page of one deck.

text = Tekst van de presentatie
text-unsaved = Jouw tekst, nog niet bewaard
save = Bewaar presentatie
save-over = Bewaar mijn tekst eroverheen
stored-now = Wat er nu bewaard is
stored-hint = Neem hieruit over wat je wilt houden, of ga hiermee verder. Dan vervalt jouw tekst hierboven.
go-on-with-stored = Ga verder met wat bewaard is
download = Download tekst
start-room = Start bijeenkomst
expected = Hoeveel deelnemers verwacht je?
expected-hint = Mag leeg blijven. Vul het in als er meer dan 1.000 deelnemers tegelijk binnenkomen vanaf één netwerk.
planned = Voor wanneer? Je mag dit leeg laten
planned-hint = Met een datum is alles een proef tot je echt begint: je hebt de code al, en kunt hem delen.
mend-first = Verbeter eerst de fouten.
slides = Dia’s
rooms = Bijeenkomsten met deze presentatie
no-rooms = Nog geen bijeenkomsten. Start er een.
own-text = Een bijeenkomst houdt de tekst waarmee je hem startte. Wijzig je de presentatie, dan geldt dat voor nieuwe bijeenkomsten.
problems-hint = Verbeter de tekst op deze regels en probeer het opnieuw.
numbered = Deze regels in de tekst
warning = Waarschuwing:{" "}
warnings-hint = De presentatie werkt. Kijk of je dit zo bedoelt.

## Throwing away.

delete = Gooi deze presentatie weg
delete-question = Gooi je deze presentatie weg?
delete-meaning = De tekst is dan weg, voor altijd. Bijeenkomsten die ermee gestart zijn, blijven.
delete-yes = Ja, gooi de presentatie weg
delete-no = Nee, bewaar de presentatie

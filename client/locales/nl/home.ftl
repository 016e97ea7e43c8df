### What stands around every page of the desk, and its first page.

## Around every page.

skip-link = Naar de inhoud
desk = Werkplek
privacy = Privacy
join = Doe mee
pages = Pagina’s
sign-out = Meld je af
language = Taal

## The lists.

decks = Presentaties
no-decks = Nog geen presentaties. Plak er hieronder een, of kies een bestand.
rooms = Bijeenkomsten
no-rooms = Nog geen bijeenkomsten. Je start er een vanuit een presentatie.
untitled = Zonder titel
page-before = Vorige pagina
page-after = Volgende pagina
start-room = Start bijeenkomst
control = Bedien
look = Bekijk

## How a room stands.

ready = Klaar
live = Loopt
ended = Afgelopen
idle = Niet in gebruik
damaged = Beschadigd
damaged-hint = peil kan deze bijeenkomst niet lezen. De opdracht ‘peil doctor’ zegt wat er mis is.

## A new deck.

new-deck = Nieuwe presentatie
new-deck-hint = Een presentatie is een tekstbestand. Plak de tekst, of kies een bestand.
text = Tekst
example =
    ---
    title: Mijn middag
    language: nl
    ---

    # Welkom
file = Of een bestand
file-hint = Kies je een bestand, dan telt de tekst hierboven niet mee.
save = Bewaar presentatie

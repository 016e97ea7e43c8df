### What stands around every page of the desk, and its first page.

## Around every page.

skip-link = To the content
desk = Desk
privacy = Privacy
join = Join in
pages = Pages
sign-out = Sign out
language = Language

## The lists.

decks = Decks
no-decks = No decks yet. Paste one below, or choose a file.
rooms = Rooms
no-rooms = No rooms yet. You start one from a deck.
untitled = Untitled
page-before = Previous page
page-after = Next page
start-room = Start a room
control = Control
look = View

## How a room stands.

ready = Ready
live = Live
ended = Ended
idle = Not in use
damaged = Damaged
damaged-hint = peil can’t read this room. The command ‘peil doctor’ says what is wrong.

## A new deck.

new-deck = New deck
new-deck-hint = A deck is a text file. Paste the text, or choose a file.
text = Text
example =
    ---
    title: My afternoon
    language: en
    ---

    # Welcome
file = Or a file
file-hint = If you choose a file, the text above is not used.
save = Save deck

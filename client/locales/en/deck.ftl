### The page of one deck.

text = Text of the deck
text-unsaved = Your text, not saved yet
save = Save deck
save-over = Save my text over it
stored-now = What is stored now
stored-hint = Copy from it what you want to keep, or continue with this. Your text above is then dropped.
go-on-with-stored = Continue with what is stored
download = Download text
start-room = Start a room
expected = How many participants do you expect?
expected-hint = You may leave this empty. Fill it in if more than 1,000 participants come in at once from one network.
planned = When is it? You may leave this empty
planned-hint = With a date, everything is a trial until you begin for real: you have the code already, to share.
mend-first = Fix the errors first.
slides = Slides
rooms = Rooms of this deck
no-rooms = No rooms yet. Start one.
own-text = A room keeps the text that it was started with. Changes to the deck are for new rooms.
problems-hint = Fix the text on these lines and try again.
numbered = These lines in the text
warning = Warning:{" "}
warnings-hint = The deck works. Check whether this is what you mean.

## Throwing away.

delete = Delete this deck
delete-question = Delete this deck?
delete-meaning = The text is then gone, for good. Rooms that were started from it stay.
delete-yes = Yes, delete the deck
delete-no = No, keep the deck

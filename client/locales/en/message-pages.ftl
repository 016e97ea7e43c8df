### Pages that say one thing: what happened, what to do, and the way on.

unknown-code-heading = We don’t know this code
unknown-code = Is it still on the screen? Look closely at the 8 digits; there is never a 0 among them.
room-gone-heading = This session is gone
room-gone = The organiser has erased it, with all answers. Is there another code on the screen? Then type that one.
answers-ended-heading = This session is over
answers-ended = The answers have been erased; the organiser keeps only the totals. Is there another code on the screen? Then type that one.
not-found-heading = There is no such page
not-found = Perhaps the address was not copied quite right. Are you taking part? Then type the code from the screen.
too-large-heading = This is too much at once
too-large = Your answer is not saved. Go back, make it shorter and send it again.
unreadable-heading = We could not read this
unreadable = Nothing is saved. Go back to the question and send your answer again.
foreign-heading = This came from another site
foreign = Nothing is saved. Open the question on this site and send your answer there.
misdirected-heading = This address does not belong to this site
misdirected = Nothing is saved. Continue at the right address, and open your link or type your code there.
screens-full-heading = Too many screens are waiting now
screens-full = There is no place for this one. Wait a minute and load the page again, or open the screen’s link.
no-cookie-heading = Your answer is not saved yet
no-cookie = peil sets one cookie, so that each phone counts once. Allow cookies, go back and send again.
door-closed-heading = The door is closed
door-closed = Nobody can join at the moment. Do you want to take part? Ask the organiser to open the door, and then look again.
wait-heading = You are almost in
wait = Many participants are coming in from this network at once. You are in line, and this page lets you in by itself. Leave it open.
try-again-heading = It is too busy right now
try-again = Wait a few seconds and load the page again. Had you just sent something? Then go back and send it once more.
cannot-store-heading = We can’t save anything now
cannot-store = Your answer is not saved either. Tell the organiser, go back and send it again later.
server-error-heading = Something went wrong on our side
server-error = It was not you. Wait a minute, go back and see whether your answer is there.

## The way on.

to-address = To the right address
try-this-again = Try again
look-again = Look again
to-question = Back to the question
to-code = Type a code

### What stands on a screen that waits for a presenter, and on the phone that gives it a room.

## On the screen.

waiting = This screen is ready
scan = Scan this with the phone on which you are signed in or have the remote.
then = Choose your room there. Then it appears here.
qr-label = QR code to take over this screen

## On the phone.

heading = Take over the screen
choose = Which room goes on the screen?
show-here = Show on the screen
no-rooms = You have no room that you can show. Start one at your desk.
gone = This screen is no longer waiting. Reload the page on the screen and scan the new code.
done = Look at the screen: your room is there.
remote = To the remote

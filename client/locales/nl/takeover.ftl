### What stands on a screen that waits for a presenter, and on the phone that gives it a room.

## On the screen.

waiting = Dit scherm is klaar
scan = Scan dit met de telefoon waarop je bent aangemeld of de afstandsbediening hebt.
then = Kies daar je bijeenkomst. Dan verschijnt hij hier.
qr-label = QR-code om dit scherm over te nemen

## On the phone.

heading = Neem het scherm over
choose = Welke bijeenkomst komt op het scherm?
show-here = Toon op het scherm
no-rooms = Je hebt geen bijeenkomst die je kunt tonen. Start er een op je werkplek.
gone = Dit scherm wacht niet meer. Laad de pagina op het scherm opnieuw en scan de nieuwe code.
done = Kijk naar het scherm: daar is je bijeenkomst.
remote = Naar de afstandsbediening

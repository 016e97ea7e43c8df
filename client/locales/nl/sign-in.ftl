### What somebody reads who is not signed in.

heading = Meld je aan
lead = Deze pagina is voor de organisator. Open de aanmeldlink die peil gaf toen hij startte.
host-heading = Deze link werkt niet meer
host-lead = Vraag wie de bijeenkomst maakte om de nieuwe link, en open die. Wat je deed, is bewaard.
organiser = Ben je zelf de organisator? Meld je aan
kept = Je bent niet meer aangemeld, dus er is nog niets bewaard. Wat je typte, staat hieronder.
kept-leave = Laat dit tabblad open.
kept-sign-in = Meld je aan in een ander tabblad, met een aanmeldlink.
kept-again = Kom hier terug en bewaar nog eens.
lost = Link kwijt?
another = Zo krijg je een nieuwe
lost-hint = Vraag een nieuwe op de computer waar peil draait. Elke link werkt één keer, een kwartier lang.
role-link = Kreeg je een link van de organisator?
role-link-hint = Open die link dan nog eens: hij is voor het scherm, de afstandsbediening, de moderator of de sprekers. Werkt hij niet meer? Vraag de organisator dan om een nieuwe.
taking-part = Doe je mee aan een bijeenkomst?
taking-part-hint = Dan hoef je je niet aan te melden.
type-code = Typ de code van het scherm

## Why somebody is not signed in.

why-needed = Je bent niet aangemeld, of je aanmelding is verlopen.
why-host-link-over = Je hebt geen link van deze bijeenkomst die nog werkt. Misschien is er een nieuwe gemaakt.
why-link-unknown = Deze link klopt niet. Misschien is hij niet helemaal overgenomen. Kopieer hem opnieuw.
why-link-used = Deze link is al gebruikt. Elke link werkt één keer.
why-link-over = Deze link is verlopen. Elke link werkt een kwartier.
why-link-earlier = Deze link werkt niet meer: peil is opnieuw gestart. Elke link werkt tot de volgende start.

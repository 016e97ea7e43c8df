### Questions to the speakers, on the pages of hosts.

heading = Vragen aan de sprekers
speakers = Sprekers
waiting = wacht op jou
listed = staat in de lijst
chosen = nu op het scherm
answered = beantwoord
refused = geweigerd
from-host = ingetypt
choose = Zet op het scherm
answer = Is beantwoord
off-the-screen = Haal van het scherm
back-to-list = Zet in de lijst
reply = Antwoord opschrijven
reply-label = Jouw antwoord, hoogstens 500 tekens. Iedereen kan het lezen.
reply-it = Bewaar het antwoord
assign = Voor wie
assign-label = Voor welke spreker? Laat het leeg voor iedereen.
assign-it = Bewaar
merge-hint = Kruis vragen aan die hetzelfde vragen en voeg ze samen. Wie op allebei stemde, telt één keer.
type-in = Vraag uit de chat of van een opgestoken hand
type-in-hint = Hoogstens 300 tekens. De vraag staat meteen in de lijst.
type-in-it = Zet erbij
none = Er zijn nog geen vragen.
no-list = Deze presentatie neemt geen vragen aan de sprekers. Zet ‘qa: moderated’ bovenin de presentatie, of maak een dia met ‘ask: qa’.
all = Alle vragen aan de sprekers
more = Alle vragen, per 50

## A sentence with a name in it.

meant-for = voor { $speaker }

### The page that looks whether people can take part here. `…` stands where its script puts a number.

heading = Werkt peil hier?
lead = Deze pagina kijkt of je met dit apparaat op dit netwerk kunt meedoen. We bewaren er niets van.

## In one sentence.

all-unknown = De pagina’s komen aan, dus meedoen kan. Meer kunnen we zonder scripts niet meten.
all-busy = Tot nu toe gaat alles goed. We meten nog even.
all-good = Ja, peil werkt hier.
all-slow = Ja, meedoen kan hier. Nieuws komt soms een paar seconden later aan.
all-bad = Nee, meedoen lukt hier nog niet. Hieronder staat wat je kunt doen.

## Each thing that is looked at.

details = Wat we bekeken
unknown = Niet gemeten: scripts staan uit.
busy = We meten nog.
unmeasured = Dat konden we niet meten.
page = Pagina’s
page-good = Deze pagina is aangekomen.
scripts = Scripts
scripts-unknown = Scripts staan uit, of deze browser is oud. Meedoen kan met gewone knoppen.
scripts-good = Scripts staan aan.
scripts-old = Deze browser is te oud voor levende pagina’s. Meedoen kan met gewone knoppen.
cookies = Cookies
cookies-unknown = Dat zien we als je op ‘Kijk nog eens’ tikt.
cookies-good = Cookies komen terug. Zo tel je één keer.
cookies-bad = Cookies worden geweigerd, en dan kunnen we je antwoord niet bewaren. Sta cookies van deze site toe, of probeer een gewoon venster in plaats van een privévenster.
sending = Versturen
sending-good = Wat je verstuurt, komt aan. Heen en terug duurt … seconden.
sending-refused = De server weigert wat je verstuurt: een proxy verandert het adres. Vraag de beheerder om peil te starten met --public-url.
sending-bad = Wat je verstuurt, komt niet aan. Probeer een ander netwerk, of zet een VPN of blokkering uit.
line = Open lijn
line-busy = De lijn is … seconden open. Na een minuut weten we het: laat deze pagina zolang open.
line-good = Een open lijn blijft een minuut staan.
line-broken = De open lijn brak na … seconden. Meedoen kan: peil vraagt dan zelf om de paar seconden wat nieuw is.
line-blocked = Dit netwerk laat geen open lijn toe. Meedoen kan: peil vraagt dan zelf om de paar seconden wat nieuw is.
line-full = Er kijken nu te veel anderen tegelijk. Probeer het over een minuut nog eens.
clock = Klok
clock-good = De klok van dit apparaat loopt gelijk.
clock-ahead = De klok van dit apparaat loopt … minuten voor. Meedoen kan gewoon: peil telt met de klok van de server.
clock-behind = De klok van dit apparaat loopt … minuten achter. Meedoen kan gewoon: peil telt met de klok van de server.
storage = Onthouden
storage-good = Wat je typt en nog niet verstuurt, onthoudt deze browser.
storage-bad = Deze browser onthoudt niets. Verstuur wat je typt voor je de pagina verlaat.
again = Kijk nog eens

### What a page of the desk says first, by its code. Codes of refusals are here where an organiser must read something else than a participant.

saved = ✓ De presentatie is bewaard.
new-link = ✓ Er is een nieuwe link. De oude opent niets meer.
deck-changed = ✓ De dia’s zijn gewijzigd. Iedereen ziet de nieuwe tekst.
changes-errors = Er is nog niets veranderd. Verbeter de tekst op de regels hieronder en kijk opnieuw wat er verandert.
changes-not-made = Wat je typte, is nog niet doorgevoerd. Kijk wat er verandert en voer het door, of laat alles zoals het was.
changes-full = Er is niets veranderd: de dia’s van deze bijeenkomst zijn zo vaak gewijzigd als kan. Ga verder met wat er nu staat.
deck-errors = De presentatie is nog niet bewaard. Verbeter de tekst op de regels hieronder en bewaar opnieuw.
deck-too-large = Er is niets bewaard: deze tekst is groter dan 512 KB. Verdeel hem over twee presentaties, of laat plaatjes eruit.
deck-not-text = Er is niets bewaard: dit bestand is geen tekst (UTF-8). Bewaar je presentatie als gewone tekst en kies dat bestand opnieuw.
expected = De bijeenkomst is niet gestart. Vul bij het aantal deelnemers een heel getal in van 1 tot 200.000, of laat het leeg.
planned = Dat is geen datum met een tijd. Vul in: jaar, maand, dag en hoe laat.
planned-before-today = Die dag is al geweest. Kies vandaag of een dag die nog komt.
closed = De vraag is gesloten, dus dit kan nu niet. Open de vraag eerst.
voting = De stemfase loopt al. Sluit de vraag, of begin een nieuwe ronde.
no-voting = Bij deze vraag kunnen deelnemers niet op antwoorden stemmen. Wil je dat wel? Zet dan ‘votes’ bij de vraag in de presentatie.
not-playable = Deze vraag kan peil nog niet spelen. Ga naar een andere dia.
unknown-question = Deze vraag is er niet in deze bijeenkomst. Kies een dia uit de lijst.
unknown-answer = Dit antwoord is er niet meer. Misschien is het net gewist of gewijzigd; kijk in de lijst.
pick-two = Kruis er minstens twee aan, of kruis er een aan en kies waarmee die meetelt. Druk dan op ‘Voeg samen’.
wrong-kind = Bij deze vraag kun je niets verbergen of samenvoegen. Kijk welke vraag er nu is.
empty = Er is niets verborgen: typ eerst een woord.
too-long = Er is niets verborgen: zo’n lang woord kan bij deze vraag niemand geven. Maak het korter.
ended = De bijeenkomst is afgelopen. Bedienen kan niet meer; downloaden en wissen nog wel.
too-many = Deze vraag heeft al zoveel rondes als er kunnen zijn. Ga verder met deze ronde.
full = Er kan niets meer bij. Gooi bijeenkomsten weg die je niet meer nodig hebt en probeer het opnieuw.
cannot-store = De server kan nu niets opslaan: er is niets veranderd. Kijk of de schijf vol is en probeer het opnieuw.
try-again = Het is even te druk. Wacht een paar tellen, kijk of het al gebeurd is en probeer het anders opnieuw.
changed = Er is nog niets gedaan: deze presentatie is intussen ergens anders gewijzigd, door een ander of in een ander tabblad. Kijk hieronder wat er nu staat en kies.
precondition = Er is nog niets gedaan: deze pagina weet niet meer van welke tekst je uitging. Kijk hieronder wat er nu staat en kies.
deck-gone = Deze presentatie is intussen weggegooid. Jouw tekst staat hieronder: bewaar je hem, dan wordt het een nieuwe presentatie.
nobody-removed = In die minuten kwam niemand bij die nu meedoet. Kies andere minuten.
out-of-range = De eerste minuut ligt na de laatste. Kies ze andersom.
no-seconds = Er is geen tijd bij gekomen. Geef er minstens 1 seconde bij.
room-damaged = peil kan deze bijeenkomst niet lezen. De opdracht ‘peil doctor’ zegt wat er mis is.
unknown-room = Deze bijeenkomst is er niet meer. Op je werkplek staan de bijeenkomsten die er nog zijn.
qa-empty = Er is niets bij gekomen: typ eerst de vraag.
qa-too-long = Er is niets bewaard: een vraag heeft hoogstens 300 tekens, een antwoord 500. Maak het korter.
qa-full = Er kunnen geen vragen meer bij. Weiger er eerst een paar, of voeg ze samen.
qa-unknown-answer = Deze vraag is er niet meer. Misschien is hij net gewist, geweigerd of samengevoegd; kijk in de lijst.
qa-pick-two = Kruis er minstens twee aan. Druk dan op ‘Voeg samen’.
not-for-speakers = Met een link voor sprekers beantwoord je vragen. Al het andere doet een moderator.
mail-saved = ✓ De mail is bewaard. Hieronder zie je hoe hij aankomt.
mail-subject = De mail is niet bewaard. Een onderwerp is één regel, van 1 tot 150 tekens.
mail-lead = De mail is niet bewaard. De tekst is te lang: maak er hoogstens 4.000 tekens van.
mail-link = De mail is niet bewaard. Het adres moet met https:// of http:// beginnen en is hoogstens 500 tekens lang.
mail-not-set-up = Er is niets verstuurd: deze peil verstuurt geen mail. Vraag de beheerder om --smtp en --mail-from.
mail-not-ended = Er is niets verstuurd: de bijeenkomst loopt nog. Sluit hem eerst af.
mail-running = Er is niets veranderd: de mail wordt nu verstuurd. Wacht tot dat klaar is, of stop ermee.
mail-changed = Er is nog niets gedaan: de mail is intussen ergens anders gewijzigd. Kijk hoe hij nu is en druk opnieuw.
mail-nobody = Er is niets verstuurd: er is geen adres dat hem nog moet krijgen.

## Where no code fits, and on a page that is held in the hand.

unknown = Dit is niet gelukt. Kijk hoe de bijeenkomst ervoor staat en probeer het opnieuw.
held-full = Er zijn al zoveel woorden vooraf verborgen als er kunnen zijn. Zet er eerst een terug.

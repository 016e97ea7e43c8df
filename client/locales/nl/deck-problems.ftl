### What can be wrong with a deck, said so that an organiser can mend it: what is wrong, and what to write instead. Words of the format
### stay as they are, in backticks.

## How the file is cut into slides.

too-large = Deze presentatie is { NUMBER($size) } KiB; een presentatie mag hoogstens { NUMBER($most) } KiB zijn. Maak er twee van.
too-many-slides = Een presentatie heeft hoogstens { NUMBER($most) } dia's. Begin vóór deze dia een tweede.
no-slides = Deze presentatie heeft geen dia's. Schrijf er minstens één, zoals `# Welkom`.
front-open = Hier beginnen de instellingen van de presentatie, maar ze eindigen nergens. Zet er een regel `---` onder.
front-without-keys = Een bestand dat met `---` begint, begint met instellingen, zoals `title: …`. Haal deze regel weg als hier een dia begint.
block-open = Hier beginnen de instellingen van een dia, maar ze eindigen nergens. Zet er een regel `---` onder. Is dit tekst? Laat er dan een regel boven leeg.
fence-open = Dit codeblok eindigt nergens. Sluit het af met een regel met dezelfde tekens.
outside-block = `{ $key }:` staat in de tekst van een dia. Zet het direct onder een regel `---`, met een regel `---` eronder.
too-deep = Deze tekst zit te diep in elkaar. Gebruik minder `>` en lijsttekens op een regel.
comment-open = Hier begint een opmerking die nergens eindigt. Sluit haar af met `-->`. Is het tekst? Schrijf dan `\<!--`.
not-separator = `{ $found }` sluit de instellingen erboven niet af. Schrijf precies `---`.
other-program = Dit lijkt een deck voor { $program }, en peil heeft eigen instellingen. Houd de tekst en de regels `---`, en zet `ask: …` waar je iets wilt vragen.
no-text = Dit is { $format }, en een deck is gewone tekst. Zet de tekst in een nieuw bestand, en bewaar dat als platte tekst (UTF-8).
format-word = een bestand van een tekstverwerker, zoals Word
format-rtf = opgemaakte tekst (RTF)
format-pdf = een PDF

## The lines of settings: their YAML, their names and where they belong.

not-keys = Instellingen zijn regels met `sleutel: waarde`, zoals `ask: choice`.
settings-too-deep = Dit zit dieper in elkaar dan een instelling kan. Schrijf een tekst of een eenvoudige lijst.
same-key = `{ $key }` staat al in regel { $line }. Houd er één.
unknown-key-near = `{ $key }` bestaat niet. Bedoel je `{ $near }`?
unknown-key = `{ $key }` bestaat niet. Haal het weg. Is dit tekst? Laat er dan een regel boven leeg.
elsewhere-front = `{ $key }` is niet voor de instellingen van de presentatie. Het hoort { $home }. Begint hier de eerste dia? Zet er dan een regel `---` boven.
elsewhere = `{ $key }` is niet voor `{ $kind }`. Het hoort { $home }.
ask-and-show = Een dia heeft `ask` of `show`, niet allebei. Maak er twee dia's van.
missing = `{ $kind }` heeft `{ $key }` nodig. Zet er een regel `{ $key }: …` bij.
both-lengths = Een pauze heeft `minutes` of `until`, niet allebei. Houd er één.
misspelt = Zo schrijf je een instelling niet: `{ $found }`. Schrijf precies `{ $instead }`, aan het begin van de regel.
misspelt-in-text = `{ $found }` komt als tekst in beeld. Is het een instelling? Schrijf `{ $instead }` direct onder een regel `---`, met een `---` eronder. Is het tekst? Zet een `\` voor de dubbele punt.
yaml-colon = Een tekst met `: ` erin moet tussen aanhalingstekens: `left: "mijn keuze: deze"`.
yaml-quote = De aanhalingstekens kloppen niet. Zet één `"` voor de tekst en één achter de hele tekst.
yaml-bracket = Een lijst heeft `[`, komma's en `]`; een groep heeft `{"{"}`, komma's en `{"}"}`. Teksten met zulke tekens moeten tussen aanhalingstekens.
yaml-tab = Hier staat een tab waar alleen spaties mogen staan. Gebruik spaties.
yaml-mark = Deze tekst begint met een teken dat in instellingen iets betekent. Zet de tekst tussen aanhalingstekens.
yaml-content = De tekst van de dia staat tussen de instellingen. Zet een regel `---` boven de tekst.
yaml-stray = Deze regel is geen instelling. Is het de tekst van de dia? Zet er een regel `---` boven. Schrijf hem anders als `sleutel: waarde`.
yaml-curly = Dit zijn gekrulde aanhalingstekens. In instellingen horen rechte: `left: "mijn keuze: deze"`.
yaml-other = Deze instellingen zijn niet te lezen. Schrijf op elke regel één `sleutel: waarde`, teksten tussen aanhalingstekens.
home-front = bovenaan het bestand, tussen twee regels `---`
home-slides = bij de instellingen van een dia
home-questions = bij vragen (dia's met `ask`)
home-kinds = bij { $kinds }
key-alone = `{ $key }` zegt niets zonder `{ $other }`. Zet dat erbij, of haal deze regel weg.
key-beside = `{ $key }` gaat niet samen met wat er bij `{ $other }` staat. Haal één van de twee weg.
no-quiz = `{ $key }` hoort bij een quizvraag, en hier is geen antwoord goed. Zet `{"{"}correct{"}"}` achter het goede, of haal deze regel weg.
first-language = De eerste taal van `languages` is `{ $first }`. Haal `language` weg, of schrijf daar hetzelfde.

## What is written behind a setting.

empty = Achter `{ $key }:` staat niets. Schrijf iets, of haal de regel weg.
not-text = `{ $key }` is een tekst. Zet de tekst tussen aanhalingstekens.
not-a = `{ $key }` is { $wanted }, niet `{ $found }`.
not-a-instead = `{ $key }` is { $wanted }, niet `{ $found }`. Schrijf `{ $key }: { $instead }`.
not-one-of-near = `{ $key }` kan niet `{ $found }` zijn. Schrijf `{ $key }: { $near }`.
not-one-of = `{ $key }` is { $words }, niet `{ $found }`.
range = `{ $key }` is { $found }; het kan { $min } tot en met { $max } zijn.
pick-options = `pick` vraagt { NUMBER($pick) } van de { NUMBER($options) } opties. Maak het getal lager, of zet er opties bij.
order = `from` moet kleiner zijn dan `to`. Wissel ze om of verander er één.
steps = Deze schaal heeft { NUMBER($steps) } stappen; het kunnen er { NUMBER($least) } tot en met { NUMBER($most) } zijn, zoals 1 tot en met 5.
pair = `{ $key }` heeft twee namen: `{ $key }: [laag, hoog]`.
quadrants-wrong = `quadrants` heeft vier namen: linksboven, rechtsboven, linksonder, rechtsonder.
too-many-bytes = `{ $key }` is te lang: een naam of wachtwoord past in { NUMBER($max) } bytes.
wanted-whole = een heel getal, zoals `3`
wanted-number = een getal, zoals `3` of `3.5`
wanted-yes-no = `yes` of `no`
wanted-list = een lijst met teksten, zoals `[een, twee]`
wanted-pole = een tekst, of `{"{"}label: …, note: …, image: …{"}"}`
wanted-id = een rij letters a–z, cijfers en `-`, hoogstens { NUMBER($most) }
wanted-pick = een getal zoals `2`, of een bereik zoals `1-3`
wanted-time = een tijd, zoals `15:30`
wanted-language = een taalcode, zoals `nl` of `en-GB`
wanted-emoji = een emoji, zoals `👏`
wanted-groups = een getal, zoals `8`, of een lijst met namen, zoals `[Rood, Blauw]`
wanted-baskets = een lijst met namen, of met `{"{"}name: …, words: […]{"}"}`
wanted-wifi = een netwerk: `{"{"}name: …, password: …{"}"}`
wanted-room = `last`, of de code van een eerdere keer dat deze presentatie speelde

## A slide’s Markdown: heading, list, markers, pictures.

no-heading = Deze vraag (`{ $kind }`) heeft geen kop. Schrijf de vraag als `# …`.
too-few = { NUMBER($found) } { $things }; het moeten er minstens { NUMBER($min) } zijn. Schrijf ze als lijst: `- …`.
too-many = { NUMBER($found) } { $things }; het mogen er hoogstens { NUMBER($max) } zijn.
too-long = Te lang voor een { $thing }; het mogen hoogstens { NUMBER($max) } tekens zijn.
item-empty = Dit punt van de lijst is leeg. Schrijf iets achter de `-`, of haal het weg.
item-picture-silent = Dit plaatje heeft woorden nodig voor wie het niet ziet: `- ![wat het toont]({ $source })`.
item-not-plain-instead = Hier begint een lijst, citaat of kop binnen het punt van de lijst. Is het tekst? Schrijf `{ $instead }`.
item-not-plain = Een punt van de lijst is hier één regel tekst. Haal de lijst, het citaat, de tabel of de code erin weg.
item-pictures = Een punt van de lijst heeft één plaatje. Houd het eerste.
item-picture = Bij `{ $kind }` hebben de punten van de lijst geen plaatje. Zet het boven de lijst.
no-markers = Hier zijn geen merktekens, dus ook `{ $found }` niet. Schrijf `\{"{"}` als het tekst is.
unknown-marker = Het merkteken `{ $found }` bestaat hier niet. Het kan { $known } zijn; schrijf `\{"{"}` als het tekst is.
marker-twice = `{ $found }` is één merkteken te veel. Houd er één van deze soort.
rating = `{ $found }` is geen cijferschaal. Schrijf { NUMBER($least) } tot en met { NUMBER($most) } stappen als `{"{"}rating 1-10{"}"}`.
not-number = `{ $found }` is geen getal, en het antwoord op een `number`-vraag is dat wel.
no-picture = Een `pin`-vraag heeft een plaatje nodig op een eigen regel: `![wat het toont](/plaatje.png)`.
area = `{ $found }` is geen vlak op het plaatje. Schrijf links en boven, breedte en hoogte in procenten: `{"{"}area 10,20 30,15{"}"}`.
list-twice = `items-from` geeft deze vraag haar lijst al. Haal de lijst weg, of haal `items-from` weg.
language-unknown = `=== { $found }` noemt geen andere taal van deze presentatie. Dat kan { $known } zijn; zet anders de taal bij `languages`.
language-twice = `{ $found }` staat er twee keer. Houd er één.
translation-differs = { NUMBER($found) } { $things }, en in de eerste taal { NUMBER($wanted) }. Maak ze gelijk in aantal.
translation-mark = `{ $found }` staat alleen in de eerste taal en geldt voor alle talen. Haal het hier weg.

## Ids, and what names them.

same-id = Het id `{ $id }` is ook dat van de dia in regel { $line }. Geef één van de twee een eigen id: `id: …`.
id-unknown-near = `{ $key }` noemt `{ $id }`, maar geen dia heet zo. Bedoel je `{ $near }`?
id-unknown = `{ $key }` noemt `{ $id }`, maar geen dia heet zo. Geef de eerdere vraag `id: { $id }`.
not-earlier = `{ $key }` noemt `{ $id }`, maar die komt niet eerder. Noem een eerdere vraag.
other-kind = `compare` noemt `{ $id }`, maar dat is geen `{ $kind }`-vraag. Noem er één van dezelfde soort.
other-shape = `compare` noemt `{ $id }`, maar die heeft andere opties, stellingen of stappen. Maak ze gelijk in aantal.
not-choice = `split` noemt `{ $id }`, maar dat is geen `choice`-vraag. Noem er één die dat wel is.
id-reserved = `{ $id }` heeft in peil een eigen betekenis. Geef de dia een ander `id`.
not-question = `{ $key }` noemt `{ $id }`, maar dat is geen vraag. Noem een eerdere vraag.
no-items = `items-from` noemt `{ $id }`, maar daaruit komen geen onderdelen. Noem een eerdere vraag `words` of `open`, en met `/baskets` één die mandjes heeft.
no-groups = `{ $key }` gaat over groepen, en deze presentatie heeft er geen. Zet bovenaan `groups: 8`, of de namen.

## Nothing wrong, but worth knowing.

no-agenda = Er is geen agenda om te laten zien. Schrijf een tabel met tijden in de eerste kolom, of zet `at` bij de dia’s waarmee een deel begint.
not-in-own-pace = Met `pace: own` komt niemand langs deze dia: hij hoort bij een bijeenkomst waarin iedereen samen verdergaat.
not-used-in-own-pace = Met `pace: own` doet `{ $key }` niets.
own-pace-alone = `{ $key }` werkt alleen als bovenaan `pace: own` staat.
may-stay-empty = Zonder dit formulier is niemand klaar, en elk veld ervan mag leeg blijven: wie niets invult, komt er nooit doorheen. Laat `required` weg, of bij een van de velden `optional`.
not-played = Deze versie kan `{ $kind }` nog niet spelen. De dia blijft bewaard; volgende en vorige slaan hem over.
not-used = `{ $key }` blijft bewaard; deze versie doet er nog niets mee.
picture-not-shown = Het plaatje `{ $source }` wordt niet geladen: pagina's tonen alleen `data:image/…` en adressen van deze site (`/…`). De beschrijving komt ervoor in de plaats.
comment = `{ $found }` staat tussen de instellingen; daar begint `#` een opmerking. Is het de kop? Zet er dan een regel `---` boven.
comment-behind = `{ $found }` valt weg, want ` #` begint een opmerking. Hoort het bij de tekst? Zet de hele tekst tussen aanhalingstekens: `"… { $found }"`.
curly-quotes = Deze gekrulde aanhalingstekens komen mee in beeld. Zonder: `{ $key }: "{ $text }"`.
dashes = `{ $found }` begint geen nieuwe dia. Schrijf daarvoor precies `---`, of `***` voor een streep.
note-shown = `{ $found }` komt bij iedereen in beeld. Is het voor de spreker? Zet het achter `notes:` in de instellingen van de dia.
two-lists = Dit is een tweede lijst, en een vraag heeft er één: beide tellen samen. Maak er één lijst van.
same-label = `{ $label }` staat er twee keer, en niemand kan ze uit elkaar houden. Verander er één.
asks-nothing = Dit lijkt een vraag, maar niemand kan antwoorden. Wil je dat wel? Zet er `ask: choice` boven, tussen twee regels `---`.
fenced = Het hele deck staat in een codeblok, en is zo één dia met code. Haal deze regel en de laatste weg.
program-readable = Dit lijkt een deck voor { $program }; peil leest de tekst en niet de instellingen. Wil je iets vragen? Schrijf er `ask: …` boven.
utf-16 = Dit bestand is UTF-16 en is zo gelezen. Bewaar het als UTF-8, dan kan elk programma het lezen.
not-translated = Deze dia heeft geen tekst in `{ $of }`. Wie die taal koos, ziet de eerste. Schrijf hem onder een regel `=== { $of }`.

## What a deck is made of, as it is called where there are too many, too few, or one is too long.

thing-title =
    { $count ->
        [one] titel
       *[other] titels
    }
thing-prompt =
    { $count ->
        [one] kop
       *[other] koppen
    }
thing-option =
    { $count ->
        [one] optie
       *[other] opties
    }
thing-statement =
    { $count ->
        [one] stelling
       *[other] stellingen
    }
thing-item =
    { $count ->
        [one] onderdeel
       *[other] onderdelen
    }
thing-field =
    { $count ->
        [one] veld
       *[other] velden
    }
thing-column =
    { $count ->
        [one] kolom
       *[other] kolommen
    }
thing-stop =
    { $count ->
        [one] tussenstop
       *[other] tussenstops
    }
thing-label =
    { $count ->
        [one] naam
       *[other] namen
    }
thing-note =
    { $count ->
        [one] tweede regel
       *[other] tweede regels
    }
thing-reaction =
    { $count ->
        [one] reactie
       *[other] reacties
    }
thing-explanation =
    { $count ->
        [one] uitleg
       *[other] uitleggen
    }
thing-unit =
    { $count ->
        [one] eenheid
       *[other] eenheden
    }
thing-basket =
    { $count ->
        [one] mandje
       *[other] mandjes
    }
thing-word =
    { $count ->
        [one] woord
       *[other] woorden
    }
thing-group =
    { $count ->
        [one] groep
       *[other] groepen
    }
thing-language =
    { $count ->
        [one] taal
       *[other] talen
    }
thing-heading =
    { $count ->
        [one] kop
       *[other] koppen
    }
thing-paragraph =
    { $count ->
        [one] alinea
       *[other] alinea's
    }

## Words as a list.

words = { $rest }, { $next }
words-last = { $rest } of { $last }

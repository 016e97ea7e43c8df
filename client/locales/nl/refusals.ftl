### Every reason to say no: what happened, and what to do.

closed = De vraag is gesloten. Je antwoord kwam te laat en telt niet mee.
voting = Er kan geen antwoord meer bij. Je kunt nu stemmen op de antwoorden die er zijn.
stale-round = De vraag is opnieuw begonnen. Kijk of je antwoord nog klopt en verstuur het opnieuw.
superseded = Je hebt deze vraag ook op een andere plek beantwoord. Kijk welk antwoord je wilt en verstuur dat opnieuw.
erased = De organisator heeft dit antwoord gewist. Je kunt het niet nog eens versturen.
unchangeable = Bij deze vraag kun je een antwoord niet wijzigen. Je eerste antwoord blijft staan.
empty = Je hebt nog niets ingevuld. Geef een antwoord en verstuur opnieuw.
wrong-kind = Dit antwoord past niet bij de vraag. Vul het opnieuw in en verstuur het.
out-of-range = Dit antwoord staat niet in de lijst. Kies een van de mogelijkheden en verstuur opnieuw.
unknown-question = Deze vraag is er niet in deze bijeenkomst. Ga verder met de vraag van nu.
unknown-answer = Dit antwoord is er niet meer. Kies een ander antwoord.
own-answer = Dit is je eigen antwoord. Stem op een antwoord van iemand anders.
no-voting = Bij deze vraag kun je niet stemmen op antwoorden. Ga verder met de vraag van nu.
bad-key = Er klopte iets niet in het formulier. Verstuur je antwoord opnieuw.
not-playable = Deze vraag kan peil nog niet spelen. Wacht op de volgende vraag.
full = De bijeenkomst zit vol: er kan niets meer bij, ook je antwoord niet. Laat het de organisator weten.
door-closed = De deur is dicht: er kan niemand meer bij, ook je antwoord niet. Vraag de organisator om je binnen te laten.
ended = De bijeenkomst is afgelopen. Er kan geen antwoord meer bij.
moved = Iemand anders deed net ook iets. Kijk hoe het nu staat en doe het dan opnieuw.
unknown-round = Die ronde is er niet geweest. Kies een ronde die er wel was.
not-trial = Deze bijeenkomst telt al: er is geen proef om te wissen. Ga verder.
nothing-to-undo = Er is niets om terug te zetten. Ga verder vanaf hier.
not-resumable = Deze bijeenkomst kan niet verder: dat kan alleen tot 24 uur na het einde. Start een nieuwe.
at-end = Dit is de laatste dia. Ga terug, of sluit de bijeenkomst af.
at-start = Dit is de eerste dia. Ga verder met de volgende.
unknown-slide = Deze dia is er niet. Kies een dia uit de lijst.
not-a-question = Dit kan alleen bij een vraag. Ga eerst naar een dia met een vraag.
hidden = Dit is verborgen. Zet het eerst terug, dan kun je het goedkeuren.
itself = Dit telt al mee als hetzelfde. Kies een ander om mee samen te voegen.
removed = De organisator heeft je uit deze bijeenkomst gehaald. Wat je verstuurde, telt niet mee. Laad de pagina opnieuw om weer mee te doen.
changed = De dia’s zijn intussen ergens anders gewijzigd, dus er is niets veranderd. Kijk wat er nu staat en probeer het opnieuw.
on-stage = Deze dia staat nu op het scherm en kan er niet uit. Ga eerst naar een andere dia.
no-countdown = Bij deze vraag loopt geen tijd, dus er kan niets bij.
no-evaluation = Dit deck heeft geen evaluatie. Geef een formulier pace: after, dan kan het.

too-long = Dit is te lang: er passen { NUMBER($limit) } tekens in. Maak het korter en verstuur opnieuw.
too-many =
    { $limit ->
        [one] Dit zijn er te veel: je mag er { $limit } geven. Haal de rest weg en verstuur opnieuw.
       *[other] Dit zijn er te veel: je mag er hoogstens { $limit } geven. Haal er een paar weg en verstuur opnieuw.
    }
too-few = Dit zijn er te weinig: het moeten er minstens { NUMBER($limit) } zijn. Kies er meer en verstuur opnieuw.
no-votes-left =
    { $limit ->
        [one] Je hebt je stem al gegeven. Haal hem weg om op een ander antwoord te stemmen.
       *[other] Je { $limit } stemmen zijn op. Haal er een weg om op een ander antwoord te stemmen.
    }
form = Er klopt nog iets niet in het formulier. Kijk alles na en verstuur opnieuw.
unknown-group = Deze groep is er niet (meer). Kies een andere.
no-group = Hier geeft elke groep één antwoord. Kies eerst je groep, en verstuur dan opnieuw.
own-pace = Iedereen gaat hier in eigen tempo door de vragen: je kunt alleen beginnen en afsluiten.
not-own-pace = Hier loop je niet zelf door de vragen: ze komen vanzelf, een voor een.
missing-required = Nog niet alles is beantwoord dat beantwoord moet worden. Hieronder staat wat er mist.
tablet-ended = Deze tablet wordt niet meer gedeeld. Vraag wie de bijeenkomst leidt om een nieuwe code.

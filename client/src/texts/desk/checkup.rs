//! What the page says that looks whether people can take part here.
//!
//! `…` stands where the page's script puts a number.

texts! {
    /// Sentences without anything to fill in.
    Checkup;

    heading: "Werkt peil hier?", "Does peil work here?";
    lead:
        "Deze pagina kijkt of je met dit apparaat op dit netwerk kunt meedoen. We bewaren er niets van.",
        "This page looks whether you can take part with this device on this network. We keep nothing of it.";

    // In one sentence.
    all_unknown:
        "De pagina’s komen aan, dus meedoen kan. Meer kunnen we zonder scripts niet meten.",
        "The pages arrive, so you can take part. Without scripts we can’t measure more.";
    all_busy: "Tot nu toe gaat alles goed. We meten nog even.", "So far all is well. We are still measuring.";
    all_good: "Ja, peil werkt hier.", "Yes, peil works here.";
    all_slow:
        "Ja, meedoen kan hier. Nieuws komt soms een paar seconden later aan.",
        "Yes, you can take part here. News sometimes arrives a few seconds later.";
    all_bad:
        "Nee, meedoen lukt hier nog niet. Hieronder staat wat je kunt doen.",
        "No, you can’t take part here yet. Below it says what you can do.";

    // Each thing that is looked at.
    details: "Wat we bekeken", "What we looked at";
    unknown: "Niet gemeten: scripts staan uit.", "Not measured: scripts are off.";
    busy: "We meten nog.", "We are measuring.";
    unmeasured: "Dat konden we niet meten.", "We could not measure that.";

    page: "Pagina’s", "Pages";
    page_good: "Deze pagina is aangekomen.", "This page has arrived.";

    scripts: "Scripts", "Scripts";
    scripts_unknown:
        "Scripts staan uit, of deze browser is oud. Meedoen kan met gewone knoppen.",
        "Scripts are off, or this browser is old. You can take part with plain buttons.";
    scripts_good: "Scripts staan aan.", "Scripts are on.";
    scripts_old:
        "Deze browser is te oud voor levende pagina’s. Meedoen kan met gewone knoppen.",
        "This browser is too old for live pages. You can take part with plain buttons.";

    cookies: "Cookies", "Cookies";
    cookies_unknown:
        "Dat zien we als je op ‘Kijk nog eens’ tikt.",
        "We can tell when you tap ‘Look again’.";
    cookies_good: "Cookies komen terug. Zo tel je één keer.", "Cookies come back. So you count once.";
    cookies_bad:
        "Cookies worden geweigerd, en dan kunnen we je antwoord niet bewaren. Sta cookies van deze site toe, of probeer een gewoon venster in plaats van een privévenster.",
        "Cookies are refused, and then we can’t save your answer. Allow cookies of this site, or try a normal window instead of a private one.";

    sending: "Versturen", "Sending";
    sending_good: "Wat je verstuurt, komt aan. Heen en terug duurt … seconden.", "What you send arrives. There and back takes … seconds.";
    sending_refused:
        "De server weigert wat je verstuurt: een proxy verandert het adres. Vraag de beheerder om peil te starten met --public-url.",
        "The server refuses what you send: a proxy changes the address. Ask the administrator to start peil with --public-url.";
    sending_bad:
        "Wat je verstuurt, komt niet aan. Probeer een ander netwerk, of zet een VPN of blokkering uit.",
        "What you send does not arrive. Try another network, or switch off a VPN or blocker.";

    line: "Open lijn", "Open line";
    line_busy:
        "De lijn is … seconden open. Na een minuut weten we het: laat deze pagina zolang open.",
        "The line has been open for … seconds. After a minute we know: leave this page open until then.";
    line_good: "Een open lijn blijft een minuut staan.", "An open line stays for a minute.";
    line_broken:
        "De open lijn brak na … seconden. Meedoen kan: peil vraagt dan zelf om de paar seconden wat nieuw is.",
        "The open line broke after … seconds. You can take part: peil then asks every few seconds what is new.";
    line_blocked:
        "Dit netwerk laat geen open lijn toe. Meedoen kan: peil vraagt dan zelf om de paar seconden wat nieuw is.",
        "This network allows no open line. You can take part: peil then asks every few seconds what is new.";
    line_full:
        "Er kijken nu te veel anderen tegelijk. Probeer het over een minuut nog eens.",
        "Too many others are looking at the same time. Try again in a minute.";

    clock: "Klok", "Clock";
    clock_good: "De klok van dit apparaat loopt gelijk.", "This device’s clock is right.";
    clock_ahead:
        "De klok van dit apparaat loopt … minuten voor. Meedoen kan gewoon: peil telt met de klok van de server.",
        "This device’s clock is … minutes ahead. You can take part all the same: peil counts by the server’s clock.";
    clock_behind:
        "De klok van dit apparaat loopt … minuten achter. Meedoen kan gewoon: peil telt met de klok van de server.",
        "This device’s clock is … minutes behind. You can take part all the same: peil counts by the server’s clock.";

    storage: "Onthouden", "Remembering";
    storage_good:
        "Wat je typt en nog niet verstuurt, onthoudt deze browser.",
        "What you type and have not sent yet, this browser remembers.";
    storage_bad:
        "Deze browser onthoudt niets. Verstuur wat je typt voor je de pagina verlaat.",
        "This browser remembers nothing. Send what you type before you leave the page.";

    again: "Kijk nog eens", "Look again";
}

//! What the page about privacy says. Everything here must stay true: nobody is promised more than the
//! server does.

use crate::language::Language::{self, En, Nl};

texts! {
    /// Sentences without anything to fill in.
    Words;

    heading: "Privacy", "Privacy";
    asked: "Wat we vragen", "What we ask";
    asked_text:
        "We vragen geen naam. Antwoorden van één telefoon blijven bij elkaar, zodat je maar één keer telt. Wie zijn cookies wist, telt als iemand anders.",
        "We don’t ask for a name. Answers from one phone stay together, so that you count once. Whoever clears their cookies counts as somebody else.";
    kept: "Wat we bewaren", "What we keep";
    kept_answers: "Je antwoorden, en wanneer ze binnenkwamen.", "Your answers, and when they came in.";
    kept_number:
        "Een nummer voor jouw telefoon. In elke bijeenkomst is dat een ander nummer.",
        "A number for your phone. In each session that is a different number.";
    seen: "Wie het ziet", "Who sees it";
    seen_text:
        "De organisator ziet alle antwoorden, zonder naam. Schrijf dus zelf geen namen op die niemand hoeft te weten. Op het scherm en op telefoons staat wat de presentator laat zien.",
        "The organiser sees all answers, without a name. So don’t write names that nobody needs to know. The screen and the phones show what the presenter shows.";
    not_kept: "Wat we niet bewaren", "What we don’t keep";
    no_address: "Geen internetadres van je telefoon of computer bij je antwoorden.", "No internet address of your phone or computer with your answers.";
    no_others:
        "Niets bij anderen: deze pagina’s vragen niets aan andere sites, en volgen je niet.",
        "Nothing with others: these pages ask nothing of other sites, and don’t track you.";
    cookies: "Cookies", "Cookies";
    cookies_text:
        "peil zet alleen cookies die het nodig heeft. Meedoen vraagt er één.",
        "peil sets only cookies that it needs. Taking part takes one.";
    on_phone:
        "Wat je typt en nog niet verstuurd is, bewaart je eigen browser op je telefoon, zodat het niet kwijtraakt. Het gaat daar weg zodra het is opgeslagen, of als je je browsergegevens wist.",
        "What you type and have not sent yet is kept by your own browser on your phone, so that it is not lost. It is removed from there as soon as it is saved, or when you clear your browsing data.";
    for_screen: "een scherm dat op een bijeenkomst wacht", "a screen that waits for a session";
    for_test: "kijken of cookies werken, alleen op /test", "seeing whether cookies work, on /test alone";
    minutes: "10 minuten", "10 minutes";
    hour: "1 uur", "1 hour";
    name: "naam", "name";
    purpose: "waarvoor", "what for";
    lasts: "hoe lang", "how long";
    for_identity: "jouw antwoorden bij elkaar houden", "keeping your answers together";
    for_language: "de taal die je koos", "the language you chose";
    for_owner: "de organisator aangemeld houden", "keeping the organiser signed in";
    for_roles:
        "het scherm, en net zo de andere rollen: alleen voor wie zo’n link van de organisator opende",
        "the screen, and likewise the other roles: only for whoever opened such a link from the organiser";
    year: "1 jaar", "1 year";
    connection: "De verbinding", "The connection";
    encrypted:
        "De verbinding is versleuteld: onderweg kan niemand meelezen.",
        "The connection is encrypted: nobody can read along on the way.";
    plain:
        "De verbinding is niet versleuteld: wie op hetzelfde netwerk zit, zou kunnen meelezen.",
        "The connection is not encrypted: somebody on the same network could read along.";
    proxied:
        "Je verbinding loopt langs een andere server voor hij hier komt. Wat die bewaart, weet de beheerder.",
        "Your connection passes another server before it gets here. The administrator knows what that one keeps.";
    how_long: "Hoe lang", "How long";
    how_long_text:
        "Een bijeenkomst blijft tot de organisator hem weggooit. Een code werkt tot 30 dagen na het einde.",
        "A session stays until the organiser deletes it. A code works until 30 days after the end.";
    erase: "Iets laten wissen", "Having something erased";
    erase_text:
        "Vraag het de organisator. Eén antwoord of een hele bijeenkomst kan voor altijd weg.",
        "Ask the organiser. One answer or a whole session can be erased for good.";
}

/// Whose page this is.
pub fn lead(language: Language) -> (&'static str, &'static str) {
    match language {
        Nl => ("Zo gaat peil op ", " met jouw antwoorden om."),
        En => ("This is how peil at ", " treats your answers."),
    }
}

/// How many days.
pub fn days(language: Language, days: u64) -> String {
    match (language, days) {
        (Nl, 1) => "1 dag".to_owned(),
        (En, 1) => "1 day".to_owned(),
        (Nl, _) => format!("{days} dagen"),
        (En, _) => format!("{days} days"),
    }
}

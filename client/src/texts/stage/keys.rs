//! What each key does.

use crate::language::Language::{self, En, Nl};

const KEYS: [(&str, &str, &str, &str); 16] = [
    ("→ PgDn spatie", "→ PgDn space", "volgende dia", "next slide"),
    ("← PgUp", "← PgUp", "vorige dia", "previous slide"),
    ("↑ ↓", "↑ ↓", "andere pagina van de antwoorden", "another page of the answers"),
    ("12 Enter", "12 Enter", "naar dia 12", "to slide 12"),
    ("H", "H", "resultaten tonen of verbergen", "show or hide results"),
    ("O", "O", "vraag openen of sluiten", "open or close the question"),
    ("V", "V", "stemfase beginnen", "start voting"),
    ("R", "R", "nieuwe ronde", "new round"),
    (
        "X",
        "X",
        "een woord of antwoord kiezen (← →, andere pagina ↑ ↓), dan:",
        "choose a word or answer (← →, another page ↑ ↓), then:",
    ),
    (
        "X / M / Esc",
        "X / M / Esc",
        "verbergen, samenvoegen (Enter), laten staan",
        "hide it, merge it (Enter), leave it",
    ),
    ("J", "J", "laten zien hoe je meedoet", "show how to join"),
    ("B", "B", "leeg scherm", "blank screen"),
    ("Q", "Q", "QR-code weg of terug", "QR code away or back"),
    ("F", "F", "volledig scherm", "full screen"),
    ("Z", "Z", "laatste stap terugzetten", "take back the last step"),
    ("?", "?", "deze lijst", "this list"),
];

/// Each key and what it does.
pub fn all(language: Language) -> impl Iterator<Item = (&'static str, &'static str)> {
    KEYS.iter().map(move |(key_nl, key_en, nl, en)| match language {
        Nl => (*key_nl, *nl),
        En => (*key_en, *en),
    })
}

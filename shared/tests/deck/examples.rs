//! The two decks that this was made for.

use shared::deck::Part;
use shared::question::QuestionSpec;

use crate::{deck, warnings};

const WORKSHOP: &str = include_str!("../../../decks/workshop.md");
const WEBINAR: &str = include_str!("../../../decks/webinar.md");

#[test]
fn the_workshop_is_read_without_errors() {
    let deck = deck(WORKSHOP);
    assert_eq!(
        (deck.title.as_str(), deck.language.as_str()),
        ("Groepenwerkplaats", "nl")
    );
    let ids: Vec<_> = deck.slides.iter().map(|slide| slide.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "welkom",
            "doe-mee",
            "beslissen",
            "veranderen",
            "kennis",
            "geloof-vooraf",
            "pauze",
            "waaraan-denk-je-bij-waarden",
            "welke-groepen-zijn-laaghangend-fruit-voor-een-proef",
            "ontwerp-samen-een-proef",
            "hoe-kijk-je-naar-de-proef",
            "en-nu-in-hoeverre-geloof-jij-dat-een-aanbod-in-groepen-het-m",
            "met-welk-gevoel-ga-je-naar-huis",
            "evaluatie",
        ]
    );
    assert!(
        deck.slides[0]
            .body
            .starts_with("Een middag over samen werken aan mentale gezondheid.\n\n| tijd")
    );
    assert_eq!(
        deck.slides[6].part,
        Part::Break {
            minutes: Some(15),
            until: None
        }
    );
    let QuestionSpec::Spectrum(spectrum) = &deck.slides[5].question().unwrap().ask else {
        panic!()
    };
    assert_eq!(spectrum.left.label, "poes");
    assert_eq!(
        spectrum.left.note.as_deref(),
        Some("het zal wel weer mislukken")
    );
    assert_eq!(spectrum.left.image.as_deref(), Some("🐱"));
    assert_eq!(
        deck.slides[11].question().unwrap().compare,
        Some("geloof-vooraf".into())
    );
    assert_eq!(warnings(WORKSHOP), []);
}

#[test]
fn the_webinar_is_read_without_errors() {
    let deck = deck(WEBINAR);
    let kinds: Vec<_> = deck.slides.iter().map(|slide| slide.kind()).collect();
    assert_eq!(
        kinds,
        [
            "content",
            "instructions",
            "choice",
            "qa",
            "open",
            "open",
            "form"
        ]
    );
    assert_eq!(
        deck.slides[4].question().unwrap().split,
        Some("functie".into())
    );
    let expected = [(43, "not-used-yet")];
    assert_eq!(warnings(WEBINAR), expected);
}

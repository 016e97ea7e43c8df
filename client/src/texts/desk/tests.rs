//! Every sentence of the desk exists in every language.

use shared::deck::quick::QuickQuestion;

use super::*;
use crate::language::Language;
use crate::language::known::{En, Nl};
use crate::messages;

#[test]
fn every_code_has_a_sentence_of_its_own() {
    let codes = messages::notices::NAMED
        .iter()
        .map(|(code, _)| *code)
        .filter(|code| !["unknown", "held_full"].contains(code))
        .chain(notice::SHARED.iter().map(|each| each.code()));
    let mut said = std::collections::BTreeSet::new();
    for code in codes.chain(["something_new"]) {
        for language in Language::ALL {
            let sentence = notice::notice(language, code);
            assert!(
                sentence.ends_with('.') && sentence.len() > 20,
                "{code}: {sentence}"
            );
            assert!(said.insert(sentence), "{code}: said twice");
        }
    }
}

/// Where one were forgotten, organisers would read the deck's keyword.
#[test]
fn every_kind_of_question_has_a_word_in_every_language() {
    for language in Language::ALL {
        for kind in QuickQuestion::kinds().chain(["form", "qa"]) {
            let named = messages::kinds::named(language, kind);
            assert!(named.is_some(), "{kind} in {language:?}");
        }
    }
}

#[test]
fn counts_are_said_as_people_say_them() {
    assert_eq!(plurals::problems(Nl, 2, 1), "2 fouten en 1 waarschuwing");
    assert_eq!(plurals::problems(En, 1, 0), "1 error");
    assert_eq!(plurals::problems(En, 0, 3), "3 warnings");
    assert_eq!(plurals::slides(Nl, 1), "1 dia");
    assert_eq!(
        plurals::waiting(Nl, 1_240, 1),
        "Er wachten 1.240 deelnemers vanaf één netwerk"
    );
    assert_eq!(
        plurals::waiting(Nl, 1, 1),
        "Er wacht 1 deelnemer vanaf één netwerk"
    );
    assert_eq!(
        plurals::waiting(Nl, 12, 3),
        "Er wachten 12 deelnemers vanaf 3 netwerken"
    );
    assert_eq!(
        plurals::waiting(En, 1_240, 1),
        "1,240 participants from one network are waiting"
    );
    assert_eq!(
        plurals::waiting(En, 1, 1),
        "1 participant from one network is waiting"
    );
    assert_eq!(plurals::people(Nl, 0), "0 deelnemers");
    assert_eq!(
        plurals::where_we_are(Nl, "6 van 12", "schaal", Some(2)),
        "Dia 6 van 12, schaal, ronde 2"
    );
}

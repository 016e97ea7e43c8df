//! Every sentence of the desk exists in every language.

use super::*;
use crate::language::Language::{En, Nl};

/// The same word in both languages.
const ALIKE: [&str; 8] = ["privacy", "heading", "code", "links", "open_word", "cookies", "moderator", "scripts"];

fn every() -> impl Iterator<Item = &'static (&'static str, &'static str, &'static str)> {
    let pages = [
        home::EACH,
        deck::EACH,
        room::EACH,
        sign_in::EACH,
        privacy::EACH,
        takeover::EACH,
        moderating::EACH,
        entrance::EACH,
        removing::EACH,
        sessions::EACH,
        checkup::EACH,
    ];
    pages.into_iter().chain([kind::KINDS, notice::NOTICES]).flatten()
}

#[test]
fn every_text_is_there_in_both_languages() {
    for (name, nl, en) in every() {
        assert!(!nl.trim().is_empty() && !en.trim().is_empty(), "{name} is empty");
        assert!(nl != en || ALIKE.contains(name) || *nl == "Open", "{name}: {nl} / {en}");
        let both = format!("{nl} {en}").to_lowercase();
        assert!(!both.contains("anonie") && !both.contains("anonym"), "{name}: nobody is promised to be anonymous");
    }
}

#[test]
fn every_code_has_a_sentence_of_its_own() {
    let codes = notice::NOTICES.iter().map(|(code, ..)| *code).chain(notice::SHARED.iter().map(|each| each.code()));
    let mut said = std::collections::BTreeSet::new();
    for code in codes.chain(["something_new"]) {
        for language in [Nl, En] {
            let sentence = notice::notice(language, code);
            assert!(sentence.ends_with('.') && sentence.len() > 20, "{code}: {sentence}");
            assert!(said.insert(sentence), "{code}: said twice");
        }
    }
}

#[test]
fn counts_are_said_as_people_say_them() {
    assert_eq!(counted::problems(Nl, 2, 1), "2 fouten en 1 waarschuwing");
    assert_eq!(counted::problems(En, 1, 0), "1 error");
    assert_eq!(counted::problems(En, 0, 3), "3 warnings");
    assert_eq!(counted::slides(Nl, 1), "1 dia");
    assert_eq!(counted::waiting(Nl, 1_240, 1), "Er wachten 1.240 deelnemers vanaf één netwerk");
    assert_eq!(counted::waiting(Nl, 1, 1), "Er wacht 1 deelnemer vanaf één netwerk");
    assert_eq!(counted::waiting(Nl, 12, 3), "Er wachten 12 deelnemers vanaf 3 netwerken");
    assert_eq!(counted::waiting(En, 1_240, 1), "1,240 participants from one network are waiting");
    assert_eq!(counted::waiting(En, 1, 1), "1 participant from one network is waiting");
    assert_eq!(counted::people(Nl, 0), "0 deelnemers");
    assert_eq!(counted::where_we_are(Nl, "6 van 12", "schaal", Some(2)), "Dia 6 van 12, schaal, ronde 2");
}

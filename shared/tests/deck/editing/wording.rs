//! What is hard to read, where it stands.

use shared::deck::edit::{DeckText, WordingLength};

#[test]
fn long_sentences_and_long_words_are_marked_in_what_people_read() {
    let long = "Dit is een zin met veel meer woorden dan iemand in een keer kan lezen, echt waar.";
    let text = format!(
        "---\nlanguage: nl\nlanguages: [nl, en]\n---\nask: choice\r\nnotes: {long}\n---\n\
         # Wat vind jij van multidisciplinariteit?\n\nKort. {long} Ook kort.\n\n- ja\n- {long}\n\n\
         ```\n{long} multidisciplinariteit\n```\n\n???\n{long}\n"
    );
    let deck = DeckText::read(text.as_str());
    let found: Vec<_> = deck
        .hard_wordings()
        .into_iter()
        .map(|hard| (&text[hard.span], hard.length))
        .collect();
    let sentence = WordingLength::Sentence { words: 17, max: 15 };
    let item = format!("- {long}");
    assert_eq!(
        found,
        [
            (
                "multidisciplinariteit",
                WordingLength::Word {
                    letters: 21,
                    max: 15
                }
            ),
            (long, sentence),
            (item.as_str(), sentence),
        ]
    );
}

#[test]
fn each_language_has_its_own_measure() {
    let sentence = "One two three four five six seven eight nine ten eleven twelve thirteen \
                    fourteen fifteen sixteen.";
    let text = |language: &str| format!("---\nlanguage: {language}\n---\n\n{sentence}\n");
    assert_eq!(DeckText::read(text("en")).hard_wordings(), []);
    assert_eq!(DeckText::read(text("nl")).hard_wordings().len(), 1);
}

//! By which rules a room reads what people send, from its first record to its end.

use super::commands::*;
use super::decks::{choice, deck, words};
use super::story::room_under;
use super::*;
use crate::event::Event;
use crate::ids::{ParticipantId, SlideId};
use crate::protocol::ClientFrame;
use crate::question::tests::form;
use crate::question::{Answer, Fields, Results};
use crate::rules::Rules;

/// One word, as people see it.
const RUST: [&str; 9] = [
    "rust",
    "ru\u{200b}st",
    "ru\u{ad}st",
    "rust\u{2060}",
    "\u{200e}rust",
    "ru\u{fe0f}st",
    "r\u{34f}ust",
    "rus\u{180b}t",
    "ru\u{e0074}st",
];

fn asked(rules: Rules) -> Story {
    let option = choice("knowledge", ["ja", "nee", "anders"]).other(2);
    room_under(rules, deck([words("values", 3), option]))
        .moved("values")
        .opened("knowledge")
}

/// What somebody's phone sends, read by the room.
fn sends(story: &Story, who: u128, question: &str, fields: Fields) -> Result<Event, Refusal> {
    let question = SlideId::from(question);
    let frame = ClientFrame::Answer {
        question,
        round: 1,
        turn: 1,
        fields,
        seq: None,
    };
    story.room.event_of(ParticipantId(who), &frame).unwrap()
}

fn gives(story: Story, texts: &[&str]) -> Story {
    (1..).zip(texts).fold(story, |story, (who, text)| {
        let event = sends(&story, who, "values", form([("entry", text)])).unwrap();
        story.then(event)
    })
}

fn others(story: &Story) -> Vec<(String, u64)> {
    let Some(Results::Choice(results)) = story.state("knowledge").results() else {
        panic!("a choice")
    };
    results
        .others
        .unwrap()
        .into_iter()
        .map(|other| (other.text, other.votes))
        .collect()
}

#[test]
fn a_word_counts_once_however_it_is_spelled_and_shows_as_most_spell_it() {
    let given = gives(asked(Rules::Second), &RUST);
    assert_eq!(given.words("values"), ["rust 9"]);
    let hearts = gives(asked(Rules::Second), &["❤", "❤️", "❤️", "👩‍🚀", "👩🚀", "👩‍🚀"]);
    assert_eq!(
        hearts.words("values"),
        ["❤️ 3", "👩‍🚀 3"],
        "what is shown keeps its emoji"
    );
    let twice = sends(
        &given,
        99,
        "values",
        form([
            ("entry", "rust"),
            ("entry", "ru\u{200b}st"),
            ("entry", "RUST!"),
        ]),
    )
    .unwrap();
    assert!(
        matches!(twice, Event::Answered { answer: Some(Answer::Words { entries }), .. } if entries.len() == 1)
    );
}

#[test]
fn what_is_hidden_ahead_is_hidden_however_it_is_spelled() {
    for hidden in RUST {
        let story = gives(asked(Rules::Second).then(hides(hidden)), &RUST);
        assert_eq!(
            story.words("values"),
            Vec::<String>::new(),
            "after hiding {hidden:?}"
        );
        assert_eq!(story.then(restores(RUST[3])).words("values"), ["rust 9"]);
    }
}

#[test]
fn what_is_hidden_behind_another_option_is_hidden_however_it_is_spelled() {
    let mut story = asked(Rules::Second).moved("knowledge");
    for (who, text) in (1..).zip(RUST) {
        let event = sends(
            &story,
            who,
            "knowledge",
            form([("option", "3"), ("other", text)]),
        )
        .unwrap();
        story = story.then(event);
    }
    assert_eq!(others(&story), [("rust".to_owned(), 9)]);
    assert_eq!(others(&story.then(hides("r\u{2064}ust"))), []);
}

#[test]
fn what_shows_nothing_is_no_answer() {
    for nothing in [
        "\u{17b4}",
        "\u{180b}\u{180d}",
        "\u{1d173} \u{fff0}",
        "\u{200b}",
        "\u{e0020}\u{2800}",
    ] {
        let story = asked(Rules::Second);
        assert_eq!(
            sends(&story, 1, "values", form([("entry", nothing)])),
            Err(Refusal::Empty),
            "{nothing:?}"
        );
        check(story, hides(nothing), Refusal::Empty);
    }
}

/// An upgrade changes no figure: what was two words stays two, also for anyone who gives one of
/// them after it.
#[test]
fn a_room_of_before_keeps_its_rules_to_its_end() {
    let story = gives(asked(Rules::First), &RUST);
    assert_eq!(story.words("values").len(), RUST.len());
    let hidden = story.then(hides("rust"));
    assert_eq!(hidden.words("values").len(), RUST.len() - 1);
    let long = "\u{600}".repeat(390);
    let event = |story: &Story| sends(story, 77, "values", form([("entry", &long)])).unwrap();
    let taken = hidden.clone().then(event(&hidden));
    check(taken.clone(), event(&taken), Repeated);
    assert_eq!(taken.phone_question().rules, Rules::First);
    for (question, value) in [
        ("values", form([("entry", &long)])),
        ("knowledge", form([("option", "3"), ("other", &long)])),
    ] {
        let refused = sends(&asked(Rules::Second), 77, question, value);
        assert!(
            matches!(refused, Err(Refusal::TooLong { .. })),
            "{question}: {refused:?}"
        );
    }
}

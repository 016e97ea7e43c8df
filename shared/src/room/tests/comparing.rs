//! How the room moved since an earlier question: who sees it, and whose ways it tells.

use super::commands::*;
use super::decks::{choice, deck, scale, spectrum};
use super::story::room_with;
use super::*;
use crate::deck::{Part, Slide};
use crate::event::Answer;
use crate::ids::ParticipantId;
use crate::limits::PAIRS_MAX;
use crate::protocol::view::{Around, Compared};
use crate::room::HostRole;

fn comparing(mut slide: Slide, earlier: &str) -> Slide {
    if let Part::Question(question) = &mut slide.part {
        question.compare = Some(earlier.into());
    }
    slide
}

fn twice() -> Story {
    room_with(deck([
        spectrum("eerst"),
        comparing(spectrum("nu"), "eerst"),
    ]))
    .moved("eerst")
}

fn stands(story: Story, who: ParticipantId, question: &str, turn: u64, percent: u16) -> Story {
    story.then(answers(
        who,
        question,
        turn,
        Answer::Spectrum {
            hundredths: percent * 100,
        },
    ))
}

fn compared(story: &Story, role: HostRole) -> Option<Compared> {
    story
        .room
        .host_view(role, story.at, Around::default())
        .compared
}

fn pairs(story: &Story) -> Option<Vec<(f64, f64)>> {
    let pairs = compared(story, HostRole::Stage)?.pairs?;
    Some(pairs.into_iter().map(Into::into).collect())
}

#[test]
fn everybody_who_stood_somewhere_twice_is_one_unnamed_pair() {
    let story = stands(
        stands(stands(twice(), BRAM, "eerst", 1, 60), ANNA, "eerst", 1, 20),
        CARLA,
        "eerst",
        1,
        5,
    )
    .moved("nu");
    assert_eq!(pairs(&story), Some(vec![]), "nobody has answered yet");
    let story = stands(stands(story, ANNA, "nu", 1, 90), BRAM, "nu", 1, 40);
    assert_eq!(
        pairs(&story),
        Some(vec![(20.0, 90.0), (60.0, 40.0)]),
        "by place, and Carla has no later one"
    );
    let earlier = compared(&story, HostRole::Remote).unwrap();
    assert_eq!(
        (
            earlier.id.as_str(),
            earlier.prompt.as_str(),
            earlier.results.voters()
        ),
        ("eerst", "Over eerst", 3)
    );
    assert_eq!(
        pairs(&stands(story, ANNA, "nu", 2, 10)),
        Some(vec![(20.0, 10.0), (60.0, 40.0)])
    );
}

#[test]
fn a_comparison_is_shown_with_the_results_and_never_to_phones() {
    let story = stands(
        stands(twice(), ANNA, "eerst", 1, 20).moved("nu"),
        ANNA,
        "nu",
        1,
        33,
    )
    .closed("nu");
    assert!(compared(&story, HostRole::Stage).is_some());
    assert!(
        !serde_json::to_string(&story.phone())
            .unwrap()
            .contains("compared")
    );
    let hidden = story.hidden("nu");
    assert!(
        compared(&hidden, HostRole::Stage).is_none()
            && compared(&hidden, HostRole::Presenter).is_some()
    );
    assert!(
        compared(&hidden.moved("eerst"), HostRole::Presenter).is_none(),
        "the earlier one names nothing"
    );
}

#[test]
fn the_current_round_counts_and_what_was_erased_does_not() {
    let story = stands(
        stands(twice(), ANNA, "eerst", 1, 20).moved("nu"),
        ANNA,
        "nu",
        1,
        33,
    );
    assert_eq!(
        pairs(&story.clone().erased(1)),
        None,
        "nobody's earlier answer is left"
    );
    assert_eq!(pairs(&story.clone().erased(2)), Some(vec![]));
    assert_eq!(pairs(&story.reset("eerst")), None);
}

#[test]
fn above_the_bound_nobodys_way_is_told() {
    let crowd = |question: &'static str, size: u128| {
        move |story: Story| {
            (0..size).fold(story, |story, n| {
                stands(story, ParticipantId(100 + n), question, 1, (n % 101) as u16)
            })
        }
    };
    let full = PAIRS_MAX as u128;
    let story = crowd("nu", full)(crowd("eerst", full + 1)(twice()).moved("nu"));
    assert_eq!(pairs(&story).map(|pairs| pairs.len()), Some(PAIRS_MAX));
    let story = stands(story, ParticipantId(100 + full), "nu", 1, 50);
    let earlier = compared(&story, HostRole::Stage).unwrap();
    assert_eq!(
        (earlier.pairs, earlier.results.voters()),
        (None, PAIRS_MAX as u64 + 1)
    );
}

#[test]
fn other_kinds_are_set_side_by_side_while_they_have_one_shape() {
    let [ja, nee] = [["ja", "nee"]; 2];
    let slides = [
        choice("vooraf", ja),
        comparing(choice("achteraf", nee), "vooraf"),
    ];
    let story = room_with(deck(slides))
        .moved("vooraf")
        .answered(ANNA, "vooraf", 1, [2])
        .moved("achteraf");
    let earlier = compared(&story, HostRole::Stage).unwrap();
    assert_eq!((earlier.pairs, earlier.results.voters()), (None, 1));
    let slides = [
        scale("vooraf", ["a", "b"]),
        comparing(scale("achteraf", ["a"]), "vooraf"),
    ];
    let values = Answer::Scale {
        values: vec![Some(1), None],
    };
    let story = room_with(deck(slides))
        .moved("vooraf")
        .then(answers(ANNA, "vooraf", 1, values))
        .moved("achteraf");
    assert!(
        compared(&story, HostRole::Stage).is_none(),
        "other statements"
    );
}

//! How the room moved since an earlier question: who sees it, and whose ways it tells.

use super::commands::*;
use super::decks::{choice, deck, scale, spectrum};
use super::story::room_with;
use super::*;
use crate::deck::{Part, Slide};
use crate::host::HostRole;
use crate::ids::ParticipantId;
use crate::limits::PAIRS_MAX;
use crate::protocol::view::{Around, Compared};
use crate::question::Answer;

fn comparing(mut slide: Slide, earlier: &str) -> Slide {
    if let Part::Question(question) = &mut slide.part {
        question.compare = Some(earlier.into());
    }
    slide
}

fn twice() -> Story {
    room_with(deck([
        spectrum("first"),
        comparing(spectrum("now"), "first"),
    ]))
    .moved("first")
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
        stands(stands(twice(), BRAM, "first", 1, 60), ANNA, "first", 1, 20),
        CARLA,
        "first",
        1,
        5,
    )
    .moved("now");
    assert_eq!(pairs(&story), Some(vec![]), "nobody has answered yet");
    let story = stands(stands(story, ANNA, "now", 1, 90), BRAM, "now", 1, 40);
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
        ("first", "Over first", 3)
    );
    assert_eq!(
        pairs(&stands(story, ANNA, "now", 2, 10)),
        Some(vec![(20.0, 10.0), (60.0, 40.0)])
    );
}

#[test]
fn a_comparison_is_shown_with_the_results_and_never_to_phones() {
    let story = stands(
        stands(twice(), ANNA, "first", 1, 20).moved("now"),
        ANNA,
        "now",
        1,
        33,
    )
    .closed("now");
    assert!(compared(&story, HostRole::Stage).is_some());
    assert!(
        !serde_json::to_string(&story.phone())
            .unwrap()
            .contains("compared")
    );
    let hidden = story.hidden("now");
    assert!(
        compared(&hidden, HostRole::Stage).is_none()
            && compared(&hidden, HostRole::Presenter).is_some()
    );
    assert!(
        compared(&hidden.moved("first"), HostRole::Presenter).is_none(),
        "the earlier one names nothing"
    );
}

#[test]
fn the_current_round_counts_and_what_was_erased_does_not() {
    let story = stands(
        stands(twice(), ANNA, "first", 1, 20).moved("now"),
        ANNA,
        "now",
        1,
        33,
    );
    assert_eq!(
        pairs(&story.clone().erased(1)),
        None,
        "nobody's earlier answer is left"
    );
    assert_eq!(pairs(&story.clone().erased(2)), Some(vec![]));
    assert_eq!(pairs(&story.reset("first")), None);
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
    let story = crowd("now", full)(crowd("first", full + 1)(twice()).moved("now"));
    assert_eq!(pairs(&story).map(|pairs| pairs.len()), Some(PAIRS_MAX));
    let story = stands(story, ParticipantId(100 + full), "now", 1, 50);
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
        choice("before", ja),
        comparing(choice("after", nee), "before"),
    ];
    let story = room_with(deck(slides))
        .moved("before")
        .answered(ANNA, "before", 1, [2])
        .moved("after");
    let earlier = compared(&story, HostRole::Stage).unwrap();
    assert_eq!((earlier.pairs, earlier.results.voters()), (None, 1));
    let slides = [
        scale("before", ["a", "b"]),
        comparing(scale("after", ["a"]), "before"),
    ];
    let values = Answer::Scale {
        values: vec![Some(1), None],
    };
    let story = room_with(deck(slides))
        .moved("before")
        .then(answers(ANNA, "before", 1, values))
        .moved("after");
    assert!(
        compared(&story, HostRole::Stage).is_none(),
        "other statements"
    );
}

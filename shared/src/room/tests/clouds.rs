//! Where the words of a cloud stand, for every page of every host.

use std::collections::BTreeMap;

use super::commands::*;
use super::story::{NOON, room};
use super::*;
use crate::cloud::{Cloud, CloudWord, WordPosition};
use crate::host::HostRole;
use crate::ids::Millis;
use crate::protocol::view::Around;
use crate::room::{Clouds, Room};

fn played() -> Story {
    let given = room()
        .moved("values")
        .said(ANNA, "values", 1, ["poes", "hoop"])
        .said(BRAM, "values", 1, ["kat"]);
    given
        .said(CARLA, "values", 1, ["moed", "poes"])
        .said(ANNA, "values", 2, ["poes", "lef"])
}

/// The clouds of a room whose records are read one by one; `looks` is how often somebody looks
/// between two of them.
fn clouds(story: &Story, looks: Millis) -> (Room, Clouds) {
    let (first, rest) = story.journal.split_first().expect("a room has begun");
    let mut room = Room::begin(first.0, first.1, &first.2).expect("the batch begins a room");
    let mut clouds = Clouds::default();
    for (seq, at, batch) in rest {
        let gap = at - room.at;
        (1..=looks).for_each(|look| clouds.advance(&room, room.at + gap * look / (looks + 1)));
        clouds.advance(&room, *at);
        drop(room.apply(*seq, *at, batch));
        clouds.advance(&room, *at);
    }
    (room, clouds)
}

pub fn cloud(story: &Story, role: HostRole) -> Option<Cloud> {
    let (room, clouds) = clouds(story, 0);
    // When all has come to rest.
    let (view, _) = clouds.host_view(&room, role, room.at + 60_000, Around::default());
    super::story::question_of(view.slide)
        .cloud
        .map(|cloud| *cloud)
}

pub fn words(story: &Story) -> Vec<String> {
    let words = cloud(story, HostRole::Stage)
        .expect("the stage shows a cloud")
        .words;
    words
        .into_iter()
        .map(|word| format!("{} {}", word.text, word.count))
        .collect()
}

#[test]
fn whoever_comes_late_sees_the_same_cloud_as_who_was_there_all_the_time() {
    let story = played()
        .then(hides("kat"))
        .then(merges("lef", "moed"))
        .said(BRAM, "values", 2, ["kat", "rust"]);
    let (room, seldom) = clouds(&story, 0);
    let (_, often) = clouds(&story, 7);
    assert_eq!(seldom, often);
    for role in [
        HostRole::Stage,
        HostRole::Presenter,
        HostRole::Remote,
        HostRole::Moderator,
    ] {
        for later in [0, 100, 1_000, 60_000] {
            let seen =
                |clouds: &Clouds| clouds.host_view(&room, role, room.at + later, Around::default());
            let (view, next) = seen(&seldom);
            assert!(
                super::story::question_of(view.slide.clone())
                    .cloud
                    .is_some()
            );
            assert_eq!((view, next), seen(&often), "{role:?}");
        }
    }
}

#[test]
fn a_view_says_when_words_move_by_time_alone() {
    let (room, clouds) = clouds(&played(), 0);
    let next = |later| {
        clouds
            .host_view(&room, HostRole::Stage, room.at + later, Around::default())
            .1
    };
    assert!(next(0).is_some_and(|next| next > room.at));
    assert_eq!(next(60_000), None, "all is at rest");
    let other = super::story::room().moved("knowledge").room;
    let (_, none) = Clouds::default().host_view(&other, HostRole::Stage, NOON, Around::default());
    assert_eq!(none, None, "a question without a cloud");
}

#[test]
fn nobody_moves_when_words_are_hidden_merged_or_given_anew() {
    let spots = |story: &Story| {
        let words = cloud(story, HostRole::Stage)
            .expect("the stage shows a cloud")
            .words;
        let place = |spot: WordPosition| spot.x;
        let places = |word: CloudWord| (word.text, (word.wide.map(place), word.tall.map(place)));
        words.into_iter().map(places).collect::<BTreeMap<_, _>>()
    };
    let before = played().later(10_000);
    for (after, gone) in [
        (before.clone().then(hides("kat")), Some("kat")),
        (before.clone().then(merges("kat", "poes")), Some("kat")),
        (
            before.clone().said(BRAM, "values", 2, ["kat", "rust"]),
            None,
        ),
        (
            before.clone().then(hides("kat")).then(restores("kat")),
            None,
        ),
    ] {
        let spots_after = spots(&after);
        // What counts more often now may have become larger.
        for (text, spot) in spots(&before).iter().filter(|(text, _)| *text != "poes") {
            let expected = Some(spot).filter(|_| Some(text.as_str()) != gone);
            assert_eq!(spots_after.get(text), expected, "{text}");
        }
    }
}

#[test]
fn a_hidden_word_is_in_no_cloud() {
    let after = played().then(hides("kat"));
    assert_eq!(words(&played()), ["kat 1", "lef 1", "moed 1", "poes 2"]);
    assert_eq!(words(&after), ["lef 1", "moed 1", "poes 2"]);
}

#[test]
fn phones_get_no_cloud_and_the_stage_none_while_results_are_hidden() {
    assert_eq!(played().closed("values").phone_question().cloud, None);
    let hidden = played().hidden("values");
    assert_eq!(cloud(&hidden, HostRole::Stage), None);
    assert!(cloud(&hidden, HostRole::Remote).is_some());
}

#[test]
fn an_erased_answer_leaves_no_trace_in_the_cloud() {
    let without = room()
        .moved("values")
        .said(BRAM, "values", 1, ["kat"])
        .said(CARLA, "values", 1, ["moed", "poes"]);
    assert_eq!(words(&played().erased(1)), words(&without));
}

#[test]
fn the_next_round_begins_with_an_empty_cloud() {
    assert_eq!(words(&played().reset("values")), Vec::<String>::new());
}

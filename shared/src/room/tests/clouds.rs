//! Where the words of a cloud stand, for every page of every host.

use std::collections::BTreeMap;

use super::commands::*;
use super::story::room;
use super::*;
use crate::cloud::{Cloud, CloudWord, Spot};
use crate::protocol::view::Around;
use crate::room::{HostRole, Room};

fn evening() -> Story {
    let given = room().moved("waarden").said(ANNA, "waarden", 1, ["poes", "hoop"]).said(BRAM, "waarden", 1, ["kat"]);
    given.said(CARLA, "waarden", 1, ["moed", "poes"]).said(ANNA, "waarden", 2, ["poes", "lef"])
}

fn cloud(room: &Room, role: HostRole) -> Option<Cloud> {
    let view = room.host_view(role, room.at, Around::default());
    super::story::question_of(view.slide).cloud.map(|cloud| *cloud)
}

fn words(story: &Story) -> Vec<String> {
    let words = cloud(&story.room, HostRole::Stage).expect("the stage shows a cloud").words;
    words.into_iter().map(|word| format!("{} {}", word.text, word.count)).collect()
}

#[test]
fn whoever_comes_late_sees_the_same_cloud_as_who_was_there_all_evening() {
    let evening = evening().then(hides("kat")).then(merges("lef", "moed")).said(BRAM, "waarden", 2, ["kat", "rust"]);
    let (first, rest) = evening.journal.split_first().expect("a room has begun");
    let mut again = Room::begin(first.0, first.1, &first.2).expect("the batch begins a room");
    rest.iter().for_each(|(seq, at, batch)| drop(again.apply(*seq, *at, batch)));
    for role in [HostRole::Stage, HostRole::Presenter, HostRole::Remote, HostRole::Moderator] {
        let seen = cloud(&evening.room, role);
        assert!(seen.is_some());
        assert_eq!(seen, cloud(&again, role), "{role:?}");
    }
}

#[test]
fn nobody_moves_when_words_are_hidden_merged_or_given_anew() {
    let spots = |story: &Story| {
        let words = cloud(&story.room, HostRole::Stage).expect("the stage shows a cloud").words;
        let place = |spot: Spot| (spot.x, spot.baseline, spot.size);
        let places = |word: CloudWord| (word.text, (word.wide.map(place), word.tall.map(place)));
        words.into_iter().map(places).collect::<BTreeMap<_, _>>()
    };
    let before = evening();
    for (after, gone) in [
        (before.clone().then(hides("kat")), Some("kat")),
        (before.clone().then(merges("kat", "poes")), Some("kat")),
        (before.clone().said(BRAM, "waarden", 2, ["kat", "rust"]), None),
        (before.clone().then(hides("kat")).then(restores("kat")), None),
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
    let after = evening().then(hides("kat"));
    assert_eq!(words(&evening()), ["kat 1", "lef 1", "moed 1", "poes 2"]);
    assert_eq!(words(&after), ["lef 1", "moed 1", "poes 2"]);
}

#[test]
fn phones_get_no_cloud_and_the_stage_none_while_results_are_hidden() {
    assert_eq!(evening().closed("waarden").phone_question().cloud, None);
    let hidden = evening().hidden("waarden");
    assert_eq!(cloud(&hidden.room, HostRole::Stage), None);
    assert!(cloud(&hidden.room, HostRole::Remote).is_some());
}

#[test]
fn an_erased_answer_leaves_no_trace_in_the_cloud() {
    let without = room().moved("waarden").said(BRAM, "waarden", 1, ["kat"]).said(CARLA, "waarden", 1, ["moed", "poes"]);
    assert_eq!(words(&evening().erased(1)), words(&without));
}

#[test]
fn the_next_round_begins_with_an_empty_cloud() {
    assert_eq!(words(&evening().reset("waarden")), Vec::<String>::new());
}

//! Who is away leaves the place of their answers to others, though not without end.

use super::commands::*;
use super::story::{SECOND, room, room_with};
use super::*;
use crate::event::Event;
use crate::ids::{AnswerId, ParticipantId};
use crate::limits::{DISTINCT_TEXTS, ROOM_ANSWERS, WITH_REMOVED};

/// Words that one person may give.
const ENTRIES: usize = 10;

/// Removes who joined in the second under way, and goes on in the next.
fn removed(given: Story) -> Story {
    let removes = Event::Removed {
        joined_from: given.at,
        joined_to: given.at + SECOND,
    };
    given.later(SECOND).then(removes)
}

/// People who give ten words each that nobody else gives, from that number on.
fn crowd(given: Story, from: usize, people: usize) -> Story {
    (from..from + people).fold(given, |given, person| {
        let entries: [String; ENTRIES] = std::array::from_fn(|n| format!("woord{person}x{n}"));
        let entries = entries.each_ref().map(String::as_str);
        given.then(says(
            ParticipantId(100 + person as u128),
            "values",
            1,
            entries,
        ))
    })
}

#[test]
fn answers_of_who_is_away_take_no_place_and_not_without_end() {
    let mut room = room()
        .moved("knowledge")
        .answered(ANNA, "knowledge", 1, [1])
        .room;
    let place = room.place(AnswerId(1)).expect("Anna has answered").clone();
    let mut with = |ever: usize, away: usize| {
        let ids = room.places.len() as u64 + 1..=ever as u64;
        room.places
            .extend(ids.map(|number| (AnswerId(number), place.clone())));
        room.answers_away = away;
        room.check(
            &picks(BRAM, "knowledge", 1, [1]).event(&room).unwrap(),
            room.at,
        )
    };
    assert_eq!(with(ROOM_ANSWERS, 0), Err(Refusal::Full));
    assert_eq!(with(ROOM_ANSWERS, 1), Ok(Decision::Accept));
    assert_eq!(
        with(WITH_REMOVED * ROOM_ANSWERS - 1, ROOM_ANSWERS),
        Ok(Decision::Accept)
    );
    assert_eq!(
        with(WITH_REMOVED * ROOM_ANSWERS, ROOM_ANSWERS + 1),
        Err(Refusal::Full)
    );
}

#[test]
fn words_of_who_is_away_take_no_place_and_not_without_end() {
    let people = DISTINCT_TEXTS / ENTRIES;
    let given = room_with(decks::deck([decks::words("values", ENTRIES as u32)])).moved("values");
    let given = crowd(given.later(SECOND), 0, people);
    check(
        given.clone(),
        says(ANNA, "values", 1, ["nieuw"]),
        Refusal::Full,
    );
    let given = removed(given);
    check(given.clone(), says(ANNA, "values", 1, ["nieuw"]), Accepted);
    // All but ten of as many again, and then these ten.
    let given = removed(crowd(given, people, people - 1));
    let last: [String; ENTRIES] = std::array::from_fn(|n| format!("laatste{n}"));
    let given = given.then(says(ANNA, "values", 1, last.each_ref().map(String::as_str)));
    assert_eq!(WITH_REMOVED * DISTINCT_TEXTS, 2 * people * ENTRIES);
    check(
        given.clone(),
        says(BRAM, "values", 1, ["nieuw"]),
        Refusal::Full,
    );
    check(given, says(BRAM, "values", 1, ["laatste3"]), Accepted);
}

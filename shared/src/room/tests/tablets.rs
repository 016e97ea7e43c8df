//! Tablets that a table shares.

use super::commands::*;
use super::decks::{choice, deck, open};
use super::story::{SECOND, room_with};
use super::*;
use crate::deck::{Deck, Groups};
use crate::event::Event;
use crate::ids::{ParticipantId, TabletNumber};
use crate::limits::TABLET_SEATS;
use crate::room::{AnswerOrigin, Person};

fn seat(number: u128) -> ParticipantId {
    ParticipantId(0xf00d_0000_0000_0000_0000 + number)
}

fn shares() -> Event {
    Event::TabletShared {
        seats: (1..=TABLET_SEATS as u128).map(seat).collect(),
    }
}

fn ends(tablet: u16) -> Event {
    let tablet = TabletNumber(tablet);
    Event::TabletEnded { tablet }
}

fn table() -> Story {
    let slides = [
        choice("vote", ["ja", "nee"]),
        choice("again", ["ja", "nee"]),
        open("ideas", 2, 1),
        choice("table", ["ja", "nee"]).by_group(),
    ];
    let groups = Some(Groups::Count(2));
    let story = room_with(Deck {
        groups,
        ..deck(slides.clone())
    });
    let opened = |story: Story, slide: &crate::deck::Slide| story.opened(slide.id.as_str());
    slides.iter().fold(story, opened).then(shares())
}

impl Story {
    fn turn(&self, question: &str) -> Option<u8> {
        let turn = self.room.turn_at(seat(1), &[question.into()], 1)?;
        Some(turn.seat.number)
    }

    fn people_at_tablet(&self) -> u64 {
        self.room.tablets()[0].people
    }
}

#[test]
fn everybody_who_takes_the_tablet_is_somebody_of_their_own() {
    let mut story = table();
    for number in 1..=5 {
        assert_eq!(story.turn("vote"), Some(number as u8));
        story = story.answered(seat(number), "vote", 1, [1 + (number % 2) as u8]);
    }
    assert_eq!((story.voters("vote"), story.votes("vote")), (5, vec![2, 3]));
    assert_eq!((story.people_at_tablet(), story.room.people.len()), (5, 5));
    assert_eq!(
        story.turn("again"),
        Some(1),
        "they are the same people there"
    );
    let story = story.answered(seat(1), "again", 1, [1]);
    assert_eq!((story.turn("again"), story.room.people.len()), (Some(2), 5));
    let shared = AnswerOrigin::Shared(TabletNumber(1));
    assert_eq!(story.room.origin_of(Person(4)), shared);
}

#[test]
fn after_the_last_seat_nobody_has_a_turn_until_the_next_round() {
    let all = (1..=TABLET_SEATS as u128).map(seat);
    let story = all.fold(table(), |story, who| story.answered(who, "vote", 1, [1]));
    assert_eq!((story.voters("vote"), story.turn("vote")), (12, None));
    assert_eq!(story.reset("vote").turn("vote"), Some(1));
}

#[test]
fn a_table_is_in_one_group_and_gives_one_answer_with_it() {
    let story = table().answered(seat(1), "vote", 1, [1]);
    let story = story
        .then(chooses(seat(1), 2))
        .answered(seat(2), "vote", 1, [1]);
    let groups = [1, 2].map(|number| story.room.group_of(seat(number)).map(|group| group.0));
    assert_eq!(groups, [Some(2), Some(2)]);
    let story = story.answered(seat(1), "table", 1, [1]);
    assert_eq!((story.voters("table"), story.turn("table")), (1, Some(1)));
    let story = story.then(chooses(seat(2), 1));
    assert_eq!(story.room.group_of(seat(1)).map(|group| group.0), Some(1));
}

#[test]
fn who_gave_a_text_or_a_vote_passes_the_tablet_on() {
    let story =
        table()
            .added(seat(1), "ideas", "a", "een bus")
            .added(ANNA, "ideas", "b", "meer tijd");
    assert_eq!(story.turn("ideas"), Some(2));
    let story = story.voting("ideas");
    assert_eq!(story.turn("ideas"), Some(1), "nobody has voted");
    let story = story.upvoted(seat(1), "ideas", 2);
    assert_eq!(story.turn("ideas"), Some(2));
}

#[test]
fn a_tablet_that_is_ended_takes_no_answers_of_its_seats_and_can_be_shared_again() {
    let story = table().answered(seat(2), "vote", 1, [1]).then(ends(1));
    assert_eq!(
        story.room.tablet_of(seat(1)),
        Some((TabletNumber(1), false))
    );
    check(
        story.clone(),
        picks(seat(2), "vote", 2, [2]),
        Refusal::TabletEnded,
    );
    check(
        story.clone(),
        picks(seat(3), "vote", 1, [2]),
        Refusal::TabletEnded,
    );
    let alone = check(story.clone(), picks(seat(1), "vote", 1, [2]), Accepted);
    assert_eq!(alone.voters("vote"), 2, "whose it is goes on alone");
    check(story.clone(), ends(1), Repeated);
    check(story.clone(), ends(2), Refusal::TabletEnded);
    let again = story.then(shares());
    assert_eq!(again.room.tablet_of(seat(1)), Some((TabletNumber(1), true)));
    check(again.clone(), picks(seat(3), "vote", 1, [2]), Accepted);
    check(again, shares(), Repeated);
}

#[test]
fn doors_hold_for_tablets_and_their_people() {
    let shut = room_with(deck([choice("vote", ["ja", "nee"])])).opened("vote");
    let shut = shut.then(Event::DoorSet { open: false });
    check(shut, shares(), Refusal::DoorClosed);
    let story = table().then(Event::DoorSet { open: false });
    check(story.clone(), picks(seat(1), "vote", 1, [1]), Accepted);
    check(
        story.clone(),
        picks(seat(2), "vote", 1, [1]),
        Refusal::DoorClosed,
    );
    check(story.ended(), shares(), Refusal::Ended);
}

#[test]
fn who_was_removed_has_no_seat() {
    let story = table().later(SECOND).answered(seat(2), "vote", 1, [1]);
    let (joined_from, joined_to) = (story.at, story.at + 1);
    let story = story.later(SECOND).then(Event::Removed {
        joined_from,
        joined_to,
    });
    assert_eq!((story.voters("vote"), story.people_at_tablet()), (0, 1));
    let story = story.answered(seat(1), "vote", 1, [1]);
    assert_eq!(story.turn("vote"), Some(3));
    check(story, picks(seat(2), "vote", 2, [1]), Refusal::Removed);
}

/// Whoever was removed joins as somebody new, and so does the device that they share.
#[test]
fn the_list_of_tablets_is_right_after_removing_and_returning() {
    let shared = table().later(SECOND);
    let device = (shared.at, shared.at + 1);
    let story = shared
        .then(share_of(0x100))
        .later(SECOND)
        .answered(ParticipantId(0x102), "vote", 1, [1])
        .later(SECOND);
    let rows = |story: &Story| {
        let tablets = story.room.tablets().into_iter();
        tablets
            .map(|row| (row.number.0, row.people, row.ended))
            .collect::<Vec<_>>()
    };
    assert_eq!(rows(&story), [(1, 1, false), (2, 2, false)]);
    let (joined_from, joined_to) = device;
    let removed = story.then(Event::Removed {
        joined_from,
        joined_to,
    });
    assert_eq!(rows(&removed), [(1, 1, false), (2, 1, true)]);
    let all = removed.clone().then(Event::Removed {
        joined_from,
        joined_to: joined_to + 5 * SECOND,
    });
    assert_eq!(rows(&all), [(1, 1, false)], "nobody of it is left");
    let again = all.clone().then(share_of(0x200));
    assert_eq!(rows(&again), [(1, 1, false), (3, 1, false)]);
    let back = all.then(Event::Returned {
        joined_from,
        joined_to: joined_to + 5 * SECOND,
    });
    assert_eq!(rows(&back), [(1, 1, false), (2, 2, false)]);
    let ended = back.then(ends(2));
    assert_eq!(rows(&ended), [(1, 1, false), (2, 2, true)]);
    let shared = ended.then(share_of(0x100));
    assert_eq!(rows(&shared), [(1, 1, false), (2, 2, false)]);
}

fn share_of(device: u128) -> Event {
    let seats = 1..=TABLET_SEATS as u128;
    Event::TabletShared {
        seats: seats.map(|seat| ParticipantId(device + seat)).collect(),
    }
}

#[test]
fn a_code_is_made_anew_once_for_each_time() {
    let renewed = |times| Event::TabletsRenewed { times };
    let story = table();
    assert_eq!(story.room.renewing_tablet_codes(), renewed(1));
    let story = check(story, renewed(1), Accepted).story;
    assert_eq!(story.room.tablet_codes_renewed(), 1);
    check(story.clone(), renewed(1), Repeated);
    check(story, renewed(3), Refusal::OutOfRange);
}

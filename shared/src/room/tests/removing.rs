//! Whoever joined between two moments leaves every figure, and comes back with everything.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::commands::*;
use super::generated::{JournalRecords, fold, journal};
use super::story::{NOON, SECOND, batch, room};
use super::*;
use crate::event::{Batch, Event, QaChange};
use crate::host::HostRole;
use crate::ids::{AnswerId, Millis, ParticipantId};
use crate::limits::{REMOVALS_MAX, ROOM_PARTICIPANTS, WITH_REMOVED};
use crate::protocol::view::Around;
use crate::question::Results;
use crate::room::{AffectedCounts, RoundState, TimeRange};
use crate::rules::Rules;
use crate::text::word_key;

const DAAN: ParticipantId = ParticipantId(0xd);

fn removes(from: Millis, to: Millis) -> Event {
    Event::Removed {
        joined_from: from,
        joined_to: to,
    }
}

fn returns(from: Millis, to: Millis) -> Event {
    Event::Returned {
        joined_from: from,
        joined_to: to,
    }
}

fn again(who: ParticipantId, before: ParticipantId) -> Event {
    Event::JoinedAgain {
        participant: who,
        instead_of: before,
    }
}

/// Anna joins at noon, Bram and Carla a second later, Daan a second after them.
fn four() -> Story {
    let story = room()
        .moved("knowledge")
        .then(joins(ANNA))
        .later(SECOND)
        .then(joins(BRAM))
        .then(joins(CARLA));
    story.later(SECOND).then(joins(DAAN)).later(SECOND)
}

fn who_takes_part(story: &Story) -> Vec<ParticipantId> {
    story.room.people.iter().map(|(_, who)| who).collect()
}

#[test]
fn the_first_moment_counts_and_the_last_does_not() {
    for (from, to, left) in [
        (0, 1, vec![BRAM, CARLA, DAAN]),
        (0, SECOND, vec![BRAM, CARLA, DAAN]),
        (0, SECOND + 1, vec![DAAN]),
        (SECOND, 2 * SECOND, vec![ANNA, DAAN]),
        (SECOND, 2 * SECOND + 1, vec![ANNA]),
        (1, SECOND, vec![ANNA, BRAM, CARLA, DAAN]),
        (2 * SECOND + 1, 3 * SECOND, vec![ANNA, BRAM, CARLA, DAAN]),
        (0, 3 * SECOND, vec![]),
    ] {
        let some = if left.len() == 4 { Repeated } else { Accepted };
        let after = check(four(), removes(NOON + from, NOON + to), some);
        assert_eq!(who_takes_part(&after), left, "{from} to {to}");
        assert_eq!(after.room.people.len(), left.len(), "{from} to {to}");
    }
}

#[test]
fn a_stretch_ends_after_it_begins_and_is_about_who_had_joined() {
    for (from, to) in [(NOON, NOON), (NOON + 1, NOON), (Millis::MAX, 0)] {
        check(four(), removes(from, to), Refusal::OutOfRange);
        check(four(), returns(from, to), Refusal::OutOfRange);
    }
    let minute = (NOON, NOON + 60 * SECOND);
    let later = four()
        .then(removes(minute.0, minute.1))
        .then(joins(ParticipantId(7)));
    assert_eq!(
        later.room.people.len(),
        1,
        "who joins later in that minute is not removed"
    );
    check(later.clone(), removes(minute.0, minute.1), Accepted);
    let removals = later.then(removes(minute.0, minute.1)).room.removals();
    assert_eq!(
        removals
            .iter()
            .map(|(_, away)| away.people)
            .collect::<Vec<_>>(),
        [5],
        "one range, once"
    );
}

#[test]
fn nothing_is_taken_of_who_was_removed_whatever_it_is() {
    let given = || {
        let answered = four()
            .answered(BRAM, "knowledge", 1, [1])
            .moved("step")
            .added(BRAM, "step", "k", "Bellen");
        answered
            .added(ANNA, "step", "k", "Mailen")
            .opened("knowledge")
            .then(removes(NOON + 1, NOON + 2 * SECOND))
    };
    for command in [
        joins(BRAM),
        picks(BRAM, "knowledge", 1, [1]),
        picks(BRAM, "knowledge", 2, [2]),
        picks(BRAM, "knowledge", 1, [1]).by_form(),
        picks(CARLA, "knowledge", 1, [1]),
        picks(BRAM, "nowhere", 1, [1]),
        adds(BRAM, "step", "k", 2, "Schrijven"),
        adds(BRAM, "step", "nieuw", 1, "Schrijven"),
        upvotes(BRAM, "step", 3),
        takes_back(BRAM, "step", 3),
        again(BRAM, ANNA).into(),
    ] {
        check(given(), command, Refusal::Removed);
    }
    assert!(given().own(BRAM, "knowledge").is_none() && given().room.own(BRAM).is_empty());
    check(given(), upvotes(ANNA, "step", 2), Refusal::UnknownAnswer);
    check(given(), hides_answer(2), Refusal::UnknownAnswer);
}

/// A room with something of everything: Bram and Carla came in one minute.
fn played() -> Story {
    let asked = four()
        .answered(ANNA, "knowledge", 1, [1])
        .answered(BRAM, "knowledge", 1, [2]);
    let words = asked
        .moved("values")
        .said(BRAM, "values", 1, ["hoop", "rust"])
        .said(ANNA, "values", 1, ["moed", "hoop"]);
    let words = words
        .said(CARLA, "values", 1, ["Hoop!"])
        .said(DAAN, "values", 1, ["rust"])
        .then(hides("rust"));
    let added = words
        .moved("step")
        .added(BRAM, "step", "k", "Bellen")
        .added(ANNA, "step", "k", "Mailen");
    let added = added
        .added(DAAN, "step", "k", "Mail sturen")
        .upvoted(CARLA, "step", 8)
        .upvoted(DAAN, "step", 7);
    added.upvoted(DAAN, "step", 8).upvoted(ANNA, "step", 7)
}

fn views(story: &Story) -> Vec<String> {
    let roles = [
        HostRole::Stage,
        HostRole::Presenter,
        HostRole::Remote,
        HostRole::Moderator,
    ];
    let hosts = roles.map(|role| {
        format!(
            "{:?}",
            story.room.host_view(role, story.at, Around::default())
        )
    });
    let mut views = Vec::from(hosts);
    views.push(format!("{:?}", story.phone()));
    views.extend([ANNA, BRAM, CARLA, DAAN].map(|who| format!("{:?}", story.room.own(who))));
    views
}

#[test]
fn what_they_gave_leaves_every_figure_and_comes_back() {
    let before = played();
    assert_eq!(
        before.texts("step"),
        ["a7 Bellen 2", "a8 Mailen 2", "a9 Mail sturen 0"]
    );
    assert_eq!(before.words("values"), ["hoop 3", "moed 1"]);
    let away = check(
        before.clone(),
        removes(NOON + 1, NOON + 2 * SECOND),
        Accepted,
    )
    .story;
    assert_eq!(
        (away.votes("knowledge"), away.voters("knowledge")),
        (vec![1, 0, 0], 1)
    );
    assert_eq!(away.words("values"), ["moed 1", "hoop 1"]);
    assert_eq!(away.texts("step"), ["a8 Mailen 1", "a9 Mail sturen 0"]);
    assert_eq!(
        away.own(DAAN, "step").unwrap().upvotes,
        [away.named(8)],
        "a vote for what is gone is free again"
    );
    assert_eq!(away.room.answers_total(), before.room.answers_total() - 4);
    let gone = [(
        TimeRange {
            from: NOON + 1,
            to: NOON + 2 * SECOND,
        },
        AffectedCounts {
            people: 2,
            answers: 4,
        },
    )];
    assert_eq!(away.room.removals(), gone);
    check(away.clone(), removes(NOON + 1, NOON + 2 * SECOND), Repeated);
    let back = check(away, returns(NOON, NOON + 60 * SECOND), Accepted).story;
    assert_eq!(views(&back), views(&before));
    assert!(back.room.removals().is_empty());
    check(back, returns(NOON, NOON + 60 * SECOND), Repeated);
}

#[test]
fn part_of_them_comes_back_by_itself() {
    let away = played().then(removes(NOON, NOON + 60 * SECOND));
    assert!(away.room.people.is_empty() && away.texts("step").is_empty());
    let back = away.then(returns(NOON + 1, NOON + 2 * SECOND));
    assert_eq!(who_takes_part(&back), [BRAM, CARLA]);
    assert_eq!(back.texts("step"), ["a7 Bellen 0"]);
    assert_eq!(
        back.room.removals().len(),
        1,
        "Anna and Daan are still away"
    );
    assert_eq!(
        views(&back.then(returns(NOON, NOON + 60 * SECOND))),
        views(&played())
    );
}

/// A new round takes nothing from those who are away, and what happens meanwhile is there as if
/// they had never been.
#[test]
fn what_others_do_meanwhile_stays() {
    let with = |away: bool| {
        let story = played();
        let story = if away {
            story.then(removes(NOON + 1, NOON + 2 * SECOND))
        } else {
            story
        };
        let story = story
            .added(ANNA, "step", "k2", "Appen")
            .moved("values")
            .then(merges("moed", "hoop"));
        let story = story
            .said(DAAN, "values", 2, ["rust", "vuur"])
            .reset("knowledge");
        let story = story.then(picks(ANNA, "knowledge", 1, [3]).round(2));
        if away {
            story.then(returns(NOON + 1, NOON + 2 * SECOND))
        } else {
            story
        }
    };
    assert_eq!(views(&with(true)), views(&with(false)));
}

#[test]
fn moderation_stands_and_what_counted_as_theirs_is_itself_again() {
    let merged = || played().then(merges_answer(8, "a7")).then(hides_answer(9));
    assert_eq!(merged().texts("step"), ["a7 Bellen 3"]);
    let away = merged().then(removes(NOON + 1, NOON + 2 * SECOND));
    assert_eq!(
        away.texts("step"),
        ["a8 Mailen 1"],
        "the hidden one stays hidden"
    );
    assert_eq!(
        away.then(returns(NOON + 1, NOON + 2 * SECOND))
            .texts("step"),
        ["a7 Bellen 3"]
    );
    let hidden = played()
        .moved("values")
        .then(hides("hoop"))
        .then(removes(NOON + 1, NOON + 2 * SECOND));
    assert_eq!(hidden.words("values"), ["moed 1"]);
    let shown = hidden.then(restores("hoop"));
    assert_eq!(shown.words("values"), ["moed 1", "hoop 1"]);
    assert_eq!(
        shown
            .then(returns(NOON + 1, NOON + 2 * SECOND))
            .words("values"),
        ["hoop 3", "moed 1"]
    );
}

#[test]
fn what_somebody_gave_who_was_removed_can_be_erased() {
    for (answer, question) in [(2, "knowledge"), (3, "values"), (7, "step")] {
        let away = || played().then(removes(NOON + 1, NOON + 2 * SECOND));
        let erased = check(away(), erases(answer), Accepted).story;
        assert_eq!(erased.room.pending_redactions(), [AnswerId(answer)]);
        check(erased.clone(), erases(answer), Repeated);
        assert_eq!(erased.voters(question), away().voters(question));
        let back = erased.then(returns(NOON + 1, NOON + 2 * SECOND));
        assert_eq!(
            back.voters(question),
            played().voters(question) - 1,
            "{question}"
        );
    }
}

#[test]
fn who_joined_again_counts_once() {
    let away = || played().then(removes(NOON + 1, NOON + 2 * SECOND));
    let anew = ParticipantId(0xbb);
    let joined = || {
        away()
            .then(again(anew, BRAM))
            .then(adds(anew, "step", "k", 1, "Langsgaan"))
    };
    check(joined(), again(anew, BRAM), Repeated);
    assert_eq!(
        joined()
            .room
            .would_return(TimeRange {
                from: NOON,
                to: NOON + 60 * SECOND
            })
            .unwrap()
            .people,
        1
    );
    let back = check(joined(), returns(NOON, NOON + 60 * SECOND), Accepted).story;
    assert_eq!(
        who_takes_part(&back),
        [ANNA, CARLA, DAAN, anew],
        "Bram is there, as somebody new"
    );
    assert_eq!(
        back.texts("step"),
        ["a8 Mailen 2", "a9 Mail sturen 0", "a10 Langsgaan 0"]
    );
    let twice = joined()
        .then(removes(NOON, NOON + 60 * SECOND))
        .then(returns(NOON, NOON + 60 * SECOND));
    assert_eq!(
        who_takes_part(&twice),
        [ANNA, CARLA, DAAN, anew],
        "of two that were both removed the last"
    );
    let first = joined()
        .later(60 * SECOND)
        .then(removes(NOON + 3 * SECOND, NOON + 60 * SECOND));
    let first = first.then(returns(NOON, NOON + 2 * SECOND));
    assert_eq!(
        who_takes_part(&first),
        [ANNA, BRAM, CARLA, DAAN],
        "the first one, while the other is away"
    );
}

#[test]
fn who_is_away_takes_nobodys_place_and_not_without_end() {
    let mut given = four();
    let add = |given: &mut Story, from: usize, until: usize| {
        for number in from..until {
            given
                .room
                .people
                .join(ParticipantId(1_000 + number as u128), given.at);
        }
    };
    add(&mut given, 4, ROOM_PARTICIPANTS);
    check(given.clone(), joins(ParticipantId(1)), Refusal::Full);
    let mut away = given
        .then(removes(NOON + 3 * SECOND, NOON + 4 * SECOND))
        .later(SECOND);
    check(away.clone(), joins(ParticipantId(1)), Accepted);
    add(&mut away, ROOM_PARTICIPANTS, 2 * ROOM_PARTICIPANTS - 4);
    check(away.clone(), joins(ParticipantId(1)), Refusal::Full);
    check(
        away.clone(),
        returns(NOON, NOON + 60 * SECOND),
        Refusal::Full,
    );
    let mut away = away
        .then(removes(NOON + 4 * SECOND, NOON + 5 * SECOND))
        .later(SECOND);
    add(
        &mut away,
        2 * ROOM_PARTICIPANTS - 4,
        WITH_REMOVED * ROOM_PARTICIPANTS,
    );
    check(away, joins(ParticipantId(1)), Refusal::Full);
}

#[test]
fn there_is_an_end_to_stretches() {
    let mut given = room();
    for number in 0..=REMOVALS_MAX as u64 {
        given = given
            .later(SECOND)
            .then(joins(ParticipantId(u128::from(number) + 1)));
    }
    for number in 1..=REMOVALS_MAX as u64 {
        given = given.then(removes(NOON + number * SECOND, NOON + number * SECOND + 1));
    }
    let next = NOON + (REMOVALS_MAX as u64 + 1) * SECOND;
    check(
        given.clone(),
        removes(next, next + 1),
        Refusal::TooMany {
            limit: REMOVALS_MAX,
        },
    );
    check(
        given.then(returns(NOON, NOON + 2 * SECOND)),
        removes(next, next + 1),
        Accepted,
    );
}

#[test]
fn the_minutes_in_which_people_joined_are_known() {
    let minutes: Vec<_> = four()
        .later(58 * SECOND)
        .then(joins(ParticipantId(7)))
        .room
        .joined_by_minute()
        .into_iter()
        .collect();
    assert_eq!(minutes, [(NOON, 4), (NOON + 60 * SECOND, 1)]);
    let away = four().then(removes(NOON, NOON + 1));
    assert_eq!(away.room.joined_by_minute(), BTreeMap::from([(NOON, 3)]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_removal_and_a_return_are_no_change((journal, range) in (journal(), time_range())) {
        let journal = without_removals(journal);
        let (room, _) = fold(&journal);
        let (away, _) = fold(&then(&journal, removes(range.from, range.to)));
        let again = then(&then(&journal, removes(range.from, range.to)), returns(range.from, range.to));
        prop_assert_eq!(plain(&fold(&again).0), plain(&room));
        // The views too, made anew.
        let stage = |room: &Room| (room.host_view(HostRole::Stage, room.at, Around::default()), room.phone_view(room.at));
        prop_assert_eq!(stage(&fold(&again).0), stage(&room));
        prop_assert!(away.people.len() <= room.people.len());
    }

    /// Whatever the others do meanwhile, but for votes: one that becomes free may be given to
    /// another answer.
    #[test]
    fn a_return_comes_to_the_room_in_which_nobody_was_away(
        (journal, at) in journal().prop_flat_map(|journal| { let len = journal.len(); (Just(journal), 2..=len) }),
        range in time_range(),
    ) {
        let journal = without_removals(journal);
        let mut with = Vec::from(&journal[..at]);
        let gone = people_between(&fold(&with).0, range);
        let stays = |event: &Event| !matches!(event, Event::Upvoted { .. } | Event::AnswerHidden { .. } | Event::AnswerMerged { .. } | Event::AnswerApproved { .. } | Event::QaUpvoted { .. } | Event::QaModerated { .. })
            && event.sender().is_none_or(|who| !gone.contains(&who));
        let rest: JournalRecords = journal[at..].iter().map(|(seq, at, batch)| {
            let events = batch.events.iter().filter(|event| stays(event)).cloned().collect();
            (*seq, *at, Batch { events, ..batch.clone() })
        }).collect();
        let plain_room = fold(&with.iter().chain(&rest).cloned().collect::<Vec<_>>()).0;
        with = then(&with, removes(range.from, range.to));
        with.extend(rest);
        let with = then(&with, returns(range.from, range.to));
        prop_assert_eq!(plain(&fold(&with).0), plain(&plain_room));
    }

    #[test]
    fn without_them_a_room_has_the_results_of_one_in_which_they_never_joined((journal, range) in (journal(), time_range())) {
        let mut journal = without_removals(journal);
        journal.iter_mut().for_each(|(_, _, batch)| batch.events.retain(|event| !matches!(event, Event::AnswerMerged { .. } | Event::QaModerated { change: QaChange::Merged { .. }, .. })));
        let (all, _) = fold(&journal);
        let gone = people_between(&all, range);
        // Whoever of a table chose its group chose it for those too who stay.
        prop_assume!(gone.iter().all(|who| all.people.tablets().seat(*who).is_none()));
        let (away, _) = fold(&then(&journal, removes(range.from, range.to)));
        let never = never_joined(&journal, &gone);
        prop_assert_eq!(away.people.len(), never.people.len());
        prop_assert_eq!(away.answers_total(), never.answers_total());
        for ((id, away), (_, never)) in away.all_questions().zip(never.all_questions()) {
            for ((number, away), (_, never)) in away.rounds().zip(never.rounds()) {
                prop_assert_eq!(came_to(away), came_to(never), "{} in round {}", id, number);
            }
        }
    }
}

fn time_range() -> impl Strategy<Value = TimeRange> {
    (0..40u64, 1..40u64).prop_map(|(from, long)| TimeRange {
        from: NOON + from * 500,
        to: NOON + (from + long) * 500,
    })
}

/// Without what is tried here on purpose.
fn without_removals(mut journal: JournalRecords) -> JournalRecords {
    let other = |event: &Event| {
        !matches!(
            event,
            Event::Removed { .. } | Event::Returned { .. } | Event::JoinedAgain { .. }
        )
    };
    journal
        .iter_mut()
        .for_each(|(_, _, batch)| batch.events.retain(other));
    journal
}

fn then(journal: &[(u64, Millis, Batch)], event: Event) -> JournalRecords {
    let (seq, at, last) = journal.last().expect("a journal has a beginning");
    let own = Batch {
        producer: crate::ids::ProducerId(format!("na {seq} {}", last.producer)),
        ..batch(1, vec![event])
    };
    journal
        .iter()
        .cloned()
        .chain([(seq + 1, *at, own)])
        .collect()
}

/// The room but for its records, and for what last changed of whom.
fn plain(room: &Room) -> Room {
    let mut plain = without_records(room);
    plain.people.change_all(0);
    plain
}

fn people_between(room: &Room, range: TimeRange) -> Vec<ParticipantId> {
    let people = room.people.joined_between(range.from, range.to);
    people.filter_map(|person| room.people.id(person)).collect()
}

/// Folds what was accepted, but for what they did and what others did to that.
fn never_joined(journal: &JournalRecords, gone: &[ParticipantId]) -> Room {
    let (all, outcomes) = fold(journal);
    let (seq, at, first) = &journal[0];
    let mut room = Room::begin(*seq, *at, first).unwrap();
    for (number, ((seq, at, batch), outcomes)) in (1..).zip(journal.iter().zip(&outcomes).skip(1)) {
        let accepted = batch
            .events
            .iter()
            .zip(outcomes)
            .filter(|(_, outcome)| matches!(outcome, Outcome::Accepted(_)));
        let theirs = |event: &Event| event.sender().is_some_and(|who| gone.contains(&who));
        for (place, (event, _)) in accepted.filter(|(event, _)| !theirs(event)).enumerate() {
            // Whoever did something to what is not there still took part.
            let joined = event
                .sender()
                .map(|participant| Event::Joined { participant });
            let Some(event) = renamed(event, &all, &room).or(joined) else {
                continue;
            };
            let producer = crate::ids::ProducerId(format!("{number} {place}"));
            room.apply(
                *seq,
                *at,
                &Batch {
                    producer,
                    ..super::story::batch(1, vec![event])
                },
            );
        }
    }
    room
}

/// The same about the answer that has another number there.
fn renamed(event: &Event, all: &Room, there: &Room) -> Option<Event> {
    let find = |answer: AnswerId| {
        let place = all.place(answer)?;
        there
            .places
            .iter()
            .find(|(_, other)| *other == place)
            .map(|(answer, _)| *answer)
    };
    Some(match event.clone() {
        Event::Upvoted {
            participant,
            question,
            answer,
            on,
        } => Event::Upvoted {
            participant,
            question,
            answer: find(answer)?,
            on,
        },
        Event::QaUpvoted {
            participant,
            question,
            up,
        } => Event::QaUpvoted {
            participant,
            question: find(question)?,
            up,
        },
        Event::QaModerated { question, change } => Event::QaModerated {
            question: find(question)?,
            change,
        },
        Event::Erased { answer } => Event::Erased {
            answer: find(answer)?,
        },
        Event::AnswerHidden { answer, hidden } => Event::AnswerHidden {
            answer: find(answer)?,
            hidden,
        },
        Event::AnswerApproved { answer } => Event::AnswerApproved {
            answer: find(answer)?,
        },
        other => other,
    })
}

/// What a round came to, but for the order of what is equally frequent, spellings, and numbers of
/// answers.
fn came_to(round: &RoundState) -> (u64, String) {
    let key = |text: &str| {
        let moderated = round.word_counts().map(|counts| {
            counts
                .moderated()
                .root(&word_key(text, Rules::LATEST))
                .to_owned()
        });
        moderated.unwrap_or_default()
    };
    let summary = match round.results() {
        Some(Results::Words(words)) => {
            let counts: BTreeMap<_, _> = words
                .entries
                .iter()
                .map(|entry| (key(&entry.text), entry.count))
                .collect();
            format!("{} {counts:?}", words.distinct)
        }
        Some(Results::Choice(mut choice)) => {
            let others: Option<BTreeMap<_, _>> = choice.others.take().map(|others| {
                others
                    .iter()
                    .map(|other| (key(&other.text), other.votes))
                    .collect()
            });
            format!("{choice:?} {others:?}")
        }
        Some(Results::Open(mut open)) => {
            open.answers
                .iter_mut()
                .for_each(|answer| answer.id = AnswerId(0));
            format!("{open:?}")
        }
        other => format!("{other:?}"),
    };
    (round.voters(), summary)
}

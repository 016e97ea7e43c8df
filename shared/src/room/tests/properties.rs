//! What holds for every run of a room.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::generated::{JournalRecords, QUESTIONS, fold, journal, planned, redacted};
use super::story::batch;
use super::without_records;
use crate::deck::Part;
use crate::event::{AnswerPlace, Batch, Event, QaChange, TypedAnswer};
use crate::host::HostRole;
use crate::ids::{AnswerId, Key, ProducerId};
use crate::phase::Phase;
use crate::protocol::view::{Around, PartView, SlideView};
use crate::question::kind::RightAnswers;
use crate::question::{Answer, Results, Tally};
use crate::room::{Added, Outcome, Room, RoundState};
use crate::rules::Rules;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_prefix_and_then_the_rest_is_all_of_it((journal, at) in journal().prop_flat_map(|journal| {
        let len = journal.len();
        (Just(journal), 1..=len)
    })) {
        let text: Vec<String> = journal.iter().map(|(_, _, batch)| serde_json::to_string(batch).unwrap()).collect();
        let (mut room, _) = fold(&journal[..at]);
        for ((seq, at, _), text) in journal[at..].iter().zip(&text[at..]) {
            room.apply(*seq, *at, &serde_json::from_str(text).unwrap());
        }
        prop_assert_eq!(room, fold(&journal).0);
    }

    #[test]
    fn the_same_batch_twice_changes_nothing(journal in journal()) {
        let (mut room, _) = fold(&journal);
        let before = without_records(&room);
        for (seq, at, batch) in &journal {
            prop_assert_eq!(room.apply(1_000 + seq, *at, batch), []);
            prop_assert_eq!(&without_records(&room), &before);
        }
    }

    #[test]
    fn each_event_again_is_no_change(journal in journal()) {
        let (mut room, _) = fold(&journal[..1]);
        for (seq, at, batch) in &journal[1..] {
            for (number, event) in (1..).zip(&batch.events) {
                let producer = ProducerId(format!("{seq}"));
                let alone = |counter| Batch { producer: producer.clone(), ..self::batch(counter, vec![event.clone()]) };
                let first = room.apply(*seq, *at, &alone(number * 2));
                let before = without_records(&room);
                let again = room.apply(*seq, *at, &alone(number * 2 + 1));
                let accepted = matches!(first[..], [Outcome::Accepted(_)]);
                // Asked for once more, both are done once more.
                if matches!(event, Event::Reset { .. } | Event::Extended { after: None, .. }) && accepted {
                    continue;
                }
                prop_assert_eq!(&without_records(&room), &before, "{:?}", event);
                if let (true, Event::Answered { .. } | Event::Added { .. } | Event::Upvoted { .. } | Event::QaAsked { .. } | Event::QaUpvoted { .. } | Event::QaModerated { .. }) = (accepted, event) {
                    prop_assert!(matches!(again[..], [Outcome::Repeated(_)]), "{:?}: {:?}", event, again);
                }
            }
        }
    }

    #[test]
    fn totals_are_of_the_people_who_answered(journal in journal()) {
        let (room, _) = fold(&journal);
        for (id, state) in room.all_questions() {
            for (_, round) in state.rounds() {
                recount(&room, round).map_err(|reason| TestCaseError::fail(format!("{id}: {reason}")))?;
                prop_assert!(round.typed() <= round.voters(), "{}: {:?}", id, round);
            }
        }
    }

    #[test]
    fn no_role_sees_what_it_may_not(journal in journal()) {
        let (mut room, _) = fold(&journal[..1]);
        let mut reached = Vec::new();
        for (seq, at, batch) in &journal[1..] {
            room.apply(*seq, *at, batch);
            reached.extend(room.position.clone());
            look_through_phones(&room, &reached)?;
            let unshown = unshown(&room);
            let phones = serde_json::to_string(&room.phone_view(room.at)).unwrap();
            for text in &unshown {
                prop_assert!(!phones.contains(text), "{} on phones: {}", text, phones);
            }
            for role in [HostRole::Stage, HostRole::Presenter, HostRole::Remote, HostRole::Moderator, HostRole::Speaker] {
                let mut view = room.host_view(role, room.at, Around::default());
                if let Some(PartView::Question(question)) = view.slide.as_mut().map(|slide| &mut slide.part) {
                    let in_front = matches!(role, HostRole::Stage | HostRole::Speaker);
                    prop_assert!(!in_front || question.moderable.is_none());
                    question.moderable = None;
                }
                // Hosts behind the stage read what waits; in front of it nobody does.
                if let Some(qa) = view.qa.as_mut().filter(|_| role != HostRole::Speaker) {
                    prop_assert!(role != HostRole::Stage || qa.list.is_empty());
                    qa.list.clear();
                }
                let view = serde_json::to_string(&view).unwrap();
                for text in &unshown {
                    prop_assert!(!view.contains(text), "{} for {:?}: {}", text, role, view);
                }
                prop_assert!(!view.contains("correct") && !view.contains("feed0000"));
                prop_assert!(role == HostRole::Presenter || !view.contains("dankwoord"));
            }
        }
    }

    #[test]
    fn a_journal_without_what_was_erased_comes_to_the_same_room(journal in journal()) {
        let (room, outcomes) = fold(&journal);
        let rewritten = redacted(&journal);
        let (after, _) = fold(&rewritten);
        let stage = |room: &Room| room.host_view(HostRole::Stage, room.at, Around::default());
        prop_assert_eq!(stage(&after), stage(&room));
        // A moderated word that only erased answers gave goes by a stand-in, and nothing else is
        // different.
        let (erasure, _) = planned(&journal);
        let renamed = journal.iter().map(|(seq, at, batch)| {
            let events = batch.events.iter().map(|event| erasure.with_stand_ins(event.clone())).collect();
            (*seq, *at, Batch { events, ..batch.clone() })
        });
        let (renamed, _) = fold(&renamed.collect::<Vec<_>>());
        prop_assert_eq!(&after, &Room { pending_redactions: Vec::new(), ..renamed });
        let bytes = serde_json::to_string(&rewritten.iter().map(|(_, _, batch)| batch).collect::<Vec<_>>()).unwrap();
        for text in gone(&room, &journal, &outcomes) {
            prop_assert!(!bytes.contains(&text), "{} is still there", text);
        }
    }

    #[test]
    fn any_bytes_are_a_batch_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = serde_json::from_slice::<Batch>(&bytes);
    }

    #[test]
    fn a_damaged_record_is_an_error_or_harmless(
        journal in journal(),
        flips in proptest::collection::vec((any::<usize>(), any::<u8>()), 1..4),
    ) {
        let (mut room, _) = fold(&journal[..1]);
        for (seq, at, batch) in &journal[1..] {
            let mut bytes = serde_json::to_vec(batch).unwrap();
            let len = bytes.len();
            flips.iter().for_each(|(place, byte)| bytes[place % len] = *byte);
            if let Ok(batch) = serde_json::from_slice::<Batch>(&bytes) {
                room.apply(*seq, *at, &batch);
            }
            let _ = (room.phone_view(room.at), room.next_deadline(room.at));
        }
    }
}

/// Texts that wait or are hidden, of those that nobody else gives.
fn unshown(room: &Room) -> Vec<String> {
    let rounds = room.all_questions().flat_map(|(_, state)| state.rounds());
    let listed = rounds.flat_map(|(_, round)| round.moderable().unwrap_or_default());
    let unshown = listed.filter(|it| (it.waits || it.hidden) && it.text.starts_with("geheim"));
    let mut unshown: Vec<String> = unshown.map(|it| it.text).collect();
    for asked in room.qa_questions() {
        unshown.extend(asked.merged.into_iter().map(|double| double.text));
        unshown.extend(Some(asked.text).filter(|_| !asked.state.is_public()));
    }
    unshown
}

/// Adds up from the answers themselves, and compares with the running sums.
fn recount(room: &Room, round: &RoundState) -> Result<(), String> {
    let answers: Vec<&Answer> = round
        .counted()
        .filter_map(|(_, stored)| stored.answer.as_ref())
        .collect();
    let mut tally = Tally::new(&round.ask);
    answers.iter().for_each(|answer| tally.add(answer));
    let same = |name: &str, a: String, b: String| {
        if a == b {
            Ok(())
        } else {
            Err(format!("{name}: {a} and {b}"))
        }
    };
    let has_people = round.answers().any(|(_, stored)| stored.group.is_none())
        || round.all_added().iter().any(|added| added.group.is_none());
    if round.is_per_group() && !has_people {
        let groups = round.groups_answered().count().to_string();
        same("groups", round.voters().to_string(), groups)?;
    }
    let bounded = round.results().map(Results::bounded);
    same(
        "a page",
        format!("{:?}", round.page(RightAnswers::Kept)),
        format!("{bounded:?}"),
    )?;
    match round.results() {
        None => same(
            "nothing to count",
            answers.len().to_string(),
            "0".to_owned(),
        ),
        Some(Results::Choice(results)) => {
            let crate::question::QuestionSpec::Choice(choice) = &*round.ask else {
                return Err("of another kind".to_owned());
            };
            let Tally::Choice(tally) = &tally else {
                return Err("of another kind".to_owned());
            };
            let fresh = choice.results(tally);
            same(
                "voters",
                results.voters.to_string(),
                answers.len().to_string(),
            )?;
            same(
                "options",
                format!("{:?}", results.options),
                format!("{:?}", fresh.options),
            )?;
            let held = round
                .word_counts()
                .map(|it| it.newest(usize::MAX))
                .unwrap_or_default();
            let shown: u64 = held
                .iter()
                .filter(|it| !it.hidden && !it.waits)
                .map(|it| it.entry.count)
                .sum();
            let hidden: u64 = held
                .iter()
                .filter(|it| it.hidden || it.waits)
                .map(|it| it.entry.count)
                .sum();
            let sum = |others: Option<Vec<_>>| {
                others
                    .iter()
                    .flatten()
                    .map(|other: &crate::question::choice::OtherText| other.votes)
                    .sum::<u64>()
            };
            same(
                "others shown",
                sum(results.others).to_string(),
                shown.to_string(),
            )?;
            same(
                "others",
                (shown + hidden).to_string(),
                sum(fresh.others).to_string(),
            )
        }
        Some(Results::Words(results)) => {
            same(
                "voters",
                results.voters.to_string(),
                answers.len().to_string(),
            )?;
            let word_counts = round.word_counts().ok_or("of another kind")?;
            let root = |text: &str| {
                word_counts
                    .moderated()
                    .root(&crate::text::word_key(text, Rules::LATEST))
                    .to_owned()
            };
            let counts: BTreeMap<String, u64> = results
                .entries
                .iter()
                .map(|entry| (root(&entry.text), entry.count))
                .collect();
            same(
                "entries",
                format!("{counts:?}"),
                format!("{:?}", roots(&answers, round)),
            )
        }
        Some(Results::Scale(results)) => {
            same(
                "voters",
                (results.voters + results.skipped).to_string(),
                answers.len().to_string(),
            )?;
            let crate::question::QuestionSpec::Scale(scale) = &*round.ask else {
                return Err("of another kind".to_owned());
            };
            let Tally::Scale(tally) = &tally else {
                return Err("of another kind".to_owned());
            };
            let each = results
                .statements
                .iter()
                .all(|it| it.counts.iter().sum::<u64>() + it.skipped == results.voters);
            same("statements", each.to_string(), true.to_string())?;
            same(
                "results",
                format!("{results:?}"),
                format!("{:?}", scale.results(tally)),
            )
        }
        Some(Results::Spectrum(results)) => {
            let Tally::Spectrum(tally) = &tally else {
                return Err("of another kind".to_owned());
            };
            same(
                "histogram",
                results.histogram.iter().sum::<u64>().to_string(),
                answers.len().to_string(),
            )?;
            same(
                "results",
                format!("{results:?}"),
                format!("{:?}", tally.results()),
            )
        }
        Some(Results::Number(results)) => {
            let crate::question::QuestionSpec::Number(asked) = &*round.ask else {
                return Err("of another kind".to_owned());
            };
            let Tally::Number(tally) = &tally else {
                return Err("of another kind".to_owned());
            };
            same(
                "values",
                results.values.len().to_string(),
                answers.len().to_string(),
            )?;
            same(
                "results",
                format!("{results:?}"),
                format!("{:?}", tally.results(asked)),
            )
        }
        Some(Results::Form(results)) => same(
            "forms",
            results.voters.to_string(),
            answers.len().to_string(),
        ),
        Some(Results::Open(results)) => recount_open(room, round, &results),
    }
}

/// People per word that is shown, those that count as one together.
fn roots(answers: &[&Answer], round: &RoundState) -> BTreeMap<String, u64> {
    let moderated = round.word_counts().expect("words").moderated();
    // A word shows once somebody gave it who was not held, or a moderator approved it, or what
    // counts as it, also where nobody gave that.
    let is_approved = |key: &str| moderated.approved().any(|word| moderated.root(word) == key);
    let held = |key: &str| {
        let stored = round.counted().map(|(_, stored)| stored);
        let mut given = stored.flat_map(|stored| {
            let words = stored.answer.iter().flat_map(|answer| answer.words());
            words.map(move |word| (&word.key, stored.is_held(&word.key)))
        });
        given.all(|(other, held)| {
            moderated.root(other) != key || (held && !moderated.is_approved(other))
        }) && !is_approved(key)
    };
    let mut counts = BTreeMap::new();
    for answer in answers {
        let keys = answer
            .words()
            .iter()
            .filter(|word| !moderated.hides(&word.key))
            .map(|word| moderated.root(&word.key))
            .filter(|key| !held(key));
        let keys: BTreeSet<&str> = keys.collect();
        keys.into_iter()
            .for_each(|key| *counts.entry(key.to_owned()).or_default() += 1);
    }
    counts
}

fn recount_open(
    room: &Room,
    round: &RoundState,
    results: &crate::question::open::OpenResults,
) -> Result<(), String> {
    let texts = || {
        round
            .all_added()
            .iter()
            .filter(|added| added.text.is_some())
    };
    let author = |added: &Added| {
        (
            added.group,
            added.person.0 * u32::from(added.group.is_none()),
        )
    };
    let authors: BTreeSet<_> = texts().map(author).collect();
    let standing = texts().filter(|added| added.stands()).count();
    if (results.voters, results.total) != (authors.len() as u64, standing as u64) {
        return Err(format!(
            "{} voters, {} answers: {round:?}",
            results.voters, results.total
        ));
    }
    if let Some(lost) = texts().filter_map(|added| added.into).find(|into| {
        round
            .added(*into)
            .is_none_or(|it| it.into.is_some() || it.erased)
    }) {
        return Err(format!(
            "{lost} stands for others and does not stand: {round:?}"
        ));
    }
    let mut given: BTreeMap<AnswerId, u64> = BTreeMap::new();
    for (person, _) in room.people.iter() {
        round
            .upvotes_of(person)
            .for_each(|id| *given.entry(id).or_default() += 1);
    }
    let shown = round
        .all_added()
        .iter()
        .filter(|added| added.votes > 0)
        .map(|added| (added.id, added.votes));
    if shown.collect::<BTreeMap<_, _>>() != given {
        Err(format!("upvotes {given:?}: {round:?}"))
    } else {
        Ok(())
    }
}

/// What a phone shows: nothing of slides that were neither reached nor opened, no results that are
/// not to be seen, no names.
fn look_through_phones(room: &Room, reached: &[crate::ids::SlideId]) -> Result<(), TestCaseError> {
    let view = room.phone_view(room.at);
    let json = serde_json::to_string(&view).unwrap();
    for secret in ["correct", "dankwoord", "feed0000", "sleutel"] {
        prop_assert!(!json.contains(secret), "{} in {}", secret, json);
    }
    for id in QUESTIONS.map(crate::ids::SlideId::from) {
        let opened = room.question(&id).is_some_and(|state| state.was_open());
        let prompt = format!("Over {id}");
        let slide = room.deck.find(&id).map(|(_, slide)| slide);
        let alone = room.is_own_pace() && room.phase == Phase::Live;
        let passed = alone && slide.is_some_and(|slide| !slide.skip);
        prop_assert!(
            opened || passed || reached.contains(&id) || !json.contains(&prompt),
            "{} in {}",
            prompt,
            json
        );
    }
    let now = view.slide.iter().chain(&view.late);
    now.clone()
        .try_for_each(|slide| results_only_where_they_may(room, slide))
}

fn results_only_where_they_may(room: &Room, view: &SlideView) -> Result<(), TestCaseError> {
    let Some((_, slide)) = room.deck.find(&view.id) else {
        return Err(TestCaseError::fail("a slide of no deck"));
    };
    let (PartView::Question(view), Part::Question(_)) = (&view.part, &slide.part) else {
        return Ok(());
    };
    let Some(state) = room.question(&slide.id) else {
        return Err(TestCaseError::fail("a question of no room"));
    };
    prop_assert_eq!(view.voters, None);
    prop_assert_eq!(
        view.results.is_some(),
        room.shown_on_phones(slide, state, room.at)
    );
    prop_assert!(view.votable.is_none() || state.is_open(room.at));
    Ok(())
}

/// Texts that only events hold which stand before the erasure of their place.
fn gone(room: &Room, journal: &JournalRecords, outcomes: &[Vec<Outcome>]) -> Vec<String> {
    let each: Vec<(&Event, &Outcome)> = journal
        .iter()
        .zip(outcomes)
        .flat_map(|((_, _, batch), outcomes)| batch.events.iter().zip(outcomes))
        .collect();
    let erased = |index: usize, place: &AnswerPlace| {
        each[index..]
            .iter()
            .any(|(event, outcome)| match (event, outcome) {
                (Event::Erased { answer }, Outcome::Accepted(_)) => {
                    room.place(*answer) == Some(place)
                }
                _ => false,
            })
    };
    let (mut gone, mut kept) = (Vec::new(), Vec::new());
    for (index, (event, outcome)) in each.iter().enumerate() {
        for (place, texts) in content(room, event) {
            let stays = matches!(outcome, Outcome::Accepted(_)) && !erased(index, &place);
            if stays {
                kept.extend(texts)
            } else if erased(index, &place) {
                gone.extend(texts)
            }
        }
    }
    gone.retain(|text| text.starts_with("geheim") && !kept.contains(text));
    gone
}

fn content(room: &Room, event: &Event) -> Vec<(AnswerPlace, Vec<String>)> {
    let words = |answer: Option<Answer>| {
        let words = answer.iter().flat_map(|answer| answer.words());
        words.map(|word| word.text.clone()).collect::<Vec<_>>()
    };
    let content = match event.clone() {
        Event::Answered {
            participant,
            question,
            round,
            answer,
            ..
        } => Some((
            AnswerPlace {
                participant: Some(participant),
                question,
                round,
                key: None,
            },
            words(answer),
        )),
        Event::Added {
            participant,
            question,
            round,
            key,
            text,
            ..
        } => Some((
            AnswerPlace {
                participant: Some(participant),
                question,
                round,
                key: Some(key),
            },
            text.into_iter().collect(),
        )),
        Event::QaAsked {
            participant,
            key,
            text,
            ..
        } => Some((
            AnswerPlace::of_qa(participant, key),
            text.into_iter().collect(),
        )),
        Event::QaModerated {
            question,
            change: QaChange::Replied { text },
        } => {
            let place = room.place(question).cloned();
            place.map(|place| (place, text.into_iter().collect()))
        }
        Event::Typed {
            question,
            round,
            answers,
            ..
        } => {
            let of = |typed: TypedAnswer| {
                let place = AnswerPlace {
                    participant: Some(typed.participant()),
                    question: question.clone(),
                    round,
                    key: typed.text.is_some().then(|| Key("hand".to_owned())),
                };
                let texts = words(typed.answer).into_iter().chain(typed.text);
                (place, texts.collect())
            };
            return answers.into_iter().map(of).collect();
        }
        _ => None,
    };
    content.into_iter().collect()
}

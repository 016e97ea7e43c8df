//! What stays of a room when its answers end: the numbers that it had, and nothing of one person.

use proptest::prelude::*;

use super::generated::{JournalRecords, fold, journal};
use super::story::batch;
use crate::deck::grammar;
use crate::event::{Batch, Event};
use crate::ids::Millis;
use crate::limits::PUBLISHED_VOTERS_MIN;
use crate::phase::Phase;
use crate::question::Results;
use crate::room::{EmptiedJournal, QuestionResults, QuestionTotals};
use crate::rules::Rules;

/// Texts that people sent in a journal, in whatever way; those of which a deck says the same, and
/// those too short to be looked for, are left out.
fn sent(journal: &JournalRecords) -> Vec<String> {
    let decks = serde_json::to_string(&journal[0].2).unwrap();
    let of_event = |event: &Event| match event {
        Event::Added { text, .. } | Event::QaAsked { text, .. } => {
            text.iter().cloned().collect::<Vec<_>>()
        }
        Event::Answered { answer, .. } => {
            let words = answer.iter().flat_map(|answer| answer.words());
            words.map(|word| word.text.clone()).collect()
        }
        Event::Typed { answers, .. } => {
            let answers = answers.iter().filter_map(|typed| typed.answer.as_ref());
            let words = answers.flat_map(|answer| answer.words());
            words.map(|word| word.text.clone()).collect()
        }
        _ => Vec::new(),
    };
    let events = journal.iter().flat_map(|(_, _, batch)| &batch.events);
    let mut texts: Vec<String> = events.flat_map(of_event).collect();
    texts.retain(|text| text.chars().count() >= 5 && !decks.contains(text.as_str()));
    texts
}

fn emptied(journal: &JournalRecords) -> JournalRecords {
    let (room, _) = fold(journal);
    let emptied = EmptiedJournal::of(&room, (journal[0].0, &journal[0].2));
    let records = journal.iter();
    let record = |(seq, at, _): &(u64, Millis, Batch)| (*seq, *at, emptied.batch(*seq));
    records.map(record).collect()
}

/// Whether totals say the numbers that results say, and no more.
fn say_the_same(totals: &QuestionResults, results: &QuestionResults) -> Result<(), TestCaseError> {
    prop_assert_eq!(&totals.id, &results.id);
    prop_assert_eq!(
        (totals.voters, totals.round),
        (results.voters, results.round)
    );
    prop_assert_eq!(&totals.rounds, &results.rounds);
    if results.voters < PUBLISHED_VOTERS_MIN {
        prop_assert_eq!(totals.results.voters(), 0, "{:?}", totals);
        prop_assert!(totals.split.is_none() && totals.compared.is_none());
        return Ok(());
    }
    prop_assert!(totals.compared.iter().all(|then| then.pairs.is_none()));
    match (&totals.results, &results.results) {
        (Results::Choice(totals), Results::Choice(results)) => {
            prop_assert_eq!(&totals.options, &results.options);
            let enough = results.others.iter().flatten();
            let enough = enough.filter(|other| other.votes >= PUBLISHED_VOTERS_MIN);
            prop_assert!(totals.others.iter().flatten().eq(enough));
        }
        (Results::Words(totals), Results::Words(results)) => {
            prop_assert_eq!(
                (totals.given, totals.distinct),
                (results.given, results.distinct)
            );
            let enough = results.entries.iter();
            let enough = enough.filter(|entry| entry.count >= PUBLISHED_VOTERS_MIN);
            prop_assert!(totals.entries.iter().eq(enough));
        }
        (Results::Open(totals), Results::Open(results)) => {
            prop_assert_eq!((totals.total, totals.votes), (results.total, results.votes));
            prop_assert!(totals.answers.is_empty());
        }
        (Results::Scale(totals), Results::Scale(results)) => prop_assert_eq!(totals, results),
        (Results::Spectrum(totals), Results::Spectrum(results)) => {
            prop_assert_eq!(
                (totals.mean, totals.median, &totals.fine),
                (results.mean, results.median, &results.fine)
            );
            prop_assert!(totals.values.is_empty());
        }
        (Results::Number(totals), Results::Number(results)) => {
            prop_assert_eq!(
                (totals.mean, totals.median, &totals.columns),
                (results.mean, results.median, &results.columns)
            );
            prop_assert!(totals.values.is_empty());
        }
        (Results::Form(totals), Results::Form(results)) => prop_assert_eq!(totals, results),
        (totals, results) => prop_assert!(false, "{:?} is of another kind: {:?}", totals, results),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn totals_are_the_results_through_the_gate(journal in journal()) {
        let (room, _) = fold(&journal);
        let (totals, results) = (room.totals(), room.results_by_question(None));
        prop_assert_eq!(totals.len(), results.len());
        for (totals, results) in totals.iter().zip(&results) {
            say_the_same(&totals.newest, results)?;
            for earlier in &totals.earlier {
                let results = room.results_of(&earlier.id, Some(earlier.round), None);
                say_the_same(earlier, &results.unwrap())?;
            }
            let rounds = results.rounds.iter().filter(|round| **round != results.round).count();
            prop_assert_eq!(totals.earlier.len(), rounds);
        }
        let stored = serde_json::to_string(&totals).unwrap();
        let read: Vec<QuestionTotals> = serde_json::from_str(&stored).unwrap();
        prop_assert_eq!(read, totals);
    }

    #[test]
    fn totals_hold_no_text_that_few_gave(journal in journal()) {
        let (room, _) = fold(&journal);
        let stored = serde_json::to_string(&room.totals()).unwrap();
        let mut texts = sent(&journal);
        texts.sort();
        let few = texts.chunk_by(|one, other| one == other);
        for text in few.filter(|same| (same.len() as u64) < PUBLISHED_VOTERS_MIN) {
            let whole = format!("\"{}\"", text[0]);
            prop_assert!(!stored.contains(&whole), "{} is in {}", text[0], stored);
        }
    }

    #[test]
    fn an_emptied_journal_is_a_room_that_is_over_with_nobody_in_it(journal in journal()) {
        let (room, _) = fold(&journal);
        let after = emptied(&journal);
        let (empty, _) = fold(&after);
        prop_assert_eq!(empty.phase, Phase::Ended);
        prop_assert_eq!((empty.people.len(), empty.answers_total()), (0, 0));
        prop_assert_eq!((empty.seq, empty.at, empty.created_at), (room.seq, room.at, room.created_at));
        prop_assert_eq!(empty.deck.slides.len(), room.deck.slides.len());
        prop_assert_eq!(empty.evaluation_asked(empty.at), []);
        prop_assert!(!empty.is_to_be_rewritten());
        let bytes = serde_json::to_string(&after.iter().map(|(_, _, batch)| batch).collect::<Vec<_>>()).unwrap();
        let last = serde_json::to_string(&room.deck).unwrap();
        for text in sent(&journal) {
            prop_assert!(last.contains(&text) || !bytes.contains(&text), "{} is still there", text);
        }
        prop_assert!(!bytes.contains("participant"), "{}", bytes);
        prop_assert_eq!(emptied(&after), after, "the same again changes nothing");
    }
}

/// What is asked after the end takes answers for days; with the answers it ends too.
#[test]
fn nothing_opens_in_a_room_whose_answers_have_ended() {
    let text =
        "ask: form\nid: evaluatie\npace: after\n---\n# Evaluatie\n\n- Cijfer {rating 1-10}\n";
    let created = Event::Created {
        room: "kamer".into(),
        deck: Box::new(grammar::read(text).unwrap().deck),
        rules: Rules::LATEST,
        moderates: true,
        groups: true,
        own_pace: true,
        trial: true,
    };
    let ended = Event::Ended { after: None };
    let whole = vec![
        (1, 0, batch(1, vec![created])),
        (2, 1, batch(2, vec![ended])),
    ];
    let (room, _) = fold(&whole);
    assert_eq!(room.evaluation_asked(2).len(), 1, "it would be open");
    let after = emptied(&whole);
    let (room, _) = fold(&after);
    assert_eq!(room.evaluation_asked(2), []);
    assert!(!room.is_trial());
    let batches = after
        .iter()
        .map(|(_, _, batch)| EmptiedJournal::holds(batch));
    assert_eq!(batches.collect::<Vec<_>>(), [false, true]);
}

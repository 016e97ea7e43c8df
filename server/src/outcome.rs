//! What came of a room, as one value: of its answers, or of its totals once these have ended. All
//! that is told of a room afterwards (its page, its report, its spreadsheet) is made from this.

use client::language::Language;
use client::results::{QuestionRounds, RoundResults};
use shared::ids::{Millis, SlideId};
use shared::phase::Phase;
use shared::protocol::view::QaQuestion;
use shared::room::{QuestionResults, Room};

use crate::forms::{FormRound, FormTable};
use crate::totals::TotalsDocument;

/// What came of a room.
#[derive(Clone, Debug)]
pub struct RoomOutcome {
    pub title: String,
    /// The deck's.
    pub language: Option<Language>,
    /// When its first participant joined, else when it was made.
    pub first_at: Millis,
    pub created_at: Millis,
    pub began_at: Option<Millis>,
    pub ended_at: Option<Millis>,
    pub is_over: bool,
    pub people: u64,
    pub answers: u64,
    /// Every question with its rounds before and the totals of forms.
    pub rows: Vec<QuestionRounds>,
    /// By which questions results can be split.
    pub splits: Vec<(SlideId, String)>,
    /// What people asked the speakers and everybody may see.
    pub qa: Vec<QaQuestion>,
    /// When its answers ended, where they have.
    pub answers_ended: Option<Millis>,
}

impl RoomOutcome {
    /// Of a room that has its answers, split by a question or else as its deck says.
    pub fn of_room(room: &Room, tables: &[FormTable], split: Option<&SlideId>) -> Self {
        let splits = room.groupings().into_iter();
        Self {
            title: room.deck.title.clone(),
            language: Language::of_tag(&room.deck.language),
            first_at: room.first_joined_at(),
            created_at: room.created_at,
            began_at: room.began_at,
            ended_at: room.ended_at(),
            is_over: room.phase == Phase::Ended,
            people: room.people.len() as u64,
            answers: room.answers_total() as u64,
            rows: rows_of(room, tables, split),
            splits: splits.map(|(by, prompt)| (by, prompt.to_owned())).collect(),
            qa: room.listed_questions(),
            answers_ended: None,
        }
    }

    /// Of a room whose answers ended at that moment.
    pub fn of_totals(totals: &TotalsDocument, answers_ended: Millis) -> Self {
        Self {
            title: totals.title.clone(),
            language: Language::of_tag(&totals.language),
            first_at: totals.first_at,
            created_at: totals.created_at,
            began_at: totals.began_at,
            ended_at: totals.ended_at,
            is_over: true,
            people: totals.people,
            answers: totals.answers,
            rows: totals.rows(),
            splits: Vec::new(),
            qa: Vec::new(),
            answers_ended: Some(answers_ended),
        }
    }
}

fn rows_of(room: &Room, tables: &[FormTable], split: Option<&SlideId>) -> Vec<QuestionRounds> {
    let with_cloud = |results| round_results(room, results);
    let row = |results: QuestionResults| {
        let before = results.rounds.iter().rev().copied();
        let before = before.filter(|round| *round != results.round);
        let before = before.filter_map(|round| room.results_of(&results.id, Some(round), None));
        let mut tables = tables.iter();
        let table = tables.find(|table| table.question == results.id);
        let mut rounds = table.into_iter().flat_map(|table| &table.rounds);
        let round = rounds.find(|round| round.number == results.round);
        QuestionRounds {
            earlier: before.map(with_cloud).collect(),
            totals: round.and_then(FormRound::totals),
            newest: with_cloud(results),
        }
    };
    let all = room.results_by_question(split);
    all.into_iter().map(row).collect()
}

/// Results with where the words of their picture stand.
pub fn round_results(room: &Room, results: QuestionResults) -> RoundResults {
    RoundResults {
        cloud: room.cloud_of(&results.id, results.round),
        results,
    }
}

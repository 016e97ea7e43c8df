//! What rooms came to whose answers have ended: a document for each, which goes with its room.

use std::collections::BTreeMap;

use client::results::{QuestionRounds, RoundResults};
use serde::{Deserialize, Serialize};
use shared::ids::{Millis, RoomId, Round, SlideId};
use shared::question::FieldTotals;
use shared::room::{QuestionResults, QuestionTotals, Room};

use crate::backend::{BODY_LIMIT_BYTES, DocumentError};
use crate::forms::{FormRound, FormTable};
use crate::lobby::TOTALS;
use crate::store::Store;

/// What is left of a room: numbers, and of texts those alone that are nobody's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TotalsDocument {
    /// The sequence of the last record that is in them.
    pub seq: u64,
    pub title: String,
    /// The language of its deck, as in HTML's `lang`.
    pub language: String,
    /// When its first participant joined, else when it was made.
    pub first_at: Millis,
    pub created_at: Millis,
    pub began_at: Option<Millis>,
    pub ended_at: Option<Millis>,
    pub people: u64,
    pub answers: u64,
    pub questions: Vec<QuestionTotals>,
    /// What the ratings and choices of its forms came to, where there were enough of them.
    pub forms: BTreeMap<SlideId, Vec<FieldTotals>>,
}

impl TotalsDocument {
    /// What a room comes to, with what people filled into its forms.
    pub fn of(room: &Room, tables: &[FormTable]) -> Self {
        let questions = room.totals();
        let newest = questions.iter().map(|totals| &totals.newest);
        let forms = newest.filter_map(|newest| {
            let table = tables.iter().find(|table| table.question == newest.id)?;
            let mut rounds = table.rounds.iter();
            let round = rounds.find(|round| round.number == newest.round)?;
            Some((newest.id.clone(), FormRound::totals(round)?))
        });
        let mut document = Self {
            seq: room.seq,
            title: room.deck.title.clone(),
            language: room.deck.language.clone(),
            first_at: room.first_joined_at(),
            created_at: room.created_at,
            began_at: room.began_at,
            ended_at: room.ended_at(),
            people: room.people.len() as u64,
            answers: room.answers_total() as u64,
            forms: forms.collect(),
            questions,
        };
        // What came before is let go of where a document can't hold it; the newest is there.
        let bytes = serde_json::to_vec(&document).map_or(0, |bytes| bytes.len());
        if bytes > BODY_LIMIT_BYTES {
            let questions = document.questions.iter_mut();
            questions.for_each(|totals| totals.earlier.clear());
        }
        document
    }

    /// What every question came to, as it is told of a room that has its answers.
    pub fn rows(&self) -> Vec<QuestionRounds> {
        let row = |totals: &QuestionTotals| QuestionRounds {
            newest: self.round(&totals.newest),
            earlier: totals.earlier.iter().map(|it| self.round(it)).collect(),
            totals: self.forms.get(&totals.newest.id).cloned(),
        };
        self.questions.iter().map(row).collect()
    }

    /// What one question came to, in that round or in its newest; nothing where there is no such
    /// question, and nothing within that where it has no such round.
    pub fn round_of(
        &self,
        question: &SlideId,
        round: Option<Round>,
    ) -> Option<Option<RoundResults>> {
        let mut all = self.questions.iter();
        let totals = all.find(|totals| totals.newest.id == *question)?;
        let wanted = round.unwrap_or(totals.newest.round);
        let mut rounds = std::iter::once(&totals.newest).chain(&totals.earlier);
        let found = rounds.find(|results| results.round == wanted);
        Some(found.map(|results| self.round(results)))
    }

    fn round(&self, results: &QuestionResults) -> RoundResults {
        RoundResults {
            cloud: results.cloud_of_totals(self.created_at),
            results: results.clone(),
        }
    }
}

/// The totals of a room.
///
/// # Errors
/// Those of the store.
pub async fn get(store: &Store, room: &RoomId) -> Result<Option<TotalsDocument>, DocumentError> {
    let stored = store.get(&key(room)).await?;
    Ok(stored.map(|stored| stored.value))
}

/// Stores the totals of a room in place of those that may be there.
///
/// # Errors
/// Those of the store.
pub async fn put(
    store: &Store,
    room: &RoomId,
    totals: &TotalsDocument,
) -> Result<(), DocumentError> {
    match store.get::<serde_json::Value>(&key(room)).await? {
        Some(before) => store.put(&key(room), before.version, totals).await?,
        None => store.create(&key(room), totals).await?,
    };
    Ok(())
}

fn key(room: &RoomId) -> String {
    format!("{TOTALS}{room}")
}

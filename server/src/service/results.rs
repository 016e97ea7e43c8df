//! What the answers of a room add up to, for the organiser: every question in its newest round, or
//! one in any round, split where that is asked for, with the totals of forms through the gate.

use client::results::RoundResults;
use shared::ids::{Round, SlideId};
use shared::question::FieldTotals;
use shared::room::{QuestionResults, Room};

use super::{ServiceError, forms, outcome};
use crate::App;
use crate::forms::FormRound;
use crate::lobby::FoundRoom;
use crate::room::RoomHandle;
use crate::totals::TotalsDocument;

/// What of it is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct WantedResults<'a> {
    /// One question alone, in that round or else in its newest.
    pub question: Option<(&'a SlideId, Option<Round>)>,
    /// By which question results are split, in place of what the deck says.
    pub split: Option<&'a SlideId>,
}

/// The results of one question.
pub struct WithTotals {
    pub results: QuestionResults,
    /// What the ratings and choices of a form come to, where enough of it is kept.
    pub totals: Option<Vec<FieldTotals>>,
}

/// The results of every question that this version can play, or of the one that is asked for.
///
/// # Errors
/// [`ServiceError::NotSplittable`] where nothing can be split by that question,
/// [`ServiceError::AnswersEnded`] where nothing can any more, [`ServiceError::UnknownQuestion`],
/// [`ServiceError::UnknownRound`], and those of the room and the store.
pub async fn of_room(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    wanted: WantedResults<'_>,
) -> Result<Vec<WithTotals>, ServiceError> {
    if let Some(totals) = outcome::totals_of(&app.store, found).await? {
        return of_totals(&totals, wanted);
    }
    let mut all = Vec::new();
    for results in handle.read(|room| each(room, wanted))?? {
        let totals = if results.kept_apart {
            let table = forms::table(app, found, handle, &results.id).await?;
            let mut rounds = table.rounds.iter();
            let of = rounds.find(|round| round.number == results.round);
            of.and_then(FormRound::totals)
        } else {
            None
        };
        all.push(WithTotals { results, totals });
    }
    Ok(all)
}

/// The same of a room whose answers have ended.
fn of_totals(
    totals: &TotalsDocument,
    wanted: WantedResults<'_>,
) -> Result<Vec<WithTotals>, ServiceError> {
    let of_round = |results: QuestionResults| WithTotals {
        totals: totals.forms.get(&results.id).cloned(),
        results,
    };
    if let Some(question) = wanted.question {
        return Ok(vec![of_round(
            round_of_totals(totals, question, wanted.split)?.results,
        )]);
    }
    if wanted.split.is_some() {
        return Err(ServiceError::AnswersEnded);
    }
    let newest = totals.questions.iter().map(|it| it.newest.clone());
    Ok(newest.map(of_round).collect())
}

/// What one question came to in that round, or else in its newest, as its totals say.
///
/// # Errors
/// [`ServiceError::UnknownQuestion`], [`ServiceError::UnknownRound`], and
/// [`ServiceError::AnswersEnded`] where it is to be split, which totals can't be.
pub fn round_of_totals(
    totals: &TotalsDocument,
    (question, round): (&SlideId, Option<Round>),
    split: Option<&SlideId>,
) -> Result<RoundResults, ServiceError> {
    if split.is_some() {
        return Err(ServiceError::AnswersEnded);
    }
    let rounds = totals.round_of(question, round);
    let found = rounds.ok_or(ServiceError::UnknownQuestion)?;
    found.ok_or(ServiceError::UnknownRound)
}

fn each(room: &Room, wanted: WantedResults<'_>) -> Result<Vec<QuestionResults>, ServiceError> {
    match wanted.question {
        Some(question) => Ok(vec![of_question(room, question, wanted.split)?]),
        None => {
            outcome::can_split(room, wanted.split)?;
            Ok(room.results_by_question(wanted.split))
        }
    }
}

/// What one question came to in that round, or else in its newest.
///
/// # Errors
/// [`ServiceError::NotSplittable`], [`ServiceError::UnknownQuestion`] and
/// [`ServiceError::UnknownRound`].
pub fn of_question(
    room: &Room,
    (question, round): (&SlideId, Option<Round>),
    split: Option<&SlideId>,
) -> Result<QuestionResults, ServiceError> {
    outcome::can_split(room, split)?;
    let is_known = room.results_of(question, None, None).is_some();
    let of = room.results_of(question, round, split);
    of.ok_or(match is_known {
        true => ServiceError::UnknownRound,
        false => ServiceError::UnknownQuestion,
    })
}

//! What the answers of a room add up to, for the organiser: every question in its newest round, or
//! one in any round, split where that is asked for, with the totals of forms through the gate.

use client::results::RoundResults;
use shared::ids::{Round, SlideId};
use shared::question::FieldTotals;
use shared::room::{QuestionResults, Room};

use super::{ServiceError, forms};
use crate::App;
use crate::forms::FormRound;
use crate::lobby::FoundRoom;
use crate::room::RoomHandle;

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
/// [`ServiceError::UnknownQuestion`], [`ServiceError::UnknownRound`], and those of the room and the
/// store.
pub async fn of_room(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    wanted: WantedResults<'_>,
) -> Result<Vec<WithTotals>, ServiceError> {
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

fn each(room: &Room, wanted: WantedResults<'_>) -> Result<Vec<QuestionResults>, ServiceError> {
    match wanted.question {
        Some(question) => Ok(vec![of_question(room, question, wanted.split)?]),
        None => {
            can_split(room, wanted.split)?;
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
    can_split(room, split)?;
    let is_known = room.results_of(question, None, None).is_some();
    let of = room.results_of(question, round, split);
    of.ok_or(match is_known {
        true => ServiceError::UnknownRound,
        false => ServiceError::UnknownQuestion,
    })
}

/// Results with where the words of their picture stand.
pub fn round_results(room: &Room, results: QuestionResults) -> RoundResults {
    RoundResults {
        cloud: room.cloud_of(&results.id, results.round),
        results,
    }
}

/// Whether results can be split by that question, where one is named.
///
/// # Errors
/// [`ServiceError::NotSplittable`] where they can't.
pub fn can_split(room: &Room, by: Option<&SlideId>) -> Result<(), ServiceError> {
    match by {
        Some(by) if !room.can_split_by(by) => Err(ServiceError::NotSplittable),
        _ => Ok(()),
    }
}

//! What the answers of a room add up to, for the organiser: every question in its round under way,
//! split where that is asked for, with the totals of forms through the gate.

use shared::deck::Slide;
use shared::ids::{Round, SlideId};
use shared::protocol::view::SplitResults;
use shared::question::{FieldTotals, Results};
use shared::room::{QuestionState, Room};

use super::{ServiceError, forms};
use crate::App;
use crate::forms::FormRound;
use crate::lobby::FoundRoom;
use crate::room::RoomHandle;

/// What the answers to one question add up to.
pub struct QuestionResults {
    pub question: SlideId,
    pub prompt: String,
    pub round: Round,
    pub results: Results,
    /// How many of its voters a host entered.
    pub typed: u64,
    /// How much waits for a moderator.
    pub waiting: usize,
    pub split: Option<SplitResults>,
    /// Whether what people fill in is kept beside the room.
    pub kept_apart: bool,
    /// What that comes to, where there is enough of it.
    pub totals: Option<Vec<FieldTotals>>,
}

/// The results of every question that this version can play, split by that question, or else as the
/// deck says.
///
/// # Errors
/// [`ServiceError::NotSplittable`] where nothing can be split by it, and those of the room and the
/// store.
pub async fn of_room(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    by: Option<&SlideId>,
) -> Result<Vec<QuestionResults>, ServiceError> {
    let results = handle.read(|room| {
        let splits = by.is_none_or(|by| room.can_split_by(by));
        splits.then(|| each(room, by).collect::<Vec<_>>())
    })?;
    let mut results = results.ok_or(ServiceError::NotSplittable)?;
    for of in results.iter_mut().filter(|of| of.kept_apart) {
        let table = forms::table(app, found, handle, &of.question).await?;
        let now = table.rounds.iter().find(|round| round.number == of.round);
        of.totals = now.and_then(FormRound::totals);
    }
    Ok(results)
}

fn each(room: &Room, by: Option<&SlideId>) -> impl Iterator<Item = QuestionResults> {
    let of = move |(slide, state): (&Slide, &QuestionState)| {
        let round = state.current();
        Some(QuestionResults {
            question: slide.id.clone(),
            prompt: slide.heading().to_owned(),
            round: state.round(),
            results: state.results()?,
            typed: round.typed(),
            waiting: round.waiting_values(),
            split: match by {
                Some(by) => room.split_by(by, round),
                None => room.split(slide, round),
            },
            kept_apart: round.ask.is_kept_apart(),
            totals: None,
        })
    };
    room.asked_slides().filter_map(of)
}

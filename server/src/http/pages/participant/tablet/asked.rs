//! What the people of a tablet are asked, and whose turn it is: the evaluation where there is one
//! that somebody has not filled in, else what is on the stage.

use shared::ids::{ParticipantId, SlideId};
use shared::limits::TABLET_SEATS;
use shared::phase::Phase;
use shared::room::{Room, SeatTurn};

use crate::clock::now_ms;
use crate::http::pages::participant::Passed;

/// Whose turn it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TabletTurn {
    pub(super) turn: SeatTurn,
    /// What of the evaluation they are asked next; nothing where the stage asks.
    pub(super) evaluated: Option<SlideId>,
}

impl TabletTurn {
    /// Whoever is named, where they may be; nobody once all have been.
    pub(super) fn now(
        room: &Room,
        device: ParticipantId,
        (wanted, past): (Option<u8>, Option<Passed>),
    ) -> Option<Self> {
        let asked = room.evaluation_asked(now_ms());
        if !asked.is_empty() && past != Some(Passed::Evaluation) {
            // Nobody has to: whoever passes it on is not led back to.
            let turn = room.turn_at(device, &asked, wanted.unwrap_or(1));
            let of_turn = |turn: SeatTurn| {
                let evaluated = next_of_evaluation(room, turn.participant);
                evaluated.is_some().then_some(Self { turn, evaluated })
            };
            if let Some(found) = turn.and_then(of_turn) {
                return Some(found);
            }
        }
        let turn = of_stage(room, device, wanted)?;
        let evaluated = None;
        Some(Self { turn, evaluated })
    }
}

/// What somebody has not filled in of the evaluation.
pub(super) fn next_of_evaluation(room: &Room, participant: ParticipantId) -> Option<SlideId> {
    let mut asked = room.evaluation_asked(now_ms()).into_iter();
    asked.find(|id| !room.has_given(participant, id))
}

/// The number of whoever sits behind that one, round the table.
pub(super) fn behind(seat: u8) -> usize {
    usize::from(seat) % TABLET_SEATS + 1
}

/// The question on the stage, while it takes answers.
pub(super) fn open_question(room: &Room) -> Option<&SlideId> {
    let question = room.current_slide().map(|(_, slide)| &slide.id);
    question.filter(|id| room.question(id).is_some_and(|it| it.is_open(now_ms())))
}

/// Who is to answer what the stage asks: whoever has the turn, or who gave something before and is
/// named.
fn of_stage(room: &Room, device: ParticipantId, wanted: Option<u8>) -> Option<SeatTurn> {
    let asked: Vec<SlideId> = open_question(room).cloned().into_iter().collect();
    let next = room.turn_at(device, &asked, 1);
    let named = wanted.and_then(|number| room.seat_at(device, number));
    let is_known = |turn: &SeatTurn| next.is_none_or(|next| turn.seat.number <= next.seat.number);
    named.filter(is_known).or(next)
}

/// What a tablet's page rests on: another one as soon as there is something else to do.
pub(super) fn place(room: &Room) -> String {
    let slide = room.current_slide().map(|(_, slide)| &slide.id);
    let state = slide.and_then(|id| room.question(id));
    let now = now_ms();
    let round = state.map_or(0, |state| state.round());
    let open = state.is_some_and(|state| state.is_open(now));
    let votes = state.is_some_and(|state| state.voting());
    let flags = [
        open,
        votes,
        room.phase == Phase::Ended,
        !room.evaluation_asked(now).is_empty(),
    ];
    let flags: String = flags.map(|is| if is { '1' } else { '0' }).iter().collect();
    let slide = slide.map_or("", SlideId::as_str);
    format!("{slide}.{round}.{flags}")
}

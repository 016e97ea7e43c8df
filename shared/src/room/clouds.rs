//! Where the words of a room's clouds stand: beside the room and fed by the same records, but no
//! part of it. What a room comes to never depends on where a word stood.
//!
//! A cloud changes at moments that the records' own times tell, so that every page of every process
//! shows the same. What is due by then is done before a record is applied, and for a view on a
//! copy.

use std::collections::BTreeMap;

use super::view::shown_again;
use super::{HostRole, Room};
use crate::cloud::Layout;
use crate::deck::Part;
use crate::ids::{Millis, Round, SlideId};
use crate::protocol::view::{Around, HostView, PartView};
use crate::question::word_counts::WordCounts;

/// The clouds of one room.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clouds {
    laid: BTreeMap<SlideId, RoundCloud>,
}

#[derive(Clone, Debug, PartialEq)]
struct RoundCloud {
    round: Round,
    layout: Layout,
    /// The room's sequence at the last step.
    seq: u64,
}

/// What the stage draws as a cloud at the moment.
struct Drawn<'a> {
    slide: &'a SlideId,
    round: Round,
    words: &'a WordCounts,
}

impl Clouds {
    /// Does what is due up to a moment, as the room stands until then: before a record of that
    /// moment is applied, and after.
    pub fn advance(&mut self, room: &Room, until: Millis) {
        let Some(drawn) = room.drawn_as_cloud() else {
            return;
        };
        let laid = self
            .laid
            .remove(drawn.slide)
            .filter(|laid| laid.round == drawn.round);
        self.laid
            .insert(drawn.slide.clone(), advanced(laid, room, &drawn, until));
    }

    /// What a host's page shows at that moment, with where words stand; and when that changes by
    /// time alone.
    pub fn host_view(
        &self,
        room: &Room,
        role: HostRole,
        now: Millis,
        around: Around,
    ) -> (HostView, Option<Millis>) {
        let mut view = room.host_view(role, now, around);
        let question = view.slide.as_mut().and_then(|slide| match &mut slide.part {
            PartView::Question(question) if question.results.is_some() => Some(question),
            _ => None,
        });
        let (Some(question), Some(drawn)) = (question, room.drawn_as_cloud()) else {
            return (view, None);
        };
        let laid = self
            .laid
            .get(drawn.slide)
            .filter(|laid| laid.round == drawn.round)
            .cloned();
        let laid = advanced(laid, room, &drawn, now);
        let next = laid.layout.next_step(room.seq > laid.seq);
        question.cloud = Some(Box::new(laid.layout.cloud(drawn.words)));
        (view, next)
    }
}

/// The cloud with all steps that are due by then, or laid anew where there is none.
fn advanced(laid: Option<RoundCloud>, room: &Room, drawn: &Drawn<'_>, until: Millis) -> RoundCloud {
    let Some(mut laid) = laid else {
        return RoundCloud {
            round: drawn.round,
            layout: Layout::new(drawn.words, room.at),
            seq: room.seq,
        };
    };
    let changed = (room.seq > laid.seq).then_some(room.at);
    if laid.layout.advance(drawn.words, changed, until) {
        laid.seq = room.seq;
    }
    laid
}

impl Room {
    fn drawn_as_cloud(&self) -> Option<Drawn<'_>> {
        let (_, slide) = self.deck.find(self.staged()?)?;
        let (state, round) = match &slide.part {
            Part::Results { question, round } => {
                let state = self.question(question)?;
                (state, shown_again(state, *round))
            }
            _ => {
                let state = self.question(&slide.id)?;
                (state, self.round_on_stage(&slide.id, state))
            }
        };
        let displayed = state.nth(round).unwrap_or(state.current());
        let drawn = displayed.ask.is_cloud();
        let words = displayed.word_counts().filter(|_| drawn)?;
        Some(Drawn {
            slide: &slide.id,
            round,
            words,
        })
    }
}

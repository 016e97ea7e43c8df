//! Whether somebody comes to a room's address and for nothing else there.

use super::RoomQuery;

impl RoomQuery {
    /// Whether the address is that of the room and nothing else: whoever comes from a form, or to
    /// one, names what they come for.
    pub(super) fn is_bare(&self) -> bool {
        let Self {
            seq,
            question,
            slide,
            saved,
            g,
            came,
            past,
            seat,
            sent,
            at,
            evaluated,
            news,
            alone,
        } = self;
        let texts = [saved, g, came, seat, sent, at, evaluated, news, alone];
        let is_named = seq.is_some() || question.is_some() || slide.is_some() || past.is_some();
        !is_named && texts.iter().all(|text| text.is_none())
    }
}

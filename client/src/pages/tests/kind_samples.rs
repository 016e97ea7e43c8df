//! Pages of each kind's cases (`tests/data/kinds`), as a room makes them: the stage with what the
//! answers come to, a phone that may answer, and one that sees the results.

use shared::host::HostRole;
use shared::protocol::view::{Around, PartView, SlideView};
use shared::room::{Clouds, Room};

use super::samples::{self, closed};
use super::stage_samples;
use crate::kinds::tests::rooms;
use crate::phone::ParticipantState;
use crate::views::stage::StageState;

fn kind(room: &Room) -> &'static str {
    room.deck.slides[0].kind()
}

pub(super) fn stages() -> Vec<(String, StageState)> {
    let stage = |room: &Room| {
        let mut clouds = Clouds::default();
        clouds.advance(room, room.at);
        let (view, _) = clouds.host_view(room, HostRole::Stage, room.at, Around::default());
        (
            format!("cases-{}", kind(room)),
            stage_samples::at(view.slide),
        )
    };
    rooms().iter().map(stage).collect()
}

pub(super) fn phones() -> Vec<(String, ParticipantState)> {
    let rooms = rooms();
    let phones = rooms.iter().flat_map(|room| {
        let asked = room.phone_view(room.at).slide.expect("a question is open");
        let mut over = room.phone_view(room.at).slide.expect("a question is open");
        shows_results(&mut over, room);
        [
            (
                format!("phone-cases-{}", kind(room)),
                samples::at(Some(asked)),
            ),
            (
                format!("phone-cases-{}-over", kind(room)),
                samples::at(Some(closed(over))),
            ),
        ]
    });
    phones.collect()
}

/// As phones see it once the question is closed.
fn shows_results(slide: &mut SlideView, room: &Room) {
    let results = room.question(&slide.id).and_then(|state| state.results());
    if let PartView::Question(question) = &mut slide.part {
        question.results = results.map(|results| results.bounded());
    }
}

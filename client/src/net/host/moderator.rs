//! The moderator's page, alive.

use std::time::Duration;

use leptos::prelude::*;
use shared::protocol::{HostView, ServerFrame};
use shared::room::HostRole;

use super::line::{Heard, HostLine};
use super::moderating;
use super::stage::address;
use crate::views::desk::moderator::{ModeratorPage, ModeratorPageProps, ModeratorState};
use crate::views::stage::live::Live;

/// The page, which follows its room from now on.
pub fn bring_to_life(state: ModeratorState) -> impl IntoView {
    let (state, live) = (ArcRwSignal::new(state), ArcRwSignal::new(Live::default()));
    let (its_state, its_live) = (state.clone(), live.clone());
    // Until the page has come to life it is what the server made of the same state.
    set_timeout(move || begin(its_state, its_live), Duration::ZERO);
    ModeratorPage(ModeratorPageProps { state, live })
}

fn begin(state: ArcRwSignal<ModeratorState>, live: ArcRwSignal<Live>) {
    moderating::begin(&live, &state.read_untracked().view);
    let (shown, told) = (state.clone(), state.clone());
    let room = state.read_untracked().room.clone();
    let told = move || told.update(|state| state.notice = None);
    moderating::listen(room, live.clone(), move || shown.read_untracked().view.clone(), told);
    let at = state.clone();
    let path = move || {
        let state = at.read_untracked();
        address(&state.room, HostRole::Moderator, state.seq)
    };
    HostLine::open(path, move |heard| match heard {
        Heard::Lost | Heard::Over => live.update(|live| live.lost = true),
        Heard::Frame(text) => {
            if let Ok(ServerFrame::Hello { seq, view, .. } | ServerFrame::View { seq, view }) =
                serde_json::from_str::<ServerFrame<HostView>>(text)
            {
                live.update(|live| {
                    live.lost = false;
                    live.list(&view);
                });
                state.update(|state| (state.seq, state.view) = (seq, view));
            }
        }
    });
}

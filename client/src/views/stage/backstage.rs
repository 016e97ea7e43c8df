//! What only the presenter's own window shows besides the stage: notes, what comes next, who is
//! there, what the projected page is used for.

use leptos::prelude::*;
use shared::protocol::view::Screen;
use shared::room::HostRole;

use super::host_request::staged_question;
use super::live::HostLiveState;
use super::pace::Pace;
use super::{StageState, time};
use crate::texts::charts::grouped;
use crate::texts::desk::entrance::Entrance as Words;
use crate::texts::stage as say;
use crate::views::desk::entrance::EntrancePanel;
use crate::views::desk::more_time::MoreTimePanel;

/// What stands below the stage in the presenter's window.
pub fn backstage(state: &StageState, live: &HostLiveState) -> Option<AnyView> {
    if state.role != HostRole::Presenter {
        return None;
    }
    let say = say::stage(state.language);
    let ended = state.view.has_ended();
    let on = state.view.on_stage().is_some() || !ended;
    let notes = state
        .view
        .notes
        .clone()
        .filter(|notes| !notes.is_empty() && on);
    let next = state
        .view
        .next
        .clone()
        .filter(|next| !next.is_empty() && on);
    let action = format!("/rooms/{}/control", state.room);
    let entrance = EntrancePanel {
        language: state.language,
        action: &action,
        back: Some(HostRole::Presenter.word()),
        waiting: state.view.waiting.filter(|_| !ended),
        door_closed: state.view.door_closed,
    };
    let counts = staged_question(&state.view)
        .is_some_and(|(_, asked)| asked.open && asked.countdown_ends.is_some());
    let more_time = MoreTimePanel {
        language: state.language,
        action: &action,
        after: state.view.controls,
        back: Some(HostRole::Presenter.word()),
        asked: state.view.more_time.as_ref(),
    };
    let screen = match state.view.screen {
        Screen::Slides => None,
        Screen::Join => Some(say.screen_join),
        Screen::Blank => Some(say.screen_blank),
    };
    Some(
        view! {
            <aside class="backstage">
                <section>
                    {counts.then(|| more_time.row())}
                    {entrance.waiting()}
                    {notes.map(|notes| view! { <h2>{say.notes}</h2><p class="notes" dir="auto">{notes}</p> })}
                </section>
                <section>
                    {next.map(|next| view! { <h2>{say.next}</h2><p dir="auto">{next}</p> })}
                    {screen.map(|screen| view! { <p class="screen">{screen}</p> })}
                    {(!ended).then(|| view! { <div class="door"><p>{Words::of(state.language).door} ": " {entrance.word()}</p>{entrance.turn()}</div> })}
                </section>
                <dl>{figures(state, live)}</dl>
            </aside>
        }
        .into_any(),
    )
}

/// How many minutes it is until the next part of the agenda, or how late that is.
fn next_part(state: &StageState, clock: &str) -> Option<(String, String)> {
    let part = state.view.next_part.as_ref()?;
    let minutes = time::until(clock, &part.at)?;
    let sentence = if minutes < 0 {
        say::late_for_part(state.language, &part.text)
    } else {
        say::until_part(state.language, &part.text)
    };
    Some((
        sentence,
        say::minutes(state.language, minutes.unsigned_abs()),
    ))
}

fn figures(state: &StageState, live: &HostLiveState) -> Vec<AnyView> {
    let (say, view) = (say::stage(state.language), &state.view);
    let asked = staged_question(view);
    let answered = asked.and_then(|(_, question)| question.voters);
    let figure = |name: &str, count: u64| (name.to_owned(), grouped(state.language, count));
    let clock = live.now.and_then(|_| live.clock.clone());
    let figures = [
        clock.clone().map(|clock| (say.clock.to_owned(), clock)),
        clock.and_then(|clock| next_part(state, &clock)),
        Some(figure(say.present, view.present)),
        answered.map(|answered| figure(say.answered, answered)),
        (view.sending > 0).then(|| figure(say.sending, view.sending)),
    ];
    let pace = Pace::of(view).figures(state.language, live.now.unwrap_or(state.now));
    let figures = figures.into_iter().flatten().chain(pace);
    figures
        .map(|(name, figure)| {
            view! { <div><dt dir="auto">{name}</dt><dd>{figure}</dd></div> }.into_any()
        })
        .collect()
}

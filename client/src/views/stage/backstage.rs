//! What only the presenter's own window shows besides the stage.

use leptos::prelude::*;

use super::StageState;
use crate::texts::stage as say;

/// Notes and what comes next, for the presenter's own window.
pub fn backstage(state: &StageState) -> Option<AnyView> {
    let say = say::stage(state.language);
    let notes = state.view.notes.clone()?;
    let next = state.view.next.clone().filter(|next| !next.is_empty());
    Some(
        view! {
            <aside class="backstage">
                <h2>{say.notes}</h2>
                <p dir="auto">{notes}</p>
                {next.map(|next| view! { <h2>{say.next}</h2><p dir="auto">{next}</p> })}
            </aside>
        }
        .into_any(),
    )
}

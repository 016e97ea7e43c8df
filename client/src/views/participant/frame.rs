//! What stands around every page of a participant: the room's title and code, a notice, the way on.

use leptos::prelude::*;
use shared::refusal::Refusal;
use shared::text;

use crate::texts::phone::{counted, phone};
use crate::views::participant::{Notice, ParticipantState};

/// The way past the bar, and the bar with the room's title and code.
pub(super) fn head(state: &ParticipantState) -> AnyView {
    let say = phone(state.language);
    view! {
        <a class="visually-hidden skip-link" href="#main">{say.skip_link}</a>
        <header class="room-bar">
            <span class="room-title" dir="auto" lang=state.deck_language()>{state.view.title.clone()}</span>
            " "
            <span class="room-code">
                <span class="visually-hidden">{say.code}</span>
                {state.code.to_string()}
            </span>
        </header>
    }
    .into_any()
}

/// What to say before anything else.
pub(super) fn notice(state: &ParticipantState) -> Option<AnyView> {
    let notice = state.notice.as_ref()?;
    let code = notice.code();
    let sentence = too_long(state, notice).unwrap_or_else(|| notice.sentence(state.language));
    Some(view! { <p class="notice" id="notice" data-code=code role="alert">{sentence}</p> }.into_any())
}

/// Which of the texts that were typed is too long, and by how much.
fn too_long(state: &ParticipantState, notice: &Notice) -> Option<String> {
    let Notice::Refused(Refusal::TooLong { limit }) = notice else { return None };
    let texts = state.typed.iter().flatten().filter(|(name, _)| ["entry", "other", "text"].contains(&name.as_str()));
    let counted = texts.map(|(_, typed)| (typed.trim(), text::count(typed.trim())));
    let (typed, characters) = counted.into_iter().find(|(_, characters)| characters > limit)?;
    Some(counted::too_long(state.language, typed, characters, *limit))
}

/// The button that leads on from a notice where there is nothing to fill in again.
pub(super) fn go_on(state: &ParticipantState) -> Option<AnyView> {
    state.notice.as_ref()?;
    let say = phone(state.language);
    Some(view! { <a class="button quiet next" href=state.here()>{say.go_on}</a> }.into_any())
}

/// The way on. A page with a form never loads itself again, so it has a link to what comes next.
pub(super) fn foot(state: &ParticipantState, form: bool) -> AnyView {
    let say = phone(state.language);
    let link = if form {
        view! { <a class="next" href=state.here()>{say.next_question}</a> }.into_any()
    } else {
        view! { <a href="/privacy">{say.privacy}</a> }.into_any()
    };
    view! { <footer class="foot">{link}</footer> }.into_any()
}

/// Questions that the stage has left and that still take answers: who was writing can go back.
pub(super) fn late(state: &ParticipantState) -> Option<AnyView> {
    let shown = state.shown.as_ref().map(|slide| &slide.id);
    let open = state.view.late.iter().filter(|slide| Some(&slide.id) != shown);
    let links: Vec<_> = open
        .map(|slide| {
            let address = format!("/{}?question={}", state.code.digits(), slide.id);
            view! { <li><a href=address dir="auto">{slide.prompt.clone()}</a></li> }
        })
        .collect();
    let say = phone(state.language);
    (!links.is_empty()).then(|| {
        view! { <nav class="panel" aria-label=say.late><p class="hint">{say.late}</p><ul role="list">{links}</ul></nav> }.into_any()
    })
}

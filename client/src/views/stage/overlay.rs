//! What lies over the stage for a moment: the keys, a question back, a number being typed, bad
//! news.

use leptos::prelude::*;
use shared::control::Undoable;

use super::StageState;
use super::chosen::{Chosen, Gone};
use super::host_request::question;
use super::leading::{KeysState, SWITCH};
use super::live::StageLiveState;
use super::undo::offered;
use crate::kinds::{self, Moderates};
use crate::language::Language;
use crate::model::undo::Back;
use crate::texts::desk::undo::done;
use crate::texts::stage as say;

/// What lies over the page; nothing where no script runs.
pub fn over(state: &StageState, live: &StageLiveState) -> AnyView {
    let say = say::stage(state.language);
    let pointing = match (&live.gone, &live.chosen) {
        (Some(gone), _) => Some(out_of_sight(state, gone)),
        (None, Some(chosen)) => Some(pointed_at(state, chosen)),
        (None, None) => None,
    };
    let line = pointing
        .or_else(|| pending(state.language, &live.keys))
        .or_else(|| last_request(state, live));
    let lost = live
        .host
        .lost
        .then(|| view! { <p class="lost" role="status">{say.lost}</p> });
    view! {
        {lost}
        {line.map(|line| view! { <p class="undo-notice" role="status">{line}</p> })}
        {(live.host.alive && state.controls).then(|| view! {
            <button type="button" class="visually-hidden past" data-key="?" aria-expanded=live.keys.help.to_string()>
                {say.keys}
            </button>
        })}
        {live.keys.help.then(|| help(state, &live.keys))}
    }
    .into_any()
}

/// What keys left half done, and the key that confirms it.
pub fn pending(language: Language, keys: &KeysState) -> Option<AnyView> {
    let say = say::stage(language);
    if keys.sure {
        return Some(view! { <b>{say.sure}</b> " " {say.sure_keys} }.into_any());
    }
    let typed = Some(keys.typed.clone()).filter(|typed| !typed.is_empty())?;
    Some(view! { {say.to_slide} " " <b>{typed}</b> " " {say.press_enter} }.into_any())
}

/// What became of the last request, or the way back from it.
fn last_request(state: &StageState, live: &StageLiveState) -> Option<AnyView> {
    if let Some(code) = &live.host.refused {
        return Some(say::refused(state.language, code).into_any());
    }
    if let Some(said) = &live.undo.said {
        return Some(came_back(state, &said.back));
    }
    let last = offered(&state.view, live.host.now).filter(|_| state.controls)?;
    Some(offer(state, last))
}

/// What is there again now that a request was taken back.
fn came_back(state: &StageState, back: &Back) -> AnyView {
    let (before, rest) = (
        say::stage(state.language).back,
        say::back(state.language, back),
    );
    match back {
        Back::Nothing => rest.into_any(),
        Back::Seen(name) | Back::Apart(name) if !name.is_empty() => {
            view! { {before} " " {quote(name)} " " {rest} }.into_any()
        }
        _ => view! { {before} " " {rest} }.into_any(),
    }
}

/// What was done a moment ago, and the way back.
fn offer(state: &StageState, last: &Undoable) -> AnyView {
    let (done, undo) = (done(state.language, last), say::stage(state.language).undo);
    view! { {done} " " <button type="button" class="link" data-key="z">{undo}</button> }.into_any()
}

/// What was pointed at stands there no longer; a key that was meant for it did nothing.
fn out_of_sight(state: &StageState, gone: &Gone) -> AnyView {
    let say = say::stage(state.language);
    view! { {quote(&gone.text)} " " {say.gone} " " {gone.pressed.then_some(say.nothing_done)} }
        .into_any()
}

fn quote(text: &str) -> AnyView {
    view! { <b class="quote">"‘" <bdi>{text.to_owned()}</bdi> "’"</b> }.into_any()
}

/// What can be done with what somebody points at.
fn pointed_at(state: &StageState, chosen: &Chosen) -> AnyView {
    let say = say::stage(state.language);
    let quoted = quote(&chosen.target.text);
    let button = |key: &'static str, words: &'static str| {
        view! { <button type="button" class="link" data-key=key>{words}</button> }
    };
    match &chosen.with {
        Some(with) => {
            let with = quote(&with.text);
            return view! { {quoted} " " {say.counts_as} " " {with} "? " {say.merge_sure} }
                .into_any();
        }
        None if chosen.merging => {
            let others = (state.pages() > 1).then(|| button("ArrowDown", say.other_page));
            return view! { {say.merge_with} " " {quoted} " " {others} " " {button("Escape", say.leave_it)} }
                .into_any();
        }
        None => {}
    }
    let large = is_open(state).then(|| {
        button(
            "Enter",
            if chosen.enlarged {
                say.among
            } else {
                say.enlarge
            },
        )
    });
    view! {
        {quoted}
        " "
        {large}
        " "
        {button("x", say.hide_it)}
        " "
        {button("m", say.merge_it)}
        " "
        {button("Escape", say.leave_it)}
    }
    .into_any()
}

/// Whether what is pointed at is an answer, which can be shown by itself.
fn is_open(state: &StageState) -> bool {
    question(&state.view)
        .is_some_and(|(_, asked)| kinds::moderates(&asked.input) == Moderates::Answers)
}

fn help(state: &StageState, keys: &KeysState) -> AnyView {
    let say = say::stage(state.language);
    let (status, switch) = if keys.characters_off {
        (say.characters_off, say.switch_on)
    } else {
        (say.characters_on, say.switch_off)
    };
    let rows =
        say::keys::all(state.language).map(|(key, what)| view! { <dt>{key}</dt><dd>{what}</dd> });
    let rows: Vec<_> = rows.collect();
    view! {
        <section class="keys" role="dialog" aria-label=say.keys>
            <h2>{say.keys}</h2>
            <p role="status">{status}</p>
            <p><button type="button" data-key=SWITCH>{switch}</button></p>
            <dl>{rows}</dl>
        </section>
    }
    .into_any()
}

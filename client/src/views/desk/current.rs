//! The slide on the stage and what can be done with it; the same on the room's page and the remote.

use leptos::prelude::*;

use crate::texts::desk::kind::kind;
use crate::texts::desk::plurals;
use crate::texts::desk::room::RoomTexts;
use crate::texts::desk::{hosts, undo};
use crate::views::desk::controls::{ControlButton, Controls, chosen};
use crate::views::desk::{DeskRoom, SlideRow};

/// Rounds of a question that have a button, the newest first.
pub(super) const ROUNDS_LISTED: usize = 8;

/// Number, kind and round in one line.
pub(super) fn place(room: &DeskRoom, slide: &SlideRow) -> String {
    let place = plurals::place(room.language, slide.number, room.slides.len() as u64);
    let round = slide.is_question.then_some(slide.round.max(1));
    plurals::where_we_are(
        room.language,
        &place,
        kind(room.language, &slide.kind),
        round,
    )
}

/// What people read where no slide is on the stage: a heading and a sentence.
pub(super) fn no_slide(room: &DeskRoom) -> (&'static str, &'static str) {
    let say = RoomTexts::of(room.language);
    if room.ended() {
        (say.over, say.over_hint)
    } else {
        (say.not_begun, say.not_begun_hint)
    }
}

/// Open or not, in words.
pub(super) fn state(room: &DeskRoom, slide: &SlideRow) -> Option<AnyView> {
    if !slide.is_question {
        return None;
    }
    let say = RoomTexts::of(room.language);
    if !slide.playable {
        return Some(view! { <p class="soft">{say.not_playable}</p> }.into_any());
    }
    let (class, word) = match (slide.open, slide.voting) {
        (false, _) => ("state closed", say.closed_word),
        (true, true) => ("state open", say.voting_word),
        (true, false) => ("state open", say.open_word),
    };
    Some(view! { <p><span class=class>{word}</span></p> }.into_any())
}

/// Back and on. Before the first slide the way on is the beginning.
pub(super) fn moves(controls: Controls<'_>) -> AnyView {
    let room = controls.room;
    let say = RoomTexts::of(room.language);
    let number = room.current().map_or(0, |slide| slide.number);
    // What can't be played is passed, so the way ends before it. The end is the page after the last
    // slide.
    let is_there = |beyond: fn(u64, u64) -> bool| {
        room.slides
            .iter()
            .any(|slide| slide.playable && beyond(slide.number, number))
    };
    let after_all = room.ended() && number == 0;
    let can_back = after_all || is_there(|slide, here| slide < here);
    let can_on = if room.ended() {
        number > 0
    } else {
        is_there(|slide, here| slide > here)
    };
    let on = if number == 0 && !room.ended() {
        say.begin
    } else {
        say.next
    };
    let back = ControlButton {
        what: "previous",
        ..ControlButton::default()
    };
    let next = ControlButton {
        what: "next",
        ..ControlButton::default()
    };
    view! {
        <div class="move">
            {controls.button(back, "button quiet", say.previous, can_back)}
            {controls.button(next, "button", on, can_on)}
        </div>
    }
    .into_any()
}

/// The last control, by what it did, and the button that takes it back.
pub(super) fn taken_back(controls: Controls<'_>) -> Option<AnyView> {
    let language = controls.room.language;
    let undoable = controls.room.undoable.as_ref()?;
    let words = format!(
        "{}: {}",
        RoomTexts::of(language).undo,
        undo::done(language, undoable)
    );
    let press = ControlButton {
        what: "undo",
        ..ControlButton::default()
    };
    let by = hosts::by_another(language, undoable.by, controls.room.actor);
    let by = by.map(|by| view! { <small class="soft">{by}</small> });
    let button = controls.button(press, "button quiet", words, true);
    Some(view! { <div class="actions undo">{button} {by}</div> }.into_any())
}

/// The way on for a room that was ended by accident.
pub(super) fn resumed(controls: Controls<'_>) -> Option<AnyView> {
    let say = RoomTexts::of(controls.room.language);
    let press = ControlButton {
        what: "resume",
        ..ControlButton::default()
    };
    controls.room.resumable.then(|| {
        view! {
            <p class="soft">{say.resume_hint}</p>
            <div class="actions">{controls.button(press, "button quiet", say.resume, true)}</div>
        }
        .into_any()
    })
}

/// What can be done with a question; what can't be done now can't be pressed.
pub(super) fn buttons(controls: Controls<'_>, slide: &SlideRow) -> Option<AnyView> {
    let say = RoomTexts::of(controls.room.language);
    if !slide.is_question || !slide.playable {
        return None;
    }
    if controls.room.ended() {
        return Some(view! { <dl class="controls">{on_stage(controls, slide)}</dl> }.into_any());
    }
    Some(
        view! {
            <dl class="controls">
                <dt>{say.question}</dt>
                <dd class="actions">{question(controls, slide)}</dd>
                {on_stage(controls, slide)}
                <dt>{say.on_phones} ": " {word(controls, slide.phones_shown)}</dt>
                <dd class="actions">{results(controls, slide, "phones", slide.phones_shown)}</dd>
            </dl>
        }
        .into_any(),
    )
}

/// What the stage shows of its results: the one thing that can be chosen also when all is over.
fn on_stage(controls: Controls<'_>, slide: &SlideRow) -> AnyView {
    let say = RoomTexts::of(controls.room.language);
    view! {
        <dt>{say.on_stage} ": " {word(controls, slide.results_shown)}</dt>
        <dd class="actions">{results(controls, slide, "stage", slide.results_shown)}</dd>
        {rounds(controls, slide)}
    }
    .into_any()
}

/// How much longer a countdown runs, for the eye and for the ear.
pub(super) fn extension(say: &'static RoomTexts) -> AnyView {
    view! {
        <span aria-hidden="true">{say.extend}</span>
        <span class="visually-hidden">{say.extend_aloud}</span>
    }
    .into_any()
}

fn question(controls: Controls<'_>, slide: &SlideRow) -> AnyView {
    let say = RoomTexts::of(controls.room.language);
    let press = |what| ControlButton {
        what,
        slide: Some(&slide.id),
        ..ControlButton::default()
    };
    let (what, words) = if slide.open {
        ("close", say.close)
    } else {
        ("open", say.open)
    };
    let extend = slide
        .counts_down
        .then(|| controls.button(press("extend"), "button quiet", extension(say), true));
    let voting = slide.can_vote.then(|| {
        controls.button(
            press("vote"),
            "button quiet",
            say.vote,
            slide.open && !slide.voting,
        )
    });
    view! {
        {controls.button(press(what), "button quiet", words, true)}
        {voting}
        {extend}
        {controls.button(press("reset"), "button quiet", say.reset, true)}
    }
    .into_any()
}

/// Where there has been more than one round: each can be shown again.
fn rounds(controls: Controls<'_>, slide: &SlideRow) -> Option<AnyView> {
    let language = controls.room.language;
    let button = |round: u32| {
        let press = ControlButton {
            what: "show",
            slide: Some(&slide.id),
            on: Some("stage"),
            round: Some(round),
            ..ControlButton::default()
        };
        if slide.results_shown && round == slide.displayed_round {
            return chosen(plurals::round(language, round));
        }
        controls.button(
            press,
            "button quiet small",
            plurals::round(language, round),
            true,
        )
    };
    (slide.rounds > 1).then(|| {
        let buttons: Vec<_> = (1..=slide.rounds)
            .rev()
            .take(ROUNDS_LISTED)
            .map(button)
            .collect();
        view! {
            <dt>{RoomTexts::of(language).rounds}</dt>
            <dd class="actions">{buttons}</dd>
        }
        .into_any()
    })
}

fn word(controls: Controls<'_>, shown: bool) -> &'static str {
    let say = RoomTexts::of(controls.room.language);
    if shown { say.shown } else { say.hidden }
}

fn results(controls: Controls<'_>, slide: &SlideRow, on: &'static str, shown: bool) -> AnyView {
    let say = RoomTexts::of(controls.room.language);
    let (what, words, audience) = match (shown, on) {
        (true, "stage") => ("hide", say.hide, say.on_stage),
        (true, _) => ("hide", say.hide, say.on_phones),
        (false, "stage") => ("show", say.show, say.on_stage),
        (false, _) => ("show", say.show, say.on_phones),
    };
    let words = view! { {words} <span class="visually-hidden">": " {audience}</span> };
    controls.button(
        ControlButton {
            what,
            slide: Some(&slide.id),
            on: Some(on),
            ..ControlButton::default()
        },
        "button quiet",
        words,
        true,
    )
}

/// The figures of the room.
pub(super) fn counts(room: &DeskRoom) -> AnyView {
    let say = RoomTexts::of(room.language);
    let present = (room.present > 0).then(|| count(say.present, room.present.to_string()));
    let answered = room
        .current()
        .filter(|slide| slide.is_question)
        .map(|slide| count(say.answered, slide.answers.to_string()));
    let pace = room.pace.figures(room.language, room.now);
    let pace: Vec<_> = pace
        .into_iter()
        .map(|(name, figure)| view! { <div><dt>{name}</dt><dd>{figure}</dd></div> })
        .collect();
    view! {
        <dl class="counts">
            {count(say.joined, room.participants.to_string())}
            {present}
            {answered}
            {pace}
        </dl>
    }
    .into_any()
}

fn count(name: &'static str, figure: String) -> AnyView {
    view! { <div><dt>{name}</dt><dd>{figure}</dd></div> }.into_any()
}

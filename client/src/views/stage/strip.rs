//! What a mouse or a finger can do on the stage: a strip of buttons in its upper corner, above all
//! figures. It comes with a movement or with the keyboard's focus, and goes after some seconds.
//!
//! Each button is a key of the stage, so that there is one account of what a key means.

use leptos::prelude::*;
use shared::protocol::view::Screen;

use super::StageState;
use super::host_request::staged_question;
use super::live::StageLiveState;
use crate::texts::stage::strip::{self as say, Tool};

/// The strip, where scripts run. What this page may not do, or what can't be done now, has no
/// button.
pub fn strip(state: &StageState, live: &StageLiveState) -> Option<AnyView> {
    let tools: Vec<AnyView> = tools(state)
        .into_iter()
        .map(|tool| button(state, tool))
        .collect();
    let class = if live.strip > 0 {
        "strip awake"
    } else {
        "strip"
    };
    live.host.alive.then(|| {
        view! { <nav class=class aria-label=say::name(state.language)>{tools}</nav> }.into_any()
    })
}

/// What can be done now, in the order of the strip.
pub fn tools(state: &StageState) -> Vec<Tool> {
    if !state.controls {
        return vec![Tool::FullScreen];
    }
    let view = &state.view;
    let asked = staged_question(view).map(|(_, question)| question);
    let open = asked.filter(|_| !view.has_ended());
    let open = open.map(|question| {
        if question.open {
            Tool::Close
        } else {
            Tool::Open
        }
    });
    let shown = asked.and_then(|question| question.shown);
    let shown = shown.map(|shown| if shown.stage { Tool::Hide } else { Tool::Show });
    let blank = if view.screen == Screen::Blank {
        Tool::Slides
    } else {
        Tool::Blank
    };
    let moves = [Some(Tool::Previous), Some(Tool::Next), open, shown];
    moves
        .into_iter()
        .flatten()
        .chain([blank, Tool::FullScreen, Tool::Help])
        .collect()
}

fn button(state: &StageState, tool: Tool) -> AnyView {
    let name = say::tool(state.language, tool);
    let (key, drawing) = (tool.key(), drawing(tool));
    let shown = if key == " " { "Space" } else { key };
    view! {
        <button type="button" data-key=key title=name.clone() aria-label=name aria-keyshortcuts=shown>
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d=drawing /></svg>
        </button>
    }
    .into_any()
}

/// Lines in a square of 24, drawn with round ends.
fn drawing(tool: Tool) -> &'static str {
    match tool {
        Tool::Previous => "M15 5l-7 7 7 7",
        Tool::Next => "M9 5l7 7-7 7",
        Tool::Open => "M6 11h12v9H6zM9 11V8a3.5 3.5 0 0 1 6.6-1.6",
        Tool::Close => "M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3",
        Tool::Show => "M5 20v-7M12 20V5M19 20v-10",
        Tool::Hide => "M5 20v-7M12 20V5M19 20v-10M3 4l18 17",
        Tool::Blank => "M3 5h18v12H3zM8 21h8",
        Tool::Slides => "M3 5h18v12H3zM8 21h8M7 13h6M7 9h10",
        Tool::FullScreen => "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
        Tool::Help => "M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.1-1.5 2.3M12 19v.01",
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::state;
    use super::*;
    use crate::language::Language;

    fn on(slide: bool, ended: bool, back: bool, controls: bool) -> Vec<Tool> {
        let mut state = state("q", true, false);
        state.controls = controls;
        if !slide {
            state.view.slide = None;
        }
        if ended {
            (state.view.phase, state.view.looks_back) = (shared::phase::Phase::Ended, back);
        }
        tools(&state)
    }

    #[test]
    fn a_strip_has_what_can_be_done_and_nothing_else() {
        use Tool::*;
        for (slide, ended, back, controls, expected) in [
            (
                true,
                false,
                false,
                true,
                &[Previous, Next, Close, Show, Blank, FullScreen, Help][..],
            ),
            (
                false,
                false,
                false,
                true,
                &[Previous, Next, Blank, FullScreen, Help],
            ),
            (
                true,
                true,
                false,
                true,
                &[Previous, Next, Blank, FullScreen, Help],
            ),
            (
                true,
                true,
                true,
                true,
                &[Previous, Next, Show, Blank, FullScreen, Help],
            ),
            (true, false, false, false, &[FullScreen]),
            (true, true, true, false, &[FullScreen]),
        ] {
            assert_eq!(
                on(slide, ended, back, controls),
                expected,
                "{slide} {ended} {back} {controls}"
            );
        }
        let mut state = state("q", false, true);
        state.view.screen = Screen::Blank;
        assert_eq!(
            tools(&state),
            [Previous, Next, Open, Hide, Slides, FullScreen, Help]
        );
    }

    #[test]
    fn every_button_is_a_key_that_does_what_its_name_says() {
        use super::super::figure_pages::FigurePages;
        use super::super::keys::pressed;
        for tool in on(true, false, false, true) {
            let (state, mut live) = (state("q", true, false), StageLiveState::default());
            let asked = pressed(
                tool.key(),
                &mut live,
                &state.view,
                1,
                &FigurePages::default(),
            );
            assert!(asked.is_some() || live.keys.help, "{tool:?}");
        }
        assert_eq!(say::tool(Language::Nl, Tool::Next), "Volgende dia (→)");
    }
}

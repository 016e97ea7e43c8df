//! Slides that ask nothing: text, a break, the end, and what this version can't play.

use leptos::prelude::*;
use shared::protocol::view::SlideView;

use super::footer::{people, qr};
use super::head::{JoinBar, JoinBarProps};
use super::live::StageLiveState;
use super::{Pause, StageState, time};
use crate::charts::measure::widest_word;
use crate::texts::phone::plurals::clock;
use crate::texts::stage as say;

/// The letters of a heading, and the width that its column has on the screen that has least: by
/// itself, and before a table.
const HEADING: (f64, f64) = (112.0, 1538.0);
const BEFORE_TABLE: (f64, f64) = (96.0, 1000.0);

/// The class of a heading whose longest word would be torn in letters of the usual size.
fn long_word(prompt: &str, (size, room): (f64, f64)) -> &'static str {
    match widest_word(prompt, size, 800) / room {
        ..=1.0 => "",
        ..=1.33 => " long-word",
        _ => " longer-word",
    }
}

/// A slide of text.
pub fn slide(state: &StageState, live: &StageLiveState, slide: &SlideView) -> AnyView {
    let tables = slide.body.matches("<table").count();
    let (class, room) = match (tables, slide.body.len()) {
        (1, _) => ("slide with-table", BEFORE_TABLE),
        (_, 900..) => ("slide slide-long", HEADING),
        _ => ("slide", HEADING),
    };
    let class = format!("{class}{}", long_word(&slide.prompt, room));
    // The rules for slides speak of what lies directly in them, so heading and body go in together.
    let heading = if slide.prompt.is_empty() {
        String::new()
    } else {
        format!("<h1 dir=\"auto\">{}</h1>", escaped(&slide.prompt))
    };
    framed(
        state,
        live,
        view! { <main class=class inner_html=format!("{heading}{}", slide.body)></main> }
            .into_any(),
    )
}

fn framed(state: &StageState, live: &StageLiveState, main: AnyView) -> AnyView {
    view! {
        {JoinBar(JoinBarProps { state: state.clone() })}
        {main}
        <footer class="foot">
            <p class="said present">{people(state)}</p>
            {qr(state, live.qr_hidden)}
        </footer>
    }
    .into_any()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Nothing to look at: everybody looks at the speaker.
pub fn blank(state: &StageState) -> AnyView {
    view! { <main><h1 class="visually-hidden">{say::stage(state.language).blank}</h1></main> }
        .into_any()
}

/// A break: how long it still takes, or until when.
pub fn pause(state: &StageState, live: &StageLiveState, pause: &Pause<'_>) -> AnyView {
    let say = say::stage(state.language);
    let heading = if pause.slide.prompt.is_empty() {
        say.pause.to_owned()
    } else {
        pause.slide.prompt.clone()
    };
    let now = live.host.now.unwrap_or(state.now);
    let left = pause
        .minutes
        .map(|minutes| time::pause(state.language, pause.began, minutes, now));
    let (lead, big) = match (pause.until, left) {
        (Some(until), _) => (Some(say.until), Some(clock(state.language, until))),
        (None, Some(Some(left))) => (Some(say.pause_of), Some(left)),
        (None, Some(None)) => (Some(say.pause_over), None),
        _ => (None, None),
    };
    let body = (!pause.slide.body.is_empty()).then(
        || view! { <div class="description" dir="auto" inner_html=pause.slide.body.clone()></div> },
    );
    let next = state
        .view
        .next
        .clone()
        .filter(|next| !next.is_empty() && !state.view.has_ended());
    let next = next.map(|next| {
        view! { <p class="next"><span>{say.next}</span> <b dir="auto">{next}</b></p> }
    });
    let class = format!("pause{}", long_word(&heading, HEADING));
    let main = view! {
        <main class=class>
            <h1 dir="auto">{heading}</h1>
            {lead.map(|lead| view! { <p>{lead}</p> })}
            {big.map(|big| view! { <p class="big">{big}</p> })}
            {body}
            {next}
        </main>
    };
    framed(state, live, main.into_any())
}

/// When all is over.
pub fn ended(state: &StageState, live: &StageLiveState) -> AnyView {
    let say = say::stage(state.language);
    let evaluation = state.view.evaluation.filter(|evaluation| evaluation.open);
    let evaluation = evaluation.map(|evaluation| {
        let words = say::evaluation(state.language, evaluation.voters);
        view! { <p class="next">{words}</p> }
    });
    let main = view! {
        <main class="pause">
            <h1>{say.thanks}</h1>
            <p>{say.ended}</p>
            {evaluation}
        </main>
    };
    framed(state, live, main.into_any())
}

/// A slide that this version can't play: its prompt and that.
pub fn later(state: &StageState, live: &StageLiveState, slide: &SlideView) -> AnyView {
    let say = say::stage(state.language);
    let sentence = if matches!(slide.kind.as_str(), "leaderboard" | "results") {
        say.later_slide
    } else {
        say.later
    };
    let class = format!("slide{}", long_word(&slide.prompt, HEADING));
    framed(
        state,
        live,
        view! {
            <main class=class><h1 dir="auto">{slide.prompt.clone()}</h1><p>{sentence}</p></main>
        }
        .into_any(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_of_a_heading_has_letters_in_which_it_is_whole() {
        for (prompt, room, class) in [
            ("Welkom", HEADING, ""),
            ("Samenwerkingsovereenkomst", HEADING, " long-word"),
            ("Onze wijkverpleegkundigen", HEADING, ""),
            (
                "Zorgzaamheidsgemeenschappen in Noordoost-Twente",
                HEADING,
                " long-word",
            ),
            ("Onze wijkverpleegkundigenopleiding", HEADING, " long-word"),
            (
                "Arbeidsongeschiktheidsverzekeringsmaatschappij",
                HEADING,
                " longer-word",
            ),
            ("Het programma", BEFORE_TABLE, ""),
            ("Onze groepenwerkplaats", BEFORE_TABLE, ""),
            ("Onze wijkverpleegkundigen", BEFORE_TABLE, " long-word"),
            ("Samenwerkingsovereenkomst", BEFORE_TABLE, " longer-word"),
            ("Zorgzaamheidsgemeenschappen", BEFORE_TABLE, " longer-word"),
            ("", HEADING, ""),
        ] {
            assert_eq!(
                long_word(prompt, room),
                class,
                "{prompt}: {}",
                widest_word(prompt, room.0, 800)
            );
        }
    }
}

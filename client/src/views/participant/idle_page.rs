//! Between questions: what a phone shows while there is nothing to answer. Never an empty page.

use shared::event::QA;
use shared::protocol::view::{PartView, PastQuestion, SlideView};

use crate::phone::ParticipantState;
use crate::phone::panel::panel;
use crate::texts::phone::{ended_page, phone, plurals, ready_planned};
use crate::ui::tag::{Child, IntoChildren, Tag, tag, tags};
use crate::views::participant::answer_text;
use crate::views::participant::late::late;

/// Before the first slide.
pub(super) fn ready(state: &ParticipantState) -> Vec<Child> {
    let say = phone(state.language);
    let lead = state.planned.as_ref().map_or_else(
        || say.ready_lead.to_owned(),
        |planned| ready_planned(state.language, planned),
    );
    tags![
        head(tag("h1").child(say.ready), lead),
        tag("p").class("hint").child(say.promise)
    ]
}

/// After the last one.
pub(super) fn ended(state: &ParticipantState) -> Vec<Child> {
    let say = phone(state.language);
    let answers = given(state, say.you_gave);
    let lead = match (late(state), &answers) {
        // What is still open stands below: nobody is sent away meanwhile.
        (Some(_), _) => say.ended_late,
        (None, Some(_)) => say.ended_lead,
        (None, None) => say.ended_without,
    };
    tags![head(tag("h1").child(say.ended), lead), page(state), answers]
}

/// Where what came out of the room can be read.
fn page(state: &ParticipantState) -> Option<Tag> {
    let (page, day) = (state.view.page.as_ref()?, state.view.page_day.as_ref()?);
    let path = format!("/p/{page}");
    let address = format!("{}{path}", state.address);
    let link = tag("a").set("href", path).child(address);
    let said = ended_page(state.language, day);
    Some(tag("p").class("description").child(said).child(link))
}

/// A slide that asks nothing, and below it what one answered so far.
pub(super) fn slide(state: &ParticipantState, slide: &SlideView) -> Vec<Child> {
    let say = phone(state.language);
    let shown = match &slide.part {
        PartView::Instructions => instructions(state, slide),
        PartView::Break { minutes, until, .. } => pause(state, slide, *minutes, until.as_deref()),
        PartView::Later => later(state, slide),
        _ if is_empty(slide) && !state.goes_alone() => {
            let lead = if state.is_at_the_end() {
                say.may_close
            } else {
                say.waiting_lead
            };
            tags![head(
                tag("h1").child(heading(state, slide).to_owned()),
                lead
            )]
        }
        _ => content(state, slide),
    };
    tags![shown, given(state, say.you_answered)]
}

/// A heading and what to know with it.
fn head(heading: Tag, lead: impl IntoChildren) -> Tag {
    tag("div")
        .class("question")
        .child(heading)
        .child(tag("p").class("lead").child(lead))
}

/// What is to come on this page, if anything is.
pub(super) fn onward(state: &ParticipantState) -> &'static str {
    let say = phone(state.language);
    match (state.is_at_the_end(), state.asks_speakers()) {
        (false, _) => say.follows,
        (true, true) => say.leave_open,
        (true, false) => say.last,
    }
}

/// A slide's heading, or what stands for it where it has none.
pub(super) fn heading<'a>(state: &'a ParticipantState, slide: &'a SlideView) -> &'a str {
    let say = phone(state.language);
    match (slide.prompt.as_str(), &slide.part) {
        ("", PartView::Instructions) => say.join,
        ("", PartView::Break { .. }) => say.pause,
        ("", _) if state.goes_alone() => &state.view.title,
        ("", _) if state.is_at_the_end() => say.ended,
        ("", _) => say.waiting,
        (prompt, _) => prompt,
    }
}

fn is_empty(slide: &SlideView) -> bool {
    slide.prompt.trim().is_empty() && slide.body.trim().is_empty()
}

fn title(state: &ParticipantState, slide: &SlideView) -> Tag {
    let heading = heading(state, slide).to_owned();
    tag("h1")
        .set("dir", "auto")
        .maybe("lang", state.deck_language())
        .child(heading)
}

fn body(state: &ParticipantState, slide: &SlideView) -> Option<Tag> {
    let html = Some(slide.body.clone()).filter(|body| !body.trim().is_empty())?;
    Some(
        tag("div")
            .class("content")
            .set("dir", "auto")
            .maybe("lang", state.deck_language())
            .html(html),
    )
}

fn content(state: &ParticipantState, slide: &SlideView) -> Vec<Child> {
    // A slide without a heading still needs one that screen readers can go to.
    let heading = match slide.prompt.as_str() {
        "" => tag("h1")
            .class("visually-hidden")
            .child(heading(state, slide).to_owned()),
        _ => title(state, slide),
    };
    let article = tag("article")
        .class("content")
        .child(heading)
        .child(body(state, slide));
    // Below the heading of the questions to the speakers are these.
    let onward = (slide.kind != QA && !state.goes_alone())
        .then(|| tag("p").class("hint").child(onward(state)));
    tags![article, onward]
}

fn instructions(state: &ParticipantState, slide: &SlideView) -> Vec<Child> {
    let say = phone(state.language);
    let address = tag("b").child(tag("bdi").child(state.address.clone()));
    tags![
        head(title(state, slide), say.you_are_in),
        tag("p").class("big").child(state.code.to_string()),
        tag("p")
            .class("description")
            .child(say.at_address)
            .child(address),
        body(state, slide),
    ]
}

fn pause(
    state: &ParticipantState,
    slide: &SlideView,
    minutes: Option<u32>,
    until: Option<&str>,
) -> Vec<Child> {
    let say = phone(state.language);
    let language = state.language;
    let (lead, big) = match (until, minutes) {
        (Some(until), _) => (say.pause_until, Some(plurals::clock(language, until))),
        (None, Some(minutes)) => (say.pause_lasts, Some(plurals::minutes(language, minutes))),
        (None, None) => (say.pause_open, None),
    };
    let big = big.map(|big| tag("p").class("big").child(big));
    let stay = tag("p").class("description").child(say.leave_open);
    tags![
        head(title(state, slide), lead),
        big,
        body(state, slide),
        stay
    ]
}

fn later(state: &ParticipantState, slide: &SlideView) -> Vec<Child> {
    let say = phone(state.language);
    let notice = tag("p")
        .class("notice plain")
        .set("data-code", "not_playable");
    let then = if state.is_at_the_end() {
        say.last
    } else {
        say.goes_on
    };
    tags![
        tag("div").class("question").child(title(state, slide)),
        body(state, slide),
        notice.child(format!("{} {then}", say.not_playable)),
    ]
}

/// What this person answered to the questions that were asked.
fn given(state: &ParticipantState, heading: &'static str) -> Option<Tag> {
    let tell = |asked: &PastQuestion| {
        let words =
            answer_text::answer_text(&asked.input, state.own.get(&asked.id)?, state.language);
        let line = |line: &str| tag("dd").set("dir", "auto").child(line.to_owned());
        let prompt = tag("dt").set("dir", "auto").child(asked.prompt.clone());
        (!words.is_empty()).then(|| tags![prompt, words.lines().map(line).collect::<Vec<Tag>>()])
    };
    let rows: Vec<Vec<Child>> = state.view.asked.iter().filter_map(tell).collect();
    let list = |rows: Vec<Vec<Child>>| tag("dl").class("given-list").child(rows);
    Some(rows)
        .filter(|rows| !rows.is_empty())
        .map(|rows| panel(heading, tags![list(rows)]))
}

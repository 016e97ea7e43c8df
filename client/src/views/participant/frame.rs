//! What stands around every page of a participant: the room's title and code, the way on.

use shared::phase::Phase;

use crate::phone::ParticipantState;
use crate::phone::live::PhoneLiveState;
use crate::texts::phone::phone;
use crate::ui::tag::{Tag, tag, tags};
use crate::views::participant::late::late;
use crate::views::participant::notice::notice;
use crate::views::participant::page_kind::PageKind;
use crate::views::participant::qa::questions;
use crate::views::participant::{group, own_pace};

/// The way past the bar, and the bar with the room's title and code.
pub(super) fn head(state: &ParticipantState) -> Tag {
    let say = phone(state.language);
    let alone = state.view.slide.is_none() || state.view.phase == Phase::Ended;
    let class = if alone {
        "room-title whole"
    } else {
        "room-title"
    };
    let title = tag("span")
        .class(class)
        .set("dir", "auto")
        .maybe("lang", state.deck_language());
    let code = tag("span").class("visually-hidden").child(say.code);
    let code =
        tag("span")
            .class("room-code")
            .child(tags![code, state.code.to_string(), mark(state)]);
    tag("header")
        .class("room-bar")
        .child(tags![title.child(state.view.title.clone()), " ", code])
}

/// That nothing counts yet, where a room is tried out.
pub(super) fn trial(state: &ParticipantState) -> Option<Tag> {
    let said = || tag("p").class("trial").child(phone(state.language).trial);
    state.view.trial.then(said)
}

/// The way past the bar for people who go by keyboard.
pub(super) fn skip_link(state: &ParticipantState) -> Tag {
    tag("a")
        .class("visually-hidden past")
        .set("href", "#main")
        .child(phone(state.language).skip_link)
}

/// The button that leads on from a notice where there is nothing to fill in again.
pub(super) fn go_on(state: &ParticipantState) -> Option<Tag> {
    // Scripts lead on by themselves.
    let leads = state.live.is_none() && !state.goes_alone();
    state.notice.as_ref().filter(|_| leads)?;
    let say = phone(state.language);
    Some(
        tag("a")
            .class("button quiet next")
            .set("href", state.here())
            .child(say.go_on),
    )
}

/// The way on. A page with a form never loads itself again, so it has a link to what comes next;
/// scripts need it only where they hold a question for somebody.
pub(super) fn foot(state: &ParticipantState, form: bool) -> Tag {
    let say = phone(state.language);
    let foot = tag("footer").class("foot");
    match state.live.as_ref() {
        None if form && !state.goes_alone() => foot.child(
            tag("a")
                .class("next")
                .set("href", state.here())
                .child(say.next_question),
        ),
        Some(live) if live.held => foot.child(next(state)),
        _ => foot
            .child(tag("a").set("href", "/privacy").child(say.privacy))
            .child(languages(state)),
    }
}

/// Leaves a question that was held, for where the room is.
fn next(state: &ParticipantState) -> Tag {
    let say = phone(state.language);
    tag("a")
        .class("next")
        .set("href", state.here())
        .set("data-do", "follow")
        .child(say.next_question)
}

/// The way to the other languages, each named in itself.
fn languages(state: &ParticipantState) -> Tag {
    let back = tag("input")
        .set("type", "hidden")
        .set("name", "back")
        .set("value", format!("/{}", state.code.digits()));
    let form = tag("form").set("method", "post").set("action", "/language");
    state
        .language
        .others()
        .fold(form.child(back), |form, other| {
            let button = tag("button")
                .class("link")
                .set("type", "submit")
                .set("name", "language")
                .set("value", other.tag());
            form.child(button.set("lang", other.tag()).child(other.own_name()))
        })
}

/// What changed by itself, for whoever hears the page. Always there: only what appears in it later
/// is read aloud.
pub(super) fn news(state: &ParticipantState) -> Tag {
    // Each is a paragraph of its own: the same words once more are news too.
    let said = |live: &PhoneLiveState| {
        tag("p")
            .key(live.announcements.to_string())
            .child(live.news.clone())
    };
    let news = state
        .live
        .as_ref()
        .filter(|live| live.announcements > 0)
        .map(said);
    tag("div")
        .class("visually-hidden")
        .id("news")
        .set("aria-live", "polite")
        .child(news)
}

/// Everything between the bar and the foot. What is to be said of a form stands in it, and all else
/// comes first.
pub(super) fn main(state: &ParticipantState, page: &PageKind<'_>) -> Tag {
    let go_on = if page.has_form() { None } else { go_on(state) };
    // Where a question waits for the group there is no form in which it could stand.
    let in_form = page.has_notice() && !group::is_missing(state);
    let notice = if in_form || (state.about_qa && state.view.qa.is_some()) {
        None
    } else {
        notice(state)
    };
    let qa = own_pace::has_qa(state, page.shows_qa())
        .then(|| questions(state, page.shows_qa()))
        .flatten();
    tag("main").id("main").child(tags![
        own_pace::progress(state),
        notice,
        page.body(state),
        own_pace::ways(state),
        qa,
        late(state),
        go_on
    ])
}

/// That there is no connection, for whoever only waits: a form says so where its button is.
pub(super) fn line(state: &ParticipantState, form: bool) -> Option<Tag> {
    let live = state.live.as_ref()?;
    let lost = (!live.reached && !form).then(|| {
        tag("p")
            .class("state offline")
            .child(phone(state.language).no_line)
    });
    // The place is always there: what appears in it later is read aloud.
    Some(
        tag("div")
            .class("says line-state")
            .set("role", "status")
            .child(lost),
    )
}

/// Whether the page follows its room: a dot that is full, with a word for whoever hears it.
fn mark(state: &ParticipantState) -> Option<Tag> {
    let live = state.live.as_ref()?;
    let say = phone(state.language);
    let (class, words) = match live.reached && live.heard {
        true => ("line-mark on", say.line_on),
        false => ("line-mark", say.line_off),
    };
    Some(
        tag("span")
            .class(class)
            .child(tag("span").class("visually-hidden").child(words)),
    )
}

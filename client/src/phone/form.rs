//! What every form of a participant has: its address, its hidden fields, and the bar with the
//! button.

use shared::ids::{AnswerId, Key, Round, SlideId};
use shared::phase::Phase;
use shared::question::form_fields::{DOWN, KEY, QUESTION, ROUND, SEQ, TEXT, UPVOTE};

use crate::language::Language;
use crate::model::doubt::SURE;
use crate::phone::ParticipantState;
use crate::phone::live::{PhoneLiveState, SendState};
use crate::phone::question_context::{NoticePosition, QuestionContext};
use crate::texts::phone::PhoneTexts;
use crate::texts::phone::plurals::votes;
use crate::ui::tag::{Child, Tag, TagText, tag, tags};

/// How a kind of question is answered.
pub(crate) enum AnswerForm {
    /// By one whole answer, given in these fields.
    Whole(Vec<Child>),
    /// In a way of its own: the body of the page.
    Own(Vec<Child>),
}

fn form_address(state: &ParticipantState, what: &str) -> String {
    format!("/{}/{what}", state.code.digits())
}

/// A form that is sent to this room.
pub(crate) fn form(state: &ParticipantState) -> Tag {
    tag("form")
        .set("method", "post")
        .set("action", form_address(state, "answers"))
}

/// Which question in which round, as the page knew the room; and under which key, where something
/// is added.
pub(crate) fn hidden(context: &QuestionContext<'_>, key: Option<&Key>) -> Vec<Child> {
    let (slide, round) = (context.slide.id.to_string(), context.question.round);
    about(context.state, (slide, round), key.map(Key::to_string))
}

/// The same of anything that one may answer.
pub(crate) fn about(
    state: &ParticipantState,
    (question, round): (String, Round),
    key: Option<String>,
) -> Vec<Child> {
    tags![
        field(QUESTION, question),
        field(ROUND, round.to_string()),
        field(SEQ, state.seq.to_string()),
        key.map(|key| field(KEY, key)),
    ]
}

/// Where a text of several lines is typed.
pub(crate) fn text_field(id: impl Into<TagText>, text: &str, rows: u32) -> Tag {
    let field = tag("textarea")
        .class("field")
        .id(id)
        .set("name", TEXT)
        .set("rows", rows.to_string());
    field.set("dir", "auto").set("value", text.to_owned())
}

/// A field that nobody sees.
pub(crate) fn field(name: &'static str, value: String) -> Tag {
    tag("input")
        .set("type", "hidden")
        .set("name", name)
        .set("value", value)
}

/// A form by which somebody votes for a text, or takes that back; the text has the name `text-ID`.
pub(crate) fn upvote(
    form: Tag,
    language: Language,
    (answer, on): (AnswerId, bool),
    count: Option<u64>,
    words: Tag,
) -> Tag {
    let count = count.map(|count| {
        let said = format!(", {}", votes(language, count));
        tags![
            tag("span")
                .set("aria-hidden", "true")
                .child(count.to_string()),
            tag("span").class("visually-hidden").child(said)
        ]
    });
    let sign = tag("span")
        .class(if on { "sign on" } else { "sign" })
        .set("aria-hidden", "true");
    // Called after the text that it votes for: there is one of them for each.
    let id = format!("vote-{answer}");
    let button = tag("button")
        .class("button quiet")
        .set("type", "submit")
        .set("aria-labelledby", format!("{id} text-{answer}"))
        .id(id)
        .set("aria-pressed", if on { "true" } else { "false" })
        .child(tags![sign, words, count]);
    let down = on.then(|| field(DOWN, "1".to_owned()));
    form.class("upvote")
        .child(tags![field(UPVOTE, answer.to_string()), down, button])
}

/// A form for a whole answer.
pub(crate) fn answer(context: &QuestionContext<'_>, fields: Vec<Child>, goes_on: bool) -> Tag {
    let class = if goes_on { "answer in-flow" } else { "answer" };
    let bar = bar(context, context.answered(), goes_on);
    let sure = context.sure().map(|sure| field(SURE, sure));
    let inside = tags![
        hidden(context, None),
        sure,
        context.notice(NoticePosition::AnswerForm),
        fields,
        bar
    ];
    form(context.state).class(class).id("answer").child(inside)
}

/// The state in words and the button, for a whole answer that may replace another. A page that is
/// alive knows when there is nothing to send, and then has no button; one without scripts never
/// knows.
fn bar(context: &QuestionContext<'_>, replaces: bool, goes_on: bool) -> Vec<Child> {
    let say = context.say();
    let changed = context.typed.is_some();
    let button = match (changed && context.is_refused(), replaces) {
        (true, _) => Some(("button", say.send_again)),
        (false, true) if changed && !context.is_sending() => Some(("button", say.send_change)),
        (false, true) if context.is_sending() || context.state.live.is_none() => {
            Some(("button quiet", say.send_change))
        }
        (false, true) => None,
        (false, false) => Some(("button", say.send)),
    };
    placed(context, state(context), button, goes_on)
}

/// The same for something that is added; what is stored already stands in a list of its own.
pub(crate) fn add_bar(context: &QuestionContext<'_>, typed: bool, goes_on: bool) -> Vec<Child> {
    let say = context.say();
    let words = if typed && context.is_refused() {
        say.send_again
    } else {
        say.send
    };
    placed(
        context,
        sending(context)
            .or_else(|| late(context))
            .or_else(|| no_line(context)),
        Some(("button", words)),
        goes_on,
    )
}

/// A bar at the bottom of the screen; or, where the page goes on below the form, within the page.
fn placed(
    context: &QuestionContext<'_>,
    state: Option<Tag>,
    button: Option<(&'static str, &'static str)>,
    goes_on: bool,
) -> Vec<Child> {
    // The place for the state is always there: what appears in it later is read aloud. Whoever
    // pressed a button that is gone then is taken here.
    let more = button.and_then(|_| more_time(context));
    let state = tag("div")
        .class("says")
        .set("role", "status")
        .set("tabindex", "-1")
        .child(state);
    let button = button.map(|(class, words)| {
        tag("button")
            .class(class)
            .set("type", "submit")
            .child(words)
    });
    // One element wherever it stands: who has the focus in it keeps it when results come below.
    tags![
        tag("div")
            .class(if goes_on { "sends" } else { "send" })
            .child(tags![state, button, more])
    ]
}

/// The button by which somebody who still has something to send asks for more time. It sends the
/// whole form, so that without scripts nothing is lost that was typed; it stands behind the button
/// that Enter presses, and says in its place that it was pressed.
fn more_time(context: &QuestionContext<'_>) -> Option<Tag> {
    let (say, asked) = (context.say(), context.asked_for_more_time());
    let counts = context.question.countdown_ends.is_some() && !context.late();
    let button = tag("button")
        .class("link")
        .set("formaction", form_address(context.state, "more-time"))
        .flag("formnovalidate", true)
        .maybe("aria-disabled", asked.then_some("true"))
        .set("data-do", "more");
    (counts && context.takes_answers_now()).then(|| {
        button.child(if asked {
            say.more_time_asked
        } else {
            say.more_time
        })
    })
}

/// How it is with this answer: stored, on its way, waiting for a connection.
fn state(context: &QuestionContext<'_>) -> Option<Tag> {
    let saved = || {
        context
            .saved()
            .then(|| said("state saved", stored(context, context.say().saved_open)))
    };
    sending(context)
        .or_else(saved)
        .or_else(|| late(context))
        .or_else(|| no_line(context))
}

/// What is not stored yet is never called stored.
pub(crate) fn sending(context: &QuestionContext<'_>) -> Option<Tag> {
    let live = context.state.live.as_ref()?;
    on_its_way(live, context.say(), &context.slide.id)
}

/// How what was sent to a question is on its way, if it is.
pub(crate) fn on_its_way(
    live: &PhoneLiveState,
    say: &PhoneTexts,
    question: &SlideId,
) -> Option<Tag> {
    match live.sending(question)? {
        SendState::UnderWay => Some(said("state sending", say.sending)),
        SendState::Offline => Some(said("state offline", say.offline)),
        SendState::Blocked => Some(said("state offline", say.blocked)),
    }
}

/// That there is no connection while somebody fills something in.
fn no_line(context: &QuestionContext<'_>) -> Option<Tag> {
    let lost = context
        .state
        .live
        .as_ref()
        .is_some_and(|live| !live.reached);
    lost.then(|| said("state offline", context.say().no_line))
}

/// Votes that wait in the phone for a connection.
pub(crate) fn votes_waiting(context: &QuestionContext<'_>) -> Option<Tag> {
    let live = context.state.live.as_ref()?;
    let waits = !live.reached && live.voting.contains(&context.slide.id);
    waits.then(|| said("state offline", context.say().offline_votes).set("role", "status"))
}

/// That what the page shows is stored.
pub(crate) fn saved(context: &QuestionContext<'_>) -> Tag {
    said("state saved", stored(context, context.say().saved)).set("role", "status")
}

/// Where what comes waits for a moderator, that is what is to be known of it.
fn stored(context: &QuestionContext<'_>, words: &'static str) -> &'static str {
    if context.question.holds {
        context.say().saved_held
    } else {
        words
    }
}

fn late(context: &QuestionContext<'_>) -> Option<Tag> {
    let say = context.say();
    let words = if context.state.view.phase == Phase::Ended {
        say.late_ended
    } else {
        say.late
    };
    context.late().then(|| said("state late", words))
}

/// The tick is an element of its own: it draws itself.
fn said(class: &'static str, words: &'static str) -> Tag {
    let (tick, words) = match words.strip_prefix('✓') {
        Some(rest) => (Some(tag("span").class("drawn").child("✓")), rest),
        None => (None, words),
    };
    tag("p").class(class).child(tick).child(words)
}

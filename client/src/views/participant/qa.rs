//! The questions to the speakers: a field to ask one, one's own with how each stands, and those of
//! others to vote for. They are below whatever slide there is, and are the page of a slide that
//! shows them.

use shared::event::QA;
use shared::ids::{AnswerId, SlideId};
use shared::limits::QA_CHARS;
use shared::protocol::view::{PhoneQa, PhoneQuestion, QaState};
use shared::protocol::{Own, OwnAdded};
use shared::question::form_fields::{KEY, TEXT};
use shared::refusal::Refusal;
use shared::rules::Rules;

use crate::phone::{ParticipantState, PhoneNotice, character_counter, form};
use crate::texts::phone::plurals::{qa_full, qa_new};
use crate::texts::phone::{PhoneTexts, phone};
use crate::ui::tag::{Tag, tag, tags};
use crate::views::participant::notice;

/// All of it, where the room has such a list. `alone` on a slide that shows it.
pub(super) fn questions(state: &ParticipantState, alone: bool) -> Option<Tag> {
    let qa = state.view.qa.as_ref()?;
    let say = phone(state.language);
    let own = state.own.get(&SlideId::from(QA));
    let mine = own.map(|own| own.added.as_slice()).unwrap_or_default();
    let inside = tags![
        qa.open.then(|| ask(state)),
        (!mine.is_empty()).then(|| list(
            "qa-mine",
            mine.iter().map(|mine| my_row(say, qa, mine)).collect()
        )),
        others(state, qa, own, if alone { "h2" } else { "h3" }),
    ];
    Some(if alone {
        tag("section").class("qa").child(inside)
    } else {
        // What somebody typed is in sight, and so is what is to be said of it.
        let open = state.about_qa || state.qa_typed().is_some();
        let summary = tag("summary").child(tag("h2").child(say.qa));
        tag("details")
            .class("qa panel")
            .key(QA)
            .flag("open", open)
            .child(tags![summary, inside])
    })
}

fn list(class: &'static str, rows: Vec<Tag>) -> Tag {
    tag("ul").class(class).set("role", "list").child(rows)
}

/// A form of this list, with its fields that nobody sees.
fn form(state: &ParticipantState, key: Option<String>) -> Tag {
    let fields = form::about(state, (QA.to_owned(), 1), key);
    form::form(state).child(fields)
}

fn ask(state: &ParticipantState) -> Tag {
    let say = phone(state.language);
    let typed = state.qa_typed().unwrap_or_default();
    let text = typed.first(TEXT).unwrap_or_default();
    let left = state.live.is_some().then(|| {
        let bounds = (QA_CHARS, Rules::LATEST);
        character_counter::left(state.language, bounds, text)
    });
    let area = form::text_field("qa-text", text, 2);
    let live = state.live.as_ref();
    let sending = live.and_then(|live| form::on_its_way(live, say, &SlideId::from(QA)));
    let says = tag("div").class("says").set("role", "status");
    let fields = tags![
        told(state),
        tag("label").set("for", "qa-text").child(say.qa_yours),
        area,
        tag("div")
            .class("qa-hint")
            .child(tag("p").class("hint").child(say.qa_nameless))
            .child(left),
        says.child(sending),
        tag("button")
            .class("button")
            .set("type", "submit")
            .child(say.qa_ask),
    ];
    let key = typed.first(KEY).filter(|key| !key.is_empty());
    let key = key.unwrap_or(state.key.as_str());
    form(state, Some(key.to_owned()))
        .class("qa-ask")
        .key("ask")
        .child(fields)
}

/// What became of the last that was sent here, if that is to be said.
fn told(state: &ParticipantState) -> Option<Tag> {
    let full = match state.notice.as_ref().filter(|_| state.about_qa)? {
        PhoneNotice::Refused(Refusal::TooMany { limit }) => Some(qa_full(state.language, *limit)),
        _ => None,
    };
    notice::saying(state, full)
}

/// One's own stays in sight, whatever becomes of it.
fn my_row(say: &PhoneTexts, qa: &PhoneQa, mine: &OwnAdded) -> Tag {
    let asked = qa.standing_for(mine.id);
    let reply = asked.and_then(reply);
    let state = match asked.map(|asked| asked.state) {
        _ if mine.text.is_none() => say.erased,
        Some(QaState::Chosen) => say.qa_now,
        Some(QaState::Answered) => say.qa_answered,
        Some(_) => say.qa_listed,
        None => say.qa_waits,
    };
    let text = mine.text.clone().map(|text| text_row(text, mine.id));
    let state = tag("p")
        .class("hint")
        .child(format!("{} · {state}", say.qa_yours));
    tag("li")
        .key(mine.id.to_string())
        .child(tags![text, state, reply])
}

fn text_row(text: String, id: AnswerId) -> Tag {
    tag("p")
        .id(format!("text-{id}"))
        .set("dir", "auto")
        .child(text)
}

fn reply(asked: &PhoneQuestion) -> Option<Tag> {
    let reply = asked.reply.clone()?;
    Some(tag("p").class("qa-reply").set("dir", "auto").child(reply))
}

/// What others asked. Those that came since the list was put in order are behind a button.
fn others(
    state: &ParticipantState,
    qa: &PhoneQa,
    own: Option<&Own>,
    level: &'static str,
) -> Option<Tag> {
    let say = phone(state.language);
    let mine = own.map(|own| own.added.as_slice()).unwrap_or_default();
    let last = qa.questions.len() - state.live.as_ref().map_or(0, |live| live.qa_new);
    let (mut rows, mut new) = (Vec::new(), 0_usize);
    for (place, asked) in qa.questions.iter().enumerate() {
        let is_mine = mine.iter().any(|mine| mine.id == asked.id);
        match asked.text.clone().filter(|_| !is_mine) {
            Some(text) if place < last => rows.push(their_row(state, asked, text, own)),
            Some(_) => new += 1,
            None => {}
        }
    }
    let more = (new > 0).then(|| {
        tag("button")
            .class("link")
            .set("type", "button")
            .set("data-do", "qa")
            .child(qa_new(state.language, new))
    });
    let heading = if qa.open {
        say.qa_vote
    } else {
        say.others_wrote
    };
    let any = !rows.is_empty() || more.is_some();
    let inside = tags![tag(level).child(heading), more, list("qa-theirs", rows)];
    any.then(|| tag("div").class("qa-others").child(inside))
}

fn their_row(
    state: &ParticipantState,
    asked: &PhoneQuestion,
    text: String,
    own: Option<&Own>,
) -> Tag {
    let say = phone(state.language);
    let on = own.is_some_and(|own| own.upvotes.contains(&asked.id));
    let word = match asked.state {
        QaState::Chosen => Some(say.qa_now),
        QaState::Answered => Some(say.qa_answered),
        QaState::Listed | QaState::Waiting | QaState::Refused => None,
    };
    let word = word.map(|word| tag("p").class("qa-state").child(word));
    let inside = tags![word, text_row(text, asked.id), reply(asked)];
    let votes = state.asks_speakers() && asked.state != QaState::Answered;
    tag("li")
        .key(asked.id.to_string())
        .child(tag("div").child(inside))
        .child(votes.then(|| vote(state, asked, on)))
}

fn vote(state: &ParticipantState, asked: &PhoneQuestion, on: bool) -> Tag {
    let words = tag("span")
        .class("visually-hidden")
        .child(phone(state.language).upvote);
    let (vote, count) = ((asked.id, on), Some(asked.votes));
    form::upvote(form(state, None), state.language, vote, count, words)
}

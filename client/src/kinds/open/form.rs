//! `open` on a phone: a field to add one answer, one's own answers, and those of others to vote
//! for.

mod votes;

use shared::protocol::OwnAdded;
use shared::question::Fields;
use shared::question::open::{OpenInput, apart, form_fields};
use shared::refusal::Refusal;

use crate::phone::PhoneNotice;
use crate::phone::character_counter;
use crate::phone::own_answer::one_line;
use crate::phone::question_context::{NoticePosition, QuestionContext};
use crate::phone::{form, own_answer, panel};
use crate::texts::phone::plurals as say_plurals;
use crate::ui::tag::{Child, Tag, tag, tags};

pub fn body(context: &QuestionContext<'_>, input: &OpenInput) -> Vec<Child> {
    let lists =
        !added(context).is_empty() || context.question.votable.is_some() || context.page_goes_on();
    let first = if may_add(context, input) {
        tags![add_form(context, input, lists)]
    } else {
        lead(context)
    };
    tags![first, mine(context, input), votes::others(context, input)]
}

/// Whether there is something to fill in or to press.
pub fn has_form(context: &QuestionContext<'_>, input: &OpenInput) -> bool {
    may_add(context, input)
        || added(context).iter().any(|added| may_edit(context, added))
        || votes::any(context, input)
}

pub fn hint(context: &QuestionContext<'_>, input: &OpenInput) -> Option<String> {
    // A group's texts take each other's place.
    let given = kept(context) > 0 && !replaces(context, input);
    let left = match replaces(context, input) {
        true => 1,
        false => left(context, input),
    };
    may_add(context, input)
        .then(|| say_plurals::open(context.language(), left, given, input.length))
}

/// What was typed, in words.
pub fn answer_text(fields: &Fields) -> String {
    one_line(form_fields::text(fields).unwrap_or_default())
}

/// A choice of the headings under which the stage sets answers, where there are any.
fn headings(context: &QuestionContext<'_>, input: &OpenInput, chosen: Option<&str>) -> Option<Tag> {
    let heading = |(number, heading): (usize, &String)| {
        let number = number.to_string();
        let on = chosen.is_some_and(|chosen| chosen.trim() == number);
        let field = tag("input")
            .set("type", "radio")
            .set("name", form_fields::COLUMN)
            .set("value", number)
            .flag("checked", on);
        let label = tag("span")
            .set("dir", "auto")
            .maybe("lang", context.state.deck_language())
            .child(heading.clone());
        tag("div")
            .class("option")
            .child(tag("label").class("pick").child(field).child(label))
    };
    let rows: Vec<Tag> = (1..).zip(input.headings()).map(heading).collect();
    let legend = tag("legend").child(context.say().which_heading);
    (!rows.is_empty()).then(|| tag("fieldset").class("headings").child(legend).child(rows))
}

/// Where it stands what is to be said of one of this page's forms.
pub fn notice_position(
    context: &QuestionContext<'_>,
    input: &OpenInput,
    notice: &PhoneNotice,
) -> Option<NoticePosition> {
    let about_votes = matches!(
        notice,
        PhoneNotice::Refused(
            Refusal::NoVotesLeft { .. }
                | Refusal::OwnAnswer
                | Refusal::UnknownAnswer
                | Refusal::NoVoting
        )
    );
    let edits = |added: &OwnAdded| may_edit(context, added) && context.is_typed_under(&added.key);
    // What nobody typed can only have been a vote.
    let of_a_vote = about_votes || (context.typed.is_none() && notice.passes());
    match (of_a_vote, votes::any(context, input)) {
        (true, true) => Some(NoticePosition::Votes),
        _ if added(context).iter().any(edits) => Some(NoticePosition::Edit),
        _ => may_add(context, input).then_some(NoticePosition::AnswerForm),
    }
}

fn lead(context: &QuestionContext<'_>) -> Vec<Child> {
    let say = context.say();
    let typed = context.typed.is_some();
    let lead = match (
        context.question.open,
        context.question.voting,
        kept(context),
    ) {
        (true, true, _) => Some(say.voting),
        (true, false, _) => Some(say.all_given),
        (false, _, _) if context.is_sending() => Some(say.sending),
        (false, _, 0) if typed => own_answer::not_sent(context),
        (false, _, 0) => Some(say.closed_without),
        (false, _, _) if typed => Some(say.earlier_stays),
        (false, _, _) => Some(say.closed_counts),
    };
    // What stands in a field that it can be sent from needs no telling.
    let in_its_card = |added: &OwnAdded| {
        may_edit(context, added) && context.typed_under(Some(added.key.as_str())).is_some()
    };
    let typed = context.typed.as_ref();
    let meant = typed
        .and_then(|typed| own_answer::meant(context, &answer_text(typed)))
        .filter(|_| !added(context).iter().any(in_its_card));
    let first = if kept(context) > 0 && !context.question.open {
        own_answer::not_sent(context)
    } else {
        None
    };
    tags![first.map(panel::status), lead.map(panel::status), meant]
}

fn add_form(context: &QuestionContext<'_>, input: &OpenInput, lists: bool) -> Tag {
    let say = context.say();
    // What came back with the key of a stored answer belongs into the form that changes that one.
    let typed = context.typed_under(None);
    let text = typed
        .as_ref()
        .and_then(form_fields::text)
        .unwrap_or_default();
    let headings = headings(context, input, typed.as_ref().and_then(form_fields::column));
    let key = context.key_of(typed.as_ref());
    let class = if lists { "answer in-flow" } else { "answer" };
    let label = tag("label")
        .class("visually-hidden")
        .set("for", "text")
        .child(say.your_answer);
    let field = form::text_field("text", text, 4)
        .set("placeholder", say.your_answer)
        .set("aria-describedby", "hint");
    let left = context.state.live.is_some().then(|| {
        character_counter::left(
            context.language(),
            (input.length as usize, context.question.rules),
            text,
        )
    });
    let fields = tag("div")
        .class("fields")
        .child(tags![headings, label, field, left]);
    let form = form::form(context.state).class(class).key("add");
    let bar = form::add_bar(context, typed.is_some(), lists);
    form.child(tags![
        form::hidden(context, Some(&key)),
        context.notice(NoticePosition::AnswerForm),
        fields,
        bar
    ])
}

fn mine(context: &QuestionContext<'_>, input: &OpenInput) -> Option<Tag> {
    let cards: Vec<Tag> = added(context)
        .iter()
        .map(|added| my_card(context, input, added))
        .collect();
    let saved = context.saved().then(|| form::saved(context));
    let list = |cards: Vec<Tag>| tag("ul").class("answers").set("role", "list").child(cards);
    let whose = match context.question.groups {
        Some(_) => context.say().group_wrote,
        None => context.say().you_wrote,
    };
    let panel = |cards| panel::panel(whose, tags![saved, list(cards)]);
    Some(cards).filter(|cards| !cards.is_empty()).map(panel)
}

fn my_card(context: &QuestionContext<'_>, input: &OpenInput, added: &OwnAdded) -> Tag {
    let text = match added.text.clone() {
        Some(text) => tag("p")
            .id(format!("mine-{}", added.id))
            .set("dir", "auto")
            .child(text),
        None => tag("p").class("hint").child(context.say().erased),
    };
    let count = added
        .text
        .as_ref()
        .filter(|_| input.votes > 0)
        .and_then(|_| votes::count(context, added.id));
    let count = count.map(|count| {
        tag("span")
            .class("count")
            .child(say_plurals::votes(context.language(), count))
    });
    let edit = edit(context, input, added);
    let class = if edit.is_some() { "card own" } else { "card" };
    tag("li")
        .class(class)
        .key(added.key.to_string())
        .child(tags![text, count, edit])
}

fn edit(context: &QuestionContext<'_>, input: &OpenInput, added: &OwnAdded) -> Option<Tag> {
    let stored = added.text.as_deref().filter(|_| may_edit(context, added))?;
    let say = context.say();
    let typed = context.typed_under(Some(added.key.as_str()));
    let notice = context
        .is_typed_under(&added.key)
        .then(|| context.notice(NoticePosition::Edit));
    let button = tag("button")
        .class("button quiet")
        .set("type", "submit")
        .child(say.save_change);
    let form = form::form(context.state).child(tags![
        form::hidden(context, Some(&added.key)),
        notice.flatten(),
        edit_fields(context, input, (added, stored), typed.as_ref()),
        of_mine(added, button, "save")
    ]);
    // A change that was stored closes the form: with another turn it is another element.
    let details = tag("details")
        .class("edit")
        .key(added.turn.to_string())
        .flag("open", typed.is_some());
    let summary = of_mine(added, tag("summary").child(say.edit), "edit");
    Some(details.child(summary).child(form))
}

/// Something to press, which says of which of one's own answers it is.
fn of_mine(added: &OwnAdded, tag: Tag, what: &str) -> Tag {
    let id = format!("{what}-{}", added.id);
    tag.set("aria-labelledby", format!("{id} mine-{}", added.id))
        .id(id)
}

/// The heading and the text, as they are stored or as they were typed.
fn edit_fields(
    context: &QuestionContext<'_>,
    input: &OpenInput,
    (added, stored): (&OwnAdded, &str),
    typed: Option<&Fields>,
) -> Vec<Child> {
    let (number, stored) = apart(input.headings(), stored);
    let number = number.map(|number| number.to_string());
    let column = typed.map_or(number.as_deref(), form_fields::column);
    let text = typed.and_then(form_fields::text).unwrap_or(stored);
    let id = format!("own-{}", added.id);
    let label = tag("label")
        .class("visually-hidden")
        .set("for", id.clone())
        .child(context.say().your_answer);
    let left = context.state.live.is_some().then(|| {
        let bounds = (input.length as usize, context.question.rules);
        character_counter::left(context.language(), bounds, text)
    });
    tags![
        headings(context, input, column),
        label,
        form::text_field(id, text, 3),
        left
    ]
}

fn added<'a>(context: &QuestionContext<'a>) -> &'a [OwnAdded] {
    context
        .own
        .map(|own| own.added.as_slice())
        .unwrap_or_default()
}

/// How many answers of one's own count: an erased one makes room for another.
fn kept(context: &QuestionContext<'_>) -> u32 {
    added(context)
        .iter()
        .filter(|added| added.text.is_some())
        .count() as u32
}

/// Whether a group gives one text, or one under each heading: another takes its place.
fn replaces(context: &QuestionContext<'_>, input: &OpenInput) -> bool {
    context.question.groups.is_some() && (input.entries == 1 || !input.headings().is_empty())
}

fn left(context: &QuestionContext<'_>, input: &OpenInput) -> u32 {
    input.entries.saturating_sub(kept(context))
}

fn may_add(context: &QuestionContext<'_>, input: &OpenInput) -> bool {
    let goes_on = replaces(context, input) && (context.question.change || kept(context) == 0);
    context.takes_answers_now() && (goes_on || left(context, input) > 0)
}

fn may_edit(context: &QuestionContext<'_>, added: &OwnAdded) -> bool {
    context.takes_answers_now() && context.question.change && added.text.is_some() && !added.others
}

//! `open` on a phone: a field to add one answer, one's own answers, and those of others to vote for.

mod votes;

use shared::protocol::OwnAdded;
use shared::protocol::view::Input;
use shared::question::Fields;
use shared::question::open::apart;
use shared::refusal::Refusal;

use crate::texts::phone::plurals as say_plurals;
use crate::ui::character_counter;
use crate::ui::tag::{Child, Tag, Words, tag, tags};
use crate::views::participant::Notice;
use crate::views::participant::sheet::{Sheet, Spot};
use crate::views::participant::told::one_line;
use crate::views::participant::{form, own, panel};

pub fn body(sheet: &Sheet<'_>) -> Vec<Child> {
    let lists = !added(sheet).is_empty() || sheet.question.votable.is_some() || sheet.question.results.is_some();
    let first = if may_add(sheet) { tags![add_form(sheet, lists)] } else { lead(sheet) };
    tags![first, mine(sheet), votes::others(sheet)]
}

/// Whether there is something to fill in or to press.
pub fn has_form(sheet: &Sheet<'_>) -> bool {
    may_add(sheet) || added(sheet).iter().any(|added| may_edit(sheet, added)) || votes::any(sheet)
}

pub fn hint(sheet: &Sheet<'_>) -> Option<String> {
    let given = kept(sheet) > 0;
    may_add(sheet).then(|| say_plurals::open(sheet.language(), left(sheet), given, length(sheet)))
}

/// What was typed, in words.
pub fn told(fields: &Fields) -> String {
    one_line(fields.first("text").unwrap_or_default())
}

/// A choice of the headings under which the stage sets answers, where there are any.
fn headings(sheet: &Sheet<'_>, chosen: Option<&str>) -> Option<Tag> {
    let heading = |(number, heading): (usize, &String)| {
        let number = number.to_string();
        let on = chosen.is_some_and(|chosen| chosen.trim() == number);
        let field = tag("input").set("type", "radio").set("name", "column").set("value", number).flag("checked", on);
        let label = tag("span").set("dir", "auto").maybe("lang", sheet.state.deck_language()).child(heading.clone());
        tag("div").class("option").child(tag("label").class("pick").child(field).child(label))
    };
    let rows: Vec<Tag> = (1..).zip(sheet.question.input.headings()).map(heading).collect();
    let legend = tag("legend").child(sheet.say().which_heading);
    (!rows.is_empty()).then(|| tag("fieldset").class("headings").child(legend).child(rows))
}

/// Where it stands what is to be said of one of this page's forms.
pub fn spot(sheet: &Sheet<'_>, notice: &Notice) -> Option<Spot> {
    let about_votes = matches!(
        notice,
        Notice::Refused(Refusal::NoVotesLeft { .. } | Refusal::OwnAnswer | Refusal::UnknownAnswer | Refusal::NoVoting)
    );
    let edits = |added: &OwnAdded| may_edit(sheet, added) && sheet.is_typed_under(&added.key);
    // What nobody typed can only have been a vote.
    let of_a_vote = about_votes || (sheet.typed.is_none() && notice.passes());
    match (of_a_vote, votes::any(sheet)) {
        (true, true) => Some(Spot::Votes),
        _ if added(sheet).iter().any(edits) => Some(Spot::Edit),
        _ => may_add(sheet).then_some(Spot::Form),
    }
}

fn lead(sheet: &Sheet<'_>) -> Vec<Child> {
    let say = sheet.say();
    let typed = sheet.typed.is_some();
    let lead = match (sheet.question.open, sheet.question.voting, kept(sheet)) {
        (true, true, _) => Some(say.voting),
        (true, false, _) => Some(say.all_given),
        (false, _, _) if sheet.is_sending() => Some(say.sending),
        (false, _, 0) if typed => own::not_sent(sheet),
        (false, _, 0) => Some(say.closed_without),
        (false, _, _) if typed => Some(say.earlier_stays),
        (false, _, _) => Some(say.closed_counts),
    };
    // What stands in a field that it can be sent from needs no telling.
    let in_its_card =
        |added: &OwnAdded| may_edit(sheet, added) && sheet.typed_under(Some(added.key.as_str())).is_some();
    let meant = own::meant(sheet).filter(|_| !added(sheet).iter().any(in_its_card));
    let first = if kept(sheet) > 0 && !sheet.question.open { own::not_sent(sheet) } else { None };
    tags![first.map(panel::status), lead.map(panel::status), meant]
}

fn add_form(sheet: &Sheet<'_>, lists: bool) -> Tag {
    let say = sheet.say();
    // What came back with the key of a stored answer belongs into the form that changes that one.
    let typed = sheet.typed_under(None);
    let text = typed.as_ref().and_then(|typed| typed.first("text")).unwrap_or_default();
    let headings = headings(sheet, typed.as_ref().and_then(|typed| typed.first("column")));
    let key = sheet.key_of(typed.as_ref());
    let class = if lists { "answer in-flow" } else { "answer" };
    let label = tag("label").class("visually-hidden").set("for", "text").child(say.your_answer);
    let field = text_field("text", text, 4).set("placeholder", say.your_answer).set("aria-describedby", "hint");
    let left = sheet
        .state
        .live
        .is_some()
        .then(|| character_counter::left(sheet.language(), (length(sheet) as usize, sheet.question.rules), text));
    let fields = tag("div").class("fields").child(tags![headings, label, field, left]);
    let form = form::form(sheet).class(class).key("add");
    let bar = form::add_bar(sheet, typed.is_some(), lists);
    form.child(tags![form::hidden(sheet, Some(&key)), sheet.notice(Spot::Form), fields, bar])
}

fn text_field(id: impl Into<Words>, text: &str, rows: u32) -> Tag {
    let field = tag("textarea").class("field").id(id).set("name", "text").set("rows", rows.to_string());
    field.set("dir", "auto").set("value", text.to_owned())
}

fn mine(sheet: &Sheet<'_>) -> Option<Tag> {
    let cards: Vec<Tag> = added(sheet).iter().map(|added| my_card(sheet, added)).collect();
    let saved = sheet.saved().then(|| form::saved(sheet));
    let list = |cards: Vec<Tag>| tag("ul").class("answers").set("role", "list").child(cards);
    let panel = |cards| panel::panel(sheet.say().you_wrote, tags![saved, list(cards)]);
    Some(cards).filter(|cards| !cards.is_empty()).map(panel)
}

fn my_card(sheet: &Sheet<'_>, added: &OwnAdded) -> Tag {
    let text = match added.text.clone() {
        Some(text) => tag("p").id(format!("mine-{}", added.id)).set("dir", "auto").child(text),
        None => tag("p").class("hint").child(sheet.say().erased),
    };
    let voted = matches!(sheet.question.input, Input::Open { votes: 1.., .. });
    let count = added.text.as_ref().filter(|_| voted).and_then(|_| votes::count(sheet, added.id));
    let count = count.map(|count| tag("span").class("count").child(say_plurals::votes(sheet.language(), count)));
    let edit = edit(sheet, added);
    let class = if edit.is_some() { "card own" } else { "card" };
    tag("li").class(class).key(added.key.to_string()).child(tags![text, count, edit])
}

fn edit(sheet: &Sheet<'_>, added: &OwnAdded) -> Option<Tag> {
    let stored = added.text.as_deref().filter(|_| may_edit(sheet, added))?;
    let say = sheet.say();
    let typed = sheet.typed_under(Some(added.key.as_str()));
    let (number, stored) = apart(sheet.question.input.headings(), stored);
    let number = number.map(|number| number.to_string());
    let column = typed.as_ref().map_or(number.as_deref(), |typed| typed.first("column"));
    let text = typed.as_ref().and_then(|typed| typed.first("text")).unwrap_or(stored);
    let id = format!("own-{}", added.id);
    let label = tag("label").class("visually-hidden").set("for", id.clone()).child(say.your_answer);
    let left = sheet
        .state
        .live
        .is_some()
        .then(|| character_counter::left(sheet.language(), (length(sheet) as usize, sheet.question.rules), text));
    let of_mine = |tag: Tag, what: &str| {
        let id = format!("{what}-{}", added.id);
        tag.set("aria-labelledby", format!("{id} mine-{}", added.id)).id(id)
    };
    let button = tag("button").class("button quiet").set("type", "submit").child(say.save_change);
    let button = of_mine(button, "save");
    let hidden = form::hidden(sheet, Some(&added.key));
    let notice = if sheet.is_typed_under(&added.key) { sheet.notice(Spot::Edit) } else { None };
    let form = form::form(sheet).child(tags![
        hidden,
        notice,
        headings(sheet, column),
        label,
        text_field(id, text, 3),
        left,
        button
    ]);
    // A change that was stored closes the form: with another turn it is another element.
    let details = tag("details").class("edit").key(added.turn.to_string()).flag("open", typed.is_some());
    Some(details.child(of_mine(tag("summary").child(say.edit), "edit")).child(form))
}

fn added<'a>(sheet: &Sheet<'a>) -> &'a [OwnAdded] {
    sheet.own.map(|own| own.added.as_slice()).unwrap_or_default()
}

/// How many answers of one's own count: an erased one makes room for another.
fn kept(sheet: &Sheet<'_>) -> u32 {
    added(sheet).iter().filter(|added| added.text.is_some()).count() as u32
}

fn left(sheet: &Sheet<'_>) -> u32 {
    let Input::Open { entries, .. } = &sheet.question.input else { return 0 };
    entries.saturating_sub(kept(sheet))
}

fn length(sheet: &Sheet<'_>) -> u32 {
    let Input::Open { length, .. } = &sheet.question.input else { return 0 };
    *length
}

fn may_add(sheet: &Sheet<'_>) -> bool {
    sheet.collects() && left(sheet) > 0
}

fn may_edit(sheet: &Sheet<'_>, added: &OwnAdded) -> bool {
    sheet.collects() && sheet.question.change && added.text.is_some()
}

//! The group that somebody is in, and how they choose another.

use shared::ids::GroupNumber;
use shared::phase::Phase;

use crate::phone::ParticipantState;
use crate::texts::phone::{PhoneTexts, group_change_to, group_for, group_name, phone};
use crate::ui::tag::{Tag, tag, tags};

/// What a group is called; one that is gone by its number.
pub(super) fn name(state: &ParticipantState, number: GroupNumber) -> String {
    let mut groups = state.view.groups.iter();
    let group = groups.find(|group| group.number == number);
    group_name(
        state.language,
        number.0,
        group.and_then(|group| group.name.as_deref()),
    )
}

/// Whether somebody is asked in which group they are before anything else.
pub(super) fn is_asked(state: &ParticipantState) -> bool {
    is_missing(state) || (is_shown(state) && state.offered.is_some())
}

/// Whether somebody is in none of the groups that there are.
pub(super) fn is_missing(state: &ParticipantState) -> bool {
    is_shown(state) && state.group.is_none()
}

fn is_shown(state: &ParticipantState) -> bool {
    let over = state.view.phase == Phase::Ended && state.view.late.is_empty();
    !(state.view.groups.is_empty() || over)
}

/// The group, with a way to another one; or the question which it is.
pub(super) fn group(state: &ParticipantState) -> Option<Tag> {
    let say = phone(state.language);
    if !is_shown(state) {
        return None;
    }
    let panel = |heading: String, inside: Tag| {
        let heading = tag("h2").id("group").set("dir", "auto").child(heading);
        tag("section")
            .class("group panel")
            .set("aria-labelledby", "group")
            .child(tags![heading, inside])
    };
    Some(match (state.group, state.offered) {
        (Some(_), Some(offered)) => panel(
            group_change_to(state.language, &name(state, offered)),
            form(state, &[offered], say),
        ),
        (None, _) => panel(say.group_which.to_owned(), form(state, &others(state), say)),
        (Some(group), None) => {
            let name = tag("b").set("dir", "auto").child(name(state, group));
            let change = tag("span").class("link").child(say.group_change);
            // Another group closes it: with that it is another element.
            tag("details")
                .class("group")
                .key(group.to_string())
                .child(tag("summary").child(tags![name, " ", change]))
                .child(form(state, &others(state), say))
        }
    })
}

fn others(state: &ParticipantState) -> Vec<GroupNumber> {
    let groups = state.view.groups.iter().map(|group| group.number);
    groups
        .filter(|number| Some(*number) != state.group)
        .collect()
}

/// A button for each.
fn form(state: &ParticipantState, groups: &[GroupNumber], say: &PhoneTexts) -> Tag {
    let form = tag("form")
        .class("groups-bar")
        .set("method", "post")
        .set("action", format!("/{}/group", state.code.digits()))
        .set("aria-label", say.group_which);
    groups.iter().fold(form, |form, number| {
        let button = tag("button")
            .class("button quiet")
            .set("type", "submit")
            .set("name", "group")
            .set("value", number.to_string())
            .set("data-do", "group")
            .set("data-about", number.to_string())
            .set("dir", "auto");
        form.child(button.child(name(state, *number)))
    })
}

/// For whom a question is answered, where a group gives one answer.
pub(super) fn on_behalf(state: &ParticipantState) -> String {
    match state.group {
        Some(group) => group_for(state.language, &name(state, group)),
        None => phone(state.language).group_first.to_owned(),
    }
}

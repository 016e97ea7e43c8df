//! What holds of every change, whatever the text.

use std::collections::BTreeMap;

use proptest::prelude::*;
use shared::deck::Slide;
use shared::deck::edit::{DeckEdit, DeckText, SettingValue, SlideEdit};
use shared::image::Image;

use super::texts::{messy, right};
use crate::generated;

/// An edit of a text that is not known yet: its places are counted round.
pub fn an_edit() -> impl Strategy<Value = DeckEdit> {
    let place = 0..12_usize;
    prop_oneof![
        1 => (place.clone(), a_kind(), a_label()).prop_map(|(at, kind, title)| DeckEdit::Insert { at, kind, title }),
        1 => (place.clone(), a_slide()).prop_map(|(at, text)| DeckEdit::InsertText { at, text }),
        1 => place.clone().prop_map(|at| DeckEdit::Duplicate { at }),
        1 => place.clone().prop_map(|at| DeckEdit::Delete { at }),
        2 => (place.clone(), place.clone()).prop_map(|(from, to)| DeckEdit::Move { from, to }),
        1 => (place.clone(), a_slide()).prop_map(|(at, text)| DeckEdit::Replace { at, text }),
        2 => (a_head_key(), prop::option::of(a_value())).prop_map(|(key, value)| DeckEdit::SetHead { key, value }),
        1 => (place.clone(), "[a-z]{1,3}").prop_map(|(at, id)| DeckEdit::Rename { at, id }),
        16 => (place, a_slide_edit()).prop_map(|(at, edit)| DeckEdit::Slide { at, edit }),
    ]
}

fn a_slide_edit() -> impl Strategy<Value = SlideEdit> {
    let item = 0..5_usize;
    let language = prop_oneof![3 => Just(None), 1 => Just(Some("fy".to_owned()))];
    prop_oneof![
        4 => (a_key(), prop::option::of(a_value())).prop_map(|(key, value)| SlideEdit::Set { key, value }),
        1 => any::<bool>().prop_map(SlideEdit::Skip),
        2 => (language.clone(), a_label()).prop_map(|(language, text)| SlideEdit::Title { language, text }),
        2 => (language.clone(), a_body()).prop_map(|(language, text)| SlideEdit::Body { language, text }),
        1 => a_body().prop_map(SlideEdit::Notes),
        1 => (item.clone(), a_label()).prop_map(|(item, label)| SlideEdit::AddItems { item, labels: vec![label] }),
        1 => item.clone().prop_map(|item| SlideEdit::RemoveItem { item }),
        1 => (item.clone(), item.clone()).prop_map(|(from, to)| SlideEdit::MoveItem { from, to }),
        2 => (language, item.clone(), a_label())
            .prop_map(|(language, item, label)| SlideEdit::Label { language, item, label }),
        1 => (item.clone(), prop::sample::subsequence(vec!["{correct}".to_owned(), "{other}".to_owned()], 0..=2))
            .prop_map(|(item, marks)| SlideEdit::Marks { item, marks }),
        1 => (item, prop::option::of(a_label())).prop_map(|(item, alt)| SlideEdit::Picture {
            item,
            image: alt.map(|alt| Image { source: "/a.png".into(), alt }),
        }),
    ]
}

fn a_label() -> impl Strategy<Value = String> {
    prop_oneof![9 => generated::text(), 1 => Just(String::new())]
}

fn a_body() -> impl Strategy<Value = String> {
    prop_oneof![3 => generated::body(), 1 => generated::text(), 1 => Just("a\n---\nb".to_owned())]
}

fn a_kind() -> impl Strategy<Value = String> {
    let kinds = [
        "choice", "words", "spectrum", "form", "qa", "content", "break", "results", "x",
    ];
    prop::sample::select(kinds.to_vec()).prop_map(str::to_owned)
}

fn a_slide() -> impl Strategy<Value = String> {
    let texts = [
        "# A\n\nb",
        "ask: open\n---\n# A",
        "\n\nkey: value",
        "",
        "---",
        "```",
        "<!--",
    ];
    prop::sample::select(texts.to_vec()).prop_map(str::to_owned)
}

fn a_key() -> impl Strategy<Value = String> {
    let keys = [
        "id",
        "notes",
        "at",
        "skip",
        "left",
        "stops",
        "kleur",
        "ask",
        "pick",
        "reactions",
    ];
    prop::sample::select(keys.to_vec()).prop_map(str::to_owned)
}

fn a_head_key() -> impl Strategy<Value = String> {
    let keys = ["title", "language", "groups", "kleur", "qa", "reactions"];
    prop::sample::select(keys.to_vec()).prop_map(str::to_owned)
}

fn a_value() -> impl Strategy<Value = SettingValue> {
    let several = prop::collection::vec(generated::text(), 1..3);
    prop_oneof![
        3 => generated::text().prop_map(SettingValue::Text),
        1 => prop::sample::select(vec!["3", "-2", "yes", "1-2"]).prop_map(SettingValue::text),
        1 => a_body().prop_map(SettingValue::Lines),
        1 => several.prop_map(SettingValue::texts),
        1 => generated::text().prop_map(|text| SettingValue::Map(vec![
            ("label".into(), SettingValue::Text(text.clone())),
            ("note".into(), SettingValue::Text(text)),
        ])),
    ]
}

/// An edit whose places are within what is there, if there is something.
pub fn within(deck: &DeckText, mut edit: DeckEdit) -> DeckEdit {
    let slides = deck.slides().len().max(1);
    match &mut edit {
        DeckEdit::Insert { at, .. } | DeckEdit::InsertText { at, .. } => *at %= slides + 1,
        DeckEdit::Duplicate { at }
        | DeckEdit::Delete { at }
        | DeckEdit::Replace { at, .. }
        | DeckEdit::Rename { at, .. }
        | DeckEdit::Slide { at, .. } => *at %= slides,
        DeckEdit::Move { from, to } => {
            *from %= slides;
            *to %= slides;
        }
        DeckEdit::SetHead { .. } => {}
    }
    edit
}

/// The texts of the slides that a change is not about, in order.
fn others<'d>(deck: &'d DeckText, edit: &DeckEdit, is_after: bool) -> Vec<&'d str> {
    let mut texts: Vec<&str> = (0..deck.slides().len())
        .filter_map(|at| deck.slide_text(at))
        .collect();
    let gone = match edit {
        DeckEdit::Insert { at, .. } | DeckEdit::InsertText { at, .. } => is_after.then_some(*at),
        DeckEdit::Duplicate { at } => is_after.then_some(*at + 1),
        DeckEdit::Delete { at } => (!is_after).then_some(*at),
        DeckEdit::Replace { at, .. } | DeckEdit::Slide { at, .. } => Some(*at),
        DeckEdit::Move { from, to } => Some(if is_after { *to } else { *from }),
        DeckEdit::SetHead { .. } => None,
        DeckEdit::Rename { .. } => return Vec::new(),
    };
    if let Some(at) = gone {
        texts.remove(at);
    }
    texts
}

/// Whether making a change again changes nothing.
fn is_settled(edit: &DeckEdit) -> bool {
    match edit {
        DeckEdit::Replace { .. } | DeckEdit::SetHead { .. } | DeckEdit::Rename { .. } => true,
        DeckEdit::Insert { .. }
        | DeckEdit::InsertText { .. }
        | DeckEdit::Duplicate { .. }
        | DeckEdit::Delete { .. }
        | DeckEdit::Move { .. } => false,
        DeckEdit::Slide { edit, .. } => !matches!(
            edit,
            SlideEdit::AddItems { .. } | SlideEdit::RemoveItem { .. } | SlideEdit::MoveItem { .. }
        ),
    }
}

/// Texts of one line as they are read.
fn tidy(text: &str) -> String {
    text.split([' ', '\n', '\t'])
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
        .trim()
        .to_owned()
}

/// What a slide reads as after a change of it.
fn reads_as(slide: &Slide, before: &Slide, edit: &SlideEdit) -> bool {
    match edit {
        SlideEdit::Title {
            language: None,
            text,
        } => slide.heading() == tidy(text),
        SlideEdit::Body {
            language: None,
            text,
        } => slide.body == shown(text),
        SlideEdit::Notes(notes) => slide.notes.as_deref().unwrap_or_default() == notes.trim_end(),
        SlideEdit::Skip(skip) => slide.skip == *skip,
        SlideEdit::Set { key, value: None } if key == "at" => slide.at.is_none(),
        SlideEdit::Set {
            key,
            value: Some(SettingValue::Text(text)),
        } if key == "id" => slide.id.as_str() == tidy(text),
        SlideEdit::Label {
            language: None,
            item,
            label,
        } => labels(slide)
            .get(*item)
            .is_none_or(|found| *found == tidy(label)),
        SlideEdit::RemoveItem { .. } => labels(slide).len() + 1 == labels(before).len().max(1),
        _ => true,
    }
}

/// What people choose from, of kinds whose list is that and nothing else.
fn labels(slide: &Slide) -> Vec<&str> {
    let listed = ["choice", "rank", "points", "form"].contains(&slide.kind());
    let question = slide.question().filter(|_| listed);
    question.map_or_else(Vec::new, |question| question.ask.target_texts())
}

/// A slide's text as it is read: outside code, three dashes are a line on it.
fn shown(text: &str) -> String {
    let text = text.trim_end();
    if text.contains("```") {
        text.to_owned()
    } else {
        text.replace("\n---\n", "\n***\n")
    }
}

proptest! {
    #[test]
    fn a_change_leaves_every_other_slide_as_it_is((text, edit) in (messy(), an_edit())) {
        let before = DeckText::read(text.as_str());
        let edit = within(&before, edit);
        let Ok((change, after)) = before.edit(&edit) else { return Ok(()) };
        prop_assert_eq!(change.applied_to(&text).unwrap(), after.text());
        prop_assert_eq!(change.inverse().applied_to(after.text()).unwrap(), text);
        let again = DeckText::read(after.text());
        prop_assert_eq!(again.slides(), after.slides());
        prop_assert_eq!(others(&before, &edit, false), others(&again, &edit, true));
        if !matches!(edit, DeckEdit::SetHead { .. }) {
            let head = |deck: &DeckText| deck.head().map(|head| deck.text()[head].to_owned());
            prop_assert_eq!(head(&before), head(&again));
        }
    }

    #[test]
    fn a_change_that_was_made_changes_nothing_again((text, edit) in (messy(), an_edit())) {
        let before = DeckText::read(text.as_str());
        let edit = within(&before, edit);
        let Ok((_, after)) = before.edit(&edit) else { return Ok(()) };
        if is_settled(&edit) {
            let again = after.edit(&edit).map(|(change, _)| change);
            prop_assert!(again.as_ref().is_ok_and(|change| change.is_empty()), "{:?}: {:?}", edit, again);
        }
    }

    #[test]
    fn what_is_set_is_what_is_read((text, edit) in (messy(), an_edit())) {
        let before = DeckText::read(text.as_str());
        let edit = within(&before, edit);
        let Ok((_, after)) = before.edit(&edit) else { return Ok(()) };
        let DeckEdit::Slide { at, edit } = &edit else { return Ok(()) };
        let (Some(slide), Some(old)) = (after.deck().slides.get(*at), before.deck().slides.get(*at)) else {
            return Ok(());
        };
        if !before.slides()[*at].unread && !after.slides()[*at].unread {
            prop_assert!(reads_as(slide, old, edit), "{:?}\n{}\n{:?}", edit, after.slide_text(*at).unwrap(), slide);
        }
    }

    /// Of a deck that is right nothing is refused that a form would ask.
    #[test]
    fn a_form_is_never_refused_in_a_right_deck(((deck, text), edit, at) in (right(), a_form_edit(), 0..12_usize)) {
        let before = DeckText::read(text.as_str());
        prop_assert_eq!(before.deck(), &deck);
        let at = at % deck.slides.len();
        let edit = of_what_is_there(edit, &deck.slides[at]);
        let Some(edit) = edit else { return Ok(()) };
        let (_, after) = before
            .edit(&DeckEdit::Slide { at, edit: edit.clone() })
            .map_err(|wrong| TestCaseError::fail(format!("{wrong:?}: {edit:?}\n{}", before.slide_text(at).unwrap())))?;
        let mut wanted = deck.slides.clone();
        let slides = &mut wanted;
        let mut found = after.deck().slides.clone();
        prop_assert!(reads_as(&found[at], &deck.slides[at], &edit));
        slides.remove(at);
        found.remove(at);
        let names: BTreeMap<_, _> = wanted.iter().map(|slide| (slide.id.clone(), slide)).collect();
        prop_assert_eq!(names.len(), wanted.len());
        prop_assert_eq!(found, wanted);
    }
}

/// What forms ask most.
fn a_form_edit() -> impl Strategy<Value = SlideEdit> {
    prop_oneof![
        generated::text().prop_map(|text| SlideEdit::Title {
            language: None,
            text
        }),
        any::<bool>().prop_map(SlideEdit::Skip),
        generated::text().prop_map(SlideEdit::Notes),
        generated::text().prop_map(|text| SlideEdit::Set {
            key: "kleur".into(),
            value: Some(SettingValue::Text(text)),
        }),
        (0..5_usize, generated::text()).prop_map(|(item, label)| SlideEdit::Label {
            language: None,
            item,
            label
        }),
        (0..5_usize, generated::text()).prop_map(|(item, label)| SlideEdit::AddItems {
            item,
            labels: vec![label]
        }),
        (0..5_usize, 0..5_usize).prop_map(|(from, to)| SlideEdit::MoveItem { from, to }),
    ]
}

/// The edit within the list of a slide, if that has one.
fn of_what_is_there(mut edit: SlideEdit, slide: &Slide) -> Option<SlideEdit> {
    let count = labels(slide).len();
    match &mut edit {
        SlideEdit::Label { item, .. } if count > 0 => *item %= count,
        SlideEdit::AddItems { item, .. } if count > 0 => *item %= count + 1,
        SlideEdit::MoveItem { from, to } if count > 0 => {
            *from %= count;
            *to %= count;
        }
        SlideEdit::Label { .. } | SlideEdit::AddItems { .. } | SlideEdit::MoveItem { .. } => {
            return None;
        }
        _ => {}
    }
    Some(edit)
}

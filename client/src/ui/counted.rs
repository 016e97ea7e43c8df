//! How many characters are left, as people count them, while somebody types.
//!
//! Without scripts the line says nothing: the limit stands in the hint. It does not stop anybody from
//! writing on: cutting off what somebody types hides the problem, a number below zero shows it. The
//! server is the one that refuses.

use leptos::html::Textarea;
use leptos::prelude::*;
use shared::text;

use crate::language::Language;
use crate::texts::phone::counted::{left, over};
use crate::ui::multiline;

/// What a text field needs to know.
#[derive(Clone, Debug)]
pub struct CountedField {
    pub id: String,
    /// What is in it to begin with.
    pub text: String,
    pub rows: u32,
    /// In characters as people count them.
    pub limit: usize,
    pub placeholder: Option<&'static str>,
    /// The id of what describes the field.
    pub described_by: Option<&'static str>,
    pub language: Language,
}

/// A `text` field of several lines with what is left under it.
pub fn counted_field(field: CountedField) -> AnyView {
    let CountedField { id, text, rows, limit, placeholder, described_by, language } = field;
    let typed = RwSignal::new(None::<String>);
    let element = NodeRef::<Textarea>::new();
    // Somebody may have typed before the script had arrived: the element knows, the state does not.
    element.on_load(move |element| typed.set(Some(element.value())));
    let remark = move || typed.read().as_deref().map(|text| remark(language, limit, text)).unwrap_or_default();
    view! {
        <textarea
            class="field"
            id=id
            name="text"
            rows=rows.to_string()
            dir="auto"
            aria-describedby=described_by
            placeholder=placeholder
            node_ref=element
            on:input:target=move |event| typed.set(Some(event.target().value()))
            inner_html=multiline::inner_html(&text)
        ></textarea>
        <p class="hint left" aria-hidden="true">{remark}</p>
    }
    .into_any()
}

fn remark(language: Language, limit: usize, typed: &str) -> String {
    let used = text::count(&text::lines(typed));
    match limit.checked_sub(used) {
        Some(rest) => left(language, rest),
        None => over(language, used - limit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_as_people_count_them() {
        for (typed, said) in [
            ("", "Nog 3 tekens"),
            ("e\u{301}👩‍👩‍👧", "Nog 1 teken"),
            ("hond", "1 teken te veel"),
            ("  a  ", "Nog 2 tekens"),
        ] {
            assert_eq!(remark(Language::Nl, 3, typed), said, "{typed}");
        }
    }
}

//! The words that were given, on a phone.

use shared::question::word_counts::WordCount;
use shared::question::words::{WordsResults, form_fields};

use crate::browser::characters::alike;
use crate::phone::question_context::QuestionContext;
use crate::phone::shown::{LISTED, given, you};
use crate::ui::tag::{Tag, tag, tags};

/// One's own stand in the list also where others were given more often.
pub fn entries(context: &QuestionContext<'_>, results: &WordsResults) -> Tag {
    let given = given(context);
    let mine = |entry: &WordCount| form_fields::entries(&given).any(|own| alike(own, &entry.text));
    let entry = |entry: &WordCount| {
        let text = tag("span").set("dir", "auto").child(entry.text.clone());
        let text = tag("span")
            .child(text)
            .child(mine(entry).then(|| you(context, None)));
        tag("li").child(tags![text, " ", tag("b").child(entry.count.to_string())])
    };
    let shown: Vec<Tag> = results.entries.iter().take(LISTED).map(entry).collect();
    let more = (results.distinct > shown.len() as u64).then(|| tag("li").child("…"));
    let further: Vec<Tag> = results
        .entries
        .iter()
        .skip(LISTED)
        .filter(|entry| mine(entry))
        .map(entry)
        .collect();
    tag("ol")
        .class("word-list")
        .child(shown)
        .child(more)
        .child(further)
}

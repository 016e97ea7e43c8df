//! What the results of every kind have on a phone: one's own among them, the sentence, and the
//! numbers for who hears the page.

use shared::protocol::Own;
use shared::question::{Fields, Results};

use crate::kinds;
use crate::texts::phone::plurals;
use crate::ui::tag::{Child, Tag, tag, tags};
use crate::views::participant::question_context::QuestionContext;

/// Words, or answers, that a phone lists; a stage shows more at once.
pub(crate) const LISTED: usize = 30;

/// What this person has stored in the round that the results are of.
pub(crate) fn own<'a>(context: &QuestionContext<'a>) -> Option<&'a Own> {
    context.own.filter(|own| {
        context
            .question
            .results_round
            .is_none_or(|round| round == own.round)
    })
}

/// The same of a whole answer, as the fields of a form.
pub(crate) fn given(context: &QuestionContext<'_>) -> Fields {
    own(context)
        .and_then(|own| own.fields.clone())
        .unwrap_or_default()
}

/// What stands at one's own answer, with its value where the place does not say it.
pub(crate) fn you(context: &QuestionContext<'_>, value: Option<&str>) -> Vec<Child> {
    tags![
        " ",
        tag("b")
            .class("mine")
            .child(plurals::you(context.language(), value))
    ]
}

/// A picture with its sentence below it and its numbers behind it.
pub(crate) fn pictured(
    context: &QuestionContext<'_>,
    results: &Results,
    picture: Vec<Child>,
) -> Tag {
    let sentence = kinds::described(context.language(), &context.question.input, results);
    let sentence = tag("p").set("dir", "auto").child(sentence);
    tag("figure")
        .class("figure")
        .child(tags![picture, sentence, table(context, results)])
}

/// The numbers, for screen readers. In a box of its own: a table can't be clipped, and would widen
/// the page.
fn table(context: &QuestionContext<'_>, results: &Results) -> Tag {
    let (head, rows) = kinds::table(context.language(), &context.question.input, results);
    let head: Vec<Tag> = head
        .into_iter()
        .map(|cell| tag("th").set("scope", "col").child(cell))
        .collect();
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let first = tag("th")
            .set("scope", "row")
            .set("dir", "auto")
            .child(cells.next());
        tag("tr").child(first).child(
            cells
                .map(|cell| tag("td").child(cell))
                .collect::<Vec<Tag>>(),
        )
    };
    let rows: Vec<Tag> = rows.into_iter().map(row).collect();
    let caption = tag("caption").child(context.slide.prompt.clone());
    let head = tag("thead").child(tag("tr").child(head));
    let table = tag("table").child(tags![caption, head, tag("tbody").child(rows)]);
    tag("div").class("visually-hidden").child(table)
}

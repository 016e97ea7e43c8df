//! Results that have a picture on a phone: with their sentence, and the numbers for whoever hears
//! the page.

use crate::kinds::{self, KindFigure};
use crate::phone::question_context::QuestionContext;
use crate::ui::tag::{Child, Tag, tag, tags};

/// A picture with its sentence below it and its numbers behind it.
pub(crate) fn pictured(
    context: &QuestionContext<'_>,
    figure: &KindFigure<'_>,
    picture: Vec<Child>,
) -> Tag {
    let sentence = kinds::described(context.language(), figure);
    let sentence = tag("p").set("dir", "auto").child(sentence);
    tag("figure")
        .class("figure")
        .child(tags![picture, sentence, table(context, figure)])
}

/// The numbers, for screen readers. In a box of its own: a table can't be clipped, and would widen
/// the page.
fn table(context: &QuestionContext<'_>, figure: &KindFigure<'_>) -> Tag {
    let (head, rows) = kinds::table(context.language(), figure);
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

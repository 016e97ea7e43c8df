//! What numbers the room gave, on a phone.

use shared::question::number::form_fields::typed;

use super::NumberFigure;
use super::form::answer_text;
use super::sentences::column;
use crate::phone::picture;
use crate::phone::question_context::QuestionContext;
use crate::phone::shown::{given, you};
use crate::ui::tag::{Child, Tag, tag, tags};

/// Columns from the smallest number to the largest, with one's own above them.
pub fn columns(context: &QuestionContext<'_>, number: &NumberFigure<'_>) -> Vec<Child> {
    let (given, columns) = (given(context), &number.results.columns);
    let own = typed(&given).map(|_| answer_text(number.input, &given, context.language()));
    let own = own.map(|own| tag("p").child(you(context, Some(&own))));
    let places = [0, columns.counts.len().saturating_sub(1)];
    let end = |place: usize| tag("span").child(column(context.language(), columns, place));
    let ends = if places[0] == places[1] {
        &places[..1]
    } else {
        &places
    };
    let ends: Vec<Tag> = ends.iter().map(|place| end(*place)).collect();
    let ends = tag("div")
        .class("ends")
        .set("aria-hidden", "true")
        .child(ends);
    tags![own, picture::columns(&columns.counts), ends]
}

//! What was given to each statement, on a phone.

use shared::question::scale::StatementResults;

use super::{ScaleFigure, form};
use crate::phone::picture;
use crate::phone::question_context::QuestionContext;
use crate::phone::shown::{given, you};
use crate::texts::charts as say;
use crate::ui::tag::{Child, Tag, tag, tags};

/// A row of columns for each statement.
pub fn statements(context: &QuestionContext<'_>, scale: &ScaleFigure<'_>) -> Vec<Child> {
    let each = (1..)
        .zip(&scale.results.statements)
        .map(|(number, each)| statement(context, number, each, scale.results.from));
    let each: Vec<Tag> = each.collect();
    tags![each, form::ends_of(scale.input)]
}

fn statement(
    context: &QuestionContext<'_>,
    number: usize,
    statement: &StatementResults,
    from: i32,
) -> Tag {
    let given = form::given(&given(context), number, context.language());
    let label = tag("span")
        .set("dir", "auto")
        .child(statement.label.clone());
    let label = tag("span")
        .child(label)
        .child(given.map(|given| you(context, Some(&given))));
    let mean = statement.mean.map(|mean| {
        tag("b")
            .class("mean")
            .child(say::decimal(context.language(), mean))
    });
    let steps = (from..)
        .zip(&statement.counts)
        .map(|(step, _)| tag("span").child(step.to_string()));
    let steps = tag("div")
        .class("values")
        .set("aria-hidden", "true")
        .child(steps.collect::<Vec<Tag>>());
    tag("div").class("result").child(tags![
        label,
        mean,
        picture::columns(&statement.counts),
        steps
    ])
}

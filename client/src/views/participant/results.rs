//! What the room answered, on a phone: text first, a picture where one says more, and the numbers
//! as a table for whoever hears the page.

use crate::kinds::{self, KindFigure};
use crate::phone::panel;
use crate::phone::question_context::QuestionContext;
use crate::texts::charts::nothing_yet;
use crate::texts::phone::plurals;
use crate::ui::tag::{Tag, tag, tags};

/// What the room answered, where phones may see it now.
pub(super) fn panel(context: &QuestionContext<'_>) -> Option<Tag> {
    let results = context.question.results.as_ref()?;
    let say = context.say();
    let heading = if context.question.open {
        say.results_so_far
    } else {
        say.results
    };
    let earlier = context.question.results_round.map(|round| {
        tag("p")
            .class("hint")
            .child(plurals::of_round(context.language(), round))
    });
    let figure = match results.voters() {
        0 => tag("p")
            .class("hint")
            .child(nothing_yet(context.language())),
        _ => kinds::results(context, &KindFigure::of(&context.question.input, results)),
    };
    Some(panel::panel(heading, tags![earlier, figure]))
}

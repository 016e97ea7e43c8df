//! What the room answered, on a phone: text first, a picture where one says more, and the numbers
//! as a table for whoever hears the page.

use shared::protocol::view::SplitGroup;

use crate::kinds::{self, KindFigure};
use crate::phone::panel;
use crate::phone::question_context::QuestionContext;
use crate::texts::charts::{nothing_yet, split as say};
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
    Some(panel::panel(
        heading,
        tags![earlier, figure, by_groups(context)],
    ))
}

/// What each group came to, in a sentence.
fn by_groups(context: &QuestionContext<'_>) -> Option<Tag> {
    let (language, question) = (context.language(), context.question);
    let split = question
        .split
        .as_deref()
        .filter(|split| !split.groups.is_empty())?;
    let group = |group: &SplitGroup| {
        let figure = KindFigure::of(&question.input, &group.results);
        let name = tag("b")
            .set("dir", "auto")
            .child(say::group(language, &group.name));
        let people = say::people(language, &group.name, group.voters);
        tag("li").child(tags![
            name,
            " ",
            tag("small").child(people),
            tag("p")
                .set("dir", "auto")
                .child(kinds::described(language, &figure)),
        ])
    };
    let groups: Vec<Tag> = split.groups.iter().map(group).collect();
    let divided = tag("h3").child(say::divided(language, &split.prompt));
    Some(
        tag("div")
            .class("groups")
            .child(tags![divided, tag("ul").set("role", "list").child(groups)]),
    )
}

//! What the room chose, on a phone: a row with a bar for each option.

use shared::question::choice::ChoiceResults;
use shared::question::choice::form_fields::chooses;

use crate::charts::categories::order as ranked;
use crate::charts::share::percent;
use crate::phone::picture;
use crate::phone::question_context::QuestionContext;
use crate::phone::shown::{given, you};
use crate::texts::charts as say;
use crate::ui::tag::{Tag, tag, tags};

pub fn options(context: &QuestionContext<'_>, results: &ChoiceResults) -> Tag {
    let (language, given) = (context.language(), given(context));
    let mine = |option: usize| chooses(&given, option + 1);
    let most = results
        .options
        .iter()
        .map(|option| option.votes)
        .max()
        .unwrap_or(0);
    let row = |option: usize| {
        let each = &results.options[option];
        let share = percent(each.votes, results.voters)
            .map(|percent| tag("small").child(format!("{percent}%")));
        let votes = tag("b").child(say::grouped(language, each.votes));
        let label = tag("span").set("dir", "auto").child(each.label.clone());
        let label = tag("span")
            .child(label)
            .child(mine(option).then(|| you(context, None)));
        let figures = tag("span").child(tags![votes, " ", share]);
        tag("li")
            .class("result")
            .child(tags![label, figures, picture::bar(each.votes, most)])
    };
    let votes = results.options.iter().map(|option| option.votes);
    let rows: Vec<Tag> = ranked(votes, context.question.open)
        .into_iter()
        .map(row)
        .collect();
    tag("ul").class("results").set("role", "list").child(rows)
}

//! Votes for the open answers of others: a button each, and how many votes are left.

use shared::ids::AnswerId;
use shared::protocol::view::Votable;
use shared::question::open::OpenInput;

use super::added;
use crate::kinds;
use crate::phone::question_context::{NoticePosition, QuestionContext};
use crate::phone::{form, panel};
use crate::texts::phone::plurals;
use crate::ui::order;
use crate::ui::shuffle::place;
use crate::ui::tag::{Tag, tag, tags};

/// What others wrote, with a button for each where one may vote now.
pub fn others(context: &QuestionContext<'_>, input: &OpenInput) -> Option<Tag> {
    let (left, of) = left(context, input)?;
    let say = context.say();
    let language = context.language();
    let theirs = theirs(context);
    let count = match (theirs.is_empty(), left) {
        (true, _) => say.nothing_to_vote.to_owned(),
        (false, 0) => say.votes_gone.to_owned(),
        (false, left) => plurals::votes_left(language, left, of),
    };
    // Where one has written something, that list says what is stored.
    let saved = form::votes_waiting(context).or_else(|| {
        (context.state.saved && context.typed.is_none() && added(context).is_empty())
            .then(|| form::saved(context))
    });
    let cards: Vec<Tag> = theirs
        .into_iter()
        .map(|votable| their_card(context, votable, left))
        .collect();
    let count = tag("p").class("count").set("role", "status").child(count);
    let list = tag("ul").class("answers").set("role", "list").child(cards);
    Some(panel::panel(
        say.others_wrote,
        tags![context.notice(NoticePosition::Votes), saved, count, list],
    ))
}

fn their_card(context: &QuestionContext<'_>, votable: &Votable, left: u32) -> Tag {
    let on = context
        .own
        .is_some_and(|own| own.upvotes.contains(&votable.id));
    let press = (on || left > 0).then(|| upvote(context, votable.id, on));
    let text = tag("p")
        .id(format!("text-{}", votable.id))
        .set("dir", "auto")
        .child(votable.text.clone());
    tag("li")
        .class("card")
        .key(votable.id.to_string())
        .child(text)
        .child(press)
}

fn upvote(context: &QuestionContext<'_>, answer: AnswerId, on: bool) -> Tag {
    let say = context.say();
    let count = count(context, answer);
    let words = tag("span")
        .child(say.upvote)
        .child(tag("span").class("visually-hidden").child(say.upvote_rest));
    let form = form::form(context.state).child(form::hidden(context, None));
    form::upvote(form, context.language(), (answer, on), count, words)
}

/// What others wrote, as this phone shows it: the newest first while answers come in, and in the
/// voting phase in an order of its own, so that no answer stands first for everyone.
fn theirs<'a>(context: &QuestionContext<'a>) -> Vec<&'a Votable> {
    let mine = |id: AnswerId| added(context).iter().any(|added| added.id == id);
    let votable = context.question.votable.iter().flatten();
    let mut theirs: Vec<&Votable> = votable.filter(|votable| !mine(votable.id)).collect();
    if let Some(you) = context
        .state
        .you
        .as_deref()
        .filter(|_| context.question.voting)
    {
        let keys = theirs
            .iter()
            .map(|votable| (place(you, &votable.id.to_string()), 0))
            .collect();
        theirs = order::by(keys)
            .into_iter()
            .map(|place| theirs[place])
            .collect();
    }
    theirs
}

/// Whether there is an answer to vote for now.
pub fn any(context: &QuestionContext<'_>, input: &OpenInput) -> bool {
    left(context, input).is_some() && !theirs(context).is_empty()
}

/// How many votes are left of how many, where one may vote now.
pub fn left(context: &QuestionContext<'_>, input: &OpenInput) -> Option<(u32, u32)> {
    context.question.votable.as_ref()?;
    let given = context.own.map_or(0, |own| own.upvotes.len() as u32);
    Some((input.votes.saturating_sub(given), input.votes))
}

/// An answer's votes, where phones may see results.
pub fn count(context: &QuestionContext<'_>, answer: AnswerId) -> Option<u64> {
    kinds::votes_for(context.question.results.as_ref()?, answer)
}

//! The answers that were given, on a phone.

use shared::ids::AnswerId;
use shared::question::open::{OpenAnswer, OpenResults, apart};

use super::OpenFigure;
use crate::phone::question_context::QuestionContext;
use crate::phone::shown::{LISTED, own, you};
use crate::texts::charts as say;
use crate::texts::phone::plurals;
use crate::ui::order;
use crate::ui::tag::{Child, Tag, tag, tags};

/// Under the headings of the stage, where it has any.
pub fn answers(context: &QuestionContext<'_>, open: &OpenFigure<'_>) -> Tag {
    let (language, results) = (context.language(), open.results);
    let own = own(context)
        .map(|own| own.added.as_slice())
        .unwrap_or_default();
    let mine = |answer: &OpenAnswer| own.iter().any(|added| added.id == answer.id);
    let mut ordered = ordered(results);
    let votes = |answer: &OpenAnswer| {
        tag("span")
            .class("count")
            .child(plurals::votes(language, answer.votes))
    };
    let headings = open.input.headings();
    let card = |answer: &&OpenAnswer| {
        let text = tag("p")
            .set("dir", "auto")
            .child(apart(headings, &answer.text).1.to_owned());
        let votes = (results.votes > 0).then(|| votes(answer));
        let mine = mine(answer).then(|| you(context, None));
        tag("li")
            .class("card")
            .key(answer.id.to_string())
            .child(tags![text, mine, votes])
    };
    ordered.truncate(LISTED);
    let more = (results.total > ordered.len() as u64).then(|| tag("li").child("…"));
    let list = |under: Option<usize>| {
        let under = ordered
            .iter()
            .filter(|answer| apart(headings, &answer.text).0 == under);
        let cards: Vec<Tag> = under.map(card).collect();
        (!cards.is_empty()).then(|| tag("ul").class("answers").set("role", "list").child(cards))
    };
    let headed = |(number, heading): (usize, &String)| {
        let heading = tag("h3").set("dir", "auto").child(heading.clone());
        list(Some(number)).map(|list| tags![heading, list])
    };
    let headed: Vec<Child> = (1..).zip(headings).filter_map(headed).flatten().collect();
    let rest = list(None);
    let other = rest
        .as_ref()
        .filter(|_| !headed.is_empty())
        .map(|_| tag("h3").child(say::no_heading(language)));
    let more = more.map(|more| tag("ul").class("answers").set("role", "list").child(more));
    tag("div")
        .class("answers")
        .child(tags![headed, other, rest, more])
}

/// The votes for one of them.
pub fn votes_for(results: &OpenResults, answer: AnswerId) -> Option<u64> {
    let mut answers = results.answers.iter();
    let answer = answers.find(|each| each.id == answer)?;
    Some(answer.votes)
}

/// The most votes first; without votes the newest first.
fn ordered(results: &OpenResults) -> Vec<&OpenAnswer> {
    let newest: Vec<&OpenAnswer> = results.answers.iter().rev().collect();
    if results.votes == 0 {
        return newest;
    }
    let keys = newest
        .iter()
        .map(|answer| (u64::MAX - answer.votes, answer.id.0));
    let places = order::by(keys.collect()).into_iter();
    places.map(|place| newest[place]).collect()
}

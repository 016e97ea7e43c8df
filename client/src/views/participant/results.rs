//! What the room answered, on a phone: text first, a picture where one tells more, and the numbers as a table for who hears the page.

use shared::protocol::view::Input;
use shared::question::Results;
use shared::question::choice;
use shared::question::open::{self, OpenAnswer};
use shared::question::scale::StatementResults;
use shared::question::words;

use crate::charts::bars::{self, percent};
use crate::language::Language;
use crate::texts::charts as say;
use crate::texts::phone::counted;
use crate::ui::order;
use crate::ui::pole::pole;
use crate::ui::tag::{Child, Tag, tag, tags};
use crate::views::participant::question;
use crate::views::participant::scale;
use crate::views::participant::sheet::Sheet;

mod picture;

/// Words, or answers, that a phone lists; a stage shows more at once.
const LISTED: usize = 30;

/// What the room answered, where phones may see it now.
pub(super) fn panel(sheet: &Sheet<'_>) -> Option<Tag> {
    let results = sheet.question.results.as_ref()?;
    let say = sheet.say();
    let heading = if sheet.question.open { say.results_so_far } else { say.results };
    let earlier = sheet
        .question
        .results_round
        .map(|round| tag("p").class("hint").child(counted::of_round(sheet.language(), round)));
    Some(question::panel(heading, tags![earlier, figure(sheet, results)]))
}

fn figure(sheet: &Sheet<'_>, results: &Results) -> Tag {
    let language = sheet.language();
    match (results, &sheet.question.input) {
        (results, _) if results.voters() == 0 => tag("p").class("hint").child(say::nothing_yet(language)),
        (Results::Choice(results), _) => options(results, language, sheet.question.open),
        (Results::Words(results), _) => entries(results),
        (Results::Open(results), _) => answers(results, language),
        (Results::Spectrum(line), Input::Spectrum { left, right, .. }) => {
            let poles = tag("div").class("poles").child(pole("left", left)).child(pole("right", right));
            pictured(sheet, results, tags![picture::line(line, language), poles])
        }
        (Results::Scale(scale), input) => {
            let each: Vec<Tag> = scale.statements.iter().map(|each| statement(each, scale.from, language)).collect();
            pictured(sheet, results, tags![each, scale::ends_of(input)])
        }
        _ => tag("p"),
    }
}

fn pictured(sheet: &Sheet<'_>, results: &Results, picture: Vec<Child>) -> Tag {
    let sentence = say::described(sheet.language(), &sheet.question.input, results);
    let sentence = tag("p").set("dir", "auto").child(sentence);
    tag("figure").class("figure").child(tags![picture, sentence, table(sheet, results)])
}

fn statement(statement: &StatementResults, from: i32, language: Language) -> Tag {
    let label = tag("span").set("dir", "auto").child(statement.label.clone());
    let mean = statement.mean.map(|mean| tag("b").class("mean").child(say::decimal(language, mean)));
    let steps = (from..).zip(&statement.counts).map(|(step, _)| tag("span").child(step.to_string()));
    let steps = tag("div").class("values").set("aria-hidden", "true").child(steps.collect::<Vec<Tag>>());
    tag("div").class("result").child(tags![label, mean, picture::columns(&statement.counts), steps])
}

fn options(results: &choice::Results, language: Language, open: bool) -> Tag {
    let most = results.options.iter().map(|option| option.votes).max().unwrap_or(0);
    let row = |option: usize| {
        let each = &results.options[option];
        let share = percent(each.votes, results.voters).map(|percent| tag("small").child(format!("{percent}%")));
        let votes = tag("b").child(say::grouped(language, each.votes));
        let label = tag("span").set("dir", "auto").child(each.label.clone());
        let figures = tag("span").child(tags![votes, " ", share]);
        tag("li").class("result").child(tags![label, figures, picture::bar(each.votes, most)])
    };
    let rows: Vec<Tag> = bars::order(results, open).into_iter().map(row).collect();
    tag("ul").class("results").set("role", "list").child(rows)
}

fn entries(results: &words::Results) -> Tag {
    let entry = |entry: &words::Entry| {
        let text = tag("span").set("dir", "auto").child(entry.text.clone());
        tag("li").child(tags![text, " ", tag("b").child(entry.count.to_string())])
    };
    let shown: Vec<Tag> = results.entries.iter().take(LISTED).map(entry).collect();
    let more = (results.distinct > shown.len() as u64).then(|| tag("li").child("…"));
    tag("ol").class("word-list").child(shown).child(more)
}

/// The most votes first; without votes the newest first.
fn answers(results: &open::Results, language: Language) -> Tag {
    let mut ordered: Vec<&OpenAnswer> = results.answers.iter().rev().collect();
    if results.votes > 0 {
        let keys = ordered.iter().map(|answer| (u64::MAX - answer.votes, answer.id.0)).collect();
        ordered = order::by(keys).into_iter().map(|place| ordered[place]).collect();
    }
    let votes = |answer: &OpenAnswer| tag("span").class("count").child(counted::votes(language, answer.votes));
    let card = |answer: &&OpenAnswer| {
        let text = tag("p").set("dir", "auto").child(answer.text.clone());
        let votes = (results.votes > 0).then(|| votes(answer));
        tag("li").class("card").key(answer.id.to_string()).child(text).child(votes)
    };
    let shown: Vec<Tag> = ordered.iter().take(LISTED).map(card).collect();
    let more = (results.total > shown.len() as u64).then(|| tag("li").child("…"));
    tag("ul").class("answers").set("role", "list").child(shown).child(more)
}

/// The numbers, for screen readers. In a box of its own: a table can't be clipped, and would widen the page.
fn table(sheet: &Sheet<'_>, results: &Results) -> Tag {
    let (head, rows) = say::table(sheet.language(), &sheet.question.input, results);
    let head: Vec<Tag> = head.into_iter().map(|cell| tag("th").set("scope", "col").child(cell)).collect();
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let first = tag("th").set("scope", "row").set("dir", "auto").child(cells.next());
        tag("tr").child(first).child(cells.map(|cell| tag("td").child(cell)).collect::<Vec<Tag>>())
    };
    let rows: Vec<Tag> = rows.into_iter().map(row).collect();
    let caption = tag("caption").child(sheet.slide.prompt.clone());
    let head = tag("thead").child(tag("tr").child(head));
    let table = tag("table").child(tags![caption, head, tag("tbody").child(rows)]);
    tag("div").class("visually-hidden").child(table)
}

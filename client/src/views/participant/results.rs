//! What the room answered, on a phone: text first, a picture where one tells more, and the numbers as a table for who hears the page.

use shared::protocol::Own;
use shared::protocol::view::Input;
use shared::question::Fields;
use shared::question::Results;
use shared::question::choice;
use shared::question::open::{self, OpenAnswer, apart};
use shared::question::scale::StatementResults;
use shared::question::words;

use crate::charts::choice::order as standing;
use crate::charts::share::percent;
use crate::net::characters::alike;
use crate::texts::charts as say;
use crate::texts::phone::counted;
use crate::ui::order;
use crate::ui::pole::pole;
use crate::ui::tag::{Child, Tag, tag, tags};
use crate::views::participant::panel;
use crate::views::participant::sheet::Sheet;
use crate::views::participant::{scale, spectrum};

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
    Some(panel::panel(heading, tags![earlier, figure(sheet, results)]))
}

fn figure(sheet: &Sheet<'_>, results: &Results) -> Tag {
    let language = sheet.language();
    match (results, &sheet.question.input) {
        (results, _) if results.voters() == 0 => tag("p").class("hint").child(say::nothing_yet(language)),
        (Results::Choice(results), _) => options(sheet, results),
        (Results::Words(results), _) => entries(sheet, results),
        (Results::Open(results), _) => answers(sheet, results),
        (Results::Spectrum(line), Input::Spectrum { left, right, .. }) => {
            let poles = tag("div").class("poles").child(pole("left", left)).child(pole("right", right));
            pictured(sheet, results, tags![picture::line(line, language, spectrum::value(&given(sheet))), poles])
        }
        (Results::Scale(scale), input) => {
            let each = (1..).zip(&scale.statements).map(|(number, each)| statement(sheet, number, each, scale.from));
            let each: Vec<Tag> = each.collect();
            pictured(sheet, results, tags![each, scale::ends_of(input)])
        }
        _ => tag("p"),
    }
}

/// What this person has stored in the round that the results are of.
fn own<'a>(sheet: &Sheet<'a>) -> Option<&'a Own> {
    sheet.own.filter(|own| sheet.question.results_round.is_none_or(|round| round == own.round))
}

/// The same of a whole answer, as the fields of a form.
fn given(sheet: &Sheet<'_>) -> Fields {
    own(sheet).and_then(|own| own.fields.clone()).unwrap_or_default()
}

/// What stands at one's own answer, with its value where the place does not say it.
fn you(sheet: &Sheet<'_>, value: Option<&str>) -> Vec<Child> {
    tags![" ", tag("b").class("mine").child(counted::you(sheet.language(), value))]
}

fn pictured(sheet: &Sheet<'_>, results: &Results, picture: Vec<Child>) -> Tag {
    let sentence = say::described(sheet.language(), &sheet.question.input, results);
    let sentence = tag("p").set("dir", "auto").child(sentence);
    tag("figure").class("figure").child(tags![picture, sentence, table(sheet, results)])
}

fn statement(sheet: &Sheet<'_>, number: usize, statement: &StatementResults, from: i32) -> Tag {
    let given = scale::given(&given(sheet), number, sheet.language());
    let label = tag("span").set("dir", "auto").child(statement.label.clone());
    let label = tag("span").child(label).child(given.map(|given| you(sheet, Some(&given))));
    let mean = statement.mean.map(|mean| tag("b").class("mean").child(say::decimal(sheet.language(), mean)));
    let steps = (from..).zip(&statement.counts).map(|(step, _)| tag("span").child(step.to_string()));
    let steps = tag("div").class("values").set("aria-hidden", "true").child(steps.collect::<Vec<Tag>>());
    tag("div").class("result").child(tags![label, mean, picture::columns(&statement.counts), steps])
}

fn options(sheet: &Sheet<'_>, results: &choice::Results) -> Tag {
    let (language, given) = (sheet.language(), given(sheet));
    let mine = |option: usize| given.all("option").any(|picked| picked.parse() == Ok(option + 1));
    let most = results.options.iter().map(|option| option.votes).max().unwrap_or(0);
    let row = |option: usize| {
        let each = &results.options[option];
        let share = percent(each.votes, results.voters).map(|percent| tag("small").child(format!("{percent}%")));
        let votes = tag("b").child(say::grouped(language, each.votes));
        let label = tag("span").set("dir", "auto").child(each.label.clone());
        let label = tag("span").child(label).child(mine(option).then(|| you(sheet, None)));
        let figures = tag("span").child(tags![votes, " ", share]);
        tag("li").class("result").child(tags![label, figures, picture::bar(each.votes, most)])
    };
    let rows: Vec<Tag> = standing(results, sheet.question.open).into_iter().map(row).collect();
    tag("ul").class("results").set("role", "list").child(rows)
}

/// One's own stand in the list also where others were given more often.
fn entries(sheet: &Sheet<'_>, results: &words::Results) -> Tag {
    let given = given(sheet);
    let mine = |entry: &words::Entry| given.all("entry").any(|own| alike(own, &entry.text));
    let entry = |entry: &words::Entry| {
        let text = tag("span").set("dir", "auto").child(entry.text.clone());
        let text = tag("span").child(text).child(mine(entry).then(|| you(sheet, None)));
        tag("li").child(tags![text, " ", tag("b").child(entry.count.to_string())])
    };
    let shown: Vec<Tag> = results.entries.iter().take(LISTED).map(entry).collect();
    let more = (results.distinct > shown.len() as u64).then(|| tag("li").child("…"));
    let further: Vec<Tag> = results.entries.iter().skip(LISTED).filter(|entry| mine(entry)).map(entry).collect();
    tag("ol").class("word-list").child(shown).child(more).child(further)
}

/// The most votes first; without votes the newest first. Under the headings of the stage, where it has any.
fn answers(sheet: &Sheet<'_>, results: &open::Results) -> Tag {
    let language = sheet.language();
    let own = own(sheet).map(|own| own.added.as_slice()).unwrap_or_default();
    let mine = |answer: &OpenAnswer| own.iter().any(|added| added.id == answer.id);
    let mut ordered: Vec<&OpenAnswer> = results.answers.iter().rev().collect();
    if results.votes > 0 {
        let keys = ordered.iter().map(|answer| (u64::MAX - answer.votes, answer.id.0)).collect();
        ordered = order::by(keys).into_iter().map(|place| ordered[place]).collect();
    }
    let votes = |answer: &OpenAnswer| tag("span").class("count").child(counted::votes(language, answer.votes));
    let headings = sheet.question.input.headings();
    let card = |answer: &&OpenAnswer| {
        let text = tag("p").set("dir", "auto").child(apart(headings, &answer.text).1.to_owned());
        let votes = (results.votes > 0).then(|| votes(answer));
        let mine = mine(answer).then(|| you(sheet, None));
        tag("li").class("card").key(answer.id.to_string()).child(tags![text, mine, votes])
    };
    ordered.truncate(LISTED);
    let more = (results.total > ordered.len() as u64).then(|| tag("li").child("…"));
    let list = |under: Option<usize>| {
        let under = ordered.iter().filter(|answer| apart(headings, &answer.text).0 == under);
        let cards: Vec<Tag> = under.map(card).collect();
        (!cards.is_empty()).then(|| tag("ul").class("answers").set("role", "list").child(cards))
    };
    let headed = |(number, heading): (usize, &String)| {
        let heading = tag("h3").set("dir", "auto").child(heading.clone());
        list(Some(number)).map(|list| tags![heading, list])
    };
    let headed: Vec<Child> = (1..).zip(headings).filter_map(headed).flatten().collect();
    let rest = list(None);
    let other = rest.as_ref().filter(|_| !headed.is_empty()).map(|_| tag("h3").child(say::no_heading(language)));
    let more = more.map(|more| tag("ul").class("answers").set("role", "list").child(more));
    tag("div").class("answers").child(tags![headed, other, rest, more])
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

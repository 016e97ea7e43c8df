//! What is left of a room as tables for a spreadsheet, once its answers have ended: a cover that
//! says so, and a sheet for each question with its sums and a chart.

use client::language::Language;
use client::messages::spreadsheet::SpreadsheetTexts;
use client::results::{QuestionRounds, RoundResults};
use client::texts::desk::date;
use client::texts::desk::retention::answers_ended;
use client::texts::desk::spreadsheet::measure;
use shared::ids::Millis;
use shared::question::FieldTotals;
use shared::question::sums::Measure;
use xlsx::{BookSheet, BookTable, TableBook};

use super::{SumsWriter, heads, moment, number, text};
use crate::clock::now_ms;
use crate::outcome::RoomOutcome;
use crate::zone::Zone;

/// All that came of a room, in numbers.
pub fn book(outcome: &RoomOutcome, zone: &Zone) -> TableBook {
    let language = outcome.language.unwrap_or_default();
    let say = SpreadsheetTexts::of(language);
    let writer = SumsWriter { language, say };
    let answered = outcome.rows.iter().filter(|row| row.is_answered());
    let mut sheets = vec![cover(writer, outcome, zone)];
    sheets.extend(answered.map(|row| question(writer, row)));
    TableBook {
        title: outcome.title.clone(),
        sheets,
    }
}

fn cover(
    SumsWriter { language, say }: SumsWriter,
    outcome: &RoomOutcome,
    zone: &Zone,
) -> BookSheet {
    let facts = BookTable {
        rows: vec![
            vec![text(say.day), text(zone.day(outcome.first_at))],
            vec![text(say.participants), number(outcome.people as f64)],
            vec![text(say.time_zone), text(zone.to_string())],
            vec![text(say.made), moment(zone, now_ms())],
        ],
        ..BookTable::default()
    };
    let line = |row: &QuestionRounds| {
        let results = &row.newest.results;
        vec![
            text(results.prompt.clone()),
            number(f64::from(results.begun)),
            number(results.voters as f64),
        ]
    };
    let overview = BookTable {
        heading: say.questions.to_owned(),
        heads: heads(&[say.question, say.rounds, say.voters]),
        rows: outcome.rows.iter().map(line).collect(),
        chart: None,
    };
    BookSheet {
        name: say.cover.to_owned(),
        heading: outcome.title.clone(),
        notes: outcome
            .answers_ended
            .map(|at| gone(language, at, zone))
            .into_iter()
            .collect(),
        tables: vec![facts, overview],
    }
}

fn gone(language: Language, at: Millis, zone: &Zone) -> String {
    let day = zone.day(at);
    answers_ended(language, &date::day(language, &day, ""))
}

/// Sums of every round in which somebody answered, the first round first.
fn question(writer: SumsWriter, row: &QuestionRounds) -> BookSheet {
    let prompt = &row.newest.results.prompt;
    let rounds = row.earlier.iter().rev().chain([&row.newest]);
    let tables = rounds.flat_map(|round| sums(writer, round));
    let forms = row
        .totals
        .iter()
        .flatten()
        .map(|totals| field(writer.language, totals));
    BookSheet {
        name: prompt.clone(),
        heading: prompt.clone(),
        notes: Vec::new(),
        tables: tables.chain(forms).collect(),
    }
}

/// Those of a round; of too few, how many there were and nothing else.
fn sums(writer: SumsWriter, round: &RoundResults) -> Vec<BookTable> {
    let results = &round.results;
    let several = (results.begun > 1).then_some(results.round);
    let mut tables = writer.round(&results.prompt, several, results.results.sums());
    if results.results.voters() != results.voters {
        tables.truncate(1);
        let voters = vec![text(writer.say.voters), number(results.voters as f64)];
        tables
            .iter_mut()
            .for_each(|table| table.rows = vec![voters.clone()]);
    }
    tables
}

/// What the ratings or choices of one field of a form came to.
fn field(language: Language, totals: &FieldTotals) -> BookTable {
    let row = |label: String, votes: u64| vec![text(label), number(votes as f64)];
    let counts = totals.counts.iter();
    let counts = counts.map(|count| row(count.label.clone(), count.votes));
    let mean = totals
        .mean
        .map(|mean| vec![text(measure(language, Measure::Mean)), number(mean)]);
    BookTable {
        heading: totals.label.clone(),
        rows: counts.chain(mean).collect(),
        ..BookTable::default()
    }
}

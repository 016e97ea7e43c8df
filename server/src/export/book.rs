//! A room as tables for a spreadsheet: a cover, a sheet for each question with its sums, a chart
//! and its answers, a sheet with a row per participant, and one for each form. Which bytes that
//! makes, the crate `xlsx` knows.

use client::language::Language;
use client::messages::spreadsheet::{self as say, SpreadsheetTexts};
use client::texts::desk::spreadsheet::measure;
use shared::deck::Slide;
use shared::ids::{Millis, Round};
use shared::question::sums::{Measure, SumLabel, SumRow, SumSubject, SumTable};
use shared::room::{QuestionState, Room};
use xlsx::{BookCell, BookChart, BookSheet, BookTable, ChartForm, TableBook};

use super::csv::wide_table;
use super::forms;
use super::rows::{self, ExportCell, ExportRow};
use crate::forms::FormTable;
use crate::zone::Zone;

pub mod totals;

/// Charts have no more rows than are told apart; a question with one has at least so many.
const CHARTED: std::ops::RangeInclusive<usize> = 1..=2000;

/// What a book is made of besides the room.
struct BookWriter<'a> {
    room: &'a Room,
    zone: &'a Zone,
    language: Language,
    say: &'static SpreadsheetTexts,
}

/// Sums as tables, in words.
#[derive(Clone, Copy)]
struct SumsWriter {
    language: Language,
    say: &'static SpreadsheetTexts,
}

/// Everything of a room.
pub fn book(room: &Room, tables: &[FormTable], zone: &Zone) -> TableBook {
    let language = Language::of_tag(&room.deck.language).unwrap_or_default();
    let writer = BookWriter {
        room,
        zone,
        language,
        say: SpreadsheetTexts::of(language),
    };
    let mut all = rows::all(room);
    let mut sheets = vec![writer.cover()];
    let questions: Vec<(&Slide, &QuestionState)> = rows::questions(room)
        .filter(|(_, state)| !state.current().ask.is_kept_apart())
        .filter(|(_, state)| state.results().is_some())
        .collect();
    for (slide, state) in questions {
        let (own, others) = std::mem::take(&mut all)
            .into_iter()
            .partition(|row| row.question == slide.id.as_str());
        all = others;
        sheets.push(writer.question((slide, state), own));
    }
    if !all.is_empty() {
        sheets.push(writer.speakers(all));
    }
    sheets.push(writer.participants());
    sheets.extend(tables.iter().map(|table| writer.form(table)));
    TableBook {
        title: room.deck.title.clone(),
        sheets,
    }
}

impl BookWriter<'_> {
    fn cover(&self) -> BookSheet {
        let Self { room, say, .. } = self;
        let questions = rows::questions(room).filter(|(_, state)| state.results().is_some());
        let line = |(slide, state): (&Slide, &QuestionState)| {
            let current = state.current();
            vec![
                text(slide.heading()),
                text(slide.kind()),
                number(f64::from(state.round())),
                number(current.voters() as f64),
            ]
        };
        let overview = BookTable {
            heading: say.questions.to_owned(),
            heads: heads(&[say.question, say.kind, say.rounds, say.voters]),
            rows: questions.map(line).collect(),
            chart: None,
        };
        let facts = BookTable {
            heading: String::new(),
            heads: Vec::new(),
            rows: vec![
                vec![text(say.day), text(self.zone.day(room.first_joined_at()))],
                vec![
                    text(say.participants),
                    number(room.people.iter().count() as f64),
                ],
                vec![text(say.time_zone), text(self.zone.to_string())],
                vec![text(say.made), self.moment(crate::clock::now_ms())],
            ],
            chart: None,
        };
        BookSheet {
            name: say.cover.to_owned(),
            heading: room.deck.title.clone(),
            notes: Vec::new(),
            tables: vec![facts, overview],
        }
    }

    /// Sums of every round, and below them every answer.
    fn question(
        &self,
        (slide, state): (&Slide, &QuestionState),
        rows: Vec<ExportRow>,
    ) -> BookSheet {
        let several = state.rounds_begun() > 1;
        let (language, say) = (self.language, self.say);
        let writer = SumsWriter { language, say };
        let mut tables = Vec::new();
        for (number, round) in state.rounds() {
            if let Some(results) = round.results() {
                let number = several.then_some(number);
                tables.extend(writer.round(slide.heading(), number, results.sums()));
            }
        }
        tables.push(self.answers(rows));
        BookSheet {
            name: slide.heading().to_owned(),
            heading: slide.heading().to_owned(),
            notes: Vec::new(),
            tables,
        }
    }

    /// Every given value, in a row of its own.
    fn answers(&self, rows: Vec<ExportRow>) -> BookTable {
        let say = self.say;
        let (groups, origins) = (rows::has_groups(self.room), rows::has_origins(self.room));
        let mut titles = vec![
            say.about,
            say.value,
            say.given,
            say.participant,
            say.round,
            say.time,
        ];
        titles.extend(groups.then_some(say.group));
        titles.extend([say.from, say.tablet].into_iter().filter(|_| origins));
        let row = |row: ExportRow| {
            let who = row
                .by_hand
                .map(rows::by_hand)
                .or(row.person.map(rows::joined));
            let mut cells = vec![
                text(row.value.item.label()),
                cell(row.value.datum.into()),
                text(row.value.given),
                text(who.unwrap_or_default()),
                number(f64::from(row.round)),
                self.moment(row.at),
            ];
            cells.extend(groups.then(|| cell(rows::group(self.room, row.group))));
            let origin = rows::origin(self.room, row.person).into_iter();
            cells.extend(origin.filter(|_| origins).map(cell));
            cells
        };
        BookTable {
            heading: say.answers.to_owned(),
            heads: heads(&titles),
            rows: rows.into_iter().map(row).collect(),
            chart: None,
        }
    }

    /// Questions to the speakers.
    fn speakers(&self, rows: Vec<ExportRow>) -> BookSheet {
        let prompt = rows
            .first()
            .map(|row| row.prompt.clone())
            .unwrap_or_default();
        let heading = if prompt.is_empty() {
            self.say.to_speakers.to_owned()
        } else {
            prompt
        };
        BookSheet {
            name: heading.clone(),
            heading,
            notes: Vec::new(),
            tables: vec![self.answers(rows)],
        }
    }

    fn participants(&self) -> BookSheet {
        let mut table = wide_table(self.room).into_iter();
        let heads = table.next().unwrap_or_default();
        BookSheet {
            name: self.say.participants.to_owned(),
            heading: String::new(),
            notes: Vec::new(),
            tables: vec![BookTable {
                heading: String::new(),
                heads: heads.iter().map(|cell| cell.as_str().to_owned()).collect(),
                rows: table
                    .map(|row| row.into_iter().map(cell).collect())
                    .collect(),
                chart: None,
            }],
        }
    }

    /// What people filled in, which stands beside no other answer.
    fn form(&self, table: &FormTable) -> BookSheet {
        let mut written = forms::rows(table).into_iter();
        let heads = written.next().unwrap_or_default();
        BookSheet {
            name: table.prompt.clone(),
            heading: table.prompt.clone(),
            notes: vec![self.say.apart.to_owned()],
            tables: vec![BookTable {
                heading: String::new(),
                heads: heads.iter().map(|cell| cell.as_str().to_owned()).collect(),
                rows: written
                    .map(|row| row.into_iter().map(cell).collect())
                    .collect(),
                chart: None,
            }],
        }
    }

    fn moment(&self, at: Millis) -> BookCell {
        moment(self.zone, at)
    }
}

impl SumsWriter {
    /// Those of a round of that question, which is named where there are several.
    fn round(self, prompt: &str, number: Option<Round>, sums: SumTable) -> Vec<BookTable> {
        let heading = match number {
            Some(number) => say::sums_of_round(self.language, u64::from(number)),
            None => self.say.sums.to_owned(),
        };
        let mut tables = vec![self.whole(heading, &sums), self.parts(prompt, sums)];
        tables.retain(|table| !table.rows.is_empty());
        tables
    }

    fn whole(self, heading: String, sums: &SumTable) -> BookTable {
        let row =
            |(of, value): &(Measure, f64)| vec![text(measure(self.language, *of)), number(*value)];
        BookTable {
            heading,
            heads: Vec::new(),
            rows: sums.whole.iter().map(row).collect(),
            chart: None,
        }
    }

    fn parts(self, prompt: &str, sums: SumTable) -> BookTable {
        let say = self.say;
        let (subject, form) = match sums.subject {
            SumSubject::Answer => (say.answer, ChartForm::Bars),
            SumSubject::Statement => (say.statement, ChartForm::Bars),
            SumSubject::Place => (say.place, ChartForm::Columns),
            SumSubject::Number => (say.number, ChartForm::Columns),
        };
        // A share says the same as the votes beside it.
        let drawn = (1..)
            .zip(&sums.heads)
            .find(|(_, head)| **head != Measure::Share);
        let chart = drawn.filter(|_| CHARTED.contains(&sums.rows.len()));
        let chart = chart.map(|(column, _)| BookChart {
            title: prompt.to_owned(),
            form,
            series: vec![column],
        });
        let measures = sums.heads.iter().map(|head| measure(self.language, *head));
        BookTable {
            heading: String::new(),
            heads: std::iter::once(subject.to_owned())
                .chain(measures)
                .collect(),
            rows: sums
                .rows
                .iter()
                .map(|row| parts_row(&sums.heads, row))
                .collect(),
            chart,
        }
    }
}

fn parts_row(heads: &[Measure], row: &SumRow) -> Vec<BookCell> {
    let label = match &row.label {
        SumLabel::Text(label) => text(label),
        SumLabel::Number(value) => number(*value),
    };
    let values = heads
        .iter()
        .zip(&row.values)
        .map(|(head, value)| match value {
            None => BookCell::Empty,
            Some(value) if *head == Measure::Share => BookCell::Share(*value),
            Some(value) => number(*value),
        });
    std::iter::once(label).chain(values).collect()
}

fn moment(zone: &Zone, at: Millis) -> BookCell {
    zone.wall_ms(at).map_or(BookCell::Empty, BookCell::Moment)
}

fn heads(titles: &[&str]) -> Vec<String> {
    titles.iter().map(|title| (*title).to_owned()).collect()
}

fn text(text: impl Into<String>) -> BookCell {
    BookCell::Text(text.into())
}

fn number(number: f64) -> BookCell {
    BookCell::Number(number)
}

/// Digits as the number that they are; what is none stays a text.
fn cell(cell: ExportCell) -> BookCell {
    match cell {
        ExportCell::Number(digits) => digits
            .parse()
            .map_or_else(|_| BookCell::Text(digits), BookCell::Number),
        ExportCell::Text(text) | ExportCell::Moment(text) => BookCell::Text(text),
    }
}

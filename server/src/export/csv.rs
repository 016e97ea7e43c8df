//! The two shapes of CSV.

use std::collections::{BTreeMap, BTreeSet};

use shared::deck::Slide;
use shared::event::QA;
use shared::ids::{AnswerId, GroupNumber};
use shared::instant::rfc3339;
use shared::question::exported::ExportItem;
use shared::room::{Person, Room};

use super::rows::{self, ExportCell, ExportRow, joined};
use super::sheet::Sheet;
use crate::zone::Zone;

const LONG: [&str; 13] = [
    "question",
    "kind",
    "prompt",
    "round",
    "participant",
    "answered_at",
    "answered_local",
    "place",
    "item",
    "value",
    "given",
    "prompt_then",
    "item_then",
];

/// The column of groups, in rooms that have any.
const GROUP: &str = "group";

/// The columns of by what people answered, in rooms where that was not by their phones alone.
const ORIGIN: [&str; 2] = ["from", "tablet"];

/// A row per given value.
pub fn long(room: &Room, excel: bool, zone: &Zone) -> Vec<u8> {
    let mut sheet = Sheet::new(excel);
    let groups = rows::has_groups(room);
    let origins = rows::has_origins(room);
    let heads = LONG.into_iter().chain(groups.then_some(GROUP));
    let heads = heads.chain(ORIGIN.into_iter().filter(|_| origins));
    sheet.row(heads.map(text));
    for row in rows::all(room) {
        let ExportRow {
            question,
            kind,
            prompt,
            round,
            person,
            by_hand,
            group,
            at,
            prompt_then,
            item_then,
            value,
        } = row;
        let origin = rows::origin(room, person).into_iter().filter(|_| origins);
        let who = by_hand.map(rows::by_hand).or(person.map(joined));
        let group = groups.then(|| rows::group(room, group));
        let cells = [
            text(question),
            text(kind),
            text(prompt),
            ExportCell::Number(round.to_string()),
            text(who.unwrap_or_default()),
            ExportCell::Moment(rfc3339(at)),
            ExportCell::Moment(zone.clock(at)),
            ExportCell::Number(
                value
                    .item
                    .place()
                    .map(|place| place.to_string())
                    .unwrap_or_default(),
            ),
            text(value.item.label()),
            value.datum.into(),
            text(value.given),
            text(prompt_then.unwrap_or_default()),
            text(item_then.unwrap_or_default()),
        ];
        sheet.row(cells.into_iter().chain(group).chain(origin));
    }
    sheet.bytes()
}

/// A row per participant.
pub fn wide(room: &Room, excel: bool) -> Vec<u8> {
    let mut sheet = Sheet::new(excel);
    wide_table(room).into_iter().for_each(|row| sheet.row(row));
    sheet.bytes()
}

/// The heads, and a row per participant with a column per question and item. Several values of one
/// person in one column (words, open answers) stand in one cell, separated by ` | `.
pub fn wide_table(room: &Room) -> Vec<Vec<ExportCell>> {
    let columns = columns(room);
    let mut cells = cells(room, &columns);
    // Texts as they were given have a column of their own where that tells something.
    let shown: BTreeSet<usize> = (0..columns.len())
        .filter(|at| !columns[*at].given || cells.renamed.contains(at))
        .collect();
    let headings = headings(&shown.iter().map(|at| &columns[*at]).collect::<Vec<_>>());
    let groups = rows::has_groups(room);
    let has_origins = rows::has_origins(room);
    let origins: Vec<&str> = ORIGIN.into_iter().filter(|_| has_origins).collect();
    let heads = std::iter::once("participant".to_owned())
        .chain(groups.then(|| GROUP.to_owned()))
        .chain(origins.into_iter().map(str::to_owned))
        .chain(headings);
    let mut rows: Vec<Vec<ExportCell>> = vec![heads.map(text).collect()];
    // Whoever has no phone stands behind those who joined, on a row for each question.
    let joined = room.people.iter().map(|(person, _)| (person, None));
    let by_hand: BTreeSet<WideRow> = cells.cells.keys().map(|(row, _)| *row).collect();
    let by_hand = by_hand.into_iter().filter(|(_, answer)| answer.is_some());
    for row in joined.chain(by_hand.collect::<Vec<_>>()) {
        let (person, answer) = row;
        let of_row = shown.iter().map(|at| {
            let cell = cells.cells.remove(&(row, *at));
            cell.unwrap_or_else(|| text(""))
        });
        let group = groups.then(|| match answer.and_then(|_| cells.groups.get(&row)) {
            Some(group) => rows::group(room, Some(*group)),
            None => rows::group(room, room.group_in(person)),
        });
        let origin = rows::origin(room, Some(person)).into_iter();
        let name = answer.map_or_else(|| rows::joined(person), rows::by_hand);
        let first = std::iter::once(text(name)).chain(group);
        let first = first.chain(origin.filter(|_| has_origins));
        rows.push(first.chain(of_row.collect::<Vec<_>>()).collect());
    }
    rows
}

/// Whose row it is: a participant's, or that of one answer of whoever has no phone.
type WideRow = (Person, Option<AnswerId>);

/// What stands in the wide table, by person and place of the column.
#[derive(Default)]
struct Cells {
    cells: BTreeMap<(WideRow, usize), ExportCell>,
    /// For which group an answer was entered.
    groups: BTreeMap<WideRow, GroupNumber>,
    /// Columns of given texts of which one is another than what it counts as.
    renamed: BTreeSet<usize>,
}

impl Cells {
    fn put(&mut self, row: WideRow, column: usize, value: ExportCell) {
        let joined = |known: &mut ExportCell| {
            *known = ExportCell::Text(format!("{} | {}", known.as_str(), value.as_str()))
        };
        self.cells
            .entry((row, column))
            .and_modify(joined)
            .or_insert(value);
    }
}

fn cells(room: &Room, columns: &[CsvColumn]) -> Cells {
    let places: BTreeMap<_, usize> = columns.iter().map(CsvColumn::key).zip(0..).collect();
    let mut cells = Cells::default();
    for ExportRow {
        question,
        round,
        person,
        by_hand,
        group,
        value,
        ..
    } in rows::all(room)
    {
        let place = |given| {
            places
                .get(&(question.clone(), round, value.item.clone(), given))
                .copied()
        };
        let (Some(person), Some(counted), Some(given)) = (person, place(false), place(true)) else {
            continue;
        };
        let person = (person, by_hand);
        let of_hand = group.filter(|_| by_hand.is_some());
        cells.groups.extend(of_hand.map(|group| (person, group)));
        if !value.given.is_empty() {
            if value.given != value.datum.as_str() {
                cells.renamed.insert(given);
            }
            cells.put(person, given, text(value.given));
        }
        cells.put(person, counted, value.datum.into());
    }
    cells
}

struct CsvColumn {
    question: String,
    prompt: String,
    /// Whether another question has the same prompt.
    twin: bool,
    round: u32,
    rounds: u32,
    item: ExportItem,
    /// Whether another item of the question has the same label.
    alike: bool,
    given: bool,
}

impl CsvColumn {
    /// What each participant asked the speakers.
    fn of_qa(room: &Room, given: bool) -> Self {
        let prompt = rows::qa_prompt(room);
        let mut questions = rows::questions(room);
        Self {
            question: QA.to_owned(),
            twin: questions.any(|(slide, _)| {
                slide.heading() == prompt
                    && slide.question().is_some_and(|asked| asked.ask.playable())
            }),
            prompt: if prompt.is_empty() {
                QA.to_owned()
            } else {
                prompt
            },
            round: 1,
            rounds: 1,
            item: ExportItem::Whole,
            alike: false,
            given,
        }
    }

    fn key(&self) -> (String, u32, ExportItem, bool) {
        (
            self.question.clone(),
            self.round,
            self.item.clone(),
            self.given,
        )
    }

    fn heading(&self) -> String {
        let Self {
            question,
            prompt,
            twin,
            round,
            rounds,
            item,
            alike,
            given,
        } = self;
        let round = if *rounds > 1 {
            format!(" ({round})")
        } else {
            String::new()
        };
        let id = if *twin {
            format!(" [{question}]")
        } else {
            String::new()
        };
        let place = item
            .place()
            .filter(|_| *alike)
            .map(|place| format!(" [{place}]"))
            .unwrap_or_default();
        let item = if item.label().is_empty() {
            String::new()
        } else {
            format!(": {}{place}", item.label())
        };
        format!(
            "{prompt}{id}{round}{item}{}",
            if *given { " (given)" } else { "" }
        )
    }

    /// A heading that no other column can have.
    fn whole_heading(&self) -> String {
        let place = self
            .item
            .place()
            .map(|place| format!(", {place}"))
            .unwrap_or_default();
        format!(
            "{} [{}{place}, {}]",
            self.heading(),
            self.question,
            self.round
        )
    }
}

/// The columns' headings. Labels can spell what stands behind others; those that then would be
/// equal say everything.
fn headings(columns: &[&CsvColumn]) -> Vec<String> {
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    columns
        .iter()
        .for_each(|column| *count.entry(column.heading()).or_default() += 1);
    let heading = |column: &&CsvColumn| {
        if count[&column.heading()] > 1 {
            column.whole_heading()
        } else {
            column.heading()
        }
    };
    columns.iter().map(heading).collect()
}

fn columns(room: &Room) -> Vec<CsvColumn> {
    let mut columns = Vec::new();
    let twin = |slide: &Slide| {
        let alike = |other: &Slide| other.id != slide.id && other.heading() == slide.heading();
        rows::questions(room).any(|(other, _)| alike(other))
    };
    let asks = |slide: &Slide| slide.question().is_some_and(|asked| asked.ask.playable());
    for (slide, state) in rows::questions(room).filter(|(slide, _)| asks(slide)) {
        let rounds = state.rounds();
        // What is in a form is in no table of answers.
        for (number, round) in rounds.filter(|(_, round)| !round.ask.is_kept_apart()) {
            let items = round.ask.columns();
            for item in &items {
                let alike = items
                    .iter()
                    .filter(|other| other.label() == item.label())
                    .count()
                    > 1;
                columns.extend([false, true].map(|given| CsvColumn {
                    question: slide.id.to_string(),
                    prompt: slide.heading().to_owned(),
                    twin: twin(slide),
                    round: number,
                    rounds: state.round(),
                    item: item.clone(),
                    alike,
                    given,
                }));
            }
        }
    }
    if room
        .asked_questions()
        .iter()
        .any(|asked| asked.by.is_some())
    {
        columns.extend([false, true].map(|given| CsvColumn::of_qa(room, given)));
    }
    columns
}

fn text(text: impl Into<String>) -> ExportCell {
    ExportCell::Text(text.into())
}

//! The two shapes of CSV.

use std::collections::BTreeMap;

use shared::deck::{Ask, Slide};
use shared::room::{Person, Room, RoundState};

use super::rows::{self, Cell, Row, participant};
use super::sheet::Sheet;

const LONG: [&str; 8] = ["question", "kind", "prompt", "round", "participant", "answered_at", "item", "value"];

/// A row per given value.
pub fn long(room: &Room, excel: bool) -> Vec<u8> {
    let mut sheet = Sheet::new(excel);
    sheet.row(LONG.map(text));
    for row in rows::all(room) {
        let Row { question, kind, prompt, round, person, answered_at, item, value } = row;
        sheet.row([
            text(question),
            text(kind),
            text(prompt),
            Cell::Number(round.to_string()),
            text(participant(person)),
            text(answered_at),
            text(item),
            value,
        ]);
    }
    sheet.bytes()
}

/// A row per participant, a column per question and item. Several values of one person in one column
/// (words, open answers) stand in one cell, separated by ` | `.
pub fn wide(room: &Room, excel: bool) -> Vec<u8> {
    let columns = columns(room);
    let mut cells: BTreeMap<(Person, usize), Cell> = BTreeMap::new();
    let places: BTreeMap<_, usize> = columns.iter().map(Column::key).zip(0..).collect();
    for row in rows::all(room).into_iter().filter(|row| row.item != "upvotes") {
        let key = (row.question, row.round, row.item);
        let Some(place) = places.get(&key) else { continue };
        let cell = cells.entry((row.person, *place));
        cell.and_modify(|known| *known = Cell::Text(format!("{} | {}", known.as_str(), row.value.as_str())))
            .or_insert(row.value);
    }
    let mut sheet = Sheet::new(excel);
    sheet.row(std::iter::once(text("participant")).chain(columns.iter().map(|column| text(column.heading()))));
    for (person, _) in room.people.iter() {
        let empty = || text("");
        let of_person = (0..columns.len()).map(|place| cells.remove(&(person, place)).unwrap_or_else(empty));
        sheet.row(std::iter::once(text(participant(person))).chain(of_person.collect::<Vec<_>>()));
    }
    sheet.bytes()
}

struct Column {
    question: String,
    prompt: String,
    /// Whether another question has the same prompt.
    twin: bool,
    round: u32,
    rounds: u32,
    item: String,
}

impl Column {
    fn key(&self) -> (String, u32, String) {
        (self.question.clone(), self.round, self.item.clone())
    }

    fn heading(&self) -> String {
        let round = if self.rounds > 1 { format!(" ({})", self.round) } else { String::new() };
        let item = if self.item.is_empty() { String::new() } else { format!(": {}", self.item) };
        let id = if self.twin { format!(" [{}]", self.question) } else { String::new() };
        format!("{}{id}{round}{item}", self.prompt)
    }
}

fn columns(room: &Room) -> Vec<Column> {
    let mut columns = Vec::new();
    let twin = |slide: &Slide| {
        let alike = |other: &Slide| other.id != slide.id && other.heading() == slide.heading();
        rows::questions(room).any(|(other, _)| alike(other))
    };
    for (slide, state) in rows::questions(room).filter(|(slide, _)| slide.playable()) {
        for (number, round) in state.rounds() {
            columns.extend(items(round).into_iter().map(|item| Column {
                question: slide.id.to_string(),
                prompt: slide.heading().to_owned(),
                twin: twin(slide),
                round: number,
                rounds: state.round(),
                item,
            }));
        }
    }
    columns
}

/// Kinds with several values have a column for each: an option, a statement.
fn items(round: &RoundState) -> Vec<String> {
    match &*round.ask {
        Ask::Choice(choice) => choice.options.iter().map(|option| option.label.clone()).collect(),
        Ask::Scale(scale) => scale.statements.clone(),
        _ => vec![String::new()],
    }
}

fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

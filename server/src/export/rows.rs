//! Answers as rows: one per given value.

use shared::deck::{Ask, Slide};
use shared::event::Answer;
use shared::ids::{Millis, Round};
use shared::instant::rfc3339;
use shared::question::spectrum::percent;
use shared::room::{Person, QuestionState, Room, RoundState};

/// One given value.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub question: String,
    pub kind: &'static str,
    pub prompt: String,
    pub round: Round,
    pub person: Person,
    pub answered_at: String,
    /// Option, statement or `upvotes`; empty where the question has one value.
    pub item: String,
    pub value: Cell,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    /// Already as digits.
    Number(String),
}

impl Cell {
    /// The cell's text as it is.
    pub fn as_str(&self) -> &str {
        let (Self::Text(text) | Self::Number(text)) = self;
        text
    }
}

/// `P1` for who joined first.
pub fn participant(person: Person) -> String {
    format!("P{}", person.0 + 1)
}

/// Every given value of a room: by question in deck order, round, and then in order of joining or, for
/// what was added, of arrival.
pub fn all(room: &Room) -> Vec<Row> {
    let mut rows = Vec::new();
    for (slide, state) in questions(room) {
        for (number, round) in state.rounds() {
            of_round(slide, number, round, &mut rows);
        }
    }
    rows
}

/// The questions of a room in deck order.
pub fn questions(room: &Room) -> impl Iterator<Item = (&Slide, &QuestionState)> {
    room.deck.slides.iter().filter_map(|slide| Some((slide, room.question(&slide.id)?)))
}

fn of_round(slide: &Slide, number: Round, round: &RoundState, rows: &mut Vec<Row>) {
    let row = |person, at: Millis, item: String, value| Row {
        question: slide.id.to_string(),
        kind: round.ask.kind(),
        prompt: slide.heading().to_owned(),
        round: number,
        person,
        answered_at: rfc3339(at),
        item,
        value,
    };
    for (person, stored) in round.answers() {
        let shown = stored.answer.as_ref().map(|answer| round.without_hidden(answer));
        let values = shown.map(|answer| values(&round.ask, &answer)).unwrap_or_default();
        rows.extend(values.into_iter().map(|(item, value)| row(person, stored.at, item, value)));
    }
    for added in round.all_added().iter().filter(|added| !round.is_hidden(added.id)) {
        let Some(text) = &added.text else { continue };
        rows.push(row(added.person, added.at, String::new(), Cell::Text(text.clone())));
        if matches!(&*round.ask, Ask::Open(open) if open.votes > 0) {
            rows.push(row(added.person, added.at, "upvotes".to_owned(), Cell::Number(added.votes.to_string())));
        }
    }
}

/// An answer's values, each with the item it is about.
pub fn values(ask: &Ask, answer: &Answer) -> Vec<(String, Cell)> {
    match (ask, answer) {
        (Ask::Choice(choice), Answer::Choice { options, other }) => {
            let label = |number: &u8| choice.options.get(usize::from(*number) - 1);
            let chosen = options.iter().filter_map(label);
            chosen
                .map(|option| match other.as_ref().filter(|_| option.other) {
                    Some(word) => (option.label.clone(), Cell::Text(word.text.clone())),
                    None => (option.label.clone(), Cell::Number("1".to_owned())),
                })
                .collect()
        }
        (_, Answer::Words { entries }) => {
            entries.iter().map(|word| (String::new(), Cell::Text(word.text.clone()))).collect()
        }
        (Ask::Scale(scale), Answer::Scale { values }) => {
            let given = scale.statements.iter().zip(values);
            given
                .filter_map(|(label, value)| Some((label.clone(), Cell::Number(value.as_ref()?.to_string()))))
                .collect()
        }
        (_, Answer::Spectrum { hundredths }) => vec![(String::new(), Cell::Number(percent(*hundredths).to_string()))],
        _ => Vec::new(),
    }
}

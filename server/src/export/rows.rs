//! Answers as rows: one per given value, under the name that it counts by.

use shared::deck::{Ask, Slide};
use shared::event::{Answer, Word};
use shared::ids::{Millis, Round};
use shared::question::spectrum::percent;
use shared::question::spellings::Standing;
use shared::room::{Added, Person, QuestionState, Room, RoundState};

/// One given value.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub question: String,
    pub kind: &'static str,
    pub prompt: String,
    pub round: Round,
    pub person: Person,
    pub at: Millis,
    pub value: Value,
}

/// A value and what it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    pub item: Item,
    /// Of a text the name that it counts under.
    pub cell: Cell,
    /// A text as it was given; several of one person that count as one stand together. Empty where nobody typed anything.
    pub given: String,
}

/// What a value is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// The question.
    Whole,
    /// An option or a statement: where it stands, from 1, since labels may be equal.
    Part { place: usize, label: String },
    /// How many voted for an answer.
    Upvotes,
}

impl Item {
    /// Its name in tables.
    pub fn label(&self) -> &str {
        match self {
            Self::Whole => "",
            Self::Part { label, .. } => label,
            Self::Upvotes => "upvotes",
        }
    }

    /// Where it stands in its question.
    pub fn place(&self) -> Option<usize> {
        if let Self::Part { place, .. } = self { Some(*place) } else { None }
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    /// Already as digits.
    Number(String),
    /// A moment that spreadsheets read as one.
    Moment(String),
}

impl Cell {
    /// The cell's text as it is.
    pub fn as_str(&self) -> &str {
        let (Self::Text(text) | Self::Number(text) | Self::Moment(text)) = self;
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
    let row = |person, at: Millis, value| Row {
        question: slide.id.to_string(),
        kind: round.ask.kind(),
        prompt: slide.heading().to_owned(),
        round: number,
        person,
        at,
        value,
    };
    for (person, stored) in round.answers() {
        let shown = stored.answer.as_ref().map(|answer| round.without_hidden(answer));
        let values = shown.map(|answer| values(round, &answer)).unwrap_or_default();
        rows.extend(values.into_iter().map(|value| row(person, stored.at, value)));
    }
    for added in round.all_added().iter().filter(|added| !round.is_hidden(added.id)) {
        rows.extend(added_values(round, added).into_iter().map(|value| row(added.person, added.at, value)));
    }
}

/// A text that was added, and the votes for it: those for what counts as another one are counted there.
fn added_values(round: &RoundState, added: &Added) -> Vec<Value> {
    let Some(given) = &added.text else { return Vec::new() };
    let name = round.added(round.root(added.id)).and_then(|root| root.text.as_ref()).unwrap_or(given);
    let text = Value { item: Item::Whole, cell: Cell::Text(name.clone()), given: given.clone() };
    let voted = matches!(&*round.ask, Ask::Open(open) if open.votes > 0) && added.into.is_none();
    let votes = voted.then(|| number(Item::Upvotes, added.votes));
    [Some(text), votes].into_iter().flatten().collect()
}

/// An answer's values, each with the item it is about.
pub fn values(round: &RoundState, answer: &Answer) -> Vec<Value> {
    match (&*round.ask, answer) {
        (Ask::Choice(choice), Answer::Choice { options, other }) => {
            let chosen = options.iter().filter_map(|number| {
                let place = usize::from(*number);
                Some((place, choice.options.get(place.checked_sub(1)?)?))
            });
            let value = |(place, option): (usize, &shared::question::choice::ChoiceOption)| {
                let item = Item::Part { place, label: option.label.clone() };
                match other.as_ref().filter(|_| option.other) {
                    Some(word) => named(round, item, std::slice::from_ref(word)).swap_remove(0),
                    None => number(item, 1),
                }
            };
            chosen.map(value).collect()
        }
        (_, Answer::Words { entries }) => named(round, Item::Whole, entries),
        (Ask::Scale(scale), Answer::Scale { values }) => {
            let given = scale.statements.iter().zip(values).zip(1..);
            let value = |((label, value), place): ((&String, &Option<_>), usize)| {
                Some(number(Item::Part { place, label: label.clone() }, value.as_ref()?))
            };
            given.filter_map(value).collect()
        }
        (_, Answer::Spectrum { hundredths }) => vec![number(Item::Whole, percent(*hundredths))],
        _ => Vec::new(),
    }
}

/// One person's words by the names that they count under, each once, as the results count them.
fn named(round: &RoundState, item: Item, words: &[Word]) -> Vec<Value> {
    let mut values: Vec<Value> = Vec::new();
    for word in words {
        let name = counted_as(round, word);
        match values.iter_mut().find(|value| value.cell.as_str() == name) {
            Some(known) => known.given = format!("{} | {}", known.given, word.text),
            None => values.push(Value { item: item.clone(), cell: Cell::Text(name), given: word.text.clone() }),
        }
    }
    values
}

/// The name under which a word stands in the results.
pub fn counted_as(round: &RoundState, word: &Word) -> String {
    let standing = round.spellings().map(|spellings| spellings.standing(spellings.moderated().root(&word.key)));
    if let Some(Standing::Shown(entry)) = standing { entry.text } else { word.text.clone() }
}

fn number(item: Item, value: impl ToString) -> Value {
    Value { item, cell: Cell::Number(value.to_string()), given: String::new() }
}

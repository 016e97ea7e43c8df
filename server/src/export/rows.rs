//! Answers as rows: one per given value, under the name that it counts by.

use shared::deck::Slide;
use shared::event::QA;
use shared::ids::{AnswerId, GroupNumber, Millis, Round};
use shared::question::exported::{Datum, ExportItem, ExportValue};
use shared::room::{Added, AnswerOrigin, Person, QuestionState, Room, RoundState, Wording};

/// Between texts of before that one value is about.
const POLES: &str = " – ";

/// One given value.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportRow {
    pub question: String,
    pub kind: &'static str,
    pub prompt: String,
    pub round: Round,
    /// Nobody where a host typed it in.
    pub person: Option<Person>,
    /// Of somebody without a phone, who is nobody at another question: what it is called.
    pub by_hand: Option<AnswerId>,
    /// In which group it was given, where a group gives one answer; else in which they are.
    pub group: Option<GroupNumber>,
    pub at: Millis,
    /// How the question was worded when this was given, where that is not as it is now.
    pub prompt_then: Option<String>,
    /// The same of what the value is about.
    pub item_then: Option<String>,
    pub value: ExportValue,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum ExportCell {
    Text(String),
    /// Already as digits.
    Number(String),
    /// A moment that spreadsheets read as one.
    Moment(String),
}

impl ExportCell {
    /// The cell's text as it is.
    pub fn as_str(&self) -> &str {
        let (Self::Text(text) | Self::Number(text) | Self::Moment(text)) = self;
        text
    }
}

impl From<Datum> for ExportCell {
    fn from(datum: Datum) -> Self {
        match datum {
            Datum::Text(text) => Self::Text(text),
            Datum::Number(digits) => Self::Number(digits),
        }
    }
}

/// What a group is called, or its number.
pub fn group(room: &Room, group: Option<GroupNumber>) -> ExportCell {
    let named = |group| room.groups.name(group).map(str::to_owned);
    let called = |group: GroupNumber| match named(group) {
        Some(name) => ExportCell::Text(name),
        None => ExportCell::Number(group.to_string()),
    };
    group.map_or_else(|| ExportCell::Text(String::new()), called)
}

/// Whether tables tell of groups.
pub fn has_groups(room: &Room) -> bool {
    !room.groups.is_empty()
}

/// Whether tables tell by what somebody answered.
pub fn has_origins(room: &Room) -> bool {
    room.has_origins()
}

/// By what somebody answered, and with which tablet.
pub fn origin(room: &Room, person: Option<Person>) -> [ExportCell; 2] {
    // A question to the speakers that is nobody's was typed in.
    let origin = person.map_or(AnswerOrigin::Host, |person| room.origin_of(person));
    let tablet = match origin {
        AnswerOrigin::Shared(tablet) => ExportCell::Number(tablet.to_string()),
        AnswerOrigin::Phone | AnswerOrigin::Host => ExportCell::Text(String::new()),
    };
    [ExportCell::Text(origin.word().to_owned()), tablet]
}

/// `P1` for whoever joined first. Whoever has no phone is called after their answer: they are
/// nobody at another question.
pub fn participant(person: Person, answer: AnswerId) -> String {
    if person.is_by_hand() {
        return by_hand(answer);
    }
    joined(person)
}

/// `P1` for whoever joined first.
pub fn joined(person: Person) -> String {
    format!("P{}", person.0 + 1)
}

/// `H7` for whoever has no phone and whose answer is `a7`.
pub fn by_hand(answer: AnswerId) -> String {
    format!("H{}", answer.0)
}

/// Every given value of a room: by question in deck order, round, and then in order of joining or,
/// for what was added, of arrival.
pub fn all(room: &Room) -> Vec<ExportRow> {
    let mut rows = Vec::new();
    for (slide, state) in questions(room) {
        for (number, round) in state.rounds() {
            of_round(room, (slide, state), (number, round), &mut rows);
        }
    }
    questions_to_speakers(room, &mut rows);
    rows
}

/// The questions of a room in deck order, and behind them those that were taken out of it.
pub fn questions(room: &Room) -> impl Iterator<Item = (&Slide, &QuestionState)> {
    room.asked_slides()
}

fn of_round(
    room: &Room,
    (slide, state): (&Slide, &QuestionState),
    (number, round): (Round, &RoundState),
    rows: &mut Vec<ExportRow>,
) {
    type Given = (Person, AnswerId, Option<GroupNumber>);
    let row = |(person, answer, group): Given, at: Millis, value: ExportValue| {
        let before = state.wording_at(number, at);
        ExportRow {
            question: slide.id.to_string(),
            kind: round.ask.kind(),
            prompt: slide.heading().to_owned(),
            round: number,
            person: Some(person),
            by_hand: person.is_by_hand().then_some(answer),
            group: group.or_else(|| room.group_in(person)),
            at,
            prompt_then: before
                .map(|before| before.prompt.clone())
                .filter(|then| then != slide.heading()),
            item_then: before.and_then(|before| item_then(before, round, &value)),
            value,
        }
    };
    for (person, stored) in round.counted() {
        let shown = stored
            .answer
            .as_ref()
            .map(|answer| round.only_shown(answer));
        let values = shown
            .map(|answer| round.ask.values(&answer, round.word_counts()))
            .unwrap_or_default();
        rows.extend(
            values
                .into_iter()
                .map(|value| row((person, stored.id, stored.group), stored.at, value)),
        );
    }
    for added in round
        .all_added()
        .iter()
        .filter(|added| round.is_shown(added.id))
    {
        rows.extend(
            added_values(round, added)
                .into_iter()
                .map(|value| row((added.person, added.id, added.group), added.at, value)),
        );
    }
}

/// Those that everybody may see, behind all that was asked of participants.
fn questions_to_speakers(room: &Room, rows: &mut Vec<ExportRow>) {
    let prompt = qa_prompt(room);
    for asked in room.asked_questions() {
        let text = ExportValue::text(ExportItem::Whole, asked.counts_as, asked.text);
        let votes = asked
            .votes
            .map(|votes| ExportValue::number(ExportItem::Upvotes, votes));
        let reply = asked
            .reply
            .map(|reply| ExportValue::text(ExportItem::Reply, reply.clone(), reply));
        let values = std::iter::once(text).chain(votes).chain(reply);
        rows.extend(values.map(|value| ExportRow {
            question: QA.to_owned(),
            kind: QA,
            prompt: prompt.clone(),
            round: 1,
            person: asked.by,
            by_hand: None,
            group: asked.by.and_then(|person| room.group_in(person)),
            at: asked.at,
            prompt_then: None,
            item_then: None,
            value,
        }));
    }
}

/// What the first slide that shows the questions to the speakers is called, if one does.
pub fn qa_prompt(room: &Room) -> String {
    let mut slides = room.deck.slides.iter();
    let shows = |slide: &&Slide| {
        let asked = slide.question();
        asked.is_some_and(|question| question.ask.shows_questions())
    };
    let first = slides.find(shows);
    first.map(Slide::heading).unwrap_or_default().to_owned()
}

/// How it was worded what a value is about, where that is not as it is now: a part of the question,
/// or all that answers to it point at (two poles, a unit).
fn item_then(before: &Wording, round: &RoundState, value: &ExportValue) -> Option<String> {
    match value.item.place() {
        Some(place) => {
            let then = before.targets.get(place.checked_sub(1)?)?;
            (then != value.item.label()).then(|| then.clone())
        }
        None => {
            let now = round.ask.target_texts();
            let then = &before.targets;
            let same = now.iter().zip(then).all(|(now, then)| now == then);
            (!same).then(|| then.join(POLES))
        }
    }
}

/// A text that was added, and the votes for it.
fn added_values(round: &RoundState, added: &Added) -> Vec<ExportValue> {
    let Some(given) = &added.text else {
        return Vec::new();
    };
    let root = added.into.and_then(|_| round.added(round.root(added.id)));
    let counts_as = root.map(|root| root.text.as_deref().unwrap_or(given));
    round.ask.values_of_text(given, counts_as, added.votes)
}

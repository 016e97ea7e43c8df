//! A form that was sent becomes a frame, under the next turn.

use serde_json::{Map, Value};
use shared::ids::{AnswerId, Key, Round, SlideId, Turn};
use shared::limits::OTHER_CHARS;
use shared::protocol::view::{Input, QuestionView};
use shared::protocol::{ClientFrame, Own};
use shared::question::Fields;
use shared::question::open::headed;
use shared::refusal::Refusal;
use shared::rules::Rules;

use super::{Effect, Pocket, Waiting, about, asked, named};
use crate::model::doubt::Doubt;
use crate::net::characters;
use crate::ui::number;
use crate::views::participant::Notice;

impl Pocket {
    pub(super) fn press(&mut self, fields: &Fields) -> Vec<Effect> {
        let Some((question, round)) = named(fields) else { return Vec::new() };
        self.put_draft(fields);
        self.notice = None;
        match self.frame_of(&question, round, fields) {
            Err(refusal) => {
                self.refuse(&question, refusal);
                vec![Effect::Keep, Effect::Refer]
            }
            Ok(frame) => match self.doubt(&question, fields) {
                Some(doubt) => self.asks_once(question, round, doubt),
                None => self.send(frame, fields),
            },
        }
    }

    fn doubt(&self, question: &SlideId, fields: &Fields) -> Option<Doubt> {
        self.question(question).and_then(|asked| Doubt::of(asked, fields))
    }

    fn asks_once(&mut self, question: SlideId, round: Round, doubt: Doubt) -> Vec<Effect> {
        self.sure = Some((question.clone(), round, doubt.word()));
        self.notice = Some((Some(question), Notice::Unsure(doubt)));
        vec![Effect::Keep, Effect::Refer]
    }

    /// What somebody was asked about already, of the question that is shown.
    pub(super) fn sure_here(&self) -> Option<String> {
        let here = self.shown().and_then(|slide| Some((&slide.id, asked(slide)?.round)));
        let (question, round, word) = self.sure.as_ref()?;
        (here == Some((question, *round))).then(|| word.clone())
    }

    fn send(&mut self, frame: ClientFrame, fields: &Fields) -> Vec<Effect> {
        self.kept.waiting.retain(|waiting| !replaces(&frame, &waiting.frame));
        if let Some((question, turn)) = about(&frame).filter(|(_, turn)| *turn > 0) {
            self.kept.turns.insert(question.clone(), turn);
        }
        if let ClientFrame::Add { key, .. } = &frame
            && *key == self.next_key()
        {
            self.keys += 1;
        }
        self.kept.waiting.push(Waiting { frame: frame.clone(), fields: fields.0.clone() });
        vec![Effect::Keep, Effect::Send(frame)]
    }

    fn frame_of(&self, question: &SlideId, round: Round, fields: &Fields) -> Result<ClientFrame, Refusal> {
        let question = question.clone();
        if let Some(answer) = fields.first("upvote") {
            let answer = AnswerId::parse(answer).ok_or(Refusal::UnknownAnswer)?;
            return Ok(ClientFrame::Upvote { question, answer, on: fields.first("down").is_none(), seq: None });
        }
        let QuestionView { input, rules, .. } = self.question(&question).ok_or(Refusal::Closed)?;
        let rules = *rules;
        let turn = self.next_turn(&question);
        if let Input::Open { length, .. } = input {
            let text = within(fields.first("text").unwrap_or_default(), *length as usize, rules)?;
            let text = headed(input.headings(), fields.first("column"), &text)?;
            let key = Key::from(fields.first("key").ok_or(Refusal::BadKey)?);
            return Ok(ClientFrame::Add { question, round, key, turn, text, seq: None });
        }
        let value = value(input, fields, rules)?;
        Ok(ClientFrame::Answer { question, round, turn, value, seq: None })
    }

    /// Higher than what is stored and than what was ever sent.
    fn next_turn(&self, question: &SlideId) -> Turn {
        let own = self.page.own.get(question);
        let stored = own.map_or(0, |own| own.added.iter().map(|added| added.turn).fold(own.turn, Turn::max));
        let sent = self.kept.turns.get(question).copied().unwrap_or_default();
        stored.max(sent) + 1
    }
}

/// Whether the older of two frames has become pointless.
fn replaces(new: &ClientFrame, old: &ClientFrame) -> bool {
    use ClientFrame::{Add, Answer, Upvote};
    match (new, old) {
        (Answer { question, .. }, Answer { question: older, .. }) => question == older,
        (Add { question, key, .. }, Add { question: older, key: other, .. }) => (question, key) == (older, other),
        (Upvote { answer, .. }, Upvote { answer: other, .. }) => answer == other,
        _ => false,
    }
}

/// Puts an upvote among one's own, or takes it away.
pub(super) fn set_upvote(own: &mut Own, answer: AnswerId, on: bool) {
    own.upvotes.retain(|known| *known != answer);
    if on {
        own.upvotes.push(answer);
    }
}

/// The `value` of a frame, where there is anything in the form. The room refuses what else is wrong with it.
fn value(input: &Input, fields: &Fields, rules: Rules) -> Result<Value, Refusal> {
    match input {
        Input::Choice { .. } => choice(fields, rules),
        Input::Words { length, .. } => words(fields, *length as usize, rules),
        Input::Scale { statements, .. } => scale(fields, statements.len()),
        Input::Spectrum { .. } => spectrum(fields),
        Input::Open { .. } => Err(Refusal::WrongKind),
    }
}

fn choice(fields: &Fields, rules: Rules) -> Result<Value, Refusal> {
    let options: Vec<u64> = fields.all("option").filter_map(|option| option.trim().parse().ok()).collect();
    let other = fields.first("other").map(str::trim).unwrap_or_default();
    match (options.is_empty(), other) {
        (true, "") => Err(Refusal::Empty),
        (false, "") => Ok(object([("options", options.into())])),
        (_, other) => Ok(object([("options", options.into()), ("other", within(other, OTHER_CHARS, rules)?.into())])),
    }
}

fn words(fields: &Fields, length: usize, rules: Rules) -> Result<Value, Refusal> {
    let entries =
        fields.all("entry").filter(|entry| !entry.trim().is_empty()).map(|entry| within(entry, length, rules));
    let entries: Vec<String> = entries.collect::<Result<_, _>>()?;
    if entries.is_empty() { Err(Refusal::Empty) } else { Ok(object([("entries", entries.into())])) }
}

fn scale(fields: &Fields, statements: usize) -> Result<Value, Refusal> {
    let mut touched = false;
    let mut given = |number: usize| {
        let skips = fields.first(&format!("skip-{number}")).is_some();
        let value = fields.first(&format!("value-{number}")).and_then(|value| value.trim().parse::<i64>().ok());
        touched |= skips || value.is_some();
        value.filter(|_| !skips)
    };
    let values: Vec<Option<i64>> = (1..=statements).map(&mut given).collect();
    if touched { Ok(object([("values", values.into_iter().map(Value::from).collect())])) } else { Err(Refusal::Empty) }
}

fn spectrum(fields: &Fields) -> Result<Value, Refusal> {
    let value = fields.first("value").and_then(number::parse).ok_or(Refusal::Empty)?;
    let hundredths = (value * 100.0).round() as i64;
    let number = match hundredths % 100 {
        0 => Value::from(hundredths / 100),
        _ => Value::from(hundredths as f64 / 100.0),
    };
    Ok(object([("value", number)]))
}

/// An object of these fields. `json!` would bring along what makes JSON of anything.
fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let mut object = Map::new();
    for (name, value) in fields {
        object.insert(name.to_owned(), value);
    }
    Value::Object(object)
}

/// A text that is not empty and not too long, as people count.
fn within(text: &str, limit: usize, rules: Rules) -> Result<String, Refusal> {
    match characters::count(text.trim(), rules) {
        0 => Err(Refusal::Empty),
        count if count > limit => Err(Refusal::TooLong { limit }),
        _ => Ok(text.trim().to_owned()),
    }
}

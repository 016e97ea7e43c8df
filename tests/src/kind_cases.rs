//! The cases of each kind of question (`tests/data/kinds`): a slide, what people answer, what is
//! refused, what somebody changes, what is nobody else's, and what it comes to. The core plays the
//! same, and pages say the answers in words.

use serde_json::{Value, json};

/// One question of each kind that can be played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SampleQuestion {
    /// One of three options; the id is `pet`.
    Choice,
    /// Up to three words; `words`.
    Words,
    /// Up to three texts of at most 200 characters, two upvotes; `ideas`.
    Open,
    /// Two statements from 1 to 5; `statements`.
    Scale,
    /// Between cat and dog; `belief`.
    Spectrum,
    /// From 0 to 5000 people, of which 1200 is right; `how-many`.
    Number,
    /// A mark, what was learned, an address, a choice and a box; `evaluation`.
    Form,
}

impl SampleQuestion {
    /// Every kind that is played.
    pub const ALL: [Self; 7] = [
        Self::Choice,
        Self::Words,
        Self::Open,
        Self::Scale,
        Self::Spectrum,
        Self::Number,
        Self::Form,
    ];

    /// Its cases.
    pub fn cases(self) -> Value {
        let text = match self {
            Self::Choice => include_str!("../data/kinds/choice.json"),
            Self::Words => include_str!("../data/kinds/words.json"),
            Self::Open => include_str!("../data/kinds/open.json"),
            Self::Scale => include_str!("../data/kinds/scale.json"),
            Self::Spectrum => include_str!("../data/kinds/spectrum.json"),
            Self::Number => include_str!("../data/kinds/number.json"),
            Self::Form => include_str!("../data/kinds/form.json"),
        };
        serde_json::from_str(text).expect("a file of cases is JSON")
    }

    /// The slide of the question, to be put between `---` lines in a deck of one's own.
    pub fn slide(self) -> String {
        let cases = self.cases();
        let slide = cases["slide"].as_str();
        slide.expect("cases begin with their slide").to_owned()
    }

    /// What the question is called in a room.
    pub fn id(self) -> String {
        let slide = self.slide();
        let id = slide.lines().find_map(|line| line.strip_prefix("id: "));
        id.expect("the slide names its id").to_owned()
    }
    /// What its cases ask.
    pub fn prompt(self) -> String {
        let slide = self.slide();
        let prompt = slide.lines().find_map(|line| line.strip_prefix("# "));
        prompt.expect("the slide asks something").to_owned()
    }

    /// The kind that decks and the API call so, if it is played.
    pub fn of_kind(name: &str) -> Option<Self> {
        let asks = format!("ask: {name}\n");
        Self::ALL
            .into_iter()
            .find(|sample| sample.slide().starts_with(&asks))
    }

    /// What somebody gives to a question of this kind in any deck, by its `input` in a phone's
    /// view: another number, another answer.
    pub fn answer_by_number(self, input: &Value, number: usize) -> Value {
        match self {
            Self::Choice => json!([["option", (1 + number % 3).to_string()]]),
            Self::Words => json!([["entry", format!("woord {}", number % 40)]]),
            Self::Open => json!([["text", format!("Idee {number}: iets nieuws in de wijk")]]),
            Self::Scale => {
                let statements = input["statements"].as_array().map_or(0, Vec::len);
                let value = |at: usize| {
                    let value = 1 + (number + at) % 5;
                    [format!("value-{}", at + 1), value.to_string()]
                };
                json!((0..statements).map(value).collect::<Vec<_>>())
            }
            Self::Spectrum => json!([["value", ((number * 37) % 101).to_string()]]),
            Self::Number => json!([["value", (number * 7).to_string()]]),
            Self::Form => {
                let fields = input["fields"].as_array().cloned().unwrap_or_default();
                let filled = |(at, field): (usize, &Value)| {
                    let value = match field["input"]["input"].as_str() {
                        Some("rating" | "consent") => "1".to_owned(),
                        Some("choice") => (1 + number % 2).to_string(),
                        Some("email") => format!("naam{number}@voorbeeld.example"),
                        _ => format!("Antwoord {number}"),
                    };
                    json!([format!("field-{}", at + 1), value])
                };
                fields.iter().enumerate().map(filled).collect()
            }
        }
    }
}

/// Whether these fields are something added, under a key of its own; everything else is one answer.
pub fn is_added(fields: &Value) -> bool {
    fields[0][0] == "text"
}

/// The frame of a phone that filled in these fields of a question, in its first round.
pub fn frame_of(question: &str, fields: &Value) -> Value {
    let (round, turn) = (1, 1);
    if is_added(fields) {
        let text = &fields[0][1];
        json!({ "type": "add", "question": question, "round": round, "key": "k1", "turn": turn, "text": text })
    } else {
        json!({ "type": "answer", "question": question, "round": round, "turn": turn, "fields": fields })
    }
}

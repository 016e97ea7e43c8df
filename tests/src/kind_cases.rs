//! The cases of each kind of question (`tests/data/kinds`): a slide, what people answer, what is
//! refused, and what it comes to. The core plays the same, and pages say the answers in words.

use serde_json::Value;

use crate::SampleQuestion;

impl SampleQuestion {
    /// Every kind that is played.
    pub const ALL: [Self; 6] = [
        Self::Choice,
        Self::Words,
        Self::Open,
        Self::Scale,
        Self::Spectrum,
        Self::Number,
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
}

/// The frame of a phone that filled in these fields: texts are added under a key of their own, and
/// everything else is one answer.
pub fn frame_of(sample: SampleQuestion, fields: &Value) -> Value {
    let (question, round, turn) = (sample.id(), 1, 1);
    if sample == SampleQuestion::Open {
        let text = &fields[0][1];
        serde_json::json!({ "type": "add", "question": question, "round": round, "key": "k1", "turn": turn, "text": text })
    } else {
        serde_json::json!({ "type": "answer", "question": question, "round": round, "turn": turn, "fields": fields })
    }
}

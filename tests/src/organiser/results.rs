//! The results of one question as the API shows them, read field by field as the contract names
//! them.

use serde::Deserialize;
use serde_json::{Map, Value};

/// One question of `GET /api/v1/rooms/{room}/results`.
#[derive(Clone, Debug, Deserialize)]
pub struct QuestionJson {
    /// The id of the slide.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// Its heading.
    pub prompt: String,
    /// The round these results are of.
    pub round: u64,
    /// How many voted.
    #[serde(default)]
    pub voters: Option<u64>,
    /// What the kind has beside.
    #[serde(flatten)]
    pub fields: Map<String, Value>,
}

impl QuestionJson {
    /// How many voted.
    #[track_caller]
    pub fn voters(&self) -> u64 {
        self.voters
            .unwrap_or_else(|| panic!("results always have `voters`: {self:?}"))
    }

    /// Any field of the kind.
    #[track_caller]
    pub fn field(&self, name: &str) -> &Value {
        self.fields
            .get(name)
            .unwrap_or_else(|| panic!("{} has no `{name}`: {self:?}", self.kind))
    }

    /// Choice: the votes of each option, in deck order.
    #[track_caller]
    pub fn votes(&self) -> Vec<u64> {
        self.list("options")
            .iter()
            .map(|option| self.count(&option["votes"]))
            .collect()
    }

    /// Choice: what was typed at the other option, with how often.
    #[track_caller]
    pub fn others(&self) -> Vec<(String, u64)> {
        self.list("others")
            .iter()
            .map(|other| (self.word(&other["text"]), self.count(&other["votes"])))
            .collect()
    }

    /// Words: the entries with their counts.
    #[track_caller]
    pub fn entries(&self) -> Vec<(String, u64)> {
        self.list("entries")
            .iter()
            .map(|entry| (self.word(&entry["text"]), self.count(&entry["count"])))
            .collect()
    }

    /// Open: the texts with their upvotes, in order of arrival.
    #[track_caller]
    pub fn texts(&self) -> Vec<(String, u64)> {
        self.list("answers")
            .iter()
            .map(|answer| (self.word(&answer["text"]), self.count(&answer["votes"])))
            .collect()
    }

    /// Open: the id of a text.
    #[track_caller]
    pub fn id_of(&self, text: &str) -> String {
        let answer = self
            .list("answers")
            .iter()
            .find(|answer| answer["text"] == text);
        let answer = answer.unwrap_or_else(|| panic!("no answer {text:?}: {self:?}"));
        let id = &answer["id"];
        id.as_str().map_or_else(|| id.to_string(), str::to_owned)
    }

    /// Scale: for each statement the counts per value, the mean and how many skipped it.
    #[track_caller]
    pub fn statements(&self) -> Vec<(Vec<u64>, Option<f64>, u64)> {
        let read = |statement: &Value| {
            let counts = statement["counts"]
                .as_array()
                .unwrap_or_else(|| panic!("no `counts`: {self:?}"));
            let counts = counts.iter().map(|count| self.count(count)).collect();
            (
                counts,
                statement["mean"].as_f64(),
                self.count(&statement["skipped"]),
            )
        };
        self.list("statements").iter().map(read).collect()
    }

    /// Spectrum: every value, sorted.
    #[track_caller]
    pub fn values(&self) -> Vec<f64> {
        let number = |value: &Value| {
            value
                .as_f64()
                .unwrap_or_else(|| panic!("no number {value}: {self:?}"))
        };
        self.list("values").iter().map(number).collect()
    }

    /// Spectrum: the bins that are not empty, with their counts; there are always 21.
    #[track_caller]
    pub fn bins(&self) -> Vec<(usize, u64)> {
        let counts: Vec<u64> = self
            .list("histogram")
            .iter()
            .map(|count| self.count(count))
            .collect();
        assert_eq!(counts.len(), 21, "{self:?}");
        counts
            .into_iter()
            .enumerate()
            .filter(|(_, count)| *count > 0)
            .collect()
    }

    /// Fails unless a figure (`mean`, `median`) is this one; nothing is null.
    #[track_caller]
    pub fn has(&self, figure: &str, expected: Option<f64>) -> &Self {
        assert_close(
            self.field(figure).as_f64(),
            expected,
            &format!("{figure} of {self:?}"),
        );
        self
    }

    #[track_caller]
    fn list(&self, name: &str) -> &Vec<Value> {
        self.field(name)
            .as_array()
            .unwrap_or_else(|| panic!("`{name}` is no list: {self:?}"))
    }

    #[track_caller]
    fn count(&self, value: &Value) -> u64 {
        value
            .as_u64()
            .unwrap_or_else(|| panic!("no count {value}: {self:?}"))
    }

    #[track_caller]
    fn word(&self, value: &Value) -> String {
        value
            .as_str()
            .unwrap_or_else(|| panic!("no text {value}: {self:?}"))
            .to_owned()
    }
}

/// Fails unless two figures are the same up to a rounding in the sixth decimal.
#[track_caller]
fn assert_close(found: Option<f64>, expected: Option<f64>, what: &str) {
    let close = match (found, expected) {
        (Some(found), Some(expected)) => (found - expected).abs() < 1e-6,
        (None, None) => true,
        _ => false,
    };
    assert!(close, "{found:?} instead of {expected:?}: {what}");
}

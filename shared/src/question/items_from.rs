//! A list that is not in the deck: the most given answers of an earlier question.

use serde::{Deserialize, Serialize};

use crate::deck::grammar::reader::KindReader;
use crate::deck::problem::ContentProblem;
use crate::deck::validate::findings::{Findings, SlidePart};
use crate::deck::write::lines::SettingsWriter;
use crate::ids::SlideId;

/// Answers of an earlier question that become items when the deck names no number.
pub const ITEMS_TOP: u32 = 8;

/// What stands behind the id of a question whose baskets are meant.
const BASKETS: &str = "/baskets";

/// Where items come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemsFrom {
    /// The earlier question.
    pub question: SlideId,
    /// Whether its baskets are meant, and not its answers.
    #[serde(default)]
    pub baskets: bool,
    /// How many of them.
    #[serde(default = "top")]
    pub top: u32,
}

fn top() -> u32 {
    ITEMS_TOP
}

impl ItemsFrom {
    /// Reads `items-from` and `items-top`.
    pub(crate) fn read(reader: &mut KindReader<'_, '_>) -> Option<Self> {
        let top = reader.settings.count("items-top");
        let Some(written) = reader.settings.text("items-from") else {
            reader.alone("items-top", "items-from");
            return None;
        };
        let baskets = written.strip_suffix(BASKETS);
        let question = SlideId(baskets.unwrap_or(&written).to_owned());
        Some(Self {
            question,
            baskets: baskets.is_some(),
            top: top.unwrap_or(ITEMS_TOP),
        })
    }

    /// What is wrong with it, beside a list of so many items.
    pub(crate) fn check(&self, listed: usize, (min, max): (usize, usize), findings: &mut Findings) {
        findings.range("items-top", self.top, min as i64, max as i64);
        if listed > 0 {
            findings.add(SlidePart::Key("items-from"), ContentProblem::ListTwice);
        }
    }

    /// Writes both.
    pub(crate) fn write(&self, lines: &mut SettingsWriter) {
        let behind = if self.baskets { BASKETS } else { "" };
        lines.text(
            "items-from",
            Some(&format!("{}{behind}", self.question.as_str())),
        );
        lines.number_unless("items-top", self.top, ITEMS_TOP);
    }
}

//! What a host does with a question to the speakers, as events say it.

use serde::{Deserialize, Serialize};

use crate::ids::AnswerId;

/// What a host does with a question to the speakers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QaChange {
    /// It stands in the list, whatever it did before.
    Approved,
    /// It stands in no list, and not on the stage.
    Refused,
    /// It is what is being answered, in place of another one.
    Chosen,
    /// It was answered.
    Answered,
    /// It counts as another one, or as itself again.
    Merged {
        /// The other one; nothing to let it be itself again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        into: Option<AnswerId>,
    },
    /// It is for one of the speakers, or for all.
    Assigned {
        /// For whom, by name; nothing for all.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<String>,
    },
    /// It was answered in writing.
    Replied {
        /// How; empty to take it back, and nothing once the question has been erased.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
    },
}

//! The results of a question by groups.

use serde::{Deserialize, Serialize};

use super::GroupName;
use crate::ids::SlideId;
use crate::question::Results;

/// The results of a question by what people answered to an earlier one, or by their groups.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SplitResults {
    /// The earlier question; `groups` where it is by those.
    pub id: SlideId,
    /// Its prompt; nothing of groups.
    pub prompt: String,
    /// The groups in the order of its options, then who answered none of them, then those that were
    /// folded; each of at least [`PUBLISHED_VOTERS_MIN`](crate::limits::PUBLISHED_VOTERS_MIN).
    /// None where there are too few people to be divided.
    pub groups: Vec<SplitGroup>,
}

/// Who gave one answer to the earlier question, and what theirs come to now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SplitGroup {
    /// Which answer.
    pub name: SplitName,
    /// How many of their answers count.
    pub voters: u64,
    /// What these add up to.
    pub results: Results,
}

/// What a group has in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum SplitName {
    /// They gave that answer to it.
    Answer {
        /// An option of the earlier question.
        label: String,
    },
    /// They did not answer it.
    Unanswered,
    /// They are in that group of the deck.
    Group(GroupName),
    /// They are in none.
    NoGroup,
    /// They are in groups that are too small to be told apart.
    Others {
        /// In how many.
        groups: u32,
    },
}

//! What pages need to know of a question for words.

use serde::{Deserialize, Serialize};

use super::WordsLayout;

/// Short entries.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WordsInput {
    /// How many.
    pub entries: u32,
    /// Characters each.
    pub length: u32,
    /// How results are drawn.
    pub layout: WordsLayout,
}

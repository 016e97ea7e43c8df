//! What pages need to know of a choice.

use serde::{Deserialize, Serialize};

use super::{ChoiceLayout, Pick};

/// One or several options.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChoiceInput {
    /// In deck order.
    pub options: Vec<InputOption>,
    /// How many may be picked.
    pub pick: Pick,
    /// Whether each phone gets its own order.
    pub shuffle: bool,
    /// How results are drawn.
    pub layout: ChoiceLayout,
}

/// One option.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InputOption {
    /// As in the deck.
    pub label: String,
    /// Takes a text of its own.
    pub other: bool,
    /// Address and description of its picture.
    pub image: Option<(String, String)>,
}

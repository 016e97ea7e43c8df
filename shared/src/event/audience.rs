//! Who sees results.

use serde::{Deserialize, Serialize};

/// Who sees results.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// The projected page.
    Stage,
    /// The participants' pages.
    Phones,
}

//! What pages need to know of an open question.

use serde::{Deserialize, Serialize};

use super::OpenLayout;

/// Texts, added one at a time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OpenInput {
    /// How many.
    pub entries: u32,
    /// Characters each.
    pub length: u32,
    /// Upvotes to give.
    pub votes: u32,
    /// How results are drawn.
    pub layout: OpenLayout,
    /// Headings of the columns layout.
    pub columns: Vec<String>,
}

impl OpenInput {
    /// Under which headings the stage sets answers; none where it doesn't.
    pub fn headings(&self) -> &[String] {
        self.layout.headings(&self.columns)
    }
}

//! What pages need to know of an open question.

use serde::{Deserialize, Serialize};

use super::{OpenLayout, apart};

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

    /// Whether another text may be added to those that somebody, or their group, has given. Of a
    /// group one stands under each heading.
    pub(in crate::question) fn takes_more(&self, texts: &[&str], by_group: bool) -> bool {
        let headings = self.headings();
        if !by_group || headings.is_empty() {
            return texts.len() < self.entries as usize;
        }
        let has = |number| {
            texts
                .iter()
                .any(|text| apart(headings, text).0 == Some(number))
        };
        !(1..=headings.len()).all(has)
    }
}

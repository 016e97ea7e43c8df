//! What a form that was sent comes to.

use shared::question::Fields;

/// What a form that was sent comes to.
pub enum Submission {
    /// A whole answer, which may replace another.
    Answer(Fields),
    /// A text that is added to others.
    Text(String),
}

//! `open`: texts of one's own, which others may vote for. All that a page shows and says of it.

use shared::question::open::{OpenInput, OpenLayout, OpenResults};

use crate::kinds::figure_context::FigureData;
use crate::kinds::{AnswerMode, Moderates};

pub mod figure;
pub mod form;
pub mod quotes;
pub mod reading;
pub mod results;
pub mod sent;
pub mod sentences;
pub mod split;
pub mod wall;

/// What was asked, and what it came to.
pub type OpenFigure<'a> = FigureData<'a, OpenInput, OpenResults>;

/// What people give.
pub const ANSWER_MODE: AnswerMode = AnswerMode::Texts;

/// What can be hidden and merged.
pub const MODERATES: Moderates = Moderates::Answers;

/// How many votes everybody has for the answers of others.
pub fn upvotes(input: &OpenInput) -> u32 {
    input.votes
}

/// How results are shown where what is asked now is of another kind.
pub static PLAIN: OpenInput = OpenInput {
    entries: 1,
    length: 0,
    votes: 0,
    layout: OpenLayout::Wall,
    columns: Vec::new(),
};

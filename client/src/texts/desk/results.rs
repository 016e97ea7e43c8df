//! What the page with what came out of a room says.

pub use crate::messages::results_page::{
    ResultsPageTexts, asked, asked_state, field_count, field_mean, found, found_first, rest,
    round_of, typed, votes, waiting, when, when_begun,
};

//! `open`: texts of one's own, which others may vote for. All that a page shows and says of it.

pub mod figure;
pub mod form;
pub mod reading;
pub mod results;
pub mod sent;
pub mod sentences;
pub mod wall;

//! `scale`: a value for each statement. All that a page shows and says of it.

pub mod columns;
pub mod figure;
pub mod form;
pub mod means;
pub mod reading;
pub mod results;
pub mod sent;
pub mod sentences;

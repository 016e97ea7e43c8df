//! `number`: a number that people type. All that a page shows and says of it.

pub mod axis;
pub mod columns;
pub mod figure;
pub mod form;
mod middle;
pub mod reading;
pub mod results;
pub mod sent;
pub mod sentences;
#[cfg(test)]
mod tests;

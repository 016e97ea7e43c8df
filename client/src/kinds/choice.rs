//! `choice`: one or several of some options. All that a page shows and says of it.

pub mod donut;
pub mod figure;
pub mod form;
pub mod picture;
pub mod places;
pub mod reading;
pub mod results;
pub mod sent;
pub mod sentences;
#[cfg(test)]
mod tests;

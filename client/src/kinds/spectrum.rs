//! `spectrum`: a place on the line between two poles. All that a page shows and says of it.

pub mod figure;
pub mod form;
pub mod line;
pub mod pole;
pub mod poles;
pub mod reading;
pub mod results;
pub mod sent;
pub mod sentences;
pub mod slope_chart;
#[cfg(test)]
mod tests;

//! Question kinds. Each has one file with its settings, how an answer is validated and normalised,
//! how answers add up, and what the results look like. Placeholder.

pub mod choice;
pub mod open;
pub mod scale;
pub mod spectrum;
pub mod words;

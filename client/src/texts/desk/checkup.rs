//! What the page says that looks whether people can take part here.
//!
//! `…` stands where the page's script puts a number.

pub use crate::messages::checkup::CheckupTexts;

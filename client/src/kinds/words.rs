//! `words`: short entries, as a cloud or a list. All that a page shows and says of it.

pub mod cloud;
pub mod figure;
pub mod form;
pub mod reading;
pub mod results;
pub mod sent;
pub mod sentences;

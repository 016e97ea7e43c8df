//! The small parts that pages are made of. They know no question and no room: what they say is
//! handed in.

pub mod bidi;
pub mod drawing;
pub mod mark;
pub mod multiline;
pub mod number;
pub mod order;
pub mod shuffle;
pub mod tag;

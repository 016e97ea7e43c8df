//! What the page says on which people read afterwards what came out of a room, and the one at the
//! desk.

pub use crate::messages::after_page::{
    AfterPageTexts, closed_since, open_until, place_of, status_open, status_over, url_row,
};

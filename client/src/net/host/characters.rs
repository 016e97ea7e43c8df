//! Whether keys of one character are off, as this browser keeps it for every page of a host.

use crate::net::storage;

const NAME: &str = "peil-keys";
const OFF: &str = "off";

/// Whether they are.
pub fn are_off() -> bool {
    storage::load(NAME).is_some_and(|kept| kept == OFF)
}

/// Keeps that they are, or no longer.
pub fn keep(off: bool) {
    storage::keep(NAME, if off { OFF } else { "on" });
}

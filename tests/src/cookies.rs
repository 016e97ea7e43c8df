//! The cookies of one browser.

use std::collections::BTreeMap;

/// Values by name.
pub type CookieValues = BTreeMap<String, String>;

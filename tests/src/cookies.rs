//! The cookies of one browser.

use std::collections::BTreeMap;

/// Values by name.
pub type Cookies = BTreeMap<String, String>;

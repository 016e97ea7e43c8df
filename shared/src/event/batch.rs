//! What is stored at once.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Event;
use crate::host::Actor;
use crate::ids::ProducerId;

/// What one append to the journal stores: all or nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Batch {
    /// The version of the validation that produced the events.
    pub rules: u16,
    /// Which start of which process wrote it.
    #[serde(rename = "boot")]
    pub producer: ProducerId,
    /// Counts within the producer, from 1. A batch whose counter was seen already changes nothing.
    pub counter: u64,
    /// In order.
    pub events: Vec<Event>,
    /// Which host asked for which of them, by their places from 0.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by: BTreeMap<usize, Actor>,
}

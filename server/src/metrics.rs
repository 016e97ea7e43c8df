//! What this process has done and is doing, in numbers for whoever watches it: [`FIGURES`]. Whoever
//! does something counts it there.
//!
//! They are counted with single atomics, never under a lock, and belong to the process: a test that
//! shares its process with others can't read them. No label holds what people choose (rooms,
//! addresses, answers), so the number of figures has an end.
//!
//! [`text`] writes them for Prometheus, [`process`] asks the kernel for what only it knows.
//! docs/protocol.md lists every one.

use std::time::Duration;

pub mod count;
pub mod process;
pub mod text;

#[cfg(test)]
mod tests;

use count::{Counter, Gauge, Histogram, MetricFamily};

/// The figures of this process.
pub static FIGURES: Metrics = Metrics::new();

/// From a tenth of a millisecond to ten seconds, in microseconds: a disk's fsync lies in between.
const TIMES_US: [u64; 16] = [
    100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000,
    1_000_000, 2_500_000, 5_000_000, 10_000_000,
];
const SIZES: [u64; 11] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000];
const BYTES: [u64; 9] = [
    256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216,
];
const MICROSECONDS: f64 = 1e-6;
const ONES: f64 = 1.0;

/// Everything that is counted.
pub struct Metrics {
    /// Open sockets by audience.
    pub sockets: MetricFamily<Gauge>,
    /// Sockets that were closed by us, by reason.
    pub sockets_closed: MetricFamily<Counter>,
    /// Sockets that have not taken all that was written.
    pub sockets_behind: Gauge,
    /// Bytes that the kernel took for sockets.
    pub socket_bytes: Counter,
    /// Views that were new, by audience.
    pub views_made: MetricFamily<Counter>,
    /// Views that sockets took or began to take.
    pub views_sent: Counter,
    /// Answers and votes that were stored and changed something.
    pub answers_stored: Counter,
    /// From an answer's way into the room to its acknowledgement.
    pub ack: Histogram<16>,
    /// Participants who had to wait until they could join.
    pub joins_waited: Counter,
    /// What was not done, by code.
    pub refusals: MetricFamily<Counter>,
    /// Events that went into one record together.
    pub batch_events: Histogram<11>,
    /// One transaction with its fsync.
    pub commit: Histogram<16>,
    /// Records and documents that shared a transaction.
    pub commit_changes: Histogram<11>,
    /// Their bytes.
    pub commit_bytes: Histogram<9>,
    /// Reading a room from its journal.
    pub room_load: Histogram<16>,
    /// Rooms that left memory because nobody looked.
    pub rooms_unloaded: Counter,
    /// Connections that may still come before they are turned away.
    pub connections_left: Gauge,
}

impl Metrics {
    const fn new() -> Self {
        Self {
            sockets: MetricFamily::gauges(),
            sockets_closed: MetricFamily::counters(),
            sockets_behind: Gauge::zero(),
            socket_bytes: Counter::zero(),
            views_made: MetricFamily::counters(),
            views_sent: Counter::zero(),
            answers_stored: Counter::zero(),
            ack: Histogram::new(TIMES_US, MICROSECONDS),
            joins_waited: Counter::zero(),
            refusals: MetricFamily::counters(),
            batch_events: Histogram::new(SIZES, ONES),
            commit: Histogram::new(TIMES_US, MICROSECONDS),
            commit_changes: Histogram::new(SIZES, ONES),
            commit_bytes: Histogram::new(BYTES, ONES),
            room_load: Histogram::new(TIMES_US, MICROSECONDS),
            rooms_unloaded: Counter::zero(),
            connections_left: Gauge::zero(),
        }
    }
}

/// A duration as histograms of time take it.
pub fn us(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}

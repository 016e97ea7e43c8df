//! The ways to count: up, up and down, by name, by size. All relaxed atomics: a figure may be a
//! moment older than its neighbour.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

/// Names by which one figure may be split. Above this they share one place, [`OTHER`].
const NAMES: usize = 96;
/// The name of what found no place.
pub const OTHER: &str = "other";

/// What only grows.
pub struct Counter(AtomicU64);

impl Counter {
    /// From 0.
    pub const fn zero() -> Self {
        Self(AtomicU64::new(0))
    }

    /// That much more.
    pub fn add(&self, more: u64) {
        self.0.fetch_add(more, Ordering::Relaxed);
    }

    /// Now.
    pub fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// What grows and shrinks.
pub struct Gauge(AtomicI64);

impl Gauge {
    /// From 0.
    pub const fn zero() -> Self {
        Self(AtomicI64::new(0))
    }

    /// That much more, or less.
    pub fn add(&self, more: i64) {
        self.0.fetch_add(more, Ordering::Relaxed);
    }

    /// As it is now.
    pub fn set(&self, now: i64) {
        self.0.store(now, Ordering::Relaxed);
    }

    /// Now.
    pub fn get(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Counts something for as long as it lives.
pub struct GaugeGuard(&'static Gauge);

impl GaugeGuard {
    /// One more, until this is dropped.
    pub fn by(gauge: &'static Gauge) -> Self {
        gauge.add(1);
        Self(gauge)
    }
}

impl Drop for GaugeGuard {
    fn drop(&mut self) {
        self.0.add(-1);
    }
}

/// One figure for each of a few names that stand in the source. Finding one takes no lock: a name
/// that was given a place keeps it.
pub struct MetricFamily<T> {
    slots: [NamedMetric<T>; NAMES],
    other: T,
}

struct NamedMetric<T> {
    name: OnceLock<&'static str>,
    figure: T,
}

impl MetricFamily<Counter> {
    /// No names yet.
    pub const fn counters() -> Self {
        Self {
            slots: [const {
                NamedMetric {
                    name: OnceLock::new(),
                    figure: Counter::zero(),
                }
            }; NAMES],
            other: Counter::zero(),
        }
    }

    /// One more of that name.
    pub fn count(&self, name: &'static str) {
        self.of(name).add(1);
    }

    /// Each name that was counted, and how often.
    pub fn all(&self) -> Vec<(&'static str, i64)> {
        self.with(|figure| i64::try_from(figure.get()).unwrap_or(i64::MAX))
    }
}

impl MetricFamily<Gauge> {
    /// No names yet.
    pub const fn gauges() -> Self {
        Self {
            slots: [const {
                NamedMetric {
                    name: OnceLock::new(),
                    figure: Gauge::zero(),
                }
            }; NAMES],
            other: Gauge::zero(),
        }
    }

    /// Each name that was counted, and what it is at.
    pub fn all(&self) -> Vec<(&'static str, i64)> {
        self.with(Gauge::get)
    }
}

impl<T> MetricFamily<T> {
    /// The figure of that name.
    pub fn of(&self, name: &'static str) -> &T {
        let slot = self
            .slots
            .iter()
            .find(|slot| *slot.name.get_or_init(|| name) == name);
        slot.map_or(&self.other, |slot| &slot.figure)
    }

    fn with(&self, read: impl Fn(&T) -> i64) -> Vec<(&'static str, i64)> {
        let named = self
            .slots
            .iter()
            .map_while(|slot| Some((*slot.name.get()?, read(&slot.figure))));
        let other = Some((OTHER, read(&self.other))).filter(|(_, figure)| *figure != 0);
        named.chain(other).collect()
    }
}

/// How many were at most how large, and their sum.
pub struct Histogram<const N: usize> {
    bounds: [u64; N],
    /// What one unit that is counted is in the unit that is shown.
    unit: f64,
    buckets: [AtomicU64; N],
    above: AtomicU64,
    sum: AtomicU64,
}

impl<const N: usize> Histogram<N> {
    /// Empty. Bounds rise.
    pub const fn new(bounds: [u64; N], unit: f64) -> Self {
        let buckets = [const { AtomicU64::new(0) }; N];
        Self {
            bounds,
            unit,
            buckets,
            above: AtomicU64::new(0),
            sum: AtomicU64::new(0),
        }
    }

    /// Counts one of that size.
    pub fn observe(&self, size: u64) {
        let bucket = self.bounds.partition_point(|bound| *bound < size);
        self.buckets
            .get(bucket)
            .unwrap_or(&self.above)
            .fetch_add(1, Ordering::Relaxed);
        self.sum.fetch_add(size, Ordering::Relaxed);
    }

    /// For each bound, in the unit that is shown, how many were at most that; then how many there
    /// were, and their sum.
    pub fn read(&self) -> (Vec<(f64, u64)>, u64, f64) {
        let mut below = 0;
        let steps = self
            .bounds
            .iter()
            .zip(&self.buckets)
            .map(|(bound, bucket)| {
                below += bucket.load(Ordering::Relaxed);
                (*bound as f64 * self.unit, below)
            });
        let steps: Vec<_> = steps.collect();
        let sum = self.sum.load(Ordering::Relaxed) as f64 * self.unit;
        (steps, below + self.above.load(Ordering::Relaxed), sum)
    }
}

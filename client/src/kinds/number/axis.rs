//! The axis of numbers: as many slots as there are columns and some beside them, and where each
//! number lies on it.

use shared::question::number::decimal::UNIT;
use shared::question::number::{COLUMNS, NumberHistogram, NumberInput, nice_step};

/// Slots of an axis at least, as far as there can be numbers there: one column alone is no wall.
const LEAST: usize = 9;
/// Fewer slots than these has an axis on which nothing lies yet.
const EMPTY: i64 = 11;
/// What sums of decimals may be beside each other.
const NEAR: f64 = 1e-6;

/// The axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// What the first slot begins with.
    pub from: f64,
    pub step: f64,
    /// Whether a slot is one number, which then lies in its middle.
    pub single: bool,
    pub slots: usize,
    /// In which slot the first column stands.
    pub first: usize,
}

impl Axis {
    /// For these columns, with room for other numbers that are to be marked where they lie near;
    /// nothing where there is neither a column nor a range.
    pub fn of(input: &NumberInput, histogram: &NumberHistogram, marked: &[f64]) -> Option<Self> {
        if histogram.counts.is_empty() {
            return Self::empty(input);
        }
        let NumberHistogram {
            from,
            step,
            single,
            ref counts,
        } = *histogram;
        let mut axis = Self {
            from,
            step,
            single,
            slots: counts.len(),
            first: 0,
        };
        marked.iter().for_each(|value| axis.reach(*value));
        axis.widen(input);
        Some(axis)
    }

    /// From the smallest number that may be given to the largest.
    fn empty(input: &NumberInput) -> Option<Self> {
        let [from, to] = [input.from?, input.to?].map(|value| (value * UNIT as f64) as i64);
        let step = nice_step(to.saturating_sub(from), EMPTY, 1);
        let (first, last) = (from.div_euclid(step), to.saturating_sub(1).div_euclid(step));
        let slots = usize::try_from(last.saturating_sub(first)).ok()? + 1;
        let [from, step] =
            [first.saturating_mul(step), step].map(|value| value as f64 / UNIT as f64);
        Some(Self {
            from,
            step,
            single: false,
            slots,
            first: 0,
        })
    }

    /// Takes in a number beside it, unless it lies far off.
    fn reach(&mut self, value: f64) {
        let slot = ((value - self.from) / self.step + NEAR).floor();
        let (before, behind) = ((-slot).max(0.0), (slot + 1.0 - self.slots as f64).max(0.0));
        if before.max(behind) + self.slots as f64 <= COLUMNS as f64 {
            self.begin_before(before as usize);
            self.slots += behind as usize;
        }
    }

    /// More slots at both sides, where numbers can be given there.
    fn widen(&mut self, input: &NumberInput) {
        let least = input
            .from
            .unwrap_or(if self.from >= 0.0 { 0.0 } else { f64::MIN });
        let most = input.to.unwrap_or(f64::MAX);
        let mut before = false;
        while self.slots < LEAST {
            let end = self.from + self.slots as f64 * self.step;
            let (room_before, room_behind) =
                (self.from - self.step >= least - NEAR, end <= most + NEAR);
            match (room_before && (before || !room_behind), room_behind) {
                (true, _) => self.begin_before(1),
                (false, true) => self.slots += 1,
                (false, false) => return,
            }
            before = !before;
        }
    }

    fn begin_before(&mut self, slots: usize) {
        self.from -= slots as f64 * self.step;
        self.slots += slots;
        self.first += slots;
    }

    /// Where a number lies, in slots from the start; at an end where it lies beyond.
    pub fn place(&self, value: f64) -> f64 {
        let middle = if self.single { 0.5 } else { 0.0 };
        ((value - self.from) / self.step + middle).clamp(0.0, self.slots as f64)
    }

    /// Whether a number lies on it.
    pub fn holds(&self, value: f64) -> bool {
        let last =
            self.from + (self.slots as f64 - if self.single { 1.0 } else { 0.0 }) * self.step;
        (self.from - NEAR..=last + NEAR).contains(&value)
    }

    /// The numbers that stand below it, every so many of them.
    pub fn ticks(&self, every: usize) -> impl Iterator<Item = f64> {
        let (from, step) = ((self.from / self.step).round() as i64, self.step);
        let numbers = 0..self.slots as i64 + i64::from(!self.single);
        let numbers = numbers.map(move |slot| from.saturating_add(slot));
        numbers
            .filter(move |number| number.rem_euclid(every as i64) == 0)
            .map(move |number| number as f64 * step)
    }
}

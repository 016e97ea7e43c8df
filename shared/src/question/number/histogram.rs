//! Values in columns: as few as a picture has room for, each of a width that people count in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::decimal::{UNIT, number};

/// Columns that there are at most.
pub const COLUMNS: i64 = 25;

/// How many answers there are in each column, from the smallest value that is no outlier to the
/// largest.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NumberHistogram {
    /// Where the first begins.
    pub from: f64,
    /// How wide each is: 1, 2 or 5, or one of these by ten, hundred …
    pub step: f64,
    /// Whether a column holds one value, and not all from where it begins to where the next does.
    pub single: bool,
    /// Answers.
    pub counts: Vec<u64>,
}

/// The narrowest of 1, 2, 5, 10 … thousandths, and no narrower than the least, of which fewer than
/// so many fit into a span.
pub fn nice_step(span: i64, most: i64, least: i64) -> i64 {
    let mut nice = (0..18).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_i64.pow(power)));
    nice.find(|step| *step >= least && span / step < most)
        .unwrap_or(i64::MAX)
}

impl NumberHistogram {
    /// Of values with how often each was given, in thousandths.
    pub(super) fn of(counts: &BTreeMap<i64, u64>, (first, last): (i64, i64)) -> Self {
        let inside = || counts.range(first..=last);
        // Whole numbers stay whole, and tenths tenths.
        let grains = [UNIT, UNIT / 10, UNIT / 100];
        let grain = grains
            .into_iter()
            .find(|grain| inside().all(|(value, _)| value % grain == 0))
            .unwrap_or(1);
        let mut step = nice_step(last - first, COLUMNS, grain);
        // Where the first column begins before the first value there may be one more.
        let columns = |step: i64| last.div_euclid(step) - first.div_euclid(step) + 1;
        if columns(step) > COLUMNS {
            step = nice_step(last - first, COLUMNS, step + 1);
        }
        let from = first.div_euclid(step);
        let mut columns = vec![0; usize::try_from(columns(step)).unwrap_or_default()];
        for (value, count) in inside() {
            let place = usize::try_from(value.div_euclid(step) - from).unwrap_or(usize::MAX);
            columns
                .get_mut(place)
                .into_iter()
                .for_each(|column| *column += count);
        }
        Self {
            from: number(from * step),
            step: number(step),
            single: step == grain,
            counts: columns,
        }
    }
}

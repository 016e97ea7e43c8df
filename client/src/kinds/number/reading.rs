//! What a number question asks and comes to, from JSON.

use shared::question::number::decimal::DecimalMark;
use shared::question::number::{Nearest, NumberHistogram, NumberInput, NumberResults, Outliers};

use crate::reading::{fields, words};

words!(DecimalMark { "comma" => Comma, "point" => Point });
fields!(NumberResults {
    voters,
    mean,
    median,
    quartiles,
    values,
    outliers,
    columns,
    correct,
    nearest
});
fields!(Outliers {
    below,
    above,
    lows,
    highs
});
fields!(NumberHistogram {
    from,
    step,
    single,
    counts
});
fields!(Nearest { values, voters });
fields!(NumberInput {
    from,
    to,
    low,
    high,
    unit,
    mark
});

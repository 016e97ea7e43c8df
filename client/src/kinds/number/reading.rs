//! What a number question asks and comes to, from JSON.

use shared::question::number::decimal::DecimalMark;
use shared::question::number::{Nearest, NumberHistogram, NumberInput, Outliers, Results};

use crate::reading::{fields, words};

words!(DecimalMark { "comma" => Comma, "point" => Point });
fields!(Results {
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

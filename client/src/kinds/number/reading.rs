//! What a number question asks and comes to, from JSON.

use shared::protocol::view::Input;
use shared::question::Results as AnyResults;
use shared::question::number::decimal::DecimalMark;
use shared::question::number::{Nearest, NumberHistogram, Outliers, Results};

use crate::reading::{Json, Read, fields, variant, words};

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

pub fn input(json: &impl Json) -> Option<Input> {
    variant!(
        json,
        Input::Number {
            from,
            to,
            low,
            high,
            unit,
            mark
        }
    )
}

pub fn results(json: &impl Json) -> Option<AnyResults> {
    Results::read(json).map(AnyResults::Number)
}

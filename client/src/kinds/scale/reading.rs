//! What a scale asks and comes to, from JSON.

use shared::protocol::view::Input;
use shared::question::Results as AnyResults;
use shared::question::scale::{Results, StatementResults};

use crate::reading::{Json, Read, fields, variant};

fields!(Results {
    voters,
    skipped,
    from,
    statements
});
fields!(StatementResults {
    label,
    counts,
    mean,
    skipped
});

pub fn input(json: &impl Json) -> Option<Input> {
    variant!(
        json,
        Input::Scale {
            statements,
            from,
            to,
            low,
            high
        }
    )
}

pub fn results(json: &impl Json) -> Option<AnyResults> {
    Results::read(json).map(AnyResults::Scale)
}

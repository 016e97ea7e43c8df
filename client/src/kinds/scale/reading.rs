//! What a scale asks and comes to, from JSON.

use shared::question::scale::{Results, ScaleInput, StatementResults};

use crate::reading::fields;

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
fields!(ScaleInput {
    statements,
    from,
    to,
    low,
    high
});

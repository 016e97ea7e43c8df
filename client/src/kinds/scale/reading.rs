//! What a scale asks and comes to, from JSON.

use shared::question::scale::{ScaleInput, ScaleResults, StatementResults};

use crate::reading::fields;

fields!(ScaleResults {
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

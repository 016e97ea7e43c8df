//! The one gate through which figures pass that are made of what people told in confidence: nothing
//! of fewer than [`FEWEST`] of them.

use crate::question::{FieldTotals, FilledForm, FormField, totals};

/// People of whom figures are made, fewest.
pub const FEWEST: usize = 5;

/// The totals of the ratings and choices of a form; nothing of too few.
pub fn form_totals(asked: &[FormField], forms: &[FilledForm]) -> Option<Vec<FieldTotals>> {
    (forms.len() >= FEWEST).then(|| totals(asked, forms))
}

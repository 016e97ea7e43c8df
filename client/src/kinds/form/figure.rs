//! What the stage shows of a form: nothing that anybody filled in.

use leptos::prelude::AnyView;
use shared::question::form::FormResults;

use crate::charts::frame::Drawing;
use crate::charts::hidden;
use crate::kinds::figure_context::FigureContext;
use crate::texts::stage::stage;

/// Where the figure of another kind stands: how it is filled in.
pub fn figure(context: &FigureContext<'_>) -> AnyView {
    hidden::quiet(stage(context.language).form)
}

/// A form has no picture: what was filled in is for who asked for it alone.
pub fn drawings() -> Vec<Drawing> {
    Vec::new()
}

/// Whether what stands there while results are hidden says so itself. It says how it is filled in:
/// results are never shown.
pub const SAYS_HIDDEN: bool = true;

/// How many pages a stage needs, and which of them shows first, from 0.
pub const PAGES: (usize, usize) = (1, 0);

/// The results of a form that nobody has filled in.
pub fn nothing() -> FormResults {
    FormResults {
        voters: 0,
        fields: None,
    }
}

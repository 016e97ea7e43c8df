//! The sheet that all pages are: its measures, which way it goes, and what it is called where it
//! has no name.

use fonts::{TextWay, way};
use shared::report::Report;

/// A4, in points.
pub const PAGE: (f32, f32) = (595.28, 841.89);
/// What is free beside and above the text, and how much of a page is text.
pub const LEFT: f32 = 46.0;
pub const TOP: f32 = 82.0;
pub const WIDTH: f32 = PAGE.0 - 2.0 * LEFT;
pub const HEIGHT: f32 = 690.0;

/// What something is called that has no name.
pub const NAME_OF_ALL: &str = "peil";

/// Which way the document goes.
pub fn way_of(report: &Report) -> TextWay {
    let texts = [&report.title, &report.kind, &report.footer];
    let known = texts.into_iter().find_map(|text| way(text));
    known.unwrap_or(TextWay::FromLeft)
}

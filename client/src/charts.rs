//! Shared drawing of results as pictures: data in, SVG out.
//!
//! Pure: no measuring, no browser, fixed viewBoxes, the same on the server and in the browser.
//! Widths of texts come from the font's own advances ([`measure`]). A picture is a list of
//! [`mark::Mark`]s, which gets its [`frame`] and a table with the same numbers behind it. No kind
//! of question is known here: what one of them draws stands in its own folder of `kinds`.
//!
//! They are the stage's. Phones tell results in their own, lighter way
//! (`views/participant/results`), with the same order, shares and words.

pub mod bars;
pub mod categories;
pub mod cells;
pub mod column_chart;
pub mod density_curve;
pub mod dot_plot;
pub mod frame;
pub mod heading;
pub mod hidden;
pub mod listing;
pub mod mark;
pub mod measure;
pub mod share;
pub mod side_list;
pub mod split_columns;
pub mod split_rows;
pub mod stops;
#[cfg(test)]
pub(crate) mod tests;
pub mod text_columns;

pub use heading::Heading;
pub use mark::Pointed;

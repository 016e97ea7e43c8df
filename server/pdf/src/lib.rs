//! A report as a PDF to send and to print: A4, tagged for who listens to it (PDF/UA-1), in peil's
//! own fonts, its figures as lines and letters. Knows no clock and no files: the same report gives
//! the same bytes.
//!
//! Whatever stands in a report is text, set letter by letter: there is no language here that it
//! could be read as.

mod body;
mod figure;
mod font_book;
mod letters;
mod page;
mod paint;
mod row;
mod sheet;
mod structure;
mod table;

use shared::report::Report;

/// Why there is no document.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// What is asked of a PDF for everybody can't be held.
    #[error("the document can't be written as PDF/UA-1")]
    Refused,
}

/// The file.
///
/// `page_of` is what stands below each page, with `{page}` and `{pages}` where the numbers are:
/// `{page} van {pages}`. A figure that can't be drawn is its description, as a paragraph.
///
/// # Errors
/// Where it can't be what it says it is; no text of a report should come to that.
pub fn pdf(report: &Report, page_of: &str) -> Result<Vec<u8>, PdfError> {
    let fonts = font_book::FontBook::of(report, page_of);
    let body = body::written(report, &fonts);
    let pages = page::pages(report, page_of, &fonts, body.rows);
    paint::painted(report, &fonts, pages, body.structure)
}

#[cfg(test)]
mod tests;

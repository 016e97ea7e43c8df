//! A report as a document that Word people write on: real headings, lists, tables and alternative
//! texts, in styles of Word's own. Knows no clock and no files: the same report gives the same
//! bytes.
//!
//! It is written in Calibri, which whoever writes on has (or LibreOffice's Carlito, as wide): a
//! face of ours would be another one on every other machine.

mod body;
mod figure;
mod package;
mod page;
mod paragraph;
mod table;
mod xml;

use shared::report::{Report, ReportFigure};

/// A picture of a report's figure, as PNG: Word shows SVG only beside one, and in whatever font the
/// reader has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigurePicture {
    /// The file.
    pub png: Vec<u8>,
    /// In pixels, at least 1.
    pub width: u32,
    /// In pixels, at least 1.
    pub height: u32,
}

/// Why there is no document.
#[derive(Debug, thiserror::Error)]
pub enum DocxError {
    /// More than a ZIP file holds.
    #[error("the document can't be packed")]
    Packed(#[from] zip::result::ZipError),
}

/// The file.
///
/// `page_of` is what stands below each page, with `{page}` and `{pages}` where the numbers are:
/// `{page} van {pages}`. A figure without a picture is its description, as a paragraph.
pub fn docx(
    report: &Report,
    page_of: &str,
    picture_of: impl Fn(&ReportFigure) -> Option<FigurePicture>,
) -> Result<Vec<u8>, DocxError> {
    let document = body::written(report, &picture_of);
    Ok(package::packed(report, page_of, &document)?)
}

#[cfg(test)]
mod tests;

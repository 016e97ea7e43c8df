//! A book of tables as an XLSX file: numbers are numbers, texts stay texts whatever they look like,
//! moments are moments, and nothing is a formula. It runs in a child of the server, and knows no
//! room and no question.

use serde::{Deserialize, Serialize};

mod charting;
mod names;
mod writing;

/// A file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableBook {
    pub title: String,
    pub sheets: Vec<BookSheet>,
}

/// A sheet: its tables stand below each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BookSheet {
    /// What is written on its tab, as far as it fits there.
    pub name: String,
    pub heading: String,
    /// What is said below the heading.
    pub notes: Vec<String>,
    pub tables: Vec<BookTable>,
}

/// A table with one row of heads.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BookTable {
    pub heading: String,
    pub heads: Vec<String>,
    pub rows: Vec<Vec<BookCell>>,
    /// Of which columns a chart is drawn beside it.
    pub chart: Option<BookChart>,
}

/// A chart of a table's rows by its first column, with a series for each of these columns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BookChart {
    pub title: String,
    pub form: ChartForm,
    pub series: Vec<u16>,
}

/// What a chart is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChartForm {
    /// Bars from left to right, of what has names.
    Bars,
    /// Columns from left to right, of what has an order.
    Columns,
}

/// What is in a cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum BookCell {
    #[serde(rename = "e")]
    Empty,
    #[serde(rename = "t")]
    Text(String),
    #[serde(rename = "n")]
    Number(f64),
    /// From 0 to 1.
    #[serde(rename = "s")]
    Share(f64),
    /// Milliseconds since 1970, as the clock on the wall shows them.
    #[serde(rename = "m")]
    Moment(i64),
}

/// Why there is no file.
#[derive(Debug)]
pub struct BookError(rust_xlsxwriter::XlsxError);

impl std::fmt::Display for BookError {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "the tables can't be written as a spreadsheet")
    }
}

impl std::error::Error for BookError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

impl From<rust_xlsxwriter::XlsxError> for BookError {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        Self(error)
    }
}

impl TableBook {
    /// The file.
    ///
    /// # Errors
    /// Where a table is larger than spreadsheets take.
    pub fn bytes(&self) -> Result<Vec<u8>, BookError> {
        writing::bytes(self)
    }
}

#[cfg(test)]
mod tests;

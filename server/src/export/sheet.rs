//! CSV as spreadsheets read it: RFC 4180, no cell that a spreadsheet would run, and texts that stay
//! texts.

use super::inert::inert;
use super::rows::ExportCell;

/// Writes rows of cells. `excel` means semicolons, a byte order mark and decimal commas, as a Dutch
/// Excel expects them.
pub struct Sheet {
    excel: bool,
    writer: csv::Writer<Vec<u8>>,
}

impl Sheet {
    /// An empty sheet.
    pub fn new(excel: bool) -> Self {
        let start = if excel {
            "\u{feff}".as_bytes().to_vec()
        } else {
            Vec::new()
        };
        let mut builder = csv::WriterBuilder::new();
        builder
            .delimiter(if excel { b';' } else { b',' })
            .terminator(csv::Terminator::CRLF)
            .flexible(true);
        Self {
            excel,
            writer: builder.from_writer(start),
        }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = ExportCell>) {
        let excel = self.excel;
        let cells = cells.into_iter().map(|cell| match cell {
            ExportCell::Text(text) => inert(&text),
            // With a point it would become a date there, or text.
            ExportCell::Number(digits) if excel => digits.replace('.', ","),
            ExportCell::Number(text) | ExportCell::Moment(text) => text,
        });
        self.writer
            .write_record(cells)
            .expect("writing to memory does not fail");
    }

    /// The file.
    pub fn bytes(self) -> Vec<u8> {
        self.writer
            .into_inner()
            .expect("flushing to memory does not fail")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_runs_and_numbers_stay_numbers() {
        let mut sheet = Sheet::new(false);
        let texts = ["=1+1", "+31", "-5", "@a", "\tx", " =1", "a=b", "plain"]
            .map(|text| ExportCell::Text(text.to_owned()));
        sheet.row(texts);
        sheet.row([
            ExportCell::Number("-5".to_owned()),
            ExportCell::Text("zegt \"ja\",\nen nee".to_owned()),
        ]);
        let text = String::from_utf8(sheet.bytes()).unwrap();
        let mut excel = Sheet::new(true);
        excel.row([
            ExportCell::Number("10.5".to_owned()),
            ExportCell::Text("10.5".to_owned()),
            ExportCell::Moment("2026-11-28 15:03:05".to_owned()),
        ]);
        assert_eq!(
            String::from_utf8(excel.bytes()).unwrap(),
            "\u{feff}10,5;'10.5;2026-11-28 15:03:05\r\n"
        );
        assert_eq!(
            text,
            "'=1+1,'+31,'-5,'@a,'\tx,' =1,a=b,plain\r\n-5,\"zegt \"\"ja\"\",\nen nee\"\r\n"
        );
    }
}

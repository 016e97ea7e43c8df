//! An exported table, read by another program than the one that wrote it.

use std::collections::HashMap;

/// A table with a header.
#[derive(Clone, Debug)]
pub struct Table {
    /// The names of the columns, in order.
    pub header: Vec<String>,
    /// The rows, by column.
    pub rows: Vec<HashMap<String, String>>,
}

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

impl Table {
    /// Reads RFC 4180 with commas.
    #[track_caller]
    pub fn read(bytes: &[u8]) -> Self {
        assert!(
            !bytes.starts_with(BYTE_ORDER_MARK),
            "a byte order mark is for excel=1 only"
        );
        Self::read_separated(bytes, b',')
    }

    /// Reads what a Dutch spreadsheet opens by itself: a byte order mark and semicolons.
    #[track_caller]
    pub fn read_excel(bytes: &[u8]) -> Self {
        let text = bytes
            .strip_prefix(BYTE_ORDER_MARK)
            .expect("excel=1 begins with a byte order mark");
        Self::read_separated(text, b';')
    }

    #[track_caller]
    fn read_separated(bytes: &[u8], separator: u8) -> Self {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .from_reader(bytes);
        let header: Vec<String> = reader
            .headers()
            .expect("a header")
            .iter()
            .map(str::to_owned)
            .collect();
        let row = |row: Result<csv::StringRecord, csv::Error>| {
            let row = row.unwrap_or_else(|error| panic!("{error}"));
            header
                .iter()
                .cloned()
                .zip(row.iter().map(str::to_owned))
                .collect()
        };
        let rows = reader.records().map(row).collect();
        Self { header, rows }
    }

    /// The rows that have these cells.
    pub fn with(&self, cells: &[(&str, &str)]) -> Vec<&HashMap<String, String>> {
        let fits = |row: &&HashMap<String, String>| {
            cells
                .iter()
                .all(|(column, cell)| row.get(*column).is_some_and(|value| value == cell))
        };
        self.rows.iter().filter(fits).collect()
    }

    /// The cells of a column in the rows that have these cells, sorted.
    pub fn cells(&self, column: &str, cells: &[(&str, &str)]) -> Vec<String> {
        let mut found: Vec<String> = self
            .with(cells)
            .iter()
            .map(|row| row[column].clone())
            .collect();
        found.sort();
        found
    }

    /// Every cell and every header.
    pub fn every_cell(&self) -> impl Iterator<Item = &String> {
        self.header
            .iter()
            .chain(self.rows.iter().flat_map(HashMap::values))
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn a_table_is_read_with_quotes_and_line_breaks() {
        let table = Table::read(b"question,value\r\na,\"x, \"\"y\"\"\nz\"\r\na,2\r\nb,1\r\n");
        assert_eq!(
            table.cells("value", &[("question", "a")]),
            ["2", "x, \"y\"\nz"]
        );
        assert_eq!(
            Table::read_excel(b"\xef\xbb\xbfquestion;value\r\na;1,5\r\n").rows[0]["value"],
            "1,5"
        );
    }
}

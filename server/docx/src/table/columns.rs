//! Which columns of a table stand beside each other on a page, and how wide each of them is.

use shared::lettering;
use shared::report::ReportTable;

use crate::page::TEXT_WIDTH;

/// Beside each other on a page. Word itself opens no table with more than 63.
const MOST_COLUMNS: usize = 16;
/// A table of so many rows stays on one page.
const KEPT_TOGETHER: usize = 10;
/// Of a table's letters, in twentieths of a point, and larger: whose machine has not the font has a
/// wider one.
const SIZE: f64 = 230.0;
/// What is left free beside them.
const MARGIN: f64 = 220.0;

/// Some columns of a table, all of whose rows have as many cells.
pub struct TableColumns<'a> {
    pub caption: &'a str,
    pub head: Vec<&'a str>,
    pub rows: Vec<Vec<&'a str>>,
    /// Whether it stays on a page with what is below.
    keep_next: bool,
}

/// The table, or several with the same first column where a page would not hold it.
pub fn pages_of(table: &ReportTable, keep_next: bool) -> Vec<TableColumns<'_>> {
    let all = table.rows.iter().chain([&table.head]);
    let columns = all.map(Vec::len).max().unwrap_or(0);
    let others: Vec<usize> = (1..columns).collect();
    let pages = others.chunks(MOST_COLUMNS - 1).map(|others| {
        let chosen = [&[0], others].concat();
        chosen_of(table, &chosen, keep_next)
    });
    match columns {
        0 => Vec::new(),
        1 => vec![chosen_of(table, &[0], keep_next)],
        _ => pages.collect(),
    }
}

fn chosen_of<'a>(table: &'a ReportTable, chosen: &[usize], keep_next: bool) -> TableColumns<'a> {
    let cells = |row: &'a Vec<String>| {
        let cell = |at: &usize| row.get(*at).map_or("", String::as_str);
        chosen.iter().map(cell).collect::<Vec<_>>()
    };
    TableColumns {
        caption: &table.caption,
        head: if table.head.is_empty() {
            Vec::new()
        } else {
            cells(&table.head)
        },
        rows: table.rows.iter().map(cells).collect(),
        keep_next,
    }
}

impl TableColumns<'_> {
    fn column(&self, at: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().filter_map(move |row| row.get(at).copied())
    }

    /// How wide each is: as its texts are, or its share of the page.
    pub fn widths(&self) -> Vec<u32> {
        let columns = self.head.len().max(self.rows.first().map_or(0, Vec::len));
        let wanted = (0..columns).map(|at| {
            let head = self.head.get(at).map(|text| (*text, 700));
            let weight = if at == 0 { 700 } else { 400 };
            let cells = self.column(at).map(|text| (text, weight));
            let widest = cells
                .chain(head)
                .map(|(text, weight)| lettering::width(text, SIZE, weight))
                .fold(0.0, f64::max);
            widest + MARGIN
        });
        shares(&wanted.collect::<Vec<_>>(), f64::from(TEXT_WIDTH))
    }

    /// Whether a row, from 1, is on one page with what is below it.
    pub fn stays(&self, row: usize) -> bool {
        if row == self.rows.len() {
            self.keep_next
        } else {
            self.rows.len() <= KEPT_TOGETHER
        }
    }

    /// Numbers are compared by their ends.
    pub fn is_numeric(&self, at: usize) -> bool {
        let number = |text: &str| {
            text.is_empty()
                || text.contains(char::is_numeric) && !text.contains(char::is_alphabetic)
        };
        at > 0 && self.column(at).all(number)
    }
}

/// Who wants less than an equal share gets it, and the rest is shared by the others.
fn shares(wanted: &[f64], room: f64) -> Vec<u32> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]));
    let mut widths = vec![0; wanted.len()];
    let (mut left, mut others) = (room, wanted.len());
    for at in order {
        let width = wanted[at].min(left / others as f64);
        widths[at] = width as u32;
        left -= width;
        others -= 1;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_get_what_they_want_or_an_equal_share_of_what_is_left() {
        for (wanted, widths) in [
            (&[10.0, 20.0][..], &[10, 20][..]),
            (&[90.0, 10.0, 90.0], &[45, 10, 45]),
            (&[500.0], &[100]),
            (&[400.0, 400.0, 400.0, 400.0], &[25, 25, 25, 25]),
            (&[], &[]),
        ] {
            assert_eq!(shares(wanted, 100.0), widths, "{wanted:?}");
        }
    }

    #[test]
    fn a_table_wider_than_a_page_is_several_with_the_same_first_column() {
        let cells = |from: usize| (from..from + 40).map(|at| at.to_string()).collect();
        let table = ReportTable {
            caption: "Stellingen".to_owned(),
            head: cells(0),
            // One that lacks cells, and one with none.
            rows: vec![
                cells(100),
                vec!["kort".to_owned(), "1".to_owned()],
                Vec::new(),
            ],
        };
        let pages = pages_of(&table, false);
        let heads: Vec<_> = pages.iter().map(|page| page.head.clone()).collect();
        assert!(
            heads
                .iter()
                .all(|head| head[0] == "0" && head.len() <= MOST_COLUMNS)
        );
        let others: Vec<_> = heads.iter().flat_map(|head| head[1..].to_vec()).collect();
        assert_eq!(others.concat(), table.head[1..].concat());
        for page in &pages {
            let firsts: Vec<_> = page.column(0).collect();
            assert_eq!(firsts, ["100", "kort", ""]);
            assert!(page.rows.iter().all(|row| row.len() == page.head.len()));
            assert!(page.widths().iter().sum::<u32>() <= TEXT_WIDTH);
        }
    }

    #[test]
    fn numbers_stand_at_the_end_of_their_cells_and_words_do_not() {
        let table = ReportTable {
            caption: String::new(),
            head: Vec::new(),
            rows: [
                ["1", "1.310", "17 %", "12 min", "−3"],
                ["2", "", "8,1", "9", "x"],
            ]
            .map(|row| row.map(str::to_owned).to_vec())
            .to_vec(),
        };
        let pages = pages_of(&table, false);
        let numeric = (0..5).map(|at| pages[0].is_numeric(at));
        assert!(numeric.eq([false, true, true, false, false]));
    }

    #[test]
    fn a_short_table_stays_on_a_page_and_with_the_note_below_it() {
        let of_rows = |rows: usize| ReportTable {
            caption: String::new(),
            head: Vec::new(),
            rows: vec![vec!["1".to_owned()]; rows],
        };
        for (rows, keep_next, stay) in [
            (2, false, &[true, false][..]),
            (2, true, &[true, true]),
            (11, true, &[false; 10]),
        ] {
            let table = of_rows(rows);
            let pages = pages_of(&table, keep_next);
            let found: Vec<_> = (1..=stay.len()).map(|row| pages[0].stays(row)).collect();
            assert_eq!(found, stay, "{rows} rows");
            assert_eq!(pages[0].stays(rows), keep_next, "{rows} rows");
        }
    }

    #[test]
    fn nothing_is_left_of_a_table_without_cells() {
        let table = ReportTable {
            caption: "Leeg".to_owned(),
            head: Vec::new(),
            rows: vec![Vec::new()],
        };
        assert_eq!(pages_of(&table, false).len(), 0);
    }
}

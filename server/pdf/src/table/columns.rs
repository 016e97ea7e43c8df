//! How wide the columns of a table are, and how many stand beside each other.

use fonts::{Typesetter, way};
use shared::report::ReportTable;

use crate::letters::{CELL, HEAD_CELL, drawable};
use crate::sheet::WIDTH;

/// Between two columns, in points.
pub const GAP: f32 = 16.0;
/// No word makes a column wider than this; a longer one is broken.
const WORD_WIDEST: f32 = 90.0;
/// No column is less wide than this.
const LEAST: f32 = 16.0;

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct TableColumn {
    /// From 0; the first has the heads of the rows.
    pub number: usize,
    pub width: f32,
    /// The width under which its words are broken.
    least: f32,
    /// Whether nothing in it has a letter.
    pub is_of_numbers: bool,
}

impl TableColumn {
    /// Those of a table, each as wide as its widest text in one line.
    pub fn all(table: &ReportTable, setter: &mut Typesetter) -> Vec<Self> {
        let counts = table.rows.iter().map(Vec::len);
        let count = counts.chain([table.head.len()]).max().unwrap_or_default();
        let of = |number| {
            let mut column = Self {
                number,
                width: LEAST,
                least: LEAST,
                is_of_numbers: number > 0,
            };
            column.make_room(&column.cell(&table.head), true, setter);
            for row in &table.rows {
                let cell = column.cell(row);
                column.is_of_numbers &= way(&cell).is_none();
                column.make_room(&cell, false, setter);
            }
            column
        };
        (0..count).map(of).collect()
    }

    /// Its cell of a row; nothing where the row is shorter.
    pub fn cell(&self, row: &[String]) -> String {
        row.get(self.number)
            .map_or_else(String::new, |cell| drawable(cell))
    }

    fn make_room(&mut self, cell: &str, is_head: bool, setter: &mut Typesetter) {
        let style = if is_head { HEAD_CELL } else { CELL };
        let (widest, word) = setter.widths(cell, style.setting);
        // A hair more, so that nothing is broken for a rounding.
        self.width = self.width.max(widest + 0.5);
        self.least = self.least.max((word + 0.5).min(WORD_WIDEST));
    }
}

/// The columns that stand beside each other, again and again with the first until all are there,
/// each as wide as there is room for.
pub fn beside(columns: &[TableColumn]) -> Vec<Vec<TableColumn>> {
    let Some((first, others)) = columns.split_first() else {
        return Vec::new();
    };
    let mut all = Vec::new();
    let mut group = vec![first.clone()];
    for column in others {
        group.push(column.clone());
        if group.len() > 2 && least(&group) > WIDTH {
            group.pop();
            all.push(std::mem::replace(
                &mut group,
                vec![first.clone(), column.clone()],
            ));
        }
    }
    all.push(group);
    all.iter_mut().for_each(|group| fit(group));
    all
}

/// All columns beside each other.
pub fn whole_width(columns: &[TableColumn]) -> f32 {
    let widths: f32 = columns.iter().map(|column| column.width).sum();
    widths + GAP * columns.len().saturating_sub(1) as f32
}

fn least(columns: &[TableColumn]) -> f32 {
    let widths: f32 = columns.iter().map(|column| column.least).sum();
    widths + GAP * (columns.len() - 1) as f32
}

/// Gives each its least, and of what is left a share of what it wants more.
fn fit(columns: &mut [TableColumn]) {
    let gaps = GAP * (columns.len() - 1) as f32;
    let wanted: f32 = columns.iter().map(|column| column.width).sum();
    if wanted + gaps <= WIDTH {
        return;
    }
    let free = WIDTH - least(columns);
    let more = |column: &TableColumn| column.width - column.least;
    let wanted: f32 = columns.iter().map(more).sum();
    for column in columns {
        column.width = column.least + free * more(column) / wanted.max(1.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(number: usize, width: f32, least: f32) -> TableColumn {
        TableColumn {
            number,
            width,
            least,
            is_of_numbers: false,
        }
    }

    #[test]
    fn what_has_room_is_as_wide_as_what_stands_in_it() {
        let columns = [column(0, 120.0, 60.0), column(1, 30.0, 30.0)];
        assert_eq!(beside(&columns), [columns.to_vec()]);
    }

    #[test]
    fn what_is_too_wide_is_broken_within_its_columns() {
        let columns = [column(0, 600.0, 60.0), column(1, 30.0, 30.0)];
        let groups = beside(&columns);
        assert_eq!(groups.len(), 1);
        assert!((whole_width(&groups[0]) - WIDTH).abs() < 0.01, "{groups:?}");
        assert_eq!(groups[0][1].width, 30.0);
    }

    #[test]
    fn what_no_page_has_room_for_is_several_tables_with_the_first_column_each() {
        let columns: Vec<_> = (0..70).map(|number| column(number, 40.0, 30.0)).collect();
        let groups = beside(&columns);
        assert!(groups.len() > 1);
        let mut seen = Vec::new();
        for group in &groups {
            assert_eq!(group[0].number, 0);
            assert!(whole_width(group) <= WIDTH + 0.01, "{}", whole_width(group));
            seen.extend(group[1..].iter().map(|column| column.number));
        }
        assert_eq!(seen, (1..70).collect::<Vec<_>>());
    }

    #[test]
    fn no_columns_are_no_table() {
        assert!(beside(&[]).is_empty());
    }
}

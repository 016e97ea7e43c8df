//! Tables into the cells of sheets.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::charting::{self, TablePosition};
use crate::{BookCell, BookError, BookSheet, BookTable, TableBook, names};

/// What a cell holds at most, in UTF-16.
const CELL_UNITS_MAX: usize = 32_767;
/// How wide columns are, in letters.
const FIRST_WIDTH: f64 = 34.0;
const WIDTHS: std::ops::RangeInclusive<f64> = 10.0..=42.0;
/// So many rows of a table say how wide its columns are.
const MEASURED_ROWS: usize = 200;
/// The last moment that spreadsheets know, and the first that all of them read alike.
const MOMENTS: std::ops::RangeInclusive<i64> = -2_203_891_200_000..=253_402_300_799_999;

/// How cells look.
struct CellFormats {
    title: Format,
    note: Format,
    heading: Format,
    head: Format,
    text: Format,
    /// Of a text that begins as a formula does: it stays one also where somebody edits the cell.
    quoted: Format,
    share: Format,
    moment: Format,
}

impl CellFormats {
    fn new() -> Self {
        let text = Format::new()
            .set_align(FormatAlign::Top)
            .set_text_wrap()
            .set_num_format("@");
        Self {
            title: Format::new().set_bold().set_font_size(16),
            note: Format::new().set_font_color("#5A626F"),
            heading: Format::new().set_bold().set_font_size(13),
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_border_bottom(FormatBorder::Thin),
            quoted: text.clone().set_quote_prefix(),
            text,
            share: Format::new()
                .set_align(FormatAlign::Top)
                .set_num_format("0.0%"),
            moment: Format::new()
                .set_align(FormatAlign::Top)
                .set_num_format("yyyy-mm-dd hh:mm:ss"),
        }
    }
}

pub fn bytes(book: &TableBook) -> Result<Vec<u8>, BookError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_title(&book.title));
    let looks = CellFormats::new();
    let tabs = names::tabs(book.sheets.iter().map(|sheet| sheet.name.as_str()));
    for (sheet, tab) in book.sheets.iter().zip(&tabs) {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(tab)?;
        write_sheet(worksheet, &looks, sheet, tab)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn write_sheet(
    worksheet: &mut Worksheet,
    looks: &CellFormats,
    sheet: &BookSheet,
    tab: &str,
) -> Result<(), XlsxError> {
    let mut row = 0;
    if !sheet.heading.is_empty() {
        worksheet.write_string_with_format(row, 0, cut(&sheet.heading), &looks.title)?;
        row += 1;
    }
    for note in &sheet.notes {
        worksheet.write_string_with_format(row, 0, cut(note), &looks.note)?;
        row += 1;
    }
    set_widths(worksheet, &sheet.tables)?;
    let alone = sheet.tables.len() == 1 && sheet.heading.is_empty();
    for table in &sheet.tables {
        row += u32::from(row > 0);
        row = write_table(worksheet, looks, (table, tab), row)?;
    }
    if alone && row > 1 {
        freeze(worksheet, &sheet.tables[0], row)?;
    }
    Ok(())
}

/// A table by itself is one to sort and filter.
fn freeze(worksheet: &mut Worksheet, table: &BookTable, end: u32) -> Result<(), XlsxError> {
    worksheet.set_freeze_panes(1, 1)?;
    let last = u16::try_from(table.heads.len()).unwrap_or(u16::MAX);
    worksheet.autofilter(0, 0, end - 1, last.saturating_sub(1))?;
    Ok(())
}

/// The first row below it and its chart.
fn write_table(
    worksheet: &mut Worksheet,
    looks: &CellFormats,
    (table, tab): (&BookTable, &str),
    mut row: u32,
) -> Result<u32, XlsxError> {
    let top = row;
    if !table.heading.is_empty() {
        worksheet.write_string_with_format(row, 0, cut(&table.heading), &looks.heading)?;
        row += 1;
    }
    for (column, head) in (0..).zip(&table.heads) {
        worksheet.write_string_with_format(row, column, cut(head), &looks.head)?;
    }
    row += u32::from(!table.heads.is_empty());
    let first = row;
    for cells in &table.rows {
        for (column, cell) in (0..).zip(cells) {
            write_cell(worksheet, looks, (row, column), cell)?;
        }
        row += 1;
    }
    let rows = row - first;
    let Some(chart) = table.chart.as_ref().filter(|_| rows > 0) else {
        return Ok(row);
    };
    let position = TablePosition {
        tab,
        top,
        first,
        rows,
        columns: u16::try_from(table.heads.len()).unwrap_or(u16::MAX),
    };
    let below = charting::insert(worksheet, chart, &position)?;
    Ok(row.max(below))
}

fn write_cell(
    worksheet: &mut Worksheet,
    looks: &CellFormats,
    (row, column): (u32, u16),
    cell: &BookCell,
) -> Result<(), XlsxError> {
    match cell {
        BookCell::Empty => {}
        BookCell::Text(text) if text.is_empty() => {}
        BookCell::Text(text) => {
            let look = if begins_as_formula(text) {
                &looks.quoted
            } else {
                &looks.text
            };
            worksheet.write_string_with_format(row, column, cut(text), look)?;
        }
        BookCell::Number(number) if number.is_finite() => {
            worksheet.write_number(row, column, *number)?;
        }
        BookCell::Share(share) if share.is_finite() => {
            worksheet.write_number_with_format(row, column, *share, &looks.share)?;
        }
        BookCell::Number(_) | BookCell::Share(_) => {}
        BookCell::Moment(at) if MOMENTS.contains(at) => {
            // A day has 86,400 seconds, counted from the last day of 1899.
            let days = 25_569.0 + *at as f64 / 86_400_000.0;
            let moment = ExcelDateTime::from_serial_datetime(days)?;
            worksheet.write_datetime_with_format(row, column, &moment, &looks.moment)?;
        }
        BookCell::Moment(_) => {}
    }
    Ok(())
}

/// What a spreadsheet would take for a formula if somebody typed it.
fn begins_as_formula(text: &str) -> bool {
    let first = text.trim_start().chars().next();
    first.is_some_and(|c| "=+-@\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}\t\r".contains(c))
}

/// As much as a cell holds.
fn cut(text: &str) -> &str {
    let mut left = CELL_UNITS_MAX;
    let end = text.char_indices().find(|(_, c)| {
        let fits = c.len_utf16() <= left;
        left = left.saturating_sub(c.len_utf16());
        !fits
    });
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

fn set_widths(worksheet: &mut Worksheet, tables: &[BookTable]) -> Result<(), XlsxError> {
    let columns = tables.iter().map(|table| table.heads.len()).max();
    for column in 0..columns.unwrap_or(0) {
        let widest = tables.iter().map(|table| width(table, column));
        let widest = widest.fold(0.0, f64::max);
        let least = if column == 0 && tables.len() > 1 {
            FIRST_WIDTH
        } else {
            *WIDTHS.start()
        };
        let wide = (widest + 2.0).clamp(least, *WIDTHS.end());
        worksheet.set_column_width(u16::try_from(column).unwrap_or(u16::MAX), wide)?;
    }
    Ok(())
}

/// What the first of its rows take, in letters.
fn width(table: &BookTable, column: usize) -> f64 {
    let cells = table.rows.iter().take(MEASURED_ROWS);
    let cells = cells
        .filter_map(|row| row.get(column))
        .map(|cell| match cell {
            BookCell::Text(text) => text
                .lines()
                .map(|line| line.chars().count())
                .max()
                .unwrap_or(0),
            BookCell::Moment(_) => 19,
            BookCell::Empty | BookCell::Number(_) | BookCell::Share(_) => 8,
        });
    let head = table
        .heads
        .get(column)
        .map_or(0, |head| head.chars().count().min(24));
    cells.chain([head]).max().unwrap_or(0) as f64
}

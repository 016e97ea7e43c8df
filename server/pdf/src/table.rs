//! Tables: columns as wide as what stands in them, as many beside each other as a page has room
//! for, and a head that comes again on every page.

mod columns;
mod folding;

use std::rc::Rc;

use fonts::{TextWay, Typesetter};
use krilla::tagging::{TableHeaderScope, Tag, TagKind};
use shared::report::ReportTable;

use self::columns::{GAP, TableColumn, beside, whole_width};
use self::folding::folded;
use crate::letters::{CELL, HEAD_CELL, LINE, LetterStyle, one_line};
use crate::row::{DrawnPiece, Row, area};
use crate::sheet::WIDTH;
use crate::structure::{StructureId, StructureTree};

/// What is free above and below the words of a cell, in points.
const AIR: f32 = 2.5;
/// The rules between rows.
const RULE: f32 = 0.6;
/// Above the whole.
const ABOVE: f32 = 8.0;

pub struct TableWriter<'a> {
    pub setter: &'a mut Typesetter,
    pub structure: &'a mut StructureTree,
    pub way: TextWay,
}

impl TableWriter<'_> {
    /// All rows of a table. Is it wider than a page, it is several, each with the first column.
    pub fn rows(&mut self, table: &ReportTable, section: StructureId) -> Vec<Row> {
        let columns = TableColumn::all(table, self.setter);
        let mut rows = Vec::new();
        for columns in beside(&columns) {
            let mut part = self.part(table, section, &columns);
            if let Some(first) = part.first_mut() {
                first.above = ABOVE;
            }
            rows.append(&mut part);
        }
        rows
    }

    fn part(
        &mut self,
        table: &ReportTable,
        section: StructureId,
        columns: &[TableColumn],
    ) -> Vec<Row> {
        let summary = one_line(&table.caption);
        let kind = Tag::Table.with_summary((!summary.is_empty()).then_some(summary));
        let whole = self.structure.add(Some(section), kind);
        let says = |column: &TableColumn| !column.cell(&table.head).trim().is_empty();
        let head = columns.iter().any(says).then(|| {
            let group = self.structure.add(Some(whole), Tag::THead);
            let mut row = self.row(&table.head, columns, group, HEAD_CELL);
            row.keep_next = true;
            row
        });
        let again = head.as_ref().map(|head| Rc::new(head.again()));
        let group = self.structure.add(Some(whole), Tag::TBody);
        let mut rows = Vec::new();
        for cells in &table.rows {
            let mut row = self.row(cells, columns, group, CELL);
            row.head.clone_from(&again);
            rows.push(row);
        }
        folded(head, rows, (whole_width(columns), self.way))
    }

    fn row(
        &mut self,
        cells: &[String],
        columns: &[TableColumn],
        group: StructureId,
        style: LetterStyle,
    ) -> Row {
        let of_row = self.structure.add(Some(group), Tag::TR);
        let is_head = style.ink == HEAD_CELL.ink;
        let mut row = Row::default();
        let mut from_start = 0.0;
        for column in columns {
            let of = self.structure.add(Some(of_row), kind_of(column, is_head));
            let x = self.place(from_start, column.width);
            let height = self.add_cell(&mut row, &column.cell(cells), (x, column, style), of);
            row.height = row.height.max(height);
            from_start += column.width + GAP;
        }
        let width = whole_width(columns);
        let rule = (self.place(0.0, width), row.height);
        row.drawn.push(area(rule, (width, RULE), LINE));
        row.height += RULE;
        row
    }

    /// How high the cell is. Numbers end below each other.
    fn add_cell(
        &mut self,
        row: &mut Row,
        text: &str,
        (x, column, style): (f32, &TableColumn, LetterStyle),
        of: StructureId,
    ) -> f32 {
        let set = self.setter.set(text, style.setting, column.width);
        let mut y = AIR;
        for line in &set.lines {
            let free = column.width - line.width;
            // A line from the right begins at the right already.
            let shift = match (column.is_of_numbers, self.way, set.is_from_right) {
                (true, TextWay::FromLeft, false) => free,
                (true, TextWay::FromRight, true) => -free,
                _ => 0.0,
            };
            row.drawn.push(DrawnPiece::Line {
                x: x + shift,
                y,
                line: line.clone(),
                ink: style.ink,
                of: Some(of),
            });
            y += line.height;
        }
        y + AIR
    }

    fn place(&self, from_start: f32, width: f32) -> f32 {
        match self.way {
            TextWay::FromLeft => from_start,
            TextWay::FromRight => WIDTH - from_start - width,
        }
    }
}

fn kind_of(column: &TableColumn, is_head: bool) -> TagKind {
    match (is_head, column.number) {
        (true, _) => Tag::TH(TableHeaderScope::Column).into(),
        (false, 0) => Tag::TH(TableHeaderScope::Row).into(),
        (false, _) => Tag::TD.into(),
    }
}

//! How it goes on: a numbered list in a box.

use fonts::TextWay;
use krilla::tagging::{ListNumbering, Tag};
use shared::report::Report;

use super::{BodyWriter, heading_tag};
use crate::letters::{BODY, HEADING, TINT, drawable, one_line};
use crate::row::{DrawnPiece, Row};
use crate::sheet::WIDTH;

/// What is free inside the box, and before the words of an item, in points.
const AIR: f32 = 16.0;
const LABEL: f32 = 20.0;
/// Between two items.
const BETWEEN: f32 = 5.0;
const RADIUS: f32 = 7.0;

impl BodyWriter<'_> {
    pub(super) fn next(&mut self, report: &Report) {
        let items = report.next.iter().map(|item| drawable(item));
        let items: Vec<String> = items.filter(|item| !item.trim().is_empty()).collect();
        if items.is_empty() {
            return;
        }
        let section = self.structure.add(None, Tag::Section);
        let mut row = Row {
            height: AIR,
            above: 26.0,
            ..Row::default()
        };
        let within = WIDTH - 2.0 * AIR;
        let heading = one_line(&report.next_heading);
        if !heading.is_empty() {
            let id = self.structure.add(Some(section), heading_tag(2, &heading));
            let set = self.setter.set(&heading, HEADING.setting, within);
            row.add_text(&set, (AIR, row.height), HEADING.ink, Some(id));
            row.height += set.height();
            row.outline = Some((2, heading));
        }
        let list = Tag::L(ListNumbering::Decimal);
        let list = self.structure.add(Some(section), list);
        for (number, item) in (1..).zip(&items) {
            row.height += BETWEEN;
            let entry = self.structure.add(Some(list), Tag::LI);
            let label = self.structure.add(Some(entry), Tag::Lbl);
            let body = self.structure.add(Some(entry), Tag::LBody);
            let (at_label, at_words) = match self.way {
                TextWay::FromLeft => (AIR, AIR + LABEL),
                TextWay::FromRight => (WIDTH - AIR - LABEL, AIR),
            };
            let set = self.setter.set(&format!("{number}."), BODY.setting, LABEL);
            row.add_text(&set, (at_label, row.height), BODY.ink, Some(label));
            let set = self.setter.set(item, BODY.setting, within - LABEL);
            row.add_text(&set, (at_words, row.height), BODY.ink, Some(body));
            row.height += set.height();
        }
        row.height += AIR;
        row.drawn.insert(
            0,
            DrawnPiece::Area {
                x: 0.0,
                y: 0.0,
                width: WIDTH,
                height: row.height,
                ink: TINT,
                radius: RADIUS,
            },
        );
        self.rows.push(row);
    }
}

//! The largest figures: between two rules, at most four beside each other.

use krilla::tagging::Tag;
use shared::report::KeyFigure;

use super::{BodyWriter, GUTTER};
use crate::letters::{INK, KEY_LABEL, KEY_VALUE, one_line};
use crate::row::{Row, area};
use crate::sheet::WIDTH;

/// Key figures in a row.
const BESIDE: usize = 4;
/// The rules, in points.
const RULE: f32 = 1.3;

impl BodyWriter<'_> {
    pub(super) fn key_figures(&mut self, figures: &[KeyFigure]) {
        let says = |figure: &&KeyFigure| {
            !one_line(&figure.value).is_empty() || !one_line(&figure.label).is_empty()
        };
        let shown: Vec<&KeyFigure> = figures.iter().filter(says).collect();
        if shown.is_empty() {
            return;
        }
        let mut all = rule(18.0);
        for beside in shown.chunks(BESIDE) {
            let row = self.beside(beside);
            all.join(row);
        }
        all.join(rule(11.0));
        self.rows.push(all);
    }

    fn beside(&mut self, figures: &[&KeyFigure]) -> Row {
        let width = (WIDTH - GUTTER * (BESIDE as f32 - 1.0)) / BESIDE as f32;
        let mut row = Row {
            above: 9.0,
            ..Row::default()
        };
        for (number, figure) in figures.iter().enumerate() {
            let x = self.place(number as f32 * (width + GUTTER), width);
            let both = self.structure.add(None, Tag::Div);
            let mut y = 0.0;
            for (text, style) in [(&figure.value, KEY_VALUE), (&figure.label, KEY_LABEL)] {
                let id = self.structure.add(Some(both), Tag::P);
                let set = self.setter.set(&one_line(text), style.setting, width);
                row.add_text(&set, (x, y), style.ink, Some(id));
                y += set.height();
            }
            row.height = row.height.max(y);
        }
        row
    }
}

fn rule(above: f32) -> Row {
    Row {
        height: RULE,
        above,
        drawn: vec![area((0.0, 0.0), (WIDTH, RULE), INK)],
        ..Row::default()
    }
}

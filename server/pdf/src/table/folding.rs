//! Long narrow tables, beside themselves: as many pieces as a page has room for, each with the
//! head.

use std::rc::Rc;

use fonts::TextWay;

use crate::row::Row;
use crate::sheet::WIDTH;

/// Between two pieces, in points.
const GUTTER: f32 = 32.0;
/// Pieces beside each other.
const BESIDE_MOST: usize = 4;
/// Rows below each other: as many as half a page has room for.
const HIGH_MOST: usize = 16;
/// A table of no more rows is left as it is.
const SHORT: usize = 6;

/// The rows of a table that is so wide; they stay in their order, each piece below its head.
pub fn folded(head: Option<Row>, rows: Vec<Row>, (width, way): (f32, TextWay)) -> Vec<Row> {
    let beside = ((WIDTH + GUTTER) / (width + GUTTER)) as usize;
    let beside = beside.min(BESIDE_MOST);
    if beside < 2 || rows.len() <= SHORT {
        return head.into_iter().chain(rows).collect();
    }
    let again = head.as_ref().map(|head| Rc::new(head.again()));
    let mut head = head;
    let mut all = Vec::new();
    for group in rows.chunks(beside * HIGH_MOST) {
        let mut whole = Row::default();
        for (number, piece) in group.chunks(group.len().div_ceil(beside)).enumerate() {
            let mut below = Row::default();
            let said = head.take().or_else(|| again.as_deref().cloned());
            said.into_iter()
                .chain(piece.iter().cloned())
                .for_each(|row| below.join(row));
            let by = number as f32 * (width + GUTTER);
            let by = match way {
                TextWay::FromLeft => by,
                TextWay::FromRight => -by,
            };
            whole.height = whole.height.max(below.height);
            let drawn = below.drawn.into_iter();
            whole.drawn.extend(drawn.map(|drawn| drawn.aside(by)));
        }
        all.push(whole);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::LINE;
    use crate::row::{DrawnPiece, area};

    fn row(y: f32) -> Row {
        Row {
            height: 10.0,
            drawn: vec![area((0.0, y), (100.0, 1.0), LINE)],
            ..Row::default()
        }
    }

    fn places(row: &Row) -> Vec<(f32, f32)> {
        let place = |drawn: &DrawnPiece| match drawn {
            DrawnPiece::Area { x, y, .. } => (*x, *y),
            _ => panic!("there are only areas"),
        };
        row.drawn.iter().map(place).collect()
    }

    #[test]
    fn what_is_short_or_wide_is_left_as_it_is() {
        for (count, width) in [(6, 100.0), (40, 300.0)] {
            let rows = folded(
                Some(row(0.0)),
                vec![row(0.0); count],
                (width, TextWay::FromLeft),
            );
            assert_eq!(rows.len(), count + 1);
        }
    }

    #[test]
    fn what_is_long_and_narrow_stands_beside_itself_with_its_head() {
        let rows = folded(
            Some(row(0.0)),
            vec![row(0.0); 8],
            (200.0, TextWay::FromLeft),
        );
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].height, 50.0);
        let places = places(&rows[0]);
        assert_eq!(places[..5], [0.0, 10.0, 20.0, 30.0, 40.0].map(|y| (0.0, y)));
        assert_eq!(
            places[5..],
            [0.0, 10.0, 20.0, 30.0, 40.0].map(|y| (232.0, y))
        );
    }

    #[test]
    fn more_than_half_a_page_is_several_and_nothing_is_lost() {
        let rows = folded(None, vec![row(0.0); 100], (80.0, TextWay::FromRight));
        assert_eq!(rows.len(), 2);
        let drawn: usize = rows.iter().map(|row| row.drawn.len()).sum();
        assert_eq!(drawn, 100);
        assert!(rows.iter().all(|row| row.height <= 160.0));
        assert!(places(&rows[0]).iter().all(|(x, _)| *x <= 0.0));
    }
}

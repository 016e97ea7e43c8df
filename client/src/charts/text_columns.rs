//! Texts in columns as marks, for pictures that stand without a page: in the largest letters in
//! which all of them are whole. What the smallest don't hold is counted at the end.

use super::frame::{Drawing, Surface};
use super::mark::{Anchor, Mark, text};
use super::measure::wrap;
use super::split_columns::ColumnText;
use crate::language::Language;
use crate::texts::charts::and_more;

/// The sizes that are tried, largest first, and in how many columns texts are that need none.
const LOOKS: [(f64, usize); 10] = [
    (60.0, 1),
    (48.0, 1),
    (44.0, 2),
    (38.0, 2),
    (34.0, 3),
    (30.0, 3),
    (28.0, 3),
    (26.0, 4),
    (24.0, 4),
    (22.0, 4),
];
const LEADING: f64 = 1.25;
/// Between two texts, by the size of their letters; between two columns.
const BETWEEN: f64 = 0.55;
const GAP: f64 = 56.0;
/// A heading's and a note's letters by those of the texts.
const HEADING: f64 = 1.1;
const NOTE: f64 = 0.86;

/// Texts that stand below each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextColumn {
    pub heading: Option<String>,
    /// What is said of all of them, such as how many people gave them.
    pub note: Option<String>,
    pub texts: Vec<ColumnText>,
    /// How many there are, also where `texts` is cut.
    pub total: u64,
}

/// Letters of one size in columns of one width.
#[derive(Clone, Copy)]
struct Letters {
    size: f64,
    wide: f64,
}

/// One text in its lines, its count behind it in a line of its own.
struct TextBlock {
    lines: Vec<String>,
    count: Option<String>,
}

impl TextBlock {
    fn high(&self, letters: Letters) -> f64 {
        let count = self.count.as_ref().map_or(0.0, |_| NOTE);
        (self.lines.len() as f64 + count) * letters.size * LEADING
    }
}

impl Letters {
    fn of(size: f64, surface: Surface, columns: usize) -> Self {
        let columns = columns.max(1) as f64;
        Self {
            size,
            wide: (surface.width - GAP * (columns - 1.0)) / columns,
        }
    }

    fn lines(self, text: &str, share: f64, weight: u16) -> Vec<String> {
        let paragraphs = text.lines().filter(|line| !line.trim().is_empty());
        paragraphs
            .flat_map(|line| wrap(line, self.size * share, weight, self.wide, usize::MAX))
            .collect()
    }

    fn block(self, text: &ColumnText) -> TextBlock {
        TextBlock {
            lines: self.lines(&text.text, 1.0, 400),
            count: text.count.clone(),
        }
    }

    /// What heading and note take above a column's texts.
    fn above(self, column: &TextColumn) -> f64 {
        let heading = column.heading.as_deref().map_or(0.0, |heading| {
            self.lines(heading, HEADING, 700).len() as f64 * HEADING
        });
        let note = column
            .note
            .as_deref()
            .map_or(0.0, |note| self.lines(note, NOTE, 400).len() as f64 * NOTE);
        let lines = heading + note;
        if lines > 0.0 {
            (lines * LEADING + BETWEEN) * self.size
        } else {
            0.0
        }
    }

    fn between(self) -> f64 {
        BETWEEN * self.size
    }

    /// How many of these blocks stand whole in a height.
    fn fits(self, blocks: &[TextBlock], height: f64) -> usize {
        let mut used = -self.between();
        let whole = blocks.iter().take_while(|block| {
            used += self.between() + block.high(self);
            used <= height
        });
        whole.count()
    }
}

/// Columns beside each other, each with its own texts.
pub fn drawing(surface: Surface, columns: &[TextColumn], language: Language) -> Drawing {
    let holds = |letters: Letters| {
        columns.iter().all(|column| {
            let room = surface.height - letters.above(column);
            let blocks = blocks(letters, &column.texts);
            column.total <= blocks.len() as u64 && letters.fits(&blocks, room) == blocks.len()
        })
    };
    let sizes = LOOKS.map(|(size, _)| Letters::of(size, surface, columns.len()));
    let letters = sizes.into_iter().find(|letters| holds(*letters));
    let letters = letters.unwrap_or(sizes[LOOKS.len() - 1]);
    let drawn = columns.iter().enumerate().flat_map(|(place, column)| {
        let x = place as f64 * (letters.wide + GAP);
        draw_column(letters, (x, surface.height), column, language)
    });
    boxed(surface, drawn.collect())
}

/// Texts that go on in the next column where one is full.
pub fn flowing(surface: Surface, texts: &[ColumnText], total: u64, language: Language) -> Drawing {
    let filled = LOOKS.map(|(size, columns)| {
        let letters = Letters::of(size, surface, columns);
        (letters, fill(letters, columns, surface.height, texts))
    });
    let whole = |(_, columns): &&(Letters, Vec<&[ColumnText]>)| {
        columns.iter().map(|column| column.len()).sum::<usize>() as u64 >= total
    };
    let (letters, columns) = filled
        .iter()
        .find(whole)
        .unwrap_or(&filled[LOOKS.len() - 1]);
    let shown: u64 = columns.iter().map(|column| column.len() as u64).sum();
    let last = columns.len().saturating_sub(1);
    let drawn = columns.iter().enumerate().flat_map(|(place, texts)| {
        let missing = if place == last {
            total.saturating_sub(shown)
        } else {
            0
        };
        let column = TextColumn {
            texts: texts.to_vec(),
            total: texts.len() as u64 + missing,
            ..TextColumn::default()
        };
        let x = place as f64 * (letters.wide + GAP);
        draw_column(*letters, (x, surface.height), &column, language)
    });
    boxed(surface, drawn.collect())
}

fn boxed(surface: Surface, marks: Vec<Mark>) -> Drawing {
    Drawing {
        shape: surface.shape,
        width: surface.width,
        height: surface.height,
        align: Some("xMinYMid meet"),
        marks,
    }
}

fn blocks(letters: Letters, texts: &[ColumnText]) -> Vec<TextBlock> {
    texts.iter().map(|text| letters.block(text)).collect()
}

/// As many texts in each column as stand in it whole.
fn fill(letters: Letters, columns: usize, height: f64, texts: &[ColumnText]) -> Vec<&[ColumnText]> {
    let blocks = blocks(letters, texts);
    let mut from = 0;
    let column = |_| {
        let fits = letters.fits(&blocks[from..], height);
        let column = &texts[from..from + fits];
        from += fits;
        column
    };
    (0..columns).map(column).collect()
}

fn draw_column(
    letters: Letters,
    (x, height): (f64, f64),
    column: &TextColumn,
    language: Language,
) -> Vec<Mark> {
    let (mut marks, mut y) = (Vec::new(), 0.0);
    let mut line = |class: &'static str, share: f64, said: String| {
        let size = letters.size * share;
        marks.push(text(class, x, y + size * 0.95, size, Anchor::Start, said));
        y += size * LEADING;
        y
    };
    let headings = column.heading.iter();
    for said in headings.flat_map(|heading| letters.lines(heading, HEADING, 700)) {
        line("split-name", HEADING, said);
    }
    let notes = column.note.iter();
    for said in notes.flat_map(|note| letters.lines(note, NOTE, 400)) {
        line("share", NOTE, said);
    }
    let blocks = blocks(letters, &column.texts);
    let (above, between) = (letters.above(column), letters.between());
    // The last line tells how many are missing, where any are.
    let last = between + letters.size * LEADING;
    let all = letters.fits(&blocks, height - above);
    let fits = if all as u64 == column.total {
        all
    } else {
        letters.fits(&blocks, height - above - last)
    };
    let mut top = above;
    for block in blocks.iter().take(fits) {
        marks.extend(draw_block(letters, (x, top), block));
        top += block.high(letters) + between;
    }
    let missing = column.total.saturating_sub(fits as u64);
    if missing > 0 {
        let size = letters.size;
        let said = and_more(language, missing);
        marks.push(text(
            "share",
            x,
            top + size * 0.95,
            size,
            Anchor::Start,
            said,
        ));
    }
    marks
}

fn draw_block(letters: Letters, (x, top): (f64, f64), block: &TextBlock) -> Vec<Mark> {
    let (size, mut y) = (letters.size, top);
    let mut marks = Vec::new();
    for line in &block.lines {
        marks.push(text(
            "quote",
            x,
            y + size * 0.95,
            size,
            Anchor::Start,
            line.clone(),
        ));
        y += size * LEADING;
    }
    let count = block.count.iter().map(|count| {
        let size = size * NOTE;
        text(
            "share",
            x,
            y + size * 0.95,
            size,
            Anchor::Start,
            count.clone(),
        )
    });
    marks.extend(count);
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::frame::Shape;
    use crate::charts::tests::assert_sound;
    use crate::language::known::Nl;

    fn texts(number: usize, text: &str) -> Vec<ColumnText> {
        let text = ColumnText {
            text: text.to_owned(),
            count: Some("12 stemmen".to_owned()),
        };
        vec![text; number]
    }

    fn said(drawing: &Drawing, class: &str) -> usize {
        let is = |mark: &&Mark| matches!(mark, Mark::Text { class: it, .. } if *it == class);
        drawing.marks.iter().filter(is).count()
    }

    #[test]
    fn few_texts_are_large_and_many_are_whole_or_counted() {
        let surface = Surface::of(Shape::Wide, 520.0);
        for (number, long) in [(1, 1), (9, 4), (40, 2), (300, 12)] {
            let texts = texts(number, &"een antwoord van iemand ".repeat(long));
            let drawing = flowing(surface, &texts, number as u64, Nl);
            assert_sound(&drawing, &format!("{number} texts"));
            let counts = said(&drawing, "share");
            if number < 10 {
                assert_eq!(counts, number, "each with its count and none left out");
            } else {
                assert!(counts < number && drawing.marks.len() > 20, "{counts}");
                let Some(Mark::Text { text, .. }) = drawing.marks.last() else {
                    panic!("a text at the end")
                };
                assert_eq!(*text, format!("en nog {}", number - counts + 1));
            }
        }
    }

    #[test]
    fn columns_have_their_headings_and_say_what_is_missing() {
        let surface = Surface::of(Shape::Tall, 700.0);
        let column = |number: usize| TextColumn {
            heading: Some("Wat ging er goed?".to_owned()),
            note: Some("12 mensen".to_owned()),
            texts: texts(number, "rust in de tent"),
            total: number as u64 + 3,
        };
        let drawing = drawing(surface, &[column(2), column(90), column(0)], Nl);
        assert_sound(&drawing, "three columns");
        assert!(said(&drawing, "split-name") >= 3);
    }
}

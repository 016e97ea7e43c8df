//! Texts by groups: a column for each, with as many as stand in it whole.

use super::measure::wrap;

/// A text in a column, with how often it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnText {
    pub text: String,
    pub count: Option<String>,
}

/// The sizes of a column's heading and of its texts, and what is between two columns and two texts,
/// in units of which a 1080-high screen has 1080; the style has the same.
const COLUMN_NAME: f64 = 38.0;
const COLUMN_NOTE: f64 = 32.0;
const LEADING: f64 = 1.15;
const COLUMN_TEXT: f64 = 34.0;
const COLUMN_GAP: f64 = 40.0;
const TEXT_LEADING: f64 = 1.25;
const TEXT_GAP: f64 = 12.0;

/// How many of a column's texts stand whole in a room of that size, beside so many other columns.
pub fn fitting(
    name: &str,
    texts: &[ColumnText],
    columns: usize,
    (width, height): (f64, f64),
) -> usize {
    let columns = columns.max(1) as f64;
    let wide = (width - COLUMN_GAP * (columns - 1.0)) / columns;
    let lines = |text: &str, size: f64, weight: u16| {
        wrap(text, size, weight, wide, usize::MAX).len() as f64
    };
    let head = lines(name, COLUMN_NAME, 700) * COLUMN_NAME * LEADING + COLUMN_NOTE * 1.5 + 35.0;
    // A last line that tells how many more there are.
    let mut left = height - head - COLUMN_TEXT * TEXT_LEADING - TEXT_GAP;
    let fits = texts.iter().take_while(|each| {
        let said = match &each.count {
            Some(count) => format!("{} {count}", each.text),
            None => each.text.clone(),
        };
        left -= lines(&said, COLUMN_TEXT, 400) * COLUMN_TEXT * TEXT_LEADING + TEXT_GAP;
        left >= 0.0
    });
    fits.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_has_as_many_texts_as_stand_in_it_whole() {
        let texts = |text: &str| {
            vec![
                ColumnText {
                    text: text.to_owned(),
                    count: None
                };
                40
            ]
        };
        let room = (1744.0, 616.0);
        let short = fitting("Zorg", &texts("rust"), 4, room);
        let long = fitting(
            "Zorg",
            &texts(&"een heel lang antwoord ".repeat(6)),
            4,
            room,
        );
        assert!((6..12).contains(&short), "{short}");
        assert!((1..3).contains(&long), "{long}");
        assert!(fitting("Zorg", &texts("rust"), 4, (1744.0, 300.0)) < short);
    }
}

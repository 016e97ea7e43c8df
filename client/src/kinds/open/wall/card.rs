//! What stands on one card: an answer, or as much of it as has room. What has no room goes on on
//! the next page, and nothing is cut.

use std::borrow::Cow;

use shared::question::open::OpenAnswer;

use crate::charts::measure::{width, wrap};

/// What a card takes above and below its lines, what a line takes by the size of its letters, and
/// what a line of votes takes.
pub const FRAME: f64 = 38.0;
const LEADING: f64 = 1.24;
const VOTES: f64 = 47.0;
/// What breaking a text into lines takes, as a share of its width.
const RAGGED: f64 = 1.08;
/// Where an answer goes on, and from where it comes.
const MORE: &str = "…";

/// One card.
#[derive(Clone, Debug)]
pub struct WallCard<'a> {
    pub answer: &'a OpenAnswer,
    /// Its place among all.
    pub number: usize,
    /// What of it stands here.
    pub text: Cow<'a, str>,
    pub height: f64,
    /// Whether it has a page to itself.
    pub alone: bool,
}

/// The card of a column.
#[derive(Clone, Copy, Debug)]
pub struct Card {
    /// The size of its letters.
    pub size: f64,
    /// What it takes above and below its lines.
    pub frame: f64,
    /// The width of its text.
    pub measure: f64,
    /// The height that it may have.
    pub room: f64,
    /// Whether votes stand below the text.
    pub voted: bool,
}

impl Card {
    /// The height of a card with that text.
    pub fn height(self, text: &str) -> f64 {
        self.of(lines(text, self.size, self.measure).len())
    }

    /// An answer on one card, or on as many as it takes.
    pub fn pieces<'a>(self, answer: &'a OpenAnswer, text: &'a str) -> Vec<WallCard<'a>> {
        let whole = self.height(text);
        if whole <= self.room {
            return vec![WallCard {
                answer,
                number: 0,
                text: Cow::Borrowed(text),
                height: whole,
                alone: false,
            }];
        }
        let parts = split(text, self.size, self.measure, self.lines());
        let piece = |text: String| {
            let height = self.height(&text);
            WallCard {
                answer,
                number: 0,
                height,
                text: Cow::Owned(text),
                alone: false,
            }
        };
        parts.into_iter().map(piece).collect()
    }

    /// An answer on one card; if it is higher than that, on as many pages of its own as it takes,
    /// in the full width.
    pub fn or_alone<'a>(
        self,
        whole: Self,
        answer: &'a OpenAnswer,
        text: &'a str,
    ) -> Vec<WallCard<'a>> {
        if self.height(text) <= self.room {
            return self.pieces(answer, text);
        }
        whole
            .pieces(answer, text)
            .into_iter()
            .map(|piece| WallCard {
                alone: true,
                ..piece
            })
            .collect()
    }

    /// About as high as a card with paragraphs of such widths, in letters of size 1, without
    /// breaking them into lines.
    pub fn about(self, paragraphs: &[f64]) -> f64 {
        let lines =
            |width: &f64| (width * self.size * RAGGED / self.measure).ceil().max(1.0) as usize;
        self.of(paragraphs.iter().map(lines).sum())
    }

    /// Not higher than a card with paragraphs of such widths, whatever their words are: a few
    /// percent less than they would take unbroken.
    pub fn least(self, paragraphs: &[f64]) -> f64 {
        let lines =
            |width: &f64| (width * self.size * 0.95 / self.measure).ceil().max(1.0) as usize;
        self.of(paragraphs.iter().map(lines).sum())
    }

    fn of(self, lines: usize) -> f64 {
        self.frame + lines.max(1) as f64 * self.line() + if self.voted { VOTES } else { 0.0 }
    }

    fn lines(self) -> usize {
        (((self.room - self.of(1)) / self.line()).floor().max(0.0)) as usize + 1
    }

    fn line(self) -> f64 {
        self.size * LEADING
    }
}

/// The lines of a text, and whether a paragraph ends with each.
pub fn lines(text: &str, size: f64, measure: f64) -> Vec<(String, bool)> {
    let paragraph = |text: &str| {
        let lines = wrap(text, size, 400, measure, usize::MAX);
        let last = lines.len();
        (1..)
            .zip(lines)
            .map(move |(number, line)| (line, number == last))
            .collect::<Vec<_>>()
    };
    text.lines().flat_map(paragraph).collect()
}

/// A text in parts of so many lines, each with a sign where it goes on.
pub fn split(text: &str, size: f64, measure: f64, capacity: usize) -> Vec<String> {
    let signs = 2.0 * width(MORE, size, 400) + 2.0 * width(" ", size, 400);
    let lines = lines(text, size, measure - signs);
    let chunks: Vec<&[(String, bool)]> = lines.chunks(capacity.max(1)).collect();
    let last = chunks.len().saturating_sub(1);
    let part = |(number, chunk): (usize, &&[(String, bool)])| {
        let joined: String = chunk
            .iter()
            .map(|(line, ends)| format!("{line}{}", if *ends { "\n" } else { " " }))
            .collect();
        let from = if number == 0 { "" } else { MORE };
        let on = if number == last { "" } else { MORE };
        format!("{from}{}{on}", joined.trim())
    };
    chunks.iter().enumerate().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_is_too_long_goes_on_and_nothing_of_it_is_lost() {
        let text: String = (0..150).map(|number| format!("woord{number} ")).collect();
        let answer = OpenAnswer {
            id: shared::ids::AnswerId(1),
            text: text.trim().to_owned(),
            votes: 0,
            at: 0,
        };
        for (measure, room) in [
            (280.0, 400.0),
            (509.0, 150.0),
            (1690.0, 100.0),
            (509.0, 20.0),
        ] {
            let card = Card {
                size: 36.0,
                frame: FRAME,
                measure,
                room,
                voted: true,
            };
            let pieces = card.pieces(&answer, &answer.text);
            let parts: Vec<&str> = pieces
                .iter()
                .map(|piece| piece.text.trim_matches('…'))
                .collect();
            assert_eq!(parts.join(" "), answer.text, "{measure} × {room}");
            let room = room.max(card.of(1));
            assert!(
                pieces.iter().all(|piece| piece.height <= room),
                "{measure} × {room}"
            );
            assert!(pieces[0].text.ends_with('…') && pieces[1].text.starts_with('…'));
        }
    }

    #[test]
    fn paragraphs_stay_apart_where_a_text_is_parted() {
        let parts = split("een\ntwee\n\ndrie vier", 36.0, 509.0, 2);
        assert_eq!(parts, ["een\ntwee…", "…drie vier"]);
    }
}

//! `choice`: a bar per option, with people and their share of all voters.

use shared::question::choice::{OptionVotes, Results};

use super::frame::{Drawing, Shape};
use super::mark::{Anchor, Mark, n, text};
use super::measure::{balance, width};
use crate::language::Language;
use crate::texts::charts::grouped;
use crate::ui::order;

/// Options above which there are two columns of bars.
const ONE_COLUMN: usize = 8;
/// Between two columns.
const GAP: f64 = 80.0;
/// Between a label, a count and a share.
const BETWEEN: f64 = 24.0;
/// The least that a row keeps for its bar and its air.
const ROW_MIN: f64 = 36.0;
/// What a row keeps where even one line per label leaves less than that: twenty options fit.
const ROW_LEAST: f64 = 11.0;

struct Sizes {
    label: f64,
    count: f64,
    share: f64,
    air: f64,
    bar: f64,
}

const FEW: Sizes = Sizes { label: 44.0, count: 56.0, share: 40.0, air: 130.0, bar: 56.0 };
const MANY: Sizes = Sizes { label: 34.0, count: 46.0, share: 34.0, air: 96.0, bar: 38.0 };

/// The picture, with so much width left to a list beside it. While open in deck order; closed by votes,
/// ties in deck order.
pub fn drawing(shape: Shape, results: &Results, language: Language, open: bool, beside: f64) -> Drawing {
    let (width, height) = shape.size();
    let layout = Layout::of((width - beside, height), results, language, open);
    let placed = layout.columns.iter().enumerate().flat_map(|(column, options)| layout.column(column, options));
    let mut rows: Vec<(usize, Mark)> = placed.collect();
    // The same row stays the same element, wherever it moves to.
    rows.sort_by_key(|(option, _)| *option);
    let marks = rows.into_iter().map(|(_, row)| row).collect();
    Drawing { shape, width: layout.width, height: layout.height, align: Some("xMinYMin meet"), marks }
}

/// Options by their places in the deck: while open in deck order, closed by votes.
pub fn order(results: &Results, open: bool) -> Vec<usize> {
    let key = |option: &OptionVotes| if open { (0, 0) } else { (u64::MAX - option.votes, 0) };
    order::by(results.options.iter().map(key).collect())
}

struct Layout<'a> {
    results: &'a Results,
    language: Language,
    sizes: &'a Sizes,
    width: f64,
    height: f64,
    column_width: f64,
    figures_end: f64,
    labels: Vec<Vec<String>>,
    columns: Vec<Vec<usize>>,
    rest: f64,
    most: u64,
}

impl<'a> Layout<'a> {
    fn of((width_all, height): (f64, f64), results: &'a Results, language: Language, open: bool) -> Self {
        let options = &results.options;
        let order = order(results, open);
        let two = options.len() > ONE_COLUMN;
        let per_column = if two { options.len().div_ceil(2) } else { options.len().max(1) };
        let column_width = if two { (width_all - GAP) / 2.0 } else { width_all };
        let sizes = if options.len() <= 3 { &FEW } else { &MANY };
        let widest = options.iter().map(|option| width(&grouped(language, option.votes), sizes.count, 750));
        let figures_end = column_width - width("100%", sizes.share, 400) - BETWEEN;
        let label_width = figures_end - widest.fold(0.0, f64::max) - BETWEEN;
        let columns: Vec<Vec<usize>> = order.chunks(per_column).map(<[usize]>::to_vec).collect();
        let mut layout = Self {
            most: options.iter().map(|option| option.votes).max().unwrap_or(0),
            results,
            language,
            sizes,
            width: width_all,
            height,
            column_width,
            figures_end,
            labels: Vec::new(),
            columns,
            rest: 0.0,
        };
        layout.fit(label_width, per_column);
        layout
    }

    /// As many lines per label, up to three, as leave every row its bar and its air.
    fn fit(&mut self, label_width: f64, per_column: usize) {
        for lines in [3, 2, 1] {
            let wrapped = |option: &OptionVotes| balance(&option.label, self.sizes.label, 600, label_width, lines);
            self.labels = self.results.options.iter().map(wrapped).collect();
            let lines_of = |column: &Vec<usize>| column.iter().map(|option| self.labels[*option].len()).sum::<usize>();
            let used = self.columns.iter().map(lines_of).max().unwrap_or(0) as f64 * self.line();
            self.rest = (self.height - used) / per_column as f64;
            if self.rest >= ROW_MIN {
                break;
            }
        }
        self.rest = self.rest.clamp(ROW_LEAST, self.sizes.air);
    }

    fn line(&self) -> f64 {
        self.sizes.label * 1.2
    }

    fn column(&self, column: usize, options: &[usize]) -> Vec<(usize, Mark)> {
        let mut y = 0.0;
        let x = column as f64 * (self.column_width + GAP);
        let rows = options.iter().map(|option| {
            let transform = format!("translate({} {})", n(x), n(y));
            y += self.labels[*option].len() as f64 * self.line() + self.rest;
            (*option, Mark::Group { class: "row", transform, marks: self.row(*option) })
        });
        rows.collect()
    }

    fn row(&self, option: usize) -> Vec<Mark> {
        let votes = self.results.options[option].votes;
        let Sizes { label, count, share, bar, .. } = *self.sizes;
        let first = label * 0.84;
        let lines = &self.labels[option];
        let mut marks: Vec<Mark> = Vec::new();
        for (number, line) in lines.iter().enumerate() {
            marks.push(text("label", 0.0, first + number as f64 * self.line(), label, Anchor::Start, line.clone()));
        }
        marks.push(text("count", self.figures_end, first, count, Anchor::End, grouped(self.language, votes)));
        if let Some(percent) = percent(votes, self.results.voters) {
            marks.push(text("share", self.column_width, first, share, Anchor::End, format!("{percent}%")));
        }
        let long = if self.most > 0 { self.column_width * votes as f64 / self.most as f64 } else { 0.0 };
        marks.push(Mark::Rect {
            class: self.class_of(votes),
            x: 0.0,
            y: lines.len() as f64 * self.line() + (self.rest * 0.16).min(8.0),
            width: long.max(4.0),
            height: (self.rest * 0.44).clamp(8.0, bar),
            radius: if long < 12.0 { 2.0 } else { 6.0 },
        });
        marks
    }

    fn class_of(&self, votes: u64) -> String {
        match votes {
            0 => "bar none".to_owned(),
            votes if votes == self.most => "bar lead".to_owned(),
            _ => "bar".to_owned(),
        }
    }
}

/// Whole percents of the voters; nothing while nobody voted.
pub fn percent(votes: u64, voters: u64) -> Option<u64> {
    (voters > 0).then(|| (votes * 200 + voters) / (voters * 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn results(votes: &[u64]) -> Results {
        let option = |(number, votes): (usize, &u64)| OptionVotes { label: format!("optie {number}"), votes: *votes };
        Results { voters: votes.iter().sum(), options: votes.iter().enumerate().map(option).collect(), others: None }
    }

    fn bars(drawing: &Drawing) -> Vec<(String, f64)> {
        let row = |mark: &Mark| match mark {
            Mark::Group { marks, .. } => {
                let label = marks.iter().find_map(|mark| match mark {
                    Mark::Text { class: "label", text, .. } => Some(text.clone()),
                    _ => None,
                });
                let width = marks.iter().find_map(|mark| match mark {
                    Mark::Rect { width, .. } => Some(*width),
                    _ => None,
                });
                (label.unwrap(), width.unwrap())
            }
            _ => panic!("a bar chart is made of rows"),
        };
        drawing.marks.iter().map(row).collect()
    }

    #[test]
    fn bars_are_as_long_as_their_votes() {
        let drawn = bars(&drawing(Shape::Wide, &results(&[10, 20, 5]), Language::Nl, true, 0.0));
        assert_eq!(drawn[1].1, 1600.0);
        assert_eq!(drawn[0].1, 800.0);
        assert_eq!(drawn[2].1, 400.0);
    }

    #[test]
    fn closing_sorts_and_ties_keep_deck_order() {
        let closed = drawing(Shape::Wide, &results(&[1, 7, 1, 7]), Language::Nl, false, 0.0);
        let y = |mark: &Mark| match mark {
            Mark::Group { transform, .. } => {
                transform.trim_end_matches(')').rsplit(' ').next().unwrap().parse().unwrap()
            }
            _ => 0.0,
        };
        let mut order: Vec<(f64, String)> =
            closed.marks.iter().map(y).zip(bars(&closed)).map(|(y, (label, _))| (y, label)).collect();
        let in_document: Vec<String> = order.iter().map(|(_, label)| label.clone()).collect();
        assert_eq!(in_document, ["optie 0", "optie 1", "optie 2", "optie 3"]);
        order.sort_by(|a, b| a.0.total_cmp(&b.0));
        let seen: Vec<String> = order.into_iter().map(|(_, label)| label).collect();
        assert_eq!(seen, ["optie 1", "optie 3", "optie 0", "optie 2"]);
    }

    #[test]
    fn twenty_long_options_stay_inside_the_box() {
        let mut many = results(&[3; 20]);
        many.options.iter_mut().for_each(|option| option.label = "een lang antwoord met veel woorden ".repeat(4));
        for shape in [Shape::Wide, Shape::Tall] {
            let drawing = drawing(shape, &many, Language::En, true, 0.0);
            for mark in &drawing.marks {
                let Mark::Group { transform, .. } = mark else { panic!("rows") };
                let y: f64 = transform.trim_end_matches(')').rsplit(' ').next().unwrap().parse().unwrap();
                assert!(y + 36.0 <= drawing.height, "{y} in {}", drawing.height);
            }
        }
    }

    #[test]
    fn shares_are_of_voters_and_none_without_any() {
        assert_eq!(percent(1, 3), Some(33));
        assert_eq!(percent(2, 3), Some(67));
        assert_eq!(percent(1, 8), Some(13));
        assert_eq!(percent(0, 0), None);
    }
}

//! What answers add up to, as numbers in a table: for spreadsheets, in which nothing is put into
//! words. What each number is called there says whoever writes them.

/// What a number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// How many people gave an answer that counts.
    Voters,
    /// How many answers or words there are.
    Given,
    /// How many of them are different.
    Distinct,
    /// How many people gave no value.
    Skipped,
    /// How many people chose or gave it.
    Votes,
    /// How many of those who answered did, from 0 to 1.
    Share,
    /// The arithmetic mean.
    Mean,
    /// The middle value.
    Median,
    /// Above it are three quarters of all.
    LowerQuartile,
    /// Above it is one quarter of all.
    UpperQuartile,
    /// How many gave that value.
    Step(i32),
}

/// What a row is about.
#[derive(Clone, Debug, PartialEq)]
pub enum SumLabel {
    /// An option, a word, a statement.
    Text(String),
    /// A place or a number that was given.
    Number(f64),
}

/// A row of numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct SumRow {
    /// What it is about.
    pub label: SumLabel,
    /// One for each head; nothing where there is no such number.
    pub values: Vec<Option<f64>>,
}

/// What the rows are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SumSubject {
    /// What could be chosen or was written.
    Answer,
    /// What people said how far they agree with.
    Statement,
    /// From 0 to 100, between two poles.
    Place,
    /// What was given.
    Number,
}

/// All sums of one round.
#[derive(Clone, Debug, PartialEq)]
pub struct SumTable {
    /// Of the whole.
    pub whole: Vec<(Measure, f64)>,
    /// What the rows are about.
    pub subject: SumSubject,
    /// What the rows have of each.
    pub heads: Vec<Measure>,
    /// In the order of the results.
    pub rows: Vec<SumRow>,
}

impl SumTable {
    /// The number of voters alone.
    pub fn of(voters: u64, subject: SumSubject, heads: &[Measure]) -> Self {
        Self {
            whole: vec![(Measure::Voters, voters as f64)],
            subject,
            heads: heads.to_vec(),
            rows: Vec::new(),
        }
    }

    /// The same with one more number of the whole, where there is one.
    #[must_use]
    pub fn and(mut self, measure: Measure, value: Option<f64>) -> Self {
        self.whole.extend(value.map(|value| (measure, value)));
        self
    }

    /// The same with so many votes for each of these, and their share of all voters.
    #[must_use]
    pub fn counting<'l>(mut self, counts: impl IntoIterator<Item = (&'l str, u64)>) -> Self {
        let voters = self.whole.first().map_or(0.0, |(_, voters)| *voters);
        let row = |(label, votes): (&str, u64)| SumRow {
            label: SumLabel::Text(label.to_owned()),
            values: vec![
                Some(votes as f64),
                (voters > 0.0).then(|| votes as f64 / voters),
            ],
        };
        self.rows.extend(counts.into_iter().map(row));
        self
    }

    /// The same with how many gave each of these numbers, which are in order.
    #[must_use]
    pub fn each(mut self, values: &[f64]) -> Self {
        for same in values.chunk_by(|one, other| one.total_cmp(other).is_eq()) {
            self.rows.push(SumRow {
                label: SumLabel::Number(same[0]),
                values: vec![Some(same.len() as f64)],
            });
        }
        self
    }
}

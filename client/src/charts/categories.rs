//! What people chose between, and how many chose each: what bars, columns, rings and dots are drawn
//! from.

use super::frame::{Shape, Surface};
use super::heading::Heading;
use crate::language::Language;
use crate::ui::order as by_key;

/// Dots that one picture has at most; above that each stands for several votes.
const DOTS_MAX: u64 = 400;
/// How many votes one dot may stand for.
const ROUND: [u64; 3] = [1, 2, 5];

/// What people chose between, in the order of the deck.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CategoryCounts {
    /// How many people chose something.
    pub voters: u64,
    pub options: Vec<Count>,
}

/// One of them: what it is called, and how many chose it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    pub label: String,
    pub votes: u64,
}

/// Everything that a picture of it depends on.
#[derive(Clone, Copy)]
pub struct Categories<'a> {
    /// What stands above it.
    pub heading: Heading<'a>,
    pub results: &'a CategoryCounts,
    /// What an earlier question came to.
    pub then: Option<&'a CategoryCounts>,
    pub language: Language,
    /// While open, options keep their order; closed, they are sorted by votes.
    pub open: bool,
    /// What a list beside the picture takes of its width.
    pub beside: f64,
}

impl Categories<'_> {
    /// The box that is left to the picture.
    pub fn surface(&self, shape: Shape) -> Surface {
        self.heading.surface(shape).beside(self.beside)
    }

    /// How many votes one dot stands for, where this picture has dots.
    pub fn votes_per_dot(&self) -> u64 {
        let votes = |dot: &u64| {
            self.results
                .options
                .iter()
                .map(|option| option.votes.div_ceil(*dot))
                .sum::<u64>()
        };
        let steps = (0..18).flat_map(|power| ROUND.map(|step| step * 10_u64.pow(power)));
        steps
            .take_while(|step| *step < u64::MAX / 10)
            .find(|step| votes(step) <= DOTS_MAX)
            .unwrap_or(1)
    }

    /// How many dots an option gets: one for every vote, or for every so many and what is left
    /// over.
    pub fn dots_of(&self, option: usize) -> usize {
        self.results.options[option]
            .votes
            .div_ceil(self.votes_per_dot()) as usize
    }

    /// Whether there is nothing to show yet, or nothing that may be shown: what can be chosen
    /// stands there alone.
    pub fn is_quiet(&self) -> bool {
        self.results.voters == 0 && self.then.is_none()
    }

    /// The most votes that an option has.
    pub fn most(&self) -> u64 {
        self.results
            .options
            .iter()
            .map(|option| option.votes)
            .max()
            .unwrap_or(0)
    }

    /// Options by their places in the deck: while open in deck order, closed by votes, ties in deck
    /// order.
    pub fn order(&self) -> Vec<usize> {
        order(
            self.results.options.iter().map(|option| option.votes),
            self.open,
        )
    }
}

/// Options by their places in the deck, given the votes of each: while open in deck order, closed
/// by votes.
pub fn order(votes: impl Iterator<Item = u64>, open: bool) -> Vec<usize> {
    let key = |votes: u64| if open { (0, 0) } else { (u64::MAX - votes, 0) };
    by_key::by(votes.map(key).collect())
}

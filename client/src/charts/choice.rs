//! `choice`: which picture a question gets. A layout is a wish: where it has no room for every label as a whole, where
//! it would tell something else than what was asked, or where an earlier question is compared with, there are bars.

use shared::question::choice::{ChoiceLayout, Results};

use super::bars::{self, Band};
use super::frame::{Drawing, Shape, Surface};
use super::heading::Heading;
use super::{donut, places, standing};
use crate::language::Language;

/// Dots that one picture has at most; above that each stands for several votes.
const DOTS_MAX: u64 = 400;
/// How many votes one dot may stand for.
const ROUND: [u64; 3] = [1, 2, 5];

/// Everything that a picture of a choice hangs on.
#[derive(Clone, Copy)]
pub struct Choice<'a> {
    /// What stands above it.
    pub heading: Heading<'a>,
    pub results: &'a Results,
    /// What an earlier question came to.
    pub then: Option<&'a Results>,
    pub layout: ChoiceLayout,
    /// How many options one person may pick.
    pub pick: u32,
    pub language: Language,
    /// While open, options keep their order; closed, they are sorted by votes.
    pub open: bool,
    /// What a list beside the picture takes of its width.
    pub beside: f64,
}

impl Choice<'_> {
    /// How many pages of a stage the options take: those of the shape that needs more.
    pub fn pages(&self) -> usize {
        let of = |shape: Shape| if self.on_one(shape).is_some() { 1 } else { bars::pages(shape, self, self.band()) };
        Shape::ALL.into_iter().map(of).max().unwrap_or(1)
    }

    /// One of so many pages, from 0.
    pub fn drawing(&self, shape: Shape, page: usize, pages: usize) -> Drawing {
        let one = (pages == 1).then(|| self.on_one(shape)).flatten();
        one.unwrap_or_else(|| bars::drawing(shape, self, self.band(), (page, pages)))
    }

    /// The picture of a layout that is no kind of bars, if it has room for everything.
    fn on_one(&self, shape: Shape) -> Option<Drawing> {
        match self.layout {
            _ if self.then.is_some() => None,
            ChoiceLayout::Columns => standing::drawing(shape, self),
            // Of people who pick several, shares are more than a ring.
            ChoiceLayout::Donut if self.pick == 1 => donut::drawing(shape, self),
            ChoiceLayout::Places => places::drawing(shape, self),
            ChoiceLayout::Bars | ChoiceLayout::Donut | ChoiceLayout::Dots => None,
        }
    }

    fn band(&self) -> Band {
        match self.layout {
            _ if self.then.is_some() => Band::Compared,
            ChoiceLayout::Dots | ChoiceLayout::Places => Band::Dots,
            _ => Band::Bar,
        }
    }

    /// The box that is left to the picture.
    pub fn surface(&self, shape: Shape) -> Surface {
        self.heading.surface(shape).beside(self.beside)
    }

    /// How many votes one dot stands for, where this picture has dots.
    pub fn votes_per_dot(&self) -> u64 {
        let votes = |dot: &u64| self.results.options.iter().map(|option| option.votes.div_ceil(*dot)).sum::<u64>();
        let steps = (0..18).flat_map(|power| ROUND.map(|step| step * 10_u64.pow(power)));
        steps.take_while(|step| *step < u64::MAX / 10).find(|step| votes(step) <= DOTS_MAX).unwrap_or(1)
    }

    /// Whether votes are dots.
    pub fn has_dots(&self) -> bool {
        self.band() == Band::Dots
    }

    /// How many dots an option gets: one for every vote, or for every so many and what is left over.
    pub fn dots_of(&self, option: usize) -> usize {
        self.results.options[option].votes.div_ceil(self.votes_per_dot()) as usize
    }

    /// Whether there is nothing to tell yet, or nothing that may be told: what can be chosen stands there alone.
    pub fn is_quiet(&self) -> bool {
        self.results.voters == 0 && self.then.is_none()
    }

    /// The most votes that an option has.
    pub fn most(&self) -> u64 {
        self.results.options.iter().map(|option| option.votes).max().unwrap_or(0)
    }

    /// Options by their places in the deck: while open in deck order, closed by votes, ties in deck order.
    pub fn order(&self) -> Vec<usize> {
        bars::order(self.results, self.open)
    }
}

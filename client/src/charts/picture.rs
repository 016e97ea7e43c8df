//! `choice`: which picture a question gets. A layout is a wish: where it has no room for every label as a whole, where
//! it would tell something else than what was asked, or where an earlier question is compared with, there are bars.

use shared::question::choice::ChoiceLayout;

use super::bars::{self, Band};
use super::choice::Choice;
use super::frame::{Drawing, Shape};
use super::{donut, places, standing};

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
        match self.then {
            Some(_) => Band::Compared,
            None if self.has_dots() => Band::Dots,
            None => Band::Bar,
        }
    }
}

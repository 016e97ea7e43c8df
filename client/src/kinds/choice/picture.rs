//! `choice`: which picture a question gets. A layout is asked for: where it has no room for every
//! label as a whole, where it would say something other than what was asked, or where an earlier
//! question is compared with, there are bars.

use shared::question::choice::ChoiceLayout;

use super::{donut, places};
use crate::charts::bars::{self, Band};
use crate::charts::categories::Categories;
use crate::charts::column_chart;
use crate::charts::frame::{Drawing, Shape};

/// Everything that the picture of a choice depends on.
#[derive(Clone, Copy)]
pub struct ChoiceChart<'a> {
    pub options: Categories<'a>,
    pub layout: ChoiceLayout,
    /// How many options one person may pick.
    pub pick: u32,
}

impl ChoiceChart<'_> {
    /// How many pages of a stage the options take: those of the shape that needs more.
    pub fn pages(&self) -> usize {
        let bars = |shape: Shape| bars::pages(shape, &self.options, self.band());
        let of = |shape: Shape| {
            if self.on_one(shape).is_some() {
                1
            } else {
                bars(shape)
            }
        };
        Shape::ALL.into_iter().map(of).max().unwrap_or(1)
    }

    /// One of so many pages, from 0.
    pub fn drawing(&self, shape: Shape, page: usize, pages: usize) -> Drawing {
        let one = (pages == 1).then(|| self.on_one(shape)).flatten();
        one.unwrap_or_else(|| bars::drawing(shape, &self.options, self.band(), (page, pages)))
    }

    /// How many votes one dot stands for, where votes are dots and that is not one.
    pub fn votes_per_dot(&self) -> Option<u64> {
        Some(self.options.votes_per_dot()).filter(|votes| self.has_dots() && *votes > 1)
    }

    /// The picture of a layout that is no kind of bars, if it has room for everything.
    fn on_one(&self, shape: Shape) -> Option<Drawing> {
        match self.layout {
            _ if self.options.then.is_some() => None,
            ChoiceLayout::Columns => column_chart::drawing(shape, &self.options),
            // Of people who pick several, shares are more than a ring.
            ChoiceLayout::Donut if self.pick == 1 => donut::drawing(shape, &self.options),
            ChoiceLayout::Places => places::drawing(shape, &self.options),
            ChoiceLayout::Bars | ChoiceLayout::Donut | ChoiceLayout::Dots => None,
        }
    }

    /// Whether votes are dots.
    fn has_dots(&self) -> bool {
        self.options.then.is_none()
            && matches!(self.layout, ChoiceLayout::Dots | ChoiceLayout::Places)
    }

    fn band(&self) -> Band {
        match self.options.then {
            Some(_) => Band::Compared,
            None if self.has_dots() => Band::Dots,
            None => Band::Bar,
        }
    }
}

//! The figure of a choice: its picture, and beside it what people typed behind an `{other}` option.

use leptos::prelude::*;
use shared::question::choice::{ChoiceInput, ChoiceResults, InputOption, OptionVotes, OtherText};

use super::ChoiceFigure;
use super::picture::ChoiceChart;
use crate::charts::categories::{Categories, CategoryCounts, Count};
use crate::charts::frame::{self, Drawing, Shape};
use crate::charts::side_list::Beside;
use crate::charts::{Pointed, hidden};
use crate::kinds::figure_context::FigureContext;
use crate::language::Language;
use crate::texts::charts as say;

/// What a list of typed options takes of a picture's width.
const OTHERS_WIDTH: f64 = 400.0;

impl From<&ChoiceResults> for CategoryCounts {
    fn from(results: &ChoiceResults) -> Self {
        let count = |option: &OptionVotes| Count {
            label: option.label.clone(),
            votes: option.votes,
        };
        Self {
            voters: results.voters,
            options: results.options.iter().map(count).collect(),
        }
    }
}

/// What a picture of these results is made from.
struct Figure<'a> {
    context: &'a FigureContext<'a>,
    asked: &'a ChoiceInput,
    counts: CategoryCounts,
    then: Option<CategoryCounts>,
    others: Option<Beside>,
}

impl<'a> Figure<'a> {
    fn of(context: &'a FigureContext<'a>, choice: &ChoiceFigure<'a>) -> Self {
        Self {
            context,
            asked: choice.input,
            counts: choice.results.into(),
            then: choice.then.map(CategoryCounts::from),
            others: others(choice, context.language),
        }
    }

    fn choice(&self) -> ChoiceChart<'_> {
        let beside = self.others.as_ref().map_or(0.0, |others| others.width);
        let FigureContext {
            heading,
            language,
            open,
            ..
        } = *self.context;
        let options = Categories {
            heading,
            results: &self.counts,
            then: self.then.as_ref(),
            language,
            open,
            beside,
        };
        ChoiceChart {
            options,
            layout: self.asked.layout,
            pick: self.asked.pick.max,
        }
    }

    fn pictures(&self, frame: &frame::Frame<'_>, page: usize) -> Vec<AnyView> {
        let choice = self.choice();
        let pages = choice.pages();
        // The list of what people typed may have more pages than the options.
        frame.pictures(|shape| Some(choice.drawing(shape, page % pages, pages)))
    }
}

/// What was typed behind the `{other}` option.
fn others(choice: &ChoiceFigure<'_>, language: Language) -> Option<Beside> {
    let others = choice
        .results
        .others
        .as_ref()
        .filter(|others| !others.is_empty())?;
    let options = choice.input.options.iter();
    let heading = options
        .filter(|option| option.other)
        .map(|option| option.label.clone())
        .next();
    let item = |other: &OtherText| match other.votes {
        1 => other.text.clone(),
        votes => format!("{} ({})", other.text, say::grouped(language, votes)),
    };
    let items = others
        .iter()
        .map(|other| (other.text.clone(), item(other)))
        .collect();
    let total = others.len() as u64;
    Some(Beside {
        shape: None,
        heading: heading.unwrap_or_default(),
        items,
        total,
        width: OTHERS_WIDTH,
    })
}

/// One page of the figure.
pub fn figure(
    context: &FigureContext<'_>,
    choice: &ChoiceFigure<'_>,
    id: String,
    page: usize,
    pointed: Pointed<'_>,
) -> AnyView {
    let figure = Figure::of(context, choice);
    let pictures = figure.pictures(&context.frame(id, pointed), page);
    let others = figure.others.map(|others| others.view(page, pointed));
    frame::figure(pictures, others, context.table())
}

/// All pages of the options without one around them, and as texts what was typed besides.
pub fn drawings(
    context: &FigureContext<'_>,
    choice: &ChoiceFigure<'_>,
    shape: Shape,
) -> Vec<Drawing> {
    let figure = Figure::of(context, choice);
    let (options, pages) = (figure.choice(), figure.choice().pages());
    let options = (0..pages).map(|page| options.drawing(shape, page, pages));
    let mut drawings: Vec<Drawing> = options.collect();
    let high = drawings.first().map_or(0.0, |first| first.height);
    let others = figure.others.as_ref();
    drawings.extend(others.map(|others| others.drawing(shape, high, context.language)));
    drawings
}

/// How many pages a stage needs.
pub fn pages(context: &FigureContext<'_>, choice: &ChoiceFigure<'_>) -> usize {
    let figure = Figure::of(context, choice);
    let others = figure.others.as_ref().map_or(1, Beside::pages);
    figure.choice().pages().max(others)
}

/// The texts beside the picture, page by page.
pub fn names(
    context: &FigureContext<'_>,
    choice: &ChoiceFigure<'_>,
    shape: Shape,
) -> Vec<Vec<(String, String)>> {
    let pages = pages(context, choice);
    let Some(others) = others(choice, context.language) else {
        return vec![Vec::new(); pages];
    };
    let named = |page: &[(String, String)]| {
        page.iter()
            .map(|(name, _)| (name.clone(), name.clone()))
            .collect()
    };
    others
        .each_on(shape, pages)
        .into_iter()
        .map(named)
        .collect()
}

/// How many votes one dot stands for, where that is not one.
pub fn votes_per_dot(context: &FigureContext<'_>, choice: &ChoiceFigure<'_>) -> Option<u64> {
    Figure::of(context, choice).choice().votes_per_dot()
}

/// Whether what stands there while results are hidden says so itself.
pub const SAYS_HIDDEN: bool = false;

/// The results of a question that nobody has answered.
pub fn nothing(input: &ChoiceInput) -> ChoiceResults {
    let option = |shown: &InputOption| OptionVotes {
        label: shown.label.clone(),
        votes: 0,
    };
    ChoiceResults {
        voters: 0,
        options: input.options.iter().map(option).collect(),
        others: None,
    }
}

/// What stands there while results are hidden: the options in their places.
pub fn hidden(
    context: &FigureContext<'_>,
    choice: &ChoiceFigure<'_>,
    frame: &frame::Frame<'_>,
    page: usize,
) -> AnyView {
    let figure = Figure::of(context, choice);
    let options = &choice.results.options;
    hidden::frame(
        figure.pictures(frame, page),
        options.iter().map(|option| &option.label),
    )
}

//! `open`: cards in pages, never in smaller type. HTML, since text is to be read.
//!
//! How many fit is reckoned with the font's advances, in units of which a 1080-high screen has 1080. While a
//! question collects, answers stand in order of arrival, so that none moves, and the page that is under way
//! shows first; where people vote, the most voted come first.

use std::cmp::Reverse;

use leptos::prelude::*;
use shared::ids::AnswerId;
use shared::protocol::view::Input;
use shared::question::open::{OpenAnswer, OpenLayout, Results, under};

use super::Heading;
use super::measure::wrap;
use super::quiet;
use crate::language::Language;
use crate::texts::charts as say;
use crate::ui::multiline;

mod fill;
mod headed;

use fill::{Column, Shelf};

/// The measure of a card's text in a column, and of one that has the whole width.
const MEASURE: f64 = 509.0;
const MEASURE_WHOLE: f64 = 1690.0;
/// The measure of an answer that has the page to itself, and its lines' distance by the size of its letters.
const MEASURE_ALONE: f64 = 1740.0;
const LEADING: f64 = 1.24;
/// What a card takes beside its lines, what a line takes, and what a line of votes takes.
const CARD: f64 = 34.0;
const LINE: f64 = 44.6;
const VOTES: f64 = 47.0;

/// All pages of a wall.
pub struct Wall<'a> {
    layout: OpenLayout,
    voted: bool,
    most: u64,
    room: f64,
    pages: Vec<Vec<Column<'a>>>,
    /// Above the columns; nothing above one more for what stands under none of them.
    headings: &'a [String],
    /// The page that shows first.
    pub first: usize,
}

impl<'a> Wall<'a> {
    /// The pages of these answers under that heading.
    pub fn of(heading: Heading<'_>, input: &'a Input, results: &'a Results, open: bool) -> Self {
        let (layout, voted, columns) = match input {
            Input::Open { layout, votes, columns, .. } => (*layout, *votes > 0, columns.as_slice()),
            _ => (OpenLayout::Wall, false, &[][..]),
        };
        let headings = if layout == OpenLayout::Columns { columns } else { &[] };
        let by_votes = layout == OpenLayout::List || (voted && (results.votes > 0 || !open));
        let answers = ordered(&results.answers, by_votes);
        let room = heading.room();
        let pages = match layout {
            OpenLayout::One => answers.into_iter().map(|answer| vec![vec![answer]]).collect(),
            OpenLayout::List => shelf(1, room).fill(answers, |answer| height(answer, false, MEASURE_WHOLE - 150.0)),
            OpenLayout::Columns if !headings.is_empty() => headed::pages(headings, &answers, room, voted),
            OpenLayout::Wall | OpenLayout::Columns => {
                shelf(3, room).fill(answers, |answer| height(answer, voted, MEASURE))
            }
        };
        let first = if by_votes || !open || !headings.is_empty() { 0 } else { pages.len().saturating_sub(1) };
        let most = results.answers.iter().map(|answer| answer.votes).max().unwrap_or(0);
        Self { layout, voted, most, room, pages, headings, first }
    }

    /// How many pages there are, at least one.
    pub fn count(&self) -> usize {
        self.pages.len().max(1)
    }

    /// One page, from 0.
    pub fn page(&self, page: usize, language: Language) -> AnyView {
        let Some(columns) = self.pages.get(page) else { return quiet(language) };
        let column = |(place, column): (usize, &Column<'_>)| {
            let cards: Vec<_> = column.iter().map(|answer| self.card(answer, language)).collect();
            let list = view! { <ul class="wall-column" role="list">{cards}</ul> };
            if self.headings.is_empty() {
                return list.into_any();
            }
            let heading = self.headings.get(place).cloned().unwrap_or_else(|| say::no_heading(language).to_owned());
            view! { <section><h2 dir="auto">{heading}</h2>{list}</section> }.into_any()
        };
        let class = self.class(columns);
        let columns: Vec<_> = columns.iter().enumerate().map(column).collect();
        view! { <div class="figure"><div class=class>{columns}</div></div> }.into_any()
    }

    fn class(&self, columns: &[Column<'_>]) -> &'static str {
        let alone = columns.len() == 1 && columns[0].len() == 1;
        match (self.layout, columns.len()) {
            (OpenLayout::One, _) => by_itself(columns[0][0], self.room),
            (OpenLayout::Columns, n) if !self.headings.is_empty() => headed::class(n),
            (OpenLayout::List, _) => "wall one listed",
            (_, 1) if alone && height(columns[0][0], self.voted, MEASURE) > self.room => "wall one",
            _ => "wall",
        }
    }

    fn card(&self, answer: &OpenAnswer, language: Language) -> AnyView {
        let top = self.layout != OpenLayout::One && self.most > 0 && answer.votes == self.most;
        let text = under(self.headings, &answer.text).map_or(answer.text.as_str(), |(_, rest)| rest);
        let votes = (self.voted || self.layout == OpenLayout::List).then_some(answer.votes);
        card((answer.id, text), votes, top, language)
    }
}

/// The class of an answer that has the page to itself: the largest of three sizes in which it has room.
fn by_itself(answer: &OpenAnswer, room: f64) -> &'static str {
    let fits = |size: f64| {
        let lines = answer.text.lines().map(|line| wrap(line, size, 400, MEASURE_ALONE, usize::MAX).len().max(1));
        lines.sum::<usize>() as f64 * size * LEADING <= room
    };
    match () {
        () if fits(64.0) => "wall single",
        () if fits(48.0) => "wall single long",
        () => "wall single longer",
    }
}

/// In order of arrival, or the most voted first and ties by arrival.
fn ordered(answers: &[OpenAnswer], by_votes: bool) -> Vec<&OpenAnswer> {
    let mut ordered: Vec<&OpenAnswer> = answers.iter().collect();
    if by_votes {
        ordered.sort_by_key(|answer| (Reverse(answer.votes), answer.id));
    }
    ordered
}

fn shelf(columns: usize, room: f64) -> Shelf {
    Shelf { columns, room }
}

fn height(answer: &OpenAnswer, votes: bool, measure: f64) -> f64 {
    text_height(&answer.text, votes, measure)
}

fn text_height(text: &str, votes: bool, measure: f64) -> f64 {
    let lines: usize = text.lines().map(|line| wrap(line, 36.0, 400, measure, usize::MAX).len().max(1)).sum();
    CARD + lines.max(1) as f64 * LINE + if votes { VOTES } else { 0.0 }
}

fn card((id, text): (AnswerId, &str), votes: Option<u64>, top: bool, language: Language) -> AnyView {
    let class = if top { "card top" } else { "card" };
    let votes = votes.map(|votes| {
        view! {
            <p class="votes">
                <svg viewBox="0 0 20 16" aria-hidden="true"><path d="M10 1 19 15H1z" /></svg>
                {say::grouped(language, votes)}
                <span class="visually-hidden">{say::votes_word(language, votes)}</span>
            </p>
        }
    });
    view! { <li class=class data-name=id.to_string()><p dir="auto" inner_html=multiline::inner_html(text)></p>{votes}</li> }.into_any()
}

#[cfg(test)]
mod tests;

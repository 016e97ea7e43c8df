//! `open`: cards in pages, never in smaller type. HTML, since text is to be read.
//!
//! How many fit is reckoned with the font's advances, in units of which a 1080-high screen has 1080. While a
//! question collects, answers stand in order of arrival, so that none moves, and the page that is under way
//! shows first; where people vote, the most voted come first.

use std::cmp::Reverse;

use leptos::prelude::*;
use shared::protocol::view::Input;
use shared::question::open::{OpenAnswer, OpenLayout, Results};
use shared::rules::Rules;

use super::Heading;
use super::frame::turned;
use super::mark::Pointed;
use super::measure::is_vast;
use super::quiet;
use crate::language::Language;
use crate::texts::charts as say;
use crate::ui::multiline;

mod fill;
mod headed;
mod piece;
mod quote;

use fill::{Column, Shelf};
use piece::{Card, Piece};

/// The measure of a card's text in a column, and of one that has the whole width.
const MEASURE: f64 = 509.0;
const MEASURE_WHOLE: f64 = 1690.0;
/// What votes take of a row of a list.
const BESIDE: f64 = 150.0;

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
    pub fn of(heading: Heading<'_>, (input, rules): (&'a Input, Rules), results: &'a Results, open: bool) -> Self {
        let (layout, voted, columns) = match input {
            Input::Open { layout, votes, columns, .. } => (*layout, *votes > 0, columns.as_slice()),
            _ => (OpenLayout::Wall, false, &[][..]),
        };
        let headings = if layout == OpenLayout::Columns { columns } else { &[] };
        let by_votes = layout == OpenLayout::List || (voted && (results.votes > 0 || !open));
        let answers = ordered(&results.answers, by_votes);
        let room = heading.room();
        let card = |measure: f64, voted: bool| Card { measure, room, voted };
        let pages = match layout {
            OpenLayout::One => {
                answers.iter().flat_map(|answer| quote::pieces(answer, room)).map(|piece| vec![vec![piece]]).collect()
            }
            OpenLayout::List => {
                let row = card(MEASURE_WHOLE - BESIDE, false);
                let pieces = answers.iter().flat_map(|answer| row.or_alone(row, answer, &answer.text));
                Shelf { columns: 1, room }.fill(pieces.collect())
            }
            OpenLayout::Columns if !headings.is_empty() => {
                headed::Under { headings, rules }.pages(&answers, room, voted)
            }
            OpenLayout::Wall | OpenLayout::Columns => {
                let (narrow, whole) = (card(MEASURE, voted), card(MEASURE_WHOLE, voted));
                let pieces = answers.iter().flat_map(|answer| narrow.or_alone(whole, answer, &answer.text));
                Shelf { columns: 3, room }.fill(pieces.collect())
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

    /// Every answer's public name and what of it stands there, page by page.
    pub fn names(&self) -> impl Iterator<Item = Vec<(String, String)>> {
        let named = |piece: &Piece<'_>| (piece.answer.id.to_string(), piece.text.to_string());
        self.pages.iter().map(move |page| page.iter().flatten().map(named).collect())
    }

    /// One page, from 0.
    pub fn page(&self, page: usize, pointed: Pointed<'_>, language: Language) -> AnyView {
        let Some(columns) = self.pages.get(page) else { return quiet(language) };
        let column = |(place, column): (usize, &Column<'_>)| {
            let cards: Vec<_> = column.iter().map(|piece| self.card(piece, pointed, language)).collect();
            let list = view! { <ul class="wall-column" role="list">{cards}</ul> };
            if self.headings.is_empty() {
                return list.into_any();
            }
            let heading = self.headings.get(place).cloned().unwrap_or_else(|| say::no_heading(language).to_owned());
            view! { <section><h2 dir="auto">{heading}</h2>{list}</section> }.into_any()
        };
        let class = format!("{} {}", self.class(columns), turned(page, self.count()));
        let columns: Vec<_> = columns.iter().enumerate().map(column).collect();
        view! { <div class="figure"><div class=class>{columns}</div></div> }.into_any()
    }

    fn class(&self, columns: &[Column<'_>]) -> &'static str {
        let alone = columns.iter().flatten().next().filter(|piece| piece.alone);
        match (self.layout, alone) {
            (OpenLayout::One, Some(piece)) => quote::class(piece, self.room),
            (OpenLayout::Columns, _) if !self.headings.is_empty() => headed::class(columns.len()),
            (OpenLayout::List, _) => "wall one listed",
            (_, Some(_)) => "wall one",
            _ => "wall",
        }
    }

    fn card(&self, piece: &Piece<'_>, pointed: Pointed<'_>, language: Language) -> AnyView {
        let answer = piece.answer;
        let top = self.layout != OpenLayout::One && self.most > 0 && answer.votes == self.most;
        let votes = (self.voted || self.layout == OpenLayout::List).then_some(answer.votes);
        let class = if top { "card top" } else { "card" };
        let (name, votes) = (answer.id.to_string(), votes.map(|votes| voted(votes, language)));
        let (chosen, text) = (pointed.is_at(&name), multiline::inner_html(&piece.text));
        let vast = is_vast(&piece.text).then_some("vast");
        view! {
            <li class=class data-name=name data-chosen=chosen><p class=vast dir="auto" inner_html=text></p>{votes}</li>
        }
        .into_any()
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

fn voted(votes: u64, language: Language) -> AnyView {
    view! {
        <p class="votes">
            <svg viewBox="0 0 20 16" aria-hidden="true"><path d="M10 1 19 15H1z" /></svg>
            {say::grouped(language, votes)}
            <span class="visually-hidden">{say::votes_word(language, votes)}</span>
        </p>
    }
    .into_any()
}

#[cfg(test)]
mod tests;

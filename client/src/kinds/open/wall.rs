//! Cards in pages, as large as there is room and never smaller than the last row reads. HTML, since
//! text is to be read.
//!
//! How many fit is reckoned with the font's advances, in units of which a 1080-high screen has
//! 1080. While a question collects, answers stand in order of arrival, so that none moves, and the
//! page that is under way shows first; where people vote, the most voted come first, and once they
//! have voted those five by themselves.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use leptos::prelude::*;
use shared::ids::AnswerId;
use shared::question::open::{OpenAnswer, OpenInput, OpenLayout, OpenResults};
use shared::rules::Rules;

use crate::charts::frame::{quiet, turned};
use crate::charts::measure::is_vast;
use crate::charts::{Heading, Pointed};
use crate::kinds::figure_context::FigureContext;
use crate::language::Language;
use crate::texts::charts as say;
use crate::ui::multiline;

mod card;
mod flat_screen;
mod headed;
mod page_filling;
mod quote;
mod ranked;
mod sizing;

use card::WallCard;
use flat_screen::{WallPage, WallPageKind};
use page_filling::WallColumn;
use sizing::WallSpace;

/// What votes take of a row of a list.
const BESIDE: f64 = 150.0;
/// Columns of a wall, at most.
const COLUMNS: usize = 3;
/// The same on a flat screen, and those of a list.
const FLAT_COLUMNS: usize = 5;
const FLAT_LISTS: usize = 2;

/// All pages of a wall.
pub struct Wall<'a> {
    layout: OpenLayout,
    voted: bool,
    most: u64,
    room: f64,
    /// The height on a flat screen.
    low: f64,
    pages: Vec<Vec<WallColumn<'a>>>,
    /// How many columns there are, and the class of the letters' size.
    look: (usize, &'static str),
    /// How many of the pages tell what got the most votes, with the class of their letters' size,
    /// and which rank each answer has.
    ranked: (usize, &'static str),
    ranks: BTreeMap<AnswerId, usize>,
    /// Above the columns; nothing above one more for what stands under none of them.
    headings: &'a [String],
    /// The page that shows first.
    pub first: usize,
}

impl<'a> Wall<'a> {
    /// The pages of these answers under that heading.
    pub fn of(
        heading: Heading<'_>,
        (input, rules): (&'a OpenInput, Rules),
        results: &'a OpenResults,
        open: bool,
    ) -> Self {
        let setting = Setting::of(input, rules, open);
        let by_votes = setting.goes_by_votes(results);
        let answers = ordered(&results.answers, by_votes);
        let decided = setting.is_decided(results);
        let top = if decided { ranked::top(&answers) } else { 0 };
        let (best, others) = answers.split_at(top);
        let room = heading.room();
        let (mut pages, size) = ranked::pages(best, room);
        let ranked = (pages.len(), size);
        let (others, look) = setting.pages(others, room);
        pages.extend(others);
        Self {
            layout: setting.layout,
            voted: setting.voted,
            most: most_votes(results),
            room,
            low: heading.room_of_flat(),
            first: setting.first(by_votes, pages.len()),
            pages,
            look,
            ranked,
            ranks: if decided {
                ranked::by_answer(&answers)
            } else {
                BTreeMap::new()
            },
            headings: setting.headings,
        }
    }

    /// How many pages there are, at least one.
    pub fn count(&self) -> usize {
        self.pages.len().max(1)
    }

    /// Every answer's public name and what of it stands there, page by page, in their order.
    pub fn names(&self) -> impl Iterator<Item = Vec<(String, String)>> {
        let named = |piece: &WallCard<'_>| (piece.answer.id.to_string(), piece.text.to_string());
        self.pages.iter().map(move |page| {
            let mut pieces: Vec<&WallCard<'_>> = page.iter().flatten().collect();
            pieces.sort_by_key(|piece| piece.number);
            pieces.into_iter().map(named).collect()
        })
    }

    /// One page, from 0.
    pub fn page(&self, page: usize, pointed: Pointed<'_>, language: Language) -> AnyView {
        let Some(columns) = self.pages.get(page) else {
            return quiet(language);
        };
        let ranked = page < self.ranked.0;
        let (class, size) = if ranked {
            ("wall one ranked", self.ranked.1)
        } else {
            (self.class(columns), self.look.1)
        };
        let turned = turned(page, self.count());
        let drawn = |class: String, columns: &[WallColumn<'_>]| {
            let class = format!("{class} {turned}");
            self.columns(class, columns, ranked, pointed, language)
        };
        let flat = self.flat(page).map(|WallPage { columns, class }| {
            drawn(format!("{} flat", class.join(" ")), &columns)
        });
        let wall = drawn(format!("{class} {size} {}", below(self.room)), columns);
        view! { <div class="figure">{wall}{flat}</div> }.into_any()
    }

    /// The same page for a flat screen. While answers come in, all pages look alike there too.
    fn flat(&self, page: usize) -> Option<WallPage<'a>> {
        let ranked = page < self.ranked.0;
        let kind = match self.layout {
            _ if ranked => WallPageKind::Ranked,
            OpenLayout::One => return None,
            OpenLayout::List => WallPageKind::Cards {
                columns: FLAT_LISTS,
                listed: true,
                voted: false,
            },
            OpenLayout::Columns if !self.headings.is_empty() => WallPageKind::Headed {
                headings: self.headings,
                voted: self.voted,
            },
            OpenLayout::Wall | OpenLayout::Columns => WallPageKind::Cards {
                columns: FLAT_COLUMNS,
                listed: false,
                voted: self.voted,
            },
        };
        let first = if ranked { 0 } else { self.ranked.0 };
        let others: Vec<&[WallColumn<'a>]> = self
            .pages
            .get(first)
            .filter(|_| page != first)
            .map(Vec::as_slice)
            .into_iter()
            .collect();
        flat_screen::laid(kind, self.pages.get(page)?, &others, self.low)
    }

    fn columns(
        &self,
        class: String,
        columns: &[WallColumn<'_>],
        ranked: bool,
        pointed: Pointed<'_>,
        language: Language,
    ) -> AnyView {
        let column = |(place, column): (usize, &WallColumn<'_>)| {
            let cards: Vec<_> = column
                .iter()
                .map(|piece| self.card(piece, ranked, pointed, language))
                .collect();
            let list = view! { <ul class="wall-column" role="list">{cards}</ul> };
            if self.headings.is_empty() || ranked {
                return list.into_any();
            }
            let heading = self
                .headings
                .get(place)
                .cloned()
                .unwrap_or_else(|| say::no_heading(language).to_owned());
            view! { <section><h2 dir="auto">{heading}</h2>{list}</section> }.into_any()
        };
        let columns: Vec<_> = columns.iter().enumerate().map(column).collect();
        view! { <div class=class>{columns}</div> }.into_any()
    }

    fn class(&self, columns: &[WallColumn<'_>]) -> &'static str {
        let alone = columns.iter().flatten().next().filter(|piece| piece.alone);
        match (self.layout, alone) {
            (OpenLayout::One, Some(piece)) => quote::class(piece, self.room),
            (OpenLayout::Columns, _) if !self.headings.is_empty() => headed::class(columns.len()),
            (OpenLayout::List, _) => "wall one listed",
            (_, Some(_)) => "wall one",
            _ => headed::class(self.look.0),
        }
    }

    fn card(
        &self,
        piece: &WallCard<'_>,
        ranked: bool,
        pointed: Pointed<'_>,
        language: Language,
    ) -> AnyView {
        let answer = piece.answer;
        let top = self.layout != OpenLayout::One && self.most > 0 && answer.votes == self.most;
        let votes = (self.voted || self.layout == OpenLayout::List).then_some(answer.votes);
        let class = if top { "card top" } else { "card" };
        let (name, votes) = (
            answer.id.to_string(),
            votes.map(|votes| voted(votes, language)),
        );
        let (chosen, text) = (pointed.is_at(&name), multiline::inner_html(&piece.text));
        let vast = is_vast(&piece.text).then_some("vast");
        let rank = self.ranks.get(&answer.id).filter(|_| ranked);
        let rank = rank.map(|rank| view! { <span class="rank">{rank.to_string()}</span> });
        view! {
            <li class=class data-name=name data-chosen=chosen>
                {rank}<p class=vast dir="auto" inner_html=text></p>{votes}
            </li>
        }
        .into_any()
    }
}

/// What a question says of its wall.
struct Setting<'a> {
    layout: OpenLayout,
    /// Whether people vote on answers.
    voted: bool,
    /// Above the columns; none where the layout has none.
    headings: &'a [String],
    rules: Rules,
    open: bool,
}

/// Pages, and the columns and the class of what stands on them.
type WallPages<'a> = (Vec<Vec<WallColumn<'a>>>, (usize, &'static str));

impl<'a> Setting<'a> {
    fn of(input: &'a OpenInput, rules: Rules, open: bool) -> Self {
        Self {
            layout: input.layout,
            voted: input.votes > 0,
            headings: input.headings(),
            rules,
            open,
        }
    }

    /// Whether the most voted come first.
    fn goes_by_votes(&self, results: &OpenResults) -> bool {
        self.layout == OpenLayout::List || (self.voted && (results.votes > 0 || !self.open))
    }

    /// Whether people have voted, and no more votes come.
    fn is_decided(&self, results: &OpenResults) -> bool {
        self.voted && !self.open && results.votes > 0
    }

    /// The page that shows first: the one that is under way, where answers stand as they came.
    fn first(&self, by_votes: bool, pages: usize) -> usize {
        if by_votes || !self.open || !self.headings.is_empty() {
            0
        } else {
            pages.saturating_sub(1)
        }
    }

    fn pages(&self, answers: &[&'a OpenAnswer], height: f64) -> WallPages<'a> {
        let (voted, headings, rules) = (self.voted, self.headings, self.rules);
        let room = match self.layout {
            OpenLayout::One => return (quote::pages(answers, height), (1, "")),
            OpenLayout::Columns if !headings.is_empty() => {
                let pages = headed::Headings { headings, rules }.pages(answers, height, voted);
                return (pages, (headings.len(), sizing::class(headed::TEXT)));
            }
            OpenLayout::List => WallSpace {
                height,
                beside: BESIDE,
                voted: false,
                columns: 1,
            },
            OpenLayout::Wall | OpenLayout::Columns => WallSpace {
                height,
                beside: 0.0,
                voted,
                columns: COLUMNS,
            },
        };
        cards(room, answers, self.open)
    }
}

/// The votes of the most voted answer.
fn most_votes(results: &OpenResults) -> u64 {
    let votes = results.answers.iter().map(|answer| answer.votes);
    votes.max().unwrap_or(0)
}

/// Cards, as large as there is room, and the columns and the class of that. As long as more of them
/// may come none moves; after that all pages are about as full.
fn cards<'a>(room: WallSpace, answers: &[&'a OpenAnswer], open: bool) -> WallPages<'a> {
    let look = room.look(answers, open);
    let (shelf, pieces) = (room.shelf(look), room.pieces(look, answers));
    let pages = if open {
        shelf.fill(pieces)
    } else {
        shelf.balanced(pieces)
    };
    (pages, (look.columns, sizing::class(look.size)))
}

/// One answer by itself, as large as it can be; nothing where it has no room as a whole.
pub fn enlarged(context: &FigureContext<'_>, results: &OpenResults, name: &str) -> Option<AnyView> {
    let (id, room) = (AnswerId::parse(name)?, context.heading.room());
    let pieces = quote::pieces(results.answers.iter().find(|answer| answer.id == id)?, room);
    let [piece] = pieces.as_slice() else {
        return None;
    };
    let class = format!(
        "{} {} turned even-page",
        quote::class(piece, room),
        below(room)
    );
    let (text, vast) = (
        multiline::inner_html(&piece.text),
        is_vast(&piece.text).then_some("vast"),
    );
    let card = view! {
        <li class="card" data-name=name.to_owned() data-chosen=true>
            <p class=vast dir="auto" inner_html=text></p>
        </li>
    };
    Some(
        view! { <div class="figure"><div class=class><ul class="wall-column" role="list">{card}</ul></div></div> }
            .into_any(),
    )
}

/// The class that says how high a page is reckoned: on a flatter screen it is all drawn smaller
/// instead of being clipped.
fn below(room: f64) -> &'static str {
    let known = ROOMS.into_iter().find(|(height, _)| room <= *height);
    known.unwrap_or(ROOMS[ROOMS.len() - 1]).1
}

/// Heights and their classes. The heights are those of the style.
const ROOMS: [(f64, &str); 6] = [
    (200.0, "room-200"),
    (300.0, "room-300"),
    (400.0, "room-400"),
    (500.0, "room-500"),
    (560.0, "room-560"),
    (620.0, "room-620"),
];

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

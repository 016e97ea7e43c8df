//! Turning the pages of what does not fit on one: a wall of answers, many statements.
//!
//! Without scripts the page loads itself again every few seconds, and its address says how often it
//! did so on this slide (`?turn=SLIDE.7`); every few times it turns a page.

use shared::ids::SlideId;
use shared::protocol::view::{QuestionView, SlideView};

use super::{StageContent, StageState};

/// How often a page that loads itself again shows the same before it turns.
pub const LOADS: u32 = 5;

/// Which page shows, of how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TurnedPage {
    /// From 0.
    pub page: usize,
    pub pages: usize,
}

impl TurnedPage {
    /// After so many turns, beginning with the page that shows first and going round.
    pub fn of(state: &StageState, slide: &SlideView, question: &QuestionView, turns: i32) -> Self {
        let (pages, first) = state.pages_of(slide, question);
        Self {
            page: turned(first, turns, pages),
            pages,
        }
    }
}

/// The page that shows after so many turns. Turns alone make a whole round, so that pages that are
/// added meanwhile come at their turn.
pub fn turned(first: usize, turns: i32, pages: usize) -> usize {
    let turned = (first as i64 + i64::from(turns)).rem_euclid(pages as i64);
    usize::try_from(turned).unwrap_or(first)
}

impl StageState {
    /// Turned as an address says; an address about another slide says nothing.
    pub fn turned_to(mut self, address: &str) -> Self {
        let named = address
            .rsplit_once('.')
            .filter(|(slide, _)| Some(*slide) == self.slide_id().map(SlideId::as_str));
        let turn = named.and_then(|(_, turn)| turn.parse().ok()).unwrap_or(0);
        // Once round: where pages were added meanwhile, those begin to show at their turn.
        self.turn = if (turn / LOADS) as usize >= self.pages() {
            0
        } else {
            turn
        };
        self
    }

    /// Where a page without scripts goes on by itself; nothing where there is nothing to turn.
    pub fn turns_to(&self) -> Option<String> {
        let slide = self.slide_id().filter(|_| self.pages() > 1)?;
        Some(format!("?turn={slide}.{}", self.turn.saturating_add(1)))
    }

    /// How many turns a page without scripts has made.
    pub fn turns(&self) -> i32 {
        i32::try_from(self.turn / LOADS).unwrap_or(0)
    }

    /// How many pages the figure has.
    pub fn pages(&self) -> usize {
        match self.shown_content() {
            StageContent::Question(slide, question) => {
                TurnedPage::of(self, slide, question, 0).pages
            }
            _ => 1,
        }
    }

    fn slide_id(&self) -> Option<&SlideId> {
        self.view.slide.as_ref().map(|slide| &slide.id)
    }
}

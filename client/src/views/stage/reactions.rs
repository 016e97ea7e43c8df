//! Reactions on the projected page: each is a small mark for some seconds, and counts nothing.

use std::collections::VecDeque;

use leptos::prelude::*;
use shared::protocol::view::SentReaction;

use crate::ui::drawing::drawing;

/// After so many seconds a mark is gone: three whole ones and what was left of the one in which it
/// came. `stage.css` lets it fade in three.
const SECONDS: u32 = 4;
/// Marks that come with one view.
const AT_ONCE: u32 = 8;
/// Marks that show together; older ones make room.
const TOGETHER: usize = 24;
/// Lanes side by side in which marks rise; `stage.css` says where.
const LANES: u32 = 8;

/// The marks that show now.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReactionMarks {
    marks: VecDeque<ReactionMark>,
    /// How many there have been.
    ever: u32,
}

#[derive(Clone, Debug, PartialEq)]
struct ReactionMark {
    number: u32,
    reaction: String,
    left: u32,
}

impl ReactionMarks {
    /// What was sent between two views comes up.
    pub fn follow(&mut self, before: &[SentReaction], now: &[SentReaction]) {
        let mut room = AT_ONCE;
        for sent in now {
            let was = before.iter().find(|was| was.reaction == sent.reaction);
            // A number that went back began anew: the server did.
            let new = was.and_then(|was| sent.times.checked_sub(was.times));
            let new = new.unwrap_or(0).min(room);
            room -= new;
            (0..new).for_each(|_| self.add(&sent.reaction));
        }
    }

    fn add(&mut self, reaction: &str) {
        self.ever = self.ever.wrapping_add(1);
        self.marks.push_back(ReactionMark {
            number: self.ever,
            reaction: reaction.to_owned(),
            left: SECONDS,
        });
        if self.marks.len() > TOGETHER {
            self.marks.pop_front();
        }
    }

    /// A second has passed.
    pub fn second(&mut self) {
        self.marks.retain_mut(|mark| {
            mark.left -= 1;
            mark.left > 0
        });
    }

    /// The marks, for eyes alone: whoever hears the page would hear nothing else.
    pub fn view(&self) -> Option<AnyView> {
        let mark = |mark: &ReactionMark| {
            let class = format!("reaction lane-{}", mark.number % LANES);
            let inside = match drawing(&mark.reaction) {
                Some(svg) => view! { <span inner_html=svg></span> }.into_any(),
                None => {
                    view! { <span class="pole-emoji">{mark.reaction.clone()}</span> }.into_any()
                }
            };
            view! { <span class=class>{inside}</span> }.into_any()
        };
        let marks: Vec<AnyView> = self.marks.iter().map(mark).collect();
        (!marks.is_empty())
            .then(|| view! { <div class="reactions" aria-hidden="true">{marks}</div> }.into_any())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(hearts: u32, suns: u32) -> Vec<SentReaction> {
        let each = [("❤️", hearts), ("☀️", suns)];
        each.map(|(reaction, times)| SentReaction {
            reaction: reaction.into(),
            times,
        })
        .into()
    }

    fn shown(marks: &ReactionMarks) -> String {
        marks
            .marks
            .iter()
            .map(|mark| mark.reaction.as_str())
            .collect()
    }

    #[test]
    fn what_is_new_shows_for_three_whole_seconds() {
        let mut marks = ReactionMarks::default();
        marks.follow(&[], &sent(5, 5));
        assert_eq!(shown(&marks), "", "what was before the page is no news");
        marks.follow(&sent(5, 5), &sent(6, 5));
        marks.second();
        marks.follow(&sent(6, 5), &sent(6, 7));
        assert_eq!(shown(&marks), "❤️☀️☀️");
        marks.second();
        marks.second();
        assert_eq!(shown(&marks), "❤️☀️☀️");
        marks.second();
        assert_eq!(shown(&marks), "☀️☀️");
        marks.second();
        assert_eq!(shown(&marks), "");
    }

    #[test]
    fn a_hall_that_presses_at_once_fills_no_screen_and_a_server_that_began_anew_shows_none() {
        let mut marks = ReactionMarks::default();
        marks.follow(&sent(0, 0), &sent(800, 800));
        assert_eq!(marks.marks.len(), AT_ONCE as usize);
        for times in 0..10 {
            marks.follow(&sent(times, 0), &sent(times + 8, 0));
        }
        assert_eq!(marks.marks.len(), TOGETHER);
        let mut again = ReactionMarks::default();
        again.follow(&sent(800, 2), &sent(1, 0));
        assert_eq!(shown(&again), "");
    }
}

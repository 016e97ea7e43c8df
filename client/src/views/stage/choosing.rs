//! A word or an answer that somebody points at on the stage, to be hidden or merged with another
//! one.
//!
//! It is held by its name. As long as there is one no page turns by itself, and the page that shows
//! is the one where it stands, whatever comes in; once it stands nowhere any more a key does
//! nothing but say so. An answer can be shown by itself, as large as it can be.

use shared::protocol::view::HostView;
use shared::room::{ModerationAction, ModerationRequest};

use super::chosen::{Chosen, Gone};
pub use super::figure_pages::{FigurePages, PointedItem};
use super::host_request::{HostRequest, question};
use super::live::StageLiveState;
use crate::charts::Pointed;
use crate::kinds::{self, Moderates};

/// After so many seconds without a key or a press nobody chooses any more.
pub const CHOOSING_SECONDS: u32 = 30;

/// For how many seconds it is said that what was pointed at is gone.
const GONE_SECONDS: u32 = 10;

/// What a key means for what is pointed at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum KeyMeaning {
    Hide,
    Merge,
    Confirm,
    Leave,
    /// So many further, in reading order.
    Step(i32),
    /// So many pages further.
    Page(i32),
}

fn meant(key: &str) -> Option<KeyMeaning> {
    Some(match key {
        "x" | "X" | "Delete" | "Backspace" => KeyMeaning::Hide,
        "m" | "M" => KeyMeaning::Merge,
        "Enter" => KeyMeaning::Confirm,
        "Escape" => KeyMeaning::Leave,
        "ArrowRight" => KeyMeaning::Step(1),
        "ArrowLeft" => KeyMeaning::Step(-1),
        "ArrowDown" => KeyMeaning::Page(1),
        "ArrowUp" => KeyMeaning::Page(-1),
        _ => return None,
    })
}

impl StageLiveState {
    /// Presses something; while another one waits to be merged, that is asked.
    pub fn point(
        &mut self,
        target: PointedItem,
        view: &HostView,
        figure_pages: &FigurePages,
    ) -> Option<HostRequest> {
        self.is_led();
        self.keep_in_sight(figure_pages);
        self.gone = None;
        let shown = figure_pages.page(self.page);
        let page = figure_pages.page_of(&target.name, shown)?;
        let again = self.enlarged() == Some(&target.name);
        self.aim_at(target, page, figure_pages);
        self.enlarge(!again, view);
        let confirmed = self
            .chosen
            .as_ref()
            .is_some_and(|chosen| chosen.with.is_some());
        if confirmed {
            self.choose("Enter", view, figure_pages).1
        } else {
            None
        }
    }

    /// What a key does to what is pointed at; false if it has nothing to do with that.
    pub fn choose(
        &mut self,
        key: &str,
        view: &HostView,
        figure_pages: &FigurePages,
    ) -> (bool, Option<HostRequest>) {
        let meant = meant(key);
        if let (Some(gone), Some(_)) = (&mut self.gone, meant)
            && !gone.pressed
        {
            (gone.pressed, gone.seconds) = (true, GONE_SECONDS);
            return (true, None);
        }
        self.gone = None;
        match (self.chosen.take(), meant) {
            (Some(chosen), Some(meant)) => {
                self.does(meant, Chosen { idle: 0, ..chosen }, view, figure_pages)
            }
            (None, Some(KeyMeaning::Hide)) if matches!(key, "x" | "X") => {
                (self.begin(figure_pages), None)
            }
            _ => (false, None),
        }
    }

    /// Points at the first that is in sight, if there is any.
    fn begin(&mut self, figure_pages: &FigurePages) -> bool {
        let page = figure_pages.page(self.page);
        let first = figure_pages.end(page, 1).cloned();
        first
            .into_iter()
            .for_each(|first| self.aim_at(first, page, figure_pages));
        self.chosen.is_some()
    }

    fn does(
        &mut self,
        meant: KeyMeaning,
        mut chosen: Chosen,
        view: &HostView,
        figure_pages: &FigurePages,
    ) -> (bool, Option<HostRequest>) {
        let ask = match (meant, &chosen.with) {
            (KeyMeaning::Hide, None) => {
                self.moderate(ModerationAction::Hide, &chosen.target, None, view)
            }
            (KeyMeaning::Confirm, Some(with)) => {
                self.moderate(ModerationAction::Merge, &chosen.target, Some(with), view)
            }
            (KeyMeaning::Leave, _) if chosen.enlarged => {
                self.chosen = Some(Chosen {
                    enlarged: false,
                    ..chosen
                });
                None
            }
            (KeyMeaning::Leave, _) => None,
            // Two are marked: it would be a guess which of them is meant.
            (KeyMeaning::Hide, Some(_)) => return (false, None),
            (KeyMeaning::Confirm, None) => {
                let large = !chosen.enlarged;
                self.chosen = Some(chosen);
                self.enlarge(large, view);
                None
            }
            (KeyMeaning::Merge, _) => {
                (chosen.merging, chosen.enlarged) = (true, false);
                self.chosen = Some(chosen);
                None
            }
            (KeyMeaning::Step(step) | KeyMeaning::Page(step), _) => {
                self.goes(meant, step, chosen, figure_pages);
                None
            }
        };
        (true, ask)
    }

    /// Moves on by keyboard, without doing anything to it yet.
    fn goes(&mut self, meant: KeyMeaning, step: i32, chosen: Chosen, figure_pages: &FigurePages) {
        let (name, page) = (chosen.aim().name.clone(), chosen.page);
        let leaf = figure_pages
            .over_leaf(page, step)
            .filter(|_| matches!(meant, KeyMeaning::Page(_)));
        let next = leaf.or_else(|| {
            let next = figure_pages.beside(&name, step)?;
            Some((figure_pages.page_of(&next.name, page)?, next))
        });
        self.chosen = Some(chosen);
        if let Some((page, next)) = next {
            self.aim_at(next.clone(), page, figure_pages);
        }
    }

    fn aim_at(&mut self, target: PointedItem, page: usize, figure_pages: &FigurePages) {
        // What else was about to be confirmed is not what Enter means from now on.
        self.keys.end();
        self.turns_to(page, figure_pages);
        self.chosen = Some(match self.chosen.take() {
            Some(chosen) if chosen.merging => {
                let with = Some(target).filter(|with| with.name != chosen.target.name);
                Chosen {
                    with,
                    page,
                    idle: 0,
                    ..chosen
                }
            }
            before => {
                let enlarged = before.is_some_and(|before| before.enlarged);
                Chosen {
                    target,
                    merging: false,
                    enlarged,
                    with: None,
                    page,
                    idle: 0,
                }
            }
        });
    }

    /// What the figure shows now: the page goes where the name went, and what is nowhere any more
    /// is pointed at no longer.
    pub fn keep_in_sight(&mut self, figure_pages: &FigurePages) {
        let Some(mut chosen) = self.chosen.take() else {
            return;
        };
        let near = chosen.page;
        if figure_pages.page_of(&chosen.target.name, near).is_none() {
            return self.is_gone(&chosen.target);
        }
        if let Some(with) = chosen
            .with
            .take_if(|with| figure_pages.page_of(&with.name, near).is_none())
        {
            self.is_gone(&with);
        }
        let aim = chosen.aim().name.clone();
        chosen.page = figure_pages.page_of(&aim, near).unwrap_or(near);
        self.turns_to(chosen.page, figure_pages);
        self.chosen = Some(chosen);
    }

    /// Another slide, or another round: nothing on it was pointed at.
    pub(super) fn loses_sight(&mut self) {
        if let Some(chosen) = self.chosen.take() {
            self.is_gone(&chosen.target);
        }
    }

    /// A second without a key. True while somebody chooses.
    pub(super) fn goes_on_choosing(&mut self) -> bool {
        self.gone = self
            .gone
            .take()
            .filter(|gone| gone.seconds > 1)
            .map(|gone| Gone {
                seconds: gone.seconds - 1,
                ..gone
            });
        // What is shown by itself is talked about, for as long as that takes.
        let next = |chosen: Chosen| Chosen {
            idle: if chosen.enlarged { 0 } else { chosen.idle + 1 },
            ..chosen
        };
        self.chosen = self
            .chosen
            .take()
            .map(next)
            .filter(|chosen| chosen.idle < CHOOSING_SECONDS);
        self.chosen.is_some()
    }

    /// Shows the answer that is pointed at by itself, or among the others again. Words are as large
    /// as they were given often.
    fn enlarge(&mut self, enlarged: bool, view: &HostView) {
        let answers = question(view)
            .is_some_and(|(_, asked)| kinds::moderates(&asked.input) == Moderates::Answers);
        if let Some(chosen) = self
            .chosen
            .as_mut()
            .filter(|chosen| answers && !chosen.merging)
        {
            chosen.enlarged = enlarged;
        }
    }

    /// The name of the answer that is shown by itself.
    pub fn enlarged(&self) -> Option<&String> {
        self.chosen
            .as_ref()
            .filter(|chosen| chosen.enlarged)
            .map(|chosen| &chosen.target.name)
    }

    /// The names of what is pointed at.
    pub fn pointed(&self) -> Pointed<'_> {
        let chosen = self.chosen.as_ref();
        let with = chosen.and_then(|chosen| chosen.with.as_ref());
        Pointed([
            chosen.map(|chosen| chosen.target.name.as_str()),
            with.map(|with| with.name.as_str()),
        ])
    }

    fn is_gone(&mut self, target: &PointedItem) {
        self.gone = Some(Gone {
            text: target.text.clone(),
            pressed: false,
            seconds: GONE_SECONDS,
        });
    }

    fn turns_to(&mut self, page: usize, figure_pages: &FigurePages) {
        let turns = page as i64 - figure_pages.first as i64;
        (self.page, self.seconds) = (i32::try_from(turns).unwrap_or(0), 0);
    }

    fn moderate(
        &mut self,
        action: ModerationAction,
        target: &PointedItem,
        into: Option<&PointedItem>,
        view: &HostView,
    ) -> Option<HostRequest> {
        let (slide, asked) = question(view)?;
        let about = kinds::moderates(&asked.input).named(&target.name)?;
        let into = into.map(|into| into.name.clone());
        let ask = HostRequest::Moderate(ModerationRequest {
            action,
            question: Some(slide.clone()),
            about,
            into,
        });
        self.undo.remember(Some(&ask), Some(&target.text), view);
        Some(ask)
    }
}

#[cfg(test)]
mod tests;

//! What a list of words or answers knows once its page is alive: what is ticked, what is unfolded,
//! and in which order it stands.

use shared::protocol::view::{HostView, Moderable};

use super::seen::SeenNames;
use super::suggested::{ALL_SUGGESTIONS, SeenSuggestions};
use crate::views::desk::moderating::seen_questions::SeenQuestions;
use crate::views::stage::host_request::question;

/// For how many seconds after the last touch a list of words keeps its order.
const AT_WORK_SECONDS: u32 = 6;

/// What a list of words or answers knows only once its page is alive.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModerationLiveState {
    /// What is ticked to be merged, by name.
    pub picked: Vec<String>,
    /// As which of them they are to count, where somebody chose.
    pub into: Option<String>,
    /// As which of them they count otherwise: what most people had given when the last one was
    /// ticked.
    pub proposed: Option<String>,
    /// Long texts that are shown whole, by name.
    pub unfolded: Vec<String>,
    /// The order in which words and answers are listed.
    pub seen: SeenNames,
    /// What is suggested above it.
    pub suggestions: SeenSuggestions,
    /// The questions to the speakers as they are listed.
    pub questions: SeenQuestions,
    /// Seconds since somebody last did something in that list.
    pub idle: u32,
}

impl ModerationLiveState {
    /// The page comes to life with what it shows already: nobody has touched the list yet.
    pub fn begin(&mut self, view: &HostView) {
        self.idle = u32::MAX;
        self.list(view);
    }

    /// Ticks something to be merged, or no longer. What they are to count as is said with it, and
    /// votes that come later change nothing of what a button says.
    pub fn pick(&mut self, name: &str, on: bool, view: &HostView) {
        self.picked.retain(|picked| picked != name);
        if on {
            self.picked.push(name.to_owned());
        }
        let items = question(view)
            .and_then(|(_, asked)| asked.moderable.as_deref())
            .unwrap_or_default();
        let picked = items.iter().filter(|item| self.picked.contains(&item.name));
        // The newest come first in the list: of equals the last is the one that was there before.
        self.proposed = picked
            .max_by_key(|item| item.count)
            .map(|item| item.name.clone());
    }

    /// Which of what is ticked the others are to count as: what was chosen, else what was proposed.
    pub fn into_of<'a>(&self, picked: &[&'a Moderable]) -> Option<&'a Moderable> {
        let named =
            |name: &Option<String>| picked.iter().find(|item| name.as_ref() == Some(&item.name));
        named(&self.into)
            .or_else(|| named(&self.proposed))
            .or(picked.last())
            .copied()
    }

    /// Shows a long text whole, or folds it again.
    pub fn unfold(&mut self, name: &str) {
        let before = self.unfolded.len();
        self.unfolded.retain(|unfolded| unfolded != name);
        if self.unfolded.len() == before {
            self.unfolded.push(name.to_owned());
        }
    }

    /// Ticks nothing any more.
    pub fn pick_nothing(&mut self) {
        self.picked.clear();
        self.into = None;
    }

    /// A second has passed without a touch. True once it was the last of those for which the list
    /// keeps its order.
    pub fn rested(&mut self) -> bool {
        self.idle = self.idle.saturating_add(1);
        self.idle == AT_WORK_SECONDS
    }

    /// Shows what came in the meantime.
    pub fn show_new(&mut self, view: &HostView) {
        self.idle = u32::MAX;
        let picked = std::mem::take(&mut self.picked);
        self.list(view);
        self.picked = picked;
    }

    /// The same of questions to the speakers.
    pub fn show_new_questions(&mut self, view: &HostView) {
        self.idle = u32::MAX;
        let list = view.qa.as_ref().map(|qa| qa.list.as_slice());
        self.questions.show_new(list.unwrap_or_default());
    }

    /// Takes note of what may be hidden or merged.
    pub fn list(&mut self, view: &HostView) {
        let touched = self.idle < AT_WORK_SECONDS;
        if let Some(qa) = &view.qa {
            self.questions.follow(&qa.list, touched);
        }
        let Some((slide, asked)) = question(view) else {
            return;
        };
        let Some(items) = &asked.moderable else {
            return;
        };
        let mergeable = |name: &String| items.iter().any(|item| item.name == *name && !item.hidden);
        self.picked.retain(mergeable);
        self.unfolded
            .retain(|name| name == ALL_SUGGESTIONS || items.iter().any(|item| item.name == *name));
        let at_work = !self.picked.is_empty() || touched;
        let of = (slide.clone(), asked.round);
        self.suggestions
            .follow(of.clone(), &view.suggested, items, at_work);
        self.seen.follow(of, items, at_work);
    }
}

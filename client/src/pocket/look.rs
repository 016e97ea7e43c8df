//! What to look at: where the room is, or for its grace the question that somebody is busy with.

use shared::ids::{Round, SlideId};
use shared::protocol::PhoneView;
use shared::refusal::Refusal;
use shared::room::Stage;

use super::{Effect, Pocket, asked};
use crate::texts::phone::phone;
use crate::ui::bidi;
use crate::views::participant::Notice;

impl Pocket {
    /// What the room shows from now on.
    pub(super) fn look(&mut self, seq: u64, view: PhoneView) -> Vec<Effect> {
        let before = self.question_shown();
        let was = self.shown().map(|slide| slide.id.clone());
        self.page.seq = seq;
        self.page.view = view;
        match before {
            _ if self.page.view.stage == Stage::Ended => (self.held, self.notice) = (None, None),
            Some((id, round)) => self.stay_or_follow(&id, round),
            None => {}
        }
        self.let_go_of_the_past();
        self.tell_what_is_new(was);
        vec![Effect::Keep]
    }

    fn question_shown(&self) -> Option<(SlideId, Round)> {
        let slide = self.shown()?;
        Some((slide.id.clone(), asked(slide)?.round))
    }

    /// Whoever is busy with a question keeps it as long as it is open; everybody else goes with the room.
    fn stay_or_follow(&mut self, id: &SlideId, round: Round) {
        let busy = self.is_busy_with(id, round);
        match self.question(id).map(|asked| (asked.round, asked.open)) {
            Some((now, _)) if now != round => {
                self.carry_over(id, round, now);
                if busy {
                    self.refuse(id, Refusal::StaleRound { round: now });
                }
            }
            Some(_) if busy => self.held = Some(id.clone()),
            Some(_) => {}
            None if busy => self.notice = Some((None, Notice::NotSent)),
            None => {}
        }
    }

    /// Nothing is held that the room is at, or that takes no answers any more.
    pub(super) fn let_go_of_the_past(&mut self) {
        let there = self.page.view.slide.as_ref().map(|slide| &slide.id);
        let late = |id: &SlideId| self.page.view.late.iter().any(|slide| slide.id == *id);
        if self.held.as_ref().is_some_and(|held| Some(held) == there || !late(held)) {
            self.held = None;
        }
    }

    /// An answer that was given in the grace is stored: on to where the room is.
    pub(super) fn release_once_saved(&mut self, question: &SlideId) {
        let round = self.question(question).map(|asked| asked.round).unwrap_or_default();
        if self.held.as_ref() == Some(question) && !self.is_busy_with(question, round) {
            let was = self.held.take();
            self.notice = Some((None, Notice::SavedBefore));
            self.tell_what_is_new(was);
        }
    }

    pub(super) fn follow(&mut self) -> Vec<Effect> {
        let was = self.held.take();
        self.notice = None;
        self.tell_what_is_new(was);
        Vec::new()
    }

    pub(super) fn go_back(&mut self, question: SlideId) -> Vec<Effect> {
        self.notice = None;
        self.held = Some(question);
        self.let_go_of_the_past();
        Vec::new()
    }

    /// A page that changed by itself says so, to who hears it.
    fn tell_what_is_new(&mut self, was: Option<SlideId>) {
        let Some(slide) = self.shown().filter(|slide| Some(&slide.id) != was.as_ref()) else { return };
        let say = phone(self.page.language);
        let question = asked(slide).is_some_and(|asked| asked.open);
        let news =
            if question { format!("{}{}", say.new_question, bidi::name(&slide.prompt)) } else { slide.prompt.clone() };
        self.news = news;
        // What was said about the page before stays there; a word about the move itself comes along once.
        let moved = matches!(&self.notice, Some((None, Notice::NotSent | Notice::SavedBefore)));
        self.notice = self.notice.take().filter(|(about, _)| about.is_some() || moved);
    }
}

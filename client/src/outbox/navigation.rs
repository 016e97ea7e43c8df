//! What to look at: where the room is, or for its grace the question that somebody is busy with.

use shared::ids::{Round, SlideId};
use shared::phase::Phase;
use shared::protocol::view::PhoneView;
use shared::refusal::Refusal;

use super::draft::takes_answers;
use super::{Kept, OutboxEffect, PhoneState, asked};
use crate::phone::{PhoneNotice, evaluation};
use crate::texts::phone::phone;
use crate::ui::bidi;

/// Which page is shown: a slide's, or with nothing the one before the first or after the last.
type ShownPage = (Phase, Option<SlideId>);

impl PhoneState {
    /// What the room shows from now on.
    pub(super) fn look(&mut self, seq: u64, view: PhoneView) -> Vec<OutboxEffect> {
        self.leave_trial(&view);
        let (was, before, unsent) = (self.place(), self.question_shown(), self.unsent());
        let (notice, seen) = (self.notice.take(), self.seen());
        self.page.seq = seq;
        let view_before = std::mem::replace(&mut self.page.view, view);
        self.call_back(&view_before);
        self.leave_what_is_gone(&view_before);
        if let Some((id, round)) = before {
            self.stay_or_follow(&id, round);
        }
        self.let_go_of_the_past();
        self.tell_what_was_not_sent(unsent);
        self.come_to_evaluation();
        self.come_to_survey();
        let moved = self.place() != was;
        if self.notice.is_none() {
            // What was said about the page before stays there; a word about a move came along with
            // that move alone.
            self.notice = notice.filter(|(about, _)| !moved || about.is_some());
        }
        if moved || self.qa_order.is_empty() {
            self.renew_qa();
        }
        if moved {
            self.tell_what_is_new();
        } else {
            self.tell_what_changed(&seen);
        }
        vec![OutboxEffect::Keep]
    }

    /// What was given to try the room out is nobody's any more once it counts.
    pub(super) fn leave_trial(&mut self, view: &PhoneView) {
        if self.kept.trial && !view.trial {
            let you = self.kept.you.take();
            self.kept = Kept {
                you,
                ..Kept::default()
            };
            self.page.own.clear();
            self.page.finished = false;
            self.held = None;
        }
        self.kept.trial = view.trial;
    }

    /// Which page is shown.
    pub(super) fn place(&self) -> ShownPage {
        if self.page.goes_alone() {
            return (Phase::Live, self.held.clone());
        }
        let id = self.shown().map(|slide| slide.id.clone());
        match self.page.view.phase {
            Phase::Ended if self.held_slide().is_none() => (Phase::Ended, None),
            _ => (Phase::Live, id),
        }
    }

    fn question_shown(&self) -> Option<(SlideId, Round)> {
        let slide = self.shown()?;
        Some((slide.id.clone(), asked(slide)?.round))
    }

    /// Whoever is busy with a question keeps it as long as it is open; everybody else goes with the
    /// room.
    fn stay_or_follow(&mut self, id: &SlideId, round: Round) {
        let busy = self.is_busy_with(id, round);
        match self.question(id).map(|asked| (asked.round, asked.open)) {
            Some((now, _)) if now != round => self.begin_again(id, round, now),
            Some((_, true)) if busy => self.held = Some(id.clone()),
            _ => {}
        }
    }

    pub(super) fn begin_again(&mut self, id: &SlideId, round: Round, now: Round) {
        let busy = self.is_busy_with(id, round);
        self.carry_over(id, round, now);
        if busy {
            self.refuse(id, Refusal::StaleRound { round: now });
        }
    }

    /// Whoever filled in what can't be sent any more hears so, once, wherever they are now.
    fn tell_what_was_not_sent(&mut self, unsent: Vec<(SlideId, Round)>) {
        for (id, round) in unsent {
            let now = self
                .question(&id)
                .map(|asked| (asked.round, takes_answers(asked), asked.open));
            match now {
                Some((now, ..)) if now != round => self.begin_again(&id, round, now),
                Some((_, true, _)) => {}
                // It was taken out, and what was typed comes back with it.
                None if self.page.goes_alone() => {}
                now => self.tell_not_sent(id, now.is_some_and(|(_, _, open)| open)),
            }
        }
    }

    fn tell_not_sent(&mut self, id: SlideId, voting: bool) {
        self.notice = Some(match self.place() {
            (_, Some(here)) if here == id && voting => (Some(id), PhoneNotice::NotSentVoting),
            (_, Some(here)) if here == id => (Some(id), PhoneNotice::NotSent),
            (Phase::Ended, None) => (None, PhoneNotice::NotSent),
            _ => (None, PhoneNotice::NotSentBefore),
        });
    }

    /// Nothing is held that the room is at, or that takes no answers any more.
    pub(super) fn let_go_of_the_past(&mut self) {
        let view = &self.page.view;
        // When it is over the room is nowhere any more, and the last question has its grace like
        // the others.
        let there = view
            .slide
            .as_ref()
            .filter(|_| view.phase != Phase::Ended)
            .map(|slide| &slide.id);
        let late = |id: &SlideId| view.late.iter().any(|slide| slide.id == *id);
        if self
            .held
            .as_ref()
            .is_some_and(|held| Some(held) == there || !(late(held) || self.is_at_last()))
        {
            self.held = None;
        }
    }

    /// An answer that was given in the grace is stored: on to where the room is.
    pub(super) fn release_once_saved(&mut self, question: &SlideId) {
        let round = self
            .question(question)
            .map(|asked| asked.round)
            .unwrap_or_default();
        if self.held.as_ref() == Some(question) && !self.is_busy_with(question, round) {
            self.held = self.behind(question);
            self.notice = Some((None, PhoneNotice::SavedBefore));
            self.come_to_evaluation();
            self.tell_what_is_new();
        }
    }

    pub(super) fn follow(&mut self) -> Vec<OutboxEffect> {
        self.passed.extend(self.held.take());
        self.notice = None;
        self.come_to_evaluation();
        self.tell_what_is_new();
        Vec::new()
    }

    /// Whoever is not busy with something else is led to what is open of the evaluation.
    fn come_to_evaluation(&mut self) {
        let busy = self
            .question_shown()
            .is_some_and(|(id, round)| self.is_busy_with(&id, round));
        if self.held.is_none() && !busy {
            let left = evaluation::left(&self.page.view, &self.page.own);
            let mut left = left.map(|slide| &slide.id);
            self.held = left.find(|id| !self.passed.contains(id)).cloned();
        }
    }

    pub(super) fn go_back(&mut self, question: SlideId) -> Vec<OutboxEffect> {
        self.notice = None;
        self.held = Some(question);
        self.let_go_of_the_past();
        self.come_to_survey();
        self.tell_progress();
        Vec::new()
    }

    /// A page that changed by itself says so, to whoever hears it.
    fn tell_what_is_new(&mut self) {
        let say = phone(self.page.language);
        let here = self.shown().filter(|_| self.place().1.is_some());
        let question = here.and_then(asked).is_some_and(|asked| asked.open);
        let heading = self.page().heading();
        self.say(if question {
            format!("{}{}", say.new_question, bidi::name(&heading))
        } else {
            heading
        });
    }
}

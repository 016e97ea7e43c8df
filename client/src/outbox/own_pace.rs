//! Going through a deck by oneself: where somebody is, and that they are through.

use shared::ids::SlideId;
use shared::protocol::ClientFrame;
use shared::protocol::view::{PhoneView, SlideView};
use shared::refusal::Refusal;

use super::{OutboxEffect, PhoneState};
use crate::phone::PhoneNotice;
use crate::phone::own_pace::{self, LAST};
use crate::views::participant::said_progress;

impl PhoneState {
    /// Whoever was nowhere yet begins, and goes nowhere once they are finished.
    pub(super) fn come_to_survey(&mut self) {
        let page = &self.page;
        if page.goes_alone() && self.held.is_none() && !page.finished {
            let first = own_pace::begin(&page.view, &page.own).map(|slide| slide.id.clone());
            self.held = Some(first.unwrap_or_else(|| SlideId::from(LAST)));
        }
    }

    /// Whoever is through is so no more once something must be answered that they did not have to.
    pub(super) fn call_back(&mut self, before: &PhoneView) {
        let required = |slide: &SlideView| Some((slide.id.clone(), own_pace::required(slide)?));
        let had: Vec<_> = before.late.iter().filter_map(required).collect();
        let mut has = own_pace::left(&self.page.view, &self.page.own).filter_map(required);
        self.page.finished &= has.all(|round| had.contains(&round));
    }

    /// A slide that is gone leads to the one behind it.
    pub(super) fn leave_what_is_gone(&mut self, before: &PhoneView) {
        let view = &self.page.view;
        let place = self
            .held
            .as_ref()
            .and_then(|id| own_pace::place(before, id));
        if let Some(from) = place.filter(|_| self.page.goes_alone()) {
            let mut rest = before.late[from..].iter().map(|slide| slide.id.clone());
            let there = rest.find(|id| own_pace::place(view, id).is_some());
            self.held = there.or_else(|| Some(SlideId::from(LAST)));
        }
    }

    /// Whether the page behind all slides is shown.
    pub(super) fn is_at_last(&self) -> bool {
        self.page.goes_alone() && self.held.as_ref().is_some_and(own_pace::is_last)
    }

    /// Where an answer leads that was stored; nowhere but to where the room is.
    pub(super) fn behind(&self, question: &SlideId) -> Option<SlideId> {
        let alone = self.page.goes_alone();
        alone.then(|| own_pace::behind(&self.page.view, question))
    }

    /// Whether the page of what was stored is left with that: texts that are added one by one may
    /// be followed by others.
    pub(super) fn is_left_once_saved(&self, frame: &ClientFrame) -> bool {
        let stays = match frame {
            ClientFrame::Add { question, .. } => {
                own_pace::takes_more(&self.page.view, &self.page.own, question)
            }
            ClientFrame::Upvote { .. } => true,
            ClientFrame::Answer { .. } | ClientFrame::Ping { .. } => false,
        };
        !self.page.goes_alone() || !stays
    }

    /// The same place is shown once the browser is opened again.
    pub(super) fn note_place(&mut self, effects: &mut Vec<OutboxEffect>) {
        if self.page.goes_alone() {
            self.kept.at = self.held.clone();
            effects.push(OutboxEffect::Keep);
        }
    }

    /// Where somebody is in a survey; an empty name once they are through.
    pub fn survey_place(&self) -> Option<String> {
        let held = self.held.as_ref().map(|id| id.0.clone());
        self.page.goes_alone().then(|| held.unwrap_or_default())
    }

    /// How far somebody is, to whoever hears the page.
    pub(super) fn tell_progress(&mut self) {
        let said = self
            .held
            .as_ref()
            .and_then(|at| said_progress(&self.page, at));
        said.into_iter().for_each(|said| self.say(said));
    }

    pub(super) fn say_finished(&mut self) -> Vec<OutboxEffect> {
        self.notice = None;
        self.finishing = true;
        self.finish_once_sent()
    }

    /// What was answered before comes first.
    pub(super) fn finish_once_sent(&self) -> Vec<OutboxEffect> {
        let ready = self.finishing && self.kept.waiting.is_empty();
        ready.then_some(OutboxEffect::Finish).into_iter().collect()
    }

    /// The room has said what becomes of it.
    pub(super) fn finished(&mut self, questions: Vec<SlideId>) -> Vec<OutboxEffect> {
        self.finishing = false;
        if questions.is_empty() {
            self.page.finished = true;
            self.held = None;
            return Vec::new();
        }
        let last = Some(SlideId::from(LAST));
        let refusal = Refusal::MissingRequired { questions };
        self.notice = Some((last.clone(), PhoneNotice::Refused(refusal)));
        self.held = last;
        vec![OutboxEffect::Refer]
    }

    /// What was refused is said where it was given: whoever is busy with nothing is led there.
    pub(super) fn lead_back_to(&mut self, question: &SlideId) {
        self.finishing = false;
        if self.page.goes_alone() && self.question(question).is_some() {
            self.held = Some(question.clone());
        }
    }
}

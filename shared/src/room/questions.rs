//! One question of a room: whether it is open, until when, who sees its results, and its rounds.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::deck::{Deck, PhoneResults, Question, Visibility};
use crate::event::Audience;
use crate::ids::{Millis, Round, SlideId};
use crate::limits::COUNTDOWN_SLACK_MS;
use crate::question::Results;
use crate::room::people::Person;
use crate::room::round::RoundState;

/// The state of one question.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionState {
    rounds: Vec<RoundState>,
    /// With those who were removed: each round in which they have something.
    whole: BTreeMap<Round, RoundState>,
    switch: Switch,
    opened: bool,
    /// It takes upvotes only.
    pub voting: bool,
    countdown_deadline: Option<Millis>,
    grace_deadline: Option<Millis>,
    stage_shown: Option<bool>,
    phones_shown: Option<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Switch {
    Untouched,
    Open,
    ClosedByHand,
}

/// The questions of a deck, none of them open.
pub(super) fn of(deck: &Deck) -> BTreeMap<SlideId, QuestionState> {
    let questions = deck.slides.iter().filter_map(|slide| Some((slide.id.clone(), slide.question()?)));
    questions.map(|(id, question)| (id, QuestionState::new(question))).collect()
}

impl QuestionState {
    /// A question that nobody has seen yet.
    pub(super) fn new(question: &Question) -> Self {
        Self {
            rounds: vec![RoundState::new(Arc::new(question.ask.clone()))],
            whole: BTreeMap::new(),
            switch: Switch::Untouched,
            opened: false,
            voting: false,
            countdown_deadline: None,
            grace_deadline: None,
            stage_shown: None,
            phones_shown: None,
        }
    }

    /// The number of the round that is under way, from 1.
    pub fn round(&self) -> Round {
        self.rounds.len() as Round
    }

    /// The round that is under way.
    pub fn current(&self) -> &RoundState {
        self.rounds.last().expect("a question begins with a round, and rounds are only added")
    }

    /// A round by its number.
    pub fn nth(&self, round: Round) -> Option<&RoundState> {
        self.rounds.get((round as usize).checked_sub(1)?)
    }

    /// A round by its number, with those who were removed.
    pub(super) fn whole(&self, round: Round) -> Option<&RoundState> {
        self.whole.get(&round).or_else(|| self.nth(round))
    }

    /// Does something to a round, with and without those who were removed.
    pub(super) fn change(&mut self, round: Round, mut change: impl FnMut(&mut RoundState)) {
        self.whole.get_mut(&round).into_iter().for_each(&mut change);
        let place = (round as usize).checked_sub(1);
        place.and_then(|place| self.rounds.get_mut(place)).into_iter().for_each(change);
    }

    /// The same to the round under way.
    pub(super) fn change_current(&mut self, change: impl FnMut(&mut RoundState)) {
        self.change(self.round(), change);
    }

    /// Leaves them out of every round, and nobody else.
    pub(super) fn leave_out(&mut self, is_one: impl Fn(Person) -> bool) {
        for (number, round) in (1..).zip(&mut self.rounds) {
            let whole = self.whole.remove(&number);
            match (whole.as_ref().unwrap_or(round).holds(&is_one), whole) {
                (false, None) => {}
                (false, Some(whole)) => *round = whole,
                (true, whole) => {
                    let whole = whole.unwrap_or_else(|| round.clone());
                    *round = whole.without(&is_one);
                    self.whole.insert(number, whole);
                }
            }
        }
    }

    /// All rounds with their numbers.
    pub fn rounds(&self) -> impl Iterator<Item = (Round, &RoundState)> {
        (1..).zip(&self.rounds)
    }

    /// Whether it takes answers at that moment. A deadline counts from itself on.
    pub fn is_open(&self, at: Millis) -> bool {
        self.switch == Switch::Open && self.deadline().is_none_or(|deadline| at < deadline)
    }

    /// The earliest deadline of an open question.
    pub fn deadline(&self) -> Option<Millis> {
        let open = self.switch == Switch::Open;
        [self.countdown_deadline, self.grace_deadline].into_iter().flatten().min().filter(|_| open)
    }

    /// When the countdown on the screen is at nought: before the deadline by its slack.
    pub fn countdown_ends(&self) -> Option<Millis> {
        self.countdown_deadline.map(|deadline| deadline - COUNTDOWN_SLACK_MS)
    }

    /// When it closes because the stage has moved on.
    pub fn grace_ends(&self) -> Option<Millis> {
        self.grace_deadline
    }

    /// Whether the stage shows its results.
    pub fn on_stage(&self, setting: Visibility) -> bool {
        self.stage_shown.unwrap_or(setting == Visibility::Shown)
    }

    /// Whether phones show its results.
    pub fn on_phones(&self, phones: PhoneResults, stage: Visibility, at: Millis) -> bool {
        self.phones_shown.unwrap_or(match phones {
            PhoneResults::Shown => true,
            PhoneResults::Hidden => false,
            PhoneResults::Closed => self.was_open() && !self.is_open(at) && self.on_stage(stage),
        })
    }

    /// Whether what it asks now has ever been open. Closing a question beforehand does not open it:
    /// phones must not learn of it.
    pub fn was_open(&self) -> bool {
        self.opened
    }

    /// The latest round that phones can know of; 0 of a question that was never open.
    pub(super) fn latest_seen(&self) -> Round {
        if self.opened { self.round() } else { self.round() - 1 }
    }

    /// What the answers of the round under way add up to; nothing for kinds that can't be played.
    pub fn results(&self) -> Option<Results> {
        self.current().results()
    }

    /// Whether the stage's coming to it would open it.
    pub(super) fn would_open(&self, at: Millis) -> bool {
        self.switch != Switch::ClosedByHand && self.countdown_deadline.is_none_or(|deadline| at < deadline)
    }

    /// The stage came to it: opens it, unless it was closed by hand or its countdown ran out.
    pub(super) fn arrive(&mut self, at: Millis, countdown_seconds: Option<u32>) {
        self.grace_deadline = None;
        if self.countdown_deadline.is_some_and(|deadline| deadline <= at) {
            self.switch = Switch::ClosedByHand;
        }
        if self.switch == Switch::Untouched {
            self.start_countdown(at, countdown_seconds);
            self.begin_taking();
        }
    }

    /// The stage left it: it stays open for its grace.
    pub(super) fn leave(&mut self, at: Millis, grace_seconds: u32) {
        if self.is_open(at) {
            self.grace_deadline = Some(at.saturating_add(u64::from(grace_seconds) * 1000));
        }
    }

    /// Opened by hand: with a fresh countdown if it was closed.
    pub(super) fn open(&mut self, at: Millis, countdown_seconds: Option<u32>) {
        if !self.is_open(at) {
            self.start_countdown(at, countdown_seconds);
        }
        self.grace_deadline = None;
        self.begin_taking();
    }

    /// Closed by hand.
    pub(super) fn close(&mut self) {
        self.switch = Switch::ClosedByHand;
        self.grace_deadline = None;
    }

    /// Shown or hidden by hand, until the next round.
    pub(super) fn show(&mut self, audience: Audience, shown: bool) {
        match audience {
            Audience::Stage => self.stage_shown = Some(shown),
            Audience::Phones => self.phones_shown = Some(shown),
        }
    }

    /// Begins the next round, open.
    pub(super) fn reset(&mut self, at: Millis, question: &Question) {
        self.begin_round(question);
        self.start_countdown(at, question.countdown);
        self.begin_taking();
    }

    /// Takes over an edited question: answers to what it asked before stay in their round. Only a
    /// round that nobody can have seen is replaced: an answer to it may be on its way.
    pub(super) fn edit(&mut self, question: &Question) {
        if *self.current().ask != question.ask {
            if !self.opened {
                self.rounds.pop();
            }
            self.begin_round(question);
            (self.switch, self.opened) = (Switch::Untouched, false);
        }
    }

    fn begin_round(&mut self, question: &Question) {
        let ask = Arc::new(question.ask.clone());
        let current = self.round();
        self.whole.get_mut(&current).into_iter().for_each(RoundState::let_go_of_the_cloud);
        let next = match self.rounds.last_mut() {
            Some(before) => before.make_way(ask),
            None => RoundState::new(ask),
        };
        self.rounds.push(next);
        (self.voting, self.stage_shown, self.phones_shown) = (false, None, None);
        (self.countdown_deadline, self.grace_deadline) = (None, None);
    }

    fn begin_taking(&mut self) {
        (self.switch, self.opened) = (Switch::Open, true);
    }

    fn start_countdown(&mut self, at: Millis, seconds: Option<u32>) {
        let after = |seconds| u64::from(seconds) * 1000 + COUNTDOWN_SLACK_MS;
        self.countdown_deadline = seconds.map(|seconds| at.saturating_add(after(seconds)));
    }
}

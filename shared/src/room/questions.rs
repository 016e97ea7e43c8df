//! One question of a room: whether it is open, until when, who sees its results, and its rounds.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::deck::{Deck, PhoneResults, Question, Visibility};
use crate::event::Audience;
use crate::ids::{Millis, Round, SlideId};
use crate::question::Results;
use crate::room::editing::Wording;
use crate::room::people::Person;
use crate::room::round::RoundState;
use crate::room::switches::{Countdown, Display, OpenAfter, Switch, Switches};

/// The state of one question.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionState {
    rounds: Vec<RoundState>,
    /// With those who were removed: each round in which they have something.
    whole: BTreeMap<Round, RoundState>,
    opened: bool,
    switches: Switches,
    /// Whether a moderator lets what comes wait; nothing where nobody said.
    hold: Option<bool>,
    wordings: Vec<Wording>,
}

/// The questions of a deck, none of them open.
pub(super) fn of(deck: &Deck) -> BTreeMap<SlideId, QuestionState> {
    let questions = deck
        .slides
        .iter()
        .filter_map(|slide| Some((slide.id.clone(), slide.question()?)));
    questions
        .map(|(id, question)| (id, QuestionState::new(question)))
        .collect()
}

impl QuestionState {
    /// A question that nobody has seen yet.
    pub(super) fn new(question: &Question) -> Self {
        Self {
            rounds: vec![RoundState::new(Arc::new(question.ask.clone()))],
            whole: BTreeMap::new(),
            opened: false,
            switches: Switches::new(0),
            hold: None,
            wordings: Vec::new(),
        }
    }

    /// The number of the round that is under way, from 1.
    pub fn round(&self) -> Round {
        self.switches.current as Round + 1
    }

    /// How many rounds there have been, with those that were taken back.
    pub fn rounds_begun(&self) -> Round {
        self.rounds.len() as Round
    }

    /// The round that is under way.
    pub fn current(&self) -> &RoundState {
        &self.rounds[self.switches.current]
    }

    /// The round whose results an audience sees, where it may see any.
    pub fn displayed_round(&self, audience: Audience) -> Round {
        self.switches
            .display(audience)
            .round
            .unwrap_or(self.round())
    }

    /// Whether a moderator lets what comes wait, through all rounds; nothing where nobody said.
    pub(super) fn hold(&self) -> Option<bool> {
        self.hold
    }

    pub(super) fn set_hold(&mut self, on: bool) {
        self.hold = Some(on);
    }

    /// Whether it takes upvotes only.
    pub fn voting(&self) -> bool {
        self.switches.voting
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
        place
            .and_then(|place| self.rounds.get_mut(place))
            .into_iter()
            .for_each(change);
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

    /// All rounds by their number, with those who were removed.
    pub(super) fn whole_rounds(&self) -> impl Iterator<Item = (Round, &RoundState)> {
        self.rounds()
            .map(|(number, round)| (number, self.whole.get(&number).unwrap_or(round)))
    }

    /// Whether it takes answers at that moment. A deadline counts from itself on.
    pub fn is_open(&self, at: Millis) -> bool {
        self.switches.is_open(at)
    }

    /// The earliest deadline of an open question.
    pub fn deadline(&self) -> Option<Millis> {
        self.switches.deadline()
    }

    /// When the countdown on the screen is at nought: before the deadline by its slack.
    pub fn countdown_ends(&self) -> Option<Millis> {
        self.switches.countdown.ends()
    }

    /// When it closes because the stage has moved on.
    pub fn grace_ends(&self) -> Option<Millis> {
        self.switches.grace_deadline
    }

    /// Whether the stage shows its results.
    pub fn on_stage(&self, setting: Visibility) -> bool {
        self.switches
            .stage
            .shown
            .unwrap_or(setting == Visibility::Shown)
    }

    /// Whether phones show its results.
    pub fn on_phones(&self, phones: PhoneResults, stage: Visibility, at: Millis) -> bool {
        self.switches.phones.shown.unwrap_or(match phones {
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

    /// Whether people were asked it: not where its opening was taken back before anybody answered.
    pub fn was_asked(&self) -> bool {
        let untouched = self.switches.switch == Switch::Untouched;
        self.opened && !(untouched && self.rounds.iter().all(|round| round.voters() == 0))
    }

    /// The latest round that phones can know of; 0 of a question that was never open.
    pub(super) fn latest_seen(&self) -> Round {
        if self.opened {
            self.round()
        } else {
            self.round() - 1
        }
    }

    /// What the answers of the round under way add up to; nothing for kinds that can't be played.
    pub fn results(&self) -> Option<Results> {
        self.current().results()
    }

    /// Whether the stage's coming to it would open it.
    pub(super) fn would_open(&self, at: Millis) -> bool {
        self.switches.switch != Switch::ClosedByHand && !self.switches.countdown.is_out(at)
    }

    /// What can be taken back of it.
    pub(super) fn switches(&self) -> Switches {
        self.switches
    }

    /// The stage came to it: opens it, unless it was closed by hand or its countdown ran out.
    pub(super) fn arrive(&mut self, at: Millis, countdown_seconds: Option<u32>) {
        self.switches.grace_deadline = None;
        if self.switches.countdown.is_out(at) {
            self.switches.switch = Switch::ClosedByHand;
        }
        if self.switches.switch == Switch::Untouched {
            self.start_countdown(at, countdown_seconds);
            self.begin_taking();
        }
    }

    /// The stage left it: it stays open for its grace.
    pub(super) fn leave(&mut self, at: Millis, grace_seconds: u32) {
        if self.is_open(at) && !self.switches.evaluates(at) {
            self.switches.grace_deadline = Some(at.saturating_add(u64::from(grace_seconds) * 1000));
        }
    }

    /// Opened by hand: with a fresh countdown if it was closed.
    pub(super) fn open(&mut self, at: Millis, countdown_seconds: Option<u32>) {
        if !self.is_open(at) {
            self.start_countdown(at, countdown_seconds);
        }
        self.switches.grace_deadline = None;
        self.begin_taking();
    }

    /// Opened as part of the evaluation. The end of the room opens nothing that was closed by hand.
    pub(super) fn evaluate(&mut self, after: OpenAfter) {
        self.switches.after = after;
        let asked_for = after == OpenAfter::Always;
        if asked_for || self.switches.switch != Switch::ClosedByHand {
            self.switches.grace_deadline = None;
            self.switches.countdown = Countdown::Fresh;
            self.begin_taking();
        }
    }

    /// What the end opened takes answers until then.
    pub(super) fn evaluate_until(&mut self, until: Millis) {
        if let OpenAfter::Until(deadline) = &mut self.switches.after {
            *deadline = until;
        }
    }

    /// It is no part of the evaluation, or no more.
    pub(super) fn go_with_the_stage(&mut self) {
        self.switches.after = OpenAfter::Never;
    }

    /// Whether it takes answers at that moment as part of the evaluation.
    pub fn evaluates(&self, at: Millis) -> bool {
        self.switches.evaluates(at)
    }

    /// Closed by hand.
    pub(super) fn close(&mut self) {
        self.switches.switch = Switch::ClosedByHand;
        self.switches.grace_deadline = None;
    }

    /// Its countdown goes on for longer, as long as one may.
    pub(super) fn extend(&mut self, at: Millis, seconds: u32) {
        self.switches.countdown = self.switches.countdown.extended(at, seconds);
    }

    /// What is left of a countdown that runs, in milliseconds.
    pub(super) fn countdown_left(&self, at: Millis) -> Option<Millis> {
        let ends = self.switches.countdown.ends()?;
        self.is_open(at).then(|| ends.saturating_sub(at))
    }

    pub(super) fn start_voting(&mut self) {
        self.switches.voting = true;
    }

    /// Whether somebody has shown or hidden it by hand just so.
    pub(super) fn shows(&self, audience: Audience, shown: bool, round: Option<Round>) -> bool {
        *self.switches.display(audience) == self.display_of(shown, round)
    }

    /// What an audience is given to see where that round is shown or hidden.
    pub(super) fn display_of(&self, shown: bool, round: Option<Round>) -> Display {
        Display {
            shown: Some(shown),
            round: round.filter(|round| *round != self.round()),
        }
    }

    /// Shown or hidden by hand, until the next round.
    pub(super) fn show(&mut self, audience: Audience, shown: bool, round: Option<Round>) {
        let display = self.display_of(shown, round);
        match audience {
            Audience::Stage => self.switches.stage = display,
            Audience::Phones => self.switches.phones = display,
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
            self.ask_anew(question);
        }
    }

    /// Asks this from now on, in a round of its own.
    pub(super) fn ask_anew(&mut self, question: &Question) {
        if !self.opened {
            self.rounds.pop();
        }
        self.begin_round(question);
        self.opened = false;
    }

    /// Asks the same in other words from now on; answers stay what they are.
    pub(super) fn reword(&mut self, question: &Question) {
        if *self.current().ask != question.ask {
            let ask = Arc::new(question.ask.clone());
            self.change_current(|round| round.reword(ask.clone()));
        }
    }

    /// Keeps how a round was worded until a moment, if anybody answered it so.
    pub(super) fn keep_wording(&mut self, prompt: &str, until: Millis) {
        let round = self.round();
        let current = self.whole(round).unwrap_or(self.current());
        if current.is_answered() {
            let targets = current.ask.target_texts();
            self.wordings.push(Wording {
                round,
                until,
                prompt: prompt.to_owned(),
                targets: targets.into_iter().map(str::to_owned).collect(),
            });
        }
    }

    /// How rounds were worded before, oldest first.
    pub fn wordings(&self) -> &[Wording] {
        &self.wordings
    }

    /// How a round was worded at a moment, where that is not as it is now.
    pub fn wording_at(&self, round: Round, at: Millis) -> Option<&Wording> {
        self.wordings
            .iter()
            .find(|wording| wording.round == round && at < wording.until)
    }

    /// Takes back what a control of the moment `done_at` did, at the moment `at`. Time is not taken
    /// back: a countdown that ran out stays out, and one that was cut off goes on with what was
    /// left of it. Nor are answers, or that people have seen the question.
    pub(super) fn restore(&mut self, before: Switches, done_at: Millis, at: Millis) {
        let since = self.switches;
        self.switches = Switches {
            countdown: before.countdown_after(&since, done_at, at),
            ..before
        };
    }

    fn begin_round(&mut self, question: &Question) {
        let ask = Arc::new(question.ask.clone());
        let before = self
            .rounds
            .len()
            .checked_sub(1)
            .map(|last| self.switches.current.min(last));
        let next = before.map_or_else(
            || RoundState::new(ask.clone()),
            |place| self.rounds[place].next(ask.clone()),
        );
        self.rounds.push(next);
        self.switches = Switches::new(self.rounds.len() - 1);
    }

    fn begin_taking(&mut self) {
        (self.switches.switch, self.opened) = (Switch::Open, true);
    }

    fn start_countdown(&mut self, at: Millis, seconds: Option<u32>) {
        self.switches.countdown = self.switches.countdown.started(at, seconds);
    }
}

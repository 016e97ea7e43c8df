//! Moderating: words and additions that are approved, hidden, merged and restored. Whoever sent
//! them sees no difference.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::event::Event;
use crate::ids::{AnswerId, Round, SlideId};
use crate::limits::HIDDEN_AHEAD;
use crate::protocol::view::Moderable;
use crate::question::word_counts::{Moderated, WordCounts};
use crate::refusal::Refusal;
use crate::room::idempotency::{Decision, repeat_if};
use crate::room::{Added, QuestionState, Room, RoundState};
use crate::rules::Rules;
use crate::text;

/// What a moderator asks for, with the words of the HTTP API.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModerationRequest {
    /// What to do.
    #[serde(rename = "do")]
    pub action: ModerationAction,
    /// The question that a word belongs to; the one on the stage if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<SlideId>,
    /// What it is about.
    #[serde(flatten)]
    pub about: ModerationTarget,
    /// What it shall count as: a word, or the public name of an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub into: Option<String>,
}

/// What is moderated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ModerationTarget {
    /// A word, in any of its spellings.
    Word(String),
    /// Something that was added.
    Answer(AnswerId),
    /// What comes to a question: whether it waits from now on.
    On(bool),
}

/// What to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ModerationAction {
    /// Show what waits.
    Approve,
    /// Show it to nobody but its senders; of what waits one says that it is refused.
    #[serde(alias = "refuse")]
    Hide,
    /// Let it count as another one.
    Merge,
    /// Show it again, by itself. What waited before it was hidden waits again.
    Restore,
    /// Let what comes to a question wait, or show at once.
    Hold,
}

use ModerationAction::{Approve, Hide, Hold, Merge, Restore};

impl ModerationRequest {
    /// Whether what is to be done can be done to what is named.
    pub fn is_sound(&self) -> bool {
        matches!(self.about, ModerationTarget::On(_)) == (self.action == Hold)
    }
}

impl Room {
    /// The event that a moderator's request stands for as the room is now. Whoever asks for a word
    /// that counts as another one hides all of them.
    ///
    /// # Errors
    /// [`Refusal::UnknownAnswer`], [`Refusal::UnknownQuestion`], [`Refusal::NotAQuestion`],
    /// [`Refusal::WrongKind`]; of a word that is hidden before anybody gave it [`Refusal::Empty`],
    /// [`Refusal::TooLong`] and [`Refusal::Full`].
    pub fn moderating(&self, moderation: &ModerationRequest) -> Result<Event, Refusal> {
        match &moderation.about {
            ModerationTarget::Answer(answer) => self.moderating_answer(moderation, *answer),
            ModerationTarget::Word(word) => self.moderating_word(moderation, word),
            ModerationTarget::On(on) if moderation.is_sound() => Ok(Event::HoldSet {
                question: self.meant_question(moderation)?,
                on: *on,
            }),
            ModerationTarget::On(_) => Err(Refusal::WrongKind),
        }
    }

    fn moderating_answer(
        &self,
        moderation: &ModerationRequest,
        answer: AnswerId,
    ) -> Result<Event, Refusal> {
        let elsewhere = |question: &SlideId| {
            self.place(answer)
                .is_some_and(|place| place.question != *question)
        };
        if moderation.question.as_ref().is_some_and(elsewhere) {
            return Err(Refusal::UnknownAnswer);
        }
        let (round, added) = self.addition(answer)?;
        Ok(match moderation.action {
            Hold => return Err(Refusal::WrongKind),
            Approve => Event::AnswerApproved {
                answer: round.root(answer),
            },
            Hide => Event::AnswerHidden {
                answer: round.root(answer),
                hidden: true,
            },
            Restore if added.into.is_some() => Event::AnswerMerged { answer, into: None },
            Restore => Event::AnswerHidden {
                answer,
                hidden: false,
            },
            Merge => {
                let into = moderation
                    .into
                    .as_deref()
                    .and_then(AnswerId::parse)
                    .ok_or(Refusal::UnknownAnswer)?;
                Event::AnswerMerged {
                    answer,
                    into: Some(into),
                }
            }
        })
    }

    fn moderating_word(
        &self,
        moderation: &ModerationRequest,
        word: &str,
    ) -> Result<Event, Refusal> {
        let question = self.meant_question(moderation)?;
        let state = self.question(&question).ok_or(Refusal::UnknownQuestion)?;
        let round = self.round_of(&question, state, word);
        let asked = state.nth(round).unwrap_or(state.current());
        let word_counts = asked.word_counts().ok_or(Refusal::WrongKind)?;
        let moderated = word_counts.moderated();
        let word = self.meant(moderation.action, asked, word_counts, word)?;
        Ok(match moderation.action {
            Hold => return Err(Refusal::WrongKind),
            Approve => Event::WordApproved {
                question,
                round,
                word: moderated.root(&word).to_owned(),
            },
            Hide => Event::WordHidden {
                question,
                round,
                word: moderated.root(&word).to_owned(),
                hidden: true,
            },
            Restore if moderated.is_merged(&word) => Event::WordMerged {
                question,
                round,
                word,
                into: None,
            },
            Restore => Event::WordHidden {
                question,
                round,
                word,
                hidden: false,
            },
            Merge => {
                let into = moderation.into.as_deref().ok_or(Refusal::UnknownAnswer)?;
                Event::WordMerged {
                    question,
                    round,
                    word,
                    into: Some(known(word_counts, into, self.rules)?),
                }
            }
        })
    }

    fn meant_question(&self, moderation: &ModerationRequest) -> Result<SlideId, Refusal> {
        let question = moderation
            .question
            .clone()
            .or_else(|| self.staged().cloned());
        question.ok_or(Refusal::NotAQuestion)
    }

    /// The key of the word that is meant: only what is to be hidden may be one that nobody gave.
    fn meant(
        &self,
        action: ModerationAction,
        asked: &RoundState,
        counts: &WordCounts,
        word: &str,
    ) -> Result<String, Refusal> {
        let known = known(counts, word, self.rules);
        let hidden = |_| hidden(counts.moderated(), word, self.rules);
        match action {
            Merge => known,
            Restore | Approve | Hold => known.or_else(hidden),
            Hide => known
                .or_else(hidden)
                .or_else(|_| ahead(asked, counts, word, self.rules)),
        }
    }

    /// The round whose word is meant: the one that the stage shows, else the one under way.
    fn round_of(&self, slide: &SlideId, state: &QuestionState, word: &str) -> Round {
        let shown = self.round_on_stage(slide, state);
        let word_counts = self.displayed_on_stage(slide, state).word_counts();
        let knows =
            word_counts.is_some_and(|word_counts| known(word_counts, word, self.rules).is_ok());
        if knows { shown } else { state.round() }
    }

    pub(super) fn decide_word_hidden(
        &self,
        (question, round): (&SlideId, Round),
        word: &str,
        hidden: bool,
    ) -> Result<Decision, Refusal> {
        Ok(repeat_if(
            self.words(question, round)?.is_hidden(word) == hidden,
        ))
    }

    pub(super) fn decide_word_merged(
        &self,
        (question, round): (&SlideId, Round),
        word: &str,
        into: Option<&str>,
    ) -> Result<Decision, Refusal> {
        let moderated = self.words(question, round)?;
        match into.map(|into| moderated.root(into)) {
            None => Ok(repeat_if(!moderated.is_merged(word))),
            Some(root) if root == word => Err(Refusal::Itself),
            Some(root) => Ok(repeat_if(moderated.root(word) == root)),
        }
    }

    pub(super) fn decide_answer_hidden(
        &self,
        answer: AnswerId,
        hidden: bool,
    ) -> Result<Decision, Refusal> {
        Ok(repeat_if(self.addition(answer)?.1.hidden == hidden))
    }

    pub(super) fn decide_answer_merged(
        &self,
        answer: AnswerId,
        into: Option<AnswerId>,
    ) -> Result<Decision, Refusal> {
        let (round, added) = self.addition(answer)?;
        let Some(into) = into else {
            return Ok(repeat_if(added.into.is_none()));
        };
        round
            .added(into)
            .filter(|target| !target.erased)
            .ok_or(Refusal::UnknownAnswer)?;
        match round.root(into) {
            root if root == answer => Err(Refusal::Itself),
            root => Ok(repeat_if(added.into == Some(root))),
        }
    }

    pub(super) fn hide_word(
        &mut self,
        (question, round): (&SlideId, Round),
        word: &str,
        hidden: bool,
    ) {
        // What nobody is to see is seen in no round: an earlier one may be shown again, and a new
        // one taken back. Rooms of before keep to the one round, as their figures do.
        let rounds = if self.rules == Rules::First {
            round..=round
        } else {
            self.all_rounds(question)
        };
        rounds.for_each(|round| {
            self.change_round(question, round, |round| round.hide_word(word, hidden))
        });
    }

    pub(super) fn all_rounds(&self, question: &SlideId) -> RangeInclusive<Round> {
        let state = self.questions.get(question);
        1..=state.map_or(0, QuestionState::rounds_begun)
    }

    pub(super) fn merge_word(
        &mut self,
        (question, round): (&SlideId, Round),
        word: &str,
        into: Option<&str>,
    ) {
        self.change_round(question, round, |round| round.merge_word(word, into));
    }

    pub(super) fn hide_answer(&mut self, answer: AnswerId, hidden: bool) {
        self.change_round_of(answer, |round| round.hide(answer, hidden));
    }

    pub(super) fn merge_answer(&mut self, answer: AnswerId, into: Option<AnswerId>) {
        self.change_round_of(answer, |round| round.merge(answer, into));
    }

    /// What a moderator may approve, hide or merge in the round that the stage shows, and last what
    /// is hidden although nobody gives it. That is left out while the journal still holds what was
    /// erased: it may be a word of just that.
    pub(super) fn moderable(
        &self,
        slide: &SlideId,
        state: &QuestionState,
    ) -> Option<Vec<Moderable>> {
        let shown = self.displayed_on_stage(slide, state);
        self.with_hidden_ahead(shown, shown.moderable()?)
    }

    /// The same of a question that was asked, without an end: every text that was given.
    pub fn all_moderable(&self, slide: &SlideId) -> Option<Vec<Moderable>> {
        let state = self.question(slide).filter(|state| state.was_asked())?;
        let shown = self.displayed_on_stage(slide, state);
        self.with_hidden_ahead(shown, shown.all_moderable()?)
    }

    fn with_hidden_ahead(
        &self,
        shown: &RoundState,
        mut all: Vec<Moderable>,
    ) -> Option<Vec<Moderable>> {
        let ahead = shown
            .word_counts()
            .filter(|_| self.pending_redactions().is_empty())
            .map(WordCounts::hidden_ahead);
        all.extend(
            ahead
                .into_iter()
                .flatten()
                .take(HIDDEN_AHEAD)
                .map(Moderable::ahead),
        );
        Some(all)
    }

    pub(super) fn change_round_of(
        &mut self,
        answer: AnswerId,
        change: impl FnMut(&mut RoundState),
    ) {
        if let Some(place) = self.places.get(&answer).cloned() {
            self.change_round(&place.question, place.round, change);
        }
    }

    pub(super) fn change_round(
        &mut self,
        question: &SlideId,
        round: Round,
        change: impl FnMut(&mut RoundState),
    ) {
        if let Some(state) = self.questions.get_mut(question) {
            state.change(round, change);
        }
    }

    pub(super) fn words(&self, question: &SlideId, round: Round) -> Result<&Moderated, Refusal> {
        let state = self
            .questions
            .get(question)
            .ok_or(Refusal::UnknownQuestion)?;
        let round = state.nth(round).ok_or(Refusal::StaleRound {
            round: state.round(),
        })?;
        round
            .word_counts()
            .map(WordCounts::moderated)
            .ok_or(Refusal::WrongKind)
    }

    pub(super) fn addition(&self, answer: AnswerId) -> Result<(&RoundState, &Added), Refusal> {
        let place = self.place(answer).ok_or(Refusal::UnknownAnswer)?;
        let round = self
            .questions
            .get(&place.question)
            .and_then(|state| state.nth(place.round));
        let round = round.ok_or(Refusal::UnknownAnswer)?;
        Ok((round, round.added(answer).ok_or(Refusal::UnknownAnswer)?))
    }
}

/// The key of a word that somebody holds, by the key itself or by how it is typed.
fn known(word_counts: &WordCounts, text: &str, rules: Rules) -> Result<String, Refusal> {
    key_where(text, rules, |key| word_counts.knows(key))
}

/// The same of a word that is hidden, whether or not somebody holds it.
fn hidden(moderated: &Moderated, text: &str, rules: Rules) -> Result<String, Refusal> {
    key_where(text, rules, |key| moderated.is_hidden(key))
}

fn key_where(text: &str, rules: Rules, is_it: impl Fn(&str) -> bool) -> Result<String, Refusal> {
    let keys = [text.to_owned(), text::word_key(text, rules)];
    keys.into_iter()
        .find(|key| is_it(key))
        .ok_or(Refusal::UnknownAnswer)
}

/// The key of a word that nobody has given yet, as somebody may give it.
fn ahead(
    round: &RoundState,
    word_counts: &WordCounts,
    text: &str,
    rules: Rules,
) -> Result<String, Refusal> {
    let word = round.ask.word(text, rules)?.ok_or(Refusal::Empty)?;
    if word_counts.hidden_ahead().count() < HIDDEN_AHEAD {
        Ok(word.key)
    } else {
        Err(Refusal::Full)
    }
}

//! A room that is tried out until it begins: what is left when it does, in the room and in its
//! journal.

use crate::event::{Event, KeptOfTrial};
use crate::ids::{Millis, ParticipantId, SlideId};
use crate::limits::TRIAL_VOTES_MAX;
use crate::phase::Phase;
use crate::question::form_fields::{QUESTION, ROUND};
use crate::question::trial::TrialDraw;
use crate::refusal::Refusal;
use crate::room::idempotency::Decision;
use crate::room::qa::SpeakerQuestions;
use crate::room::recent::RecentActions;
use crate::room::review::Review;
use crate::room::undo::History;
use crate::room::{QuestionState, Room, questions};

/// Characters of a word that somebody who is made up gives, fewest.
const TRIAL_WORD_CHARS: usize = 4;
/// Different words that they give.
const TRIAL_WORDS: usize = 60;

impl Room {
    /// Whether everything is tried out, and counts for nothing once the room begins.
    pub fn is_trial(&self) -> bool {
        self.trial
    }

    /// Whether the journal that made this room still holds what was tried out before it began.
    pub fn has_trial_in_journal(&self) -> bool {
        self.pending_beginning.is_some()
    }

    pub(super) fn decide_begun(&self) -> Result<Decision, Refusal> {
        if self.trial {
            Ok(Decision::Accept)
        } else {
            Err(Refusal::NotTrial)
        }
    }

    /// Lets go of what was tried out. `kept` where the journal no longer holds it.
    pub(super) fn begin_counting(&mut self, kept: Option<&KeptOfTrial>) {
        match kept {
            Some(kept) => self.take_along(kept),
            None => {
                self.answers_before += self.places.len() as u64;
                let groups = self.kept_groups();
                self.pending_beginning = Some(Box::new(KeptOfTrial {
                    deck: self.deck.clone(),
                    deck_version: self.deck_version,
                    controls: self.controls,
                    door_closed: self.door_closed,
                    phones: self.phones,
                    answers: self.answers_before,
                    groups,
                }));
            }
        }
        self.trial = false;
        self.gone.clear();
        self.changed_decks_bytes = 0;
        (self.phase, self.position, self.began_at) = (Phase::Ready, None, None);
        self.choose_pace();
        self.moved_at = self.at;
        self.people = self.people.without_trial(self.seq);
        self.questions = questions::of(&self.deck);
        self.places.clear();
        self.qa = SpeakerQuestions::default();
        self.answers_away = 0;
        self.pending_redactions.clear();
        (self.history, self.review) = (History::default(), Review::default());
        self.recent = RecentActions::default();
        self.after_page = None;
        let people = &self.people;
        self.removals.retain(|range| {
            let mut out = people.removed_between(range.from, range.to);
            out.next().is_some()
        });
    }

    /// Answers of so many people who are made up to the question on the stage, to be stored as
    /// those of people are. The same people answer each question: first come those who have not
    /// answered this one. In own pace they go through the whole deck. What is drawn depends on the
    /// seed alone.
    ///
    /// # Errors
    /// [`Refusal::NotTrial`], [`Refusal::NotAQuestion`], [`Refusal::Closed`], and
    /// [`Refusal::OutOfRange`] where they are none or more than [`TRIAL_VOTES_MAX`].
    pub fn trial_votes(&self, votes: u32, seed: u64, now: Millis) -> Result<Vec<Event>, Refusal> {
        self.decide_begun()?;
        if !(1..=TRIAL_VOTES_MAX).contains(&votes) {
            return Err(Refusal::OutOfRange);
        }
        let words = self.words_of_deck();
        let people = (1..).map(ParticipantId::trial);
        if self.is_surveyed() {
            let people = people.filter(|id| !self.has_finished(*id));
            let through = people.take(votes as usize);
            return through
                .flat_map(|id| self.trial_survey(id, seed, &words, now))
                .collect();
        }
        let question = self.position.as_ref().ok_or(Refusal::NotAQuestion)?;
        let state = self.question(question).ok_or(Refusal::NotAQuestion)?;
        self.collecting(state, state.round(), now.max(self.at))?;
        people
            .filter(|id| !self.has_answered(*id, state))
            .take(votes as usize)
            .flat_map(|id| {
                let given = || self.trial_answer((id, seed), (question, state), &words);
                let group = self.trial_group(id).map(Ok);
                group.into_iter().chain([given()])
            })
            .collect()
    }

    /// What somebody who is made up answers to a question.
    fn trial_answer(
        &self,
        (id, seed): (ParticipantId, u64),
        (question, state): (&SlideId, &QuestionState),
        words: &[&str],
    ) -> Result<Event, Refusal> {
        let mut draw = TrialDraw::new(seed ^ id.0 as u64, words);
        let mut fields = state.current().ask.trial(&mut draw)?;
        fields.push(QUESTION, question.as_str());
        fields.push(ROUND, state.round().to_string());
        self.event_of_form(id, &fields)
    }

    /// All that somebody who is made up does who goes through the deck.
    fn trial_survey(
        &self,
        id: ParticipantId,
        seed: u64,
        words: &[&str],
        now: Millis,
    ) -> Vec<Result<Event, Refusal>> {
        let mut events: Vec<_> = self.trial_group(id).map(Ok).into_iter().collect();
        for (place, slide) in self.survey() {
            let state = self.question(&slide.id).filter(|state| {
                let takes = self.collecting(state, state.round(), now.max(self.at));
                takes.is_ok() && !self.has_answered(id, state)
            });
            if let Some(state) = state {
                let seed = seed.wrapping_add(place as u64);
                events.push(self.trial_answer((id, seed), (&slide.id, state), words));
            }
        }
        events.push(Ok(Event::Finished { participant: id }));
        events
    }

    fn has_answered(&self, participant: ParticipantId, state: &QuestionState) -> bool {
        let (round, person) = (state.current(), self.people.find(participant));
        person.is_some_and(|person| {
            round.answer_of(person).is_some() || round.all_added_by(person).next().is_some()
        })
    }

    /// Words that stand in headings and options: what is made up is about what is asked.
    fn words_of_deck(&self) -> Vec<&str> {
        let texts = self.deck.slides.iter().flat_map(|slide| {
            let question = slide.question();
            let targets = question.map(|question| question.ask.target_texts());
            std::iter::once(slide.heading()).chain(targets.unwrap_or_default())
        });
        let mut words: Vec<&str> = Vec::new();
        for word in texts.flat_map(str::split_whitespace) {
            let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
            if word.chars().count() >= TRIAL_WORD_CHARS && !words.contains(&word) {
                words.push(word);
            }
            if words.len() == TRIAL_WORDS {
                break;
            }
        }
        words
    }

    fn take_along(&mut self, kept: &KeptOfTrial) {
        self.deck = kept.deck.clone();
        self.deck_version = kept.deck_version;
        self.controls = kept.controls;
        self.door_closed = kept.door_closed;
        self.phones = kept.phones;
        self.answers_before = kept.answers;
        if let Some(groups) = &kept.groups {
            self.take_groups_along(groups);
        }
    }
}

/// A record's sequence and an event's place in it.
pub(super) type At = (u64, usize);

/// Which records of a journal were tried out, and what the room goes on with.
#[derive(Clone, Debug)]
pub(super) struct TrialInJournal {
    pub begun: At,
    pub kept: Box<KeptOfTrial>,
}

impl TrialInJournal {
    /// That of a room whose journal still holds it.
    pub fn of<'a>(
        room: &Room,
        mut accepted: impl Iterator<Item = (At, &'a Event)>,
    ) -> Option<Self> {
        let kept = room.pending_beginning.clone()?;
        let (begun, _) = accepted.find(|(_, event)| matches!(event, Event::Begun { .. }))?;
        Some(Self { begun, kept })
    }

    /// What is left of an event: who joined, who was removed, and what the room begins with.
    pub fn redact(&self, at: At, event: Event) -> Option<Event> {
        if at > self.begun {
            return Some(event);
        }
        if at == self.begun {
            let (kept, after) = (Some(self.kept.clone()), None);
            return Some(Event::Begun { kept, after });
        }
        match event {
            Event::Created { .. }
            | Event::JoinedAgain { .. }
            | Event::TabletShared { .. }
            | Event::TabletEnded { .. }
            | Event::TabletsRenewed { .. }
            | Event::Removed { .. }
            | Event::Returned { .. } => Some(event),
            // Whoever answered had joined with that, if not before.
            Event::Joined { participant }
            | Event::GroupChosen { participant, .. }
            | Event::Finished { participant }
            | Event::Answered { participant, .. }
            | Event::Added { participant, .. }
            | Event::Upvoted { participant, .. }
            | Event::QaUpvoted { participant, .. }
            | Event::QaAsked {
                participant: Some(participant),
                ..
            } => (!participant.is_trial()).then_some(Event::Joined { participant }),
            Event::Begun { .. }
            | Event::QaAsked {
                participant: None, ..
            }
            | Event::QaModerated { .. }
            | Event::Typed { .. }
            | Event::DeckChanged { .. }
            | Event::Moved { .. }
            | Event::Opened { .. }
            | Event::Closed { .. }
            | Event::Shown { .. }
            | Event::VotingStarted { .. }
            | Event::Reset { .. }
            | Event::Skipped { .. }
            | Event::Extended { .. }
            | Event::EvaluationOpened { .. }
            | Event::Ended { .. }
            | Event::Resumed { .. }
            | Event::Undone { .. }
            | Event::DoorSet { .. }
            | Event::PhonesSet { .. }
            | Event::AfterPageSet { .. }
            | Event::Erased { .. }
            | Event::WordHidden { .. }
            | Event::WordMerged { .. }
            | Event::AnswerHidden { .. }
            | Event::AnswerMerged { .. }
            | Event::HoldSet { .. }
            | Event::WordApproved { .. }
            | Event::AnswerApproved { .. } => None,
        }
    }
}

//! A room: one live run of a deck, as the fold over its journal.
//!
//! The same records in the same order always make the same room. `apply` reads no clock, draws no
//! lots, does no IO and can't fail: what is not acceptable is refused, and that is final. Time
//! comes in with each record and never runs backwards here. A room knows nothing of sockets, codes,
//! pages or disks.

use std::collections::BTreeMap;

use crate::after_page::AfterPageLink;
use crate::deck::{Deck, PhonesTo, Slide};
use crate::event::{AnswerPlace, Batch, Event, KeptOfTrial};
use crate::groups::RoomGroups;
use crate::ids::{AnswerId, ControlNumber, DeckVersion, Millis, ProducerId, RoomId, SlideId};
use crate::refusal::Refusal;
use crate::rules::Rules;

mod after_page;
mod apply;
mod by_hand;
mod clouds;
mod compare;
mod control;
mod decide;
mod door;
mod editing;
mod erase;
mod evaluation;
mod forms;
mod groups;
mod holding;
mod idempotency;
mod moderable;
mod moderate;
mod more_time;
mod names;
mod outline;
mod own_answers;
mod own_pace;
mod people;
mod qa;
mod questions;
mod reactions;
mod recent;
mod removing;
mod results;
mod review;
mod round;
mod sent;
mod split;
mod switches;
mod tablets;
mod totals;
mod trial;
mod undo;
mod upvoting;
mod view;

use crate::host::HostRole;
use crate::phase::Phase;
pub use apply::{Outcome, Receipt};
pub use by_hand::TypedEntry;
pub use clouds::Clouds;
pub use door::{Admission, Door};
pub use editing::{Change, DeckPlan, KnownSlides, NewDeck, Wording};
pub use erase::{Applied, Erasure};
pub use forms::KnownForm;
pub use idempotency::Decision;
pub use moderate::{ModerationAction, ModerationRequest, ModerationTarget};
use names::AnswerNames;
pub use own_answers::OwnAnswers;
pub use people::{People, Person};
pub use qa::{ExportedQuestion, QaAction, QaLeftOut, QaRequest};
pub use questions::QuestionState;
pub use removing::{AffectedCounts, TimeRange};
pub use results::QuestionResults;
pub use round::{Added, RoundState, StoredAnswer};
pub use tablets::{AnswerOrigin, Seat, SeatTurn, TabletSummary};
pub use totals::{EmptiedJournal, QuestionTotals};

use qa::SpeakerQuestions;
use recent::RecentActions;
use review::Review;
use undo::History;

/// The state of one room.
#[derive(Clone, Debug, PartialEq)]
pub struct Room {
    /// Its name.
    pub id: RoomId,
    /// By which rules answers are read, and words are the same.
    pub rules: Rules,
    /// Whether `moderated` of its deck acts.
    moderates: bool,
    /// Whether `groups` of its deck act.
    takes_groups: bool,
    /// Which groups it has and had.
    pub groups: RoomGroups,
    /// Whether `pace: own` of its deck acts.
    takes_own_pace: bool,
    /// Whether everybody goes through the deck by themselves. Stays as it was when the room began
    /// to run.
    own_pace: bool,
    /// Whether everything is tried out until it begins.
    trial: bool,
    /// What it began with, while its journal still holds what was tried out.
    pending_beginning: Option<Box<KeptOfTrial>>,
    /// How many answers had a number when it began.
    answers_before: u64,
    /// What is played.
    pub deck: Deck,
    /// Which version of it.
    pub deck_version: DeckVersion,
    /// Slides that were taken out of it, as they were.
    gone: BTreeMap<SlideId, Slide>,
    /// The bytes of all decks that it was changed to.
    changed_decks_bytes: usize,
    /// The sequence of the last record that was applied.
    pub seq: u64,
    /// The time of the room: the latest that a record was stamped with.
    pub at: Millis,
    /// When the first record was stamped.
    pub created_at: Millis,
    /// How far the room is.
    pub phase: Phase,
    /// The slide that the stage shows; none before the first move.
    pub position: Option<SlideId>,
    /// When the stage came to that slide.
    pub moved_at: Millis,
    /// When it came to the first one.
    pub began_at: Option<Millis>,
    /// How many controls were carried out: the number of the last.
    pub controls: ControlNumber,
    /// Who joined.
    pub people: People,
    door_closed: bool,
    /// When phones show results.
    pub phones: PhonesTo,
    questions: BTreeMap<SlideId, QuestionState>,
    places: BTreeMap<AnswerId, AnswerPlace>,
    counters: BTreeMap<ProducerId, u64>,
    pending_redactions: Vec<AnswerId>,
    history: History,
    recent: RecentActions,
    review: Review,
    /// Where what came out of it can be read.
    after_page: Option<AfterPageLink>,
    names: AnswerNames,
    /// Questions to the speakers.
    qa: SpeakerQuestions,
    /// Of which somebody is removed.
    removals: Vec<TimeRange>,
    /// Answers of people who are removed.
    answers_away: usize,
}

impl Room {
    /// The room that a journal's first batch begins.
    ///
    /// # Errors
    /// Where that batch does not begin a room.
    pub fn begin(seq: u64, at: Millis, batch: &Batch) -> Result<Self, NotABeginning> {
        let [
            Event::Created {
                room,
                deck,
                rules,
                moderates,
                groups,
                own_pace,
                trial,
            },
        ] = batch.events.as_slice()
        else {
            return Err(NotABeginning);
        };
        let mut begun = Self {
            id: room.clone(),
            rules: *rules,
            moderates: *moderates,
            takes_groups: *groups,
            groups: RoomGroups::default(),
            takes_own_pace: *own_pace,
            own_pace: false,
            trial: *trial,
            pending_beginning: None,
            answers_before: 0,
            deck: Deck::clone(deck),
            deck_version: 1,
            gone: BTreeMap::new(),
            changed_decks_bytes: 0,
            seq,
            at,
            created_at: at,
            phase: Phase::Ready,
            position: None,
            moved_at: at,
            began_at: None,
            controls: 0,
            people: People::default(),
            door_closed: false,
            phones: PhonesTo::default(),
            questions: BTreeMap::new(),
            places: BTreeMap::new(),
            counters: BTreeMap::from([(batch.producer.clone(), batch.counter)]),
            pending_redactions: Vec::new(),
            history: History::default(),
            recent: RecentActions::default(),
            review: Review::default(),
            after_page: None,
            names: AnswerNames::of(room, &batch.producer),
            qa: SpeakerQuestions::default(),
            removals: Vec::new(),
            answers_away: 0,
        };
        begun.questions = questions::of(&begun.deck);
        begun.choose_pace();
        begun.begin_groups();
        Ok(begun)
    }

    /// The state of a question that the deck has.
    pub fn question(&self, id: &SlideId) -> Option<&QuestionState> {
        self.deck.question(id).and_then(|_| self.questions.get(id))
    }

    /// The slides of the deck in order, and behind them questions that were taken out of it after
    /// somebody answered them.
    pub fn asked_slides(&self) -> impl Iterator<Item = (&Slide, &QuestionState)> {
        let answered = |state: &QuestionState| state.rounds().any(|(_, round)| round.voters() > 0);
        let there = self.deck.slides.iter();
        let there = there.filter_map(|slide| Some((slide, self.question(&slide.id)?)));
        let gone = self.gone.values();
        let gone = gone.filter_map(|slide| Some((slide, self.questions.get(&slide.id)?)));
        there.chain(gone.filter(move |(_, state)| answered(state)))
    }

    /// All questions that were ever in the deck, by id: also those that an edit took away.
    pub fn all_questions(&self) -> impl Iterator<Item = (&SlideId, &QuestionState)> {
        self.questions.iter()
    }

    /// When the first participant joined, else when it was made: by that moment the room is known.
    pub fn first_joined_at(&self) -> Millis {
        let first = self.people.iter().next();
        let joined = first.map(|(person, _)| self.people.joined_at(person));
        joined.unwrap_or(self.created_at)
    }

    /// Where an answer belongs.
    pub fn place(&self, answer: AnswerId) -> Option<&AnswerPlace> {
        self.places.get(&answer)
    }

    /// Answers of all questions and rounds together, but for those of people who are removed.
    pub fn answers_total(&self) -> usize {
        self.places.len() - self.answers_away
    }

    /// Refuses at once what can't be right as the room stands. `Ok` is no promise: what is stored
    /// before it may change the answer.
    ///
    /// # Errors
    /// The refusal that [`Room::apply`] would come to.
    pub fn check(&self, event: &Event, now: Millis) -> Result<Decision, Refusal> {
        self.decide(event, now.max(self.at))
    }

    /// When, after `now`, the room changes by time alone: the next deadline of an open question,
    /// when phones see other votes, or when the page with the results closes.
    pub fn next_deadline(&self, now: Millis) -> Option<Millis> {
        self.questions
            .values()
            .filter_map(QuestionState::deadline)
            .filter(|deadline| *deadline > now)
            .chain(self.next_of_qa(now))
            .chain(self.after_page(now).map(|page| page.until))
            .min()
    }
}

/// A journal's first batch did not begin a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotABeginning;

#[cfg(test)]
mod tests;

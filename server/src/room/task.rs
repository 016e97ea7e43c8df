//! One room: gathers what came in while the last append was under way, stores it as one record,
//! follows the journal, folds what it shows, and only then answers.
//!
//! It trusts nothing but the journal: acks come from following, never from appending.

use std::sync::Arc;

use futures_util::future::BoxFuture;
use futures_util::stream::StreamExt;
use shared::event::{Batch, Event, QaChange, TypedAnswer};
use shared::host::Actor;
use shared::ids::{ProducerId, RoomId};
use shared::limits;
use shared::question::Answer;
use shared::refusal::Refusal;
use shared::room::{Clouds, Decision, Room};
use tokio::sync::oneshot;

use super::fold::{Folded, Following, decode, encode, fold_all};
use super::handle::{FoldProgress, RoomSide, locked};
use super::inbox::{Ack, SubmitError, SubmitReply, TaskMessage, reply_of};
use crate::backend::{Appended, Followed, Journal, JournalError, Record};
use crate::clock::now_ms;
use crate::log_throttle::LogThrottle;
use crate::metrics::{self, FIGURES};

/// What a batch may weigh beside the texts of its events, per event, in bytes.
const EVENT_WEIGHT: usize = 256;

static NOT_STORED: LogThrottle = LogThrottle::new();

/// Runs a room until its journal ends or nobody holds it any more.
pub async fn run(id: RoomId, journal: Arc<dyn Journal>, writing: Writing, side: RoomSide) {
    let progress = side.progress.clone();
    let error = match Task::load(id.clone(), journal, writing, side).await {
        Ok(mut task) => task.serve().await,
        Err(error) => submit_error(&error),
    };
    tracing::info!(room = %id, reason = error.code(), "room is over");
    progress.send_replace(FoldProgress::Over(error));
}

/// Numbers the batches of this process; shared by all rooms, so that a room that is loaded again
/// goes on where it stopped.
pub type Counters = Arc<std::sync::atomic::AtomicU64>;

/// How a process writes into the journals of its rooms.
#[derive(Clone)]
pub struct Writing {
    /// Its name, new with every start.
    pub producer: ProducerId,
    pub counters: Counters,
    /// Bytes of one journal above which it takes nothing more of participants.
    pub journal_bytes: u64,
}

struct Task {
    id: RoomId,
    journal: Arc<dyn Journal>,
    writing: Writing,
    side: RoomSide,
    followed: Following,
    /// Of the journal, as far as it was followed.
    bytes: u64,
    gathered: Vec<PendingSubmission>,
    gathered_bytes: usize,
    in_flight: Option<InFlight>,
    held: Option<TaskMessage>,
    /// Nobody holds the room any more: what came before is still stored, and then it is over.
    left: bool,
}

struct PendingSubmission {
    event: Event,
    by: Option<Actor>,
    reply: oneshot::Sender<SubmitReply>,
}

struct InFlight {
    batch: Batch,
    body: bytes::Bytes,
    replies: Vec<oneshot::Sender<SubmitReply>>,
    appending: Option<BoxFuture<'static, Appended>>,
}

enum TaskInput {
    Message(Option<TaskMessage>),
    Followed(Option<Result<Followed, JournalError>>),
    Appended(Appended),
}

impl Task {
    async fn load(
        id: RoomId,
        journal: Arc<dyn Journal>,
        writing: Writing,
        side: RoomSide,
    ) -> Result<Self, JournalError> {
        let begun = std::time::Instant::now();
        let mut clouds = Clouds::default();
        let drawn = |room: &Room, at| clouds.advance(room, at);
        let Folded {
            room,
            followed,
            bytes,
        } = fold_all(&id, &*journal, drawn, |_, _, _| {}).await?;
        FIGURES.room_load.observe(metrics::us(begun.elapsed()));
        if room.is_to_be_rewritten() {
            super::erase::in_background(id.clone(), journal.clone());
        }
        side.publish(room, clouds);
        let (gathered, gathered_bytes, in_flight, held) = (Vec::new(), 0, None, None);
        let left = false;
        Ok(Self {
            id,
            journal,
            writing,
            side,
            followed,
            bytes,
            gathered,
            gathered_bytes,
            in_flight,
            held,
            left,
        })
    }

    async fn serve(&mut self) -> SubmitError {
        loop {
            self.take_up();
            self.append_if_due();
            if self.left && self.is_settled() {
                return SubmitError::TryAgain;
            }
            match self.next_step().await {
                TaskInput::Message(None) => self.left = true,
                TaskInput::Message(Some(message)) => self.held = Some(message),
                TaskInput::Appended(appended) => {
                    if let Some(error) = self.appended(appended) {
                        return error;
                    }
                }
                TaskInput::Followed(followed) => {
                    if let Err(error) = self.follow(followed).await {
                        return self.lost(&error);
                    }
                }
            }
        }
    }

    /// What happens next. While a message waits for its turn the inbox stays closed, so order is
    /// kept.
    async fn next_step(&mut self) -> TaskInput {
        let open = self.held.is_none() && !self.left;
        let appending = self
            .in_flight
            .as_mut()
            .and_then(|in_flight| in_flight.appending.as_mut());
        tokio::select! {
            biased;
            followed = self.followed.next() => TaskInput::Followed(followed),
            appended = poll(appending) => TaskInput::Appended(appended),
            message = self.side.inbox.recv(), if open => TaskInput::Message(message),
        }
    }

    /// The journal can't be followed any more; a room that was deleted is no error.
    fn lost(&self, error: &JournalError) -> SubmitError {
        let error = submit_error(error);
        if error != SubmitError::Gone {
            tracing::error!(room = %self.id, %error, "the journal can't be followed");
        }
        error
    }

    /// Takes up everything that waits and may be taken up now: this is the group commit.
    fn take_up(&mut self) {
        while let Some(message) = self.held.take().or_else(|| self.side.inbox.try_recv().ok()) {
            match message {
                TaskMessage::Submit { event, by, reply }
                    if self.gathered_bytes < limits::BATCH_BYTES =>
                {
                    self.gather(PendingSubmission { event, by, reply })
                }
                TaskMessage::Control { control, by, reply } if self.is_settled() => {
                    match self.side.with(|room| room.resolve(&control)) {
                        Ok(event) => self.gather(PendingSubmission { event, by, reply }),
                        Err(refusal) => drop(reply.send(Err(SubmitError::Refused(refusal)))),
                    }
                }
                // Its turn comes when what is on its way has been applied; until then nothing
                // overtakes it.
                message => {
                    self.held = Some(message);
                    return;
                }
            }
        }
    }

    fn is_settled(&self) -> bool {
        self.in_flight.is_none() && self.gathered.is_empty()
    }

    fn gather(&mut self, submission: PendingSubmission) {
        let PendingSubmission { event, by, reply } = submission;
        let (decision, seq) = self
            .side
            .with(|room| (room.check(&event, now_ms()), room.seq));
        match decision {
            Err(refusal) => drop(reply.send(Err(SubmitError::Refused(refusal)))),
            // Only where nothing is on its way: else "known already" may be true of what is about
            // to change.
            Ok(Decision::Repeat) if self.is_settled() => {
                let receipt = self.side.with(|room| room.receipt(&event));
                drop(reply.send(Ok(Ack { seq, receipt })));
            }
            Ok(_) if self.bytes >= self.writing.journal_bytes && is_of_a_participant(&event) => {
                drop(reply.send(Err(SubmitError::Refused(Refusal::Full))));
            }
            Ok(_) => {
                self.gathered_bytes += weight(&event);
                self.gathered.push(PendingSubmission { event, by, reply });
            }
        }
    }

    fn append_if_due(&mut self) {
        if self.in_flight.is_some() || self.gathered.is_empty() {
            return;
        }
        self.gathered_bytes = 0;
        FIGURES.batch_events.observe(self.gathered.len() as u64);
        let by = self.gathered.iter().enumerate();
        let by = by
            .filter_map(|(place, waiting)| Some((place, waiting.by?)))
            .collect();
        let (events, replies) = self
            .gathered
            .drain(..)
            .map(|waiting| (waiting.event, waiting.reply))
            .unzip();
        let counter = self
            .writing
            .counters
            .fetch_add(1, std::sync::atomic::Ordering::Relaxed)
            + 1;
        // What was refused and normalised before the append depends on what the room began under.
        let rules = self.side.with(|room| room.rules.number());
        let batch = Batch {
            rules,
            producer: self.writing.producer.clone(),
            counter,
            events,
            by,
        };
        let body = encode(&batch);
        let appending = Some(self.journal.append(self.id.as_str(), body.clone()));
        self.in_flight = Some(InFlight {
            batch,
            body,
            replies,
            appending,
        });
    }

    fn appended(&mut self, appended: Appended) -> Option<SubmitError> {
        let in_flight = self.in_flight.as_mut()?;
        in_flight.appending = None;
        match appended {
            Appended::Stored(_) => None,
            Appended::NotStored(reason) => {
                let error = if matches!(reason, crate::backend::NotStored::NoSuchRoom) {
                    SubmitError::Gone
                } else {
                    SubmitError::CannotStore
                };
                if NOT_STORED.may_log() {
                    tracing::warn!(room = %self.id, %reason, "answers were not stored");
                }
                let in_flight = self.in_flight.take()?;
                in_flight
                    .replies
                    .into_iter()
                    .for_each(|reply| drop(reply.send(Err(error.clone()))));
                (error == SubmitError::Gone).then_some(error)
            }
            // The same batch again until following shows it: its counter makes a double harmless.
            Appended::Unknown => {
                let again = self
                    .journal
                    .append(self.id.as_str(), in_flight.body.clone());
                in_flight.appending = Some(Box::pin(async move {
                    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
                    again.await
                }));
                None
            }
        }
    }

    async fn follow(
        &mut self,
        followed: Option<Result<Followed, JournalError>>,
    ) -> Result<(), JournalError> {
        match followed.ok_or(JournalError::Closed)?? {
            Followed::Record(record) => self.follow_record(&record),
            Followed::Rewritten => self.begin_again().await,
        }
    }

    /// Applies a record, and answers whom it is about.
    fn follow_record(&mut self, record: &Record) -> Result<(), JournalError> {
        let read;
        let batch = match &self.in_flight {
            // The very bytes that were sent: what they say is known, and most records of a
            // room are its own.
            Some(in_flight) if in_flight.body == record.body => &in_flight.batch,
            _ => {
                read = decode(&self.id, record.seq, &record.body)?;
                &read
            }
        };
        self.bytes += record.body.len() as u64;
        self.side.draw(Some(record.at_ms));
        let outcomes = self.side.apply(record.seq, record.at_ms, batch);
        if batch.producer == self.writing.producer {
            self.answer(record.seq, batch.counter, outcomes);
        }
        self.side.draw(None);
        Ok(())
    }

    /// Everything again from the new generation of a journal: what is on its way is in there, or
    /// comes after.
    async fn begin_again(&mut self) -> Result<(), JournalError> {
        let waiting = self
            .in_flight
            .as_ref()
            .map(|in_flight| in_flight.batch.counter);
        let producer = self.writing.producer.clone();
        let mut mine = None;
        let keep = |seq, batch: &Batch, outcomes: &[_]| {
            let is_mine = batch.producer == producer && Some(batch.counter) == waiting;
            if is_mine && mine.is_none() {
                mine = Some((seq, batch.counter, outcomes.to_vec()));
            }
        };
        let mut clouds = Clouds::default();
        let drawn = |room: &Room, at| clouds.advance(room, at);
        let Folded {
            room,
            followed,
            bytes,
        } = fold_all(&self.id, &*self.journal, drawn, keep).await?;
        (self.followed, self.bytes) = (followed, bytes);
        self.side.publish(room, clouds);
        if let Some((seq, counter, outcomes)) = mine {
            self.answer(seq, counter, outcomes);
        }
        Ok(())
    }

    /// Answers those whose events were in that batch of this process.
    fn answer(&mut self, seq: u64, counter: u64, outcomes: Vec<shared::room::Outcome>) {
        if self
            .in_flight
            .as_ref()
            .is_some_and(|in_flight| in_flight.batch.counter == counter)
        {
            FIGURES
                .answers_stored
                .add(outcomes.iter().filter(|outcome| is_answer(outcome)).count() as u64);
            let replies = self
                .in_flight
                .take()
                .map(|in_flight| in_flight.replies)
                .unwrap_or_default();
            if outcomes.len() != replies.len() {
                // A rewritten record leaves out what changed nothing, so it no longer says whose
                // outcome is whose. The same again is safe: the room knows what it has.
                return replies
                    .into_iter()
                    .for_each(|reply| drop(reply.send(Err(SubmitError::TryAgain))));
            }
            replies
                .into_iter()
                .zip(outcomes)
                .for_each(|(reply, outcome)| drop(reply.send(reply_of(outcome, seq))));
        }
    }
}

impl RoomSide {
    fn publish(&self, room: Room, mut clouds: Clouds) {
        let seq = room.seq;
        clouds.advance(&room, room.at);
        *locked(&self.clouds) = clouds;
        *self.state.write().expect("readers do not write") = Some(room);
        self.progress.send_replace(FoldProgress::At(seq));
    }

    /// Lets the words of clouds go where they are due by that moment.
    fn draw(&self, until: Option<u64>) {
        self.with(|room| locked(&self.clouds).advance(room, until.unwrap_or(room.at)));
    }

    fn apply(&self, seq: u64, at_ms: u64, batch: &Batch) -> Vec<shared::room::Outcome> {
        let mut state = self.state.write().expect("readers do not write");
        let outcomes = state
            .as_mut()
            .map(|room| room.apply(seq, at_ms, batch))
            .unwrap_or_default();
        drop(state);
        self.progress.send_replace(FoldProgress::At(seq));
        outcomes
    }

    fn with<T>(&self, read: impl FnOnce(&Room) -> T) -> T {
        let state = self
            .state
            .read()
            .expect("the room task does not panic while it writes");
        read(
            state
                .as_ref()
                .expect("a task serves only after it published the room"),
        )
    }
}

/// Whether something that participants give was stored, and changed what was there.
fn is_answer(outcome: &shared::room::Outcome) -> bool {
    matches!(outcome, shared::room::Outcome::Accepted(receipt) if receipt.answer.is_some())
}

async fn poll(appending: Option<&mut BoxFuture<'static, Appended>>) -> Appended {
    match appending {
        Some(future) => future.await,
        None => std::future::pending().await,
    }
}

fn is_of_a_participant(event: &Event) -> bool {
    event.sender().is_some()
}

fn weight(event: &Event) -> usize {
    EVENT_WEIGHT
        + match event {
            Event::Added {
                text: Some(text), ..
            }
            | Event::QaAsked {
                text: Some(text), ..
            }
            | Event::QaModerated {
                change: QaChange::Replied { text: Some(text) },
                ..
            } => text.len(),
            Event::Answered {
                answer: Some(answer),
                ..
            } => words_weight(answer),
            Event::Typed { answers, .. } => answers.iter().map(typed_weight).sum(),
            _ => 0,
        }
}

fn words_weight(answer: &Answer) -> usize {
    let words = answer.words().iter();
    words
        .map(|word| word.key.len() + word.text.len() + 24)
        .sum()
}

fn typed_weight(typed: &TypedAnswer) -> usize {
    let text = typed.text.as_ref().map_or(0, String::len);
    EVENT_WEIGHT + text + typed.answer.as_ref().map_or(0, words_weight)
}

fn submit_error(error: &JournalError) -> SubmitError {
    match error {
        JournalError::NoSuchRoom { .. } => SubmitError::Gone,
        JournalError::Corrupt { .. } | JournalError::Unreadable(_) => SubmitError::Damaged,
        _ => SubmitError::TryAgain,
    }
}

//! What everybody but the room task holds of a room: an inbox, the folded state to read, and how
//! far the fold is.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, RwLock, RwLockReadGuard};
use std::time::{Duration, Instant};

use shared::control::Control;
use shared::event::Event;
use shared::host::{Actor, HostRole};
use shared::ids::{Millis, ParticipantId};
use shared::protocol::view::{Around, HostView, Screen};
use shared::refusal::Refusal;
use shared::room::{Clouds, Decision, Room};
use tokio::sync::{mpsc, oneshot, watch};

use super::inbox::{SubmitError, SubmitReply, TaskMessage};
use super::rate_limit::{FRAMES_RETRY_SECONDS, RateLimits, TEXTS_RETRY_SECONDS};
use super::{merge_suggestions, rude_words};
use crate::clock::now_ms;
use crate::metrics::{self, FIGURES};
use crate::qr;

mod more_time;
mod reactions;
mod trial;

use more_time::MoreTimeRequests;
use reactions::SentReactions;

/// How long a page or command that names a sequence waits for the fold to reach it.
const SEQ_WAIT: Duration = Duration::from_secs(1);
/// How long what nobody waits for waits for its turn.
const TURN_WAIT: Duration = Duration::from_secs(10);
/// How long somebody waits for a room to be read from disk.
const LOAD_WAIT: Duration = Duration::from_secs(30);

/// How far a room's fold is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FoldProgress {
    /// The journal is being read.
    Loading,
    /// Everything up to this sequence is applied.
    At(u64),
    /// It ended for good, for that reason.
    Over(SubmitError),
}

/// A room from the outside. Cheap to clone.
#[derive(Clone)]
pub struct RoomHandle {
    inbox: mpsc::Sender<TaskMessage>,
    state: Arc<RwLock<Option<Room>>>,
    clouds: Arc<Mutex<Clouds>>,
    progress: watch::Receiver<FoldProgress>,
    flow: Arc<Flow>,
    /// Which host it acts for; none where it is participants who do.
    by: Option<Actor>,
}

/// What participants send to a room, kept in memory alone.
#[derive(Default)]
struct Flow {
    sending: AtomicU64,
    rate_limits: RateLimits,
    more_time: Mutex<MoreTimeRequests>,
    reactions: SentReactions,
}

/// Counts an answer for as long as it is on its way, also where whoever waited for it goes away.
struct InFlightGuard<'a>(&'a AtomicU64);

impl<'a> InFlightGuard<'a> {
    fn begin(count: &'a AtomicU64) -> Self {
        count.fetch_add(1, Ordering::Relaxed);
        Self(count)
    }
}

impl Drop for InFlightGuard<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// The room task's side of a handle.
pub struct RoomSide {
    pub inbox: mpsc::Receiver<TaskMessage>,
    pub state: Arc<RwLock<Option<Room>>>,
    /// Asked for only while the state is locked.
    pub clouds: Arc<Mutex<Clouds>>,
    pub progress: watch::Sender<FoldProgress>,
}

/// The two ends of a room that is not loaded yet.
pub fn pair() -> (RoomHandle, RoomSide) {
    let (send, inbox) = mpsc::channel(shared::limits::ROOM_QUEUE);
    let (progress, seen) = watch::channel(FoldProgress::Loading);
    let (state, clouds) = (Arc::new(RwLock::new(None)), Arc::<Mutex<Clouds>>::default());
    let handle = RoomHandle {
        inbox: send,
        state: state.clone(),
        clouds: clouds.clone(),
        progress: seen,
        flow: Arc::default(),
        by: None,
    };
    (
        handle,
        RoomSide {
            inbox,
            state,
            clouds,
            progress,
        },
    )
}

impl RoomHandle {
    /// The same room, for what that host asks of it.
    pub fn on_behalf_of(&self, actor: Option<Actor>) -> Self {
        Self {
            by: actor,
            ..self.clone()
        }
    }

    /// Stores an event and answers when it is on disk and applied.
    ///
    /// # Errors
    /// Every [`SubmitError`].
    pub async fn submit(&self, event: Event) -> SubmitReply {
        let _sending = InFlightGuard::begin(&self.flow.sending);
        let begun = Instant::now();
        let by = self.by;
        let reply = self
            .ask(|reply| TaskMessage::Submit { event, by, reply })
            .await;
        if reply.is_ok() {
            FIGURES.ack.observe(metrics::us(begun.elapsed()));
        }
        reply
    }

    /// Answers that are on their way to disk.
    pub fn sending(&self) -> u64 {
        self.flow.sending.load(Ordering::Relaxed)
    }

    /// Takes one frame or form from what a participant may send.
    ///
    /// # Errors
    /// [`SubmitError::TooFast`] where there is none left.
    pub fn spend(&self, who: ParticipantId) -> Result<(), SubmitError> {
        let may = self.flow.rate_limits.take(who, tokio::time::Instant::now());
        if may {
            Ok(())
        } else {
            Err(SubmitError::TooFast {
                retry_seconds: FRAMES_RETRY_SECONDS,
            })
        }
    }

    /// What a participant sent, made an event of to be stored; what is rude in it waits for a
    /// moderator, and what brings new texts counts against their sender first.
    ///
    /// # Errors
    /// Every [`SubmitError`].
    pub fn prepare(
        &self,
        who: ParticipantId,
        read: impl FnOnce(&Room) -> Result<Event, Refusal>,
    ) -> Result<Event, SubmitError> {
        let (event, texts) = self
            .read(|room| {
                let mut event = read(room)?;
                rude_words::hold(room, &mut event);
                let texts = room.new_texts(&event);
                // What changes nothing brings nothing.
                let brings = texts > 0 && room.check(&event, now_ms()) == Ok(Decision::Accept);
                Ok::<_, Refusal>((event, if brings { texts } else { 0 }))
            })?
            .map_err(SubmitError::Refused)?;
        if texts > 0
            && !self
                .flow
                .rate_limits
                .take_texts(who, texts, tokio::time::Instant::now())
        {
            return Err(SubmitError::TooFast {
                retry_seconds: TEXTS_RETRY_SECONDS,
            });
        }
        Ok(event)
    }

    /// How far the fold is, to wait for what comes.
    pub fn progress(&self) -> watch::Receiver<FoldProgress> {
        self.progress.clone()
    }

    /// Stores what a control stands for.
    ///
    /// # Errors
    /// Every [`SubmitError`].
    pub async fn control(&self, control: Control) -> SubmitReply {
        let by = self.by;
        self.ask(|reply| TaskMessage::Control { control, by, reply })
            .await
    }

    /// Hands an event in. Waits for its turn while the inbox is full; lost where that takes too
    /// long. What becomes of it one may wait for, or not.
    pub async fn tell(&self, event: Event) -> oneshot::Receiver<SubmitReply> {
        let (reply, answer) = oneshot::channel();
        let _ = tokio::time::timeout(
            TURN_WAIT,
            self.inbox.send(TaskMessage::Submit {
                event,
                by: self.by,
                reply,
            }),
        )
        .await;
        answer
    }

    /// Waits until the room is loaded.
    ///
    /// # Errors
    /// [`SubmitError::TryAgain`] when that takes too long, or why it can't be.
    pub async fn ready(&self) -> Result<(), SubmitError> {
        self.wait(LOAD_WAIT, |_| true).await
    }

    /// Waits up to a second until the fold has reached a sequence.
    ///
    /// # Errors
    /// [`SubmitError::TryAgain`] when it has not, or why the room is gone.
    pub async fn reached(&self, seq: u64) -> Result<(), SubmitError> {
        self.ready().await?;
        self.wait(SEQ_WAIT, |at| at >= seq).await
    }

    /// Reads the state as it is now. The guard must not be held across an await.
    ///
    /// # Errors
    /// Why there is no state.
    pub fn read<T>(&self, read: impl FnOnce(&Room) -> T) -> Result<T, SubmitError> {
        // One lock after the other: a guard of one is never held while the other is asked for.
        if let FoldProgress::Over(error) = &*self.progress.borrow() {
            return Err(error.clone());
        }
        self.locked()
            .as_ref()
            .map(read)
            .ok_or(SubmitError::TryAgain)
    }

    /// The same where it takes long: on a thread of its own, so that no vote of another room waits
    /// for it.
    ///
    /// # Errors
    /// Why there is no state.
    pub async fn read_apart<T: Send + 'static>(
        &self,
        read: impl FnOnce(&Room) -> T + Send + 'static,
    ) -> Result<T, SubmitError> {
        let handle = self.clone();
        let apart = tokio::task::spawn_blocking(move || handle.read(read)).await;
        apart.unwrap_or(Err(SubmitError::TryAgain))
    }

    /// What a host's page shows now, and when that changes by time alone. `room` is the state that
    /// [`RoomHandle::read`] gives.
    pub fn host_view(
        &self,
        room: &Room,
        role: HostRole,
        now: Millis,
        around: Around,
    ) -> (HostView, Option<Millis>) {
        let (mut view, next) = locked(&self.clouds).host_view(room, role, now, around);
        draw_codes(&mut view);
        if role == HostRole::Moderator {
            merge_suggestions::suggest(room, &mut view);
        }
        (view, next)
    }

    /// What the stage would show after *next*; none where there is no way on.
    pub fn upcoming(&self, room: &Room, now: Millis, around: Around) -> Option<HostView> {
        let ahead = room.one_on(now)?;
        // Whoever moves on turns the screen back to its slides.
        let around = Around {
            screen: Screen::Slides,
            ..around
        };
        let (mut view, _) = Clouds::default().host_view(&ahead, HostRole::Stage, now, around);
        draw_codes(&mut view);
        Some(view)
    }

    /// Whether the room task has ended in a way that loading the room again may mend.
    pub fn may_be_woken(&self) -> bool {
        self.inbox.is_closed() && self.why_over() == SubmitError::TryAgain
    }

    /// Whether nobody else holds this room, apart from its task.
    pub fn is_alone(&self) -> bool {
        self.inbox.strong_count() == 1
    }

    async fn ask(
        &self,
        message: impl FnOnce(oneshot::Sender<SubmitReply>) -> TaskMessage,
    ) -> SubmitReply {
        let (reply, answer) = oneshot::channel();
        self.inbox
            .try_send(message(reply))
            .map_err(|error| match error {
                mpsc::error::TrySendError::Full(_) => SubmitError::TryAgain,
                mpsc::error::TrySendError::Closed(_) => self.why_over(),
            })?;
        answer.await.unwrap_or_else(|_| Err(self.why_over()))
    }

    async fn wait(
        &self,
        at_most: Duration,
        enough: impl Fn(u64) -> bool,
    ) -> Result<(), SubmitError> {
        let mut progress = self.progress.clone();
        let there = progress.wait_for(|progress| match progress {
            FoldProgress::Loading => false,
            FoldProgress::At(seq) => enough(*seq),
            FoldProgress::Over(_) => true,
        });
        match tokio::time::timeout(at_most, there).await {
            Ok(Ok(progress)) => match &*progress {
                FoldProgress::Over(error) => Err(error.clone()),
                _ => Ok(()),
            },
            Ok(Err(_)) => Err(self.why_over()),
            Err(_) => Err(SubmitError::TryAgain),
        }
    }

    fn why_over(&self) -> SubmitError {
        match &*self.progress.borrow() {
            FoldProgress::Over(error) => error.clone(),
            _ => SubmitError::TryAgain,
        }
    }

    fn locked(&self) -> RwLockReadGuard<'_, Option<Room>> {
        self.state
            .read()
            .expect("the room task does not panic while it writes")
    }
}

/// The core draws no pictures.
fn draw_codes(view: &mut HostView) {
    if let Some(wifi) = &mut view.wifi {
        wifi.qr = qr::svg(&wifi.address());
    }
}

pub fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().expect("nothing panics while it holds this")
}

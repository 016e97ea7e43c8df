//! How much a participant may send: one allowance for all their sockets, posted frames and forms,
//! and another one for texts that a round has not seen. Kept while it matters, and forgotten when
//! there is nothing left to remember.
//!
//! People are spread over several maps, each under a lock of its own that is held for one look-up:
//! in a room nobody waits for everybody.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard};
use std::time::Duration;

use shared::ids::ParticipantId;
use shared::limits::{FRAMES_AT_ONCE, FRAMES_PER_SECOND, NEW_TEXTS_PER_MINUTE, ROOM_PARTICIPANTS};
use tokio::time::Instant;

/// Maps of one room.
const SHARDS: usize = 8;
/// People of one map: together those who can be in a room. Anybody can make up more.
const SHARD_PEOPLE: usize = ROOM_PARTICIPANTS / SHARDS;
/// People of one map whom nobody looks over yet, to forget some.
const SWEPT_FROM: usize = 64;
/// For so long new texts are counted from the first on.
const TEXTS_WINDOW: Duration = Duration::from_secs(60);
/// Between two reactions of one phone that show.
const REACTION_PAUSE: Duration = Duration::from_secs(1);
/// How soon somebody may send again who was too fast, in seconds: until their allowance is as good
/// as full.
pub const FRAMES_RETRY_SECONDS: u64 = (FRAMES_AT_ONCE / FRAMES_PER_SECOND) as u64;
/// The same for participants who brought too many new texts.
pub const TEXTS_RETRY_SECONDS: u64 = TEXTS_WINDOW.as_secs();

/// How many frames a page may send: a bucket that fills with time.
#[derive(Debug)]
pub struct TokenBucket {
    left: f64,
    as_of: Instant,
}

/// What the participants of one room have sent lately.
#[derive(Default)]
pub struct RateLimits([Mutex<Shard>; SHARDS]);

#[derive(Default)]
struct Shard {
    people: HashMap<ParticipantId, ParticipantLimits>,
    swept_at: usize,
}

struct ParticipantLimits {
    frames: TokenBucket,
    texts: Texts,
    /// When they last showed a reaction.
    reacted: Option<Instant>,
}

/// New texts since a moment.
struct Texts {
    since: Instant,
    count: u32,
}

impl TokenBucket {
    /// A full bucket.
    pub fn new(now: Instant) -> Self {
        Self {
            left: FRAMES_AT_ONCE.into(),
            as_of: now,
        }
    }

    /// Takes one frame out, if there is one.
    pub fn take(&mut self, now: Instant) -> bool {
        (self.left, self.as_of) = (self.left_at(now), now);
        let may = self.left >= 1.0;
        self.left -= if may { 1.0 } else { 0.0 };
        may
    }

    fn left_at(&self, now: Instant) -> f64 {
        let filled = now.duration_since(self.as_of).as_secs_f64() * f64::from(FRAMES_PER_SECOND);
        (self.left + filled).min(FRAMES_AT_ONCE.into())
    }
}

impl RateLimits {
    /// Takes one frame or form from what somebody may send, if there is one.
    pub fn take(&self, who: ParticipantId, now: Instant) -> bool {
        self.of(who)
            .spent(who, now)
            .is_some_and(|spent| spent.frames.take(now))
    }

    /// Takes so many new texts from what somebody may bring within a minute, if there are as many.
    pub fn take_texts(&self, who: ParticipantId, texts: usize, now: Instant) -> bool {
        self.of(who)
            .spent(who, now)
            .is_some_and(|spent| spent.texts.take(texts, now))
    }

    /// Whether a reaction of somebody shows: one a second at most.
    pub fn take_reaction(&self, who: ParticipantId, now: Instant) -> bool {
        self.of(who).spent(who, now).is_some_and(|spent| {
            let may = spent.may_react(now);
            if may {
                spent.reacted = Some(now);
            }
            may
        })
    }

    fn of(&self, who: ParticipantId) -> MutexGuard<'_, Shard> {
        // Ids are hashes: any of their bits will do.
        self.0[(who.0 % SHARDS as u128) as usize]
            .lock()
            .expect("nobody panics while they look up an allowance")
    }

    #[cfg(test)]
    fn remembered(&self) -> usize {
        self.0
            .iter()
            .map(|shard| shard.lock().unwrap().people.len())
            .sum()
    }
}

impl Shard {
    /// Nobody where as many people as there can be have sent something just now.
    fn spent(&mut self, who: ParticipantId, now: Instant) -> Option<&mut ParticipantLimits> {
        if !self.people.contains_key(&who) {
            self.make_room(now);
            if self.people.len() >= SHARD_PEOPLE {
                return None;
            }
        }
        let fresh = || ParticipantLimits {
            frames: TokenBucket::new(now),
            texts: Texts {
                since: now,
                count: 0,
            },
            reacted: None,
        };
        Some(self.people.entry(who).or_insert_with(fresh))
    }

    /// Forgets those of whom nothing has to be remembered, whenever there are twice as many as were
    /// left the last time.
    fn make_room(&mut self, now: Instant) {
        if self.people.len() >= self.swept_at.clamp(SWEPT_FROM, SHARD_PEOPLE) {
            self.people.retain(|_, spent| !spent.is_over(now));
            self.people.shrink_to(2 * self.people.len());
            self.swept_at = 2 * self.people.len();
        }
    }
}

impl ParticipantLimits {
    fn is_over(&self, now: Instant) -> bool {
        self.frames.left_at(now) >= FRAMES_AT_ONCE.into()
            && self.texts.left_at(now) == NEW_TEXTS_PER_MINUTE
            && self.may_react(now)
    }

    fn may_react(&self, now: Instant) -> bool {
        self.reacted
            .is_none_or(|last| now.duration_since(last) >= REACTION_PAUSE)
    }
}

impl Texts {
    fn take(&mut self, texts: usize, now: Instant) -> bool {
        let left = self.left_at(now);
        if left == NEW_TEXTS_PER_MINUTE {
            *self = Self {
                since: now,
                count: 0,
            };
        }
        let may = texts <= left as usize;
        self.count += if may { texts as u32 } else { 0 };
        may
    }

    fn left_at(&self, now: Instant) -> u32 {
        let over = now.duration_since(self.since) >= TEXTS_WINDOW;
        if over {
            NEW_TEXTS_PER_MINUTE
        } else {
            NEW_TEXTS_PER_MINUTE - self.count
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANNA: ParticipantId = ParticipantId(0xa);
    const BRAM: ParticipantId = ParticipantId(0xb);

    #[test]
    fn nobody_is_faster_than_the_bucket_fills() {
        let noon = Instant::now();
        let mut allowance = TokenBucket::new(noon);
        let mut taken = |after| {
            (0..1000)
                .take_while(|_| allowance.take(noon + Duration::from_secs(after)))
                .count()
        };
        assert_eq!(taken(0), FRAMES_AT_ONCE as usize);
        assert_eq!(taken(1), FRAMES_PER_SECOND as usize);
        assert_eq!(taken(3600), FRAMES_AT_ONCE as usize);
    }

    #[test]
    fn one_reaction_a_second_shows_of_each_phone() {
        let (rate_limits, noon) = (RateLimits::default(), Instant::now());
        let after = |millis| noon + Duration::from_millis(millis);
        for (who, millis, shows) in [
            (ANNA, 0, true),
            (ANNA, 400, false),
            (BRAM, 400, true),
            (ANNA, 1_000, true),
            (ANNA, 1_999, false),
        ] {
            let shown = rate_limits.take_reaction(who, after(millis));
            assert_eq!(shown, shows, "{who:?} after {millis} ms");
        }
    }

    #[test]
    fn each_has_an_allowance_of_their_own() {
        let (rate_limits, noon) = (RateLimits::default(), Instant::now());
        let taken = |who| {
            (0..1000)
                .take_while(|_| rate_limits.take(who, noon))
                .count()
        };
        assert_eq!(
            (taken(ANNA), taken(ANNA), taken(BRAM)),
            (FRAMES_AT_ONCE as usize, 0, FRAMES_AT_ONCE as usize)
        );
    }

    #[test]
    fn nobody_brings_more_new_texts_within_a_minute_than_they_may() {
        let (rate_limits, noon) = (RateLimits::default(), Instant::now());
        let taken = |who, texts, after| {
            (0..1000)
                .take_while(|_| {
                    rate_limits.take_texts(who, texts, noon + Duration::from_secs(after))
                })
                .count()
        };
        assert_eq!(
            (taken(ANNA, 10, 0), taken(ANNA, 1, 0), taken(ANNA, 1, 59)),
            (3, 0, 0)
        );
        assert_eq!(taken(ANNA, 0, 59), 1000, "what brings nothing new is none");
        assert_eq!(
            (taken(ANNA, 7, 60), taken(ANNA, 2, 60), taken(ANNA, 1, 61)),
            (4, 1, 0),
            "what is left is left"
        );
        assert_eq!(taken(BRAM, 31, 61), 0);
        assert_eq!(taken(BRAM, 30, 61), 1);
    }

    #[test]
    fn who_has_sent_nothing_for_a_while_is_forgotten_and_their_number_has_an_end() {
        let (rate_limits, noon) = (RateLimits::default(), Instant::now());
        let everybody = 0..ROOM_PARTICIPANTS as u128;
        assert!(
            everybody
                .clone()
                .all(|who| rate_limits.take(ParticipantId(who), noon))
        );
        assert_eq!(rate_limits.remembered(), ROOM_PARTICIPANTS);
        let more = ParticipantId(ROOM_PARTICIPANTS as u128);
        assert!(
            !rate_limits.take(more, noon),
            "as many as there can be are remembered already"
        );
        assert!(rate_limits.take(ANNA, noon), "and whoever is goes on");
        let later = noon + Duration::from_secs(FRAMES_RETRY_SECONDS);
        (0..SHARDS as u128)
            .for_each(|shard| assert!(rate_limits.take(ParticipantId(more.0 + shard), later)));
        assert_eq!(rate_limits.remembered(), SHARDS);
        assert!(rate_limits.take_texts(ANNA, 1, later));
        for who in 0..10_000 {
            rate_limits.take(ParticipantId(more.0 + who), later + Duration::from_secs(59));
        }
        assert!(
            !rate_limits.take_texts(ANNA, 30, later + Duration::from_secs(59)),
            "new texts are remembered for a minute"
        );
    }
}

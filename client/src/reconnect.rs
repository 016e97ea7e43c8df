//! How a page keeps in touch with its room: by a socket where one can be had, else by asking now
//! and then.
//!
//! Pure: it decides what to try next and when; `net` does it. It knows no frame and no page. Chance
//! comes in as an argument, so that a room full of phones does not come back all at once.

use shared::protocol::Closing;

use crate::backoff::Backoff;

/// A socket that lived shorter was cut by something on the way.
const SHORT_MS: f64 = 20_000.0;
/// Sockets in a row that failed, or were cut, before a page asks instead.
const SOCKETS_TRIED: u32 = 3;

/// How often a page tries and asks. All times are milliseconds.
#[derive(Debug)]
pub struct ReconnectTiming {
    /// Between two attempts.
    backoff: Backoff,
    /// A socket that has said nothing after so long is of no use.
    patience_ms: f64,
    /// Between two questions where no socket can be had.
    ask_ms: f64,
    /// After so many questions a socket is tried once more.
    asked_between_sockets: u32,
    /// Within so long all pages come back to a server that went away.
    going_away_ms: f64,
}

impl ReconnectTiming {
    /// A room has many phones, and what they show seldom changes.
    pub const PHONE: Self = Self {
        backoff: Backoff {
            first_ms: 500.0,
            longest_ms: 20_000.0,
        },
        patience_ms: 15_000.0,
        ask_ms: 3_000.0,
        asked_between_sockets: 20,
        going_away_ms: 4_000.0,
    };
    /// A host's page is looked at by a whole room.
    pub const HOST: Self = Self {
        backoff: Backoff {
            first_ms: 400.0,
            longest_ms: 8_000.0,
        },
        patience_ms: 6_000.0,
        ask_ms: 1_000.0,
        asked_between_sockets: 60,
        going_away_ms: 1_000.0,
    };
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NextAttempt {
    /// Open a socket after so many milliseconds.
    Open { after_ms: f64 },
    /// Ask after so many milliseconds.
    Poll { after_ms: f64 },
    /// Load the page again: the server speaks another protocol by now.
    Reload,
    /// Stay away.
    Stop(Closing),
}

/// How a page keeps in touch.
#[derive(Clone, Copy, Debug)]
pub struct ReconnectPolicy {
    pace: &'static ReconnectTiming,
    /// Attempts of any sort that failed in a row.
    failures: u32,
    /// Sockets in a row that failed or were cut.
    cut: u32,
    /// Questions since the last socket was tried.
    asked: u32,
    reloaded: bool,
}

impl ReconnectPolicy {
    /// A page that has just come.
    pub fn new(pace: &'static ReconnectTiming) -> Self {
        Self {
            pace,
            failures: 0,
            cut: 0,
            asked: 0,
            reloaded: false,
        }
    }

    /// How long a new socket may say nothing, in milliseconds.
    pub fn patience_ms(self) -> f64 {
        self.pace.patience_ms
    }

    /// The same, of a page that was loaded again already because of the protocol.
    pub fn reloaded(self) -> Self {
        Self {
            reloaded: true,
            ..self
        }
    }

    /// A socket said its first word.
    pub fn greeted(&mut self) {
        self.failures = 0;
    }

    /// Questions are answered while a socket says nothing: here sockets are of no use.
    pub fn wordless(&mut self) {
        self.cut = SOCKETS_TRIED;
        self.asked = 0;
        self.failures = 0;
    }

    /// A socket is gone. `random` is between 0 and 1.
    pub fn closed(&mut self, code: u16, lived_ms: f64, random: f64) -> NextAttempt {
        match Closing::of_code(code) {
            Some(
                why @ (Closing::NoRoom
                | Closing::NoRights
                | Closing::Removed
                | Closing::DoorClosed
                | Closing::Wait),
            ) => return NextAttempt::Stop(why),
            Some(Closing::Protocol) if !self.reloaded => return NextAttempt::Reload,
            Some(Closing::GoingAway) => {
                return NextAttempt::Open {
                    after_ms: 250.0 + self.pace.going_away_ms * random,
                };
            }
            _ => {}
        }
        self.cut = if lived_ms < SHORT_MS { self.cut + 1 } else { 0 };
        if self.asks() {
            self.asked = 0;
            return NextAttempt::Poll {
                after_ms: 500.0 * random,
            };
        }
        self.failures += 1;
        NextAttempt::Open {
            after_ms: self.pause(random),
        }
    }

    /// A question was answered, or could not be put.
    pub fn asked(&mut self, answered: bool, random: f64) -> NextAttempt {
        self.asked += 1;
        if !answered {
            self.failures += 1;
            return NextAttempt::Poll {
                after_ms: self.pause(random).max(self.pace.ask_ms),
            };
        }
        self.failures = 0;
        if self.asked >= self.pace.asked_between_sockets {
            self.asked = 0;
            return NextAttempt::Open { after_ms: 0.0 };
        }
        NextAttempt::Poll {
            after_ms: self.pace.ask_ms * (0.6 + 0.8 * random),
        }
    }

    /// Somebody looks at the page again, or the network is back: at once.
    pub fn woken(&mut self) -> NextAttempt {
        self.failures = 0;
        if self.asks() {
            NextAttempt::Poll { after_ms: 0.0 }
        } else {
            NextAttempt::Open { after_ms: 0.0 }
        }
    }

    /// Whether sockets have proved of no use here.
    pub fn asks(&self) -> bool {
        self.cut >= SOCKETS_TRIED
    }

    fn pause(&self, random: f64) -> f64 {
        self.pace
            .backoff
            .delay_ms(self.failures.saturating_sub(1), random)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CUT: u16 = 1006;
    const PACES: [&ReconnectTiming; 2] = [&ReconnectTiming::PHONE, &ReconnectTiming::HOST];

    fn phone() -> ReconnectPolicy {
        ReconnectPolicy::new(&ReconnectTiming::PHONE)
    }

    #[test]
    fn pauses_grow_and_end_somewhere() {
        let mut policy = phone();
        let pauses: Vec<NextAttempt> = (0..8).map(|_| policy.closed(CUT, 60_000.0, 1.0)).collect();
        let expected = [
            500.0, 1_000.0, 2_000.0, 4_000.0, 8_000.0, 16_000.0, 20_000.0, 20_000.0,
        ];
        assert_eq!(
            pauses,
            expected.map(|after_ms| NextAttempt::Open { after_ms })
        );
        assert_eq!(policy.woken(), NextAttempt::Open { after_ms: 0.0 });
        assert_eq!(
            policy.closed(CUT, 60_000.0, 0.0),
            NextAttempt::Open { after_ms: 250.0 }
        );
    }

    #[test]
    fn where_sockets_are_refused_or_cut_a_page_asks() {
        for (pace, lived_ms) in PACES
            .into_iter()
            .flat_map(|pace| [(pace, 0.0), (pace, 10_000.0)])
        {
            let mut policy = ReconnectPolicy::new(pace);
            for _ in 0..SOCKETS_TRIED - 1 {
                assert!(matches!(
                    policy.closed(CUT, lived_ms, 0.5),
                    NextAttempt::Open { .. }
                ));
                policy.greeted();
            }
            assert!(matches!(
                policy.closed(CUT, lived_ms, 0.5),
                NextAttempt::Poll { .. }
            ));
            assert!(matches!(policy.woken(), NextAttempt::Poll { .. }));
            let asks = (0..pace.asked_between_sockets)
                .position(|_| matches!(policy.asked(true, 0.5), NextAttempt::Open { .. }));
            assert_eq!(
                asks,
                Some(pace.asked_between_sockets as usize - 1),
                "a socket is tried once more"
            );
            assert!(
                matches!(policy.closed(CUT, lived_ms, 0.5), NextAttempt::Poll { .. }),
                "and given up at once"
            );
            assert!(
                matches!(policy.closed(CUT, 60_000.0, 0.5), NextAttempt::Open { .. }),
                "one that lives is kept"
            );
        }
    }

    #[test]
    fn who_has_a_wordless_socket_asks_at_once_and_tries_a_socket_again_later() {
        for pace in PACES {
            let mut policy = ReconnectPolicy::new(pace);
            policy.wordless();
            assert!(policy.asks());
            assert!(matches!(policy.asked(true, 0.5), NextAttempt::Poll { .. }));
            let asks = (1..pace.asked_between_sockets)
                .position(|_| matches!(policy.asked(true, 0.5), NextAttempt::Open { .. }));
            assert_eq!(
                asks,
                Some(pace.asked_between_sockets as usize - 2),
                "a socket is tried once more"
            );
            policy.wordless();
            assert!(
                matches!(policy.asked(true, 0.5), NextAttempt::Poll { .. }),
                "and given up at once"
            );
        }
    }

    #[test]
    fn questions_keep_a_distance() {
        for (pace, random) in PACES
            .into_iter()
            .flat_map(|pace| [(pace, 0.0), (pace, 1.0)])
        {
            let mut policy = ReconnectPolicy::new(pace);
            let NextAttempt::Poll { after_ms } = policy.asked(true, random) else {
                panic!("asks on")
            };
            assert!(
                (pace.ask_ms * 0.5..pace.ask_ms * 1.5).contains(&after_ms),
                "{after_ms}"
            );
            let NextAttempt::Poll { after_ms } = policy.asked(false, random) else {
                panic!("asks on")
            };
            assert!(after_ms >= pace.ask_ms);
        }
    }

    #[test]
    fn a_reason_to_stay_away_is_heeded() {
        let closed =
            |policy: &mut ReconnectPolicy, why: Closing| policy.closed(why.code(), 0.0, 0.5);
        let mut policy = phone();
        assert_eq!(
            closed(&mut policy, Closing::NoRoom),
            NextAttempt::Stop(Closing::NoRoom)
        );
        assert_eq!(
            closed(&mut policy, Closing::NoRights),
            NextAttempt::Stop(Closing::NoRights)
        );
        assert_eq!(
            closed(&mut policy, Closing::Removed),
            NextAttempt::Stop(Closing::Removed)
        );
        // Before the entrance the page itself says how it is, and comes back by itself.
        assert_eq!(
            closed(&mut policy, Closing::DoorClosed),
            NextAttempt::Stop(Closing::DoorClosed)
        );
        assert_eq!(
            closed(&mut policy, Closing::Wait),
            NextAttempt::Stop(Closing::Wait)
        );
        assert_eq!(
            closed(&mut policy, Closing::GoingAway),
            NextAttempt::Open { after_ms: 2_250.0 }
        );
        assert_eq!(closed(&mut policy, Closing::Protocol), NextAttempt::Reload);
        assert!(
            matches!(
                closed(&mut phone().reloaded(), Closing::Protocol),
                NextAttempt::Open { .. }
            ),
            "once, not for ever"
        );
    }
}

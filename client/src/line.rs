//! How a phone keeps in touch with its room: by a socket where one can be had, else by asking now and then.
//!
//! Pure: it decides what to try next and when; `net` does it. It knows no frame and no page. Chance comes in as an argument, so that
//! a room full of phones does not come back all at once.

use shared::protocol::Closing;

use crate::retry::Retry;

/// Between two attempts.
const RETRY: Retry = Retry { first_ms: 500.0, longest_ms: 20_000.0 };
/// Between two questions where no socket can be had.
const ASK_MS: f64 = 3_000.0;
/// A server that goes away has many phones to take back.
const GOING_AWAY_MS: f64 = 4_000.0;
/// A socket that lived shorter was cut by something on the way.
const SHORT_MS: f64 = 20_000.0;
/// Sockets in a row that failed, or were cut, before a phone asks instead.
const SOCKETS_TRIED: u32 = 3;
/// After so many questions a socket is tried once more.
const ASKED_BETWEEN_SOCKETS: u32 = 20;

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Next {
    /// Open a socket after so many milliseconds.
    Open { after_ms: f64 },
    /// Ask after so many milliseconds.
    Ask { after_ms: f64 },
    /// Load the page again: the server speaks another protocol by now.
    Reload,
    /// Stay away.
    Stop(Closing),
}

/// How a phone keeps in touch.
#[derive(Clone, Copy, Debug, Default)]
pub struct Line {
    /// Attempts of any sort that failed in a row.
    failures: u32,
    /// Sockets in a row that failed or were cut.
    cut: u32,
    /// Questions since the last socket was tried.
    asked: u32,
    reloaded: bool,
}

impl Line {
    /// `reloaded`: this page was loaded again already because of the protocol.
    pub fn new(reloaded: bool) -> Self {
        Self { reloaded, ..Self::default() }
    }

    /// A socket said its first word.
    pub fn greeted(&mut self) {
        self.failures = 0;
    }

    /// A socket is gone. `chance` is between 0 and 1.
    pub fn closed(&mut self, code: u16, lived_ms: f64, chance: f64) -> Next {
        match Closing::of_code(code) {
            Some(why @ (Closing::NoRoom | Closing::NoRights)) => return Next::Stop(why),
            Some(Closing::Protocol) if !self.reloaded => return Next::Reload,
            Some(Closing::GoingAway) => return Next::Open { after_ms: 250.0 + GOING_AWAY_MS * chance },
            _ => {}
        }
        self.cut = if lived_ms < SHORT_MS { self.cut + 1 } else { 0 };
        if self.asks() {
            self.asked = 0;
            return Next::Ask { after_ms: 500.0 * chance };
        }
        self.failures += 1;
        Next::Open { after_ms: self.pause(chance) }
    }

    /// A question was answered, or could not be put.
    pub fn asked(&mut self, answered: bool, chance: f64) -> Next {
        self.asked += 1;
        if !answered {
            self.failures += 1;
            return Next::Ask { after_ms: self.pause(chance).max(ASK_MS) };
        }
        self.failures = 0;
        if self.asked >= ASKED_BETWEEN_SOCKETS {
            self.asked = 0;
            return Next::Open { after_ms: 0.0 };
        }
        Next::Ask { after_ms: ASK_MS * (0.6 + 0.8 * chance) }
    }

    /// Somebody looks at the phone again, or the network is back: at once.
    pub fn woken(&mut self) -> Next {
        self.failures = 0;
        if self.asks() { Next::Ask { after_ms: 0.0 } } else { Next::Open { after_ms: 0.0 } }
    }

    /// Whether sockets have proved of no use here.
    fn asks(&self) -> bool {
        self.cut >= SOCKETS_TRIED
    }

    fn pause(&self, chance: f64) -> f64 {
        RETRY.delay_ms(self.failures.saturating_sub(1), chance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CUT: u16 = 1006;

    #[test]
    fn pauses_grow_and_end_somewhere() {
        let mut line = Line::default();
        let pauses: Vec<Next> = (0..8).map(|_| line.closed(CUT, 60_000.0, 1.0)).collect();
        let expected = [500.0, 1_000.0, 2_000.0, 4_000.0, 8_000.0, 16_000.0, 20_000.0, 20_000.0];
        assert_eq!(pauses, expected.map(|after_ms| Next::Open { after_ms }));
        assert_eq!(line.woken(), Next::Open { after_ms: 0.0 });
        assert_eq!(line.closed(CUT, 60_000.0, 0.0), Next::Open { after_ms: 250.0 });
    }

    #[test]
    fn where_sockets_are_refused_or_cut_a_phone_asks() {
        for lived_ms in [0.0, 10_000.0] {
            let mut line = Line::default();
            for _ in 0..SOCKETS_TRIED - 1 {
                assert!(matches!(line.closed(CUT, lived_ms, 0.5), Next::Open { .. }));
                line.greeted();
            }
            assert!(matches!(line.closed(CUT, lived_ms, 0.5), Next::Ask { .. }));
            assert!(matches!(line.woken(), Next::Ask { .. }));
            let tries_again = (0..ASKED_BETWEEN_SOCKETS).any(|_| matches!(line.asked(true, 0.5), Next::Open { .. }));
            assert!(tries_again, "a socket is tried once more");
            assert!(matches!(line.closed(CUT, lived_ms, 0.5), Next::Ask { .. }), "and given up at once");
            assert!(matches!(line.closed(CUT, 60_000.0, 0.5), Next::Open { .. }), "one that lives is kept");
        }
    }

    #[test]
    fn questions_keep_a_distance() {
        let mut line = Line::default();
        for chance in [0.0, 1.0] {
            let Next::Ask { after_ms } = line.asked(true, chance) else { panic!("asks on") };
            assert!((1_500.0..5_000.0).contains(&after_ms), "{after_ms}");
            let Next::Ask { after_ms } = line.asked(false, chance) else { panic!("asks on") };
            assert!(after_ms >= ASK_MS);
        }
    }

    #[test]
    fn a_reason_to_stay_away_is_heeded() {
        let closed = |line: &mut Line, why: Closing| line.closed(why.code(), 0.0, 0.5);
        let mut line = Line::default();
        assert_eq!(closed(&mut line, Closing::NoRoom), Next::Stop(Closing::NoRoom));
        assert_eq!(closed(&mut line, Closing::NoRights), Next::Stop(Closing::NoRights));
        assert_eq!(closed(&mut line, Closing::GoingAway), Next::Open { after_ms: 2_250.0 });
        assert_eq!(closed(&mut line, Closing::Protocol), Next::Reload);
        assert!(matches!(closed(&mut Line::new(true), Closing::Protocol), Next::Open { .. }), "once, not for ever");
    }
}

//! Somebody honest, while something is done to the server: votes again and again, and notes how
//! long each vote took.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::{Peil, Socket};

/// Between two votes: well below what one person may send.
const BETWEEN: Duration = Duration::from_millis(100);

/// A phone that votes all the time, on a choice. Every vote must be saved.
pub struct Steady {
    enough: Arc<AtomicBool>,
    voting: JoinHandle<Vec<Duration>>,
}

/// How long acknowledgements took.
#[derive(Clone, Debug)]
pub struct Delays(Vec<Duration>);

impl Steady {
    /// Opens the room on a new phone and votes on this question, until it is stopped.
    #[track_caller]
    pub fn votes(peil: &Peil, code: &str, question: &'static str) -> Self {
        let mut phone = peil.phone("somebody steady");
        phone.opens(code);
        let socket = phone.follows();
        let enough = Arc::new(AtomicBool::new(false));
        let stop = enough.clone();
        Self {
            enough,
            voting: thread::spawn(move || vote(socket, question, &stop)),
        }
    }

    /// It is enough: how long each vote took.
    #[track_caller]
    pub fn is_enough(self) -> Delays {
        self.enough.store(true, Ordering::SeqCst);
        Delays::of(
            self.voting
                .join()
                .expect("each vote of somebody honest is saved"),
        )
    }
}

fn vote(mut socket: Socket, question: &str, enough: &AtomicBool) -> Vec<Duration> {
    let mut delays = Vec::new();
    for turn in 1_u64.. {
        let begun = Instant::now();
        let fields = json!([["option", (1 + turn % 2).to_string()]]);
        socket.says(&json!({ "type": "answer", "question": question, "round": 1, "turn": turn, "fields": fields }));
        socket.hears_where("saved", |saved| saved["turn"] == turn);
        delays.push(begun.elapsed());
        if enough.load(Ordering::SeqCst) {
            break;
        }
        thread::sleep(BETWEEN);
    }
    delays
}

impl Delays {
    /// Of at least one.
    #[track_caller]
    pub fn of(mut delays: Vec<Duration>) -> Self {
        assert!(!delays.is_empty(), "nothing was measured");
        delays.sort_unstable();
        Self(delays)
    }

    /// That so many of a hundred did not exceed.
    pub fn percentile(&self, percent: usize) -> Duration {
        self.0[(self.0.len() * percent / 100).min(self.0.len() - 1)]
    }

    /// The longest.
    pub fn longest(&self) -> Duration {
        self.percentile(100)
    }

    /// How many there were.
    pub fn count(&self) -> usize {
        self.0.len()
    }
}

impl fmt::Display for Delays {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [half, most, longest] =
            [50, 99, 100].map(|percent| self.percentile(percent).as_secs_f64() * 1_000.0);
        write!(
            to,
            "{} votes: p50 {half:.0} ms, p99 {most:.0} ms, longest {longest:.0} ms",
            self.count()
        )
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Delays;

    #[test]
    fn percentiles_are_of_what_was_measured() {
        let delays = Delays::of((1..=200).rev().map(Duration::from_millis).collect());
        let ms = [50, 99, 100].map(|percent| delays.percentile(percent).as_millis());
        assert_eq!(ms, [101, 199, 200]);
        assert_eq!(delays.longest().as_millis(), 200);
    }
}

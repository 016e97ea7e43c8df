//! How far a bench is, for whoever waits for it.

use std::io::{IsTerminal, Write};
use std::time::Instant;

/// A bar on stderr: on a terminal one that moves, elsewhere a line for each step.
pub struct Bar {
    steps: usize,
    begun: usize,
    since: Instant,
}

impl Bar {
    /// Nothing was begun yet.
    pub fn new(steps: usize) -> Self {
        Self {
            steps,
            begun: 0,
            since: Instant::now(),
        }
    }

    /// The next step begins.
    pub fn step(&mut self, name: &str) {
        self.begun += 1;
        self.draws(self.begun - 1, name);
    }

    /// Everything is done.
    pub fn done(&self) {
        self.draws(self.steps, "done");
        if std::io::stderr().is_terminal() {
            eprintln!();
        }
    }

    fn draws(&self, done: usize, name: &str) {
        let mut err = std::io::stderr().lock();
        let full: String = (0..self.steps)
            .map(|step| if step < done { '█' } else { '░' })
            .collect();
        let seconds = self.since.elapsed().as_secs();
        let (begin, end) = if err.is_terminal() {
            ("\r\x1b[K", "")
        } else {
            ("", "\n")
        };
        // Without anybody to see it, it need not be drawn.
        let _ = write!(err, "{begin}{full} {seconds:>3} s  {name}{end}");
        let _ = err.flush();
    }
}

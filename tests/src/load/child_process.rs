//! A process of our own beside the measured one: it takes orders by lines, and answers by lines.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// A running program of ours. Dropped, it is killed.
pub struct ChildProcess {
    child: Child,
    orders: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl ChildProcess {
    /// Starts this very program with these words.
    #[track_caller]
    pub fn starts(words: &[String]) -> Self {
        let own = std::env::current_exe().expect("a running program has a path");
        Self::of(&own, words)
    }

    /// Starts that program with these words.
    #[track_caller]
    pub fn of(program: &Path, words: &[String]) -> Self {
        let mut command = Command::new(program);
        command
            .args(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut child = command
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let orders = child.stdin.take().expect("stdin was asked for");
        let answers = BufReader::new(child.stdout.take().expect("stdout was asked for"));
        Self {
            child,
            orders,
            answers,
        }
    }

    /// Tells it to do something.
    #[track_caller]
    pub fn does(&mut self, order: &str) {
        writeln!(self.orders, "{order}").expect("it listens");
    }

    /// The next line that it says.
    #[track_caller]
    pub fn says(&mut self) -> String {
        let mut line = String::new();
        self.answers.read_line(&mut line).expect("it speaks");
        assert!(
            line.ends_with('\n'),
            "a process beside ours ended before it was done"
        );
        line.trim().to_owned()
    }

    /// The id of its process.
    pub fn process_id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for ChildProcess {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

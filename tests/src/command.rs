//! The other commands of the binary, run to their end as a script runs them.

use std::ffi::OsStr;
use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::peil::{binary, without_settings};
use crate::{Folder, Peil};

const PATIENCE: Duration = Duration::from_secs(30);

/// Somebody at a terminal, beside a running server or without one.
pub struct Terminal;

/// How a command ended.
#[derive(Debug)]
pub struct CommandOutput {
    /// The exit code; nothing if a signal ended it.
    pub code: Option<i32>,
    /// What it printed for programs.
    pub stdout: Vec<u8>,
    /// What it said to people.
    pub stderr: String,
}

impl Terminal {
    /// Runs the binary with these arguments, in an empty folder.
    #[track_caller]
    pub fn runs<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> CommandOutput {
        run(without_settings(binary()).args(arguments))
    }

    /// As [`Terminal::runs`], with one variable in the environment.
    #[track_caller]
    pub fn runs_with(name: &str, value: &str, arguments: &[&str]) -> CommandOutput {
        run(without_settings(binary()).args(arguments).env(name, value))
    }

    /// As [`Terminal::runs`], with `--data` of a peil at the end.
    #[track_caller]
    pub fn runs_on(peil: &Peil, arguments: &[&str]) -> CommandOutput {
        let data = peil.data();
        let data = data.to_str().expect("test folders have plain names");
        Self::runs(arguments.iter().copied().chain(["--data", data]))
    }
}

#[track_caller]
fn run(command: &mut Command) -> CommandOutput {
    let empty = Folder::new();
    let mut child = command
        .current_dir(empty.path())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let stdout = reads_all(child.stdout.take().expect("stdout was asked for"));
    let stderr = reads_all(child.stderr.take().expect("stderr was asked for"));
    let code = ends(&mut child, command);
    let all = |bytes: JoinHandle<Vec<u8>>| bytes.join().expect("reading does not panic");
    let (stdout, stderr) = (
        all(stdout),
        String::from_utf8_lossy(&all(stderr)).into_owned(),
    );
    CommandOutput {
        code,
        stdout,
        stderr,
    }
}

fn reads_all(mut pipe: impl Read + Send + 'static) -> JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        pipe.read_to_end(&mut bytes).expect("a pipe can be read");
        bytes
    })
}

/// Waits for the end. A command that goes on (a server that should have refused to start) is
/// killed, and the story fails.
#[track_caller]
fn ends(child: &mut Child, command: &Command) -> Option<i32> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(status) = child.try_wait().expect("a child can be waited for") {
            return status.code();
        }
        if Instant::now() > deadline {
            child.kill().expect("our own child takes a signal");
            panic!("{command:?} does not end by itself");
        }
        thread::sleep(Duration::from_millis(5));
    }
}

impl CommandOutput {
    /// Fails unless the command ended with this code.
    #[track_caller]
    pub fn ends_with(&self, code: i32) -> &Self {
        assert_eq!(
            self.code,
            Some(code),
            "stdout: {}\nstderr: {}",
            self.text(),
            self.stderr
        );
        self
    }

    /// Standard output as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.stdout).into_owned()
    }

    /// Everything it said.
    pub fn said(&self) -> String {
        format!("{}{}", self.text(), self.stderr)
    }
}

//! The process beneath a peil: spawned with a clean environment, its stdout read line by line, its
//! stderr kept in a file.

use std::env;
use std::fs::{self, File, OpenOptions};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::binary::binary;
use crate::{Setup, until_within};

const START: Duration = Duration::from_secs(60);
const STOP: Duration = Duration::from_secs(30);
/// Enough of every written buffer to find an answer in a page of the database.
const TRACED_BYTES: &str = "70000";
/// What gives bytes away, takes them in, or asks the disk to keep them.
const TRACED: &str = "trace=read,readv,recvfrom,recvmsg,write,writev,pwrite64,pwritev,sendto,sendmsg,fsync,fdatasync,ftruncate";

/// The command with nothing of this environment that would set peil up otherwise.
pub(crate) fn without_settings(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    for (name, _) in env::vars_os() {
        if name.to_string_lossy().starts_with("PEIL_") {
            command.env_remove(name);
        }
    }
    command
}

/// Where stderr goes.
pub(super) fn log_file(folder: &Path) -> PathBuf {
    folder.join("stderr.log")
}

pub(super) struct Ready {
    pub address: String,
    pub sign_in: Option<String>,
}

pub(super) struct Process {
    child: Child,
    lines: Receiver<String>,
    log: PathBuf,
}

impl Process {
    #[track_caller]
    pub fn spawn(setup: &Setup, data: &Path, folder: &Path) -> Self {
        let log = log_file(folder);
        let mut command = command(setup);
        command
            .args(["serve", "--listen", &setup.listen, "--data"])
            .arg(data);
        if let Some(url) = &setup.public_url {
            command.args(["--public-url", url]);
        }
        command.args(&setup.options);
        for (name, value) in &setup.variables {
            command.env(name, value);
        }
        command
            .env("PEIL_TOKEN", super::TOKEN)
            .env("PEIL_METRICS_TOKEN", super::METRICS_TOKEN)
            .current_dir(folder);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(appending_to(&log));
        let mut child = command
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let stdout = child.stdout.take().expect("stdout was asked for");
        let (send, lines) = channel();
        thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                // Once nobody waits for a line any more, the rest is still read, so that peil never
                // blocks on a full pipe.
                let _ = send.send(line);
            }
        });
        Self { child, lines, log }
    }

    #[track_caller]
    pub fn waits_until_ready(&mut self) -> Ready {
        let deadline = Instant::now() + START;
        let mut sign_in = None;
        loop {
            match self
                .lines
                .recv_timeout(deadline.saturating_duration_since(Instant::now()))
            {
                Ok(line) => {
                    if let Some(link) = line.strip_prefix("sign in ") {
                        sign_in = Some(link.trim().to_owned());
                    } else if let Some(address) = line.strip_prefix("peil ready ") {
                        let address = address.trim().trim_end_matches('/').to_owned();
                        return Ready { address, sign_in };
                    }
                }
                Err(RecvTimeoutError::Disconnected) => {
                    let status = self.waits_until_it_ends();
                    panic!(
                        "peil ended before it was ready, in {status}:\n{}",
                        self.logs()
                    );
                }
                Err(RecvTimeoutError::Timeout) => {
                    panic!("peil is not ready after {START:?}:\n{}", self.logs())
                }
            }
        }
    }

    #[track_caller]
    pub fn waits_until_it_ends(&mut self) -> ExitStatus {
        until_within(STOP, "peil ends", || {
            self.child.try_wait().expect("a child can be waited for")
        })
    }

    #[track_caller]
    pub fn asks_to_stop(&self) {
        let id = i32::try_from(self.child.id()).expect("process ids are small");
        let process = Pid::from_raw(id).expect("process ids are not 0");
        kill_process(process, Signal::TERM).expect("our own child takes a signal");
    }

    #[track_caller]
    pub fn kill(&mut self) {
        self.child.kill().expect("our own child takes a signal");
        self.child.wait().expect("a child can be waited for");
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    pub fn runs(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    pub fn logs(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself; that is what was wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `peil`, a shell that allows it few files, the clock of `faketime`, or `strace` around it: with
/// `-D` peil stays the direct child, so that signals reach it.
fn command(setup: &Setup) -> Command {
    if let Some(files) = setup.open_files {
        // With `exec` peil is the direct child, so that signals reach it.
        let mut command = without_settings("sh");
        command
            .args(["-c", "ulimit -n \"$0\" && exec \"$@\"", &files.to_string()])
            .arg(binary());
        return command;
    }
    if let Some(clock) = &setup.clock {
        // Not by the command `faketime`, which would stand between peil and its signals.
        let mut command = without_settings(binary());
        command
            .env("LD_PRELOAD", "/usr/$LIB/faketime/libfaketime.so.1")
            .env("FAKETIME", format!("@{clock}"));
        command.env("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        return command;
    }
    if setup.trace.is_none() && setup.fsyncs_fail_from.is_none() {
        return without_settings(binary());
    }
    let mut command = without_settings("strace");
    command.args([
        "-D",
        "-f",
        "-y",
        "-s",
        TRACED_BYTES,
        "-e",
        "signal=none",
        "-e",
    ]);
    match &setup.trace {
        Some(_) => command.arg(TRACED),
        None => command.arg("trace=fsync,fdatasync"),
    };
    if let Some(number) = setup.fsyncs_fail_from {
        command
            .arg("-e")
            .arg(format!("inject=fsync,fdatasync:error=EIO:when={number}+"));
    }
    command
        .arg("-o")
        .arg(setup.trace.as_deref().unwrap_or(Path::new("/dev/null")))
        .arg(binary());
    command
}

fn appending_to(log: &Path) -> File {
    let file = OpenOptions::new().create(true).append(true).open(log);
    file.unwrap_or_else(|error| panic!("{}: {error}", log.display()))
}

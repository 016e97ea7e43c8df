//! Work that is done in a process of its own: what reads what people gave in formats that are easy
//! to get wrong, and what takes much memory. The child is this same program, started as `peil
//! render`, which gives up first whatever it does not need ([`confine`]): so what goes wrong there
//! ends a child, and costs one request.
//!
//! One job goes in at its standard input, as JSON behind its length, and the bytes that it comes to
//! come out; nothing else passes between the two. This knows no room and no question.

use std::path::PathBuf;
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use shared::report::Report;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, Command};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use attempt::Attempt;
use xlsx::TableBook;

pub mod attempt;
mod complaint;
pub mod confine;
pub mod job;

/// What this program is called with to be a child. It is no command for people.
pub const COMMAND: &str = "render";

/// Children at once.
const AT_ONCE: usize = 2;
/// How long a job waits for others before it is given up.
const WAIT: Duration = Duration::from_secs(20);
/// How long a child may take.
pub const TIME_LIMIT: Duration = Duration::from_secs(20);
/// How much a child may hand out, in bytes.
const ANSWER_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// What a child is asked for.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChildJob {
    /// What the kernel did not let it give up, as JSON.
    Confinement,
    /// Draws a picture as a PNG.
    Png { svg: String },
    /// Writes tables as a spreadsheet.
    Xlsx(TableBook),
    /// Writes a report for Word, with its pictures; `page_of` is what stands below each page.
    Docx {
        report: Box<Report>,
        page_of: String,
    },
    /// Writes a report as a PDF.
    Pdf {
        report: Box<Report>,
        page_of: String,
    },
    /// Does what it may not, to see that it can't.
    Attempt(Attempt),
}

/// Why a child did not hand out what was asked for.
#[derive(Debug, thiserror::Error)]
pub enum ChildError {
    #[error("two files are being made already, and others wait for it")]
    Busy,
    #[error("making it took longer than {} seconds", .0.as_secs())]
    TookTooLong(Duration),
    #[error("making it took more memory than it may")]
    OutOfMemory,
    #[error("its maker did what it may not do, and was refused")]
    Forbidden,
    #[error("it comes to more than {} MB", ANSWER_BYTES_MAX / 1_000_000)]
    TooLarge,
    #[error("its maker stopped: {0}")]
    Stopped(ExitStatus),
    #[error("its maker can't be started or spoken to: {0}")]
    Io(#[from] std::io::Error),
}

/// The children of one server.
pub struct ChildPool {
    program: PathBuf,
    time_limit: Duration,
    places: Semaphore,
}

impl Default for ChildPool {
    /// Children of the program that runs, also where its file has been replaced meanwhile.
    fn default() -> Self {
        Self::of("/proc/self/exe", TIME_LIMIT)
    }
}

impl ChildPool {
    /// Children of that program, each with so much time.
    pub fn of(program: impl Into<PathBuf>, time_limit: Duration) -> Self {
        Self {
            program: program.into(),
            time_limit,
            places: Semaphore::new(AT_ONCE),
        }
    }

    /// Has a child do that.
    ///
    /// # Errors
    /// Why there is nothing. It is logged here, without a word of what the job was about.
    pub async fn run(&self, job: &ChildJob) -> Result<Vec<u8>, ChildError> {
        let place = timeout(WAIT, self.places.acquire()).await;
        let _place = place
            .map_err(|_| ChildError::Busy)?
            .expect("the places are never closed");
        let done = self.in_child(job).await;
        if let Err(error) = &done {
            tracing::warn!(%error, "a file was not made");
        }
        done
    }

    async fn in_child(&self, job: &ChildJob) -> Result<Vec<u8>, ChildError> {
        let mut child = self.start()?;
        let spoken = timeout(self.time_limit, speak(&mut child, job)).await;
        let Ok(spoken) = spoken else {
            child.kill().await?;
            return Err(ChildError::TookTooLong(self.time_limit));
        };
        if spoken.is_err() {
            child.kill().await?;
        }
        spoken
    }

    fn start(&self) -> Result<Child, ChildError> {
        let mut command = Command::new(&self.program);
        command
            .arg(COMMAND)
            .env_clear()
            // The allocator would set a whole gigabyte aside, which is all that a child may have.
            .env("MIMALLOC_ARENA_RESERVE", "64MiB")
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            // A request that is given up takes its child along.
            .kill_on_drop(true);
        Ok(command.spawn()?)
    }
}

/// Hands the job in, and takes out what comes of it.
async fn speak(child: &mut Child, job: &ChildJob) -> Result<Vec<u8>, ChildError> {
    let (mut stdin, stdout, stderr) =
        (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let job = job::written(job)?;
    // A child that stops early closes its end: why it did says more than that it did.
    let give = async {
        if let Some(stdin) = &mut stdin {
            stdin.write_all(&job).await.ok();
        }
        drop(stdin.take());
    };
    let ((), answer, complaint) = tokio::join!(
        give,
        taken(stdout, ANSWER_BYTES_MAX + 1),
        begun(stderr, complaint::BYTES_MAX)
    );
    let answer = answer?;
    if answer.len() as u64 > ANSWER_BYTES_MAX {
        return Err(ChildError::TooLarge);
    }
    let status = child.wait().await?;
    complaint::of(status, &complaint?, answer)
}

/// The first so many bytes of what comes out there. It is taken to its end: a child whose words
/// nobody takes would stop at them.
async fn begun(from: Option<impl AsyncRead + Unpin>, bytes_max: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if let Some(mut from) = from {
        (&mut from).take(bytes_max).read_to_end(&mut bytes).await?;
        tokio::io::copy(&mut from, &mut tokio::io::sink()).await?;
    }
    Ok(bytes)
}

/// What comes out there, up to so many bytes.
async fn taken(from: Option<impl AsyncRead + Unpin>, bytes_max: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if let Some(from) = from {
        from.take(bytes_max).read_to_end(&mut bytes).await?;
    }
    Ok(bytes)
}

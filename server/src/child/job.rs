//! The child's own side: it limits itself, reads one job, does it, writes what it came to, ends.

use std::io::{Read, Write};
use std::process::ExitCode;

use docx::FigurePicture;
use shared::report::ReportFigure;

use super::attempt::{self, Attempted};
use super::complaint::{FELL_OVER, FORBIDDEN};
use super::confine::{self, Withheld};
use super::{ChildError, ChildJob};

/// How much one job may be, in bytes.
const JOB_BYTES_MAX: usize = 64 * 1024 * 1024;

/// What a job did not come to.
enum JobError {
    Unreadable,
    Forbidden,
}

/// A job as it goes in.
pub(super) fn written(job: &ChildJob) -> Result<Vec<u8>, ChildError> {
    let json = serde_json::to_vec(job).map_err(std::io::Error::from)?;
    if json.len() > JOB_BYTES_MAX {
        return Err(ChildError::TooLarge);
    }
    let length = u32::try_from(json.len()).unwrap_or(u32::MAX);
    Ok([&length.to_be_bytes(), json.as_slice()].concat())
}

/// Does one job. What is said where something fails holds nothing of what the job is about.
pub fn main() -> ExitCode {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        eprintln!("{FELL_OVER}{}", place.unwrap_or_default());
    }));
    let withheld = confine::confine();
    match read().and_then(|job| done(&job, &withheld)) {
        Ok(answer) => match std::io::stdout().write_all(&answer) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(JobError::Forbidden) => FORBIDDEN.into(),
        Err(JobError::Unreadable) => ExitCode::FAILURE,
    }
}

fn read() -> Result<ChildJob, JobError> {
    let mut stdin = std::io::stdin().lock();
    let mut length = [0; 4];
    let unreadable = |_| JobError::Unreadable;
    stdin.read_exact(&mut length).map_err(unreadable)?;
    let length = u32::from_be_bytes(length) as usize;
    if length > JOB_BYTES_MAX {
        return Err(JobError::Unreadable);
    }
    let mut json = vec![0; length];
    stdin.read_exact(&mut json).map_err(unreadable)?;
    serde_json::from_slice(&json).map_err(|_| JobError::Unreadable)
}

/// Which sentence of a writer it was holds nothing of the job.
fn failed(error: impl std::fmt::Display) -> JobError {
    eprintln!("{FELL_OVER}{error}");
    JobError::Unreadable
}

/// The picture of a report's figure; none of what can't be drawn, which has its description.
fn picture(figure: &ReportFigure) -> Option<FigurePicture> {
    let (width, height) = raster::size(&figure.svg)?;
    let png = raster::png(&figure.svg).ok()?;
    Some(FigurePicture { png, width, height })
}

fn done(job: &ChildJob, withheld: &[Withheld]) -> Result<Vec<u8>, JobError> {
    match job {
        ChildJob::Confinement => serde_json::to_vec(withheld).map_err(|_| JobError::Unreadable),
        ChildJob::Png { svg } => raster::png(svg).map_err(failed),
        ChildJob::Xlsx(book) => book.bytes().map_err(failed),
        ChildJob::Docx { report, page_of } => docx::docx(report, page_of, picture).map_err(failed),
        ChildJob::Pdf { report, page_of } => pdf::pdf(report, page_of).map_err(failed),
        ChildJob::Attempt(wanted) => match attempt::attempt(wanted) {
            Attempted::Done => Ok(Vec::new()),
            Attempted::Refused => Err(JobError::Forbidden),
        },
    }
}

//! What a child's end says. Of what it wrote to its standard error only those lines count that hold
//! nothing of the job: where it fell over, and how much memory it was not given.

use std::os::unix::process::ExitStatusExt;
use std::process::ExitStatus;

use super::ChildError;

/// How much of it is read, in bytes.
pub const BYTES_MAX: u64 = 4096;
/// How a child ends that was refused what it may not do.
pub const FORBIDDEN: u8 = 3;
/// How a child begins the line that says where it fell over.
pub const FELL_OVER: &str = "fell over at ";
/// What Rust writes where an allocation fails, before it gives up.
const NO_MEMORY: &str = "memory allocation of ";
/// Signals of signal(7): of who uses more processor than it may, and of who is killed.
const SIGXCPU: i32 = 24;

/// What came of it.
pub fn of(status: ExitStatus, complaint: &[u8], answer: Vec<u8>) -> Result<Vec<u8>, ChildError> {
    if status.success() {
        return Ok(answer);
    }
    let complaint = String::from_utf8_lossy(complaint);
    let mut lines = complaint.lines();
    if let Some(place) = lines.clone().find(|line| line.starts_with(FELL_OVER)) {
        tracing::error!(place, "a child fell over");
    }
    Err(if lines.any(|line| line.starts_with(NO_MEMORY)) {
        ChildError::OutOfMemory
    } else if status.code() == Some(FORBIDDEN.into()) {
        ChildError::Forbidden
    } else if status.signal() == Some(SIGXCPU) {
        ChildError::TookTooLong(super::TIME_LIMIT)
    } else {
        ChildError::Stopped(status)
    })
}

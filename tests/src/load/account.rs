//! What a process has used, as the kernel counts it.

use std::fs;
use std::path::Path;

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// What a process has used until now.
#[derive(Clone, Copy, Debug)]
pub struct Account {
    /// Time on a processor, in microseconds: its own and the kernel's on its behalf.
    pub cpu_us: f64,
    /// Memory that is resident, in bytes.
    pub resident: u64,
}

impl Account {
    /// Of another process that waits for something just now: the kernel counts a thread's time when it stops running. Time counts
    /// for threads that still live.
    #[track_caller]
    pub fn of(process: u32) -> Self {
        let folder = format!("/proc/{process}");
        let threads = fs::read_dir(format!("{folder}/task")).unwrap_or_else(|error| panic!("{folder}: {error}"));
        let nanoseconds: u64 = threads.flatten().filter_map(|thread| on_cpu(&thread.path())).sum();
        let status = fs::read_to_string(format!("{folder}/status")).unwrap_or_default();
        let kib: Option<u64> =
            status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB")?.parse().ok());
        let resident = 1024 * kib.unwrap_or_else(|| panic!("a running process is resident: {status}"));
        Self { cpu_us: nanoseconds as f64 / 1_000.0, resident }
    }
}

/// Nanoseconds of one thread; none where it has just ended.
fn on_cpu(thread: &Path) -> Option<u64> {
    let account = fs::read_to_string(thread.join("schedstat")).ok()?;
    account.split_whitespace().next()?.parse().ok()
}

/// Lets this process have as many open files as the machine allows; how many.
pub fn raise_descriptors() -> u64 {
    let limit = getrlimit(Resource::Nofile);
    // Where that is not allowed, what follows says what does not fit.
    let _ = setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, maximum: limit.maximum });
    getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX)
}

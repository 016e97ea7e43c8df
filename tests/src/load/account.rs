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
    /// Of a running process. Time counts for threads that still live.
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

    /// Of this process.
    pub fn own() -> Self {
        Self::of(std::process::id())
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

/// How often, since the machine was started, a connection was turned away because too many waited at some server's door.
pub fn listen_overflows() -> u64 {
    let counts = fs::read_to_string("/proc/net/netstat").expect("the kernel counts");
    let mut lines = counts.lines().filter_map(|line| line.strip_prefix("TcpExt:"));
    let (names, values) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    let mut counts = names.split_whitespace().zip(values.split_whitespace());
    let overflows = counts.find_map(|(name, value)| (name == "ListenOverflows").then(|| value.parse().ok())?);
    overflows.expect("the kernel counts connections that were turned away")
}

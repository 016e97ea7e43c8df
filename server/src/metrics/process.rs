//! What the kernel knows of this process: its memory and its open files.

use std::fs;

/// What is kept free of connections: for the database, logs and listening.
pub const RESERVED_DESCRIPTORS: u64 = 256;
/// What one person with an open page costs this process, in bytes, with everything that a room
/// keeps of them: 5.9 KiB of resident memory for each of 5,000 phones, by the load program
/// (`tests/src/bin/load.rs`) and an unoptimised server, which takes rather more.
pub const PARTICIPANT_BYTES: u64 = 6 * 1024;

/// Resident memory in bytes; none where the kernel does not say.
pub fn resident_bytes() -> Option<u64> {
    kib_of("/proc/self/status", "VmRSS:")
}

/// What programs may still take of this machine's memory, in bytes; none where the kernel does not
/// say.
pub fn available_bytes() -> Option<u64> {
    kib_of("/proc/meminfo", "MemAvailable:")
}

/// Files that this process may still open. It looks at every open one, so it takes some
/// milliseconds in a full hall.
pub fn descriptors_left() -> Option<u64> {
    use rustix::process::{Resource, getrlimit};
    let limit = getrlimit(Resource::Nofile).current?;
    let open = fs::read_dir("/proc/self/fd").ok()?.count() as u64;
    Some(limit.saturating_sub(open))
}

fn kib_of(file: &str, name: &str) -> Option<u64> {
    let text = fs::read_to_string(file).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace()
        .next()?
        .parse::<u64>()
        .ok()
        .map(|kib| kib * 1024)
}

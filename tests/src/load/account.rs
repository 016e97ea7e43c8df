//! What a process has used, as the kernel counts it.

use std::fs;

use rustix::param::clock_ticks_per_second;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// What a process has used until now.
#[derive(Clone, Copy, Debug)]
pub struct Account {
    /// Time on a processor, in microseconds: its own and the kernel's on its behalf.
    pub cpu_us: f64,
    /// Memory that is resident, in bytes.
    pub resident: u64,
    /// The most that ever was, in bytes.
    pub resident_peak: u64,
}

impl Account {
    /// Of a running process. Its time is the kernel's for the whole process, in steps of a
    /// hundredth of a second: that of threads which have ended is in it. A sum over threads would
    /// shrink whenever one ends, and a server's pool ends many soon after a storm.
    #[track_caller]
    pub fn of(process: u32) -> Self {
        let read = |file: &str| {
            let path = format!("/proc/{process}/{file}");
            fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
        };
        let (stat, status) = (read("stat"), read("status"));
        let ticks =
            ticks(&stat).unwrap_or_else(|| panic!("a running process has used time: {stat}"));
        let cpu_us = ticks as f64 * 1_000_000.0 / clock_ticks_per_second() as f64;
        Self {
            cpu_us,
            resident: bytes(&status, "VmRSS:"),
            resident_peak: bytes(&status, "VmHWM:"),
        }
    }
}

/// A line of a process's status that is an amount of memory.
#[track_caller]
fn bytes(status: &str, name: &str) -> u64 {
    let kib = status.lines().find_map(|line| {
        line.strip_prefix(name)?
            .trim()
            .strip_suffix(" kB")?
            .parse::<u64>()
            .ok()
    });
    1024 * kib.unwrap_or_else(|| panic!("a running process has {name} {status}"))
}

/// Time in user mode and in the kernel: fields 14 and 15, counted after the name, which may hold
/// anything.
fn ticks(stat: &str) -> Option<u64> {
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(11);
    Some(fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?)
}

/// Lets this process have as many open files as the machine allows; how many.
pub fn raise_descriptors() -> u64 {
    let limit = getrlimit(Resource::Nofile);
    // Where that is not allowed, what follows says what does not fit.
    let _ = setrlimit(
        Resource::Nofile,
        Rlimit {
            current: limit.maximum,
            maximum: limit.maximum,
        },
    );
    getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX)
}

/// How often, since the machine was started, a connection was turned away because too many waited
/// at some server's door.
pub fn listen_overflows() -> u64 {
    let counts = fs::read_to_string("/proc/net/netstat").expect("the kernel counts");
    let mut lines = counts
        .lines()
        .filter_map(|line| line.strip_prefix("TcpExt:"));
    let (names, values) = (
        lines.next().unwrap_or_default(),
        lines.next().unwrap_or_default(),
    );
    let mut counts = names.split_whitespace().zip(values.split_whitespace());
    let overflows =
        counts.find_map(|(name, value)| (name == "ListenOverflows").then(|| value.parse().ok())?);
    overflows.expect("the kernel counts connections that were turned away")
}

#[cfg(test)]
mod tests {
    use std::thread;
    use std::time::Instant;

    use super::{Account, ticks};

    #[test]
    fn a_name_with_brackets_and_spaces_hides_no_time() {
        assert_eq!(
            ticks("7 (a ) b) S 1 7 7 0 -1 4194304 100 0 0 0 31 11 0 0 20"),
            Some(42)
        );
    }

    #[test]
    fn the_time_of_a_thread_that_has_ended_is_still_there() {
        let before = Account::of(std::process::id()).cpu_us;
        let works = move || {
            let begun = Instant::now();
            while Account::of(std::process::id()).cpu_us < before + 50_000.0 {
                assert!(
                    begun.elapsed().as_secs() < 20,
                    "a thread that works uses time"
                );
            }
        };
        thread::spawn(works).join().expect("it only works");
        assert!(Account::of(std::process::id()).cpu_us >= before + 50_000.0);
    }
}

//! What a child gives up before it reads its job: memory and time without an end, files, sockets,
//! other programs. What the kernel does not take from it is reported, and stops nobody.

use serde::{Deserialize, Serialize};

/// What a child may have of memory, in bytes: the largest picture there is takes a tenth.
pub const MEMORY_BYTES: u64 = 1024 * 1024 * 1024;

/// Something that the kernel did not take from a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Withheld {
    /// To be the first that goes where memory runs out.
    FirstToGo,
    /// A bound of memory, processor time, open files or files' size.
    Limits,
    /// Files, by Landlock.
    Files,
    /// All that it has no use for, by seccomp: sockets, other programs, files once more.
    SystemCalls,
}

impl Withheld {
    /// What that means, for `peil doctor`.
    pub fn text(self) -> &'static str {
        match self {
            Self::FirstToGo => {
                "can't be made the first to go where memory runs out (oom_score_adj)"
            }
            Self::Limits => "can't be bound in memory and time (setrlimit)",
            Self::Files => "keeps its access to files: this kernel has no Landlock, or has it off",
            Self::SystemCalls => "keeps sockets and other programs: no seccomp filter can be set",
        }
    }
}

/// Gives up what there is to give up, in this order: each step needs what the next takes.
#[cfg(target_os = "linux")]
pub fn confine() -> Vec<Withheld> {
    linux::last_to_run();
    let steps = [
        (linux::first_to_go(), Withheld::FirstToGo),
        (linux::without_files(), Withheld::Files),
        (linux::within_limits(), Withheld::Limits),
        (linux::with_few_system_calls(), Withheld::SystemCalls),
    ];
    let missed = steps.into_iter().filter(|(given, _)| !given);
    missed.map(|(_, withheld)| withheld).collect()
}

/// Elsewhere than on Linux a child is a process of its own, and no more than that.
#[cfg(not(target_os = "linux"))]
pub fn confine() -> Vec<Withheld> {
    vec![
        Withheld::FirstToGo,
        Withheld::Files,
        Withheld::Limits,
        Withheld::SystemCalls,
    ]
}

#[cfg(target_os = "linux")]
mod linux;

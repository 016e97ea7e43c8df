//! How Linux takes it.

use std::collections::BTreeMap;

use landlock::{ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, RulesetStatus, Scope};
use rustix::process::{Resource, Rlimit, setpriority_process, setrlimit};
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule, TargetArch, apply_filter,
};

use super::MEMORY_BYTES;

/// The lowest priority that a process can have.
const LAST: i32 = 19;
/// Seconds of processor time, on all threads together.
const CPU_SECONDS: u64 = 30;
/// Standard input, output and error, and not one more.
const OPEN_FILES: u64 = 3;

/// What computing takes: memory, threads, time, and what it was given to read and write.
const SYSTEM_CALLS: [i64; 36] = [
    libc::SYS_brk,
    libc::SYS_clock_getres,
    libc::SYS_clock_gettime,
    libc::SYS_clock_nanosleep,
    libc::SYS_close,
    libc::SYS_exit,
    libc::SYS_exit_group,
    libc::SYS_fstat,
    libc::SYS_futex,
    libc::SYS_getcpu,
    libc::SYS_getpid,
    libc::SYS_getrandom,
    libc::SYS_gettid,
    libc::SYS_gettimeofday,
    libc::SYS_lseek,
    libc::SYS_madvise,
    libc::SYS_mprotect,
    libc::SYS_mremap,
    libc::SYS_munmap,
    libc::SYS_nanosleep,
    libc::SYS_prctl,
    libc::SYS_read,
    libc::SYS_readv,
    libc::SYS_restart_syscall,
    libc::SYS_rseq,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sched_getaffinity,
    libc::SYS_sched_yield,
    libc::SYS_set_robust_list,
    libc::SYS_sigaltstack,
    libc::SYS_tgkill,
    libc::SYS_uname,
    libc::SYS_write,
    libc::SYS_writev,
];

/// Whoever waits for a vote to be saved goes first: a child takes the time that nobody needs.
pub fn last_to_run() {
    // Lower than it was is what any process may be; one that runs as before harms nobody.
    let _as_before = setpriority_process(None, LAST);
}

/// Where memory runs out, a child goes before anything else.
pub fn first_to_go() -> bool {
    std::fs::write("/proc/self/oom_score_adj", "1000").is_ok()
}

/// Every right that this kernel's Landlock knows, with no rule that gives any of it back.
pub fn without_files() -> bool {
    let abi = ABI::V6;
    let restricted = Ruleset::default()
        .handle_access(AccessFs::from_all(abi))
        .and_then(|rules| rules.handle_access(AccessNet::from_all(abi)))
        .and_then(|rules| rules.scope(Scope::from_all(abi)))
        .and_then(Ruleset::create)
        .and_then(|rules| rules.restrict_self());
    restricted.is_ok_and(|status| status.ruleset != RulesetStatus::NotEnforced)
}

/// Bounds that nobody without rights raises again.
pub fn within_limits() -> bool {
    let limits = [
        // What is written to, not what is set aside: each thread does that by the way.
        (Resource::Data, MEMORY_BYTES),
        (Resource::Cpu, CPU_SECONDS),
        (Resource::Nofile, OPEN_FILES),
        (Resource::Fsize, 0),
        (Resource::Core, 0),
    ];
    let set = limits.map(|(resource, most)| {
        let limit = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        setrlimit(resource, limit).is_ok()
    });
    set.into_iter().all(|set| set)
}

/// What is not listed is refused with EPERM, which a library takes as it takes any other error.
pub fn with_few_system_calls() -> bool {
    // How a thread is begun by clone3 stands in memory, where no filter looks. Without it the C
    // library goes by clone, which says in a register that it is a thread.
    let no_clone3 = filter(
        BTreeMap::from([(libc::SYS_clone3, Vec::new())]),
        SeccompAction::Allow,
        SeccompAction::Errno(libc::ENOSYS as u32),
    );
    let few = allowed().and_then(|allowed| {
        filter(
            allowed,
            SeccompAction::Errno(libc::EPERM as u32),
            SeccompAction::Allow,
        )
    });
    // The second can no longer be set once it holds itself: what sets it is not on its list.
    [no_clone3, few].iter().all(|filter| {
        filter
            .as_ref()
            .is_some_and(|program| apply_filter(program).is_ok())
    })
}

fn allowed() -> Option<BTreeMap<i64, Vec<SeccompRule>>> {
    let has = |argument, mask: u64, value| {
        let masked = SeccompCmpOp::MaskedEq(mask);
        let condition = SeccompCondition::new(argument, SeccompCmpArgLen::Qword, masked, value);
        SeccompRule::new(vec![condition.ok()?]).ok()
    };
    let thread = libc::CLONE_THREAD as u64;
    let mut calls: BTreeMap<i64, Vec<SeccompRule>> = SYSTEM_CALLS
        .iter()
        .map(|call| (*call, Vec::new()))
        .collect();
    calls.insert(libc::SYS_clone, vec![has(0, thread, thread)?]);
    // Memory that is shared counts as nobody's.
    calls.insert(libc::SYS_mmap, vec![has(3, libc::MAP_SHARED as u64, 0)?]);
    // Refused as every other, but as something that is not there.
    calls.insert(libc::SYS_clone3, Vec::new());
    Some(calls)
}

fn filter(
    calls: BTreeMap<i64, Vec<SeccompRule>>,
    others: SeccompAction,
    these: SeccompAction,
) -> Option<BpfProgram> {
    let arch: TargetArch = std::env::consts::ARCH.try_into().ok()?;
    SeccompFilter::new(calls, others, these, arch)
        .ok()?
        .try_into()
        .ok()
}

//! Two networks with bad water between them: a server on one shore, phones on the other, and
//! packets that are late or lost.
//!
//! Each shore is a network namespace with one TUN device, and a small program reads both devices
//! (`netns/water.py`: opening one takes a call that safe Rust has no word for). Whoever acts on a
//! shore does so on a thread that lives there, with every process and thread it starts.

use std::fs::File;
use std::io::Write;
use std::os::fd::AsFd;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

use rustix::thread::{LinkNameSpaceType, move_into_link_name_space};

use crate::load::ChildProcess;
use crate::wait;

const RELAY: &str = include_str!("netns/water.py");
const DEVICE: &str = "/dev/net/tun";
/// The server's address; phones are beside it on the other shore.
const SERVER: &str = "10.77.0.2";
const PHONES: &str = "10.77.0.1";

/// What happens to a packet on its way, either way.
#[derive(Clone, Copy, Debug)]
pub struct Water {
    /// How many of a thousand are lost.
    pub lost_permille: u32,
    /// How long the others take.
    pub delay: Duration,
}

/// Two networks. Dropped, both are gone.
pub struct Netns {
    relay: Mutex<ChildProcess>,
    phones: String,
    server: String,
}

impl Water {
    /// Everything arrives at once.
    pub const CALM: Self = Self {
        lost_permille: 0,
        delay: Duration::ZERO,
    };
    /// Nothing arrives.
    pub const GONE: Self = Self {
        lost_permille: 1000,
        delay: Duration::ZERO,
    };
}

impl Netns {
    /// Two networks with a good line between them; none, with the reason on the terminal, where
    /// this machine does not allow it.
    #[track_caller]
    pub fn open(seed: u64) -> Option<Self> {
        if let Some(why) = forbidden() {
            // To the terminal itself: what a passing test prints is kept from it.
            let _ = writeln!(
                std::io::stderr(),
                "NOT TRIED: two networks with a bad line between them want {why}"
            );
            return None;
        }
        // Begun on a shore, the one runtime of all stories would live there.
        wait(async {});
        let [phones, server] = [name(), name()];
        let words = ["-c", RELAY, &phones, &server, &seed.to_string()].map(str::to_owned);
        let mut relay = ChildProcess::of(Path::new("python3"), &words);
        assert_eq!(relay.says(), "ready");
        let netns = Self {
            relay: Mutex::new(relay),
            phones,
            server,
        };
        for (name, address) in [(&netns.phones, PHONES), (&netns.server, SERVER)] {
            ip(&format!("netns add {name}"));
            ip(&format!("link set {name} netns {name}"));
            ip(&format!("-n {name} link set lo up"));
            ip(&format!("-n {name} address add {address}/24 dev {name}"));
            ip(&format!("-n {name} link set {name} up"));
        }
        Some(netns)
    }

    /// Where a server on its shore listens.
    pub fn listen() -> String {
        format!("{SERVER}:0")
    }

    /// Changes the water. What is under way arrives as it would have.
    #[track_caller]
    pub fn turns(&self, water: Water) {
        let mut relay = self
            .relay
            .lock()
            .expect("nobody panics while changing the water");
        relay.does(&format!(
            "{} {}",
            water.lost_permille,
            water.delay.as_millis()
        ));
        assert_eq!(relay.says(), "done");
    }

    /// How many packets arrived, and how many were lost.
    #[track_caller]
    pub fn counts(&self) -> (u64, u64) {
        let mut relay = self.relay.lock().expect("nobody panics while counting");
        relay.does("tell");
        let said = relay.says();
        let counts = said
            .split_once(' ')
            .and_then(|(passed, lost)| Some((passed.parse().ok()?, lost.parse().ok()?)));
        counts.unwrap_or_else(|| panic!("two counts: {said}"))
    }

    /// Acts where the server is.
    pub fn at_the_server<T: Send>(&self, act: impl FnOnce() -> T + Send) -> T {
        on(&self.server, act)
    }

    /// Acts where phones are.
    pub fn at_the_phones<T: Send>(&self, act: impl FnOnce() -> T + Send) -> T {
        on(&self.phones, act)
    }
}

impl Drop for Netns {
    fn drop(&mut self) {
        for name in [&self.phones, &self.server] {
            // A shore that was never made can't be taken away.
            let _ = Command::new("ip").args(["netns", "delete", name]).status();
        }
    }
}

/// Runs on a thread that lives in that network.
fn on<T: Send>(network: &str, act: impl FnOnce() -> T + Send) -> T {
    let place = File::open(Path::new("/run/netns").join(network)).expect("the network is there");
    let acting = || {
        move_into_link_name_space(place.as_fd(), Some(LinkNameSpaceType::Network))
            .expect("root may go there");
        act()
    };
    match thread::scope(|scope| scope.spawn(acting).join()) {
        Ok(outcome) => outcome,
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

/// What this machine does not allow; nothing where it allows everything.
fn forbidden() -> Option<&'static str> {
    if !rustix::process::geteuid().is_root() {
        return Some("root");
    }
    if !Path::new(DEVICE).exists() {
        return Some("TUN devices (/dev/net/tun)");
    }
    let name = name();
    let may = |words: &[&str]| {
        Command::new("ip")
            .args(words)
            .output()
            .is_ok_and(|output| output.status.success())
    };
    let allowed = may(&["netns", "add", &name]);
    let _ = allowed && may(&["netns", "delete", &name]);
    (!allowed).then_some("network namespaces (`ip netns`, package iproute2)")
}

/// A name that no other network or device here has, short enough for a device.
fn name() -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    format!(
        "peil{}-{}",
        std::process::id(),
        NUMBER.fetch_add(1, Ordering::SeqCst)
    )
}

#[track_caller]
fn ip(words: &str) {
    let output = Command::new("ip")
        .args(words.split(' '))
        .output()
        .expect("`ip` is there (package iproute2)");
    assert!(
        output.status.success(),
        "ip {words}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}

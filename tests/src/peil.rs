//! A running peil: the real binary on a free port, started, killed and started again on the same
//! folder. What it says on stdout is read as a script would read it; what it logs is shown when a
//! story fails.

mod binary;
mod process;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;

use tempfile::TempDir;

use crate::{Address, Crowd, Organiser, Phone, Reply, Visitor, wait};
pub(crate) use binary::{binary, target};
use process::Process;
pub(crate) use process::without_settings;

/// The API token of every peil in the stories.
pub const TOKEN: &str = "stories-0123456789-abcdefghijklmnop";

/// The token for the figures of every peil in the stories.
pub const METRICS_TOKEN: &str = "figures-0123456789-abcdefghijklmnop";

/// How peil is started, where a story wants it otherwise.
#[derive(Clone, Debug)]
pub struct Setup {
    /// `--listen`.
    pub listen: String,
    /// `--data`; without one, a new folder.
    pub data: Option<PathBuf>,
    /// `--public-url`.
    pub public_url: Option<String>,
    /// A file for `strace` to write the system calls of peil to.
    pub trace: Option<PathBuf>,
    /// How many files it may have open; without it, as many as this process may.
    pub open_files: Option<u64>,
    /// Further options of `peil serve`.
    pub options: Vec<String>,
    /// Variables of its environment, for what must not stand on a command line.
    pub variables: Vec<(&'static str, String)>,
    /// From which fsync on the disk reports to each thread that it failed, counted from 1.
    pub fsyncs_fail_from: Option<u64>,
    /// A day and time at which its clock stands when it starts (by `faketime`); without it, the
    /// clock of the day.
    pub clock: Option<String>,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:0".into(),
            data: None,
            public_url: None,
            trace: None,
            open_files: None,
            options: Vec::new(),
            variables: Vec::new(),
            fsyncs_fail_from: None,
            clock: None,
        }
    }
}

/// One peil and its folder. Dropped, it is killed.
pub struct Peil {
    setup: Setup,
    own: TempDir,
    address: Address,
    sign_in: Option<String>,
    process: Option<Process>,
}

impl Peil {
    /// Starts peil on a new folder and waits until it accepts connections.
    #[track_caller]
    pub fn starts() -> Self {
        Self::starts_with(Setup::default())
    }

    /// As [`Peil::starts`], set up otherwise.
    #[track_caller]
    pub fn starts_with(setup: Setup) -> Self {
        let own = tempfile::Builder::new()
            .prefix("peil-story-")
            .tempdir()
            .expect("a new folder");
        let address = Address::new("http://127.0.0.1:0");
        let mut peil = Self {
            setup,
            own,
            address,
            sign_in: None,
            process: None,
        };
        peil.start_again();
        peil
    }

    /// As [`Peil::starts`], where so many may join a room from one network at once, and so many a
    /// second after that.
    #[track_caller]
    pub fn starts_where_join(at_once: u32, per_second: f64) -> Self {
        let (burst, rate) = (
            format!("--join-burst={at_once}"),
            format!("--join-rate={per_second}"),
        );
        Self::starts_with(Setup {
            options: vec![burst, rate],
            ..Setup::default()
        })
    }

    /// Starts peil again on the same folder; its port may be another.
    #[track_caller]
    pub fn start_again(&mut self) {
        assert!(self.process.is_none(), "stop it before starting it again");
        let mut process = Process::spawn(&self.setup, &self.data(), self.own.path());
        let ready = process.waits_until_ready();
        self.address.moves_to(&ready.address);
        self.sign_in = ready.sign_in;
        self.process = Some(process);
    }

    /// From the next start on it listens here.
    pub fn listens_on(&mut self, listen: &str) {
        listen.clone_into(&mut self.setup.listen);
    }

    /// From the next start on its clock stands there when it starts; or it is the clock of the day.
    pub fn follows_the_clock(&mut self, clock: Option<&str>) {
        self.setup.clock = clock.map(str::to_owned);
    }

    /// From the next start on, this and every later fsync of a thread fails; or none does.
    pub fn fsyncs_fail_from(&mut self, number: Option<u64>) {
        self.setup.fsyncs_fail_from = number;
    }

    /// Waits until it ends by itself; how it ended, and what it said on stderr.
    #[track_caller]
    pub fn ends_by_itself(&mut self) -> (ExitStatus, String) {
        let mut process = self.process.take().expect("it runs");
        (process.waits_until_it_ends(), process.logs())
    }

    /// Tries to start a second peil on the same folder; gives how it ended and what it said on
    /// stderr.
    #[track_caller]
    pub fn a_second_one_on_the_same_folder(&self) -> (ExitStatus, String) {
        let logs = tempfile::tempdir().expect("a new folder");
        let mut second = Process::spawn(&Setup::default(), &self.data(), logs.path());
        let status = second.waits_until_it_ends();
        (status, second.logs())
    }

    /// SIGKILL: no goodbye, nothing flushed.
    #[track_caller]
    pub fn kill_9(&mut self) {
        self.process.take().expect("it runs").kill();
    }

    /// SIGTERM: it must end by itself, with 0.
    #[track_caller]
    pub fn terminate(&mut self) {
        let mut process = self.process.take().expect("it runs");
        process.asks_to_stop();
        let status = process.waits_until_it_ends();
        assert!(
            status.success(),
            "SIGTERM ended in {status}, not in 0:\n{}",
            process.logs()
        );
    }

    /// Whether the process is still there.
    pub fn runs(&mut self) -> bool {
        self.process.as_mut().is_some_and(Process::runs)
    }

    /// The id of its process.
    #[track_caller]
    pub fn process_id(&self) -> u32 {
        self.process.as_ref().expect("it runs").id()
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        self.setup
            .data
            .clone()
            .unwrap_or_else(|| self.own.path().join("data"))
    }

    /// A folder beside the data, for what a story writes.
    pub fn beside(&self) -> &Path {
        self.own.path()
    }

    /// Where it listens.
    pub fn address(&self) -> &Address {
        &self.address
    }

    /// The one-time link it printed, if it printed one.
    pub fn sign_in(&self) -> Option<&str> {
        self.sign_in.as_deref()
    }

    /// Everything it logged since it was started last.
    pub fn logs(&self) -> String {
        self.process.as_ref().map(Process::logs).unwrap_or_default()
    }

    /// The organiser, with the token.
    pub fn organiser(&self) -> Organiser {
        Organiser::new(&self.address, Some(TOKEN))
    }

    /// A caller of the API with another token, or with none.
    pub fn stranger(&self, token: Option<&str>) -> Organiser {
        Organiser::new(&self.address, token)
    }

    /// What stands behind a figure of `/metrics`; none while it was never counted.
    #[track_caller]
    pub fn figure(&self, name: &str) -> Option<f64> {
        let page = self
            .stranger(Some(METRICS_TOKEN))
            .gets("/metrics")
            .expects(200)
            .text();
        page.lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(' ')?.parse().ok())
    }

    /// A new phone.
    pub fn phone(&self, name: &str) -> Phone {
        Phone::new(name, &self.address)
    }

    /// Three new phones: Anna's, Bob's and Carla's.
    pub fn three_phones(&self) -> [Phone; 3] {
        ["Anna", "Bob", "Carla"].map(|name| self.phone(name))
    }

    /// A crowd of new phones.
    pub fn crowd(&self, size: usize) -> Crowd {
        Crowd::of(size, self)
    }

    /// A visitor who only reads pages: the stage, or a passer-by.
    pub fn visitor(&self, name: &str) -> Visitor {
        Visitor::new(name, &self.address)
    }

    /// `GET /healthz`.
    #[track_caller]
    pub fn health(&self) -> Reply {
        let url = self.address.url("/healthz");
        let client = reqwest::Client::builder()
            .timeout(crate::reply::PATIENCE)
            .no_proxy()
            .build();
        let request = client.expect("a plain client").get(&url);
        wait(crate::reply::ask(format!("GET {url}"), request))
            .expect("a server that runs says how it is")
    }
}

impl Drop for Peil {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let logs = fs::read_to_string(process::log_file(self.own.path())).unwrap_or_default();
            eprintln!("--- what peil logged ---\n{logs}--- end of the log ---");
        }
    }
}

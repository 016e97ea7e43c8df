//! The running `peil serve`: started, waited for, stopped.

use crate::place;
use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process};
use std::fs::File;
use std::io::{BufRead, BufReader, Lines, Read};
use std::net::SocketAddr;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

pub struct Server {
    child: Child,
    said: Lines<BufReader<ChildStdout>>,
    /// The owner's API token for as long as this server runs.
    pub token: String,
    /// The one-time link that it printed, while it has no owner.
    pub sign_in: Option<String>,
}

/// The peil that was built for working on it.
pub fn binary() -> PathBuf {
    place::target().join("debug/peil")
}

impl Server {
    /// Starts it and waits until it accepts connections.
    pub fn start(listen: SocketAddr, url: &str) -> Result<Self> {
        let token = token()?;
        let mut child = Command::new(binary())
            .args([
                "serve",
                "--listen",
                &listen.to_string(),
                "--data",
                "./peil-data",
                "--public-url",
                url,
            ])
            .env("PEIL_TOKEN", &token)
            .current_dir(place::root())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            // Out of the terminal's group: Ctrl-C reaches this program, which asks the server to
            // stop, once.
            .process_group(0)
            .spawn()
            .context("peil could not be started")?;
        stop_on_ctrl_c(&child)?;
        let said = BufReader::new(child.stdout.take().expect("its stdout is piped")).lines();
        let mut server = Self {
            child,
            said,
            token,
            sign_in: None,
        };
        server.wait_until_ready()?;
        Ok(server)
    }

    fn wait_until_ready(&mut self) -> Result<()> {
        for line in self.said.by_ref() {
            let line = line?;
            if line.starts_with("peil ready ") {
                return Ok(());
            }
            match line.strip_prefix("sign in ") {
                Some(link) => self.sign_in = Some(link.to_owned()),
                None => println!("{line}"),
            }
        }
        let status = self.child.wait()?;
        bail!("peil stopped before it was ready ({status}); it says why above.")
    }

    /// Passes on what it prints until it ends, which Ctrl-C asks it to.
    pub fn until_it_ends(&mut self) -> Result<()> {
        for line in self.said.by_ref() {
            println!("{}", line?);
        }
        let status = self.child.wait()?;
        if !status.success() {
            bail!("peil ended with {status}; it says why above.");
        }
        println!("peil has stopped. Everything that was answered is in ./peil-data.");
        Ok(())
    }
}

/// The first Ctrl-C asks the server to stop, which finishes what is being stored; a second one ends
/// it.
fn stop_on_ctrl_c(child: &Child) -> Result<()> {
    let pid = Pid::from_child(child);
    let asked = AtomicBool::new(false);
    ctrlc::set_handler(move || {
        let signal = if asked.swap(true, Ordering::Relaxed) {
            Signal::KILL
        } else {
            Signal::TERM
        };
        // It may have ended by itself, and then there is nothing to stop.
        let _ = kill_process(pid, signal);
    })
    .context("Ctrl-C can't be listened for")
}

/// 32 random characters: peil takes no shorter token.
fn token() -> Result<String> {
    let mut bytes = [0; 16];
    File::open("/dev/urandom")
        .and_then(|mut random| random.read_exact(&mut bytes))
        .context("/dev/urandom")?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

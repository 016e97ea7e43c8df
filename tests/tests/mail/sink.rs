//! The mail server of these stories: a program in Python that breaks where it is told to.

use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;

use serde_json::Value;
use tests::until;

/// A mail that the sink took.
#[derive(Clone, Debug)]
pub struct TakenMail {
    pub to: String,
    pub sender: String,
    /// Whether the connection was encrypted, and by somebody who had signed in.
    pub tls: bool,
    pub login: bool,
    /// As it came.
    pub text: String,
}

/// A server that takes mail.
pub struct Sink {
    child: Child,
    stdin: ChildStdin,
    said: Arc<Mutex<Vec<Value>>>,
    pub port: u16,
}

impl Drop for Sink {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Sink {
    /// One without encryption.
    pub fn starts() -> Self {
        Self::starts_with(&[])
    }

    /// One that wants encryption and a login: `peil`, with [`super::PASSWORD`].
    pub fn guarded() -> Self {
        let (certificate, key) = (data("localhost.pem"), data("localhost.key"));
        Self::starts_with(&[
            "--certificate",
            &certificate.to_string_lossy(),
            "--key",
            &key.to_string_lossy(),
        ])
    }

    fn starts_with(options: &[&str]) -> Self {
        let python =
            std::env::var_os("PEIL_AIOSMTPD").map_or_else(|| "python3".into(), PathBuf::from);
        let program = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/mail/sink.py");
        let mut child = Command::new(&python)
            .arg(program)
            .args(options)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| {
                panic!(
                    "{}: {error}; `cargo xtask test` installs it",
                    python.display()
                )
            });
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        let said: Arc<Mutex<Vec<Value>>> = Arc::default();
        let heard = said.clone();
        let stdout = stdout.expect("stdout was asked for");
        thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                let line = serde_json::from_str(&line).expect("the sink speaks JSON");
                heard.lock().expect("nobody panics with it").push(line);
            }
        });
        let mut sink = Self {
            child,
            stdin: stdin.expect("stdin was asked for"),
            said,
            port: 0,
        };
        let port = until("the sink is there", || {
            sink.events("ready")
                .first()
                .and_then(|ready| ready["port"].as_u64())
        });
        sink.port = u16::try_from(port).expect("a port");
        sink
    }

    fn events(&self, kind: &str) -> Vec<Value> {
        let said = self.said.lock().expect("nobody panics with it");
        let of = said.iter().filter(|event| event["event"] == kind);
        of.cloned().collect()
    }

    /// Tells it what to do from now on.
    #[track_caller]
    pub fn is_told(&mut self, line: &str) -> &mut Self {
        let before = self.events("told").len();
        writeln!(self.stdin, "{line}").expect("the sink listens");
        until("the sink has heard it", || {
            (self.events("told").len() > before).then_some(())
        });
        self
    }

    /// All that it took, in order.
    pub fn taken(&self) -> Vec<TakenMail> {
        let mail = |event: &Value| TakenMail {
            to: event["to"][0].as_str().unwrap_or_default().to_owned(),
            sender: event["sender"].as_str().unwrap_or_default().to_owned(),
            tls: event["tls"] == true,
            login: event["login"] == true,
            text: event["mail"].as_str().unwrap_or_default().to_owned(),
        };
        self.events("taken").iter().map(mail).collect()
    }

    /// How often it took mail for that address.
    pub fn times(&self, address: &str) -> usize {
        self.taken()
            .iter()
            .filter(|mail| mail.to == address)
            .count()
    }

    /// How often it broke.
    pub fn broke(&self) -> usize {
        self.events("dropped").len()
    }
}

/// A file of these tests.
pub fn data(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("data/mail")
        .join(name)
}

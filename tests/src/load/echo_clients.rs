//! The other ends of a floor's sockets, in a process of their own: one process may not hold as many
//! files as a crowd and a floor have.

use std::io::BufRead;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tokio::net::TcpStream;

use super::account::raise_descriptors;
use super::child_process::ChildProcess;
use super::crowd::connect;
use crate::runtime::start;
use crate::wait;

/// Sockets that count what they hear, and speak when they are asked to.
pub struct EchoClients {
    process: ChildProcess,
    sockets: usize,
    heard: u64,
}

impl EchoClients {
    /// That many sockets to a server there.
    #[track_caller]
    pub fn open(sockets: usize, host: &str) -> Self {
        let words = [
            "echo-clients".to_owned(),
            sockets.to_string(),
            host.to_owned(),
        ];
        let mut process = ChildProcess::starts(&words);
        assert_eq!(process.says(), "all");
        Self {
            process,
            sockets,
            heard: 0,
        }
    }

    /// Waits until every socket has heard so many bytes more.
    #[track_caller]
    pub fn hear(&mut self, bytes: usize) {
        self.heard += (self.sockets * bytes) as u64;
        self.process.does(&format!("hear {}", self.heard));
        assert_eq!(self.process.says(), "heard");
    }

    /// Every socket sends so many bytes once, evenly over that time.
    #[track_caller]
    pub fn speak(&mut self, bytes: usize, over: Duration) {
        self.process
            .does(&format!("speak {bytes} {}", over.as_micros()));
        assert_eq!(self.process.says(), "spoken");
    }
}

/// The process of the [`EchoClients`].
pub fn serve_echo_clients(sockets: usize, host: &str) -> std::io::Result<()> {
    raise_descriptors();
    let heard = Arc::new(AtomicU64::new(0));
    let mut streams = Vec::with_capacity(sockets);
    for number in 0..sockets {
        let stream = Arc::new(wait(connect(number, host))?);
        start(count(stream.clone(), heard.clone()));
        streams.push(stream);
    }
    println!("all");
    for order in std::io::stdin().lock().lines() {
        let order = order?;
        let words: Vec<&str> = order.split(' ').collect();
        match words[..] {
            ["hear", wanted] => {
                let wanted = number(wanted)?;
                wait(async {
                    while heard.load(Ordering::SeqCst) < wanted {
                        tokio::time::sleep(Duration::from_millis(1)).await;
                    }
                });
                println!("heard");
            }
            ["speak", bytes, micros] => {
                speak(
                    &streams,
                    number(bytes)? as usize,
                    Duration::from_micros(number(micros)?),
                );
                println!("spoken");
            }
            _ => return Err(std::io::Error::other(format!("no such order: {order}"))),
        }
    }
    Ok(())
}

fn number(word: &str) -> std::io::Result<u64> {
    word.parse().map_err(std::io::Error::other)
}

/// Counts what comes over a socket until it ends.
async fn count(stream: Arc<TcpStream>, heard: Arc<AtomicU64>) {
    let mut bytes = [0; 1024];
    while stream.readable().await.is_ok() {
        match stream.try_read(&mut bytes) {
            Ok(0) => return,
            Ok(read) => drop(heard.fetch_add(read as u64, Ordering::SeqCst)),
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
            Err(_) => return,
        }
    }
}

/// Each socket in a task of its own, at its own moment, as phones do.
fn speak(streams: &[Arc<TcpStream>], bytes: usize, over: Duration) {
    let begun = Instant::now();
    let frame: Arc<[u8]> = vec![b'x'; bytes].into();
    let tasks = streams.iter().zip(0..).map(|(stream, number)| {
        let (stream, frame) = (stream.clone(), frame.clone());
        let at = begun + over * number / streams.len() as u32;
        start(async move {
            tokio::time::sleep_until(at.into()).await;
            stream
                .try_write(&frame)
                .is_ok_and(|written| written == frame.len())
        })
    });
    let tasks: Vec<_> = tasks.collect();
    for task in tasks {
        assert!(
            wait(task).expect("speaking does not panic"),
            "an empty socket takes a small frame"
        );
    }
}

//! The floor: one `send()` per socket in a loop, and nothing else. It runs in a process of its own, as a server does, and its other
//! ends are read in ours, as phones are.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::task::JoinHandle;

use super::account::{Account, raise_descriptors};
use super::hall::connect;
use crate::runtime::start;
use crate::wait;

/// Numbers of its sockets begin here, so that they come from other addresses than phones.
const ELSEWHERE: usize = 200_000;

/// The bare loop, in a process of its own.
pub struct Floor {
    child: Child,
    orders: ChildStdin,
    answers: BufReader<std::process::ChildStdout>,
    readers: Vec<JoinHandle<()>>,
    received: Arc<AtomicU64>,
    frame: usize,
    sent: u64,
}

impl Floor {
    /// That many sockets, to each of which frames of that many bytes will go. `program` runs [`serve_floor`].
    #[track_caller]
    pub fn lies(mut program: Command, sockets: usize, frame: usize) -> Self {
        program.args([sockets.to_string(), frame.to_string()]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = program.spawn().unwrap_or_else(|error| panic!("{program:?}: {error}"));
        let orders = child.stdin.take().expect("stdin was asked for");
        let mut answers = BufReader::new(child.stdout.take().expect("stdout was asked for"));
        let host = line(&mut answers);
        let received = Arc::new(AtomicU64::new(0));
        let mut readers = Vec::new();
        for number in 0..sockets {
            let stream = wait(connect(ELSEWHERE + number, &host)).expect("the floor takes everybody");
            readers.push(start(read(stream, received.clone())));
        }
        assert_eq!(line(&mut answers), "all");
        Self { child, orders, answers, readers, received, frame, sent: 0 }
    }

    /// Sends a frame to everybody so many times; what a frame cost, in microseconds.
    #[track_caller]
    pub fn sends(&mut self, times: u64) -> f64 {
        let before = Account::of(self.child.id());
        for _ in 0..times {
            self.orders.write_all(b"send\n").expect("the floor is there");
            assert_eq!(line(&mut self.answers), "sent");
            self.sent += (self.readers.len() * self.frame) as u64;
            wait(async {
                while self.received.load(Ordering::SeqCst) < self.sent {
                    tokio::time::sleep(Duration::from_millis(1)).await;
                }
            });
        }
        (Account::of(self.child.id()).cpu_us - before.cpu_us) / (times as f64 * self.readers.len() as f64)
    }
}

impl Drop for Floor {
    fn drop(&mut self) {
        self.readers.iter().for_each(JoinHandle::abort);
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[track_caller]
fn line(from: &mut impl BufRead) -> String {
    let mut line = String::new();
    from.read_line(&mut line).expect("the floor speaks");
    line.trim().to_owned()
}

async fn read(stream: tokio::net::TcpStream, received: Arc<AtomicU64>) {
    let mut bytes = [0; 1024];
    while stream.readable().await.is_ok() {
        match stream.try_read(&mut bytes) {
            Ok(0) => return,
            Ok(read) => drop(received.fetch_add(read as u64, Ordering::SeqCst)),
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
            Err(_) => return,
        }
    }
}

/// The floor's own process: takes that many connections, and for each line on stdin writes a frame to all of them.
pub fn serve_floor(sockets: usize, frame: usize) -> std::io::Result<()> {
    raise_descriptors();
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("{}", listener.local_addr()?);
    let mut streams = Vec::with_capacity(sockets);
    for _ in 0..sockets {
        let (stream, _) = listener.accept()?;
        stream.set_nodelay(true)?;
        streams.push(stream);
    }
    println!("all");
    let frame = vec![b'x'; frame];
    for order in std::io::stdin().lock().lines() {
        order?;
        send_all(&mut streams, &frame)?;
        println!("sent");
    }
    Ok(())
}

fn send_all(streams: &mut [TcpStream], frame: &[u8]) -> std::io::Result<()> {
    streams.iter_mut().try_for_each(|stream| stream.write_all(frame))
}

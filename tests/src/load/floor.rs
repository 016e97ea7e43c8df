//! The floors: one `send()` per socket in a loop, and nothing else; and a bare echo. Each runs in a
//! process of its own, as a server does, and its other ends are in yet another, as phones are.

use std::io::{BufRead, Write};
use std::net::{TcpListener, TcpStream};
use std::time::Duration;

use super::account::{Account, raise_descriptors};
use super::child_process::ChildProcess;
use super::echo_clients::EchoClients;
use crate::runtime::start;

/// The bare loop.
pub struct Floor {
    process: ChildProcess,
    echo_clients: EchoClients,
    sockets: usize,
    frame: usize,
}

impl Floor {
    /// That many sockets, to each of which frames of that many bytes will go.
    #[track_caller]
    pub fn lies(sockets: usize, frame: usize) -> Self {
        let mut process =
            ChildProcess::starts(&["floor".to_owned(), sockets.to_string(), frame.to_string()]);
        let echo_clients = EchoClients::open(sockets, &process.says());
        assert_eq!(process.says(), "all");
        Self {
            process,
            echo_clients,
            sockets,
            frame,
        }
    }

    /// Sends a frame to everybody so many times, each when the one before has arrived; what a frame
    /// cost, in microseconds.
    #[track_caller]
    pub fn sends(&mut self, times: u64) -> f64 {
        let before = Account::of(self.process.process_id()).cpu_us;
        for _ in 0..times {
            self.process.does("send");
            assert_eq!(self.process.says(), "sent");
            self.echo_clients.hear(self.frame);
        }
        (Account::of(self.process.process_id()).cpu_us - before)
            / (times as f64 * self.sockets as f64)
    }
}

/// What a bare echo costs: so many sockets send a frame of that many bytes each, evenly over that
/// time, so many times. In microseconds of processor time for each frame that came back.
#[track_caller]
pub fn echoes(sockets: usize, frame: usize, over: Duration, times: u32) -> f64 {
    let mut process = ChildProcess::starts(&["echo".to_owned(), sockets.to_string()]);
    let mut echo_clients = EchoClients::open(sockets, &process.says());
    assert_eq!(process.says(), "all");
    // The first time the memory of the tasks is touched; that is no frame's cost.
    echo_clients.speak(frame, over);
    echo_clients.hear(frame);
    let before = Account::of(process.process_id()).cpu_us;
    for _ in 0..times {
        echo_clients.speak(frame, over);
        echo_clients.hear(frame);
    }
    (Account::of(process.process_id()).cpu_us - before) / (sockets as f64 * f64::from(times))
}

/// The floor's own process: takes that many connections, and for each line on stdin writes a frame
/// to all of them and says so.
pub fn serve_floor(sockets: usize, frame: usize) -> std::io::Result<()> {
    let mut streams = accepts(sockets)?;
    let frame = vec![b'x'; frame];
    for order in std::io::stdin().lock().lines() {
        order?;
        send_all(&mut streams, &frame)?;
        println!("sent");
    }
    Ok(())
}

/// The echo's own process: takes that many connections, and sends back on each what comes.
pub fn serve_echo(sockets: usize) -> std::io::Result<()> {
    for stream in accepts(sockets)? {
        stream.set_nonblocking(true)?;
        start(async move {
            let stream = tokio::net::TcpStream::from_std(stream)?;
            echo(&stream).await
        });
    }
    // Until nobody is there any more who could tell us to stop.
    std::io::stdin()
        .lock()
        .lines()
        .try_for_each(|line| line.map(drop))
}

async fn echo(stream: &tokio::net::TcpStream) -> std::io::Result<()> {
    let mut bytes = [0; 512];
    loop {
        stream.readable().await?;
        match stream.try_read(&mut bytes) {
            Ok(0) => return Ok(()),
            Ok(read) => drop(stream.try_write(&bytes[..read])?),
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
            Err(error) => return Err(error),
        }
    }
}

fn accepts(sockets: usize) -> std::io::Result<Vec<TcpStream>> {
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
    Ok(streams)
}

fn send_all(streams: &mut [TcpStream], frame: &[u8]) -> std::io::Result<()> {
    streams
        .iter_mut()
        .try_for_each(|stream| stream.write_all(frame))
}

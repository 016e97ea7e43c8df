//! A client that connects and speaks HTTP as no browser does: byte by byte, without an end, or not
//! at all.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::Address;

/// How long a stranger waits at most.
const PATIENCE: Duration = Duration::from_secs(60);

/// A connection that is nobody's page.
pub struct Stranger {
    stream: TcpStream,
    since: Instant,
}

/// How a connection ended.
#[derive(Debug)]
pub struct Ended {
    /// What the server said before.
    pub said: String,
    /// How long the connection lasted; a minute if the server never ended it.
    pub after: Duration,
}

impl Stranger {
    /// Connects.
    #[track_caller]
    pub fn connects(address: &Address) -> Self {
        let stream = TcpStream::connect(address.host()).expect("a server that runs is there");
        stream
            .set_nodelay(true)
            .expect("a fresh socket takes settings");
        stream
            .set_write_timeout(Some(PATIENCE))
            .expect("a fresh socket takes settings");
        Self {
            stream,
            since: Instant::now(),
        }
    }

    /// Says something once, and then waits for the end.
    #[track_caller]
    pub fn says(self, bytes: &[u8]) -> Ended {
        self.goes_on(bytes, None)
    }

    /// Says something, and from then on the same piece each time after so long, for as long as the
    /// connection lasts.
    #[track_caller]
    pub fn drips(self, first: &[u8], piece: &[u8], every: Duration) -> Ended {
        self.goes_on(first, Some((piece, every)))
    }

    fn goes_on(mut self, first: &[u8], again: Option<(&[u8], Duration)>) -> Ended {
        let mut said = Vec::new();
        let mut open = self.stream.write_all(first).is_ok();
        while open && self.since.elapsed() < PATIENCE {
            let wait = again.map_or(PATIENCE, |(_, every)| every.max(Duration::from_micros(1)));
            open = self.hears(&mut said, wait);
            if let (true, Some((piece, _))) = (open, again) {
                open = self.stream.write_all(piece).is_ok();
            }
        }
        // What it said before it went may still be on its way.
        while self.hears(&mut said, Duration::from_millis(100)) && self.since.elapsed() < PATIENCE {
        }
        let after = self.since.elapsed();
        Ended {
            said: String::from_utf8_lossy(&said).into_owned(),
            after,
        }
    }

    /// Reads what is there, for so long at most; whether the connection goes on.
    fn hears(&mut self, said: &mut Vec<u8>, wait: Duration) -> bool {
        let mut bytes = [0; 4096];
        self.stream
            .set_read_timeout(Some(wait))
            .expect("an open socket takes settings");
        match self.stream.read(&mut bytes) {
            Ok(0) => false,
            Ok(read) => {
                said.extend(&bytes[..read]);
                true
            }
            Err(error) => matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut),
        }
    }
}

impl Ended {
    /// The status of the answer; none if there was no answer.
    pub fn status(&self) -> Option<u16> {
        self.said.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok()
    }
}

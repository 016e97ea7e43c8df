//! What a child may not do, done on purpose: `peil doctor` and the tests see that it can't.

use std::hint::black_box;
use std::net::{Ipv4Addr, TcpStream};
use std::path::PathBuf;
use std::process::Command;

use rustix::net::{AddressFamily, SocketType, socket};
use serde::{Deserialize, Serialize};

use super::confine::MEMORY_BYTES;

/// Something that a child may not do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attempt {
    /// Connects to a port of this machine.
    Connect {
        port: u16,
    },
    /// Opens a socket that leads nowhere yet.
    OpenSocket,
    ReadFile {
        path: PathBuf,
    },
    WriteFile {
        path: PathBuf,
    },
    Execute {
        program: PathBuf,
    },
    /// Uses more than it may have, and then stops.
    UseMemory,
    /// Never comes to an end.
    RunLong,
    /// Falls over with a text in its mouth.
    FallOver {
        saying: String,
    },
}

/// How it ended, where it did.
pub enum Attempted {
    Done,
    Refused,
}

impl<T, E> From<Result<T, E>> for Attempted {
    fn from(result: Result<T, E>) -> Self {
        match result {
            Ok(_) => Self::Done,
            Err(_) => Self::Refused,
        }
    }
}

/// Tries it.
pub fn attempt(attempt: &Attempt) -> Attempted {
    match attempt {
        Attempt::Connect { port } => TcpStream::connect((Ipv4Addr::LOCALHOST, *port)).into(),
        Attempt::OpenSocket => socket(AddressFamily::UNIX, SocketType::STREAM, None).into(),
        Attempt::ReadFile { path } => std::fs::read(path).into(),
        Attempt::WriteFile { path } => std::fs::write(path, "peil").into(),
        Attempt::Execute { program } => Command::new(program).output().into(),
        Attempt::UseMemory => use_memory(),
        Attempt::RunLong => loop {
            std::hint::spin_loop();
        },
        Attempt::FallOver { saying } => panic!("{saying}"),
    }
}

fn use_memory() -> Attempted {
    const PIECE: u64 = 16 * 1024 * 1024;
    let pieces = 0..MEMORY_BYTES / PIECE + 1;
    let kept: Vec<Vec<u8>> = pieces.map(|_| vec![1; PIECE as usize]).collect();
    black_box(&kept);
    Attempted::Done
}

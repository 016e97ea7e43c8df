//! A trace of system calls, in the order in which they ended: who wrote what where, and when a disk
//! had been asked to keep it.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// One finished call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// `fsync`, `pwrite64`, `writev`, …
    pub name: String,
    /// Everything between the brackets, with the path of every descriptor and the bytes escaped as
    /// in C.
    pub arguments: String,
    /// What it returned.
    pub returned: i64,
    /// The line of the trace in which it began.
    pub began: usize,
    /// The line of the trace in which it ended.
    pub ended: usize,
}

/// A whole trace.
#[derive(Clone, Debug)]
pub struct Trace {
    /// The calls, in the order in which they ended.
    pub calls: Vec<Call>,
}

impl Trace {
    /// Reads what `strace -f -y -o FILE` wrote.
    #[track_caller]
    pub fn read(file: &Path) -> Self {
        let bytes = fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        Self::parse(&String::from_utf8_lossy(&bytes))
    }

    fn parse(text: &str) -> Self {
        let mut unfinished: HashMap<&str, (usize, String)> = HashMap::new();
        let mut calls = Vec::new();
        for (number, line) in text.lines().enumerate() {
            let Some((thread, event)) = line.split_once(' ') else {
                continue;
            };
            let event = event.trim_start();
            if let Some(began) = event.strip_suffix("<unfinished ...>") {
                unfinished.insert(thread, (number, began.trim_end().to_owned()));
            } else if let Some(rest) = event
                .strip_prefix("<... ")
                .and_then(|rest| rest.split_once(" resumed>"))
            {
                let (began, mut whole) = unfinished
                    .remove(thread)
                    .expect("what is resumed was begun");
                whole.push_str(rest.1);
                calls.extend(call(&whole, began, number));
            } else {
                calls.extend(call(event, number, number));
            }
        }
        Self { calls }
    }

    /// The first call that fits, after this line of the trace.
    pub fn first_after(&self, line: usize, fits: impl Fn(&Call) -> bool) -> Option<&Call> {
        self.calls
            .iter()
            .find(|call| call.began >= line && fits(call))
    }
}

impl Call {
    /// Whether it wrote to a file of this folder, or asked to keep one, and succeeded.
    pub fn is_on(&self, folder: &Path) -> bool {
        let folder = folder.to_str().expect("test folders have plain names");
        self.returned >= 0
            && self
                .arguments
                .split(", \"")
                .next()
                .is_some_and(|first| first.contains(folder))
    }

    /// Whether it was about this very file.
    pub fn is_on_file(&self, file: &Path) -> bool {
        let named = self
            .arguments
            .split_once('<')
            .and_then(|(_, rest)| rest.split_once('>'));
        named.is_some_and(|(path, _)| Path::new(path) == file)
    }

    /// What a `pwrite64` wrote, and where.
    #[track_caller]
    pub fn placed(&self) -> (Vec<u8>, usize) {
        let (text, offset) = self.arguments.rsplit_once(", ").expect("an offset is last");
        let (text, _) = text.rsplit_once(", ").expect("a length is before it");
        let text = text
            .split_once(", \"")
            .and_then(|(_, text)| text.strip_suffix('"'));
        let bytes = unescaped(
            text.unwrap_or_else(|| panic!("a whole buffer was traced: {}", self.arguments)),
        );
        assert_eq!(
            bytes.len() as i64,
            self.returned,
            "all that was written was traced"
        );
        (bytes, offset.parse().expect("an offset is a number"))
    }

    /// The last argument, a number.
    #[track_caller]
    pub fn last_number(&self) -> usize {
        let last = self
            .arguments
            .rsplit(", ")
            .next()
            .and_then(|last| last.trim().parse().ok());
        last.unwrap_or_else(|| panic!("{} ends with a number", self.arguments))
    }

    /// Whether it asked the disk to keep what was written.
    pub fn is_sync(&self) -> bool {
        matches!(self.name.as_str(), "fsync" | "fdatasync")
    }

    /// Whether it gave bytes away: to a file, a socket, a pipe.
    pub fn is_write(&self) -> bool {
        matches!(
            self.name.as_str(),
            "write" | "writev" | "pwrite64" | "pwritev" | "sendto" | "sendmsg"
        )
    }

    /// Whether it took bytes in.
    pub fn is_read(&self) -> bool {
        matches!(
            self.name.as_str(),
            "read" | "readv" | "recvfrom" | "recvmsg"
        )
    }

    /// Whether these bytes (plain ASCII) were among what it wrote or read.
    pub fn carries(&self, text: &str) -> bool {
        self.arguments.contains(text)
    }
}

fn call(event: &str, began: usize, ended: usize) -> Option<Call> {
    let (name, rest) = event.split_once('(')?;
    let (arguments, result) = rest.rsplit_once(" = ")?;
    let returned = result.split_whitespace().next()?.parse().ok()?;
    let arguments = arguments.trim_end().trim_end_matches(')').to_owned();
    Some(Call {
        name: name.to_owned(),
        arguments,
        returned,
        began,
        ended,
    })
}

/// Bytes from the way strace writes them: as in C, with octal numbers as short as what follows
/// allows.
fn unescaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if *first != b'\\' {
            bytes.push(*first);
            continue;
        }
        let digits = rest
            .iter()
            .take(3)
            .take_while(|byte| (b'0'..=b'7').contains(*byte))
            .count();
        if digits > 0 {
            bytes.push(
                rest[..digits]
                    .iter()
                    .fold(0u8, |number, digit| number.wrapping_mul(8) + (digit - b'0')),
            );
            rest = &rest[digits..];
        } else if let [escape, after @ ..] = rest {
            rest = after;
            bytes.push(match escape {
                b'n' => b'\n',
                b't' => b'\t',
                b'r' => b'\r',
                b'v' => 0x0b,
                b'f' => 0x0c,
                other => *other,
            });
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Trace;

    const TRACE: &str = r#"101 pwrite64(9</tmp/d/peil.db-wal>, "\0\1unieke tekst = 1) ja\"\n", 24, 32) = 24
101 fdatasync(9</tmp/d/peil.db-wal> <unfinished ...>
102 writev(12<socket:[7]>, [{iov_base="HTTP/1.1 200 OK\r\n", iov_len=17}], 1) = 17
101 <... fdatasync resumed>)          = 0
102 write(12<socket:[7]>, "HTTP/1.1 303 See Other\r\n", 24) = 24
101 fsync(9</tmp/d/peil.db-wal>) = -1 EIO (Input/output error)
102 +++ exited with 0 +++
"#;

    #[test]
    fn calls_stand_in_the_order_in_which_they_ended() {
        let trace = Trace::parse(TRACE);
        let names: Vec<_> = trace.calls.iter().map(|call| call.name.as_str()).collect();
        assert_eq!(names, ["pwrite64", "writev", "fdatasync", "write", "fsync"]);
        let folder = Path::new("/tmp/d");
        let write = trace
            .first_after(0, |call| call.is_write() && call.carries("unieke tekst"))
            .expect("it was written");
        assert!(write.is_on(folder) && write.returned == 24);
        assert!(
            write.is_on_file(&folder.join("peil.db-wal"))
                && !write.is_on_file(&folder.join("peil.db"))
        );
        assert_eq!(
            write.placed(),
            (b"\x00\x01unieke tekst = 1) ja\"\n".to_vec(), 32)
        );
        let sync = trace
            .first_after(write.ended, |call| call.is_sync() && call.is_on(folder))
            .expect("it was kept");
        assert_eq!((sync.began, sync.ended), (1, 3));
        assert!(
            trace
                .first_after(sync.ended, |call| call.carries("303 See"))
                .is_some()
        );
        assert!(
            !trace.calls[4].is_on(folder),
            "a failed fsync keeps nothing"
        );
    }
}

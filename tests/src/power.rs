//! A cut of the power, played from a trace: what was written to each file up to its last finished
//! fsync before the cut, and nothing more.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::strace::{Call, Trace};

/// Writes into `into` what a disk that keeps only what it was asked to keep would hold of these
/// files of `folder`, had the power gone at this line of the trace.
#[track_caller]
pub fn cut(trace: &Trace, line: usize, folder: &Path, names: &[&str], into: &Path) {
    let files: BTreeMap<&str, Vec<u8>> = names
        .iter()
        .map(|name| (*name, kept(trace, line, &folder.join(name))))
        .collect();
    for (name, bytes) in files {
        if !bytes.is_empty() {
            fs::write(into.join(name), bytes).expect("a file can be written");
        }
    }
}

fn kept(trace: &Trace, line: usize, file: &Path) -> Vec<u8> {
    let on = |call: &&Call| call.returned >= 0 && call.is_on_file(file);
    let calls: Vec<&Call> = trace.calls.iter().filter(on).collect();
    let Some(synced) = calls
        .iter()
        .filter(|call| call.is_sync() && call.ended < line)
        .map(|call| call.began)
        .max()
    else {
        return Vec::new();
    };
    let mut bytes = Vec::new();
    for call in calls.into_iter().filter(|call| call.ended < synced) {
        match call.name.as_str() {
            "pwrite64" => {
                let (written, offset) = call.placed();
                let end = offset + written.len();
                bytes.resize(bytes.len().max(end), 0);
                bytes[offset..end].copy_from_slice(&written);
            }
            "ftruncate" => bytes.resize(call.last_number(), 0),
            name => assert!(
                call.is_sync() || call.is_read(),
                "{name} changes a file in a way that is not played"
            ),
        }
    }
    bytes
}

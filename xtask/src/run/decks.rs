//! The example decks, for an instance that has none yet.

use crate::place;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::PathBuf;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(20);

/// Adds `decks/*.md` by the API, as a script would. An instance that has a deck already is left
/// alone.
pub fn upload_examples(port: u16, token: &str) -> Result<()> {
    let (status, decks) = call(port, token, "GET", "")?;
    let decks: Value = serde_json::from_str(&decks)
        .with_context(|| format!("the list of decks is no JSON (status {status})"))?;
    let list = decks
        .get("decks")
        .unwrap_or(&decks)
        .as_array()
        .context("the list of decks has another shape")?;
    if !list.is_empty() {
        return Ok(());
    }
    for path in examples()? {
        let deck = fs::read_to_string(&path)?;
        let (status, answer) = call(port, token, "POST", &deck)?;
        if status != 201 {
            bail!("{}: {answer}", path.display());
        }
    }
    Ok(())
}

fn examples() -> Result<Vec<PathBuf>> {
    let folder = place::root().join("decks");
    let mut paths: Vec<_> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.sort();
    Ok(paths)
}

/// One request to `/api/v1/decks`: the status and the body. HTTP/1.0, so that the body simply ends
/// where the connection does.
fn call(port: u16, token: &str, method: &str, body: &str) -> Result<(u16, String)> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(
        stream,
        "{method} /api/v1/decks HTTP/1.0\r\nhost: 127.0.0.1:{port}\r\nauthorization: Bearer {token}\r\n\
         content-type: text/markdown\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let (head, body) = answer.split_once("\r\n\r\n").context("no answer")?;
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok())
        .context("no status")?;
    Ok((status, body.to_owned()))
}

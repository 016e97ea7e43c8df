//! Phones that arrive as people do: each loads the page and everything it asks for, opens its
//! socket, and votes.

use std::collections::BTreeSet;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::{SinkExt, StreamExt};
use reqwest::Client;
use tokio_tungstenite::tungstenite::Message;

use super::crowd::open;
use super::voter::vote;
use crate::runtime::start;
use crate::{Address, wait};

/// How long one phone may take for everything.
const PATIENCE: Duration = Duration::from_secs(60);
/// Numbers of their sockets begin here, so that they come from other addresses than the hall's.
const ELSEWHERE: usize = 100_000;
const QUESTION: &str = "pet";

/// How phones arrived.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// From the moment that all set out until the last vote was acknowledged, in seconds.
    pub seconds: f64,
    /// What a phone loads: the paths beside the page.
    pub assets: Vec<String>,
    /// What went wrong, once for each phone that did not get there.
    pub errors: Vec<String>,
}

/// So many phones set out at once for a room whose question is open in its first round.
#[track_caller]
pub fn arrive(phones: usize, address: &Address, code: &str) -> Arrival {
    let origin = address.origin();
    let assets = wait(assets(&origin, code)).expect("the page can be read");
    let shared = Arc::new((origin, code.to_owned(), assets.clone()));
    let begun = Instant::now();
    let arriving: Vec<_> = (0..phones)
        .map(|number| start(arrives(number, shared.clone())))
        .collect();
    let outcomes: Vec<_> = arriving
        .into_iter()
        .map(|phone| wait(phone).expect("a phone does not panic"))
        .collect();
    let last = outcomes
        .iter()
        .flatten()
        .max()
        .copied()
        .unwrap_or_else(Instant::now);
    let errors = outcomes.into_iter().filter_map(Result::err).collect();
    Arrival {
        seconds: last.saturating_duration_since(begun).as_secs_f64(),
        assets,
        errors,
    }
}

async fn arrives(
    number: usize,
    shared: Arc<(String, String, Vec<String>)>,
) -> Result<Instant, String> {
    let (origin, code, assets) = &*shared;
    let arriving = tokio::time::timeout(PATIENCE, votes(number, origin, code, assets));
    arriving
        .await
        .map_err(|_| format!("not there after {PATIENCE:?}"))?
}

async fn votes(
    number: usize,
    origin: &str,
    code: &str,
    assets: &[String],
) -> Result<Instant, String> {
    let client = client(number)?;
    let page = fetch(&client, format!("{origin}/{code}")).await?;
    let cookies = page
        .headers()
        .get_all("set-cookie")
        .iter()
        .filter_map(|cookie| cookie.to_str().ok());
    let own = cookies
        .filter_map(|cookie| cookie.split(';').next())
        .find(|cookie| cookie.starts_with("peil_id="));
    let cookie = own.ok_or("the page sets no cookie")?.to_owned();
    page.bytes().await.map_err(|error| error.to_string())?;
    for asset in assets {
        let file = fetch(&client, format!("{origin}{asset}")).await?;
        file.bytes().await.map_err(|error| error.to_string())?;
    }
    drop(client);
    let host = origin.trim_start_matches("http://");
    let mut socket = open(ELSEWHERE + number, host, code, Some(&cookie)).await?;
    loop {
        let next = socket.next().await.ok_or("the socket was closed")?;
        match next.map_err(|error| error.to_string())? {
            Message::Text(text)
                if text.starts_with(r#"{"type":"hello""#)
                    || text.starts_with(r#"{"type":"error""#) =>
            {
                let frame = Message::text(vote(number, QUESTION, 1));
                socket
                    .send(frame)
                    .await
                    .map_err(|error| error.to_string())?;
            }
            Message::Text(text) if text.starts_with(r#"{"type":"saved""#) => {
                return Ok(Instant::now());
            }
            Message::Text(text) if text.starts_with(r#"{"type":"refused""#) => {
                return Err(text.to_string());
            }
            _ => {}
        }
    }
}

fn client(number: usize) -> Result<Client, String> {
    let address = Ipv4Addr::new(127, 253, 1, 1 + (number % 200) as u8);
    let client = Client::builder()
        .no_proxy()
        .local_address(Some(address.into()))
        .timeout(PATIENCE);
    client.build().map_err(|error| error.to_string())
}

async fn fetch(client: &Client, url: String) -> Result<reqwest::Response, String> {
    let request = client
        .get(&url)
        .header("accept-encoding", "br")
        .header("accept", "text/html,*/*");
    let response = request
        .send()
        .await
        .map_err(|error| format!("{url}: {error:?}"))?;
    if response.status().as_u16() != 200 {
        return Err(format!("{url}: {}", response.status()));
    }
    Ok(response)
}

/// Everything that the page asks for, and what that asks for: read once, uncompressed, as nobody's
/// phone.
async fn assets(origin: &str, code: &str) -> Result<Vec<String>, reqwest::Error> {
    let client = Client::builder().no_proxy().build()?;
    let page = client
        .get(format!("{origin}/{code}"))
        .send()
        .await?
        .text()
        .await?;
    let mut found = named(&page);
    for path in found
        .clone()
        .iter()
        .filter(|path| path.ends_with(".js") || path.ends_with(".css"))
    {
        let text = client
            .get(format!("{origin}{path}"))
            .send()
            .await?
            .text()
            .await?;
        found.extend(named(&text));
    }
    Ok(found.into_iter().collect())
}

/// The files with a hash in their name that a text asks for.
fn named(text: &str) -> BTreeSet<String> {
    let words =
        text.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '/')));
    words.filter_map(file).collect()
}

/// The path of a file such as `phone-0123456789abcdef.css`.
fn file(word: &str) -> Option<String> {
    let name = word.rsplit('/').next()?;
    let (stem, _) = name.split_once('.')?;
    let (_, hash) = stem.rsplit_once('-')?;
    let is_hash = hash.len() == 16 && hash.chars().all(|c| c.is_ascii_hexdigit());
    is_hash.then(|| format!("/assets/{name}"))
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn what_a_page_asks_for_is_found_by_the_hash_in_its_name() {
        let page = r#"<link rel=stylesheet href="/assets/phone-72a814589ed69060.css"><img src="/a-picture.png">
            new URL("phone-87ef58fdd1e51bee.wasm", import.meta.url)"#;
        let found: Vec<_> = named(page).into_iter().collect();
        assert_eq!(
            found,
            [
                "/assets/phone-72a814589ed69060.css",
                "/assets/phone-87ef58fdd1e51bee.wasm"
            ]
        );
    }
}

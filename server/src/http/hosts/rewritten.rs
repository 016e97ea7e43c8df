//! A proxy that passes requests on under another name than the one people asked for: what browsers
//! send is then refused as coming from another site, and links and QR codes lead nowhere, until the
//! server is started with `--public-url`.
//!
//! Noticed by what a browser says itself: that a page of this very site asked, and that site's name
//! is another than the request's. It is said to the log once, to the desk, and to `peil doctor` by
//! a document. No name is kept.

use std::sync::atomic::{AtomicBool, Ordering};

use http::{HeaderMap, HeaderName, header};

use crate::backend::DocumentError;
use crate::clock::now_ms;
use crate::store::Store;

/// Where it is noted for whoever reads the folder.
const NOTED: &str = "rewritten-host";
const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");

/// Whether such a proxy was seen.
#[derive(Default)]
pub struct Rewritten(AtomicBool);

impl Rewritten {
    /// What was noted before, unless somebody has said since where people reach this instance.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn begin(store: &Store, is_told: bool) -> Result<Self, DocumentError> {
        if is_told {
            store.delete(NOTED).await?;
        }
        Ok(Self(is_noted(store).await?.into()))
    }

    /// Whether it was found.
    pub fn is_found(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Looks at a request to `host`; true when that is the first by which it is known.
    pub fn is_found_by(&self, headers: &HeaderMap, host: &str, sends: Option<Sends>) -> bool {
        !self.is_found()
            && is_rewritten(headers, host, sends)
            && !self.0.swap(true, Ordering::Relaxed)
    }

    /// Says it to whoever reads the folder, and to the log.
    pub async fn tell(&self, store: &Store) {
        match store.create(NOTED, &now_ms()).await {
            Ok(_) | Err(DocumentError::Exists) => {}
            Err(error) => {
                tracing::warn!(%error, "a proxy that changes the host could not be noted for `peil doctor`")
            }
        }
        tracing::warn!("{SAID}");
    }
}

/// What there is to do about it.
pub const SAID: &str = "a proxy passes requests on under another host than browsers ask for, so what people send is refused and links lead \
                        nowhere: give --public-url with the address that people type";

/// A request that changes something, and whether it brings a cookie that this instance gave.
#[derive(Clone, Copy, Debug)]
pub struct Sends {
    pub known: bool,
}

/// Whether a server noted it that has not been set right since.
///
/// # Errors
/// Those of the store.
pub async fn is_noted(store: &Store) -> Result<bool, DocumentError> {
    Ok(store.get::<u64>(NOTED).await?.is_some())
}

/// Whether a page of the site that this request was sent to has another host than it. Browsers say
/// so where the page came by https; else the proxy may, or our own cookie does: it is sent along by
/// pages of its own site alone.
fn is_rewritten(headers: &HeaderMap, host: &str, sends: Option<Sends>) -> bool {
    let value = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let page = value(&header::ORIGIN)
        .or_else(|| value(&header::REFERER))
        .and_then(|page| page.split_once("://"));
    let Some((scheme, page)) = page.map(|(scheme, rest)| (scheme, with_port(rest, scheme))) else {
        return false;
    };
    if page == with_port(host, scheme) {
        return false;
    }
    match value(&FETCH_SITE) {
        Some(site) => site == "same-origin",
        None => {
            let forwarded = value(&FORWARDED_HOST)
                .and_then(|hosts| hosts.split(',').next())
                .map(str::trim);
            let named = forwarded.is_some_and(|host| page == with_port(host, scheme));
            named
                || (headers.contains_key(header::ORIGIN) && sends.is_some_and(|sends| sends.known))
        }
    }
}

/// Of `Peil.nl/desk` by https it is `peil.nl:443`.
pub fn with_port(authority: &str, scheme: &str) -> String {
    let authority = authority
        .split('/')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let bare = authority
        .rsplit_once(':')
        .is_none_or(|(_, port)| port.is_empty() || port.contains(']'));
    match (bare, scheme) {
        (true, "https") => format!("{authority}:443"),
        (true, _) => format!("{authority}:80"),
        (false, _) => authority,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: (&str, &str) = ("origin", "https://peil.nl");
    const SAME: (&str, &str) = ("sec-fetch-site", "same-origin");
    const KNOWN: Option<Sends> = Some(Sends { known: true });
    const STRANGER: Option<Sends> = Some(Sends { known: false });

    #[test]
    fn a_page_of_ones_own_site_with_another_host_makes_it_known_and_nothing_else_does() {
        for (headers, host, sends, expected) in [
            (&[PAGE, SAME][..], "127.0.0.1:8080", None, true),
            (&[PAGE, SAME], "peil.nl", None, false),
            (&[PAGE, SAME], "Peil.nl:443", None, false),
            (
                &[("origin", "https://peil.nl:8443"), SAME],
                "peil.nl",
                None,
                true,
            ),
            (
                &[("referer", "https://peil.nl/desk?rooms=2"), SAME],
                "peil:8080",
                None,
                true,
            ),
            (
                &[("referer", "https://peil.nl/desk"), SAME],
                "peil.nl",
                None,
                false,
            ),
            (
                &[
                    ("referer", "https://elders.nl/"),
                    ("sec-fetch-site", "cross-site"),
                ],
                "peil.nl",
                None,
                false,
            ),
            (&[("referer", "https://elders.nl/")], "peil.nl", None, false),
            (
                &[("referer", "https://elders.nl/")],
                "peil.nl",
                KNOWN,
                false,
            ),
            (
                &[
                    ("origin", "https://kwaad.nl"),
                    ("sec-fetch-site", "cross-site"),
                ],
                "peil.nl",
                KNOWN,
                false,
            ),
            (
                &[
                    ("origin", "https://neven.peil.nl"),
                    ("sec-fetch-site", "same-site"),
                ],
                "peil.nl",
                KNOWN,
                false,
            ),
            (
                &[("origin", "http://peil.lan")],
                "127.0.0.1:8080",
                KNOWN,
                true,
            ),
            (
                &[("origin", "http://peil.lan")],
                "127.0.0.1:8080",
                STRANGER,
                false,
            ),
            (
                &[("origin", "http://peil.lan")],
                "127.0.0.1:8080",
                None,
                false,
            ),
            (&[("origin", "http://peil.lan")], "peil.lan", KNOWN, false),
            (
                &[PAGE, ("x-forwarded-host", "peil.nl")],
                "peil:8080",
                None,
                true,
            ),
            (
                &[PAGE, ("x-forwarded-host", "peil.nl, cdn.example")],
                "peil:8080",
                None,
                true,
            ),
            (
                &[PAGE, ("x-forwarded-host", "elders.nl")],
                "peil:8080",
                None,
                false,
            ),
            (&[("x-forwarded-host", "peil.nl")], "peil:8080", None, false),
            (
                &[
                    ("referer", "https://peil.nl/"),
                    ("x-forwarded-host", "peil.nl"),
                ],
                "peil:8080",
                None,
                true,
            ),
            (&[("origin", "null"), SAME], "peil.nl", KNOWN, false),
            (&[SAME], "peil.nl", KNOWN, false),
        ] {
            let mut all = HeaderMap::new();
            headers
                .iter()
                .for_each(|(name, value)| drop(all.insert(*name, value.parse().unwrap())));
            assert_eq!(
                is_rewritten(&all, host, sends),
                expected,
                "{headers:?} at {host}, {sends:?}"
            );
        }
    }

    #[test]
    fn it_is_found_once() {
        let rewritten = Rewritten::default();
        let mut headers = HeaderMap::new();
        headers.insert("origin", "https://peil.nl".parse().unwrap());
        headers.insert("sec-fetch-site", "same-origin".parse().unwrap());
        let found = [(); 3].map(|()| rewritten.is_found_by(&headers, "peil:8080", None));
        assert_eq!((found, rewritten.is_found()), ([true, false, false], true));
    }
}

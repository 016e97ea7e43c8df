//! Pages that everybody sees alike, as they were made last: a hall opens the same one at once, and
//! it is made once for each change of what it is made from.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use client::language::Language;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE, VARY};
use http::{HeaderMap, HeaderValue};
use shared::after_page::AfterPageLink;
use shared::ids::{RoomId, SlideId};

use super::{assets, compression};

/// Pages that are kept at once; with one more, all are forgotten.
const KEPT_MAX: usize = 32;

/// What a page was made from: the same of all of this is the same page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageVersion {
    /// The room's sequence, and what takes answers of it.
    pub seq: u64,
    pub asked: Vec<SlideId>,
    /// The version of what its organiser puts there, and where it is.
    pub document: u64,
    pub link: AfterPageLink,
}

/// A page as bytes, as it is and packed.
#[derive(Clone, Debug)]
pub struct MadePage {
    plain: Bytes,
    small: Bytes,
}

type PageSlot = Arc<tokio::sync::Mutex<Option<(PageVersion, MadePage)>>>;

/// What was made.
#[derive(Default)]
pub struct MadePages {
    pages: Mutex<HashMap<(RoomId, Language), PageSlot>>,
}

impl MadePages {
    /// The page of a room in that language, made where it was not yet. Whoever comes meanwhile
    /// waits for it, and makes none beside it.
    ///
    /// # Errors
    /// Those of making it.
    pub async fn get<E>(
        &self,
        (room, language): (&RoomId, Language),
        version: PageVersion,
        make: impl AsyncFnOnce() -> Result<String, E>,
    ) -> Result<MadePage, E> {
        let kept = self.kept(room, language);
        let mut kept = kept.lock().await;
        if let Some((_, page)) = kept.as_ref().filter(|(of, _)| *of == version) {
            return Ok(page.clone());
        }
        let plain = Bytes::from(make().await?);
        let small = compression::brotli(&plain);
        let page = MadePage { plain, small };
        *kept = Some((version, page.clone()));
        Ok(page)
    }

    fn kept(&self, room: &RoomId, language: Language) -> PageSlot {
        let mut pages = self
            .pages
            .lock()
            .expect("nobody panics while looking at what was made");
        let key = (room.clone(), language);
        if pages.len() >= KEPT_MAX && !pages.contains_key(&key) {
            pages.clear();
        }
        pages.entry(key).or_default().clone()
    }
}

impl MadePage {
    /// The answer, packed for whoever takes it so: it holds no secret.
    pub fn answer(self, asked: &HeaderMap) -> Response {
        let is_small = assets::accepts(asked, "br");
        let bytes = if is_small { self.small } else { self.plain };
        let mut response = compression::may_be(Body::from(bytes).into_response());
        let headers = response.headers_mut();
        let mut say = |name, value: &'static str| {
            headers.insert(name, HeaderValue::from_static(value));
        };
        say(CONTENT_TYPE, "text/html; charset=utf-8");
        say(VARY, "accept-encoding");
        if is_small {
            say(CONTENT_ENCODING, "br");
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn version(seq: u64) -> PageVersion {
        let link = AfterPageLink {
            slug: "middag".into(),
            day: "2026-12-28".into(),
            until: 9,
        };
        PageVersion {
            seq,
            asked: Vec::new(),
            document: 1,
            link,
        }
    }

    async fn made(pages: &MadePages, room: &str, seq: u64, times: &AtomicUsize) -> Bytes {
        let make = async || {
            times.fetch_add(1, Ordering::Relaxed);
            tokio::task::yield_now().await;
            Ok::<_, ()>(format!("<p>{room} {seq}</p>"))
        };
        let room = RoomId(room.to_owned());
        let page = pages.get((&room, Language::default()), version(seq), make);
        page.await.expect("it is made").plain
    }

    #[tokio::test]
    async fn a_page_is_made_once_for_each_change_whoever_comes_at_once() {
        let (pages, times) = (MadePages::default(), AtomicUsize::new(0));
        let hall = (0..50).map(|_| made(&pages, "a", 1, &times));
        let seen = futures_util::future::join_all(hall).await;
        assert!(seen.iter().all(|page| &**page == b"<p>a 1</p>"));
        assert_eq!(times.load(Ordering::Relaxed), 1);
        assert_eq!(&*made(&pages, "a", 2, &times).await, b"<p>a 2</p>");
        assert_eq!(times.load(Ordering::Relaxed), 2);
    }

    #[tokio::test]
    async fn no_more_are_kept_than_there_is_room_for() {
        let (pages, times) = (MadePages::default(), AtomicUsize::new(0));
        for room in 0..3 * KEPT_MAX {
            made(&pages, &format!("room{room}"), 1, &times).await;
            let kept = pages.pages.lock().expect("nobody panics here").len();
            assert!(kept <= KEPT_MAX);
        }
    }
}

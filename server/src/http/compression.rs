//! Pages made small for the way: a phone's first vote has to fit what a connection carries in its
//! first round trip.
//!
//! A page is packed where whoever makes it says that it [may be](may_be): how long an answer gets
//! tells of what is in it, so a page that holds a secret beside what a stranger can write would
//! give it away letter by letter (BREACH). Whatever is not marked goes as it is, and asks every
//! proxy to leave it so. Assets lie compressed in the binary.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, VARY};
use http::{HeaderMap, HeaderValue};

use super::assets;

/// Smaller pages fit one packet as they are, in bytes.
const WORTH_BYTES: usize = 1_200;
/// A page costs some tenths of a millisecond at this strength; the next ones take several times
/// that for a few bytes.
const QUALITY: i32 = 4;
/// The window, as a power of two: 64 KiB, which any page of ours is smaller than.
const WINDOW: i32 = 16;

/// That an answer holds no secret of anybody: no link of a room, no session, no token.
#[derive(Clone, Copy)]
struct HoldsNoSecret;

/// Marks a page that may be compressed, here and on the way.
pub fn may_be(page: impl IntoResponse) -> Response {
    let mut response = page.into_response();
    response.extensions_mut().insert(HoldsNoSecret);
    response
}

/// Compresses a page for clients that take brotli, if it may be.
pub async fn pages(request: Request, next: Next) -> Response {
    let accepts = assets::accepts(request.headers(), "br");
    let mut response = next.run(request).await;
    if response.extensions().get::<HoldsNoSecret>().is_none() {
        // What says for itself how it is kept (an asset) is everybody's.
        response
            .headers_mut()
            .entry(CACHE_CONTROL)
            .or_insert(HeaderValue::from_static("no-store, no-transform"));
        return response;
    }
    if !is_page(response.headers()) {
        return response;
    }
    response
        .headers_mut()
        .insert(VARY, HeaderValue::from_static("accept-encoding"));
    if accepts {
        compressed(response).await
    } else {
        response
    }
}

fn is_page(headers: &HeaderMap) -> bool {
    let html = |kind: &HeaderValue| kind.as_bytes().starts_with(b"text/html");
    headers.get(CONTENT_TYPE).is_some_and(html) && !headers.contains_key(CONTENT_ENCODING)
}

async fn compressed(response: Response) -> Response {
    let (mut head, body) = response.into_parts();
    let page = to_bytes(body, usize::MAX)
        .await
        .expect("a page is in memory already");
    if page.len() < WORTH_BYTES {
        return Response::from_parts(head, Body::from(page));
    }
    head.headers.remove(CONTENT_LENGTH);
    head.headers
        .insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
    Response::from_parts(head, Body::from(brotli(&page)))
}

/// The page, packed.
pub fn brotli(page: &[u8]) -> Bytes {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: QUALITY,
        lgwin: WINDOW,
        size_hint: page.len(),
        ..Default::default()
    };
    let mut small = Vec::with_capacity(page.len() / 2);
    brotli::BrotliCompress(&mut &*page, &mut small, &parameters).expect("memory takes every byte");
    small.into()
}

#[cfg(test)]
mod tests {
    use super::brotli;

    #[test]
    fn a_page_is_smaller_on_the_way_and_the_same_at_its_end() {
        let page = "<li class=\"card\"><p dir=\"auto\">Een moestuin op het dak</p></li>".repeat(60);
        let small = brotli(page.as_bytes());
        assert!(
            small.len() * 5 < page.len(),
            "{} of {}",
            small.len(),
            page.len()
        );
        let mut back = Vec::new();
        ::brotli::BrotliDecompress(&mut &*small, &mut back).unwrap();
        assert_eq!(back, page.as_bytes());
    }
}

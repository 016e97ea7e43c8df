//! What browsers fetch once and keep: scripts, styles, fonts and the icon, all inside the binary.
//!
//! Each file's name holds a hash of its content, so an answer never grows old and pages ask by the
//! plain name: `url("phone.css")`. It does not know how the files are made; `build.rs` takes them
//! from the manifest of `cargo xtask bundle`.

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use http::{HeaderMap, HeaderValue, StatusCode};

/// One file, as it is and compressed.
struct Asset {
    name: &'static str,
    file: &'static str,
    plain: &'static [u8],
    brotli: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

static ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The address of a file, by the name that pages know: `phone.css`, `phone.js`. None where the
/// binary was built without the bundles.
pub fn url(name: &str) -> Option<String> {
    url_in(ASSETS, name)
}

/// Whether the binary was built with the bundles. Without them pages are plain forms; whoever
/// starts the server wants to read that.
pub fn embedded() -> bool {
    !ASSETS.is_empty()
}

/// The answer to `GET /assets/FILE`.
pub fn respond(file: &str, request: &HeaderMap) -> Response {
    answer(ASSETS, file, request)
}

fn url_in(assets: &[Asset], name: &str) -> Option<String> {
    let asset = assets.iter().find(|asset| asset.name == name)?;
    Some(format!("/assets/{}", asset.file))
}

fn answer(assets: &[Asset], file: &str, request: &HeaderMap) -> Response {
    let Some(asset) = assets.iter().find(|asset| asset.file == file) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let (encoding, bytes) = asset.best_for(request);
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.insert(
        CONTENT_TYPE,
        HeaderValue::from_static(content_type(asset.name)),
    );
    headers.insert(
        CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

impl Asset {
    /// The smallest form that the browser takes.
    fn best_for(&self, request: &HeaderMap) -> (Option<&'static str>, &'static [u8]) {
        let encodings = [("br", self.brotli), ("gzip", self.gzip)];
        encodings
            .into_iter()
            .find_map(|(encoding, bytes)| {
                Some((encoding, bytes?)).filter(|_| accepts(request, encoding))
            })
            .map_or((None, self.plain), |(encoding, bytes)| {
                (Some(encoding), bytes)
            })
    }
}

/// Whether `Accept-Encoding` names `encoding` and does not refuse it with a weight of zero.
pub fn accepts(request: &HeaderMap, encoding: &str) -> bool {
    request
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|choice| {
            let (name, weight) = choice.split_once(';').unwrap_or((choice, "q=1"));
            let weight = weight
                .trim()
                .strip_prefix("q=")
                .and_then(|weight| weight.parse::<f32>().ok());
            name.trim().eq_ignore_ascii_case(encoding) && weight != Some(0.0)
        })
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http_body_util::BodyExt;

    const SOME: &[Asset] = &[
        Asset {
            name: "phone.wasm",
            file: "phone-1f.wasm",
            plain: b"plain",
            brotli: Some(b"brotli"),
            gzip: Some(b"gzip"),
        },
        Asset {
            name: "letter.woff2",
            file: "letter-2e.woff2",
            plain: b"font",
            brotli: None,
            gzip: None,
        },
    ];

    fn header<'a>(response: &'a Response, name: &http::HeaderName) -> Option<&'a str> {
        response
            .headers()
            .get(name)
            .map(|value| value.to_str().unwrap())
    }

    async fn check(file: &str, accept: &str, encoding: Option<&str>, body: &[u8]) {
        let mut request = HeaderMap::new();
        request.insert(ACCEPT_ENCODING, accept.parse().unwrap());
        let response = answer(SOME, file, &request);
        assert_eq!(
            header(&response, &CONTENT_ENCODING),
            encoding,
            "{file} for {accept:?}"
        );
        let got = response.into_body().collect().await.unwrap().to_bytes();
        assert_eq!(got, body, "{file} for {accept:?}");
    }

    #[tokio::test]
    async fn the_smallest_form_that_the_browser_takes_is_sent() {
        check(
            "phone-1f.wasm",
            "gzip, deflate, br, zstd",
            Some("br"),
            b"brotli",
        )
        .await;
        check("phone-1f.wasm", "gzip, deflate", Some("gzip"), b"gzip").await;
        check("phone-1f.wasm", "br;q=0, GZIP;q=0.5", Some("gzip"), b"gzip").await;
        check("phone-1f.wasm", "identity", None, b"plain").await;
        check("phone-1f.wasm", "", None, b"plain").await;
        check("letter-2e.woff2", "br, gzip", None, b"font").await;
    }

    #[test]
    fn an_answer_may_be_kept_for_ever_and_says_what_it_is() {
        let response = answer(SOME, "phone-1f.wasm", &HeaderMap::new());
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(header(&response, &CONTENT_TYPE), Some("application/wasm"));
        assert_eq!(
            header(&response, &CACHE_CONTROL),
            Some("public, max-age=31536000, immutable")
        );
        assert_eq!(header(&response, &VARY), Some("accept-encoding"));
    }

    #[test]
    fn only_the_hashed_name_is_an_address() {
        assert_eq!(
            url_in(SOME, "phone.wasm").as_deref(),
            Some("/assets/phone-1f.wasm")
        );
        assert_eq!(url_in(SOME, "stage.css"), None);
        let response = answer(SOME, "phone.wasm", &HeaderMap::new());
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
    }
}

//! From a request to a socket (RFC 6455 section 4.2), with the connection's place among all connections held for as
//! long as the socket lasts.

use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use http::{HeaderValue, StatusCode, header};
use hyper::upgrade::{OnUpgrade, Upgraded};
use hyper_util::rt::TokioIo;
use shared::limits::FRAME_BYTES;
use shared::protocol::Closing;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig};

use super::connection::{self, Connection};
use crate::App;
use crate::http::accept::Place;
use crate::http::caller::Caller;
use crate::http::failure::Failure;

/// A socket over the connection that a request came on.
pub type Socket = WebSocketStream<TokioIo<Upgraded>>;

/// What a socket keeps for reading, in bytes: phones say little.
const READ_BUFFER_BYTES: usize = 2 * 1024;
/// What may wait to be written before a socket counts as stuck, in bytes: the largest view and some.
const WRITE_BUFFER_BYTES: usize = 4 * 1024 * 1024;

/// Answers a request for a socket: makes it, and runs it or closes it with the reason.
pub fn answer(
    app: &App,
    caller: &Caller,
    mut request: Request,
    cookie: Option<HeaderValue>,
    admitted: Result<Connection, Closing>,
) -> Response {
    if caller.is_foreign {
        return Failure::foreign_origin().problem();
    }
    let Some(accept) = key(&request).map(|key| derive_accept_key(key.as_bytes())) else {
        return not_a_handshake();
    };
    let place = request.extensions().get::<Place>().cloned();
    let upgrading = hyper::upgrade::on(&mut request);
    app.hall.run(async move {
        if let Some(socket) = begin(upgrading).await {
            match admitted {
                Ok(connection) => connection.run(socket).await,
                Err(closing) => connection::close(socket, closing).await,
            }
        }
        drop(place);
    });
    switching(accept, cookie)
}

async fn begin(upgrading: OnUpgrade) -> Option<Socket> {
    let upgraded = upgrading.await.inspect_err(|error| tracing::debug!(%error, "a handshake was not finished")).ok()?;
    let config = WebSocketConfig::default()
        .read_buffer_size(READ_BUFFER_BYTES)
        .write_buffer_size(0)
        .max_write_buffer_size(WRITE_BUFFER_BYTES)
        .max_message_size(Some(FRAME_BYTES))
        .max_frame_size(Some(FRAME_BYTES));
    Some(WebSocketStream::from_raw_socket(TokioIo::new(upgraded), Role::Server, Some(config)).await)
}

/// The client's key, if the request asks for a socket of the one version there is.
fn key(request: &Request) -> Option<&str> {
    let value = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
    let names = |name, word: &str| {
        value(name).is_some_and(|list| list.split(',').any(|item| item.trim().eq_ignore_ascii_case(word)))
    };
    let asks = names(header::CONNECTION, "upgrade") && names(header::UPGRADE, "websocket");
    value(header::SEC_WEBSOCKET_KEY).filter(|_| asks && names(header::SEC_WEBSOCKET_VERSION, "13"))
}

fn switching(accept: String, cookie: Option<HeaderValue>) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
    let headers = response.headers_mut();
    headers.insert(header::CONNECTION, HeaderValue::from_static("upgrade"));
    headers.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
    let accept = HeaderValue::try_from(accept).expect("base64 can stand in a header");
    headers.insert(header::SEC_WEBSOCKET_ACCEPT, accept);
    if let Some(cookie) = cookie {
        headers.append(header::SET_COOKIE, cookie);
    }
    response
}

fn not_a_handshake() -> Response {
    let detail = "This address takes WebSocket connections, version 13.";
    let mut response = Failure::new(StatusCode::UPGRADE_REQUIRED, "upgrade_required", detail).problem();
    response.headers_mut().insert(header::UPGRADE, HeaderValue::from_static("websocket"));
    response.headers_mut().insert(header::SEC_WEBSOCKET_VERSION, HeaderValue::from_static("13"));
    response
}

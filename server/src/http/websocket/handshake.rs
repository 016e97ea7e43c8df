//! From a request to a socket (RFC 6455 section 4.2), with the connection's place among all
//! connections held for as long as the socket lasts.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use http::{HeaderValue, StatusCode, header};
use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use shared::protocol::Closing;
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

use super::connection::{self, Admitted, SocketTask};
use super::frame_reader::FrameReader;
use crate::App;
use crate::auth::watch;
use crate::fanout::SocketWriter;
use crate::http::accept::ConnectionPermit;
use crate::http::failure::Failure;
use crate::http::request_context;

/// What the kernel keeps of what is written to a socket and not yet taken, in bytes: several views,
/// and no more.
const SEND_BUFFER_BYTES: usize = 32 * 1024;

/// Answers a request for a socket: makes it, and runs it or closes it with the reason.
pub fn answer(
    app: &App,
    mut request: Request,
    cookie: Option<HeaderValue>,
    admitted: Result<Admitted, Closing>,
) -> Response {
    let (accept, upgrading) = match accept(&mut request) {
        Ok(accepted) => accepted,
        Err(refused) => return *refused,
    };
    let permit = permit(&request);
    let app = app.clone();
    let fanout = app.fanout.clone();
    fanout.run(async move {
        let Some((reader, pipe)) = begin(upgrading).await else {
            return;
        };
        match admitted {
            // A task of its own, so that nothing of the handshake lives as long as the socket.
            Ok(admitted) => {
                let pass = admitted.subscription.pass().cloned();
                app.fanout
                    .run(SocketTask::begin(admitted, reader, pipe, permit).run());
                // What it rests on may have ended since it was looked at, and before whoever ended
                // it could see this socket.
                if let Some(pass) = pass {
                    watch::look_again(&app, |other| std::ptr::eq(other, &*pass)).await;
                }
            }
            Err(closing) => {
                connection::close(reader, Arc::new(SocketWriter::new(pipe, 0)), closing).await
            }
        }
    });
    switching(accept, cookie)
}

/// What accepts a handshake, and the connection that is about to be a socket; or what is said where
/// it is none of ours.
pub fn accept(request: &mut Request) -> Result<(String, OnUpgrade), Box<Response>> {
    if request_context::of(request.extensions()).is_foreign {
        return Err(Box::new(Failure::foreign_origin().problem()));
    }
    let Some(accept) = key(request).map(|key| derive_accept_key(key.as_bytes())) else {
        return Err(Box::new(not_a_handshake()));
    };
    Ok((accept, hyper::upgrade::on(request)))
}

/// The place of the connection among all.
pub fn permit(request: &Request) -> Option<ConnectionPermit> {
    request.extensions().get::<ConnectionPermit>().cloned()
}

/// Takes the connection back from HTTP.
pub async fn begin(upgrading: OnUpgrade) -> Option<(FrameReader<OwnedReadHalf>, OwnedWriteHalf)> {
    let upgraded = upgrading
        .await
        .inspect_err(|error| tracing::debug!(%error, "a handshake was not finished"))
        .ok()?;
    let parts = upgraded.downcast::<TokioIo<TcpStream>>();
    let parts = parts
        .inspect_err(|_| tracing::error!("a socket came over something else than TCP"))
        .ok()?;
    let stream = parts.io.into_inner();
    if let Err(error) =
        rustix::net::sockopt::set_socket_send_buffer_size(&stream, SEND_BUFFER_BYTES)
    {
        tracing::debug!(%error, "a socket keeps its large buffer");
    }
    let (read, write) = stream.into_split();
    Some((FrameReader::new(read, &parts.read_buf), write))
}

/// The client's key, if the request asks for a socket of the one version there is.
fn key(request: &Request) -> Option<&str> {
    let value = |name| {
        request
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    let names = |name, word: &str| {
        value(name).is_some_and(|list| {
            list.split(',')
                .any(|item| item.trim().eq_ignore_ascii_case(word))
        })
    };
    let asks = names(header::CONNECTION, "upgrade") && names(header::UPGRADE, "websocket");
    value(header::SEC_WEBSOCKET_KEY).filter(|_| asks && names(header::SEC_WEBSOCKET_VERSION, "13"))
}

/// The answer to a handshake that is accepted.
pub fn switching(accept: String, cookie: Option<HeaderValue>) -> Response {
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
    let mut response =
        Failure::new(StatusCode::UPGRADE_REQUIRED, "upgrade_required", detail).problem();
    response
        .headers_mut()
        .insert(header::UPGRADE, HeaderValue::from_static("websocket"));
    response.headers_mut().insert(
        header::SEC_WEBSOCKET_VERSION,
        HeaderValue::from_static("13"),
    );
    response
}

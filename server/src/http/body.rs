//! Bodies of requests, read whole and within their bounds.

use std::time::Duration;

use axum::body::{Body, Bytes};
use http_body_util::BodyExt;
use serde::de::DeserializeOwned;
use shared::question::Fields;

use super::failure::Failure;
use crate::form_parser;

/// A JSON body, in bytes.
const JSON_BYTES: usize = 16 * 1024;
/// What is read of a body beyond its limit before the connection is closed, in bytes.
const DRAINED_BYTES: usize = 8 * 1024 * 1024;
/// How long a client may take to send a body.
const BODY_DEADLINE: Duration = Duration::from_secs(30);

/// A whole body within a limit.
pub async fn whole(body: Body, limit_bytes: usize) -> Result<Bytes, Failure> {
    tokio::time::timeout(BODY_DEADLINE, read(body, limit_bytes))
        .await
        .map_err(|_| Failure::too_slow())?
}

/// The fields of a form within a limit.
pub async fn form(body: Body, limit_bytes: usize) -> Result<Fields, Failure> {
    Ok(form_parser::read(&whole(body, limit_bytes).await?))
}

/// What the JSON object of a body says. A list is none, though its items could be read as fields in
/// order.
pub async fn json<T: DeserializeOwned>(body: Body) -> Result<T, Failure> {
    json_within(body, JSON_BYTES).await
}

/// The same within another limit.
pub async fn json_within<T: DeserializeOwned>(
    body: Body,
    limit_bytes: usize,
) -> Result<T, Failure> {
    let bytes = whole(body, limit_bytes).await?;
    let not_expected = |why: String| {
        Failure::malformed(format!(
            "The body is not the JSON that is expected here: {why}."
        ))
    };
    let said = serde_json::from_slice(&bytes).map_err(|error| not_expected(error.to_string()))?;
    if bytes.trim_ascii_start().starts_with(b"[") {
        return Err(not_expected("a list, and no object".to_owned()));
    }
    Ok(said)
}

/// What is beyond the limit is read on for a while and dropped: a connection that is closed while
/// the client still sends is reset, and then nobody reads the sentence.
async fn read(mut body: Body, limit_bytes: usize) -> Result<Bytes, Failure> {
    let (mut kept, mut seen) = (Vec::new(), 0);
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Failure::malformed("The body ended early."))?;
        let Ok(data) = frame.into_data() else {
            continue;
        };
        seen += data.len();
        if seen <= limit_bytes {
            kept.extend_from_slice(&data);
        } else if seen > limit_bytes + DRAINED_BYTES {
            break;
        }
    }
    if seen > limit_bytes {
        Err(Failure::too_large(limit_bytes))
    } else {
        Ok(kept.into())
    }
}

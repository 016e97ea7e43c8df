//! What an address asks behind its `?`; what can't be read there is answered like every other failure.

use axum::extract::rejection::QueryRejection;
use axum::extract::{FromRequestParts, OriginalUri, Query};
use axum::response::Response;
use http::request::Parts;
use serde::de::DeserializeOwned;

use super::caller::Caller;
use super::failure::Failure;

/// The query of an address.
pub struct Asked<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Asked<T> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let asked = Query::<T>::from_request_parts(parts, state).await;
        asked.map(|Query(asked)| Self(asked)).map_err(|rejection| refuse(parts, &rejection))
    }
}

fn refuse(parts: &Parts, rejection: &QueryRejection) -> Response {
    let failure =
        Failure::malformed(format!("The address asks for something that is not there: {}.", rejection.body_text()));
    let path = parts.extensions.get::<OriginalUri>().map_or(parts.uri.path(), |original| original.0.path());
    let language = parts.extensions.get::<Caller>().map(Caller::language).unwrap_or_default();
    if path.starts_with("/api/") { failure.problem() } else { failure.page(language) }
}

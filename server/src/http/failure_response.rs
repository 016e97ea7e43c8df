//! What goes out for a failure: programs get problem details (RFC 9457), people get a page in their
//! language.

use axum::response::{IntoResponse, Response};
use client::language::Language;
use client::views::message::PageMessage;
use http::{HeaderValue, StatusCode, header};
use serde_json::json;

use super::failure::Failure;
use super::urls;
use crate::room::SubmitError;

impl Failure {
    /// The answer for programs.
    pub fn problem(self) -> Response {
        let title = self.status.canonical_reason().unwrap_or("Error");
        let mut body = json!({ "type": "about:blank", "title": title, "status": self.status.as_u16(), "code": self.code, "detail": self.detail });
        self.errors
            .into_iter()
            .for_each(|errors| body["errors"] = errors);
        let kind = [(header::CONTENT_TYPE, "application/problem+json")];
        let mut response = with_retry(
            self.status,
            (self.status, kind, body.to_string()).into_response(),
        );
        if self.code == "wait" {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
        }
        response
    }

    /// The answer for people.
    pub fn page(&self, language: Language) -> Response {
        let message = PageMessage {
            site: self.site.clone(),
            ..PageMessage::of(self.what())
        };
        let html = client::pages::message(&urls::assets("phone"), language, &message);
        with_retry(
            self.status,
            (self.status, axum::response::Html(html)).into_response(),
        )
    }
}

impl IntoResponse for Failure {
    /// Only a note: [`super::failure_format`] writes it for whoever reads there.
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// An answer that it can't be done now also says when to come again.
pub fn with_retry(status: StatusCode, mut response: Response) -> Response {
    if status == StatusCode::SERVICE_UNAVAILABLE {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
    }
    response
}

/// The same with a moment that depends on what went wrong.
pub fn with_retry_of(error: &SubmitError, mut response: Response) -> Response {
    if let SubmitError::TooFast { retry_seconds } = error {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(*retry_seconds));
    }
    response
}

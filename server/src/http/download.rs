//! Files to keep.

use axum::response::{IntoResponse, Response};
use http::header;

use crate::export::file_name::attachment;
use crate::service::exporting::Exported;

/// The answer that a browser stores as a file.
pub fn file(exported: Exported) -> Response {
    let name = attachment(&exported.name);
    let mut response = (
        [(header::CONTENT_TYPE, exported.content_type)],
        exported.bytes,
    )
        .into_response();
    response
        .headers_mut()
        .insert(header::CONTENT_DISPOSITION, name);
    response
}

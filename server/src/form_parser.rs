//! Forms as browsers send them: `application/x-www-form-urlencoded` and `multipart/form-data`.

use shared::deck::file::{self, DeckFile};
use shared::deck::problem::Problem;
use shared::question::Fields;

/// The fields of a body, in order. What is no valid UTF-8 becomes the replacement character.
pub fn read(body: &[u8]) -> Fields {
    Fields(form_urlencoded::parse(body).into_owned().collect())
}

/// Why a form can't be read.
#[derive(Debug)]
pub enum UnreadableForm {
    /// The body is not what its content type says.
    Malformed(String),
    /// A file is of a format that is no text.
    File(Problem),
}

/// The fields of a form of either type; a file is the field of its name with its text.
///
/// # Errors
/// Every [`UnreadableForm`].
pub async fn read_any(content_type: &str, body: bytes::Bytes) -> Result<Fields, UnreadableForm> {
    let malformed = |error: multer::Error| UnreadableForm::Malformed(error.to_string());
    if !content_type.starts_with("multipart/form-data") {
        return Ok(read(&body));
    }
    let boundary = multer::parse_boundary(content_type).map_err(malformed)?;
    let parts = futures_util::stream::once(async move { Ok::<_, std::io::Error>(body) });
    let mut parts = multer::Multipart::new(parts, boundary);
    let mut fields = Vec::new();
    while let Some(part) = parts.next_field().await.map_err(malformed)? {
        let name = part.name().unwrap_or_default().to_owned();
        let bytes = part.bytes().await.map_err(malformed)?;
        match file::read(&bytes) {
            DeckFile::Text(text, _) => fields.push((name, text)),
            DeckFile::Other(problem) => return Err(UnreadableForm::File(problem)),
            DeckFile::Unknown => {
                return Err(UnreadableForm::Malformed(
                    "This file is not text in UTF-8.".to_owned(),
                ));
            }
        }
    }
    Ok(Fields(fields))
}

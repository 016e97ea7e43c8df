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

/// The file of that name in a form, as it is; nothing where none was chosen.
///
/// # Errors
/// [`UnreadableForm::Malformed`]
pub async fn file(
    content_type: &str,
    body: bytes::Bytes,
    name: &str,
) -> Result<Option<bytes::Bytes>, UnreadableForm> {
    let mut parts = parts(content_type, body)?;
    while let Some(part) = parts.next_field().await.map_err(malformed)? {
        if part.name() == Some(name) {
            let bytes = part.bytes().await.map_err(malformed)?;
            return Ok((!bytes.is_empty()).then_some(bytes));
        }
    }
    Ok(None)
}

fn parts(
    content_type: &str,
    body: bytes::Bytes,
) -> Result<multer::Multipart<'static>, UnreadableForm> {
    let boundary = multer::parse_boundary(content_type).map_err(malformed)?;
    let body = futures_util::stream::once(async move { Ok::<_, std::io::Error>(body) });
    Ok(multer::Multipart::new(body, boundary))
}

fn malformed(error: multer::Error) -> UnreadableForm {
    UnreadableForm::Malformed(error.to_string())
}

/// The fields of a form of either type; a file is the field of its name with its text.
///
/// # Errors
/// Every [`UnreadableForm`].
pub async fn read_any(content_type: &str, body: bytes::Bytes) -> Result<Fields, UnreadableForm> {
    if !content_type.starts_with("multipart/form-data") {
        return Ok(read(&body));
    }
    let mut parts = parts(content_type, body)?;
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

//! What the fields of a request ask for.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::ServiceError;

/// Reads what is asked for. Other fields than those are refused, so that a misspelled one is not
/// passed over in silence.
///
/// # Errors
/// [`ServiceError::UnknownField`], and `misfit` with the parser's words where the fields are known
/// and do not fit.
pub fn read<T: DeserializeOwned>(
    asked: Value,
    known: &'static [&'static str],
    misfit: fn(String) -> ServiceError,
) -> Result<T, ServiceError> {
    let unknown = asked
        .as_object()
        .and_then(|fields| fields.keys().find(|name| !known.contains(&name.as_str())));
    if let Some(found) = unknown.cloned() {
        return Err(ServiceError::UnknownField { found, known });
    }
    serde_json::from_value(asked).map_err(|error| misfit(error.to_string()))
}

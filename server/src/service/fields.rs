//! What the fields of a request ask for.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::ServiceError;

/// Reads what is asked for. Other fields than those are refused, so that a misspelled one is not
/// passed over in silence.
///
/// # Errors
/// [`ServiceError::Unreadable`], which begins with `wrong` where the fields are known and do not
/// fit.
pub fn read<T: DeserializeOwned>(
    asked: Value,
    known: &[&str],
    wrong: &str,
) -> Result<T, ServiceError> {
    let unknown = asked
        .as_object()
        .and_then(|fields| fields.keys().find(|name| !known.contains(&name.as_str())));
    if let Some(unknown) = unknown {
        let known = known.join("`, `");
        return Err(ServiceError::Unreadable(format!(
            "There is no field `{unknown}` here, only `{known}`."
        )));
    }
    serde_json::from_value(asked)
        .map_err(|error| ServiceError::Unreadable(format!("{wrong}: {error}.")))
}

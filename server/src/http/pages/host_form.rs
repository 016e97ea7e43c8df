//! What a host's form asks of a room: the same as the call `control` of the API.

use serde_json::json;
use shared::question::Fields;

use crate::App;
use crate::http::failure::Failure;
use crate::http::host_requests;
use crate::lobby::FoundRoom;
use crate::room::RoomHandle;
use crate::service::control::carry_out;

/// A host's form, in bytes.
pub const FORM_BYTES: usize = 16 * 1024;

/// Does what a form's fields say: `do`, and `slide`, `on`, `to`, `round`, `seconds`, `votes`,
/// `after`.
pub async fn driven_by(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    fields: &Fields,
) -> Result<(), Failure> {
    let mut asked = json!({ "do": fields.first("do") });
    for name in ["slide", "on", "to"] {
        if let Some(given) = fields.first(name).filter(|given| !given.is_empty()) {
            asked[name] = json!(given);
        }
    }
    for name in ["after", "round", "seconds", "votes"] {
        if let Some(given) = fields.first(name).filter(|given| !given.is_empty()) {
            asked[name] = given
                .parse::<u64>()
                .map_or_else(|_| json!(given), |number| json!(number));
        }
    }
    Ok(carry_out(app, found, handle, host_requests::control(asked)?).await?)
}

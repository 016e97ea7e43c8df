//! Tablets that tables share, over the API.

use axum::Json;
use axum::body::Body;
use serde_json::{Value, json};
use shared::room::Room;

use crate::http::body::json;
use crate::http::failure::Failure;
use crate::http::host_requests;
use crate::http::rights::{Presenter, RoomRole};
use crate::http::urls;
use crate::service::tablets;

/// `GET /api/v1/rooms/{room}/tablets`: those that there were, and where the code leads by which a
/// device becomes one.
pub async fn list(role: RoomRole<Presenter>) -> Result<Json<Value>, Failure> {
    Ok(Json(role.handle.read(|room| {
        let page = urls::tablet_page(&role.found.document, room.tablet_codes_renewed(), None);
        let url = format!("{}{page}", role.caller.base);
        json!({ "tablets": listed(room), "url": url })
    })?))
}

/// Tells of a room's tablets, if it has any.
pub fn describe(room: &Room, described: &mut Value) {
    let tablets = listed(room);
    if !tablets.is_empty() {
        described["tablets"] = tablets.into();
    }
}

/// Each of a room's tablets.
fn listed(room: &Room) -> Vec<Value> {
    let each = room.tablets().into_iter().map(|tablet| {
        json!({
            "tablet": tablet.number, "people": tablet.people, "group": tablet.group,
            "ended": tablet.ended,
        })
    });
    each.collect()
}

/// `POST /api/v1/rooms/{room}/tablets`: ends one, or makes the codes anew.
pub async fn change(role: RoomRole<Presenter>, body: Body) -> Result<Json<Value>, Failure> {
    let request = host_requests::tablets(json(body).await?)?;
    let seq = tablets::carry_out((&role.found, &role.handle), request).await?;
    Ok(Json(json!({ "seq": seq })))
}

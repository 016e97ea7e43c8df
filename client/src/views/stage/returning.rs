//! What takes back an order, and what is said once it is taken back.

use super::host_request::HostRequest;
use crate::model::undo::Back;

/// What takes back an order, and what is there again then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undo {
    pub ask: HostRequest,
    pub back: Back,
}

/// What is said for a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoToast {
    pub back: Back,
    pub(super) seconds: u32,
}

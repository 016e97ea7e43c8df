//! What is stored of a room beside its journal: its code, its links, and what was asked of it when
//! it was started.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shared::code::JoinCode;
use shared::instant::LocalMoment;
use shared::room::HostRole;

use crate::random;

/// A room as it is stored beside its journal.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RoomDocument {
    pub code: JoinCode,
    pub deck: String,
    pub title: String,
    /// How many participants the organiser expects, where they said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<u32>,
    /// When it is to take place, where the organiser said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<LocalMoment>,
    pub created_at: u64,
    #[serde(default)]
    pub ended_at: Option<u64>,
    /// Set first when the room is removed, so that an interrupted removal is finished.
    #[serde(default)]
    pub removing: bool,
    /// Participants' ids are keyed with this; it goes when the room goes.
    pub key: String,
    pub links: Links,
    /// How many browsers followed links of each role.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub browsers: BTreeMap<HostRole, u32>,
}

/// What is asked of a room that is started.
#[derive(Clone, Debug, Default)]
pub struct NewRoom {
    /// How many participants are expected, where that is known.
    pub expected: Option<u32>,
    /// Whether everything is tried out until it begins.
    pub trial: bool,
    /// When it is to take place. Until it begins all of it is tried out.
    pub planned: Option<LocalMoment>,
}

/// The secrets of a room's links, one per role.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Links {
    pub stage: String,
    pub presenter: String,
    pub remote: String,
    pub moderator: String,
}

impl Links {
    pub(super) fn new() -> Self {
        let [stage, presenter, remote, moderator] = [(); 4].map(|()| random::secret());
        Self {
            stage,
            presenter,
            remote,
            moderator,
        }
    }

    /// The secret of a role.
    pub fn of(&self, role: HostRole) -> &str {
        match role {
            HostRole::Stage => &self.stage,
            HostRole::Presenter => &self.presenter,
            HostRole::Remote => &self.remote,
            HostRole::Moderator => &self.moderator,
        }
    }

    pub(super) fn renew(&mut self, role: HostRole) {
        let link = match role {
            HostRole::Stage => &mut self.stage,
            HostRole::Presenter => &mut self.presenter,
            HostRole::Remote => &mut self.remote,
            HostRole::Moderator => &mut self.moderator,
        };
        *link = random::secret();
    }
}

//! What is stored of a room beside its journal: its code, its links, and what was asked of it when
//! it was started.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shared::code::JoinCode;
use shared::host::HostRole;
use shared::ids::Millis;
use shared::instant::LocalMoment;

use super::DAY_MS;
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
    /// Set when its answers end: from then on its totals stand for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers_ended: Option<AnswersEnded>,
    /// Set first when the room is removed, so that an interrupted removal is finished; and until
    /// all of one that is taken in is there.
    #[serde(default)]
    pub removing: bool,
    /// Participants' ids are keyed with this; it goes when the room goes.
    pub key: String,
    pub links: Links,
    /// How many browsers followed links of each role.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub browsers: BTreeMap<HostRole, u32>,
}

/// What is known of a room that another peil kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ImportedRoom {
    pub title: String,
    #[serde(default)]
    pub expected: Option<u32>,
    #[serde(default)]
    pub planned: Option<LocalMoment>,
    pub created_at: u64,
    #[serde(default)]
    pub ended_at: Option<u64>,
}

impl From<&RoomDocument> for ImportedRoom {
    fn from(document: &RoomDocument) -> Self {
        Self {
            title: document.title.clone(),
            expected: document.expected,
            planned: document.planned.clone(),
            created_at: document.created_at,
            ended_at: document.ended_at,
        }
    }
}

impl RoomDocument {
    /// Whether it ended more than so many days ago.
    pub fn has_ended_for(&self, days: u64, now: Millis) -> bool {
        let ended_at = self.ended_at;
        ended_at.is_some_and(|ended_at| now > ended_at + days * DAY_MS)
    }
}

/// That the answers of a room have ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswersEnded {
    pub at: Millis,
    /// Whether no file holds them any more. What a stop cut off before is finished.
    pub gone: bool,
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
#[serde(from = "StoredLinks")]
pub struct Links {
    pub stage: String,
    pub presenter: String,
    pub remote: String,
    pub moderator: String,
    pub speaker: String,
}

/// The same as they are stored: of a room from before speakers had a link, without theirs.
#[derive(Deserialize)]
struct StoredLinks {
    stage: String,
    presenter: String,
    remote: String,
    moderator: String,
    speaker: Option<String>,
}

impl From<StoredLinks> for Links {
    fn from(stored: StoredLinks) -> Self {
        // The same each time that it is read, until the document is stored again.
        let made = || {
            let key = blake3::derive_key("peil speaker link v1", stored.moderator.as_bytes());
            blake3::Hash::from_bytes(key).to_hex().to_string()
        };
        Self {
            speaker: stored.speaker.unwrap_or_else(made),
            stage: stored.stage,
            presenter: stored.presenter,
            remote: stored.remote,
            moderator: stored.moderator,
        }
    }
}

impl Links {
    pub(super) fn new() -> Self {
        let [stage, presenter, remote, moderator, speaker] = [(); 5].map(|()| random::secret());
        Self {
            stage,
            presenter,
            remote,
            moderator,
            speaker,
        }
    }

    /// The secret of a role.
    pub fn of(&self, role: HostRole) -> &str {
        match role {
            HostRole::Stage => &self.stage,
            HostRole::Presenter => &self.presenter,
            HostRole::Remote => &self.remote,
            HostRole::Moderator => &self.moderator,
            HostRole::Speaker => &self.speaker,
        }
    }

    pub(super) fn renew(&mut self, role: HostRole) {
        let link = match role {
            HostRole::Stage => &mut self.stage,
            HostRole::Presenter => &mut self.presenter,
            HostRole::Remote => &mut self.remote,
            HostRole::Moderator => &mut self.moderator,
            HostRole::Speaker => &mut self.speaker,
        };
        *link = random::secret();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_from_before_speakers_had_a_link_has_one_of_its_own_that_stays() {
        let stored = |moderator: &str| {
            format!(r#"{{"stage":"s","presenter":"p","remote":"r","moderator":"{moderator}"}}"#)
        };
        let read = |text: &str| serde_json::from_str::<Links>(text).unwrap();
        let links = read(&stored("m"));
        assert_eq!(links.speaker, read(&stored("m")).speaker);
        assert_ne!(links.speaker, read(&stored("n")).speaker);
        assert!(links.speaker.len() >= 32, "{}", links.speaker);
        let mut again = read(&serde_json::to_string(&links).unwrap());
        assert_eq!(again.speaker, links.speaker);
        again.renew(HostRole::Moderator);
        assert_eq!(again.speaker, links.speaker);
        again.renew(HostRole::Speaker);
        assert_ne!(again.speaker, links.speaker);
    }
}

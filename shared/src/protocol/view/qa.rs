//! Questions to the speakers, as each role sees them.

use serde::{Deserialize, Serialize};

use crate::ids::{AnswerId, Millis};

/// How it stands with a question to the speakers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QaState {
    /// A moderator looks first.
    Waiting,
    /// Everybody sees it and may vote for it.
    #[default]
    Listed,
    /// It is being answered.
    Chosen,
    /// It was answered.
    Answered,
    /// Nobody sees it but whoever asked it.
    Refused,
}

impl QaState {
    /// Whether everybody may see it.
    pub fn is_public(self) -> bool {
        match self {
            Self::Listed | Self::Chosen | Self::Answered => true,
            Self::Waiting | Self::Refused => false,
        }
    }

    fn is_listed(&self) -> bool {
        *self == Self::Listed
    }
}

/// What phones show of them, the same for all.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PhoneQa {
    /// Whether one may ask and vote.
    pub open: bool,
    /// What is being answered first, then by votes.
    pub questions: Vec<PhoneQuestion>,
    /// What has no place among them at this moment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beyond: Vec<QuestionBeyond>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PhoneQuestion {
    /// Its name on phones.
    pub id: AnswerId,
    /// The text.
    pub text: String,
    /// People who want to know it too, as they were some seconds ago.
    pub votes: u64,
    /// Left out where it is listed.
    #[serde(default, skip_serializing_if = "QaState::is_listed")]
    pub state: QaState,
    /// The answer in writing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<String>,
    /// What counts as it: one of them may be one's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub merged: Vec<AnswerId>,
}

/// A question that has no place on phones at this moment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuestionBeyond {
    /// Its name on phones.
    pub id: AnswerId,
    /// Left out where it is listed.
    #[serde(default, skip_serializing_if = "QaState::is_listed")]
    pub state: QaState,
}

impl PhoneQa {
    /// How it stands with a question of one's own: nothing while a moderator has not let it in.
    pub fn state_of(&self, id: AnswerId) -> Option<QaState> {
        let mut listed = self.questions.iter();
        let listed = listed.find(|each| each.id == id || each.merged.contains(&id));
        let beyond = || self.beyond.iter().find(|each| each.id == id);
        listed
            .map(|each| each.state)
            .or_else(|| beyond().map(|each| each.state))
    }

    /// Brings them into the order of one phone: what is being answered, by votes, and last what was
    /// answered. Of equals another one stands first on each phone and in each minute, so that none
    /// is left behind for having come late.
    pub fn order(&mut self, phone: u64, minute: u64) {
        let lot = |id: AnswerId| mixed(mixed(phone ^ minute.rotate_left(32)) ^ id.0);
        self.questions.sort_by_key(|each| {
            let place = match each.state {
                QaState::Chosen => 0,
                QaState::Listed | QaState::Waiting | QaState::Refused => 1,
                QaState::Answered => 2,
            };
            (place, std::cmp::Reverse(each.votes), lot(each.id))
        });
    }
}

/// The step of SplitMix64 (Steele, Lea and Flood, 2014).
fn mixed(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// What a host's page shows of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HostQa {
    /// What the projected page shows, on a slide that shows them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<StageQa>,
    /// How many wait for a moderator; for hosts behind the stage.
    #[serde(default, skip_serializing_if = "is_none")]
    pub waiting: u64,
}

/// What the projected page shows of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StageQa {
    /// Whether participants may ask and vote.
    pub open: bool,
    /// How many everybody may see.
    pub total: u64,
    /// What is being answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<StageQuestion>,
    /// What comes next. The order stays while something is being answered.
    pub next: Vec<StageQuestion>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StageQuestion {
    /// Its public name.
    pub id: AnswerId,
    /// The text.
    pub text: String,
    /// People who want to know it.
    pub votes: u64,
}

/// A question to the speakers as hosts have it, with the words of the HTTP API.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QaQuestion {
    /// Its public name.
    pub id: AnswerId,
    /// The text.
    pub text: String,
    /// People who want to know it: who voted for it or for what counts as it, or asked such.
    pub votes: u64,
    /// How it stands with it.
    pub state: QaState,
    /// Where it is from.
    pub from: QaOrigin,
    /// For which speaker.
    pub to: Option<String>,
    /// The answer in writing.
    pub reply: Option<String>,
    /// When it was asked, RFC 3339 in UTC.
    #[serde(with = "crate::instant")]
    pub at: Millis,
    /// What counts as it.
    pub merged: Vec<MergedQuestion>,
}

/// A question that counts as another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergedQuestion {
    /// Its public name.
    pub id: AnswerId,
    /// The text.
    pub text: String,
}

/// Where a question is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QaOrigin {
    /// A participant.
    Phone,
    /// A host, who typed in what came from a chat or a hand.
    Host,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
fn is_none(waiting: &u64) -> bool {
    *waiting == 0
}

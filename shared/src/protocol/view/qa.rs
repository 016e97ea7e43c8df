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
    /// What is being answered, then what is listed by votes, then what was answered; last, without
    /// their texts, those that have no place at this moment.
    pub questions: Vec<PhoneQuestion>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PhoneQuestion {
    /// Its name on phones.
    pub id: AnswerId,
    /// The text; nothing where it has no place at this moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
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

impl PhoneQa {
    /// The question that one's own counts as; nothing while a moderator has not let it in.
    pub fn standing_for(&self, id: AnswerId) -> Option<&PhoneQuestion> {
        let mut listed = self.questions.iter();
        listed.find(|each| each.id == id || each.merged.contains(&id))
    }

    /// The order of one phone: as they are, but for those without votes. Of these another one
    /// stands first by each lot, so that none is left behind for having come late.
    pub fn order(&self, lot: u64) -> Vec<AnswerId> {
        let all = &self.questions;
        let without = |each: &PhoneQuestion| {
            each.votes == 0 && each.state == QaState::Listed && each.text.is_some()
        };
        let from = all.iter().take_while(|each| !without(each)).count();
        let many = all
            .iter()
            .skip(from)
            .take_while(|each| without(each))
            .count();
        let mut order = Vec::new();
        for place in 0..all.len() {
            let turned = (from..from + many).contains(&place);
            let place = if turned {
                from + ((place - from) as u64 + lot % many as u64) as usize % many
            } else {
                place
            };
            order.push(all[place].id);
        }
        order
    }

    /// Puts them into that order; what it does not name stands last. How many these are.
    pub fn arrange(&mut self, order: &[AnswerId]) -> usize {
        let mut known = Vec::new();
        for id in order {
            if let Some(place) = self.questions.iter().position(|asked| asked.id == *id) {
                known.push(self.questions.remove(place));
            }
        }
        let new = self.questions.len();
        known.append(&mut self.questions);
        self.questions = known;
        new
    }
}

/// What a host's page shows of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HostQa {
    /// What the projected page shows, on a slide that shows them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<StageQa>,
    /// How many wait for a moderator; for hosts behind the stage.
    #[serde(default)]
    pub waiting: u64,
    /// How many there are in the whole list of that role.
    #[serde(default)]
    pub listed: u64,
    /// The first of them, in its order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<QaQuestion>,
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

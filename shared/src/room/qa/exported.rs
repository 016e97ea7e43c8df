//! Questions to the speakers as tables have them, and what of them is left out there.

use super::SpeakerQuestion;
use crate::ids::{AnswerId, Millis};
use crate::protocol::view::QaState;
use crate::room::Room;
use crate::room::people::Person;

/// A question that everybody may see, or what counts as one.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportedQuestion {
    /// Its public name.
    pub id: AnswerId,
    /// Nobody where a host typed it in.
    pub by: Option<Person>,
    /// When it came.
    pub at: Millis,
    /// As it was typed.
    pub text: String,
    /// The text of what it counts as.
    pub counts_as: String,
    /// How it stands with that.
    pub state: QaState,
    /// What it counts as, if not as itself.
    pub merged_into: Option<AnswerId>,
    /// People who want to know it; none of what counts as another one.
    pub votes: Option<u64>,
    /// Who voted for this one.
    pub voters: Vec<Person>,
    /// For which speaker.
    pub to: Option<String>,
    /// The answer in writing.
    pub reply: Option<String>,
}

/// How many are in no table, and why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QaLeftOut {
    /// A moderator refused them.
    pub refused: usize,
    /// They wait for a moderator.
    pub waiting: usize,
    /// They were erased.
    pub erased: usize,
}

impl Room {
    /// All that everybody may see, in order of arrival.
    pub fn asked_questions(&self) -> Vec<ExportedQuestion> {
        let mut all = Vec::new();
        for (root, members) in self.qa.groups(&self.people) {
            let Some(stands) = self.qa.all.get(&root) else {
                continue;
            };
            let state = self.qa.state(stands);
            if state.is_public() {
                let members = members.into_iter();
                all.extend(members.map(|member| self.exported(member, stands, state)));
            }
        }
        all.sort_by_key(|asked| asked.id);
        all
    }

    fn exported(
        &self,
        member: &SpeakerQuestion,
        stands: &SpeakerQuestion,
        state: QaState,
    ) -> ExportedQuestion {
        let itself = member.id == stands.id;
        let voters = member.voters.iter().copied();
        ExportedQuestion {
            id: member.id,
            by: member.by,
            at: member.at,
            text: member.text.clone().unwrap_or_default(),
            counts_as: stands.text.clone().unwrap_or_default(),
            state,
            merged_into: (!itself).then_some(stands.id),
            votes: itself.then(|| stands.votes()),
            voters: voters
                .filter(|person| !self.people.is_out(*person))
                .collect(),
            to: stands.to.clone().filter(|_| itself),
            reply: stands.reply.clone().filter(|_| itself),
        }
    }

    /// What [`Room::asked_questions`] leaves out.
    pub fn qa_left_out(&self) -> QaLeftOut {
        let mut left_out = QaLeftOut {
            erased: self.qa.all.values().filter(|asked| asked.erased).count(),
            ..QaLeftOut::default()
        };
        for (root, members) in self.qa.groups(&self.people) {
            match self.qa.all.get(&root).map(|asked| self.qa.state(asked)) {
                Some(QaState::Waiting) => left_out.waiting += members.len(),
                Some(QaState::Refused) => left_out.refused += members.len(),
                Some(QaState::Listed | QaState::Chosen | QaState::Answered) | None => {}
            }
        }
        left_out
    }
}

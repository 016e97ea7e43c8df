//! What hosts see of questions to the speakers, and in which order: what waits for them first.

use std::cmp::Reverse;

use super::list::WithDoubles;
use crate::host::HostRole;
use crate::ids::AnswerId;
use crate::limits::{QA_CONSOLE, QA_HOSTS};
use crate::protocol::view::{HostQa, MergedQuestion, QaOrigin, QaQuestion, QaState};
use crate::room::Room;

impl Room {
    /// The list of a role: what waits in order of arrival, what is being answered, what is listed
    /// by votes, and then what was dealt with. A speaker sees what everybody may see, what is for
    /// somebody first.
    pub fn qa_list(&self, role: HostRole) -> Vec<QaQuestion> {
        let groups = self.qa_listed(role);
        groups
            .iter()
            .map(|group| self.for_hosts(role, group))
            .collect()
    }

    /// Whether that role finds a question in its list.
    pub fn lists_qa(&self, role: HostRole, question: AnswerId) -> bool {
        let is_it = |(asked, doubles): &WithDoubles<'_>| {
            asked.id == question || doubles.iter().any(|double| double.id == question)
        };
        self.qa_listed(role).iter().any(is_it)
    }

    fn qa_listed(&self, role: HostRole) -> Vec<WithDoubles<'_>> {
        let mut groups = match role {
            HostRole::Stage => Vec::new(),
            _ => self.qa_groups(),
        };
        if role == HostRole::Speaker {
            groups.retain(|(asked, _)| self.qa.state(asked).is_public());
        }
        groups.sort_by_key(|(asked, _)| {
            let for_all = role == HostRole::Speaker && asked.to.is_none();
            match self.qa.state(asked) {
                QaState::Waiting => (0, false, Reverse(0), asked.id),
                QaState::Chosen => (1, false, Reverse(0), asked.id),
                QaState::Listed => (2, for_all, Reverse(asked.votes()), asked.id),
                QaState::Answered => (3, false, Reverse(0), asked.id),
                QaState::Refused => (4, false, Reverse(0), asked.id),
            }
        });
        groups
    }

    /// What hosts' pages show of them. The stage sees them only on a slide that shows them, and
    /// what was approved alone; a remote, how many wait.
    pub(in crate::room) fn host_qa(&self, role: HostRole) -> Option<HostQa> {
        let staged = self.staged().and_then(|id| self.deck.find(id));
        let question = staged.and_then(|(_, slide)| slide.question());
        let shown = question.is_some_and(|question| question.ask.shows_questions());
        let there = self.has_qa() && (role != HostRole::Stage || shown);
        there.then(|| {
            let groups = self.qa_listed(role);
            let waits = |group: &&WithDoubles<'_>| self.qa.state(group.0) == QaState::Waiting;
            let waiting = groups.iter().filter(waits).count() as u64;
            let most = match role {
                HostRole::Stage | HostRole::Remote => 0,
                HostRole::Presenter => QA_CONSOLE,
                HostRole::Moderator | HostRole::Speaker => QA_HOSTS,
            };
            let first = groups.iter().take(most);
            HostQa {
                stage: shown.then(|| self.stage_qa()),
                waiting,
                listed: groups.len() as u64,
                list: first.map(|group| self.for_hosts(role, group)).collect(),
            }
        })
    }

    pub(super) fn for_hosts(
        &self,
        role: HostRole,
        (asked, doubles): &WithDoubles<'_>,
    ) -> QaQuestion {
        // What counts as an approved question may itself never have been approved.
        let doubles = doubles.iter().filter(|_| role != HostRole::Speaker);
        let merged = doubles.map(|double| MergedQuestion {
            id: double.id,
            text: double.text.clone().unwrap_or_default(),
        });
        QaQuestion {
            id: asked.id,
            text: asked.text.clone().unwrap_or_default(),
            votes: asked.votes(),
            state: self.qa.state(asked),
            from: if asked.by.is_some() {
                QaOrigin::Phone
            } else {
                QaOrigin::Host
            },
            to: asked.to.clone(),
            reply: asked.reply.clone(),
            at: asked.at,
            merged: merged.collect(),
        }
    }
}

//! Who sees which questions to the speakers, and in which order.

use std::cmp::Reverse;

use super::{SpeakerQuestion, SpeakerQuestions};
use crate::event::QA;
use crate::host::HostRole;
use crate::ids::{AnswerId, Millis, SlideId};
use crate::limits::{QA_STAGE, QA_VIEW};
use crate::phase::Phase;
use crate::protocol::view::{PhoneQa, PhoneQuestion, QaQuestion, QaState, StageQa, StageQuestion};
use crate::protocol::{Own, OwnAdded};
use crate::room::Room;
use crate::room::people::Person;

/// Questions of which the most are asked for stand on phones at all times; the others take turns.
const ALWAYS: usize = QA_VIEW / 2;
const MINUTE_MS: Millis = 60_000;

/// What stands by itself, with what counts as it.
pub(super) type WithDoubles<'a> = (&'a SpeakerQuestion, Vec<&'a SpeakerQuestion>);

impl Room {
    /// Those that everybody may see, each with what counts as it.
    pub fn listed_questions(&self) -> Vec<QaQuestion> {
        let mut listed = self.qa_questions();
        listed.retain(|asked| asked.state.is_public());
        listed
    }

    /// All of them for hosts, in order of arrival; those that were erased are left out.
    pub fn qa_questions(&self) -> Vec<QaQuestion> {
        let groups = self.qa_groups();
        groups
            .iter()
            .map(|group| self.for_hosts(HostRole::Presenter, group))
            .collect()
    }

    pub(super) fn qa_groups(&self) -> Vec<WithDoubles<'_>> {
        let mut groups = Vec::new();
        for (root, mut members) in self.qa.groups(&self.people) {
            let Some(asked) = self.qa.all.get(&root) else {
                continue;
            };
            members.retain(|member| member.id != root);
            groups.push((asked, members));
        }
        groups
    }

    /// What phones show of them; nothing where there is nothing to show or ask.
    pub(in crate::room) fn phone_qa(&self, now: Millis) -> Option<PhoneQa> {
        let open = self.is_qa_open();
        let over = self.phase == Phase::Ended && !self.qa.all.is_empty();
        if !self.has_qa() || !(open || over) {
            return None;
        }
        let (shown, beyond) = self.turns(now);
        let shown = shown.iter().map(|group| self.on_phones(group, now));
        let beyond = beyond.iter().map(|group| PhoneQuestion {
            text: None,
            votes: 0,
            reply: None,
            ..self.on_phones(group, now)
        });
        Some(PhoneQa {
            open,
            questions: shown.chain(beyond).collect(),
        })
    }

    fn on_phones(&self, (asked, doubles): &WithDoubles<'_>, now: Millis) -> PhoneQuestion {
        let doubles = doubles.iter().map(|double| self.name_on_phones(double.id));
        PhoneQuestion {
            id: self.name_on_phones(asked.id),
            text: asked.text.clone(),
            votes: asked.votes_on_phones(now),
            state: self.qa.state(asked),
            reply: asked.reply.clone(),
            merged: doubles.collect(),
        }
    }

    /// What stands on phones at that moment, by votes, and what does at another: the less frequent
    /// take turns by the minute, so that each of them is seen.
    fn turns(&self, now: Millis) -> (Vec<WithDoubles<'_>>, Vec<WithDoubles<'_>>) {
        let mut shown = self.qa_groups();
        shown.retain(|(asked, _)| self.qa.state(asked).is_public());
        let key = |(asked, _): &WithDoubles<'_>| {
            let place = match self.qa.state(asked) {
                QaState::Chosen => 0,
                QaState::Listed | QaState::Waiting | QaState::Refused => 1,
                QaState::Answered => 2,
            };
            (place, Reverse(asked.votes_on_phones(now)), asked.id)
        };
        shown.sort_by_key(key);
        if shown.len() <= QA_VIEW {
            return (shown, Vec::new());
        }
        let mut others = shown.split_off(ALWAYS);
        let turn = (now / MINUTE_MS) as usize * (QA_VIEW - ALWAYS) % others.len();
        others.rotate_left(turn);
        let beyond = others.split_off(QA_VIEW - ALWAYS);
        shown.extend(others);
        shown.sort_by_key(key);
        (shown, beyond)
    }

    /// When phones see other questions or votes by time alone.
    pub(in crate::room) fn next_of_qa(&self, now: Millis) -> Option<Millis> {
        let all = || self.qa.all.values();
        let beats = all().filter_map(SpeakerQuestion::next_beat);
        let turns = (all().count() > QA_VIEW).then(|| (now / MINUTE_MS + 1) * MINUTE_MS);
        beats.chain(turns).filter(|beat| *beat > now).min()
    }

    pub(super) fn stage_qa(&self) -> StageQa {
        let shown = |id: &AnswerId| {
            let asked = self.qa.get(&self.people, *id)?;
            Some(StageQuestion {
                id: asked.id,
                text: asked.text.clone()?,
                votes: asked.votes(),
            })
        };
        let groups = self.qa_groups().into_iter();
        let public = groups.filter(|(asked, _)| self.qa.state(asked).is_public());
        StageQa {
            open: self.is_qa_open(),
            total: public.count() as u64,
            chosen: self.qa.chosen.as_ref().and_then(shown),
            next: self.qa_next().iter().filter_map(shown).collect(),
        }
    }

    /// What comes next, of which so many are on the stage: as it stood when what is being answered
    /// was chosen, and behind that what was listed since.
    fn qa_next(&self) -> Vec<AnswerId> {
        let listed = self.qa.listed_by_votes(&self.people);
        let chosen = self.qa.chosen;
        if chosen.is_none_or(|chosen| self.qa.get(&self.people, chosen).is_none()) {
            return listed.into_iter().take(QA_STAGE).collect();
        }
        let kept = self.qa.order.iter().filter(|id| listed.contains(id));
        let since = listed.iter().filter(|id| !self.qa.order.contains(id));
        kept.chain(since).copied().take(QA_STAGE).collect()
    }

    /// What somebody asked and voted for, under the names of phones.
    pub(in crate::room) fn own_qa(&self, person: Person) -> Option<(SlideId, Own)> {
        let asked = self.qa.own(person).map(|asked| OwnAdded {
            id: self.name_on_phones(asked.id),
            key: asked.key.clone(),
            turn: 1,
            text: asked.text.clone(),
            others: false,
        });
        let voted = self.qa_groups().into_iter().filter(|(asked, doubles)| {
            let mut all = std::iter::once(asked).chain(doubles);
            all.any(|each| each.voters.contains(&person))
        });
        let own = Own {
            round: 1,
            added: asked.collect(),
            upvotes: voted
                .map(|(asked, _)| self.name_on_phones(asked.id))
                .collect(),
            ..Own::default()
        };
        let any = !own.added.is_empty() || !own.upvotes.is_empty();
        any.then(|| (SlideId::from(QA), own))
    }
}

impl SpeakerQuestions {
    fn own(&self, person: Person) -> impl Iterator<Item = &SpeakerQuestion> {
        self.all
            .values()
            .filter(move |asked| asked.by == Some(person))
    }
}

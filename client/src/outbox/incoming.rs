//! What the room says: what is stored, what was refused, what to show.

use shared::ids::{AnswerId, GroupNumber, Revision, SlideId};
use shared::protocol::view::PhoneView;
use shared::protocol::{About, ClientFrame, Own, OwnAdded, Refused, Saved, ServerFrame};
use shared::question::form_fields::KEY;
use shared::refusal::Refusal;
use shared::room::OwnAnswers;

use super::answer::set_upvote;
use super::draft::content;
use super::{OutboxEffect, PhoneState, UnsavedAnswer, about, named};
use crate::phone::PhoneNotice;
use shared::question::Fields;

impl PhoneState {
    pub(super) fn hear(&mut self, frame: ServerFrame<PhoneView>) -> Vec<OutboxEffect> {
        self.reach(true);
        self.blocked &= !matches!(frame, ServerFrame::Saved(_) | ServerFrame::Refused(_));
        match frame {
            ServerFrame::Hello {
                seq,
                you,
                own,
                group,
                finished,
                view,
            } => {
                (self.page.group, self.page.finished) = (group, finished);
                self.greeted(seq, you.map(|you| you.to_string()), own, view)
            }
            ServerFrame::Finished { missing } => self.finished(missing),
            ServerFrame::Group { group, own } => self.is_in(group, own),
            ServerFrame::View { seq, view } => self.look(seq, view),
            ServerFrame::Saved(saved) => self.saved(&saved),
            ServerFrame::Refused(refused) => self.refused(refused),
            ServerFrame::Error { code, about } => self.not_dealt_with(&code, about.as_ref()),
            ServerFrame::Pong { .. } => Vec::new(),
        }
    }

    /// Somebody is in another group, or others of theirs changed what it gave.
    fn is_in(&mut self, group: Option<GroupNumber>, own: OwnAnswers) -> Vec<OutboxEffect> {
        self.page.group = group;
        self.page.offered = None;
        self.page.own.extend(own);
        Vec::new()
    }

    /// The first word of a connection. What the room has stored needs no acknowledgement any more;
    /// the rest is sent again, under the same turns.
    fn greeted(
        &mut self,
        seq: u64,
        you: Option<String>,
        own: OwnAnswers,
        view: PhoneView,
    ) -> Vec<OutboxEffect> {
        self.leave_trial(&view);
        if you != self.kept.you {
            // Somebody else's now: their answers are not ours to give.
            if !self.kept.waiting.is_empty() {
                self.notice = Some((None, PhoneNotice::Cookies));
            }
            self.kept.waiting.clear();
            self.kept.turns.clear();
            self.kept.you.clone_from(&you);
            self.page.you = you;
        }
        self.page.own = own;
        self.drop_what_is_stored();
        let mut effects = self.look(seq, view);
        effects.push(OutboxEffect::Keep);
        effects.extend(self.waiting().cloned().map(OutboxEffect::Send));
        effects.extend(self.finish_once_sent());
        effects
    }

    fn drop_what_is_stored(&mut self) {
        let own = self.page.own.clone();
        let (stored, waiting) = std::mem::take(&mut self.kept.waiting)
            .into_iter()
            .partition::<Vec<UnsavedAnswer>, _>(|waiting| is_stored(&own, &waiting.frame));
        self.kept.waiting = waiting;
        stored.iter().for_each(|waiting| self.done_with(waiting));
    }

    /// What was sent is stored: unless somebody has typed on meanwhile, it is no draft any more.
    fn done_with(&mut self, waiting: &UnsavedAnswer) {
        let fields = Fields(waiting.fields.clone());
        let Some((question, round)) = named(&fields) else {
            return;
        };
        // That it was too busy or too fast for that answer is over.
        self.notice = self
            .notice
            .take()
            .filter(|(about, notice)| about.as_ref() != Some(&question) || !notice.passes());
        let same = |draft: &super::FormDraft| {
            draft.question == question
                && draft.key() == fields.first(KEY)
                && content(&draft.fields) == content(&fields.0)
        };
        self.kept
            .drafts
            .retain(|draft| !(draft.round == round && same(draft)));
    }

    fn saved(&mut self, saved: &Saved) -> Vec<OutboxEffect> {
        let Some(waiting) = self.take_waiting(&saved.question, saved.turn, saved.answer) else {
            return Vec::new();
        };
        let own = self.page.own.entry(saved.question.clone()).or_default();
        if own.round != saved.round {
            *own = Own {
                round: saved.round,
                ..Own::default()
            };
        }
        match &waiting.frame {
            ClientFrame::Answer { turn, fields, .. } => {
                (own.turn, own.fields) = (*turn, Some(fields.clone()))
            }
            ClientFrame::Add {
                key, turn, text, ..
            } => {
                let Some(id) = saved.answer else {
                    return vec![OutboxEffect::Keep];
                };
                let added = OwnAdded {
                    id,
                    key: key.clone(),
                    turn: *turn,
                    text: Some(text.clone()),
                    others: false,
                };
                match own.added.iter_mut().find(|known| known.key == *key) {
                    Some(known) => *known = added,
                    None => own.added.push(added),
                }
            }
            ClientFrame::Upvote { answer, on, .. } => set_upvote(own, *answer, *on),
            ClientFrame::Ping { .. } => {}
        }
        self.done_with(&waiting);
        if self.is_left_once_saved(&waiting.frame) {
            self.release_once_saved(&saved.question);
        }
        let mut effects = vec![OutboxEffect::Keep];
        effects.extend(self.finish_once_sent());
        effects
    }

    fn refused(&mut self, refused: Refused) -> Vec<OutboxEffect> {
        let Some(waiting) = self.take_waiting(&refused.question, refused.turn, refused.answer)
        else {
            return Vec::new();
        };
        if let Some(own) = refused.own {
            self.page.own.insert(refused.question.clone(), own);
        }
        match &refused.refusal {
            // The page shows what is stored; the next press goes above its turn.
            Refusal::Superseded => self.done_with(&waiting),
            Refusal::StaleRound { round } => {
                self.carry_over(&refused.question, refused.round, *round)
            }
            _ => {}
        }
        self.refuse(&refused.question, refused.refusal);
        // Nothing is taken away from a person who types on meanwhile.
        let same = content(&waiting.fields);
        let typing = self
            .drafts_here()
            .last()
            .is_some_and(|typed| content(typed) != same);
        if typing {
            vec![OutboxEffect::Keep]
        } else {
            self.lead_back_to(&refused.question);
            vec![OutboxEffect::Keep, OutboxEffect::Refer]
        }
    }

    /// Neither stored nor refused: it stays, and is sent again in a moment.
    fn not_dealt_with(&mut self, code: &str, about: Option<&About>) -> Vec<OutboxEffect> {
        let Some(about) = about else {
            return Vec::new();
        };
        let notice = match code {
            "cannot_store" => Some(PhoneNotice::CannotStore),
            "too_fast" => Some(PhoneNotice::TooFast),
            _ => None,
        };
        if let Some(notice) = notice {
            self.notice = Some((Some(about.question.clone()), notice));
        }
        vec![OutboxEffect::TryAgainSoon]
    }

    /// The waiting answer that an acknowledgement is about. What is older than an acknowledged
    /// answer was replaced by it.
    fn take_waiting(
        &mut self,
        question: &SlideId,
        turn: Revision,
        answer: Option<AnswerId>,
    ) -> Option<UnsavedAnswer> {
        let is_it = |waiting: &UnsavedAnswer| match &waiting.frame {
            ClientFrame::Upvote { answer: voted, .. } => turn == 0 && answer == Some(*voted),
            frame => turn > 0 && about(frame) == Some((question, turn)),
        };
        let place = self.kept.waiting.iter().position(is_it);
        let taken = place.map(|place| self.kept.waiting.remove(place));
        let replaced = |frame: &ClientFrame| match frame {
            ClientFrame::Answer {
                question: of,
                turn: older,
                ..
            } => of == question && *older < turn,
            _ => false,
        };
        self.kept
            .waiting
            .retain(|waiting| !replaced(&waiting.frame));
        taken
    }
}

/// Whether the room has that already: the acknowledgement got lost.
fn is_stored(own: &OwnAnswers, frame: &ClientFrame) -> bool {
    match frame {
        ClientFrame::Answer {
            question,
            round,
            turn,
            ..
        } => own
            .get(question)
            .is_some_and(|own| own.round == *round && own.turn == *turn),
        ClientFrame::Add {
            question,
            round,
            key,
            turn,
            ..
        } => own.get(question).is_some_and(|own| {
            own.round == *round
                && own
                    .added
                    .iter()
                    .any(|added| added.key == *key && added.turn == *turn)
        }),
        _ => false,
    }
}

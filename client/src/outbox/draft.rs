//! What is typed and not stored: one draft for each form, of one question in one round. A draft
//! never gets into another round by itself.

use serde::{Deserialize, Serialize};
use shared::ids::{Round, SlideId};
use shared::protocol::Own;
use shared::protocol::view::QuestionView;
use shared::question::Fields;
use shared::question::form_fields::{KEY, QUESTION, ROUND, SEQ, UPVOTE};
use shared::question::open::{apart, form_fields};

use super::{OutboxEffect, PhoneState, named};
use crate::model::doubt::SURE;

/// Drafts that a phone keeps; older ones go.
const KEPT: usize = 30;

/// Fields that say where a form belongs, and nothing of what somebody typed.
const FRAME: [&str; 5] = [QUESTION, ROUND, SEQ, KEY, SURE];

/// What a form holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct FormDraft {
    pub(super) question: SlideId,
    pub(super) round: Round,
    pub(super) fields: Vec<(String, String)>,
}

crate::reading::fields!(FormDraft {
    question,
    round,
    fields
});

/// Whether a whole answer, or one more, may be given now.
pub(super) fn takes_answers(asked: &QuestionView) -> bool {
    asked.open && !asked.voting
}

impl FormDraft {
    pub(super) fn key(&self) -> Option<&str> {
        self.fields
            .iter()
            .find(|(name, _)| name == KEY)
            .map(|(_, key)| key.as_str())
    }
}

/// What somebody typed or chose, without what is empty: two forms that say the same have the same.
pub(super) fn content(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    let said = fields
        .iter()
        .filter(|(name, value)| !FRAME.contains(&name.as_str()) && !value.trim().is_empty());
    said.map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}

impl PhoneState {
    /// A page came to life with this in a form. As it was drawn it says nothing of anybody: what
    /// was kept of before stands.
    pub(super) fn found(&mut self, fields: &Fields) -> Vec<OutboxEffect> {
        let Some((question, round)) = named(fields) else {
            return Vec::new();
        };
        let drawn = FormDraft {
            question,
            round,
            fields: fields.0.clone(),
        };
        if content(&drawn.fields) == content(&self.stored(&drawn)) {
            Vec::new()
        } else {
            self.typed(fields)
        }
    }

    /// A form holds this now. Without a difference to what is stored it is no draft.
    pub(super) fn typed(&mut self, fields: &Fields) -> Vec<OutboxEffect> {
        let before = self.kept.drafts.clone();
        self.put_draft(fields);
        if self.kept.drafts == before {
            return Vec::new();
        }
        // What was said about the last attempt is old news once somebody goes on.
        self.notice = self.notice.take().filter(|(about, _)| about.is_none());
        vec![OutboxEffect::Keep]
    }

    pub(super) fn put_draft(&mut self, fields: &Fields) {
        let Some((question, round)) = named(fields) else {
            return;
        };
        if fields.first(UPVOTE).is_some() {
            return;
        }
        let draft = FormDraft {
            question,
            round,
            fields: fields.0.clone(),
        };
        self.drop_draft(&draft.question, draft.round, draft.key());
        if content(&draft.fields) != content(&self.stored(&draft)) {
            self.kept.drafts.push(draft);
            let surplus = self.kept.drafts.len().saturating_sub(KEPT);
            self.kept.drafts.drain(..surplus);
        }
    }

    /// The fields of the form as it is when nobody has touched it.
    fn stored(&self, draft: &FormDraft) -> Vec<(String, String)> {
        let own = self
            .page
            .own
            .get(&draft.question)
            .filter(|own| own.round == draft.round);
        let asked = self.question(&draft.question);
        let added = |own: &Own| {
            let mine = own
                .added
                .iter()
                .find(|added| Some(added.key.as_str()) == draft.key())?;
            let (number, text) = apart(asked?.input.headings(), mine.text.as_deref()?);
            Some(form_fields::fields(number, text))
        };
        if draft.key().is_some() {
            return own.and_then(added).unwrap_or_default().0;
        }
        own.and_then(|own| own.fields.clone()).unwrap_or_default().0
    }

    pub(super) fn drop_draft(&mut self, question: &SlideId, round: Round, key: Option<&str>) {
        self.kept
            .drafts
            .retain(|draft| (&draft.question, draft.round, draft.key()) != (question, round, key));
    }

    /// The drafts of the question that is shown, the newest last.
    pub(super) fn drafts_here(&self) -> Vec<Vec<(String, String)>> {
        let Some((id, asked)) = self
            .shown()
            .and_then(|slide| Some((&slide.id, super::asked(slide)?)))
        else {
            return Vec::new();
        };
        let here = self
            .kept
            .drafts
            .iter()
            .filter(|draft| draft.question == *id && draft.round == asked.round);
        here.map(|draft| draft.fields.clone()).collect()
    }

    /// Whether somebody has typed into that question what is neither stored nor on its way.
    pub(super) fn is_busy_with(&self, question: &SlideId, round: Round) -> bool {
        let drafts = self
            .kept
            .drafts
            .iter()
            .filter(|draft| draft.question == *question && draft.round == round);
        let sent = |draft: &FormDraft| {
            self.kept
                .waiting
                .iter()
                .any(|waiting| content(&waiting.fields) == content(&draft.fields))
        };
        drafts.into_iter().any(|draft| !sent(draft))
    }

    /// The questions that take answers and hold something that was not sent.
    pub(super) fn unsent(&self) -> Vec<(SlideId, Round)> {
        let mut unsent: Vec<(SlideId, Round)> = Vec::new();
        for FormDraft {
            question, round, ..
        } in &self.kept.drafts
        {
            let takes = self
                .question(question)
                .is_some_and(|asked| takes_answers(asked) && asked.round == *round);
            let known = unsent.iter().any(|(known, _)| known == question);
            if takes && !known && self.is_busy_with(question, *round) {
                unsent.push((question.clone(), *round));
            }
        }
        unsent
    }

    /// Rounds may have begun while the page was away.
    pub(super) fn carry_all_over(&mut self) {
        for FormDraft {
            question, round, ..
        } in self.kept.drafts.clone()
        {
            if let Some(now) = self
                .question(&question)
                .map(|asked| asked.round)
                .filter(|now| *now > round)
            {
                self.begin_again(&question, round, now);
            }
        }
    }

    /// A new round has begun: what was typed stays in sight, and is sent only when somebody presses
    /// again.
    pub(super) fn carry_over(&mut self, question: &SlideId, from: Round, to: Round) {
        for draft in self
            .kept
            .drafts
            .iter_mut()
            .filter(|draft| draft.question == *question && draft.round == from)
        {
            draft.round = to;
            draft
                .fields
                .iter_mut()
                .filter(|(name, _)| name == ROUND)
                .for_each(|(_, round)| *round = to.to_string());
        }
    }
}

//! A form that was sent becomes a frame, under the next turn.

use shared::event::QA;
use shared::ids::{AnswerId, Key, Revision, Round, SlideId};
use shared::protocol::{ClientFrame, Own};
use shared::question::Fields;
use shared::question::form_fields::{DOWN, KEY, UPVOTE};
use shared::refusal::Refusal;

use super::draft::content;
use super::{OutboxEffect, PhoneState, UnsavedAnswer, about, asked, named};
use crate::kinds::{self, Submission};
use crate::model::doubt::Doubt;
use crate::phone::PhoneNotice;

impl PhoneState {
    pub(super) fn press(&mut self, fields: &Fields) -> Vec<OutboxEffect> {
        let Some((question, round)) = named(fields) else {
            return Vec::new();
        };
        self.put_draft(fields);
        self.notice = None;
        match self.frame_of(&question, round, fields) {
            Err(refusal) => {
                self.refuse(&question, refusal);
                vec![OutboxEffect::Keep, OutboxEffect::Refer]
            }
            Ok(frame) => match self.doubt(&question, fields) {
                Some(doubt) => self.asks_once(question, round, doubt),
                None => self.send(frame, fields),
            },
        }
    }

    fn doubt(&self, question: &SlideId, fields: &Fields) -> Option<Doubt> {
        self.question(question)
            .and_then(|asked| kinds::doubt(asked, fields))
    }

    fn asks_once(&mut self, question: SlideId, round: Round, doubt: Doubt) -> Vec<OutboxEffect> {
        self.sure = Some((question.clone(), round, doubt.word()));
        self.notice = Some((Some(question), PhoneNotice::Unsure(doubt)));
        vec![OutboxEffect::Keep, OutboxEffect::Refer]
    }

    /// What somebody was asked about already, of the question that is shown.
    pub(super) fn sure_here(&self) -> Option<String> {
        let here = self
            .shown()
            .and_then(|slide| Some((&slide.id, asked(slide)?.round)));
        let (question, round, word) = self.sure.as_ref()?;
        (here == Some((question, *round))).then(|| word.clone())
    }

    fn send(&mut self, frame: ClientFrame, fields: &Fields) -> Vec<OutboxEffect> {
        self.kept
            .waiting
            .retain(|waiting| !replaces(&frame, &waiting.frame));
        if let Some((question, turn)) = about(&frame).filter(|(_, turn)| *turn > 0) {
            self.kept.turns.insert(question.clone(), turn);
        }
        if let ClientFrame::Add { key, .. } = &frame
            && *key == self.next_key()
        {
            self.keys += 1;
        }
        self.kept.waiting.push(UnsavedAnswer {
            frame: frame.clone(),
            fields: fields.0.clone(),
        });
        vec![OutboxEffect::Keep, OutboxEffect::Send(frame)]
    }

    fn frame_of(
        &self,
        question: &SlideId,
        round: Round,
        fields: &Fields,
    ) -> Result<ClientFrame, Refusal> {
        let question = question.clone();
        if let Some(answer) = fields.first(UPVOTE) {
            let answer = AnswerId::parse(answer).ok_or(Refusal::UnknownAnswer)?;
            return Ok(ClientFrame::Upvote {
                question,
                answer,
                on: fields.first(DOWN).is_none(),
                seq: None,
            });
        }
        let turn = self.next_revision(&question);
        match self.submission(&question, fields)? {
            Submission::Text(text) => {
                let key = Key::from(fields.first(KEY).ok_or(Refusal::BadKey)?);
                Ok(ClientFrame::Add {
                    question,
                    round,
                    key,
                    turn,
                    text,
                    seq: None,
                })
            }
            Submission::Answer(fields) => Ok(ClientFrame::Answer {
                question,
                round,
                turn,
                fields,
                seq: None,
            }),
        }
    }

    fn submission(&self, question: &SlideId, fields: &Fields) -> Result<Submission, Refusal> {
        let mut said = said(&fields.0);
        if question.as_str() != QA {
            let asked = self.question(question).ok_or(Refusal::Closed)?;
            return kinds::sent(&asked.input, said, asked.rules);
        }
        // The room says what else is wrong with a question to the speakers.
        let (_, text) = said.0.pop().ok_or(Refusal::Empty)?;
        Ok(Submission::Text(text))
    }

    /// Higher than what is stored and than what was ever sent.
    fn next_revision(&self, question: &SlideId) -> Revision {
        let own = self.page.own.get(question);
        let stored = own.map_or(0, |own| {
            own.added
                .iter()
                .map(|added| added.turn)
                .fold(own.turn, Revision::max)
        });
        let sent = self.kept.turns.get(question).copied().unwrap_or_default();
        stored.max(sent) + 1
    }
}

/// Whether the older of two frames has become pointless.
fn replaces(new: &ClientFrame, old: &ClientFrame) -> bool {
    use ClientFrame::{Add, Answer, Upvote};
    match (new, old) {
        (
            Answer { question, .. },
            Answer {
                question: older, ..
            },
        ) => question == older,
        (
            Add { question, key, .. },
            Add {
                question: older,
                key: other,
                ..
            },
        ) => (question, key) == (older, other),
        (Upvote { answer, .. }, Upvote { answer: other, .. }) => answer == other,
        _ => false,
    }
}

/// Puts an upvote among one's own, or takes it away.
pub(super) fn set_upvote(own: &mut Own, answer: AnswerId, on: bool) {
    own.upvotes.retain(|known| *known != answer);
    if on {
        own.upvotes.push(answer);
    }
}

/// What a form says, without where it belongs and what is empty.
pub(super) fn said(fields: &[(String, String)]) -> Fields {
    Fields(
        content(fields)
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
            .collect(),
    )
}

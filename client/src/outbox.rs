//! What one phone knows and owes: what the room shows, what this person typed, and the answers that
//! are not acknowledged yet.
//!
//! Pure: events in, effects out, no clock, no socket, no storage. A page is drawn from what
//! [`PhoneState::page`] gives; `net` carries the effects out. An answer leaves the outbox only when
//! the room has said what became of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shared::event::QA;
use shared::ids::{AnswerId, Key, Millis, Revision, Round, SlideId};
use shared::protocol::view::{PartView, PhoneView, QuestionView, SlideView};
use shared::protocol::{ClientFrame, ServerFrame};
use shared::question::Fields;
use shared::question::form_fields::{QUESTION, ROUND};
use shared::refusal::Refusal;

use crate::phone::live::PhoneLiveState;
use crate::phone::{ParticipantState, PhoneNotice};
use crate::texts::phone::phone;

crate::reading::fields!(Kept {
    you,
    drafts,
    waiting,
    turns,
    trial,
    at
});

mod announcements;
mod answer;
mod clock;
mod draft;
mod incoming;
mod migration;
mod navigation;
mod own_pace;
mod qa;
#[cfg(test)]
mod tests;

use draft::FormDraft;

/// Something that happened to the phone.
#[derive(Clone, Debug, PartialEq)]
#[allow(
    clippy::large_enum_variant,
    reason = "an event lives for one call and is never stored"
)]
pub enum OutboxEvent {
    /// The room said something.
    Heard(ServerFrame<PhoneView>),
    /// A form held this when the page came to life.
    Found(Fields),
    /// A form holds this now.
    Typed(Fields),
    /// A form was sent.
    Pressed(Fields),
    /// Somebody wants to go where the room is.
    Followed,
    /// Somebody wants to go back to a question that is still open.
    WentBack(SlideId),
    /// The room can be reached, or can't any more.
    Reached(bool),
    /// What waits is to be sent once more.
    Again,
    /// Something on the way takes no answers of this phone, or takes them again.
    Blocked(bool),
    /// It is that late by the server's clock.
    Second(Millis),
    /// Somebody says that they are through the deck.
    SaidFinished,
    /// The room took note that this phone asks for more time.
    AskedForMoreTime,
    /// This phone shows reactions to send, or none.
    ReactionsOff(bool),
    /// Somebody wants to see the newest questions to the speakers.
    QaRenewed,
    /// There is no way back into the room, and why.
    ShutOut(PhoneNotice),
}

/// What is to be done about it.
#[derive(Clone, Debug, PartialEq)]
pub enum OutboxEffect {
    /// Tell the room.
    Send(ClientFrame),
    /// The room was too busy: [`OutboxEvent::Again`] in a moment.
    TryAgainSoon,
    /// Tell the room that somebody is through the deck.
    Finish,
    /// What the outbox holds has changed: [`PhoneState::kept`] is worth storing.
    Keep,
    /// Another page is shown: it begins at its top, with the focus on its heading.
    Arrive,
    /// What somebody pressed was refused: to where it says why.
    Refer,
}

/// An answer that is not acknowledged yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct UnsavedAnswer {
    frame: ClientFrame,
    /// The form that it came from.
    fields: Vec<(String, String)>,
}

/// What outlives a reload.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// Whose answers they are. Cleared cookies are another person.
    you: Option<String>,
    drafts: Vec<FormDraft>,
    waiting: Vec<UnsavedAnswer>,
    turns: BTreeMap<SlideId, Revision>,
    /// Whether all of it was given to try the room out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    trial: bool,
    /// Where somebody is in a deck that they go through by themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<SlideId>,
}

/// What one phone knows and owes.
#[derive(Clone, Debug)]
pub struct PhoneState {
    /// The page without anything that was typed.
    page: ParticipantState,
    kept: Kept,
    /// The question that is shown although the room is elsewhere; in own pace whatever is.
    held: Option<SlideId>,
    /// Parts of the evaluation that somebody passed over.
    passed: Vec<SlideId>,
    /// What to say first, and on which question's page.
    notice: Option<(Option<SlideId>, PhoneNotice)>,
    reached: bool,
    /// Whether the room has been heard since the page came to life.
    heard: bool,
    blocked: bool,
    /// Whether somebody waits to be through.
    finishing: bool,
    /// The server's clock, once it is known.
    now: Option<Millis>,
    /// What somebody was asked about once before sending, of which question and round.
    sure: Option<(SlideId, Round, String)>,
    news: String,
    /// How often something was said so.
    announcements: u32,
    /// Keys given to additions so far.
    keys: u32,
    /// Whether this phone shows no reactions to send.
    reactions_off: bool,
    /// In which order this phone shows the questions to the speakers.
    qa_order: Vec<AnswerId>,
}

impl PhoneState {
    /// From the page that the server sent and what the phone had kept.
    pub fn new(mut page: ParticipantState, kept: Option<Kept>) -> Self {
        let is_its = |kept: &Kept| kept.you == page.you && (page.view.trial || !kept.trial);
        let kept = Kept {
            you: page.you.clone(),
            trial: page.view.trial,
            ..kept.filter(is_its).unwrap_or_default()
        };
        let shown = page.shown.take().map(|slide| slide.id);
        let kept_at = kept.at.clone().filter(|_| page.view.own_pace);
        let held = page.at.take().or(kept_at).or(shown);
        let typed = page.typed.take().map(Fields);
        let notice = page.notice.take().map(|notice| (held.clone(), notice));
        let (reached, heard, blocked, now) = (true, false, false, None);
        let news = String::new();
        let mut outbox = Self {
            page,
            kept,
            held,
            passed: Vec::new(),
            notice,
            reached,
            heard,
            blocked,
            finishing: false,
            now,
            sure: None,
            news,
            announcements: 0,
            keys: 0,
            reactions_off: false,
            qa_order: Vec::new(),
        };
        outbox.renew_qa();
        typed.iter().for_each(|typed| outbox.put_draft(typed));
        outbox.let_go_of_the_past();
        outbox.carry_all_over();
        outbox.come_to_survey();
        outbox
    }

    /// Takes in what happened.
    pub fn take(&mut self, event: OutboxEvent) -> Vec<OutboxEffect> {
        let was = self.place();
        let mut effects = self.deal_with(event);
        if self.place() != was {
            effects.push(OutboxEffect::Arrive);
            self.note_place(&mut effects);
        }
        effects
    }

    fn deal_with(&mut self, event: OutboxEvent) -> Vec<OutboxEffect> {
        match event {
            OutboxEvent::Heard(frame) => self.hear(frame),
            OutboxEvent::Found(fields) => self.found(&fields),
            OutboxEvent::Typed(fields) => self.typed(&fields),
            OutboxEvent::Pressed(fields) => self.press(&fields),
            OutboxEvent::SaidFinished => self.say_finished(),
            OutboxEvent::Followed => self.follow(),
            OutboxEvent::WentBack(question) => self.go_back(question),
            OutboxEvent::Reached(reached) => self.reach(reached),
            OutboxEvent::Blocked(blocked) => self.block(blocked),
            OutboxEvent::Second(now) => self.second(now),
            OutboxEvent::Again => self.waiting().cloned().map(OutboxEffect::Send).collect(),
            OutboxEvent::AskedForMoreTime => {
                self.page.asked_until = self.countdown_ends();
                self.say(phone(self.page.language).more_time_asked.to_owned());
                Vec::new()
            }
            OutboxEvent::ReactionsOff(off) => {
                self.reactions_off = off;
                Vec::new()
            }
            OutboxEvent::QaRenewed => {
                self.renew_qa();
                Vec::new()
            }
            OutboxEvent::ShutOut(notice) => self.shut_out(notice),
        }
    }

    /// What outlives a reload.
    pub fn kept(&self) -> &Kept {
        &self.kept
    }

    /// Whether this phone shows no reactions to send.
    pub fn reactions_off(&self) -> bool {
        self.reactions_off
    }

    /// The sequence that this phone's view is of.
    pub fn seq(&self) -> u64 {
        self.page.seq
    }

    /// What is still to be acknowledged, oldest first.
    pub fn waiting(&self) -> impl Iterator<Item = &ClientFrame> {
        self.kept.waiting.iter().map(|waiting| &waiting.frame)
    }

    /// The fields by which the question that is shown is named in its round, for a form.
    pub fn shown_round(&self) -> Option<String> {
        let slide = self.shown()?;
        let round = asked(slide)?.round;
        Some(format!("live=1&question={}&round={round}", slide.id))
    }

    /// The page as it is now.
    pub fn page(&self) -> ParticipantState {
        let mut page = self.page.clone();
        self.count_in_upvotes(&mut page);
        page.shown = self.held_slide().cloned();
        let alone = page.goes_alone();
        page.at = self.held.clone().filter(|_| alone);
        page.key = self.next_key();
        let shown = self.shown().map(|slide| slide.id.clone());
        // When all is over the last slide is there no more, though the room still names it.
        let place = self.place().1;
        let of_qa = |about: &Option<SlideId>| about.as_ref().is_some_and(|id| id.as_str() == QA);
        let here = |about: &Option<SlideId>| about.is_none() || *about == place || of_qa(about);
        let notice = self.notice.as_ref().filter(|(about, _)| here(about));
        page.about_qa = notice.is_some_and(|(about, _)| of_qa(about));
        page.notice = notice.map(|(_, notice)| notice.clone());
        let qa = page.view.qa.as_mut();
        let qa_new = qa.map_or(0, |qa| qa.arrange(&self.qa_order));
        let mut drafts = self.drafts_here();
        page.typed = drafts.pop();
        self.add_qa_draft(&mut drafts);
        let held = !alone
            && self.held.is_some()
            && shown.as_ref() != self.page.view.slide.as_ref().map(|slide| &slide.id);
        page.live = Some(PhoneLiveState {
            waiting: self.waiting_for(|frame| !matches!(frame, ClientFrame::Upvote { .. })),
            voting: self.waiting_for(|frame| matches!(frame, ClientFrame::Upvote { .. })),
            reached: self.reached,
            heard: self.heard,
            blocked: self.blocked,
            finishing: self.finishing,
            left: self.seconds_left(),
            sure: self.sure_here(),
            held,
            qa_new,
            reactions_off: self.reactions_off,
            news: self.news.clone(),
            announcements: self.announcements,
            drafts,
        });
        page
    }

    fn waiting_for(&self, which: impl Fn(&ClientFrame) -> bool) -> Vec<SlideId> {
        self.waiting()
            .filter(|frame| which(frame))
            .filter_map(|frame| about(frame).map(|(id, _)| id.clone()))
            .collect()
    }

    /// Upvotes show at once; the room has the last word.
    fn count_in_upvotes(&self, page: &mut ParticipantState) {
        for frame in self.waiting() {
            if let ClientFrame::Upvote {
                question,
                answer,
                on,
                ..
            } = frame
            {
                let round = self
                    .question(question)
                    .map(|asked| asked.round)
                    .unwrap_or_default();
                let own = page.own.entry(question.clone()).or_default();
                own.round = own.round.max(round);
                answer::set_upvote(own, *answer, *on);
            }
        }
    }

    /// The key of the next addition: the page's own for the first, and then others made from it.
    fn next_key(&self) -> Key {
        match self.keys {
            0 => self.page.key.clone(),
            more => Key(format!("{}-{more}", self.page.key)),
        }
    }

    fn reach(&mut self, reached: bool) -> Vec<OutboxEffect> {
        self.reached = reached;
        self.heard |= reached;
        Vec::new()
    }

    fn block(&mut self, blocked: bool) -> Vec<OutboxEffect> {
        self.blocked = blocked;
        Vec::new()
    }

    fn shut_out(&mut self, notice: PhoneNotice) -> Vec<OutboxEffect> {
        self.reached = false;
        self.notice = Some((None, notice));
        Vec::new()
    }

    /// Shown now: what is held for somebody, else where the room is.
    fn shown(&self) -> Option<&SlideView> {
        self.held_slide().or(self.page.view.slide.as_ref())
    }

    fn held_slide(&self) -> Option<&SlideView> {
        self.slide(self.held.as_ref()?)
    }

    /// A slide that this phone knows how to show.
    fn slide(&self, id: &SlideId) -> Option<&SlideView> {
        let view = &self.page.view;
        view.slide
            .iter()
            .chain(&view.late)
            .find(|slide| slide.id == *id)
    }

    fn question(&self, id: &SlideId) -> Option<&QuestionView> {
        self.slide(id).and_then(asked)
    }

    fn refuse(&mut self, question: &SlideId, refusal: Refusal) {
        self.notice = Some((Some(question.clone()), PhoneNotice::Refused(refusal)));
    }
}

/// The question on a slide.
fn asked(slide: &SlideView) -> Option<&QuestionView> {
    match &slide.part {
        PartView::Question(asked) => Some(asked),
        _ => None,
    }
}

/// To which question a frame belongs, and under which turn; 0 for an upvote.
fn about(frame: &ClientFrame) -> Option<(&SlideId, Revision)> {
    match frame {
        ClientFrame::Answer { question, turn, .. } | ClientFrame::Add { question, turn, .. } => {
            Some((question, *turn))
        }
        ClientFrame::Upvote { question, .. } => Some((question, 0)),
        ClientFrame::Ping { .. } => None,
    }
}

/// The question and the round that a form's hidden fields name.
fn named(fields: &Fields) -> Option<(SlideId, Round)> {
    let round = fields.first(ROUND)?.parse().ok()?;
    Some((SlideId::from(fields.first(QUESTION)?), round))
}

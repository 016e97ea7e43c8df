//! What a host's page asks, and what takes it back.

use shared::control::{Adjustment, Control, ControlAction};
use shared::ids::{AnswerId, ControlNumber, SlideId};
use shared::protocol::view::{HostView, PartView, QuestionView, Screen};
use shared::room::{Admission, ModerationAction, ModerationRequest, QaRequest};

/// Something that a host's page asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostRequest {
    /// Of the room.
    Control(Control),
    /// Of the projected page.
    Screen(Screen),
    /// Of who may come in.
    Admission(Admission),
    /// What is no control and does not depend on where the stage is.
    Adjustment(Adjustment),
    /// Of what the room sent.
    Moderate(ModerationRequest),
    /// Of a question to the speakers.
    Question(AnswerId, QaRequest),
    /// To list one that came from a chat or a hand.
    TypeIn { text: String, to: Option<String> },
    /// Of this browser alone.
    FullScreen,
}

impl HostRequest {
    /// About where the room is.
    pub fn to(action: ControlAction) -> Self {
        Self::Control(Control::now(action))
    }

    /// About a slide: it is never done to another which came on stage meanwhile.
    pub fn about(action: ControlAction, slide: &SlideId) -> Self {
        Self::Control(Control {
            slide: Some(slide.clone()),
            ..Control::now(action)
        })
    }

    /// The same, of a page that has seen the room as it is after that control: a second press, or
    /// one that crosses somebody else's, does nothing.
    pub fn after(self, controls: ControlNumber) -> Self {
        match self {
            Self::Control(control) => Self::Control(Control {
                after: Some(controls),
                ..control
            }),
            other => other,
        }
    }

    /// What brings back what is there now, where this page alone knows it. Controls are the room's
    /// to take back.
    pub fn inverse(&self, view: &HostView) -> Option<Self> {
        match self {
            Self::FullScreen | Self::Control(_) | Self::Admission(_) | Self::Adjustment(_) => None,
            Self::Question(..) | Self::TypeIn { .. } => None,
            Self::Screen(_) => Some(Self::Screen(view.screen)),
            Self::Moderate(moderation_request) => taken_back(moderation_request),
        }
    }
}

/// What was hidden or merged is put back; a merge is taken apart where one left off.
fn taken_back(moderation_request: &ModerationRequest) -> Option<HostRequest> {
    let action = match moderation_request.action {
        ModerationAction::Hide | ModerationAction::Merge => ModerationAction::Restore,
        ModerationAction::Approve | ModerationAction::Hold | ModerationAction::Restore => {
            return None;
        }
    };
    Some(HostRequest::Moderate(ModerationRequest {
        action,
        into: None,
        ..moderation_request.clone()
    }))
}

/// The question that the projected page shows; none once it shows that all is over.
pub fn staged_question(view: &HostView) -> Option<(&SlideId, &QuestionView)> {
    view.on_stage().and_then(|_| question(view))
}

/// The question that the room is at, also when all is over.
pub fn question(view: &HostView) -> Option<(&SlideId, &QuestionView)> {
    let slide = view.slide.as_ref()?;
    match &slide.part {
        PartView::Question(question) => Some((&slide.id, question)),
        _ => None,
    }
}

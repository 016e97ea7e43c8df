//! What a host's page asks, and what takes it back.

use shared::event::Audience;
use shared::ids::SlideId;
use shared::protocol::HostView;
use shared::protocol::view::{PartView, QuestionView, Screen};
use shared::room::{Action, Admission, Control, Moderation, ModerationAction};

/// Something that a host's page asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Of the room.
    Control(Control),
    /// Of the projected page.
    Screen(Screen),
    /// Of who may come in.
    Admission(Admission),
    /// Of what the room sent.
    Moderate(Moderation),
    /// Of this browser alone.
    FullScreen,
}

impl Ask {
    /// About where the room is.
    pub fn to(action: Action) -> Self {
        Self::Control(Control { action, slide: None, on: Audience::Stage })
    }

    /// About a slide: it is never done to another which came on stage meanwhile.
    pub fn about(action: Action, slide: &SlideId) -> Self {
        Self::Control(Control { action, slide: Some(slide.clone()), on: Audience::Stage })
    }

    /// What brings back what is there now, where that can be done.
    pub fn inverse(&self, view: &HostView) -> Option<Self> {
        let control = match self {
            Self::FullScreen | Self::Admission(_) => return None,
            Self::Screen(_) => return Some(Self::Screen(view.screen)),
            Self::Moderate(wish) => return taken_back(wish),
            Self::Control(control) => control,
        };
        let action = match control.action {
            Action::Next | Action::Previous | Action::Go => {
                return Some(Self::about(Action::Go, &view.slide.as_ref()?.id));
            }
            Action::Open => Action::Close,
            Action::Close => Action::Open,
            Action::Show => Action::Hide,
            Action::Hide => Action::Show,
            Action::Vote | Action::Reset | Action::End => return None,
        };
        Some(Self::Control(Control { action, ..control.clone() }))
    }
}

/// What was hidden or merged is put back; a merge is taken apart where one left off.
fn taken_back(wish: &Moderation) -> Option<Ask> {
    let action = match wish.action {
        ModerationAction::Hide | ModerationAction::Merge => ModerationAction::Restore,
        ModerationAction::Restore => return None,
    };
    Some(Ask::Moderate(Moderation { action, into: None, ..wish.clone() }))
}

/// The question on the stage.
pub fn question(view: &HostView) -> Option<(&SlideId, &QuestionView)> {
    let slide = view.slide.as_ref()?;
    match &slide.part {
        PartView::Question(question) => Some((&slide.id, question)),
        _ => None,
    }
}

//! Driving a room: its controls, who may come in, and what its screen is used for.

use std::time::Instant;

use shared::control::{Adjustment, Control, ControlAction};
use shared::event::Event;
use shared::limits::TRIAL_VOTES_MAX;
use shared::phase::Phase;
use shared::protocol::view::Screen;
use shared::refusal::Refusal;
use shared::room::Admission;

use super::{ServiceError, after_page};
use crate::App;
use crate::lobby::{FoundRoom, LobbyError};
use crate::room::{RoomHandle, SubmitError, erase};

/// What a host asks of a room by the call `control`, or by a form.
#[derive(Clone, Debug)]
pub enum ControlRequest {
    /// To go on, or back, or to show something.
    Control(Control),
    /// To let people in, or not.
    Admission(Admission),
    /// What is no control and does not depend on where the stage is.
    Adjustment(Adjustment),
}

impl ControlRequest {
    /// # Errors
    /// [`ServiceError::TrialVotesOutOfRange`]
    fn check(&self) -> Result<(), ServiceError> {
        match self {
            Self::Adjustment(Adjustment::Trial { votes })
                if !(1..=TRIAL_VOTES_MAX).contains(votes) =>
            {
                Err(ServiceError::TrialVotesOutOfRange)
            }
            Self::Adjustment(_) | Self::Admission(_) | Self::Control(_) => Ok(()),
        }
    }
}

/// Does what a host asks.
///
/// # Errors
/// [`ServiceError::TrialVotesOutOfRange`], and those of the room and the lobby.
pub async fn carry_out(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    request: ControlRequest,
) -> Result<(), ServiceError> {
    request.check()?;
    match request {
        ControlRequest::Control(control) => drive(app, found, handle, control).await,
        ControlRequest::Admission(admission) => receive(app, found, handle, admission).await,
        ControlRequest::Adjustment(Adjustment::Trial { votes }) => {
            Ok(handle.try_out(votes).await?)
        }
        ControlRequest::Adjustment(Adjustment::Phones { to }) => {
            handle.submit(Event::PhonesSet { to }).await?;
            Ok(())
        }
    }
}

/// The projected page shows its slides, how to join, or nothing.
pub fn turn_screen(app: &App, found: &FoundRoom, handle: &RoomHandle, screen: Screen) {
    app.fanout.of(&found.id, handle).turn_screen(screen);
}

/// Does what a host says of who may come in: the door is stored, whoever waits is let in as long as
/// the server runs.
async fn receive(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    admission: Admission,
) -> Result<(), ServiceError> {
    match admission {
        Admission::Admit => app.joining.admit(
            &found.id,
            app.settings.joining.of(&found.document),
            Instant::now(),
        ),
        Admission::Wait => app.joining.let_wait(&found.id),
        Admission::Door { .. } => {}
    }
    if let Some(event) = admission.event() {
        handle.submit(event).await?;
        tracing::info!(room = %found.id, set = ?admission, "a room's door was set");
    }
    app.fanout
        .tell_waiting(&found.id, app.joining.waiting(&found.id));
    Ok(())
}

/// Stores a control; the room's end is also noted where its code's time is kept.
async fn drive(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    control: Control,
) -> Result<(), ServiceError> {
    let (ends, begins) = (
        control.action == ControlAction::End,
        control.action == ControlAction::Begin,
    );
    let resumes = begins || control.action == ControlAction::Resume;
    let moves = matches!(
        control.action,
        ControlAction::Next | ControlAction::Previous | ControlAction::Go
    );
    let done = handle.control(control).await;
    // Noted also where the room says that it had ended already: an earlier note may have been cut
    // off.
    if ends && matches!(done, Ok(_) | Err(SubmitError::Refused(Refusal::Ended))) {
        app.lobby.note_end(&found.id).await?;
        after_page::announce(app, found, handle).await?;
    }
    if begins && done.is_ok() {
        erase::redact(&found.id, &*app.journal).await?;
        let gone = app.forms.of(found).let_go(handle).await;
        gone.map_err(LobbyError::from)?;
        tracing::info!(room = %found.id, "a room began that had been tried out");
    }
    // The same for a room that goes on.
    if resumes && handle.read(|room| room.phase != Phase::Ended)? {
        app.lobby.note_resumed(&found.id).await?;
    }
    done?;
    if moves {
        // Whoever moves on wants it seen.
        turn_screen(app, found, handle, Screen::Slides);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trial_has_some_votes_and_not_too_many() {
        for (votes, fits) in [
            (0, false),
            (1, true),
            (TRIAL_VOTES_MAX, true),
            (TRIAL_VOTES_MAX + 1, false),
        ] {
            let trial = ControlRequest::Adjustment(Adjustment::Trial { votes });
            let refused = matches!(trial.check(), Err(ServiceError::TrialVotesOutOfRange));
            assert_eq!(refused, !fits, "{votes}");
        }
    }
}

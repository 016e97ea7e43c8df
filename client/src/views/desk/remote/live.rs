//! What a page that is led from, or moderated on, knows only once it is alive.

use crate::views::desk::moderating::live::ModerationLiveState;
use crate::views::live::HostLiveState;

/// What a remote, the moderator's page and the console know only once they are alive.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemoteLiveState {
    pub host: HostLiveState,
    pub moderation: ModerationLiveState,
    /// What the page says to whoever hears it.
    pub news: String,
    /// The text that was copied last.
    pub copied: Option<String>,
    /// The time of day where the page is; on the page of speakers.
    pub clock: Option<String>,
}

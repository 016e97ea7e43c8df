//! What a page knows only once it is alive: what is on its way, what is held for somebody, what is
//! news.

use serde::{Deserialize, Serialize};
use shared::ids::SlideId;

/// What a page knows only once it is alive.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhoneLiveState {
    /// Questions with an answer that is not acknowledged yet.
    pub waiting: Vec<SlideId>,
    /// Questions with an upvote that is not acknowledged yet.
    pub voting: Vec<SlideId>,
    /// Whether the room can be reached.
    pub reached: bool,
    /// Whether the room was heard since the page came to life.
    pub heard: bool,
    /// Whether something on the way takes no answers.
    pub blocked: bool,
    /// Whether somebody has said that they are through, and the room was not told yet.
    pub finishing: bool,
    /// Seconds that are left of a countdown, once the time is known.
    pub left: Option<u64>,
    /// What somebody was asked about already before sending.
    pub sure: Option<String>,
    /// Whether the question that is shown is kept for whoever was busy with it, while the room is
    /// elsewhere.
    pub held: bool,
    /// How many questions to the speakers came since their list was put in order; they stand last.
    pub qa_new: usize,
    /// Whether this phone shows no reactions to send.
    pub reactions_off: bool,
    /// What to say to whoever hears the page.
    pub news: String,
    /// How often something was said so.
    pub announcements: u32,
    /// What was typed into other forms of the same page than the last one, also for the speakers.
    pub drafts: Vec<Vec<(String, String)>>,
}

/// How an answer is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendState {
    /// To the room.
    UnderWay,
    /// It waits in the phone for a connection.
    Offline,
    /// Something on the way does not take it.
    Blocked,
}

impl PhoneLiveState {
    /// How the answer to that question is on its way, if it is.
    pub fn sending(&self, question: &SlideId) -> Option<SendState> {
        let how = match (self.reached, self.blocked) {
            (false, _) => SendState::Offline,
            (true, true) => SendState::Blocked,
            (true, false) => SendState::UnderWay,
        };
        self.waiting.contains(question).then_some(how)
    }
}

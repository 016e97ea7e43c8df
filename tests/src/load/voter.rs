//! The person with a phone in the hall: when they vote, what they keep of the answer, when they
//! send again.

use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::json;

/// How long a phone waits that was asked to try again.
const AGAIN_AFTER: Duration = Duration::from_millis(250);
/// The options of the question.
pub const OPTIONS: usize = 3;

/// A call to vote.
#[derive(Clone, Copy, Debug)]
pub struct Ballot {
    /// The moment of the first vote.
    pub begun: Instant,
    /// The time over which votes are spread.
    pub over: Duration,
    /// On what.
    pub question: &'static str,
    /// In which round.
    pub round: u64,
    /// How many phones vote.
    pub voters: usize,
}

/// A vote that was acknowledged.
#[derive(Clone, Copy, Debug)]
pub struct AcknowledgedVote {
    /// Whose.
    pub phone: usize,
    /// Its turn.
    pub turn: u64,
    /// The record in which it is.
    pub seq: u64,
    /// The moment at which it was to be sent, whether it could be or not.
    pub intended: Instant,
    /// The moment at which the phone knew.
    pub at: Instant,
}

/// What became of a ballot.
#[derive(Clone, Debug)]
pub struct Votes {
    /// The moment of the last vote.
    pub last: Instant,
    /// Every acknowledgement that came.
    pub acks: Vec<AcknowledgedVote>,
    /// How often a phone was asked to try again.
    pub again: u64,
    /// How often a phone was refused.
    pub refused: u64,
}

/// What a phone was answered about its vote.
pub enum Answered {
    /// It is stored.
    Saved(AcknowledgedVote),
    /// It is to be sent again.
    Again,
    /// It is not stored, for good.
    Refused,
}

/// A frame about what was sent.
#[derive(Deserialize)]
struct AboutFrame {
    #[serde(rename = "type")]
    kind: String,
    turn: Option<u64>,
    seq: Option<u64>,
}

/// One person.
pub struct Voter {
    number: usize,
    ballot: Option<Ballot>,
    due: Option<Instant>,
}

impl Voter {
    /// A voter who was not called yet.
    pub fn new(number: usize) -> Self {
        Self {
            number,
            ballot: None,
            due: None,
        }
    }

    /// Is called to vote.
    pub fn is_called(&mut self, ballot: Option<Ballot>) {
        self.ballot = ballot.filter(|ballot| self.number < ballot.voters);
        self.due = self.ballot.map(|ballot| self.intended(ballot));
    }

    /// Waits for the moment to vote: the frame to send. For ever where there is none.
    pub async fn votes(&mut self) -> String {
        let (Some(due), Some(ballot)) = (self.due, self.ballot) else {
            return std::future::pending().await;
        };
        tokio::time::sleep_until(due.into()).await;
        self.due = None;
        vote(self.number, ballot.question, ballot.round)
    }

    /// Reads what is said of a vote.
    pub fn hears(&mut self, text: &str) -> Option<Answered> {
        let ballot = self.ballot?;
        let about: AboutFrame = serde_json::from_str(text).ok()?;
        match (about.kind.as_str(), about.turn) {
            ("saved", Some(turn)) if turn == ballot.round => {
                let (seq, at) = (about.seq?, Instant::now());
                Some(Answered::Saved(AcknowledgedVote {
                    phone: self.number,
                    turn,
                    seq,
                    intended: self.intended(ballot),
                    at,
                }))
            }
            ("error", Some(_)) => {
                self.due = Some(Instant::now() + AGAIN_AFTER);
                Some(Answered::Again)
            }
            ("refused", _) => Some(Answered::Refused),
            _ => None,
        }
    }

    fn intended(&self, ballot: Ballot) -> Instant {
        ballot.begun + ballot.over * self.number as u32 / ballot.voters as u32
    }
}

/// The option that a phone chooses, from 1.
pub fn option_of(phone: usize) -> usize {
    1 + phone % OPTIONS
}

/// A vote as a frame. Its turn is the round: a phone votes once in each.
pub fn vote(phone: usize, question: &str, round: u64) -> String {
    let fields = json!([["option", option_of(phone).to_string()]]);
    json!({ "type": "answer", "question": question, "round": round, "turn": round, "fields": fields }).to_string()
}

//! Why something a person did can't be done: one variant per reason they can act on.
//!
//! Sentences in people's languages are the pages' business; programs read [`Refusal::code`], which
//! never changes.

use serde::{Deserialize, Serialize};

use crate::ids::SlideId;

/// A reason to refuse an answer, an addition, an upvote or a control.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Refusal {
    /// The question is not open.
    Closed,
    /// The question takes upvotes now, no more answers.
    Voting,
    /// It answers an older round of the question.
    StaleRound {
        /// The round that is under way. Not `round` in JSON: a `refused` frame has its sender's
        /// there.
        #[serde(rename = "current")]
        round: u32,
    },
    /// A newer, different answer of the same person is stored.
    Superseded,
    /// The answer was erased by the organiser.
    Erased,
    /// The deck does not let an answer be changed.
    Unchangeable,
    /// More characters than allowed.
    TooLong {
        /// Characters as people count them.
        limit: usize,
    },
    /// More options, entries or answers than allowed.
    TooMany {
        /// How many are allowed.
        limit: usize,
    },
    /// Fewer options than asked for.
    TooFew {
        /// How many it takes at least.
        limit: usize,
    },
    /// There is nothing in it.
    Empty,
    /// It is not an answer to this kind of question.
    WrongKind,
    /// An option, value or place that the question does not have.
    OutOfRange,
    /// No such question in this room.
    UnknownQuestion,
    /// No such answer to vote on.
    UnknownAnswer,
    /// One can't vote for one's own answer.
    OwnAnswer,
    /// All upvotes are given.
    NoVotesLeft {
        /// How many each person has.
        limit: usize,
    },
    /// The question has no upvotes.
    NoVoting,
    /// The key of an addition is missing, too long or has other characters than letters, digits and
    /// `-`.
    BadKey,
    /// This version can't play that kind of question or slide.
    NotPlayable,
    /// The room has no place for more of this.
    Full,
    /// The door is closed to newcomers.
    DoorClosed,
    /// The room has ended.
    Ended,
    /// The room was moved, opened, closed … by somebody else meanwhile.
    Moved,
    /// The question has had no such round.
    UnknownRound,
    /// What was tried out is over already, or nothing ever was.
    NotTrial,
    /// Nothing is left to take back.
    NothingToUndo,
    /// The room has not ended, or too long ago to go on.
    NotResumable,
    /// There is no slide after this one.
    AtEnd,
    /// There is no slide before this one.
    AtStart,
    /// No such slide.
    UnknownSlide,
    /// The slide is not a question, or no slide is shown yet.
    NotAQuestion,
    /// A word or an answer can't count as itself.
    Itself,
    /// It is hidden: it has to be put back before it can be approved.
    Hidden,
    /// The organiser removed this participant.
    Removed,
    /// The room's deck was changed by somebody else meanwhile.
    Changed,
    /// The slide that is on the stage can't be taken out of the deck.
    OnStage,
    /// The question has no countdown that runs.
    NoCountdown,
    /// Nothing of the deck stays open after the end.
    NoEvaluation,
    /// The deck has no such group.
    UnknownGroup,
    /// A group gives one answer, and they are in none.
    NoGroup,
    /// Everybody goes through the deck by themselves: a host begins and ends it, and leads nothing
    /// in between.
    OwnPace,
    /// Nobody goes through this deck by themselves.
    NotOwnPace,
    /// What has to be answered is not.
    MissingRequired {
        /// Which questions, in their order.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        questions: Vec<SlideId>,
    },
    /// There is no such tablet, or it is shared no more.
    TabletEnded,
    /// Something in a form is not right.
    Form {
        /// What, in which of its fields.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        fields: Vec<FieldError>,
    },
}

/// What is wrong with one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// Which, from 1.
    pub field: u8,
    /// What.
    #[serde(flatten)]
    pub problem: FieldProblem,
}

/// Why what is in a field can't be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum FieldProblem {
    /// It has to be filled in.
    Empty,
    /// It is too long.
    TooLong {
        /// Characters as people count them.
        limit: usize,
    },
    /// All texts of the form together are too long.
    TooMuch,
    /// An address has an `@` and a dot behind it.
    NoEmail,
    /// There is no such value or option.
    OutOfRange,
}

impl Refusal {
    /// Every reason, once; those that carry a number with 0.
    pub const ALL: [Self; 45] = [
        Self::Closed,
        Self::Voting,
        Self::StaleRound { round: 0 },
        Self::Superseded,
        Self::Erased,
        Self::Unchangeable,
        Self::TooLong { limit: 0 },
        Self::TooMany { limit: 0 },
        Self::TooFew { limit: 0 },
        Self::Empty,
        Self::WrongKind,
        Self::OutOfRange,
        Self::UnknownQuestion,
        Self::UnknownAnswer,
        Self::OwnAnswer,
        Self::NoVotesLeft { limit: 0 },
        Self::NoVoting,
        Self::BadKey,
        Self::NotPlayable,
        Self::Full,
        Self::DoorClosed,
        Self::Ended,
        Self::Moved,
        Self::UnknownRound,
        Self::NotTrial,
        Self::NothingToUndo,
        Self::NotResumable,
        Self::AtEnd,
        Self::AtStart,
        Self::UnknownSlide,
        Self::NotAQuestion,
        Self::Itself,
        Self::Hidden,
        Self::Removed,
        Self::Changed,
        Self::OnStage,
        Self::NoCountdown,
        Self::NoEvaluation,
        Self::UnknownGroup,
        Self::NoGroup,
        Self::OwnPace,
        Self::NotOwnPace,
        Self::MissingRequired {
            questions: Vec::new(),
        },
        Self::TabletEnded,
        Self::Form { fields: Vec::new() },
    ];

    /// The same with this number, where it carries one.
    #[must_use]
    pub fn with_number(self, number: u32) -> Self {
        let limit = number as usize;
        match self {
            Self::StaleRound { .. } => Self::StaleRound { round: number },
            Self::TooLong { .. } => Self::TooLong { limit },
            Self::TooMany { .. } => Self::TooMany { limit },
            Self::TooFew { .. } => Self::TooFew { limit },
            Self::NoVotesLeft { .. } => Self::NoVotesLeft { limit },
            plain => plain,
        }
    }

    /// The word by which programs distinguish refusals.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Voting => "voting",
            Self::StaleRound { .. } => "stale_round",
            Self::Superseded => "superseded",
            Self::Erased => "erased",
            Self::Unchangeable => "unchangeable",
            Self::TooLong { .. } => "too_long",
            Self::TooMany { .. } => "too_many",
            Self::TooFew { .. } => "too_few",
            Self::Empty => "empty",
            Self::WrongKind => "wrong_kind",
            Self::OutOfRange => "out_of_range",
            Self::UnknownQuestion => "unknown_question",
            Self::UnknownAnswer => "unknown_answer",
            Self::OwnAnswer => "own_answer",
            Self::NoVotesLeft { .. } => "no_votes_left",
            Self::NoVoting => "no_voting",
            Self::BadKey => "bad_key",
            Self::NotPlayable => "not_playable",
            Self::Full => "full",
            Self::DoorClosed => "door_closed",
            Self::Ended => "ended",
            Self::Moved => "moved",
            Self::UnknownRound => "unknown_round",
            Self::NotTrial => "not_trial",
            Self::NothingToUndo => "nothing_to_undo",
            Self::NotResumable => "not_resumable",
            Self::AtEnd => "at_end",
            Self::AtStart => "at_start",
            Self::UnknownSlide => "unknown_slide",
            Self::NotAQuestion => "not_a_question",
            Self::Itself => "itself",
            Self::Hidden => "hidden",
            Self::Removed => "removed",
            Self::Changed => "changed",
            Self::OnStage => "on_stage",
            Self::NoCountdown => "no_countdown",
            Self::NoEvaluation => "no_evaluation",
            Self::UnknownGroup => "unknown_group",
            Self::NoGroup => "no_group",
            Self::OwnPace => "own_pace",
            Self::NotOwnPace => "not_own_pace",
            Self::MissingRequired { .. } => "missing_required",
            Self::TabletEnded => "tablet_ended",
            Self::Form { .. } => "form",
        }
    }

    /// Whether it is about what was sent (true), or about the moment at which it came (false).
    pub fn is_about_content(&self) -> bool {
        matches!(
            self,
            Self::TooLong { .. }
                | Self::TooMany { .. }
                | Self::TooFew { .. }
                | Self::Empty
                | Self::WrongKind
                | Self::OutOfRange
                | Self::BadKey
                | Self::Form { .. }
        )
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value};

    use super::*;

    /// What a refusal is in JSON, beside its code.
    fn carried(refusal: &Refusal) -> Map<String, Value> {
        let Ok(Value::Object(mut fields)) = serde_json::to_value(refusal) else {
            panic!("{refusal:?} is an object")
        };
        assert_eq!(
            fields.remove("code").as_ref().and_then(Value::as_str),
            Some(refusal.code())
        );
        fields
    }

    #[test]
    fn each_has_a_code_of_its_own_and_the_number_that_it_is_given() {
        let codes: std::collections::BTreeSet<_> = Refusal::ALL.iter().map(Refusal::code).collect();
        assert_eq!(codes.len(), Refusal::ALL.len());
        for refusal in Refusal::ALL {
            let fields = carried(&refusal.clone().with_number(7));
            assert_eq!(
                fields.keys().collect::<Vec<_>>(),
                carried(&refusal).keys().collect::<Vec<_>>()
            );
            assert!(
                fields.values().all(|number| *number == 7),
                "{refusal:?}: {fields:?}"
            );
        }
    }
}

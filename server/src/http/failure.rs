//! The one place where errors become failures: a status, a stable code and a sentence. Causes go to
//! the log, not out. [`super::failure_response`] writes them.

use client::language::Language;
use client::model::message::MessageKind;
use client::texts::problems::problem as sentence;
use http::StatusCode;
use serde_json::{Value, json};
use shared::deck::problem::Problem;
use shared::limits::{ROOM_PARTICIPANTS, TRIAL_VOTES_MAX};
use shared::refusal::Refusal;

use super::host_requests::RequestError;
use crate::after_pages::AfterPageError;
use crate::archive::ArchiveError;
use crate::auth::links;
use crate::backend::{DocumentError, JournalError};
use crate::child::ChildError;
use crate::decks::DeckError;
use crate::lobby::LobbyError;
use crate::log_throttle::LogThrottle;
use crate::mail::letter::MailError;
use crate::metrics::FIGURES;
use crate::reports::ReportError;
use crate::room::SubmitError;
use crate::service::ServiceError;

static NOT_DONE: LogThrottle = LogThrottle::new();

/// Why a request was not done.
#[derive(Clone, Debug)]
pub struct Failure {
    pub status: StatusCode,
    pub code: &'static str,
    /// For programs and logs, in English. Pages have their own sentence for the code.
    pub detail: String,
    pub(super) errors: Option<Value>,
    /// Where the way on is another address than the one that was asked.
    pub(super) site: Option<String>,
}

impl Failure {
    /// A failure without more to say. It is counted here: whoever makes one is about to say so.
    pub fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Self {
        FIGURES.refusals.count(code);
        Self {
            status,
            code,
            detail: detail.into(),
            errors: None,
            site: None,
        }
    }

    /// There is nothing at this address.
    pub fn not_found() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "not_found",
            "There is nothing at this address.",
        )
    }

    /// No such room, deck or answer.
    pub fn unknown(what: &'static str) -> Self {
        let code = match what {
            "deck" => "unknown_deck",
            "answer" => "unknown_answer",
            "code" => "unknown_code",
            "form" => "unknown_form",
            "question" => "unknown_question",
            "round" => "unknown_round",
            _ => "unknown_room",
        };
        Self::new(
            StatusCode::NOT_FOUND,
            code,
            format!("There is no such {what}."),
        )
    }

    /// A room has no link of that name.
    pub fn unknown_role() -> Self {
        let roles: Vec<&str> = links::ROLES.iter().map(|role| role.word()).collect();
        let detail = format!(
            "There is no such role: a room has links for {}.",
            roles.join(", ")
        );
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "unknown_role", detail)
    }

    /// The answers of a room were erased when their time had come.
    pub fn answers_ended() -> Self {
        let detail = "The answers of this room have been erased; its totals stay.";
        Self::new(StatusCode::GONE, "answers_ended", detail)
    }

    /// Nobody, or the wrong one, asked.
    pub fn not_signed_in() -> Self {
        let detail = "This needs the header `Authorization: Bearer TOKEN`, the owner's session, or the room's link.";
        Self::new(StatusCode::UNAUTHORIZED, "not_signed_in", detail)
    }

    /// The request comes from a page of another site.
    pub fn foreign_origin() -> Self {
        let detail = "The Origin of this request is neither its Host nor the public address of this instance.";
        Self::new(StatusCode::FORBIDDEN, "foreign_origin", detail)
    }

    /// The request is meant for a host that this instance does not go by.
    pub fn misdirected(public_url: &str) -> Self {
        let detail =
            "This instance does not go by the host that the request names; use its public address.";
        let failure = Self::new(StatusCode::MISDIRECTED_REQUEST, "misdirected", detail);
        Self {
            site: Some(public_url.to_owned()),
            ..failure
        }
    }

    /// As many screens wait as may, here or from where this one is.
    pub fn screens_full() -> Self {
        let detail =
            "As many screens wait for a room as can; one that waits longer keeps its place.";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "screens_full", detail)
    }

    /// A change does not say which version it was made from.
    pub fn no_precondition() -> Self {
        let detail = "This needs the header `If-Match` with the ETag that GET gave, or `*` for whatever is stored.";
        Self::new(StatusCode::PRECONDITION_REQUIRED, "precondition", detail)
    }

    /// The body is larger than it may be.
    pub fn too_large(limit_bytes: usize) -> Self {
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too_large",
            format!("The body is larger than {limit_bytes} bytes."),
        )
    }

    /// The body did not come in time.
    pub fn too_slow() -> Self {
        Self::new(
            StatusCode::REQUEST_TIMEOUT,
            "too_slow",
            "The body did not come in time.",
        )
    }

    /// The request can't be read.
    pub fn malformed(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "malformed", detail)
    }

    /// The request can't be read by the framework, which says why.
    pub fn unreadable(status: StatusCode, why: &str) -> Self {
        Self::new(
            status,
            "malformed",
            format!("The request can't be read: {}.", why.trim_end_matches('.')),
        )
    }

    /// What the page of it says.
    pub fn what(&self) -> MessageKind {
        match self.code {
            "unknown_code" => MessageKind::UnknownCode,
            "unknown_room" => MessageKind::RoomGone,
            "answers_ended" => MessageKind::AnswersEnded,
            "too_large" => MessageKind::TooLarge,
            "foreign_origin" => MessageKind::Foreign,
            "misdirected" => MessageKind::Misdirected,
            "screens_full" => MessageKind::ScreensFull,
            "try_again" => MessageKind::TryAgain,
            "cannot_store" => MessageKind::CannotStore,
            "no_cookie" => MessageKind::NoCookie,
            "door_closed" => MessageKind::DoorClosed,
            "wait" => MessageKind::Wait,
            _ if self.status == StatusCode::NOT_FOUND => MessageKind::NotFound,
            _ if self.status.is_client_error() => MessageKind::Unreadable,
            _ => MessageKind::ServerError,
        }
    }
}

/// The status of what a participant sent and that was not dealt with.
pub fn status_of_trouble(error: &SubmitError) -> StatusCode {
    match error {
        SubmitError::Refused(refusal) => status_of(refusal),
        SubmitError::TooFast { .. } => StatusCode::TOO_MANY_REQUESTS,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// A refusal's status: 422 where it is about what was sent, 409 where it is about the moment.
pub fn status_of(refusal: &Refusal) -> StatusCode {
    if refusal.is_about_content() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::CONFLICT
    }
}

impl From<SubmitError> for Failure {
    fn from(error: SubmitError) -> Self {
        let code = error.code();
        match error {
            SubmitError::Refused(refusal) => {
                let detail = client::texts::refusal::refusal(Language::of_programs(), &refusal);
                Self::new(status_of(&refusal), code, detail)
            }
            SubmitError::Gone => Self::unknown("room"),
            SubmitError::CannotStore => Self::cannot_store(),
            SubmitError::TryAgain => Self::new(
                StatusCode::SERVICE_UNAVAILABLE,
                code,
                "This can't be answered yet; the same again is safe.",
            ),
            SubmitError::TooFast { .. } => Self::new(
                StatusCode::TOO_MANY_REQUESTS,
                code,
                "More was sent than a person sends; send it again later.",
            ),
            SubmitError::Damaged => {
                let detail = "This room's journal is damaged, so it can't be shown. `peil doctor` names what is wrong.";
                Self::new(StatusCode::INTERNAL_SERVER_ERROR, code, detail)
            }
        }
    }
}

impl Failure {
    /// Why what a host asked of the room was not done: in a host's words.
    pub fn of_control(error: ServiceError) -> Self {
        let refused = match &error {
            ServiceError::Room(SubmitError::Refused(refusal)) => Some(refusal.code()),
            _ => None,
        };
        let failure = Self::from(error);
        match refused {
            Some(code) => Self {
                detail: client::texts::desk::notice::of_control(Language::of_programs(), code),
                ..failure
            },
            None => failure,
        }
    }

    fn cannot_store() -> Self {
        let detail = "Nothing can be stored now: the disk is full or failing.";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "cannot_store", detail)
    }

    fn internal(error: &dyn std::error::Error) -> Self {
        if NOT_DONE.may_log() {
            tracing::error!(%error, "a request could not be done");
        }
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "This went wrong on our side; the log says why.",
        )
    }
}

impl From<DocumentError> for Failure {
    fn from(error: DocumentError) -> Self {
        match error {
            DocumentError::DiskFull
            | DocumentError::Closed
            | DocumentError::Unknown
            | DocumentError::Locked => Self::cannot_store(),
            // Two changes met; whoever comes again finds what the other one left.
            DocumentError::Changed { .. } => SubmitError::TryAgain.into(),
            DocumentError::TooLarge => Self::too_large(crate::backend::BODY_LIMIT_BYTES),
            error => Self::internal(&error),
        }
    }
}

impl From<JournalError> for Failure {
    fn from(error: JournalError) -> Self {
        match error {
            JournalError::NoSuchRoom { .. } => Self::unknown("room"),
            JournalError::Corrupt { .. } => SubmitError::Damaged.into(),
            JournalError::DiskFull
            | JournalError::Closed
            | JournalError::Unknown
            | JournalError::Locked => Self::cannot_store(),
            error => Self::internal(&error),
        }
    }
}

impl From<DeckError> for Failure {
    fn from(error: DeckError) -> Self {
        match error {
            DeckError::Wrong(problems) => Self {
                errors: Some(problems.iter().map(line_and_message).collect()),
                ..Self::new(
                    StatusCode::UNPROCESSABLE_ENTITY,
                    "deck_errors",
                    "The deck has errors.",
                )
            },
            DeckError::Unknown => Self::unknown("deck"),
            DeckError::Changed => Self::new(
                StatusCode::PRECONDITION_FAILED,
                "changed",
                "The deck was changed meanwhile: GET it, put the change into that text, and send it with that ETag.",
            ),
            DeckError::Documents(error) => error.into(),
        }
    }
}

impl From<ReportError> for Failure {
    fn from(error: ReportError) -> Self {
        match error {
            ReportError::TooLong => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "too_long",
                "A text of the report has more than 4,000 characters.",
            ),
            ReportError::Changed => Self::new(
                StatusCode::PRECONDITION_FAILED,
                "changed",
                "The report was changed meanwhile: GET it, put the change into that, and send it with that ETag.",
            ),
            ReportError::Documents(error) => error.into(),
        }
    }
}

impl From<LobbyError> for Failure {
    fn from(error: LobbyError) -> Self {
        match error {
            LobbyError::Unknown => Self::unknown("room"),
            LobbyError::Full => Self::new(
                StatusCode::CONFLICT,
                "full",
                "This instance holds as many rooms as it may; delete old ones first.",
            ),
            LobbyError::Exists => Self::new(
                StatusCode::CONFLICT,
                "exists",
                "This room is here already; delete it first to take it in again.",
            ),
            LobbyError::CannotStore => Self::cannot_store(),
            LobbyError::Deck(error) => error.into(),
            LobbyError::Documents(error) => error.into(),
            LobbyError::Journal(error) => error.into(),
        }
    }
}

impl From<ServiceError> for Failure {
    fn from(error: ServiceError) -> Self {
        match error {
            ServiceError::Room(error) => error.into(),
            ServiceError::Lobby(error) => error.into(),
            ServiceError::Deck(error) => error.into(),
            ServiceError::Journal(error) => error.into(),
            ServiceError::Mail(error) => error.into(),
            ServiceError::Archive(error) => error.into(),
            ServiceError::NotMade => Self::internal(&error),
            ServiceError::AfterPage(error) => error.into(),
            ServiceError::AnswersEnded => Self::answers_ended(),
            ServiceError::UnknownAnswer => Self::unknown("answer"),
            ServiceError::UnknownForm => Self::unknown("form"),
            ServiceError::UnknownQuestion => Self::unknown("question"),
            ServiceError::UnknownRound => Self::unknown("round"),
            ServiceError::NoFigure => {
                let detail = "This question has no figure.";
                Self::new(StatusCode::NOT_FOUND, "no_figure", detail)
            }
            ServiceError::Child(error) => error.into(),
            ServiceError::NotSplittable => {
                Self::malformed("`split` names no question of which everybody picks one option.")
            }
            ServiceError::UnknownRole => Self::unknown_role(),
            ServiceError::ExpectedOutOfRange => Self::malformed(format!(
                "`expected` is a number of participants, from 1 to {ROOM_PARTICIPANTS}."
            )),
            ServiceError::NotPlannable => {
                Self::malformed("`planned` is a day and a time, as `2026-12-12T13:30`.")
            }
            ServiceError::DayHasPassed => Self::malformed("`planned` is a day that has passed."),
            ServiceError::NotForSpeakers => {
                let detail = "By a speaker's link questions are answered, and nothing else.";
                Self::new(StatusCode::FORBIDDEN, "not_for_speakers", detail)
            }
            ServiceError::HiddenAheadFull => {
                let detail = "As many words are hidden ahead as there can be. Put one back first.";
                Self::new(StatusCode::CONFLICT, "full", detail)
            }
            ServiceError::TrialVotesOutOfRange => Self::malformed(format!(
                "This is no control: `votes` is a number from 1 to {TRIAL_VOTES_MAX}."
            )),
            ServiceError::UnsoundModeration => Self::malformed(
                "`hold` goes with `on` alone, everything else with `word` or `answer`.",
            ),
        }
    }
}

impl From<ArchiveError> for Failure {
    fn from(error: ArchiveError) -> Self {
        let (status, code) = match error {
            ArchiveError::Unsound => (StatusCode::UNPROCESSABLE_ENTITY, "unsound_archive"),
            ArchiveError::Newer => (StatusCode::UNPROCESSABLE_ENTITY, "newer_archive"),
            ArchiveError::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "archive_too_large"),
        };
        Self::new(status, code, error.to_string())
    }
}

impl From<MailError> for Failure {
    fn from(error: MailError) -> Self {
        let (status, code) = match error {
            MailError::NotSetUp => (StatusCode::CONFLICT, "mail_not_set_up"),
            MailError::NotEnded => (StatusCode::CONFLICT, "mail_not_ended"),
            MailError::Running => (StatusCode::CONFLICT, "mail_running"),
            MailError::Changed => (StatusCode::CONFLICT, "mail_changed"),
            MailError::Nobody => (StatusCode::CONFLICT, "mail_nobody"),
            MailError::Subject => (StatusCode::UNPROCESSABLE_ENTITY, "mail_subject"),
            MailError::Lead => (StatusCode::UNPROCESSABLE_ENTITY, "mail_lead"),
            MailError::Link => (StatusCode::UNPROCESSABLE_ENTITY, "mail_link"),
        };
        Self::new(status, code, format!("Nothing was done: {error}."))
    }
}

impl From<AfterPageError> for Failure {
    fn from(error: AfterPageError) -> Self {
        let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
        let (status, code) = match error {
            AfterPageError::TooLong => (unprocessable, "too_long"),
            AfterPageError::Url => (unprocessable, "page_url"),
            AfterPageError::Day => (unprocessable, "page_day"),
            AfterPageError::Slug => (unprocessable, "page_slug"),
            AfterPageError::SlugTaken => (StatusCode::CONFLICT, "slug_taken"),
            AfterPageError::Changed => (StatusCode::PRECONDITION_FAILED, "changed"),
            AfterPageError::Documents(error) => return error.into(),
        };
        Self::new(status, code, format!("Nothing was stored: {error}."))
    }
}

impl From<ChildError> for Failure {
    fn from(error: ChildError) -> Self {
        let detail = format!("The file was not made: {error}.");
        match error {
            ChildError::Busy => Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy", detail),
            ChildError::TookTooLong(_)
            | ChildError::OutOfMemory
            | ChildError::Forbidden
            | ChildError::TooLarge
            | ChildError::Stopped(_)
            | ChildError::Io(_) => Self::new(StatusCode::INTERNAL_SERVER_ERROR, "not_made", detail),
        }
    }
}

impl From<RequestError> for Failure {
    fn from(error: RequestError) -> Self {
        match error {
            RequestError::UnknownField { found, known } => Self::malformed(format!(
                "There is no field `{found}` here, only `{}`.",
                known.join("`, `")
            )),
            RequestError::NoControl(cause) => {
                Self::malformed(format!("This is no control: {cause}."))
            }
            RequestError::UnexpectedJson(cause) => Self::malformed(format!(
                "The body is not the JSON that is expected here: {cause}."
            )),
        }
    }
}

/// A deck's problem for programs.
pub fn line_and_message(problem: &Problem) -> Value {
    json!({ "line": problem.line, "code": problem.code(), "message": sentence(Language::of_programs(), problem) })
}

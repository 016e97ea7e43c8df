//! What a page that says one thing has to say.

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageKind {
    /// No room has this code.
    UnknownCode,
    /// The room was erased.
    RoomGone,
    /// The room is over for good: its answers were erased when their time had come.
    AnswersEnded,
    /// No such page.
    NotFound,
    /// More bytes than a form may have.
    TooLarge,
    /// A form that is none of ours.
    Unreadable,
    /// A form sent from another site.
    Foreign,
    /// A name that this instance does not go by.
    Misdirected,
    /// No place for one more screen that waits.
    ScreensFull,
    /// No cookie came with the form.
    NoCookie,
    /// The door is closed to newcomers.
    DoorClosed,
    /// Too many newcomers from one network at once: this one is in line.
    Wait,
    /// The room or the server is too busy, or not as far yet as the page.
    TryAgain,
    /// Nothing can be stored now.
    CannotStore,
    /// Our fault.
    ServerError,
}

impl MessageKind {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::UnknownCode,
        Self::RoomGone,
        Self::AnswersEnded,
        Self::NotFound,
        Self::TooLarge,
        Self::Unreadable,
        Self::Foreign,
        Self::Misdirected,
        Self::ScreensFull,
        Self::NoCookie,
        Self::DoorClosed,
        Self::Wait,
        Self::TryAgain,
        Self::CannotStore,
        Self::ServerError,
    ];

    /// The word by which programs distinguish them.
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownCode => "unknown_code",
            Self::RoomGone => "unknown_room",
            Self::AnswersEnded => "answers_ended",
            Self::NotFound => "not_found",
            Self::TooLarge => "too_large",
            Self::Unreadable => "malformed",
            Self::Foreign => "foreign_origin",
            Self::Misdirected => "misdirected",
            Self::ScreensFull => "screens_full",
            Self::NoCookie => "no_cookie",
            Self::DoorClosed => "door_closed",
            Self::Wait => "wait",
            Self::TryAgain => "try_again",
            Self::CannotStore => "cannot_store",
            Self::ServerError => "internal",
        }
    }

    /// Whether somebody stands before a room and is not in.
    pub fn is_at_the_entrance(self) -> bool {
        matches!(self, Self::DoorClosed | Self::Wait)
    }

    /// Whether the way on is back to the question (true), or to the start page (false).
    pub fn is_about_an_answer(self) -> bool {
        !matches!(
            self,
            Self::UnknownCode
                | Self::RoomGone
                | Self::AnswersEnded
                | Self::NotFound
                | Self::Misdirected
                | Self::ScreensFull
        )
    }
}

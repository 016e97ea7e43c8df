//! Why the server closes a socket, as the code of the close frame: a browser can read that, and not
//! a refused handshake.

/// A reason to close a socket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// What came breaks the rules of WebSockets.
    Malformed,
    /// A text frame was no UTF-8.
    NotText,
    /// A frame was binary.
    Binary,
    /// A frame was larger than [`FRAME_BYTES`](crate::limits::FRAME_BYTES).
    TooLarge,
    /// The server stops or must read the room again: come back in a moment.
    GoingAway,
    /// The protocol is missing or not one that this server speaks.
    Protocol,
    /// This page may not follow this room, or not in this role.
    NoRights,
    /// There is no such room, or no longer.
    NoRoom,
    /// The organiser removed this participant: who loads the page again joins as somebody new.
    Removed,
    /// The door is closed to newcomers.
    DoorClosed,
    /// What was sent was not taken in time, or nothing was heard for too long.
    TooSlow,
    /// More frames came than a person sends.
    TooFast,
    /// Too many new people come from that network at once: wait, and come again.
    Wait,
}

impl Closing {
    /// All reasons.
    pub const ALL: [Self; 13] = [
        Self::Malformed,
        Self::NotText,
        Self::Binary,
        Self::TooLarge,
        Self::GoingAway,
        Self::Protocol,
        Self::NoRights,
        Self::NoRoom,
        Self::Removed,
        Self::DoorClosed,
        Self::TooSlow,
        Self::TooFast,
        Self::Wait,
    ];

    /// The code of the close frame: RFC 6455 section 7.4 below 4000, peil's own above.
    pub fn code(self) -> u16 {
        match self {
            Self::Malformed => 1002,
            Self::NotText => 1007,
            Self::Binary => 1003,
            Self::TooLarge => 1009,
            Self::GoingAway => 1012,
            Self::Protocol => 4400,
            Self::NoRights => 4403,
            Self::NoRoom => 4404,
            Self::Removed => 4410,
            Self::TooSlow => 4408,
            Self::DoorClosed => 4409,
            Self::TooFast => 4429,
            Self::Wait => 4503,
        }
    }

    /// The word by which figures distinguish reasons.
    pub fn name(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::NotText => "not_text",
            Self::Binary => "binary",
            Self::TooLarge => "too_large",
            Self::GoingAway => "going_away",
            Self::Protocol => "protocol",
            Self::NoRights => "no_rights",
            Self::NoRoom => "no_room",
            Self::Removed => "removed",
            Self::DoorClosed => "door_closed",
            Self::TooSlow => "too_slow",
            Self::TooFast => "too_fast",
            Self::Wait => "wait",
        }
    }

    /// The reason of a code; none for one that peil does not send.
    pub fn of_code(code: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|closing| closing.code() == code)
    }
}

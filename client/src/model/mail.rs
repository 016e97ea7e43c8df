//! Why no mail goes now.

/// What stands in the way of all mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailTrouble {
    /// Nobody answers there, or somebody who speaks no SMTP.
    Unreachable,
    /// The connection can't be encrypted, or not with who was meant.
    Encryption,
    /// The user or the password is not taken.
    Login,
    /// Mail of that sender is not taken.
    Sender,
}

impl MailTrouble {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Unreachable,
        Self::Encryption,
        Self::Login,
        Self::Sender,
    ];

    /// The word by which programs distinguish them.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unreachable => "mail_unreachable",
            Self::Encryption => "mail_encryption",
            Self::Login => "mail_login",
            Self::Sender => "mail_sender",
        }
    }
}

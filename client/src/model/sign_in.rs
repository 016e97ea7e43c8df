//! Why somebody is not signed in.

/// Why somebody is not signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// They have no session, or none that lasts.
    Needed,
    /// They have no link of this room that still works.
    HostLinkOver,
    /// Their link is none of this instance.
    LinkUnknown,
    /// Their link was used.
    LinkUsed,
    /// Their link's minutes are over.
    LinkOver,
    /// Their link is from before the server was started.
    LinkEarlier,
}

impl Why {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Needed,
        Self::HostLinkOver,
        Self::LinkUnknown,
        Self::LinkUsed,
        Self::LinkOver,
        Self::LinkEarlier,
    ];

    /// The word by which programs distinguish them.
    pub fn code(self) -> &'static str {
        match self {
            Self::Needed => "not_signed_in",
            Self::HostLinkOver => "host_link_over",
            Self::LinkUnknown => "link_unknown",
            Self::LinkUsed => "link_used",
            Self::LinkOver => "link_over",
            Self::LinkEarlier => "link_earlier",
        }
    }
}

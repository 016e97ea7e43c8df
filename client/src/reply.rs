//! What a reply means to a page that asks and posts: one of the room's own words, or of something
//! on the way to it.

use shared::protocol::Closing;

/// What became of something that was posted and was not answered by a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Posted {
    /// The room says that this page has nothing to look for there any more.
    Never(Closing),
    /// The cookie did not come along.
    NoCookie,
    /// Too busy for it: safe to send again.
    Busy,
    /// It is not taken, and will not be by sending it again: a proxy names us otherwise than the
    /// page does, or lets nothing through.
    Blocked,
}

/// What became of it. A page that something on the way answers with is not the room's word.
pub fn posted(status: u16, text: &str) -> Posted {
    match (why_never(status, text), status) {
        (Some(why), _) => Posted::Never(why),
        (None, 409) if says(text, "no_cookie") => Posted::NoCookie,
        (None, 408 | 425 | 429 | 500..) => Posted::Busy,
        _ => Posted::Blocked,
    }
}

/// Why asking again is of no use.
pub fn why_never(status: u16, text: &str) -> Option<Closing> {
    match status {
        400 if says(text, "protocol") => Some(Closing::Protocol),
        401 if says(text, "not_signed_in") => Some(Closing::NoRights),
        409 if says(text, "removed") => Some(Closing::Removed),
        409 if says(text, "door_closed") => Some(Closing::DoorClosed),
        503 if says(text, "wait") => Some(Closing::Wait),
        404 if says(text, "unknown_room") || says(text, "unknown_code") => Some(Closing::NoRoom),
        _ => None,
    }
}

fn says(text: &str, code: &str) -> bool {
    text.contains(&format!("\"{code}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_taken_is_told_from_what_may_be_sent_again() {
        let ours = |code: &str| format!(r#"{{"type":"about:blank","code":"{code}"}}"#);
        for (status, text, expected) in [
            (403, ours("foreign_origin"), Posted::Blocked),
            (421, ours("misdirected"), Posted::Blocked),
            (403, "<h1>Forbidden</h1>".to_owned(), Posted::Blocked),
            (405, String::new(), Posted::Blocked),
            (413, "too large".to_owned(), Posted::Blocked),
            (407, String::new(), Posted::Blocked),
            (404, "nginx".to_owned(), Posted::Blocked),
            (
                200,
                "<h1>Log in to this network</h1>".to_owned(),
                Posted::Blocked,
            ),
            (
                400,
                r#"{"type":"error","code":"unreadable"}"#.to_owned(),
                Posted::Blocked,
            ),
            (409, ours("no_cookie"), Posted::NoCookie),
            (409, ours("removed"), Posted::Never(Closing::Removed)),
            (409, ours("door_closed"), Posted::Never(Closing::DoorClosed)),
            (404, ours("unknown_code"), Posted::Never(Closing::NoRoom)),
            (503, ours("wait"), Posted::Never(Closing::Wait)),
            (503, ours("try_again"), Posted::Busy),
            (429, String::new(), Posted::Busy),
            (502, "<h1>Bad Gateway</h1>".to_owned(), Posted::Busy),
            (504, String::new(), Posted::Busy),
            (408, String::new(), Posted::Busy),
        ] {
            assert_eq!(posted(status, &text), expected, "{status} {text}");
        }
    }
}

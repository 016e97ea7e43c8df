//! Pages that say one thing: what happened, what to do, and the way on.

use crate::language::Language;
use crate::messages::message_pages::MessagePagesTexts;
use crate::model::message::MessageKind;

/// A page's heading, sentence and the words of its link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageText {
    pub heading: &'static str,
    pub sentence: &'static str,
    pub way_on: &'static str,
}

/// What a page says.
pub fn message(language: Language, what: MessageKind) -> MessageText {
    let say = MessagePagesTexts::of(language);
    let (heading, sentence) = match what {
        MessageKind::UnknownCode => (say.unknown_code_heading, say.unknown_code),
        MessageKind::RoomGone => (say.room_gone_heading, say.room_gone),
        MessageKind::AnswersEnded => (say.answers_ended_heading, say.answers_ended),
        MessageKind::NotFound => (say.not_found_heading, say.not_found),
        MessageKind::TooLarge => (say.too_large_heading, say.too_large),
        MessageKind::Unreadable => (say.unreadable_heading, say.unreadable),
        MessageKind::Foreign => (say.foreign_heading, say.foreign),
        MessageKind::Misdirected => (say.misdirected_heading, say.misdirected),
        MessageKind::ScreensFull => (say.screens_full_heading, say.screens_full),
        MessageKind::NoCookie => (say.no_cookie_heading, say.no_cookie),
        MessageKind::DoorClosed => (say.door_closed_heading, say.door_closed),
        MessageKind::Wait => (say.wait_heading, say.wait),
        MessageKind::TryAgain => (say.try_again_heading, say.try_again),
        MessageKind::CannotStore => (say.cannot_store_heading, say.cannot_store),
        MessageKind::ServerError => (say.server_error_heading, say.server_error),
    };
    MessageText {
        heading,
        sentence,
        way_on: way_on(say, what),
    }
}

fn way_on(say: &MessagePagesTexts, what: MessageKind) -> &'static str {
    match what {
        MessageKind::Misdirected => say.to_address,
        MessageKind::ScreensFull => say.try_this_again,
        what if what.is_at_the_entrance() => say.look_again,
        what if what.is_about_an_answer() => say.to_question,
        _ => say.to_code,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::known::{En, Nl};

    #[test]
    fn every_message_says_something_else_in_each_language() {
        for what in MessageKind::ALL {
            let (nl, en) = (message(Nl, what), message(En, what));
            assert!(
                nl.heading != en.heading && nl.sentence != en.sentence && nl.way_on != en.way_on,
                "{what:?}"
            );
            assert!(
                nl.sentence.ends_with('.') && en.sentence.ends_with('.'),
                "{what:?}"
            );
        }
    }
}

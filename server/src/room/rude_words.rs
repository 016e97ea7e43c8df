//! Which texts of what a participant sent wait for the moderator since they are rude. It goes with
//! the event, so that another list later changes no room.

use shared::event::Event;
use shared::room::Room;
use shared::rules::Rules;
use shared::text::word_key;

use crate::word_lists::profanity::{Languages, is_rude};

/// Takes note of what is rude in an event of a room that holds such.
pub fn hold(room: &Room, event: &mut Event) {
    if !room.holds_rude_words() {
        return;
    }
    match event {
        Event::Answered {
            answer: Some(answer),
            held,
            ..
        } => {
            let languages = Languages::of(&room.deck);
            let words = (1..).zip(answer.words());
            let rude = words.filter(|(_, word)| is_rude(&word.key, languages));
            *held = rude.map(|(place, _)| place).collect();
        }
        Event::Added {
            text: Some(text),
            held,
            ..
        }
        | Event::QaAsked {
            text: Some(text),
            held,
            ..
        } => *held = is_rude(&word_key(text, Rules::latest()), Languages::of(&room.deck)),
        _ => {}
    }
}

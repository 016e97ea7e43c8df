//! A language that nobody speaks, made from one that somebody does: longer, with accents, from
//! right to left.
//!
//! What stays as it was on a page in this language came from no catalogue.

use crate::message::MessagePart;

/// Around every message, so that one that is cut off shows it.
pub const OPEN: char = '⟦';
pub const CLOSE: char = '⟧';

/// Right-to-left letters that make it longer and turn its line.
const LONGER: &str = " \u{5e9}\u{5dc}\u{5d5}\u{5dd}";

/// A message in that language.
pub(crate) fn of(pieces: &[MessagePart]) -> Vec<MessagePart> {
    let mut said = vec![MessagePart::Text(OPEN.to_string())];
    said.extend(accented(pieces));
    said.push(MessagePart::Text(format!("{LONGER}{CLOSE}")));
    said
}

fn accented(pieces: &[MessagePart]) -> Vec<MessagePart> {
    let piece = |piece: &MessagePart| match piece {
        MessagePart::Text(text) => MessagePart::Text(text.chars().map(accent).collect()),
        MessagePart::Argument(name) => MessagePart::Argument(name.clone()),
        MessagePart::Select(name, variants) => MessagePart::Select(
            name.clone(),
            variants
                .iter()
                .map(|(key, pieces)| (key.clone(), accented(pieces)))
                .collect(),
        ),
    };
    pieces.iter().map(piece).collect()
}

/// Every Latin letter becomes one that no catalogue holds.
fn accent(letter: char) -> char {
    const FROM: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const TO: &str = "ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ";
    FROM.chars()
        .zip(TO.chars())
        .find(|(from, _)| *from == letter)
        .map_or(letter, |(_, to)| to)
}

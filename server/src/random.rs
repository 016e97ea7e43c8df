//! Randomness, drawn in one place: names that can't be guessed, and join codes.

use rand::Rng;
use shared::code::JoinCode;

/// Letters and digits that can't be taken for each other when read aloud.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// A name of that many characters, 5 bits each. Begins with a letter, so that it is never 8 digits.
pub fn name(characters: usize) -> String {
    let mut rng = rand::rng();
    let letters = (0..characters).map(|place| {
        let choices = if place == 0 { 24 } else { ALPHABET.len() };
        char::from(ALPHABET[(rng.next_u64() % choices as u64) as usize])
    });
    letters.collect()
}

/// A secret of 160 bits, as text.
pub fn secret() -> String {
    name(33)
}

/// 32 bytes for a key.
pub fn key() -> [u8; 32] {
    let mut key = [0; 32];
    rand::rng().fill_bytes(&mut key);
    key
}

/// What lots are drawn from where they only have to differ.
pub fn seed() -> u64 {
    rand::rng().next_u64()
}

/// Any join code, each as likely as the others.
pub fn code() -> JoinCode {
    // 9⁸ divides no power of two; of 2⁶⁴ numbers the surplus is one in 4·10¹¹, far below what
    // matters.
    JoinCode::from_number(rand::rng().next_u64())
}

//! The seal on every body, so that erasing can be a promise; and the checksum under it.
//!
//! SQLite's `secure_delete` overwrites what is deleted, but not the copies that remain in a page's
//! unused middle when its rows move to another page (tried: dropping one of 64 rooms left bytes of
//! it in the file one time in ten). So no body stands in the file as it is. Each journal generation
//! and each version of a document has a random key; what is stored is the body XORed with a key
//! stream (BLAKE3, keyed, of its position). The keys stand in a table whose rows never move, so
//! overwriting one there, and emptying the log, makes every copy of what it sealed unreadable.
//!
//! This is no encryption at rest: the keys are in the same file.

use bytes::Bytes;

const KEY_BYTES: usize = 32;

/// The key of one generation or document version.
#[derive(Clone, Copy)]
pub(super) struct Seal([u8; KEY_BYTES]);

impl Seal {
    pub fn random() -> Seal {
        Seal(rand::random())
    }

    /// `None` if that is no key: of another size, or overwritten.
    pub fn from_stored(key: &[u8]) -> Option<Seal> {
        let key: [u8; KEY_BYTES] = key.try_into().ok()?;
        (key != [0; KEY_BYTES]).then_some(Seal(key))
    }

    pub fn key(&self) -> &[u8] {
        &self.0
    }

    /// Seals a body or opens it again. No two bodies under one key have the same position.
    pub fn apply(&self, position: u64, body: &[u8]) -> Vec<u8> {
        let mut stream = vec![0; body.len()];
        blake3::Hasher::new_keyed(&self.0)
            .update(&position.to_le_bytes())
            .finalize_xof()
            .fill(&mut stream);
        for (byte, plain) in stream.iter_mut().zip(body) {
            *byte ^= plain;
        }
        stream
    }

    /// The body, if it is the one that the checksum was made of.
    pub fn open(&self, of: &Position<'_>, checksum: i64, sealed: &[u8]) -> Option<Bytes> {
        let body = self.apply(of.number, sealed);
        (of.checksum(&body) == checksum).then(|| body.into())
    }
}

/// Where a body belongs. The checksum covers it, so that a body that turns up in another place is
/// damage too.
pub(super) struct Position<'a> {
    /// The room, or the document's key.
    pub name: &'a str,
    /// The sequence, or the document's version.
    pub number: u64,
    pub at_ms: u64,
}

impl Position<'_> {
    pub fn checksum(&self, body: &[u8]) -> i64 {
        let mut hasher = crc32fast::Hasher::new();
        hasher.update(&(self.name.len() as u64).to_le_bytes());
        hasher.update(self.name.as_bytes());
        hasher.update(&self.number.to_le_bytes());
        hasher.update(&self.at_ms.to_le_bytes());
        hasher.update(body);
        hasher.finalize().into()
    }
}

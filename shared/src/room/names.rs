//! The names by which phones know answers. Inside a room, in its journal and for its hosts, answers
//! are counted from 1; a phone that was sent such a number would know how many answers there are.
//! So phones get each number in another guise, and what they send back is turned round again.
//!
//! The guise is a permutation of all numbers under a key that depends on what the journal alone
//! holds: a Feistel network of four rounds (Luby and Rackoff, 1988) over SipHash-2-4 (Aumasson and
//! Bernstein, 2012). The same room has the same names after every restart.

use crate::ids::{AnswerId, ProducerId, RoomId};
use crate::room::Room;

const ROUNDS: [u8; 4] = [0, 1, 2, 3];

/// What the names of one room depend on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct AnswerNames(NameKey);

type NameKey = (u64, u64);

impl AnswerNames {
    /// Those of a room whose first record that process wrote. Its name never leaves the server.
    pub fn of(room: &RoomId, producer: &ProducerId) -> Self {
        let text = format!("{room}\n{producer}");
        let half = |number| siphash((number, 0), text.as_bytes());
        Self((half(1), half(2)))
    }

    fn outside(&self, number: u64) -> u64 {
        let halves = ROUNDS.iter().fold(split(number), |(left, right), round| {
            (right, left ^ self.mix(*round, right))
        });
        joined(halves)
    }

    fn inside(&self, name: u64) -> u64 {
        let halves = ROUNDS
            .iter()
            .rev()
            .fold(split(name), |(left, right), round| {
                (right ^ self.mix(*round, left), left)
            });
        joined(halves)
    }

    fn mix(&self, round: u8, half: u32) -> u32 {
        let [a, b, c, d] = half.to_le_bytes();
        siphash(self.0, &[round, a, b, c, d]) as u32
    }
}

impl Room {
    /// The name by which phones know an answer.
    pub fn name_on_phones(&self, answer: AnswerId) -> AnswerId {
        AnswerId(self.names.outside(answer.0))
    }

    /// The answer that a phone means by a name; there need not be one.
    pub fn meant_by_phone(&self, name: AnswerId) -> AnswerId {
        AnswerId(self.names.inside(name.0))
    }
}

fn split(number: u64) -> (u32, u32) {
    ((number >> 32) as u32, number as u32)
}

fn joined((left, right): (u32, u32)) -> u64 {
    u64::from(left) << 32 | u64::from(right)
}

/// SipHash-2-4 of some bytes.
fn siphash((k0, k1): NameKey, bytes: &[u8]) -> u64 {
    let mut state = [
        k0 ^ 0x736f_6d65_7073_6575,
        k1 ^ 0x646f_7261_6e64_6f6d,
        k0 ^ 0x6c79_6765_6e65_7261,
        k1 ^ 0x7465_6462_7974_6573,
    ];
    let mut take = |word: u64| {
        state[3] ^= word;
        (0..2).for_each(|_| sip_round(&mut state));
        state[0] ^= word;
    };
    let (words, rest) = bytes.as_chunks::<8>();
    words
        .iter()
        .for_each(|word| take(u64::from_le_bytes(*word)));
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    last[7] = bytes.len() as u8;
    take(u64::from_le_bytes(last));
    state[2] ^= 0xff;
    (0..4).for_each(|_| sip_round(&mut state));
    state.into_iter().fold(0, |hash, part| hash ^ part)
}

fn sip_round([a, b, c, d]: &mut [u64; 4]) {
    *a = a.wrapping_add(*b);
    *b = b.rotate_left(13) ^ *a;
    *a = a.rotate_left(32);
    *c = c.wrapping_add(*d);
    *d = d.rotate_left(16) ^ *c;
    *a = a.wrapping_add(*d);
    *d = d.rotate_left(21) ^ *a;
    *c = c.wrapping_add(*b);
    *b = b.rotate_left(17) ^ *c;
    *c = c.rotate_left(32);
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The vectors of its authors: key and message are the bytes 00, 01, 02 …
    #[test]
    fn the_hash_is_what_its_authors_say() {
        let key = (0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908);
        let message: Vec<u8> = (0..15).collect();
        for (length, hash) in [
            (0, 0x726f_db47_dd0e_0e31),
            (8, 0x93f5_f579_9a93_2462),
            (15, 0xa129_ca61_49be_45e5),
        ] {
            assert_eq!(siphash(key, &message[..length]), hash, "{length} bytes");
        }
    }

    #[test]
    fn every_name_leads_back_and_none_tells_how_many_there_are() {
        let names = AnswerNames::of(&"kamer".into(), &"start".into());
        let numbers = || (0..2_000).chain([u64::from(u32::MAX), u64::MAX]);
        numbers().for_each(|number| assert_eq!(names.inside(names.outside(number)), number));
        let outside: BTreeSet<u64> = (0..2_000).map(|number| names.outside(number)).collect();
        assert_eq!(outside.len(), 2_000);
        assert!(
            outside.iter().all(|name| *name > 1_000_000_000),
            "none is small: {:?}",
            outside.first()
        );
        let rising = (1..2_000)
            .filter(|number| names.outside(*number) > names.outside(number - 1))
            .count();
        assert!(
            (800..1200).contains(&rising),
            "they come in no order: {rising}"
        );
    }

    #[test]
    fn another_room_and_another_start_have_other_names() {
        let name = |room: &str, producer: &str| {
            AnswerNames::of(&room.into(), &producer.into()).outside(17)
        };
        let all = [
            name("kamer", "start"),
            name("zaal", "start"),
            name("kamer", "later"),
            name("kamer\nst", "art"),
        ];
        assert_eq!(BTreeSet::from(all).len(), all.len());
    }
}

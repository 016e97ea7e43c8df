//! Numbers for words, so that a page keeps one element for one word while others come and go.

use std::collections::VecDeque;

/// A number rests while so many others are given up, so that no page takes the next word for the
/// one before.
const REST: usize = 32;

/// Numbers from 0, as few as there are words, and some more.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slots {
    next: u32,
    resting: VecDeque<u32>,
}

impl Slots {
    /// One that nobody has.
    pub fn take(&mut self) -> u32 {
        if self.resting.len() > REST
            && let Some(slot) = self.resting.pop_front()
        {
            return slot;
        }
        self.next += 1;
        self.next - 1
    }

    /// Gives one up.
    pub fn give_up(&mut self, slot: u32) {
        self.resting.push_back(slot);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_rests_before_it_is_another_words_and_there_are_few() {
        let mut slots = Slots::default();
        let mut last = Vec::new();
        for _ in 0..1_000 {
            let slot = slots.take();
            assert!(
                !last.iter().rev().take(REST).any(|before| *before == slot),
                "{slot} had no rest"
            );
            assert!(slot <= REST as u32 + 1);
            slots.give_up(slot);
            last.push(slot);
        }
    }
}

//! What hosts enter for people without a phone: how often each thing that a question offers was
//! picked, or what people said. What that comes to is what those people would have filled in.

use std::collections::BTreeMap;

use crate::limits::TYPED_MAX;
use crate::question::Fields;
use crate::refusal::Refusal;

/// What can be entered.
pub enum ByHand {
    /// Counts.
    Counts {
        /// Of what.
        parts: Vec<CountedPart>,
        /// How many parts with the same field one person can have.
        each: usize,
    },
    /// What each person said, by what their form would be.
    Texts {
        /// Reads it.
        read: fn(&str) -> Fields,
        /// Writes it as it is read in the deck's language.
        written: fn(&str) -> String,
    },
    /// Texts that are added one at a time, under these headings if there are any.
    Additions(Vec<String>),
    /// Nothing.
    Nothing,
}

/// Something that is counted: a field with a value, as the form of a phone has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedPart {
    /// The field.
    pub name: String,
    /// Its value.
    pub value: String,
    /// What several of these are about: a statement, two poles.
    pub part: Option<String>,
    /// What it is called.
    pub label: String,
}

impl CountedPart {
    /// Under which name it is counted: `option-2`.
    pub fn key(&self) -> String {
        format!("{}-{}", self.name, self.value)
    }

    /// Whether somebody who filled that in is counted there.
    pub fn is_in(&self, fields: &Fields) -> bool {
        fields.all(&self.name).any(|value| value == self.value)
    }
}

/// What each of the people fills in of whom so many picked each part, by its key. They are the
/// fewest that it can have been: who raised a hand for one option may have for another too.
///
/// # Errors
/// [`Refusal::OutOfRange`] of a key that no part has, [`Refusal::TooMany`] above [`TYPED_MAX`].
pub(crate) fn people_of(
    parts: &[CountedPart],
    each: usize,
    counts: &BTreeMap<String, u32>,
) -> Result<Vec<Fields>, Refusal> {
    if counts
        .keys()
        .any(|key| parts.iter().all(|part| part.key() != *key))
    {
        return Err(Refusal::OutOfRange);
    }
    let too_many = Refusal::TooMany { limit: TYPED_MAX };
    let mut fields = BTreeMap::<&str, Vec<(&CountedPart, usize)>>::new();
    for part in parts {
        let count = counts.get(&part.key()).copied().unwrap_or_default() as usize;
        if count > TYPED_MAX {
            return Err(too_many);
        }
        fields.entry(&part.name).or_default().push((part, count));
    }
    let mut people: Vec<Fields> = Vec::new();
    for counted in fields.values() {
        let counts = || counted.iter().map(|(_, count)| *count);
        let all: usize = counts().sum();
        let fewest = all
            .div_ceil(each.max(1))
            .max(counts().max().unwrap_or_default());
        if fewest > TYPED_MAX {
            return Err(too_many);
        }
        people.resize(people.len().max(fewest), Fields::default());
        let picked = counted.iter();
        let picked = picked.flat_map(|(part, count)| std::iter::repeat_n(part, *count));
        for (place, part) in picked.enumerate() {
            people[place % fewest].push(&*part.name, &*part.value);
        }
    }
    Ok(people)
}

#[cfg(test)]
mod tests;

//! Groups of participants: which a deck has and had, under numbers that stay. Who is in which is
//! the room's business.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::deck::{Deck, Groups};
use crate::ids::{GroupNumber, ParticipantId};

/// A group of the deck.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupName {
    /// By which it is chosen.
    pub number: GroupNumber,
    /// What it is called. Left out where it goes by its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// Which groups a room has and had. A number means the same for as long as the room lasts: it
/// stands in printed codes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RoomGroups {
    /// What each is or was called, the first first; nothing where it goes by its number.
    names: Vec<Option<String>>,
    /// Those that the deck has, in its order.
    there: Vec<GroupNumber>,
}

/// The groups that a room goes on with once it counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptGroups {
    /// Which there are.
    pub groups: RoomGroups,
    /// Who is in which.
    pub chosen: BTreeMap<ParticipantId, GroupNumber>,
}

impl RoomGroups {
    /// Those of a deck.
    pub(crate) fn of(deck: &Deck) -> Self {
        let mut groups = Self::default();
        groups.change(deck);
        groups
    }

    /// Goes on with those of a changed deck. One is known by its name, else by its place: then it
    /// is called otherwise.
    pub(crate) fn change(&mut self, deck: &Deck) {
        self.there = match &deck.groups {
            None => Vec::new(),
            Some(Groups::Count(count)) => {
                (1..=*count).map(|number| self.numbered(number)).collect()
            }
            Some(Groups::Named(names)) => self.named(names),
        };
    }

    fn numbered(&mut self, number: u32) -> GroupNumber {
        let place = number as usize;
        self.names.resize(self.names.len().max(place), None);
        self.names[place - 1] = None;
        GroupNumber(number as u16)
    }

    fn named(&mut self, names: &[String]) -> Vec<GroupNumber> {
        let known: Vec<Option<GroupNumber>> = names.iter().map(|name| self.known(name)).collect();
        let before = std::mem::take(&mut self.there);
        let each = names.iter().zip(&known).enumerate();
        each.map(|(place, (name, number))| {
            let renamed = || before.get(place).filter(|it| !known.contains(&Some(**it)));
            let number = number.or_else(|| renamed().copied());
            let number = number.unwrap_or_else(|| {
                self.names.push(None);
                GroupNumber(self.names.len() as u16)
            });
            self.names[usize::from(number.0) - 1] = Some(name.clone());
            number
        })
        .collect()
    }

    fn known(&self, name: &str) -> Option<GroupNumber> {
        let place = self.names.iter().position(|it| it.as_deref() == Some(name));
        place.map(|place| GroupNumber(place as u16 + 1))
    }

    /// Whether there are none, and never were.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Those that the deck has, in its order.
    pub fn there(&self) -> &[GroupNumber] {
        &self.there
    }

    /// What the deck calls one, also one that is gone; nothing where it goes by its number.
    pub fn name(&self, group: GroupNumber) -> Option<&str> {
        let place = usize::from(group.0).checked_sub(1)?;
        self.names.get(place)?.as_deref()
    }

    /// One with what it is called.
    pub fn named_group(&self, number: GroupNumber) -> GroupName {
        GroupName {
            number,
            name: self.name(number).map(str::to_owned),
        }
    }
}

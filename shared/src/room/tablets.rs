//! Tablets that people share at a table: one device, and each who takes it is somebody of their
//! own.
//!
//! The people of a tablet have seats, which are the same people at every question if the tablet
//! goes round in the same order. The first seat is the device's own participant.

use std::collections::BTreeMap;

use crate::event::Event;
use crate::ids::{GroupNumber, ParticipantId, SlideId, TabletNumber};
use crate::limits::{TABLET_SEATS, TABLETS_MAX};
use crate::refusal::Refusal;
use crate::room::idempotency::{Decision, repeat_if};
use crate::room::{Person, Room, RoundState};

/// The tablets of a room, the first first.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tablets {
    all: Vec<KnownTablet>,
    seats: BTreeMap<ParticipantId, Seat>,
    /// How often the code was made anew by which a device becomes one.
    renewed: u32,
}

#[derive(Clone, Debug, PartialEq)]
struct KnownTablet {
    seats: Vec<ParticipantId>,
    ended: bool,
}

/// Where somebody sits at a tablet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Which tablet.
    pub tablet: TabletNumber,
    /// Which of its people, from 1.
    pub number: u8,
}

/// By what somebody answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerOrigin {
    /// A phone of their own.
    Phone,
    /// A host, who entered it.
    Host,
    /// A tablet that they share.
    Shared(TabletNumber),
}

impl AnswerOrigin {
    /// The word for it in tables.
    pub fn word(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Host => "host",
            Self::Shared(_) => "shared",
        }
    }
}

/// A tablet as hosts are shown it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TabletSummary {
    /// Which.
    pub number: TabletNumber,
    /// Whether it is shared no more.
    pub ended: bool,
    /// How many people have taken part with it.
    pub people: u64,
    /// In which group it is.
    pub group: Option<GroupNumber>,
}

/// Whose turn it is at a tablet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatTurn {
    /// At which seat.
    pub seat: Seat,
    /// Who that is.
    pub participant: ParticipantId,
}

impl Tablets {
    pub(super) fn seat(&self, participant: ParticipantId) -> Option<Seat> {
        self.seats.get(&participant).copied()
    }

    fn at(&self, tablet: TabletNumber) -> Option<&KnownTablet> {
        self.all.get(usize::from(tablet.0).checked_sub(1)?)
    }

    /// Whose the device is on which somebody has a seat.
    pub(super) fn device_of(&self, participant: ParticipantId) -> Option<ParticipantId> {
        let tablet = self.at(self.seat(participant)?.tablet)?;
        tablet.seats.first().copied()
    }

    /// Everybody who has a seat at the tablet of that device.
    pub(super) fn all_of(&self, device: ParticipantId) -> &[ParticipantId] {
        let tablet = self.seat(device).and_then(|seat| self.at(seat.tablet));
        tablet.map_or(&[], |tablet| &tablet.seats)
    }

    fn is_ended(&self, tablet: TabletNumber) -> bool {
        self.at(tablet).is_some_and(|tablet| tablet.ended)
    }

    fn share(&mut self, seats: &[ParticipantId]) {
        let known = seats.first().and_then(|device| self.seat(*device));
        let place = known.map_or(self.all.len(), |seat| usize::from(seat.tablet.0) - 1);
        let tablet = TabletNumber(place as u16 + 1);
        let shared = KnownTablet {
            seats: seats.to_vec(),
            ended: false,
        };
        match self.all.get_mut(place) {
            Some(before) => *before = shared,
            None => self.all.push(shared),
        }
        for (number, participant) in (1..).zip(seats) {
            self.seats.insert(*participant, Seat { tablet, number });
        }
    }
}

impl Room {
    /// How often the code was made anew by which a device becomes a shared one.
    pub fn tablet_codes_renewed(&self) -> u32 {
        self.people.tablets().renewed
    }

    /// All tablets that there were. Whose device was removed has it as somebody new: that tablet is
    /// shared no more, and is none where nobody else of it is left.
    pub fn tablets(&self) -> Vec<TabletSummary> {
        let tablets = self.people.tablets();
        let each = (1..).map(TabletNumber).zip(&tablets.all);
        let summary = |(number, tablet): (TabletNumber, &KnownTablet)| {
            let device = tablet.seats.first()?;
            let gone = self.people.is_removed(*device);
            let there = || {
                let seats = tablet.seats.iter();
                seats.filter(|who| self.people.find(**who).is_some())
            };
            let people = there().count() as u64;
            (people > 0 || !gone).then_some(TabletSummary {
                number,
                ended: tablet.ended || gone,
                people,
                group: there().find_map(|who| self.group_of(*who)),
            })
        };
        each.filter_map(summary).collect()
    }

    /// The tablet that a device is, and whether it still is one.
    pub fn tablet_of(&self, device: ParticipantId) -> Option<(TabletNumber, bool)> {
        let tablets = self.people.tablets();
        let seat = tablets.seat(device).filter(|seat| seat.number == 1)?;
        Some((seat.tablet, !tablets.is_ended(seat.tablet)))
    }

    /// By what somebody answers.
    pub fn origin_of(&self, person: Person) -> AnswerOrigin {
        if person.is_by_hand() {
            return AnswerOrigin::Host;
        }
        let seat = self
            .people
            .id(person)
            .and_then(|id| self.people.tablets().seat(id));
        seat.map_or(AnswerOrigin::Phone, |seat| {
            AnswerOrigin::Shared(seat.tablet)
        })
    }

    /// Whether somebody has another origin than a phone of their own.
    pub fn has_origins(&self) -> bool {
        let rounds = self.all_questions().flat_map(|(_, state)| state.rounds());
        let mut rounds = rounds.map(|(_, round)| round);
        !self.people.tablets().all.is_empty() || rounds.any(RoundState::has_hands)
    }

    /// Whose turn it is at the tablet of that device, round the table from that seat on: whoever
    /// has not given all that is asked, or not voted where one votes. Where a group gives one
    /// answer the tablet has one too. Nothing once all seats have.
    pub fn turn_at(&self, device: ParticipantId, asked: &[SlideId], from: u8) -> Option<SeatTurn> {
        let of_each = asked.iter().filter(|id| !self.asks_groups(id));
        let of_each: Vec<&SlideId> = of_each.collect();
        let gave_all = |who| of_each.iter().all(|id| self.has_given(who, id));
        let is_done = |who| !of_each.is_empty() && gave_all(who);
        let tablets = self.people.tablets();
        let seats = tablets.all_of(device);
        let (before, behind) = seats.split_at(usize::from(from).saturating_sub(1).min(seats.len()));
        let mut round = behind.iter().chain(before).copied();
        let participant = round.find(|who| !self.people.is_removed(*who) && !is_done(*who))?;
        let seat = tablets.seat(participant)?;
        Some(SeatTurn { seat, participant })
    }

    /// Whether somebody has given what a question asks for now: an answer, or a vote for one.
    pub fn has_given(&self, participant: ParticipantId, question: &SlideId) -> bool {
        let person = self.people.find(participant);
        let known = person.zip(self.question(question));
        known.is_some_and(|(person, state)| state.current().has_of(person, state.voting()))
    }

    /// Who has that seat at the tablet of that device.
    pub fn seat_at(&self, device: ParticipantId, number: u8) -> Option<SeatTurn> {
        let tablets = self.people.tablets();
        let place = usize::from(number).checked_sub(1)?;
        let participant = *tablets.all_of(device).get(place)?;
        let seat = tablets.seat(participant)?;
        Some(SeatTurn { seat, participant })
    }

    pub(super) fn decide_tablet_shared(
        &self,
        seats: &[ParticipantId],
    ) -> Result<Decision, Refusal> {
        self.running()?;
        // Whoever goes through a deck by themselves has a device by themselves.
        if self.is_own_pace() {
            return Err(Refusal::OwnPace);
        }
        let Some(device) = seats.first().filter(|_| seats.len() == TABLET_SEATS) else {
            return Err(Refusal::OutOfRange);
        };
        self.decide_joined(*device)?;
        let tablets = self.people.tablets();
        match tablets.seat(*device) {
            Some(seat) if seat.number > 1 => Err(Refusal::OutOfRange),
            Some(seat) => Ok(repeat_if(!tablets.is_ended(seat.tablet))),
            None if seats.iter().any(|who| tablets.seat(*who).is_some()) => {
                Err(Refusal::OutOfRange)
            }
            None if tablets.all.len() >= TABLETS_MAX => {
                Err(Refusal::TooMany { limit: TABLETS_MAX })
            }
            None => Ok(Decision::Accept),
        }
    }

    pub(super) fn decide_tablet_ended(&self, tablet: TabletNumber) -> Result<Decision, Refusal> {
        let known = self.people.tablets().at(tablet);
        let known = known.ok_or(Refusal::TabletEnded)?;
        Ok(repeat_if(known.ended))
    }

    pub(super) fn decide_tablets_renewed(&self, times: u32) -> Result<Decision, Refusal> {
        let renewed = self.people.tablets().renewed;
        if times > renewed.saturating_add(1) {
            return Err(Refusal::OutOfRange);
        }
        Ok(repeat_if(times <= renewed))
    }

    /// Whether the tablet at which somebody has a seat is still shared. Whose the device is stays a
    /// participant.
    pub(super) fn has_seat(&self, participant: ParticipantId) -> Result<(), Refusal> {
        let tablets = self.people.tablets();
        let seat = tablets.seat(participant).filter(|seat| seat.number > 1);
        if seat.is_some_and(|seat| tablets.is_ended(seat.tablet)) {
            return Err(Refusal::TabletEnded);
        }
        Ok(())
    }

    pub(super) fn share_tablet(&mut self, seats: &[ParticipantId]) {
        if let Some(device) = seats.first() {
            self.people.join(*device, self.at);
            self.people.tablets_mut().share(seats);
        }
    }

    pub(super) fn end_tablet(&mut self, tablet: TabletNumber) {
        let place = usize::from(tablet.0).checked_sub(1);
        let tablets = self.people.tablets_mut();
        if let Some(known) = place.and_then(|place| tablets.all.get_mut(place)) {
            known.ended = true;
        }
    }

    pub(super) fn renew_tablet_codes(&mut self, times: u32) {
        self.people.tablets_mut().renewed = times;
    }

    /// The event by which the code is made anew.
    pub fn renewing_tablet_codes(&self) -> Event {
        Event::TabletsRenewed {
            times: self.tablet_codes_renewed().saturating_add(1),
        }
    }
}

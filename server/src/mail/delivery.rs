//! How the mail to one address stands, and what may become of it. Pure: what happens is told to it,
//! with the time.
//!
//! *Sending* is on disk before anything of the mail is given out, *sent* once the other side took
//! it. So what a stop finds at *sending* may have come or not: it is *unknown*, and from there only
//! a person leads on.

use serde::{Deserialize, Serialize};
use shared::ids::Millis;

/// How long is waited after each time that the other side asked for it, in milliseconds: 5 minutes,
/// half an hour, 2 hours, 6 hours. After the last it is given up.
pub const WAITS_MS: [Millis; 4] = [300_000, 1_800_000, 7_200_000, 21_600_000];

/// How the mail to one address stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Delivery {
    /// Nothing was given out, or what was is known not to have been taken. `tries` were made.
    Waiting { tries: usize, not_before: Millis },
    /// It is being given out.
    Sending { tries: usize, at: Millis },
    /// The other side took it.
    Sent { at: Millis },
    /// It may have been taken.
    Unknown { at: Millis },
    /// The other side will not take it.
    Refused { at: Millis },
    /// The other side asked for a later time as often as is tried.
    GivenUp { at: Millis },
    /// Whoever gave the address wants no mail.
    Unsubscribed { at: Millis },
    /// The form that held the address was erased.
    Withdrawn { at: Millis },
}

/// What happens to the mail to one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeliveryEvent {
    /// The other side would take it now: what it says is given out next.
    Begun,
    /// It was taken.
    Taken,
    /// The other side will not take it, now or later.
    Refused,
    /// The other side asks for a later time, or went away before anything of it was given out.
    PutOff,
    /// The other side went away, or we did, after some of it was given out.
    Lost,
    /// Whoever gave the address wants no mail.
    Unsubscribed,
    /// No form holds the address any more.
    Withdrawn,
    /// A person asks for it: to be sent, or to be sent once more.
    Asked,
}

impl Delivery {
    /// The mail to an address that was just asked for.
    pub const fn waiting() -> Self {
        Self::Waiting {
            tries: 0,
            not_before: 0,
        }
    }

    /// How it stands after that happened; nothing where that can't happen to it.
    pub fn after(self, event: DeliveryEvent, at: Millis) -> Option<Self> {
        match (self, event) {
            (Self::Waiting { tries, .. }, DeliveryEvent::Begun) => {
                Some(Self::Sending { tries, at })
            }
            (Self::Sending { .. }, DeliveryEvent::Taken) => Some(Self::Sent { at }),
            (Self::Sending { .. }, DeliveryEvent::Lost) => Some(Self::Unknown { at }),
            (Self::Waiting { .. } | Self::Sending { .. }, DeliveryEvent::Refused) => {
                Some(Self::Refused { at })
            }
            (Self::Waiting { tries, .. } | Self::Sending { tries, .. }, DeliveryEvent::PutOff) => {
                Some(Self::put_off(tries, at))
            }
            (Self::Waiting { .. }, DeliveryEvent::Unsubscribed) => Some(Self::Unsubscribed { at }),
            (Self::Waiting { .. }, DeliveryEvent::Withdrawn) => Some(Self::Withdrawn { at }),
            (
                Self::Waiting { .. }
                | Self::Unknown { .. }
                | Self::Refused { .. }
                | Self::GivenUp { .. }
                | Self::Withdrawn { .. },
                DeliveryEvent::Asked,
            ) => Some(Self::waiting()),
            _ => None,
        }
    }

    fn put_off(tries: usize, at: Millis) -> Self {
        match WAITS_MS.get(tries) {
            Some(wait) => Self::Waiting {
                tries: tries + 1,
                not_before: at.saturating_add(*wait),
            },
            None => Self::GivenUp { at },
        }
    }

    /// Whether it is to be sent without anybody asking for it again.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Waiting { .. } | Self::Sending { .. })
    }

    /// Whether it goes now.
    pub fn is_due(self, now: Millis) -> bool {
        matches!(self, Self::Waiting { not_before, .. } if not_before <= now)
    }

    /// When it was over; nothing while it is not.
    pub fn over_at(self) -> Option<Millis> {
        match self {
            Self::Waiting { .. } | Self::Sending { .. } => None,
            Self::Sent { at }
            | Self::Unknown { at }
            | Self::Refused { at }
            | Self::GivenUp { at }
            | Self::Unsubscribed { at }
            | Self::Withdrawn { at } => Some(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NOON: Millis = 1_800_000_000_000;

    #[track_caller]
    fn becomes(events: &[DeliveryEvent], expected: Option<Delivery>) {
        let stands = events
            .iter()
            .try_fold(Delivery::waiting(), |delivery, event| {
                delivery.after(*event, NOON)
            });
        assert_eq!(stands, expected, "{events:?}");
    }

    #[test]
    fn what_happens_to_one_mail() {
        use DeliveryEvent::*;
        becomes(&[Begun], Some(Delivery::Sending { tries: 0, at: NOON }));
        becomes(&[Begun, Taken], Some(Delivery::Sent { at: NOON }));
        becomes(&[Begun, Lost], Some(Delivery::Unknown { at: NOON }));
        becomes(&[Begun, Refused], Some(Delivery::Refused { at: NOON }));
        becomes(&[Refused], Some(Delivery::Refused { at: NOON }));
        becomes(&[Unsubscribed], Some(Delivery::Unsubscribed { at: NOON }));
        becomes(&[Withdrawn, Asked], Some(Delivery::waiting()));
        becomes(&[Begun, Lost, Asked], Some(Delivery::waiting()));
        becomes(&[Begun, Taken, Asked], None);
        becomes(&[Unsubscribed, Asked], None);
        becomes(&[Begun, Begun], None);
        becomes(&[Taken], None);
        becomes(&[Lost], None);
        becomes(&[Begun, Withdrawn], None);
    }

    #[test]
    fn it_is_tried_again_after_ever_longer_waits_and_then_given_up() {
        let (mut delivery, mut waits) = (Delivery::waiting(), Vec::new());
        while let Some(Delivery::Sending { .. }) = delivery.after(DeliveryEvent::Begun, NOON) {
            delivery = delivery
                .after(DeliveryEvent::PutOff, NOON)
                .expect("it waits");
            if let Delivery::Waiting { not_before, .. } = delivery {
                assert!(!delivery.is_due(NOON) && delivery.is_due(not_before));
                waits.push(not_before - NOON);
            }
        }
        assert_eq!(waits, WAITS_MS);
        assert!(waits.is_sorted_by(|a, b| a < b));
        assert_eq!(delivery, Delivery::GivenUp { at: NOON });
        assert_eq!(
            delivery.after(DeliveryEvent::Asked, NOON),
            Some(Delivery::waiting())
        );
    }

    fn event() -> impl Strategy<Value = DeliveryEvent> {
        use DeliveryEvent::*;
        prop_oneof![
            4 => Just(Begun), 2 => Just(Taken), 2 => Just(Lost), 1 => Just(Refused),
            2 => Just(PutOff), 1 => Just(Unsubscribed), 1 => Just(Withdrawn), 2 => Just(Asked),
        ]
    }

    proptest! {
        /// Whatever happens, in whatever order: what may have been taken is given out again only
        /// behind a person who asks, and what was taken never.
        #[test]
        fn nothing_is_given_out_twice_that_nobody_asked_for(
            events in prop::collection::vec((event(), 0..100_000_000_u64), 0..60),
        ) {
            let mut delivery = Delivery::waiting();
            let (mut may_have_come, mut was_taken) = (false, false);
            for (event, later) in events {
                let Some(after) = delivery.after(event, NOON + later) else { continue };
                match event {
                    DeliveryEvent::Begun => {
                        prop_assert!(!may_have_come && !was_taken, "{delivery:?}");
                        prop_assert!(delivery.is_open(), "{delivery:?}");
                    }
                    DeliveryEvent::Lost => may_have_come = true,
                    DeliveryEvent::Taken => was_taken = true,
                    DeliveryEvent::Asked => may_have_come = false,
                    _ => {}
                }
                prop_assert_eq!(after.is_open(), after.over_at().is_none());
                delivery = after;
            }
            prop_assert_eq!(was_taken, matches!(delivery, Delivery::Sent { .. }));
        }

        /// Without people every mail comes to an end, however the other side behaves.
        #[test]
        fn it_ends_by_itself(
            events in prop::collection::vec(event(), 200..201),
        ) {
            let mut delivery = Delivery::waiting();
            for event in events.into_iter().filter(|event| *event != DeliveryEvent::Asked) {
                delivery = delivery.after(event, NOON).unwrap_or(delivery);
            }
            let tried = match delivery {
                Delivery::Waiting { tries, .. } | Delivery::Sending { tries, .. } => tries,
                _ => 0,
            };
            prop_assert!(tried <= WAITS_MS.len());
        }

        #[test]
        fn it_is_stored_as_it_is(
            events in prop::collection::vec(event(), 0..9),
        ) {
            let delivery = events.iter().fold(Delivery::waiting(), |delivery, event| {
                delivery.after(*event, NOON).unwrap_or(delivery)
            });
            let text = serde_json::to_string(&delivery).unwrap();
            prop_assert_eq!(serde_json::from_str::<Delivery>(&text).unwrap(), delivery);
        }
    }
}

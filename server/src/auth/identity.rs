//! A participant's identity: 128 random bits in a cookie, with the minute in which it was issued
//! and a proof that this instance did so. Per room it is a keyed hash of those bits, so that the
//! same phone has another id in another room and none of them leads back to the cookie.
//!
//! Without the proof anybody could make up as many people as they like, and none of them would have
//! come by the entrance (`http/entrance.rs`), where joining costs something.

use serde::{Deserialize, Serialize};
use shared::event::Event;
use shared::ids::ParticipantId;
use shared::limits::TABLET_SEATS;
use shared::room::Room;

use crate::auth::links::same;
use crate::backend::DocumentError;
use crate::clock::now_ms;
use crate::lobby::{RoomDocument, hex};
use crate::random;
use crate::store::Store;

/// The cookie's name.
pub const COOKIE: &str = "peil_id";
/// How long a browser keeps it, in seconds: 30 days, as long as a code is valid.
pub const MAX_AGE_SECONDS: u64 = 30 * 86_400;

/// Where the key of this instance is kept.
const KEY: &str = "identity-key";
/// Hexadecimal digits of an identity, and of its proof.
const DIGITS: usize = 32;
const MINUTE_MS: u64 = 60_000;
/// A cookie that is older is issued anew: whoever comes back keeps it for 30 days from then.
const RENEWED_AFTER_MINUTES: u64 = 24 * 60;

/// Who somebody is, on every page of this instance that their browser opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity(String);

/// What a cookie says of whoever brings it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// This instance issued it, in that minute since 1970.
    Proven { identity: Identity, minute: u64 },
    /// It looks like one from before identities were proven. It is worth something only where its
    /// owner had joined before then.
    Old(Identity),
}

/// What proves the identities of this instance. Made once and never again: with another key every
/// phone would be somebody else.
pub struct Identities {
    key: [u8; 32],
    /// When it was made, in milliseconds since 1970.
    since: u64,
}

#[derive(Serialize, Deserialize)]
struct KeyDocument {
    secret: String,
    made_at: u64,
}

impl Identity {
    /// Nobody that was seen before.
    pub fn new() -> Self {
        Self(hex(&random::key()[..DIGITS / 2]))
    }

    /// From the bits as digits.
    pub fn parse(digits: &str) -> Option<Self> {
        let valid = digits.len() == DIGITS
            && digits
                .bytes()
                .all(|b| b.is_ascii_hexdigit() && !b.is_ascii_uppercase());
        valid.then(|| Self(digits.to_owned()))
    }

    /// Who this is in a room: BLAKE3 keyed with the room's key, cut to 128 bits.
    pub fn in_room(&self, room: &RoomDocument) -> ParticipantId {
        keyed(room, &self.0)
    }

    /// Who sits at this device in a room where a table shares it, its own participant first.
    pub fn seats(&self, document: &RoomDocument, own: ParticipantId) -> Vec<ParticipantId> {
        let other = |number: usize| keyed(document, &format!("{}/{own}/{number}", self.0));
        std::iter::once(own)
            .chain((2..=TABLET_SEATS).map(other))
            .collect()
    }

    /// Who this is in a room now. Whoever was removed is somebody else there, by the same cookie
    /// and in that room alone: the first of their ids, the one after it, and so on, that was not
    /// removed.
    pub fn now_in_room(&self, document: &RoomDocument, room: &Room) -> RoomIdentity {
        let mut who = RoomIdentity::from(self.in_room(document));
        let mut times = 0;
        while room.people.is_removed(who.participant) {
            times += 1;
            let participant = keyed(document, &format!("{}/{times}", self.0));
            who = RoomIdentity {
                participant,
                instead_of: Some(who.participant),
            };
        }
        who
    }
}

fn keyed(room: &RoomDocument, text: &str) -> ParticipantId {
    let key = blake3::derive_key("peil participant id v1", room.key.as_bytes());
    let hash = blake3::keyed_hash(&key, text.as_bytes());
    let first: [u8; 16] = hash.as_bytes()[..16]
        .try_into()
        .expect("a hash has 32 bytes");
    ParticipantId(u128::from_be_bytes(first))
}

/// Who somebody is in a room, and who they were there before they were removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoomIdentity {
    pub participant: ParticipantId,
    pub instead_of: Option<ParticipantId>,
}

impl From<ParticipantId> for RoomIdentity {
    fn from(participant: ParticipantId) -> Self {
        Self {
            participant,
            instead_of: None,
        }
    }
}

impl RoomIdentity {
    /// Whether they were removed and have not joined again.
    pub fn is_away(&self, room: &Room) -> bool {
        self.instead_of.is_some() && room.people.find(self.participant).is_none()
    }

    /// What is stored when they join.
    pub fn joining(self) -> Event {
        let Self {
            participant,
            instead_of,
        } = self;
        match instead_of {
            Some(instead_of) => Event::JoinedAgain {
                participant,
                instead_of,
            },
            None => Event::Joined { participant },
        }
    }
}

impl Default for Identity {
    fn default() -> Self {
        Self::new()
    }
}

impl Claim {
    /// Whose identity it claims.
    pub fn identity(&self) -> &Identity {
        match self {
            Self::Proven { identity, .. } | Self::Old(identity) => identity,
        }
    }
}

impl Identities {
    /// Reads the key, or makes it at the first start.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn begin(store: &Store) -> Result<Self, DocumentError> {
        let known = store
            .get::<KeyDocument>(KEY)
            .await?
            .map(|found| found.value);
        let document = match known {
            Some(document) => document,
            None => {
                let made = KeyDocument {
                    secret: hex(&random::key()),
                    made_at: now_ms(),
                };
                store.create(KEY, &made).await?;
                made
            }
        };
        let key = blake3::derive_key("peil participant cookie v1", document.secret.as_bytes());
        Ok(Self {
            key,
            since: document.made_at,
        })
    }

    /// The first of these values that is proven, else the first that looks like an old one.
    pub fn read<'a>(&self, values: impl Iterator<Item = &'a str>) -> Option<Claim> {
        let mut old = None;
        for value in values {
            match self.proven(value) {
                Some(claim) => return Some(claim),
                None => old = old.or_else(|| Identity::parse(value)),
            }
        }
        old.map(Claim::Old)
    }

    /// Whether a room is from before identities were proven: old cookies of those who joined it
    /// count there.
    pub fn came_after(&self, room: &RoomDocument) -> bool {
        room.created_at < self.since
    }

    /// The value of a cookie that is issued at that time.
    pub fn issue(&self, identity: &Identity, now_ms: u64) -> String {
        let signed = format!("{}.{}", identity.0, now_ms / MINUTE_MS);
        let proof = self.proof(&signed);
        format!("{signed}.{proof}")
    }

    /// The value to give back to whoever brought this: the same for a day, then a newer one.
    pub fn renew(&self, claim: &Claim, now_ms: u64) -> String {
        match claim {
            Claim::Proven { identity, minute }
                if (now_ms / MINUTE_MS).abs_diff(*minute) < RENEWED_AFTER_MINUTES =>
            {
                self.issue(identity, minute * MINUTE_MS)
            }
            claim => self.issue(claim.identity(), now_ms),
        }
    }

    fn proven(&self, value: &str) -> Option<Claim> {
        let (signed, proof) = value.rsplit_once('.')?;
        let (digits, minute) = signed.split_once('.')?;
        let identity = Identity::parse(digits)?;
        let minute = minute.parse().ok()?;
        // Over the text as it came: what reads the same but is written otherwise is not ours.
        same(&self.proof(signed), proof).then_some(Claim::Proven { identity, minute })
    }

    fn proof(&self, signed: &str) -> String {
        blake3::keyed_hash(&self.key, signed.as_bytes()).to_hex()[..DIGITS].to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: u64 = 1_800_000_000_000;

    fn instance(secret: &str) -> Identities {
        Identities {
            key: blake3::derive_key("peil participant cookie v1", secret.as_bytes()),
            since: NOON,
        }
    }

    fn read(value: &str) -> Option<Claim> {
        instance("ours").read([value].into_iter())
    }

    fn anna() -> Identity {
        Identity("00112233445566778899aabbccddeeff".to_owned())
    }

    #[test]
    fn what_this_instance_issued_is_proven_and_nothing_else_is() {
        let ours = instance("ours").issue(&anna(), NOON);
        let [digits, minute, proof] = ours.split('.').collect::<Vec<_>>()[..] else {
            panic!("{ours}")
        };
        assert_eq!(
            read(&ours),
            Some(Claim::Proven {
                identity: anna(),
                minute: NOON / MINUTE_MS
            })
        );
        let other = "ffeeddccbbaa99887766554433221100";
        for invented in [
            format!("{digits}.{minute}.{}", "0".repeat(DIGITS)),
            format!("{digits}.{minute}.{}", &proof[1..]),
            format!("{digits}.{minute}.{proof}0"),
            format!("{digits}.{minute}.{}", proof.to_uppercase()),
            format!("{digits}.{minute}."),
            format!("{digits}.{minute}"),
            format!(
                "{digits}.{}.{proof}",
                minute.parse::<u64>().unwrap() + 1_000_000
            ),
            format!("{digits}.+{minute}.{proof}"),
            format!("{digits}.0{minute}.{proof}"),
            format!("{digits}..{proof}"),
            format!("{other}.{minute}.{proof}"),
            format!("{}.{minute}.{proof}", digits.to_uppercase()),
            format!("{}.{minute}.{proof}", &digits[1..]),
            format!(" {ours}"),
            format!("{ours}."),
            format!("{ours}.{proof}"),
            instance("theirs").issue(&anna(), NOON),
            digits.to_uppercase(),
            digits[1..].to_owned(),
            format!("{digits}0"),
            "00112233445566778899aabbccddeefg".to_owned(),
            ".".to_owned(),
            "..".to_owned(),
            String::new(),
        ] {
            assert_eq!(read(&invented), None, "{invented:?}");
        }
    }

    #[test]
    fn bare_digits_are_an_old_claim_and_proven_ones_come_first() {
        let ours = instance("ours").issue(&anna(), NOON);
        let bare = "ffeeddccbbaa99887766554433221100";
        let old = Claim::Old(Identity(bare.to_owned()));
        assert_eq!(read(bare), Some(old.clone()));
        let among = |values: &[&str]| instance("ours").read(values.iter().copied());
        for values in [
            [bare, ours.as_str()],
            [ours.as_str(), bare],
            ["nonsense", ours.as_str()],
        ] {
            assert_eq!(among(&values).unwrap().identity(), &anna(), "{values:?}");
        }
        assert_eq!(among(&["nonsense", bare]), Some(old));
        assert_eq!(among(&[]), None);
    }

    #[test]
    fn a_cookie_stays_the_same_for_a_day_and_is_then_issued_anew_for_the_same_person() {
        let ours = instance("ours");
        let first = ours.issue(&anna(), NOON);
        let claim = |value: &str| ours.read([value].into_iter()).unwrap();
        let day_ms = RENEWED_AFTER_MINUTES * MINUTE_MS;
        assert_eq!(ours.renew(&claim(&first), NOON + day_ms - 1), first);
        for later in [NOON + day_ms, NOON + 40 * day_ms, NOON - day_ms] {
            let renewed = ours.renew(&claim(&first), later);
            assert_ne!(renewed, first);
            assert_eq!(
                claim(&renewed),
                Claim::Proven {
                    identity: anna(),
                    minute: later / MINUTE_MS
                }
            );
        }
        let old = Claim::Old(anna());
        assert_eq!(
            claim(&ours.renew(&old, NOON)).identity(),
            &anna(),
            "an old one is issued anew for the same person"
        );
    }

    #[test]
    fn the_longest_value_fits_into_a_cookie_and_needs_no_quotes() {
        let value = instance("ours").issue(&anna(), u64::MAX);
        assert!(
            value.len() < 100
                && value
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b == b'.'),
            "{value}"
        );
    }
}

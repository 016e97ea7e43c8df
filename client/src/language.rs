//! The languages that pages speak: those that have a folder in `locales`. No code names one.

use std::fmt;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[cfg(test)]
pub mod known;
pub mod number;

mod made {
    include!(concat!(env!("OUT_DIR"), "/languages.rs"));
}
use made::{OWN_NAMES, PROGRAMS, RIGHT_TO_LEFT, TAGS};

/// A language in which every text exists, by its place among them.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Language(u8);

impl Language {
    /// All of them, the default first.
    pub const ALL: [Self; TAGS.len()] = {
        let mut all = [Self(0); TAGS.len()];
        let mut place = 0;
        while place < all.len() {
            all[place] = Self(place as u8);
            place += 1;
        }
        all
    };

    /// How many places a table of languages has: one more where tests speak one that nobody does.
    pub(crate) const SLOTS: usize = TAGS.len() + cfg!(test) as usize;

    /// That one: longer than any, with accents, from right to left.
    #[cfg(test)]
    pub(crate) const PSEUDO: Self = Self(TAGS.len() as u8);

    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The language of logs, of the command line and of the API.
    pub const fn of_programs() -> Self {
        Self(PROGRAMS)
    }

    /// What it calls itself.
    pub fn own_name(self) -> &'static str {
        OWN_NAMES.get(self.index()).copied().unwrap_or("Pseudo")
    }

    /// All but this one.
    pub fn others(self) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |other| *other != self)
    }

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        TAGS.get(self.index()).copied().unwrap_or("en-XB")
    }

    /// Which way its lines run, where that is not the usual one.
    pub fn direction(self) -> Option<&'static str> {
        RIGHT_TO_LEFT
            .get(self.index())
            .copied()
            .unwrap_or(true)
            .then_some("rtl")
    }

    /// The language of a BCP 47 tag, if it is one of ours: `nl-BE` is Dutch.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let mut tag = tag.replace('_', "-").to_ascii_lowercase();
        loop {
            if let Some(language) = Self::ALL
                .into_iter()
                .find(|language| language.tag().eq_ignore_ascii_case(&tag))
            {
                return Some(language);
            }
            tag.truncate(tag.rfind('-')?);
        }
    }

    /// The first of ours that an `Accept-Language` header prefers; quality values are compared.
    pub fn accepted(header: &str) -> Option<Self> {
        let mut best: Option<(f32, Self)> = None;
        for part in header.split(',') {
            let (tag, quality) = part.split_once(";q=").unwrap_or((part, "1"));
            let quality: f32 = quality.trim().parse().unwrap_or(0.0);
            let Some(language) = Self::of_tag(tag.trim()).filter(|_| quality > 0.0) else {
                continue;
            };
            if best.is_none_or(|(known, _)| quality > known) {
                best = Some((quality, language));
            }
        }
        best.map(|(_, language)| language)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.tag())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tag = String::deserialize(deserializer)?;
        Self::of_tag(&tag).ok_or_else(|| D::Error::custom("no language of ours"))
    }
}

#[cfg(test)]
mod tests {
    use super::known::{En, Nl};
    use super::*;

    #[test]
    fn a_browser_gets_the_language_it_prefers() {
        for (header, expected) in [
            ("nl-NL,nl;q=0.9,en;q=0.8", Some(Nl)),
            ("de, en;q=0.7, nl;q=0.3", Some(En)),
            ("EN_gb-oxendict", Some(En)),
            ("fr", None),
            ("nlx", None),
            ("nl;q=0", None),
            ("", None),
        ] {
            assert_eq!(Language::accepted(header), expected, "{header}");
        }
    }

    #[test]
    fn a_language_is_its_tag_in_json() {
        for language in Language::ALL {
            let json = serde_json::to_string(&language).unwrap();
            assert_eq!(json, format!("\"{}\"", language.tag()));
            assert_eq!(serde_json::from_str::<Language>(&json).unwrap(), language);
        }
        assert_eq!(serde_json::from_str::<Language>("\"en\"").unwrap(), En);
        assert!(serde_json::from_str::<Language>("\"fr\"").is_err());
    }
}

//! What comes as JSON, read without the machinery that reads anything from anything.
//!
//! The types' own `Deserialize` stays the truth: it is what the server has, and a test holds the
//! two against each other. But a phone would download a quarter of a megabyte of it. Here each type
//! says in one line what it is made of; a field that is forgotten does not compile. Reading is
//! lenient where something is missing, as `#[serde(default)]` is.

use std::collections::BTreeMap;

use serde_json::Value;
use shared::code::JoinCode;
use shared::ids::{AnswerId, Key, ParticipantId, SlideId};
use shared::question::Fields;
use shared::rules::Rules;

mod frames;
mod json;
#[cfg(test)]
mod tests;
mod views;

/// What can be read from JSON.
pub trait Read: Sized {
    /// The value; nothing where it is something else. What is missing is `null`.
    fn read(json: &Value) -> Option<Self>;
}

/// Reads a text.
pub fn read<T: Read>(text: &str) -> Option<T> {
    json::parse(text).and_then(|json| T::read(&json))
}

/// A struct is its fields, by their names; what no phone ever gets is not looked for.
macro_rules! fields {
    ($type:ty { $($field:ident),* $(,)? } $(without { $($never:ident),* })?) => {
        impl $crate::reading::Read for $type {
            fn read(json: &serde_json::Value) -> Option<Self> {
                Some(Self { $($field: $crate::reading::Read::read(&json[stringify!($field)])?,)* $($($never: None),*)? })
            }
        }
    };
}

/// An enum is told apart by a word; what a variant holds stands beside that word.
macro_rules! variants {
    ($type:ty, $tag:literal { $($word:literal => $variant:ident { $($field:ident),* }),* $(; $($name:literal => $holds:ident),*)? }) => {
        impl $crate::reading::Read for $type {
            fn read(json: &serde_json::Value) -> Option<Self> {
                Some(match json[$tag].as_str()? {
                    $($word => Self::$variant { $($field: $crate::reading::Read::read(&json[stringify!($field)])?),* },)*
                    $($($name => Self::$holds($crate::reading::Read::read(json)?),)*)?
                    _ => return None,
                })
            }
        }
    };
}

/// What every kind of question has a variant of, told apart by the word of its kind; each reads its
/// own. A kind that is left out does not compile.
macro_rules! kinds {
    ($type:ident { $($word:literal => $variant:ident: $read:path),* $(,)? }) => {
        impl $crate::reading::Read for $type {
            fn read(json: &serde_json::Value) -> Option<Self> {
                match json["kind"].as_str()? {
                    $($word => $read(json),)*
                    _ => None,
                }
            }
        }

        const _: fn(&$type) = |each| match each {
            $($type::$variant { .. } => {})*
        };
    };
}

/// One variant of an enum from the fields that stand beside its word.
macro_rules! variant {
    ($json:ident, $type:ident::$variant:ident { $($field:ident),* }) => {
        Some($type::$variant { $($field: $crate::reading::Read::read(&$json[stringify!($field)])?),* })
    };
}

/// An enum that is a word.
macro_rules! words {
    ($type:ty { $($word:literal => $variant:ident),* }) => {
        impl $crate::reading::Read for $type {
            fn read(json: &serde_json::Value) -> Option<Self> {
                match json.as_str()? {
                    $($word => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use {fields, kinds, variant, variants, words};

impl Read for String {
    fn read(json: &Value) -> Option<Self> {
        json.as_str().map(str::to_owned)
    }
}

impl Read for bool {
    fn read(json: &Value) -> Option<Self> {
        Some(json.as_bool().unwrap_or_default())
    }
}

impl Read for u64 {
    fn read(json: &Value) -> Option<Self> {
        json.as_u64()
    }
}

impl Read for f64 {
    fn read(json: &Value) -> Option<Self> {
        json.as_f64()
    }
}

/// Numbers of fewer bits.
macro_rules! numbers {
    ($($type:ty),*) => {$(
        impl Read for $type {
            fn read(json: &Value) -> Option<Self> {
                json.as_i64()?.try_into().ok()
            }
        }
    )*};
}
numbers!(u32, i32, usize);

impl<T: Read> Read for Option<T> {
    fn read(json: &Value) -> Option<Self> {
        if json.is_null() {
            Some(None)
        } else {
            T::read(json).map(Some)
        }
    }
}

impl<T: Read> Read for Box<T> {
    fn read(json: &Value) -> Option<Self> {
        T::read(json).map(Self::new)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(json: &Value) -> Option<Self> {
        json.as_array().map_or_else(
            || Some(Self::new()),
            |items| items.iter().map(T::read).collect(),
        )
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn read(json: &Value) -> Option<Self> {
        Some((A::read(&json[0])?, B::read(&json[1])?))
    }
}

impl<T: Read> Read for BTreeMap<SlideId, T> {
    fn read(json: &Value) -> Option<Self> {
        let mut map = Self::new();
        for (id, value) in json.as_object().into_iter().flatten() {
            map.insert(SlideId(id.clone()), T::read(value)?);
        }
        Some(map)
    }
}

impl Read for Fields {
    fn read(json: &Value) -> Option<Self> {
        Vec::read(json).map(Self)
    }
}

impl Read for Rules {
    fn read(json: &Value) -> Option<Self> {
        json.as_u64().map_or(Some(Self::LATEST), |number| {
            u16::try_from(number).ok()?.try_into().ok()
        })
    }
}

impl Read for SlideId {
    fn read(json: &Value) -> Option<Self> {
        String::read(json).map(Self)
    }
}

impl Read for Key {
    fn read(json: &Value) -> Option<Self> {
        String::read(json).map(Self)
    }
}

impl Read for AnswerId {
    fn read(json: &Value) -> Option<Self> {
        Self::parse(json.as_str()?)
    }
}

impl Read for ParticipantId {
    fn read(json: &Value) -> Option<Self> {
        u128::from_str_radix(json.as_str()?, 16).ok().map(Self)
    }
}

impl Read for JoinCode {
    fn read(json: &Value) -> Option<Self> {
        Self::parse(json.as_str()?)
    }
}

//! What comes as JSON, from a value that the browser has parsed.
//!
//! The types' own `Deserialize` stays the truth: it is what the server has, and a test holds the
//! two against each other. But a phone would download a quarter of a megabyte of it. Here each type
//! says in one line what it is made of; a field that is forgotten does not compile. Reading is
//! lenient where something is missing, as `#[serde(default)]` is.

use std::collections::BTreeMap;

use shared::code::JoinCode;
use shared::ids::{AnswerId, GroupNumber, Key, ParticipantId, SlideId};
use shared::question::Fields;
use shared::rules::Rules;

mod frames;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod value;
mod views;
#[cfg(test)]
pub use value::read;

/// A value of JSON by whatever parsed its text: the browser where a page lives, serde_json
/// elsewhere.
pub trait Json: Sized {
    /// A field of an object; `null` where there is none.
    fn field(&self, name: &str) -> Self;
    /// The items of an array.
    fn items(&self) -> Option<Vec<Self>>;
    /// The fields of an object by their names; none of anything else.
    fn entries(&self) -> Vec<(String, Self)>;
    fn text(&self) -> Option<String>;
    fn number(&self) -> Option<f64>;
    fn truth(&self) -> Option<bool>;
    fn is_null(&self) -> bool;
    fn is_object(&self) -> bool;
}

/// What can be read from JSON.
pub trait Read: Sized {
    /// The value; nothing where it is something else. What is missing is `null`.
    fn read(json: &impl Json) -> Option<Self>;
}

/// A struct is its fields, by their names; what no phone ever gets is not looked for.
macro_rules! fields {
    ($type:ty { $($field:ident),* $(,)? } $(without { $($never:ident),* })?) => {
        impl $crate::reading::Read for $type {
            fn read(json: &impl $crate::reading::Json) -> Option<Self> {
                Some(Self {
                    $($field: $crate::reading::Read::read(&json.field(stringify!($field)))?,)*
                    $($($never: None),*)?
                })
            }
        }
    };
}

/// The variants of an enum are distinguished by a word; what a variant holds stands beside that
/// word.
macro_rules! variants {
    ($type:ty, $tag:literal {
        $($word:literal => $variant:ident { $($field:ident),* }),*
        $(; $($name:literal => $holds:ident),*)?
    }) => {
        impl $crate::reading::Read for $type {
            fn read(json: &impl $crate::reading::Json) -> Option<Self> {
                Some(match json.field($tag).text()?.as_str() {
                    $($word => Self::$variant {
                        $($field: $crate::reading::Read::read(&json.field(stringify!($field)))?),*
                    },)*
                    $($($name => Self::$holds($crate::reading::Read::read(json)?),)*)?
                    _ => return None,
                })
            }
        }
    };
}

/// What every kind of question has a variant of, distinguished by the word of its kind; what it
/// holds stands beside that word. A kind that is left out does not compile.
macro_rules! kinds {
    ($type:ident { $($word:literal => $variant:ident),* $(,)? }) => {
        impl $crate::reading::Read for $type {
            fn read(json: &impl $crate::reading::Json) -> Option<Self> {
                match json.field("kind").text()?.as_str() {
                    $($word => $crate::reading::Read::read(json).map(Self::$variant),)*
                    _ => None,
                }
            }
        }

        const _: fn(&$type) = |each| match each {
            $($type::$variant { .. } => {})*
        };
    };
}

/// An enum that is a word.
macro_rules! words {
    ($type:ty { $($word:literal => $variant:ident),* }) => {
        impl $crate::reading::Read for $type {
            fn read(json: &impl $crate::reading::Json) -> Option<Self> {
                match json.text()?.as_str() {
                    $($word => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use {fields, kinds, variants, words};

impl Read for String {
    fn read(json: &impl Json) -> Option<Self> {
        json.text()
    }
}

impl Read for bool {
    fn read(json: &impl Json) -> Option<Self> {
        Some(json.truth().unwrap_or_default())
    }
}

impl Read for f64 {
    fn read(json: &impl Json) -> Option<Self> {
        json.number()
    }
}

/// Whole numbers: JSON has one sort, which holds each up to 2⁵³.
macro_rules! numbers {
    ($($type:ty),*) => {$(
        impl Read for $type {
            fn read(json: &impl Json) -> Option<Self> {
                let number = json.number()?;
                let whole = number as Self;
                (whole as f64 == number).then_some(whole)
            }
        }
    )*};
}
numbers!(u64, u32, i32, usize);

impl<T: Read> Read for Option<T> {
    fn read(json: &impl Json) -> Option<Self> {
        if json.is_null() {
            Some(None)
        } else {
            T::read(json).map(Some)
        }
    }
}

impl<T: Read> Read for Box<T> {
    fn read(json: &impl Json) -> Option<Self> {
        T::read(json).map(Self::new)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(json: &impl Json) -> Option<Self> {
        let items = json.items().unwrap_or_default();
        items.iter().map(T::read).collect()
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn read(json: &impl Json) -> Option<Self> {
        match json.items()?.as_slice() {
            [first, second] => Some((A::read(first)?, B::read(second)?)),
            _ => None,
        }
    }
}

impl<T: Read> Read for BTreeMap<SlideId, T> {
    fn read(json: &impl Json) -> Option<Self> {
        let mut map = Self::new();
        for (id, value) in json.entries() {
            map.insert(SlideId(id), T::read(&value)?);
        }
        Some(map)
    }
}

impl Read for Fields {
    fn read(json: &impl Json) -> Option<Self> {
        Vec::read(json).map(Self)
    }
}

impl Read for Rules {
    fn read(json: &impl Json) -> Option<Self> {
        let number = u64::read(json).map(u16::try_from);
        number.map_or(Some(Self::LATEST), |number| number.ok()?.try_into().ok())
    }
}

impl Read for SlideId {
    fn read(json: &impl Json) -> Option<Self> {
        String::read(json).map(Self)
    }
}

impl Read for GroupNumber {
    fn read(json: &impl Json) -> Option<Self> {
        u64::read(json).map(|number| Self(number as u16))
    }
}

impl Read for Key {
    fn read(json: &impl Json) -> Option<Self> {
        String::read(json).map(Self)
    }
}

impl Read for AnswerId {
    fn read(json: &impl Json) -> Option<Self> {
        Self::parse(&json.text()?)
    }
}

impl Read for ParticipantId {
    fn read(json: &impl Json) -> Option<Self> {
        u128::from_str_radix(&json.text()?, 16).ok().map(Self)
    }
}

impl Read for JoinCode {
    fn read(json: &impl Json) -> Option<Self> {
        Self::parse(&json.text()?)
    }
}

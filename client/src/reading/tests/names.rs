//! What the variants of a type are called, asked of its own `Deserialize`: it names them all when
//! it gets one that it does not know.

use std::fmt;

use serde::de::value::{MapDeserializer, StrDeserializer};
use serde::de::{DeserializeOwned, Error};

/// No variant, so that any type refuses it.
const NONE: &str = "?";

/// Of an enum that is a word, or an object with one key.
pub fn names<T: DeserializeOwned>() -> &'static [&'static str] {
    named(T::deserialize(StrDeserializer::new(NONE)))
}

/// Of an enum whose word stands beside what it holds, under that key.
pub fn names_under<T: DeserializeOwned>(tag: &str) -> &'static [&'static str] {
    named(T::deserialize(MapDeserializer::new(
        [(tag, NONE)].into_iter(),
    )))
}

fn named<T>(read: Result<T, Unknown>) -> &'static [&'static str] {
    let Err(Unknown(names)) = read else {
        panic!("{NONE} is something")
    };
    assert!(
        !names.is_empty(),
        "it is an enum, and told apart in that way"
    );
    names
}

/// The variants of which it was none.
#[derive(Debug)]
struct Unknown(&'static [&'static str]);

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "none of {:?}", self.0)
    }
}

impl std::error::Error for Unknown {}

impl Error for Unknown {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self(&[])
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self(expected)
    }
}

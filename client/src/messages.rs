//! What pages say, from the catalogues in `locales`: typed functions that hold numbers, and texts
//! by those numbers.
//!
//! The functions and the data are made while this is built (`build.rs`, the crate `catalogue`). The
//! server holds every language. A browser loads the one of its page as a file of its own before the
//! page comes alive, and asks its own `Intl` for plurals and numbers; the rest of how a sentence is
//! put together is this code on both sides, so that they come to the same.

#[cfg(feature = "ssr")]
mod server;
mod store;
#[cfg(test)]
mod tests;

pub use crate::language::number::ShownNumber;
#[cfg(feature = "ssr")]
use server as rules;
#[cfg(feature = "hydrate")]
pub use store::load;
#[cfg(test)]
pub(crate) use store::said;
use store::{Each, find, text, whole};

#[cfg(feature = "hydrate")]
use crate::browser::numbers as rules;
use crate::language::Language;
use crate::ui::bidi;

#[allow(
    clippy::needless_pass_by_value,
    clippy::too_many_arguments,
    reason = "made from the catalogues"
)]
mod made {
    use super::{Each, Language, MessageArgument, ShownNumber, find, say, whole};

    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}
pub use made::*;

/// The marks in the data; `client/catalogue/src/data.rs` writes them.
const ARGUMENT: u8 = 1;
const SELECT: u8 = 2;
const KEY: char = '\u{3}';
const TEXT: char = '\u{4}';
const END: char = '\u{5}';

/// What is filled into a sentence.
#[derive(Clone, Copy, Debug)]
pub enum MessageArgument<'a> {
    /// Written as the language writes numbers.
    Number(ShownNumber),
    /// A text of somebody's, kept from turning the sentence.
    Text(&'a str),
    /// A piece of a sentence of ours, in which that is done already.
    Phrase(&'a str),
}

impl<'a> From<&'a str> for MessageArgument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for MessageArgument<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl<T: Into<ShownNumber>> From<T> for MessageArgument<'_> {
    fn from(number: T) -> Self {
        Self::Number(number.into())
    }
}

impl MessageArgument<'_> {
    fn push(&self, language: Language, said: &mut String) {
        match self {
            Self::Number(number) => said.push_str(&write(language, *number)),
            Self::Text(text) => said.push_str(&bidi::name(text)),
            Self::Phrase(text) => said.push_str(text),
        }
    }

    /// Whether a variant of this key is meant.
    fn is(&self, language: Language, key: &str) -> bool {
        match self {
            Self::Text(text) | Self::Phrase(text) => *text == key,
            Self::Number(number) if key.starts_with(|c: char| c.is_ascii_digit()) => {
                number.plain() == key
            }
            Self::Number(number) => rules::category(language, *number) == key,
        }
    }
}

/// A number as the language writes it.
pub fn write(language: Language, number: impl Into<ShownNumber>) -> String {
    rules::number(language, number.into())
}

/// A message by its number, whatever it takes.
#[cfg(test)]
pub(crate) fn by_number(
    language: Language,
    number: usize,
    values: &[MessageArgument<'_>],
) -> String {
    say(language, number, values)
}

/// A message with something filled in.
fn say(language: Language, number: usize, values: &[MessageArgument<'_>]) -> String {
    let mut said = String::new();
    fill(language, text(language, number), values, &mut said);
    said
}

/// Says a text up to its end or that of the variant that it is; gives what is left.
fn fill<'d>(
    language: Language,
    mut data: &'d str,
    values: &[MessageArgument<'_>],
    said: &mut String,
) -> &'d str {
    while let Some(at) = data.find(|c| c <= END && c != '\n') {
        let (before, rest) = data.split_at(at);
        said.push_str(before);
        data = match rest.as_bytes() {
            [ARGUMENT, place, ..] => {
                if let Some(value) = value(values, *place) {
                    value.push(language, said);
                }
                rest.get(2..).unwrap_or_default()
            }
            [SELECT, place, ..] => choose(
                language,
                rest.get(2..).unwrap_or_default(),
                value(values, *place),
                values,
                said,
            ),
            _ => return rest,
        };
    }
    said.push_str(data);
    ""
}

fn value<'a, 'v>(values: &'v [MessageArgument<'a>], place: u8) -> Option<&'v MessageArgument<'a>> {
    values.get(usize::from(place.wrapping_sub(b'0')))
}

/// Says the first variant that is meant, or the last; gives what is left behind the choice.
fn choose<'d>(
    language: Language,
    mut data: &'d str,
    by: Option<&MessageArgument<'_>>,
    values: &[MessageArgument<'_>],
    said: &mut String,
) -> &'d str {
    let mut chosen = None;
    let mut last = String::new();
    while let Some((key, text)) = data
        .strip_prefix(KEY)
        .and_then(|rest| rest.split_once(TEXT))
    {
        last.clear();
        data = fill(language, text, values, &mut last);
        if chosen.is_none() && by.is_some_and(|value| value.is(language, key)) {
            chosen = Some(std::mem::take(&mut last));
        }
    }
    said.push_str(&chosen.unwrap_or(last));
    data.strip_prefix(END).unwrap_or(data)
}

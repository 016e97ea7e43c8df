//! Join codes: the 8 digits that people read from the wall and type into a phone.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How many digits a join code has.
pub const DIGITS: usize = 8;

/// A join code: 8 digits from 1 to 9. There is no 0, since it reads as 8 from the last row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct JoinCode(String);

impl JoinCode {
    /// Reads a code as people type it: spaces and dashes anywhere are fine.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: String = text.chars().filter(|c| !is_separator(*c)).collect();
        let valid = digits.len() == DIGITS && digits.bytes().all(|b| (b'1'..=b'9').contains(&b));
        valid.then_some(Self(digits))
    }

    /// The code that a random number stands for: all 9⁸ codes are equally likely when all numbers
    /// are.
    pub fn from_number(number: u64) -> Self {
        let mut rest = number % 9u64.pow(DIGITS as u32);
        let mut digits = vec![b'1'; DIGITS];
        for digit in digits.iter_mut().rev() {
            *digit = b'1' + (rest % 9) as u8;
            rest /= 9;
        }
        Self(String::from_utf8_lossy(&digits).into_owned())
    }

    /// The 8 digits without a space, as they stand in an address.
    pub fn digits(&self) -> &str {
        &self.0
    }
}

/// Whether text could be meant as a code at all: digits, spaces and dashes, 8 digits in all.
pub fn looks_like_code(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits == DIGITS && text.chars().all(|c| c.is_ascii_digit() || is_separator(c))
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2014}' | '\u{2212}' | '.')
}

impl fmt::Display for JoinCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", &self.0[..4], &self.0[4..])
    }
}

impl TryFrom<String> for JoinCode {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a join code is 8 digits from 1 to 9")
    }
}

impl From<JoinCode> for String {
    fn from(code: JoinCode) -> Self {
        code.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_may_type_spaces_and_dashes() {
        for text in ["89145348", "8914 5348", " 8914-5348 ", "8914 – 5348"] {
            assert_eq!(
                JoinCode::parse(text).map(|c| c.to_string()).as_deref(),
                Some("8914 5348"),
                "{text}"
            );
        }
    }

    #[test]
    fn a_zero_or_a_ninth_digit_is_no_code() {
        for text in ["89045348", "891453481", "8914534", "8914534a", ""] {
            assert_eq!(JoinCode::parse(text), None, "{text}");
        }
    }

    #[test]
    fn every_number_is_a_code() {
        assert_eq!(JoinCode::from_number(0).digits(), "11111111");
        assert_eq!(JoinCode::from_number(9u64.pow(8) - 1).digits(), "99999999");
        assert_eq!(JoinCode::from_number(9u64.pow(8)).digits(), "11111111");
    }
}

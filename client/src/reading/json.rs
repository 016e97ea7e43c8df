//! JSON text as a value, for a phone.
//!
//! serde_json's own reader can say of any text what is wrong with it, and where, floating point
//! numbers included: a phone would download seven times as much as this. Here a text is JSON or it
//! is not. Tests hold the two against each other.

use serde_json::{Map, Value};

/// As deep as serde_json goes: what is nested further is no JSON of ours.
const DEEPEST: usize = 127;
/// Digits that a whole number holds for certain.
const DIGITS: usize = 19;
/// Powers of ten up to here are exact.
const EXACT_POWER: u32 = 22;

/// The value that a text holds; nothing where it is not JSON. A fraction may differ from what was
/// written in its sixteenth digit.
pub fn parse(text: &str) -> Option<Value> {
    let mut reader = JsonReader {
        rest: text.as_bytes(),
    };
    let value = reader.value(0)?;
    reader.blanks();
    reader.rest.is_empty().then_some(value)
}

struct JsonReader<'a> {
    rest: &'a [u8],
}

impl<'a> JsonReader<'a> {
    fn value(&mut self, depth: usize) -> Option<Value> {
        self.blanks();
        match *self.rest.first()? {
            b'{' if depth < DEEPEST => self.object(depth + 1),
            b'[' if depth < DEEPEST => self.array(depth + 1),
            b'"' => self.text().map(Value::String),
            b'n' => self.word(b"null", Value::Null),
            b't' => self.word(b"true", Value::Bool(true)),
            b'f' => self.word(b"false", Value::Bool(false)),
            _ => self.number(),
        }
    }

    fn blanks(&mut self) {
        self.many(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    }

    /// As many bytes as are of that sort.
    fn many(&mut self, of: impl Fn(u8) -> bool) -> &'a [u8] {
        let end = self
            .rest
            .iter()
            .position(|byte| !of(*byte))
            .unwrap_or(self.rest.len());
        let (many, rest) = self.rest.split_at(end);
        self.rest = rest;
        many
    }

    fn word(&mut self, word: &[u8], value: Value) -> Option<Value> {
        self.rest = self.rest.strip_prefix(word)?;
        Some(value)
    }

    /// Whether this byte comes next, which is then passed.
    fn takes(&mut self, byte: u8) -> bool {
        let rest = self.rest.strip_prefix(&[byte]);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn array(&mut self, depth: usize) -> Option<Value> {
        let mut items = Vec::new();
        self.list(b']', |reader| {
            items.push(reader.value(depth)?);
            Some(())
        })?;
        Some(Value::Array(items))
    }

    fn object(&mut self, depth: usize) -> Option<Value> {
        let mut map = Map::new();
        self.list(b'}', |reader| {
            reader.blanks();
            let name = reader.text()?;
            reader.blanks();
            if !reader.takes(b':') {
                return None;
            }
            map.insert(name, reader.value(depth)?);
            Some(())
        })?;
        Some(Value::Object(map))
    }

    /// Items with commas between, from the bracket that opens them to the one that closes them.
    fn list(&mut self, end: u8, mut item: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.rest = self.rest.get(1..)?;
        self.blanks();
        if self.takes(end) {
            return Some(());
        }
        loop {
            item(self)?;
            self.blanks();
            if self.takes(end) {
                return Some(());
            }
            if !self.takes(b',') {
                return None;
            }
        }
    }

    fn text(&mut self) -> Option<String> {
        if !self.takes(b'"') {
            return None;
        }
        let mut text = String::new();
        loop {
            let plain = self.many(|byte| byte >= b' ' && byte != b'"' && byte != b'\\');
            text.push_str(str::from_utf8(plain).ok()?);
            match self.next()? {
                b'"' => return Some(text),
                b'\\' => text.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn escaped(&mut self) -> Option<char> {
        Some(match self.next()? {
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => return self.code_point(),
            byte @ (b'"' | b'\\' | b'/') => byte.into(),
            _ => return None,
        })
    }

    /// The character behind `\u`: one unit, or a pair of which the second is escaped too.
    fn code_point(&mut self) -> Option<char> {
        let first = self.unit()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        if !(self.takes(b'\\') && self.takes(b'u')) {
            return None;
        }
        let second = self.unit()?.checked_sub(0xdc00)?;
        char::from_u32(0x10000 + ((first - 0xd800) << 10) + second).filter(|_| second < 0x400)
    }

    fn unit(&mut self) -> Option<u32> {
        let digit = |unit: u32, byte: u8| Some(unit * 16 + char::from(byte).to_digit(16)?);
        (0..4).try_fold(0, |unit, _| self.next().and_then(|byte| digit(unit, byte)))
    }

    fn number(&mut self) -> Option<Value> {
        let negative = self.takes(b'-');
        let whole = self.digits()?;
        if whole.len() > 1 && whole.starts_with(b"0") {
            return None;
        }
        let fraction = if self.takes(b'.') {
            self.digits()?
        } else {
            &[]
        };
        let exponent = self.exponent()?;
        let is_whole = fraction.is_empty() && exponent.is_none() && whole.len() < DIGITS;
        if is_whole && !(negative && whole == b"0") {
            let number = whole
                .iter()
                .fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0'));
            return Some(if negative {
                (-number).into()
            } else {
                number.into()
            });
        }
        let size = size(whole, fraction, exponent.unwrap_or_default());
        size.is_finite()
            .then(|| if negative { -size } else { size }.into())
    }

    /// One digit at least.
    fn digits(&mut self) -> Option<&'a [u8]> {
        Some(self.many(|byte| byte.is_ascii_digit())).filter(|digits| !digits.is_empty())
    }

    /// Nothing where what looks like one has no digits.
    fn exponent(&mut self) -> Option<Option<i32>> {
        if !(self.takes(b'e') || self.takes(b'E')) {
            return Some(None);
        }
        let down = self.takes(b'-');
        if !down {
            self.takes(b'+');
        }
        let size = self.digits()?.iter().fold(0_i32, |sum, digit| {
            (sum * 10 + i32::from(digit - b'0')).min(9_999)
        });
        Some(Some(if down { -size } else { size }))
    }
}

/// A number from its digits, those behind the point and its power of ten. What more digits there
/// are than a number can hold is only counted.
fn size(whole: &[u8], fraction: &[u8], exponent: i32) -> f64 {
    let digits = || {
        whole
            .iter()
            .chain(fraction)
            .skip_while(|digit| **digit == b'0')
    };
    let kept = digits()
        .take(DIGITS)
        .fold(0_u64, |sum, digit| sum * 10 + u64::from(digit - b'0'));
    let left_out = digits().count().saturating_sub(DIGITS) as i32;
    scaled(kept as f64, exponent - fraction.len() as i32 + left_out)
}

fn scaled(number: f64, power: i32) -> f64 {
    // In steps of which each is exact; beyond a few hundred there is nothing but zero and the
    // infinite.
    let (mut number, mut left) = (number, power.unsigned_abs().min(800));
    while left > 0 && number != 0.0 {
        let step = left.min(EXACT_POWER);
        let ten = (0..step).fold(1.0, |ten: f64, _| ten * 10.0);
        number = if power < 0 {
            number / ten
        } else {
            number * ten
        };
        left -= step;
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: [&str; 12] = [
        r#"{"a":[1,-2,0,{"b":null}],"c":"d","e":true , "f":false}"#,
        " [ ] ",
        "{}",
        r#""\"\\\/\b\f\n\r\t\u00eb\ud83d\ude00 ë 😀""#,
        "[0.5, 33.333333333333336, -73.25, 1e3, 2.5E-7, 1e+2, 100.0]",
        "[9007199254740993, 18446744073709551615, 123456789012345678901234567890, -9223372036854775808]",
        "[-0, -0.0, 0e5, 1e-400, 0.000000000000000000000000000001]",
        r#"{"a":1,"a":2}"#,
        r#"{"type":"saved","question":"geloof","round":1,"turn":3,"seq":42}"#,
        "null",
        "\t-1\r\n",
        r#""""#,
    ];

    /// Alike, but for what a number can hold.
    fn alike(ours: &Value, theirs: &Value) -> bool {
        match (ours, theirs) {
            (Value::Number(ours), Value::Number(theirs)) => {
                let (ours, theirs) = (ours.as_f64().unwrap(), theirs.as_f64().unwrap());
                (ours - theirs).abs() <= theirs.abs() * 1e-15
            }
            (Value::Array(ours), Value::Array(theirs)) => {
                ours.len() == theirs.len()
                    && ours
                        .iter()
                        .zip(theirs)
                        .all(|(ours, theirs)| alike(ours, theirs))
            }
            (Value::Object(ours), Value::Object(theirs)) => {
                ours.len() == theirs.len()
                    && ours
                        .iter()
                        .zip(theirs)
                        .all(|((a, ours), (b, theirs))| a == b && alike(ours, theirs))
            }
            _ => ours == theirs,
        }
    }

    #[track_caller]
    fn held_against_serde(text: &str) {
        match (parse(text), serde_json::from_str::<Value>(text).ok()) {
            (Some(ours), Some(theirs)) => {
                assert!(alike(&ours, &theirs), "{text}: {ours} and not {theirs}")
            }
            (ours, theirs) => assert_eq!(ours, theirs, "{text}"),
        }
    }

    #[test]
    fn json_is_read_as_serde_json_reads_it() {
        for text in GOOD {
            assert!(parse(text).is_some(), "{text}");
            held_against_serde(text);
        }
        let whole = parse("[1,2.5]").unwrap();
        assert_eq!((whole[0].as_u64(), whole[1].as_f64()), (Some(1), Some(2.5)));
    }

    #[test]
    fn what_is_no_json_is_nothing() {
        for text in [
            "", "{", "[1,]", "[1 2]", "01", "1.", ".5", "+1", "1e", "nul", "\"", "\"\n\"",
            r#""\x""#, r#"{"a"}"#,
        ] {
            assert_eq!(parse(text), None, "{text}");
            held_against_serde(text);
        }
        for text in [
            r#""\ud83d""#,
            r#""\ud83d\u0041""#,
            r#""\ude00""#,
            "{a:1}",
            "[] []",
            "1e999",
            "- 1",
            "true1",
        ] {
            assert_eq!(parse(text), None, "{text}");
            held_against_serde(text);
        }
    }

    #[test]
    fn a_text_that_is_nested_without_end_is_no_danger() {
        for depth in [127, 128, 100_000] {
            held_against_serde(&format!("{}{}", "[".repeat(depth), "]".repeat(depth)));
        }
    }

    #[test]
    fn whatever_is_damaged_is_read_alike() {
        let marks = b"\"\\{}[],:0123456789eE.-+u tfn/\x01";
        let mut chance = 1_u64;
        let mut below = |bound: usize| {
            chance = chance
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (chance >> 33) as usize % bound
        };
        for text in GOOD.iter().cycle().take(20_000) {
            let mut bytes = text.as_bytes().to_vec();
            for _ in 0..=below(2) {
                let place = below(bytes.len());
                bytes[place] = marks[below(marks.len())];
            }
            if let Ok(text) = str::from_utf8(&bytes) {
                held_against_serde(text);
            }
        }
    }
}

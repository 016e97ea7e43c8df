//! Where in a Rust text strings, comments and code begin and end, and what its strings say. It names
//! nothing of this crate: tests of pages read their samples by the same file.

/// What the next character of a Rust text belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Inside {
    Code,
    LineComment,
    /// So many comments deep.
    Comment(usize),
    Text,
    /// A raw string that ends with so many hashes.
    Raw(usize),
}

/// How many characters belong together here, and where the next one stands.
pub fn step(rest: &[char], inside: Inside) -> (usize, Inside) {
    match (inside, rest) {
        (Inside::LineComment, ['\n', ..]) => (1, Inside::Code),
        (Inside::Comment(1), ['*', '/', ..]) => (2, Inside::Code),
        (Inside::Comment(deep), ['*', '/', ..]) => (2, Inside::Comment(deep - 1)),
        (Inside::Comment(deep), ['/', '*', ..]) => (2, Inside::Comment(deep + 1)),
        (Inside::Text, ['\\', _, ..]) => (2, Inside::Text),
        (Inside::Text, ['"', ..]) => (1, Inside::Code),
        (Inside::Raw(hashes), ['"', behind @ ..]) if hashes_of(behind) >= hashes => {
            (1 + hashes, Inside::Code)
        }
        (Inside::Code, ['/', '/', ..]) => (2, Inside::LineComment),
        (Inside::Code, ['/', '*', ..]) => (2, Inside::Comment(1)),
        (Inside::Code, ['"', ..]) => (1, Inside::Text),
        (Inside::Code, ['r', behind @ ..]) => raw_string(behind).unwrap_or((1, Inside::Code)),
        (Inside::Code, ['\'', behind @ ..]) => character(behind).unwrap_or((1, Inside::Code)),
        _ => (1, inside),
    }
}

fn hashes_of(rest: &[char]) -> usize {
    rest.iter().take_while(|c| **c == '#').count()
}

/// Behind the `r`.
fn raw_string(rest: &[char]) -> Option<(usize, Inside)> {
    let hashes = hashes_of(rest);
    (rest.get(hashes) == Some(&'"')).then_some((2 + hashes, Inside::Raw(hashes)))
}

/// A character behind its first quote: it may be a brace or a quote itself; a lifetime has no
/// second quote.
fn character(inside: &[char]) -> Option<(usize, Inside)> {
    let long = match inside.first()? {
        '\\' => 2 + inside.iter().skip(2).position(|c| *c == '\'')?,
        _ => 1,
    };
    (inside.get(long) == Some(&'\'')).then_some((long + 2, Inside::Code))
}

/// What each string of a text says, which is written there with escapes.
pub fn strings(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let (mut strings, mut said) = (Vec::new(), String::new());
    let (mut at, mut inside) = (0, Inside::Code);
    while at < chars.len() {
        let (taken, then) = step(&chars[at..], inside);
        let here = &chars[at..at + taken];
        match (inside, then) {
            (Inside::Text | Inside::Raw(_), Inside::Code) => {
                strings.push(std::mem::take(&mut said));
            }
            (Inside::Text, _) if here[0] == '\\' => {
                let (c, more) = escaped(&chars[at + 1..]);
                said.extend(c);
                at += 1 + more;
                continue;
            }
            (Inside::Text | Inside::Raw(_), _) => said.extend(here),
            _ => {}
        }
        (at, inside) = (at + taken, then);
    }
    strings
}

/// What stands behind a backslash, and how many characters that takes. A line that ends with one
/// goes on where the next begins.
fn escaped(behind: &[char]) -> (Option<char>, usize) {
    match behind {
        ['n', ..] => (Some('\n'), 1),
        ['t', ..] => (Some('\t'), 1),
        ['r', ..] => (Some('\r'), 1),
        ['0', ..] => (Some('\0'), 1),
        ['u', '{', rest @ ..] => {
            let digits: String = rest.iter().take_while(|c| **c != '}').collect();
            let c = u32::from_str_radix(&digits, 16)
                .ok()
                .and_then(char::from_u32);
            (c, digits.len() + 3)
        }
        ['\n', rest @ ..] => {
            let indent = rest.iter().take_while(|c| c.is_whitespace()).count();
            (None, 1 + indent)
        }
        [c, ..] => (Some(*c), 1),
        [] => (None, 0),
    }
}

#[test]
fn a_string_says_what_it_means() {
    for (text, said) in [
        ("let a = \"b\"; // \"no\"", &["b"][..]),
        (
            "f(\"a\\n\\\"b\\\"\", r#\"c\"\\n\"#, '\"')",
            &["a\n\"b\"", "c\"\\n"],
        ),
        ("\"een \\\n        twee\\u{e9}n\"", &["een tweeén"]),
        ("/* \"no\" */ fn no<'a>() {}", &[]),
    ] {
        assert_eq!(strings(text), said, "{text}");
    }
}

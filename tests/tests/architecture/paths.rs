//! The paths that a Rust text names, `use crate::{a, b::C}` taken apart: `crate::a` and
//! `crate::b::C`.

use crate::code;

/// Each path of two parts or more that the code of a text names, but for what is built for tests
/// alone.
pub fn named(text: &str) -> Vec<Vec<String>> {
    let bare: Vec<String> = code::production(text)
        .into_iter()
        .map(|line| line.bare)
        .collect();
    let bare = bare.join("\n");
    let tokens = tokens(&bare);
    let (mut paths, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        at = path(&tokens, at, &[], &mut paths).max(at + 1);
    }
    paths.retain(|path| path.len() > 1);
    paths
}

/// Words, `::`, and every other character by itself.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let long = match first {
            c if is_word(c) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            ':' if rest.starts_with("::") => 2,
            c => c.len_utf8(),
        };
        tokens.push(&rest[..long]);
        rest = rest[long..].trim_start();
    }
    tokens
}

/// Reads the path that begins here, or the paths of a group; gives where the next token is.
fn path(tokens: &[&str], mut at: usize, before: &[String], paths: &mut Vec<Vec<String>>) -> usize {
    let mut parts = before.to_vec();
    while let Some(token) = tokens.get(at) {
        match *token {
            "{" if parts.len() > before.len() => return group(tokens, at + 1, &parts, paths),
            word if word.starts_with(|c: char| c.is_alphabetic() || c == '_') => {
                parts.push(word.to_owned())
            }
            _ => break,
        }
        at += 1;
        if tokens.get(at) != Some(&"::") {
            break;
        }
        at += 1;
    }
    if parts.len() > before.len() {
        paths.push(parts);
    }
    at
}

/// Reads what stands between the braces of a `use`.
fn group(tokens: &[&str], mut at: usize, before: &[String], paths: &mut Vec<Vec<String>>) -> usize {
    while let Some(token) = tokens.get(at) {
        match *token {
            "}" => return at + 1,
            "as" => at += 2,
            _ => at = path(tokens, at, before, paths).max(at + 1),
        }
    }
    at
}

#[test]
fn every_path_is_read() {
    let cases: [(&str, &[&str]); 9] = [
        ("use crate::a::B;", &["crate::a::B"]),
        (
            "pub(crate) use super::{self, a, b::{C as D, e::*}};",
            &["super::self", "super::a", "super::b::C", "super::b::e"],
        ),
        (
            "use crate::{\n    a::B,\n    c,\n};",
            &["crate::a::B", "crate::c"],
        ),
        (
            "let x = a::b(c::d::<E>(), crate::f::G { h });",
            &["a::b", "c::d", "crate::f::G"],
        ),
        ("impl super::A for crate::B {}", &["super::A", "crate::B"]),
        ("let x = \"crate::a\"; // crate::b", &[]),
        ("#[cfg(test)]\nmod tests;\nuse crate::a;", &["crate::a"]),
        ("#[cfg(test)]\nmod tests {\n    use crate::a;\n}", &[]),
        ("match a { B => {}, c => d { e } }", &[]),
    ];
    for (text, expected) in cases {
        let found: Vec<String> = named(text).iter().map(|path| path.join("::")).collect();
        assert_eq!(found, expected, "{text}");
    }
}

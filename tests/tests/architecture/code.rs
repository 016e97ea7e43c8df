//! What of a Rust text is code: comments taken out, strings known as such, items that are built for
//! tests alone left out.

use crate::lexer::{Inside, step};

/// A line of code without its comments. A name may stand in a string; a brace or a path in one
/// means nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeLine {
    /// Counted from 1.
    pub number: usize,
    pub text: String,
    /// The same with blanks for every string.
    pub bare: String,
}

/// The lines of a text that hold code.
pub fn lines(text: &str) -> Vec<CodeLine> {
    let chars: Vec<char> = text.chars().collect();
    let mut lines = vec![CodeLine {
        number: 1,
        text: String::new(),
        bare: String::new(),
    }];
    let (mut at, mut inside) = (0, Inside::Code);
    while at < chars.len() {
        let (taken, then) = step(&chars[at..], inside);
        let string = matches!(inside, Inside::Text | Inside::Raw(_))
            || matches!(then, Inside::Text | Inside::Raw(_));
        let comment = matches!(inside, Inside::Comment(_))
            || matches!(then, Inside::Comment(_) | Inside::LineComment);
        for &c in &chars[at..at + taken] {
            if c == '\n' {
                lines.push(CodeLine {
                    number: lines.len() + 1,
                    text: String::new(),
                    bare: String::new(),
                });
            } else if let (false, Some(line)) = (comment, lines.last_mut()) {
                line.text.push(c);
                line.bare.push(if string || taken > 1 { ' ' } else { c });
            }
        }
        (at, inside) = (at + taken, then);
    }
    lines.retain(|line| !line.text.trim().is_empty());
    lines
}

/// The lines that are built for others than tests: without each item under `#[cfg(test)]`, and with
/// all that stands behind it.
pub fn production(text: &str) -> Vec<CodeLine> {
    let mut kept = Vec::new();
    let mut lines = lines(text).into_iter();
    while let Some(line) = lines.next() {
        match behind_the_attribute(&line.bare) {
            Some(item) => skip_item(item.to_owned(), &mut lines),
            None => kept.push(line),
        }
    }
    kept
}

/// What stands behind `#[cfg(test)]` or `#[cfg(all(test, …))]` on a line that begins so.
fn behind_the_attribute(bare: &str) -> Option<&str> {
    let bare = bare.trim_start();
    let rest = bare
        .strip_prefix("#[cfg(test)")
        .or_else(|| bare.strip_prefix("#[cfg(all(test,"))?;
    rest.split_once(']').map(|(_, item)| item)
}

/// Goes past one item: to the `;` or the `}` that ends it, to the comma behind a field, or to the
/// end of what is around it.
fn skip_item(begun: String, lines: &mut impl Iterator<Item = CodeLine>) {
    let (mut deep, mut first) = (0_usize, true);
    let mut line = Some(begun);
    while let Some(bare) = line {
        let bare = bare.trim();
        for c in bare.chars() {
            match c {
                '{' | '(' | '[' => deep += 1,
                '}' | ')' | ']' if deep == 0 => return,
                '}' | ')' | ']' => deep -= 1,
                _ => {}
            }
        }
        let is_field = first
            && bare
                .split_once(':')
                .is_some_and(|(_, kind)| !kind.starts_with(':'));
        if deep == 0 && (bare.ends_with([';', '}']) || (is_field && bare.ends_with(','))) {
            return;
        }
        first &= bare.is_empty() || bare.starts_with("#[");
        line = lines.next().map(|line| line.bare);
    }
}

#[test]
fn comments_are_no_code_and_strings_are_no_paths() {
    let cases = [
        ("let a = 1; // tokio::spawn", "let a = 1; ", "let a = 1; "),
        (
            "let a = \"http://x\"; b()",
            "let a = \"http://x\"; b()",
            "let a =           ; b()",
        ),
        ("let a = /* { /* ( */ } */ 1;", "let a =  1;", "let a =  1;"),
        (
            "let a = r#\"{\"//\"#; b()",
            "let a = r#\"{\"//\"#; b()",
            "let a =          ; b()",
        ),
        (
            "let a = '{'; b('\"')",
            "let a = '{'; b('\"')",
            "let a =    ; b(   )",
        ),
        (
            "let a = '\\''; b()",
            "let a = '\\''; b()",
            "let a =     ; b()",
        ),
        (
            "fn a<'a>(b: &'a str) {}",
            "fn a<'a>(b: &'a str) {}",
            "fn a<'a>(b: &'a str) {}",
        ),
        (
            "let a = \"\\\"{\"; b()",
            "let a = \"\\\"{\"; b()",
            "let a =      ; b()",
        ),
    ];
    for (source, text, bare) in cases {
        let found = lines(source);
        assert_eq!(found.len(), 1, "{source}");
        assert_eq!(
            (found[0].text.as_str(), found[0].bare.trim_end()),
            (text, bare.trim_end()),
            "{source}"
        );
    }
    let numbers: Vec<usize> = lines("a\n\n// b\n\"c\nd\"\ne")
        .iter()
        .map(|line| line.number)
        .collect();
    assert_eq!(numbers, [1, 4, 5, 6]);
}

#[test]
fn only_the_item_under_the_attribute_is_left_out() {
    let items = [
        "mod tests;",
        "pub(crate) mod tests;",
        "mod tests {\n    fn a() { let b = '}'; let c = \"}\"; }\n}",
        "use crate::a::{b, c};",
        "use crate::a::{\n    b,\n    c,\n};",
        "fn a(b: [u8; 2]) -> u8 {\n    b[0]\n}",
        "#[allow(dead_code)]\n#[path = \"a.rs\"]\nmod a;",
        "/// Says { so.\nimpl A {\n    fn b() {}\n}",
        "const A: [u8; 2] = [1, 2];",
        "struct A(u8);",
        "fn a<B>() -> B\nwhere\n    B: Default,\n{\n    B::default()\n}",
        "field: u8,",
    ];
    for item in items {
        for attribute in [
            "#[cfg(test)]\n",
            "#[cfg(test)] ",
            "    #[cfg(test)]\n",
            "#[cfg(all(test, feature = \"a\"))]\n",
        ] {
            let text = format!("let before;\n{attribute}{item}\nlet behind;\n");
            let left: Vec<String> = production(&text)
                .into_iter()
                .map(|line| line.text)
                .collect();
            assert_eq!(left, ["let before;", "let behind;"], "{text}");
        }
    }
}

//! Plain text as Markdown that means exactly that text.

use crate::deck::grammar::spelling;
use crate::image::Image;

/// Behind `# `.
pub(crate) fn heading(text: &str) -> String {
    let before = text.trim_end_matches('#');
    let marks = "\\#".repeat(text.len() - before.len());
    escaped(before, false) + &marks
}

/// Behind `- `, where a first mark could begin a heading, a list or a quote, and braces a marker.
pub(crate) fn item(text: &str) -> String {
    let escaped = unlike_setting(escaped(text, true));
    if escaped.starts_with(['#', '>', '+', '-']) {
        return format!("\\{escaped}");
    }
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    let number = digits > 0 && escaped[digits..].starts_with(['.', ')']);
    if number {
        format!("{}\\{}", &escaped[..digits], &escaped[digits..])
    } else {
        escaped
    }
}

/// A text that looks like a setting, such as `ask: choice`, is none where a mark stands before its
/// colon.
fn unlike_setting(text: String) -> String {
    if !spelling::is_like_setting(&text) {
        return text;
    }
    match text.find(spelling::COLONS) {
        Some(place) if text.is_char_boundary(place + 1) => {
            format!("{}\\{}", &text[..place], &text[place..])
        }
        Some(place) => {
            let colon = text[place..].chars().next().unwrap_or(':');
            format!(
                "{}&#{};{}",
                &text[..place],
                u32::from(colon),
                &text[place + colon.len_utf8()..]
            )
        }
        None => text,
    }
}

/// An option in `{choice …|…}`: its bars are its own, and the word `optional` is no setting.
pub(crate) fn choice(text: &str) -> String {
    escaped(text, true)
        .replace('|', "\\|")
        .replace("optional", "opti&#111;nal")
}

/// A picture.
pub(crate) fn image(image: &Image) -> String {
    format!(
        "![{}]({})",
        escaped(&image.alt, true),
        address(&image.source)
    )
}

fn address(source: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"/.-_:;,+=?%".contains(&b);
    if !source.is_empty() && source.bytes().all(plain) {
        return source.to_owned();
    }
    let mut address = String::from("<");
    for c in source.chars() {
        // A `!` behind the first mark could begin a comment.
        if matches!(c, '<' | '>' | '\\' | '&' | '!') {
            address.push('\\');
        }
        address.push(c);
    }
    address + ">"
}

/// A backslash before every mark that would mean something.
fn escaped(text: &str, braces: bool) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (index, c) in text.char_indices() {
        let rest = &text[index + c.len_utf8()..];
        let special = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' => true,
            '{' | '}' => braces,
            '<' => rest.starts_with(|next: char| {
                next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')
            }),
            '&' => is_entity(rest),
            _ => false,
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// What stands behind an `&` that could make it a letter: `amp;`, `#38;`.
fn is_entity(rest: &str) -> bool {
    let name = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
    name.len() < rest.len() && name.starts_with(';')
}

//! Marks of Markdown at the beginning of an item.

use crate::deck::text::plain::quote;

/// The width of a list mark with the blanks behind it.
pub(super) fn list_mark(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mark = match text.as_bytes().get(digits)? {
        b'-' | b'+' | b'*' if digits == 0 => 1,
        b'.' | b')' if (1..=9).contains(&digits) => digits + 1,
        _ => return None,
    };
    let rest = &text[mark..];
    (rest.is_empty() || rest.starts_with([' ', '\t'])).then_some(mark)
}

/// An item of one line that begins with a mark of Markdown, with that mark as text: `- 1\. mei`, `-
/// \> 5`.
pub(super) fn as_text(item: &str) -> Option<String> {
    let item = item.trim();
    let (bullet, text) = item.split_at(list_mark(item)?);
    let text = text.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mark = match text.as_bytes().get(digits)? {
        b'.' | b')' if digits > 0 => digits,
        b'>' | b'#' | b'+' | b'-' | b'*' if digits == 0 => 0,
        _ => return None,
    };
    (!text.contains('\n')).then(|| format!("{bullet} {}\\{}", &text[..mark], quote(&text[mark..])))
}

/// Quotes and lists inside one another on one line; a page can show no more, and each costs time.
const NESTED_MAX: usize = 16;

/// Whether a line opens more quotes and lists inside one another than is bearable.
pub(super) fn is_too_deep(line: &str) -> bool {
    let mut rest = line.trim_start();
    let rule =
        |mark: char| rest.starts_with(mark) && rest.chars().all(|c| c == mark || c.is_whitespace());
    if rule('-') || rule('*') {
        return false;
    }
    let mut depth = 0;
    loop {
        let width = if rest.starts_with('>') {
            Some(1)
        } else {
            list_mark(rest)
        };
        let Some(width) = width else { return false };
        depth += 1;
        if depth > NESTED_MAX {
            return true;
        }
        rest = rest.get(width..).unwrap_or_default().trim_start();
    }
}

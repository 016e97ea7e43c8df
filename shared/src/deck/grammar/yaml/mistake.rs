//! What most likely was meant where YAML can't be read, from what is written there: a quote that
//! nobody closes, a text behind a bracket, a value that begins with a mark. The parser says where
//! it gave up; why, it says in words that may change with any version of it.

use super::list_mark;
use crate::deck::problem::YamlError;

/// Marks with which no text may begin.
const MARKS: [char; 9] = ['@', '`', '%', '&', '*', '!', '|', '>', ','];
/// What may follow a backslash between double quotes; a line may end there, too.
const ESCAPES: &str = "0abt\tnvfre \"/\\N_LPxuU";

/// What is wrong, and in which line of the text, from 0.
pub(super) type Mistake = (usize, YamlError);

/// The first mistake up to where reading failed.
pub(super) fn find(text: &str, failed: usize) -> Mistake {
    let mut scan = Scan {
        lines: text.lines().collect(),
        at: 0,
        text: None,
    };
    // Some that begin in a line are given up only when the next one does not fit.
    while scan.at <= failed + 1 && scan.at < scan.lines.len() {
        if let Err(mistake) = scan.line() {
            return mistake;
        }
        scan.at += 1;
    }
    (failed, YamlError::Other)
}

struct Scan<'a> {
    lines: Vec<&'a str>,
    at: usize,
    /// How far the key stands in whose text without quotes may go on below it.
    text: Option<usize>,
}

impl<'a> Scan<'a> {
    fn line(&mut self) -> Result<(), Mistake> {
        let line = self.lines[self.at];
        let content = line.trim_start_matches([' ', '\t']);
        let (blanks, indent) = (
            &line[..line.len() - content.len()],
            line.len() - content.len(),
        );
        if is_over(content) {
            return Ok(());
        }
        if blanks.contains('\t') {
            return Err((self.at, YamlError::Tab));
        }
        let goes_on = self.text.take().filter(|key| indent > *key);
        let item = in_list(content);
        if item.is_empty() {
            return Ok(());
        }
        if item.starts_with(['"', '\'', '[', '{'])
            || item.starts_with(MARKS)
            || item.starts_with([']', '}'])
        {
            return self.value(item, indent);
        }
        match (colon(item), goes_on) {
            (Some(_), Some(_)) => Err((self.at, YamlError::Colon)),
            // The key of an item stands further in than its line.
            (Some(colon), None) => self.value(&item[colon + 1..], line.len() - item.len()),
            (None, goes_on) => {
                self.text = goes_on;
                let stray = goes_on.is_none() && indent == 0 && list_mark(content).is_none();
                if stray {
                    Err((self.at, YamlError::Stray))
                } else {
                    Ok(())
                }
            }
        }
    }

    /// What stands behind a key, or an item of a list.
    fn value(&mut self, value: &'a str, indent: usize) -> Result<(), Mistake> {
        let value = value.trim_start_matches([' ', '\t']);
        let first = value.chars().next().unwrap_or('#');
        match first {
            '#' => Ok(()),
            '"' | '\'' => {
                let begun = self.at;
                let behind = self.quoted(value)?;
                self.behind(behind, begun, YamlError::Quote, indent)
            }
            '[' | '{' => {
                let begun = self.at;
                let behind = self.flow(value)?;
                self.behind(behind, begun, YamlError::Bracket, indent)
            }
            ']' | '}' => Err((self.at, YamlError::Bracket)),
            '|' | '>'
                if is_over(
                    value[1..]
                        .trim_start_matches(|c: char| c.is_ascii_digit() || c == '-' || c == '+'),
                ) =>
            {
                self.skip_block(indent);
                Ok(())
            }
            _ if value.starts_with(MARKS) || value.starts_with("- ") || value.starts_with("? ") => {
                Err((self.at, YamlError::Mark))
            }
            _ => {
                self.text = Some(indent);
                if colon(value).is_some() {
                    Err((self.at, YamlError::Colon))
                } else {
                    Ok(())
                }
            }
        }
    }

    /// What stands behind what was closed: nothing, or, where that was a key, its value.
    fn behind(
        &mut self,
        behind: &'a str,
        begun: usize,
        trouble: YamlError,
        indent: usize,
    ) -> Result<(), Mistake> {
        let rest = behind.trim_start();
        match rest
            .strip_prefix(':')
            .filter(|rest| rest.is_empty() || rest.starts_with(' '))
        {
            Some(value) if begun == self.at => self.value(value, indent),
            _ if is_over(rest) => Ok(()),
            _ => Err((begun, trouble)),
        }
    }

    /// Reads to the end of a quoted text, which may be lines below; gives what stands behind it
    /// there.
    fn quoted(&mut self, text: &'a str) -> Result<&'a str, Mistake> {
        let (begun, quote) = (self.at, &text[..1]);
        let mut rest = &text[1..];
        loop {
            let Some(at) = rest.find(['\\', '"', '\'']) else {
                rest = self
                    .below()
                    .filter(|line| !line.starts_with("---"))
                    .ok_or((begun, YamlError::Quote))?;
                continue;
            };
            let (found, after) = (&rest[at..=at], &rest[at + 1..]);
            rest = match (quote, found) {
                ("\"", "\\") => escaped(after).ok_or((self.at, YamlError::Quote))?,
                ("'", "'") if after.starts_with('\'') => &after[1..],
                _ if found == quote => return Ok(after),
                _ => after,
            };
        }
    }

    /// Reads to the end of what stands between brackets, which may be lines below; gives what
    /// stands behind it there.
    fn flow(&mut self, text: &'a str) -> Result<&'a str, Mistake> {
        let begun = self.at;
        let (mut closers, mut rest) = (Vec::new(), text);
        let mut before = Preceding::Begin;
        loop {
            let content = rest.trim_start();
            if content.is_empty() || (content.starts_with('#') && content.len() < rest.len()) {
                rest = self.below().ok_or((begun, YamlError::Bracket))?;
                continue;
            }
            let first = content.chars().next().unwrap_or_default();
            let after = &content[first.len_utf8()..];
            (before, rest) = match first {
                '[' | '{' if before.wants_value() => {
                    closers.push(if first == '[' { ']' } else { '}' });
                    (Preceding::Begin, after)
                }
                ']' | '}' if closers.pop() == Some(first) => {
                    if closers.is_empty() {
                        return Ok(after);
                    }
                    (Preceding::Closed, after)
                }
                ',' if before != Preceding::Begin => (Preceding::Begin, after),
                ':' if before != Preceding::Value => (
                    if before == Preceding::Begin {
                        before
                    } else {
                        Preceding::Key
                    },
                    after,
                ),
                '"' | '\'' if before != Preceding::Closed && before != Preceding::Value => {
                    (Preceding::Closed, self.quoted(content)?)
                }
                c if MARKS.contains(&c) && before.wants_value() => {
                    return Err((self.at, YamlError::Mark));
                }
                '[' | ']' | '{' | '}' | ',' | ':' | '"' | '\'' => {
                    return Err(self.bracket(begun, after));
                }
                _ if before == Preceding::Closed => return Err(self.bracket(begun, after)),
                _ => plain(content, before),
            };
        }
    }

    /// What stands between brackets is wrong here, or was never meant to be between them, where
    /// none closes.
    fn bracket(&self, begun: usize, rest: &str) -> Mistake {
        let closes = |text: &str| text.contains([']', '}']);
        let closed = self.at == begun
            || closes(rest)
            || self.lines[self.at + 1..].iter().any(|line| closes(line));
        (if closed { self.at } else { begun }, YamlError::Bracket)
    }

    /// The next line, where there is one.
    fn below(&mut self) -> Option<&'a str> {
        let line = self.lines.get(self.at + 1).copied();
        self.at += usize::from(line.is_some());
        line
    }

    /// Passes over the lines of a text that is set in further than its key.
    fn skip_block(&mut self, indent: usize) {
        let inside =
            |line: &&str| line.trim().is_empty() || line.starts_with(&" ".repeat(indent + 1));
        while self.lines.get(self.at + 1).is_some_and(inside) {
            self.at += 1;
        }
    }
}

/// What stands between brackets before the next mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Preceding {
    /// A bracket that opens, or a comma.
    Begin,
    /// Something that is whole: a quoted text, a list.
    Closed,
    /// A text without quotes that may be a key.
    Text,
    /// A key and its colon.
    Key,
    /// A text without quotes behind a key.
    Value,
}

impl Preceding {
    fn wants_value(self) -> bool {
        matches!(self, Self::Begin | Self::Key)
    }
}

/// A text without quotes between brackets; what is behind it.
fn plain(text: &str, before: Preceding) -> (Preceding, &str) {
    let ends = |(at, c): (usize, char)| {
        ",[]{}".contains(c)
            || (c == ':'
                && text[at + 1..]
                    .chars()
                    .next()
                    .is_none_or(|next| " ,[]{}".contains(next)))
    };
    let end = text
        .char_indices()
        .find(|&found| ends(found))
        .map_or(text.len(), |(at, _)| at);
    let comment = text[..end].find(" #").unwrap_or(end);
    (
        if before == Preceding::Key || before == Preceding::Value {
            Preceding::Value
        } else {
            Preceding::Text
        },
        &text[comment..],
    )
}

/// What follows an escape between double quotes; nothing where it is none.
fn escaped(after: &str) -> Option<&str> {
    let Some(escape) = after.chars().next() else {
        return Some(after);
    };
    ESCAPES
        .contains(escape)
        .then(|| &after[escape.len_utf8()..])
}

/// What a line holds behind the marks of lists.
fn in_list(mut content: &str) -> &str {
    while let Some(item) = content.strip_prefix("- ") {
        content = item.trim_start();
    }
    if content == "-" { "" } else { content }
}

/// Where the colon stands that ends a key.
fn colon(text: &str) -> Option<usize> {
    let text = text
        .split_once(" #")
        .map_or(text, |(text, _)| text)
        .trim_end();
    text.find(": ")
        .or_else(|| text.strip_suffix(':').map(str::len))
}

/// Whether nothing follows, or a comment.
fn is_over(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.is_empty() || rest.starts_with('#')
}

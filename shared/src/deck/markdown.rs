//! Markdown of slides: which of it there is, and what a page shows of it.
//!
//! Safe by construction: what is written is a short list of elements of our own, so nothing that a
//! deck says can become an element, an attribute or an address that is not on that list. HTML in a
//! deck is shown as the text that it is.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

mod address;
mod looks;
mod writer;

pub use address::shows_image;

/// What a page shows of a text. Headings begin at `h2`, below the prompt. Classes: `big-number` on
/// a paragraph that is one number in bold, `agenda` on a table whose first column is times,
/// `center` and `right` on table cells.
pub fn html(markdown: &str) -> String {
    writer::write(&events(markdown))
}

/// How a row of an agenda stands to the part that runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum RowMark {
    /// It comes later, or nothing runs.
    #[default]
    None,
    /// It is over.
    Past,
    /// It runs.
    Now,
    /// It is left out.
    Out,
}

/// The rows of the first table whose first column is times: when each begins, `13:30`, where it
/// says so, and what stands in the next column.
pub(super) fn agenda(markdown: &str) -> Vec<(Option<String>, String)> {
    let events = events(markdown);
    writer::agenda(&events)
        .map(rows)
        .unwrap_or_default()
        .into_iter()
        .filter_map(|cells| {
            let [time, text, ..] = cells.as_slice() else {
                return None;
            };
            Some((looks::clock(time), text.trim().to_owned()))
        })
        .collect()
}

/// That table alone, with a mark for each of its rows.
pub(super) fn agenda_html(markdown: &str, marks: &[RowMark]) -> String {
    let events = events(markdown);
    let table = writer::agenda(&events);
    table.map_or_else(String::new, |table| writer::marked(table, marks))
}

/// A text as it stands in a cell of a table.
pub(super) fn cell(text: &str) -> String {
    let special = |c: char| {
        matches!(
            c,
            '|' | '\\' | '*' | '_' | '`' | '<' | '[' | '~' | '!' | '&'
        )
    };
    let mut cell = String::with_capacity(text.len());
    for c in text.chars() {
        if special(c) {
            cell.push('\\');
        }
        cell.push(if c.is_control() { ' ' } else { c });
    }
    cell
}

/// The cells of a table's rows, without its head.
fn rows(table: &[Event<'_>]) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut in_row = false;
    for (index, event) in table.iter().enumerate() {
        match event {
            Event::Start(Tag::TableRow) => {
                in_row = true;
                rows.push(Vec::new());
            }
            Event::Start(Tag::TableCell) if in_row => {
                let cell = text_of(&table[index..]);
                rows.last_mut()
                    .into_iter()
                    .for_each(|row| row.push(cell.clone()));
            }
            _ => {}
        }
    }
    rows
}

/// The text alone, a line per block.
pub fn plain(markdown: &str) -> String {
    let mut text = String::new();
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Text(words)
            | Event::Code(words)
            | Event::InlineHtml(words)
            | Event::Html(words) => text += &words,
            Event::SoftBreak | Event::End(TagEnd::TableCell) => text.push(' '),
            Event::HardBreak | Event::Rule => text.push('\n'),
            Event::Start(tag) if begins_line(&tag) && !text.ends_with('\n') => text.push('\n'),
            _ => {}
        }
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// CommonMark with tables and ~~strikethrough~~.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH
}

/// The addresses of the pictures in a text, in order.
pub(super) fn image_sources(markdown: &str) -> Vec<String> {
    let sources = Parser::new_ext(markdown, options()).filter_map(|event| match event {
        Event::Start(Tag::Image { dest_url, .. }) => Some(dest_url.into_string()),
        _ => None,
    });
    sources.collect()
}

/// Whether a text has a list of its own with at least two items.
pub(super) fn has_choices(markdown: &str) -> bool {
    let mut depth = 0;
    let mut items = 0;
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Start(tag) => {
                items += usize::from(depth == 1 && tag == Tag::Item);
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    items > 1
}

fn events(markdown: &str) -> Vec<Event<'_>> {
    Parser::new_ext(markdown, options()).collect()
}

fn begins_line(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::List(_)
            | Tag::Item
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
    )
}

/// The text of events up to the end of the element that they begin with.
fn text_of(events: &[Event<'_>]) -> String {
    let mut text = String::new();
    let mut depth = 0;
    for event in events {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Text(words) | Event::Code(words) | Event::InlineHtml(words) => text += words,
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    text
}

#[cfg(test)]
mod tests;

//! Writes the elements that a page may have. Whatever has no arm of its own leaves only its text.

use pulldown_cmark::{Alignment, Event, HeadingLevel, Tag, TagEnd};

use super::address::{link, shows_image};
use super::looks::{is_number, is_time};
use super::{RowMark, text_of};

/// Elements inside one another; what is deeper is written without elements of its own.
const DEPTH_MAX: usize = 64;

pub(super) fn write(events: &[Event<'_>]) -> String {
    let mut writer = HtmlWriter::default();
    let mut at = 0;
    while at < events.len() {
        at += writer.event(&events[at..]);
    }
    writer.html
}

/// The events of the first agenda among these.
pub(super) fn agenda<'e, 'a>(events: &'e [Event<'a>]) -> Option<&'e [Event<'a>]> {
    let tables = events.iter().enumerate();
    let mut tables = tables.filter(|(_, event)| matches!(event, Event::Start(Tag::Table(_))));
    tables.find_map(|(index, _)| {
        let table = &events[index..];
        is_agenda(table).then(|| &table[..length(table)])
    })
}

/// An agenda, with a mark for each of its rows.
pub(super) fn marked(table: &[Event<'_>], marks: &[RowMark]) -> String {
    let mut writer = HtmlWriter::default();
    let mut marks = marks.iter();
    let mut at = 0;
    while at < table.len() {
        if table[at] == Event::Start(Tag::TableRow) {
            writer.mark = marks.next().copied().unwrap_or(RowMark::None);
            if writer.mark == RowMark::Out {
                at += length(&table[at..]);
                continue;
            }
        }
        at += writer.event(&table[at..]);
    }
    writer.html
}

#[derive(Default)]
struct HtmlWriter {
    html: String,
    /// How each open element ends.
    ends: Vec<&'static str>,
    table: TableState,
    /// How the next row stands to the part of the agenda that runs.
    mark: RowMark,
}

#[derive(Default)]
struct TableState {
    columns: Vec<Alignment>,
    column: usize,
    in_head: bool,
    agenda: bool,
}

impl HtmlWriter {
    /// Writes the first of these events, and says how many that were.
    fn event(&mut self, events: &[Event<'_>]) -> usize {
        match &events[0] {
            Event::Start(Tag::Image { dest_url, .. }) => return self.image(dest_url, events),
            Event::Start(tag) => self.start(tag, events),
            Event::End(tag) => self.end(tag),
            Event::Code(text) => {
                self.html += "<code>";
                self.text(text);
                self.html += "</code>";
            }
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(text),
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.text(text)
            }
            Event::SoftBreak => self.html.push('\n'),
            Event::HardBreak => self.html += "<br>\n",
            Event::Rule => self.html += "<hr>\n",
            Event::TaskListMarker(_) => {}
        }
        1
    }

    fn start(&mut self, tag: &Tag<'_>, events: &[Event<'_>]) {
        match tag {
            Tag::Paragraph if is_big_number(events) => {
                self.open("<p class=\"big-number\">", "</p>\n")
            }
            Tag::Paragraph | Tag::HtmlBlock => self.open("<p>", "</p>\n"),
            Tag::Heading { level, .. } => self.heading(*level),
            Tag::BlockQuote(_) => self.open("<blockquote>\n", "</blockquote>\n"),
            Tag::CodeBlock(_) => self.open("<pre><code>", "</code></pre>\n"),
            Tag::List(None) => self.open("<ul>\n", "</ul>\n"),
            Tag::List(Some(1)) => self.open("<ol>\n", "</ol>\n"),
            Tag::List(Some(start)) => self.open(&format!("<ol start=\"{start}\">\n"), "</ol>\n"),
            Tag::Item => self.open("<li>", "</li>\n"),
            Tag::Emphasis => self.open("<em>", "</em>"),
            Tag::Strong => self.open("<strong>", "</strong>"),
            Tag::Strikethrough => self.open("<del>", "</del>"),
            Tag::Table(columns) => self.table(columns, events),
            Tag::TableHead => self.row("<thead><tr>", "</tr></thead>\n<tbody>\n", true),
            Tag::TableRow => {
                let start = match std::mem::take(&mut self.mark) {
                    RowMark::None | RowMark::Out => "<tr>",
                    RowMark::Past => "<tr class=\"past\">",
                    RowMark::Now => "<tr class=\"now\" aria-current=\"step\">",
                };
                self.row(start, "</tr>\n", false);
            }
            Tag::TableCell => self.cell(events),
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => match link(*link_type, dest_url) {
                Some(address) => {
                    let tag = format!(
                        "<a href=\"{}\" rel=\"noopener noreferrer\">",
                        escaped(&address)
                    );
                    self.open(&tag, "</a>");
                }
                None => self.open("", ""),
            },
            _ => self.open("", ""),
        }
    }

    fn end(&mut self, tag: &TagEnd) {
        self.html += self.ends.pop().unwrap_or_default();
        if *tag == TagEnd::TableHead {
            self.table.in_head = false;
        }
    }

    /// Parts of tables are always written: without its rows a table is none, and they nest no
    /// deeper.
    fn open(&mut self, start: &str, end: &'static str) {
        if self.ends.len() < DEPTH_MAX {
            self.html += start;
            self.ends.push(end);
        } else {
            self.ends.push("");
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        match level {
            HeadingLevel::H1 => self.open("<h2>", "</h2>\n"),
            HeadingLevel::H2 => self.open("<h3>", "</h3>\n"),
            HeadingLevel::H3 => self.open("<h4>", "</h4>\n"),
            HeadingLevel::H4 => self.open("<h5>", "</h5>\n"),
            HeadingLevel::H5 | HeadingLevel::H6 => self.open("<h6>", "</h6>\n"),
        }
    }

    fn table(&mut self, columns: &[Alignment], events: &[Event<'_>]) {
        let agenda = is_agenda(events);
        self.table = TableState {
            columns: columns.to_vec(),
            agenda,
            ..TableState::default()
        };
        let start = if agenda {
            "<table class=\"agenda\">\n"
        } else {
            "<table>\n"
        };
        self.open(start, "</tbody></table>\n");
    }

    fn row(&mut self, start: &str, end: &'static str, in_head: bool) {
        self.table.column = 0;
        self.table.in_head = in_head;
        self.open(start, end);
    }

    /// A head without a text heads nothing; in an agenda the time heads its row.
    fn cell(&mut self, events: &[Event<'_>]) {
        let column = self.table.column;
        self.table.column += 1;
        let aligned = match self.table.columns.get(column) {
            Some(Alignment::Center) => Some("center"),
            Some(Alignment::Right) => Some("right"),
            _ => None,
        };
        let text = text_of(events);
        let text = text.trim();
        // A time or a number is never taken apart to make room for words beside it.
        let short = (is_time(text) || is_number(text)).then_some("short");
        let classes: Vec<&str> = aligned.into_iter().chain(short).collect();
        let class = if classes.is_empty() {
            String::new()
        } else {
            format!(" class=\"{}\"", classes.join(" "))
        };
        let heads_column = self.table.in_head && !text.is_empty();
        let heads_row = self.table.agenda && !self.table.in_head && column == 0;
        match (heads_column, heads_row) {
            (true, _) => self.open(&format!("<th scope=\"col\"{class}>"), "</th>"),
            (_, true) => self.open(&format!("<th scope=\"row\"{class}>"), "</th>"),
            _ => self.open(&format!("<td{class}>"), "</td>"),
        }
    }

    /// A picture, or what it shows if pages do not show it.
    fn image(&mut self, source: &str, events: &[Event<'_>]) -> usize {
        let alt = text_of(events);
        if shows_image(source) {
            self.html += &format!(
                "<img src=\"{}\" alt=\"{}\">",
                escaped(source),
                escaped(&alt)
            );
        } else {
            self.text(&alt);
        }
        length(events)
    }

    fn text(&mut self, text: &str) {
        self.html += &escaped(text);
    }
}

/// How many events the element has that begins here.
fn length(events: &[Event<'_>]) -> usize {
    let mut depth = 0;
    for (index, event) in events.iter().enumerate() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return index + 1;
        }
    }
    events.len()
}

/// A paragraph of nothing but one number in bold.
fn is_big_number(events: &[Event<'_>]) -> bool {
    let [
        Event::Start(Tag::Paragraph),
        Event::Start(Tag::Strong),
        Event::Text(text),
        rest @ ..,
    ] = events
    else {
        return false;
    };
    matches!(
        rest,
        [
            Event::End(TagEnd::Strong),
            Event::End(TagEnd::Paragraph),
            ..
        ]
    ) && is_number(text)
}

/// A table with times at the start of its rows; some may stand there without one.
fn is_agenda(events: &[Event<'_>]) -> bool {
    let events = &events[..length(events)];
    let rows = events
        .iter()
        .enumerate()
        .filter(|(_, event)| matches!(event, Event::Start(Tag::TableRow)));
    let starts: Vec<String> = rows
        .map(|(index, _)| text_of(&events[index + 1..]))
        .collect();
    let mut starts = starts.iter().map(|start| start.trim());
    let times = starts.clone().filter(|start| is_time(start)).count();
    times > 0 && starts.all(|start| start.is_empty() || is_time(start))
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\'' => escaped += "&#39;",
            '\0' => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}

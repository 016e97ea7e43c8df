//! What somebody pastes: lines as items, a prompt with a list as a question.

use super::DeckText;
use crate::deck::grammar::item::CORRECT;
use crate::deck::grammar::keyword::Keyword;
use crate::deck::grammar::settings::BlockSettings;
use crate::deck::text::plain::tidy;
use crate::deck::text::slug;
use crate::deck::write::inline;
use crate::deck::write::lines::{ListItem, SettingsWriter};
use crate::limits::{LABEL_CHARS, LIST_ITEMS_MAX, OPTIONS_MIN};
use crate::question::Kind;
use crate::text::fits;

/// What stands before an item in the programs that people copy from.
const BULLETS: &[char] = &[
    '-', '*', '+', '•', '◦', '·', '–', '—', '▪', '▫', '●', '○', '■', '□', '☐', '☑', '✓', '✔', '‣',
];
/// More digits than this before a point are a year and no number of an item.
const DIGITS_MAX: usize = 3;

/// The lines of a text as items, without what numbers or marks them.
pub fn items(text: &str) -> Vec<String> {
    let lines = text.split(['\n', '\r']);
    let items = lines.map(|line| tidy(unmarked(line).unwrap_or(line)));
    items.filter(|item| !item.is_empty()).collect()
}

/// A line without its mark, if it has one.
fn unmarked(line: &str) -> Option<&str> {
    let text = line.trim();
    let rest = text.strip_prefix(BULLETS).or_else(|| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let number = (1..=DIGITS_MAX).contains(&digits).then(|| &text[digits..]);
        let letter = text.strip_prefix(|c: char| c.is_ascii_alphabetic());
        let numbered = number.and_then(|rest| rest.strip_prefix(['.', ')']));
        numbered.or_else(|| letter.and_then(|rest| rest.strip_prefix(')')))
    })?;
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| rest.trim_start())
}

impl DeckText {
    /// The text of a new slide that asks what was pasted, with its list if it has one. Nothing
    /// where nothing was pasted.
    pub fn pasted(&self, text: &str) -> Option<String> {
        let lines: Vec<&str> = text.split(['\n', '\r']).collect();
        let said: Vec<&str> = lines
            .into_iter()
            .filter(|line| !line.trim().is_empty())
            .collect();
        let (first, rest) = said.split_first()?;
        let prompt = tidy(unmarked(first).unwrap_or(first).trim_start_matches('#'));
        let list = rest.iter().position(|line| unmarked(line).is_some());
        let is_list = |lines: &[&str]| {
            let short = lines.iter().all(|line| fits(&tidy(line), LABEL_CHARS));
            short && (OPTIONS_MIN..=LIST_ITEMS_MAX).contains(&lines.len())
        };
        let (body, list) = rest.split_at(list.unwrap_or(0));
        let (body, list) = if is_list(list) {
            (body, list)
        } else {
            (rest, &[] as &[&str])
        };
        let mut settings = SettingsWriter::default();
        settings.line("ask", kind_with(!list.is_empty()));
        settings.line(
            "id",
            self.free_id(&slug::made(Some(&prompt), self.slides().len())),
        );
        let mut slide = format!("{}---\n\n# {}", settings.0, inline::heading(&prompt));
        if !body.is_empty() {
            let body: Vec<_> = body.iter().map(|line| inline::item(&tidy(line))).collect();
            slide += &format!("\n\n{}", body.join("\n"));
        }
        let items: Vec<_> = items(&list.join("\n"))
            .iter()
            .map(|item| written(item))
            .collect();
        if !items.is_empty() {
            slide += &format!("\n\n{}", items.join("\n"));
        }
        Some(slide.replace('\n', self.newline))
    }
}

/// The first kind that takes a list out of its text, or that takes none.
pub(super) fn kind_with(list: bool) -> &'static str {
    let mut problems = Vec::new();
    let nothing = BlockSettings {
        entries: &[],
        problems: &mut problems,
    };
    let mut kinds = Kind::ALL.iter();
    let found = kinds.find(|kind| (kind.format().takes)(&nothing).lists == list);
    found.map_or("", |kind| kind.word())
}

/// An item; one that says so is right.
fn written(item: &str) -> String {
    let label = item.strip_suffix(CORRECT).map(str::trim_end);
    let marks = [(label.is_some(), CORRECT)];
    ListItem::new(label.unwrap_or(item), None, &marks).written()
}

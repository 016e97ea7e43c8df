//! Whole slides, and the deck's own settings: added, copied, moved, taken out, written anew. What
//! stands between two slides stays between them.

use std::ops::Range;

use super::block::{NewLines, SettingBlock, expected};
use super::lines::{RawLines, split};
use super::slide::SlideText;
use super::value::{SettingValue, same_entries};
use super::{DeckText, NotWritten};
use crate::deck::grammar::anatomy;
use crate::deck::grammar::keys;
use crate::deck::text::slug;
use crate::deck::write::inline;
use crate::deck::write::lines::SettingsWriter;

/// A text with what its head and its slides are to be, each with all its bytes.
pub(super) struct DraftText {
    pub text: String,
    pub head: String,
    pub slides: Vec<String>,
}

impl DeckText {
    /// The same text.
    pub(super) fn as_draft(&self) -> DraftText {
        DraftText {
            text: self.text.clone(),
            head: self.head_text().to_owned(),
            slides: self.slide_texts().into_iter().map(str::to_owned).collect(),
        }
    }

    fn spliced(&self, span: Range<usize>, new: &str) -> String {
        let mut text = self.text.clone();
        text.replace_range(span, new);
        text
    }

    fn span_of(&self, at: usize) -> Result<Range<usize>, NotWritten> {
        let slide = self.slides().get(at).ok_or(NotWritten::NoSuchSlide)?;
        Ok(slide.span.clone())
    }

    /// Another text for one slide.
    pub(super) fn with_slide_text(&self, at: usize, text: &str) -> Result<DraftText, NotWritten> {
        let span = self.span_of(at)?;
        let text = without_blanks_behind(text);
        let mut draft = self.as_draft();
        draft.text = self.spliced(span, &text);
        draft.slides[at] = text;
        Ok(draft)
    }

    /// Another slide at a place.
    pub(super) fn with_slide(&self, at: usize, text: &str) -> Result<DraftText, NotWritten> {
        let (slide, newline) = (without_blanks_behind(text), self.newline);
        let between = format!("{newline}{newline}---{newline}");
        let mut draft = self.as_draft();
        let before = at.checked_sub(1).map(|before| self.span_of(before));
        draft.text = match (before, self.slides().first()) {
            (Some(before), _) => {
                let end = before?.end;
                self.spliced(end..end, &format!("{between}{slide}"))
            }
            (None, Some(first)) => {
                let start = first.span.start;
                let text = self.spliced(start..start, &format!("{slide}{between}"));
                self.without_opening(&text).unwrap_or(text)
            }
            (None, None) => self.with_first(&slide),
        };
        draft.slides.insert(at, slide);
        Ok(draft)
    }

    /// The first slide of a deck without any.
    fn with_first(&self, slide: &str) -> String {
        let newline = self.newline;
        match self.head() {
            Some(head) => {
                let (head, behind) = self.text.split_at(head.end);
                let end = match behind.trim() {
                    "" if behind.is_empty() => newline.to_owned(),
                    "" => String::new(),
                    _ => format!("{newline}{newline}---"),
                };
                format!("{head}{newline}{slide}{end}{behind}")
            }
            None if self.text.trim_start_matches('\u{feff}').trim().is_empty() => {
                let mark = self.text.starts_with('\u{feff}');
                format!("{}{slide}{newline}", if mark { "\u{feff}" } else { "" })
            }
            None => format!(
                "{}{newline}{newline}---{newline}{slide}{newline}",
                self.text
            ),
        }
    }

    /// The text without a slide, and without the separator that only it needed.
    pub(super) fn without_slide(&self, at: usize) -> Result<DraftText, NotWritten> {
        let span = self.span_of(at)?;
        let lines = RawLines::of(&self.text);
        let cleaned = anatomy::uncommented(&self.text);
        let is_separator = |line: &usize| cleaned[*line].trim_end() == "---";
        let (first, last) = (lines.line_at(span.start), lines.line_at(span.end));
        let gone = match (self.slides().get(at + 1), at.checked_sub(1)) {
            (Some(next), _) => {
                let next = lines.line_at(next.span.start);
                let separator = (last + 1..next).find(is_separator);
                span.start..lines.start(separator.ok_or(NotWritten::Others)? + 1)
            }
            (None, Some(before)) => {
                let before = self.slides()[before].span.end;
                let separator = (lines.line_at(before) + 1..first).rev().find(is_separator);
                let separator = separator.ok_or(NotWritten::Others)?;
                let start = lines.start(separator);
                let bare = self.text[before..start].trim().is_empty();
                (if bare { before } else { start })..span.end
            }
            (None, None) => span,
        };
        let mut draft = self.as_draft();
        draft.text = self.spliced(gone, "");
        draft.slides.remove(at);
        Ok(draft)
    }

    /// The text with a slide in another place. What stands between slides stays where it is.
    pub(super) fn with_slide_moved(&self, from: usize, to: usize) -> Result<DraftText, NotWritten> {
        let mut draft = self.as_draft();
        self.span_of(from).and(self.span_of(to))?;
        let moved = draft.slides.remove(from);
        draft.slides.insert(to, moved);
        let mut text = String::with_capacity(self.text.len());
        let mut at = 0;
        for (place, slide) in self.slides().iter().zip(&draft.slides) {
            text += &self.text[at..place.span.start];
            text += slide;
            at = place.span.end;
        }
        draft.text = text + &self.text[at..];
        if let Some(text) = self.without_opening(&draft.text) {
            draft.text = text;
        }
        Ok(draft)
    }

    /// A text that begins with the separator above its first slide's settings begins without it,
    /// now that another slide, which may have none, is the first.
    fn without_opening(&self, text: &str) -> Option<String> {
        let before = self
            .slides()
            .first()
            .map_or("", |first| &text[..first.span.start]);
        let opens = self.head().is_none() && before.trim_start_matches('\u{feff}').trim() == "---";
        let mark = before.starts_with('\u{feff}');
        opens.then(|| {
            format!(
                "{}{}",
                if mark { "\u{feff}" } else { "" },
                &text[before.len()..]
            )
        })
    }

    /// The text of a new slide: what it is, an id that is free, a heading.
    pub(super) fn new_slide(&self, kind: &str, title: &str) -> Result<String, NotWritten> {
        let title = crate::deck::text::plain::tidy(title);
        let mut lines = SettingsWriter::default();
        if keys::asked().contains(&kind) {
            lines.line("ask", kind);
        } else if keys::shown().contains(&kind) {
            lines.line("show", kind);
        } else if kind != "content" {
            return Err(NotWritten::NoSuchKind);
        }
        let made = slug::made(
            Some(&title)
                .filter(|title| !title.is_empty())
                .map(String::as_str),
            0,
        );
        let base = if title.is_empty() || made == "slide-1" {
            kind
        } else {
            &made
        };
        lines.line("id", self.free_id(base));
        let heading = format!("\n\n# {}", inline::heading(&title));
        let heading = if title.is_empty() {
            ""
        } else {
            heading.as_str()
        };
        Ok(format!("{}---{heading}", lines.0).replace('\n', self.newline))
    }

    /// An id that no slide has and that means nothing by itself: this one, or with a number.
    pub(super) fn free_id(&self, base: &str) -> String {
        let is_free = |id: &String| {
            let mut slides = self.slides().iter();
            !slug::is_reserved(id) && slides.all(|slide| slide.id != *id)
        };
        let numbered = (2..).map(|number| slug::numbered(base, number));
        let mut ids = std::iter::once(base.to_owned()).chain(numbered);
        ids.find(is_free).unwrap_or_default()
    }

    /// A copy of a slide. Where its id is written, or others could not go without, it has another.
    pub(super) fn copy_of(&self, at: usize) -> Result<String, NotWritten> {
        let slide = self.slides().get(at).ok_or(NotWritten::NoSuchSlide)?;
        if !slide.is_named && !keys::asked().contains(&slide.kind) {
            return Ok(self.slide_text(at).unwrap_or_default().to_owned());
        }
        let id = SettingValue::text(self.free_id(&slide.id));
        self.slide_changed(at, |slide| slide.set("id", Some(&id)))
    }

    /// Another value for one of the deck's own settings.
    pub(super) fn with_head_setting(
        &self,
        key: &str,
        value: Option<&SettingValue>,
    ) -> Result<DraftText, NotWritten> {
        let mut draft = self.as_draft();
        let Some(span) = self.head() else {
            return Ok(match value {
                Some(value) => self.with_new_head(key, value),
                None => draft,
            });
        };
        let (raw, cleaned) = (RawLines::of(&draft.head), anatomy::uncommented(&draft.head));
        let block = 1..cleaned.len().saturating_sub(1).max(1);
        let entries = anatomy::entries(&cleaned[block.clone()]).ok_or(NotWritten::Unreadable)?;
        let wanted = expected(&entries, key, value);
        let settings = SettingBlock::new(raw.clone(), block, &cleaned, &entries);
        let Some(NewLines { replaced, lines }) = settings.with(key, value)? else {
            return Ok(draft);
        };
        let head = raw.with(replaced, &lines, self.newline);
        let after = anatomy::uncommented(&head);
        let block = 1..after.len().saturating_sub(1).max(1);
        let says = anatomy::entries(&after[block]).is_some_and(|read| same_entries(&read, &wanted));
        if !says {
            return Err(NotWritten::Unlike);
        }
        draft.text = self.spliced(span, &head);
        draft.head = head;
        Ok(draft)
    }

    /// Settings for a deck that had none. A text that begins with a separator needs no other.
    fn with_new_head(&self, key: &str, value: &SettingValue) -> DraftText {
        let mut draft = self.as_draft();
        let lines = split(&format!("---\n{key}: {}\n", value.written())).join(self.newline);
        let rest = self.text.trim_start_matches('\u{feff}');
        let mark = &self.text[..self.text.len() - rest.len()];
        let opening = match self.slides().first() {
            Some(first) => self.text[..first.span.start]
                .trim_start_matches('\u{feff}')
                .trim(),
            None => "",
        };
        draft.head = format!("{lines}---");
        draft.text = if opening == "---" {
            format!("{mark}{lines}{}", rest.trim_start())
        } else {
            format!("{mark}{lines}---{}{rest}", self.newline)
        };
        draft
    }
}

impl SlideText<'_> {
    /// The text of a slide that next and previous pass, or stop at. That they stop is never
    /// written.
    pub fn skipped(&self, skip: bool) -> Result<String, NotWritten> {
        let says = self.value("skip").and_then(|value| value.scalar());
        let is_passed = matches!(
            says.map(str::to_ascii_lowercase).as_deref(),
            Some("yes" | "true")
        );
        match (is_passed, skip) {
            (true, true) | (false, false) => Ok(self.text.to_owned()),
            (false, true) => self.set("skip", Some(&SettingValue::text("yes"))),
            (true, false) => self.set("skip", None),
        }
    }
}

/// A slide's text without the blank lines that belong to what follows it.
fn without_blanks_behind(text: &str) -> String {
    let lines = RawLines::of(text);
    let end = lines.trimmed(0..lines.count()).end;
    text[..lines.span(&(0..end)).end].to_owned()
}

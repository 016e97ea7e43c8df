//! The list of a slide: only the lines of items that change are written.

use super::NotWritten;
use super::content::labels;
use super::slide::SlideText;
use crate::deck::grammar::anatomy::{ItemPart, TextPart};
use crate::deck::text::plain::tidy;
use crate::deck::write::inline;
use crate::image::Image;

/// What becomes of a list.
type Order = Vec<(String, Option<String>, usize)>;

impl SlideText<'_> {
    /// The text with more items at a place.
    pub fn with_items(&self, place: usize, labels: &[String]) -> Result<String, NotWritten> {
        let mut text = self.text.to_owned();
        for (place, label) in (place..).zip(labels) {
            text = SlideText::read(&text, self.context)?.with_item(place, label)?;
        }
        Ok(text)
    }

    /// The text with one more item at a place, in every language that has as many of them.
    fn with_item(&self, place: usize, label: &str) -> Result<String, NotWritten> {
        let (count, label) = (self.items()?.len(), tidy(label));
        if place > count {
            return Err(NotWritten::NoSuchItem);
        }
        self.in_each_language(count, &|slide, part| {
            let text = slide.item_added(part, place, &label);
            let mut wanted = labels(part);
            wanted.insert(place, (label.clone(), None, 0));
            (text, wanted)
        })
    }

    fn item_added(&self, part: &TextPart, place: usize, label: &str) -> String {
        let behind = place
            .checked_sub(1)
            .and_then(|before| part.items.get(before));
        let like = behind.or_else(|| part.items.first());
        let Some(like) = like else {
            return self.with_behind(part, vec![format!("- {}", inline::item(label))]);
        };
        let at = behind.map_or(like.lines.start, |item| item.lines.end);
        let before = match behind {
            Some(_) => next_mark(&like.before),
            None => like.before.clone(),
        };
        let line = format!("{}{}", spaced(&before), inline::item(label));
        self.with(at..at, &[line])
    }

    /// The text without an item, in every language that has as many of them.
    pub fn without_item(&self, place: usize) -> Result<String, NotWritten> {
        let count = self.items()?.len();
        if place >= count {
            return Err(NotWritten::NoSuchItem);
        }
        self.in_each_language(count, &|slide, part| {
            let lines = part.items[place].lines.clone();
            let blank = |line: &usize| slide.raw.is_blank(*line);
            let more = (lines.end..slide.raw.count()).take_while(blank).count();
            let is_last = place + 1 == part.items.len();
            let end = lines.end
                + if is_last && part.items.len() > 1 {
                    0
                } else {
                    more
                };
            let mut wanted = labels(part);
            wanted.remove(place);
            (slide.with(lines.start..end, &[]), wanted)
        })
    }

    /// The text with an item in another place, in every language that has as many of them. What
    /// stands between items stays where it is.
    pub fn with_item_moved(&self, from: usize, to: usize) -> Result<String, NotWritten> {
        let count = self.items()?.len();
        if from >= count || to >= count {
            return Err(NotWritten::NoSuchItem);
        }
        self.in_each_language(count, &|slide, part| {
            let mut order: Vec<usize> = (0..count).collect();
            let moved = order.remove(from);
            order.insert(to, moved);
            let mut wanted = labels(part);
            let moved = wanted.remove(from);
            wanted.insert(to, moved);
            (slide.items_ordered(part, &order), wanted)
        })
    }

    fn items_ordered(&self, part: &TextPart, order: &[usize]) -> String {
        let mut lines: Vec<String> = Vec::new();
        let mut at = 0;
        for (item, other) in part.items.iter().zip(order) {
            let other = part.items[*other].lines.clone();
            let raw = (at..item.lines.start).chain(other);
            lines.extend(raw.map(|line| self.raw.line(line).to_owned()));
            at = item.lines.end;
        }
        lines.extend((at..self.raw.count()).map(|line| self.raw.line(line).to_owned()));
        self.with(0..self.raw.count(), &lines)
    }

    /// The text with another label for an item in a language; its picture and its marks stay.
    pub fn with_label(
        &self,
        language: Option<&str>,
        place: usize,
        label: &str,
    ) -> Result<String, NotWritten> {
        let label = tidy(label);
        let part = self.part(language).ok_or(NotWritten::NoSuchLanguage)?;
        let item = part.items.get(place).ok_or(NotWritten::NoSuchItem)?;
        if item.label == label {
            return Ok(self.text.to_owned());
        }
        let pieces = ItemPieces::of(item);
        let line = pieces.written(&inline::item(&label), &pieces.marks);
        let mut wanted = labels(part);
        wanted[place].0 = label;
        let text = self.item_written(item, &line);
        self.kept(text, language, |after| {
            labels(after) == wanted && is_same(after, part)
        })
    }

    /// The text with these marks behind an item, in the first language, such as `{correct}`.
    pub fn with_marks(&self, place: usize, marks: &[String]) -> Result<String, NotWritten> {
        let part = self.part(None).ok_or(NotWritten::Unreadable)?;
        let item = part.items.get(place).ok_or(NotWritten::NoSuchItem)?;
        let (pieces, written) = (ItemPieces::of(item), marks.join(" "));
        if pieces.marks == written {
            return Ok(self.text.to_owned());
        }
        let label = if pieces.has_label {
            inline::item(&item.label)
        } else {
            String::new()
        };
        let line = pieces.written(&label, &written);
        let text = self.item_written(item, &line);
        let mut wanted = labels(part);
        wanted[place].2 = marks.len();
        self.kept(text, None, |after| {
            let stands = after
                .items
                .get(place)
                .map(|item| ItemPieces::of(item).marks);
            stands == Some(written) && labels(after) == wanted && is_same(after, part)
        })
    }

    /// The text with a picture at an item, or without one, in the first language.
    pub fn with_picture(&self, place: usize, image: Option<&Image>) -> Result<String, NotWritten> {
        let part = self.part(None).ok_or(NotWritten::Unreadable)?;
        let item = part.items.get(place).ok_or(NotWritten::NoSuchItem)?;
        if item.image.as_ref() == image {
            return Ok(self.text.to_owned());
        }
        let mut pieces = ItemPieces::of(item);
        let label = if pieces.has_label {
            item.label.as_str()
        } else {
            ""
        };
        pieces.picture = image.map(inline::image);
        pieces.has_label = !label.is_empty();
        let line = pieces.written(&inline::item(label), &pieces.marks);
        let text = self.item_written(item, &line);
        self.kept(text, None, |after| {
            let found = after.items.get(place).and_then(|item| item.image.as_ref());
            found == image && after.items.len() == part.items.len() && is_same(after, part)
        })
    }

    /// An item on one line; a comment behind it stays.
    fn item_written(&self, item: &ItemPart, line: &str) -> String {
        let raw = self.raw.line(item.lines.start);
        let comment = if item.lines.len() == 1 {
            super::block::tail(raw, &["<!--"], |text| {
                let alone = text.trim_start().strip_prefix(item.before.trim_start());
                alone.is_some_and(|alone| alone.trim() == item.written.trim())
            })
        } else {
            ""
        };
        let before = spaced(&item.before);
        self.with(item.lines.clone(), &[format!("{before}{line}{comment}")])
    }

    fn items(&self) -> Result<&[ItemPart], NotWritten> {
        let part = self.part(None).ok_or(NotWritten::Unreadable)?;
        Ok(&part.items)
    }

    /// The same change in the first language and in each other that has as many items.
    fn in_each_language(
        &self,
        count: usize,
        change: &dyn Fn(&SlideText<'_>, &TextPart) -> (String, Order),
    ) -> Result<String, NotWritten> {
        let has_as_many = |part: &&TextPart| part.items.len() == count;
        let parts = self.anatomy.parts.iter().filter(has_as_many);
        let languages: Vec<_> = parts.map(|part| part.language.clone()).collect();
        let mut text = self.text.to_owned();
        for language in languages {
            let slide = SlideText::read(&text, self.context)?;
            let language = language.as_deref();
            let part = slide.part(language).ok_or(NotWritten::Unlike)?;
            let (changed, wanted) = change(&slide, part);
            let same = |after: &TextPart| labels(after) == wanted && is_same(after, part);
            let changed = slide.kept(changed, language, same)?;
            text = changed;
        }
        Ok(text)
    }
}

fn is_same(after: &TextPart, before: &TextPart) -> bool {
    after.heading == before.heading && after.body == before.body
}

/// An item by its pieces as they are written.
struct ItemPieces {
    picture: Option<String>,
    /// Whether the picture stands before the label.
    picture_first: bool,
    has_label: bool,
    marks: String,
}

impl ItemPieces {
    fn of(item: &ItemPart) -> Self {
        let (text, marks) = marks(&item.written, item.marks);
        let picture = item.pictures.first().cloned();
        let label = picture
            .as_ref()
            .map(|picture| text.replacen(picture.as_str(), "", 1));
        Self {
            picture_first: picture
                .as_ref()
                .is_some_and(|picture| text.starts_with(picture)),
            has_label: label.is_none_or(|label| !label.trim().is_empty()),
            marks: marks.join(" "),
            picture,
        }
    }

    fn written(&self, label: &str, marks: &str) -> String {
        let picture = self.picture.as_deref().unwrap_or_default();
        let parts = match (self.picture_first && self.has_label, marks) {
            (true, marks) => [picture, label, marks],
            (false, marks) => [label, picture, marks],
        };
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    }
}

/// An item's text without its marks, and these, as they are written.
fn marks(written: &str, count: usize) -> (&str, Vec<String>) {
    let mut rest = written.trim_end();
    let mut marks = Vec::new();
    for _ in 0..count {
        let escaped = |place: usize| {
            let before = rest[..place].bytes().rev();
            before.take_while(|byte| *byte == b'\\').count() % 2 == 1
        };
        let places = rest.rmatch_indices('{').map(|(place, _)| place);
        let Some(open) = places.into_iter().find(|place| !escaped(*place)) else {
            break;
        };
        marks.insert(0, rest[open..].to_owned());
        rest = rest[..open].trim_end();
    }
    (rest, marks)
}

/// The mark of the item behind another: the next number, or the same.
fn next_mark(before: &str) -> String {
    let digits: String = before.chars().filter(char::is_ascii_digit).collect();
    match digits.parse::<u32>() {
        Ok(number) => before.replacen(&digits, &(number + 1).to_string(), 1),
        Err(_) => before.to_owned(),
    }
}

/// A mark with a blank behind it: that of an item that says nothing has none.
fn spaced(before: &str) -> String {
    if before.ends_with([' ', '\t']) {
        before.to_owned()
    } else {
        format!("{before} ")
    }
}

//! Changes of a deck's text by its parts: one slide, one setting, one item. The text is the truth;
//! what a change is not about keeps every byte, and what it sets is what is read afterwards. A
//! change that can't keep both is refused, and left to whoever writes the text.

mod block;
mod change;
mod content;
mod items;
mod lines;
mod merge;
mod outline;
mod paste;
mod plain;
mod references;
mod repair;
mod request;
mod slide;
mod slides;
mod value;

pub use change::{Splice, TextChange};
pub use merge::{DeckMerge, MergeChoice, MergeSide, MergeSubject};
pub use outline::{DeckText, SlideOutline};
pub use paste::items;
pub use plain::{HardWording, WordingLength};
pub use references::{Candidate, Referrer};
pub use request::{DeckEdit, SlideEdit};
pub use value::SettingValue;

use slide::{SlideContext, SlideText};
use slides::DraftText;

/// Why a change is not made. Its text can always be changed by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotWritten {
    /// There is no such slide.
    NoSuchSlide,
    /// There is no such item.
    NoSuchItem,
    /// The deck has no such language.
    NoSuchLanguage,
    /// There is no such kind.
    NoSuchKind,
    /// The id is taken, has a meaning of its own, or is none.
    NoSuchId,
    /// What is there can't be read well enough to change it.
    Unreadable,
    /// What is to be set would not be read as what it is.
    Unlike,
    /// Another slide would not stay as it is.
    Others,
}

impl DeckText {
    /// Makes a change: what it is, and the text with it. One that changes nothing is empty.
    ///
    /// # Errors
    ///
    /// Why it can't be made.
    pub fn edit(&self, edit: &DeckEdit) -> Result<(TextChange, Self), NotWritten> {
        let draft = self.draft(edit)?;
        self.checked(draft)
    }

    /// The text after a change; nothing where that is a change of another text.
    pub fn changed(&self, change: &TextChange) -> Option<Self> {
        change.applied_to(&self.text).map(Self::read)
    }

    /// What is written is what every slide says that the change is not about.
    fn checked(&self, draft: DraftText) -> Result<(TextChange, Self), NotWritten> {
        let after = Self::read(draft.text);
        if after.head_text() != draft.head || after.slide_texts() != draft.slides {
            return Err(NotWritten::Others);
        }
        Ok((TextChange::between(&self.text, &after.text), after))
    }

    fn draft(&self, edit: &DeckEdit) -> Result<DraftText, NotWritten> {
        match edit {
            DeckEdit::Insert { at, kind, title } => {
                self.with_slide(*at, &self.new_slide(kind, title)?)
            }
            DeckEdit::InsertText { at, text } => self.with_slide(*at, text),
            DeckEdit::Duplicate { at } => self.with_slide(*at + 1, &self.copy_of(*at)?),
            DeckEdit::Delete { at } => self.without_slide(*at),
            DeckEdit::Move { from, to } => self.with_slide_moved(*from, *to),
            DeckEdit::Replace { at, text } => self.with_slide_text(*at, text),
            DeckEdit::SetHead { key, value } => self.with_head_setting(key, value.as_ref()),
            DeckEdit::Rename { at, id } => self.with_id(*at, id),
            DeckEdit::Slide { at, edit } => {
                let kept = match edit {
                    SlideEdit::Title { language: None, .. } => self.id_to_keep(*at),
                    _ => None,
                };
                self.with_slide_changed(*at, |slide| match kept {
                    Some(id) => {
                        let named = slide.set("id", Some(&SettingValue::text(id)))?;
                        SlideText::read(&named, slide.context)?.edited(edit)
                    }
                    None => slide.edited(edit),
                })
            }
        }
    }

    /// One slide changed in its own text.
    fn with_slide_changed(
        &self,
        at: usize,
        change: impl FnOnce(&SlideText<'_>) -> Result<String, NotWritten>,
    ) -> Result<DraftText, NotWritten> {
        let text = self.slide_changed(at, change)?;
        self.with_slide_text(at, &text)
    }

    /// The text of one slide once it is changed.
    fn slide_changed(
        &self,
        at: usize,
        change: impl FnOnce(&SlideText<'_>) -> Result<String, NotWritten>,
    ) -> Result<String, NotWritten> {
        let text = self.slide_text(at).ok_or(NotWritten::NoSuchSlide)?;
        let context = SlideContext {
            languages: &self.deck().languages,
            newline: self.newline,
            id: &self.slides()[at].id,
        };
        change(&SlideText::read(text, &context)?)
    }
}

impl SlideText<'_> {
    fn edited(&self, edit: &SlideEdit) -> Result<String, NotWritten> {
        match edit {
            SlideEdit::Set { key, value } => self.set(key, value.as_ref()),
            SlideEdit::Skip(skip) => self.skipped(*skip),
            SlideEdit::Title { language, text } => self.with_title(language.as_deref(), text),
            SlideEdit::Body { language, text } => self.with_body(language.as_deref(), text),
            SlideEdit::Notes(notes) => self.with_notes(notes),
            SlideEdit::AddItems { item, labels } => self.with_items(*item, labels),
            SlideEdit::RemoveItem { item } => self.without_item(*item),
            SlideEdit::MoveItem { from, to } => self.with_item_moved(*from, *to),
            SlideEdit::Label {
                language,
                item,
                label,
            } => self.with_label(language.as_deref(), *item, label),
            SlideEdit::Marks { item, marks } => self.with_marks(*item, marks),
            SlideEdit::Picture { item, image } => self.with_picture(*item, image.as_ref()),
        }
    }
}

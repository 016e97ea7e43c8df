//! How a file is cut: a separator, a fence or a comment that is missing its end.

use super::Repairer;
use crate::deck::edit::TextChange;
use crate::deck::edit::slide::SlideText;
use crate::deck::edit::value::SettingValue;
use crate::deck::grammar::piece::key_of_line;
use crate::deck::problem::StructureProblem;

impl Repairer<'_> {
    pub(super) fn structure(&self, wrong: &StructureProblem) -> Option<TextChange> {
        match wrong {
            StructureProblem::NotSeparator { .. } => self.with_line("---"),
            StructureProblem::FrontOpen | StructureProblem::BlockOpen => self.closed_settings(),
            StructureProblem::FenceOpen => self.closed_fence(),
            StructureProblem::CommentOpen => self.with_line(&format!("{} -->", self.text())),
            StructureProblem::OutsideBlock { key } => {
                let (_, value) = self.text().split_once(':')?;
                self.as_setting(key, value.trim())
            }
            StructureProblem::TooLarge { .. }
            | StructureProblem::TooManySlides
            | StructureProblem::NoSlides
            | StructureProblem::FrontWithoutKeys
            | StructureProblem::TooDeep
            | StructureProblem::OtherProgram { .. }
            | StructureProblem::NoText { .. } => None,
        }
    }

    /// A separator behind the last line that may be a setting.
    fn closed_settings(&self) -> Option<TextChange> {
        let from = self.line + usize::from(self.text().trim_end() == "---");
        let is_setting = |line: usize| {
            let text = self.lines.line(line);
            let goes_on = text.starts_with([' ', '\t']) || text.starts_with("- ");
            !text.trim().is_empty() && (key_of_line(text).is_some() || goes_on)
        };
        let end = (from..self.lines.count()).find(|line| !is_setting(*line));
        let end = end.unwrap_or(self.lines.count());
        (end > from).then(|| self.with_lines(end..end, &["---".to_owned()]))?
    }

    /// The same fence before the next separator.
    fn closed_fence(&self) -> Option<TextChange> {
        let text = self.text().trim();
        let mark = text
            .chars()
            .next()
            .filter(|mark| matches!(mark, '`' | '~'))?;
        let fence = &text[..text.len() - text.trim_start_matches(mark).len()];
        let is_separator = |line: &usize| self.lines.line(*line).trim_end() == "---";
        let end = (self.line + 1..self.lines.count()).find(is_separator);
        let end = end.unwrap_or(self.lines.count());
        let end = self.lines.trimmed(self.line..end).end;
        self.with_lines(end..end, &[fence.to_owned()])
    }

    /// A line of a slide's text as one of its settings.
    pub(super) fn as_setting(&self, key: &str, value: &str) -> Option<TextChange> {
        let value = SettingValue::text(value);
        let first = self.deck.slides().get(self.slide?)?.lines.start - 1;
        let line = self.line - first;
        self.slide(|slide| {
            let text = slide.with(line..line + 1, &[]);
            SlideText::read(&text, slide.context)?.set(key, Some(&value))
        })
    }

    /// A deck without the code fence around it.
    pub(super) fn without_fence(&self) -> Option<TextChange> {
        let last = self
            .lines
            .trimmed(0..self.lines.count())
            .end
            .checked_sub(1)?;
        let inside: Vec<_> = (self.line + 1..last)
            .map(|line| self.lines.line(line).to_owned())
            .collect();
        self.with_lines(self.line..last + 1, &inside)
    }
}

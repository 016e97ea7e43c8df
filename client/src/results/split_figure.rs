//! What a question came to by groups: a row for each, or a column where people typed texts.

use leptos::prelude::*;
use shared::protocol::view::{SplitGroup, SplitResults};
use shared::question::Input;

use crate::charts::frame::{self, Drawing, Frame, Shape};
use crate::charts::split_columns::{ColumnText, fitting};
use crate::charts::split_rows::{SplitHead, SplitRow, drawing};
use crate::charts::text_columns::{self, TextColumn};
use crate::charts::{Heading, Pointed};
use crate::kinds::{self, KindFigure};
use crate::language::Language;
use crate::messages::results::ResultsTexts;
use crate::texts::charts::{and_more, split as say};

/// So many answers before the mean of a group is compared in words.
const TELLING: u64 = 10;

/// Everything that the figure depends on.
pub struct SplitFigure<'a> {
    pub language: Language,
    /// What was asked.
    pub input: &'a Input,
    pub split: &'a SplitResults,
}

impl SplitFigure<'_> {
    /// The figure, where there are people enough to be divided. `id` is unique on the page.
    pub fn view(&self, id: String, heading: Heading<'_>) -> Option<AnyView> {
        (!self.split.groups.is_empty()).then(|| match self.head() {
            Some(head) => self.in_rows(id, heading, &head),
            None => self.in_columns(heading),
        })
    }

    /// What stands under the figure: which groups are furthest apart, by what it is divided, or
    /// that there are too few people for that.
    pub fn said(&self) -> String {
        if self.split.groups.is_empty() {
            return say::too_few(self.language).to_owned();
        }
        let furthest = self.furthest();
        furthest.unwrap_or_else(|| say::divided(self.language, &self.split.prompt))
    }

    /// The numbers of each group as a head and rows, where there are people enough to be divided.
    pub fn table(&self) -> Option<(Vec<String>, Vec<Vec<String>>)> {
        (!self.split.groups.is_empty()).then(|| self.in_words())
    }

    fn of<'b>(&'b self, group: &'b SplitGroup) -> KindFigure<'b> {
        KindFigure::of(self.input, &group.results)
    }

    /// One axis for all groups.
    fn span(&self) -> (f64, f64) {
        let spans = self.split.groups.iter();
        let spans = spans.filter_map(|group| kinds::span(&self.of(group)));
        let whole = spans.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)));
        whole.unwrap_or((0.0, 100.0))
    }

    fn head(&self) -> Option<SplitHead> {
        let first = self.split.groups.first()?;
        kinds::split_head(self.language, &self.of(first), self.span())
    }

    fn rows(&self) -> Vec<SplitRow> {
        let span = self.span();
        let row = |group: &SplitGroup| {
            let (figure, said) = kinds::split_row(self.language, &self.of(group), span)?;
            Some(SplitRow {
                name: say::group(self.language, &group.name),
                people: say::people(self.language, &group.name, group.voters),
                voters: group.voters,
                figure,
                said,
            })
        };
        self.split.groups.iter().filter_map(row).collect()
    }

    fn in_rows(&self, id: String, heading: Heading<'_>, head: &SplitHead) -> AnyView {
        let rows = self.rows();
        let frame = Frame {
            id,
            prompt: heading.prompt.to_owned(),
            sentence: say::divided(self.language, &self.split.prompt),
            pointed: Pointed::default(),
        };
        let pictures = |shape: Shape| Some(drawing(heading.surface(shape), head, &rows));
        let behind = frame::table(heading.prompt, self.in_words());
        frame::figure(frame.pictures(pictures), None, behind)
    }

    /// The picture without a page around it.
    pub fn drawing(&self, heading: Heading<'_>, shape: Shape) -> Drawing {
        let surface = heading.surface(shape);
        match self.head() {
            Some(head) => drawing(surface, &head, &self.rows()),
            None => text_columns::drawing(surface, &self.columns(), self.language),
        }
    }

    fn columns(&self) -> Vec<TextColumn> {
        let column = |group: &SplitGroup| {
            let (texts, total) = kinds::split_texts(self.language, &self.of(group));
            TextColumn {
                heading: Some(say::group(self.language, &group.name)),
                note: Some(say::people(self.language, &group.name, group.voters)),
                texts,
                total,
            }
        };
        self.split.groups.iter().map(column).collect()
    }

    fn in_columns(&self, heading: Heading<'_>) -> AnyView {
        // On other screens there is more room below a heading.
        let room = (Shape::Wide.room().0, heading.room());
        let groups = &self.split.groups;
        let columns = groups
            .iter()
            .map(|group| self.column(group, groups.len(), room));
        let columns: Vec<_> = columns.collect();
        view! { <div class="figure split-columns">{columns}</div> }.into_any()
    }

    fn column(&self, group: &SplitGroup, columns: usize, room: (f64, f64)) -> AnyView {
        let name = say::group(self.language, &group.name);
        let (texts, all) = kinds::split_texts(self.language, &self.of(group));
        let fits = fitting(&name, &texts, columns, room);
        let texts: Vec<_> = texts
            .into_iter()
            .take(fits)
            .map(|ColumnText { text, count }| {
                let count = count.map(|count| view! { " " <small>{count}</small> });
                view! { <li><span dir="auto">{text}</span>{count}</li> }
            })
            .collect();
        let more = all.saturating_sub(texts.len() as u64);
        let more =
            (more > 0).then(|| view! { <p class="more">{and_more(self.language, more)}</p> });
        view! {
            <section>
                <h2 dir="auto">{name}</h2>
                <p>{say::people(self.language, &group.name, group.voters)}</p>
                <ul role="list">{texts}</ul>
                {more}
            </section>
        }
        .into_any()
    }

    /// The numbers of each group in words.
    fn in_words(&self) -> (Vec<String>, Vec<Vec<String>>) {
        let row = |group: &SplitGroup| {
            let name = say::group(self.language, &group.name);
            let described = kinds::described(self.language, &self.of(group));
            vec![
                name,
                say::people(self.language, &group.name, group.voters),
                described,
            ]
        };
        let rows = self.split.groups.iter().map(row).collect();
        let texts = ResultsTexts::of(self.language);
        let head = [texts.head_group, texts.head_people, texts.head_results];
        (head.map(str::to_owned).to_vec(), rows)
    }

    /// The highest and the lowest mean on a line of those groups of which one tells something;
    /// nothing where they are the same.
    fn furthest(&self) -> Option<String> {
        let SplitHead::Line { ends, poles, .. } = self.head()? else {
            return None;
        };
        let rows = self.rows();
        let large = rows.iter().filter(|row| row.voters >= TELLING);
        let large = large.filter_map(|row| Some((row.mean()?, row)));
        let mut large: Vec<_> = large.collect();
        large.sort_by(|one, other| one.0.total_cmp(&other.0));
        let ((least, low), (most, high)) = (large.first()?, large.last()?);
        let pole = poles.then_some(ends[1].name.as_str());
        (most - least >= 1.0).then(|| {
            let names = (high.name.as_str(), low.name.as_str());
            say::furthest(self.language, names, pole, &self.split.prompt)
        })
    }
}

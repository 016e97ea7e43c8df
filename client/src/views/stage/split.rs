//! A question on the stage by groups: a row for each, or a column where people typed texts.

use leptos::prelude::*;
use shared::protocol::view::{QuestionView, SlideView, SplitGroup, SplitResults};
use shared::question::Input;

use super::StageState;
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
    pub input: &'a Input,
    pub split: &'a SplitResults,
}

/// The figure, where the question is split and there are people enough to be divided.
pub fn figure(state: &StageState, slide: &SlideView, question: &QuestionView) -> Option<AnyView> {
    let split = question.split.as_deref()?;
    let figure = SplitFigure {
        language: state.language,
        input: &question.input,
        split,
    };
    (!split.groups.is_empty()).then(|| match figure.head() {
        Some(head) => figure.in_rows(slide, &head),
        None => figure.in_columns(slide),
    })
}

impl SplitFigure<'_> {
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

    fn in_rows(&self, slide: &SlideView, head: &SplitHead) -> AnyView {
        let heading = Heading {
            prompt: &slide.prompt,
            body: &slide.body,
        };
        let rows = self.rows();
        let frame = Frame {
            id: slide.id.to_string(),
            prompt: slide.prompt.clone(),
            sentence: say::divided(self.language, &self.split.prompt),
            pointed: Pointed::default(),
        };
        let pictures = |shape: Shape| Some(drawing(heading.surface(shape), head, &rows));
        frame::figure(frame.pictures(pictures), None, self.table(&slide.prompt))
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

    fn in_columns(&self, slide: &SlideView) -> AnyView {
        let heading = Heading {
            prompt: &slide.prompt,
            body: &slide.body,
        };
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

    /// The numbers of each group in words, for whoever hears the page.
    fn table(&self, prompt: &str) -> AnyView {
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
        frame::table(prompt, (head.map(str::to_owned).to_vec(), rows))
    }
}

/// What stands under the figure: which groups are furthest apart, by what it is divided, or that
/// there are too few people for that.
pub fn said(language: Language, question: &QuestionView) -> Option<String> {
    let split = question.split.as_deref()?;
    let voters = question.results.as_ref()?.voters();
    let figure = SplitFigure {
        language,
        input: &question.input,
        split,
    };
    (voters > 0).then(|| match split.groups.is_empty() {
        true => say::too_few(language).to_owned(),
        false => figure
            .furthest()
            .unwrap_or_else(|| say::divided(language, &split.prompt)),
    })
}

impl SplitFigure<'_> {
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

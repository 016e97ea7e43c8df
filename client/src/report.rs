//! A report of a room, made from what its questions came to and what its organiser added. It
//! leaves the organiser's eyes, so no result of fewer than five people is in it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use shared::ids::{AnswerId, SlideId};
use shared::protocol::view::QaQuestion;
use shared::publish::is_enough;
use shared::question::{FieldCount, FieldTotals};
use shared::report::{
    KeyFigure, Report, ReportDraft, ReportFigure, ReportPart, ReportQuote, ReportSection,
    ReportTable, ReportText,
};

use crate::charts::Heading;
use crate::kinds;
use crate::language::Language;
use crate::messages::results::ResultsTexts;
use crate::results::{QuestionRounds, RoundResults};
use crate::standalone::{FigureMode, StandaloneFigure};
use crate::texts::charts::{decimal, grouped};
use crate::texts::desk::plurals;
use crate::texts::desk::questions::QuestionsTexts;
use crate::texts::desk::report::{self as say, ReportTexts};
use crate::texts::desk::results as of_results;

/// Answers that are quoted of a question where nobody chose any.
const QUOTES: usize = 3;
/// Rows of a table; the files of a room have all of them.
const ROWS_MAX: usize = 40;
/// Width and height of a picture, in pixels.
const PICTURE: (u32, u32) = (1600, 560);
/// Questions to the speakers.
const ASKED_MAX: usize = 100;

/// What a report is made of.
pub struct ReportSource<'a> {
    /// The deck's.
    pub language: Language,
    pub title: &'a str,
    /// The day of it, in words.
    pub date: String,
    /// Where the peil is by which it was made, where that is known.
    pub host: Option<&'a str>,
    pub people: u64,
    pub answers: u64,
    /// The questions in the deck's order.
    pub rows: &'a [QuestionRounds],
    /// Those to the speakers that everybody may see.
    pub qa: &'a [QaQuestion],
    pub draft: &'a ReportDraft,
    /// That its answers were erased, in words, where they were.
    pub answers_gone: Option<String>,
}

/// The questions that are in a report, in its order.
pub fn chosen<'a>(rows: &'a [QuestionRounds], draft: &ReportDraft) -> Vec<&'a QuestionRounds> {
    let by_id: BTreeMap<&SlideId, &QuestionRounds> = rows
        .iter()
        .map(|row| (&row.newest.results.id, row))
        .collect();
    let all = match &draft.order {
        Some(order) => order
            .iter()
            .filter_map(|id| by_id.get(id).copied())
            .collect(),
        None => rows.iter().collect::<Vec<_>>(),
    };
    let is_in = |row: &&QuestionRounds| {
        let results = &row.newest.results;
        row.is_answered() && (!results.kept_apart || draft.totals.contains(&results.id))
    };
    all.into_iter().filter(is_in).collect()
}

impl ReportSource<'_> {
    /// The whole report.
    pub fn report(&self) -> Report {
        let say = ReportTexts::of(self.language);
        let rows = chosen(self.rows, self.draft);
        let mut sections: Vec<ReportSection> = rows.iter().map(|row| self.section(row)).collect();
        sections.extend(self.questions_to_speakers());
        let paragraphs = self.draft.lead.split("\n\n").map(str::trim);
        let items = self.draft.next.lines().map(str::trim);
        let there = |text: &&str| !text.is_empty();
        let mut footer = vec![say.made];
        footer.extend(self.host);
        footer.extend(self.answers_gone.as_deref());
        Report {
            language: self.language.tag().to_owned(),
            kind: say.kind.to_owned(),
            date: self.date.clone(),
            title: self.title.to_owned(),
            lead: paragraphs.filter(there).map(str::to_owned).collect(),
            key_figures: self.key_figures(&rows),
            sections,
            next_heading: say.next.to_owned(),
            next: items.filter(there).map(str::to_owned).collect(),
            footer: footer.join(" · "),
        }
    }

    fn key_figures(&self, rows: &[&QuestionRounds]) -> Vec<KeyFigure> {
        let language = self.language;
        let figure = |count: u64, label: String| KeyFigure {
            value: grouped(language, count),
            label,
        };
        let asked = rows.len() as u64;
        let mut all = vec![
            figure(self.people, say::people(language, self.people)),
            figure(asked, say::questions_asked(language, asked)),
            figure(self.answers, say::answers(language, self.answers)),
        ];
        let totals = rows.iter().flat_map(|row| row.totals.iter().flatten());
        let rated = totals.filter_map(|field| Some((field, field.mean?))).next();
        all.extend(rated.map(|(field, mean)| KeyFigure {
            value: decimal(language, mean),
            label: say::mean_label(language, &field.label, field.answered),
        }));
        all
    }

    fn section(&self, row: &QuestionRounds) -> ReportSection {
        let results = &row.newest.results;
        let mut parts = self.round(&row.newest);
        parts.extend(
            row.totals
                .iter()
                .flatten()
                .flat_map(|field| self.field(field)),
        );
        for round in &row.earlier {
            let answers = plurals::answers(self.language, round.results.voters);
            let text = of_results::round_of(self.language, &answers, round.results.round);
            parts.push(ReportPart::Heading(ReportText { text }));
            parts.extend(self.round(round));
        }
        ReportSection {
            question: Some(results.id.clone()),
            heading: results.prompt.clone(),
            parts,
        }
    }

    /// What one round of a question came to.
    fn round(&self, round: &RoundResults) -> Vec<ReportPart> {
        let (language, results) = (self.language, &round.results);
        let note = |text: String| ReportPart::Note(ReportText { text });
        let mut parts = vec![note(round.counted(language))];
        if results.kept_apart {
            return parts;
        }
        if !is_enough(results.voters) {
            let too_few = ReportTexts::of(language).too_few;
            return vec![note(too_few.to_owned())];
        }
        if round.is_texts() {
            match results.shown {
                true => parts.extend(self.quotes(round)),
                false => parts.push(note(ReportTexts::of(language).not_shown.to_owned())),
            }
            return parts;
        }
        let sentence = round.sentence(language);
        let said = sentence
            .clone()
            .map(|text| ReportPart::Paragraph(ReportText { text }));
        parts.extend(said);
        let figure = self.picture(round).map(|svg| {
            ReportPart::Figure(ReportFigure {
                question: results.id.clone(),
                round: results.round,
                description: format!("{} {}", results.prompt, sentence.unwrap_or_default()),
                svg,
            })
        });
        parts.extend(figure);
        parts.push(ReportPart::Table(self.table(round)));
        parts
    }

    /// Its figure without a page around it, on white.
    fn picture(&self, round: &RoundResults) -> Option<String> {
        let results = &round.results;
        let heading = Heading {
            prompt: &results.prompt,
            body: "",
        };
        let figure = StandaloneFigure {
            context: round.context(heading, self.language),
            input: &results.input,
            split: results.split.as_ref(),
            bare: true,
            day: String::new(),
            round: None,
            size: PICTURE,
            mode: FigureMode::Light,
            has_ground: false,
            font: None,
        };
        figure.svg()
    }

    /// The numbers of a round, or of its groups.
    fn table(&self, round: &RoundResults) -> ReportTable {
        let split = round.split(self.language);
        let (head, mut rows) = match split.and_then(|split| split.table()) {
            Some(table) => table,
            None => kinds::table(self.language, &round.figure()),
        };
        rows.truncate(ROWS_MAX);
        ReportTable {
            caption: round.results.prompt.clone(),
            head,
            rows,
        }
    }

    /// The answers that were chosen, or else those with most votes, the shorter of two that have as
    /// many.
    fn quotes(&self, round: &RoundResults) -> Vec<ReportPart> {
        let chosen = self.draft.quotes.get(&round.results.id);
        let chosen = chosen.filter(|chosen| !chosen.is_empty());
        let mut quoted: Vec<_> = round.results.results.added().iter().collect();
        match chosen {
            Some(chosen) => {
                let place = |id: &AnswerId| chosen.iter().position(|other| other == id);
                quoted.retain(|answer| place(&answer.id).is_some());
                quoted.sort_by_key(|answer| place(&answer.id));
            }
            None => {
                quoted.sort_by_key(|answer| (Reverse(answer.votes), answer.text.len()));
                quoted.truncate(QUOTES);
            }
        }
        let votes = |votes: u64| (votes > 0).then(|| of_results::votes(self.language, votes));
        let quoted = quoted.into_iter().map(|answer| ReportQuote {
            text: answer.text.clone(),
            note: votes(answer.votes),
        });
        quoted.map(ReportPart::Quote).collect()
    }

    /// What one field of a form came to.
    fn field(&self, field: &FieldTotals) -> Vec<ReportPart> {
        let language = self.language;
        let said = match field.mean {
            Some(mean) => {
                let mean = decimal(language, mean);
                of_results::field_mean(language, field.answered, &field.label, &mean)
            }
            None => of_results::field_count(language, field.answered, &field.label),
        };
        let row = |count: &FieldCount| vec![count.label.clone(), grouped(language, count.votes)];
        let texts = ResultsTexts::of(language);
        vec![
            ReportPart::Paragraph(ReportText { text: said }),
            ReportPart::Table(ReportTable {
                caption: field.label.clone(),
                head: vec![texts.head_answer.to_owned(), texts.head_votes.to_owned()],
                rows: field.counts.iter().map(row).collect(),
            }),
        ]
    }

    /// What people asked the speakers, with what was said to it in writing.
    fn questions_to_speakers(&self) -> Option<ReportSection> {
        let language = self.language;
        let mut asked: Vec<&QaQuestion> = self.qa.iter().collect();
        asked.sort_by_key(|asked| Reverse(asked.votes));
        let mut parts = Vec::new();
        for asked in asked.into_iter().take(ASKED_MAX) {
            parts.push(ReportPart::Quote(ReportQuote {
                text: asked.text.clone(),
                note: Some(of_results::votes(language, asked.votes)),
            }));
            parts.extend(asked.reply.as_ref().map(|reply| {
                let text = format!("{} {reply}", ReportTexts::of(language).replied);
                ReportPart::Paragraph(ReportText { text })
            }));
        }
        (!parts.is_empty()).then(|| ReportSection {
            question: None,
            heading: QuestionsTexts::of(language).heading.to_owned(),
            parts,
        })
    }
}

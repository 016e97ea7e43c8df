//! What a question came to, as the organiser's pages and the report tell it: its figure, and what
//! is said of it by rule.

use shared::cloud::Cloud;
use shared::ids::SlideId;
use shared::limits::PUBLISHED_GIVERS_MIN;
use shared::question::FieldTotals;
use shared::room::QuestionResults;

use crate::charts::Heading;
use crate::kinds::figure_context::FigureContext;
use crate::kinds::{self, KindFigure, Moderates};
use crate::language::Language;
use crate::texts::desk::plurals;
use crate::texts::desk::results as say;

pub mod split_figure;

use split_figure::SplitFigure;

/// One question.
#[derive(Clone, Debug)]
pub struct QuestionRounds {
    pub newest: RoundResults,
    /// The rounds before, the last first.
    pub earlier: Vec<RoundResults>,
    /// What the ratings and choices of a form come to.
    pub totals: Option<Vec<FieldTotals>>,
}

/// One of its rounds.
#[derive(Clone, Debug)]
pub struct RoundResults {
    pub results: QuestionResults,
    /// Where the words of its picture stand.
    pub cloud: Option<Cloud>,
}

impl QuestionRounds {
    /// Whether anybody answered it, in whichever round.
    pub fn is_answered(&self) -> bool {
        !self.newest.results.rounds.is_empty()
    }
}

/// A question as everybody may see what came of it.
#[derive(Clone, Debug)]
pub struct PublishedQuestion {
    pub id: SlideId,
    pub prompt: String,
    /// Nothing where too few answered; without a word of single people's texts.
    pub newest: Option<RoundResults>,
    /// Those of the rounds before that are about enough people, the last first.
    pub earlier: Vec<RoundResults>,
    /// What the ratings and choices of a form come to, where enough was filled in.
    pub totals: Vec<FieldTotals>,
}

/// The questions that were chosen, in that order, as everybody may see them; all that have answers,
/// but for forms, where nothing was chosen.
pub fn published(rows: &[QuestionRounds], chosen: Option<&[SlideId]>) -> Vec<PublishedQuestion> {
    let all: Vec<&QuestionRounds> = match chosen {
        Some(chosen) => {
            let row = |id: &SlideId| rows.iter().find(|row| row.newest.results.id == *id);
            chosen.iter().filter_map(row).collect()
        }
        None => {
            let usual = |row: &&QuestionRounds| !row.newest.results.kept_apart;
            rows.iter().filter(usual).collect()
        }
    };
    let answered = all.into_iter().filter(|row| row.is_answered());
    answered.map(QuestionRounds::published).collect()
}

impl QuestionRounds {
    fn published(&self) -> PublishedQuestion {
        let results = &self.newest.results;
        PublishedQuestion {
            id: results.id.clone(),
            prompt: results.prompt.clone(),
            newest: self.newest.published(),
            earlier: self
                .earlier
                .iter()
                .filter_map(RoundResults::published)
                .collect(),
            totals: self.totals.clone().unwrap_or_default(),
        }
    }
}

impl RoundResults {
    fn published(&self) -> Option<Self> {
        Some(Self {
            results: self.results.published()?,
            cloud: self.cloud.clone().map(|mut cloud| {
                cloud
                    .words
                    .retain(|word| word.count >= PUBLISHED_GIVERS_MIN);
                cloud
            }),
        })
    }

    /// What its picture shows, against what it is compared with. Of whole texts those with most
    /// votes show, so all of them are looked at.
    pub fn figure(&self) -> KindFigure<'_> {
        let results = if self.is_texts() {
            &self.results.results
        } else {
            &self.results.pictured
        };
        let figure = KindFigure::of(&self.results.input, results);
        match &self.results.compared {
            Some(earlier) => figure.against(earlier),
            None => figure,
        }
    }

    /// All that its picture depends on, below that heading.
    pub fn context<'a>(&'a self, heading: Heading<'a>, language: Language) -> FigureContext<'a> {
        FigureContext {
            heading,
            figure: self.figure(),
            rules: self.results.rules,
            cloud: self.cloud.as_ref(),
            language,
            open: false,
        }
    }

    /// The same by groups.
    pub fn split(&self, language: Language) -> Option<SplitFigure<'_>> {
        Some(SplitFigure {
            language,
            input: &self.results.input,
            split: self.results.split.as_ref()?,
        })
    }

    /// Whether people wrote whole texts, which are read and not drawn.
    pub fn is_texts(&self) -> bool {
        matches!(kinds::moderates(&self.results.input), Moderates::Answers)
    }

    /// How many answered; and what of that is to be known.
    pub fn counted(&self, language: Language) -> String {
        let results = &self.results;
        let mut all = vec![plurals::answers(language, results.voters)];
        let votes = kinds::votes(language, &results.results, true);
        let votes = votes.filter(|(votes, _)| *votes > 0);
        all.extend(votes.map(|(votes, _)| say::votes(language, votes)));
        let typed = Some(results.typed).filter(|typed| *typed > 0);
        all.extend(typed.map(|typed| say::typed(language, typed)));
        let waiting = Some(results.waiting as u64).filter(|waiting| *waiting > 0);
        all.extend(waiting.map(|waiting| say::waiting(language, waiting)));
        all.join(" · ")
    }

    /// What is said of it, by rule; nothing of texts and of what nobody answered.
    pub fn sentence(&self, language: Language) -> Option<String> {
        let results = &self.results;
        // Of totals of few there is nothing to say, though they were not nobody.
        if results.kept_apart || results.results.voters() == 0 || self.is_texts() {
            return None;
        }
        let figure = self.figure();
        let described = kinds::described(language, &figure);
        let moved = kinds::moved_sentence(language, &figure);
        let split = self.split(language).map(|split| split.said());
        let all = [moved, Some(described), split].into_iter().flatten();
        let all = all.filter(|said| !said.is_empty());
        let all = all.map(|said| format!("{}.", said.trim_end_matches('.')));
        Some(all.collect::<Vec<_>>().join(" "))
    }
}

//! What questions came to, as whoever has the room reads it afterwards: every question in order,
//! each of its rounds, also what nobody was asked.

use serde::{Deserialize, Serialize};

use crate::cloud::{Cloud, Layout};
use crate::deck::Slide;
use crate::ids::{Round, SlideId};
use crate::protocol::view::{Compared, SplitGroup, SplitResults};
use crate::publish::is_enough;
use crate::question::kind::RightAnswers;
use crate::question::{Input, Results};
use crate::room::{QuestionState, Room};
use crate::rules::Rules;

/// What a question came to in one of its rounds. It is stored too, where it is all that is left of
/// the answers: fields are added to it and never changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuestionResults {
    /// Its id.
    pub id: SlideId,
    /// Its place in the deck, from 1; nothing where it was taken out.
    pub number: Option<u64>,
    /// Its heading.
    pub prompt: String,
    /// Whether it ever took answers.
    pub asked: bool,
    /// Whether the stage shows what it came to; after the end, whether nobody hid it by hand.
    #[serde(default)]
    pub shown: bool,
    /// Which round this is.
    pub round: Round,
    /// How many rounds there have been.
    pub begun: Round,
    /// The rounds in which somebody answered, in order.
    pub rounds: Vec<Round>,
    /// People, or groups, whose answer counts.
    pub voters: u64,
    /// How many of these a host entered.
    pub typed: u64,
    /// How many texts wait for a moderator, and are in no figure.
    pub waiting: usize,
    /// Whether groups gave one answer each.
    pub per_group: bool,
    /// Whether what people fill in is kept beside the room.
    pub kept_apart: bool,
    /// What could be given.
    pub input: Input,
    /// By which rules texts are counted.
    pub rules: Rules,
    /// All of it: unlike what pages show, with no limit.
    pub results: Results,
    /// As much of it as a picture can hold.
    pub pictured: Results,
    /// What it is set against, in the newest round.
    pub compared: Option<Compared>,
    /// The same by groups.
    pub split: Option<SplitResults>,
}

impl QuestionResults {
    /// The same as everybody may see it: through the gate, without what people wrote themselves;
    /// nothing where it is about too few.
    pub fn published(&self) -> Option<Self> {
        let enough = |compared: &&Compared| {
            let pairs = compared.pairs.as_ref().map(|pairs| pairs.len() as u64);
            is_enough(compared.results.voters()) && pairs.is_none_or(is_enough)
        };
        let compared = self.compared.as_ref().filter(enough);
        let compared = compared.map(|compared| Compared {
            results: compared.results.clone().without_texts(),
            ..compared.clone()
        });
        let split = self.split.as_ref().map(|split| {
            let groups = split.groups.iter().map(|group| SplitGroup {
                results: group.results.clone().without_texts(),
                ..group.clone()
            });
            SplitResults {
                groups: groups.collect(),
                ..split.clone()
            }
        });
        is_enough(self.voters).then(|| Self {
            typed: 0,
            waiting: 0,
            results: self.results.clone().without_texts(),
            pictured: self.pictured.clone().without_texts(),
            compared,
            split,
            ..self.clone()
        })
    }
}

impl Room {
    /// What every question that this version can play came to in its newest round: those of the
    /// deck in order, and behind them those that were taken out of it. Split by a question, or else
    /// as the deck says.
    pub fn results_by_question(&self, by: Option<&SlideId>) -> Vec<QuestionResults> {
        let all = self.asked_slides();
        all.filter_map(|(slide, state)| self.results_in(slide, state, state.round(), by))
            .collect()
    }

    /// What one question came to in that round, or in its newest; nothing where there is no such
    /// question or round.
    pub fn results_of(
        &self,
        question: &SlideId,
        round: Option<Round>,
        by: Option<&SlideId>,
    ) -> Option<QuestionResults> {
        let (slide, state) = self
            .asked_slides()
            .find(|(slide, _)| slide.id == *question)?;
        self.results_in(slide, state, round.unwrap_or(state.round()), by)
    }

    fn results_in(
        &self,
        slide: &Slide,
        state: &QuestionState,
        number: Round,
        by: Option<&SlideId>,
    ) -> Option<QuestionResults> {
        let round = state.nth(number)?;
        let rounds = state.rounds().filter(|(_, round)| round.voters() > 0);
        Some(QuestionResults {
            id: slide.id.clone(),
            number: self.deck.find(&slide.id).map(|(place, _)| place as u64 + 1),
            prompt: slide.heading().to_owned(),
            asked: state.was_asked(),
            shown: self.shown_on_stage(slide, state),
            round: number,
            begun: state.rounds_begun(),
            rounds: rounds.map(|(number, _)| number).collect(),
            voters: round.voters(),
            typed: round.typed(),
            waiting: round.waiting_values(),
            per_group: round.is_per_group(),
            kept_apart: round.ask.is_kept_apart(),
            input: round.ask.input()?,
            rules: self.rules,
            results: round.results()?,
            pictured: round.stage_page(RightAnswers::Told)?,
            compared: (number == state.round())
                .then(|| self.compared(slide))
                .flatten(),
            split: match by {
                Some(by) => self.split_by(by, round),
                None => self.split(slide, round),
            },
        })
    }

    /// Where the words of a round's picture stand, all laid out at once; nothing where it is no
    /// cloud.
    pub fn cloud_of(&self, question: &SlideId, round: Round) -> Option<Cloud> {
        let (_, state) = self
            .asked_slides()
            .find(|(slide, _)| slide.id == *question)?;
        let round = state.nth(round)?;
        let words = round.word_counts().filter(|_| round.ask.is_cloud())?;
        Some(Layout::new(words, self.at).cloud(words))
    }
}

//! What others may ask about a question without naming its kind.

use crate::question::by_hand::ByHand;
use crate::question::exported::{ExportItem, ExportValue};
use crate::question::items_from::ItemsFrom;
use crate::question::kind::{Collected, Collects};
use crate::question::trial::TrialDraw;
use crate::question::word::Word;
use crate::question::word_counts::WordCounts;
use crate::question::{Answer, Fields, Input, QuestionSpec};
use crate::refusal::Refusal;
use crate::rules::Rules;

impl QuestionSpec {
    pub(crate) fn collects(&self) -> Collects<'_> {
        self.settings().collects()
    }

    fn collected(&self) -> Option<&dyn Collected> {
        match self.collects() {
            Collects::OneAnswer(kind) => Some(kind),
            Collects::ManyTexts(_) | Collects::Questions | Collects::Nothing => None,
        }
    }

    /// Whether this version collects answers to it.
    pub fn playable(&self) -> bool {
        match self.collects() {
            Collects::OneAnswer(_) | Collects::ManyTexts(_) => true,
            Collects::Questions | Collects::Nothing => false,
        }
    }

    /// Whether it shows the room's questions to the speakers.
    pub fn shows_questions(&self) -> bool {
        match self.collects() {
            Collects::Questions => true,
            Collects::OneAnswer(_) | Collects::ManyTexts(_) | Collects::Nothing => false,
        }
    }

    /// What pages need to know of it; nothing for what can't be played.
    pub fn input(&self) -> Option<Input> {
        match self.collects() {
            Collects::OneAnswer(kind) => Some(kind.input()),
            Collects::ManyTexts(kind) => Some(kind.input()),
            Collects::Questions | Collects::Nothing => None,
        }
    }

    /// What a participant may store as their answer to this, under the rules of the room.
    ///
    /// # Errors
    /// A [`Refusal`] about the content; [`Refusal::WrongKind`] where texts are added one at a time,
    /// [`Refusal::NotPlayable`] for what can't be played.
    pub fn read(&self, fields: &Fields, rules: Rules) -> Result<Answer, Refusal> {
        match self.collects() {
            Collects::OneAnswer(kind) => kind.read(fields, rules),
            Collects::ManyTexts(_) => Err(Refusal::WrongKind),
            Collects::Questions | Collects::Nothing => Err(Refusal::NotPlayable),
        }
    }

    /// Where its items come from, if not from the deck.
    pub(crate) fn items_from_mut(&mut self) -> Option<&mut ItemsFrom> {
        self.settings_mut().items_from_mut()
    }

    /// Takes over what its kind has to know of the language of its deck.
    pub(crate) fn set_language(&mut self, language: &str) {
        self.settings_mut().set_language(language);
    }

    /// The form as somebody fills it in who is made up.
    ///
    /// # Errors
    /// [`Refusal::NotPlayable`] for what can't be played.
    pub(crate) fn trial(&self, draw: &mut TrialDraw<'_>) -> Result<Fields, Refusal> {
        match self.collects() {
            Collects::OneAnswer(kind) => Ok(kind.trial(draw)),
            Collects::ManyTexts(kind) => Ok(kind.trial(draw)),
            Collects::Questions | Collects::Nothing => Err(Refusal::NotPlayable),
        }
    }

    /// Whether who answers sooner gets more points for it.
    pub(crate) fn counts_speed(&self) -> bool {
        self.settings().quiz().is_some_and(|quiz| quiz.speed)
    }

    /// What hosts enter of it for people without a phone.
    pub fn by_hand(&self) -> ByHand {
        match self.collects() {
            Collects::OneAnswer(kind) => kind.by_hand(),
            Collects::ManyTexts(kind) => ByHand::Additions(kind.headings().to_vec()),
            Collects::Questions | Collects::Nothing => ByHand::Nothing,
        }
    }

    /// Upvotes that one person may give to what others added.
    pub fn votes(&self) -> u32 {
        match self.collects() {
            Collects::ManyTexts(kind) => kind.votes(),
            Collects::OneAnswer(_) | Collects::Questions | Collects::Nothing => 0,
        }
    }

    /// How many texts one participant may add; none where they give one answer.
    pub fn entries(&self) -> u32 {
        match self.collects() {
            Collects::ManyTexts(kind) => kind.entries(),
            Collects::OneAnswer(_) | Collects::Questions | Collects::Nothing => 0,
        }
    }

    /// Whether people type texts that count by their key.
    pub(crate) fn takes_texts(&self) -> bool {
        self.collected().is_some_and(|kind| kind.takes_texts())
    }

    /// Whether people type texts that others may see, which can wait for a moderator.
    pub fn can_wait(&self) -> bool {
        match self.collects() {
            Collects::OneAnswer(kind) => kind.takes_texts(),
            Collects::ManyTexts(_) => true,
            Collects::Questions | Collects::Nothing => false,
        }
    }

    /// Whether they do; as the deck if not said.
    pub(crate) fn moderated(&self) -> Option<bool> {
        match self.collects() {
            Collects::OneAnswer(kind) => kind.moderated(),
            Collects::ManyTexts(kind) => kind.moderated(),
            Collects::Questions | Collects::Nothing => None,
        }
    }

    /// A text as somebody may give it, to be hidden before anybody does.
    pub(crate) fn word(&self, typed: &str, rules: Rules) -> Result<Option<Word>, Refusal> {
        self.collected()
            .map_or(Err(Refusal::UnknownAnswer), |kind| kind.word(typed, rules))
    }

    /// Whether the stage draws its texts as a cloud.
    pub fn is_cloud(&self) -> bool {
        self.collected().is_some_and(|kind| kind.is_cloud())
    }

    /// Whether what people fill in is kept beside the room, so that an answer tells nothing of it.
    pub fn is_kept_apart(&self) -> bool {
        self.collected().is_some_and(|kind| kind.is_kept_apart())
    }

    /// Whether the way of each unnamed person between two rounds is shown.
    pub(crate) fn shows_ways(&self) -> bool {
        self.collected().is_some_and(|kind| kind.shows_ways())
    }

    /// Whether two questions of the same kind were asked in the same shape.
    pub(crate) fn is_alike(&self, other: &Self) -> bool {
        let (one, other) = (self.settings().shape(), other.settings().shape());
        one.is_some() && one == other
    }

    /// Whether two questions are of the same kind, and one that can be compared.
    pub(crate) fn is_of_the_kind_of(&self, other: &Self) -> bool {
        self.which() == other.which() && self.settings().shape().is_some()
    }

    /// What has a column of its own in tables.
    pub fn columns(&self) -> Vec<ExportItem> {
        ExportItem::all(
            self.collected()
                .map(|kind| kind.columns())
                .unwrap_or_default(),
        )
    }

    /// The values of an answer, each with what it is about.
    pub fn values(&self, answer: &Answer, word_counts: Option<&WordCounts>) -> Vec<ExportValue> {
        let values = |kind: &dyn Collected| kind.values(answer, word_counts);
        self.collected().map(values).unwrap_or_default()
    }

    /// What was added in a table, and what that counts as.
    pub fn values_of_text(
        &self,
        given: &str,
        counts_as: Option<&str>,
        votes: u64,
    ) -> Vec<ExportValue> {
        match self.collects() {
            Collects::ManyTexts(kind) => kind.values(given, counts_as, votes),
            Collects::OneAnswer(_) | Collects::Questions | Collects::Nothing => Vec::new(),
        }
    }
}

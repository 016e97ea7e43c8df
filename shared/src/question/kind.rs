//! What every kind of question tells of itself. Whoever asks names no kind: a kind that leaves
//! something out does not compile.

use crate::deck::grammar::reader::{KindReader, MarkdownParts, QuestionParts, TextKey};
use crate::deck::grammar::settings::BlockSettings;
use crate::deck::validate::findings::Findings;
use crate::deck::write::lines::{ListItem, SettingsWriter};
use crate::image::Image;
use crate::question::by_hand::ByHand;
use crate::question::exported::ExportValue;
use crate::question::items_from::ItemsFrom;
use crate::question::quiz::Quiz;
use crate::question::trial::TrialDraw;
use crate::question::word::Word;
use crate::question::word_counts::WordCounts;
use crate::question::{Answer, Fields, Input, QuestionSpec, Results, Tally};
use crate::refusal::Refusal;
use crate::rules::Rules;

/// How a kind is written in a deck.
pub(crate) struct KindFormat {
    /// Its settings besides those of all questions.
    pub keys: &'static [&'static str],
    /// Those of its settings that are texts, which other languages may have too.
    pub texts: &'static [(&'static str, TextKey)],
    /// What it takes out of its Markdown. The lists of kinds without one are part of the text.
    pub takes: fn(&BlockSettings<'_>) -> MarkdownParts,
    /// The marks that an item of its list may have.
    pub marks: &'static [&'static str],
    /// Whether an item of its list may have a picture.
    pub pictures: bool,
    /// Reads it, with the defaults filled in.
    pub read: fn(&mut KindReader<'_, '_>, QuestionParts) -> QuestionSpec,
}

/// The settings of a kind.
pub(crate) trait KindSettings {
    /// What is wrong with them.
    fn check(&self, findings: &mut Findings);
    /// What is worth knowing about them.
    fn notice(&self, findings: &mut Findings);
    /// Writes those that do not have their default.
    fn write(&self, lines: &mut SettingsWriter);
    /// Its list. A scale whose one statement is its prompt has none.
    fn list(&self, prompt: &str) -> Vec<ListItem<'_>>;
    /// The picture that it points at.
    fn picture(&self) -> Option<&Image>;
    /// The picture of each item of its list.
    fn item_pictures(&self) -> Vec<Option<&Image>>;
    /// What two questions of this kind must have in common to be compared; nothing for kinds that
    /// are not.
    fn shape(&self) -> Option<Vec<i64>>;
    /// What it is worth, of kinds that may have a right answer.
    fn quiz(&self) -> Option<&Quiz>;
    /// Whether the results of later questions can be split by the answers to this one.
    fn splits(&self) -> bool;
    /// Whether its answers, or its baskets, can be the items of a later question.
    fn gives_items(&self, baskets: bool) -> bool;
    /// Where its own items come from, if not from the deck.
    fn items_from(&self) -> Option<&ItemsFrom>;
    /// The same, to be pointed at what that question is called now.
    fn items_from_mut(&mut self) -> Option<&mut ItemsFrom>;
    /// Takes over what it has to know of the language of its deck.
    fn set_language(&mut self, language: &str);
    /// The texts that answers point at, in the order in which they do.
    fn targets(&self) -> Vec<AnswerTarget<'_>>;
    /// By what else answers are read: the question without its texts and without how it looks.
    fn structure(&self) -> QuestionSpec;
    /// What this version collects of it.
    fn collects(&self) -> Collects<'_>;
    /// Whether all that it asks for may stay empty.
    fn may_stay_empty(&self) -> bool {
        false
    }
}

/// A text that answers point at by its place: an option, a statement, a pole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AnswerTarget<'a> {
    pub text: &'a str,
    /// Whether it takes a text of its own.
    pub typed: bool,
}

impl<'a> AnswerTarget<'a> {
    /// Those of which none takes a text.
    pub fn all(texts: impl IntoIterator<Item = &'a String>) -> Vec<Self> {
        let plain = |text: &'a String| Self { text, typed: false };
        texts.into_iter().map(plain).collect()
    }
}

/// What a question collects.
pub(crate) enum Collects<'a> {
    /// One answer of each participant, that may be changed.
    OneAnswer(&'a dyn Collected),
    /// Texts, added one at a time.
    ManyTexts(&'a dyn CollectedTexts),
    /// Nothing by itself: it shows the room's questions to the speakers.
    Questions,
    /// Nothing that this version can play.
    Nothing,
}

/// A kind of which each participant gives one answer.
pub(crate) trait Collected {
    /// What pages need to know of it.
    fn input(&self) -> Input;
    /// Validates and normalises what somebody filled in. Fields that it does not know are passed
    /// over; of one that a form has once, the first counts.
    ///
    /// # Errors
    /// A [`Refusal`] about the content: too long, too many, empty, of another kind.
    fn read(&self, fields: &Fields, rules: Rules) -> Result<Answer, Refusal>;
    /// An empty sum.
    fn tally(&self) -> Tally;
    /// What a sum comes to, with the labels of what was asked; nothing of another kind's.
    fn results(&self, tally: &Tally, extent: ResultsScope) -> Option<Results>;
    /// The values of an answer in a table, each with what it is about; none of another kind's, and
    /// none of what is kept beside the room.
    fn values(&self, answer: &Answer, word_counts: Option<&WordCounts>) -> Vec<ExportValue>;
    /// Whether people type texts that count by their key.
    fn takes_texts(&self) -> bool;
    /// Whether texts wait for a moderator; as the deck if not said.
    fn moderated(&self) -> Option<bool>;
    /// A text as somebody may give it, to be hidden before anybody does.
    ///
    /// # Errors
    /// [`Refusal::TooLong`]; [`Refusal::UnknownAnswer`] where texts are not all that is given.
    fn word(&self, typed: &str, rules: Rules) -> Result<Option<Word>, Refusal>;
    /// Whether the stage draws its texts as a cloud.
    fn is_cloud(&self) -> bool;
    /// The fields as somebody fills them in who is made up.
    fn trial(&self, draw: &mut TrialDraw<'_>) -> Fields;
    /// What hosts enter of it for people without a phone.
    fn by_hand(&self) -> ByHand;
    /// Whether what people fill in is kept beside the room.
    fn is_kept_apart(&self) -> bool;
    /// Whether the way of each unnamed person between two rounds is shown.
    fn shows_ways(&self) -> bool;
    /// The labels that have a column of their own in tables; none where the question has one.
    fn columns(&self) -> Vec<&str>;
}

/// A kind to which each participant adds texts, one at a time.
pub(crate) trait CollectedTexts {
    /// What pages need to know of it.
    fn input(&self) -> Input;
    /// Under which headings texts stand; none where there are none.
    fn headings(&self) -> &[String];
    /// How many texts one participant may have.
    fn entries(&self) -> u32;
    /// Upvotes that one person may give to what others added.
    fn votes(&self) -> u32;
    /// Whether texts wait for a moderator; as the deck if not said.
    fn moderated(&self) -> Option<bool>;
    /// Validates and normalises a text.
    ///
    /// # Errors
    /// [`Refusal::Empty`], [`Refusal::TooLong`].
    fn read(&self, typed: &str, rules: Rules) -> Result<String, Refusal>;
    /// The same of the fields of a form.
    ///
    /// # Errors
    /// Those of `read`, and [`Refusal::OutOfRange`] of another field.
    fn read_form(&self, fields: &Fields, rules: Rules) -> Result<String, Refusal>;
    /// The fields as somebody fills them in who is made up.
    fn trial(&self, draw: &mut TrialDraw<'_>) -> Fields;
    /// Where a text stands among those of a group that has one in each place; nothing where a group
    /// has several.
    fn place_in_group(&self, _text: &str, _rules: Rules) -> Option<u8> {
        None
    }
    /// What was added in a table: the text, what it counts as, and the votes for it.
    fn values(&self, given: &str, counts_as: Option<&str>, votes: u64) -> Vec<ExportValue>;
}

/// How much of the results is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ResultsScope {
    /// All.
    Whole,
    /// As [`Results::bounded`] leaves them, without making the rest first.
    Page(RightAnswers),
    /// The same for hosts.
    Stage(RightAnswers),
}

/// Whether a page is sent what is right, of kinds of which something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RightAnswers {
    /// Somebody could still answer.
    Kept,
    /// Nobody can any more.
    Told,
}

/// The running sum of a kind's answers.
pub(crate) trait Sum {
    /// Counts one answer. One of another kind can't have passed validation, and is not counted.
    fn add_answer(&mut self, answer: &Answer);
    /// Takes back one answer that was counted before.
    fn remove_answer(&mut self, answer: &Answer);
    /// People whose answer counts.
    fn voters(&self) -> u64;
    /// The texts that people typed and that count by their key.
    fn word_counts(&self) -> Option<&WordCounts>;
    /// The same, to be moderated.
    fn word_counts_mut(&mut self) -> Option<&mut WordCounts>;
}

//! What a page shows. A view holds nothing that its role may not see: no hidden results, no right
//! answers, no later slides, and notes for the presenter alone.

use serde::{Deserialize, Serialize};

use crate::cloud::Cloud;
use crate::control::{RecentAction, Undoable};
use crate::deck::{AgendaPart, PhonesTo};
use crate::groups::GroupName;
use crate::ids::{AnswerId, ControlNumber, DeckVersion, Millis, Round, SlideId};
use crate::phase::Phase;
use crate::question::Input;
use crate::question::Results;
use crate::rules::Rules;

mod around;
mod evaluation;
mod moderation;
mod qa;
mod split;

pub use around::{Around, TimeRequests};
pub use evaluation::EvaluationView;
pub use moderation::{HeldCount, MergeSuggestion, Merged, Moderable};
pub use qa::{
    HostQa, MergedQuestion, PhoneQa, PhoneQuestion, QaOrigin, QaQuestion, QaState, StageQa,
    StageQuestion,
};
pub use split::{SplitGroup, SplitName, SplitResults};

/// What every phone of a room shows; the same for all of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PhoneView {
    /// The deck's title.
    pub title: String,
    /// The deck's language.
    pub language: String,
    /// How far the room is.
    pub phase: Phase,
    /// What the room looks at; nothing before the first move.
    pub slide: Option<SlideView>,
    /// Whether no other slide comes after that one. Left out where one does.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub last: bool,
    /// Whether everything is tried out and counts for nothing. Left out where it counts.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub trial: bool,
    /// Whether everybody goes through the deck by themselves. Left out where the stage leads.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub own_pace: bool,
    /// Questions that the stage has left and that still take answers; in own pace all that there is
    /// to go through, in order.
    pub late: Vec<SlideView>,
    /// Questions that were asked so far, in deck order.
    pub asked: Vec<PastQuestion>,
    /// Emoji that may be sent now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reactions: Vec<String>,
    /// The groups that one may be in. Left out where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupName>,
    /// Questions to the speakers, where one may ask them or could.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qa: Option<PhoneQa>,
    /// The name of the page on which one reads what came out of it; left out before the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// Its last day: as `2026-12-28`, and as people write it once a page is to show it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page_day: Option<String>,
}

impl PhoneView {
    /// The same while the projected page is used like that: where it is blank, phones show no
    /// results either.
    pub fn while_screen_is(mut self, screen: Screen) -> Self {
        self.slide = self.slide.map(|slide| slide.while_screen_is(screen));
        let late = self.late.into_iter();
        self.late = late.map(|slide| slide.while_screen_is(screen)).collect();
        self
    }
}

impl SlideView {
    /// As [`PhoneView::while_screen_is`], of one slide.
    pub fn while_screen_is(mut self, screen: Screen) -> Self {
        if let (Screen::Blank, PartView::Question(question)) = (screen, &mut self.part) {
            question.results = None;
        }
        self
    }
}

/// A question that was asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PastQuestion {
    /// Which.
    pub id: SlideId,
    /// Its prompt.
    pub prompt: String,
    /// What was asked, by which one's own answer is put into words.
    pub input: Input,
}

/// What a host's page shows: stage, presenter, remote or moderator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HostView {
    /// The deck's title.
    pub title: String,
    /// The deck's language.
    pub language: String,
    /// How far the room is.
    pub phase: Phase,
    /// Whether the room has ended and the stage shows `slide` all the same: it is looked back at.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub looks_back: bool,
    /// While everything is tried out and counts for nothing: how many answers there are. Left out
    /// of a room that counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trial: Option<u64>,
    /// Everyone who joined.
    pub participants: u64,
    /// Connected now.
    pub present: u64,
    /// Answers on their way to disk.
    #[serde(default)]
    pub sending: u64,
    /// What the projected page is used for.
    #[serde(default)]
    pub screen: Screen,
    /// How many slides the deck has.
    pub slides: u64,
    /// What the room looks at; nothing before the first move.
    pub slide: Option<SlideView>,
    /// How many have gone through the deck, where everybody does so by themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished: Option<u64>,
    /// How far the evaluation is, where the deck has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evaluation: Option<EvaluationView>,
    /// For the presenter: the notes to this slide.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
    /// All slides in their order: for the presenter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outline: Vec<OutlineRow>,
    /// The slide that *next* goes to: for the presenter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upcoming: Option<SlideId>,
    /// How many groups the deck has, if any: for the presenter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub groups: Option<u64>,
    /// How often the deck was changed since the room began: for the presenter.
    #[serde(default, skip_serializing_if = "is_first")]
    pub deck_version: DeckVersion,
    /// The prompt of the next slide: for hosts behind the stage, and in a break for the stage too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// How to get on the network there: for the stage alone, while it shows how to join.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wifi: Option<WifiView>,
    /// The part of the agenda after the one that runs; for hosts behind the stage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_part: Option<AgendaPart>,
    /// Whether the door is closed to newcomers; for hosts behind the stage.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub door_closed: bool,
    /// When phones show results. Left out where it is as the deck says.
    #[serde(default, skip_serializing_if = "PhonesTo::is_deck")]
    pub phones: PhonesTo,
    /// Who waits to join, while somebody does; for hosts behind the stage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting: Option<WaitingCounts>,
    /// Who asks for more time, while the countdown runs for which somebody did; for presenters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more_time: Option<MoreTime>,
    /// When the room came to its first slide; for presenters, until it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub began_at: Option<Millis>,
    /// When it came to this one; for presenters, until the room ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slide_began_at: Option<Millis>,
    /// The slide's planned length; for presenters, until the room ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// At which questions texts wait for a moderator; for hosts behind the stage.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waits: Vec<HeldCount>,
    /// Which words of the list in sight may be the same: for moderators.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suggested: Vec<MergeSuggestion>,
    /// Where this question's results are shown: those of the earlier question that it names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compared: Option<Compared>,
    /// The number of the last control that was carried out: a button or key of this page is about
    /// the room as it is after that one.
    #[serde(default)]
    pub controls: ControlNumber,
    /// The control that `undo` would take back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoable: Option<Undoable>,
    /// What may be sent now, each with how often it was; for the stage.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reactions: Vec<SentReaction>,
    /// Questions to the speakers: for the stage on a slide that shows them, and for other hosts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qa: Option<HostQa>,
    /// Who did what last, the newest first; for presenters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recent: Vec<RecentAction>,
    /// Once it is over: until when the room may go on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resumable_until: Option<Millis>,
}

impl HostView {
    /// The slide that the projected page shows; none where it shows that all is over.
    pub fn on_stage(&self) -> Option<&SlideView> {
        self.slide
            .as_ref()
            .filter(|_| !self.has_ended() || self.looks_back)
    }

    /// Whether people go through the deck by themselves now.
    pub fn goes_alone(&self) -> bool {
        self.finished.is_some() && self.phase == Phase::Live
    }

    /// Whether the room has ended.
    pub fn has_ended(&self) -> bool {
        self.phase == Phase::Ended
    }
}

/// Whether a deck is the one that its room began with.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
fn is_first(version: &DeckVersion) -> bool {
    *version == 0
}

/// One slide in the list of all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutlineRow {
    /// Which.
    pub id: SlideId,
    /// Its kind, as the deck format calls it.
    pub kind: String,
    /// Its first heading, or nothing.
    pub prompt: String,
    /// Whether *next* and *previous* pass it because a host said so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub skip: bool,
    /// Whether this version can't play it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub later: bool,
    /// Whether it takes answers now.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub open: bool,
    /// Of a question that was asked: people whose answer counts in the round under way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voters: Option<u64>,
}

/// A wireless network, to be joined by whoever sees the stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WifiView {
    /// Its name.
    pub name: String,
    /// Its password; none where it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
    /// A QR code of its address, as SVG.
    pub qr: String,
}

impl WifiView {
    /// What phones read in a QR code to join a network, as
    /// <https://github.com/zxing/zxing/wiki/Barcode-Contents#wi-fi-network-config-android-ios-11>
    /// has it.
    pub fn address(&self) -> String {
        let escaped = |text: &str| {
            let special = |c| matches!(c, '\\' | ';' | ',' | ':' | '"');
            let mut escaped = String::with_capacity(text.len());
            for c in text.chars() {
                if special(c) {
                    escaped.push('\\');
                }
                escaped.push(c);
            }
            escaped
        };
        let name = escaped(&self.name);
        match &self.password {
            Some(password) => format!("WIFI:T:WPA;S:{name};P:{};;", escaped(password)),
            None => format!("WIFI:T:nopass;S:{name};;"),
        }
    }
}

/// What an earlier question of the same shape came to, to be set against the one on the stage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    /// The earlier question.
    pub id: SlideId,
    /// Its prompt.
    pub prompt: String,
    /// What the answers of its current round add up to.
    pub results: Results,
    /// Of places between two poles: everybody who took one both times, unnamed and sorted. Nothing
    /// for other kinds, and nothing where they are more than
    /// [`PAIRS_MAX`](crate::limits::PAIRS_MAX).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pairs: Option<Vec<Pair>>,
}

/// The two places that one unnamed person took, each 0–100.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "(f64, f64)", into = "(f64, f64)")]
pub struct Pair {
    /// The earlier.
    pub then: f64,
    /// The later.
    pub now: f64,
}

impl From<(f64, f64)> for Pair {
    fn from((then, now): (f64, f64)) -> Self {
        Self { then, now }
    }
}

impl From<Pair> for (f64, f64) {
    fn from(pair: Pair) -> Self {
        (pair.then, pair.now)
    }
}

/// A reaction on the stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentReaction {
    /// The emoji.
    pub reaction: String,
    /// How often it was sent.
    pub times: u32,
}

/// The same for hosts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoreTime {
    /// For which question.
    pub question: SlideId,
    /// How many.
    pub people: u64,
}

/// People who wait to join.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingCounts {
    /// How many.
    pub participants: u64,
    /// From how many networks.
    pub networks: u64,
    /// Whether a host was not asked yet what to do, or many more have come since.
    pub asked: bool,
}

/// What the projected page is used for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Screen {
    /// The slide where the room is.
    #[default]
    Slides,
    /// How to join, large.
    Join,
    /// Nothing: everybody looks at the speaker.
    Blank,
}

/// One slide as it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SlideView {
    /// Which.
    pub id: SlideId,
    /// Its place in the deck, from 1.
    pub number: u64,
    /// Its kind, as the deck format calls it.
    pub kind: String,
    /// Its first heading, or nothing.
    pub prompt: String,
    /// The rest as sanitised HTML.
    pub body: String,
    /// What there is to show or do.
    pub part: PartView,
}

/// What there is to show or do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "part", rename_all = "snake_case")]
pub enum PartView {
    /// Text.
    Content,
    /// How to join.
    Instructions,
    /// A pause.
    Break {
        /// Its length.
        minutes: Option<u32>,
        /// The time of day until which it lasts.
        until: Option<String>,
        /// When the stage came to it.
        began_at: Millis,
    },
    /// Something to answer.
    Question(Box<QuestionView>),
    /// A kind that this version can't play.
    Later,
}

/// One question as it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuestionView {
    /// The round under way.
    pub round: Round,
    /// Whether it takes answers, or in the voting phase upvotes.
    pub open: bool,
    /// Whether it takes upvotes only.
    pub voting: bool,
    /// Whether an answer may be changed while it is open.
    pub change: bool,
    /// Whether what comes waits for a moderator before it shows.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub holds: bool,
    /// Whether nobody is finished who has not answered it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// When the countdown on the screen is at nought.
    pub countdown_ends: Option<Millis>,
    /// When it closes because the stage has moved on.
    pub grace_ends: Option<Millis>,
    /// Whether it takes answers wherever the stage is, as part of the evaluation.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub evaluation: bool,
    /// Where a group gives one answer: how many groups there are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub groups: Option<u64>,
    /// By which rules a text is counted, and stands under a heading.
    #[serde(default = "Rules::latest", skip_serializing_if = "Rules::is_latest")]
    pub rules: Rules,
    /// What may be given.
    pub input: Input,
    /// What the answers add up to, where this role may see it now.
    pub results: Option<Results>,
    /// The same by groups, where the question is split.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub split: Option<Box<SplitResults>>,
    /// Where `results` are those of an earlier round: of which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub results_round: Option<Round>,
    /// How many rounds there have been, with those that were taken back; for hosts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rounds: Option<Round>,
    /// Where the words of these results stand, where they are drawn as a cloud; for hosts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cloud: Option<Box<Cloud>>,
    /// Answers that may be voted for, where one may vote now.
    pub votable: Option<Vec<Votable>>,
    /// People, or groups, whose answer counts; for hosts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voters: Option<u64>,
    /// How many of these a host entered, where one did; for hosts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typed: Option<u64>,
    /// Who sees the results now; for hosts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown: Option<ResultsVisibility>,
    /// What may be approved, hidden or merged, newest first; for hosts behind the stage, where
    /// people type texts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moderable: Option<Vec<Moderable>>,
}

/// Who sees the results of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultsVisibility {
    /// The projected page.
    pub stage: bool,
    /// Phones.
    pub phones: bool,
}

/// An answer that may be voted for; its count is a result and not here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Votable {
    /// Its public name.
    pub id: AnswerId,
    /// The text.
    pub text: String,
}

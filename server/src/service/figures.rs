//! The figure of one question as a file of its own: drawn here as SVG, made a PNG of by a child.

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use client::charts::Heading;
use client::kinds::KindFigure;
use client::kinds::figure_context::FigureContext;
use client::language::Language;
use client::standalone::{FigureMode, StandaloneFigure};
use client::texts::desk::date;
use shared::cloud::{Cloud, Layout};
use shared::deck::markdown;
use shared::ids::{Round, SlideId};
use shared::protocol::view::{Compared, SplitResults};
use shared::question::{Input, Results};
use shared::room::Room;
use shared::rules::Rules;

use super::ServiceError;
use super::exporting::Exported;
use crate::App;
use crate::child::ChildJob;
use crate::export::file_name::{day, figure_name};
use crate::lobby::FoundRoom;
use crate::room::RoomHandle;
use crate::zone::Zone;

/// How wide and how high a figure may be, in pixels.
pub const SIDE_PIXELS: std::ops::RangeInclusive<u32> = 320..=3840;

/// The letters that a figure brings along, for readers that have none of ours.
pub static FONT: LazyLock<String> = LazyLock::new(|| {
    let font = include_bytes!("../../../client/font/atkinson-hyperlegible-next.woff2");
    format!("data:font/woff2;base64,{}", STANDARD.encode(font))
});

/// Which figure is wanted, and how.
#[derive(Clone, Debug)]
pub struct FigureWanted {
    pub question: SlideId,
    /// Else the one that is under way.
    pub round: Option<Round>,
    /// Else by what the deck says.
    pub split: Option<SlideId>,
    pub size: (u32, u32),
    pub mode: FigureMode,
    pub has_ground: bool,
    pub format: FigureFormat,
}

/// As what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureFormat {
    Svg,
    Png,
}

impl FigureFormat {
    /// The format of that ending.
    pub fn of(extension: &str) -> Option<Self> {
        match extension {
            "svg" => Some(Self::Svg),
            "png" => Some(Self::Png),
            _ => None,
        }
    }

    /// The file's ending.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    fn content_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
        }
    }
}

/// All that a figure is drawn from, out of the room's hands.
struct FigureSource {
    prompt: String,
    body: String,
    input: Input,
    results: Results,
    compared: Option<Compared>,
    split: Option<SplitResults>,
    cloud: Option<Cloud>,
    rules: Rules,
    language: Language,
    day: String,
    round: Option<Round>,
}

/// The figure as a file.
///
/// # Errors
/// [`ServiceError::UnknownQuestion`], [`ServiceError::UnknownRound`], [`ServiceError::NoFigure`],
/// [`ServiceError::NotSplittable`], and those of the room and of the child.
pub async fn figure(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    wanted: &FigureWanted,
) -> Result<Exported, ServiceError> {
    let (zone, code) = (&app.settings.zone, &found.document.code);
    let named = (&wanted.question, wanted.round, wanted.format.extension());
    let (source, name) = handle.read(|room| {
        let source = FigureSource::of(room, wanted, zone);
        (source, figure_name(room, code, named, zone))
    })?;
    let font = (wanted.format == FigureFormat::Svg).then_some(FONT.as_str());
    let svg = source?.svg(wanted, font).ok_or(ServiceError::NoFigure)?;
    let bytes = match wanted.format {
        FigureFormat::Svg => svg.into_bytes(),
        FigureFormat::Png => app.children.run(&ChildJob::Png { svg }).await?,
    };
    Ok(Exported {
        name,
        content_type: wanted.format.content_type(),
        bytes,
    })
}

impl FigureSource {
    fn of(room: &Room, wanted: &FigureWanted, zone: &Zone) -> Result<Self, ServiceError> {
        let slide = room.deck.find(&wanted.question).map(|(_, slide)| slide);
        let known = slide.filter(|slide| slide.question().is_some());
        let known = known.and_then(|slide| Some((slide, room.question(&slide.id)?)));
        let (slide, state) = known.ok_or(ServiceError::UnknownQuestion)?;
        let number = wanted.round.unwrap_or(state.round());
        let round = state.nth(number).ok_or(ServiceError::UnknownRound)?;
        let split = match &wanted.split {
            Some(by) if !room.can_split_by(by) => return Err(ServiceError::NotSplittable),
            Some(by) => room.split_by(by, round),
            None => room.split(slide, round),
        };
        let is_now = number == state.round();
        let input = round.ask.input().ok_or(ServiceError::NoFigure)?;
        let results = round.results().ok_or(ServiceError::NoFigure)?;
        let words = round.word_counts().filter(|_| round.ask.is_cloud());
        Ok(Self {
            prompt: slide.heading().to_owned(),
            body: markdown::html(&slide.body),
            input,
            results,
            compared: room.compared(slide).filter(|_| is_now),
            split,
            cloud: words.map(|words| Layout::new(words, room.at).cloud(words)),
            rules: room.rules,
            language: Language::of_tag(&room.deck.language).unwrap_or_default(),
            day: day(room, zone),
            round: (state.rounds_begun() > 1).then_some(number),
        })
    }

    /// Nothing of what has no figure.
    fn svg(&self, wanted: &FigureWanted, font: Option<&str>) -> Option<String> {
        let figure = KindFigure::of(&self.input, &self.results);
        let figure = match &self.compared {
            Some(earlier) => figure.against(earlier),
            None => figure,
        };
        let standalone = StandaloneFigure {
            context: FigureContext {
                heading: Heading {
                    prompt: &self.prompt,
                    body: &self.body,
                },
                figure,
                rules: self.rules,
                cloud: self.cloud.as_ref(),
                language: self.language,
                open: false,
            },
            input: &self.input,
            split: self.split.as_ref(),
            bare: false,
            day: date::day(self.language, &self.day, ""),
            round: self.round,
            size: wanted.size,
            mode: wanted.mode,
            has_ground: wanted.has_ground,
            font,
        };
        standalone.svg()
    }
}

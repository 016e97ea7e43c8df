//! The figure of one question as a file of its own: drawn here as SVG, made a PNG of by a child.

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use client::charts::Heading;
use client::language::Language;
use client::results::RoundResults;
use client::standalone::{FigureMode, StandaloneFigure};
use client::texts::desk::date;
use shared::deck::markdown;
use shared::ids::{Round, SlideId};
use shared::room::Room;

use super::exporting::Exported;
use super::{ServiceError, outcome, results};
use crate::App;
use crate::child::ChildJob;
use crate::export::file_name::{FileSubject, figure_name};
use crate::lobby::FoundRoom;
use crate::outcome::round_results;
use crate::room::RoomHandle;
use crate::totals::TotalsDocument;
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
    round: RoundResults,
    body: String,
    language: Language,
    day: String,
}

/// The figure as a file.
///
/// # Errors
/// [`ServiceError::UnknownQuestion`], [`ServiceError::UnknownRound`], [`ServiceError::NoFigure`],
/// [`ServiceError::NotSplittable`], [`ServiceError::AnswersEnded`], and those of the room, the
/// store and the child.
pub async fn figure(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    wanted: &FigureWanted,
) -> Result<Exported, ServiceError> {
    let (zone, code) = (&app.settings.zone, &found.document.code);
    let named = (&wanted.question, wanted.round, wanted.format.extension());
    let totals = outcome::totals_of(&app.store, found).await?;
    let (source, name) = handle.read(|room| {
        let subject = totals.as_ref().map(FileSubject::of_totals);
        let subject = subject.unwrap_or_else(|| FileSubject::of(room));
        let source = FigureSource::of((room, totals.as_ref()), wanted, zone.day(subject.at));
        (source, figure_name(subject, code, named, zone))
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

/// The figure as an SVG that is made a picture of by somebody who has the letters.
///
/// # Errors
/// Those of [`figure`] but for the child's.
pub fn svg(room: &Room, wanted: &FigureWanted, zone: &Zone) -> Result<String, ServiceError> {
    let day = zone.day(FileSubject::of(room).at);
    let svg = FigureSource::of((room, None), wanted, day)?.svg(wanted, None);
    svg.ok_or(ServiceError::NoFigure)
}

impl FigureSource {
    fn of(
        (room, totals): (&Room, Option<&TotalsDocument>),
        wanted: &FigureWanted,
        day: String,
    ) -> Result<Self, ServiceError> {
        let (question, split) = ((&wanted.question, wanted.round), wanted.split.as_ref());
        let round = match totals {
            Some(totals) => results::round_of_totals(totals, question, split)?,
            None => round_results(room, results::of_question(room, question, split)?),
        };
        let slide = room.deck.find(&wanted.question).map(|(_, slide)| slide);
        Ok(Self {
            round,
            body: slide.map_or_else(String::new, |slide| markdown::html(&slide.body)),
            language: Language::of_tag(&room.deck.language).unwrap_or_default(),
            day,
        })
    }

    /// Nothing of what has no figure.
    fn svg(&self, wanted: &FigureWanted, font: Option<&str>) -> Option<String> {
        let results = &self.round.results;
        let heading = Heading {
            prompt: &results.prompt,
            body: &self.body,
        };
        let standalone = StandaloneFigure {
            context: self.round.context(heading, self.language),
            input: &results.input,
            split: results.split.as_ref(),
            bare: false,
            day: date::day(self.language, &self.day, ""),
            round: (results.begun > 1).then_some(results.round),
            size: wanted.size,
            mode: wanted.mode,
            has_ground: wanted.has_ground,
            font,
        };
        standalone.svg()
    }
}

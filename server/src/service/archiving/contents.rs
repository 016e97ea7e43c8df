//! What stands in the ZIP of a room: its files, with the pictures that children make.

use std::collections::BTreeMap;

use client::language::Language;
use client::messages::archive::ArchiveTexts;
use client::standalone::FigureMode;
use futures_util::stream::{self, StreamExt, TryStreamExt};
use shared::ids::{Round, SlideId};
use shared::report::{Report, ReportDraft};
use shared::room::Room;
use xlsx::TableBook;

use crate::archive::RoomArchive;
use crate::archive::zip_file::ZipFile;
use crate::child::{ChildError, ChildJob, ChildPool};
use crate::export::{ExportFormat, ExportOptions, book};
use crate::forms::FormTable;
use crate::outcome::RoomOutcome;
use crate::service::ServiceError;
use crate::service::figures::{self, FigureFormat, FigureWanted};
use crate::service::reporting::{self, ReportFormat};
use crate::zone::Zone;

/// Width and height of its pictures, in pixels.
const PICTURE: (u32, u32) = (1920, 1080);
/// Pictures that are made at the same time.
const PICTURES_AT_ONCE: usize = 2;

/// All that is in the ZIP of a room at one moment, but for the room itself.
pub struct ZipContents {
    language: Language,
    report: Report,
    csv: Vec<u8>,
    json: Vec<u8>,
    book: TableBook,
    /// Each with its name and its SVG.
    pictures: Vec<(String, String)>,
    deck: String,
}

/// A file of the ZIP.
struct Packed {
    name: String,
    bytes: Vec<u8>,
}

impl ZipContents {
    /// What there is of a room as it is now, with what was filled into its forms, what its
    /// organiser added to the report, and its deck as text; `host` is where the peil is that makes
    /// it.
    pub fn of(
        (room, outcome, tables): (&Room, &RoomOutcome, &[FormTable]),
        draft: &ReportDraft,
        (zone, host): (&Zone, Option<&str>),
        deck: String,
    ) -> Self {
        let (language, report) = reporting::report_of(outcome, draft, (zone, host));
        let rows = |format| ExportOptions {
            format,
            ..ExportOptions::default()
        };
        let pictures = pictured(room).into_iter().filter_map(|(name, wanted)| {
            let svg = figures::svg(room, &wanted, zone).ok()?;
            Some((name, svg))
        });
        Self {
            language,
            report,
            csv: rows(ExportFormat::Csv).bytes(room, zone),
            json: rows(ExportFormat::Json).bytes(room, zone),
            book: book::book(room, tables, zone),
            pictures: pictures.collect(),
            deck,
        }
    }

    /// The ZIP, with the room itself for another peil.
    ///
    /// # Errors
    /// Those of the children, and of packing.
    pub async fn zip(
        self,
        archive: RoomArchive,
        children: &ChildPool,
    ) -> Result<Vec<u8>, ServiceError> {
        let files = self.files(children).await?;
        let packed = tokio::task::spawn_blocking(move || {
            let mut zip = ZipFile::default();
            for file in files {
                zip.file(&file.name, &file.bytes)?;
            }
            archive.write(&mut zip)?;
            zip.bytes()
        });
        Ok(packed.await.map_err(|_| ServiceError::NotMade)??)
    }

    async fn files(self, children: &ChildPool) -> Result<Vec<Packed>, ChildError> {
        let packed = |name: &str, bytes: Vec<u8>| Packed {
            name: name.to_owned(),
            bytes,
        };
        let (language, mut files) = (self.language, Vec::new());
        files.push(packed("README.txt", read_me(language).into_bytes()));
        for format in [ReportFormat::Html, ReportFormat::Docx, ReportFormat::Pdf] {
            let report = (language, self.report.clone());
            let bytes = format.bytes(report, children).await?;
            files.push(packed(&format!("report.{}", format.extension()), bytes));
        }
        let pictures = stream::iter(self.pictures).map(|(name, svg)| async move {
            let bytes = children.run(&ChildJob::Png { svg }).await?;
            Ok::<_, ChildError>(packed(&format!("figures/{name}.png"), bytes))
        });
        let pictures: Vec<Packed> = pictures.buffered(PICTURES_AT_ONCE).try_collect().await?;
        files.extend(pictures);
        let xlsx = children.run(&ChildJob::Xlsx(self.book)).await?;
        files.push(packed("deck.md", self.deck.into_bytes()));
        files.push(packed("answers/answers.xlsx", xlsx));
        files.push(packed("answers/answers.csv", self.csv));
        files.push(packed("answers/answers.json", self.json));
        Ok(files)
    }
}

/// The pictures of every question that was answered, in each of its rounds, named by the slide's
/// number and id: `07-waarden`, and `07-waarden-1` of a round before the newest.
fn pictured(room: &Room) -> Vec<(String, FigureWanted)> {
    let slides = &room.deck.slides;
    let places: BTreeMap<&SlideId, usize> = slides
        .iter()
        .zip(1..)
        .map(|(slide, place)| (&slide.id, place))
        .collect();
    let digits = slides.len().to_string().len().max(2);
    let mut all = Vec::new();
    for (slide, state) in room.asked_slides() {
        // What was taken out of the deck stands behind it.
        let place = places.get(&slide.id).copied().unwrap_or(slides.len() + 1);
        let name = format!("{place:0digits$}-{}", slide.id);
        let answered = state.rounds().filter(|(_, round)| round.voters() > 0);
        for (number, _) in answered {
            let name = match number == state.round() {
                true => name.clone(),
                false => format!("{name}-{number}"),
            };
            all.push((name, wanted(&slide.id, number)));
        }
    }
    all
}

fn wanted(question: &SlideId, round: Round) -> FigureWanted {
    FigureWanted {
        question: question.clone(),
        round: Some(round),
        split: None,
        size: PICTURE,
        mode: FigureMode::Light,
        has_ground: true,
        format: FigureFormat::Png,
    }
}

/// The file that is read before the others.
fn read_me(language: Language) -> String {
    let say = ArchiveTexts::of(language);
    let lines = [
        say.read_me,
        "",
        say.read_me_share,
        say.read_me_report,
        "",
        say.read_me_keep,
        say.read_me_figures,
        say.read_me_deck,
        say.read_me_answers,
        say.read_me_archive,
        "",
    ];
    // Notepad on older computers reads no other end of a line.
    lines.join("\r\n")
}

//! What a file is called: title, code, shape and day, so that no two exports of a room have one
//! name, and none a name that a computer refuses.

use http::HeaderValue;
use shared::code::JoinCode;
use shared::ids::{Millis, Round, SlideId};
use shared::room::Room;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::ExportOptions;
use crate::outcome::RoomOutcome;
use crate::totals::TotalsDocument;
use crate::zone::Zone;

/// Bytes of a title in a name: with the rest it stays below the 255 that file systems take.
const TITLE_BYTES: usize = 120;
/// Where the title has nothing that can stand in a name.
const UNTITLED: &str = "peil";

/// What a file is named after, besides the room's code.
#[derive(Clone, Copy)]
pub struct FileSubject<'a> {
    /// The deck's title.
    pub title: &'a str,
    /// When the first participant joined, else when the room was made.
    pub at: Millis,
}

impl<'a> FileSubject<'a> {
    /// That of a room that has its answers.
    pub fn of(room: &'a Room) -> Self {
        Self {
            title: &room.deck.title,
            at: room.first_joined_at(),
        }
    }

    /// That of what came of a room.
    pub fn of_outcome(outcome: &'a RoomOutcome) -> Self {
        Self {
            title: &outcome.title,
            at: outcome.first_at,
        }
    }

    /// That of a room whose answers have ended.
    pub fn of_totals(totals: &'a TotalsDocument) -> Self {
        Self {
            title: &totals.title,
            at: totals.first_at,
        }
    }
}

/// `Groepenwerkplaats-69783439-long-2026-11-28.csv`. The day is the one on which the first
/// participant joined, else the one on which the room was made.
pub fn file_name(room: &Room, code: &JoinCode, wanted: ExportOptions, zone: &Zone) -> String {
    let subject = FileSubject::of(room);
    named(subject, code, wanted.word(), wanted.extension(), zone)
}

/// The same of everything in one book: `Groepenwerkplaats-69783439-2026-11-28.xlsx`.
pub fn spreadsheet_name(subject: FileSubject<'_>, code: &JoinCode, zone: &Zone) -> String {
    let (title, code, day) = (title(subject.title), code.digits(), zone.day(subject.at));
    format!("{title}-{code}-{day}.xlsx")
}

/// The same of everything as one ZIP: `Groepenwerkplaats-69783439-2026-11-28.zip`.
pub fn archive_name(subject: FileSubject<'_>, code: &JoinCode, zone: &Zone) -> String {
    let (title, code, day) = (title(subject.title), code.digits(), zone.day(subject.at));
    format!("{title}-{code}-{day}.zip")
}

/// The same of the figure of one question: `Groepenwerkplaats-69783439-mening-2-2026-11-28.png` of
/// its second round.
pub fn figure_name(
    subject: FileSubject<'_>,
    code: &JoinCode,
    (question, round, extension): (&SlideId, Option<Round>, &str),
    zone: &Zone,
) -> String {
    let mut word = title(question.as_str());
    if let Some(round) = round {
        word += &format!("-{round}");
    }
    named(subject, code, &word, extension, zone)
}

/// The same of what was filled into one form:
/// `Groepenwerkplaats-69783439-evaluatie-2026-11-28.csv`.
pub fn forms_name(
    room: &Room,
    code: &JoinCode,
    (question, wanted): (&SlideId, ExportOptions),
    zone: &Zone,
) -> String {
    let mut word = title(question.as_str());
    if wanted.excel {
        word += "-excel";
    }
    let subject = FileSubject::of(room);
    named(subject, code, &word, wanted.extension(), zone)
}

/// The same of the report: `Groepenwerkplaats-69783439-report-2026-11-28.docx`.
pub fn report_name(
    subject: FileSubject<'_>,
    code: &JoinCode,
    extension: &str,
    zone: &Zone,
) -> String {
    named(subject, code, "report", extension, zone)
}

fn named(
    subject: FileSubject<'_>,
    code: &JoinCode,
    word: &str,
    extension: &str,
    zone: &Zone,
) -> String {
    format!(
        "{}-{}-{word}-{}.{extension}",
        title(subject.title),
        code.digits(),
        zone.day(subject.at)
    )
}

/// `Content-Disposition` of a file to keep: the name in ASCII for clients that know no other, and
/// as it is (RFC 6266).
pub fn attachment(name: &str) -> HeaderValue {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
    let percent = |byte: u8| {
        if plain(byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    let encoded: String = name.bytes().map(percent).collect();
    let value = format!(
        "attachment; filename=\"{}\"; filename*=UTF-8''{encoded}",
        ascii(name)
    );
    HeaderValue::try_from(value).expect("ASCII without control characters can stand in a header")
}

/// What can stand in a name on every computer: no punctuation but `-`, nothing unseen, no end that
/// is cut off.
fn title(title: &str) -> String {
    let unseen = |c: &char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    // Also points: Windows takes `con.txt` for a device whatever follows.
    let stands = |c: char| {
        !(c.is_whitespace()
            || c.is_control()
            || c.is_ascii_punctuation()
            || ('\u{2010}'..='\u{205e}').contains(&c))
    };
    let kept: String = title
        .chars()
        .filter(|c| !unseen(c))
        .map(|c| if stands(c) { c } else { '-' })
        .collect();
    let end = (0..=TITLE_BYTES.min(kept.len()))
        .rev()
        .find(|end| kept.is_char_boundary(*end))
        .unwrap_or_default();
    joined(&kept[..end])
}

fn ascii(name: &str) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let plain = stem
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' });
    let plain = joined(&plain.collect::<String>());
    // Code, shape and day are always left; a title may not be.
    let stem = if plain.starts_with(|c: char| c.is_ascii_digit())
        && !stem.starts_with(|c: char| c.is_ascii_digit())
    {
        format!("{UNTITLED}-{plain}")
    } else {
        plain
    };
    format!("{stem}.{ending}")
}

fn joined(parts: &str) -> String {
    let parts: Vec<&str> = parts.split('-').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() {
        UNTITLED.to_owned()
    } else {
        parts.join("-")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_kept_as_far_as_every_computer_takes_it() {
        let long = "é".repeat(200);
        for (given, kept, plain) in [
            (
                "Groepenwerkplaats",
                "Groepenwerkplaats",
                "Groepenwerkplaats",
            ),
            (
                "Hoe gaat het met je?",
                "Hoe-gaat-het-met-je",
                "Hoe-gaat-het-met-je",
            ),
            (
                "Één café, twee cafés",
                "Één-café-twee-cafés",
                "Een-cafe-twee-cafes",
            ),
            (
                "a/b\\c:d*e?f\"g<h>i|j",
                "a-b-c-d-e-f-g-h-i-j",
                "a-b-c-d-e-f-g-h-i-j",
            ),
            ("CON", "CON", "CON"),
            ("con.txt", "con-txt", "con-txt"),
            ("../../etc/passwd", "etc-passwd", "etc-passwd"),
            ("…", "peil", "peil"),
            ("", "peil", "peil"),
            ("עֶרֶב", "עֶרֶב", "peil"),
            ("会议 2026", "会议-2026", "peil-2026"),
            ("\u{202e}vsc.exe\u{2069}", "vsc-exe", "vsc-exe"),
            (
                "regel\r\nSet-Cookie: a=b",
                "regel-Set-Cookie-a-b",
                "regel-Set-Cookie-a-b",
            ),
            ("einde. ", "einde", "einde"),
            (&long, &"é".repeat(60), &"e".repeat(60)),
        ] {
            assert_eq!(title(given), kept, "{given:?}");
            let name = format!("{kept}-12345678-long-2026-11-28.csv");
            let header = attachment(&name).to_str().unwrap().to_owned();
            let expected = format!(
                "attachment; filename=\"{plain}-12345678-long-2026-11-28.csv\"; filename*=UTF-8''"
            );
            assert!(header.starts_with(&expected), "{given:?}: {header}");
            assert!(name.len() < 255 && header.is_ascii());
        }
        let header = attachment("Één-12345678.csv").to_str().unwrap().to_owned();
        assert!(
            header.ends_with("filename*=UTF-8''%C3%89%C3%A9n-12345678.csv"),
            "{header}"
        );
    }
}

//! What an address asks of a figure, and the file that is answered: the same for the desk and over
//! the API.

use axum::response::Response;
use client::standalone::FigureMode;
use http::header::CONTENT_SECURITY_POLICY;
use http::{HeaderValue, StatusCode};
use serde::Deserialize;
use shared::ids::{Round, SlideId};

use super::download;
use super::failure::Failure;
use crate::App;
use crate::lobby::FoundRoom;
use crate::room::RoomHandle;
use crate::service::figures::{self, FigureFormat, FigureWanted, SIDE_PIXELS};

/// A file of its own: it brings its font, and reaches for nothing else.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'self'",
);
/// What is drawn where no size is said.
const SIZE: (u32, u32) = (1920, 1080);

/// What stands behind the `?`. What is not known there would be another figure than was asked for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureQuery {
    round: Option<Round>,
    split: Option<SlideId>,
    #[serde(default)]
    mode: ModeWord,
    size: Option<String>,
    #[serde(default)]
    background: GroundWord,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum ModeWord {
    #[default]
    Light,
    Dark,
}

#[derive(Clone, Copy, Default, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum GroundWord {
    #[default]
    Plain,
    None,
}

/// The figure of a file's name, such as `mening.svg`.
///
/// # Errors
/// What is wrong with the name or the query, or why there is no figure.
pub async fn answer(
    app: &App,
    (found, handle): (&FoundRoom, &RoomHandle),
    file: &str,
    asked: FigureQuery,
) -> Result<Response, Failure> {
    let named = file.rsplit_once('.');
    let named = named.and_then(|(name, ending)| Some((name, FigureFormat::of(ending)?)));
    let (name, format) = named.ok_or_else(Failure::not_found)?;
    let wanted = FigureWanted {
        question: SlideId::from(name),
        round: asked.round,
        split: asked.split,
        size: asked
            .size
            .as_deref()
            .map_or(Some(SIZE), size)
            .ok_or_else(wrong_size)?,
        mode: match asked.mode {
            ModeWord::Light => FigureMode::Light,
            ModeWord::Dark => FigureMode::Dark,
        },
        has_ground: asked.background != GroundWord::None,
        format,
    };
    let exported = figures::figure(app, found, handle, &wanted).await?;
    let mut response = download::file(exported);
    response
        .headers_mut()
        .insert(CONTENT_SECURITY_POLICY, POLICY);
    Ok(response)
}

/// `1920x1080`, each side within what is drawn.
fn size(said: &str) -> Option<(u32, u32)> {
    let (width, height) = said.split_once('x')?;
    let digits = |side: &str| side.bytes().all(|byte| byte.is_ascii_digit());
    let side = |side: &str| {
        side.parse()
            .ok()
            .filter(|pixels| digits(side) && SIDE_PIXELS.contains(pixels))
    };
    Some((side(width)?, side(height)?))
}

fn wrong_size() -> Failure {
    let (least, most) = (SIDE_PIXELS.start(), SIDE_PIXELS.end());
    let detail = format!(
        "`size` is a width and a height in pixels, as `1920x1080`; each from {least} to {most}."
    );
    Failure::new(StatusCode::BAD_REQUEST, "wrong_size", detail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_within_their_bounds() {
        assert_eq!(size("1920x1080"), Some((1920, 1080)));
        assert_eq!(size("320x3840"), Some((320, 3840)));
        for wrong in [
            "319x1080",
            "1920x3841",
            "1920",
            "x",
            "1920x",
            "+640x480",
            "640X480",
            "640x480x1",
            "99999999999x400",
        ] {
            assert_eq!(size(wrong), None, "{wrong}");
        }
    }
}

//! The settings at the top of the file: a deck without its slides.

use std::collections::BTreeMap;

use super::Edition;
use super::block::{self, BlockKind};
use super::keys;
use super::piece::SourcePiece;
use super::settings::BlockSettings;
use super::yaml::YamlValue;
use crate::deck::problem::{Problem, SettingsProblem, Wanted};
use crate::deck::{AnswerPace, Deck, Groups};
use crate::languages;
use crate::limits::GRACE_SECONDS;

/// Reads front matter, and the lines of its keys; without any, everything has its default.
pub(super) fn read(
    piece: Option<&SourcePiece>,
    edition: Edition,
    problems: &mut Vec<Problem>,
) -> (Deck, Vec<(String, usize)>) {
    let entries = piece
        .and_then(|piece| block::read(piece, BlockKind::Deck, edition, problems))
        .unwrap_or_default();
    let languages = BlockSettings {
        entries: &entries,
        problems,
    }
    .texts("languages")
    .unwrap_or_default();
    let entries = keys::check_front(entries, &languages, problems);
    let mut settings = BlockSettings {
        entries: &entries,
        problems,
    };
    let deck = Deck {
        title: settings.text("title").unwrap_or_default(),
        language: language(&mut settings, &languages),
        qa: settings.word("qa").unwrap_or_default(),
        reactions: settings.texts("reactions").unwrap_or_default(),
        moderated: settings.yes_no("moderated").unwrap_or(false),
        profanity: settings.word("profanity").unwrap_or_default(),
        titles: titles(&mut settings, &languages),
        languages,
        groups: groups(&mut settings),
        names: settings.word("names").unwrap_or_default(),
        codes: settings.word("codes").unwrap_or_default(),
        theme: settings.text("theme"),
        results: settings.word("results").unwrap_or_default(),
        phones: settings.word("phones").unwrap_or_default(),
        pace: settings
            .word_among("pace", &[AnswerPace::Room, AnswerPace::Own])
            .unwrap_or_default(),
        grace: settings.count("grace").unwrap_or(GRACE_SECONDS),
        slides: Vec::new(),
    };
    let lines = settings.lines();
    (deck, lines)
}

/// The first of its languages, which `language` may say too.
fn language(settings: &mut BlockSettings<'_>, languages: &[String]) -> String {
    let said = settings.text("language");
    let Some(first) = languages.first() else {
        return said.unwrap_or_else(|| languages::default().into());
    };
    if let Some(line) = settings
        .line("language")
        .filter(|_| said.as_ref().is_some_and(|said| said != first))
    {
        let wrong = SettingsProblem::FirstLanguage {
            first: crate::deck::text::plain::quote(first),
        };
        settings.problems.push(Problem::new(line, wrong));
    }
    first.clone()
}

fn titles(settings: &mut BlockSettings<'_>, languages: &[String]) -> BTreeMap<String, String> {
    let others = languages.iter().skip(1);
    others
        .filter_map(|language| {
            Some((
                language.clone(),
                settings.text(&format!("title-{language}"))?,
            ))
        })
        .collect()
}

/// `8`, or `[Rood, Blauw]`.
fn groups(settings: &mut BlockSettings<'_>) -> Option<Groups> {
    match settings.value("groups")? {
        YamlValue::List(_) => settings.texts("groups").map(Groups::Named),
        YamlValue::Scalar(_) | YamlValue::Map(_) => settings
            .parsed("groups", Wanted::Groups, |text| text.parse().ok())
            .map(Groups::Count),
    }
}

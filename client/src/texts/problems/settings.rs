//! The lines of settings: their YAML, their names and where they belong.

use shared::deck::problem::{KeyPlacement, SettingsProblem, YamlError};

use super::{one_of, typed};
use crate::language::Language;
use crate::messages::deck_problems::{self as say, DeckProblemsTexts};

pub(super) fn said(language: Language, wrong: &SettingsProblem) -> String {
    let texts = DeckProblemsTexts::of(language);
    let whole = match wrong {
        SettingsProblem::SameKey { key, line } => {
            return say::same_key(language, typed(key), typed(&line.to_string()));
        }
        SettingsProblem::UnknownKey {
            key,
            near: Some(near),
        } => {
            return say::unknown_key_near(language, typed(key), typed(near));
        }
        SettingsProblem::UnknownKey { key, near: None } => {
            return say::unknown_key(language, typed(key));
        }
        SettingsProblem::Elsewhere { key, home, kind } => {
            return elsewhere(language, key, home, kind);
        }
        SettingsProblem::Alone { key, other } => {
            return say::key_alone(language, typed(key), typed(other));
        }
        SettingsProblem::Beside { key, other } => {
            return say::key_beside(language, typed(key), typed(other));
        }
        SettingsProblem::NoQuiz { key } => return say::no_quiz(language, typed(key)),
        SettingsProblem::FirstLanguage { first } => {
            return say::first_language(language, typed(first));
        }
        SettingsProblem::Missing { key, kind } => {
            return say::missing(language, typed(key), typed(kind));
        }
        SettingsProblem::Misspelt {
            found,
            instead,
            in_text: false,
        } => {
            return say::misspelt(language, typed(found), typed(instead));
        }
        SettingsProblem::Misspelt {
            found,
            instead,
            in_text: true,
        } => {
            return say::misspelt_in_text(language, typed(found), typed(instead));
        }
        SettingsProblem::Unreadable(error) => unreadable(texts, *error),
        SettingsProblem::NotKeys => texts.not_keys,
        SettingsProblem::TooDeep => texts.settings_too_deep,
        SettingsProblem::AskAndShow => texts.ask_and_show,
        SettingsProblem::BothLengths => texts.both_lengths,
    };
    whole.to_owned()
}

fn elsewhere(language: Language, key: &str, home: &KeyPlacement, kind: &str) -> String {
    let texts = DeckProblemsTexts::of(language);
    let home = match home {
        KeyPlacement::Front => texts.home_front.to_owned(),
        KeyPlacement::Slides => texts.home_slides.to_owned(),
        KeyPlacement::Questions => texts.home_questions.to_owned(),
        KeyPlacement::Kinds(kinds) => say::home_kinds(language, typed(&one_of(language, kinds))),
    };
    match kind {
        "" => say::elsewhere_front(language, typed(&home), typed(key)),
        kind => say::elsewhere(language, typed(&home), typed(key), typed(kind)),
    }
}

fn unreadable(texts: &DeckProblemsTexts, error: YamlError) -> &'static str {
    match error {
        YamlError::Colon => texts.yaml_colon,
        YamlError::Quote => texts.yaml_quote,
        YamlError::Bracket => texts.yaml_bracket,
        YamlError::Tab => texts.yaml_tab,
        YamlError::Mark => texts.yaml_mark,
        YamlError::Content => texts.yaml_content,
        YamlError::Stray => texts.yaml_stray,
        YamlError::Curly => texts.yaml_curly,
        YamlError::Other => texts.yaml_other,
    }
}

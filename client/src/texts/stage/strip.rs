//! What the buttons of the stage's strip are called, and the key that does the same.

use crate::language::Language;
use crate::messages::strip::{self as say, StripTexts};

/// A button of the strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    Previous,
    Next,
    Open,
    Close,
    Show,
    Hide,
    Blank,
    Slides,
    FullScreen,
    Help,
}

impl Tool {
    #[cfg(test)]
    pub const ALL: [Self; 10] = [
        Self::Previous,
        Self::Next,
        Self::Open,
        Self::Close,
        Self::Show,
        Self::Hide,
        Self::Blank,
        Self::Slides,
        Self::FullScreen,
        Self::Help,
    ];

    /// The key that it stands for.
    pub fn key(self) -> &'static str {
        match self {
            Self::Previous => "ArrowLeft",
            Self::Next => "ArrowRight",
            Self::Open | Self::Close => "o",
            Self::Show | Self::Hide => "h",
            Self::Blank | Self::Slides => "b",
            Self::FullScreen => "f",
            Self::Help => "?",
        }
    }
}

/// The strip itself.
pub fn name(language: Language) -> &'static str {
    StripTexts::of(language).name
}

/// A button, with its key behind it.
pub fn tool(language: Language, tool: Tool) -> String {
    let texts = StripTexts::of(language);
    let name = match tool {
        Tool::Previous => texts.previous,
        Tool::Next => texts.next,
        Tool::Open => texts.open,
        Tool::Close => texts.close,
        Tool::Show => texts.show,
        Tool::Hide => texts.hide,
        Tool::Blank => texts.blank,
        Tool::Slides => texts.slides,
        Tool::FullScreen => texts.full_screen,
        Tool::Help => texts.help,
    };
    let key = match tool.key() {
        "ArrowLeft" => "←".to_owned(),
        "ArrowRight" => "→".to_owned(),
        key => key.to_uppercase(),
    };
    say::tool(language, &key, name)
}

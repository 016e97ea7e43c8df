//! What the buttons of the stage's strip are called, and the key that does the same.

use crate::language::Language::{self, En, Nl};

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
    match language {
        Nl => "Bediening",
        En => "Controls",
    }
}

/// A button, with its key behind it.
pub fn tool(language: Language, tool: Tool) -> String {
    let name = match (tool, language) {
        (Tool::Previous, Nl) => "Vorige dia",
        (Tool::Previous, En) => "Previous slide",
        (Tool::Next, Nl) => "Volgende dia",
        (Tool::Next, En) => "Next slide",
        (Tool::Open, Nl) => "Vraag openen",
        (Tool::Open, En) => "Open the question",
        (Tool::Close, Nl) => "Vraag sluiten",
        (Tool::Close, En) => "Close the question",
        (Tool::Show, Nl) => "Resultaten tonen",
        (Tool::Show, En) => "Show the results",
        (Tool::Hide, Nl) => "Resultaten verbergen",
        (Tool::Hide, En) => "Hide the results",
        (Tool::Blank, Nl) => "Leeg scherm",
        (Tool::Blank, En) => "Blank screen",
        (Tool::Slides, Nl) => "De dia weer tonen",
        (Tool::Slides, En) => "Show the slide again",
        (Tool::FullScreen, Nl) => "Volledig scherm",
        (Tool::FullScreen, En) => "Full screen",
        (Tool::Help, Nl) => "Alle toetsen",
        (Tool::Help, En) => "All keys",
    };
    let key = match tool.key() {
        "ArrowLeft" => "←".to_owned(),
        "ArrowRight" => "→".to_owned(),
        key => key.to_uppercase(),
    };
    format!("{name} ({key})")
}

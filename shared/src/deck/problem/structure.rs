//! What can be wrong with how a file is cut into slides.

use crate::limits::{DECK_BYTES, DECK_SLIDES};

/// Something wrong with the file as a whole, or with how it is cut into slides.
#[derive(Clone, Debug, PartialEq)]
pub enum Structure {
    /// The text is larger than a deck may be.
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// This slide is one too many.
    TooManySlides,
    /// There is nothing to show or ask.
    NoSlides,
    /// The front matter is never closed.
    FrontOpen,
    /// The file begins with a separator, but no front matter follows.
    FrontWithoutKeys,
    /// A slide's settings are never closed.
    BlockOpen,
    /// A code fence is never closed, so that it hides every slide after it.
    FenceOpen,
    /// A setting stands in the content.
    OutsideBlock {
        /// `ask` or `show`.
        key: &'static str,
    },
    /// Quotes and lists inside one another, deeper than a page can show.
    TooDeep,
    /// A comment is never closed, so that nobody can say what it hides.
    CommentOpen,
    /// A line of dashes where only `---` ends settings.
    NotSeparator {
        /// As written, shortened.
        found: String,
    },
    /// A deck in the format of another program.
    OtherProgram {
        /// Its name.
        program: &'static str,
    },
    /// A file of a word processor, which holds more than its text.
    NoText {
        /// What it is.
        format: Format,
    },
}

/// What a file is that holds more than text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Of a word processor, also where it is a ZIP.
    Word,
    /// Rich text.
    Rtf,
    /// Printed.
    Pdf,
}

impl Structure {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "deck-too-large",
            Self::TooManySlides => "too-many-slides",
            Self::NoSlides => "no-slides",
            Self::FrontOpen => "front-matter-not-closed",
            Self::FrontWithoutKeys => "front-matter-without-keys",
            Self::BlockOpen => "block-not-closed",
            Self::FenceOpen => "fence-not-closed",
            Self::OutsideBlock { .. } => "key-outside-block",
            Self::TooDeep => "nested-too-deep",
            Self::CommentOpen => "comment-not-closed",
            Self::NotSeparator { .. } => "not-a-separator",
            Self::OtherProgram { .. } => "other-program",
            Self::NoText { .. } => "deck-not-text",
        }
    }

    pub(super) fn english(&self) -> String {
        match self {
            Self::TooLarge { bytes } => {
                format!("This deck is {} KiB; a deck is at most {} KiB. Split it in two.", kib(*bytes), kib(DECK_BYTES))
            }
            Self::TooManySlides => format!("A deck has at most {DECK_SLIDES} slides. Split it in two before this one."),
            Self::NoSlides => "This deck has no slides. Write at least one, such as `# Welcome`.".into(),
            Self::FrontOpen => "The deck's settings begin here and are never closed. Put a line `---` under them.".into(),
            Self::FrontWithoutKeys => {
                "A file that begins with `---` begins with the deck's settings, such as `title: …`. Take this line away if a slide begins here.".into()
            }
            Self::BlockOpen => {
                "A slide's settings begin here and are never closed. Put a line `---` under them, or leave a line empty above if this is text.".into()
            }
            Self::FenceOpen => "This code fence is never closed. End it with a line of the same marks.".into(),
            Self::OutsideBlock { key } => {
                format!("`{key}:` stands in a slide's text. Put it right under a line `---`, and a line `---` under it.")
            }
            Self::TooDeep => "This text is nested too deep. Use fewer `>` and list marks on a line.".into(),
            Self::CommentOpen => "A comment begins here and is never closed. End it with `-->`; is it text? Write `\\<!--`.".into(),
            Self::NotSeparator { found } => {
                format!("`{found}` does not end the settings above it. Write exactly `---`.")
            }
            Self::OtherProgram { program } => {
                format!(
                    "This looks like a deck for {program}, and peil has settings of its own. Keep the text and the lines `---`, and put `ask: …` where you want to ask something."
                )
            }
            Self::NoText { format } => {
                let format = format.english();
                format!("This is {format}, and a deck is plain text. Copy its text into a new file, and save that as plain text (UTF-8).")
            }
        }
    }

    pub(super) fn dutch(&self) -> String {
        match self {
            Self::TooLarge { bytes } => {
                format!("Deze presentatie is {} KiB; een presentatie mag hoogstens {} KiB zijn. Maak er twee van.", kib(*bytes), kib(DECK_BYTES))
            }
            Self::TooManySlides => format!("Een presentatie heeft hoogstens {DECK_SLIDES} dia's. Begin vóór deze dia een tweede."),
            Self::NoSlides => "Deze presentatie heeft geen dia's. Schrijf er minstens één, zoals `# Welkom`.".into(),
            Self::FrontOpen => "Hier beginnen de instellingen van de presentatie, maar ze eindigen nergens. Zet er een regel `---` onder.".into(),
            Self::FrontWithoutKeys => {
                "Een bestand dat met `---` begint, begint met instellingen, zoals `title: …`. Haal deze regel weg als hier een dia begint.".into()
            }
            Self::BlockOpen => {
                "Hier beginnen de instellingen van een dia, maar ze eindigen nergens. Zet er een regel `---` onder. Is dit tekst? Laat er dan een regel boven leeg.".into()
            }
            Self::FenceOpen => "Dit codeblok eindigt nergens. Sluit het af met een regel met dezelfde tekens.".into(),
            Self::OutsideBlock { key } => {
                format!("`{key}:` staat in de tekst van een dia. Zet het direct onder een regel `---`, met een regel `---` eronder.")
            }
            Self::TooDeep => "Deze tekst zit te diep in elkaar. Gebruik minder `>` en lijsttekens op een regel.".into(),
            Self::CommentOpen => "Hier begint een opmerking die nergens eindigt. Sluit haar af met `-->`. Is het tekst? Schrijf dan `\\<!--`.".into(),
            Self::NotSeparator { found } => {
                format!("`{found}` sluit de instellingen erboven niet af. Schrijf precies `---`.")
            }
            Self::OtherProgram { program } => {
                format!(
                    "Dit lijkt een deck voor {program}, en peil heeft eigen instellingen. Houd de tekst en de regels `---`, en zet `ask: …` waar je iets wilt vragen."
                )
            }
            Self::NoText { format } => {
                let format = format.dutch();
                format!("Dit is {format}, en een deck is gewone tekst. Zet de tekst in een nieuw bestand, en bewaar dat als platte tekst (UTF-8).")
            }
        }
    }
}

impl Format {
    fn english(self) -> &'static str {
        match self {
            Self::Word => "a file of a word processor, such as Word",
            Self::Rtf => "rich text (RTF)",
            Self::Pdf => "a PDF",
        }
    }

    fn dutch(self) -> &'static str {
        match self {
            Self::Word => "een bestand van een tekstverwerker, zoals Word",
            Self::Rtf => "opgemaakte tekst (RTF)",
            Self::Pdf => "een PDF",
        }
    }
}

fn kib(bytes: usize) -> usize {
    bytes.div_ceil(1024)
}

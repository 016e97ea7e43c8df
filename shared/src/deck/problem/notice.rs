//! What is not wrong, but worth knowing before the room is full.

/// Something that is read and kept, but may not do what was hoped.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A kind of slide that this version can't play.
    NotPlayed {
        /// The kind.
        kind: &'static str,
    },
    /// A setting that this version does nothing with.
    NotUsed {
        /// The key.
        key: &'static str,
    },
    /// A picture that pages will not load.
    PictureNotShown {
        /// Its address, shortened.
        source: String,
    },
    /// A comment in a slide's settings that looks like a heading.
    Comment {
        /// As written, shortened.
        found: String,
    },
    /// A comment behind a setting that looks like a part of its text.
    CommentBehind {
        /// What is left out, shortened.
        found: String,
    },
    /// A text between quotes as books have them: these are shown.
    CurlyQuotes {
        /// The key.
        key: &'static str,
        /// What stands between them, shortened.
        text: String,
    },
    /// A line of dashes that ends no slide.
    Dashes {
        /// As written, shortened.
        found: String,
    },
    /// A paragraph that looks like a speaker note and is shown to everybody.
    NoteShown {
        /// As written, shortened.
        found: String,
    },
    /// A question takes one list, and there are two.
    TwoLists,
    /// The same text twice among what people choose from.
    SameLabel {
        /// The text, shortened.
        label: String,
    },
    /// A question with a list under it, on a slide that asks nothing.
    AsksNothing,
    /// The whole deck stands in a code fence.
    Fenced,
    /// A deck in the format of another program that can be read all the same.
    OtherProgram {
        /// Its name.
        program: &'static str,
    },
    /// A file in UTF-16.
    Utf16,
}

impl Notice {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::NotPlayed { .. } => "not-played-yet",
            Self::NotUsed { .. } => "not-used-yet",
            Self::PictureNotShown { .. } => "picture-not-shown",
            Self::Comment { .. } => "comment-like-heading",
            Self::CommentBehind { .. } => "comment-in-text",
            Self::CurlyQuotes { .. } => "curly-quotes",
            Self::Dashes { .. } => "line-of-dashes",
            Self::NoteShown { .. } => "note-shown",
            Self::TwoLists => "two-lists",
            Self::SameLabel { .. } => "same-label",
            Self::AsksNothing => "question-without-ask",
            Self::Fenced => "deck-in-code",
            Self::OtherProgram { .. } => "other-program",
            Self::Utf16 => "deck-in-utf-16",
        }
    }

    pub(super) fn english(&self) -> String {
        match self {
            Self::NotPlayed { kind } => {
                format!("This version can't play `{kind}` yet. The slide is kept; the presenter's next and previous pass it.")
            }
            Self::NotUsed { key } => {
                format!("`{key}` is kept; this version does nothing with it yet.")
            }
            Self::PictureNotShown { source } => {
                format!(
                    "The picture `{source}` is not loaded: pages show only `data:image/…` and addresses of this site (`/…`). Its description is shown instead."
                )
            }
            Self::Comment { found } => {
                format!(
                    "`{found}` stands among the settings, where `#` begins a comment. If it is the heading, put a line `---` above it."
                )
            }
            Self::CommentBehind { found } => {
                format!("`{found}` is left out, since ` #` begins a comment. Is it text? Put all of the text in quotes: `\"… {found}\"`.")
            }
            Self::CurlyQuotes { key, text } => {
                format!("These curly quotes are shown with the text. To leave them out, write `{key}: \"{text}\"`.")
            }
            Self::Dashes { found } => {
                format!("`{found}` begins no new slide. Write exactly `---` for that, or `***` to draw a line.")
            }
            Self::NoteShown { found } => {
                format!("`{found}` is shown to everybody. Is it for the speaker? Put it behind `notes:` in the slide's settings.")
            }
            Self::TwoLists => {
                "This is a second list, and a question has one: both are taken together. Make one list of them.".into()
            }
            Self::SameLabel { label } => {
                format!("`{label}` stands here twice, and nobody can tell the two apart. Change one of them.")
            }
            Self::AsksNothing => {
                "This looks like a question, but nobody can answer it. To ask it, put `ask: choice` above it, between two lines `---`.".into()
            }
            Self::Fenced => {
                "The whole deck stands in a code block, so it is one slide of code. Take away this line and the last one.".into()
            }
            Self::OtherProgram { program } => {
                format!("This looks like a deck for {program}; peil reads its text and not its settings. To ask something, write `ask: …` above it.")
            }
            Self::Utf16 => "This file is in UTF-16 and was read as that. Save it as UTF-8, so that every program can read it.".into(),
        }
    }

    pub(super) fn dutch(&self) -> String {
        match self {
            Self::NotPlayed { kind } => {
                format!("Deze versie kan `{kind}` nog niet spelen. De dia blijft bewaard; volgende en vorige slaan hem over.")
            }
            Self::NotUsed { key } => {
                format!("`{key}` blijft bewaard; deze versie doet er nog niets mee.")
            }
            Self::PictureNotShown { source } => {
                format!(
                    "Het plaatje `{source}` wordt niet geladen: pagina's tonen alleen `data:image/…` en adressen van deze site (`/…`). De beschrijving komt ervoor in de plaats."
                )
            }
            Self::Comment { found } => {
                format!(
                    "`{found}` staat tussen de instellingen; daar begint `#` een opmerking. Is het de kop? Zet er dan een regel `---` boven."
                )
            }
            Self::CommentBehind { found } => {
                format!("`{found}` valt weg, want ` #` begint een opmerking. Hoort het bij de tekst? Zet de hele tekst tussen aanhalingstekens: `\"… {found}\"`.")
            }
            Self::CurlyQuotes { key, text } => {
                format!("Deze gekrulde aanhalingstekens komen mee in beeld. Zonder: `{key}: \"{text}\"`.")
            }
            Self::Dashes { found } => {
                format!("`{found}` begint geen nieuwe dia. Schrijf daarvoor precies `---`, of `***` voor een streep.")
            }
            Self::NoteShown { found } => {
                format!("`{found}` komt bij iedereen in beeld. Is het voor de spreker? Zet het achter `notes:` in de instellingen van de dia.")
            }
            Self::TwoLists => {
                "Dit is een tweede lijst, en een vraag heeft er één: beide tellen samen. Maak er één lijst van.".into()
            }
            Self::SameLabel { label } => {
                format!("`{label}` staat er twee keer, en niemand kan ze uit elkaar houden. Verander er één.")
            }
            Self::AsksNothing => {
                "Dit lijkt een vraag, maar niemand kan antwoorden. Wil je dat wel? Zet er `ask: choice` boven, tussen twee regels `---`.".into()
            }
            Self::Fenced => {
                "Het hele deck staat in een codeblok, en is zo één dia met code. Haal deze regel en de laatste weg.".into()
            }
            Self::OtherProgram { program } => {
                format!("Dit lijkt een deck voor {program}; peil leest de tekst en niet de instellingen. Wil je iets vragen? Schrijf er `ask: …` boven.")
            }
            Self::Utf16 => "Dit bestand is UTF-16 en is zo gelezen. Bewaar het als UTF-8, dan kan elk programma het lezen.".into(),
        }
    }
}

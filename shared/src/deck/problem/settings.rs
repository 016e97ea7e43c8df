//! What can be wrong with the lines of settings: their YAML, their names and where they belong.

use super::one_of;

/// Something wrong with the lines of settings.
#[derive(Clone, Debug, PartialEq)]
pub enum Settings {
    /// They can't be read as YAML.
    Unreadable(Trouble),
    /// They are not lines of `key: value`.
    NotKeys,
    /// Values inside values, deeper than any setting goes.
    TooDeep,
    /// The key stands there already.
    SameKey {
        /// The key.
        key: String,
        /// Where it stands first.
        line: usize,
    },
    /// No such key.
    UnknownKey {
        /// As written.
        key: String,
        /// A key that exists and looks like it.
        near: Option<&'static str>,
    },
    /// The key exists, but not here.
    Elsewhere {
        /// The key.
        key: &'static str,
        /// Where it belongs.
        home: Home,
        /// The kind of this slide; empty for the front matter.
        kind: &'static str,
    },
    /// A slide is a question or a special slide, not both.
    AskAndShow,
    /// A kind needs this key.
    Missing {
        /// The key.
        key: &'static str,
        /// The kind that needs it.
        kind: &'static str,
    },
    /// A break has a length or an end, not both.
    BothLengths,
    /// A setting in letters or with marks that no setting has.
    Misspelt {
        /// As written, shortened.
        found: String,
        /// What to write.
        instead: String,
        /// Whether it stands among a slide's text.
        in_text: bool,
    },
}

/// Why YAML can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// `: ` inside a text.
    Colon,
    /// A quote that is never closed, or text behind it.
    Quote,
    /// A `[` or `{` that is never closed, or a comma that is missing.
    Bracket,
    /// A tab where only spaces may stand.
    Tab,
    /// A text that begins with a mark that YAML keeps for itself.
    Mark,
    /// A heading or a list item: the content begins without a line `---` above it.
    Content,
    /// A line that is no setting.
    Stray,
    /// Quotes as books have them.
    Curly,
    /// Anything else.
    Other,
}

/// Where a key belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// At the top of the file.
    Front,
    /// In a slide's settings.
    Slides,
    /// In a question's settings.
    Questions,
    /// In the settings of these kinds.
    Kinds(&'static [&'static str]),
}

impl Settings {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "settings-unreadable",
            Self::NotKeys => "settings-not-keys",
            Self::TooDeep => "settings-too-deep",
            Self::SameKey { .. } => "key-twice",
            Self::UnknownKey { .. } => "unknown-key",
            Self::Elsewhere { .. } => "key-elsewhere",
            Self::AskAndShow => "ask-and-show",
            Self::Missing { .. } => "key-missing",
            Self::BothLengths => "minutes-and-until",
            Self::Misspelt { .. } => "key-misspelt",
        }
    }

    pub(super) fn english(&self) -> String {
        match self {
            Self::Unreadable(trouble) => trouble.english().into(),
            Self::NotKeys => "Settings are lines of `key: value`, such as `ask: choice`.".into(),
            Self::TooDeep => "This is nested deeper than any setting goes. Write a text or a simple list.".into(),
            Self::SameKey { key, line } => {
                format!("`{key}` is given already in line {line}. Keep one of the two.")
            }
            Self::UnknownKey { key, near: Some(near) } => format!("There is no key `{key}`. Did you mean `{near}`?"),
            Self::UnknownKey { key, near: None } => {
                format!("There is no key `{key}`. Take it away, or leave a line empty above if this is text.")
            }
            Self::Elsewhere { key, home, kind } => {
                if kind.is_empty() {
                    return format!(
                        "`{key}` is not for the deck's settings. It belongs {}. To begin the first slide here, put a line `---` above it.",
                        home.english()
                    );
                }
                format!("`{key}` is not for `{kind}`. It belongs {}.", home.english())
            }
            Self::AskAndShow => "A slide has `ask` or `show`, not both. Make two slides of it.".into(),
            Self::Missing { key, kind } => {
                format!("`{kind}` needs `{key}`. Add a line `{key}: …`.")
            }
            Self::BothLengths => "A break has `minutes` or `until`, not both. Keep one of the two.".into(),
            Self::Misspelt { found, instead, in_text: false } => {
                format!(
                    "`{found}` is not how a setting is written. Write exactly `{instead}`, at the start of the line."
                )
            }
            Self::Misspelt { found, instead, in_text: true } => {
                format!(
                    "`{found}` is shown as text. As a setting, write `{instead}` right under a line `---`, with a line `---` under it. As text, put a `\\` before the colon."
                )
            }
        }
    }

    pub(super) fn dutch(&self) -> String {
        match self {
            Self::Unreadable(trouble) => trouble.dutch().into(),
            Self::NotKeys => "Instellingen zijn regels met `sleutel: waarde`, zoals `ask: choice`.".into(),
            Self::TooDeep => {
                "Dit zit dieper in elkaar dan een instelling kan. Schrijf een tekst of een eenvoudige lijst.".into()
            }
            Self::SameKey { key, line } => format!("`{key}` staat al in regel {line}. Houd er één."),
            Self::UnknownKey { key, near: Some(near) } => format!("`{key}` bestaat niet. Bedoel je `{near}`?"),
            Self::UnknownKey { key, near: None } => {
                format!("`{key}` bestaat niet. Haal het weg. Is dit tekst? Laat er dan een regel boven leeg.")
            }
            Self::Elsewhere { key, home, kind } => {
                if kind.is_empty() {
                    return format!(
                        "`{key}` is niet voor de instellingen van de presentatie. Het hoort {}. Begint hier de eerste dia? Zet er dan een regel `---` boven.",
                        home.dutch()
                    );
                }
                format!("`{key}` is niet voor `{kind}`. Het hoort {}.", home.dutch())
            }
            Self::AskAndShow => "Een dia heeft `ask` of `show`, niet allebei. Maak er twee dia's van.".into(),
            Self::Missing { key, kind } => format!("`{kind}` heeft `{key}` nodig. Zet er een regel `{key}: …` bij."),
            Self::BothLengths => "Een pauze heeft `minutes` of `until`, niet allebei. Houd er één.".into(),
            Self::Misspelt { found, instead, in_text: false } => {
                format!(
                    "Zo schrijf je een instelling niet: `{found}`. Schrijf precies `{instead}`, aan het begin van de regel."
                )
            }
            Self::Misspelt { found, instead, in_text: true } => {
                format!(
                    "`{found}` komt als tekst in beeld. Is het een instelling? Schrijf `{instead}` direct onder een regel `---`, met een `---` eronder. Is het tekst? Zet een `\\` voor de dubbele punt."
                )
            }
        }
    }
}

impl Trouble {
    fn english(self) -> &'static str {
        match self {
            Self::Colon => "A text with `: ` in it needs quotes: `left: \"my choice: this\"`.",
            Self::Quote => "The quotes don't match. Put one `\"` before the text and one behind all of it.",
            Self::Bracket => {
                "A list needs `[`, commas and `]`; a map needs `{`, commas and `}`. Texts with such marks need quotes."
            }
            Self::Tab => "A tab stands where only spaces may stand. Use spaces.",
            Self::Mark => "This text begins with a mark that settings keep for themselves. Put the text in quotes.",
            Self::Content => "A slide's text stands among its settings. Put a line `---` above the text.",
            Self::Stray => {
                "This line is no setting. Is it the slide's text? Put a line `---` above it. Else write it as `key: value`."
            }
            Self::Curly => "These quotes are curly, and settings need straight ones: `left: \"my choice: this\"`.",
            Self::Other => "These settings can't be read. Write one `key: value` on each line, the texts in quotes.",
        }
    }

    fn dutch(self) -> &'static str {
        match self {
            Self::Colon => "Een tekst met `: ` erin moet tussen aanhalingstekens: `left: \"mijn keuze: deze\"`.",
            Self::Quote => "De aanhalingstekens kloppen niet. Zet één `\"` voor de tekst en één achter de hele tekst.",
            Self::Bracket => {
                "Een lijst heeft `[`, komma's en `]`; een groep heeft `{`, komma's en `}`. Teksten met zulke tekens moeten tussen aanhalingstekens."
            }
            Self::Tab => "Hier staat een tab waar alleen spaties mogen staan. Gebruik spaties.",
            Self::Mark => {
                "Deze tekst begint met een teken dat in instellingen iets betekent. Zet de tekst tussen aanhalingstekens."
            }
            Self::Content => "De tekst van de dia staat tussen de instellingen. Zet een regel `---` boven de tekst.",
            Self::Stray => {
                "Deze regel is geen instelling. Is het de tekst van de dia? Zet er een regel `---` boven. Schrijf hem anders als `sleutel: waarde`."
            }
            Self::Curly => {
                "Dit zijn gekrulde aanhalingstekens. In instellingen horen rechte: `left: \"mijn keuze: deze\"`."
            }
            Self::Other => {
                "Deze instellingen zijn niet te lezen. Schrijf op elke regel één `sleutel: waarde`, teksten tussen aanhalingstekens."
            }
        }
    }
}

impl Home {
    fn english(self) -> String {
        match self {
            Self::Front => "at the top of the file, between two `---` lines".into(),
            Self::Slides => "in a slide's settings".into(),
            Self::Questions => "with questions (slides with `ask`)".into(),
            Self::Kinds(kinds) => format!("with {}", one_of(kinds, "or")),
        }
    }

    fn dutch(self) -> String {
        match self {
            Self::Front => "bovenaan het bestand, tussen twee regels `---`".into(),
            Self::Slides => "bij de instellingen van een dia".into(),
            Self::Questions => "bij vragen (dia's met `ask`)".into(),
            Self::Kinds(kinds) => format!("bij {}", one_of(kinds, "of")),
        }
    }
}

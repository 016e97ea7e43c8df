//! Every sentence of peil in one file, side by side, so that it can be read aloud and no sentence
//! changes unseen: `client/tests/golden/sentences.md`. `PEIL_TESTS_WRITE=golden cargo test -p
//! client --features ssr sentences` writes it.
//!
//! That nothing is missing here is held by `tests/tests/architecture/sentences.rs`, which reads
//! these sources.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;

use crate::language::Language;
use crate::language::known::{En, Nl};
use crate::messages;
use crate::texts::phone::message::MessageText;

mod charts;
mod decks;
mod desk;
pub(in crate::texts) mod phone;
mod stage;

/// Says functions of [`crate::texts`] whose first argument is the language, by their paths from
/// there.
macro_rules! say {
    ($book:expr; $($($part:ident)::+ ( $($argument:expr),* $(,)? ); )*) => {$(
        $book.add(
            &format!("{}({})", [$(stringify!($part)),+].join("::"), Vec::<&str>::from([$(stringify!($argument)),*]).join(", ")),
            |language| $crate::texts::$($part)::+(language, $($argument),*),
        );
    )*};
}
use say;

/// Says functions of [`crate::kinds`] in the same way, as parts of that chapter's texts.
macro_rules! tell {
    ($book:expr, $chapter:literal; $($name:ident ( $($argument:expr),* $(,)? ); )*) => {$(
        $book.add(
            &format!("{}::{}({})", $chapter, stringify!($name), Vec::<&str>::from([$(stringify!($argument)),*]).join(", ")),
            |language| $name(language, $($argument),*),
        );
    )*};
}
use tell;

/// Who reads the sentences of a chapter.
#[derive(Clone, Copy, PartialEq)]
enum Readership {
    /// Participants: on their phones, or as everybody sees the screen.
    Everybody,
    /// Who prepares and leads.
    Hosts,
}

struct Sentence {
    readership: Readership,
    name: String,
    /// In each language, in their order.
    said: Vec<(Language, String)>,
    /// In one that nobody speaks.
    pseudo: String,
}

/// All that was said so far.
struct Book {
    readership: Readership,
    sentences: Vec<Sentence>,
    text: String,
}

impl Book {
    fn written() -> Self {
        let text =
            "# What peil says\n\nMade by a test from the sources: see `client/src/texts/golden.rs`.\n".to_owned();
        let mut book = Self {
            readership: Readership::Everybody,
            sentences: Vec::new(),
            text,
        };
        phone::chapters(&mut book);
        stage::chapters(&mut book);
        charts::chapters(&mut book);
        desk::chapters(&mut book);
        decks::chapters(&mut book);
        book
    }

    fn chapter(&mut self, title: &str, readership: Readership) {
        self.readership = readership;
        writeln!(self.text, "\n## {title}\n").expect("a text takes more");
    }

    fn add<T: OneLine>(&mut self, name: &str, of: impl Fn(Language) -> T) {
        let said: Vec<_> = Language::ALL
            .into_iter()
            .map(|language| (language, of(language).said()))
            .collect();
        let shown: String = said
            .iter()
            .map(|(_, said)| format!("\n  - {}", said.replace('\n', "⏎")))
            .collect();
        writeln!(self.text, "- `{name}`{shown}").expect("a text takes more");
        let pseudo = of(Language::PSEUDO).said();
        self.sentences.push(Sentence {
            readership: self.readership,
            name: name.to_owned(),
            said,
            pseudo,
        });
    }

    /// The whole messages of a file.
    fn table(&mut self, named: &[(&str, usize)]) {
        for (name, number) in named {
            self.add(name, |language| messages::by_number(language, *number, &[]));
        }
    }
}

/// What a text function gives, on one line.
trait OneLine {
    fn said(self) -> String;
}

impl OneLine for String {
    fn said(self) -> String {
        self
    }
}

impl OneLine for &str {
    fn said(self) -> String {
        self.to_owned()
    }
}

impl<T: OneLine> OneLine for Option<T> {
    fn said(self) -> String {
        self.map(OneLine::said).unwrap_or_default()
    }
}

impl OneLine for MessageText {
    fn said(self) -> String {
        format!("{} · {} · {}", self.heading, self.sentence, self.way_on)
    }
}

impl<A: OneLine, B: OneLine> OneLine for (A, B) {
    fn said(self) -> String {
        format!("{}…{}", self.0.said(), self.1.said())
    }
}

/// A table: its head and its rows.
impl OneLine for (Vec<String>, Vec<Vec<String>>) {
    fn said(self) -> String {
        let rows = std::iter::once(&self.0)
            .chain(&self.1)
            .map(|row| row.join(" · "));
        rows.collect::<Vec<_>>().join(" ⏎ ")
    }
}

#[test]
fn the_sentences_are_those_that_were_read_aloud() {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/sentences.md");
    let is = Book::written().text;
    if std::env::var_os("PEIL_TESTS_WRITE").is_some_and(|what| what == "golden") {
        std::fs::write(&file, &is).expect("the file can be written");
    }
    let was = std::fs::read_to_string(&file)
        .expect("the file is there: PEIL_TESTS_WRITE=golden writes it");
    let differs = was
        .lines()
        .zip(is.lines())
        .enumerate()
        .find(|(_, (was, is))| was != is);
    if let Some((line, (was, is))) = differs {
        panic!(
            "another sentence in line {}: read it aloud, then PEIL_TESTS_WRITE=golden\n- {was}\n+ {is}",
            line + 1
        );
    }
    assert_eq!(
        was.lines().count(),
        is.lines().count(),
        "as many as there were"
    );
}

/// A list beside a language's messages; none where the language has nothing to put there.
fn list(language: Language, name: &str) -> String {
    let locales = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("locales");
    std::fs::read_to_string(locales.join(language.tag()).join(name)).unwrap_or_default()
}

/// The lines of a list that are no remark.
fn lines(list: &str) -> impl Iterator<Item = &str> {
    let lines = list.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The words that these never read in a language.
fn never_said(language: Language, readership: Readership) -> Vec<String> {
    let (mut section, mut words) = ("", Vec::new());
    let list = list(language, "never-said.txt");
    for line in lines(&list) {
        match line {
            "[everybody]" | "[participants]" => section = line,
            word if section == "[everybody]" || readership == Readership::Everybody => {
                words.push(word.to_owned());
            }
            _ => {}
        }
    }
    words
}

/// The words of a text that participants may not read in it.
pub(crate) fn never(language: Language, text: &str) -> Vec<String> {
    found_in(text, &never_said(language, Readership::Everybody))
}

fn found_in(text: &str, never: &[String]) -> Vec<String> {
    // Whole pages are read: a word of another length is none of them, whatever its letters.
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| never.iter().any(|one| one.len() == word.len()));
    words
        .map(str::to_lowercase)
        .filter(|word| never.contains(word))
        .collect()
}

#[test]
fn participants_read_of_everybody_and_of_no_room_full_of_people() {
    let sentences = Book::written().sentences;
    assert!(
        sentences
            .iter()
            .filter(|sentence| sentence.readership == Readership::Everybody)
            .count()
            > 300,
        "all of them"
    );
    for readership in [Readership::Everybody, Readership::Hosts] {
        let of_them = || sentences.iter().filter(|one| one.readership == readership);
        for language in Language::ALL {
            let never = never_said(language, readership);
            for Sentence { name, said, .. } in of_them() {
                let (_, said) = &said[language.index()];
                assert_eq!(found_in(said, &never), [""; 0], "{name}: {said}");
            }
        }
    }
    for (language, readership, word, is_never_said) in [
        (Nl, Readership::Everybody, "zaal", true),
        (Nl, Readership::Hosts, "zaal", true),
        (En, Readership::Everybody, "room", true),
        (En, Readership::Hosts, "room", false),
    ] {
        let never = never_said(language, readership);
        assert_eq!(never.iter().any(|one| one == word), is_never_said, "{word}");
    }
}

#[test]
fn a_word_that_is_never_said_is_found_as_a_whole_word() {
    for (language, text, found) in [
        (Nl, "De zaal is verder.", vec!["zaal"]),
        (Nl, "Mensen, zalen!", vec!["mensen", "zalen"]),
        (Nl, "1 mens", vec!["mens"]),
        (Nl, "Oldenzaal en de mensheid peilen we niet", vec![]),
        (En, "What the room answered", vec!["room"]),
        (En, "People in the hall", vec!["people", "hall"]),
        (En, "a groomsman shall", vec![]),
    ] {
        assert_eq!(never(language, text), found, "{text}");
    }
}

#[test]
fn a_sentence_is_a_sentence() {
    for Sentence { name, said, .. } in Book::written().sentences {
        for (_, said) in &said {
            assert!(
                !said.contains("  ") && !said.contains("..") && !said.contains(" ."),
                "{name}: {said}"
            );
            assert!(
                !said.contains(['"', '“', '”']) || said.contains('`'),
                "{name}: quotes are ‘ and ’: {said}"
            );
        }
        let ends: Vec<bool> = said.iter().map(|(_, said)| said.ends_with('.')).collect();
        assert!(ends.iter().all(|end| *end == ends[0]), "{name}: {said:?}");
    }
}

#[test]
fn no_message_is_left_out() {
    let said = messages::said(|| drop(Book::written()));
    let missing: Vec<_> = (0..messages::COUNT)
        .filter(|number| !said.contains(number))
        .map(|number| messages::ALL[number].0)
        .collect();
    assert_eq!(
        missing, [""; 0],
        "add these to client/src/texts/golden: one line for each sentence that they can say"
    );
}

/// What somebody else named, or what is no word.
const NO_SENTENCE: [&str; 3] = [
    "phone::plurals::end",
    "desk::sessions::browser(Some(\"Edge\"), None)",
    "desk::kind::kind(\"unheard-of\")",
];

#[test]
fn every_sentence_comes_from_a_catalogue() {
    for Sentence {
        name, said, pseudo, ..
    } in Book::written().sentences
    {
        let words = said[0].1.chars().any(char::is_alphabetic)
            && !NO_SENTENCE.iter().any(|known| name.starts_with(known));
        assert!(!words || pseudo.contains('⟦'), "{name}: {pseudo}");
    }
}

#[test]
fn no_sentence_was_left_in_another_language() {
    let sentences = Book::written().sentences;
    for language in Language::ALL.into_iter().skip(1) {
        let list = list(language, "alike.txt");
        let mut unused: BTreeSet<&str> = lines(&list).collect();
        let listed = unused.clone();
        for Sentence { name, said, .. } in &sentences {
            let ((_, first), (_, other)) = (&said[0], &said[language.index()]);
            let first = first.trim();
            if first.is_empty() || first != other.trim() || name.starts_with("press_") {
                continue;
            }
            assert!(listed.contains(first), "{name}: {said:?}");
            unused.remove(first);
        }
        assert!(unused.is_empty(), "{language:?} has others: {unused:?}");
    }
}

#[test]
fn nobody_is_promised_to_be_anonymous() {
    for Sentence { name, said, .. } in Book::written().sentences {
        let all = said
            .iter()
            .map(|(_, said)| said.to_lowercase())
            .collect::<String>();
        assert!(
            !all.contains("anonie") && !all.contains("anonym"),
            "{name}: {all}"
        );
    }
}

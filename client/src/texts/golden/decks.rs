//! What can be wrong with a deck, and what is worth knowing of one.

use shared::deck::grammar::{
    Content, Format, Home, Notice, Problem, Reference, Settings, Structure, Thing, Value, Wanted,
    Wrong, YamlError,
};

use super::{Book, Sight};
use crate::messages;
use crate::texts::problems;

pub(super) fn chapters(book: &mut Book) {
    let families: [(&str, Vec<Wrong>); 6] = [
        (
            "how it is cut into slides",
            structure().map(Wrong::Structure).into(),
        ),
        ("lines of settings", settings().map(Wrong::Settings).into()),
        (
            "behind a setting",
            values().into_iter().map(Wrong::Value).collect(),
        ),
        (
            "a slide's text",
            content().into_iter().map(Wrong::Content).collect(),
        ),
        ("ids", references().map(Wrong::Reference).into()),
        ("worth knowing", notices().map(Wrong::Notice).into()),
    ];
    book.chapter("Decks: pieces of sentences", Sight::Hosts);
    book.table(&messages::deck_problems::NAMED);
    for (title, wrongs) in families {
        book.chapter(&format!("Decks: {title}"), Sight::Hosts);
        for wrong in wrongs {
            let problem = Problem { line: 6, wrong };
            book.add(problem.code(), |language| {
                problems::problem(language, &problem)
            });
        }
    }
}

fn structure() -> [Structure; 15] {
    [
        Structure::TooLarge { bytes: 600 * 1024 },
        Structure::TooManySlides,
        Structure::NoSlides,
        Structure::FrontOpen,
        Structure::FrontWithoutKeys,
        Structure::BlockOpen,
        Structure::FenceOpen,
        Structure::OutsideBlock { key: "ask" },
        Structure::TooDeep,
        Structure::CommentOpen,
        Structure::NotSeparator {
            found: "- - -".into(),
        },
        Structure::OtherProgram { program: "Marp" },
        Structure::NoText {
            format: Format::Word,
        },
        Structure::NoText {
            format: Format::Rtf,
        },
        Structure::NoText {
            format: Format::Pdf,
        },
    ]
}

fn settings() -> [Settings; 28] {
    let elsewhere = |home, kind| Settings::Elsewhere {
        key: "votes",
        home,
        kind,
    };
    let misspelt = |in_text| Settings::Misspelt {
        found: "Ask: choice".into(),
        instead: "ask: choice".into(),
        in_text,
    };
    [
        Settings::Unreadable(YamlError::Colon),
        Settings::Unreadable(YamlError::Quote),
        Settings::Unreadable(YamlError::Bracket),
        Settings::Unreadable(YamlError::Tab),
        Settings::Unreadable(YamlError::Mark),
        Settings::Unreadable(YamlError::Content),
        Settings::Unreadable(YamlError::Stray),
        Settings::Unreadable(YamlError::Curly),
        Settings::Unreadable(YamlError::Other),
        Settings::NotKeys,
        Settings::TooDeep,
        Settings::SameKey {
            key: "ask".into(),
            line: 3,
        },
        Settings::UnknownKey {
            key: "lenght".into(),
            near: Some("length"),
        },
        Settings::UnknownKey {
            key: "kleur".into(),
            near: None,
        },
        elsewhere(Home::Front, "choice"),
        elsewhere(Home::Slides, ""),
        elsewhere(Home::Questions, "break"),
        elsewhere(Home::Kinds(vec!["open"]), "choice"),
        elsewhere(Home::Kinds(vec!["open", "words", "qa"]), "choice"),
        Settings::AskAndShow,
        Settings::Missing {
            key: "left",
            kind: "spectrum",
        },
        Settings::BothLengths,
        Settings::Alone {
            key: "needed",
            other: "preset",
        },
        Settings::Beside {
            key: "from",
            other: "preset",
        },
        Settings::NoQuiz { key: "score" },
        Settings::FirstLanguage { first: "nl".into() },
        misspelt(true),
        misspelt(false),
    ]
}

fn values() -> Vec<Value> {
    let wanted = [
        ("length", Wanted::Whole),
        ("from", Wanted::Number),
        ("change", Wanted::YesNo),
        ("stops", Wanted::List),
        ("left", Wanted::Pole),
        ("id", Wanted::Id),
        ("pick", Wanted::Pick),
        ("until", Wanted::Time),
        ("language", Wanted::Language),
        ("reactions", Wanted::Emoji),
        ("groups", Wanted::Groups),
        ("baskets", Wanted::Baskets),
        ("wifi", Wanted::Wifi),
        ("ghost", Wanted::Room),
    ];
    let not_a = |(key, wanted): (&str, Wanted)| Value::NotA {
        key: key.to_owned(),
        wanted,
        found: "x".to_owned(),
        instead: None,
    };
    let mut values: Vec<Value> = wanted.into_iter().map(not_a).collect();
    values.extend([
        Value::Empty { key: "low".into() },
        Value::NotText {
            key: "title".into(),
        },
        Value::NotA {
            key: "timer".into(),
            wanted: Wanted::Whole,
            found: "60 s".into(),
            instead: Some("60".into()),
        },
        Value::NotOneOf {
            key: "results".into(),
            found: "soms".into(),
            words: vec!["live", "hidden"],
            near: None,
        },
        Value::NotOneOf {
            key: "ask".into(),
            found: "wordcloud".into(),
            words: vec!["words"],
            near: Some("words"),
        },
        Value::Range {
            key: "entries",
            found: 12,
            min: 1,
            max: 10,
        },
        Value::PickOptions {
            pick: 5,
            options: 3,
        },
        Value::Order,
        Value::Quadrants,
        Value::Bytes {
            key: "wifi",
            max: 63,
        },
        Value::Steps { steps: 40 },
        Value::Pair { key: "x" },
    ]);
    values
}

fn content() -> Vec<Content> {
    let things = [
        Thing::Title,
        Thing::Prompt,
        Thing::Option,
        Thing::Statement,
        Thing::Item,
        Thing::Field,
        Thing::Column,
        Thing::Stop,
        Thing::Label,
        Thing::Note,
        Thing::Reaction,
        Thing::Explanation,
        Thing::Unit,
        Thing::Basket,
        Thing::Word,
        Thing::Group,
        Thing::Language,
        Thing::Heading,
        Thing::Paragraph,
    ];
    let mut content: Vec<Content> = things
        .into_iter()
        .map(|thing| Content::TooLong { thing, max: 150 })
        .collect();
    content.extend(things.map(|thing| Content::TooMany {
        thing,
        max: 20,
        found: 21,
    }));
    content.extend(things.map(|thing| Content::TooFew {
        thing,
        min: 2,
        found: 1,
    }));
    content.extend([
        Content::NoHeading { kind: "choice" },
        Content::ItemEmpty,
        Content::ItemPictureSilent {
            source: "c.png".into(),
        },
        Content::ItemNotPlain { instead: None },
        Content::ItemNotPlain {
            instead: Some("- \\> 5".into()),
        },
        Content::ItemPictures,
        Content::ItemPicture { kind: "scale" },
        Content::UnknownMarker {
            found: "{goed}".into(),
            known: &[],
        },
        Content::UnknownMarker {
            found: "{goed}".into(),
            known: &["{correct}", "{other}"],
        },
        Content::MarkerTwice {
            found: "{email}".into(),
        },
        Content::Rating {
            found: "{rating 1-40}".into(),
        },
        Content::NotNumber {
            found: "drie".into(),
        },
        Content::NoPicture,
        Content::Area {
            found: "{area 90,90 20,20}".into(),
        },
        Content::ListTwice,
        Content::UnknownLanguage {
            found: "de".into(),
            known: vec!["en".into(), "fr".into()],
        },
        Content::UnknownLanguage {
            found: "nl".into(),
            known: vec!["en".into()],
        },
        Content::LanguageTwice { found: "en".into() },
        Content::Differs {
            thing: Thing::Item,
            found: 2,
            wanted: 3,
        },
        Content::Differs {
            thing: Thing::Paragraph,
            found: 1,
            wanted: 2,
        },
        Content::MarkTwice {
            found: "{correct}".into(),
        },
    ]);
    content
}

fn references() -> [Reference; 11] {
    let id = || "geloof".to_owned();
    [
        Reference::SameId { id: id(), line: 12 },
        Reference::Unknown {
            key: "compare",
            id: id(),
            near: Some("geloof-vooraf".into()),
        },
        Reference::Unknown {
            key: "compare",
            id: id(),
            near: None,
        },
        Reference::NotEarlier {
            key: "split",
            id: id(),
        },
        Reference::OtherKind {
            id: id(),
            kind: "spectrum",
        },
        Reference::OtherShape { id: id() },
        Reference::NotChoice { id: id() },
        Reference::Reserved { id: "qa".into() },
        Reference::NotQuestion {
            key: "question",
            id: id(),
        },
        Reference::NoItems { id: id() },
        Reference::NoGroups { key: "split" },
    ]
}

fn notices() -> [Notice; 15] {
    [
        Notice::NotPlayed { kind: "rank" },
        Notice::NotUsed { key: "reactions" },
        Notice::PictureNotShown {
            source: "https://example.org/kat.png".into(),
        },
        Notice::Comment {
            found: "# Welkom".into(),
        },
        Notice::CommentBehind { found: "#1".into() },
        Notice::CurlyQuotes {
            key: "title",
            text: "“Welkom”".into(),
        },
        Notice::Dashes {
            found: "—".into()
        },
        Notice::NoteShown {
            found: "Note: adem in".into(),
        },
        Notice::TwoLists,
        Notice::SameLabel {
            label: "Jan".into(),
        },
        Notice::AsksNothing,
        Notice::Fenced,
        Notice::OtherProgram { program: "Marp" },
        Notice::Utf16,
        Notice::NotTranslated {
            language: "en".into(),
        },
    ]
}

//! What can be wrong with a deck, and what is worth knowing of one.

use shared::deck::problem::{
    ContentProblem, DeckNotice, DeckPart, FileFormat, KeyPlacement, Problem, ProblemKind,
    ReferenceProblem, SettingsProblem, StructureProblem, ValueProblem, Wanted, YamlError,
};

use super::{Book, Readership};
use crate::messages;
use crate::texts::problems;

pub(super) fn chapters(book: &mut Book) {
    let families: [(&str, Vec<ProblemKind>); 6] = [
        (
            "how it is cut into slides",
            structure().map(ProblemKind::Structure).into(),
        ),
        (
            "lines of settings",
            settings().map(ProblemKind::Settings).into(),
        ),
        (
            "behind a setting",
            values().into_iter().map(ProblemKind::Value).collect(),
        ),
        (
            "a slide's text",
            content().into_iter().map(ProblemKind::Content).collect(),
        ),
        ("ids", references().map(ProblemKind::Reference).into()),
        ("worth knowing", notices().map(ProblemKind::Notice).into()),
    ];
    book.chapter("Decks: pieces of sentences", Readership::Hosts);
    book.table(&messages::deck_problems::NAMED);
    for (title, wrongs) in families {
        book.chapter(&format!("Decks: {title}"), Readership::Hosts);
        for wrong in wrongs {
            let problem = Problem { line: 6, wrong };
            book.add(problem.code(), |language| {
                problems::problem(language, &problem)
            });
        }
    }
}

fn structure() -> [StructureProblem; 15] {
    [
        StructureProblem::TooLarge { bytes: 600 * 1024 },
        StructureProblem::TooManySlides,
        StructureProblem::NoSlides,
        StructureProblem::FrontOpen,
        StructureProblem::FrontWithoutKeys,
        StructureProblem::BlockOpen,
        StructureProblem::FenceOpen,
        StructureProblem::OutsideBlock { key: "ask" },
        StructureProblem::TooDeep,
        StructureProblem::CommentOpen,
        StructureProblem::NotSeparator {
            found: "- - -".into(),
        },
        StructureProblem::OtherProgram { program: "Marp" },
        StructureProblem::NoText {
            format: FileFormat::Word,
        },
        StructureProblem::NoText {
            format: FileFormat::Rtf,
        },
        StructureProblem::NoText {
            format: FileFormat::Pdf,
        },
    ]
}

fn settings() -> [SettingsProblem; 28] {
    let elsewhere = |home, kind| SettingsProblem::Elsewhere {
        key: "votes",
        home,
        kind,
    };
    let misspelt = |in_text| SettingsProblem::Misspelt {
        found: "Ask: choice".into(),
        instead: "ask: choice".into(),
        in_text,
    };
    [
        SettingsProblem::Unreadable(YamlError::Colon),
        SettingsProblem::Unreadable(YamlError::Quote),
        SettingsProblem::Unreadable(YamlError::Bracket),
        SettingsProblem::Unreadable(YamlError::Tab),
        SettingsProblem::Unreadable(YamlError::Mark),
        SettingsProblem::Unreadable(YamlError::Content),
        SettingsProblem::Unreadable(YamlError::Stray),
        SettingsProblem::Unreadable(YamlError::Curly),
        SettingsProblem::Unreadable(YamlError::Other),
        SettingsProblem::NotKeys,
        SettingsProblem::TooDeep,
        SettingsProblem::SameKey {
            key: "ask".into(),
            line: 3,
        },
        SettingsProblem::UnknownKey {
            key: "lenght".into(),
            near: Some("length"),
        },
        SettingsProblem::UnknownKey {
            key: "kleur".into(),
            near: None,
        },
        elsewhere(KeyPlacement::Front, "choice"),
        elsewhere(KeyPlacement::Slides, ""),
        elsewhere(KeyPlacement::Questions, "break"),
        elsewhere(KeyPlacement::Kinds(vec!["open"]), "choice"),
        elsewhere(KeyPlacement::Kinds(vec!["open", "words", "qa"]), "choice"),
        SettingsProblem::AskAndShow,
        SettingsProblem::Missing {
            key: "left",
            kind: "spectrum",
        },
        SettingsProblem::BothLengths,
        SettingsProblem::Alone {
            key: "needed",
            other: "preset",
        },
        SettingsProblem::Beside {
            key: "from",
            other: "preset",
        },
        SettingsProblem::NoQuiz { key: "score" },
        SettingsProblem::FirstLanguage { first: "nl".into() },
        misspelt(true),
        misspelt(false),
    ]
}

fn values() -> Vec<ValueProblem> {
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
    let not_a = |(key, wanted): (&str, Wanted)| ValueProblem::NotA {
        key: key.to_owned(),
        wanted,
        found: "x".to_owned(),
        instead: None,
    };
    let mut values: Vec<ValueProblem> = wanted.into_iter().map(not_a).collect();
    values.extend([
        ValueProblem::Empty { key: "low".into() },
        ValueProblem::NotText {
            key: "title".into(),
        },
        ValueProblem::NotA {
            key: "timer".into(),
            wanted: Wanted::Whole,
            found: "60 s".into(),
            instead: Some("60".into()),
        },
        ValueProblem::NotOneOf {
            key: "results".into(),
            found: "soms".into(),
            words: vec!["live", "hidden"],
            near: None,
        },
        ValueProblem::NotOneOf {
            key: "ask".into(),
            found: "wordcloud".into(),
            words: vec!["words"],
            near: Some("words"),
        },
        ValueProblem::Range {
            key: "entries",
            found: 12,
            min: 1,
            max: 10,
        },
        ValueProblem::PickOptions {
            pick: 5,
            options: 3,
        },
        ValueProblem::Order,
        ValueProblem::Quadrants,
        ValueProblem::Bytes {
            key: "wifi",
            max: 63,
        },
        ValueProblem::Steps { steps: 40 },
        ValueProblem::Pair { key: "x" },
    ]);
    values
}

fn content() -> Vec<ContentProblem> {
    let things = [
        DeckPart::Title,
        DeckPart::Prompt,
        DeckPart::Option,
        DeckPart::Statement,
        DeckPart::Item,
        DeckPart::Field,
        DeckPart::Column,
        DeckPart::Stop,
        DeckPart::Label,
        DeckPart::Note,
        DeckPart::Reaction,
        DeckPart::Explanation,
        DeckPart::Unit,
        DeckPart::Basket,
        DeckPart::Word,
        DeckPart::Group,
        DeckPart::Language,
        DeckPart::Heading,
        DeckPart::Paragraph,
    ];
    let mut content: Vec<ContentProblem> = things
        .into_iter()
        .map(|part| ContentProblem::TooLong { part, max: 150 })
        .collect();
    content.extend(things.map(|part| ContentProblem::TooMany {
        part,
        max: 20,
        found: 21,
    }));
    content.extend(things.map(|part| ContentProblem::TooFew {
        part,
        min: 2,
        found: 1,
    }));
    content.extend([
        ContentProblem::NoHeading { kind: "choice" },
        ContentProblem::ItemEmpty,
        ContentProblem::ItemPictureSilent {
            source: "c.png".into(),
        },
        ContentProblem::ItemNotPlain { instead: None },
        ContentProblem::ItemNotPlain {
            instead: Some("- \\> 5".into()),
        },
        ContentProblem::ItemPictures,
        ContentProblem::ItemPicture { kind: "scale" },
        ContentProblem::UnknownMarker {
            found: "{goed}".into(),
            known: &[],
        },
        ContentProblem::UnknownMarker {
            found: "{goed}".into(),
            known: &["{correct}", "{other}"],
        },
        ContentProblem::MarkerTwice {
            found: "{email}".into(),
        },
        ContentProblem::Rating {
            found: "{rating 1-40}".into(),
        },
        ContentProblem::NotNumber {
            found: "drie".into(),
        },
        ContentProblem::NoPicture,
        ContentProblem::Area {
            found: "{area 90,90 20,20}".into(),
        },
        ContentProblem::ListTwice,
        ContentProblem::UnknownLanguage {
            found: "de".into(),
            known: vec!["en".into(), "fr".into()],
        },
        ContentProblem::UnknownLanguage {
            found: "nl".into(),
            known: vec!["en".into()],
        },
        ContentProblem::LanguageTwice { found: "en".into() },
        ContentProblem::Differs {
            part: DeckPart::Item,
            found: 2,
            wanted: 3,
        },
        ContentProblem::Differs {
            part: DeckPart::Paragraph,
            found: 1,
            wanted: 2,
        },
        ContentProblem::MarkTwice {
            found: "{correct}".into(),
        },
    ]);
    content
}

fn references() -> [ReferenceProblem; 11] {
    let id = || "belief".to_owned();
    [
        ReferenceProblem::SameId { id: id(), line: 12 },
        ReferenceProblem::Unknown {
            key: "compare",
            id: id(),
            near: Some("belief-before".into()),
        },
        ReferenceProblem::Unknown {
            key: "compare",
            id: id(),
            near: None,
        },
        ReferenceProblem::NotEarlier {
            key: "split",
            id: id(),
        },
        ReferenceProblem::OtherKind {
            id: id(),
            kind: "spectrum",
        },
        ReferenceProblem::OtherShape { id: id() },
        ReferenceProblem::NotChoice { id: id() },
        ReferenceProblem::Reserved { id: "qa".into() },
        ReferenceProblem::NotQuestion {
            key: "question",
            id: id(),
        },
        ReferenceProblem::NoItems { id: id() },
        ReferenceProblem::NoGroups { key: "split" },
    ]
}

fn notices() -> [DeckNotice; 20] {
    [
        DeckNotice::NotPlayed { kind: "rank" },
        DeckNotice::NoAgenda,
        DeckNotice::NotInOwnPace,
        DeckNotice::NotUsedInOwnPace { key: "countdown" },
        DeckNotice::OwnPaceAlone { key: "required" },
        DeckNotice::MayStayEmpty,
        DeckNotice::NotUsed { key: "reactions" },
        DeckNotice::PictureNotShown {
            source: "https://example.org/kat.png".into(),
        },
        DeckNotice::Comment {
            found: "# Welkom".into(),
        },
        DeckNotice::CommentBehind { found: "#1".into() },
        DeckNotice::CurlyQuotes {
            key: "title",
            text: "“Welkom”".into(),
        },
        DeckNotice::Dashes {
            found: "—".into()
        },
        DeckNotice::NoteShown {
            found: "Note: adem in".into(),
        },
        DeckNotice::TwoLists,
        DeckNotice::SameLabel {
            label: "Jan".into(),
        },
        DeckNotice::AsksNothing,
        DeckNotice::Fenced,
        DeckNotice::OtherProgram { program: "Marp" },
        DeckNotice::Utf16,
        DeckNotice::NotTranslated {
            language: "en".into(),
        },
    ]
}

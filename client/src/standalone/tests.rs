//! A figure of every kind, read as XML by whoever knows nothing of our style.

use roxmltree::{Document, Node};
use shared::cloud::Layout;
use shared::room::Room;

use super::*;
use crate::charts::Heading;
use crate::kinds::KindFigure;
use crate::kinds::tests::rooms;
use crate::language::known::Nl;

/// The figure of a room's first question; nothing where it has none.
fn svg(room: &Room, prompt: &str, size: (u32, u32), mode: FigureMode) -> Option<String> {
    let slide = &room.deck.slides[0];
    let round = room.question(&slide.id)?.current();
    let (input, results) = (round.ask.input()?, round.results()?);
    let words = round.word_counts().filter(|_| round.ask.is_cloud());
    let cloud = words.map(|words| Layout::new(words, 0).cloud(words));
    let figure = StandaloneFigure {
        context: FigureContext {
            heading: Heading { prompt, body: "" },
            figure: KindFigure::of(&input, &results),
            rules: room.rules,
            cloud: cloud.as_ref(),
            language: Nl,
            open: false,
        },
        input: &input,
        split: None,
        bare: false,
        day: "28 november 2026".to_owned(),
        round: Some(2),
        size,
        mode,
        has_ground: true,
        font: None,
    };
    figure.svg()
}

fn number(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name)
        .and_then(|value| value.parse().ok())
        .unwrap_or_else(|| panic!("{name} of {node:?}"))
}

fn assert_stands_alone(svg: &str, prompt: &str, (width, height): (u32, u32), named: &str) {
    let document = Document::parse(svg).unwrap_or_else(|error| panic!("{named}: {error}: {svg}"));
    let root = document.root_element();
    assert_eq!(number(root, "width"), f64::from(width), "{named}");
    assert_eq!(number(root, "height"), f64::from(height), "{named}");
    let first = |name: &str| {
        let node = root.children().find(|node| node.has_tag_name(name));
        node.and_then(|node| node.text()).unwrap_or_default()
    };
    let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(spaced(first("title")), spaced(prompt), "{named}");
    assert!(!first("desc").is_empty(), "{named}");
    for part in ["class=", "var(", "currentColor", "NaN", "inf"] {
        let drawn = svg.split("</desc>").nth(1).unwrap_or_default();
        let attributes = drawn.split('>').filter(|part| part.contains('<'));
        let found = attributes.clone().find(|tag| tag.contains(part));
        assert!(found.is_none(), "{named}: {part} in {found:?}");
    }
    for text in root.descendants().filter(|node| node.has_tag_name("text")) {
        assert!(text.attribute("font-size").is_some(), "{named}: {text:?}");
        let inherits = text
            .ancestors()
            .any(|node| node.attribute("fill").is_some());
        assert!(inherits, "{named}: {text:?} has a colour");
    }
}

#[test]
fn every_kind_but_forms_has_a_figure_that_needs_no_page() {
    let long = "Wat vind je van het plan voor de wijk? ".repeat(12);
    let (mut drawn, mut without) = (0, 0);
    for room in rooms() {
        let kind = room.deck.slides[0].kind().to_owned();
        for prompt in ["Waar & hoe <sta> \"je\"?", &long] {
            for size in [
                (1920, 1080),
                (1024, 768),
                (3440, 1440),
                (320, 3840),
                (3840, 320),
            ] {
                for mode in [FigureMode::Light, FigureMode::Dark] {
                    let named = format!("{kind}, {size:?}, {mode:?}");
                    match svg(&room, prompt, size, mode) {
                        Some(svg) => {
                            assert_stands_alone(&svg, prompt, size, &named);
                            drawn += 1;
                        }
                        None => {
                            assert_eq!(kind, "form", "{named}");
                            without += 1;
                        }
                    }
                }
            }
        }
    }
    assert!(drawn > 100 && without > 0, "{drawn} and {without}");
}

#[test]
fn what_stands_below_says_how_many_which_round_and_when() {
    let room = rooms()
        .into_iter()
        .find(|room| room.deck.slides[0].kind() == "choice");
    let room = room.expect("a choice");
    let svg = svg(&room, "Wat?", (1920, 1080), FigureMode::Light).expect("a figure");
    let voters = room
        .question(&room.deck.slides[0].id)
        .unwrap()
        .current()
        .voters();
    let foot = format!("{voters} antwoorden · ronde 2 · 28 november 2026");
    assert!(svg.contains(&foot), "{foot}: {svg}");
}

#[test]
fn it_is_the_same_each_time() {
    for room in rooms() {
        let one = svg(&room, "Wat?", (1280, 720), FigureMode::Dark);
        assert_eq!(one, svg(&room, "Wat?", (1280, 720), FigureMode::Dark));
    }
}

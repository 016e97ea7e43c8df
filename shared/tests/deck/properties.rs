//! Whatever somebody pastes: an answer, soon, and never a panic.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use shared::deck::grammar::read;
use shared::limits::DECK_BYTES;

const WORKSHOP: &str = include_str!("../../../decks/workshop.md");
const WEBINAR: &str = include_str!("../../../decks/webinar.md");

/// Far above what it takes on a busy machine, far below what a quadratic way would.
const SOON: Duration = Duration::from_secs(30);

fn reads_soon(text: &str) {
    let begin = Instant::now();
    let _ = read(text);
    assert!(
        begin.elapsed() < SOON,
        "{:?} for {:?}…",
        begin.elapsed(),
        text.chars().take(80).collect::<String>()
    );
}

#[test]
fn marks_without_end_are_read_soon() {
    for mark in [
        "[",
        "]",
        "![",
        "[[",
        "](",
        ">",
        "> ",
        "*",
        "**a ",
        "_",
        "`",
        "``` ",
        "~",
        "~~a~",
        "<",
        "<a ",
        "<!--",
        "&",
        "&#",
        "\\",
        "|",
        "| a ",
        "- ",
        "-",
        "+ ",
        "1. ",
        "1) ",
        "#",
        "# ",
        "{",
        "{{",
        "}",
        "{a}",
        "\t",
        " ",
        "!",
        ":",
        "\"",
        "e\u{301}",
        "👨‍👩‍👧",
        "[a](",
        "[a][",
        "[a]: b\n",
        "a\n",
        "\n",
        ">\n",
        "- a\n",
        "-\n",
        "---\n",
        "---\n\n",
        "***\n",
        "===\n",
        "| a |\n| - |\n",
        "```\n",
        "a: b\n",
        "ask: open\n",
        "a: [",
        "a: {",
        "? ",
        "- - ",
        "* a\n  * b\n",
        "  ",
        "\u{0}",
        "\r",
        "`a``b```c",
        "*a_b",
        "a\n===\n",
        "<a><b>",
        "</a>",
        "- {correct}",
        "\u{300}",
        "x @ ",
        "'",
        "''",
        "%",
        "&a ",
        "*a ",
    ] {
        for prefix in [
            "",
            "# A\n\n",
            "ask: choice\n---\n# A\n- ",
            "ask: choice\nnotes: ",
            "---\ntitle: ",
            "ask: choice\nnotes: |\n  ",
            "ask: open\nreactions: [",
        ] {
            reads_soon(&format!(
                "{prefix}{}",
                mark.repeat((64 * 1024 - prefix.len()) / mark.len())
            ));
        }
    }
}

#[test]
fn the_largest_deck_of_the_worst_marks_is_read_soon() {
    for mark in [
        "[",
        ">",
        "*",
        "`",
        "- a\n",
        "| a |\n| - |\n",
        "- ",
        "<!--",
        "a: b\n",
        "[a]: b\n",
        "![a](",
        "\n",
        "k",
        "---\n",
    ] {
        reads_soon(&format!(
            "ask: choice\n---\n# A\n\n{}",
            mark.repeat((DECK_BYTES - 30) / mark.len())
        ));
    }
}

#[test]
fn stairs_of_lists_are_read_soon() {
    let stairs: String = (0..500)
        .map(|depth| format!("{}- a\n", "  ".repeat(depth)))
        .collect();
    reads_soon(&stairs);
    reads_soon(&format!(
        "{stairs}{}",
        "\n".repeat(DECK_BYTES - stairs.len())
    ));
    reads_soon(&format!(
        "{}x\n{}",
        "> ".repeat(16),
        "x\n".repeat(DECK_BYTES / 2 - 100)
    ));
}

#[test]
fn many_keys_and_many_ids_that_look_alike_are_read_soon() {
    let keys: String = (0..60_000).map(|number| format!("k{number}:\n")).collect();
    reads_soon(&format!("ask: open\n{keys}---\n# A"));
    let slides: Vec<_> = (0..450)
        .map(|number| {
            format!(
                "ask: open\nid: {}{number:03}\nsplit: {}zzz\n---\n# A\n",
                "a".repeat(57),
                "a".repeat(57)
            )
        })
        .collect();
    reads_soon(&slides.join("---\n"));
}

fn a_line() -> impl Strategy<Value = String> {
    let whole: Vec<&str> = WORKSHOP.lines().chain(WEBINAR.lines()).collect();
    prop_oneof![
        6 => prop::sample::select(whole).prop_map(str::to_owned),
        2 => prop::sample::select(vec![
            "---", "", "ask: rank", "ask: form", "ask: open", "show: break", "layout: columns", "stops: [a, b]", "- x {correct}",
            "- x {other}", "- {rating 1-10}", "- x ![a](/b)", "```", "~~~", "  - y", "> # q", "id: a", "compare: knowledge", "    code",
            "<!--", "-->", "<!-- x -->", "???", "::: notes", ":::", "Ask: open", "- ask: words", "Let op: x", "| a | b |", "| - | - |", "notes: |", "  regel", "===", "[a]: /b", "x: [a, b]", "# \\{a\\}", "-", "***", "&#123;",
        ]).prop_map(str::to_owned),
        1 => ".{0,30}",
    ]
}

/// A text of lines as they stand in decks, in any order.
pub fn a_text() -> impl Strategy<Value = String> {
    prop::collection::vec(a_line(), 0..40).prop_map(|lines| lines.join("\n"))
}

/// One of the two decks with pieces cut out, doubled or replaced.
pub fn a_mutant() -> impl Strategy<Value = String> {
    let change = (any::<prop::sample::Index>(), 0..12_usize, a_line(), 0..4_u8);
    (
        prop::sample::select(vec![WORKSHOP, WEBINAR]),
        prop::collection::vec(change, 0..8),
    )
        .prop_map(|(text, changes)| {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            for (place, count, line, way) in changes {
                let at = place.index(lines.len());
                let end = (at + count).min(lines.len());
                match way {
                    0 => drop(lines.drain(at..end)),
                    1 => lines.insert(at, line),
                    2 => lines[at] = line,
                    _ => {
                        let again = lines[at..end].to_vec();
                        lines.splice(at..at, again);
                    }
                }
                if lines.is_empty() {
                    lines.push(String::new());
                }
            }
            lines.join("\n")
        })
}

/// Slides with sound settings and content that is hard to take apart and put together again.
pub fn a_puzzle() -> impl Strategy<Value = String> {
    let settings = prop::sample::select(vec![
        "",
        "ask: choice\n---\n",
        "ask: open\n---\n",
        "ask: open\nlayout: columns\n---\n",
        "ask: scale\n---\n",
        "ask: pin\n---\n",
        "show: break\n---\n",
        "ask: form\n---\n",
    ]);
    let line = prop::sample::select(vec![
        "",
        "",
        "",
        "# V",
        "## W",
        "#",
        "V",
        "===",
        "- a",
        "- b",
        "* c",
        "1. d",
        "2) e",
        "  f",
        "    g",
        "\th",
        "> i",
        "> - j",
        "> # k",
        "```",
        "~~~",
        "  ```",
        "<!-- l",
        "-->",
        "<!-- aa -->",
        "ab `<!-- ac -->`",
        "    <!-- ad -->",
        "???",
        "::: notes",
        ":::",
        "<div>",
        "</div>",
        "<script>",
        "| m | n |",
        "| - | - |",
        "[o]: /p",
        "[o]:",
        "/p",
        "'q'",
        "![r](/s)",
        "***",
        " ---",
        "----",
        "-",
        "t  ",
        "u\\",
        "\\# v",
        "note: w",
        "   - x",
        "- ",
        "1986. y",
        "&#10;",
        "{z}",
    ]);
    let slide = (settings, prop::collection::vec(line, 0..10), any::<bool>());
    prop::collection::vec(slide, 1..4).prop_map(|slides| {
        let slides = slides
            .into_iter()
            .enumerate()
            .map(|(index, (settings, lines, first))| {
                let pieces = format!("# V{index}\n\n- a\n- b\n");
                let lines = lines.join("\n");
                if first {
                    format!("{settings}{pieces}{lines}")
                } else {
                    format!("{settings}{lines}\n\n{pieces}")
                }
            });
        slides.collect::<Vec<_>>().join("\n---\n")
    })
}

proptest! {
    #[test]
    fn any_text_has_an_answer(text in any::<String>()) {
        let _ = read(&text);
    }

    #[test]
    fn any_bytes_have_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_lines_have_an_answer_within_the_text(text in a_text()) {
        let lines = text.replace("\r\n", "\n").split(['\n', '\r']).count();
        let problems = match read(&text) {
            Ok(reading) => reading.warnings,
            Err(problems) => { prop_assert!(!problems.is_empty()); problems }
        };
        for problem in problems {
            prop_assert!((1..=lines).contains(&problem.line), "{problem} of {lines}");
            prop_assert!(!problem.code().is_empty());
        }
    }

    #[test]
    fn any_mutant_has_an_answer(text in a_mutant()) {
        let _ = read(&text);
    }

    #[test]
    fn ids_are_unique_and_well_formed(text in a_mutant()) {
        if let Ok(reading) = read(&text) {
            let ids: std::collections::HashSet<_> = reading.deck.slides.iter().map(|slide| slide.id.as_str()).collect();
            prop_assert_eq!(ids.len(), reading.deck.slides.len());
            for id in ids {
                prop_assert!(!id.is_empty() && id.len() <= 60, "{}", id);
                prop_assert!(id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'), "{}", id);
            }
        }
    }
}

//! What a slide's Markdown comes to.

#![allow(clippy::unwrap_used)]

use super::*;

const LISTS: MarkdownParts = MarkdownParts {
    lists: true,
    picture: false,
};
const NOTHING: MarkdownParts = MarkdownParts {
    lists: false,
    picture: false,
};

fn content(text: &str, takes: MarkdownParts) -> SlideMarkdown {
    let mut problems = Vec::new();
    let content = read(
        &SourcePiece {
            line: 1,
            text: text.into(),
        },
        takes,
        &mut problems,
    );
    assert_eq!(problems, [], "{text:?}");
    content.unwrap()
}

fn heading(text: &str) -> Option<String> {
    content(text, NOTHING).heading.map(|(_, text)| text)
}

fn items(text: &str) -> Vec<String> {
    content(text, LISTS)
        .items
        .iter()
        .map(|item| item.text.tidy())
        .collect()
}

#[test]
fn the_first_heading_is_the_prompt_as_plain_text() {
    for (text, prompt) in [
        ("# Wat?", "Wat?"),
        (
            "## Wat *is* **dit** `nu` [hier](http://x)?",
            "Wat is dit nu hier?",
        ),
        ("Wat\n===", "Wat"),
        ("Wat\nis\ndit\n---- ", "Wat is dit"),
        ("tekst\n\n# Wat?\n\n# Nog een", "Wat?"),
        ("# Wat? #", "Wat?"),
        ("# \\# \\*a\\* &amp; \\{b}", "# *a* & {b}"),
        ("# ![een kat](/kat.png) zegt", "een kat zegt"),
        ("# a <b>c</b>", "a <b>c</b>"),
        ("#\n\n# Na een lege", "Na een lege"),
        ("#  a \t b&#10;c ", "a b c"),
    ] {
        assert_eq!(heading(text).as_deref(), Some(prompt), "{text:?}");
    }
    for text in [
        "",
        "tekst",
        "#tekst",
        "> # in een citaat",
        "- # in een lijst",
        "#",
        "    # code",
        "```\n# code\n```",
    ] {
        assert_eq!(heading(text), None, "{text:?}");
    }
}

#[test]
fn lists_are_items_in_order() {
    for (text, expected) in [
        ("- a\n- b", vec!["a", "b"]),
        ("* a\n* b\n\n1. c\n2) d", vec!["a", "b", "c", "d"]),
        ("+ a\n\n  b\n+ c", vec!["a b", "c"]),
        ("- **a** `b` [c](http://x)\n  d", vec!["a b c d"]),
        ("# V\n- a\ntekst\n\nmeer", vec!["a tekst"]),
        ("-\n- b", vec!["", "b"]),
        ("- a <br> b", vec!["a <br> b"]),
        ("- [ ] a", vec!["[ ] a"]),
    ] {
        assert_eq!(items(text), expected, "{text:?}");
    }
}

#[test]
fn what_is_left_is_the_body_as_it_was_written() {
    for (text, takes, body) in [
        (
            "# V\n\nEen *zin*  \nmeer\n\n- a\n- b\n\nNog een.",
            LISTS,
            "Een *zin*  \nmeer\n\nNog een.",
        ),
        ("# V\n\nEen\n\n- a\n- b", NOTHING, "Een\n\n- a\n- b"),
        ("Een\n# V\nTwee", LISTS, "Een\n\nTwee"),
        ("# V\n    code\n- a", LISTS, "    code"),
        ("# V\n\n> - citaat\n\n- a", LISTS, "> - citaat"),
        ("# V\n## W\n\n[x]: /y", LISTS, "## W\n\n[x]: /y"),
        ("V\n=\nTwee", LISTS, "Twee"),
        ("  # V\n\n   - a\n   - b\n\nTwee", LISTS, "Twee"),
        (
            "# V\n\n| a | b |\n| - | - |\n| 1 | 2 |\n",
            LISTS,
            "| a | b |\n| - | - |\n| 1 | 2 |",
        ),
        ("# V\n\n```\n- a\n```", LISTS, "```\n- a\n```"),
        (
            "# V\n- a\n- b\n\n[x]: /y\n\nTwee [x]",
            LISTS,
            "[x]: /y\n\nTwee [x]",
        ),
        (
            "- a\n# V\n  ```\n   code\n  ```\n  b",
            NOTHING,
            "- a\n\n```\n code\n```\n  b",
        ),
        ("a\n# V\n    code", NOTHING, "a\n\n    code"),
        ("- a\n# V\n   b\n c\n\n d", NOTHING, "- a\n\n   b\n c\n\n d"),
        ("# V\n- a\n- b", LISTS, ""),
        ("# V\n\n***\n\nTwee", LISTS, "***\n\nTwee"),
    ] {
        assert_eq!(content(text, takes).body, body, "{text:?}");
    }
}

#[test]
fn reading_what_is_left_behind_its_heading_leaves_it_as_it_is() {
    for text in [
        "# V\n\n   drie\n\n- a",
        "a\n# V\n    b",
        "<!-- x\n\n# V\n-->\n\n# W",
        "# V\n- a\n\n\tcode\n\nb",
    ] {
        let first = content(text, LISTS);
        let prompt = first
            .heading
            .map(|(_, text)| format!("# {text}\n\n"))
            .unwrap_or_default();
        assert_eq!(
            content(&format!("{prompt}{}", first.body), LISTS).body,
            first.body,
            "{text:?}"
        );
    }
}

#[test]
fn pictures_of_items_are_taken_out_with_what_they_show() {
    let content = content(
        "- ![een *kat*](/kat.png) poes\n- hond ![](<a b>)\n- ![x](y) ![z](w)",
        LISTS,
    );
    let found: Vec<_> = content
        .items
        .iter()
        .map(|item| (item.text.tidy(), item.images.clone()))
        .collect();
    let image = |source: &str, alt: &str| Image {
        source: source.into(),
        alt: alt.into(),
    };
    assert_eq!(
        found[0],
        ("poes".into(), vec![image("/kat.png", "een kat")])
    );
    assert_eq!(found[1], ("hond".into(), vec![image("a b", "")]));
    assert_eq!(found[2].1.len(), 2);
}

#[test]
fn an_item_with_more_than_a_line_of_text_is_not_plain() {
    for text in [
        "- a\n  - b",
        "- > a",
        "- ```\n  a\n  ```",
        "- # a",
        "-     code",
        "- ***",
        "- a\n\n  <div>",
    ] {
        assert!(!content(text, LISTS).items[0].plain, "{text:?}");
    }
    for text in ["- a", "- a\n\n  b", "- *a* ~~b~~ ![c](d) <e>"] {
        assert!(content(text, LISTS).items[0].plain, "{text:?}");
    }
}

#[test]
fn a_paragraph_that_is_one_picture_is_pointed_at() {
    let takes = MarkdownParts {
        lists: true,
        picture: true,
    };
    let content = |text| content(text, takes);
    let found = content("# Waar?\n\nWijs aan.\n\n![kaart](/kaart.png)\n\n![twee](/b.png)");
    assert_eq!(
        found.picture,
        Some(Image {
            source: "/kaart.png".into(),
            alt: "kaart".into()
        })
    );
    assert_eq!(found.body, "Wijs aan.\n\n![twee](/b.png)");
    assert_eq!(content("# Waar?\n\nzie ![kaart](/kaart.png)").picture, None);
    assert_eq!(
        content("# Waar?\n\n![a](/a.png) ![b](/b.png)").picture,
        None
    );
}

#[test]
fn headings_and_items_know_their_line() {
    let content = content("tekst\n\n# V\n\n- a\n- b\n  c\n\n- d", LISTS);
    assert_eq!(content.heading.map(|(line, _)| line), Some(3));
    assert_eq!(
        content
            .items
            .iter()
            .map(|item| item.line)
            .collect::<Vec<_>>(),
        [5, 6, 9]
    );
}

#[test]
fn nesting_without_end_is_an_error_and_a_drawn_rule_is_not() {
    for line in [
        ">".repeat(64),
        "- ".repeat(64) + "x",
        "- * ".repeat(64),
        "> - 1. ".repeat(20),
        "+ ".repeat(64),
    ] {
        let mut problems = Vec::new();
        let text = format!("# V\n\n{line}");
        assert!(
            read(
                &SourcePiece {
                    line: 4,
                    text: text.clone()
                },
                LISTS,
                &mut problems
            )
            .is_none()
        );
        assert_eq!(
            problems,
            [Problem::new(6, StructureProblem::TooDeep)],
            "{text}"
        );
    }
    for line in [
        "- - ".repeat(40),
        "*".repeat(200),
        "* ".repeat(40),
        "> > > > x".into(),
    ] {
        content(&line, NOTHING);
    }
}

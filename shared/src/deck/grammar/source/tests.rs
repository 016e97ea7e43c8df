//! How a file is cut into slides.

use super::*;

fn cut(text: &str) -> (DeckSource, Vec<Problem>) {
    let mut problems = Vec::new();
    let text = comment::without(normalise(text), &mut problems);
    let source = split(&text, Edition::Latest, &mut problems);
    (source, problems)
}

/// Front matter, then per slide its settings and its content, trimmed.
fn pieces(text: &str) -> (Option<String>, Vec<(Option<String>, String)>) {
    let (source, problems) = cut(text);
    assert_eq!(problems, [], "{text:?}");
    let trim = |piece: &SourcePiece| piece.text.trim().to_owned();
    let slides = source
        .sections
        .iter()
        .map(|s| (s.block.as_ref().map(trim), trim(&s.content)));
    (source.front.as_ref().map(trim), slides.collect())
}

fn contents(text: &str) -> Vec<String> {
    pieces(text)
        .1
        .into_iter()
        .map(|(_, content)| content)
        .collect()
}

fn wrong(text: &str) -> Vec<(usize, &'static str)> {
    cut(text)
        .1
        .iter()
        .map(|problem| (problem.line, problem.code()))
        .collect()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn slides_are_separated_by_a_line_that_is_exactly_three_dashes() {
    assert_eq!(contents("# A\n\n---\n\n# B\n"), ["# A", "# B"]);
    assert_eq!(contents("# A\n---\n# B"), ["# A", "# B"]);
    for other in ["----", "--", " ---", "- - -", "***", "--- x", "\t---"] {
        assert_eq!(
            cut(&format!("# A\n\n{other}\n\n# B\n")).0.sections.len(),
            1,
            "{other:?}"
        );
    }
}

#[test]
fn a_separator_in_a_code_fence_separates_nothing() {
    for (open, close) in [
        ("```", "```"),
        ("~~~", "~~~"),
        ("````", "````"),
        ("``` yaml", "`````"),
        ("   ~~~", " ~~~"),
    ] {
        let text = format!("# A\n\n{open}\n---\n{close}\n\n---\n\n# B");
        assert_eq!(contents(&text).len(), 2, "{text:?}");
    }
}

#[test]
fn a_fence_is_closed_only_by_as_many_of_the_same_mark() {
    for not_close in ["```", "~~~~", "```` x", "    ````"] {
        let text = format!("````\n---\n{not_close}\n---\n````\n\n---\n\n# B");
        assert_eq!(contents(&text).len(), 2, "{text:?}");
    }
    for not_open in ["``", "``` a`b", "    ```", "text ```"] {
        assert_eq!(
            contents(&format!("{not_open}\n\n---\n\n# B")).len(),
            2,
            "{not_open:?}"
        );
    }
}

#[test]
fn a_fence_in_a_list_item_ends_with_the_item() {
    for text in [
        "- ```\n  code\n  ```\n\n---\n\n# B",
        "- item\n\n  ```\n  code\n  ```\n---\n# B",
        "1. item\n   ```\n---\n# B",
        "- item\nlazy\n  ```\n---\n# B",
    ] {
        assert_eq!(contents(text).len(), 2, "{text:?}");
    }
    assert_eq!(contents("- item\n\n```\n---\n```\n\n---\n# B").len(), 2);
}

#[test]
fn a_fence_that_is_never_closed_is_an_error_on_its_line() {
    assert_eq!(wrong("# A\n\n```\n---\n# B"), [(3, "fence-not-closed")]);
}

#[test]
fn front_matter_is_optional_and_counts_as_a_separator() {
    assert_eq!(
        pieces("---\ntitle: X\n---\n# A"),
        (some("title: X"), vec![(None, "# A".into())])
    );
    assert_eq!(
        pieces("---\n---\n# A"),
        (some(""), vec![(None, "# A".into())])
    );
    let block = vec![(some("ask: open"), "# A".into())];
    assert_eq!(
        pieces("---\ntitle: X\n---\nask: open\n---\n# A"),
        (some("title: X"), block.clone())
    );
    assert_eq!(pieces("ask: open\n---\n# A"), (None, block));
}

#[test]
fn empty_lines_above_front_matter_are_forgiven_when_nothing_else_can_be_meant() {
    assert_eq!(pieces("\n\n---\ntitle: X\n---\n# A").0, some("title: X"));
    assert_eq!(pieces("\n---\n# A\n---\n# B").1.len(), 2);
    assert_eq!(
        pieces("\n---\nresults: hidden\nask: open\n---\n# B").0,
        None
    );
}

#[test]
fn front_matter_that_is_not_closed_or_no_front_matter_is_an_error() {
    assert_eq!(
        wrong("---\ntitle: X\n\n# A\n"),
        [(1, "front-matter-not-closed")]
    );
    assert_eq!(
        wrong("---\n# A\n\n---\n# B"),
        [(1, "front-matter-without-keys")]
    );
    assert_eq!(pieces("---\n# a comment\ntitle: X\n---\n# A").1.len(), 1);
}

#[test]
fn a_key_right_behind_a_separator_begins_a_block() {
    let slides = pieces("# A\n---\nask: open\nid: x\n---\n\n# B\n---\n# C").1;
    assert_eq!(
        slides,
        [
            (None, "# A".into()),
            (some("ask: open\nid: x"), "# B".into()),
            (None, "# C".into())
        ]
    );
    for line in ["ask: open", "notes:", "a_b-c: x", "notes:   "] {
        assert!(
            pieces(&format!("{line}\n---\n# A")).1[0].0.is_some(),
            "{line}"
        );
    }
    for line in [
        "Let op: x",
        "note:x",
        "1a: x",
        "_a: x",
        "a b: x",
        "http://x",
        ": x",
        "no key",
    ] {
        assert_eq!(
            pieces(&format!("{line}\n\n---\n\n# A")).1[0].0,
            None,
            "{line}"
        );
    }
}

#[test]
fn the_end_of_a_block_is_no_separator() {
    let slides = pieces("ask: open\n---\nleft: this is text\n---\n# C").1;
    assert_eq!(
        slides,
        [
            (some("ask: open"), "left: this is text".into()),
            (None, "# C".into())
        ]
    );
}

#[test]
fn an_empty_line_behind_a_separator_keeps_text_from_being_a_block() {
    assert_eq!(
        contents("# A\n\n---\n\nnote: this is text"),
        ["# A", "note: this is text"]
    );
}

#[test]
fn an_unclosed_block_is_an_error_with_a_line() {
    assert_eq!(
        wrong("# A\n---\nask: choice\n\n# What?\n\n- a\n- b\n"),
        [(3, "block-not-closed")]
    );
}

#[test]
fn ask_outside_a_block_is_an_error_with_a_line() {
    assert_eq!(
        wrong("# A\n---\n\n# What?\nask: choice\n- a"),
        [(5, "key-outside-block")]
    );
    assert_eq!(
        wrong("id: x\n---\nask: choice\n# What?"),
        [(3, "key-outside-block")]
    );
    assert_eq!(wrong("# A\n\nshow: break\n"), [(3, "key-outside-block")]);
    for fine in [
        "# A\n\nshow: me the money",
        "# A\n\n    ask: x",
        "# A\n\n```\nask: x\n```",
        "# ask: x",
        "# A\n\nAsk: x",
    ] {
        assert_eq!(wrong(fine), [], "{fine:?}");
    }
}

#[test]
fn windows_lines_a_byte_order_mark_and_trailing_blanks_are_ignored() {
    let plain = "---\ntitle: X\n---\n\n# A\n\n---\nask: open\n---\n\n# B\n";
    let pasted = format!("\u{feff}{}", plain.replace('\n', "\r\n"));
    assert_eq!(pieces(&pasted), pieces(plain));
    assert_eq!(pieces(&plain.replace('\n', "\r")), pieces(plain));
    assert_eq!(
        pieces(
            &plain
                .replace("---\n", "---  \t\n")
                .replace("ask: open", "ask: open  ")
        ),
        pieces(plain)
    );
}

#[test]
fn two_blanks_at_the_end_of_a_line_of_text_stay_a_line_break() {
    assert_eq!(contents("one  \ntwo"), ["one  \ntwo"]);
}

#[test]
fn empty_slides_are_dropped() {
    assert_eq!(
        contents("\n---\n\n---\n\n# A\n\n---\n   \n---\n# B\n---\n"),
        ["# A", "# B"]
    );
    assert_eq!(contents(""), Vec::<String>::new());
}

#[test]
fn pieces_know_their_line() {
    let (source, _) = cut("---\ntitle: X\n---\n# A\n---\nask: open\n---\n\n# B");
    let lines: Vec<_> = source
        .sections
        .iter()
        .map(|s| (s.line(), s.content.line))
        .collect();
    assert_eq!(source.front.map(|front| front.line), Some(2));
    assert_eq!(lines, [(4, 4), (6, 8)]);
}

#[test]
fn a_fence_in_html_that_is_never_closed_is_none() {
    assert_eq!(contents("a <!-- x\n``` -->\n\n---\n\n# B").len(), 2);
    assert_eq!(contents("<div>\n```\n</div>\n\n---\n\n# B").len(), 2);
}

#[test]
fn several_fences_are_each_looked_at_on_their_own() {
    let text = "```\n---\n```\n\n~~~~\n---\n~~~\n---\n~~~~\ntekst\n---\n# B\n```\n---\n```";
    assert_eq!(contents(text).len(), 2);
    assert_eq!(
        wrong("```\n---\n```\n\n```\n---\n# B"),
        [(5, "fence-not-closed")]
    );
}

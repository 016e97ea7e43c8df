//! Comments are for whoever writes, notes for whoever speaks: neither is ever shown. And whose deck
//! this is, if it is another program's.

use shared::deck::grammar::read;
use shared::deck::markdown;
use shared::deck::problem::StructureProblem;
use shared::question::QuestionSpec;

use crate::{ask, deck, errors, question, slide, warnings};

#[test]
fn a_comment_never_shows_wherever_it_stands() {
    for (with, without) in [
        ("# Wat <!-- x -->?", "# Wat ?"),
        ("# Wat? <!-- x -->", "# Wat?"),
        ("<!-- x --> # Wat?", "# Wat?"),
        ("# Wat?\n\n<!-- x -->\n\nTekst", "# Wat?\n\nTekst"),
        ("# Wat?\n\nTekst <!-- x --> meer", "# Wat?\n\nTekst  meer"),
        (
            "# Wat?\n\nTekst <!-- een\n\ntwee --> meer",
            "# Wat?\n\nTekst\n\n meer",
        ),
        (
            "# Wat?\n\n<!-- een\n\n---\nask: choice\n---\n\n# Weg\n\n-->\n\nTekst",
            "# Wat?\n\nTekst",
        ),
        ("# Wat?\n\n- a <!-- x -->\n- b", "# Wat?\n\n- a\n- b"),
        (
            "# Wat?\n\n| a <!-- x --> | b |\n| - | - |\n| 1 | 2 |",
            "# Wat?\n\n| a  | b |\n| - | - |\n| 1 | 2 |",
        ),
        ("# Wat?\n\n> a <!-- x -->", "# Wat?\n\n> a"),
        ("# Wat?\n\na <!----> b", "# Wat?\n\na  b"),
        ("# Wat?\n\na <!--> b", "# Wat?\n\na  b"),
    ] {
        let (with, without) = (slide(with), slide(without));
        assert_eq!(
            (&with.prompt, markdown::plain(&with.body)),
            (&without.prompt, markdown::plain(&without.body))
        );
        assert!(
            !markdown::html(&with.body).contains("&lt;!--") && !with.body.contains("-->"),
            "{}",
            with.body
        );
    }
}

#[test]
fn it_shows_in_no_option_statement_pole_or_value() {
    for list in [
        ["ja <!-- x -->", "nee"],
        ["<!-- x -->ja", "nee"],
        ["j<!-- x -->a", "nee"],
        ["ja", "nee <!-- {correct} -->"],
    ] {
        assert_eq!(
            ask(&question("choice", "", &list)),
            ask(&question("choice", "", &["ja", "nee"])),
            "{list:?}"
        );
    }
    assert_eq!(
        ask(&question("scale", "", &["a <!-- x -->"])),
        ask(&question("scale", "", &["a"]))
    );
    assert_eq!(
        ask(&question("rank", "", &["a <!-- x -->", "b"])),
        ask(&question("rank", "", &["a", "b"]))
    );
    assert_eq!(
        ask(&question("form", "", &["a <!-- x --> {email}"])),
        ask(&question("form", "", &["a {email}"]))
    );
    let poles = |left: &str| {
        ask(&question(
            "spectrum",
            &format!("left: {left}\nright: hond"),
            &[],
        ))
    };
    for left in [
        "poes <!-- x -->",
        "<!-- x --> poes",
        "\"poes<!-- x -->\"",
        "{label: poes <!-- x -->}",
        "poes <!-- : # -->",
    ] {
        assert_eq!(poles(left), poles("poes"), "{left:?}");
    }
    assert_eq!(deck("---\ntitle: Dag <!-- x -->\n---\n# A").title, "Dag");
    assert_eq!(slide("<!-- een -->\n---\n\n# A").heading(), "A");
    let between = "ask: choice\n---\n\n# Wat?\n\n- ja\n<!-- de laatste -->\n- nee\n";
    assert_eq!(
        (ask(between), warnings(between)),
        (ask(&question("choice", "", &["ja", "nee"])), vec![])
    );
}

#[test]
fn in_code_and_behind_a_backslash_it_is_text() {
    for body in [
        "`<!-- x -->`",
        "``a ` <!-- x -->``",
        "```\n<!-- x -->\n```",
        "~~~ html\n<!-- x\n---\n-->\n~~~",
        "    <!-- x -->",
        "\\<!-- x -->",
        "- a\n\n  ```\n  <!-- x -->\n  ```",
    ] {
        let read = slide(&format!("# A\n\nTekst\n\n{body}"));
        assert_eq!(read.body, format!("Tekst\n\n{body}"));
        assert!(markdown::plain(&read.body).contains("<!-- x"), "{body:?}");
    }
}

#[test]
fn what_stands_in_one_slide_makes_no_code_of_another() {
    for first in [
        "<?php",
        "<script>",
        "notes: |\n  <?\n---\n# A",
        "id: x\nnotes: \"```\"\n---\n# A",
        "`a",
        "<pre>",
        "- a ` b",
    ] {
        let coded = deck(&format!("{first}\n\n---\n\n# B\n\n```\n<!-- x -->\n```\n"));
        assert_eq!(coded.slides[1].body, "```\n<!-- x -->\n```", "{first:?}");
        let said = deck(&format!(
            "{first}\n\n---\n\n# B\n\ntekst <!-- x -->` meer\n"
        ));
        assert_eq!(said.slides[1].body, "tekst ` meer", "{first:?}");
    }
}

#[test]
fn every_line_keeps_its_number_and_what_never_ends_is_an_error() {
    assert_eq!(
        errors("<!-- a\nb -->\n# A\n\n<!-- c\n\n-->\n---\nask: open\nx: y\n---\n# B"),
        [(10, "key-elsewhere")]
    );
    for (text, line) in [
        ("# A\n\n<!-- x", 3),
        ("# A\n\ntekst <!-- x\n\n---\n\n# B", 3),
        ("---\ntitle: a <!-- x\n---\n# A", 2),
        ("# A\n\n<!-- x -->\n<!-- y ->", 4),
        ("<!--", 1),
        ("- <!-- x", 1),
    ] {
        assert_eq!(errors(text)[0], (line, "comment-not-closed"), "{text:?}");
    }
    assert_eq!(slide("# A\n\n<!<!-- x -->-- y -->").body, "<! -- y -->");
}

#[test]
fn notes_among_a_slides_text_are_notes() {
    for (text, body, notes) in [
        ("# A\n\nTekst\n\n???\n\nZacht", "Tekst", "Zacht"),
        (
            "# A\n\nTekst\n???\nZacht\n\nen langzaam",
            "Tekst",
            "Zacht\n\nen langzaam",
        ),
        ("# A\n\n::: notes\nZacht\n:::\n\nTekst", "Tekst", "Zacht"),
        ("# A\n\nTekst\n\n:::notes\nZacht\n:::", "Tekst", "Zacht"),
        ("# A\n\nTekst\n\n::: {.notes}\nZacht\n:::", "Tekst", "Zacht"),
        (
            "# A\n\nTekst\n\n::::: Notes :::::\nZacht\n:::::",
            "Tekst",
            "Zacht",
        ),
        ("# A\n\nTekst\n\n::: notes\nZacht", "Tekst", "Zacht"),
        (
            "# A\n\n::: notes\nEen\n:::\n\nTekst\n\n::: notes\nTwee\n:::",
            "Tekst",
            "Een\n\nTwee",
        ),
        (
            "notes: Eerst\n---\n# A\n\nTekst\n\n???\nDan",
            "Tekst",
            "Eerst\n\nDan",
        ),
    ] {
        let read = slide(text);
        assert_eq!(
            (read.body.trim(), read.notes.as_deref()),
            (body, Some(notes)),
            "{text:?}"
        );
    }
    let text = "ask: choice\n---\n# Wat?\n\n- ja\n- nee\n\n???\n- geen optie\n";
    assert_eq!(
        (ask(text), warnings(text)),
        (ask(&question("choice", "", &["ja", "nee"])), vec![])
    );
    for note in [
        "Ask: choice",
        "Notes: zacht",
        "----",
        "ask: choice",
        "Note: zacht",
    ] {
        for text in [
            format!("# A\n\nTekst\n\n???\n{note}\n"),
            format!("# A\n\n::: notes\n{note}\n:::\n\nTekst\n"),
        ] {
            assert_eq!(
                (slide(&text).notes.as_deref(), warnings(&text)),
                (Some(note), vec![]),
                "{text:?}"
            );
        }
    }
    for text in [
        "# A\n\n???",
        "# A\n\n```\n???\n:::notes\n```\n\nx",
        "# A\n\nwat???\nx",
        "# A\n\n::: tip\nx\n:::",
    ] {
        assert_eq!(slide(text).notes, None, "{text:?}");
        assert!(!slide(text).body.is_empty());
    }
    assert_eq!(
        errors("# A\n\n::: notes\nx\n:::\n\n```\n"),
        [(7, "fence-not-closed")],
        "lines keep their numbers"
    );
}

#[test]
fn a_paragraph_that_begins_like_a_note_is_warned_of() {
    for text in [
        "Note: zacht",
        "note: zacht",
        "**Note:** zacht",
        "*Note*: zacht",
        "NOTE: zacht",
        "Note:\nzacht",
    ] {
        assert_eq!(
            warnings(&format!("# A\n\nTekst\n\n{text}")),
            [(5, "note-shown")],
            "{text:?}"
        );
        let asked = format!("ask: words\n---\n# A\n\n{text}");
        assert_eq!(warnings(&asked), [(5, "note-shown")], "{text:?}");
    }
    for text in [
        "Notitie: x",
        "Noteer: x",
        "Een note: x",
        "- Note: x",
        "Note x",
        "`Note: x`",
    ] {
        assert_eq!(warnings(&format!("# A\n\nTekst\n\n{text}")), [], "{text:?}");
    }
}

const OTHERS: [(&str, &str, usize); 15] = [
    (
        "Marp",
        "---\nmarp: true\ntheme: default\npaginate: true\n---\n\n# A\n\n---\n\n# B",
        2,
    ),
    (
        "Marp",
        "---\nmarp: true\nheader: 'x'\nsize: 16:9\n---\n# A",
        2,
    ),
    (
        "Marp",
        "---\ntheme: gaia\n_class: lead\npaginate: true\n---\n# A",
        4,
    ),
    (
        "Marp",
        "---\nclass: invert\nmarp: true\n---\n![bg right](/x.png)\n# A",
        3,
    ),
    (
        "Slidev",
        "---\ntheme: seriph\nbackground: https://x\nclass: text-center\ntransition: slide-left\nmdc: true\n---\n# A",
        5,
    ),
    (
        "Slidev",
        "---\ntheme: default\ndrawings:\n  persist: false\n---\n# A",
        3,
    ),
    (
        "Slidev",
        "---\ntheme: default\n---\n# A\n\n---\nlayout: two-cols\n---\n# B\n\n::right::\nx",
        7,
    ),
    (
        "Slidev",
        "# A\n\n---\nlayout: cover\nbackground: x\n---\n# B",
        4,
    ),
    (
        "reveal.js",
        "---\nrevealOptions:\n  transition: fade\n---\n# A",
        2,
    ),
    (
        "reveal.js",
        "---\nseparator: x\nverticalSeparator: y\n---\n# A",
        2,
    ),
    (
        "reveal.js",
        "---\nkleur: x\n---\n<!-- .slide: data-background=\"x\" -->\n# A",
        4,
    ),
    (
        "Pandoc",
        "---\nauthor: x\noutput: beamer_presentation\n---\n# A",
        3,
    ),
    ("Pandoc", "---\ntitle: x\nauthor: y\ndate: z\n---\n# A", 3),
    ("Pandoc", "---\ninstitute: x\ndate: y\n---\n# A", 2),
    ("Pandoc", "% Titel\n% Naam\n\n---\nkleur: x\n---\n# A", 1),
];

#[test]
fn a_deck_of_another_program_is_recognised_by_one_sentence() {
    for (program, text, line) in OTHERS {
        let problems = read(text).expect_err(text);
        assert_eq!(problems.len(), 1, "{text:?}\n{}", crate::said(&problems));
        assert_eq!(
            (problems[0].line, problems[0].code()),
            (line, "other-program"),
            "{text:?}"
        );
        assert_eq!(
            problems[0].wrong,
            StructureProblem::OtherProgram { program }.into(),
            "{text:?}"
        );
    }
}

#[test]
fn it_is_a_warning_where_it_can_be_read_and_silence_where_it_is_in_code() {
    for text in [
        "# A\n\n<!-- .slide: x -->\n\ntekst",
        "# A\n\n::: columns\ntekst\n:::",
        "% Titel\n\n# A",
        "# A\n\n<!-- _class: lead -->",
        "# A\n\n. . .\n\nx",
        "# A\n\n<v-click>\n\nx\n\n</v-click>",
    ] {
        let found: Vec<_> = warnings(text).into_iter().map(|(_, code)| code).collect();
        assert_eq!(found, ["other-program"], "{text:?}");
    }
    for text in [
        "# A\n\n```\n<!-- .slide: x -->\n% a\n::: columns\n```",
        "# A\n\n100 % zeker",
        "# A\n\n::: notes\nx\n:::",
    ] {
        assert_eq!(warnings(text), [], "{text:?}");
    }
}

#[test]
fn a_deck_without_comments_is_read_as_before() {
    let QuestionSpec::Choice(choice) = ask(&question("choice", "", &["a -> b", "a --> b", "<3"]))
    else {
        panic!()
    };
    let labels: Vec<_> = choice
        .options
        .iter()
        .map(|option| option.label.as_str())
        .collect();
    assert_eq!(labels, ["a -> b", "a --> b", "<3"]);
}

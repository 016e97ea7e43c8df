//! Decks in several languages: the same text again, behind a line for each language.

use shared::deck::Translated;

use crate::later_keys::fine;
use crate::{errors, warnings};

const SEVERAL: &str = "---\nlanguages: [nl, en]\ntitle: Dag\ntitle-en: Day\n---\n";

#[test]
fn a_slide_may_stand_in_several_languages() {
    let text = format!(
        "{SEVERAL}---\nask: spectrum\nleft: poes 🐱\nleft-en: cat\nright: hond\nright-en: {{label: dog, note: woof}}\n\
         stops: [a, b]\nstops-en: [c, d]\n---\n# Wat?\n\nTekst.\n\n=== en\n\n# What?\n\nText.\n"
    );
    let deck = fine(&text);
    assert_eq!(
        (deck.language.as_str(), deck.titles["en"].as_str()),
        ("nl", "Day")
    );
    let slide = &deck.slides[0];
    assert_eq!(
        (slide.prompt.as_deref(), slide.body.as_str()),
        (Some("Wat?"), "Tekst.")
    );
    let english = &slide.translations[0];
    assert_eq!(
        (english.prompt.as_deref(), english.body.as_str()),
        (Some("What?"), "Text.")
    );
    assert_eq!(english.settings["left"], Translated::Text("cat".into()));
    assert_eq!(
        english.settings["right"],
        Translated::Noted {
            label: "dog".into(),
            note: "woof".into()
        }
    );
    assert_eq!(
        english.settings["stops"],
        Translated::Texts(vec!["c".into(), "d".into()])
    );
    let listed = fine(&format!(
        "{SEVERAL}---\nask: choice\n---\n# Wat?\n\n- a {{correct}}\n- b\n\n=== en\n\n# What?\n\n- c\n- d\n"
    ));
    assert_eq!(listed.slides[0].translations[0].items, ["c", "d"]);
    let code = fine(&format!(
        "{SEVERAL}\n# A\n\n```\n=== en\n```\n\n=== en\n\n# B\n\n```\n=== nl\n```\n"
    ));
    assert_eq!(code.slides[0].body, "```\n=== en\n```");
    let without = fine("# A\n\ntekst\n\n=== en\n\ntext");
    assert!(
        without.slides[0].body.contains("=== en"),
        "a deck of one language has no such lines"
    );
}

#[test]
fn each_language_has_what_the_first_has() {
    let first = "# Wat?\n\nTekst.\n\n- a\n- b\n";
    let line = 6 + first.lines().count() + 2;
    for (english, code, at) in [
        ("# What?\n\nText.\n\n- c\n- d", None, line),
        ("Text.\n\n- c\n- d", Some("translation-differs"), line),
        ("# What?\n\n- c\n- d", Some("translation-differs"), line),
        (
            "# What?\n\nText.\n\nMore.\n\n- c\n- d",
            Some("translation-differs"),
            line,
        ),
        ("# What?\n\nText.\n\n- c", Some("translation-differs"), line),
        (
            "# What?\n\nText.\n\n- c\n- d\n- e",
            Some("translation-differs"),
            line,
        ),
        (
            "# What?\n\nText ![x](/x.png).\n\n- c\n- d",
            Some("translation-mark"),
            line,
        ),
        (
            "# What?\n\nText.\n\n- c {correct}\n- d",
            Some("translation-mark"),
            line + 6,
        ),
    ] {
        let text = format!("{SEVERAL}---\nask: choice\n---\n{first}\n=== en\n\n{english}\n")
            .replace("title: Dag\ntitle-en: Day\n", "");
        let expected: Vec<_> = code.into_iter().map(|code| (at, code)).collect();
        assert_eq!(errors(&text), expected, "{english}");
    }
    let named = |line: &str| format!("---\nlanguages: [nl, en]\n---\n# A\n\n{line}\n\n# B\n");
    assert_eq!(errors(&named("=== de")), [(6, "language-unknown")]);
    assert_eq!(errors(&named("=== nl")), [(6, "language-unknown")]);
    assert_eq!(errors(&named("=== English")), [(6, "language-unknown")]);
    assert_eq!(
        errors(&named("=== en\n\n# B\n\n=== en")),
        [(10, "language-twice")]
    );
    assert_eq!(warnings(&named("=== en")), [(2, "not-used-yet")]);
    for silent in [
        "---\nlanguages: [nl, en]\n---\n# A\n",
        "---\nlanguages: [nl, en]\n---\nask: open\n---\n# A\n",
    ] {
        assert!(
            warnings(silent)
                .iter()
                .any(|(_, code)| *code == "not-translated"),
            "{silent}"
        );
    }
    assert_eq!(
        warnings("---\nlanguages: [nl]\n---\n# A\n"),
        [(2, "not-used-yet")]
    );
}

#[test]
fn only_texts_have_another_language() {
    let with = |setting: &str| {
        format!(
            "---\nlanguages: [nl, en]\n---\n---\nask: spectrum\nleft: a\nright: b\nstops: [c]\n{setting}\n---\n# A\n\n=== en\n\n# B\n"
        )
    };
    for (setting, code) in [
        ("left-en: x", None),
        ("right-en: {label: x}", None),
        ("stops-en: [x]", None),
        ("stops-en: [x, y]", Some("translation-differs")),
        ("stops-en: x", Some("not-a-list")),
        ("left-en: [x]", Some("not-a-pole")),
        ("left-en: {label: x, image: 🐱}", Some("unknown-key")),
        ("left-en: {note: x}", Some("value-missing")),
        ("left-de: x", Some("unknown-key")),
        ("left-nl: x", Some("unknown-key")),
        ("layout-en: dots", Some("unknown-key")),
        ("low-en: x", Some("unknown-key")),
    ] {
        let expected: Vec<_> = code.into_iter().map(|code| (9, code)).collect();
        assert_eq!(errors(&with(setting)), expected, "{setting}");
    }
    assert_eq!(errors("---\ntitle-en: x\n---\n# A"), [(2, "unknown-key")]);
    assert_eq!(
        errors("ask: scale\nlow-en: x\n---\n# A"),
        [(2, "unknown-key")]
    );
}

//! The sentences: said in every language, with what to write instead.

use shared::deck::grammar::read;

const PAGE: &str = include_str!("../../../docs/deck.md");

/// One deck with a mistake of nearly every sort.
const WRONG: [&str; 12] = [
    "",
    "---\ntitle: X\n",
    "---\n# A\n---\n",
    "# A\n---\nask: open\n",
    "# A\n\n```\n",
    "# A\nask: open\n",
    ">>>>>>>>>>>>>>>>>>>>>>>> a",
    "ask: spectrum\nleft: \"a\" b\n---\n# A\n---\nask: open\nid: @x\n---\n# B\n---\nx: [a\n---\n# C\n---\njust: a: b\n---\n# D",
    "ask: choice\npick: x\nminutes: 3\ncolour: 3\nid: a b\nchange: ja\ncountdown: 0\nreactions: [x]\n---\n- a {x}\n- b ![a](b) ![c](d)\n-\n- > c",
    "ask: form\npace: snel\n---\n# A\n- a {rating}\n- b {text} {email}\n- c ![d](e)\n---\nask: pin\n---\n# B\n---\nask: number\n---\n# C\n- drie",
    "ask: open\n---\n# A\n---\nask: open\ncompare: x\nsplit: a\n---\n# A\n---\nask: number\ncompare: a\nfrom: 3\nto: 1\n---\n# D",
    "ask: scale\nto: 40\nlow:\nhigh: [a]\n---\n# A\n---\nask: grid\nx: [a]\n---\n# B\n---\nshow: break\nminutes: 3\nuntil: 10:00\nask: qa\n---\n",
];

#[test]
fn every_sentence_is_said_in_every_language_and_is_short() {
    let mut codes = std::collections::BTreeSet::new();
    for text in WRONG {
        let problems = read(text).unwrap_err();
        for problem in problems {
            let said = crate::sentences(&problem);
            assert!(
                said.iter().skip(1).all(|sentence| *sentence != said[0]),
                "{said:?}"
            );
            for sentence in &said {
                assert!(sentence.ends_with(['.', '?']), "{sentence}");
                assert!(sentence.chars().count() < 200, "{sentence}");
            }
            assert!(
                problem
                    .code()
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b == b'-'),
                "{}",
                problem.code()
            );
            codes.insert(problem.code());
        }
    }
    assert!(codes.len() > 35, "{} {codes:?}", codes.len());
}

#[test]
fn long_texts_are_quoted_short() {
    let text = format!("ask: {}\n---\n# A", "x".repeat(10_000));
    assert!(crate::sentence(&read(&text).unwrap_err()[0], "en").len() < 300);
    let many: String = (0..5000).map(|number| format!("k{number}: x\n")).collect();
    assert_eq!(
        read(&format!("ask: open\n{many}---\n# A"))
            .unwrap_err()
            .len(),
        200
    );
}

#[test]
fn what_the_page_says_about_mistakes_is_what_is_said() {
    for (text, line) in [
        (
            "ask: open\nlenght: 3\n---\n# A",
            "There is no key `lenght`. Did you mean `length`?",
        ),
        (
            "ask: choice\n---\n# A\n- a",
            "1 option; at least 2 wanted. Write them as a list: `- …`.",
        ),
    ] {
        assert!(PAGE.contains(line));
        assert_eq!(crate::sentence(&read(text).unwrap_err()[0], "en"), line);
    }
    for code in ["unknown-key", "too-few", "no-heading"] {
        assert!(PAGE.contains(&format!("`{code}`")));
    }
}

#[test]
fn an_unknown_key_is_said_with_what_may_have_been_meant() {
    let said = |text: &str| -> Vec<String> {
        let problems = read(text).unwrap_err();
        problems
            .iter()
            .map(|problem| format!("{}: {}", problem.line, crate::sentence(problem, "en")))
            .collect()
    };
    assert_eq!(
        said("ask: open\nlenght: 20\n---\n# A"),
        ["2: There is no key `lenght`. Did you mean `length`?"]
    );
    assert!(
        said("ask: open\nkleur: rood\n---\n# A")[0]
            .starts_with("2: There is no key `kleur`. Take it away")
    );
    assert_eq!(
        said("---\ntitel: X\n---\n# A"),
        ["2: There is no key `titel`. Did you mean `title`?"]
    );
    assert_eq!(
        said("ask: choice\nleft: x\n---\n# A\n- a\n- b"),
        ["2: `left` is not for `choice`. It belongs with `spectrum`."]
    );
    assert_eq!(
        said("ask: spectrum\nleft: {labl: a}\nright: b\n---\n# A"),
        [
            "2: There is no key `labl`. Did you mean `label`?",
            "2: `left` needs `label`. Add a line `label: …`."
        ]
    );
}

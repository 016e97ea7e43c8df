//! The sentences: said in both languages, with what to write instead.

use shared::deck::grammar::read;

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
fn every_sentence_is_said_in_both_languages_and_is_short() {
    let mut codes = std::collections::BTreeSet::new();
    for text in WRONG {
        let problems = read(text).unwrap_err();
        for problem in problems {
            let (english, dutch) = (problem.sentence("en"), problem.sentence("nl"));
            assert_ne!(english, dutch);
            for sentence in [&english, &dutch] {
                assert!(sentence.ends_with(['.', '?']), "{sentence}");
                assert!(sentence.chars().count() < 200, "{sentence}");
            }
            assert!(problem.code().bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", problem.code());
            codes.insert(problem.code());
        }
    }
    assert!(codes.len() > 35, "{} {codes:?}", codes.len());
}

#[test]
fn long_texts_are_quoted_short() {
    let text = format!("ask: {}\n---\n# A", "x".repeat(10_000));
    assert!(read(&text).unwrap_err()[0].message().len() < 300);
    let many: String = (0..5000).map(|number| format!("k{number}: x\n")).collect();
    assert_eq!(read(&format!("ask: open\n{many}---\n# A")).unwrap_err().len(), 200);
}

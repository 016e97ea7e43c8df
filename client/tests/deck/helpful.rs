//! Sentences that say what to type, in both languages.

use shared::deck::grammar::read;

use crate::question;

/// The sentence about that line has what to type in it.
#[track_caller]
fn says(text: &str, (line, code): (usize, &str), write: &str) {
    let problems = read(text)
        .err()
        .unwrap_or_else(|| panic!("{text:?} is read without a word"));
    let found = problems
        .iter()
        .find(|problem| (problem.line, problem.code()) == (line, code));
    let found =
        found.unwrap_or_else(|| panic!("{text:?} at {line}, {code}:\n{}", crate::said(&problems)));
    for sentence in crate::sentences(found) {
        assert!(
            sentence.contains(&format!("`{write}`")),
            "{text:?}: {sentence}"
        );
        assert!(sentence.chars().count() < 200, "{sentence}");
    }
}

#[test]
fn an_item_that_begins_with_a_mark_of_markdown_is_said_as_text() {
    for (item, write) in [
        ("> 5", "- \\> 5"),
        (">5", "- \\>5"),
        ("1. Mai", "- 1\\. Mai"),
        ("2) b", "- 2\\) b"),
        ("# 1", "- \\# 1"),
        ("- 5", "- \\- 5"),
        ("+ 5", "- \\+ 5"),
        ("* 5", "- \\* 5"),
    ] {
        for kind in ["choice", "scale", "rank", "form"] {
            says(
                &question(kind, "", &["a", item, "b"]),
                (7, "item-not-plain"),
                write,
            );
        }
    }
    says(
        "ask: choice\n---\n# A\n- a\n* > b\n",
        (5, "item-not-plain"),
        "* \\> b",
    );
}

#[test]
fn a_picture_needs_words() {
    for (item, write) in [
        ("![](c.png)", "- ![what it shows](c.png)"),
        ("![ ](/c.png)", "- ![what it shows](/c.png)"),
    ] {
        let problems = read(&question("choice", "", &["a", item])).unwrap_err();
        assert_eq!((problems[0].line, problems[0].code()), (7, "item-empty"));
        assert!(
            crate::sentence(&problems[0], "en").contains(write),
            "{}",
            problems[0]
        );
        assert!(
            crate::sentence(&problems[0], "nl")
                .contains(&write.replace("what it shows", "wat het toont"))
        );
    }
}

#[test]
fn kinds_by_their_other_names() {
    for (written, kind) in [
        ("wordcloud", "words"),
        ("Wordcloud", "words"),
        ("word cloud", "words"),
        ("woordenwolk", "words"),
        ("multiple choice", "choice"),
        ("multiple-choice", "choice"),
        ("meerkeuze", "choice"),
        ("poll", "choice"),
        ("quiz", "choice"),
        ("open-ended", "open"),
        ("likert", "scale"),
        ("stellingen", "scale"),
        ("slider", "spectrum"),
        ("ranking", "rank"),
        ("q&a", "qa"),
        ("evaluatie", "form"),
        ("“choice”", "choice"),
        ("[choice]", "choice"),
        ("chioce", "choice"),
        ("Words", "words"),
    ] {
        says(
            &format!("ask: {written}\n---\n# A"),
            (1, "value-unknown"),
            &format!("ask: {kind}"),
        );
    }
    for (written, kind) in [
        ("pauze", "break"),
        ("qr", "instructions"),
        ("join", "instructions"),
        ("ranglijst", "leaderboard"),
    ] {
        says(
            &format!("show: {written}\n---\n# A"),
            (1, "value-unknown"),
            &format!("show: {kind}"),
        );
    }
}

#[test]
fn keys_by_their_other_names() {
    for (kind, written, key) in [
        ("choice", "timer: 60", "countdown"),
        ("choice", "seconds: 60", "countdown"),
        ("words", "tijd: 60", "countdown"),
        ("choice", "max: 2", "pick"),
        ("choice", "random: yes", "shuffle"),
        ("scale", "min: 1", "from"),
        ("spectrum", "links: a", "left"),
        ("open", "limit: 20", "length"),
        ("open", "upvotes: 3", "votes"),
        ("words", "notities: x", "notes"),
        ("choice", "verplicht: yes", "required"),
    ] {
        says(&question(kind, written, &[]), (2, "unknown-key"), key);
    }
    says("---\ntitel: X\n---\n# A", (2, "unknown-key"), "title");
    says("---\ntaal: nl\n---\n# A", (2, "unknown-key"), "language");
}

#[test]
fn values_of_another_type_are_said_as_they_are_written() {
    for (kind, written, code, write) in [
        ("choice", "pick: [1, 2]", "not-a-pick", "pick: 1-2"),
        ("choice", "pick: 1,2", "not-a-pick", "pick: 1-2"),
        ("choice", "pick: 1 of 2", "not-a-pick", "pick: 1-2"),
        ("choice", "pick: max 2", "not-a-pick", "pick: 2"),
        ("choice", "pick: twee", "not-a-pick", "pick: 2"),
        ("choice", "pick: “2”", "not-a-pick", "pick: 2"),
        (
            "choice",
            "pick: {min: 1, max: 2}",
            "not-a-pick",
            "pick: 1-2",
        ),
        (
            "choice",
            "countdown: 60s",
            "not-a-whole-number",
            "countdown: 60",
        ),
        (
            "choice",
            "countdown: 60 seconden",
            "not-a-whole-number",
            "countdown: 60",
        ),
        (
            "choice",
            "countdown: 2 minuten",
            "not-a-whole-number",
            "countdown: 120",
        ),
        ("open", "length: [3]", "not-a-whole-number", "length: 3"),
        ("open", "entries: drie", "not-a-whole-number", "entries: 3"),
        ("choice", "change: nee", "not-yes-or-no", "change: no"),
        ("choice", "shuffle: aan", "not-yes-or-no", "shuffle: yes"),
        ("choice", "shuffle: “yes”", "not-yes-or-no", ""),
        ("number", "from: 3,5", "not-a-number", "from: 3.5"),
        ("spectrum", "stops: a, b", "not-a-list", "stops: [a, b]"),
        ("spectrum", "stops: midden", "not-a-list", "stops: [midden]"),
        ("open", "id: mijn vraag", "not-an-id", "id: mijn-vraag"),
        (
            "open",
            "results: Hidden",
            "value-unknown",
            "results: hidden",
        ),
        (
            "choice",
            "layout: “donut”",
            "value-unknown",
            "layout: donut",
        ),
    ] {
        if !write.is_empty() {
            says(&question(kind, written, &[]), (2, code), write);
        }
    }
    says(
        "show: break\nuntil: 15u30\n---\n",
        (2, "not-a-time"),
        "until: 15:30",
    );
    says(
        "show: break\nuntil: 1530\n---\n",
        (2, "not-a-time"),
        "until: 15:30",
    );
    says(
        "---\nlanguage: Nederlands\n---\n# A",
        (2, "not-a-language"),
        "language: nl",
    );
    says(
        "---\ngrace: 1 minuut\n---\n# A",
        (2, "not-a-whole-number"),
        "grace: 60",
    );
}

#[test]
fn a_line_among_the_settings_that_is_none_is_said_at_that_line() {
    for stray in [
        "Wat vind je?",
        "Wat vind je",
        "Kies er een.",
        "![kat](/kat.png)",
        "**Kies**",
        "> citaat",
    ] {
        for text in [
            format!("ask: choice\n{stray}\n---\n# A"),
            format!("ask: choice\npick: 1\n{stray}\n---\n# A"),
        ] {
            let line = 1 + text.lines().position(|line| line == stray).unwrap();
            says(&text, (line, "settings-unreadable"), "---");
        }
    }
    says(
        "---\ntitle: X\nWelkom allemaal\n---\n# A",
        (3, "settings-unreadable"),
        "---",
    );
}

#[test]
fn curly_quotes_around_a_text_that_needs_straight_ones_are_said() {
    for value in [
        "“mijn keuze: deze”",
        "„mijn keuze: deze”",
        "‘mijn keuze: deze’",
        "”mijn keuze: deze”",
    ] {
        let text = question("spectrum", &format!("left: {value}\nright: b"), &[]);
        let problems = read(&text).unwrap_err();
        assert_eq!(
            (problems[0].line, problems[0].code()),
            (2, "settings-unreadable"),
            "{value}"
        );
        assert!(
            crate::sentence(&problems[0], "nl").contains("gekrulde"),
            "{}",
            crate::sentence(&problems[0], "nl")
        );
        assert!(crate::sentence(&problems[0], "en").contains("curly"));
    }
}

#[test]
fn dashes_that_end_no_settings_are_said_at_their_line() {
    for dashes in ["----", "—", "--", " ---", "- - -", "–––", "———", "−−−"] {
        for text in [
            format!("ask: choice\n{dashes}\n\n# A\n\n- a\n- b\n"),
            format!("ask: choice\n{dashes}\n\n# A\n\n- a\n- b\n\n---\n\n# B\n"),
            format!("---\ntitle: X\n{dashes}\n\n# A\n"),
        ] {
            let line = 1 + text.lines().position(|line| line == dashes).unwrap();
            says(&text, (line, "not-a-separator"), "---");
        }
    }
}

//! Decks that are wrong: the line, what is wrong and what to write instead; the same from the API
//! and from the command.

use tests::{DeckLineError, Folder, Method, Organiser, Peil, Reply, Terminal, WEBINAR, WORKSHOP};

/// Decks with the line that is wrong.
const WRONG: [(&str, &str, usize); 9] = [
    (
        "an unknown key",
        "---\ntitle: A\n---\nask: choice\nkleur: rood\n---\n# Vraag\n\n- ja\n- nee\n",
        5,
    ),
    (
        "an unknown kind",
        "---\ntitle: A\n---\nask: raadsel\n---\n# Vraag\n",
        4,
    ),
    (
        "an unclosed block",
        "---\ntitle: A\n---\nask: choice\n\n# Vraag\n\n- ja\n- nee\n",
        4,
    ),
    (
        "ask outside a block",
        "---\ntitle: A\n---\n\n# Vraag\n\nask: choice\n\n- ja\n- nee\n",
        7,
    ),
    (
        "a question without a heading",
        "---\ntitle: A\n---\nask: words\n---\nZomaar tekst\n",
        4,
    ),
    (
        "two questions alike",
        "---\ntitle: A\n---\nask: words\n---\n# Vraag\n\n---\nask: words\n---\n# Vraag\n",
        9,
    ),
    (
        "one option",
        "---\ntitle: A\n---\nask: choice\n---\n# Vraag\n\n- ja\n",
        4,
    ),
    (
        "a number that is none",
        "---\ntitle: A\n---\nask: open\nlength: lang\n---\n# Vraag\n",
        5,
    ),
    (
        "a wrong setting",
        "---\ntitle: A\nresults: misschien\n---\n\n# Welkom\n",
        3,
    ),
];

/// A line is right if it points at what is wrong, or at most at the slide that it is in.
#[track_caller]
fn assert_points_at(errors: &[DeckLineError], line: usize, what: &str) {
    let near = errors
        .iter()
        .any(|error| error.line.abs_diff(line) <= 3 && error.line > 0);
    assert!(near, "{what}: line {line}, not {errors:?}");
    for error in errors {
        assert!(
            error.message.split_whitespace().count() >= 4,
            "{what}: not a sentence: {error:?}"
        );
    }
}

#[test]
fn a_wrong_deck_is_refused_with_its_line_and_stores_nothing() {
    let peil = Peil::starts();
    let organiser = peil.organiser();
    let before = organiser.gets("/api/v1/decks").expects(200).json();
    let mut codes = Vec::new();
    for (what, deck, line) in WRONG {
        let (problem, errors) = organiser.is_refused_a_deck(deck);
        assert_points_at(&errors, line, what);
        codes.push(problem.code);
    }
    codes.dedup();
    assert_eq!(codes.len(), 1, "a wrong deck has one code: {codes:?}");
    assert_eq!(organiser.gets("/api/v1/decks").expects(200).json(), before);
}

#[test]
fn an_unknown_key_is_named_with_its_exact_line() {
    let peil = Peil::starts();
    let (_, errors) = peil.organiser().is_refused_a_deck(WRONG[0].1);
    assert_eq!(errors[0].line, 5);
    assert!(errors[0].message.contains("kleur"), "{errors:?}");
    let windows = WRONG[0].1.replace('\n', "\r\n");
    let (_, errors) = peil
        .organiser()
        .is_refused_a_deck(&format!("\u{feff}{windows}"));
    assert_eq!(
        errors[0].line, 5,
        "CRLF and a byte order mark change no line"
    );
}

#[test]
fn the_command_says_the_same_as_the_api() {
    let peil = Peil::starts();
    let folder = Folder::new();
    for (number, (what, deck, _)) in WRONG.iter().enumerate() {
        let (_, errors) = peil.organiser().is_refused_a_deck(deck);
        let file = folder.writes(&format!("deck-{number}.md"), deck);
        let outcome = Terminal::runs(["deck".as_ref(), "check".as_ref(), file.as_os_str()]);
        let said = outcome.ends_with(2).said();
        for error in errors {
            let line = format!("{}:{}: {}", file.display(), error.line, error.message);
            assert!(said.contains(&line), "{what}: {line:?} is not in {said:?}");
        }
    }
}

/// Both decks pass, and what this version does not play or use yet is warned of at its line, and
/// nothing else.
#[test]
fn right_decks_pass_and_what_comes_later_is_a_warning() {
    let folder = Folder::new();
    let later = ["promise:"];
    for (name, deck) in [("webinar.md", WEBINAR), ("workshop.md", WORKSHOP)] {
        let file = folder.writes(name, deck);
        let outcome = Terminal::runs(["deck".as_ref(), "check".as_ref(), file.as_os_str()]);
        let said = outcome.ends_with(0).said();
        let warned = (1..)
            .zip(deck.lines())
            .filter(|(_, line)| later.iter().any(|later| line.starts_with(later)));
        let expected: Vec<String> = warned
            .map(|(line, _)| format!("{}:{line}: ", file.display()))
            .collect();
        let lines: Vec<&str> = said.lines().filter(|line| line.contains(name)).collect();
        assert_eq!(lines.len(), expected.len(), "{said}");
        for (line, expected) in lines.iter().zip(&expected) {
            assert!(
                line.contains(expected.as_str()),
                "{expected} is not in {line}"
            );
        }
    }
}

#[test]
fn several_files_are_checked_in_one_go() {
    let folder = Folder::new();
    let (right, wrong) = (
        folder.writes("goed.md", WORKSHOP),
        folder.writes("fout.md", WRONG[0].1),
    );
    let outcome = Terminal::runs([
        "deck".as_ref(),
        "check".as_ref(),
        right.as_os_str(),
        wrong.as_os_str(),
    ]);
    assert!(
        outcome.ends_with(2).said().contains("fout.md:5: "),
        "{outcome:?}"
    );
}

#[test]
fn a_deck_that_is_too_large_is_refused() {
    let peil = Peil::starts();
    let organiser = peil.organiser();
    let huge = format!(
        "---\ntitle: Groot\n---\n\n# Welkom\n\n{}",
        "Lange tekst. ".repeat(60_000)
    );
    organiser.sends_deck(&huge).expects(413).problem();
    let many = format!("---\ntitle: Veel\n---\n{}", "\n# Dia\n\n---\n".repeat(501));
    organiser.is_refused_a_deck(&many);
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let peil = Peil::starts();
    let organiser = peil.organiser();
    let bytes = b"---\ntitle: \xff\xfe\n---\n\n# Welkom\n".to_vec();
    let reply = organiser.calls(
        Method::POST,
        "/api/v1/decks",
        Some(("text/markdown", bytes)),
    );
    assert_eq!(reply.expects(400).problem().code, "malformed");
}

/// Chooses a file in the form of a new deck.
fn chooses(organiser: &Organiser, name: &str, bytes: &[u8]) -> Reply {
    let head = format!(
        "--grens\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n"
    );
    let body = [head.as_bytes(), bytes, b"\r\n--grens--\r\n"].concat();
    organiser.calls(
        Method::POST,
        "/desk/decks",
        Some(("multipart/form-data; boundary=grens", body)),
    )
}

#[test]
fn files_that_are_more_than_text_are_called_by_their_name_everywhere() {
    let peil = Peil::starts();
    let (organiser, folder) = (peil.organiser(), Folder::new());
    for (name, bytes, word, page_word) in [
        (
            "deck.docx",
            &b"PK\x03\x04\x14\0\x06\0\xff"[..],
            "word processor",
            "tekstverwerker",
        ),
        (
            "deck.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "word processor",
            "tekstverwerker",
        ),
        ("deck.rtf", b"{\\rtf1\\ansi # A}", "RTF", "RTF"),
        ("deck.pdf", b"%PDF-1.7\n%\xe2\xe3", "PDF", "PDF"),
    ] {
        let reply = organiser
            .calls(
                Method::POST,
                "/api/v1/decks",
                Some(("text/markdown", bytes.to_vec())),
            )
            .expects(422)
            .json();
        assert_eq!(
            (reply["code"].as_str(), reply["errors"][0]["code"].as_str()),
            (Some("deck_errors"), Some("deck-not-text"))
        );
        assert!(
            reply["errors"][0]["message"]
                .as_str()
                .is_some_and(|said| said.contains(word)),
            "{reply}"
        );
        let file = folder.path().join(name);
        std::fs::write(&file, bytes).expect("a file");
        let outcome = Terminal::runs(["deck".as_ref(), "check".as_ref(), file.as_os_str()]);
        assert!(outcome.ends_with(2).said().contains(word), "{name}");
        let page = chooses(&organiser, name, bytes).expects(422).text();
        assert!(
            page.contains("deck_errors") && page.contains(page_word),
            "{name}: {page}"
        );
    }
}

#[test]
fn a_file_in_utf_16_is_read_and_warned_of() {
    let peil = Peil::starts();
    let (organiser, folder) = (peil.organiser(), Folder::new());
    let bytes: Vec<u8> = format!("\u{feff}{WORKSHOP}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let reply = organiser
        .calls(
            Method::POST,
            "/api/v1/decks",
            Some(("text/markdown", bytes.clone())),
        )
        .expects(201)
        .json();
    assert_eq!(reply["warnings"][0]["code"], "deck-in-utf-16", "{reply}");
    let path = format!("/api/v1/decks/{}", reply["deck"].as_str().expect("a name"));
    assert_eq!(organiser.gets(&path).expects(200).text(), WORKSHOP);
    let file = folder.path().join("deck.md");
    std::fs::write(&file, &bytes).expect("a file");
    let outcome = Terminal::runs(["deck".as_ref(), "check".as_ref(), file.as_os_str()]);
    assert!(
        outcome
            .ends_with(0)
            .said()
            .contains("warning: This file is in UTF-16"),
        "{outcome:?}"
    );
    assert!(
        chooses(&organiser, "deck.md", &bytes)
            .expects(200)
            .text()
            .contains("Groepenwerkplaats")
    );
}

#[test]
fn a_deck_that_is_saved_is_answered_with_what_is_worth_knowing() {
    let peil = Peil::starts();
    let organiser = peil.organiser();
    let clean = "---\ntitle: A\n---\n\n# Welkom\n";
    let reply = organiser
        .calls(
            Method::POST,
            "/api/v1/decks",
            Some(("text/markdown", clean.into())),
        )
        .expects(201)
        .json();
    assert_eq!(reply["warnings"], serde_json::json!([]));
    let path = format!("/api/v1/decks/{}", reply["deck"].as_str().expect("a name"));
    for (text, line, code) in [
        ("\n----\n", 7, "line-of-dashes"),
        ("\nNote: zacht\n", 7, "note-shown"),
        ("---\nask: type\n---\n# B\n- a\n", 9, "not-played-yet"),
        ("---\nask: choice\n---\n# B\n- a\n- A\n", 11, "same-label"),
        (
            "---\nask: choice\n---\n# B\n- a\n- b {correct}\n",
            11,
            "not-used-yet",
        ),
    ] {
        let text = format!("{clean}{text}");
        let replaces = organiser.clone().with_header("if-match", "*");
        let reply = replaces
            .calls(
                Method::PUT,
                &path,
                Some(("text/markdown", text.clone().into())),
            )
            .expects(200)
            .json();
        let warning = &reply["warnings"][0];
        assert_eq!(
            (warning["line"].as_u64(), warning["code"].as_str()),
            (Some(line), Some(code)),
            "{text:?}: {reply}"
        );
        assert!(
            warning["message"]
                .as_str()
                .is_some_and(|said| said.ends_with(['.', '?'])),
            "{reply}"
        );
    }
}

#[test]
fn a_deck_comes_back_meaning_the_same() {
    let peil = Peil::starts();
    let organiser = peil.organiser();
    for deck in [WORKSHOP, WEBINAR] {
        let first = organiser.uploads(deck);
        let path = format!("/api/v1/decks/{}", first.deck);
        let reply = organiser.gets_as(&path, "text/markdown");
        let written = reply.expects(200).text();
        let second = organiser.uploads(&written);
        assert_eq!((&first.title, first.slides), (&second.title, second.slides));
        let slides = |deck| {
            let slides = organiser.starts_again(deck).room().slides;
            slides
                .into_iter()
                .map(|slide| (slide.id, slide.kind, slide.prompt))
                .collect::<Vec<_>>()
        };
        assert_eq!(slides(&first), slides(&second));
    }
}

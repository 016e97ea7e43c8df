//! Changes of a deck's text by its parts: what a form does.

use shared::deck::edit::{DeckEdit, DeckText, NotWritten, SettingValue, SlideEdit};

mod bounds;
mod by_form;
mod merging;
mod pasting;
mod properties;
mod repairs;
mod texts;
mod wording;

/// A text after one change.
fn after(text: &str, edit: DeckEdit) -> String {
    let before = DeckText::read(text);
    let (change, after) = before
        .edit(&edit)
        .unwrap_or_else(|wrong| panic!("{wrong:?}: {edit:?}\n{text}"));
    assert_eq!(change.applied_to(text).as_deref(), Some(after.text()));
    after.text().to_owned()
}

fn refused(text: &str, edit: DeckEdit) -> NotWritten {
    DeckText::read(text).edit(&edit).unwrap_err()
}

fn slide(at: usize, edit: SlideEdit) -> DeckEdit {
    DeckEdit::Slide { at, edit }
}

fn set(at: usize, key: &str, value: &str) -> DeckEdit {
    let value = Some(SettingValue::text(value));
    slide(
        at,
        SlideEdit::Set {
            key: key.into(),
            value,
        },
    )
}

fn clear(at: usize, key: &str) -> DeckEdit {
    slide(
        at,
        SlideEdit::Set {
            key: key.into(),
            value: None,
        },
    )
}

fn title(at: usize, text: &str) -> DeckEdit {
    slide(
        at,
        SlideEdit::Title {
            language: None,
            text: text.into(),
        },
    )
}

fn body(at: usize, text: &str) -> DeckEdit {
    slide(
        at,
        SlideEdit::Body {
            language: None,
            text: text.into(),
        },
    )
}

const ANIMALS: &str = "---\ntitle: Dieren # werktitel\nkleur: rood\n---\n\n# Welkom\n\n---\n\
    ask: choice # een of twee\nid: dier\n# hoeveel\npick: 1-2 # ook twee\nkleur: blauw\n---\n\n\
    # Kat of hond? <!-- echt -->\n\nKies.\n\n* kat <!-- poes -->\n* ![hond](/h.png) hond {correct}\n\n\
    ---\nask: choice\nsplit: dier\n---\n\n# Waarom?\n\n- zo\n- anders\n";

#[test]
fn a_setting_is_written_where_it_stands_and_comments_stay() {
    for (edit, old, new) in [
        (set(1, "pick", "2"), "pick: 1-2 # ook", "pick: 2 # ook"),
        (
            set(1, "layout", "columns"),
            "kleur: blauw\n",
            "kleur: blauw\nlayout: columns\n",
        ),
        (set(1, "at", "13:30"), "id: dier\n", "id: dier\nat: 13:30\n"),
        (clear(1, "pick"), "pick: 1-2 # ook twee\n", ""),
        (
            clear(1, "ask"),
            "ask: choice # een of twee\nid: dier\n",
            "id: dier\n",
        ),
        (
            set(0, "at", "13:30"),
            "---\n\n# Welkom",
            "---\nat: 13:30\n---\n\n# Welkom",
        ),
        (clear(2, "split"), "split: dier\n", ""),
    ] {
        let mut expected = ANIMALS.replacen(old, new, 1);
        if old.contains("Welkom") {
            expected = ANIMALS.replacen("\n\n# Welkom", "\nat: 13:30\n---\n\n# Welkom", 1);
        }
        assert_eq!(after(ANIMALS, edit), expected);
    }
}

#[test]
fn a_setting_of_the_deck_is_written_where_it_stands() {
    let head = |key: &str, value: Option<&str>| DeckEdit::SetHead {
        key: key.into(),
        value: value.map(SettingValue::text),
    };
    let text = after(ANIMALS, head("title", Some("Beesten: alle")));
    assert!(text.starts_with("---\ntitle: \"Beesten: alle\" # werktitel\nkleur: rood\n---\n"));
    let text = after(ANIMALS, head("language", Some("nl")));
    assert!(text.starts_with("---\ntitle: Dieren # werktitel\nlanguage: nl\nkleur: rood\n---\n"));
    let text = after("# A\n", head("title", Some("B")));
    assert_eq!(text, "---\ntitle: B\n---\n# A\n");
    let text = after(
        "\u{feff}---\r\nask: qa\r\n---\r\n# A\r\n",
        head("title", Some("B")),
    );
    assert_eq!(
        text,
        "\u{feff}---\r\ntitle: B\r\n---\r\nask: qa\r\n---\r\n# A\r\n"
    );
}

#[test]
fn a_heading_a_text_and_items_are_written_where_they_stand() {
    let label = |item, label: &str| SlideEdit::Label {
        language: None,
        item,
        label: label.into(),
    };
    let marks = |item, marks: &[&str]| SlideEdit::Marks {
        item,
        marks: marks.iter().map(|mark| (*mark).to_owned()).collect(),
    };
    for (edit, old, new) in [
        (title(1, "Hond of kat?"), "# Kat of hond?", "# Hond of kat?"),
        (title(1, ""), "# Kat of hond? <!-- echt -->\n\n", ""),
        (body(1, "Kies er een."), "Kies.", "Kies er een."),
        (body(1, ""), "Kies.\n\n", ""),
        (slide(1, label(0, "*poes*")), "* kat", "* \\*poes\\*"),
        (
            slide(1, label(1, "blaffer")),
            "/h.png) hond {",
            "/h.png) blaffer {",
        ),
        (
            slide(1, marks(0, &["{correct}"])),
            "* kat <",
            "* kat {correct} <",
        ),
        (slide(1, marks(1, &[])), " hond {correct}", " hond"),
        (
            slide(
                1,
                SlideEdit::AddItems {
                    item: 1,
                    labels: vec!["vis".into()],
                },
            ),
            "poes -->\n",
            "poes -->\n* vis\n",
        ),
        (
            slide(1, SlideEdit::RemoveItem { item: 0 }),
            "* kat <!-- poes -->\n",
            "",
        ),
        (
            slide(1, SlideEdit::MoveItem { from: 1, to: 0 }),
            "* kat <!-- poes -->\n* ![hond](/h.png) hond {correct}",
            "* ![hond](/h.png) hond {correct}\n* kat <!-- poes -->",
        ),
        (
            slide(0, SlideEdit::Notes("Eén.\n\nTwee.".into())),
            "\n\n# Welkom",
            "\nnotes: |-\n  Eén.\n\n  Twee.\n---\n\n# Welkom",
        ),
        (
            slide(0, SlideEdit::Skip(true)),
            "\n\n# Welkom",
            "\nskip: yes\n---\n\n# Welkom",
        ),
    ] {
        assert_eq!(after(ANIMALS, edit), ANIMALS.replacen(old, new, 1));
    }
}

#[test]
fn slides_are_added_copied_moved_and_taken_out() {
    let insert = |at, kind: &str, title: &str| DeckEdit::Insert {
        at,
        kind: kind.into(),
        title: title.into(),
    };
    let deck = "# A\n\n---\nask: words\n---\n\n# B\n\n---\n<!-- later -->\n\n---\n\n# C";
    for (edit, expected) in [
        (
            insert(1, "choice", "Één?"),
            "# A\n\n---\nask: choice\nid: een\n---\n\n# Één?\n\n---\nask: words\n---\n\n# B\n\n---\n\
             <!-- later -->\n\n---\n\n# C",
        ),
        (
            insert(3, "qa", ""),
            "# A\n\n---\nask: words\n---\n\n# B\n\n---\n<!-- later -->\n\n---\n\n# C\n\n---\n\
             ask: qa\nid: qa-2\n---",
        ),
        (
            DeckEdit::Duplicate { at: 1 },
            "# A\n\n---\nask: words\n---\n\n# B\n\n---\nask: words\nid: b-2\n---\n\n# B\n\n---\n\
             <!-- later -->\n\n---\n\n# C",
        ),
        (
            DeckEdit::Delete { at: 1 },
            "# A\n\n---\n<!-- later -->\n\n---\n\n# C",
        ),
        (
            DeckEdit::Delete { at: 2 },
            "# A\n\n---\nask: words\n---\n\n# B\n\n---\n<!-- later -->\n\n",
        ),
        (
            DeckEdit::Move { from: 1, to: 0 },
            "ask: words\n---\n\n# B\n\n---\n# A\n\n---\n<!-- later -->\n\n---\n\n# C",
        ),
    ] {
        assert_eq!(after(deck, edit), expected);
    }
}

#[test]
fn the_first_slide_of_an_empty_deck_and_the_last_that_goes() {
    let insert = DeckEdit::Insert {
        at: 0,
        kind: "content".into(),
        title: "A".into(),
    };
    assert_eq!(after("", insert.clone()), "id: a\n---\n\n# A\n");
    assert_eq!(
        after("---\ntitle: T\n---\n", insert),
        "---\ntitle: T\n---\nid: a\n---\n\n# A\n"
    );
    assert_eq!(after("# A\n", DeckEdit::Delete { at: 0 }), "\n");
}

#[test]
fn another_id_is_named_by_whatever_refers_to_it() {
    let rename = |id: &str| DeckEdit::Rename {
        at: 1,
        id: id.into(),
    };
    let text = after(ANIMALS, rename("beest"));
    assert_eq!(
        text,
        ANIMALS
            .replace("id: dier", "id: beest")
            .replace("split: dier", "split: beest")
    );
    for id in ["waarom", "qa", "é", ""] {
        assert_eq!(refused(ANIMALS, rename(id)), NotWritten::NoSuchId, "{id}");
    }
}

#[test]
fn a_question_that_others_refer_to_keeps_its_id_under_another_heading() {
    let deck = "ask: choice\n---\n# A\n\n- b\n- c\n\n---\nask: open\nsplit: a\n---\n\n# D\n";
    assert_eq!(
        after(deck, title(0, "E")),
        deck.replacen("choice\n---\n# A", "choice\nid: a\n---\n# E", 1)
    );
}

#[test]
fn earlier_questions_are_offered_where_one_can_be_referred_to() {
    let deck = "---\ngroups: 4\n---\n\
        ask: choice\nid: a\n---\n# A?\n- b\n- c\n\n---\nask: words\nid: w\n---\n# W?\n\n---\n\
        ask: choice\nid: b\n---\n# B?\n- b\n- c\n- d\n\n---\n\
        ask: choice\nid: e\n---\n# E?\n- b\n- c\n\n---\nshow: results\nquestion: a\n---\n# R\n";
    let deck = DeckText::read(deck);
    let offered = |at, key| -> Vec<_> {
        let all = deck.candidates(at, key).into_iter();
        all.map(|one| (one.value, one.title)).collect()
    };
    let pair = |(value, title): (&str, &str)| (value.to_owned(), title.to_owned());
    assert_eq!(offered(3, "compare"), [("a", "A?")].map(pair));
    assert_eq!(
        offered(3, "split"),
        [("groups", ""), ("a", "A?"), ("b", "B?")].map(pair)
    );
    assert_eq!(offered(3, "items-from"), [("w", "W?")].map(pair));
    assert_eq!(
        offered(4, "question"),
        [("a", "A?"), ("w", "W?"), ("b", "B?"), ("e", "E?")].map(pair)
    );
    assert_eq!(offered(0, "compare"), []);
    assert_eq!(deck.referrers(0).len(), 1);
    assert_eq!(
        (deck.referrers(0)[0].slide, deck.referrers(0)[0].key),
        (4, "question")
    );
}

#[test]
fn every_language_has_the_items_of_the_first() {
    let deck = "---\nlanguages: [nl, en]\n---\nask: choice\n---\n# A\n\n- b\n- c {other}\n\n=== en\n\n\
        # D\n\n- e\n- f\n";
    let add = slide(
        0,
        SlideEdit::AddItems {
            item: 1,
            labels: vec!["g".into()],
        },
    );
    let text = after(deck, add);
    assert!(
        text.ends_with("- b\n- g\n- c {other}\n\n=== en\n\n# D\n\n- e\n- g\n- f\n"),
        "{text}"
    );
    let text = after(deck, slide(0, SlideEdit::MoveItem { from: 0, to: 1 }));
    assert!(
        text.ends_with("- c {other}\n- b\n\n=== en\n\n# D\n\n- f\n- e\n"),
        "{text}"
    );
    let text = after(deck, slide(0, SlideEdit::RemoveItem { item: 1 }));
    assert!(
        text.ends_with("# A\n\n- b\n\n=== en\n\n# D\n\n- e\n"),
        "{text}"
    );
    let english = |text: &str| SlideEdit::Title {
        language: Some("en".into()),
        text: text.into(),
    };
    let text = after(deck, slide(0, english("Which?")));
    assert!(text.ends_with("=== en\n\n# Which?\n\n- e\n- f\n"), "{text}");
    let text = after(
        "---\nlanguages: [nl, en]\n---\n\n# A\n",
        slide(0, english("B")),
    );
    assert!(text.ends_with("\n\n# A\n\n=== en\n\n# B\n"), "{text}");
}

#[test]
fn what_would_be_read_as_something_else_is_refused() {
    let deck = "# A\n\n---\nask: choice\n---\n# B\n\n- c\n- d\n";
    assert_eq!(refused(deck, body(1, "- e")), NotWritten::Unlike);
    assert_eq!(refused(deck, body(0, "```")), NotWritten::Others);
    assert_eq!(
        after(deck, body(0, "b\n---\nc")),
        deck.replacen("# A", "# A\n\nb\n***\nc", 1)
    );
    let two = DeckEdit::Replace {
        at: 0,
        text: "# A\n\n---\n\n# B".into(),
    };
    assert_eq!(refused(deck, two), NotWritten::Others);
    let open = DeckEdit::Replace {
        at: 0,
        text: "# A\n\n```".into(),
    };
    assert_eq!(refused(deck, open), NotWritten::Others);
    assert_eq!(refused(deck, title(5, "A")), NotWritten::NoSuchSlide);
    assert_eq!(
        refused("ask: [\n---\n# A\n", set(0, "id", "b")),
        NotWritten::Unreadable
    );
}

#[test]
fn an_outline_tells_of_texts_with_errors_too() {
    let deck = "---\ntitle: T\n---\n\nTekst *zonder* kop\n\n---\nask: chioce\nid: x\nskip: yes\n---\n# B\n\n\
        ---\nask: open\n# C\n";
    let text = DeckText::read(deck);
    let outline: Vec<_> = text
        .slides()
        .iter()
        .map(|slide| {
            (
                slide.lines.clone(),
                slide.title.as_str(),
                slide.kind,
                slide.unread,
            )
        })
        .collect();
    assert_eq!(
        outline,
        [
            (4..6, "Tekst zonder kop", "content", false),
            (8..13, "B", "content", true),
            (15..17, "", "content", true),
        ]
    );
    assert_eq!(&deck[text.head().unwrap()], "---\ntitle: T\n---");
    assert_eq!(
        text.slide_text(1),
        Some("ask: chioce\nid: x\nskip: yes\n---\n# B")
    );
    assert!(text.slides()[1].is_named && text.slides()[1].skip);
    let codes: Vec<_> = text.problems_of(1).map(|problem| problem.code()).collect();
    assert_eq!(codes, ["value-unknown"]);
    assert_eq!(text.slide_at(16), Some(2));
    assert_eq!(text.problems_of(2).count(), 1);
}

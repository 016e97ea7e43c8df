//! Settings that are written as no setting is: an error at that line with what to write, and never
//! text on the stage.

use shared::deck::grammar::read;
use shared::deck::problem::Problem;
use shared::deck::write;

use crate::{ask, deck, errors, question, slide, warnings};

/// A deck whose second slide begins with a line, with the line's number.
fn begun_with(line: &str) -> (String, usize) {
    (
        format!("# A\n\n---\n{line}\n---\n\n# Wat?\n\n- ja\n- nee\n"),
        4,
    )
}

/// All that is wrong with a text, as it is: on that line, with that to write.
#[track_caller]
fn says(text: &str, line: usize, write: &str) {
    let problems = read(text)
        .err()
        .unwrap_or_else(|| panic!("{text:?} is read without a word"));
    let [Problem { line: found, .. }] = problems[..] else {
        panic!("{text:?}\n{}", crate::said(&problems))
    };
    assert_eq!(found, line, "{text:?}");
    for sentence in crate::sentences(&problems[0]) {
        assert!(
            sentence.contains(&format!("`{write}`")),
            "{text:?}: {sentence}"
        );
    }
}

const SPELLINGS: [&str; 44] = [
    "Ask: choice",
    "ASK: choice",
    "aSk: Choice",
    " ask: choice",
    "   ask: choice",
    "    ask: choice",
    "\task: choice",
    "\u{a0}ask: choice",
    "\u{200b}ask: choice",
    "ask:choice",
    "ask:\tchoice",
    "ask:\u{a0}choice",
    "ask : choice",
    "ask\u{a0}: choice",
    "Ask:choice",
    "- ask: choice",
    "* ask: choice",
    "+ Ask: choice",
    "• ask: choice",
    "1. ask: choice",
    "> ask: choice",
    "**ask:** choice",
    "**ask**: choice",
    "**Ask: choice**",
    "*ask:* choice",
    "_ask_: choice",
    "__ask:__ choice",
    "`ask: choice`",
    "`ask`: choice",
    "- **ask:** choice",
    "\"ask\": choice",
    "“ask”: choice",
    "'ask': choice",
    "ask：choice",
    "ask： choice",
    "ａｓｋ: choice",
    "ask = choice",
    "ask=choice",
    "ask choice",
    "Ask choice",
    "Ask: “choice”",
    "ask:Multiple-Choice",
    "Ask: chioce",
    "\u{2060}Ask:  choice ",
];

#[test]
fn every_spelling_of_a_question_is_an_error_at_its_line_with_what_to_write() {
    for spelling in SPELLINGS {
        let (text, line) = begun_with(spelling);
        says(&text, line, "ask: choice");
    }
}

#[test]
fn it_is_one_where_no_line_closes_the_settings_either() {
    for spelling in SPELLINGS
        .iter()
        .filter(|spelling| !spelling.starts_with("ask:Multiple"))
    {
        let text = format!("# A\n\n---\n{spelling}\n\n# Wat?\n\n- ja\n- nee\n");
        says(&text, 4, "ask: choice");
    }
}

#[test]
fn it_is_one_at_the_start_of_the_file_and_behind_its_first_separator() {
    for spelling in SPELLINGS {
        says(
            &format!("{spelling}\n---\n\n# Wat?\n\n- ja\n- nee\n"),
            1,
            "ask: choice",
        );
        says(
            &format!("---\n{spelling}\n---\n\n# Wat?\n\n- ja\n- nee\n"),
            2,
            "ask: choice",
        );
    }
}

#[test]
fn it_is_one_in_a_slides_text_where_it_can_be_nothing_else() {
    for spelling in [
        "Ask: choice",
        " ask: choice",
        "ask:choice",
        "- ask: choice",
        "**ask:** choice",
        "ask： choice",
        "Ask: words",
        "ask:wordcloud",
        "Show: break",
        "**show:** instructions",
    ] {
        let text = format!("# A\n\n---\n\n# Wat?\n\n{spelling}\n\nMeer tekst\n");
        assert_eq!(errors(&text), [(7, "key-misspelt")], "{spelling:?}");
    }
    for code in [
        "# A\n\n```\nAsk: choice\n```",
        "# A\n\n    ask: choice",
        "# A\n\nTekst met `Ask: choice` erin",
    ] {
        assert_eq!(errors(code), [], "{code:?}");
    }
}

#[test]
fn every_other_key_too_among_the_settings() {
    for (written, instead) in [
        ("Pick: 2", "pick: 2"),
        ("PICK: 2", "pick: 2"),
        ("pick:2", "pick: 2"),
        ("pick:\u{a0}2", "pick: 2"),
        ("\u{a0}pick: 2", "pick: 2"),
        (" pick: 2", "pick: 2"),
        ("- pick: 2", "pick: 2"),
        ("**pick:** 2", "pick: 2"),
        ("**Pick**: 2", "pick: 2"),
        ("pick：2", "pick: 2"),
        ("Notes: even wachten", "notes: even wachten"),
        ("*notes:* even wachten", "notes: even wachten"),
        ("Shuffle: yes", "shuffle: yes"),
        ("Results: hidden", "results: hidden"),
        ("Layout:donut", "layout: donut"),
    ] {
        says(&question("choice", written, &["ja", "nee"]), 2, instead);
    }
    let both = question("choice", "Pick: 2\nid: a\nNotes: x", &["ja", "nee"]);
    assert_eq!(errors(&both), [(2, "key-misspelt"), (4, "key-misspelt")]);
}

#[test]
fn every_key_of_the_front_matter_too() {
    for (written, instead) in [
        ("Title: Middag", "title: Middag"),
        ("TITLE: Middag", "title: Middag"),
        ("title:Middag", "title: Middag"),
        ("title:\u{a0}Middag", "title: Middag"),
        ("- title: Middag", "title: Middag"),
        ("**title:** Middag", "title: Middag"),
        ("“title”: Middag", "title: Middag"),
        ("title： Middag", "title: Middag"),
        ("Language: nl", "language: nl"),
        ("Results: hidden", "results: hidden"),
    ] {
        says(
            &format!("---\ngrace: 3\n{written}\n---\n\n# A\n"),
            3,
            instead,
        );
        says(
            &format!("---\n{written}\ngrace: 3\n---\n\n# A\n"),
            2,
            instead,
        );
    }
}

#[test]
fn notes_are_never_text_on_the_stage_by_how_they_are_written() {
    for written in [
        "Notes: zacht",
        "NOTES: zacht",
        "notes:zacht",
        "**Notes:** zacht",
        "Notes : zacht",
        "notes：zacht",
    ] {
        for text in [
            format!("# A\n\n{written}\n"),
            format!("# A\n\n---\n{written}\n\n# B\n"),
        ] {
            let line = 1 + text.lines().position(|line| line == written).unwrap();
            says(&text, line, "notes: zacht");
        }
    }
    assert_eq!(errors("# A\n\nnotes: zacht\n"), [(3, "key-outside-block")]);
    assert_eq!(errors("# A\n\nNotes\\: van de vorige keer"), []);
}

#[test]
fn what_people_say_is_text() {
    for text in [
        "Let op: neem koffie",
        "**Let op:** neem koffie",
        "Vraag: wat vind je?",
        "Note: neem koffie",
        "Tip: left of right",
        "- Left: hond",
        "- Results: 20% meer",
        "**To:** iedereen",
        "Ask: what would you do?",
        "Ask your neighbour: choice or chance?",
        "Show: me the money",
        "Show me the money",
        "Results: 20% meer dan vorig jaar",
        "From: Anna",
        "Title: directeur",
        "13.00: koffie",
        "https://example.org/ask:choice",
        "x = 3",
        "id est: dat is",
        "# Ask: choice",
        "Dit is notes: een citaat",
        "- Notes: wie schrijft ze?",
        "> Left: en toen",
        "Asking: choice",
    ] {
        assert_eq!(errors(&format!("# A\n\n{text}\n")), [], "{text:?}");
        assert!(
            !slide(&format!("# A\n\n{text}\n")).body.is_empty() || text.starts_with('#'),
            "{text:?}"
        );
    }
    for text in [
        "Let op: neem koffie",
        "- Left: hond",
        "x = 3",
        "Results = 3",
        "X: 3",
        "Show me the money",
        "Tekst",
    ] {
        assert_eq!(
            errors(&format!("# A\n\n---\n{text}\n\n# B\n")),
            [],
            "{text:?} right under a separator"
        );
    }
}

#[test]
fn a_deck_that_begins_with_its_first_slides_settings_between_two_separators_is_read() {
    for settings in [
        "ask: choice",
        "ask: choice\npick: 2",
        "pick: 2\nask: choice",
        "results: hidden\nask: choice",
        "id: x\nask: choice",
    ] {
        let text = format!("---\n{settings}\n---\n\n# Wat?\n\n- ja\n- nee\n");
        assert_eq!(ask(&text).kind(), "choice", "{settings:?}");
        assert_eq!(
            deck(&text),
            deck(&format!("{settings}\n---\n\n# Wat?\n\n- ja\n- nee\n")),
            "{settings:?}"
        );
    }
    assert_eq!(
        slide("---\nshow: break\nminutes: 5\n---\n# Pauze").kind(),
        "break"
    );
    assert_eq!(
        slide("---\nnotes: zacht\n---\n# A").notes.as_deref(),
        Some("zacht")
    );
    assert_eq!(
        errors("---\ntitle: X\nask: choice\n---\n# A"),
        [(3, "key-elsewhere")]
    );
    assert_eq!(deck("---\nresults: hidden\n---\n# A").slides.len(), 1);
}

#[test]
fn an_option_that_looks_like_a_setting_is_written_so_that_it_is_none() {
    for label in [
        "Ask: choice",
        "ask: wordcloud",
        "ask:words",
        "ask：open",
        "show: break",
        "**ask:** choice",
        "1. ask: qa",
        "notes: x",
    ] {
        let escaped = label
            .replace('*', "\\*")
            .replace("1.", "1\\.")
            .replacen(':', "\\:", 1)
            .replace('：', "&#65306;");
        let read_deck = deck(&question("choice", "", &[&escaped, "nee"]));
        let written = write::text(&read_deck);
        assert_eq!(deck(&written), read_deck, "{written}");
        assert_eq!(warnings(&written), [], "{written}");
    }
}

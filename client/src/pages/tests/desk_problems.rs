//! What is wrong with a deck, at the desk: beside its line, with nothing typed lost, and a way to
//! it.

use super::desk::*;
use super::desk_samples::{deck, home};
use super::*;
use crate::views::desk::{DeckProblem, DeskDeck, DeskHome};

#[test]
fn what_is_wrong_stands_beside_its_line_and_nothing_typed_is_lost() {
    let problem = DeckProblem {
        line: 31,
        quoted: "rigth: <b>gokker</b>".into(),
        sentence: "`rigth` kennen we niet.".into(),
        code: "unknown-key".into(),
    };
    let typed = "\n</textarea><script>alert(1)</script>";
    let wrong = DeskHome {
        notice: Some("deck_errors".into()),
        text: typed.into(),
        problems: vec![problem.clone()],
        ..home()
    };
    let first = parsed(&host::desk_home(&assets(), &wrong));
    let warned = DeskDeck {
        notice: wrong.notice.clone(),
        text: typed.into(),
        slides: Vec::new(),
        problems: vec![problem.clone(), problem.clone()],
        warnings: vec![DeckProblem {
            line: 102,
            ..problem
        }],
        ..deck()
    };
    let second = parsed(&host::desk_deck(&assets(), &warned));
    for page in [&first, &second] {
        assert_eq!(
            all_of(page, ".notice")[0].attr("data-code"),
            Some("deck_errors")
        );
        assert_eq!(text(page, "textarea"), typed);
        assert_eq!(
            all_of(page, "textarea")[0].attr("aria-invalid"),
            Some("true")
        );
        assert_eq!(
            all_of(page, ".problem")[0].attr("data-code"),
            Some("unknown-key")
        );
        assert_eq!(
            text(page, ".problem:first-child"),
            "Regel 31rigth: <b>gokker</b>rigth kennen we niet."
        );
        assert_eq!(text(page, ".problem:first-child code"), "rigth");
        assert_eq!(
            all_of(page, "script").len(),
            1,
            "the module that goes to a line, and nothing of what was typed"
        );
        assert_eq!(
            all_of(page, "script")[0].attr("src"),
            assets().script.as_deref()
        );
    }
    assert_eq!(text(&second, ".problems h2"), "2 fouten en 1 waarschuwing");
    let warning = text(&second, ".problem.warning");
    assert!(warning.starts_with("Regel 102") && warning.contains("Waarschuwing: "));
    assert_eq!(disabled(&second), ["Start bijeenkomst", "Probeer eerst"]);
}

#[test]
fn what_is_wrong_leads_to_its_line_and_those_around_it() {
    let lines: Vec<String> = (1..=40).map(|line| format!("regel {line}")).collect();
    let problem = |line: usize| DeckProblem {
        line,
        quoted: String::new(),
        sentence: "Zo niet.".into(),
        code: "unknown-key".into(),
    };
    for (wrong, shown) in [
        (vec![1], vec![1, 2, 3]),
        (vec![40], vec![38, 39, 40]),
        (vec![10], vec![8, 9, 10, 11, 12]),
        (vec![10, 12], vec![8, 9, 10, 11, 12, 13, 14]),
        (vec![10, 10, 30], vec![8, 9, 10, 11, 12, 28, 29, 30, 31, 32]),
        (vec![99], vec![]),
    ] {
        let problems: Vec<_> = wrong.iter().copied().map(problem).collect();
        let text_of = lines.join("\n");
        let home = DeskHome {
            text: text_of.clone(),
            problems: problems.clone(),
            ..home()
        };
        let deck = DeskDeck {
            text: text_of,
            warnings: problems,
            ..deck()
        };
        for page in [
            parsed(&host::desk_home(&assets(), &home)),
            parsed(&host::desk_deck(&assets(), &deck)),
        ] {
            let numbers: Vec<usize> = all_of(&page, ".numbered b")
                .iter()
                .map(|b| b.text().collect::<String>().parse().unwrap())
                .collect();
            assert_eq!(numbers, shown, "{wrong:?}");
            for (link, line) in all_of(&page, ".problem .where a").iter().zip(&wrong) {
                assert_eq!(link.attr("href"), Some(format!("#line-{line}").as_str()));
            }
            for line in wrong.iter().filter(|line| **line <= 40) {
                assert_eq!(
                    text(&page, &format!("#line-{line} code")),
                    format!("regel {line}")
                );
            }
        }
    }
    let quiet = parsed(&host::desk_deck(&assets(), &deck()));
    assert_eq!(
        (
            all_of(&quiet, "#numbered").len(),
            all_of(&quiet, "script").len()
        ),
        (0, 0)
    );
}

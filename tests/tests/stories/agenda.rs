//! The agenda: a slide that shows it, with the part that runs marked, and what the presenter knows
//! of the next part.

use tests::{Page, Peil, TOKEN};

const DECK: &str = "---
title: Een middag
language: nl
---

# Welkom

| tijd | wat |
| --- | --- |
| 13.00 | Welkom |
| 13.30 | Waar sta jij? |
| 14.30 | Pauze |

---
show: agenda
at: 13.30
---

# Programma

---
ask: words
---

# Waar denk je aan?

---
show: break
at: 14.30
minutes: 15
---

# Pauze
";

/// The texts of the rows of that class.
fn rows(page: &Page, class: &str) -> Vec<String> {
    let rows = page.all(&format!(".agenda tr{class}"));
    rows.iter().map(|row| row.text().collect()).collect()
}

#[test]
fn everybody_sees_where_we_are_and_hosts_what_comes_next() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(DECK);
    let [mut anna, ..] = peil.three_phones();
    presenter.next();
    assert_eq!(presenter.next().position.as_deref(), Some("programma"));
    let mut stage = peil.visitor("the stage");
    stage.goes(&presenter.started.stage_url).expects(200);
    anna.opens(presenter.code());
    for (who, page) in [("the stage", stage.page()), ("Anna", anna.page())] {
        assert_eq!(rows(&page, ".past"), ["13.00Welkom"], "{who}");
        assert_eq!(rows(&page, ".now"), ["13.30Waar sta jij?"], "{who}");
        assert_eq!(rows(&page, "").len(), 4, "{who}: a head and three parts");
    }
    let next_part = |role: &str| {
        let mut host = peil.visitor("a host").with_token(TOKEN);
        let path = format!("/rooms/{}/state?role={role}", presenter.started.room);
        host.goes(&path).expects(200).json()["view"]["next_part"].clone()
    };
    assert_eq!(
        next_part("presenter"),
        serde_json::json!({ "at": "14:30", "text": "Pauze" })
    );
    assert!(
        next_part("stage").is_null(),
        "the hall is told of no next part"
    );
    presenter.goes("pauze");
    assert!(next_part("presenter").is_null(), "it is the last part");
}

//! Groups on a phone: which one it is, how one is chosen, and for whom a question is answered.

use shared::groups::GroupName;
use shared::ids::GroupNumber;
use shared::phase::Phase;
use shared::protocol::{Own, OwnAdded};
use shared::question::Input;
use shared::question::open::{OpenInput, OpenLayout};

use super::samples::{added, asked, at, with};
use super::*;

fn poster() -> Input {
    Input::Open(OpenInput {
        entries: 1,
        length: 200,
        votes: 0,
        layout: OpenLayout::Columns,
        columns: vec!["Kansen".into(), "Zorgen".into()],
    })
}

/// Three groups, of which the last goes by its number, and a question that they answer.
fn in_group(group: Option<u16>) -> ParticipantState {
    let question = asked("q", "Wat neemt jullie tafel mee?", poster());
    let mut state = at(Some(with(question, |asked| asked.groups = Some(3))));
    let names = [Some("Rood"), Some("Blauw"), None].into_iter();
    let named = |(number, name): (u16, Option<&str>)| GroupName {
        number: GroupNumber(number),
        name: name.map(str::to_owned),
    };
    state.view.groups = (1..).zip(names).map(named).collect();
    state.group = group.map(GroupNumber);
    state
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    let words = |element: ElementRef<'_>| element.text().collect::<String>();
    all_of(page, selector).into_iter().map(words).collect()
}

#[test]
fn whoever_is_in_no_group_is_asked_before_anything_else() {
    let state = in_group(None);
    let page = page(&state);
    assert_eq!(texts(&page, ".group h2"), ["In welke groep zit je?"]);
    assert_eq!(texts(&page, ".group button"), ["Rood", "Blauw", "Groep 3"]);
    assert!(all_of(&page, "form[action$='/answers']").is_empty());
    assert_eq!(
        texts(&page, ".question .hint")[0],
        "Hier geeft elke groep één antwoord. Kies eerst je groep."
    );
    assert!(
        !state.waits(),
        "a page that asks does not load itself again"
    );
}

#[test]
fn a_group_stands_in_the_page_and_can_be_changed() {
    let page = page(&in_group(Some(3)));
    assert_eq!(texts(&page, ".group summary"), ["Groep 3 Andere groep"]);
    assert_eq!(texts(&page, ".group button"), ["Rood", "Blauw"]);
    let said = texts(&page, ".question .hint")[0].clone();
    assert!(said.starts_with("Namens Groep 3."), "{said}");
    assert_eq!(all_of(&page, "form[action$='/answers']").len(), 1);
}

#[test]
fn the_code_of_another_table_asks_first() {
    let mut state = in_group(Some(1));
    state.offered = Some(GroupNumber(2));
    let page = page(&state);
    assert_eq!(texts(&page, ".group h2"), ["Wissel naar Blauw?"]);
    assert_eq!(texts(&page, ".group button"), ["Blauw"]);
}

#[test]
fn what_others_of_the_group_wrote_is_shown_and_not_theirs_to_edit() {
    let mut state = in_group(Some(1));
    let others = OwnAdded {
        others: true,
        ..added(2, "a2", Some("Zorgen: regen"))
    };
    let own = Own {
        round: 1,
        added: vec![added(1, "k1", Some("Kansen: zon")), others],
        ..Own::default()
    };
    state.own.insert("q".into(), own);
    let page = page(&state);
    assert_eq!(texts(&page, ".panel h2"), ["Jullie antwoorden"]);
    assert_eq!(all_of(&page, ".answers .card").len(), 2);
    assert_eq!(all_of(&page, ".answers details.edit").len(), 1);
    assert_eq!(
        all_of(&page, "form.answer").len(),
        1,
        "another takes the place of what is there"
    );
}

#[test]
fn when_all_is_over_nobody_is_asked() {
    let mut state = in_group(None);
    state.view.phase = Phase::Ended;
    assert!(all_of(&page(&state), ".group").is_empty());
}

//! Groups: chosen on a phone or by the code of a table, and giving one answer together.

use serde_json::{Value, json};
use tests::{Method, Peil, Phone, Presenter, WORKSHOP, option, under_heading};

const DECK: &str = "---\ntitle: Werkmiddag\nlanguage: nl\ngroups: [Rood, Blauw, Groen]\nphones: shown\n---\nask: choice\nid: doen\nby: group\n---\n\n# Doen we het?\n\n- ja\n- nee\n\n\
                    ---\nask: choice\nid: ieder\nsplit: groups\n---\n\n# En jij?\n\n- ja\n- nee\n";

fn starts(peil: &Peil) -> Presenter {
    let presenter = peil.organiser().starts(DECK);
    presenter.next();
    presenter
}

/// Comes by the code of a group, as often as it is led further.
fn scans(phone: &mut Phone, presenter: &Presenter, group: &str) {
    phone.opens(presenter.code());
    phone.goes(&format!("/{}?g={group}", presenter.code()));
}

fn room(presenter: &Presenter) -> Value {
    let path = presenter.path("");
    presenter.organiser.gets(&path).expects(200).json()
}

/// Answered, of how many groups.
fn answered(presenter: &Presenter, slide: &str) -> (u64, u64) {
    let room = room(presenter);
    let slides = room["slides"].as_array().expect("a list");
    let asked = slides.iter().find(|it| it["id"] == slide);
    let asked = asked.expect("it is in the deck");
    let number = |name: &str| asked[name].as_u64().expect("a number");
    (number("answers"), number("groups"))
}

fn people(presenter: &Presenter) -> Vec<u64> {
    let room = room(presenter);
    let groups = room["groups"].as_array().expect("a list");
    groups
        .iter()
        .map(|group| group["people"].as_u64().expect("a number"))
        .collect()
}

#[test]
fn eight_tables_answer_the_workshop_together() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(WORKSHOP);
    let asked = "ontwerp-samen-een-proef";
    presenter.goes(asked);
    let mut phones: Vec<Phone> = (1..=8)
        .map(|table| {
            let mut phone = peil.phone(&format!("table {table}"));
            phone.opens(presenter.code()).sees("In welke groep zit je?");
            phone.sees("Kies eerst je groep");
            assert!(phone.forms().is_empty(), "it asks for the group first");
            phone.joins_group(&table.to_string());
            phone.sees(&format!("Namens Groep {table}."));
            phone
        })
        .collect();
    let headings = ["Voor wie", "Wat", "Eerste stap"];
    for (number, phone) in phones.iter_mut().enumerate().take(7) {
        for (place, heading) in (1..).zip(headings) {
            phone.votes(under_heading(place, &format!("{heading} {number}")));
            phone.looks();
        }
    }
    assert_eq!(answered(&presenter, asked), (7, 8));
    assert_eq!(presenter.results(asked).texts().len(), 21);
    let mut stage = peil.visitor("the stage");
    stage.goes(&presenter.started.stage_url).expects(200);
    stage.sees("van 8 groepen");
    // One more at the first table: what it says takes the place of what was there.
    let mut other = peil.phone("another at table 1");
    other.opens(presenter.code());
    other.joins_group("1");
    other.sees("Jullie antwoorden").sees("Voor wie: Voor wie 0");
    other.votes(under_heading(1, "Toch anders"));
    phones[0].looks().sees("Voor wie: Toch anders");
    phones[0].does_not_see("Voor wie: Voor wie 0");
    assert_eq!(presenter.results(asked).texts().len(), 21);
    assert_eq!(answered(&presenter, asked), (7, 8));
}

#[test]
fn of_two_phones_of_a_group_the_last_counts_and_both_see_it() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let [mut anna, mut bob, mut carla] = peil.three_phones();
    for (phone, group) in [(&mut anna, "1"), (&mut bob, "1"), (&mut carla, "2")] {
        phone.opens(presenter.code());
        phone.joins_group(group);
    }
    let mut of_anna = anna.follows();
    let mut of_carla = carla.follows();
    let greeting = of_anna.received.first().expect("it is greeted");
    assert!(greeting.contains("\"group\":1"), "{greeting}");
    anna.votes(option(1));
    bob.votes(option(2));
    let told = of_anna.hears_where("group", |frame| {
        frame["own"]["doen"]["fields"] == json!([["option", "2"]])
    });
    assert_eq!(told["group"], 1);
    assert_eq!(presenter.results("doen").voters(), 1);
    of_carla.fences();
    assert_eq!(of_carla.count("group"), 0, "it is nobody else's");
    // Who goes to another table leaves the answer where it was given.
    bob.joins_group("2");
    bob.sees("Namens Blauw");
    assert_eq!(answered(&presenter, "doen"), (1, 3));
    bob.votes(option(1));
    assert_eq!(answered(&presenter, "doen"), (2, 3));
    of_carla.hears_where("group", |frame| {
        frame["own"]["doen"]["fields"] == json!([["option", "1"]])
    });
}

#[test]
fn the_code_of_a_table_brings_people_into_its_group() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let code = presenter.code();
    let [mut anna, mut bob, mut carla] = peil.three_phones();
    // The first page of a phone has no cookie to come back with.
    anna.goes(&format!("/{code}?g=2")).expects(200);
    anna.sees("Namens Blauw").sees("Andere groep");
    assert_eq!(people(&presenter), [0, 1, 0]);
    scans(&mut bob, &presenter, "1");
    bob.sees("Namens Rood");
    scans(&mut bob, &presenter, "3");
    bob.sees("Wissel naar").sees("Namens Rood");
    assert_eq!(people(&presenter), [1, 1, 0]);
    scans(&mut bob, &presenter, "1");
    bob.does_not_see("Wissel naar");
    for gone in ["9", "rood", ""] {
        scans(&mut carla, &presenter, gone);
        carla
            .sees("Deze groep is er niet")
            .sees("In welke groep zit je?");
    }
    let path = format!("/{code}/group");
    let refused = carla.posts_fields(&path, &[("group", "9"), ("live", "1")]);
    refused.expects(409);
    let nobody = peil.phone("nobody").without_cookies();
    nobody.posts_fields(&path, &[("group", "1")]).expects(409);
    assert_eq!(people(&presenter), [1, 1, 0]);
    let live = carla.posts_fields(&path, &[("group", "3"), ("live", "1")]);
    assert_eq!(live.expects(200).json()["group"], 3);
    assert_eq!(people(&presenter), [1, 1, 1]);
}

#[test]
fn of_a_group_that_is_gone_the_answers_stay_and_its_people_choose_again() {
    let mut peil = Peil::starts();
    let presenter = starts(&peil);
    let [mut anna, ..] = peil.three_phones();
    anna.opens(presenter.code());
    anna.joins_group("1");
    anna.votes(option(1));
    let changed = DECK.replace("[Rood, Blauw, Groen]", "[Blauw, Groen, Paars, Geel]");
    let changes = |deck: String| {
        let deck = Some(("text/markdown", deck.into_bytes()));
        let path = presenter.path("/deck");
        presenter
            .organiser
            .calls(Method::PUT, &path, deck)
            .expects(200);
    };
    changes(changed);
    anna.looks()
        .sees("In welke groep zit je?")
        .does_not_see("Rood");
    assert_eq!(answered(&presenter, "doen"), (1, 5));
    let export = presenter.exports("format=csv&shape=long").text();
    assert!(
        export.contains(",group\r\n") && export.contains(",Rood\r\n"),
        "{export}"
    );
    peil.kill_9();
    peil.start_again();
    assert_eq!(answered(&presenter, "doen"), (1, 5));
    anna.looks().sees("In welke groep zit je?");
    anna.joins_group("2");
    anna.sees("Namens Blauw");
}

#[test]
fn any_question_is_split_by_the_groups_that_people_are_in() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let mut phones = Vec::new();
    for (group, people) in [("1", 6), ("2", 5), ("", 5)] {
        for number in 0..people {
            let mut phone = peil.phone(&format!("{group}-{number}"));
            phone.opens(presenter.code());
            if !group.is_empty() {
                phone.joins_group(group);
            }
            phones.push(phone);
        }
    }
    presenter.goes("ieder");
    for phone in &mut phones {
        phone.looks().votes(option(1));
    }
    let results = |split: &str| {
        let path = presenter.path(&format!("/results{split}"));
        presenter.organiser.gets(&path).expects(200).json()["questions"].clone()
    };
    let split = &results("?split=groups")[1]["split"];
    let named = |group: &Value| {
        let voters = group["voters"].as_u64().expect("a number");
        (
            group["name"]["is"].clone(),
            group["name"]["name"].clone(),
            voters,
        )
    };
    let groups: Vec<_> = split["groups"]
        .as_array()
        .expect("a list")
        .iter()
        .map(named)
        .collect();
    assert_eq!(
        groups,
        [
            (json!("group"), json!("Rood"), 6),
            (json!("group"), json!("Blauw"), 5),
            (json!("no_group"), Value::Null, 5),
        ]
    );
    assert_eq!(results("")[1]["split"], *split, "the slide says so too");
    assert!(
        results("")[0]["split"].is_null(),
        "a group's answer is nobody's alone"
    );
    let mut stage = peil.visitor("the stage");
    stage.goes(&presenter.started.stage_url).expects(200);
    stage
        .sees("Rood")
        .sees("Zonder groep")
        .sees("Verdeeld naar ‘groep’");
    phones[0].looks().sees("Zonder groep");
}

#[test]
fn each_table_has_a_code_to_print() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let page = format!("/rooms/{}/groups", presenter.started.room);
    let mut visitor = peil.visitor("a presenter");
    visitor.goes(&page).expects(401);
    visitor.goes(&presenter.started.presenter_url).expects(200);
    visitor.sees("Codes per groep");
    visitor.goes(&page).expects(200);
    for (number, name) in (1..).zip(["Rood", "Blauw", "Groen"]) {
        let url = format!("/{}?g={number}", presenter.code());
        visitor.sees(name).sees(&url);
    }
    let without = peil.organiser().starts(
        &DECK
            .replace("groups: [Rood, Blauw, Groen]\n", "")
            .replace("by: group\n", "")
            .replace("split: groups\n", ""),
    );
    visitor.goes(&without.started.presenter_url).expects(200);
    visitor.does_not_see("Codes per groep");
    visitor
        .goes(&format!("/rooms/{}/groups", without.started.room))
        .expects(404);
}

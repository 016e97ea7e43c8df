//! Results by what people answered to an earlier question: on the stage, on phones, by program and
//! in the export; never of fewer than five.

use serde_json::Value;
use tests::{Peil, Presenter, option, place};

const DECK: &str = "---\ntitle: Webinar\nlanguage: nl\nphones: shown\n---\n\n---\nask: choice\nid: role\n---\n\n# Wat is je functie?\n\n- Zorg\n- Welzijn\n- Anders\n\n---\nask: spectrum\nid: trust\nleft: poes\nright: hond\nsplit: role\n---\n\n# Waar sta je?\n";

/// So many people of each role, each of which stands at one place on the line.
fn stands(peil: &Peil, there: &[(usize, usize, u32)]) -> Presenter {
    let presenter = peil.organiser().starts(DECK);
    let mut phones = Vec::new();
    presenter.opens("role");
    for (role, people, at) in there {
        for number in 0..*people {
            let mut phone = peil.phone(&format!("{role}-{number}"));
            phone.opens(presenter.code()).votes(option(*role));
            phones.push((phone, *at));
        }
    }
    presenter.opens("trust");
    for (phone, at) in &mut phones {
        phone.opens(presenter.code()).votes(place(*at));
    }
    presenter
}

fn groups(results: &Value, question: &str) -> Vec<(String, u64)> {
    let asked = results["questions"].as_array().expect("a list");
    let asked = asked
        .iter()
        .find(|asked| asked["id"] == question)
        .expect("it is there");
    let groups = asked["split"]["groups"].as_array().expect("it is split");
    let name = |group: &Value| match group["name"]["is"].as_str().expect("a word") {
        "answer" => group["name"]["label"].as_str().expect("a label").to_owned(),
        other => other.to_owned(),
    };
    let named = groups
        .iter()
        .map(|group| (name(group), group["voters"].as_u64().expect("a number")));
    named.collect()
}

#[test]
fn each_group_has_its_row_and_a_small_one_is_with_others() {
    let peil = Peil::starts();
    let presenter = stands(&peil, &[(1, 10, 20), (2, 11, 80), (3, 2, 50)]);
    let path = |rest: &str| presenter.path(&format!("/results{rest}"));
    let results = presenter.organiser.gets(&path("")).expects(200).json();
    let named = |name: &str, voters| (name.to_owned(), voters);
    assert_eq!(
        groups(&results, "trust"),
        [named("Welzijn", 11), named("others", 12)],
        "two people are never shown by themselves"
    );
    let mut stage = peil.visitor("the stage");
    stage.goes(&presenter.started.stage_url).expects(200);
    stage
        .sees("Welzijn")
        .sees("11 deelnemers")
        .sees("Alle anderen")
        .sees("12 uit 2 kleine groepen")
        .sees("Welzijn staat het dichtst bij ‘hond’")
        .sees("verdeeld naar ‘Wat is je functie?’");
    let mut late = peil.phone("who comes late");
    late.opens(presenter.code())
        .sees("Verdeeld naar ‘Wat is je functie?’")
        .sees("11 kiezen meer voor ‘hond’");
    let exported = presenter
        .organiser
        .gets(&presenter.path("/export?format=json"))
        .expects(200)
        .json();
    let round = &exported["questions"][1]["rounds"][0];
    assert_eq!(round["split"]["groups"].as_array().map(Vec::len), Some(2));
    // By a question that the deck does not name, and by one that has no groups.
    let by_role = presenter
        .organiser
        .gets(&path("?split=role"))
        .expects(200)
        .json();
    assert_eq!(
        groups(&by_role, "role"),
        [named("Welzijn", 11), named("others", 12)]
    );
    for no_groups in ["trust", "nothing"] {
        let refused = presenter
            .organiser
            .gets(&path(&format!("?split={no_groups}")));
        assert_eq!(refused.expects(400).problem().code, "malformed");
    }
}

#[test]
fn where_there_are_too_few_the_results_stay_together() {
    let peil = Peil::starts();
    let presenter = stands(&peil, &[(1, 6, 20), (2, 3, 80)]);
    let mut stage = peil.visitor("the stage");
    stage.goes(&presenter.started.stage_url).expects(200);
    stage
        .sees("Te weinig deelnemers om te verdelen")
        .does_not_see("6 deelnemers")
        .sees("gemiddeld 40");
    let results = presenter
        .organiser
        .gets(&presenter.path("/results"))
        .expects(200)
        .json();
    assert_eq!(groups(&results, "trust"), []);
}

/// Hidden results have no groups either.
#[test]
fn hidden_results_are_hidden_in_groups_too() {
    let peil = Peil::starts();
    let presenter = stands(&peil, &[(1, 6, 20), (2, 5, 80)]);
    let mut stage = peil.visitor("the stage");
    stage.goes(&presenter.started.stage_url).expects(200);
    stage.sees("5 deelnemers");
    presenter.does(tests::ControlPress::new("hide").on("stage"));
    stage.goes(&presenter.started.stage_url).expects(200);
    stage
        .does_not_see("5 deelnemers")
        .does_not_see("Verdeeld naar");
}

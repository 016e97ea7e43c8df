//! What came out of a room: the page for its organiser, and the same by program.

use tests::{Peil, Presenter, TOKEN, option, text};

const DECK: &str = "---\ntitle: Een middag\nlanguage: nl\nqa: open\n---\n\n---\nask: choice\nid: role\n---\n\n# Wat is je functie?\n\n- Zorg\n- Welzijn\n\n---\nask: open\nid: ideas\nvotes: 2\n---\n\n# Wat is jouw idee?\n\n---\nask: words\nid: words\n---\n\n# Waar denk je aan?\n";

/// Six people, of whom two answered the first question once more in its second round.
fn afternoon(peil: &Peil) -> Presenter {
    let presenter = peil.organiser().starts(DECK);
    presenter.opens("role");
    let mut phones = peil.crowd(6).phones;
    for phone in &mut phones {
        phone.opens(presenter.code()).votes(option(2));
    }
    presenter.resets();
    for phone in &mut phones[..2] {
        phone.opens(presenter.code()).votes(option(1));
    }
    presenter.opens("ideas");
    for (number, phone) in (1..).zip(&mut phones) {
        let idea = format!("Een wandelgroep in wijk {number}");
        phone.opens(presenter.code()).votes(text(&idea));
    }
    presenter
}

#[test]
fn the_page_has_every_question_in_order_and_the_rounds_before() {
    let peil = Peil::starts();
    let presenter = afternoon(&peil);
    presenter.ends();
    let mut desk = peil.visitor("the desk").with_token(TOKEN);
    let path = format!("/desk/rooms/{}/results", presenter.started.room);
    desk.goes(&path).expects(200);
    desk.sees("Afgelopen · ")
        .sees("6 deelnemers")
        .sees("Wat is je functie?")
        .sees("2 stemmen. Meest gekozen: ‘Zorg’, 2 keer.")
        .sees("Ronde 1: 6 ")
        .sees("Een wandelgroep in wijk 6")
        .sees("Nog 1 vraag zonder antwoorden")
        .sees("Waar denk je aan?: niet gesteld");
    let links = desk.page().links();
    let figures: Vec<_> = links.iter().filter(|to| to.contains("/figures/")).collect();
    assert_eq!(
        figures.len(),
        3 * 3,
        "of two questions, one of them in two rounds: {links:?}"
    );
    for figure in figures {
        desk.goes(figure).expects(200);
    }
    desk.goes(&format!("{path}?split=role")).expects(200);
    desk.sees("Te weinig deelnemers om te verdelen");
    desk.goes(&format!("{path}?split=ideas")).expects(400);
}

#[test]
fn an_answer_is_found_by_its_words_and_erased_there() {
    let peil = Peil::starts();
    let presenter = afternoon(&peil);
    let mut desk = peil.visitor("the desk").with_token(TOKEN);
    let path = format!("/desk/rooms/{}/results", presenter.started.room);
    desk.goes(&format!("{path}?find=WIJK+3")).expects(200);
    desk.sees("1 antwoord gevonden")
        .sees("Een wandelgroep in wijk 3");
    let answer = presenter
        .results("ideas")
        .id_of("Een wandelgroep in wijk 3");
    let erase = format!("/desk/rooms/{}/erase", presenter.started.room);
    let mut forms = desk.page().forms().into_iter();
    let form = forms
        .find(|form| form.has("answer"))
        .expect("a way to erase it");
    assert_eq!(
        (form.action.as_str(), form.filled("answer")),
        (&*erase, vec![answer])
    );
    let erased = desk.sends(&form);
    assert_eq!(
        erased.expects(303).header("location"),
        Some(&*format!("{path}?find=WIJK+3"))
    );
    desk.goes(&format!("{path}?find=WIJK+3")).expects(200);
    desk.sees("Er is geen antwoord met deze tekst.");
    let left = presenter.results("ideas").texts();
    assert_eq!(left.len(), 5);
}

#[test]
fn one_question_and_one_of_its_rounds_are_had_by_program() {
    let peil = Peil::starts();
    let presenter = afternoon(&peil);
    let ask = |query: &str| {
        presenter
            .organiser
            .gets(&presenter.path(&format!("/results{query}")))
    };
    let newest = ask("?question=role").expects(200).json();
    let [question] = newest["questions"].as_array().expect("a list").as_slice() else {
        panic!("{newest}")
    };
    assert_eq!(
        (&question["round"], &question["voters"]),
        (&2.into(), &2.into())
    );
    assert_eq!(question["rounds"], serde_json::json!([1, 2]));
    assert!(newest["qa"].is_null());
    let first = ask("?question=role&round=1").expects(200).json();
    let first = &first["questions"][0];
    assert_eq!((&first["round"], &first["voters"]), (&1.into(), &6.into()));
    for (query, status, code) in [
        ("?round=1", 400, "malformed"),
        ("?question=role&round=eerste", 400, "malformed"),
        ("?question=role&round=3", 404, "unknown_round"),
        ("?question=role&round=0", 404, "unknown_round"),
        ("?question=none", 404, "unknown_question"),
        ("?question=role&split=none", 400, "malformed"),
    ] {
        assert_eq!(ask(query).expects(status).problem().code, code, "{query}");
    }
}

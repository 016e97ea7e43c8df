//! The evaluation: what people fill in is for the organiser alone, apart from everything else, and
//! gone for good when it is to be gone.

use serde_json::{Value, json};
use tests::{
    Folder, Peil, Phone, Presenter, SampleQuestion, TOKEN, Terminal, files_holding, filled_in,
    option, sample,
};

const SECRETS: [&str; 3] = [
    "Eindelijk-eerlijk",
    "anna@heimelijk.example",
    "Liever-een-tuin",
];

fn starts(peil: &Peil) -> Presenter {
    let deck = sample([SampleQuestion::Choice, SampleQuestion::Form]);
    let presenter = peil.organiser().starts(&deck);
    presenter.opens("evaluation");
    presenter
}

fn fills(phone: &mut Phone, presenter: &Presenter, mark: &str, words: &str) {
    phone
        .opens(presenter.code())
        .votes(filled_in(&[(1, mark)], &[(2, words)]));
}

fn table(presenter: &Presenter) -> Value {
    let forms = presenter
        .organiser
        .gets(&presenter.path("/forms/evaluation"));
    forms.expects(200).json()["rounds"][0].clone()
}

/// The name of the form with these words.
fn name_of(presenter: &Presenter, words: &str) -> String {
    let table = table(presenter);
    let forms = table["forms"].as_array().cloned().unwrap_or_default();
    let form = forms.iter().find(|form| form["values"][1] == words);
    let form = form.unwrap_or_else(|| panic!("{words} is not in {table}"));
    form["form"].as_str().expect("a form has a name").to_owned()
}

#[test]
fn everything_that_is_wrong_is_said_under_its_field_and_nothing_typed_is_lost() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let [mut anna, ..] = peil.three_phones();
    anna.opens(presenter.code());
    let page = anna.page();
    assert!(
        page.all("form.answer input[checked]").is_empty(),
        "nothing is ticked beforehand"
    );
    anna.sees("Dit staat los van je andere antwoorden")
        .sees("mag leeg blijven")
        .sees("1 = laagst")
        .sees("10 = hoogst");
    let form = anna.filled(&filled_in(&[], &[(2, "Wel iets"), (3, "anna")]));
    anna.sends(&form).expects(422);
    anna.is_refused(422);
    assert_eq!(anna.reply().refusal(), "form");
    anna.sees("Vul dit nog in.").sees("Er hoort een @ in");
    let page = anna.page();
    let notices = page.all("form.answer .notice");
    assert_eq!(notices.len(), 2, "each under its field");
    assert_eq!(
        notices
            .iter()
            .filter(|notice| notice.attr("autofocus").is_some())
            .count(),
        1,
        "the first takes the focus"
    );
    let again = anna.form();
    assert_eq!(again.filled("field-2"), ["Wel iets"]);
    assert_eq!(again.filled("field-3"), ["anna"]);
    assert_eq!(presenter.results("evaluation").voters(), 0);
    fills(&mut anna, &presenter, "8", "Wel iets");
}

#[test]
fn bad_input_is_refused_and_a_form_twice_is_one() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let [mut anna, mut bob, _] = peil.three_phones();
    anna.opens(presenter.code());
    let form = anna.filled(&filled_in(&[(1, "8")], &[(2, "x")]));
    for (field, text) in [
        ("field-1", "11"),
        ("field-1", "acht"),
        ("field-2", &*"x".repeat(2001)),
        ("field-3", "anna"),
        ("field-3", &*format!("{}@x.example", "x".repeat(300))),
        ("field-4", "4"),
    ] {
        let mut wrong = form.clone();
        wrong.forges(field, &[text]);
        let reply = anna.sends(&wrong);
        reply.expects(422);
        assert_eq!(reply.refusal(), "form", "{field}");
    }
    let mut long = form.clone();
    let story = "é".repeat(2000);
    long.forges("field-2", &[&story]);
    anna.sends(&long).assert_stored(presenter.code());
    for reply in anna.sends_at_once(&long, 5) {
        reply.expects(303);
    }
    bob.opens(presenter.code());
    bob.posts_fields(
        &format!("/{}/answers", presenter.code()),
        &[
            ("question", "evaluation"),
            ("round", "1"),
            ("field-2", &"x".repeat(60_000)),
        ],
    )
    .expects(413);
    let table = table(&presenter);
    assert_eq!(table["filled_in"], 1);
    assert_eq!(table["forms"].as_array().map(Vec::len), Some(1));
    assert_eq!(table["forms"][0]["values"][1], *story);
}

#[test]
fn nobody_but_the_organiser_and_whoever_filled_it_in_ever_reads_a_form() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let [mut anna, mut bob, mut carla] = peil.three_phones();
    bob.opens(presenter.code());
    let mut stage = peil.visitor("the stage");
    stage.goes(&presenter.started.stage_url).expects(200);
    let mut watching = bob.follows();
    fills(&mut anna, &presenter, "8", SECRETS[0]);
    anna.votes(filled_in(&[(1, "7")], &[(2, SECRETS[2]), (3, SECRETS[1])]));
    fills(&mut carla, &presenter, "9", "Prima");
    anna.looks().sees("Opgeslagen");
    assert_eq!(
        anna.form().filled("field-2"),
        [SECRETS[2]],
        "for whoever wrote it"
    );
    presenter.closes();
    watching.sees(|view| view["slide"]["part"]["open"] == false);
    stage.goes(&presenter.started.stage_url).expects(200);
    assert!(stage.page().text().contains("van 3 ingevuld"));
    let export = |query: &str| presenter.exports(query).text();
    let told = [
        ("a socket", watching.received.concat()),
        ("another phone", bob.looks().page().source().to_owned()),
        ("the stage", stage.page().source().to_owned()),
        (
            "results",
            presenter.organiser.gets(&presenter.path("/results")).text(),
        ),
        ("JSON", export("format=json")),
        ("CSV", export("format=csv")),
        ("wide CSV", export("format=csv&shape=wide")),
        ("the log", peil.logs()),
    ];
    for (what, text) in &told {
        for secret in SECRETS {
            assert!(!text.contains(secret), "{secret} is in {what}");
        }
    }
    assert!(
        !presenter
            .wide_table()
            .header
            .iter()
            .any(|column| column.contains("Evaluatie"))
    );
    let file = presenter
        .organiser
        .gets(&presenter.path("/forms/evaluation?format=csv"));
    let text = file.expects(200).text();
    assert!(
        text.contains(SECRETS[2]) && text.contains("Prima"),
        "{text}"
    );
    assert!(!text.contains(SECRETS[0]), "what was changed is over");
    let name = file.header("content-disposition").unwrap_or_default();
    assert!(name.contains("evaluation"), "{name}");
}

#[test]
fn ratings_and_choices_add_up_once_five_people_filled_them_in() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    for (number, mark) in ["8", "6", "10", "8"].iter().enumerate() {
        let mut phone = peil.phone(&format!("phone {number}"));
        fills(&mut phone, &presenter, mark, "Goed");
    }
    let results = presenter.results("evaluation");
    assert_eq!(
        (results.voters(), results.field("fields")),
        (4, &Value::Null)
    );
    let mut fifth = peil.phone("the fifth");
    fifth
        .opens(presenter.code())
        .votes(filled_in(&[(1, "3"), (4, "2")], &[]));
    let results = presenter.results("evaluation");
    let fields = results.field("fields");
    assert_eq!(fields[0]["mean"], 7.0);
    assert_eq!(fields[0]["answered"], 5);
    assert_eq!(
        fields[1]["counts"][1],
        json!({ "label": "nee", "votes": 1 })
    );
    assert_eq!(
        fields.as_array().map(Vec::len),
        Some(2),
        "texts are no totals"
    );
}

#[test]
fn an_erased_form_is_nowhere_and_in_no_copy_made_after() {
    let mut peil = Peil::starts();
    let presenter = starts(&peil);
    let [mut anna, mut bob, _] = peil.three_phones();
    fills(&mut anna, &presenter, "8", SECRETS[0]);
    fills(&mut bob, &presenter, "6", "Moestuin");
    let form = presenter.path(&format!(
        "/forms/evaluation/{}",
        name_of(&presenter, SECRETS[0])
    ));
    presenter.organiser.deletes(&form).expects(204);
    presenter.organiser.deletes(&form).expects(404);
    let gone = |peil: &Peil| {
        let data = peil.data();
        assert!(files_holding(&data, SECRETS[0]).is_empty());
        let place = Folder::new();
        let copy = place.path().join("copy.db");
        let [copy, data] = [&copy, &data].map(|path| path.to_str().expect("a plain name"));
        Terminal::runs(["backup", copy, "--data", data]).ends_with(0);
        assert!(files_holding(place.path(), SECRETS[0]).is_empty());
    };
    gone(&peil);
    assert_eq!(presenter.results("evaluation").voters(), 1);
    peil.kill_9();
    peil.start_again();
    gone(&peil);
    assert_eq!(name_of(&presenter, "Moestuin").len(), 32);
    presenter
        .organiser
        .gets(&presenter.path("/forms/elsewhere"))
        .expects(404);

    presenter.deletes_the_room();
    assert!(files_holding(&peil.data(), "Moestuin").is_empty());
}

#[test]
fn the_desk_shows_what_was_filled_in_and_erases_one() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let [mut anna, mut bob, _] = peil.three_phones();
    fills(&mut anna, &presenter, "8", "<b>Heel-goed</b>");
    fills(&mut bob, &presenter, "6", SECRETS[0]);
    let mut desk = peil
        .visitor("the desk")
        .with_token(TOKEN)
        .with_origin(&peil.address().origin());
    let room = format!("/desk/rooms/{}", presenter.started.room);
    desk.goes(&room).expects(200);
    let links = desk.page().links();
    let link = links.iter().find(|link| link.contains("/forms/"));
    let link = link.expect("the room's page leads to its forms").clone();
    desk.goes(&link).expects(200);
    let page = desk.page();
    assert_eq!(page.all("tbody tr").len(), 2);
    assert!(page.text().contains("2 keer ingevuld") && page.text().contains("<b>Heel-goed</b>"));
    let name = name_of(&presenter, SECRETS[0]);
    let forms = page.forms();
    let erase = forms
        .iter()
        .find(|form| form.filled("form") == [name.clone()]);
    desk.sends(erase.expect("each can be erased")).expects(303);
    assert_eq!(desk.page().all("tbody tr").len(), 1);
    assert!(files_holding(&peil.data(), SECRETS[0]).is_empty());
    let file = desk.fetches(&format!("{link}/export?format=csv&excel=1"));
    assert!(file.expects(200).text().contains("Heel-goed"));
}

#[test]
fn what_was_filled_in_to_try_a_room_out_is_gone_when_it_begins() {
    let peil = Peil::starts();
    let deck = sample([SampleQuestion::Form]);
    let presenter = peil.organiser().tries_out(&deck);
    presenter.opens("evaluation");
    let [mut anna, ..] = peil.three_phones();
    fills(&mut anna, &presenter, "8", SECRETS[0]);
    let begin = json!({ "do": "begin" });
    presenter
        .organiser
        .posts(&presenter.path("/control"), &begin)
        .expects(200);
    assert!(files_holding(&peil.data(), SECRETS[0]).is_empty());
    presenter.opens("evaluation");
    assert_eq!(table(&presenter)["filled_in"], 0);
}

#[test]
fn a_form_is_sent_by_a_socket_too_and_comes_back_to_its_sender_alone() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let [mut anna, mut bob, _] = peil.three_phones();
    anna.opens(presenter.code());
    let frame = |turn: u64, fields: Value| json!({ "type": "answer", "question": "evaluation", "round": 1, "turn": turn, "fields": fields });
    let refused = anna
        .posts_frame(&frame(1, json!([["field-3", "anna"]])))
        .json();
    assert_eq!(refused["code"], "form");
    assert_eq!(
        refused["fields"],
        json!([{ "field": 1, "code": "empty" }, { "field": 3, "code": "no_email" }])
    );
    let filled = json!([["field-1", "8"], ["field-2", SECRETS[0]]]);
    for _ in 0..2 {
        let saved = anna.posts_frame(&frame(2, filled.clone()));
        assert_eq!(saved.expects(200).json()["type"], "saved");
    }
    let own = |phone: &Phone| phone.asks_since(0).json()["own"]["evaluation"].clone();
    assert_eq!(own(&anna)["fields"], filled);
    fills(&mut bob, &presenter, "6", "Iets anders");
    assert!(!bob.asks_since(0).text().contains(SECRETS[0]));
    let older = anna
        .posts_frame(&frame(1, json!([["field-1", "3"]])))
        .json();
    assert_eq!(
        (&older["code"], &older["own"]["fields"]),
        (&json!("superseded"), &filled)
    );
    presenter.opens("pet");
    bob.looks().votes(option(1));
}

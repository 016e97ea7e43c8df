//! Questions to the speakers: asked on phones, looked at first, voted for, merged, put on the stage
//! and answered.

use serde_json::{Value, json};
use tests::{ControlPress, Method, Peil, Phone, Presenter, Reply, Socket};

const DECK: &str = "---\ntitle: Webinar\nlanguage: nl\nqa: moderated\n---\n\n# Welkom\n\n---\nask: qa\n---\n\n# Vragen aan de sprekers\n\n---\n\n# Tot slot\n";

fn webinar(peil: &Peil) -> Presenter {
    let presenter = peil.organiser().starts(DECK);
    presenter.next();
    presenter
}

fn posts(phone: &Phone, presenter: &Presenter, fields: &[(&str, &str)]) -> Reply {
    let mut form = vec![("question", "qa")];
    form.extend(fields);
    phone.posts_fields(&format!("/{}/answers", presenter.code()), &form)
}

fn asks(phone: &mut Phone, presenter: &Presenter, key: &str, text: &str) {
    phone.opens(presenter.code());
    posts(phone, presenter, &[("key", key), ("text", text)]).expects(303);
}

fn votes(phone: &Phone, presenter: &Presenter, name: &str) -> Reply {
    posts(phone, presenter, &[("upvote", name)])
}

fn listed(presenter: &Presenter) -> Vec<Value> {
    let reply = presenter.organiser.gets(&presenter.path("/qa"));
    reply.expects(200).json()["questions"]
        .as_array()
        .cloned()
        .unwrap_or_default()
}

fn moderates(presenter: &Presenter, question: &str, order: &Value) -> Reply {
    let path = presenter.path(&format!("/qa/{question}"));
    presenter.organiser.posts(&path, order)
}

fn does(presenter: &Presenter, question: &str, what: &str) {
    moderates(presenter, question, &json!({ "do": what })).expects(200);
}

/// By which hosts know it.
fn id(presenter: &Presenter, text: &str) -> String {
    let all = listed(presenter);
    let found = all.iter().find(|each| each["text"] == text);
    found
        .and_then(|each| each["id"].as_str())
        .expect("it was asked")
        .to_owned()
}

/// What a phone shows of one, and by which name.
fn on_phone(phone: &Phone, text: &str) -> Option<Value> {
    let view = phone.follows().sees(|_| true);
    let all = view["qa"]["questions"].as_array().cloned();
    all.unwrap_or_default()
        .into_iter()
        .find(|each| each["text"] == text)
}

fn name_on_phone(phone: &Phone, text: &str) -> String {
    let shown = on_phone(phone, text).expect("it is listed");
    shown["id"].as_str().unwrap_or_default().to_owned()
}

fn stage(peil: &Peil, presenter: &Presenter) -> Socket {
    let mut visitor = peil.visitor("the stage");
    visitor.goes(&presenter.started.stage_url).expects(200);
    let room = &presenter.started.room;
    visitor
        .opens_socket(&format!("/rooms/{room}/live?role=stage&protocol=3"))
        .greeted()
}

#[test]
fn a_question_is_looked_at_first_then_listed_voted_for_and_answered() {
    let peil = Peil::starts();
    let presenter = webinar(&peil);
    let [mut anna, mut bob, mut carla] = peil.three_phones();
    asks(&mut anna, &presenter, "k1", "Hoe begin je?");
    asks(&mut bob, &presenter, "k1", "Hoe start je?");
    // Sent twice, it was asked once.
    asks(&mut anna, &presenter, "k1", "Hoe begin je?");
    carla.opens(presenter.code());
    assert_eq!(on_phone(&carla, "Hoe begin je?"), None);
    let states = |presenter: &Presenter| {
        let all = listed(presenter);
        let each = all
            .iter()
            .map(|each| (each["state"].clone(), each["votes"].clone()));
        each.collect::<Vec<_>>()
    };
    assert_eq!(states(&presenter), vec![(json!("waiting"), json!(0)); 2]);
    let (first, second) = (
        id(&presenter, "Hoe begin je?"),
        id(&presenter, "Hoe start je?"),
    );
    does(&presenter, &first, "approve");
    let name = name_on_phone(&carla, "Hoe begin je?");
    votes(&carla, &presenter, &name).expects(303);
    votes(&carla, &presenter, &name).expects(303);
    assert_eq!(states(&presenter)[0], (json!("listed"), json!(1)));
    posts(&carla, &presenter, &[("upvote", &name), ("down", "1")]).expects(303);
    assert_eq!(states(&presenter)[0].1, 0);
    votes(&carla, &presenter, &name).expects(303);
    votes(&anna, &presenter, &name).expects(409);

    // Bob asked the same: he is one who wants to know it.
    let merge = json!({ "do": "merge", "into": first });
    moderates(&presenter, &second, &merge).expects(200);
    let merged = listed(&presenter);
    assert_eq!((merged.len(), &merged[0]["votes"]), (1, &json!(2)));
    assert_eq!(merged[0]["merged"][0]["text"], "Hoe start je?");

    presenter.next();
    let mut stage = stage(&peil, &presenter);
    let typed = json!({ "text": "Uit de chat", "to": "dr. De Wit" });
    let typed = presenter.organiser.posts(&presenter.path("/qa"), &typed);
    let chat = typed.expects(200).json()["question"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    does(&presenter, &first, "choose");
    let view = stage.sees(|view| view["qa"]["stage"]["chosen"]["text"] == "Hoe begin je?");
    let shown = &view["qa"]["stage"];
    assert_eq!(
        (&shown["total"], &shown["chosen"]["votes"]),
        (&json!(2), &json!(2))
    );
    assert_eq!(shown["next"][0]["text"], "Uit de chat");
    does(&presenter, &chat, "refuse");
    stage.sees(|view| view["qa"]["stage"]["next"] == json!([]));
    does(&presenter, &first, "answered");
    stage.sees(|view| view["qa"]["stage"]["chosen"].is_null());
    stage.was_never_sent("De Wit");
    assert_eq!(on_phone(&carla, "Uit de chat"), None);
    assert_eq!(
        on_phone(&carla, "Hoe begin je?").expect("it is listed")["state"],
        "answered"
    );

    presenter.does(ControlPress::new("end"));
    let refused = posts(&carla, &presenter, &[("key", "k9"), ("text", "Nog een?")]);
    refused.expects(409);
    let reply = json!({ "do": "reply", "text": "Begin klein." });
    moderates(&presenter, &first, &reply).expects(200);
    let answered = on_phone(&carla, "Hoe begin je?").expect("it is listed");
    assert_eq!(answered["reply"], "Begin klein.");
}

#[test]
fn what_can_not_be_asked_says_why() {
    let peil = Peil::starts();
    let presenter = webinar(&peil);
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    let long = "a".repeat(301);
    for (fields, status, code) in [
        (vec![("key", "k1"), ("text", "  ")], 422, "empty"),
        (
            vec![("key", "k1"), ("text", long.as_str())],
            422,
            "too_long",
        ),
        (vec![("text", "Hoe begin je?")], 422, "bad_key"),
        (vec![("upvote", "a17")], 409, "unknown_answer"),
    ] {
        let reply = posts(&anna, &presenter, &fields);
        reply.expects(status);
        assert!(
            reply.text().contains(&format!("data-code=\"{code}\"")),
            "{code}"
        );
    }
    for number in 0..5 {
        let (key, text) = (format!("k{number}"), format!("Vraag {number}"));
        posts(&anna, &presenter, &[("key", &key), ("text", &text)]).expects(303);
    }
    let sixth = posts(&anna, &presenter, &[("key", "zes"), ("text", "En dan?")]);
    sixth.expects(422);
    assert!(sixth.text().contains("data-code=\"too_many\""));
    assert!(sixth.text().contains("En dan?"), "what was typed is kept");
    assert!(sixth.text().contains("Er wachten nog 5 vragen van je"));
    let frame = json!({ "type": "add", "question": "qa", "round": 1, "key": "zes", "turn": 1, "text": "En dan?" });
    let mut socket = anna.follows();
    socket.says(&frame);
    let refused = socket.hears("refused");
    assert_eq!(
        (&refused["code"], &refused["limit"]),
        (&json!("too_many"), &json!(5))
    );
    assert_eq!(refused["own"]["added"].as_array().map(Vec::len), Some(5));
}

/// Whoever saw it a moment ago is told that it is gone, on the page and over the socket.
#[test]
fn what_was_refused_takes_no_votes_any_more() {
    let peil = Peil::starts();
    let presenter = webinar(&peil);
    let [mut anna, mut bob, _] = peil.three_phones();
    asks(&mut anna, &presenter, "k1", "Hoe begin je?");
    let question = id(&presenter, "Hoe begin je?");
    does(&presenter, &question, "approve");
    bob.opens(presenter.code());
    let name = name_on_phone(&bob, "Hoe begin je?");
    does(&presenter, &question, "refuse");
    let refused = votes(&bob, &presenter, &name);
    assert!(
        refused
            .expects(409)
            .text()
            .contains("data-code=\"unknown_answer\"")
    );
    let mut socket = bob.follows();
    socket.says(&json!({ "type": "upvote", "question": "qa", "answer": name, "on": true }));
    assert_eq!(socket.hears("refused")["code"], "unknown_answer");
    assert_eq!(listed(&presenter)[0]["votes"], 0);
    // Its asker keeps it in sight.
    anna.looks().sees("Hoe begin je?");
}

/// A hall that votes: what the votes come to reaches each phone in a few views.
#[test]
fn a_hall_that_votes_is_few_views_to_each_phone() {
    let peil = Peil::starts();
    let presenter = webinar(&peil);
    let typed = json!({ "text": "Hoe begin je?" });
    presenter
        .organiser
        .posts(&presenter.path("/qa"), &typed)
        .expects(200);
    let mut onlooker = peil.phone("an onlooker");
    onlooker.opens(presenter.code());
    let mut socket = onlooker.follows();
    let view = socket.sees(|_| true);
    let name = view["qa"]["questions"][0]["id"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    let hall: Vec<Phone> = (0..40)
        .map(|number| {
            let mut phone = peil.phone(&format!("phone {number}"));
            phone.opens(presenter.code());
            votes(&phone, &presenter, &name).expects(303);
            phone
        })
        .collect();
    socket.sees(|view| view["qa"]["questions"][0]["votes"] == hall.len());
    // As many as two seconds fit into the time that this took, and not one a vote.
    let views = socket.count("view");
    assert!(views < hall.len() / 2, "{views} views");
}

#[test]
fn rude_questions_wait_in_an_open_list_too() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&DECK.replace("moderated", "open"));
    presenter.next();
    let mut anna = peil.phone("Anna");
    asks(&mut anna, &presenter, "k1", "Hoe begin je?");
    asks(&mut anna, &presenter, "k2", "Waarom is dit zo kut?");
    let states: Vec<Value> = listed(&presenter)
        .iter()
        .map(|each| each["state"].clone())
        .collect();
    assert_eq!(states, [json!("listed"), json!("waiting")]);
}

#[test]
fn results_and_exports_have_what_everybody_may_see() {
    let peil = Peil::starts();
    let presenter = webinar(&peil);
    let [mut anna, mut bob, mut carla] = peil.three_phones();
    asks(&mut anna, &presenter, "k1", "=Hoe begin je?");
    asks(&mut bob, &presenter, "k1", "Hoe start je?");
    asks(&mut carla, &presenter, "k1", "Waar woont de buurman?");
    asks(&mut carla, &presenter, "k2", "Dit wacht nog");
    let (first, second) = (
        id(&presenter, "=Hoe begin je?"),
        id(&presenter, "Hoe start je?"),
    );
    let neighbour = id(&presenter, "Waar woont de buurman?");
    does(&presenter, &first, "approve");
    moderates(
        &presenter,
        &second,
        &json!({ "do": "merge", "into": first }),
    )
    .expects(200);
    moderates(
        &presenter,
        &first,
        &json!({ "do": "reply", "text": "Begin klein." }),
    )
    .expects(200);
    does(&presenter, &neighbour, "refuse");

    let long = presenter.long_table();
    let rows = |item: &str| {
        let rows = long.with(&[("question", "qa"), ("item", item)]);
        let cells = rows.iter().map(|row| {
            ["participant", "prompt", "value", "given"].map(|column| row[column].clone())
        });
        cells.collect::<Vec<_>>()
    };
    let prompt = "Vragen aan de sprekers";
    assert_eq!(
        rows(""),
        [
            ["P1", prompt, "'=Hoe begin je?", "'=Hoe begin je?"],
            ["P2", prompt, "'=Hoe begin je?", "Hoe start je?"],
        ]
    );
    assert_eq!(rows("upvotes"), [["P1", prompt, "1", ""]]);
    assert_eq!(
        rows("reply"),
        [["P1", prompt, "Begin klein.", "Begin klein."]]
    );
    assert_eq!(presenter.wide_table().rows.len(), 3);

    let json = presenter
        .organiser
        .gets(&presenter.path("/export?format=json"))
        .json();
    let asked = json["qa"].as_array().expect("a list");
    assert_eq!(asked.len(), 2);
    assert_eq!(
        (&asked[0]["text"], &asked[1]["merged_into"]),
        (&json!("=Hoe begin je?"), &json!(first))
    );
    let (left_out, waits) = (&json["left_out"], 1);
    assert_eq!(
        (&left_out["hidden"], &left_out["waiting"]),
        (&json!(1), &json!(waits))
    );
    let results = presenter.organiser.gets(&presenter.path("/results")).json();
    assert_eq!(results["qa"].as_array().map(Vec::len), Some(1));

    // Erased for good, it is nowhere.
    let path = presenter.path(&format!("/answers/{first}"));
    presenter
        .organiser
        .calls(Method::DELETE, &path, None)
        .expects(204);
    let json = presenter
        .organiser
        .gets(&presenter.path("/export?format=json"));
    assert!(!json.text().contains("Hoe begin"));
    assert_eq!(json.json()["left_out"]["erased"], 1);
}

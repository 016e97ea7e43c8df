//! The evening of the webinar deck with 150 phones at home: every other one without scripts, every
//! third in English. A moderator reads the questions, a speaker answers them, and the evaluation is
//! filled in before and after the end. Every figure is held against what was sent.

use serde_json::{Value, json};
use tests::{
    ControlPress, Crowd, Peil, Phone, Presenter, Socket, Visitor, WEBINAR, filled_in, option,
    other, text,
};

const PHONES: usize = 150;
/// So many ask something; the second asks what the first did.
const ASKING: usize = 40;
/// So many fill in the evaluation while the room runs, and so many in all.
const FILLED: (usize, usize) = (100, 130);

fn in_english(number: usize) -> bool {
    number.is_multiple_of(3)
}

/// Who holds a link of the room.
fn host(peil: &Peil, link: &str) -> Visitor {
    let mut visitor = peil.visitor("a host").with_origin(&peil.address().origin());
    visitor.goes(link).expects(200);
    visitor
}

fn listed(host: &Visitor, presenter: &Presenter) -> Vec<Value> {
    let path = presenter.path("/qa");
    let questions = host.fetches(&path).expects(200).json()["questions"].clone();
    questions.as_array().expect("a list").clone()
}

/// What hosts call the question with that text.
fn id(host: &Visitor, presenter: &Presenter, text: &str) -> String {
    let all = listed(host, presenter);
    let asked = all.iter().find(|asked| asked["text"] == text);
    let asked = asked.unwrap_or_else(|| panic!("{text} was not asked: {all:?}"));
    asked["id"].as_str().expect("a name").to_owned()
}

fn does(host: &Visitor, presenter: &Presenter, (text, order): (&str, Value)) {
    let asked = id(host, presenter, text);
    let path = presenter.path(&format!("/qa/{asked}"));
    host.posts(&path, &order).expects(200);
}

fn stage(peil: &Peil, presenter: &Presenter) -> Socket {
    let room = &presenter.started.room;
    host(peil, &presenter.started.stage_url)
        .opens_socket(&format!("/rooms/{room}/live?role=stage&protocol=3"))
        .greeted()
}

#[test]
fn a_hundred_and_fifty_at_home_from_the_first_slide_to_the_evaluation_afterwards() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(WEBINAR);
    let mut crowd = peil.crowd(PHONES);
    let mut stage = stage(&peil, &presenter);

    asks_the_function(&presenter, &mut crowd);
    asks_the_speakers(&peil, &presenter, (&mut crowd, &mut stage));
    asks_for_a_step(&presenter, &mut crowd);
    evaluates(&presenter, &mut crowd);

    stage.fences();
    stage.was_never_sent("@voorbeeld.example");
    stage.was_never_sent("Wanneer is er koffie?");
    let people = presenter.wide_table().rows.len();
    assert_eq!(people, PHONES);
}

fn asks_the_function(presenter: &Presenter, crowd: &mut Crowd) {
    presenter.goes("functie");
    let code = presenter.code().to_owned();
    let languages = crowd.does(|number, phone| {
        phone.opens(&code);
        if in_english(number) {
            phone
                .posts_fields("/language", &[("language", "en")])
                .expects(303);
            phone.looks();
        }
        phone.votes(match number % 5 {
            4 => other(5, "Vrijwilliger"),
            function => option(function + 1),
        });
        phone.page().language()
    });
    let english = languages
        .iter()
        .filter(|language| *language == "en")
        .count();
    assert_eq!(
        english,
        (0..PHONES).filter(|number| in_english(*number)).count()
    );
    let results = presenter.results("functie");
    assert_eq!(results.votes(), [PHONES as u64 / 5; 5]);
}

fn asks_the_speakers(
    peil: &Peil,
    presenter: &Presenter,
    (crowd, stage): (&mut Crowd, &mut Socket),
) {
    presenter.next();
    crowd.does(|number, phone| {
        phone.looks();
        match number {
            0 => phone.asks_speakers("Hoe begin je?").expects(303),
            1 => phone.asks_speakers("Hoe start je?").expects(303),
            2 => phone.asks_speakers("Wanneer is er koffie?").expects(303),
            3..ASKING => phone
                .asks_speakers(&format!("Vraag {number}?"))
                .expects(303),
            _ => return,
        };
    });
    let moderator = host(peil, &presenter.started.moderator_url);
    let speaker = host(peil, &presenter.started.speaker_url);
    assert_eq!(listed(&moderator, presenter).len(), ASKING);
    assert_eq!(listed(&speaker, presenter), [json!(null); 0]);

    let begin = "Hoe begin je?";
    does(&moderator, presenter, (begin, json!({ "do": "approve" })));
    let into = id(&moderator, presenter, begin);
    does(
        &moderator,
        presenter,
        ("Hoe start je?", json!({ "do": "merge", "into": into })),
    );
    let coffee = "Wanneer is er koffie?";
    does(&moderator, presenter, (coffee, json!({ "do": "refuse" })));
    // What somebody says in the room's chat is asked by the moderator.
    let path = presenter.path("/qa");
    let typed = json!({ "text": "Uit de chat", "to": "dr. De Wit" });
    moderator.posts(&path, &typed).expects(200);

    // Everybody else wants to know it too: its asker is not counted, the one who asked the same is.
    let view = crowd.phones[5].follows().sees(|_| true);
    let name = view["qa"]["questions"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|asked| asked["text"] == begin)
        .and_then(|asked| asked["id"].as_str())
        .expect("it is on phones")
        .to_owned();
    let code = presenter.code().to_owned();
    crowd.does(|number, phone| {
        if number > 1 {
            let vote = [("question", "qa"), ("upvote", name.as_str())];
            phone
                .posts_fields(&format!("/{code}/answers"), &vote)
                .expects(303);
        }
    });
    does(&moderator, presenter, (begin, json!({ "do": "choose" })));
    stage.sees(|view| {
        let chosen = &view["qa"]["stage"]["chosen"];
        chosen["text"] == begin && chosen["votes"] == PHONES as u64 - 1
    });

    let seen: Vec<Value> = listed(&speaker, presenter)
        .iter()
        .map(|asked| asked["text"].clone())
        .collect();
    assert_eq!(
        seen,
        [json!(begin), json!("Uit de chat")],
        "what was approved"
    );
    does(
        &speaker,
        presenter,
        (
            "Uit de chat",
            json!({ "do": "reply", "text": "Morgen om negen." }),
        ),
    );
    does(&speaker, presenter, (begin, json!({ "do": "answered" })));
    crowd.phones[0].looks().sees("Your question · answered");
    crowd.phones[1].looks().sees("Morgen om negen.");
}

fn asks_for_a_step(presenter: &Presenter, crowd: &mut Crowd) {
    let room = presenter.next();
    let question = room.position.expect("a position");
    crowd.does(|number, phone| {
        phone.looks().votes(text(&format!("Stap {number}")));
    });
    let results = presenter.organiser.gets(&presenter.path("/results"));
    let results = results.expects(200).json();
    let mut questions = results["questions"].as_array().into_iter().flatten();
    let asked = questions.find(|asked| asked["id"] == question);
    let groups = &asked.expect("it was asked")["split"]["groups"];
    let groups: Vec<u64> = groups
        .as_array()
        .unwrap_or_else(|| panic!("the deck splits it: {results}"))
        .iter()
        .map(|group| group["voters"].as_u64().expect("a number"))
        .collect();
    assert_eq!(groups, [PHONES as u64 / 5; 5]);
    assert_eq!(presenter.results(&question).voters(), PHONES as u64);
}

fn evaluates(presenter: &Presenter, crowd: &mut Crowd) {
    presenter.does(ControlPress::new("evaluate"));
    let fills = |number: usize, phone: &mut Phone| {
        let mail = format!("p{number}@voorbeeld.example");
        let mark = (number % 10 + 1).to_string();
        let form = phone.looks();
        let form = form.filled(&filled_in(&[(1, &mark)], &[(3, &mail)]));
        phone.sends(&form).expects(303);
        phone.looks();
    };
    crowd.does(|number, phone| {
        if number < FILLED.0 {
            fills(number, phone);
        }
    });
    presenter.ends();
    crowd.does(|number, phone| {
        if (FILLED.0..FILLED.1).contains(&number) {
            fills(number, phone);
        }
    });
    let results = presenter.results("evaluatie");
    assert_eq!(results.voters(), FILLED.1 as u64);
    let marks = &results.field("fields")[0];
    let counts = marks["counts"].as_array().into_iter().flatten();
    let counts: Vec<&Value> = counts.map(|count| &count["votes"]).collect();
    assert_eq!(marks["mean"], json!(5.5));
    assert_eq!(counts, [&json!(FILLED.1 / 10); 10]);
    let forms = presenter
        .organiser
        .gets(&presenter.path("/forms/evaluatie"));
    let forms = forms.expects(200).json();
    let forms = forms["rounds"][0]["forms"]
        .as_array()
        .expect("a list")
        .clone();
    let mut mails: Vec<String> = forms
        .iter()
        .map(|form| form["values"][2].as_str().unwrap_or_default().to_owned())
        .collect();
    mails.sort();
    mails.dedup();
    assert_eq!(mails.len(), FILLED.1, "each has its own address");
}

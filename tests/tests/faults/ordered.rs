//! kill -9 right after each thing that a host may do was answered: it is there, and nothing else is.

use serde_json::{Value, json};
use tests::{Method, Peil, Phone, Presenter, text, words};

const DECK: &str = "---\ntitle: Een avond\nlanguage: nl\ngroups: [Rood, Blauw]\nqa: moderated\n---\nask: choice\nid: pet\ncountdown: 600\n---\n\n# Hond of poes?\n\n- hond\n- poes\n\n\
                    ---\nask: words\nid: words\n---\n\n# Waaraan denk je?\n\n---\nask: open\nid: ideas\nentries: 3\n---\n\n# Wat kan beter?\n\n\
                    ---\nid: thanks\n---\n\n# Tot slot\n\n---\nask: form\nid: form\npace: after\n---\n\n# Hoe was het?\n\n- Wat neem je mee? {text}\n";

/// All that hosts and scripts are told of the room, but for who is connected.
fn told(presenter: &Presenter) -> Value {
    let get = |path: &str| {
        presenter
            .organiser
            .gets(&presenter.path(path))
            .expects(200)
            .json()
    };
    let (mut room, results) = (get(""), get("/results"));
    room["present"] = Value::Null;
    let asked = get("/qa");
    json!({ "room": room, "results": results, "qa": asked })
}

/// Does it, and holds what is told before and after a kill against each other.
fn survives(peil: &mut Peil, presenter: &Presenter, path: &str, order: &Value) {
    let before = told(presenter);
    presenter
        .organiser
        .posts(&presenter.path(path), order)
        .expects(200);
    let done = told(presenter);
    assert_ne!(done, before, "{order} did nothing");
    peil.kill_9();
    peil.start_again();
    assert_eq!(told(presenter), done, "{order}");
}

/// Whatever becomes of questions to the speakers.
fn asks_the_speakers(peil: &mut Peil, presenter: &Presenter) {
    let [mut anna, mut bob, _] = peil.three_phones();
    let asks = |phone: &mut Phone, text: &str| {
        let path = format!("/{}/answers", presenter.code());
        phone.opens(presenter.code());
        let fields = [("question", "qa"), ("key", "k1"), ("text", text)];
        phone.posts_fields(&path, &fields).expects(303);
    };
    asks(&mut anna, "Hoe begin je?");
    asks(&mut bob, "Hoe start je?");
    let typed = json!({ "text": "Wat kost het?", "key": "chat" });
    survives(peil, presenter, "/qa", &typed);
    let listed = told(presenter)["qa"]["questions"].clone();
    let name = |number: usize| listed[number]["id"].as_str().unwrap_or_default().to_owned();
    let (first, second, third) = (name(0), name(1), name(2));
    for (question, order) in [
        (&first, json!({ "do": "approve" })),
        (&second, json!({ "do": "merge", "into": first })),
        (&second, json!({ "do": "merge" })),
        (&second, json!({ "do": "refuse" })),
        (&third, json!({ "do": "assign", "to": "dr. De Wit" })),
        (&third, json!({ "do": "choose" })),
        (&third, json!({ "do": "answered" })),
        (&first, json!({ "do": "reply", "text": "Begin klein." })),
    ] {
        survives(peil, presenter, &format!("/qa/{question}"), &order);
    }
    let before = told(presenter);
    anna.looks();
    let votes = anna.follows().sees(|_| true)["qa"]["questions"].clone();
    let votable = |each: &&Value| each["text"] == "Wat kost het?";
    let voted = votes.as_array().and_then(|all| all.iter().find(votable));
    let name = voted
        .and_then(|each| each["id"].as_str())
        .unwrap_or_default();
    let order = json!({ "do": "approve" });
    survives(peil, presenter, &format!("/qa/{third}"), &order);
    let path = format!("/{}/answers", presenter.code());
    let vote = [("question", "qa"), ("upvote", name)];
    anna.posts_fields(&path, &vote).expects(303);
    let done = told(presenter);
    assert_ne!(done, before);
    assert_eq!(done["qa"]["questions"][2]["votes"], 1);
    peil.kill_9();
    peil.start_again();
    assert_eq!(told(presenter), done, "Anna voted");
}

/// A table shares Bob's device, and later no more.
fn shares_a_tablet(peil: &mut Peil, presenter: &Presenter, bob: &Phone) {
    let listed = presenter.organiser.gets(&presenter.path("/tablets"));
    let listed = listed.expects(200).json();
    let secret = listed["url"]
        .as_str()
        .and_then(|url| url.rsplit('/').next());
    let fields = [("secret", secret.unwrap_or_default())];
    bob.posts_fields(&format!("/{}/tablet", presenter.code()), &fields)
        .expects(303);
    let done = told(presenter);
    assert_eq!(done["room"]["tablets"][0]["people"], 1);
    peil.kill_9();
    peil.start_again();
    assert_eq!(told(presenter), done, "a table shares a tablet");
    let order = json!({ "do": "end", "tablet": 1 });
    survives(peil, presenter, "/tablets", &order);
}

#[test]
fn whatever_a_host_was_told_is_done_is_done_after_a_kill() {
    let mut peil = Peil::starts();
    let presenter = peil.organiser().tries_out(DECK);
    let control = |what: &str| json!({ "do": what });
    let about = |what: &str, slide: &str| json!({ "do": what, "slide": slide });
    survives(&mut peil, &presenter, "/control", &control("next"));
    let trial = json!({ "do": "trial", "votes": 14 });
    survives(&mut peil, &presenter, "/control", &trial);
    survives(&mut peil, &presenter, "/control", &control("begin"));
    for (what, slide) in [
        ("go", "pet"),
        ("close", "pet"),
        ("open", "pet"),
        ("hide", "pet"),
        ("show", "pet"),
        ("extend", "pet"),
        ("reset", "pet"),
        ("skip", "thanks"),
        ("unskip", "thanks"),
        ("go", "words"),
    ] {
        survives(&mut peil, &presenter, "/control", &about(what, slide));
    }
    survives(&mut peil, &presenter, "/control", &control("undo"));
    survives(&mut peil, &presenter, "/control", &control("evaluate"));
    survives(&mut peil, &presenter, "/control", &control("undo"));
    for order in [
        json!({ "do": "phones", "to": "shown" }),
        json!({ "do": "door", "to": "closed" }),
        json!({ "do": "door", "to": "open" }),
        about("go", "words"),
    ] {
        survives(&mut peil, &presenter, "/control", &order);
    }

    let holds = |question: &str| json!({ "do": "hold", "question": question, "on": true });
    let [mut anna, mut bob, _] = peil.three_phones();
    survives(&mut peil, &presenter, "/moderate", &holds("words"));
    anna.opens(presenter.code())
        .votes(words(["hoop", "rust", "stilte"]));
    for order in [
        json!({ "do": "approve", "word": "hoop" }),
        json!({ "do": "refuse", "word": "rust" }),
        json!({ "do": "approve", "word": "stilte" }),
        json!({ "do": "merge", "word": "stilte", "into": "hoop" }),
        json!({ "do": "restore", "word": "stilte" }),
    ] {
        survives(&mut peil, &presenter, "/moderate", &order);
    }
    let said = json!({ "question": "words", "texts": ["rust", "moed, hoop"] });
    survives(&mut peil, &presenter, "/typed", &said);
    let none = json!({ "question": "words", "texts": [] });
    survives(&mut peil, &presenter, "/typed", &none);
    let renew = json!({ "do": "renew" });
    survives(&mut peil, &presenter, "/tablets", &renew);
    survives(&mut peil, &presenter, "/control", &about("go", "ideas"));
    survives(&mut peil, &presenter, "/moderate", &holds("ideas"));
    bob.opens(presenter.code()).votes(text("Een moestuin"));
    bob.looks().votes(text("Meer licht"));
    let ideas = |presenter: &Presenter| presenter.results("ideas").texts();
    assert!(ideas(&presenter).is_empty(), "both wait");
    // The trial had 14 answers, Anna gave the one after them, and a host entered two.
    for (order, name) in [("approve", "a18"), ("refuse", "a19")] {
        let order = json!({ "do": order, "answer": name });
        survives(&mut peil, &presenter, "/moderate", &order);
    }
    assert_eq!(ideas(&presenter), [("Een moestuin".to_owned(), 0)]);

    asks_the_speakers(&mut peil, &presenter);
    let changed = DECK.replace("# Hond of poes?", "# Kat of hond?");
    presenter
        .organiser
        .calls(
            Method::PUT,
            &presenter.path("/deck"),
            Some(("text/markdown", changed.into_bytes())),
        )
        .expects(200);
    let done = told(&presenter);
    assert!(done.to_string().contains("Kat of hond?"));
    peil.kill_9();
    peil.start_again();
    assert_eq!(told(&presenter), done, "the deck was changed");
    let chosen = [("group", "2"), ("live", "1")];
    bob.posts_fields(&format!("/{}/group", presenter.code()), &chosen)
        .expects(200);
    let done = told(&presenter);
    let blue = json!({ "number": 2, "name": "Blauw", "people": 1 });
    assert_eq!(done["room"]["groups"][1], blue);
    peil.kill_9();
    peil.start_again();
    assert_eq!(told(&presenter), done, "a group was chosen");
    shares_a_tablet(&mut peil, &presenter, &bob);
    survives(&mut peil, &presenter, "/control", &control("end"));
    survives(&mut peil, &presenter, "/control", &control("resume"));
}

#[test]
fn in_own_pace_the_beginning_the_end_and_who_is_through_are_there_after_a_kill() {
    let mut peil = Peil::starts();
    let own_pace = DECK.replace("qa: moderated", "pace: own");
    let presenter = peil.organiser().starts(&own_pace);
    let control = |what: &str| json!({ "do": what });
    survives(&mut peil, &presenter, "/control", &control("next"));
    let [mut anna, ..] = peil.three_phones();
    anna.opens(presenter.code());
    let before = told(&presenter);
    let finish = format!("/{}/finish", presenter.code());
    anna.posts_fields(&finish, &[]).expects(303);
    let done = told(&presenter);
    assert_ne!(done, before);
    peil.kill_9();
    peil.start_again();
    assert_eq!(told(&presenter), done, "Anna is through");
    for what in ["end", "resume", "end"] {
        survives(&mut peil, &presenter, "/control", &control(what));
    }
}

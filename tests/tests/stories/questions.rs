//! What hosts do with questions to the speakers by their pages, without scripts: moderators, and
//! whoever holds a link of the speakers.

use serde_json::{Value, json};
use tests::{HtmlForm, Peil, Presenter, Reply, Socket, Visitor};

const DECK: &str = "---\ntitle: Webinar\nlanguage: nl\nqa: moderated\n---\n\n# Welkom\n\n---\nask: qa\n---\n\n# Vragen aan de sprekers\n\n---\nask: words\nnotes: spiekbriefje\n---\n\n# Waaraan denk je?\n";

fn webinar(peil: &Peil) -> Presenter {
    let presenter = peil.organiser().starts(DECK);
    presenter.next();
    presenter
}

fn host(peil: &Peil, link: &str) -> Visitor {
    let mut visitor = peil.visitor("a host").with_origin(&peil.address().origin());
    visitor.goes(link).expects(200);
    visitor
}

fn asks(peil: &Peil, presenter: &Presenter, name: &str, texts: &[&str]) {
    let mut phone = peil.phone(name);
    phone.opens(presenter.code());
    for text in texts {
        phone.asks_speakers(text).expects(303);
    }
}

fn does(presenter: &Presenter, question: &str, order: &Value) -> Reply {
    let path = presenter.path(&format!("/qa/{question}"));
    presenter.organiser.posts(&path, order)
}

/// The page with all of them, as that host sees it.
fn opens_list(host: &mut Visitor, presenter: &Presenter) {
    let room = &presenter.started.room;
    host.goes(&format!("/rooms/{room}/qa")).expects(200);
}

/// The form of that button in the row of a text.
#[track_caller]
fn button(host: &Visitor, text: &str, word: &str) -> HtmlForm {
    let (page, name) = (host.page(), name(host, text));
    let forms = page.forms().into_iter();
    let form = forms
        .filter(|form| form.filled("question") == [name.clone()])
        .find(|form| form.buttons("do").contains(&word.to_owned()));
    let mut form = form.unwrap_or_else(|| panic!("no button {word} at {text}: {}", page.text()));
    form.presses("do", word);
    form
}

/// By which the page knows a question.
#[track_caller]
fn name(host: &Visitor, text: &str) -> String {
    let page = host.page();
    let place = rows(host).iter().position(|row| row.contains(text));
    let place = place.unwrap_or_else(|| panic!("{text} is not in the list: {}", page.text()));
    let named = page.all("ul.items > li > .verdict > input[name=question]")[place];
    named
        .attr("value")
        .expect("a row names its question")
        .to_owned()
}

fn rows(host: &Visitor) -> Vec<String> {
    let page = host.page();
    let rows = page.all("ul.items > li .wrote").into_iter();
    rows.map(|row| row.text().collect()).collect()
}

fn stage(peil: &Peil, presenter: &Presenter) -> Socket {
    let mut visitor = peil.visitor("the stage");
    visitor.goes(&presenter.started.stage_url).expects(200);
    follows(&visitor, presenter, "stage")
}

fn follows(visitor: &Visitor, presenter: &Presenter, role: &str) -> Socket {
    let room = &presenter.started.room;
    let path = format!("/rooms/{room}/live?protocol=3&role={role}");
    visitor.opens_socket(&path).greeted()
}

#[test]
fn a_moderator_approves_chooses_refuses_and_answers_by_forms() {
    let peil = Peil::starts();
    let presenter = webinar(&peil);
    asks(
        &peil,
        &presenter,
        "Anna",
        &["Hoe begin je?", "Waar woon je?"],
    );
    let mut moderator = host(&peil, &presenter.started.moderator_url);
    moderator
        .sees("Vragen aan de sprekers")
        .sees("Wacht op jou (2)");
    opens_list(&mut moderator, &presenter);
    moderator.sees("Hoe begin je?").sees("wacht op jou");
    moderator.sends(&button(&moderator, "Hoe begin je?", "approve"));
    moderator.sees("staat in de lijst").sees("Wacht op jou (1)");
    assert_eq!(rows(&moderator), ["Waar woon je?", "Hoe begin je?"]);

    presenter.next();
    let mut stage = stage(&peil, &presenter);
    moderator.sends(&button(&moderator, "Hoe begin je?", "choose"));
    moderator.sees("nu op het scherm");
    stage.sees(|view| view["qa"]["stage"]["chosen"]["text"] == "Hoe begin je?");
    moderator.sends(&button(&moderator, "Hoe begin je?", "refuse"));
    stage.sees(|view| view["qa"]["stage"]["chosen"].is_null());
    moderator.sends(&button(&moderator, "Hoe begin je?", "approve"));
    let mut assign = button(&moderator, "Hoe begin je?", "assign");
    moderator.sends(assign.types("to", &["dr. De Wit"]));
    moderator.sees("voor dr. De Wit");
    let mut reply = button(&moderator, "Hoe begin je?", "reply");
    moderator.sends(reply.types("text", &["Begin klein."]));
    moderator.sees("beantwoord").sees("Begin klein.");
    stage.was_never_sent("Waar woon je?");
    stage.was_never_sent("De Wit");
}

#[test]
fn doubles_are_merged_and_taken_apart_and_questions_from_the_chat_are_typed_in() {
    let peil = Peil::starts();
    let presenter = webinar(&peil);
    asks(&peil, &presenter, "Anna", &["Hoe begin je?"]);
    asks(&peil, &presenter, "Bob", &["Hoe start je?"]);
    let mut moderator = host(&peil, &presenter.started.moderator_url);
    opens_list(&mut moderator, &presenter);
    let merging = |moderator: &Visitor| {
        let forms = moderator.page().forms().into_iter();
        let mut form = forms
            .filter(|form| form.has("into"))
            .find(|form| form.has("double"))
            .expect("doubles can be merged");
        form.presses("do", "merge");
        form
    };
    let (first, second) = (
        name(&moderator, "Hoe begin je?"),
        name(&moderator, "Hoe start je?"),
    );
    moderator.sends(merging(&moderator).forges("double", &[&second]));
    moderator.sees("Kruis er minstens twee aan");
    moderator.sends(merging(&moderator).forges("double", &[&first, &second]));
    moderator.sees("Telt mee:").sees("Haal los");
    assert_eq!(rows(&moderator), ["Hoe begin je?"]);
    let mut forms = moderator.page().forms().into_iter();
    let mut apart = forms
        .find(|form| form.buttons("apart").contains(&second))
        .expect("a double can be taken apart");
    moderator.sends(apart.presses("apart", &second));
    assert_eq!(rows(&moderator), ["Hoe begin je?", "Hoe start je?"]);

    let typing = |moderator: &Visitor| {
        let mut forms = moderator.page().forms().into_iter();
        let mut form = forms
            .find(|form| form.buttons("do") == ["ask"])
            .expect("a question can be typed in");
        form.presses("do", "ask");
        form
    };
    moderator.sends(typing(&moderator).types("text", &["Uit de chat?"]));
    moderator.sees("Uit de chat?").sees("ingetypt");
    for (text, said) in [
        ("  ", "typ eerst de vraag"),
        (&*"a".repeat(301), "hoogstens 300 tekens"),
    ] {
        moderator.sends(typing(&moderator).types("text", &[text]));
        moderator.sees(said);
    }
}

#[test]
fn a_speaker_sees_what_everybody_may_see_and_answers_it() {
    let peil = Peil::starts();
    let presenter = webinar(&peil);
    asks(&peil, &presenter, "Anna", &["Dit wacht nog"]);
    let (first, second) = (
        presenter.types_in("Hoe begin je?"),
        presenter.types_in("Wat kost het?"),
    );
    does(&presenter, &second, &json!({ "do": "assign", "to": "Kim" })).expects(200);
    let refused = presenter.types_in("Dit is geweigerd");
    does(&presenter, &refused, &json!({ "do": "refuse" })).expects(200);
    let mut speaker = host(&peil, &presenter.started.speaker_url);
    speaker.sees("Sprekers").sees("voor Kim");
    assert_eq!(rows(&speaker), ["Wat kost het?", "Hoe begin je?"]);
    speaker
        .does_not_see("Dit wacht nog")
        .does_not_see("Samenvoegen");
    let mut socket = follows(&speaker, &presenter, "speaker");
    speaker.sends(&button(&speaker, "Hoe begin je?", "answered"));
    speaker.sees("beantwoord");
    let mut reply = button(&speaker, "Wat kost het?", "reply");
    speaker.sends(reply.types("text", &["Niets."]));
    speaker.sees("Niets.");
    socket.sees(|view| view["qa"]["list"].to_string().contains("Niets."));

    // Everything else is somebody else's, by the page and by the API.
    let room = &presenter.started.room;
    let api =
        |path: &str, body: &Value| speaker.posts(&format!("/api/v1/rooms/{room}{path}"), body);
    for what in ["approve", "refuse", "choose", "merge", "assign"] {
        let reply = api(&format!("/qa/{first}"), &json!({ "do": what }));
        assert_eq!(
            (reply.status, reply.json()["code"].as_str()),
            (403, Some("not_for_speakers"))
        );
    }
    let unseen = api(&format!("/qa/{refused}"), &json!({ "do": "answered" }));
    assert_eq!(unseen.expects(409).json()["code"], "unknown_answer");
    for (path, body) in [
        ("/qa", json!({ "text": "Nog een?" })),
        ("/control", json!({ "do": "next" })),
        ("/moderate", json!({ "do": "hide", "word": "kat" })),
    ] {
        api(path, &body).expects(401);
    }
    let typed = [("do", "ask"), ("text", "Nog een?")];
    let mut forged = button(&speaker, "Hoe begin je?", "reply");
    forged
        .forges("do", &[typed[0].1])
        .forges("text", &[typed[1].1]);
    speaker.sends(&forged);
    speaker.sees("Met een link voor sprekers beantwoord je vragen");
    for page in ["console", "moderator", "remote", "stage", "links"] {
        speaker
            .fetches(&format!("/rooms/{room}/{page}"))
            .expects(401);
    }
    let listed = speaker.fetches(&format!("/api/v1/rooms/{room}/qa"));
    let listed = listed.expects(200).json()["questions"].clone();
    assert_eq!(listed.as_array().map(Vec::len), Some(2));

    // Also once it is over.
    presenter.ends();
    let mut reply = button(&speaker, "Hoe begin je?", "reply");
    speaker.sends(reply.types("text", &["Begin klein."]));
    speaker.sees("Begin klein.");
    socket.was_never_sent("Dit wacht nog");
    socket.was_never_sent("spiekbriefje");
}

#[test]
fn a_new_link_for_speakers_ends_the_old_one() {
    let peil = Peil::starts();
    let presenter = webinar(&peil);
    let old = presenter.started.speaker_url.clone();
    let mut speaker = host(&peil, &old);
    let mut socket = follows(&speaker, &presenter, "speaker");
    let renewed = presenter
        .organiser
        .posts(&presenter.path("/links"), &json!({ "role": "speaker" }));
    let url = renewed.expects(200).json()["url"].clone();
    assert_eq!(socket.is_closed(), Some(4403));
    speaker.goes(&old).expects(404);
    host(&peil, url.as_str().expect("a link")).sees("Sprekers");
}

#[test]
fn two_moderators_at_one_question_come_to_what_was_done_last() {
    let peil = Peil::starts();
    let presenter = webinar(&peil);
    asks(&peil, &presenter, "Anna", &["Hoe begin je?"]);
    let mut first = host(&peil, &presenter.started.moderator_url);
    let mut second = host(&peil, &presenter.started.moderator_url);
    opens_list(&mut first, &presenter);
    opens_list(&mut second, &presenter);
    let late = button(&second, "Hoe begin je?", "approve");
    first.sends(&button(&first, "Hoe begin je?", "approve"));
    // The second press of the same is none, and not a refusal.
    second.sends(&late);
    second.sees("staat in de lijst").does_not_see("niet gelukt");
    let choose = button(&second, "Hoe begin je?", "choose");
    first.sends(&button(&first, "Hoe begin je?", "refuse"));
    second.sends(&choose);
    second.sees("Zet het eerst terug").sees("geweigerd");
}

#[test]
fn a_thousand_questions_stand_in_pages_of_fifty_and_a_view_stays_small() {
    let peil = Peil::starts();
    let presenter = webinar(&peil);
    for number in 1..=1_000 {
        presenter.types_in(&format!("Vraag nummer {number} van duizend"));
    }
    let path = presenter.path("/qa");
    let full = presenter
        .organiser
        .posts(&path, &json!({ "text": "Nog een" }));
    assert_eq!(full.expects(409).json()["code"], "full");
    let mut moderator = host(&peil, &presenter.started.moderator_url);
    opens_list(&mut moderator, &presenter);
    assert_eq!(rows(&moderator).len(), 50);
    moderator.sees("Alle vragen, per 50");
    let room = &presenter.started.room;
    let mut seen = Vec::new();
    for page in 1..=20 {
        let here = format!("/rooms/{room}/qa?page={page}");
        moderator.goes(&here).expects(200);
        seen.extend(rows(&moderator));
    }
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 1_000);
    let found = format!("/rooms/{room}/qa?find=nummer+737");
    moderator.goes(&found).expects(200);
    assert_eq!(rows(&moderator), ["Vraag nummer 737 van duizend"]);
    // A press there comes back there.
    moderator.sends(&button(&moderator, "nummer 737", "answered"));
    assert_eq!(rows(&moderator), ["Vraag nummer 737 van duizend"]);
    moderator.sees("beantwoord");

    let mut socket = follows(&moderator, &presenter, "moderator");
    socket.sees(|view| view["qa"]["listed"] == 1_000);
    let largest = socket.received.iter().map(String::len).max();
    assert!(
        largest.is_some_and(|bytes| bytes < 64 * 1024),
        "{largest:?}"
    );
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    let view = anna.follows().sees(|view| view["qa"].is_object());
    assert!(view.to_string().len() < 128 * 1024);
}

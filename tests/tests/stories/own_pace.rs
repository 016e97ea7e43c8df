//! A survey that three phones go through by themselves, without scripts.

use serde_json::{Value, json};
use tests::{ControlPress, FilledAnswer, Peil, Phone, Presenter, filled_in, option, text, words};

const DECK: &str = "---\ntitle: Vragenlijst\nlanguage: nl\npace: own\n---\n# Welkom\n\nFijn dat je er bent.\n\n\
                    ---\nask: choice\nid: werk\nrequired: yes\n---\n\n# Waar werk je?\n\n- zorg\n- welzijn\n\n\
                    ---\nask: words\nid: denk\n---\n\n# Waar denk je aan?\n\n\
                    ---\nask: open\nid: wens\nentries: 2\n---\n\n# Wat wens je?\n\n\
                    ---\nshow: break\n---\n\n# Pauze\n\n\
                    ---\nask: form\nid: over\nrequired: yes\n---\n\n# Over jou\n\n- Hoe heet je straat? {text}\n\n\
                    ---\nask: choice\nid: weer\n---\n\n# Kom je weer?\n\n- ja\n- nee\n";

fn starts(peil: &Peil) -> Presenter {
    let presenter = peil.organiser().starts(DECK);
    presenter.next();
    presenter
}

fn room(presenter: &Presenter) -> Value {
    let path = presenter.path("");
    presenter.organiser.gets(&path).expects(200).json()
}

#[track_caller]
fn changes_deck(presenter: &Presenter, deck: &str) {
    let path = presenter.path("/deck");
    let body = Some(("text/markdown", deck.as_bytes().to_vec()));
    let organiser = &presenter.organiser;
    organiser
        .calls(tests::Method::PUT, &path, body)
        .expects(200);
}

/// Follows one of the ways back and forth.
#[track_caller]
fn goes(phone: &mut Phone, words: &str) {
    let page = phone.page();
    let links = page.all("main a").into_iter();
    let mut to = links.filter(|link| link.text().collect::<String>() == words);
    let to = to.next().and_then(|link| link.attr("href"));
    let to = to.unwrap_or_else(|| panic!("{words} is not there: {}", page.text()));
    phone.goes(to).expects(200);
}

/// Goes to a slide by its address.
#[track_caller]
fn at(phone: &mut Phone, presenter: &Presenter, slide: &str) {
    let address = format!("/{}?slide={slide}", presenter.code());
    phone.goes(&address).expects(200);
}

/// Sends an answer, and is where that leads.
#[track_caller]
fn answers(phone: &mut Phone, answer: &FilledAnswer) {
    let form = phone.filled(answer);
    phone.sends(&form).expects(303);
}

/// Says that they are through, and is told what comes of it.
#[track_caller]
fn finishes(phone: &mut Phone, status: u16) {
    let forms = phone.page().forms().into_iter();
    let mut forms = forms.filter(|form| form.action.ends_with("/finish"));
    let form = forms.next().expect("the page behind the last slide");
    phone.sends(&form).expects(status);
}

#[test]
fn three_phones_go_through_it_each_in_their_own_way() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let [mut anna, mut bob, mut carla] = peil.three_phones();
    anna.opens(presenter.code()).sees("Welkom").sees("1 van 6");
    goes(&mut anna, "Verder");
    anna.sees("Waar werk je?")
        .sees("2 van 6")
        .sees("Deze vraag moet je beantwoorden.");
    answers(&mut anna, &option(1));
    anna.sees("Waar denk je aan?").sees("3 van 6");
    answers(&mut anna, &words(["rust", "tuin"]));
    anna.sees("Wat wens je?");
    answers(&mut anna, &text("Meer tijd"));
    anna.sees("Wat wens je?").sees("Meer tijd");
    goes(&mut anna, "Terug");
    anna.sees("Waar denk je aan?");
    // Where she is when she comes back another time.
    anna.looks().sees("Over jou").sees("5 van 6");
    answers(&mut anna, &filled_in(&[], &[(1, "Dorpsstraat")]));
    anna.sees("Kom je weer?");
    answers(&mut anna, &option(1));
    anna.sees("Bijna klaar").sees("Je hebt alles beantwoord.");
    finishes(&mut anna, 303);
    anna.sees("Bedankt");
    anna.looks().sees("Bedankt");

    bob.opens(presenter.code());
    for _ in 0..6 {
        goes(&mut bob, "Verder");
    }
    bob.sees("Bijna klaar")
        .sees("Dit moet nog")
        .sees("Dit mag nog");
    finishes(&mut bob, 409);
    let (code, sentence) = bob.page().refusal().expect("something is missing");
    assert_eq!(code, "missing_required", "{sentence}");
    goes(&mut bob, "Waar werk je?");
    answers(&mut bob, &option(2));
    bob.looks().sees("Waar denk je aan?");
    bob.goes(&format!("/{}?slide=over", presenter.code()));
    answers(&mut bob, &filled_in(&[], &[(1, "Kerkstraat")]));
    goes(&mut bob, "Verder");
    bob.sees("Bijna klaar")
        .does_not_see("Dit moet nog")
        .sees("Dit mag nog");
    finishes(&mut bob, 303);
    bob.sees("Bedankt");
    // Through is through, and answers can be changed all the same.
    goes(&mut bob, "Terug naar je antwoorden");
    goes(&mut bob, "Kom je weer?");
    answers(&mut bob, &option(2));
    bob.looks().sees("Bedankt");

    carla.opens(presenter.code()).sees("Welkom");
    assert_eq!(room(&presenter)["finished"], 2);
    let export = presenter.exports("format=json").json();
    assert_eq!(export["finished"], json!(["P1", "P2"]));
    assert_eq!(presenter.results("weer").voters(), 2);
    let mut stage = peil.visitor("the stage");
    stage.goes(&presenter.started.stage_url).expects(200);
    stage
        .sees("en typ de code")
        .sees("2 klaar")
        .does_not_see("Waar werk je?");
    presenter.ends();
    bob.looks().sees("Bedankt voor het meedoen");
    stage.goes(&presenter.started.stage_url).expects(200);
    stage.sees("2 klaar");
}

#[test]
fn a_host_begins_and_ends_and_leads_nothing_else() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(DECK);
    let [mut anna, ..] = peil.three_phones();
    anna.opens(presenter.code()).sees("Je bent binnen");
    presenter.next();
    for what in [
        "next", "previous", "open", "close", "hide", "reset", "skip", "evaluate",
    ] {
        let refused = presenter.may_not(ControlPress::new(what).of("werk"));
        assert_eq!(refused.code, "own_pace", "{what}");
    }
    anna.looks().sees("Welkom");
    presenter.does(ControlPress::new("undo"));
    anna.looks().does_not_see("Welkom");
    presenter.next();
    presenter.ends();
    presenter.does(ControlPress::new("resume"));
    anna.looks().sees("Welkom");
    presenter.ends();
    // What has ended is looked back at as any other room.
    presenter.does(ControlPress::new("go").of("werk"));
    let mut stage = peil.visitor("the stage");
    stage.goes(&presenter.started.stage_url).expects(200);
    stage.sees("Waar werk je?");
}

#[test]
fn whoever_is_through_is_so_after_a_kill() {
    let mut peil = Peil::starts();
    let presenter = starts(&peil);
    let [mut anna, ..] = peil.three_phones();
    anna.opens(presenter.code());
    for (slide, answer) in [
        ("werk", option(1)),
        ("over", filled_in(&[], &[(1, "Dorpsstraat")])),
    ] {
        anna.goes(&format!("/{}?slide={slide}", presenter.code()))
            .expects(200);
        answers(&mut anna, &answer);
    }
    anna.goes(&format!("/{}?slide=last", presenter.code()))
        .expects(200);
    finishes(&mut anna, 303);
    peil.kill_9();
    peil.start_again();
    assert_eq!(room(&presenter)["finished"], 1);
    anna.looks().sees("Bedankt");
    let again = anna.posts_fields(&format!("/{}/finish", presenter.code()), &[]);
    again.expects(303);
    assert_eq!(room(&presenter)["finished"], 1);
}

#[test]
fn a_question_that_is_added_under_way_is_asked_too() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let [mut anna, ..] = peil.three_phones();
    anna.opens(presenter.code()).sees("1 van 6");
    let more = format!(
        "{DECK}\n---\nask: choice\nid: extra\nrequired: yes\n---\n\n# En nu?\n\n- ja\n- nee\n"
    );
    changes_deck(&presenter, &more);
    anna.looks().sees("1 van 7");
    anna.goes(&format!("/{}?slide=extra", presenter.code()))
        .expects(200);
    answers(&mut anna, &option(2));
    assert_eq!(presenter.results("extra").voters(), 1);
}

#[test]
fn whoever_is_through_is_called_back_by_what_must_be_answered_since() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let [mut anna, ..] = peil.three_phones();
    anna.opens(presenter.code());
    for (slide, answer) in [
        ("werk", option(1)),
        ("denk", words(["rust"])),
        ("over", filled_in(&[], &[(1, "Dorpsstraat")])),
    ] {
        at(&mut anna, &presenter, slide);
        answers(&mut anna, &answer);
    }
    at(&mut anna, &presenter, "last");
    finishes(&mut anna, 303);
    assert_eq!(room(&presenter)["finished"], 1);
    changes_deck(
        &presenter,
        &DECK.replace("id: denk", "id: denk\nrequired: yes"),
    );
    assert_eq!(room(&presenter)["finished"], 1, "she answered it");
    changes_deck(
        &presenter,
        &DECK.replace("id: weer", "id: weer\nrequired: yes"),
    );
    assert_eq!(room(&presenter)["finished"], 0);
    anna.looks().does_not_see("Bedankt");
    at(&mut anna, &presenter, "last");
    anna.sees("Dit moet nog").sees("Kom je weer?");
    finishes(&mut anna, 409);
    at(&mut anna, &presenter, "weer");
    answers(&mut anna, &option(1));
    finishes(&mut anna, 303);
    anna.sees("Bedankt");
    assert_eq!(room(&presenter)["finished"], 1);
}

#[test]
fn texts_lead_on_once_no_more_can_be_added() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let [mut anna, ..] = peil.three_phones();
    anna.opens(presenter.code());
    at(&mut anna, &presenter, "wens");
    answers(&mut anna, &text("Meer tijd"));
    anna.sees("Wat wens je?");
    answers(&mut anna, &text("Meer rust"));
    anna.sees("Over jou").sees("opgeslagen");
}

#[test]
fn after_the_end_nobody_is_sent_to_what_is_listed_nowhere() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let [mut anna, ..] = peil.three_phones();
    anna.opens(presenter.code());
    presenter.ends();
    let finish = format!("/{}/finish", presenter.code());
    let refused = anna.posts_fields(&finish, &[]);
    assert_eq!(refused.refusal(), "ended");
}

#[test]
fn a_trial_lets_made_up_people_go_through_all_of_it() {
    let peil = Peil::starts();
    let presenter = peil.organiser().tries_out(DECK);
    presenter.next();
    let trial = json!({ "do": "trial", "votes": 14 });
    let path = presenter.path("/control");
    presenter.organiser.posts(&path, &trial).expects(200);
    assert_eq!(room(&presenter)["finished"], 14);
    assert_eq!(presenter.results("werk").voters(), 14);
    presenter.does(ControlPress::new("begin"));
    let begun = room(&presenter);
    assert_eq!(
        (&begun["finished"], &begun["state"]),
        (&json!(0), &json!("ready"))
    );
    let [mut anna, ..] = peil.three_phones();
    anna.opens(presenter.code());
    presenter.next();
    anna.looks().sees("Welkom");
}

#[test]
fn where_the_stage_leads_nobody_is_through() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&DECK.replace("pace: own\n", ""));
    presenter.next();
    let [mut anna, ..] = peil.three_phones();
    anna.opens(presenter.code()).does_not_see("van 6");
    let refused = anna.posts_fields(&format!("/{}/finish", presenter.code()), &[]);
    assert_eq!(refused.refusal(), "not_own_pace");
    assert_eq!(room(&presenter).get("finished"), None);
}

/// The stage shows how to join; whoever leads sees how it goes.
#[test]
fn hosts_see_what_was_answered_so_far() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    at(&mut anna, &presenter, "werk");
    answers(&mut anna, &option(1));
    at(&mut anna, &presenter, "denk");
    answers(&mut anna, &words(["rust"]));
    at(&mut anna, &presenter, "over");
    answers(&mut anna, &filled_in(&[], &[(1, "Geheimelaan")]));
    let mut host = peil.visitor("a host");
    host.goes(&presenter.started.presenter_url).expects(200);
    host.sees("Wat er tot nu toe is geantwoord");
    let figure = |question: &str| format!("/rooms/{}/survey/{question}", presenter.started.room);
    let page = host.page();
    let frames = page.all(".survey iframe").into_iter();
    let frames: Vec<_> = frames.filter_map(|frame| frame.attr("src")).collect();
    let expected = ["werk", "denk", "wens", "over", "weer"].map(figure);
    assert_eq!(frames, expected);
    host.goes(&figure("werk")).expects(200);
    host.sees("Waar werk je?").sees("zorg").sees("100%");
    let page = host.page();
    assert!(
        page.source()
            .contains("<meta http-equiv=\"refresh\" content=\"5\">")
    );
    host.goes(&figure("denk")).expects(200);
    host.sees("rust");
    host.goes(&figure("over")).expects(200);
    host.does_not_see("Geheimelaan");
    for slide in ["pauze", "welkom", "nergens"] {
        host.goes(&figure(slide)).expects(404);
    }
    let mut stage = peil.visitor("the stage");
    stage.goes(&presenter.started.stage_url).expects(200);
    stage.does_not_see("zorg");
    stage.goes(&figure("werk")).expects(401);
    presenter.ends();
    host.goes(&figure("werk")).expects(404);
}

#[test]
fn another_pace_is_said_to_wait_for_the_next_room() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(DECK);
    let led = DECK.replace("pace: own\n", "");
    let changes = |text: &str| {
        let path = presenter.path("/deck?dry=1");
        let body = Some(("text/markdown", text.as_bytes().to_vec()));
        let said = presenter.organiser.calls(tests::Method::PUT, &path, body);
        said.expects(200).json()["changes"].clone()
    };
    assert_eq!(changes(&led), json!([{ "change": "deck" }]), "not begun");
    presenter.next();
    assert_eq!(changes(&led), json!([{ "change": "pace_stays" }]));
    let more = led.replace("language: nl\n", "language: nl\nphones: hidden\n");
    let both = json!([{ "change": "deck" }, { "change": "pace_stays" }]);
    assert_eq!(changes(&more), both);
    changes_deck(&presenter, &led);
    assert_eq!(room(&presenter)["finished"], 0, "it goes on as it began");
}

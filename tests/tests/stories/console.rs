//! The console: the page from which whoever presents leads the room.

use serde_json::json;
use tests::{
    ControlPress, HtmlForm, Method, Peil, Presenter, RoomState, SampleQuestion, Visitor, option,
    sample,
};

fn begun(peil: &Peil) -> Presenter {
    let deck = sample([
        SampleQuestion::Choice,
        SampleQuestion::Words,
        SampleQuestion::Scale,
    ]);
    let deck = deck.replace("id: words\n", "id: words\nnotes: Eerst even stil zijn\n");
    peil.organiser().starts(&deck)
}

/// Whoever came by one of the room's links.
fn host(peil: &Peil, link: &str) -> Visitor {
    let mut host = peil.visitor("a host").with_origin(&peil.address().origin());
    host.goes(link).expects(200);
    host
}

/// The console's button with these fields.
#[track_caller]
fn button(console: &Visitor, fields: &[(&str, &str)]) -> HtmlForm {
    let is_it = |form: &HtmlForm| {
        fields
            .iter()
            .all(|(name, value)| form.filled(name) == [*value])
    };
    let mut forms = console.page().forms().into_iter();
    forms
        .find(is_it)
        .unwrap_or_else(|| panic!("no button {fields:?}: {}", console.page().text()))
}

/// Presses it, and looks at what the console shows then.
#[track_caller]
fn presses(console: &mut Visitor, presenter: &Presenter, fields: &[(&str, &str)]) {
    let reply = console.sends(&button(console, fields));
    let back = reply.expects(303).header("location").map(str::to_owned);
    let page = format!("/rooms/{}/console", presenter.started.room);
    assert_eq!(back.as_deref(), Some(page.as_str()), "{fields:?}");
    console.goes(&page).expects(200);
}

#[test]
fn a_presenters_link_and_the_old_address_lead_to_the_console() {
    let peil = Peil::starts();
    let presenter = begun(&peil);
    let page = format!("/rooms/{}/console", presenter.started.room);
    let console = host(&peil, &presenter.started.presenter_url);
    console.sees("Nog niet begonnen");
    let old = format!("/rooms/{}/presenter", presenter.started.room);
    let reply = console.calls(Method::GET, &old, &[], "");
    assert_eq!(
        (reply.status, reply.header("location")),
        (308, Some(page.as_str()))
    );
}

#[test]
fn a_room_is_led_from_begin_to_end_by_the_buttons_of_the_console_alone() {
    let peil = Peil::starts();
    let presenter = begun(&peil);
    let mut console = host(&peil, &presenter.started.presenter_url);
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    presses(&mut console, &presenter, &[("do", "next")]);
    console
        .sees("Welk huisdier?")
        .sees("Volgende: Waar denk je aan?");
    anna.opens(presenter.code()).votes(option(2));
    for (fields, what) in [
        ([("do", "close"), ("slide", "pet")], "closed"),
        ([("do", "open"), ("slide", "pet")], "open"),
        ([("do", "hide"), ("on", "stage")], "hidden"),
        ([("do", "show"), ("on", "phones")], "shown on phones"),
        ([("do", "reset"), ("slide", "pet")], "asked again"),
        ([("do", "show"), ("round", "1")], "the first round again"),
        ([("do", "skip"), ("slide", "words")], "skipped"),
    ] {
        presses(&mut console, &presenter, &fields);
        let room = presenter.room();
        let slide = room.slide("pet");
        let done = match what {
            "closed" => !room.is_open("pet"),
            "open" => room.is_open("pet"),
            "hidden" => slide.results.as_deref() == Some("hidden"),
            "shown on phones" => slide.phones.as_deref() == Some("shown"),
            "asked again" => (slide.round, room.is_open("pet")) == (Some(2), true),
            "the first round again" => slide.results.as_deref() == Some("shown"),
            _ => console.page().text().contains("Volgende: Hoe kijk je?"),
        };
        assert!(done, "{what}: {room:?}");
    }
    presses(&mut console, &presenter, &[("do", "undo")]);
    console.sees("Volgende: Waar denk je aan?");
    presses(
        &mut console,
        &presenter,
        &[("do", "go"), ("slide", "words")],
    );
    console.sees("Eerst even stil zijn");
    presses(
        &mut console,
        &presenter,
        &[("do", "door"), ("to", "closed")],
    );
    presses(&mut console, &presenter, &[("do", "end")]);
    assert_eq!(presenter.room().state, RoomState::Ended);
    presses(&mut console, &presenter, &[("do", "resume")]);
    assert_eq!(presenter.room().state, RoomState::Live);
}

#[test]
fn a_press_that_came_too_late_says_so_on_the_console() {
    let peil = Peil::starts();
    let presenter = begun(&peil);
    let mut console = host(&peil, &presenter.started.presenter_url);
    let next = button(&console, &[("do", "next")]);
    presenter.next();
    let reply = console.sends(&next);
    assert_eq!((reply.status, reply.refusal().as_str()), (409, "moved"));
    // What somebody reads then is the console again, as the room is now.
    console.sees("Welk huisdier?").sees("Hierna");
    assert_eq!(presenter.room().controls, 1);
}

/// What comes next is made on a copy: nothing is stored, and nobody else sees it.
#[test]
fn the_next_slide_is_a_picture_of_what_next_would_show() {
    let peil = Peil::starts();
    let presenter = begun(&peil);
    let next = format!("/rooms/{}/next", presenter.started.room);
    let mut console = host(&peil, &presenter.started.presenter_url);
    for prompt in ["Welk huisdier?", "Waar denk je aan?", "Hoe kijk je?"] {
        let before = presenter.room().seq;
        console.goes(&next).expects(200);
        console.sees(prompt).does_not_see("Eerst even stil zijn");
        assert_eq!(
            console.page().all("script").len(),
            0,
            "a picture does nothing"
        );
        assert_eq!(presenter.room().seq, before);
        let mut stage = host(&peil, &presenter.started.stage_url);
        stage.does_not_see(prompt);
        presenter.next();
        stage.goes(&presenter.started.stage_url).expects(200);
        stage.sees(prompt);
    }
    console.goes(&next).expects(404);
}

#[test]
fn a_colleague_takes_over_by_a_link_that_only_who_presents_can_hand_out() {
    let peil = Peil::starts();
    let presenter = begun(&peil);
    let links = format!("/rooms/{}/links", presenter.started.room);
    let mut console = host(&peil, &presenter.started.presenter_url);
    console.goes(&links).expects(200);
    let page = console.page();
    for url in [
        &presenter.started.join_url,
        &presenter.started.stage_url,
        &presenter.started.presenter_url,
        &presenter.started.remote_url,
        &presenter.started.moderator_url,
        &presenter.started.speaker_url,
    ] {
        assert!(page.links().contains(url), "{url} is not on the page");
    }
    assert_eq!(page.all(".qr svg").len(), 6, "each has a code to scan");
    let mut colleague = host(&peil, &presenter.started.presenter_url);
    presses(&mut colleague, &presenter, &[("do", "next")]);
    // What somebody else holds opens none of it.
    for link in [
        &presenter.started.stage_url,
        &presenter.started.remote_url,
        &presenter.started.moderator_url,
    ] {
        let mut other = host(&peil, link);
        for page in ["console", "next", "links"] {
            let address = format!("/rooms/{}/{page}", presenter.started.room);
            other.goes(&address).expects(401);
        }
    }
}

#[test]
fn a_link_that_was_renewed_closes_the_console_that_it_opened() {
    let peil = Peil::starts();
    let presenter = begun(&peil);
    let mut console = host(&peil, &presenter.started.presenter_url);
    let next = button(&console, &[("do", "next")]);
    let renewed = presenter
        .organiser
        .posts(&presenter.path("/links"), &json!({ "role": "presenter" }));
    renewed.expects(200);
    let reply = console.sends(&next);
    assert_eq!(
        (reply.status, reply.refusal().as_str()),
        (401, "host_link_over")
    );
    assert_eq!(presenter.room().controls, 0, "nothing was done");
    let url = renewed.json()["url"].as_str().map(str::to_owned);
    let mut again = host(&peil, &url.expect("the new link"));
    presses(&mut again, &presenter, &[("do", "next")]);
}

/// What the slides of the whole deck are called is for whoever presents.
#[test]
fn the_list_of_all_slides_is_in_no_other_hosts_view() {
    let peil = Peil::starts();
    let presenter = begun(&peil);
    presenter.does(ControlPress::new("next"));
    for (link, role, there) in [
        (&presenter.started.presenter_url, "presenter", true),
        (&presenter.started.remote_url, "remote", false),
        (&presenter.started.moderator_url, "moderator", false),
        (&presenter.started.stage_url, "stage", false),
    ] {
        let host = host(&peil, link);
        let path = format!(
            "/rooms/{}/state?protocol=3&role={role}",
            presenter.started.room
        );
        let state = host.fetches(&path).expects(200).json();
        let known = state.to_string().contains("Hoe kijk je?");
        assert_eq!(known, there, "{role}");
        assert_eq!(!state["view"]["outline"].is_null(), there, "{role}");
    }
}

/// Kind and line, *Put after this slide*, and *Next*: phones show it.
#[test]
fn a_question_is_asked_in_a_line_while_the_room_runs() {
    let peil = Peil::starts();
    let presenter = begun(&peil);
    presenter.next();
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code()).votes(option(2));
    let mut console = host(&peil, &presenter.started.presenter_url);
    let mut form = console
        .page()
        .forms()
        .into_iter()
        .find(|form| form.has("prompt"))
        .unwrap();
    form.forges("ask", &["choice"])
        .forges("prompt", &["Koffie of *thee*?"])
        .forges("items", &["koffie\r\nthee\r\n"]);
    console.sends(&form).expects(303);
    assert_eq!(
        presenter.room().ids()[..3],
        ["pet", "koffie-of-thee", "words"]
    );
    assert_eq!(presenter.results("pet").votes(), [0, 1, 0], "all stays");
    console.goes(&presenter.started.presenter_url).expects(200);
    presses(&mut console, &presenter, &[("do", "next")]);
    anna.opens(presenter.code()).votes(option(1));
    anna.looks().sees("Koffie of *thee*?");
    assert_eq!(presenter.results("koffie-of-thee").votes(), [1, 0]);
    // The same once more is a question of its own.
    console.sends(&form).expects(303);
    assert_eq!(
        presenter.room().ids()[..3],
        ["pet", "koffie-of-thee", "koffie-of-thee-2"]
    );
}

#[test]
fn a_question_that_can_not_be_asked_comes_back_with_what_is_wrong() {
    let peil = Peil::starts();
    let presenter = begun(&peil);
    presenter.next();
    let mut console = host(&peil, &presenter.started.presenter_url);
    let form = console
        .page()
        .forms()
        .into_iter()
        .find(|form| form.has("prompt"))
        .unwrap();
    for (ask, prompt, items) in [
        ("choice", "Koffie of thee?", "koffie"),
        ("spectrum", "Waar sta je?", "koffie"),
        ("words", "  ", ""),
        ("dance", "Wie danst er?", ""),
        ("words", &"lang ".repeat(200), ""),
    ] {
        let mut form = form.clone();
        form.forges("ask", &[ask])
            .forges("prompt", &[prompt])
            .forges("items", &[items]);
        let reply = console.sends(&form);
        assert_eq!(reply.status, 422, "{ask} {prompt}: {}", reply.text());
        let kept = console
            .page()
            .forms()
            .into_iter()
            .find(|form| form.has("prompt"))
            .unwrap();
        assert_eq!(
            kept.filled("prompt"),
            [prompt],
            "what was typed is still there"
        );
        assert_eq!(presenter.room().ids().len(), 3);
        // Whoever asks in a line sees fields, and no text of a deck.
        console.was_never_sent("Schrijf ze als lijst");
        console.was_never_sent("<code>left");
    }
}

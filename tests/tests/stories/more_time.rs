//! More time for a countdown: a phone asks for it, whoever leads gives it, and where nobody does it
//! comes once by itself.

use serde_json::{Value, json};
use tests::{ControlPress, Method, Peil, Phone, Presenter, Reply, Socket, option, until};

/// Two questions, of which the first counts down.
fn counting(peil: &Peil, settings: &str) -> Presenter {
    let deck = format!(
        "---\ntitle: Tijd\nlanguage: nl\n---\nask: choice\nid: first\n{settings}---\n\n# De eerste vraag\n\n- Ja {{correct}}\n- \
         Nee\n\n---\nask: choice\nid: second\n---\n\n# De tweede vraag\n\n- Ja\n- Nee\n"
    );
    let presenter = peil.organiser().starts(&deck);
    presenter.opens("first");
    presenter
}

/// A host's page that follows the room.
fn follows(peil: &Peil, presenter: &Presenter, role: &str) -> Socket {
    let started = &presenter.started;
    let link = match role {
        "stage" => &started.stage_url,
        "presenter" => &started.presenter_url,
        "remote" => &started.remote_url,
        _ => &started.moderator_url,
    };
    let mut visitor = peil.visitor(role);
    visitor.goes(link).expects(200);
    let path = format!("/rooms/{}/live?role={role}&protocol=3", started.room);
    visitor.opens_socket(&path).greeted()
}

/// Presses the button of the page, with what is filled in.
fn presses(phone: &mut Phone, chosen: usize) -> Reply {
    let mut form = phone.filled(&option(chosen));
    form.action = form.action.replace("/answers", "/more-time");
    phone.sends(&form)
}

/// The same as a page does that lives, for any round of any question.
fn asks_of(phone: &Phone, question: &str, round: &str) -> Reply {
    let mut form = phone.form();
    form.action = format!("{}/more-time", form.action.trim_end_matches("/answers"));
    form.forges("live", &["1"])
        .forges("question", &[question])
        .forges("round", &[round]);
    phone
        .tries_to_send(&form)
        .unwrap_or_else(|_| panic!("{} got no answer", phone.name()))
}

fn asks(phone: &Phone) -> Reply {
    asks_of(phone, "first", "1")
}

fn told(people: u64) -> impl Fn(&Value) -> bool {
    move |view| view["more_time"] == json!({ "question": "first", "people": people })
}

fn ends(view: &Value) -> u64 {
    view["slide"]["part"]["countdown_ends"]
        .as_u64()
        .unwrap_or_default()
}

#[test]
fn whoever_leads_is_told_how_many_ask_and_gives_it_and_nobody_else_hears_of_it() {
    let peil = Peil::starts();
    let presenter = counting(&peil, "countdown: 600\n");
    let [mut anna, mut bob, mut carla] = peil.three_phones();
    let mut leading = ["presenter", "remote"].map(|role| follows(&peil, &presenter, role));
    let mut others = ["stage", "moderator"].map(|role| follows(&peil, &presenter, role));
    let mut phone = carla.opens(presenter.code()).follows();
    let before = ends(&phone.sees(|view| ends(view) > 0));
    anna.opens(presenter.code()).sees("Ik heb meer tijd nodig");
    presses(&mut anna, 2).expects(200);
    anna.sees("Gevraagd. Je hoort het als er tijd bij komt.");
    assert_eq!(
        anna.form().filled("option"),
        ["2"],
        "what was chosen is still chosen"
    );
    bob.opens(presenter.code());
    for phone in [&anna, &bob, &anna, &bob] {
        assert_eq!(asks(phone).expects(204).text(), "");
    }
    for host in &mut leading {
        host.sees(told(2));
    }
    presenter.does(ControlPress::new("extend").of("first"));
    for host in &mut leading {
        host.sees(|view| view["more_time"].is_null() && ends(view) == before + 30_000);
    }
    phone.sees(|view| ends(view) == before + 30_000);
    anna.looks().sees("Ik heb meer tijd nodig");
    anna.does_not_see("Gevraagd");
    asks(&anna).expects(204);
    leading[0].sees(told(1));
    presenter.goes("second");
    leading[0].sees(|view| view["slide"]["id"] == "second" && view["more_time"].is_null());
    for other in others.iter_mut().chain([&mut phone]) {
        other.sees(|view| view["slide"]["id"] == "second");
        assert!(
            other
                .received
                .iter()
                .all(|frame| !frame.contains("more_time")),
            "{:#?}",
            other.received
        );
    }
}

#[test]
fn where_no_host_answers_the_countdown_goes_on_before_it_ends() {
    let peil = Peil::starts();
    let presenter = counting(&peil, "countdown: 4\n");
    let mut anna = peil.phone("Anna");
    let mut follows = anna.opens(presenter.code()).follows();
    let before = ends(&follows.sees(|view| ends(view) > 0));
    asks(&anna).expects(204);
    follows.sees(|view| ends(view) == before + 30_000);
    let never_closed = |frame: &String| !frame.contains("\"open\":false");
    assert!(follows.received.iter().all(never_closed));
    let journal = presenter.room();
    assert!(journal.is_open("first"), "{journal:?}");
}

#[test]
fn a_host_has_ten_seconds_to_answer() {
    let peil = Peil::starts();
    let presenter = counting(&peil, "countdown: 600\n");
    let mut anna = peil.phone("Anna");
    let mut follows = anna.opens(presenter.code()).follows();
    let before = ends(&follows.sees(|view| ends(view) > 0));
    let asked = std::time::Instant::now();
    asks(&anna).expects(204);
    follows.sees(|view| ends(view) == before + 30_000);
    assert!(asked.elapsed().as_millis() >= 9_900);
}

#[test]
fn where_speed_counts_whoever_leads_is_told_and_time_runs_out() {
    let peil = Peil::starts();
    let presenter = counting(&peil, "countdown: 3\nspeed: yes\n");
    let mut host = follows(&peil, &presenter, "remote");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    asks(&anna).expects(204);
    host.sees(told(1));
    until("the countdown is over", || {
        (!presenter.room().is_open("first")).then_some(())
    });
    host.sees(|view| view["slide"]["part"]["open"] == false && view["more_time"].is_null());
}

#[test]
fn who_asks_at_a_wrong_moment_is_told_why_and_nobody_hears_of_it() {
    let peil = Peil::starts();
    let presenter = counting(&peil, "countdown: 600\n");
    let mut host = follows(&peil, &presenter, "presenter");
    let [mut anna, mut bob, _] = peil.three_phones();
    anna.opens(presenter.code());
    bob.opens(presenter.code());
    for (question, round, code) in [
        ("first", "2", "stale_round"),
        ("first", "0", "stale_round"),
        ("first", "een", "unknown_question"),
        ("first", "", "unknown_question"),
        ("second", "1", "closed"),
        ("nowhere", "1", "unknown_question"),
        ("", "1", "unknown_question"),
    ] {
        let reply = asks_of(&anna, question, round);
        assert_eq!(reply.expects(409).refusal(), code, "{question} {round}");
    }
    let body = "question=first&round=1&live=1";
    let path = format!("/{}/more-time", presenter.code());
    let stranger = peil.visitor("a stranger");
    let reply = stranger.calls(Method::POST, &path, &[], body);
    assert_eq!(reply.expects(409).refusal(), "no_cookie");
    stranger.calls(Method::GET, &path, &[], "").expects(405);
    presenter.goes("second");
    let left = asks(&bob);
    assert_eq!(left.expects(409).refusal(), "no_countdown");
    presenter.goes("first");
    presenter.closes();
    presses(&mut bob, 1).expects(409);
    assert_eq!(bob.is_refused(409), "closed");
    bob.sees("De vraag is gesloten");
    presenter.does(ControlPress::new("open"));
    presenter.ends();
    assert_eq!(asks(&anna).expects(409).refusal(), "ended");
    host.sees(|view| view["phase"] == "ended");
    assert!(
        host.received
            .iter()
            .all(|frame| !frame.contains("more_time"))
    );
}

#[test]
fn a_hall_that_asks_at_once_is_one_number_and_no_phone_is_shown_anything() {
    const PHONES: usize = 300;
    let peil = Peil::starts();
    let presenter = counting(&peil, "countdown: 600\nspeed: yes\n");
    let mut host = follows(&peil, &presenter, "presenter");
    let mut anna = peil.phone("Anna");
    let mut phone = anna.opens(presenter.code()).follows();
    let code = presenter.code().to_owned();
    let mut crowd = peil.crowd(PHONES);
    crowd.does(|_, phone| phone.opens(&code).name().len());
    phone.fences();
    let (shown, seen) = (host.received.len(), phone.received.len());
    let begun = std::time::Instant::now();
    let statuses = crowd.does(|_, phone| [asks(phone).status, asks(phone).status]);
    assert!(statuses.iter().flatten().all(|status| *status == 204));
    host.sees(told(PHONES as u64));
    let views = host.received.len() - shown;
    let most = 10 * (begun.elapsed().as_secs() as usize + 1) + PHONES / 50;
    assert!(views <= most, "{views} views for {PHONES} who asked");
    phone.fences();
    let news = &phone.received[seen..];
    assert!(
        news.iter().all(|frame| frame.contains("pong")),
        "no phone is shown that others ask: {news:#?}"
    );
}

#[test]
fn who_leads_sees_how_long_a_slide_has_lasted_against_its_plan() {
    let peil = Peil::starts();
    let presenter = counting(&peil, "minutes: 10\n");
    let minutes = |view: &Value| (view["minutes"].clone(), view["slide_began_at"].clone());
    for role in ["presenter", "remote"] {
        let view = follows(&peil, &presenter, role).sees(|_| true);
        let (planned, began) = minutes(&view);
        assert_eq!(planned, 10, "{role}");
        assert_eq!(began, view["began_at"], "{role}: it is the first slide");
        assert!(began.as_u64().is_some_and(|began| began > 0));
    }
    for role in ["stage", "moderator"] {
        let view = follows(&peil, &presenter, role).sees(|_| true);
        assert_eq!(minutes(&view), (Value::Null, Value::Null), "{role}");
    }
    let started = &presenter.started;
    for (link, room) in [
        (&started.presenter_url, "presenter"),
        (&started.remote_url, "remote"),
    ] {
        let mut page = peil.visitor(room);
        page.goes(link).expects(200);
        page.sees("0 van 10 min").sees("op deze dia");
    }
    let mut desk = peil.visitor("the desk").with_token(tests::TOKEN);
    desk.goes(&format!("/desk/rooms/{}", started.room))
        .expects(200);
    desk.sees("0 van 10 min").sees("sinds het begin");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    anna.was_never_sent("van 10 min");
}

#[test]
fn the_text_for_the_chat_names_address_code_and_question() {
    let peil = Peil::starts();
    let presenter = counting(&peil, "");
    let code = presenter.code();
    let spaced = format!("{} {}", &code[..4], &code[4..]);
    let at = format!(
        "Doe mee op {} met code {spaced}.",
        presenter.started.join_url
    );
    let mut remote = peil.visitor("the remote");
    remote.goes(&presenter.started.remote_url).expects(200);
    let mut desk = peil.visitor("the desk").with_token(tests::TOKEN);
    let room = format!("/desk/rooms/{}", presenter.started.room);
    desk.goes(&room).expects(200);
    for page in [&remote, &desk] {
        let field = page.page();
        let field = field.all("textarea#chat[readonly]");
        let text: String = field.iter().flat_map(|field| field.text()).collect();
        assert_eq!(
            text,
            format!("{at} Vraag: De eerste vraag"),
            "{}",
            page.name()
        );
    }
    let address = peil.address().origin();
    assert!(desk.page().source().contains(&address));
}

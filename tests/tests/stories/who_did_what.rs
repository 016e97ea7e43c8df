//! A room that several lead: each sees who did what, by a name of their own.

use serde_json::json;
use tests::{Peil, Presenter, SampleQuestion, Visitor, sample, words};

fn room(peil: &Peil) -> Presenter {
    peil.organiser()
        .starts(&sample([SampleQuestion::Words, SampleQuestion::Choice]))
}

fn comes(peil: &Peil, link: &str) -> Visitor {
    let mut browser = peil.visitor("a host").with_origin(&peil.address().origin());
    browser.goes(link).expects(200);
    browser
}

fn does(host: &Visitor, presenter: &Presenter, what: &str) {
    let answer = host.posts(&presenter.path("/control"), &json!({ "do": what }));
    answer.expects(200);
}

#[test]
fn hosts_see_who_did_what_by_role_and_number() {
    let mut peil = Peil::starts();
    let presenter = room(&peil);
    let started = presenter.started.clone();
    let mut console = comes(&peil, &started.presenter_url);
    console
        .sees("Voor anderen ben je presentator 1.")
        .sees("Nog niets.");
    let first = comes(&peil, &started.remote_url);
    let second = comes(&peil, &started.remote_url);
    let moderator = comes(&peil, &started.moderator_url);
    does(&first, &presenter, "next");
    does(&second, &presenter, "close");
    does(&second, &presenter, "open");
    peil.phone("Anna")
        .opens(presenter.code())
        .votes(words(["onzin", "flauwekul"]));
    for word in ["onzin", "flauwekul"] {
        let hide = json!({ "do": "hide", "word": word });
        moderator
            .posts(&presenter.path("/moderate"), &hide)
            .expects(200);
    }
    does(&console, &presenter, "next");

    let rows = |console: &mut Visitor| {
        console.goes(&started.presenter_url).expects(200);
        let page = console.page();
        let rows = page.all(".recent li").into_iter();
        rows.map(|row| row.text().collect::<Vec<_>>().join(" "))
            .map(|row| row.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect::<Vec<_>>()
    };
    let listed = [
        "jij naar dia 2 gegaan zojuist",
        "moderator 1 woord of antwoord verborgen (dia 1), 2 keer zojuist",
        "afstandsbediening 2 vraag geopend (dia 1) zojuist",
        "afstandsbediening 2 vraag gesloten (dia 1) zojuist",
        "afstandsbediening 1 naar dia 1 gegaan zojuist",
    ];
    assert_eq!(rows(&mut console), listed);
    // The browser that came again is the one that it was.
    console.sees("Voor anderen ben je presentator 1.");

    // What it was is on the disk.
    let listens = peil.address().origin().replace("http://", "");
    peil.kill_9();
    peil.listens_on(&listens);
    peil.start_again();
    assert_eq!(rows(&mut console), listed);
}

#[test]
fn a_button_that_takes_back_says_whose_it_was_unless_it_was_ones_own() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    let (console, remote) = (
        &presenter.started.presenter_url,
        &presenter.started.remote_url,
    );
    let (mut console, mut remote) = (comes(&peil, console), comes(&peil, remote));
    does(&remote, &presenter, "next");
    let undo = |host: &mut Visitor, link: &str| {
        host.goes(link).expects(200);
        let page = host.page();
        let undo = page.all(".undo").first().expect("a way back").text();
        undo.collect::<Vec<_>>().join(" ")
    };
    let seen = undo(&mut console, &presenter.started.presenter_url);
    assert!(seen.contains("naar dia 1 gegaan"), "{seen}");
    assert!(seen.contains("door afstandsbediening 1"), "{seen}");
    let seen = undo(&mut remote, &presenter.started.remote_url);
    assert!(
        seen.contains("naar dia 1 gegaan") && !seen.contains("door"),
        "{seen}"
    );
    // The owner's desk names them too, and the API's token is a program.
    let mut desk = peil.visitor("the desk").with_token(tests::TOKEN);
    desk.goes(&format!("/desk/rooms/{}", presenter.started.room));
    desk.sees("afstandsbediening 1");
    presenter.next();
    let seen = undo(&mut console, &presenter.started.presenter_url);
    assert!(seen.contains("door een programma"), "{seen}");
}

#[test]
fn a_renewed_link_counts_on_and_a_screen_or_moderator_reads_no_list() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    comes(&peil, &presenter.started.remote_url);
    let link = json!({ "role": "remote" });
    let renewed = presenter.organiser.posts(&presenter.path("/links"), &link);
    let renewed = renewed.expects(200).json()["url"]
        .as_str()
        .unwrap()
        .to_owned();
    comes(&peil, &renewed).sees("Voor anderen ben je afstandsbediening 2.");
    presenter.next();
    for link in [
        &presenter.started.stage_url,
        &presenter.started.moderator_url,
    ] {
        comes(&peil, link)
            .was_never_sent("een programma")
            .was_never_sent("\"recent\"");
    }
}

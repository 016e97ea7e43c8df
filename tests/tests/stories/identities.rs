//! Who is a person: whoever this instance gave a cookie, and nobody else, whatever they send.

use serde_json::{Value, json};
use tests::{
    Folder, Peil, Phone, Presenter, Reply, SampleQuestion, Setup, Terminal, option, sample, text,
};

const DIGITS: &str = "0123456789abcdef0123456789abcdef";

/// Cookies that nobody was given, each with what is wrong with it. `ours` is one that somebody has,
/// `theirs` one of another instance.
fn invented(ours: &str, theirs: &str) -> Vec<(&'static str, String)> {
    let [digits, minute, proof] = ours.split('.').collect::<Vec<_>>()[..] else {
        panic!("a cookie has three parts: {ours}")
    };
    let later: u64 = minute.parse::<u64>().expect("minutes are a number") + 60;
    let id = |value: String| format!("peil_id={value}");
    vec![
        ("digits alone", id(DIGITS.to_owned())),
        ("digits alone, in capitals", id(DIGITS.to_uppercase())),
        (
            "somebody's digits without their proof",
            id(digits.to_owned()),
        ),
        (
            "somebody's digits and minute without the proof",
            id(format!("{digits}.{minute}")),
        ),
        (
            "somebody's proof for other digits",
            id(format!("{DIGITS}.{minute}.{proof}")),
        ),
        (
            "a proof of zeros",
            id(format!("{DIGITS}.{minute}.{}", "0".repeat(32))),
        ),
        (
            "a proof that is cut",
            id(format!("{digits}.{minute}.{}", &proof[..31])),
        ),
        (
            "a proof in capitals",
            id(format!("{digits}.{minute}.{}", proof.to_uppercase())),
        ),
        (
            "digits in capitals",
            id(format!("{}.{minute}.{proof}", digits.to_uppercase())),
        ),
        ("a minute to come", id(format!("{digits}.{later}.{proof}"))),
        (
            "a minute with a nought before it",
            id(format!("{digits}.0{minute}.{proof}")),
        ),
        (
            "one digit too few",
            id(format!("{}.{minute}.{proof}", &digits[1..])),
        ),
        ("another instance's", id(theirs.to_owned())),
        ("nothing", id(String::new())),
        (
            "two that are invented",
            format!("{}; {}", id(DIGITS.to_owned()), id(theirs.to_owned())),
        ),
        ("under another name", format!("peil_ID={ours}")),
    ]
}

fn vote(number: u8) -> Value {
    json!({ "type": "answer", "question": "pet", "round": 1, "turn": 1, "fields": [["option", number.to_string()]] })
}

/// The digits of a cookie that an answer sets.
fn given(cookies: &[String]) -> String {
    let own = cookies
        .iter()
        .find_map(|cookie| cookie.strip_prefix("peil_id="))
        .expect("a cookie is set");
    own.split('.').next().unwrap_or_default().to_owned()
}

fn set_by(reply: &Reply) -> Vec<String> {
    let all = reply.headers.get_all("set-cookie").iter();
    all.filter_map(|value| value.to_str().ok().map(str::to_owned))
        .collect()
}

#[test]
fn whoever_invents_a_cookie_is_nobody_and_votes_by_no_way_at_all() {
    // Anna and Bob are in, and nobody else comes in any more.
    let peil = Peil::starts_where_join(2, 0.001);
    let presenter = peil
        .organiser()
        .starts(&sample([SampleQuestion::Open, SampleQuestion::Choice]));
    presenter.opens("ideas");
    let [mut anna, mut bob, _] = peil.three_phones();
    anna.opens(presenter.code()).votes(text("Een bankje"));
    bob.opens(presenter.code()).votes(text("Een boom"));
    let upvote = bob
        .looks()
        .vote_for("Een bankje", false)
        .expect("Bob sees what Anna wrote");
    let upvoted = json!({ "type": "upvote", "question": "ideas", "answer": upvote.filled("upvote")[0], "on": true });
    presenter.opens("pet");
    let form = bob.looks().filled(&option(2));
    let other = Peil::starts();
    let elsewhere = other.organiser().starts(&sample([SampleQuestion::Choice]));
    let mut theirs = other.phone("Theirs");
    theirs.opens(elsewhere.code());

    for (what, cookies) in invented(&anna.cookie(), &theirs.cookie()) {
        let mut eve = peil
            .phone("Eve")
            .goes_on_with(presenter.code())
            .bringing(&cookies);
        for sent in [&form, &upvote] {
            eve.sends(sent).expects(409);
            assert_eq!(eve.reply().refusal(), "no_cookie", "{what}");
        }
        let digits = given(&set_by(eve.reply()));
        assert!(
            digits.len() == 32 && !cookies.contains(&digits),
            "{what}: they are given another identity"
        );
        for frame in [vote(1), upvoted.clone()] {
            assert_eq!(
                eve.posts_frame(&frame).expects(409).problem().code,
                "no_cookie",
                "{what}"
            );
        }
        assert_eq!(
            eve.asks_since(0).expects(409).problem().code,
            "no_cookie",
            "{what}"
        );
        let mut socket = eve.opens_socket("").opens();
        assert!(!cookies.contains(&given(&socket.cookies)), "{what}");
        assert_eq!(
            socket.is_closed(),
            Some(4503),
            "{what}: a socket comes in by the same bucket as everybody"
        );
    }
    assert_eq!(presenter.room().participants, 2);
    assert_eq!(presenter.results("pet").voters(), 0);
    let answers = presenter
        .all_results()
        .into_iter()
        .find(|results| results.id == "ideas")
        .expect("it was asked");
    assert_eq!(
        answers.texts(),
        [("Een bankje".to_owned(), 0), ("Een boom".to_owned(), 0)]
    );
    bob.sends(&form).assert_stored(presenter.code());
    anna.looks().votes(option(1));
    assert_eq!(
        presenter.results("pet").voters(),
        2,
        "who is somebody votes"
    );
}

#[test]
fn a_socket_without_a_cookie_joins_and_is_given_one_by_which_its_page_is_the_same_person() {
    let peil = Peil::starts_where_join(1, 0.001);
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let nobody = peil.phone("Anna").goes_on_with(presenter.code());
    let mut socket = nobody.opens_socket("").greeted();
    socket.says(&vote(1)).hears("saved");
    let cookie = socket.cookies[0]
        .split(';')
        .next()
        .expect("a cookie has a value")
        .to_owned();
    let mut anna = peil
        .phone("Anna")
        .goes_on_with(presenter.code())
        .bringing(&cookie);
    assert_eq!(
        anna.posts_frame(&vote(1)).expects(200).json()["type"],
        "saved"
    );
    assert_eq!(anna.looks().form().filled("option"), ["1"]);
    assert_eq!(
        (
            presenter.room().participants,
            presenter.results("pet").voters()
        ),
        (1, 1)
    );
}

#[test]
fn of_two_cookies_the_one_that_is_proven_counts_wherever_it_stands() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code()).votes(option(1));
    let ours = format!("peil_id={}", anna.cookie());
    for cookies in [
        format!("{ours}; peil_id={DIGITS}"),
        format!("peil_id={DIGITS}; {ours}"),
        format!("peil_id=; {ours}"),
    ] {
        let mut both = peil
            .phone("Anna")
            .goes_on_with(presenter.code())
            .bringing(&cookies);
        assert_eq!(both.looks().form().filled("option"), ["1"], "{cookies}");
    }
    assert_eq!(presenter.room().participants, 1);
}

#[test]
fn whoever_was_given_a_cookie_is_the_same_person_after_a_restart_and_on_a_copy() {
    let mut peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code()).votes(option(1));
    peil.terminate();
    peil.start_again();
    assert_eq!(anna.looks().form().filled("option"), ["1"]);
    let (place, restored) = (Folder::new(), Folder::new());
    let file = place.path().join("kopie.db");
    Terminal::runs_on(
        &peil,
        &[
            "backup",
            file.to_str().expect("test folders have plain names"),
        ],
    )
    .ends_with(0);
    std::fs::copy(&file, restored.path().join("peil.db")).expect("the copy is a file");
    let other = Peil::starts_with(Setup {
        data: Some(restored.path().to_owned()),
        ..Setup::default()
    });
    let cookie = format!("peil_id={}", anna.cookie());
    let mut there: Phone = other
        .phone("Anna")
        .goes_on_with(presenter.code())
        .bringing(&cookie);
    assert_eq!(there.looks().form().filled("option"), ["1"]);
    let on: Presenter = presenter_on(&other, &presenter);
    assert_eq!(
        (presenter.room().participants, on.room().participants),
        (1, 1),
        "nobody new anywhere"
    );
}

/// The same room on another instance.
fn presenter_on(peil: &Peil, presenter: &Presenter) -> Presenter {
    Presenter {
        organiser: peil.organiser(),
        started: presenter.started.clone(),
    }
}

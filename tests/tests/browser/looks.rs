//! Every page in both themes and at every size: pictures to look at, and no barrier that axe knows
//! of.

use tests::browser::{Browser, WindowSize, assert_none};
use tests::{
    ControlPress, FilledAnswer, Peil, Presenter, SampleQuestion, Setup, filled_in, number, option,
    place, sample, text, values, words,
};

use crate::voting::SEND;

/// What the button is called in an English room.
const SEND_IN_ENGLISH: [&str; 1] = ["Send"];

/// What three people answer to each of them.
fn answers() -> [(&'static str, [FilledAnswer; 3]); 7] {
    [
        ("pet", [option(1), option(2), option(2)]),
        (
            "words",
            [
                words(["rust", "ruimte"]),
                words(["Rust", "tijd"]),
                words(["rust", "vertrouwen"]),
            ],
        ),
        (
            "ideas",
            [
                text("Een moestuin op het dak"),
                text("Samen wandelen"),
                text("Een eetclub voor de hele straat"),
            ],
        ),
        (
            "statements",
            [
                values([Some(4), Some(2)]),
                values([Some(5), None]),
                values([Some(3), Some(3)]),
            ],
        ),
        ("belief", [place(20), place(70), place(90)]),
        (
            "how-many",
            [number("1.250"), number("7,5"), number("1200 deelnemers")],
        ),
        ("evaluation", ["8", "6", "9"].map(form)),
    ]
}

fn form(mark: &str) -> FilledAnswer {
    filled_in(&[(1, mark)], &[(2, "Klein beginnen is ook beginnen")])
}

fn deck() -> String {
    let special = "\n---\nshow: break\nminutes: 15\n---\n\n# Pauze\n\n---\nshow: instructions\n---\n\n# Doe mee\n\n---\nask: \
                   qa\n---\n\n# Vragen aan de sprekers\n\n---\n\n# Onze middag\n\n| tijd | wat |\n| --- | --- |\n| 13.00 \
                   | Welkom |\n\n- Eerst dit\n- Dan **dat**\n\n> Wie luistert, hoort.\n";
    format!("{}{special}", sample(SampleQuestion::ALL))
}

fn everybody_answers(
    peil: &Peil,
    presenter: &Presenter,
    question: &str,
    answers: [FilledAnswer; 3],
) {
    for (mut phone, answer) in peil.three_phones().into_iter().zip(answers) {
        phone.opens(presenter.code()).votes(answer);
    }
    presenter.results(question);
}

/// The same in English, as a room and its pages speak it.
fn english() -> String {
    deck().replace("language: nl", "language: en")
}

#[test]
fn the_pages_of_a_phone() {
    looks_through_the_phone(&deck(), "phone", &WindowSize::PHONES);
}

#[test]
fn the_pages_of_a_phone_in_english() {
    looks_through_the_phone(&english(), "phone-en", &[WindowSize::Phone]);
}

fn looks_through_the_phone(deck: &str, name: &str, screens: &[WindowSize]) {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(deck);
    let (send, saved) = if deck.contains("language: en") {
        (&SEND_IN_ENGLISH, "Saved")
    } else {
        (&SEND, "Opgeslagen")
    };
    let phone = Browser::opens("the phone", WindowSize::Phone, peil.address());
    let room = format!("/{}", presenter.code());
    let mut wrong = phone
        .goes("/")
        .is_looked_at(&format!("{name}-start"), screens);
    wrong.extend(
        phone
            .goes("/12345678")
            .is_looked_at(&format!("{name}-wrong-code"), screens),
    );
    wrong.extend(
        phone
            .goes(&room)
            .is_welcome()
            .is_looked_at(&format!("{name}-waiting"), screens),
    );
    for (question, answers) in answers() {
        presenter.opens(question);
        everybody_answers(&peil, &presenter, question, answers);
        wrong.extend(
            phone
                .goes(&room)
                .is_welcome()
                .is_looked_at(&format!("{name}-{question}"), screens),
        );
        phone.sends(send).is_refused();
        wrong.extend(phone.is_looked_at(&format!("{name}-{question}-refused"), screens));
        fills(phone.goes(&room), question);
        phone.sends(send).sees(saved);
        wrong.extend(phone.is_looked_at(&format!("{name}-{question}-saved"), screens));
        presenter.closes();
        wrong.extend(
            phone
                .goes(&room)
                .is_welcome()
                .is_looked_at(&format!("{name}-{question}-closed"), screens),
        );
    }
    for slide in ["pauze", "doe-mee", "vragen-aan-de-sprekers", "onze-middag"] {
        presenter.goes(slide);
        wrong.extend(
            phone
                .goes(&room)
                .is_looked_at(&format!("{name}-{slide}"), screens),
        );
    }
    presenter.does(ControlPress::new("end"));
    wrong.extend(
        phone
            .goes(&room)
            .is_welcome()
            .is_looked_at(&format!("{name}-ended"), screens),
    );
    assert_none(&wrong);
}

/// Fills in the form of a sample question.
pub fn fills(phone: &Browser, question: &str) {
    match question {
        "pet" => phone.chooses("Hond"),
        "words" => phone.types("entry", "rust"),
        "ideas" => phone.types("text", "Een buurtkoor"),
        "statements" => phone.picks("value-1", "4").picks("value-2", "5"),
        "belief" => phone.places(60),
        "how-many" => phone.types("value", "1.000"),
        "evaluation" => phone.picks("field-1", "8").types("field-2", "Samen eten"),
        other => panic!("nobody says how {other} is filled in"),
    };
}

#[test]
fn the_pages_of_the_stage() {
    looks_through_the_stage(&deck(), "stage", &WindowSize::STAGES);
}

#[test]
fn the_pages_of_the_stage_in_english() {
    looks_through_the_stage(&english(), "stage-en", &[WindowSize::Stage]);
}

fn looks_through_the_stage(deck: &str, name: &str, screens: &[WindowSize]) {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(deck);
    let stage = Browser::opens("the stage", WindowSize::Stage, peil.address());
    let link = &presenter.started.stage_url;
    let mut wrong = stage
        .goes(link)
        .is_welcome()
        .is_looked_at(&format!("{name}-join"), screens);
    for (question, answers) in answers() {
        presenter.opens(question);
        wrong.extend(
            stage
                .goes(link)
                .is_welcome()
                .is_looked_at(&format!("{name}-{question}-empty"), screens),
        );
        everybody_answers(&peil, &presenter, question, answers);
        wrong.extend(
            stage
                .goes(link)
                .is_welcome()
                .is_looked_at(&format!("{name}-{question}"), screens),
        );
        presenter.does(ControlPress::new("hide"));
        wrong.extend(
            stage
                .goes(link)
                .is_welcome()
                .is_looked_at(&format!("{name}-{question}-hidden"), &[WindowSize::Stage]),
        );
    }
    for slide in ["pauze", "doe-mee", "vragen-aan-de-sprekers", "onze-middag"] {
        presenter.goes(slide);
        wrong.extend(
            stage
                .goes(link)
                .is_looked_at(&format!("{name}-{slide}"), screens),
        );
    }
    presenter.ends();
    wrong.extend(
        stage
            .goes(link)
            .is_welcome()
            .is_looked_at(&format!("{name}-ended"), screens),
    );
    assert_none(&wrong);
}

/// What the sample does not have: other layouts, and a question that is compared with an earlier
/// one.
fn layouts() -> String {
    let choice = |layout: &str| {
        format!(
            "---\nask: choice\nid: {layout}\nlayout: {layout}\n---\n\n# Als {layout}\n\n- Kat\n- Hond\n- Geen van beide\n\n"
        )
    };
    let spectrum = |id: &str, more: &str| {
        format!(
            "---\nask: spectrum\nid: {id}\nleft: poes 🐱\nright: hond 🐶\n{more}---\n\n# Geloof je het: {id}?\n\n"
        )
    };
    let choices = ["columns", "donut", "dots", "places"].map(choice).concat();
    let list = "---\nask: words\nid: list\nlayout: list\n---\n\n# Welke woorden?\n\n";
    let open =
        "---\nask: open\nid: headed\nlayout: columns\n---\n\n# Wat dan?\n\n- Doen\n- Laten\n\n";
    let twice = spectrum("first", "") + &spectrum("now", "compare: first\nlayout: density\n");
    format!("---\ntitle: Beelden\nlanguage: nl\n---\n\n# Welkom\n\n{choices}{list}{open}{twice}")
}

#[test]
fn the_other_layouts_of_the_stage() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&layouts());
    let stage = Browser::opens("the stage", WindowSize::Stage, peil.address());
    let link = &presenter.started.stage_url;
    let mut phones = peil.three_phones();
    let choice = || [option(1), option(2), option(2)];
    let each = [
        ("columns", choice()),
        ("donut", choice()),
        ("dots", choice()),
        ("places", choice()),
        (
            "list",
            [
                words(["rust", "ruimte"]),
                words(["Rust", "tijd"]),
                words(["rust", "vertrouwen"]),
            ],
        ),
        (
            "headed",
            [
                text("Doen: samen wandelen"),
                text("laten: nog een vergadering"),
                text("Een eetclub"),
            ],
        ),
        ("first", [place(20), place(70), place(90)]),
        ("now", [place(40), place(60), place(90)]),
    ];
    let mut wrong = Vec::new();
    for (question, answers) in each {
        presenter.opens(question);
        for (phone, answer) in phones.iter_mut().zip(answers) {
            phone.opens(presenter.code()).votes(answer);
        }
        presenter.results(question);
        wrong.extend(
            stage
                .goes(link)
                .is_welcome()
                .is_looked_at(&format!("stage-as-{question}"), &WindowSize::STAGES),
        );
    }
    assert_none(&wrong);
}

#[test]
fn the_pages_of_the_desk() {
    // Nothing is sent to it.
    let peil = Peil::starts_with(Setup {
        options: vec![
            "--smtp=smtp://127.0.0.1:9?tls=none".into(),
            "--mail-from=verslag@example.org".into(),
        ],
        ..Setup::default()
    });
    let presenter = peil.organiser().starts(&deck());
    presenter.opens("pet");
    let desk = Browser::opens("the desk", WindowSize::Laptop, peil.address());
    desk.goes(peil.sign_in().expect("a link while there is no owner"))
        .is_welcome();
    let screens = [WindowSize::Laptop, WindowSize::Phone];
    let mut wrong = desk.is_looked_at("desk", &screens);
    for place in desk.inner_links() {
        let name = place
            .trim_start_matches('/')
            .replace(&presenter.started.room, "room")
            .replace(['/', '?', '='], "-");
        if !name.contains("export") {
            wrong.extend(
                desk.goes(&place)
                    .is_welcome()
                    .is_looked_at(&format!("desk-{name}"), &screens),
            );
        }
    }
    presenter.goes("evaluation");
    everybody_answers(&peil, &presenter, "evaluation", ["8", "6", "9"].map(form));
    let forms = format!("/desk/rooms/{}/forms/evaluation", presenter.started.room);
    wrong.extend(
        desk.goes(&forms)
            .is_welcome()
            .is_looked_at("desk-forms", &screens),
    );
    presenter.ends();
    let mail = format!("/desk/rooms/{}/mail", presenter.started.room);
    wrong.extend(
        desk.goes(&mail)
            .is_welcome()
            .is_looked_at("desk-mail", &screens),
    );
    assert_none(&wrong);
}

/// The moderator, the remote and the console, with something hidden and something
/// merged.
#[test]
fn the_pages_of_hosts_in_both_languages() {
    let peil = Peil::starts();
    let host = Browser::opens("a host", WindowSize::Laptop, peil.address());
    host.goes(peil.sign_in().expect("a link while there is no owner"))
        .is_welcome();
    let mut wrong = Vec::new();
    for (language, deck) in [("nl", deck()), ("en", english())] {
        let presenter = peil.organiser().starts(&deck);
        let moderates = |request: serde_json::Value| {
            presenter
                .organiser
                .posts(&presenter.path("/moderate"), &request)
                .expects(200);
        };
        let rooms = format!("/rooms/{}", presenter.started.room);
        if language == "en" {
            host.goes("/desk").presses(&["English"]).sees("Desk");
        }
        // The console stands on a desk and is held in a hand as well.
        let in_hand = [
            WindowSize::Laptop,
            WindowSize::Phone,
            WindowSize::SmallPhone,
        ];
        let everywhere = [
            WindowSize::Laptop,
            WindowSize::Window,
            WindowSize::Phone,
            WindowSize::SmallPhone,
        ];
        let pages = [
            ("moderator", &in_hand[..]),
            ("remote", &in_hand[..]),
            ("console", &everywhere[..]),
        ];
        let looked_at = |moment: &str| -> Vec<_> {
            let each = pages.iter().flat_map(|(page, screens)| {
                let name = format!("{page}-{language}-{moment}");
                host.goes(&format!("{rooms}/{page}"))
                    .is_welcome()
                    .is_looked_at(&name, screens)
            });
            each.collect()
        };
        wrong.extend(looked_at("before"));
        for (question, answers) in answers().into_iter().skip(1).take(2) {
            presenter.opens(question);
            everybody_answers(&peil, &presenter, question, answers);
            wrong.extend(looked_at(question));
        }
        let id = |text| presenter.results("ideas").id_of(text);
        let (garden, walk, club) = (
            id("Een moestuin op het dak"),
            id("Samen wandelen"),
            id("Een eetclub voor de hele straat"),
        );
        moderates(serde_json::json!({ "do": "merge", "answer": walk, "into": garden }));
        moderates(serde_json::json!({ "do": "hide", "answer": club }));
        wrong.extend(looked_at("moderated"));
        presenter.ends();
        wrong.extend(looked_at("ended"));
    }
    assert_none(&wrong);
}

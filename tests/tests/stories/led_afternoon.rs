//! An afternoon of the workshop deck that is led, changed and moderated while 150 phones look: they
//! get the frames that these changes make, and no other.

use serde_json::{Value, json};
use tests::{ControlPress, HtmlForm, Method, Peil, Presenter, Socket, WORKSHOP, option, words};

const PHONES: usize = 150;

/// Every phone in the room, and how many views each has been told.
struct Hall {
    sockets: Vec<Socket>,
    told: usize,
}

impl Hall {
    /// Each is told once more, and shows this.
    #[track_caller]
    fn sees(&mut self, what: &str, shown: impl Fn(&Value) -> bool) {
        self.told += 1;
        for socket in &mut self.sockets {
            socket.sees(&shown);
            assert_eq!(socket.count("view"), self.told, "{what}");
        }
    }

    /// What was done by now told nobody anything.
    #[track_caller]
    fn hears_nothing(&mut self, what: &str) {
        for socket in &mut self.sockets {
            socket.fences();
            assert_eq!(socket.count("view"), self.told, "{what}");
        }
    }
}

fn changes(presenter: &Presenter, from: &str, to: &str) {
    let path = presenter.path("/deck");
    let text = presenter.organiser.gets(&path).text();
    assert!(text.contains(from), "{text}");
    let body = Some(("text/markdown", text.replace(from, to).into_bytes()));
    presenter
        .organiser
        .calls(Method::PUT, &path, body)
        .expects(200);
}

#[test]
fn a_hundred_and_fifty_phones_hear_of_what_they_show_while_the_afternoon_is_changed() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(WORKSHOP);
    presenter.opens("kennis");
    let code = presenter.code().to_owned();
    let mut crowd = peil.crowd(PHONES);
    let sockets = crowd.does(|number, phone| {
        phone.opens(&code).votes(option(number % 3 + 1));
        let mut socket = phone.follows();
        socket.fences();
        socket
    });
    let mut hall = Hall { sockets, told: 0 };
    hall.hears_nothing("a hello is no view");

    changes(
        &presenter,
        "welke plek past bij jou?",
        "welke plek past het best bij jou?",
    );
    hall.sees("a typo is mended", |view| {
        view["slide"]["prompt"]
            .as_str()
            .is_some_and(|prompt| prompt.contains("past het best"))
    });
    let mut console = peil
        .visitor("the console")
        .with_origin(&peil.address().origin());
    console.goes(&presenter.started.presenter_url).expects(200);
    let mut forms = console.page().forms().into_iter();
    let mut form: HtmlForm = forms
        .find(|form| form.has("prompt"))
        .expect("a question to ask");
    form.forges("ask", &["words"])
        .forges("prompt", &["Wat mis je nog?"]);
    console.sends(&form).expects(303);
    presenter.does(ControlPress::new("skip").of("geloof-vooraf"));
    hall.hears_nothing("a question is added and another skipped");

    assert_eq!(
        presenter.results("kennis").voters() as usize,
        PHONES,
        "nothing is lost"
    );
    presenter.resets();
    hall.sees("it is asked again", |view| {
        view["slide"]["part"]["round"] == 2
    });
    for round in [1, 2] {
        presenter.does(
            ControlPress::new("show")
                .of("kennis")
                .on("stage")
                .round(round),
        );
    }
    hall.hears_nothing("both rounds were on the stage");

    presenter.next();
    hall.sees("the question that was added", |view| {
        view["slide"]["prompt"] == "Wat mis je nog?"
    });
    let hold = json!({ "do": "hold", "on": true });
    presenter
        .organiser
        .posts(&presenter.path("/moderate"), &hold)
        .expects(200);
    hall.sees("what comes waits from now on", |view| {
        view["slide"]["part"]["holds"] == true
    });
    let rude = crowd.does(|number, phone| {
        phone.opens(&code);
        let word = if number == 0 { "rotzooi" } else { "tijd" };
        phone.votes(words([word]));
        number
    });
    assert_eq!(rude.len(), PHONES);
    let approve = json!({ "do": "approve", "word": "tijd" });
    presenter
        .organiser
        .posts(&presenter.path("/moderate"), &approve)
        .expects(200);
    let refuse = json!({ "do": "refuse", "word": "rotzooi" });
    presenter
        .organiser
        .posts(&presenter.path("/moderate"), &refuse)
        .expects(200);
    hall.hears_nothing("a rude word was held, and refused");
    let slide = presenter.room().position.expect("the stage shows it");
    assert_eq!(
        presenter.results(&slide).entries(),
        [("tijd".to_owned(), PHONES as u64 - 1)]
    );
    let heard: String = hall
        .sockets
        .iter()
        .flat_map(|socket| socket.received.clone())
        .collect();
    assert!(!heard.contains("rotzooi"), "nobody was sent it");
}

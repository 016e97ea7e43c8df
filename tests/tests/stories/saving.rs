//! Two people, or two tabs, write in one deck: nobody writes over what they have not seen, and
//! whatever keeps a text from being stored, it stays on the page that says so.

use std::io::Write;
use std::net::TcpStream;

use tests::{HtmlForm, Method, Organiser, Page, Peil, Reply, Uploaded, Visitor, until};

fn deck(title: &str) -> String {
    format!("---\ntitle: {title}\nlanguage: nl\n---\n\n# Welkom bij {title}\n")
}

fn tag(organiser: &Organiser, deck: &Uploaded) -> String {
    let reply = organiser.gets(&format!("/api/v1/decks/{}", deck.deck));
    reply
        .expects(200)
        .header("etag")
        .expect("a deck has a tag")
        .to_owned()
}

fn puts(organiser: &Organiser, deck: &Uploaded, text: &str, expected: Option<&str>) -> Reply {
    let with = expected.map(|tag| organiser.clone().with_header("if-match", tag));
    let path = format!("/api/v1/decks/{}", deck.deck);
    with.as_ref().unwrap_or(organiser).calls(
        Method::PUT,
        &path,
        Some(("text/markdown", text.as_bytes().to_vec())),
    )
}

#[test]
fn a_script_changes_the_deck_that_it_has_read_and_no_other() {
    let peil = Peil::starts();
    let organiser = peil.organiser();
    let uploaded = organiser.uploads(&deck("Begin"));
    let stale = tag(&organiser, &uploaded);
    puts(&organiser, &uploaded, &deck("Tussendoor"), Some(&stale)).expects(200);
    let bare = |tag: &str| tag.trim_matches('"').to_owned();
    // Each with the tag of now as `NOW`, and the one of before as `OLD`.
    for (number, (expected, status, code)) in [
        (Some("NOW"), 200, ""),
        (Some("W/NOW"), 200, ""),
        (Some("*"), 200, ""),
        (Some("\"x\", NOW"), 200, ""),
        (Some("OLD,W/NOW"), 200, ""),
        (Some("\"BARE-gzip\""), 200, ""),
        (Some("W/\"BARE-zstd\""), 200, ""),
        (Some("\"x\", \"BARE-br\""), 200, ""),
        (None, 428, "precondition"),
        (Some("OLD"), 412, "changed"),
        (Some("W/OLD"), 412, "changed"),
        (Some("OLD, \"x\""), 412, "changed"),
        (Some("\"BARE-deflate\""), 412, "changed"),
        (Some("\"\""), 412, "changed"),
        (Some("BARE"), 400, "malformed"),
        (Some("\"BARE"), 400, "malformed"),
        (Some(""), 400, "malformed"),
    ]
    .into_iter()
    .enumerate()
    {
        let now = tag(&organiser, &uploaded);
        let named = |text: &str| {
            text.replace("NOW", &now)
                .replace("OLD", &stale)
                .replace("BARE", &bare(&now))
        };
        let text = deck(&format!("Poging {number}"));
        let reply = puts(&organiser, &uploaded, &text, expected.map(named).as_deref());
        reply.expects(status);
        let stored = organiser
            .gets(&format!("/api/v1/decks/{}", uploaded.deck))
            .text();
        assert_eq!(
            stored == text,
            status == 200,
            "{expected:?}: what was refused changes nothing"
        );
        let after = tag(&organiser, &uploaded);
        if status == 200 {
            assert_eq!(
                reply.header("etag"),
                Some(after.as_str()),
                "{expected:?}: the answer says what to name next"
            );
            assert_ne!(after, now, "{expected:?}: another text has another tag");
        } else {
            assert_eq!(
                (reply.problem().code.as_str(), &after),
                (code, &now),
                "{expected:?}"
            );
        }
    }
}

#[test]
fn the_tag_is_that_of_the_deck_in_whatever_shape_it_comes() {
    let peil = Peil::starts();
    let organiser = peil.organiser();
    let sent = organiser.sends_deck(&deck("Begin"));
    let made = sent
        .expects(201)
        .header("etag")
        .expect("a new deck has a tag")
        .to_owned();
    let uploaded: Uploaded = serde_json::from_value(sent.json()).expect("a deck");
    let path = format!("/api/v1/decks/{}", uploaded.deck);
    for kind in ["text/markdown", "application/json", "*/*"] {
        assert_eq!(
            organiser.gets_as(&path, kind).header("etag"),
            Some(made.as_str()),
            "{kind}"
        );
    }
    puts(&organiser, &uploaded, &deck("Anders"), Some(&made)).expects(200);
    // The answer to that got lost, so it is sent again: it has been done already.
    let again = puts(&organiser, &uploaded, &deck("Anders"), Some(&made));
    assert_eq!(
        again.expects(200).header("etag"),
        Some(tag(&organiser, &uploaded).as_str())
    );
    puts(&organiser, &uploaded, &deck("Weer anders"), Some(&made)).expects(412);
    let missing = Uploaded {
        deck: "missingdeck".into(),
        ..uploaded.clone()
    };
    for expected in [None, Some("*"), Some(made.as_str())] {
        assert_eq!(
            puts(&organiser, &missing, &deck("Anders"), expected)
                .expects(404)
                .problem()
                .code,
            "unknown_deck"
        );
    }
    let wrong = puts(&organiser, &uploaded, "---\ntitel: x\n---\n", Some(&made));
    assert_eq!(
        wrong.expects(412).problem().code,
        "changed",
        "what it is about comes before what is in it"
    );

    let deletes = |expected: &str| {
        organiser
            .clone()
            .with_header("if-match", expected)
            .deletes(&path)
    };
    assert_eq!(deletes(&made).expects(412).problem().code, "changed");
    deletes(&tag(&organiser, &uploaded)).expects(204);
    organiser.gets(&path).expects(404);
}

/// The owner's browser.
struct Desk {
    tab: Visitor,
    path: String,
}

impl Desk {
    fn opens(peil: &Peil, uploaded: &Uploaded) -> Self {
        let mut tab = peil
            .visitor("the owner")
            .with_origin(&peil.address().origin());
        tab.goes(peil.sign_in().expect("a link")).expects(200);
        let mut desk = Self {
            tab,
            path: format!("/desk/decks/{}", uploaded.deck),
        };
        desk.looks();
        desk
    }

    fn looks(&mut self) {
        let path = self.path.clone();
        self.tab.goes(&path).expects(200);
    }

    /// The form of the deck's text, as it stands on the page before the owner.
    #[track_caller]
    fn editor(&self) -> HtmlForm {
        let forms = self.tab.page().forms();
        let editor = forms.into_iter().find(|form| form.has("text"));
        editor.unwrap_or_else(|| panic!("no editor: {:?}", self.tab.reply()))
    }

    #[track_caller]
    fn form(&self, text: &str) -> HtmlForm {
        let mut form = self.editor();
        form.types("text", &[text]);
        form
    }
}

#[track_caller]
fn holds(desk: &Desk, text: &str) {
    let typed = desk.editor().filled("text").concat().replace("\r\n", "\n");
    assert_eq!(typed, text, "what was typed stands in the editor");
}

fn stored(peil: &Peil, uploaded: &Uploaded) -> String {
    peil.organiser()
        .gets(&format!("/api/v1/decks/{}", uploaded.deck))
        .expects(200)
        .text()
        .replace("\r\n", "\n")
}

#[test]
fn of_two_tabs_the_second_is_told_and_chooses() {
    let peil = Peil::starts();
    let uploaded = peil.organiser().uploads(&deck("Begin"));
    let mut desk = Desk::opens(&peil, &uploaded);
    let first = desk.form(&deck("Eerste tab"));
    let second = desk.form(&deck("Tweede tab"));
    assert_eq!(desk.tab.sends(&first).status, 200);
    desk.tab.sees("De presentatie is bewaard");

    assert_eq!(desk.tab.sends(&second).refusal_of_the_desk(412), "changed");
    holds(&desk, &deck("Tweede tab"));
    desk.tab
        .sees("Wat er nu bewaard is")
        .sees("Welkom bij Eerste tab");
    assert_eq!(
        stored(&peil, &uploaded),
        deck("Eerste tab"),
        "nothing is written over in silence"
    );

    // Meanwhile the first goes on, so what the second saw is old again.
    let over = desk.editor();
    let third = {
        desk.looks();
        desk.form(&deck("Eerste tab nog eens"))
    };
    desk.tab.sends(&third).expects(200);
    assert_eq!(desk.tab.sends(&over).refusal_of_the_desk(412), "changed");
    holds(&desk, &deck("Tweede tab"));
    let over = desk.editor();
    desk.tab.sends(&over).expects(200);
    assert_eq!(
        stored(&peil, &uploaded),
        deck("Tweede tab"),
        "on purpose it may"
    );
    desk.tab.sends(&over).expects(200);
    desk.tab.sees("De presentatie is bewaard");
}

#[test]
fn whatever_keeps_a_text_from_being_stored_it_stays_on_the_page() {
    let peil = Peil::starts();
    let organiser = peil.organiser();
    let uploaded = organiser.uploads(&deck("Begin"));
    let mut desk = Desk::opens(&peil, &uploaded);
    let typed = deck("Een lange middag </textarea><b>");
    let wrong = "---\ntitel: Een lange middag\n---\n\n# Welkom\n";
    type EditedForm = fn(&mut HtmlForm);
    let cases: [(&str, EditedForm, u16, &str); 5] = [
        (
            &typed,
            |form| {
                form.forges("version", &["1"]);
            },
            412,
            "changed",
        ),
        (
            &typed,
            |form| {
                form.forges("version", &[]);
            },
            428,
            "precondition",
        ),
        (
            &typed,
            |form| {
                form.forges("version", &[""]);
            },
            428,
            "precondition",
        ),
        (
            &typed,
            |form| {
                form.forges("version", &["geen getal"]);
            },
            412,
            "changed",
        ),
        (wrong, |_| (), 422, "deck_errors"),
    ];
    for (text, change, status, code) in cases {
        desk.looks();
        let mut form = desk.form(text);
        change(&mut form);
        assert_eq!(desk.tab.sends(&form).refusal_of_the_desk(status), code);
        holds(&desk, text);
        assert_eq!(stored(&peil, &uploaded), deck("Begin"), "{code}");
    }

    desk.looks();
    let form = desk.form(&typed);
    organiser
        .deletes(&format!("/api/v1/decks/{}", uploaded.deck))
        .expects(204);
    assert_eq!(desk.tab.sends(&form).refusal_of_the_desk(404), "deck_gone");
    holds(&desk, &typed);
    let anew = desk.editor();
    desk.tab.sends(&anew).expects(303);
    desk.tab.sees("Een lange middag");
}

#[test]
fn a_session_that_ended_while_somebody_typed_costs_no_text() {
    let peil = Peil::starts();
    let uploaded = peil.organiser().uploads(&deck("Begin"));
    let mut desk = Desk::opens(&peil, &uploaded);
    let change = desk.form(&deck("Getypt zonder sessie"));
    desk.tab.goes("/desk").expects(200);
    let new = desk.form(&deck("Nieuw zonder sessie"));
    let out = desk
        .tab
        .page()
        .forms()
        .into_iter()
        .find(|form| form.action == "/sign-out")
        .expect("a way out");
    desk.tab.sends(&out);

    let mut kept = Vec::new();
    for (form, text, then) in [
        (change, deck("Getypt zonder sessie"), 200),
        (new, deck("Nieuw zonder sessie"), 303),
    ] {
        assert_eq!(
            desk.tab.sends(&form).refusal_of_the_desk(401),
            "not_signed_in"
        );
        desk.tab.sees("nog niets bewaard");
        holds(&desk, &text);
        kept.push((desk.editor(), text, then));
    }
    assert_eq!(stored(&peil, &uploaded), deck("Begin"));
    assert_eq!(
        peil.organiser()
            .gets("/api/v1/decks")
            .json()
            .as_array()
            .map(Vec::len),
        Some(1),
        "nothing is stored"
    );

    let link = tests::Terminal::runs_on(&peil, &["sign-in"])
        .ends_with(0)
        .text();
    desk.tab.goes(link.trim()).expects(200);
    for (form, text, then) in kept {
        desk.tab.sends(&form).expects(then);
        holds(&desk, &text);
    }
    assert_eq!(stored(&peil, &uploaded), deck("Getypt zonder sessie"));
    assert_eq!(
        peil.organiser()
            .gets("/api/v1/decks")
            .json()
            .as_array()
            .map(Vec::len),
        Some(2)
    );
}

#[test]
fn a_deck_that_changed_is_not_deleted_by_who_did_not_see_it() {
    let peil = Peil::starts();
    let organiser = peil.organiser();
    let uploaded = organiser.uploads(&deck("Begin"));
    let mut desk = Desk::opens(&peil, &uploaded);
    desk.tab
        .goes(&format!("{}?confirm=1", desk.path))
        .expects(200);
    let asked = |desk: &Desk| {
        let forms = desk.tab.page().forms();
        forms
            .into_iter()
            .find(|form| form.has("confirm"))
            .expect("the question")
    };
    let yes = asked(&desk);
    puts(&organiser, &uploaded, &deck("Intussen"), Some("*")).expects(200);
    assert_eq!(desk.tab.sends(&yes).refusal_of_the_desk(412), "changed");
    holds(&desk, &deck("Intussen"));
    let mut unsaid = asked(&desk);
    unsaid.forges("version", &[]);
    assert_eq!(
        desk.tab.sends(&unsaid).refusal_of_the_desk(428),
        "precondition"
    );
    let yes = asked(&desk);
    desk.tab.sends(&yes).expects(303);
    organiser
        .gets(&format!("/api/v1/decks/{}", uploaded.deck))
        .expects(404);
}

#[test]
fn texts_of_who_is_not_signed_in_are_given_back_a_few_at_a_time() {
    let peil = Peil::starts();
    let form = Page::read(
        "<form action='/desk/decks' method=post><textarea name=text># Een middag</textarea></form>",
    );
    let form = form.forms().remove(0);
    let mut stranger = peil
        .visitor("a stranger")
        .with_origin(&peil.address().origin());
    let mut is_given_back = || {
        assert_eq!(
            stranger.sends(&form).refusal_of_the_desk(401),
            "not_signed_in"
        );
        stranger
            .page()
            .forms()
            .iter()
            .any(|form| form.filled("text") == ["# Een middag"])
    };
    assert!(is_given_back());
    let begun = "POST /desk/decks HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 99\r\n\r\ntext=";
    // One more each time: whoever asks may have had the turn that one of them wanted.
    let mut slow = Vec::new();
    until("slow ones have all turns", || {
        let mut one =
            TcpStream::connect(peil.address().host()).expect("a server that runs is there");
        one.write_all(begun.as_bytes()).expect("it listens");
        slow.push(one);
        (!is_given_back()).then_some(())
    });
    assert!(slow.len() >= 8, "{} of them", slow.len());
    drop(slow);
    until("there are turns again", || is_given_back().then_some(()));
}

/// What the desk says first, with its status.
trait DeskRefusal {
    fn refusal_of_the_desk(&self, status: u16) -> String;
}

impl DeskRefusal for Reply {
    #[track_caller]
    fn refusal_of_the_desk(&self, status: u16) -> String {
        self.expects(status).refusal()
    }
}

//! A question's figure taken along as a file, as SVG and as PNG.

use serde_json::json;
use tests::{
    Peil, Presenter, Reply, SampleQuestion, number, option, place, sample, text, values, words,
};

/// How a PNG begins, up to its width and height.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
const IDEA: &str = "Een bankje & \"thee\" <3 🐱";

fn everything_answered(peil: &Peil) -> Presenter {
    let presenter = peil.organiser().starts(&sample(SampleQuestion::ALL));
    let mut anna = peil.phone("Anna");
    for (question, answer) in [
        ("pet", option(2)),
        ("words", words(["rust", "verborgen-hyacint"])),
        ("ideas", text(IDEA)),
        ("statements", values([Some(4), Some(2)])),
        ("belief", place(70)),
        ("how-many", number("1200")),
    ] {
        presenter.opens(question);
        anna.opens(presenter.code()).votes(answer);
    }
    presenter
}

fn figure(presenter: &Presenter, file: &str) -> Reply {
    let path = presenter.path(&format!("/figures/{file}"));
    presenter.organiser.gets(&path)
}

/// Width and height of a PNG.
#[track_caller]
fn size(reply: &Reply) -> (u32, u32) {
    let reply = reply.expects(200);
    assert_eq!(reply.header("content-type"), Some("image/png"));
    let behind = reply.bytes.strip_prefix(PNG).expect("it begins as a PNG");
    let side = |at: usize| u32::from_be_bytes(behind[at..at + 4].try_into().expect("four bytes"));
    (side(0), side(4))
}

#[test]
fn every_question_but_a_form_has_a_figure_as_drawing_and_as_picture() {
    let peil = Peil::starts();
    let presenter = everything_answered(&peil);
    for question in ["pet", "words", "ideas", "statements", "belief", "how-many"] {
        let svg = figure(&presenter, &format!("{question}.svg"));
        assert_eq!(
            svg.expects(200).header("content-type"),
            Some("image/svg+xml")
        );
        let named = svg.header("content-disposition").unwrap_or_default();
        assert!(
            named.contains(question) && named.contains(".svg"),
            "{named}"
        );
        let svg = svg.text();
        assert!(
            svg.starts_with("<svg ") && svg.contains("1 antwoord · "),
            "{question}: {svg}"
        );
        assert_eq!(
            size(&figure(&presenter, &format!("{question}.png"))),
            (1920, 1080)
        );
        let dark = figure(
            &presenter,
            &format!("{question}.png?mode=dark&size=1024x768"),
        );
        assert_eq!(size(&dark), (1024, 768));
    }
    for file in ["evaluation.svg", "evaluation.png"] {
        let refused = figure(&presenter, file).expects(404).problem();
        assert_eq!(refused.code, "no_figure");
    }
}

#[test]
fn a_ground_is_left_out_where_something_else_is_to_lie_below() {
    let peil = Peil::starts();
    let presenter = everything_answered(&peil);
    let grounds = |query: &str| {
        let svg = figure(&presenter, &format!("pet.svg{query}"))
            .expects(200)
            .text();
        svg.matches(r#"<rect width="1920" height="1080""#).count()
    };
    assert_eq!((grounds(""), grounds("?background=none")), (1, 0));
}

#[test]
fn nothing_that_was_hidden_or_erased_is_in_a_figure() {
    let peil = Peil::starts();
    let presenter = everything_answered(&peil);
    let words = || figure(&presenter, "words.svg").expects(200).text();
    let ideas = || figure(&presenter, "ideas.svg").text();
    assert!(words().contains("verborgen-hyacint") && ideas().contains("bankje"));
    let hide = json!({ "do": "hide", "word": "verborgen-hyacint", "question": "words" });
    let path = presenter.path("/moderate");
    presenter.organiser.posts(&path, &hide).expects(200);
    assert!(!words().contains("verborgen-hyacint"));
    assert!(words().contains("rust"));
    presenter.erases(&presenter.results("ideas").id_of(IDEA));
    assert!(!ideas().contains("bankje"));
}

#[test]
fn a_round_and_a_division_can_be_asked_for() {
    let peil = Peil::starts();
    let presenter = everything_answered(&peil);
    presenter.opens("pet");
    presenter.resets();
    let now = figure(&presenter, "pet.svg").expects(200).text();
    let before = figure(&presenter, "pet.svg?round=1").expects(200).text();
    assert!(
        now.contains("0 antwoorden · ronde 2 · ") && before.contains("1 antwoord · ronde 1 · ")
    );
    // One person is no group that could be shown.
    figure(&presenter, "belief.svg?split=pet").expects(200);
}

#[test]
fn what_can_not_be_drawn_is_said() {
    let peil = Peil::starts();
    let presenter = everything_answered(&peil);
    for (file, status, code) in [
        ("nobody.svg", 404, "unknown_question"),
        ("pet.svg?round=2", 404, "unknown_round"),
        ("pet.svg?round=0", 404, "unknown_round"),
        ("pet.pdf", 404, "not_found"),
        ("pet", 404, "not_found"),
        ("pet.png?size=100x100", 400, "wrong_size"),
        ("pet.png?size=4000x4000", 400, "wrong_size"),
        ("pet.png?size=groot", 400, "wrong_size"),
        ("pet.svg?mode=paars", 400, "malformed"),
        ("pet.svg?background=rood", 400, "malformed"),
        ("pet.svg?split=words", 400, "malformed"),
        ("pet.svg?at=2026-11-28T13:00:00Z", 400, "malformed"),
    ] {
        let refused = figure(&presenter, file).expects(status).problem();
        assert_eq!(refused.code, code, "{file}");
    }
}

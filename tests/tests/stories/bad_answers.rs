//! Answers that can't be right: each gets a sentence, a stable code, keeps what was typed, and
//! counts nothing.

use tests::{
    HtmlForm, Peil, Phone, Presenter, SampleQuestion, option, place, sample, text, values, words,
};

fn asks(peil: &Peil, sample_: SampleQuestion, id: &str) -> (Presenter, Phone) {
    let presenter = peil.organiser().starts(&sample([sample_]));
    presenter.opens(id);
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    (presenter, anna)
}

/// Sends a form twice: refused both times, with the same code, and nobody voted.
#[track_caller]
fn is_refused(presenter: &Presenter, anna: &mut Phone, question: &str, form: &HtmlForm) -> String {
    anna.sends(form);
    assert!(
        matches!(anna.reply().status, 409 | 422),
        "{:?} for {form:?}",
        anna.reply()
    );
    let code = anna.reply().refusal();
    anna.sends(form);
    assert_eq!(anna.reply().refusal(), code, "a code is stable");
    assert_eq!(
        presenter.results(question).voters(),
        0,
        "nothing is half stored"
    );
    code
}

#[test]
fn a_choice_takes_only_what_it_offers() {
    let peil = Peil::starts();
    let (presenter, mut anna) = asks(&peil, SampleQuestion::Choice, "pet");
    let form = anna.filled(&option(1));
    let wrong: [&[&str]; 6] = [
        &["4"],
        &["0"],
        &["-1"],
        &["hond"],
        &["1", "2"],
        &["99999999999999999999"],
    ];
    for options in wrong {
        is_refused(
            &presenter,
            &mut anna,
            "pet",
            form.clone().forges("option", options),
        );
    }
}

#[test]
fn nothing_chosen_is_refused_with_a_sentence() {
    let peil = Peil::starts();
    let (presenter, mut anna) = asks(&peil, SampleQuestion::Choice, "pet");
    let empty = anna.form();
    is_refused(&presenter, &mut anna, "pet", &empty);
    assert_eq!(
        anna.form().offers("option"),
        ["1", "2", "3"],
        "the form is still there"
    );
}

#[test]
fn an_answer_of_another_kind_is_refused() {
    let peil = Peil::starts();
    let (presenter, mut anna) = asks(&peil, SampleQuestion::Choice, "pet");
    let mut form = anna.form();
    form.forges("option", &[]).forges("value", &["50"]);
    is_refused(&presenter, &mut anna, "pet", &form);
    let (presenter, mut anna) = asks(&peil, SampleQuestion::Spectrum, "belief");
    let mut form = anna.form();
    form.forges("value", &[]).forges("entry", &["poes"]);
    is_refused(&presenter, &mut anna, "belief", &form);
}

#[test]
fn a_place_lies_between_the_poles() {
    let peil = Peil::starts();
    let (presenter, mut anna) = asks(&peil, SampleQuestion::Spectrum, "belief");
    let form = anna.filled(&place(50));
    for value in ["101", "-1", "veel", "", "NaN", "1e9", "inf"] {
        is_refused(
            &presenter,
            &mut anna,
            "belief",
            form.clone().forges("value", &[value]),
        );
    }
}

#[test]
fn a_scale_takes_its_own_steps() {
    let peil = Peil::starts();
    let (presenter, mut anna) = asks(&peil, SampleQuestion::Scale, "statements");
    let form = anna.filled(&values([Some(3), Some(3)]));
    for value in ["6", "0", "drie", "2,5"] {
        is_refused(
            &presenter,
            &mut anna,
            "statements",
            form.clone().forges("value-1", &[value]),
        );
    }
}

#[test]
fn too_long_a_text_is_refused_and_kept() {
    let peil = Peil::starts();
    let (presenter, mut anna) = asks(&peil, SampleQuestion::Open, "ideas");
    let long = "Een veel te lang idee. ".repeat(10);
    let mut form = anna.filled(&text("x"));
    form.forges("text", &[long.trim()]);
    anna.sends(&form);
    anna.reply().expects(422);
    is_refused(&presenter, &mut anna, "ideas", &form);
    assert_eq!(
        anna.form().filled("text"),
        [long.trim()],
        "what was typed is still in the form"
    );
    let mut shorter = anna.form();
    shorter.forges("text", &["Korter"]);
    anna.sends(&shorter).assert_stored(presenter.code());
}

#[test]
fn too_long_a_word_is_refused_and_all_words_are_kept() {
    let peil = Peil::starts();
    let (presenter, mut anna) = asks(&peil, SampleQuestion::Words, "words");
    let mut form = anna.filled(&words(["rust"]));
    form.forges(
        "entry",
        &["rust", "meervoudigepersoonlijkheidsstoornis", ""],
    );
    is_refused(&presenter, &mut anna, "words", &form);
    assert_eq!(
        anna.form().filled("entry")[..2],
        ["rust", "meervoudigepersoonlijkheidsstoornis"]
    );
    let mut many = anna.form();
    many.forges("entry", &["een", "twee", "drie", "vier"]);
    is_refused(&presenter, &mut anna, "words", &many);
}

#[test]
fn empty_texts_are_refused() {
    let peil = Peil::starts();
    let (presenter, mut anna) = asks(&peil, SampleQuestion::Open, "ideas");
    for nothing in ["", "   ", "\u{200b}", "\n\n"] {
        let mut form = anna.looks().filled(&text("x"));
        form.forges("text", &[nothing]);
        is_refused(&presenter, &mut anna, "ideas", &form);
    }
}

#[test]
fn different_reasons_have_different_codes() {
    let peil = Peil::starts();
    let (presenter, mut anna) = asks(&peil, SampleQuestion::Open, "ideas");
    let right = anna.filled(&text("Moestuin"));
    let too_long = is_refused(
        &presenter,
        &mut anna,
        "ideas",
        right.clone().forges("text", &[&"x".repeat(201)]),
    );
    presenter.resets();
    let other_round = is_refused(&presenter, &mut anna, "ideas", &right);
    let fresh = anna.looks().filled(&text("Moestuin"));
    presenter.closes();
    let closed = is_refused(&presenter, &mut anna, "ideas", &fresh);
    anna.reply().expects(409);
    assert!(
        anna.page().source().contains("Moestuin"),
        "what was typed is still there: {:?}",
        anna.reply()
    );
    let unknown = is_refused(
        &presenter,
        &mut anna,
        "ideas",
        fresh.clone().forges("question", &["no-such"]),
    );
    let mut codes = vec![too_long, other_round, closed, unknown];
    let all = codes.len();
    codes.sort();
    codes.dedup();
    assert_eq!(codes.len(), all, "{codes:?}");
}

#[test]
fn an_answer_to_a_slide_that_asks_nothing_is_refused() {
    let peil = Peil::starts();
    let deck = "---\ntitle: Twee\nlanguage: nl\n---\nask: choice\nid: vote\n---\n\n# Een vraag\n\n- Ja\n- Nee\n\n---\nid: \
                content\n---\n\n# Alleen tekst\n";
    let presenter = peil.organiser().starts(deck);
    presenter.opens("vote");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    let mut form = anna.filled(&option(1));
    form.forges("question", &["content"]);
    is_refused(&presenter, &mut anna, "vote", &form);
}

#[test]
fn a_body_that_is_no_form_is_refused() {
    let peil = Peil::starts();
    let (presenter, mut anna) = asks(&peil, SampleQuestion::Choice, "pet");
    for (body, status, code) in [
        ("", 409, "unknown_question"),
        ("=&=&&", 409, "unknown_question"),
        ("question", 409, "unknown_question"),
        ("%ff%fe=%00", 409, "unknown_question"),
        ("question=pet&round=eerste&option=1", 422, "wrong_kind"),
        ("{\"option\":1}", 409, "unknown_question"),
    ] {
        anna.sends_body(body.to_owned());
        assert_eq!(anna.reply().expects(status).refusal(), code, "{body:?}");
    }
    assert_eq!(presenter.results("pet").voters(), 0);
}

#[test]
fn a_body_that_is_too_large_is_refused_without_being_read() {
    let peil = Peil::starts();
    let (presenter, mut anna) = asks(&peil, SampleQuestion::Open, "ideas");
    let mut form = anna.filled(&text("x"));
    form.forges("text", &[&"groot ".repeat(200_000)]);
    anna.sends(&form);
    anna.is_refused(413);
    anna.looks().votes(text("Klein"));
    assert_eq!(
        presenter.results("ideas").texts(),
        [("Klein".to_owned(), 0)]
    );
}

#[test]
fn a_phone_without_cookies_is_told_why_it_can_not_vote() {
    let peil = Peil::starts();
    let (presenter, _) = asks(&peil, SampleQuestion::Choice, "pet");
    let mut bob = peil.phone("Bob").without_cookies();
    bob.opens(presenter.code());
    let form = bob.filled(&option(2));
    let code = is_refused(&presenter, &mut bob, "pet", &form);
    assert!(
        bob.page().text().contains("cookie"),
        "it explains cookies: {:?} ({code})",
        bob.reply()
    );
    assert_eq!(
        bob.form().filled("option"),
        ["2"],
        "what was chosen is still in the form"
    );
    assert_eq!(presenter.room().participants, 0);
}

#[test]
fn a_first_post_without_a_cookie_never_makes_a_second_voter() {
    let peil = Peil::starts();
    let (presenter, mut anna) = asks(&peil, SampleQuestion::Choice, "pet");
    let form = anna.filled(&option(2));
    let mut bob = peil.phone("Bob");
    bob.goes("/");
    bob.sends(&form);
    assert_eq!(bob.reply().expects(409).refusal(), "no_cookie");
    let again = bob.form();
    bob.sends(&again).assert_stored(presenter.code());
    assert_eq!(presenter.results("pet").voters(), 1);
    anna.votes(option(1));
    assert_eq!(presenter.results("pet").voters(), 2);
}

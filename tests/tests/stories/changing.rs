//! Changing one's mind: a changed form, the same form again, the page before, an added text that is
//! edited.

use tests::{Peil, Presenter, SampleQuestion, option, sample, text};

fn asks(peil: &Peil, sample_: SampleQuestion, id: &str) -> Presenter {
    let presenter = peil.organiser().starts(&sample([sample_]));
    presenter.opens(id);
    presenter
}

#[test]
fn a_changed_form_is_a_changed_answer_and_the_same_form_twice_is_one() {
    let peil = Peil::starts();
    let presenter = asks(&peil, SampleQuestion::Choice, "pet");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    let sent = anna.votes(option(2));
    anna.sends(&sent).assert_stored(presenter.code());
    assert_eq!(presenter.results("pet").votes(), [0, 1, 0]);
    anna.looks().votes(option(3));
    let results = presenter.results("pet");
    assert_eq!((results.votes(), results.voters()), (vec![0, 0, 1], 1));
    assert_eq!(
        presenter.long_table().rows.len(),
        1,
        "the old answer is gone from the export too"
    );
}

/// Whatever an older page that is sent again means: it stays one vote, and the phone shows the one
/// that counts.
#[test]
fn back_and_send_again_is_still_one_vote_and_the_page_tells_which() {
    let peil = Peil::starts();
    let presenter = asks(&peil, SampleQuestion::Choice, "pet");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    let older = anna.votes(option(1));
    anna.votes(option(2));
    anna.sends(&older);
    assert!(
        matches!(anna.reply().status, 200 | 409),
        "{:?}",
        anna.reply()
    );
    anna.looks();
    let shown = anna.form().filled("option");
    let votes = presenter.results("pet").votes();
    let counted: Vec<String> = (1..=3)
        .filter(|at| votes[at - 1] > 0)
        .map(|at| at.to_string())
        .collect();
    assert_eq!(votes.iter().sum::<u64>(), 1);
    assert_eq!(shown, counted);
}

#[test]
fn an_added_text_that_is_sent_again_is_one_text() {
    let peil = Peil::starts();
    let presenter = asks(&peil, SampleQuestion::Open, "ideas");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    let sent = anna.votes(text("Moestuin"));
    assert_eq!(
        sent.filled("key").len(),
        1,
        "what is added carries its own id"
    );
    for reply in anna.sends_at_once(&sent, 3) {
        reply.assert_stored(presenter.code());
    }
    assert_eq!(
        presenter.results("ideas").texts(),
        [("Moestuin".to_owned(), 0)]
    );
    let next = anna.looks().form();
    assert_ne!(
        next.filled("key"),
        sent.filled("key"),
        "the next text is another one"
    );
    anna.votes(text("Moestuin"));
    assert_eq!(
        presenter.results("ideas").texts().len(),
        2,
        "the same words on purpose are two texts"
    );
}

#[test]
fn a_form_in_two_tabs_adds_two_texts() {
    let peil = Peil::starts();
    let presenter = asks(&peil, SampleQuestion::Open, "ideas");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code()).votes(text("Wandelen"));
    let first_tab = anna.looks().filled(&text("Eetclub"));
    let second_tab = anna.looks().filled(&text("Leesclub"));
    anna.sends(&first_tab).assert_stored(presenter.code());
    anna.sends(&second_tab).assert_stored(presenter.code());
    assert_eq!(presenter.results("ideas").texts().len(), 3);
}

#[test]
fn one_may_change_a_text_of_ones_own_and_nobody_elses() {
    let peil = Peil::starts();
    let presenter = asks(&peil, SampleQuestion::Open, "ideas");
    let [mut anna, mut bob, _] = peil.three_phones();
    anna.opens(presenter.code());
    let annas = anna.votes(text("Moestuin"));
    bob.opens(presenter.code()).votes(text("Eetclub"));

    let mut edit = annas.clone();
    edit.types("text", &["Moestuin op het dak"]);
    anna.sends(&edit).assert_stored(presenter.code());
    let texts = |presenter: &Presenter| {
        presenter
            .results("ideas")
            .texts()
            .into_iter()
            .map(|t| t.0)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        texts(&presenter),
        ["Moestuin op het dak", "Eetclub"],
        "an edited text keeps its place"
    );

    let mut theft = annas.clone();
    theft.types("text", &["Van Bob nu"]);
    bob.sends(&theft);
    let texts = texts(&presenter);
    assert!(
        texts.contains(&"Moestuin op het dak".to_owned()),
        "a key is worth nothing on another phone: {texts:?}"
    );
    assert!(texts.contains(&"Eetclub".to_owned()), "{texts:?}");
}

#[test]
fn nobody_adds_more_texts_than_the_question_takes() {
    let peil = Peil::starts();
    let presenter = asks(&peil, SampleQuestion::Open, "ideas");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    let four = ["een", "twee", "drie", "vier"].map(|words| anna.looks().filled(&text(words)));
    for tab in &four[..3] {
        anna.sends(tab).assert_stored(presenter.code());
    }
    anna.sends(&four[3]);
    assert!(
        matches!(anna.reply().status, 409 | 422),
        "{:?}",
        anna.reply()
    );
    anna.reply().refusal();
    let texts: Vec<String> = presenter
        .results("ideas")
        .texts()
        .into_iter()
        .map(|(text, _)| text)
        .collect();
    assert_eq!(texts, ["een", "twee", "drie"]);
}

#[test]
fn an_answer_for_good_can_not_be_changed() {
    let peil = Peil::starts();
    let deck = "---\ntitle: Vast\nlanguage: nl\n---\nask: choice\nid: fixed\nchange: no\n---\n\n# Kies goed\n\n- Ja\n- Nee\n";
    let presenter = peil.organiser().starts(deck);
    presenter.opens("fixed");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    let mut form = anna.votes(option(1));
    anna.sends(&form).assert_stored(presenter.code());
    form.chooses("option", "2");
    anna.sends(&form);
    anna.is_refused(409);
    assert_eq!(presenter.results("fixed").votes(), [1, 0]);
}

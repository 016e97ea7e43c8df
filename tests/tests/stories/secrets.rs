//! What a phone is never sent: right answers, notes, slides that come later, what others wrote
//! while it is hidden.

use serde_json::{Value, json};
use tests::{
    Page, Peil, Presenter, SampleQuestion, TOKEN, frame_of, number, option, sample, words,
};

fn quiz(correct: usize) -> String {
    let options: String = (1..=3)
        .map(|number| {
            format!(
                "- Antwoord {number}{}\n",
                if number == correct { " {correct}" } else { "" }
            )
        })
        .collect();
    format!(
        "---\ntitle: Quiz\nlanguage: nl\n---\nask: choice\nid: quiz\n---\n\n# Wat is waar?\n\n{options}"
    )
}

#[test]
fn the_right_answer_is_nowhere_on_a_phone() {
    let peil = Peil::starts();
    let page_with = |correct: usize| {
        let presenter = peil.organiser().starts(&quiz(correct));
        presenter.opens("quiz");
        let mut anna = peil.phone("Anna");
        anna.opens(presenter.code()).was_never_sent("correct");
        let before = anna.page().answer_forms_source();
        anna.votes(option(2));
        anna.was_never_sent("correct");
        let source = format!("{before}{}", anna.page().answer_forms_source());
        source
            .replace(presenter.code(), "CODE")
            .replace(&presenter.started.room, "ROOM")
    };
    assert_eq!(
        page_with(1),
        page_with(3),
        "two decks that differ in the right answer alone look the same"
    );
}

/// Nobody learns it while somebody can still answer, and everybody does after that.
#[test]
fn a_right_number_is_told_when_the_question_is_closed_and_not_before() {
    let peil = Peil::starts();
    let presenter = peil
        .organiser()
        .starts(&sample([SampleQuestion::Number]).replace("1.200", "4.321"));
    presenter.opens("how-many");
    let mut anna = peil.phone("Anna");
    let mut stage = peil.visitor("the stage");
    anna.opens(presenter.code()).votes(number("4000"));
    anna.was_never_sent("4321").was_never_sent("4.321");
    stage.goes(&presenter.started.stage_url).expects(200);
    stage.was_never_sent("4321").was_never_sent("4.321");
    presenter.closes();
    anna.looks()
        .sees("Goed is 4.321 deelnemers: 1 zat er het dichtst bij, met 4.000 deelnemers");
}

#[test]
fn notes_and_later_slides_stay_with_the_presenter() {
    let peil = Peil::starts();
    let deck = "---\ntitle: Geheimen\nlanguage: nl\n---\nnotes: spiekbriefje zonnebloem\n---\n\n# Welkom\n\n---\nask: \
                words\nid: first\nnotes: spiekbriefje madelief\n---\n\n# De eerste vraag\n\n---\nask: choice\nid: \
                verrassing\n---\n\n# Een verrassende vraag\n\n- Gladiool\n- Pioenroos\n";
    let presenter = peil.organiser().starts(deck);
    let mut anna = peil.phone("Anna");
    let mut stage = peil.visitor("the stage");
    anna.opens(presenter.code());
    for _ in 0..2 {
        anna.was_never_sent("spiekbriefje")
            .was_never_sent("verrass")
            .was_never_sent("Gladiool");
        presenter.next();
        anna.looks();
        stage.goes(&presenter.started.stage_url).expects(200);
        stage
            .was_never_sent("spiekbriefje")
            .was_never_sent("Gladiool");
    }
    anna.was_never_sent("spiekbriefje")
        .was_never_sent("verrass")
        .was_never_sent("Pioenroos");
    presenter.next();
    anna.looks()
        .sees("Een verrassende vraag")
        .was_never_sent("spiekbriefje");
}

/// Whether a phone is sent what another one gives, looking at everything that reaches it.
fn stays_with_its_sender(peil: &Peil, presenter: &Presenter, frame: &Value, never: &[&str]) {
    let [mut anna, mut bob, mut carla] = peil.three_phones();
    anna.opens(presenter.code());
    let before = readable(presenter, &anna.reply().text());
    let reply = bob.opens(presenter.code()).posts_frame(frame);
    assert_eq!(reply.status, 200, "{frame}: {reply:?}");
    carla.opens(presenter.code());
    anna.looks();
    for text in never.iter().chain(&["mean", "voters"]) {
        carla.was_never_sent(text);
        anna.was_never_sent(text);
    }
    let after = readable(presenter, &anna.reply().text());
    assert_eq!(before, after, "{frame} changes nothing on other phones");
}

#[test]
fn what_others_answered_is_not_sent_while_it_is_hidden() {
    let peil = Peil::starts();
    // Answers that people vote for are there to be read.
    let deck = sample(SampleQuestion::ALL).replace("votes: 2\n", "");
    let role = "\n---\nask: choice\nid: role\n---\n\n# Wie ben je?\n\n- Buur\n- Anders {other}\n";
    let presenter = peil.organiser().starts(&format!("{deck}{role}"));
    for kind in SampleQuestion::ALL {
        let secret = &kind.cases()["secret"];
        let never = secret["never"].as_array().into_iter().flatten();
        let never: Vec<&str> = never.filter_map(Value::as_str).collect();
        presenter.opens(&kind.id());
        let frame = frame_of(&kind.id(), &secret["fields"]);
        stays_with_its_sender(&peil, &presenter, &frame, &never);
    }
    presenter.opens("role");
    let frame = frame_of("role", &json!([["option", "2"], ["other", "geheimrol"]]));
    stays_with_its_sender(&peil, &presenter, &frame, &["geheim"]);
}

/// What can be read on a page, wherever the room is.
fn readable(presenter: &Presenter, source: &str) -> String {
    Page::read(source).text().replace(presenter.code(), "CODE")
}

/// A network's password is for the stage alone.
#[test]
fn the_network_is_in_no_phone_and_no_export() {
    let peil = Peil::starts();
    let deck = "---\ntitle: Netwerk\nlanguage: nl\n---\nshow: instructions\nwifi: {name: netwerk-klaproos, password: \
                geheim-klaproos}\n---\n\n# Doe mee\n\n---\nask: words\nid: word\n---\n\n# Een woord?\n";
    let presenter = peil.organiser().starts(deck);
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    for _ in 0..2 {
        presenter.next();
        anna.looks().was_never_sent("klaproos");
        for role in ["presenter", "remote", "moderator"] {
            let mut host = peil.visitor(role).with_token(TOKEN);
            let path = format!("/rooms/{}/state?role={role}", presenter.started.room);
            host.goes(&path).expects(200);
            host.was_never_sent("klaproos");
        }
    }
    presenter.goes("doe-mee");
    let mut stage = peil.visitor("the stage");
    stage.goes(&presenter.started.stage_url).expects(200);
    stage.sees("netwerk-klaproos").sees("geheim-klaproos");
    presenter.goes("word");
    stage.goes(&presenter.started.stage_url).expects(200);
    stage.was_never_sent("klaproos");
    anna.votes(words(["rust"]));
    anna.was_never_sent("klaproos");
    for query in [
        "format=json",
        "format=csv&shape=long",
        "format=csv&shape=wide",
        "format=csv&shape=wide&excel=1",
    ] {
        assert!(
            !presenter.exports(query).text().contains("klaproos"),
            "{query}"
        );
    }
}

//! The deck of the webinar from first slide to last: an option of one's own, questions to the
//! speakers, upvotes and a form.

use tests::{ControlPress, Peil, Phone, Presenter, WEBINAR, filled_in, option, other, text};

#[test]
fn the_webinar_is_played_from_first_slide_to_last() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(WEBINAR);
    let room = presenter.room();
    let kinds: Vec<&str> = room
        .slides
        .iter()
        .map(|slide| slide.kind.as_str())
        .collect();
    assert_eq!(
        kinds,
        [
            "content",
            "instructions",
            "choice",
            "qa",
            "open",
            "open",
            "form"
        ]
    );
    let phones = &mut peil.three_phones();
    for phone in phones.iter_mut() {
        phone
            .opens(presenter.code())
            .sees("Webinar sociale benadering");
    }

    presenter.next();
    phones[0]
        .looks()
        .sees("Handig om te weten")
        .sees("Stel je vraag in Vragen; de moderator legt hem voor.");
    presenter.next();
    phones[0].looks().sees("Doe mee");
    asks_the_function(&presenter, phones);
    presenter.next();
    asks_the_speakers(&presenter, phones);
    asks_for_a_step(&presenter, phones);
    asks_for_a_need(&presenter, phones);
    fills_in_the_evaluation(&presenter, phones);
    assert_eq!(presenter.may_not(ControlPress::new("next")).code, "at_end");
    presenter.ends();

    let long = presenter.long_table();
    assert_eq!(
        long.with(&[("question", "functie"), ("item", "Anders")])
            .len(),
        1
    );
    assert!(long.every_cell().any(|cell| cell == "Een collega bellen"));
    assert_eq!(presenter.wide_table().rows.len(), 3);
}

fn fills_in_the_evaluation(presenter: &Presenter, phones: &mut [Phone; 3]) {
    presenter.next();
    let [anna, bob, _] = phones;
    anna.looks().sees("Evaluatie").sees("mag leeg blijven");
    anna.votes(filled_in(&[(1, "8")], &[(2, "Klein beginnen")]));
    bob.looks()
        .votes(filled_in(&[(1, "6")], &[(3, "bob@voorbeeld.example")]));
    let results = presenter.results("evaluatie");
    assert_eq!(results.voters(), 2);
    assert!(results.field("fields").is_null(), "two are too few");
}

fn asks_the_function(presenter: &Presenter, phones: &mut [Phone; 3]) {
    presenter.next();
    let [anna, bob, carla] = phones;
    anna.looks()
        .sees("Wat is je functie?")
        .sees("Ervaringsdeskundige of naaste")
        .sees("Anders");
    anna.does_not_see("{other}");
    anna.votes(option(1));
    bob.looks().votes(option(1));
    carla.looks().votes(other(5, "Vrijwilliger"));
    let results = presenter.results("functie");
    assert_eq!(
        (results.voters(), results.votes()),
        (3, vec![2, 0, 0, 0, 1])
    );
    assert_eq!(results.others(), [("Vrijwilliger".to_owned(), 1)]);
    assert_eq!(results.field("options")[4]["label"], "Anders");
    assert_eq!(carla.form().filled("other"), ["Vrijwilliger"]);
    assert_eq!(carla.form().filled("option"), ["5"]);
}

/// Without scripts: a question is read first, then listed and voted for.
fn asks_the_speakers(presenter: &Presenter, phones: &mut [Phone; 3]) {
    let [anna, bob, _] = phones;
    anna.looks()
        .sees("Vragen aan de sprekers")
        .sees("Stel je vraag");
    anna.asks_speakers("Hoe begin je als niemand elkaar kent?")
        .expects(303);
    anna.sees("Hoe begin je als niemand elkaar kent?")
        .sees("Jouw vraag · de moderator leest hem eerst");
    bob.looks().does_not_see("Hoe begin je");
    let asked = presenter.organiser.gets(&presenter.path("/qa")).json();
    let id = asked["questions"][0]["id"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    let does = |what: &str| {
        let order = serde_json::json!({ "do": what });
        let path = presenter.path(&format!("/qa/{id}"));
        presenter.organiser.posts(&path, &order).expects(200);
    };
    does("approve");
    anna.looks().sees("Jouw vraag · staat in de lijst");
    bob.looks().sees("Stem op wat jij ook wilt weten");
    let vote = |phone: &Phone| {
        let mut forms = phone.speaker_forms();
        forms.retain(|form| form.has("upvote"));
        forms.remove(0)
    };
    let up = vote(bob);
    bob.sends(&up).expects(303);
    assert_eq!(vote(bob).filled("down"), ["1"], "it can be taken back");
    does("choose");
    bob.looks().sees("nu op het scherm");
    does("answered");
    anna.looks().sees("Jouw vraag · beantwoord");
    assert!(anna.speaker_forms().len() == 1, "one may ask on");
}

fn asks_for_a_step(presenter: &Presenter, phones: &mut [Phone; 3]) {
    presenter.next();
    let [anna, bob, carla] = phones;
    anna.looks()
        .sees("Wat ga je morgen doen?")
        .sees("Eén concrete stap.");
    anna.votes(text("Een collega bellen"));
    bob.looks().votes(text("Wandelen met mijn buurvrouw"));
    let question = presenter.room().position.expect("a position");
    carla.looks().votes_up("Een collega bellen");
    carla.looks().votes_up("Wandelen met mijn buurvrouw");
    bob.looks().votes_up("Een collega bellen");
    let expected = [
        ("Een collega bellen", 2),
        ("Wandelen met mijn buurvrouw", 1),
    ];
    assert_eq!(
        presenter.results(&question).texts(),
        expected.map(|(words, votes)| (words.to_owned(), votes))
    );
}

fn asks_for_a_need(presenter: &Presenter, phones: &mut [Phone; 3]) {
    presenter.next();
    let [anna, bob, _] = phones;
    anna.looks().sees("Wat heb je daarvoor nodig?");
    anna.votes(text("Tijd"));
    bob.looks().votes(text("Tijd"));
    let question = presenter.room().position.expect("a position");
    let results = presenter.results(&question);
    assert_eq!(results.texts().len(), 2, "two people may write the same");
    anna.looks();
    assert!(
        anna.vote_for("Tijd", false).is_none(),
        "this question has no upvotes"
    );
}

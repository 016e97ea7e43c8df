//! The deck of the workshop from first slide to last, three phones, every figure worked out by
//! hand.

mod exports;

use tests::{
    ControlPress, Peil, Phone, Presenter, RoomJson, RoomState, WORKSHOP, filled_in, option, place,
    text, under_heading, values, words,
};

#[test]
fn the_workshop_is_played_from_first_slide_to_last() {
    let peil = Peil::starts();
    let organiser = peil.organiser();
    let deck = organiser.uploads(WORKSHOP);
    assert_eq!(
        (deck.title.as_str(), deck.slides),
        ("Groepenwerkplaats", 14)
    );
    let presenter = organiser.starts_again(&deck);
    assert_before_the_first_move(&presenter);
    let phones = &mut peil.three_phones();
    for phone in phones.iter_mut() {
        phone.opens(presenter.code()).sees("Groepenwerkplaats");
    }

    plays_the_welcome(&presenter, phones);
    plays_the_positions(&presenter, phones);
    plays_the_break(&presenter, phones);
    plays_the_values(&presenter, phones);
    plays_the_pilot(&presenter, phones);
    plays_the_way_home(&presenter, phones);
    plays_the_evaluation(&presenter, phones);

    let why = presenter.may_not(ControlPress::new("next"));
    assert_eq!(
        presenter.may_not(ControlPress::new("next")).code,
        why.code,
        "the code is stable"
    );
    let room = presenter.room();
    assert_eq!((room.state, room.participants), (RoomState::Live, 3));
    exports::assert_all(&presenter);
    assert_is_over(&presenter, phones);
}

fn assert_before_the_first_move(presenter: &Presenter) {
    let room = presenter.room();
    assert_eq!(
        (room.state, room.position.as_deref(), room.participants),
        (RoomState::Ready, None, 0)
    );
    assert_eq!(room.title, "Groepenwerkplaats");
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
            "spectrum",
            "spectrum",
            "choice",
            "spectrum",
            "break",
            "words",
            "open",
            "open",
            "scale",
            "spectrum",
            "words",
            "form"
        ]
    );
    let ids = room.ids();
    assert_eq!(
        ids[..6],
        [
            "welkom",
            "doe-mee",
            "beslissen",
            "veranderen",
            "kennis",
            "geloof-vooraf"
        ]
    );
    assert_eq!(ids[7], "waaraan-denk-je-bij-waarden");
    assert!(
        ids[11].starts_with("en-nu-in-hoeverre-geloof-jij") && ids[11].len() <= 60,
        "{ids:?}"
    );
    assert!(
        room.slides
            .iter()
            .filter(|slide| slide.kind != "content")
            .all(|slide| slide.open != Some(true))
    );
}

/// Moves on; everybody sees the prompt.
fn moves_to(presenter: &Presenter, phones: &mut [Phone; 3], prompt: &str) -> RoomJson {
    let room = presenter.next();
    let position = room
        .position
        .clone()
        .expect("after a move there is a position");
    let slide = room.slide(&position);
    assert_eq!(slide.prompt.as_deref(), Some(prompt));
    for phone in phones {
        phone.looks().sees(prompt);
    }
    room
}

/// Moves on to a question; gives its id.
fn asks(presenter: &Presenter, phones: &mut [Phone; 3], prompt: &str) -> String {
    let room = moves_to(presenter, phones, prompt);
    let question = room.position.clone().expect("a position");
    assert!(
        room.is_open(&question) && room.slide(&question).round == Some(1),
        "{room:?}"
    );
    question
}

fn plays_the_welcome(presenter: &Presenter, phones: &mut [Phone; 3]) {
    assert_eq!(moves_to(presenter, phones, "Welkom").state, RoomState::Live);
    let anna = &phones[0];
    anna.sees("Een middag over samen werken aan mentale gezondheid.")
        .sees("Onze waarden")
        .sees("15.30");
    assert!(anna.forms().is_empty(), "there is nothing to answer yet");
    moves_to(presenter, phones, "Doe mee");
}

fn plays_the_positions(presenter: &Presenter, phones: &mut [Phone; 3]) {
    let question = asks(presenter, phones, "Hoe neem jij beslissingen?");
    assert_eq!(question, "beslissen");
    let anna = &phones[0];
    anna.sees("ik zoek zekerheid")
        .sees("ik ben een gokker")
        .sees("ergens ertussenin");
    let places = [
        "0", "10", "20", "30", "40", "50", "60", "70", "80", "90", "100",
    ];
    assert_eq!(anna.form().offers("value"), places);
    assert!(
        anna.form().filled("value").is_empty(),
        "no place is chosen beforehand"
    );
    let empty = presenter.results("beslissen");
    empty.has("mean", None).has("median", None);
    assert_eq!(
        (empty.voters(), empty.values(), empty.bins()),
        (0, vec![], vec![])
    );
    for (phone, value) in phones.iter_mut().zip([20, 70, 100]) {
        phone.votes(place(value));
    }
    let results = presenter.results("beslissen");
    results
        .has("mean", Some(190.0 / 3.0))
        .has("median", Some(70.0));
    assert_eq!(
        (results.voters(), results.values()),
        (3, vec![20.0, 70.0, 100.0])
    );
    assert_eq!(results.bins(), [(4, 1), (14, 1), (20, 1)]);

    asks(presenter, phones, "Hoe zit jij in elkaar bij verandering?");
    phones[0].sees("Van overleg en compromis, tot spandoek en vuist op tafel.");
    phones[0].votes(place(50));
    phones[1].votes(place(60));
    let results = presenter.results("veranderen");
    results.has("mean", Some(55.0)).has("median", Some(55.0));
    assert_eq!(
        (results.voters(), results.bins()),
        (2, vec![(10, 1), (12, 1)])
    );

    asks(
        presenter,
        phones,
        "Werken in groepen: welke plek past bij jou?",
    );
    for (phone, number) in phones.iter_mut().zip([1, 3, 3]) {
        phone.votes(option(number));
    }
    let results = presenter.results("kennis");
    assert_eq!((results.voters(), results.votes()), (3, vec![1, 0, 2]));
    assert_eq!(
        results.field("options")[1]["label"],
        "Ik geef geen groepen, maar weet er veel van"
    );

    let believe = "In hoeverre geloof jij dat een aanbod in groepen het mentaal welzijn in onze regio aanzienlijk zal \
                   verbeteren?";
    asks(presenter, phones, believe);
    phones[0]
        .sees("poes")
        .sees("het zal wel weer mislukken")
        .sees("hond")
        .sees("daar mag je mij aan houden");
    for (phone, value) in phones.iter_mut().zip([0, 0, 30]) {
        phone.votes(place(value));
    }
    let results = presenter.results("geloof-vooraf");
    results.has("mean", Some(10.0)).has("median", Some(0.0));
    assert_eq!(results.bins(), [(0, 2), (6, 1)]);
}

fn plays_the_break(presenter: &Presenter, phones: &mut [Phone; 3]) {
    moves_to(presenter, phones, "Pauze");
}

fn plays_the_values(presenter: &Presenter, phones: &mut [Phone; 3]) {
    let question = asks(presenter, phones, "Waaraan denk je bij 'waarden'?");
    let [anna, bob, carla] = phones;
    assert_eq!(anna.form().lines("entry"), 3);
    anna.votes(words(["Vertrouwen", "tijd"]));
    bob.votes(words(["vertrouwen", "Ruimte", "VERTROUWEN"]));
    carla.votes(words(["vertrouwen"]));
    let results = presenter.results(&question);
    let expected = [("vertrouwen", 3), ("tijd", 1), ("Ruimte", 1)]
        .map(|(word, count)| (word.to_owned(), count));
    assert_eq!(
        (results.voters(), results.entries()),
        (3, expected.to_vec())
    );
    assert_eq!(
        anna.form().filled("entry"),
        ["Vertrouwen", "tijd", ""],
        "everybody keeps a spelling of their own"
    );

    let question = asks(
        presenter,
        phones,
        "Welke groepen zijn laaghangend fruit voor een proef?",
    );
    let [anna, bob, carla] = phones;
    anna.votes(text("Wandelgroep"));
    anna.votes(text("Moestuin"));
    bob.votes(text("Eetclub"));
    carla.votes(text("Leesclub \"De Bladzij\"; iedere week"));
    bob.looks().votes_up("Wandelgroep");
    carla.looks().votes_up("Wandelgroep");
    carla.looks().votes_up("Eetclub");
    let results = presenter.results(&question);
    let expected = [
        ("Wandelgroep", 2),
        ("Moestuin", 0),
        ("Eetclub", 1),
        ("Leesclub \"De Bladzij\"; iedere week", 0),
    ];
    assert_eq!(
        results.texts(),
        expected.map(|(words, votes)| (words.to_owned(), votes))
    );
    assert_eq!(results.voters(), 3);
}

fn plays_the_pilot(presenter: &Presenter, phones: &mut [Phone; 3]) {
    let question = asks(presenter, phones, "Ontwerp samen een proef");
    for (phone, group) in phones.iter_mut().zip(["1", "1", "2"]) {
        phone.sees("Een antwoord per kop, per groep.");
        phone.joins_group(group);
        phone.sees("Voor wie");
    }
    let [anna, bob, carla] = phones;
    anna.votes(under_heading(1, "Mantelzorgers"));
    bob.looks()
        .votes(under_heading(1, "Mantelzorgers en hun buren"));
    carla.votes(under_heading(1, "Jongeren"));
    let results = presenter.results(&question);
    assert_eq!(results.voters(), 2, "each group counts once");
    let expected = ["Voor wie: Mantelzorgers en hun buren", "Voor wie: Jongeren"];
    assert_eq!(results.texts(), expected.map(|words| (words.to_owned(), 0)));
    let question = asks(presenter, phones, "Hoe kijk je naar de proef?");
    let [anna, bob, carla] = phones;
    anna.sees("helemaal niet")
        .sees("helemaal wel")
        .sees("Ik zie wat ik zelf kan bijdragen");
    assert_eq!(anna.form().offers("value-2"), ["1", "2", "3", "4", "5"]);
    anna.votes(values([Some(4), Some(5), None]));
    bob.votes(values([Some(2), Some(3), Some(4)]));
    carla.votes(values([Some(4), None, Some(5)]));
    let results = presenter.results(&question);
    assert_eq!(results.voters(), 3);
    let statements = results.statements();
    assert_eq!(statements.len(), 3);
    assert_statement(&statements[0], [0, 1, 0, 2, 0], 10.0 / 3.0, 0);
    assert_statement(&statements[1], [0, 0, 1, 0, 1], 4.0, 1);
    assert_statement(&statements[2], [0, 0, 0, 1, 1], 4.5, 1);
}

fn assert_statement(
    statement: &(Vec<u64>, Option<f64>, u64),
    counts: [u64; 5],
    mean: f64,
    skipped: u64,
) {
    assert_eq!(
        (statement.0.as_slice(), statement.2),
        (counts.as_slice(), skipped)
    );
    let found = statement.1.expect("a mean");
    assert!((found - mean).abs() < 1e-6, "{found} instead of {mean}");
}

fn plays_the_way_home(presenter: &Presenter, phones: &mut [Phone; 3]) {
    let and_now = "En nu? In hoeverre geloof jij dat een aanbod in groepen het mentaal welzijn in onze regio \
                   aanzienlijk zal verbeteren?";
    let question = asks(presenter, phones, and_now);
    for (phone, value) in phones.iter_mut().zip([50, 60, 90]) {
        phone.votes(place(value));
    }
    presenter
        .results(&question)
        .has("mean", Some(200.0 / 3.0))
        .has("median", Some(60.0));

    let question = asks(presenter, phones, "Met welk gevoel ga je naar huis?");
    assert_eq!(phones[0].form().lines("entry"), 1);
    for (phone, word) in phones.iter_mut().zip(["dankbaar", "moe", "Dankbaar"]) {
        phone.votes(words([word]));
    }
    let entries = presenter.results(&question).entries();
    assert_eq!(entries[0].0.to_lowercase(), "dankbaar");
    assert_eq!(
        (entries[0].1, entries[1].clone(), entries.len()),
        (2, ("moe".to_owned(), 1), 2)
    );
}

fn plays_the_evaluation(presenter: &Presenter, phones: &mut [Phone; 3]) {
    presenter.next();
    for (phone, mark) in phones.iter_mut().zip(["8", "7", "9"]) {
        phone.looks().sees("Welk cijfer geef je deze middag?");
        phone.votes(filled_in(&[(1, mark)], &[(2, "Vooral de rust")]));
    }
    assert_eq!(presenter.results("evaluatie").voters(), 3);
}

fn assert_is_over(presenter: &Presenter, phones: &mut [Phone; 3]) {
    let [anna, ..] = phones;
    anna.looks();
    let late = anna.form();
    assert_eq!(presenter.ends().state, RoomState::Ended);
    for control in ["next", "open", "close", "reset", "end"] {
        presenter.may_not(ControlPress::new(control));
    }
    // The stage alone looks back.
    presenter.does(ControlPress::new("go").of("kennis"));
    // What is stored is stored, so the same again is acknowledged.
    anna.sends(&late).assert_stored(presenter.code());
    anna.looks().sees("Groepenwerkplaats");
    assert!(anna.forms().is_empty(), "a room that is over asks nothing");
    assert_eq!(
        presenter.results("kennis").votes(),
        [1, 0, 2],
        "what was counted stays"
    );
}

//! Questions to the speakers beside each other: phones ask and vote, a moderator lets them through,
//! merges and refuses, speakers answer, and the screen shows what is being answered.

use serde_json::{Value, json};
use tests::browser::{Browser, WindowSize, assert_none};
use tests::{Peil, Presenter, until};

const DECK: &str = "---\ntitle: Webinar\nlanguage: nl\nqa: moderated\n---\n\n# Welkom\n\n---\nask: qa\nid: speakers\n---\n\n# Vragen aan de sprekers\n";
const LONG: &str = "Hoe zorgen we ervoor dat vrijwilligers die al jaren meedoen zich gehoord blijven voelen wanneer de \
    gemeente nieuwe regels invoert en er voor overleg nauwelijks tijd overblijft?";

fn starts(peil: &Peil) -> Presenter {
    let presenter = peil.organiser().starts(DECK);
    presenter.goes("speakers");
    presenter
}

fn list(peil: &Peil, presenter: &Presenter, screen: WindowSize) -> Browser {
    let moderator = Browser::opens("the moderator", screen, peil.address());
    moderator
        .goes(&presenter.started.moderator_url)
        .is_welcome();
    let room = &presenter.started.room;
    moderator.goes(&format!("/rooms/{room}/qa")).is_welcome();
    moderator.lives("[data-alive]");
    moderator
}

fn asks(peil: &Peil, presenter: &Presenter, name: &str, text: &str) {
    let mut phone = peil.phone(name);
    phone.opens(presenter.code());
    phone.asks_speakers(text).expects(303);
}

fn votes(presenter: &Presenter) -> Vec<u64> {
    let listed = presenter.organiser.gets(&presenter.path("/qa")).json();
    let each = listed["questions"].as_array().cloned().unwrap_or_default();
    each.iter().filter_map(|it| it["votes"].as_u64()).collect()
}

#[test]
fn a_question_goes_from_a_phone_past_a_moderator_to_the_screen_and_is_answered() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let code = format!("/{}", presenter.code());
    let anna = Browser::follows(&peil, "Anna", WindowSize::Phone, &code);
    let bram = Browser::follows(&peil, "Bram", WindowSize::Phone, &code);
    let stage = Browser::follows(
        &peil,
        "the stage",
        WindowSize::Stage,
        &presenter.started.stage_url,
    );
    let moderator = list(&peil, &presenter, WindowSize::Laptop);
    anna.types("text", "Hoe begin je?")
        .presses(&["Stel je vraag"]);
    anna.sees("Jouw vraag · de moderator leest hem eerst");
    moderator.sees("Wacht op jou (1)").sees("Hoe begin je?");
    bram.does_not_see("Hoe begin je?");
    moderator
        .presses(&["Goed: Hoe begin je?"])
        .sees("staat in de lijst");
    anna.sees("staat in de lijst");
    bram.sees("Hoe begin je?");
    bram.asks_its_page(
        "document.querySelector('.qa-theirs button').click()",
        Value::Null,
    );
    until("the vote counts", || {
        (votes(&presenter) == [1]).then_some(())
    });
    // Its buttons are others once nothing is about to be pressed.
    moderator.clicks_at(5.0, 5.0);
    moderator
        .sees("Zet op het scherm")
        .presses(&["Zet op het scherm"]);
    stage.sees("Hoe begin je?");
    anna.sees("nu op het scherm");
    moderator.presses(&["Weiger: Hoe begin je?"]);
    stage.sees("Stel je vraag op je telefoon");
    stage.does_not_see("Hoe begin je?");

    let speaker = Browser::follows(
        &peil,
        "the speaker",
        WindowSize::Phone,
        &presenter.started.speaker_url,
    );
    speaker.sees("Er zijn nog geen vragen.");
    moderator.clicks_at(5.0, 5.0);
    moderator
        .sees("Zet in de lijst")
        .presses(&["Zet in de lijst"]);
    speaker
        .sees("Hoe begin je?")
        .presses(&["Antwoord opschrijven"]);
    speaker
        .types("text", "Begin klein.")
        .presses(&["Bewaar het antwoord"]);
    speaker.sees("beantwoord");
    anna.sees("Begin klein.");
    bram.sees("Begin klein.");
}

#[test]
fn doubles_are_merged_and_rows_stay_where_they_are_meanwhile() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let first = presenter.types_in("Hoe begin je?");
    let second = presenter.types_in("Hoe start je?");
    let moderator = list(&peil, &presenter, WindowSize::Phone);
    moderator.picks("double", &first).picks("double", &second);
    asks(&peil, &presenter, "Carla", "Wat kost het?");
    moderator
        .sees("Toon 1 nieuwe")
        .does_not_see("Wat kost het?");
    moderator.presses(&["Voeg samen"]).sees("Telt mee:");
    moderator.presses(&["Toon 1 nieuwe"]).sees("Wat kost het?");
    until("they count as one", || {
        (votes(&presenter).len() == 2).then_some(())
    });
    moderator.presses(&["Haal los: Hoe start je?"]);
    until("they are two again", || {
        (votes(&presenter).len() == 3).then_some(())
    });
    // Whoever writes keeps the row they write in.
    moderator.presses(&["Antwoord opschrijven: Hoe begin je?"]);
    moderator.types("text", "Begin klein.");
    asks(&peil, &presenter, "Dirk", "Mag het korter?");
    moderator
        .sees("Wacht op jou (2)")
        .does_not_see("Mag het korter?");
    moderator
        .presses(&["Bewaar het antwoord"])
        .sees("beantwoord");
    let listed = presenter.organiser.gets(&presenter.path("/qa")).json();
    assert_eq!(listed["questions"][0]["reply"], "Begin klein.");
}

#[test]
fn every_page_with_questions_has_no_barrier() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let first = presenter.types_in(LONG);
    let second = presenter.types_in("Wat kost het?");
    let third = presenter.types_in("Wie betaalt dat?");
    asks(&peil, &presenter, "Anna", "Wanneer beginnen we?");
    for (question, order) in [
        (&first, json!({ "do": "choose" })),
        (
            &second,
            json!({ "do": "reply", "text": "Niets, op de koffie na." }),
        ),
        (&third, json!({ "do": "merge", "into": second })),
        (&first, json!({ "do": "assign", "to": "dr. De Wit" })),
    ] {
        let path = presenter.path(&format!("/qa/{question}"));
        presenter.organiser.posts(&path, &order).expects(200);
    }
    let mut barriers = Vec::new();
    let moderator = list(&peil, &presenter, WindowSize::Laptop);
    let hosts = [
        WindowSize::Laptop,
        WindowSize::Phone,
        WindowSize::SmallPhone,
    ];
    barriers.extend(moderator.is_looked_at("questions", &hosts));
    let room = &presenter.started.room;
    moderator
        .goes(&format!("/rooms/{room}/qa?page=1"))
        .is_welcome();
    barriers.extend(moderator.is_looked_at("questions-page", &hosts));
    let speaker = Browser::follows(
        &peil,
        "the speaker",
        WindowSize::Phone,
        &presenter.started.speaker_url,
    );
    barriers.extend(speaker.is_looked_at("questions-speaker", &hosts));
    let console = Browser::follows(
        &peil,
        "the console",
        WindowSize::Laptop,
        &presenter.started.presenter_url,
    );
    barriers.extend(console.is_looked_at("questions-console", &hosts));
    let phone = Browser::follows(
        &peil,
        "Bram",
        WindowSize::Phone,
        &format!("/{}", presenter.code()),
    );
    barriers.extend(phone.is_looked_at("questions-phone", &WindowSize::PHONES));
    let stage = Browser::follows(
        &peil,
        "the stage",
        WindowSize::Stage,
        &presenter.started.stage_url,
    );
    barriers.extend(stage.is_looked_at("questions-stage", &[WindowSize::Stage]));
    assert_none(&barriers);
}

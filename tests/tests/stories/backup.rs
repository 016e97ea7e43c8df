//! A copy of everything in one file, made while people vote, and a peil that goes on from it.

use std::thread;

use tests::{Folder, Peil, SampleQuestion, Setup, Terminal, sample, text};

fn texts(peil: &Peil, room: &str) -> Vec<String> {
    let results = peil
        .organiser()
        .gets(&format!("/api/v1/rooms/{room}/results"));
    let answers = results.expects(200).json()["questions"][0]["answers"].clone();
    let answers = answers.as_array().cloned().unwrap_or_default();
    answers
        .iter()
        .map(|answer| answer["text"].as_str().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn a_copy_made_while_people_vote_has_what_was_acknowledged_before() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Open]));
    presenter.opens("ideas");
    let votes = |name: &str, count: usize| {
        for number in 0..count {
            peil.phone(name)
                .opens(presenter.code())
                .votes(text(&format!("{name} {number}")));
        }
    };
    votes("eerder", 10);
    let place = Folder::new();
    let file = place.path().join("kopie.db");
    let name = file.to_str().expect("test folders have plain names");
    let data = peil.data();
    let data = data.to_str().expect("test folders have plain names");
    let made = thread::scope(|scope| {
        let copying = scope.spawn(|| Terminal::runs(["backup", name, "--data", data]));
        votes("intussen", 30);
        copying.join().expect("the copy is made or says why not")
    });
    assert!(made.ends_with(0).text().contains(name), "{made:?}");

    let restored = Folder::new();
    std::fs::copy(&file, restored.path().join("peil.db")).expect("the copy is a file");
    let other = Peil::starts_with(Setup {
        data: Some(restored.path().to_owned()),
        ..Setup::default()
    });
    let room = &presenter.started.room;
    let (all, kept) = (texts(&peil, room), texts(&other, room));
    for number in 0..10 {
        assert!(kept.contains(&format!("eerder {number}")), "{kept:?}");
    }
    assert_eq!(
        kept,
        all[..kept.len()],
        "nothing by half, in the order it came"
    );
    assert_eq!(all.len(), 40, "nobody had to wait for the copy");

    let mut anna = other.phone("Anna");
    anna.opens(presenter.code()).votes(text("En verder"));
    assert_eq!(
        texts(&other, room).len(),
        kept.len() + 1,
        "the code still works, and answers are taken"
    );
}

#[test]
fn a_copy_is_never_written_over_a_file_and_never_made_of_nothing() {
    let peil = Peil::starts();
    let place = Folder::new();
    let there = place.writes("er-is-al-iets", "kostbaar");
    let there = there.to_str().expect("test folders have plain names");
    let refused = Terminal::runs_on(&peil, &["backup", there]);
    assert!(
        refused.ends_with(1).said().contains("choose another name"),
        "{refused:?}"
    );
    assert_eq!(
        std::fs::read_to_string(there).expect("it is still there"),
        "kostbaar"
    );

    let file = place.path().join("kopie.db");
    let name = file.to_str().expect("test folders have plain names");
    let empty = place
        .path()
        .to_str()
        .expect("test folders have plain names");
    let nothing = Terminal::runs(["backup", name, "--data", empty]);
    assert!(
        nothing
            .ends_with(1)
            .said()
            .contains("there is no peil data"),
        "{nothing:?}"
    );
    let nowhere = Terminal::runs_on(&peil, &["backup", "/no-such/kopie.db"]);
    assert!(
        nowhere.ends_with(1).said().contains("can't be written"),
        "{nowhere:?}"
    );
    assert!(!file.exists() && !place.path().join("kopie.db.unfinished").exists());
}

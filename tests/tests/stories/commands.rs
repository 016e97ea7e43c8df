//! The commands at a terminal: their codes, their sentences, and a folder that belongs to one
//! server.

use tests::{Folder, Peil, SampleQuestion, Setup, Terminal, option, sample};

#[test]
fn wrong_usage_is_64() {
    let wrong: [&[&str]; 10] = [
        &["dans"],
        &["serve", "--luister"],
        &["deck"],
        &["deck", "check"],
        &["export"],
        &["serve", "--listen", "nowhere"],
        &["serve", "--join-burst", "0"],
        &["serve", "--join-rate", "0"],
        &["serve", "--join-rate=-1"],
        &["serve", "--join-rate", "snel"],
    ];
    for arguments in wrong {
        let outcome = Terminal::runs(arguments);
        assert!(
            !outcome.ends_with(64).stderr.is_empty(),
            "{arguments:?} says what is wrong"
        );
        assert!(outcome.stdout.is_empty(), "{outcome:?}");
    }
}

#[test]
fn help_and_version_are_answers() {
    for argument in ["--help", "--version"] {
        let outcome = Terminal::runs([argument]);
        assert!(outcome.ends_with(0).text().contains("peil"), "{outcome:?}");
    }
}

#[test]
fn a_deck_that_is_not_there_is_said_so() {
    let outcome = Terminal::runs(["deck", "check", "no-such.md"]);
    assert!(outcome.code.is_some_and(|code| code != 0), "{outcome:?}");
    assert!(outcome.said().contains("no-such.md"), "{outcome:?}");
}

#[test]
fn a_short_token_is_refused() {
    let outcome = Terminal::runs_with("PEIL_TOKEN", "kort", &["serve", "--listen", "127.0.0.1:0"]);
    assert!(outcome.code.is_some_and(|code| code != 0), "{outcome:?}");
    assert!(
        outcome.stderr.contains("PEIL_TOKEN") && outcome.stderr.contains("32"),
        "{outcome:?}"
    );
    assert!(
        !outcome.stderr.contains("kort\"") && !outcome.stdout.starts_with(b"peil ready"),
        "{outcome:?}"
    );
}

#[test]
fn a_second_server_on_the_same_folder_ends_with_a_sentence() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let (status, said) = peil.a_second_one_on_the_same_folder();
    assert!(
        !status.success() && status.code().is_some(),
        "{status}: {said}"
    );
    assert!(!said.contains("panicked"), "{said}");
    let folder = peil.data();
    assert!(
        said.contains(folder.to_str().expect("a plain name")),
        "the sentence names the folder: {said}"
    );
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code()).votes(option(1));
    assert_eq!(
        presenter.results("pet").voters(),
        1,
        "the first one goes on"
    );
}

#[test]
fn the_doctor_says_what_this_machine_gives() {
    let folder = Folder::on_disk();
    let peil = Peil::starts_with(Setup {
        data: Some(folder.path().join("data")),
        ..Setup::default()
    });
    let outcome = Terminal::runs_on(&peil, &["doctor"]);
    let said = outcome.ends_with(0).text();
    assert!(said.lines().count() >= 3, "{said}");
    for subject in ["fsync", "files", "space", "memory", "people at once"] {
        assert!(said.contains(subject), "{subject}: {said}");
    }
}

#[test]
fn every_option_has_a_variable_of_the_environment() {
    let outcome = Terminal::runs_with("PEIL_LISTEN", "nowhere", &["serve"]);
    outcome.ends_with(64);
    assert!(outcome.stderr.contains("nowhere"), "{outcome:?}");
}

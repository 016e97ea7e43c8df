//! The API against its own description: schemathesis asks whatever the description allows, and much that it doesn't, of a running server
//! and holds every answer against it. Run by `cargo xtask test`, which installs it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use tests::{Peil, Sample, TOKEN, option, sample};

/// For how long it asks, in seconds.
const SECONDS: u32 = 60;

/// Held is what peil promises: described statuses, bodies and headers, no errors of its own, no way around the token. Not held is that
/// whatever fits the schema is taken: a deck is a text with a grammar, and `If-Match` names a version, which no schema can say.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,\
                      response_schema_conformance,unsupported_method,ignored_auth,use_after_free";

#[test]
fn every_answer_of_the_api_is_as_it_is_described() {
    let peil = Peil::starts();
    let organiser = peil.organiser();
    let deck = organiser.uploads(&sample([Sample::Choice, Sample::Words, Sample::Open]));
    let presenter = organiser.starts_again(&deck);
    presenter.opens("huisdier");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code()).votes(option(1));

    // What it asks of this room and this deck is there; what it removes is what it made itself.
    let config = peil.beside().join("schemathesis.toml");
    let named = format!(
        "[parameters]\nroom = \"{}\"\ndeck = \"{}\"\n\n[[operations]]\ninclude-method = \"DELETE\"\nenabled = false\n",
        presenter.started.room, deck.deck
    );
    fs::write(&config, named).expect("the configuration can be written");
    let description = peil.address().url("/api/v1/openapi.json");
    let asked = Command::new(program())
        .arg("--config-file")
        .arg(&config)
        .args(["run", &description, "--checks", CHECKS, "--max-time", &SECONDS.to_string(), "--no-color"])
        .args(["--header", &format!("Authorization: Bearer {TOKEN}")])
        .current_dir(peil.beside())
        .output()
        .unwrap_or_else(|error| panic!("{}: {error}; `cargo xtask test` installs it", program().display()));
    let told = String::from_utf8_lossy(&asked.stdout);
    assert!(asked.status.success(), "{told}\n{}", String::from_utf8_lossy(&asked.stderr));
    assert!(told.contains("Test cases:"), "it asked something: {told}");
    // The room is what it was made for, and its one answer is still Anna's.
    assert_eq!(presenter.room().participants, 1);
}

fn program() -> PathBuf {
    std::env::var_os("PEIL_SCHEMATHESIS").map_or_else(|| PathBuf::from("schemathesis"), PathBuf::from)
}

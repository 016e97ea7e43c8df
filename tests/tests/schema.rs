//! The API against its own description: schemathesis asks whatever the description allows, and much
//! that it doesn't, of a running server and holds every answer against it. Run by `cargo xtask
//! test`, which installs it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;
use tests::{
    Peil, Presenter, SampleQuestion, TOKEN, Uploaded, number, option, place, sample, text, values,
    words,
};

/// For how long it asks, in seconds.
const SECONDS: u32 = 60;

/// Held is what peil promises: described statuses, bodies and headers, no errors of its own, no way
/// around the token. Not held is that whatever fits the schema is taken: a deck is a text with a
/// grammar, and `If-Match` names a version, which no schema can say.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,\
                      response_schema_conformance,unsupported_method,ignored_auth,use_after_free";

/// Everything that a room may say of itself: each kind of question, answered, and one more round of
/// the first.
fn room(peil: &Peil, deck: &Uploaded) -> Presenter {
    let presenter = peil.organiser().starts_again(deck);
    for (question, answer) in [
        ("pet", option(1)),
        ("words", words(["hond"])),
        ("ideas", text("Moestuin")),
        ("statements", values([Some(4), None])),
        ("belief", place(70)),
        ("how-many", number("1.250")),
    ] {
        presenter.opens(question);
        peil.phone(question).opens(presenter.code()).votes(answer);
    }
    presenter.opens("pet");
    presenter
}

/// The description, with no field left open in what is answered: one that is not described is
/// found. Users are promised less, so that fields may be added.
fn closed(mut description: Value) -> Value {
    let asked = ["Control", "Moderation"];
    let schemas = description["components"]["schemas"]
        .as_object_mut()
        .expect("schemas");
    let mut closed = 0;
    for (_, schema) in schemas
        .iter_mut()
        .filter(|(name, _)| !asked.contains(&name.as_str()))
    {
        closed += close(schema);
    }
    assert!(closed > 12, "{closed} objects are described");
    description
}

fn close(schema: &mut Value) -> usize {
    let Some(object) = schema.as_object_mut() else {
        return 0;
    };
    let has_fields = object.contains_key("properties");
    if has_fields {
        object
            .entry("additionalProperties")
            .or_insert(Value::Bool(false));
    }
    let parts = object
        .get_mut("properties")
        .and_then(Value::as_object_mut)
        .into_iter()
        .flat_map(|fields| fields.values_mut());
    let inside: usize = parts.map(close).sum();
    usize::from(has_fields) + inside + object.get_mut("items").map_or(0, close)
}

/// What it has to ask: of this room and this deck, and to remove others alone.
fn config(room: &str, deck: &str, of: (&str, &str)) -> String {
    let (other_room, other_deck) = of;
    format!(
        "[parameters]\nroom = \"{room}\"\ndeck = \"{deck}\"\n\n[[operations]]\ninclude-name = \"DELETE \
         /rooms/{{room}}\"\nparameters = {{ room = \"{other_room}\" }}\n\n[[operations]]\ninclude-name = \"DELETE \
         /decks/{{deck}}\"\nparameters = {{ deck = \"{other_deck}\" }}\n"
    )
}

#[test]
fn every_answer_of_the_api_is_as_it_is_described() {
    let peil = Peil::starts();
    let organiser = peil.organiser();
    let deck = organiser.uploads(&sample(SampleQuestion::ALL));
    let presenter = room(&peil, &deck);
    let other = organiser.uploads(&sample([SampleQuestion::Choice]));
    let removed = organiser.starts_again(&other).started.room;

    let beside = peil.beside();
    fs::write(
        beside.join("schemathesis.toml"),
        config(&presenter.started.room, &deck.deck, (&removed, &other.deck)),
    )
    .expect("the configuration can be written");
    let description = peil
        .stranger(None)
        .gets("/api/v1/openapi.json")
        .expects(200)
        .json();
    fs::write(beside.join("openapi.json"), closed(description).to_string())
        .expect("the description can be written");
    let asked = Command::new(program())
        .args([
            "--config-file",
            "schemathesis.toml",
            "run",
            "openapi.json",
            "--url",
            &peil.address().url("/api/v1"),
        ])
        .args([
            "--checks",
            CHECKS,
            "--max-time",
            &SECONDS.to_string(),
            "--no-color",
        ])
        .args(["--header", &format!("Authorization: Bearer {TOKEN}")])
        .current_dir(beside)
        .output()
        .unwrap_or_else(|error| {
            panic!(
                "{}: {error}; `cargo xtask test` installs it",
                program().display()
            )
        });
    let output = String::from_utf8_lossy(&asked.stdout);
    assert!(
        asked.status.success(),
        "{output}\n{}",
        String::from_utf8_lossy(&asked.stderr)
    );
    assert!(
        output.contains("Test cases:"),
        "it asked something: {output}"
    );
    // The room is still there, whoever was removed from it; what was to be removed is gone.
    presenter.room();
    organiser
        .gets(&format!("/api/v1/rooms/{removed}"))
        .expects(404);
    organiser
        .gets(&format!("/api/v1/decks/{}", other.deck))
        .expects(404);
}

fn program() -> PathBuf {
    std::env::var_os("PEIL_SCHEMATHESIS")
        .map_or_else(|| PathBuf::from("schemathesis"), PathBuf::from)
}

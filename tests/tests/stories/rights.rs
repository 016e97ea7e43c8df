//! Who may call what, as the table in docs/protocol.md says it, and what each of them is sent:
//! every route, with every role.

use tests::{ControlPress, Method, Peil};

mod scene;
pub mod table;

use scene::Scene;
use table::{RightsRow, table};

/// Whether a call may have changed what the next one is about.
fn leaves_all_as_it_was(row: &RightsRow, status: u16) -> bool {
    status >= 400 || row.method == Method::GET
}

#[test]
fn every_call_answers_each_caller_as_the_table_says() {
    let peil = Peil::starts();
    let (callers, rows) = table();
    let mut scene = Scene::new(&peil);
    let mut wrong = Vec::new();
    for row in &rows {
        for (place, expected) in row.statuses.iter().enumerate() {
            let (name, caller) = &scene.callers[place];
            assert_eq!(*name, callers[place]);
            let (status, reply) = scene.calls(row, caller);
            if status != *expected {
                let reply: String = reply.chars().take(600).collect();
                wrong.push(format!(
                    "{} {} by {name}: {status}, not {expected}: {reply}",
                    row.method, row.path
                ));
            }
            if !leaves_all_as_it_was(row, status) {
                scene = Scene::new(&peil);
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} rows:\n{}",
        wrong.len(),
        rows.len(),
        wrong.join("\n\n")
    );
}

/// What is on the screen and on phones while everybody is asked for everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Showing {
    /// Results are hidden from both.
    Hidden,
    /// The stage shows them.
    OnStage,
    /// Phones show them too.
    OnPhones,
    /// It is over.
    Ended,
}

/// What somebody may find in what they are sent: a text that stands nowhere else, and who may read
/// it when.
struct Secret {
    text: &'static str,
    sees: fn(&str, Showing) -> bool,
}

fn is_owner(caller: &str) -> bool {
    matches!(caller, "owner" | "token")
}

fn is_backstage(caller: &str) -> bool {
    is_owner(caller) || matches!(caller, "presenter" | "remote" | "moderator")
}

/// Speakers see of the slide what the hall sees.
fn is_in_front(caller: &str) -> bool {
    matches!(caller, "stage" | "speaker")
}

fn shows(caller: &str, showing: Showing) -> bool {
    match showing {
        Showing::Hidden => false,
        Showing::OnStage | Showing::Ended => is_in_front(caller),
        // By its code the room is open to everybody.
        Showing::OnPhones => true,
    }
}

const SECRETS: [Secret; 15] = [
    // Results of the question on the stage, in words and as figures.
    Secret {
        text: "geheime-tulp",
        sees: |caller, showing| is_backstage(caller) || shows(caller, showing),
    },
    Secret {
        text: "\"results\":{",
        sees: |caller, showing| is_backstage(caller) || shows(caller, showing),
    },
    Secret {
        text: "\"cloud\":{",
        sees: |caller, showing| {
            is_backstage(caller) || is_in_front(caller) && shows(caller, showing)
        },
    },
    // What the moderator hid, and the list of what there is to hide.
    Secret {
        text: "verborgen-hyacint",
        sees: |caller, _| is_backstage(caller),
    },
    Secret {
        text: "\"moderable\":[",
        sees: |caller, _| is_backstage(caller),
    },
    // What waits for the moderator.
    Secret {
        text: "wachtende-lelie",
        sees: |caller, _| is_backstage(caller),
    },
    // A question to the speakers that waits, whatever the speakers see of others.
    Secret {
        text: "wachtende-narcis",
        sees: |caller, _| is_backstage(caller),
    },
    // Results of an earlier question, which only the desk and exports show.
    Secret {
        text: "geheime-roos",
        sees: |caller, _| is_owner(caller),
    },
    // What somebody filled into a form.
    Secret {
        text: "geheime-iris",
        sees: |caller, _| is_owner(caller),
    },
    // Notes to the slide on the stage, and to others.
    Secret {
        text: "spiekbriefje-zonnebloem",
        sees: |caller, _| is_owner(caller) || caller == "presenter",
    },
    Secret {
        text: "spiekbriefje-madelief",
        sees: |caller, _| is_owner(caller),
    },
    // The next slide's prompt, what there is to choose there, which the console draws, and which of
    // it is right.
    Secret {
        text: "gladiolen",
        sees: |caller, _| is_backstage(caller),
    },
    Secret {
        text: "pioenroos",
        sees: |caller, _| is_owner(caller) || caller == "presenter",
    },
    Secret {
        text: "correct",
        sees: |caller, _| is_owner(caller),
    },
    // The slide after that, which stands in the console's list.
    Secret {
        text: "korenbloemen",
        sees: |caller, _| is_owner(caller) || caller == "presenter",
    },
];

/// Calls that are wrong in some way: what is said of that must give nothing away either.
const WRONG: [(&str, &str, &str); 6] = [
    (
        "/rooms/{room}/control",
        "application/x-www-form-urlencoded",
        "do=go&slide=nowhere",
    ),
    (
        "/rooms/{room}/control",
        "application/x-www-form-urlencoded",
        "do=dance",
    ),
    (
        "/rooms/{room}/moderate",
        "application/x-www-form-urlencoded",
        "of=word&question=words&merge=picked&back=remote",
    ),
    (
        "/api/v1/rooms/{room}/control",
        "application/json",
        r#"{"do":"open","slide":"nowhere"}"#,
    ),
    (
        "/api/v1/rooms/{room}/moderate",
        "application/json",
        r#"{"do":"merge","word":"linde","into":"beuk"}"#,
    ),
    ("/api/v1/rooms/{room}/control", "application/json", "{"),
];

#[test]
fn nobody_is_sent_what_their_role_may_not_see_by_any_call() {
    let peil = Peil::starts();
    let (_, rows) = table();
    let mut found = Vec::new();
    let mut scene = Scene::new(&peil);
    // The description of the API names fields and knows no room.
    let of_rooms = rows
        .iter()
        .filter(|row| !row.path.ends_with("/openapi.json"));
    for row in of_rooms {
        for place in 0..row.statuses.len() {
            let (name, caller) = &scene.callers[place];
            let (status, reply) = scene.calls(row, caller);
            found.extend(
                seen(name, Showing::Hidden, &reply)
                    .map(|text| format!("{} {}: {name} finds {text}", row.method, row.path)),
            );
            if !leaves_all_as_it_was(row, status) {
                scene = Scene::new(&peil);
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn nor_by_any_page_or_frame_as_the_room_goes_on_nor_by_a_call_that_is_wrong() {
    let peil = Peil::starts();
    let (_, rows) = table();
    let of_the_room = |row: &&RightsRow| row.path.contains("{room}") || row.path.contains("{code}");
    let looks = |row: &&RightsRow| row.method == Method::GET && of_the_room(row);
    let looks: Vec<&RightsRow> = rows.iter().filter(looks).collect();
    let mut found = Vec::new();
    for showing in [
        Showing::Hidden,
        Showing::OnStage,
        Showing::OnPhones,
        Showing::Ended,
    ] {
        let scene = Scene::new(&peil);
        turns_to(&scene, showing);
        for (name, caller) in &scene.callers {
            for (path, kind, body) in WRONG {
                let path = path.replace("{room}", &scene.presenter.started.room);
                let reply = caller.calls(Method::POST, &path, &[("content-type", kind)], body);
                assert!(reply.status >= 300, "{reply:?}");
                found.extend(
                    seen(name, showing, &reply.text())
                        .map(|text| format!("{showing:?}, {path} {body}: {name} finds {text}")),
                );
            }
            // Opening and closing for sockets would reopen a room that has ended.
            for row in looks
                .iter()
                .filter(|row| showing != Showing::Ended || !row.path.contains("/live"))
            {
                let reply = scene.calls(row, caller).1;
                found.extend(
                    seen(name, showing, &reply)
                        .map(|text| format!("{showing:?}, {}: {name} finds {text}", row.path)),
                );
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// What somebody finds that they may not see.
fn seen(caller: &str, showing: Showing, reply: &str) -> Option<&'static str> {
    let reply = reply.to_lowercase();
    let hidden = SECRETS
        .iter()
        .filter(|secret| !(secret.sees)(caller, showing));
    hidden
        .map(|secret| secret.text)
        .find(|text| reply.contains(text))
}

fn turns_to(scene: &Scene<'_>, showing: Showing) {
    let presenter = &scene.presenter;
    match showing {
        Showing::Hidden => {}
        Showing::OnStage => drop(presenter.does(ControlPress::new("show").on("stage"))),
        Showing::OnPhones => {
            presenter.does(ControlPress::new("show").on("stage"));
            presenter.does(ControlPress::new("show").on("phones"));
        }
        Showing::Ended => {
            presenter.does(ControlPress::new("show").on("stage"));
            presenter.ends();
        }
    }
}

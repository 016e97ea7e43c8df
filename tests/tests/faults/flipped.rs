//! A byte on the disk turns: the room it belongs to says so, the room beside it goes on, nothing
//! crashes.

use tests::{Peil, Presenter, SampleQuestion, Terminal, copy_of, flip_what_changed, sample, text};

fn room_with(peil: &Peil, words: &str) -> Presenter {
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Open]));
    presenter.opens("ideas");
    let mut phone = peil.phone("somebody");
    phone.opens(presenter.code()).votes(text(words));
    presenter
}

#[test]
fn a_flipped_byte_stops_one_room_and_no_other() {
    let mut peil = Peil::starts();
    let sound = room_with(&peil, "Hier is niets mee");
    let damaged = room_with(&peil, "Kort");
    peil.terminate();
    let older = copy_of(&peil.data());
    peil.start_again();
    let mut carla = peil.phone("Carla");
    let long = "Dit zijn de bytes die straks omvallen. ".repeat(5);
    carla.opens(damaged.code()).votes(text(long.trim()));
    peil.terminate();
    let flipped = flip_what_changed(older.path(), &peil.data(), long.len() / 2);
    assert!(flipped > 0, "the answer is somewhere in the folder");
    peil.start_again();

    for path in ["", "/results", "/export?format=csv&shape=long"] {
        let reply = damaged.organiser.gets(&damaged.path(path));
        assert!(
            reply.status >= 500,
            "a damaged room is not made up: {reply:?}"
        );
        reply.problem();
    }
    let mut anna = peil.phone("Anna");
    let reply = anna.goes(&format!("/{}", damaged.code()));
    assert!(reply.status >= 500, "{reply:?}");
    reply.refusal();

    let mut owner = peil
        .visitor("the owner")
        .with_origin(&peil.address().origin());
    owner
        .goes(
            Terminal::runs_on(&peil, &["sign-in"])
                .ends_with(0)
                .text()
                .trim(),
        )
        .expects(200);
    for path in [
        format!("/desk/rooms/{}", damaged.started.room),
        "/desk".to_owned(),
    ] {
        owner.goes(&path);
        owner.sees("Beschadigd").sees("peil doctor");
        let away = format!("/desk/rooms/{}/delete", damaged.started.room);
        assert!(
            owner.page().forms().iter().any(|form| form.action == away),
            "it can be thrown away from {path}"
        );
    }

    let mut bob = peil.phone("Bob");
    bob.opens(sound.code()).votes(text("En dit ook niet"));
    assert_eq!(sound.results("ideas").texts().len(), 2);
    let fresh = room_with(&peil, "Een nieuwe zaal");
    assert_eq!(fresh.results("ideas").texts().len(), 1);
    assert!(peil.runs());
    peil.terminate();
    peil.start_again();
    assert_eq!(sound.results("ideas").texts().len(), 2);
}

//! Lists of many rooms and decks: quick, a page at a time, and without reading a single room.

use serde_json::json;
use tests::{Peil, SampleQuestion, Visitor, option, sample};

const LOADED: &str = "peil_rooms_loaded";

/// Somebody looks at a list.
type Look<'a> = &'a mut dyn FnMut(&mut Visitor);

fn signs_in(peil: &Peil) -> Visitor {
    let mut owner = peil
        .visitor("the owner")
        .with_origin(&peil.address().origin());
    let link = tests::Terminal::runs_on(peil, &["sign-in"])
        .ends_with(0)
        .text();
    owner.goes(link.trim()).expects(200);
    owner
}

#[test]
fn no_list_reads_a_room() {
    let mut peil = Peil::starts();
    let deck = peil.organiser().uploads(&sample([SampleQuestion::Choice]));
    let rooms: Vec<_> = (0..12)
        .map(|_| peil.organiser().starts_again(&deck))
        .collect();
    rooms[0].opens("pet");
    peil.phone("Anna").opens(rooms[0].code()).votes(option(1));
    rooms[1].ends();
    peil.terminate();
    peil.start_again();
    let mut owner = signs_in(&peil);
    let mut laptop = peil.visitor("a laptop");
    laptop.goes("/stage").expects(200);
    let links = laptop.page().links();
    let screen = links
        .into_iter()
        .find(|link| link.contains("/stage/"))
        .expect("the code is also a link");
    let mut new_deck = |owner: &mut Visitor| {
        owner.goes("/desk").expects(200);
        let mut form = owner
            .page()
            .forms()
            .into_iter()
            .find(|form| form.has("text"))
            .expect("a place for a deck");
        form.types("text", &["---\ntitel: fout\n---\n"]);
        owner.sends(&form).expects(422);
    };
    let save = |owner: &mut Visitor| {
        owner
            .goes(&format!("/desk/decks/{}", deck.deck))
            .expects(200);
        let form = owner
            .page()
            .forms()
            .into_iter()
            .find(|form| form.has("text"))
            .expect("an editor");
        owner.sends(&form).expects(200);
    };
    let looks = |path: String| {
        move |owner: &mut Visitor| {
            owner.goes(&path).expects(200);
        }
    };
    let lists: [(&str, Look<'_>); 9] = [
        ("the desk", &mut looks("/desk".into())),
        (
            "its second page",
            &mut looks("/desk?rooms=2&decks=7".into()),
        ),
        (
            "a deck with its rooms",
            &mut looks(format!("/desk/decks/{}", deck.deck)),
        ),
        (
            "a deck about to go",
            &mut looks(format!("/desk/decks/{}?confirm=1", deck.deck)),
        ),
        ("a deck that is wrong", &mut new_deck),
        ("a deck that is saved", &mut { save }),
        ("rooms for a script", &mut looks("/api/v1/rooms".into())),
        ("decks for a script", &mut looks("/api/v1/decks".into())),
        ("rooms for a screen", &mut looks(screen)),
    ];
    assert_eq!(peil.figure(LOADED), Some(0.0), "nobody has asked for any");
    for (what, list) in lists {
        list(&mut owner);
        assert_eq!(peil.figure(LOADED), Some(0.0), "{what} has read a room");
    }

    owner
        .goes(&format!("/desk/rooms/{}", rooms[0].started.room))
        .expects(200);
    assert_eq!(
        peil.figure(LOADED),
        Some(1.0),
        "a room's own page reads that room"
    );
    owner.goes("/desk").expects(200);
    owner
        .sees("Loopt")
        .sees("Niet in gebruik")
        .sees("Afgelopen");
    assert_eq!(peil.figure(LOADED), Some(1.0));
}

#[test]
fn a_list_of_many_is_shown_a_page_at_a_time_and_is_whole() {
    let peil = Peil::starts();
    let organiser = peil.organiser();
    let deck = organiser.uploads(&sample([SampleQuestion::Choice]));
    for number in 0..60 {
        organiser.uploads(&format!("---\ntitle: Deck {number:02}\n---\n\n# Welkom\n"));
    }
    let codes: Vec<String> = (0..55)
        .map(|_| organiser.starts_again(&deck).started.code)
        .collect();
    let mut owner = signs_in(&peil);
    for (path, list, each) in [
        ("/desk".to_owned(), "rooms", 55),
        ("/desk".to_owned(), "decks", 61),
        (format!("/desk/decks/{}", deck.deck), "rooms", 55),
    ] {
        let mut rows = Vec::new();
        for (number, expected) in [(1, 50), (2, each - 50), (99, each - 50)] {
            owner.goes(&format!("{path}?{list}={number}")).expects(200);
            let page = owner.page();
            let named = |href: &&str| {
                href.starts_with(if list == "rooms" {
                    "/desk/rooms/"
                } else {
                    "/desk/decks/"
                })
            };
            let links: Vec<String> = page
                .all(".item h3 a")
                .iter()
                .filter_map(|a| a.attr("href"))
                .filter(named)
                .map(str::to_owned)
                .collect();
            assert_eq!(links.len(), expected, "page {number} of {list} at {path}");
            let ways = page
                .links()
                .into_iter()
                .filter(|link| link.contains(&format!("{list}=")))
                .count();
            assert!(ways >= 1, "a way to the other page");
            rows.push(links);
        }
        assert_eq!(rows[1], rows[2], "after the last page there is none");
        rows.truncate(2);
        let mut all = rows.concat();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), each, "each {list} once");
    }
    for wrong in ["/desk?rooms=x", "/desk?decks=-1", "/desk?rooms="] {
        assert_eq!(owner.goes(wrong).status, 400, "{wrong}");
    }
    let listed = organiser.gets("/api/v1/rooms").expects(200).json();
    let listed: Vec<&str> = listed
        .as_array()
        .expect("rooms")
        .iter()
        .filter_map(|room| room["code"].as_str())
        .collect();
    assert!(
        codes.iter().all(|code| listed.contains(&code.as_str())),
        "a script gets all of them"
    );
    assert_eq!(listed.len(), 55);
}

#[test]
fn a_list_is_never_behind() {
    let mut peil = Peil::starts();
    let organiser = peil.organiser();
    let mut owner = signs_in(&peil);
    owner.goes("/desk").expects(200);
    owner
        .sees("Nog geen presentaties")
        .sees("Nog geen bijeenkomsten");
    let deck = organiser.uploads(&sample([SampleQuestion::Choice]));
    let other = organiser.uploads("---\ntitle: Een andere\n---\n\n# Welkom\n");
    let room = organiser.starts_again(&deck);
    owner.goes("/desk").expects(200);
    owner
        .sees("Proefzaal")
        .sees("Een andere")
        .sees("Niet in gebruik");
    let put = organiser.clone().with_header("if-match", "*");
    let path = format!("/api/v1/decks/{}", other.deck);
    let text = "---\ntitle: Herdoopt\n---\n\n# Welkom\n"
        .as_bytes()
        .to_vec();
    put.calls(tests::Method::PUT, &path, Some(("text/markdown", text)))
        .expects(200);
    room.next();
    owner.goes("/desk").expects(200);
    owner
        .sees("Herdoopt")
        .does_not_see("Een andere")
        .sees("Loopt");
    room.ends();
    for _ in 0..2 {
        owner.goes("/desk").expects(200);
        owner.sees("Afgelopen").does_not_see("Loopt");
        peil.kill_9();
        peil.start_again();
    }
    organiser.deletes(&path).expects(204);
    room.deletes_the_room();
    owner.goes("/desk").expects(200);
    owner
        .does_not_see("Herdoopt")
        .sees("Nog geen bijeenkomsten");
    let rooms = organiser.gets("/api/v1/rooms").expects(200).json();
    assert_eq!(rooms, json!([]));
}

#[test]
fn what_runs_stands_first_however_many_were_made_since() {
    let peil = Peil::starts();
    let deck = peil.organiser().uploads(&sample([SampleQuestion::Choice]));
    let rooms: Vec<_> = (0..53)
        .map(|_| peil.organiser().starts_again(&deck))
        .collect();
    rooms[0].opens("pet");
    rooms[1].opens("pet");
    rooms[1].ends();
    rooms[52].opens("pet");
    rooms[52].ends();
    let mut owner = signs_in(&peil);
    let mut listed = |path: &str| -> Vec<String> {
        owner.goes(path).expects(200);
        let links = owner.page().links().into_iter().filter_map(|link| {
            // What is over leads to what came of it.
            let room = link.strip_prefix("/desk/rooms/")?;
            Some(room.trim_end_matches("/results").to_owned())
        });
        let mut rooms: Vec<String> = links.collect();
        rooms.dedup();
        rooms
    };
    let name = |room: usize| rooms[room].started.room.clone();
    for path in ["/desk".to_owned(), format!("/desk/decks/{}", deck.deck)] {
        let first = listed(&path);
        assert_eq!(
            first[..3],
            [name(0), name(51), name(50)],
            "{path}: what runs, then the newest"
        );
        let second = listed(&format!("{path}?rooms=2"));
        assert_eq!(
            second,
            [name(2), name(52), name(1)],
            "{path}: what is over comes last"
        );
        assert_eq!(first.len() + second.len(), rooms.len());
    }
}

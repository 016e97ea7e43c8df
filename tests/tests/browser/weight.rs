//! What a phone downloads, measured by the browser over the real server: little before it can vote,
//! and not much at all.

use tests::browser::{Browser, Fetched, WindowSize};
use tests::{Peil, SampleQuestion, WORKSHOP, sample};

/// What may come before a phone can vote, in bytes over the wire: the page and its style, headers
/// included. A connection carries it in its first round trip.
const FIRST_VOTE_BYTES: u64 = 14_000;
/// What a phone may load in all, in bytes over the wire, headers included.
const EVERYTHING_BYTES: u64 = 155_000;
/// All that a phone needs beside the page itself, by name.
const NEEDED: [&str; 5] = [
    "phone.css",
    "phone.js",
    "phone.wasm",
    "phone-nl.txt",
    "favicon.svg",
];

/// `/assets/phone-0123456789abcdef.css` is `phone.css`.
fn name(fetched: &Fetched) -> Option<String> {
    let (_, file) = fetched.url.rsplit_once("/assets/")?;
    let (stem, extension) = file.rsplit_once('.')?;
    let (stem, _hash) = stem.rsplit_once('-')?;
    Some(format!("{stem}.{extension}"))
}

fn bytes<'a>(fetched: impl Iterator<Item = &'a Fetched>) -> u64 {
    fetched.map(|each| each.bytes).sum()
}

fn assert_light(origin: &str, question: &str, fetched: &[Fetched]) {
    assert!(
        fetched.iter().all(|each| each.url.starts_with(origin)),
        "{question}: nothing from elsewhere: {fetched:#?}"
    );
    let needless = fetched.iter().filter(|each| {
        each.kind != "Document" && !name(each).is_some_and(|name| NEEDED.contains(&name.as_str()))
    });
    assert_eq!(
        needless.count(),
        0,
        "{question}: nothing that a phone does not need: {fetched:#?}"
    );
    assert!(
        fetched.iter().all(|each| each.encoding == "br"),
        "{question}: all of it by brotli: {fetched:#?}"
    );
    let before = bytes(
        fetched
            .iter()
            .filter(|each| ["Document", "Stylesheet"].contains(&each.kind.as_str())),
    );
    assert!(
        before <= FIRST_VOTE_BYTES,
        "{question}: {before} bytes before a phone can vote: {fetched:#?}"
    );
    let all = bytes(fetched.iter());
    assert!(
        all <= EVERYTHING_BYTES,
        "{question}: {all} bytes in all: {fetched:#?}"
    );
    println!("{question}: {before} bytes before a phone can vote, {all} in all");
}

#[test]
fn a_phone_can_vote_after_little_and_loads_not_much() {
    let peil = Peil::starts();
    let kinds = SampleQuestion::ALL;
    let phone = Browser::opens_watched("the phone", WindowSize::Phone, peil.address());
    for deck in [sample(kinds), WORKSHOP.to_owned()] {
        let presenter = peil.organiser().starts(&deck);
        let questions: Vec<String> = presenter
            .room()
            .slides
            .iter()
            .filter(|slide| slide.round.is_some())
            .map(|slide| slide.id.clone())
            .collect();
        assert!(questions.len() >= kinds.len(), "{questions:?}");
        for question in questions {
            presenter.opens(&question);
            phone
                .forgets_what_it_fetched()
                .goes(&format!("/{}", presenter.code()))
                .is_welcome();
            let fetched = phone.fetched();
            for name_of in ["phone.css", "phone.js", "phone.wasm", "phone-nl.txt"] {
                assert!(
                    fetched
                        .iter()
                        .any(|each| name(each).as_deref() == Some(name_of)),
                    "{name_of} comes anew: {fetched:#?}"
                );
            }
            assert_light(&peil.address().origin(), &question, &fetched);
        }
    }
}

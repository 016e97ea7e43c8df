//! What a page of protocol 1 had kept goes out once, as frames of today. `protocol_1.jsonl` is what
//! such pages wrote: one of each kind, and one with all of them at once, with drafts.

use super::sends::{kinds, line};
use super::*;

const KEPT: &str = include_str!("protocol_1.jsonl");

/// A page that shows these, with what the browser kept.
fn opened(kept: &str, slides: &[SlideView]) -> PhoneState {
    let (first, late) = slides.split_first().unwrap();
    let mut page = state(first.clone());
    page.view.late = late.to_vec();
    PhoneState::new(page, crate::reading::read(kept))
}

fn add(key: &str, turn: Revision, text: &str) -> ClientFrame {
    ClientFrame::Add {
        question: "open".into(),
        round: 1,
        key: key.into(),
        turn,
        text: text.into(),
        seq: None,
    }
}

fn vote(answer: u64, on: bool) -> ClientFrame {
    ClientFrame::Upvote {
        question: "open".into(),
        answer: AnswerId(answer),
        on,
        seq: None,
    }
}

/// What each page had waiting.
fn expected() -> Vec<Vec<ClientFrame>> {
    let given = |id: &str, round, given: &[(&str, &str)]| ClientFrame::Answer {
        question: id.into(),
        round,
        turn: 1,
        fields: fields(given),
        seq: None,
    };
    let choice = || {
        given(
            "keuze",
            1,
            &[
                ("option", "1"),
                ("option", "3"),
                ("other", "Vrijwilliger \"x\""),
            ],
        )
    };
    let words = || given("woorden", 2, &[("entry", "rust"), ("entry", "één 🙂")]);
    let scale = || given("schaal", 1, &[("value-1", "4"), ("skip-2", "1")]);
    let place = || given("lijn", 1, &[("value", "73")]);
    let open = || {
        vec![
            add("k", 1, "Wandelen\nmet de buurt"),
            add("k-1", 2, "Soep"),
            vote(5, true),
            vote(6, false),
        ]
    };
    vec![
        vec![given("keuze", 1, &[("option", "2")])],
        vec![choice()],
        vec![given("keuze", 1, &[("other", "Vrijwilliger")])],
        vec![words()],
        vec![scale()],
        vec![place()],
        vec![given("lijn", 1, &[("value", "33.33")])],
        open(),
        [vec![choice(), words(), scale(), place()], open()].concat(),
    ]
}

/// A question of each kind, under the ids that the pages of then knew it by.
fn slides_of_then() -> Vec<SlideView> {
    let named = kinds()
        .into_iter()
        .zip(["keuze", "woorden", "schaal", "lijn", "open"]);
    named
        .map(|(slide, id)| SlideView {
            id: id.into(),
            ..slide
        })
        .collect()
}

fn of(frame: &ClientFrame) -> SlideId {
    about(frame).unwrap().0.clone()
}

/// What the room says once a frame is stored.
fn stores(frame: &ClientFrame) -> OutboxEvent {
    let (question, turn) = about(frame).map(|(id, turn)| (id.clone(), turn)).unwrap();
    let (round, answer) = match frame {
        ClientFrame::Answer { round, .. } => (*round, None),
        ClientFrame::Add { round, turn, .. } => (*round, Some(AnswerId(100 + turn))),
        ClientFrame::Upvote { answer, .. } => (1, Some(*answer)),
        ClientFrame::Ping { .. } => (0, None),
    };
    OutboxEvent::Heard(ServerFrame::Saved(Saved {
        question,
        round,
        turn,
        seq: 2,
        answer,
    }))
}

#[test]
fn what_was_tapped_and_never_sent_arrives_exactly_once() {
    let lines: Vec<&str> = KEPT.lines().collect();
    assert_eq!(lines.len(), expected().len());
    for (kept, frames) in lines.into_iter().zip(expected()) {
        let slides: Vec<SlideView> = slides_of_then()
            .into_iter()
            .filter(|slide| frames.iter().any(|frame| of(frame) == slide.id))
            .collect();
        let mut outbox = opened(kept, &slides);
        let greets = |own| {
            OutboxEvent::Heard(ServerFrame::Hello {
                seq: 2,
                you: Some(anna()),
                group: None,
                finished: false,
                own,
                view: view(slides[0].clone(), slides[1..].to_vec()),
            })
        };
        assert_eq!(
            sent(outbox.take(greets(Default::default()))),
            frames,
            "{kept}"
        );
        // As it is kept now it is read the same, and says nothing of before.
        let again = serde_json::to_string(outbox.kept()).unwrap();
        assert!(!again.contains("\"value\":{"), "{again}");
        assert_eq!(
            crate::reading::read::<Kept>(&again).as_ref(),
            Some(outbox.kept())
        );
        let mut half = outbox.clone();
        frames
            .iter()
            .for_each(|frame| drop(outbox.take(stores(frame))));
        assert_eq!(outbox.waiting().count(), 0, "{kept}");
        let own = outbox.page().own;
        assert_eq!(sent(outbox.take(greets(own.clone()))), [], "{kept}");
        // Stored, and only the receipt was lost: of votes nothing tells, and the same again is
        // safe.
        let votes = |frame: &ClientFrame| matches!(frame, ClientFrame::Upvote { .. });
        assert!(sent(half.take(greets(own))).iter().all(votes), "{kept}");
    }
}

#[test]
fn what_was_typed_and_not_sent_is_in_the_form_again() {
    let kept = KEPT.lines().last().unwrap();
    let slides = slides_of_then();
    let place = slides
        .iter()
        .find(|slide| slide.id == "lijn".into())
        .unwrap()
        .clone();
    let typed = opened(kept, &[place]).page().typed.map(Fields).unwrap();
    assert_eq!(typed.first("value"), Some("80"));
    let open = slides
        .iter()
        .find(|slide| slide.id == "open".into())
        .unwrap()
        .clone();
    let mut outbox = opened(kept, &[open]);
    assert_eq!(
        outbox.page().typed.map(Fields).unwrap().first("text"),
        Some("nog niet af")
    );
    // What is pressed next goes above what was ever sent.
    let frames = sent(outbox.take(OutboxEvent::Pressed(form(
        "open",
        1,
        &[("key", "k-2"), ("text", "nu wel")],
    ))));
    assert_eq!(frames, [add("k-2", 3, "nu wel")]);
}

#[test]
fn what_is_damaged_is_not_sent() {
    let one = KEPT.lines().next().unwrap();
    for (from, to) in [
        ("\"fields\":[[\"question\"", "\"fields\":[[7"),
        ("\"waiting\":[{", "\"waiting\":[{\"frame\":7},{"),
        ("\"type\":\"answer\"", "\"type\":\"dance\""),
        ("\"turn\":1", "\"turn\":\"x\""),
        ("{\"you\"", "[{\"you\""),
    ] {
        let damaged = one.replacen(from, to, 9);
        assert_ne!(damaged, one);
        assert_eq!(
            opened(&damaged, &[line()]).waiting().count(),
            0,
            "{damaged}"
        );
    }
}

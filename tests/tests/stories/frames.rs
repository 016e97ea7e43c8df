//! The socket byte by byte (RFC 6455), as no browser would have it: rules broken, frames in pieces,
//! nothing read.

use serde_json::json;
use tests::{Peil, Presenter, SampleQuestion, TEXT, Wires, masked, sample};
use tokio_tungstenite::tungstenite::Message;

const CLOSE: u8 = 0x88;
const PING: u8 = 0x89;

fn room(peil: &Peil) -> Presenter {
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Spectrum]));
    presenter.opens("belief");
    presenter
}

fn vote(turn: u32) -> Vec<u8> {
    let fields = json!([["value", turn.to_string()]]);
    json!({ "type": "answer", "question": "belief", "round": 1, "turn": turn, "fields": fields })
        .to_string()
        .into_bytes()
}

#[test]
fn what_comes_with_the_handshake_is_heard() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    let early = [
        masked(TEXT, &vote(1)),
        masked(TEXT, &vote(2))[..20].to_vec(),
    ]
    .concat();
    let mut wires = Wires::open(peil.address(), presenter.code(), &early);
    assert_eq!(wires.hears("saved")["turn"], 1);
    wires.sends(&masked(TEXT, &vote(2))[20..]);
    assert_eq!(wires.hears("saved")["turn"], 2);
}

#[test]
fn an_answer_in_pieces_with_a_ping_between_them_is_one_answer() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    let mut wires = Wires::open(peil.address(), presenter.code(), b"");
    wires.hears("hello");
    let vote = vote(1);
    let (first, rest) = vote.split_at(30);
    let pieces = [
        masked(0x01, first),
        masked(PING, b"there?"),
        masked(0x00, b""),
        masked(0x80, rest),
    ]
    .concat();
    for byte in pieces {
        wires.sends(&[byte]);
    }
    assert_eq!(wires.reads(), Message::Pong("there?".into()));
    assert_eq!(wires.hears("saved")["turn"], 1);
    assert_eq!(presenter.results("belief").voters(), 1);
}

#[test]
fn what_breaks_the_rules_is_told_so_and_let_go() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    let closed = |bytes: &[u8]| {
        let mut wires = Wires::open(peil.address(), presenter.code(), b"");
        wires.hears("hello");
        wires.sends(bytes).is_closed()
    };
    assert_eq!(closed(&[0x81, 2, b'h', b'i']), Some(1002), "no mask");
    assert_eq!(closed(&masked(0xc1, b"x")), Some(1002), "a reserved bit");
    assert_eq!(closed(&masked(0x83, b"x")), Some(1002), "a reserved kind");
    assert_eq!(
        closed(&masked(0x80, b"x")),
        Some(1002),
        "goes on with nothing"
    );
    assert_eq!(closed(&masked(0x09, b"x")), Some(1002), "a ping in pieces");
    assert_eq!(closed(&masked(PING, &[0; 126])), Some(1002), "a long ping");
    assert_eq!(closed(&masked(0x82, b"x")), Some(1003), "binary");
    assert_eq!(closed(&masked(TEXT, b"\xc3")), Some(1007), "half a letter");
    for length in [16 * 1024 + 1, 65_535, 65_536, 1 << 20] {
        assert_eq!(
            closed(&masked(TEXT, &vec![b'x'; length])),
            Some(1009),
            "{length} bytes"
        );
    }
    let halves = [masked(0x01, &[b'x'; 10_000]), masked(0x80, &[b'x'; 10_000])].concat();
    assert_eq!(closed(&halves), Some(1009), "in two pieces");
}

#[test]
fn a_frame_of_any_length_up_to_the_limit_is_read() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    let mut wires = Wires::open(peil.address(), presenter.code(), b"");
    for length in [0, 1, 125, 126, 127, 16 * 1024] {
        wires.sends(&masked(TEXT, &vec![b'x'; length]));
        assert_eq!(wires.hears("error")["code"], "unreadable", "{length} bytes");
    }
}

#[test]
fn a_goodbye_is_returned_and_the_connection_ends() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    for (code, returned) in [
        (1000_u16, 1000),
        (1001, 1001),
        (4000, 4000),
        (999, 1002),
        (1006, 1002),
    ] {
        let mut wires = Wires::open(peil.address(), presenter.code(), b"");
        wires.hears("hello");
        assert_eq!(
            wires.sends(&masked(CLOSE, &code.to_be_bytes())).is_closed(),
            Some(returned)
        );
    }
}

/// Long enough that a few of its views are more than two kernels keep.
fn long_deck() -> String {
    let text = "Een lange dia vol tekst. ".repeat(1_000);
    format!(
        "---\ntitle: Lang\nlanguage: nl\n---\nid: one\n---\n\n# Een\n\n{text}\n\n---\nid: two\n---\n\n# Twee\n\n{text}\n"
    )
}

#[test]
fn a_phone_that_stops_reading_holds_nobody_up_and_ends_on_the_newest_view() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&long_deck());
    presenter.goes("one");
    let mut stuck = Wires::open(peil.address(), presenter.code(), b"");
    stuck.hears("hello");
    let mut phone = peil.phone("Anna");
    phone.opens(presenter.code());
    let mut anna = phone.follows();
    const MOVES: usize = 24;
    for number in 1..=MOVES {
        let slide = ["one", "two"][number % 2];
        presenter.goes(slide);
        anna.sees(|view| view["slide"]["id"] == slide);
    }
    presenter.goes("two");
    anna.sees(|view| view["slide"]["id"] == "two");
    let newest = presenter.room().seq;
    let (mut views, mut seq) = (0, 0);
    while seq < newest {
        let view = stuck.hears("view");
        let next = view["seq"].as_u64().expect("a view has a sequence");
        assert!(next > seq, "no view is older than the one before");
        (seq, views) = (next, views + 1);
    }
    assert!(
        views < MOVES,
        "what it did not read was not kept for it: {views} of {MOVES}"
    );
}

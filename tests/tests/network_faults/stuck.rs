//! Phones that open a socket, vote, and never read what they are sent.

use std::time::{Duration, Instant};

use tests::load::{Account, vote};
use tests::{Delays, Peil, Presenter, TEXT, Wires, masked, until_within};

const STUCK: usize = 200;
/// How long somebody may take for a frame, and then for the goodbye.
const WRITE_WAIT: Duration = Duration::from_secs(15);
const GOODBYE: Duration = Duration::from_secs(8);
/// What is kept for one of them: a view that was begun, the newest, and answers; in bytes.
const KEPT_BYTES: u64 = 128 * 1024;
/// Moves of the stage: several times what two kernels keep of such views.
const MOVES: usize = 24;

/// Long slides around a question, so that a kernel is soon full.
fn deck() -> String {
    let text = "Een lange dia vol tekst. ".repeat(1_000);
    format!(
        "---\ntitle: Lang\nlanguage: nl\n---\nask: choice\nid: pet\n---\n\n# Welk huisdier?\n\n- Kat\n- Hond\n- Vis\n\n---\nid: \
         one\n---\n\n# Een\n\n{text}\n\n---\nid: two\n---\n\n# Twee\n\n{text}\n"
    )
}

fn room(peil: &Peil) -> Presenter {
    let presenter = peil.organiser().starts(&deck());
    presenter.opens("pet");
    presenter
}

fn sent_away(peil: &Peil) -> f64 {
    peil.figure("peil_sockets_closed_total{reason=\"too_slow\"}")
        .unwrap_or_default()
}

#[test]
fn two_hundred_phones_that_never_read_hold_nobody_up_and_are_sent_away() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    let before = Account::of(peil.process_id()).resident;
    let mut stuck: Vec<Wires> = (0..STUCK)
        .map(|number| {
            let mut wires = Wires::open(peil.address(), presenter.code(), b"");
            wires.sends(&masked(TEXT, vote(number, "pet", 1).as_bytes()));
            wires
        })
        .collect();
    let mut phone = peil.phone("Anna");
    let mut anna = phone.opens(presenter.code()).follows();
    until_within(Duration::from_secs(20), "every vote is stored", || {
        (presenter.results("pet").voters() as usize == STUCK).then_some(())
    });
    let mut delays = Vec::new();
    for number in 0..MOVES {
        let slide = ["one", "two"][number % 2];
        let begun = Instant::now();
        presenter.goes(slide);
        anna.sees(|view| view["slide"]["id"] == slide);
        delays.push(begun.elapsed());
    }
    let delays = Delays::of(delays);
    let memory = Account::of(peil.process_id())
        .resident
        .saturating_sub(before);
    println!(
        "{MOVES} moves beside {STUCK} that do not read: {delays}; the server took {} KiB more",
        memory >> 10
    );
    assert!(delays.longest() < Duration::from_secs(10), "{delays}");
    assert!(memory < STUCK as u64 * KEPT_BYTES, "{memory} bytes more");

    let behind = Instant::now();
    let patience = WRITE_WAIT + GOODBYE;
    until_within(patience, "the first are sent away", || {
        (sent_away(&peil) > 0.0).then_some(())
    });
    let mut first = stuck.swap_remove(0);
    assert_eq!(
        first.is_closed(),
        Some(4408),
        "whoever reads again in time learns why"
    );
    until_within(patience, "all are sent away", || {
        (sent_away(&peil) as usize == STUCK).then_some(())
    });
    until_within(patience, "only Anna is there", || {
        (presenter.room().present == 1).then_some(())
    });
    println!(
        "{:.1?} after the last move all of them were gone",
        behind.elapsed()
    );
    anna.fences();
    assert_eq!(presenter.results("pet").voters() as usize, STUCK);
    assert_eq!(
        presenter.long_table().rows.len(),
        STUCK,
        "each vote is stored once"
    );
}

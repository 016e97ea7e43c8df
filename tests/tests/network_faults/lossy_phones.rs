//! Phones and server with a bad line between them: 300 ms there and back, one packet in twenty lost
//! each way; and phones that vanish.

use std::thread;
use std::time::{Duration, Instant};

use tests::{
    ControlPress, Delays, Dice, Journey, LAST_SLIDE, Netns, Peil, Presenter, Setup, Water,
    lossy_phones, until_within,
};

const PHONES: usize = 100;
const QUESTIONS: usize = 12;
/// How long the stage stays at each question.
const EACH: Duration = Duration::from_secs(5);
const BAD: Water = Water {
    lost_permille: 50,
    delay: Duration::from_millis(150),
};
/// How long a phone may take for all questions.
const PATIENCE: Duration = Duration::from_secs(150);
/// Nobody waits for a vote much longer than this on such a line.
const ACK_P99: Duration = Duration::from_secs(15);

/// A question, named by its number, and a slide at the end.
fn deck() -> String {
    let question = |number: usize| {
        format!(
            "---\nask: choice\nid: question-{number}\n---\n\n# Vraag {number}\n\n- Kat\n- Hond\n- Vis\n\n"
        )
    };
    let questions: String = (1..=QUESTIONS).map(question).collect();
    format!(
        "---\ntitle: Ver weg\nlanguage: nl\n{questions}---\nid: {LAST_SLIDE}\n---\n\n# Tot ziens\n"
    )
}

fn starts() -> (Peil, Presenter) {
    let peil = Peil::starts_with(Setup {
        listen: Netns::listen(),
        ..Setup::default()
    });
    let presenter = peil.organiser().starts(&deck());
    (peil, presenter)
}

#[test]
fn on_a_line_that_is_late_and_loses_packets_every_vote_called_saved_is_there_once() {
    let Some(netns) = Netns::open(Dice::thrown().below(1 << 32)) else {
        return;
    };
    let (peil, presenter) = netns.at_the_server(starts);
    netns.turns(BAD);
    let journeys = thread::scope(|scope| {
        let code = presenter.code();
        let (netns, address) = (&netns, peil.address());
        let phones = scope
            .spawn(move || netns.at_the_phones(|| lossy_phones(PHONES, address, code, PATIENCE)));
        netns.at_the_server(|| leads(&presenter));
        phones.join().expect("phones do not panic")
    });
    let (passed, lost) = netns.counts();
    assert_eq!(
        journeys.len(),
        PHONES,
        "every phone saw the last slide and was owed nothing"
    );
    let newest = netns.at_the_server(|| presenter.room().seq);
    assert!(
        journeys.iter().all(|journey| journey.newest <= newest),
        "no view is from the future"
    );
    netns.at_the_server(|| assert_stored_once(&presenter, &journeys));
    let delays = Delays::of(
        journeys
            .iter()
            .flat_map(|journey| journey.delays.iter().copied())
            .collect(),
    );
    let sockets: usize = journeys.iter().map(|journey| journey.sockets).sum();
    let refused: usize = journeys.iter().map(|journey| journey.refused.len()).sum();
    println!(
        "{PHONES} phones, {lost} of {} packets lost, 300 ms there and back: {delays}; {refused} came too late; {sockets} sockets",
        passed + lost
    );
    assert!(delays.percentile(99) < ACK_P99, "{delays}");
    assert!(
        delays.count() * 10 > PHONES * QUESTIONS * 9,
        "nearly everybody could answer nearly everything: {delays}"
    );
}

/// Goes from question to question.
fn leads(presenter: &Presenter) {
    until_within(Duration::from_secs(30), "nearly everybody is there", || {
        (presenter.room().present as usize * 10 > PHONES * 9).then_some(())
    });
    for number in 1..=QUESTIONS {
        presenter.opens(&format!("question-{number}"));
        // Not a fence but the pace of the presenter.
        thread::sleep(EACH);
    }
    presenter.goes(LAST_SLIDE);
}

/// What was called saved is stored, and nothing else is.
fn assert_stored_once(presenter: &Presenter, journeys: &[Journey]) {
    for number in 1..=QUESTIONS {
        let question = format!("question-{number}");
        let chosen = journeys
            .iter()
            .filter_map(|journey| journey.saved.get(&question));
        let mut saved = vec![0_u64; 3];
        chosen.for_each(|option| saved[option - 1] += 1);
        let results = presenter.results(&question);
        assert_eq!(results.votes(), saved, "{question}");
    }
    let table = presenter.long_table();
    let saved: usize = journeys.iter().map(|journey| journey.saved.len()).sum();
    assert_eq!(table.rows.len(), saved, "each is stored once");
}

#[test]
fn phones_that_vanish_leave_their_seats() {
    let Some(netns) = Netns::open(Dice::thrown().below(1 << 32)) else {
        return;
    };
    let (peil, presenter) = netns.at_the_server(starts);
    let path = format!("/{}/live?protocol=3", presenter.code());
    let opening = peil.visitor("somebody").opens_socket(&path);
    let sockets = netns.at_the_phones(|| (1..=20).map(|_| opening.greeted()).collect::<Vec<_>>());
    let present = || netns.at_the_server(|| presenter.room().present);
    assert_eq!(present(), 20);
    netns.turns(Water::GONE);
    let begun = Instant::now();
    netns.at_the_server(|| drop(presenter.does(ControlPress::new("next"))));
    // Half a minute without a sign of what was shown to them, and some air.
    until_within(Duration::from_secs(50), "nobody is there any more", || {
        (present() == 0).then_some(())
    });
    println!(
        "20 phones that vanished had left their seats {:.1?} after something was shown to them",
        begun.elapsed()
    );
    netns.turns(Water::CALM);
    netns.at_the_phones(|| opening.greeted().fences());
    drop(sockets);
}

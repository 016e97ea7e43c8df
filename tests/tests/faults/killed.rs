//! kill -9 in a crowd, again and again, at moments nobody chose.

use std::thread;
use std::time::Duration;

use tests::{Dice, Peil};

use crate::burst::{BurstOutcome, DECK, PHONES, TEXTS, clears, counted, gathers, rages};

const MOMENTS: usize = 20;

#[test]
fn every_acknowledged_answer_is_there_exactly_once_after_twenty_kills() {
    let mut dice = Dice::thrown();
    let mut peil = Peil::starts();
    let presenter = peil.organiser().starts(DECK);
    presenter.opens("burst");
    let mut all: Vec<BurstOutcome> = Vec::new();
    for moment in 1..=MOMENTS {
        let after = dice.below((PHONES * TEXTS * 3 / 4) as u64) as usize;
        // Not a fence but the point: the kill falls anywhere between two acknowledgements.
        let later = Duration::from_micros(dice.below(4000));
        let mut crowd = gathers(&peil, &presenter);
        let sent = rages(
            &mut peil,
            &mut crowd,
            &format!("kill {moment}"),
            after,
            |peil| {
                thread::sleep(later);
                peil.kill_9();
            },
        );
        peil.start_again();
        clears(&presenter, &mut crowd, &mut all, sent);
    }
    let acknowledged: usize = all.iter().map(|sent| sent.acknowledged.len()).sum();
    assert_eq!(counted(&presenter).len(), acknowledged);
    let long = presenter.long_table();
    assert_eq!(
        long.with(&[("question", "burst")]).len(),
        acknowledged,
        "the export has the same"
    );
    println!("{MOMENTS} kills, {acknowledged} acknowledged answers, each there once");
}

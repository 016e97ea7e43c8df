//! SIGTERM in a crowd: what is being acknowledged is finished, and the process ends with 0.

use tests::{Dice, Peil};

use crate::burst::{DECK, PHONES, TEXTS, assert_kept, gathers, rages};

#[test]
fn a_stop_in_a_crowd_loses_nothing_that_was_acknowledged() {
    let mut dice = Dice::thrown();
    let mut peil = Peil::starts();
    let presenter = peil.organiser().starts(DECK);
    presenter.opens("burst");
    let mut all = Vec::new();
    for stop in 1..=3 {
        let after = dice.below((PHONES * TEXTS * 3 / 4) as u64) as usize;
        let mut crowd = gathers(&peil, &presenter);
        all.extend(rages(
            &mut peil,
            &mut crowd,
            &format!("stop {stop}"),
            after,
            Peil::terminate,
        ));
        peil.start_again();
        assert_kept(&presenter, &all);
    }
}

#[test]
fn a_stop_does_not_wait_for_phones_that_only_keep_a_connection() {
    let mut peil = Peil::starts();
    let presenter = peil.organiser().starts(DECK);
    presenter.opens("burst");
    let crowd = gathers(&peil, &presenter);
    peil.terminate();
    drop(crowd);
}

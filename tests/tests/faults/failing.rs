//! A disk says that it could not keep what it was given. After that nobody knows what it holds, so
//! nothing more is called saved, and the program ends; what had been called saved is there at the
//! next start, once.

use tests::{Dice, Peil};

use crate::burst::{BurstOutcome, DECK, clears, counted, gathers, rages};

const MOMENTS: u64 = 8;
/// More than the one that writes syncs until everybody has the form.
const FSYNCS_OF_A_START: u64 = 5;
/// Fewer than it syncs after that: each phone waits for one before it sends its next text.
const FSYNCS_OF_A_STORM: u64 = 6;

#[test]
fn after_an_fsync_that_fails_nothing_is_called_saved_the_program_ends_and_what_was_saved_is_there_once()
 {
    let mut dice = Dice::thrown();
    let mut peil = Peil::starts();
    let presenter = peil.organiser().starts(DECK);
    presenter.opens("burst");
    let mut all: Vec<BurstOutcome> = Vec::new();
    for moment in 1..=MOMENTS {
        peil.terminate();
        peil.fsyncs_fail_from(Some(FSYNCS_OF_A_START + 1 + dice.below(FSYNCS_OF_A_STORM)));
        peil.start_again();
        let mut crowd = gathers(&peil, &presenter);
        let sent = rages(
            &mut peil,
            &mut crowd,
            &format!("fsync {moment}"),
            usize::MAX,
            |_| (),
        );
        let (status, logs) = peil.ends_by_itself();
        assert_eq!(status.code(), Some(1), "{logs}");
        assert!(
            logs.contains("what is in memory can't be trusted"),
            "it says why: {logs}"
        );

        peil.fsyncs_fail_from(None);
        peil.start_again();
        clears(&presenter, &mut crowd, &mut all, sent);
    }
    let acknowledged: usize = all.iter().map(|sent| sent.acknowledged.len()).sum();
    assert_eq!(counted(&presenter).len(), acknowledged);
    println!("{MOMENTS} failed fsyncs, {acknowledged} acknowledged answers, each there once");
}

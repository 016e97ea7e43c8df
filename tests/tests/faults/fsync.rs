//! "Saved" means on disk: the system calls of the server, in the order in which they ended.

use std::fs;

use tests::{Call, Folder, Peil, Setup, Trace, text, until};

use crate::burst::DECK;

#[test]
fn the_disk_has_kept_an_answer_before_the_phone_is_told() {
    let beside = Folder::new();
    let file = beside.path().join("trace");
    let mut peil = Peil::starts_with(Setup {
        trace: Some(file.clone()),
        ..Setup::default()
    });
    let presenter = peil.organiser().starts(DECK);
    presenter.opens("burst");
    let witnesses: Vec<String> = (1..=5)
        .map(|number| format!("getuige-{number}-van-de-schijf"))
        .collect();
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    for witness in &witnesses {
        anna.votes(text(witness));
    }
    let data = peil.data();
    peil.terminate();
    let ended = || {
        fs::read_to_string(&file)
            .is_ok_and(|trace| trace.trim_end().ends_with("+++ exited with 0 +++"))
    };
    until("strace has written everything", || ended().then_some(()));

    let trace = Trace::read(&file);
    let replies: Vec<&Call> = trace
        .calls
        .iter()
        .filter(|call| call.is_write() && call.carries("HTTP/1.1 303 "))
        .collect();
    assert_eq!(replies.len(), witnesses.len(), "one 303 for each answer");
    for (witness, reply) in witnesses.iter().zip(replies) {
        let came = trace.first_after(0, |call| call.is_read() && call.carries(witness));
        let came = came.unwrap_or_else(|| panic!("{witness} never came"));
        let written = trace.first_after(came.ended, |call| call.is_write() && call.is_on(&data));
        let written =
            written.unwrap_or_else(|| panic!("nothing was written after {witness} had come"));
        let kept = trace.first_after(written.ended, |call| call.is_sync() && call.is_on(&data));
        let kept =
            kept.unwrap_or_else(|| panic!("nothing was synced after {witness} had been written"));
        assert!(
            kept.ended < reply.began,
            "{witness}: came in line {}, written in {}, kept in {}, but answered in {} already",
            came.ended,
            written.ended,
            kept.ended,
            reply.began
        );
    }
    let failed = trace
        .calls
        .iter()
        .find(|call| call.is_sync() && call.returned != 0);
    assert!(failed.is_none(), "{failed:?}");
}

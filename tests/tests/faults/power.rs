//! The power goes, at twenty moments nobody chose: a disk that kept nothing but what it was asked
//! to keep has every answer that was called saved.

use std::collections::BTreeMap;
use std::fs;
use std::sync::mpsc::channel;

use tests::{Call, Dice, Folder, Peil, Setup, Trace, power, until};

use crate::burst::{DECK, counted, gathers};
use crate::sockets::{assert_once, rages};

const CUTS: usize = 20;
/// What lasts of a data folder: the rest beside it is memory that processes share, and a lock.
const FILES: [&str; 2] = ["peil.db", "peil.db-wal"];

#[test]
fn every_saved_answer_is_there_after_twenty_cuts_of_the_power() {
    let beside = Folder::new();
    let file = beside.path().join("trace");
    let mut peil = Peil::starts_with(Setup {
        trace: Some(file.clone()),
        ..Setup::default()
    });
    let mut presenter = peil.organiser().starts(DECK);
    presenter.opens("burst");
    let mut crowd = gathers(&peil, &presenter);
    let (tell, _acknowledged) = channel();
    let heard = rages(&mut crowd, "power", &tell);
    let texts: BTreeMap<String, String> = heard.into_iter().flat_map(|heard| heard.saved).collect();
    let data = peil.data();
    peil.terminate();
    let ended = || {
        fs::read_to_string(&file)
            .is_ok_and(|trace| trace.trim_end().ends_with("+++ exited with 0 +++"))
    };
    until("strace has written everything", || ended().then_some(()));

    let trace = Trace::read(&file);
    let acknowledged: Vec<(usize, &String)> = trace
        .calls
        .iter()
        .flat_map(|call| named(call, &texts).map(|text| (call.began, text)))
        .collect();
    assert_eq!(
        acknowledged.len(),
        texts.len(),
        "each answer was called saved once"
    );
    let first = acknowledged
        .iter()
        .map(|(line, _)| *line)
        .min()
        .expect("answers were saved");
    let last = trace
        .calls
        .iter()
        .map(|call| call.ended)
        .max()
        .expect("there are calls");
    let mut dice = Dice::thrown();
    for _ in 0..CUTS {
        let line = first + dice.below((last - first + 1) as u64) as usize;
        let folder = Folder::new();
        power::cut(&trace, line, &data, &FILES, folder.path());
        let saved: Vec<&String> = acknowledged
            .iter()
            .filter(|(began, _)| *began < line)
            .map(|(_, text)| *text)
            .collect();
        let after = Peil::starts_with(Setup {
            data: Some(folder.path().to_owned()),
            ..Setup::default()
        });
        presenter.organiser = after.organiser();
        assert_once(&counted(&presenter), saved.iter().copied());
    }
    println!(
        "{CUTS} cuts of the power, {} answers called saved, each there",
        acknowledged.len()
    );
}

/// The texts that a write to a socket called saved.
fn named<'a>(
    call: &'a Call,
    texts: &'a BTreeMap<String, String>,
) -> impl Iterator<Item = &'a String> {
    let frames = call
        .arguments
        .split("\\\"type\\\":\\\"saved\\\"")
        .skip(1)
        .filter(|_| call.is_write());
    frames.filter_map(|frame| {
        let (_, after) = frame.split_once("\\\"answer\\\":\\\"")?;
        texts.get(after.split_once("\\\"")?.0)
    })
}

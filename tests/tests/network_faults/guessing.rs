//! A guesser who tries codes as fast as they can, in the same house as a hall full of people who
//! know theirs.

use std::time::Duration;

use tests::load::{Guesser, arrive};
use tests::{Peil, until_within};

use crate::room;

/// Connections of the guesser: more than may wait for an answer in both houses together.
const GUESSES_AT_ONCE: usize = 1_400;
/// Look-ups of one house that may wait at once, and how long each does in the end.
const WAITING: u64 = 512;
const DELAY_SECONDS: u64 = 4;
/// What is answered in one house before that: the first twenty at once, then slower and slower.
const HASTE: u64 = 20 + 5 * WAITING;
const HOUSES: u64 = 2;
const PHONES: usize = 800;
/// Longer than any machine takes that is not broken.
const LONG: Duration = Duration::from_secs(60);
/// How much longer it may take beside them: a wait for the page, one for the socket, and a busy
/// machine.
const BOUND_SECONDS: f64 = 30.0;

#[test]
fn eight_hundred_phones_beside_a_guesser_come_in_and_the_guesser_learns_slowly() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    let calm = arrive(PHONES, peil.address(), presenter.code());
    assert_eq!(calm.errors, Vec::<String>::new());
    let guesser = Guesser::begins(GUESSES_AT_ONCE, peil.address());
    until_within(LONG, "answers have become slow", || {
        (guesser.tells().wrong > 300).then_some(())
    });
    let arrival = arrive(PHONES, peil.address(), presenter.code());
    assert_eq!(arrival.errors, Vec::<String>::new());
    until_within(LONG, "there is a rate to speak of", || {
        (guesser.tells().took > Duration::from_secs(12)).then_some(())
    });
    let guessed = guesser.tells();
    let bound = HOUSES * (HASTE + WAITING * guessed.took.as_secs().div_ceil(DELAY_SECONDS));
    println!(
        "{PHONES} phones loaded the page and voted in {:.2} s ({:.2} s before) beside {guessed:?}, of {bound} at most",
        arrival.seconds, calm.seconds
    );
    assert!(
        arrival.seconds < calm.seconds + BOUND_SECONDS,
        "{arrival:?}"
    );
    assert!(guessed.wrong <= bound, "{guessed:?} is more than {bound}");
    assert_eq!(guessed.right, 0, "{guessed:?}");
    assert!(guessed.wrong > 100, "nobody guessed: {guessed:?}");
    assert_eq!(presenter.results("pet").voters() as usize, 2 * PHONES);
}

/// Nobody is in yet from there: the first wait as everybody does who asks for a code, and come in.
#[test]
fn whoever_comes_first_from_a_house_with_a_guesser_waits_a_little() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    let guesser = Guesser::begins(100, peil.address());
    until_within(LONG, "answers have become slow", || {
        (guesser.tells().wrong > 200).then_some(())
    });
    let arrival = arrive(50, peil.address(), presenter.code());
    println!(
        "the first 50 voted in {:.2} s beside {:?}",
        arrival.seconds,
        guesser.tells()
    );
    assert_eq!(arrival.errors, Vec::<String>::new());
    assert!(arrival.seconds < BOUND_SECONDS, "{arrival:?}");
}

//! A hall behind one address: everybody answers at the same moment, and every thumb presses more
//! than once.

use std::collections::HashSet;

use tests::{Peil, SampleQuestion, option, sample};

const PHONES: usize = 500;

#[test]
fn five_hundred_phones_that_each_send_three_times_are_five_hundred_voters() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let code = presenter.code().to_owned();
    let mut crowd = peil.crowd(PHONES);
    let statuses = crowd.does(|number, phone| {
        phone.opens(&code);
        let form = phone.filled(&option(number % 3 + 1));
        phone
            .sends_at_once(&form, 3)
            .iter()
            .map(|reply| reply.status)
            .collect::<Vec<_>>()
    });
    let statuses: HashSet<u16> = statuses.into_iter().flatten().collect();
    assert_eq!(statuses, HashSet::from([303]), "nobody sees an error");
    let results = presenter.results("pet");
    assert_eq!(
        (results.voters(), results.votes()),
        (500, vec![167, 167, 166])
    );
    assert_eq!(presenter.room().participants, 500);
    let long = presenter.long_table();
    assert_eq!(long.rows.len(), PHONES);
    let people: HashSet<&String> = long.rows.iter().map(|row| &row["participant"]).collect();
    assert_eq!(people.len(), PHONES);
}

#[test]
fn many_wrong_codes_from_one_address_keep_nobody_out() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let mut guessers = peil.crowd(60);
    let wrong = |number: usize| format!("/{}", 11_111_111 + number * 1_111);
    let statuses = guessers.does(|number, phone| phone.goes(&wrong(number)).status);
    assert!(statuses.iter().all(|status| *status == 404), "{statuses:?}");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code()).votes(option(1));
    assert_eq!(presenter.results("pet").voters(), 1);
}

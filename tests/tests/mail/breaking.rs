//! The line breaks at every step of a mail.

use crate::desk::{MailDesk, peil_with, room_of};
use crate::sink::Sink;

const THREE: [&str; 3] = ["anna@example.org", "bob@example.org", "carla@example.org"];

#[test]
fn where_nothing_was_given_out_it_goes_again_by_itself_and_once() {
    for step in ["connect", "EHLO", "MAIL", "RCPT", "DATA"] {
        let mut sink = Sink::starts();
        let peil = peil_with(&sink);
        let room = room_of(&peil, &THREE);
        sink.is_told(&format!("drop {step}"));
        let mut desk = MailDesk::of(&peil, &room);
        desk.sends().expects(303);
        desk.is_over_at_once();
        assert_eq!(sink.broke(), 1, "at {step}");
        assert_eq!(desk.count("verstuurd"), 3, "at {step}");
        for address in THREE {
            assert_eq!(sink.times(address), 1, "{address} at {step}");
        }
    }
}

#[test]
fn where_some_was_given_out_it_is_unknown_until_a_person_says_so() {
    // How often the server has the mail that broke, by then.
    for (step, has) in [("go-ahead", 0), ("body", 0), ("taken", 1)] {
        let mut sink = Sink::starts();
        let peil = peil_with(&sink);
        let room = room_of(&peil, &THREE);
        sink.is_told(&format!("drop {step}"));
        let mut desk = MailDesk::of(&peil, &room);
        desk.sends().expects(303);
        desk.is_over();
        assert_eq!(sink.broke(), 1, "at {step}");
        let unknown = desk.listed("unknown");
        assert_eq!(unknown.len(), 1, "at {step}");
        assert_eq!(desk.count("verstuurd"), 2, "at {step}");
        assert_eq!(sink.times(&unknown[0]), has, "at {step}");
        // Neither time nor a button for the others sends it again.
        desk.presses(&[("do", "now")]).expects(303);
        desk.sends().expects(409);
        assert_eq!(desk.is_over().listed("unknown"), unknown);
        assert_eq!(sink.taken().len(), 2 + has, "at {step}");
        desk.presses(&[("do", "again"), ("of", "unknown")])
            .expects(303);
        desk.is_over();
        assert_eq!(desk.count("verstuurd"), 3, "at {step}");
        assert_eq!(sink.times(&unknown[0]), has + 1, "at {step}");
    }
}

#[test]
fn the_same_mail_has_the_same_name_each_time() {
    let mut sink = Sink::starts();
    let peil = peil_with(&sink);
    let room = room_of(&peil, &["anna@example.org"]);
    sink.is_told("drop taken");
    let mut desk = MailDesk::of(&peil, &room);
    desk.sends().expects(303);
    desk.is_over();
    desk.presses(&[("do", "again"), ("of", "unknown")])
        .expects(303);
    desk.is_over();
    let taken = sink.taken();
    let ids: Vec<&str> = taken
        .iter()
        .filter_map(|mail| {
            mail.text
                .lines()
                .find(|line| line.starts_with("Message-ID: "))
        })
        .collect();
    assert_eq!(ids.len(), 2);
    assert_eq!(ids[0], ids[1], "who gets it twice may be shown it once");
}

#[test]
fn a_line_that_breaks_behind_the_answer_changes_nothing() {
    let mut sink = Sink::starts();
    let peil = peil_with(&sink);
    let room = room_of(&peil, &THREE);
    sink.is_told("drop told");
    let mut desk = MailDesk::of(&peil, &room);
    desk.sends().expects(303);
    desk.is_over();
    assert_eq!(sink.broke(), 1);
    assert_eq!(desk.count("verstuurd"), 3);
    assert!(THREE.iter().all(|address| sink.times(address) == 1));
}

#[test]
fn what_the_server_puts_off_goes_later_and_what_it_refuses_is_listed_with_its_words() {
    let mut sink = Sink::starts();
    let peil = peil_with(&sink);
    let room = room_of(&peil, &THREE);
    sink.is_told("answer RCPT 450 4.2.1 even geduld");
    sink.is_told("answer taking 550 5.1.1 onbekend hier");
    let mut desk = MailDesk::of(&peil, &room);
    desk.sends().expects(303);
    tests::until("one is put off, one refused", || {
        (desk.listed("later").len() == 1 && desk.listed("refused").len() == 1).then_some(())
    });
    assert!(desk.says("450 4.2.1 even geduld"), "{}", desk.page().text());
    assert!(desk.says("550 5.1.1 onbekend hier"));
    let refused = desk.listed("refused");
    desk.is_over_at_once();
    assert_eq!(desk.count("verstuurd"), 2);
    assert_eq!(desk.listed("refused"), refused);
    assert_eq!(sink.times(&refused[0]), 0);
    desk.presses(&[("do", "again"), ("of", "refused")])
        .expects(303);
    desk.is_over();
    assert!(THREE.iter().all(|address| sink.times(address) == 1));
}

#[test]
fn a_server_that_takes_nothing_from_us_costs_no_address_anything() {
    let mut sink = Sink::starts();
    let peil = peil_with(&sink);
    let room = room_of(&peil, &THREE);
    sink.is_told("answer MAIL 553 5.7.1 niet van jou");
    let mut desk = MailDesk::of(&peil, &room);
    desk.sends().expects(303);
    tests::until("it says what is the matter", || {
        desk.says("neemt van dit afzenderadres niets aan")
            .then_some(())
    });
    assert!(desk.says("553 5.7.1 niet van jou"));
    assert_eq!(desk.count("wacht"), 3);
    desk.is_over_at_once();
    assert!(THREE.iter().all(|address| sink.times(address) == 1));
}

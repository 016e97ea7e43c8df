//! The way out of mail.

use tests::{Method, Peil};

use crate::desk::{MailDesk, peil_with, room_of};
use crate::sink::{Sink, TakenMail};

/// The address in the header, behind this instance's own.
fn way_out(mail: &TakenMail) -> String {
    let unfolded = mail.text.replace("\r\n ", "");
    let header = unfolded
        .lines()
        .find(|line| line.starts_with("List-Unsubscribe: "));
    let header = header.expect("every mail has a way out");
    let (_, path) = header
        .split_once("/unsubscribe/")
        .expect("it leads to this instance");
    format!("/unsubscribe/{}", path.trim_end_matches(['>', '\r', '\n']))
}

fn sent_one(sink: &Sink, peil: &Peil) -> TakenMail {
    let room = room_of(peil, &["anna@example.org"]);
    let mut desk = MailDesk::of(peil, &room);
    desk.sends().expects(303);
    desk.is_over();
    sink.taken().pop().expect("it was sent")
}

#[test]
fn a_mail_program_ends_it_by_itself_and_looking_does_not() {
    let sink = Sink::starts();
    let mut peil = peil_with(&sink);
    let mail = sent_one(&sink, &peil);
    let path = way_out(&mail);
    assert!(
        mail.text
            .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n")
    );
    let anna = peil.visitor("a preview");
    for _ in 0..2 {
        let page = anna.fetches(&path);
        assert!(page.expects(200).page().text().contains("Geen mail meer"));
        let head = anna.calls(Method::HEAD, &path, &[], "");
        head.expects(200);
    }
    let later = room_of(&peil, &["Anna@Example.org", "bob@example.org"]);
    let mut desk = MailDesk::of(&peil, &later);
    assert!(desk.says("2 adressen vroegen om het verslag."));
    // As a mail program does it: no cookie, no origin, and no page is wanted.
    let program = peil.visitor("a mail program");
    let kind = [("content-type", "application/x-www-form-urlencoded")];
    for _ in 0..2 {
        program
            .calls(Method::POST, &path, &kind, "List-Unsubscribe=One-Click")
            .expects(200);
    }
    assert!(
        anna.fetches(&path)
            .page()
            .text()
            .contains("Je krijgt geen mail meer")
    );
    peil.kill_9();
    peil.start_again();
    let mut desk = MailDesk::of(&peil, &later);
    assert!(desk.says("1 adres is afgemeld en krijgt niets."));
    desk.sends().expects(303);
    desk.is_over();
    assert_eq!(sink.times("bob@example.org"), 1);
    assert_eq!(sink.taken().len(), 2, "Anna is left alone");
}

#[test]
fn who_ends_it_while_it_is_sent_gets_nothing_more() {
    let mut sink = Sink::starts();
    let peil = peil_with(&sink);
    let path = way_out(&sent_one(&sink, &peil));
    let room = room_of(&peil, &["anna@example.org"]);
    let mut desk = MailDesk::of(&peil, &room);
    sink.is_told("drop connect");
    desk.sends().expects(303);
    tests::until("it waits", || (sink.broke() == 1).then_some(()));
    let kind = [("content-type", "application/x-www-form-urlencoded")];
    peil.visitor("Anna")
        .calls(Method::POST, &path, &kind, "")
        .expects(200);
    desk.is_over_at_once();
    assert_eq!(desk.count("afgemeld"), 1);
    assert_eq!(sink.taken().len(), 1);
}

#[test]
fn a_link_that_was_made_up_is_nobodys() {
    let sink = Sink::starts();
    let peil = peil_with(&sink);
    let path = way_out(&sent_one(&sink, &peil));
    let other = peil_with(&sink);
    for path in [
        path.as_str(),
        "/unsubscribe/abc",
        &format!("/unsubscribe/{}", "0".repeat(64)),
    ] {
        let visitor = other.visitor("somebody");
        visitor.fetches(path).expects(404);
        visitor.calls(Method::POST, path, &[], "").expects(404);
    }
}

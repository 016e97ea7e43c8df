//! To whom it goes, what it says, and who may have it sent.

use tests::{ControlPress, Peil, Setup, Terminal, files_holding};

use crate::PASSWORD;
use crate::desk::{DECK, MailDesk, asks, peil_with, room_of, setup};
use crate::sink::{Sink, data};

#[test]
fn each_address_gets_one_mail_that_says_where_the_report_is() {
    let sink = Sink::starts();
    let peil = peil_with(&sink);
    let typed = [
        "anna@example.org",
        " anna@EXAMPLE.org",
        "bob@bücher.example",
        "wie@een.adres<>",
    ];
    let room = room_of(&peil, &typed);
    let mut desk = MailDesk::of(&peil, &room);
    assert!(desk.says("Verslag: Groepenwerkplaats"));
    desk.sends().expects(303);
    desk.is_over();
    let taken = sink.taken();
    let mut to: Vec<&str> = taken.iter().map(|mail| mail.to.as_str()).collect();
    to.sort_unstable();
    assert_eq!(to, ["anna@example.org", "bob@xn--bcher-kva.example"]);
    assert_eq!(desk.listed("refused"), ["wie@een.adres<>"]);
    for mail in &taken {
        assert_eq!(mail.sender, "verslag@example.org");
        assert!(
            mail.text
                .contains("Subject: Verslag: Groepenwerkplaats\r\n"),
            "{}",
            mail.text
        );
        assert!(mail.text.contains(&format!("/{}", room.code())));
        let others = to.iter().filter(|other| **other != mail.to);
        others.for_each(|other| assert!(!mail.text.contains(other), "nobody sees another's"));
    }
    assert!(
        desk.says("gaat naar Peil <verslag@example.org>"),
        "{}",
        desk.page().text()
    );
    assert!(desk.says("De adressen bij deze mail gaan op"));
    desk.sends().expects(409);
}

#[test]
fn what_the_organiser_writes_is_seen_before_it_goes_and_nothing_of_it_becomes_a_header() {
    let sink = Sink::starts();
    let peil = peil_with(&sink);
    let room = room_of(&peil, &["anna@example.org"]);
    let mut desk = MailDesk::of(&peil, &room);
    let link = "https://www.example.org/verslag";
    let refused = desk.writes("Dag\r\nBcc: bob@example.org", "Hallo", link);
    refused.expects(422);
    let page = refused.page();
    assert!(
        page.text().contains("Een onderwerp is één regel"),
        "{}",
        page.text()
    );
    desk.writes("Dag", "Hallo", "javascript:alert(1)")
        .expects(422);
    desk.writes("Dag", &"a".repeat(4_001), link).expects(422);
    desk.writes(
        "Ons verslag – dank! 漢字",
        "Dag <b>allen</b>,\r\n\r\nTot ziens.",
        link,
    )
    .expects(303);
    let preview = desk.preview();
    let policy = preview
        .header("content-security-policy")
        .unwrap_or_default();
    assert!(
        policy.contains("sandbox") && policy.contains("default-src 'none'"),
        "{policy}"
    );
    assert!(preview.text().contains("Dag &lt;b&gt;allen&lt;/b&gt;,"));
    assert!(desk.says("https://www.example.org/verslag"));
    desk.sends().expects(303);
    desk.is_over();
    let mail = sink.taken().pop().expect("it was sent");
    assert!(mail.text.is_ascii());
    assert!(!mail.text.contains("\nBcc:"));
    assert!(mail.text.contains("https://www.example.org/verslag"));
}

#[test]
fn before_the_end_nothing_goes_and_who_comes_later_gets_it_too() {
    let sink = Sink::starts();
    let peil = peil_with(&sink);
    let room = peil.organiser().starts(DECK);
    room.does(ControlPress::new("go").of("evaluatie"));
    room.opens("evaluatie");
    asks(&peil, &room, "anna@example.org");
    let mut desk = MailDesk::of(&peil, &room);
    assert!(desk.says("De bijeenkomst loopt nog."));
    desk.sends().expects(409);
    room.ends();
    desk.sends().expects(303);
    desk.is_over();
    assert_eq!(sink.taken().len(), 1);
    room.does(ControlPress::new("resume"));
    room.opens("evaluatie");
    asks(&peil, &room, "bob@example.org");
    room.ends();
    desk.sends().expects(303);
    desk.is_over();
    assert_eq!(
        (
            sink.times("anna@example.org"),
            sink.times("bob@example.org")
        ),
        (1, 1)
    );
}

#[test]
fn an_erased_form_is_not_mailed_also_when_it_was_to_be() {
    let mut sink = Sink::starts();
    let peil = peil_with(&sink);
    let room = room_of(&peil, &["anna@example.org", "weg@example.org"]);
    let mut desk = MailDesk::of(&peil, &room);
    sink.is_told("drop connect");
    desk.sends().expects(303);
    tests::until("it waits", || (sink.broke() == 1).then_some(()));
    let forms = room
        .organiser
        .gets(&room.path("/forms/evaluatie"))
        .expects(200)
        .json();
    let rows = forms["rounds"][0]["forms"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    let row = rows
        .iter()
        .find(|row| row["values"][0] == "weg@example.org");
    let name = row
        .and_then(|row| row["form"].as_str())
        .expect("it has a name");
    room.organiser
        .deletes(&room.path(&format!("/forms/evaluatie/{name}")))
        .expects(204);
    desk.is_over_at_once();
    assert_eq!(
        (
            sink.times("anna@example.org"),
            sink.times("weg@example.org")
        ),
        (1, 0)
    );
    assert_eq!(desk.count("formulier gewist"), 1);
    tests::until("it is in no file", || {
        files_holding(&peil.data(), "weg@example.org")
            .is_empty()
            .then_some(())
    });
}

#[test]
fn a_stopped_mail_waits_and_goes_on() {
    let mut sink = Sink::starts();
    sink.is_told("slow 0.3");
    let peil = peil_with(&sink);
    let addresses: Vec<String> = (0..8)
        .map(|number| format!("p{number}@example.org"))
        .collect();
    let names: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let room = room_of(&peil, &names);
    let mut desk = MailDesk::of(&peil, &room);
    desk.sends().expects(303);
    desk.writes("Te laat", "", "https://www.example.org/")
        .expects(409);
    tests::until("some went", || (!sink.taken().is_empty()).then_some(()));
    desk.presses(&[("do", "stop")]).expects(303);
    let before = desk.is_over().count("wacht");
    assert!(before > 0, "some wait");
    sink.is_told("slow 0");
    desk.sends().expects(303);
    desk.is_over();
    assert_eq!(desk.count("verstuurd"), 8);
    assert!(names.iter().all(|address| sink.times(address) == 1));
}

#[test]
fn without_a_server_the_addresses_can_be_copied() {
    let peil = Peil::starts();
    let room = room_of(&peil, &["bob@example.org", "anna@example.org"]);
    let mut desk = MailDesk::of(&peil, &room);
    let page = desk.page();
    let field = page.all("#all-addresses");
    let addresses: String = field[0].text().collect();
    let mut addresses: Vec<&str> = addresses.lines().collect();
    addresses.sort_unstable();
    assert_eq!(addresses, ["anna@example.org", "bob@example.org"]);
    desk.presses(&[("do", "send"), ("version", "0")])
        .expects(409);
}

#[test]
fn a_removed_room_leaves_no_address() {
    let sink = Sink::starts();
    let peil = peil_with(&sink);
    let room = room_of(&peil, &["anna@example.org"]);
    let mut desk = MailDesk::of(&peil, &room);
    desk.sends().expects(303);
    desk.is_over();
    room.deletes_the_room();
    assert!(files_holding(&peil.data(), "anna@example.org").is_empty());
}

/// One that wants encryption and a login, by a certificate that this machine trusts.
fn guarded(sink: &Sink, password: &str) -> Setup {
    Setup {
        options: vec![
            format!("--smtp=smtp://peil@localhost:{}", sink.port),
            "--mail-from=verslag@example.org".into(),
        ],
        variables: vec![
            ("PEIL_SMTP_PASSWORD", password.to_owned()),
            (
                "SSL_CERT_FILE",
                data("authority.pem").to_string_lossy().into_owned(),
            ),
        ],
        ..setup(sink)
    }
}

#[test]
fn by_starttls_and_a_login() {
    let sink = Sink::guarded();
    let peil = Peil::starts_with(guarded(&sink, PASSWORD));
    let room = room_of(&peil, &["anna@example.org"]);
    let mut desk = MailDesk::of(&peil, &room);
    desk.sends().expects(303);
    desk.is_over();
    let mail = sink.taken().pop().expect("it was sent");
    assert!(mail.tls && mail.login);
}

#[test]
fn the_line_breaks_while_it_is_encrypted_or_signed_in() {
    for step in ["STARTTLS", "AUTH"] {
        let mut sink = Sink::guarded();
        sink.is_told(&format!("drop {step}"));
        let peil = Peil::starts_with(guarded(&sink, PASSWORD));
        let room = room_of(&peil, &["anna@example.org"]);
        let mut desk = MailDesk::of(&peil, &room);
        desk.sends().expects(303);
        desk.is_over_at_once();
        assert_eq!(
            (sink.broke(), sink.times("anna@example.org")),
            (1, 1),
            "at {step}"
        );
    }
}

#[test]
fn a_wrong_password_and_a_server_nobody_trusts_are_named_and_nothing_is_given_out() {
    let sink = Sink::guarded();
    let untrusted = Setup {
        variables: vec![("PEIL_SMTP_PASSWORD", PASSWORD.into())],
        ..guarded(&sink, PASSWORD)
    };
    for (setup, said) in [
        (
            guarded(&sink, "fout"),
            "neemt de naam of het wachtwoord niet aan",
        ),
        (untrusted, "kan niet versleuteld worden"),
    ] {
        let peil = Peil::starts_with(setup);
        let room = room_of(&peil, &["anna@example.org"]);
        let mut desk = MailDesk::of(&peil, &room);
        desk.sends().expects(303);
        tests::until("it says what is the matter", || {
            desk.says(said).then_some(())
        });
        assert_eq!(desk.count("wacht"), 1);
        assert!(!peil.logs().contains(PASSWORD) && !peil.logs().contains("anna@"));
    }
    assert!(sink.taken().is_empty());
}

#[test]
fn the_doctor_says_whether_mail_would_go() {
    let sink = Sink::starts();
    let peil = peil_with(&sink);
    let url = format!("--smtp=smtp://127.0.0.1:{}?tls=none", sink.port);
    let from = "--mail-from=verslag@example.org";
    let said = Terminal::runs_on(&peil, &["doctor", &url, from]).said();
    assert!(said.contains("ok   mail: 127.0.0.1:"), "{said}");
    let said = Terminal::runs_on(
        &peil,
        &["doctor", "--smtp=smtp://127.0.0.1:1?tls=none", from],
    )
    .said();
    assert!(
        said.contains("WARN mail: 127.0.0.1:1 can't be reached"),
        "{said}"
    );
    let usage = Terminal::runs_on(&peil, &["doctor", "--smtp=smtp://a:geheim@x.nl", from]);
    assert!(
        usage.said().contains("PEIL_SMTP_PASSWORD"),
        "{}",
        usage.said()
    );
    assert!(sink.taken().is_empty());
}

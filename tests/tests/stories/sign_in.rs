//! The owner's way in: a link that works once.

use tests::{Folder, Peil, SampleQuestion, Setup, Terminal, Visitor, sample};

fn opens(peil: &Peil, link: &str) -> Visitor {
    let mut visitor = peil.visitor("the owner");
    visitor.goes(link).expects(200);
    // A link that is only looked at (a preview in a chat) must not be used up: there may be a
    // button to press.
    let form = visitor
        .page()
        .forms()
        .into_iter()
        .find(|form| form.action.contains("sign-in"));
    if let Some(form) = form {
        visitor.sends(&form);
        visitor.reply().expects(200);
    }
    visitor
}

#[test]
fn the_printed_link_leads_to_the_desk_once() {
    let mut peil = Peil::starts();
    let link = peil
        .sign_in()
        .expect("while there is no owner a link is printed")
        .to_owned();
    peil.organiser().uploads(&sample([SampleQuestion::Choice]));
    let mut owner = opens(&peil, &link);
    owner.sees("Proefzaal");
    let desk = owner
        .reply()
        .request
        .rsplit(' ')
        .next()
        .expect("a place")
        .to_owned();

    assert_eq!(opens_again(&peil, &link), 401, "the link works once");
    let mut stranger = peil.visitor("a stranger");
    let reply = stranger.goes(&desk);
    assert!(
        !reply.text().contains("Proefzaal"),
        "the desk is the owner's: {reply:?}"
    );

    peil.kill_9();
    peil.start_again();
    assert!(peil.sign_in().is_none(), "there is an owner now");
    owner.goes(&desk).expects(200);
    owner.sees("Proefzaal");
}

/// What somebody gets who finds the link in a history.
fn opens_again(peil: &Peil, link: &str) -> u16 {
    let mut visitor = peil.visitor("somebody else");
    let reply = visitor.goes(link);
    match visitor
        .page()
        .forms()
        .into_iter()
        .find(|form| form.action.contains("sign-in"))
    {
        Some(form) if reply.status == 200 => {
            visitor.sends(&form);
            visitor.reply().status
        }
        _ => reply.status,
    }
}

#[test]
fn the_command_makes_a_new_link_beside_a_running_server() {
    let peil = Peil::starts();
    peil.organiser().uploads(&sample([SampleQuestion::Choice]));
    let first = peil.sign_in().expect("a link").to_owned();
    opens(&peil, &first);
    let outcome = Terminal::runs_on(&peil, &["sign-in"]);
    let said = outcome.ends_with(0).text();
    let link = said
        .split_whitespace()
        .find(|word| word.starts_with("http://"))
        .expect("a link")
        .to_owned();
    assert_ne!(link, first);
    opens(&peil, &link).sees("Proefzaal");
}

#[test]
fn a_made_up_link_opens_nothing() {
    let peil = Peil::starts();
    let link = peil.sign_in().expect("a link").to_owned();
    let made_up = format!("{}{}", &link[..link.len() - 6], "aaaaaa");
    assert_eq!(opens_again(&peil, &made_up), 401);
    opens(&peil, &link);
}

fn new_link(peil: &Peil) -> String {
    let outcome = Terminal::runs_on(peil, &["sign-in"]);
    assert!(
        outcome.ends_with(0).stderr.contains("within 15 minutes"),
        "{outcome:?}"
    );
    outcome.text().trim().to_owned()
}

#[test]
fn a_link_that_signs_nobody_in_says_why() {
    let mut peil = Peil::starts();
    let (used, unused, first) = (
        new_link(&peil),
        new_link(&peil),
        peil.sign_in().expect("a link").to_owned(),
    );
    opens(&peil, &used);
    let refused = |peil: &Peil, link: &str| peil.visitor("somebody").goes(link).refusal();
    assert_eq!(refused(&peil, &used), "link_used");
    for made_up in [
        format!("{unused}0"),
        unused[..unused.len() - 1].to_owned(),
        "/sign-in/hallo".to_owned(),
    ] {
        assert_eq!(refused(&peil, &made_up), "link_unknown", "{made_up}");
    }
    peil.kill_9();
    peil.start_again();
    for earlier in [&used, &unused, &first] {
        assert_eq!(refused(&peil, earlier), "link_earlier");
    }
    let mut anna = peil.visitor("Anna");
    anna.goes(&unused).expects(401);
    anna.sees("peil is opnieuw gestart").sees("peil sign-in");
    opens(&peil, &new_link(&peil));
}

#[test]
fn a_restored_copy_revives_no_link_and_who_has_it_can_make_none() {
    let mut peil = Peil::starts();
    let (used, unused) = (new_link(&peil), new_link(&peil));
    let place = Folder::new();
    let copy = place.path().join("kopie.db");
    Terminal::runs_on(
        &peil,
        &[
            "backup",
            copy.to_str().expect("test folders have plain names"),
        ],
    )
    .ends_with(0);
    opens(&peil, &used);

    let restored = Folder::new();
    std::fs::copy(&copy, restored.path().join("peil.db")).expect("the copy is a file");
    let data = restored
        .path()
        .to_str()
        .expect("test folders have plain names");
    // From the copy itself, before a server was started on it, and from the data as they were when
    // it was made.
    let made_of_the_copy = Terminal::runs(["sign-in", "--data", data])
        .ends_with(0)
        .text()
        .trim()
        .to_owned();
    let other = Peil::starts_with(Setup {
        data: Some(restored.path().to_owned()),
        ..Setup::default()
    });
    for link in [&used, &unused, &made_of_the_copy] {
        let mut somebody = other.visitor("somebody");
        assert_eq!(somebody.goes(link).expects(401).refusal(), "link_earlier");
    }
    opens(&other, &new_link(&other));

    // Nor does a copy that somebody took home open the server that goes on, once that was started
    // again.
    peil.kill_9();
    peil.start_again();
    let mut thief = peil.visitor("who took the copy home");
    assert_eq!(thief.goes(&made_of_the_copy).refusal(), "link_earlier");
}

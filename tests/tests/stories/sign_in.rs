//! The owner's way in: a link that works once.

use tests::{Peil, Sample, Terminal, Visitor, sample};

fn opens(peil: &Peil, link: &str) -> Visitor {
    let mut visitor = peil.visitor("the owner");
    visitor.goes(link).expects(200);
    // A link that is only looked at (a preview in a chat) must not be used up: there may be a button to press.
    let form = visitor.page().forms().into_iter().find(|form| form.action.contains("sign-in"));
    if let Some(form) = form {
        visitor.sends(&form);
        visitor.reply().expects(200);
    }
    visitor
}

#[test]
fn the_printed_link_leads_to_the_desk_once() {
    let mut peil = Peil::starts();
    let link = peil.sign_in().expect("while there is no owner a link is printed").to_owned();
    peil.organiser().uploads(&sample([Sample::Choice]));
    let mut owner = opens(&peil, &link);
    owner.sees("Proefzaal");
    let desk = owner.reply().request.rsplit(' ').next().expect("a place").to_owned();

    let second = opens_again(&peil, &link);
    assert!((400..500).contains(&second), "the link works once");
    let mut stranger = peil.visitor("a stranger");
    let reply = stranger.goes(&desk);
    assert!(!reply.text().contains("Proefzaal"), "the desk is the owner's: {reply:?}");

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
    match visitor.page().forms().into_iter().find(|form| form.action.contains("sign-in")) {
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
    peil.organiser().uploads(&sample([Sample::Choice]));
    let first = peil.sign_in().expect("a link").to_owned();
    opens(&peil, &first);
    let outcome = Terminal::runs_on(&peil, &["sign-in"]);
    let said = outcome.ends_with(0).text();
    let link = said.split_whitespace().find(|word| word.starts_with("http://")).expect("a link").to_owned();
    assert_ne!(link, first);
    opens(&peil, &link).sees("Proefzaal");
}

#[test]
fn a_made_up_link_opens_nothing() {
    let peil = Peil::starts();
    let link = peil.sign_in().expect("a link").to_owned();
    let made_up = format!("{}{}", &link[..link.len() - 6], "aaaaaa");
    assert!((400..500).contains(&opens_again(&peil, &made_up)));
    opens(&peil, &link);
}

//! A room's link that got about is made anew: whatever depended on the old one ends, and nothing
//! else does.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tests::{
    HtmlForm, Peil, Presenter, Reply, SampleQuestion, Socket, Terminal, Visitor, at_once, option,
    sample,
};

const ROLES: [&str; 4] = ["stage", "presenter", "remote", "moderator"];
/// What is answered to a host whose link still stands, and to one whose does not.
const DONE: [(&str, u16); 4] = [("page", 200), ("asking", 200), ("form", 303), ("call", 200)];
const NOT_SIGNED_IN: [(&str, u16); 4] =
    [("page", 401), ("asking", 401), ("form", 401), ("call", 401)];

fn room(peil: &Peil) -> Presenter {
    let presenter = peil
        .organiser()
        .starts(&sample([SampleQuestion::Words, SampleQuestion::Choice]));
    presenter.opens("words");
    presenter
}

fn link_of<'a>(presenter: &'a Presenter, role: &str) -> &'a str {
    let started = &presenter.started;
    match role {
        "stage" => &started.stage_url,
        "presenter" => &started.presenter_url,
        "remote" => &started.remote_url,
        _ => &started.moderator_url,
    }
}

fn opens(peil: &Peil, link: &str) -> Visitor {
    let mut visitor = peil
        .visitor("somebody with a link")
        .with_origin(&peil.address().origin());
    visitor.goes(link).expects(200);
    visitor
}

fn asks_for_another(presenter: &Presenter, role: &str) -> Reply {
    presenter
        .organiser
        .posts(&presenter.path("/links"), &json!({ "role": role }))
}

#[track_caller]
fn renews(presenter: &Presenter, role: &str) -> String {
    let reply = asks_for_another(presenter, role);
    let answer = reply.expects(200).json();
    assert_eq!(answer["role"], role);
    answer["url"]
        .as_str()
        .unwrap_or_else(|| panic!("no link in {answer}"))
        .to_owned()
}

/// Whoever came in by a role's link, with everything that they have open.
struct Host {
    role: &'static str,
    browser: Visitor,
    socket: Socket,
    /// A button of the page that is held in the hand, as it stood there.
    button: HtmlForm,
}

impl Host {
    fn comes(peil: &Peil, presenter: &Presenter, role: &'static str) -> Self {
        let mut browser = opens(peil, link_of(presenter, role));
        let room = &presenter.started.room;
        let socket = browser
            .opens_socket(&format!("/rooms/{room}/live?protocol=3&role={role}"))
            .greeted();
        let page = if role == "moderator" {
            "moderator"
        } else {
            "remote"
        };
        browser.goes(&format!("/rooms/{room}/{page}")).expects(200);
        let mut forms = browser.page().forms();
        // One that can be pressed again and again: a new round, or a word to be hidden ahead.
        forms.retain(|form| form.filled("do") == ["reset"] || form.lines("hide") == 1);
        let mut button = forms
            .pop()
            .unwrap_or_else(|| panic!("{role} has no button: {:?}", browser.reply()));
        if role == "moderator" {
            button.types("hide", &["onzin"]);
        } else {
            // As a script that does not compare: the same press again is another one then.
            button.forges("after", &[""]);
        }
        Self {
            role,
            browser,
            socket,
            button,
        }
    }

    /// Everything that they can do without a socket, and whether it is still done.
    fn tries(&mut self, presenter: &Presenter) -> BTreeMap<&'static str, u16> {
        let (room, role) = (&presenter.started.room, self.role);
        let page = if role == "presenter" { "console" } else { role };
        let page = self
            .browser
            .fetches(&format!("/rooms/{room}/{page}"))
            .status;
        let asking = self
            .browser
            .fetches(&format!("/rooms/{room}/state?protocol=3&role={role}"))
            .status;
        let form = self.browser.sends(&self.button).status;
        let call = json!({ "do": "hide", "word": "kat", "question": "words" });
        let call = self
            .browser
            .posts(&presenter.path("/moderate"), &call)
            .status;
        BTreeMap::from([
            ("page", page),
            ("asking", asking),
            ("form", form),
            ("call", call),
        ])
    }
}

#[test]
fn a_new_link_ends_all_that_hung_on_the_old_one_and_nothing_else() {
    let mut peil = Peil::starts();
    for renewed in ROLES {
        let presenter = room(&peil);
        let mut hosts = ROLES.map(|role| Host::comes(&peil, &presenter, role));
        let mut anna = peil.phone("Anna");
        anna.opens(presenter.code());
        let mut phone = anna.follows();
        let link = renews(&presenter, renewed);
        for host in &mut hosts {
            if host.role == renewed {
                assert_eq!(host.socket.is_closed(), Some(4403), "{renewed}");
                let tried = host.tries(&presenter);
                assert_eq!(tried, NOT_SIGNED_IN.into(), "{renewed}");
            } else {
                host.socket.fences();
                let tried = host.tries(&presenter);
                assert_eq!(tried, DONE.into(), "{} of {renewed}", host.role);
            }
        }
        phone.fences();
        anna.looks();
        peil.visitor("somebody with the old link")
            .goes(link_of(&presenter, renewed))
            .expects(404);
        assert_ne!(link, link_of(&presenter, renewed));
        let again = opens(&peil, &link);
        again
            .opens_socket(&format!(
                "/rooms/{}/live?protocol=3&role={renewed}",
                presenter.started.room
            ))
            .greeted();
        peil.kill_9();
        peil.start_again();
        peil.visitor("somebody with the old link")
            .goes(link_of(&presenter, renewed))
            .expects(404);
        opens(&peil, &link);
    }
}

#[test]
fn who_came_in_by_a_link_and_sees_more_by_it_loses_that_too() {
    let peil = Peil::starts();
    // Whoever drives the room may project it, and whoever presents it may moderate.
    for (link, follows) in [
        ("presenter", "stage"),
        ("presenter", "moderator"),
        ("remote", "stage"),
        ("remote", "moderator"),
    ] {
        let presenter = room(&peil);
        let live = format!(
            "/rooms/{}/live?protocol=3&role={follows}",
            presenter.started.room
        );
        let held = opens(&peil, link_of(&presenter, link));
        let (mut two, mut other) = (
            held.opens_socket(&live).greeted(),
            held.opens_socket(&live).greeted(),
        );
        let own = opens(&peil, link_of(&presenter, follows));
        let mut own = own.opens_socket(&live).greeted();
        let both = opens(&peil, link_of(&presenter, follows));
        let mut both = {
            let mut both = both;
            both.goes(link_of(&presenter, link)).expects(200);
            both.opens_socket(&live).greeted()
        };
        renews(&presenter, link);
        assert_eq!(
            (two.is_closed(), other.is_closed()),
            (Some(4403), Some(4403)),
            "{follows} by {link}"
        );
        own.fences();
        both.fences();
    }
}

#[test]
fn a_link_that_is_made_anew_during_a_handshake_leaves_no_socket_behind() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    for round in 0..12 {
        let link = renews(&presenter, "remote");
        let held = opens(&peil, &link);
        let live = format!(
            "/rooms/{}/live?protocol=3&role=remote",
            presenter.started.room
        );
        let openings = vec![held.opens_socket(&live); 6];
        let renewing = presenter.clone();
        let sockets = std::thread::scope(|scope| {
            let renewed = scope.spawn(move || renews(&renewing, "remote"));
            let sockets = at_once(openings.iter().map(|opening| || opening.opens()));
            renewed.join().expect("a link is made");
            sockets
        });
        for mut socket in sockets {
            assert_eq!(socket.is_closed(), Some(4403), "round {round}");
        }
    }
}

#[test]
fn two_organisers_who_make_a_link_anew_at_once_end_with_one_that_opens() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    for role in ROLES {
        let links = at_once((0..4).map(|_| || renews(&presenter, role)));
        let statuses: Vec<u16> = links
            .iter()
            .map(|link| peil.visitor("somebody").goes(link).status)
            .collect();
        assert_eq!(
            statuses.iter().filter(|status| **status == 200).count(),
            1,
            "{role}: {statuses:?}"
        );
        let described = presenter.room();
        assert_eq!(
            described.position.as_deref(),
            Some("words"),
            "the room goes on"
        );
    }
}

#[test]
fn only_the_organiser_makes_links_anew_and_of_roles_that_there_are() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    for role in ROLES {
        let host = opens(&peil, link_of(&presenter, role));
        let asked = host.posts(&presenter.path("/links"), &json!({ "role": role }));
        assert_eq!(asked.expects(401).problem().code, "not_signed_in");
    }
    let asked = |body: Value| presenter.organiser.posts(&presenter.path("/links"), &body);
    for (body, status, code) in [
        (json!({ "role": "king" }), 422, "unknown_role"),
        (json!({ "role": "" }), 422, "unknown_role"),
        (json!({ "role": "Stage" }), 422, "unknown_role"),
        (json!({ "role": "owner" }), 422, "unknown_role"),
        (json!({ "role": "participant" }), 422, "unknown_role"),
        (json!({ "role": null }), 400, "malformed"),
        (json!({ "role": ["stage"] }), 400, "malformed"),
        (json!({}), 400, "malformed"),
    ] {
        assert_eq!(
            asked(body.clone()).expects(status).problem().code,
            code,
            "{body}"
        );
    }
    for role in ROLES {
        opens(&peil, link_of(&presenter, role));
    }
    presenter.deletes_the_room();
    assert_eq!(
        asks_for_another(&presenter, "stage")
            .expects(404)
            .problem()
            .code,
        "unknown_room"
    );
    for role in ROLES {
        peil.visitor("somebody with a link")
            .goes(link_of(&presenter, role))
            .expects(404);
    }
}

#[test]
fn the_rooms_page_makes_a_link_anew_and_says_so() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    let said = Terminal::runs_on(&peil, &["sign-in"]).ends_with(0).text();
    let mut owner = opens(&peil, said.trim());
    let page = format!("/desk/rooms/{}", presenter.started.room);
    for role in ROLES {
        owner.goes(&page).expects(200);
        owner.sees("De oude link werkt dan meteen niet meer");
        let forms = owner.page().forms();
        let form = forms
            .into_iter()
            .find(|form| form.action.ends_with("/links") && form.filled("role") == [role]);
        owner
            .sends(&form.expect("a button for each role"))
            .expects(303);
        owner
            .sees("Er is een nieuwe link")
            .was_never_sent(link_of(&presenter, role));
        peil.visitor("somebody with the old link")
            .goes(link_of(&presenter, role))
            .expects(404);
    }
    presenter.opens("pet");
    peil.phone("Anna").opens(presenter.code()).votes(option(1));
}

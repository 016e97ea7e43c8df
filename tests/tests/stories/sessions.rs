//! Where the owner is signed in: listed at the desk, ended there, by signing out, or all at once by
//! a link.

use tests::{
    ControlPress, HtmlForm, Method, Peil, Presenter, SampleQuestion, Socket, Terminal, Visitor,
    sample,
};

/// A new sign-in link.
fn link(peil: &Peil, flags: &[&str]) -> String {
    let arguments: Vec<&str> = ["sign-in"].iter().chain(flags).copied().collect();
    Terminal::runs_on(peil, &arguments)
        .ends_with(0)
        .text()
        .trim()
        .to_owned()
}

fn signs_in(peil: &Peil) -> Visitor {
    let mut owner = peil
        .visitor("the owner")
        .with_origin(&peil.address().origin());
    owner.goes(&link(peil, &[])).expects(200);
    owner
}

fn follows(owner: &Visitor, presenter: &Presenter, role: &str) -> Socket {
    owner
        .opens_socket(&format!(
            "/rooms/{}/live?protocol=3&role={role}",
            presenter.started.room
        ))
        .greeted()
}

/// The forms of the list that name a session, or all others.
fn ends(owner: &mut Visitor) -> Vec<HtmlForm> {
    owner.goes("/desk/sessions").expects(200);
    let forms = owner.page().forms();
    forms
        .into_iter()
        .filter(|form| form.action == "/desk/sessions/end")
        .collect()
}

/// Whether somebody is signed in: by page, by the API, and by a button of the desk.
fn may_do(owner: &Visitor, presenter: &Presenter) -> [u16; 3] {
    let control = format!("/rooms/{}/control", presenter.started.room);
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let button = owner
        .calls(Method::POST, &control, &form, "do=close&slide=pet")
        .status;
    [
        owner.fetches("/desk").status,
        owner.fetches(&presenter.path("")).status,
        button,
    ]
}

/// Three browsers of the owner in one room, each with sockets; and a host by a link.
struct SignedInBrowsers {
    presenter: Presenter,
    browsers: Vec<(Visitor, Vec<Socket>)>,
    stage: Socket,
}

impl SignedInBrowsers {
    fn begins(peil: &Peil) -> Self {
        let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
        presenter.opens("pet");
        let browser = |_| {
            let owner = signs_in(peil);
            let sockets =
                ["stage", "presenter", "remote"].map(|role| follows(&owner, &presenter, role));
            (owner, Vec::from(sockets))
        };
        let browsers = (0..3).map(browser).collect();
        let mut host = peil.visitor("the stage");
        host.goes(&presenter.started.stage_url).expects(200);
        let stage = follows(&host, &presenter, "stage");
        Self {
            presenter,
            browsers,
            stage,
        }
    }

    /// Fails unless exactly these browsers are signed in still.
    #[track_caller]
    fn leaves(&mut self, expected: [bool; 3]) {
        for ((owner, sockets), stays) in self.browsers.iter_mut().zip(expected) {
            for socket in sockets {
                if stays {
                    socket.fences();
                } else {
                    assert_eq!(socket.is_closed(), Some(4403));
                }
            }
            self.presenter.presses(&ControlPress::new("open"));
            let statuses = if stays { [200, 200, 303] } else { [401; 3] };
            assert_eq!(may_do(owner, &self.presenter), statuses);
        }
        self.stage.fences();
    }
}

#[test]
fn signing_out_ends_the_sockets_of_that_session_alone() {
    let peil = Peil::starts();
    let mut browsers = SignedInBrowsers::begins(&peil);
    let owner = &mut browsers.browsers[0].0;
    owner.goes("/desk").expects(200);
    let out = owner
        .page()
        .forms()
        .into_iter()
        .find(|form| form.action == "/sign-out")
        .expect("a way out");
    owner.sends(&out).expects(303);
    browsers.leaves([false, true, true]);
}

#[test]
fn a_session_that_is_ended_at_the_desk_ends_everywhere() {
    let peil = Peil::starts();
    let mut browsers = SignedInBrowsers::begins(&peil);
    // Which is which of the other two can't be distinguished here: one of them goes.
    let forms = ends(&mut browsers.browsers[0].0);
    let others = forms.iter().filter(|form| form.has("session"));
    assert_eq!(others.count(), 2, "its own is not among them");
    let end = forms
        .into_iter()
        .find(|form| form.has("session"))
        .expect("another browser");
    browsers.browsers[0].0.sends(&end).expects(303);
    let left = [1, 2].map(|place: usize| browsers.browsers[place].0.fetches("/desk").status == 200);
    assert_eq!(left.iter().filter(|left| **left).count(), 1);
    browsers.leaves([true, left[0], left[1]]);
    browsers.browsers[0].0.sends(&end).expects(303);
    assert_eq!(
        ends(&mut browsers.browsers[0].0)
            .iter()
            .filter(|form| form.has("session"))
            .count(),
        1,
        "twice is once"
    );
}

#[test]
fn all_others_are_ended_at_once_and_stay_so_after_a_restart() {
    let mut peil = Peil::starts();
    let mut browsers = SignedInBrowsers::begins(&peil);
    let forms = ends(&mut browsers.browsers[1].0);
    let all = forms
        .into_iter()
        .find(|form| form.has("others"))
        .expect("a button for all others");
    browsers.browsers[1].0.sends(&all).expects(303);
    browsers.leaves([false, true, false]);
    assert!(
        ends(&mut browsers.browsers[1].0).is_empty(),
        "there is nobody else to sign out"
    );
    peil.kill_9();
    peil.start_again();
    let statuses = [0, 1, 2].map(|place: usize| browsers.browsers[place].0.fetches("/desk").status);
    assert_eq!(statuses, [401, 200, 401]);
}

#[test]
fn a_link_that_signs_all_out_does_so_when_it_is_used_and_not_before() {
    let peil = Peil::starts();
    let mut browsers = SignedInBrowsers::begins(&peil);
    let all_out = link(&peil, &["--all-out"]);
    signs_in(&peil);
    browsers.leaves([true; 3]);
    let one = all_out.replace(".all-out.", ".in.");
    assert_ne!(one, all_out);
    peil.visitor("somebody who changes it")
        .goes(&one)
        .expects(401);
    let mut owner = peil
        .visitor("the owner")
        .with_origin(&peil.address().origin());
    owner.goes(&all_out).expects(200);
    browsers.leaves([false; 3]);
    assert_eq!(may_do(&owner, &browsers.presenter), [200, 200, 303]);
    assert!(ends(&mut owner).is_empty());
    assert_eq!(
        peil.visitor("somebody").goes(&all_out).refusal(),
        "link_used"
    );
}

#[test]
fn the_list_tells_browsers_apart_and_holds_no_cookie_and_no_address() {
    let peil = Peil::starts();
    let browsers = [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Firefox op Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Safari/604.1",
            "Safari op iPhone",
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36",
            "Chrome op Linux",
        ),
        (
            "Mozilla/5.0 (Linux; Android 15; K) Chrome/140.0.0.0 Mobile Safari/537.36",
            "Chrome op Android",
        ),
        ("<b>somebody</b> 127.0.0.1", "Onbekende browser"),
    ];
    let nobody = peil.visitor("somebody at a terminal");
    for (agent, _) in browsers {
        let reply = nobody.calls(Method::GET, &link(&peil, &[]), &[("user-agent", agent)], "");
        assert!(
            reply
                .header("set-cookie")
                .is_some_and(|cookie| cookie.contains("peil_host=")),
            "{reply:?}"
        );
    }
    let mut owner = signs_in(&peil);
    owner.goes("/desk/sessions").expects(200);
    for (_, expected) in browsers {
        owner.sees(expected);
    }
    owner
        .sees("deze browser")
        .was_never_sent("127.0.0.1")
        .was_never_sent("somebody")
        .was_never_sent("Mozilla");
    assert_eq!(owner.page().all("main li").len(), 6);
    peil.visitor("a stranger")
        .goes("/desk/sessions")
        .expects(401);
}

//! Whoever comes to the edge: requests as no browser writes them, networks that fill what others
//! need, folders that others may read.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use tests::{Folder, Method, Peil, SampleQuestion, Setup, Stranger, Terminal, sample};

fn public() -> Peil {
    let public_url = Some("https://peil.example.org".to_owned());
    Peil::starts_with(Setup {
        public_url,
        ..Setup::default()
    })
}

#[test]
fn a_request_names_one_host_and_that_is_ours() {
    let peil = public();
    let here = peil.address().host();
    for (lines, expected) in [
        ("GET / HTTP/1.1\r\nHost: peil.example.org\r\n", 200),
        ("GET / HTTP/1.1\r\nhost: PEIL.EXAMPLE.ORG:443\r\n", 200),
        ("GET / HTTP/1.0\r\n", 200),
        (
            "GET http://peil.example.org/ HTTP/1.1\r\nHost: kwaad.example\r\n",
            200,
        ),
        ("GET /healthz HTTP/1.1\r\nHost: kwaad.example\r\n", 200),
        ("GET / HTTP/1.1\r\n", 400),
        (
            "GET / HTTP/1.1\r\nHost: peil.example.org\r\nHost: peil.example.org\r\n",
            400,
        ),
        (
            "GET / HTTP/1.1\r\nHost: peil.example.org\r\nHost: kwaad.example\r\n",
            400,
        ),
        (
            "GET / HTTP/1.0\r\nHost: peil.example.org\r\nHost: kwaad.example\r\n",
            400,
        ),
        ("GET / HTTP/1.1\r\nHost:\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: peil.example.org/desk\r\n", 400),
        ("GET http://peil.example.org/ HTTP/1.1\r\n", 400),
        ("GET /api/v1/rooms HTTP/1.1\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: kwaad.example\r\n", 421),
        (
            "GET http://kwaad.example/ HTTP/1.1\r\nHost: peil.example.org\r\n",
            421,
        ),
        ("GET / HTTP/1.1\r\nHost: 192.0.2.1\r\n", 421),
        (
            "GET /12345678/live?protocol=3 HTTP/1.1\r\nHost: kwaad.example\r\nConnection: upgrade\r\nUpgrade: websocket\r\n",
            421,
        ),
    ] {
        let ended = Stranger::connects(peil.address())
            .says(format!("{lines}Connection: close\r\n\r\n").as_bytes());
        let status = ended
            .said
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse::<u16>().ok());
        assert_eq!(status, Some(expected), "{lines:?}: {}", ended.said);
    }
    let request = format!("GET / HTTP/1.1\r\nHost: {here}\r\nConnection: close\r\n\r\n");
    assert_eq!(
        Stranger::connects(peil.address())
            .says(request.as_bytes())
            .status(),
        Some(200),
        "by its own address"
    );
}

#[test]
fn a_network_that_fills_its_places_pushes_no_waiting_screen_out() {
    let peil = Peil::starts();
    let mut laptop = peil.visitor("somebody else's laptop");
    laptop.goes("/stage").expects(200);
    let code = laptop
        .page()
        .links()
        .into_iter()
        .find(|link| link.contains("/stage/"))
        .expect("the code is a link");
    let answers: Vec<_> = (0..1_000)
        .map(|_| peil.visitor("nobody").fetches("/stage"))
        .collect();
    let full = answers.last().expect("they ask").expects(503);
    assert_eq!(full.refusal(), "screens_full");
    assert_eq!(full.header("retry-after"), Some("60"));
    assert!(answers.iter().filter(|answer| answer.status == 200).count() < 100);
    laptop.goes("/stage").expects(200);
    assert!(
        laptop.page().links().contains(&code),
        "it waits on, by the same code"
    );
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        .permissions()
        .mode()
        & 0o777
}

#[test]
fn what_others_may_read_is_narrowed_and_told() {
    let folder = Folder::on_disk();
    let data = folder.path().to_owned();
    fs::set_permissions(&data, fs::Permissions::from_mode(0o755)).expect("it is ours");
    let mut peil = Peil::starts_with(Setup {
        data: Some(data.clone()),
        ..Setup::default()
    });
    peil.organiser().starts(&sample([SampleQuestion::Choice]));
    for name in ["peil.db", "peil.db-wal", "peil.db-shm", "peil.lock"] {
        assert_eq!(mode(&data.join(name)), 0o600, "{name}");
    }
    let logs = peil.logs();
    assert!(
        logs.contains("others on this machine may get at the data") && logs.contains("0755"),
        "{logs}"
    );
    let doctor = Terminal::runs_on(&peil, &["doctor"]);
    let line = format!(
        "WARN {} is open to others (mode 0755): chmod 700",
        data.display()
    );
    assert!(
        doctor.ends_with(1).text().contains(&line),
        "{}",
        doctor.text()
    );

    peil.terminate();
    fs::set_permissions(&data, fs::Permissions::from_mode(0o700)).expect("it is ours");
    fs::set_permissions(data.join("peil.db"), fs::Permissions::from_mode(0o644))
        .expect("it is ours");
    let doctor = Terminal::runs_on(&peil, &["doctor"]);
    assert!(
        doctor
            .ends_with(1)
            .text()
            .contains("peil.db is open to others (mode 0644): chmod 600"),
        "{}",
        doctor.text()
    );
    peil.start_again();
    assert_eq!(mode(&data.join("peil.db")), 0o600);
    let doctor = Terminal::runs_on(&peil, &["doctor"]);
    assert!(
        doctor
            .ends_with(0)
            .text()
            .contains("are for their owner alone"),
        "{}",
        doctor.text()
    );
    let copy = peil.beside().join("kopie.db");
    Terminal::runs_on(&peil, &["backup", copy.to_str().expect("a plain name")]).ends_with(0);
    assert_eq!(mode(&copy), 0o600);
}

#[test]
fn a_token_for_figures_that_could_be_guessed_is_warned_of_and_none_at_all_keeps_peil_from_starting()
{
    let serve = |token: &str, listen: &str| {
        Terminal::runs_with("PEIL_METRICS_TOKEN", token, &["serve", "--listen", listen])
            .ends_with(1)
            .stderr
            .clone()
    };
    // An address of nobody's, so that it ends by itself.
    for (token, warned) in [
        ("x", true),
        ("0123456789012345678901234567890", true),
        (tests::METRICS_TOKEN, false),
    ] {
        let said = serve(token, "192.0.2.1:8080");
        assert!(
            said.contains("can't be listened on"),
            "{token:?} is taken: {said}"
        );
        assert_eq!(
            said.contains("PEIL_METRICS_TOKEN is shorter than 32 characters"),
            warned,
            "{token:?}: {said}"
        );
    }
    for token in ["", "                                        ", "é"] {
        let said = serve(token, "127.0.0.1:0");
        assert!(said.contains("PEIL_METRICS_TOKEN"), "{token:?}: {said}");
    }
    let same = "0123456789-abcdefghijklmnopqrstuvwxyz";
    let both = ["serve", "--listen", "127.0.0.1:0", "--token", same];
    let outcome = Terminal::runs_with("PEIL_METRICS_TOKEN", same, &both);
    assert!(
        outcome.ends_with(1).stderr.contains("give each its own"),
        "{outcome:?}"
    );
    assert!(
        !outcome.said().contains(same),
        "no token is repeated: {outcome:?}"
    );
}

#[test]
fn by_https_browsers_are_told_to_stay_with_it_and_cookies_are_this_hosts() {
    let (peil, plain) = (public(), Peil::starts());
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    let page = peil
        .visitor("somebody")
        .fetches(&format!("/{}", presenter.code()));
    assert_eq!(
        page.header("strict-transport-security"),
        Some("max-age=31536000")
    );
    assert!(
        page.header("set-cookie")
            .is_some_and(|cookie| cookie.starts_with("__Host-peil_id=")),
        "{page:?}"
    );
    for reply in [
        plain.visitor("somebody").fetches("/"),
        plain.organiser().calls(Method::GET, "/api/v1/rooms", None),
    ] {
        assert_eq!(reply.header("strict-transport-security"), None);
    }
}

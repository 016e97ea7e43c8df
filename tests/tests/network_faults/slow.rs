//! Requests that take for ever, or never end: each is cut at its deadline, and nobody else notices.

use std::time::Duration;

use tests::{Ended, Peil, Steady, Stranger, at_once};

use crate::room;

const DRIP: Duration = Duration::from_secs(1);
/// How long headers may take, and a connection on which nothing comes.
const HEADER_DEADLINE: Duration = Duration::from_secs(15);
/// How long a body may take.
const BODY_DEADLINE: Duration = Duration::from_secs(30);
/// How much later than its deadline a connection may end on a busy machine.
const AIR: Duration = Duration::from_secs(20);

#[track_caller]
fn assert_cut(what: &str, ended: &Ended, deadline: Duration) {
    println!(
        "{what}: ended after {:.1?} with {:?}",
        ended.after,
        ended.status()
    );
    assert!(ended.after > deadline / 2, "{what}: {ended:?}");
    assert!(ended.after < deadline + AIR, "{what}: {ended:?}");
}

#[test]
fn whoever_is_slow_or_never_done_is_cut_and_nobody_else_notices() {
    let peil = Peil::starts();
    let presenter = room(&peil);
    let steady = Steady::votes(&peil, presenter.code(), "pet");
    let address = peil.address();
    let code = presenter.code();
    let post =
        format!("POST /{code}/answers HTTP/1.1\r\nHost: peil\r\nContent-Length: 10000\r\n\r\n");
    let page = format!("GET /{code} HTTP/1.1\r\nHost: peil\r\n\r\n");
    let huge = format!(
        "GET / HTTP/1.1\r\nHost: peil\r\nX-Long: {}\r\n\r\n",
        "x".repeat(100_000)
    );
    let acts: Vec<Box<dyn FnOnce() -> Ended + Send>> = vec![
        Box::new(|| Stranger::connects(address).says(b"")),
        Box::new(|| Stranger::connects(address).drips(b"GET / HT", b"x", DRIP)),
        Box::new(|| Stranger::connects(address).drips(b"GET / HTTP/1.1\r\n", b"x: y\r\n", DRIP)),
        Box::new(|| Stranger::connects(address).drips(post.as_bytes(), b"x", DRIP)),
        Box::new(|| Stranger::connects(address).says(page.as_bytes())),
        Box::new(|| Stranger::connects(address).drips(b"GET /", &[b'x'; 4096], Duration::ZERO)),
        Box::new(|| Stranger::connects(address).says(huge.as_bytes())),
    ];
    let ended = at_once(acts);
    let delays = steady.is_enough();
    let [nothing, line, headers, body, idle, endless, huge] = &ended[..] else {
        panic!("seven acted")
    };
    assert_cut("no word", nothing, HEADER_DEADLINE);
    assert_cut("a request line, a byte a second", line, HEADER_DEADLINE);
    assert_cut("headers, one a second", headers, HEADER_DEADLINE);
    assert_cut("a body, a byte a second", body, BODY_DEADLINE);
    assert_eq!(body.status(), Some(408), "{body:?}");
    assert_cut("nothing after a page", idle, HEADER_DEADLINE);
    assert_eq!(idle.status(), Some(200));
    for (what, ended) in [
        ("a request line without an end", endless),
        ("huge headers", huge),
    ] {
        println!(
            "{what}: ended after {:.1?} with {:?}",
            ended.after,
            ended.status()
        );
        assert!(ended.after < AIR, "{what}: {ended:?}");
        assert!(
            matches!(ended.status(), None | Some(400..=499)),
            "{what}: {ended:?}"
        );
    }
    println!("beside them {delays}");
    assert!(delays.longest() < Duration::from_secs(10), "{delays}");
}

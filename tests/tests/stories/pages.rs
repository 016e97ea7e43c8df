//! What every page promises apart from its words: headers, cookies, refreshing, languages,
//! sequences.

use std::thread;

use tests::{Peil, SampleQuestion, option, sample};

#[test]
fn pages_are_strict_about_what_they_load_and_never_kept() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let mut visitor = peil.visitor("somebody");
    let code = format!("/{}", presenter.code());
    for place in [
        "/",
        code.as_str(),
        presenter.started.stage_url.as_str(),
        "/12345678",
    ] {
        let reply = visitor.goes(place);
        let header = |name: &str| {
            reply
                .header(name)
                .unwrap_or_else(|| panic!("no {name}: {reply:?}"))
                .to_owned()
        };
        assert!(header("cache-control").contains("no-store"), "{reply:?}");
        assert_eq!(header("referrer-policy"), "same-origin");
        assert_eq!(header("x-content-type-options"), "nosniff");
        let policy = header("content-security-policy");
        assert!(
            policy.contains("script-src 'self'") && !policy.contains("unsafe-inline"),
            "{policy}"
        );
        let page = reply.page();
        assert!(
            page.all("[style]").is_empty() && page.all("style").is_empty(),
            "no inline style: {place}"
        );
        let inline = |script: &&scraper::ElementRef<'_>| {
            script.attr("src").is_none() && script.attr("type") != Some("application/json")
        };
        assert_eq!(
            page.all("script").iter().filter(inline).count(),
            0,
            "no inline script: {place}"
        );
        let elsewhere = |element: &scraper::ElementRef<'_>| {
            let target = element
                .attr("src")
                .or(element.attr("href"))
                .unwrap_or_default();
            target.starts_with("http") && !target.starts_with(&peil.address().origin())
                || target.starts_with("//")
        };
        assert!(
            !page.all("script, img, link").iter().any(elsewhere),
            "nothing from elsewhere: {place}"
        );
    }
}

#[test]
fn assets_are_kept_for_ever_and_pages_name_ones_that_exist() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    let page = anna.page();
    let assets: Vec<String> = page
        .all("link[rel=stylesheet], script[src], link[rel=modulepreload]")
        .iter()
        .filter_map(|element| {
            element
                .attr("href")
                .or(element.attr("src"))
                .map(str::to_owned)
        })
        .collect();
    assert!(
        assets.iter().any(|asset| asset.ends_with(".css")),
        "{assets:?}"
    );
    for asset in assets {
        let reply = peil.visitor("a browser").fetches(&asset);
        reply.expects(200);
        assert!(
            reply
                .header("cache-control")
                .is_some_and(|how| how.contains("immutable")),
            "{reply:?}"
        );
    }
}

#[test]
fn the_cookie_is_for_the_server_alone() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    let reply = peil
        .visitor("somebody")
        .fetches(&format!("/{}", presenter.code()));
    let cookies: Vec<&str> = reply
        .headers
        .get_all("set-cookie")
        .iter()
        .filter_map(|cookie| cookie.to_str().ok())
        .collect();
    assert_eq!(cookies.len(), 1, "one cookie: {cookies:?}");
    let cookie = cookies[0];
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
        "{cookie}"
    );
    assert!(
        !cookie.contains("Secure"),
        "without TLS a phone would drop it: {cookie}"
    );
    let value = cookie.split(['=', ';']).nth(1).unwrap_or_default();
    assert!(value.len() >= 22, "128 bits: {cookie}");
}

#[test]
fn waiting_pages_refresh_and_pages_with_a_form_never_do() {
    let peil = Peil::starts();
    let deck = format!(
        "{}\n---\nshow: break\nminutes: 5\n---\n\n# Pauze\n",
        sample([SampleQuestion::Open])
    );
    let presenter = peil.organiser().starts(&deck);
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    assert!(
        anna.forms().is_empty() && anna.page().refreshes(),
        "before the first slide: {:?}",
        anna.reply()
    );
    presenter.opens("ideas");
    anna.looks();
    assert!(!anna.page().refreshes(), "somebody may be typing");
    let code = presenter.code();
    let next = anna
        .page()
        .links()
        .into_iter()
        .any(|link| link.contains(code) || link.starts_with('?'));
    assert!(
        next,
        "a page with a form links to the next question: {:?}",
        anna.page().links()
    );
    presenter.closes();
    anna.looks();
    assert!(
        anna.forms().is_empty() && anna.page().refreshes(),
        "closed: {:?}",
        anna.reply()
    );
    presenter.next();
    anna.looks().sees("Pauze");
    assert!(anna.page().refreshes());
}

#[test]
fn a_room_speaks_the_language_of_its_deck() {
    let peil = Peil::starts();
    let english = sample([SampleQuestion::Choice]).replace("language: nl", "language: en");
    for (deck, language) in [(sample([SampleQuestion::Choice]), "nl"), (english, "en")] {
        let presenter = peil.organiser().starts(&deck);
        presenter.opens("pet");
        let mut anna = peil.phone("Anna");
        anna.opens(presenter.code());
        assert_eq!(anna.page().language(), language);
        anna.votes(option(1));
        anna.sees(if language == "nl" {
            "Opgeslagen"
        } else {
            "Saved"
        });
    }
}

#[test]
fn everything_that_people_or_decks_write_finds_its_own_direction() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    let page = anna.page();
    let in_auto = |label: &str| {
        let holds =
            |element: &scraper::ElementRef<'_>| element.text().collect::<String>().contains(label);
        page.all("[dir=auto], bdi").iter().any(holds)
    };
    assert!(
        in_auto("Welk huisdier?") && in_auto("Kat") && in_auto("Vis"),
        "{}",
        page.source()
    );
}

/// The page names a sequence the server has not seen yet; it waits for it a moment.
#[test]
fn a_page_waits_for_the_sequence_it_names() {
    let peil = Peil::starts();
    let presenter = peil
        .organiser()
        .starts(&sample([SampleQuestion::Choice, SampleQuestion::Words]));
    let room = presenter.opens("pet");
    let place = format!("/{}?seq={}", presenter.code(), room.seq + 1);
    let visitor = peil.visitor("somebody");
    let reply = thread::scope(|scope| {
        let page = scope.spawn(|| visitor.fetches(&place));
        presenter.opens("words");
        page.join().expect("a page")
    });
    assert!(
        reply
            .expects(200)
            .page()
            .text()
            .contains("Waar denk je aan?"),
        "{reply:?}"
    );
}

#[test]
fn a_sequence_that_never_comes_is_no_refusal() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    let room = presenter.opens("pet");
    let place = format!("/{}?seq={}", presenter.code(), room.seq + 1000);
    let reply = peil.visitor("somebody").fetches(&place);
    assert_eq!(reply.status, 503, "try again, not a refusal: {reply:?}");
    reply.refusal();
    let nonsense = peil
        .visitor("somebody")
        .fetches(&format!("/{}?seq=veel", presenter.code()));
    assert_eq!(nonsense.expects(400).refusal(), "malformed");
}

//! The page on which people read afterwards what came out of a room: opened, read by its name and
//! by the code, closed again; and what never stands on it.

use serde_json::{Value, json};
use tests::{
    HtmlForm, Peil, Phone, Presenter, Reply, TOKEN, Visitor, files_holding, filled_in, option,
    other, text, words,
};

const DECK: &str = "---\ntitle: Een middag\nlanguage: nl\nqa: open\n---\n\n---\nask: choice\nid: role\n---\n\n# Wat is je functie?\n\n- Zorg\n- Welzijn\n- Anders {other}\n\n---\nask: words\nid: values\n---\n\n# Waar denk je aan?\n\n---\nask: open\nid: ideas\n---\n\n# Wat is jouw idee?\n\n---\nask: words\nid: few\n---\n\n# Wie mis je?\n\n---\nask: form\nid: evaluatie\npace: after\n---\n\n# Hoe was het?\n\n- Wat neem je mee? {text}\n";

/// Six people who chose, gave a word and wrote, of whom four named somebody.
fn afternoon(peil: &Peil) -> Presenter {
    let presenter = peil.organiser().starts(DECK);
    let mut phones = peil.crowd(6).phones;
    presenter.opens("role");
    for phone in &mut phones[..5] {
        phone.opens(presenter.code()).votes(option(2));
    }
    phones[5]
        .opens(presenter.code())
        .votes(other(3, "Burgemeester"));
    presenter.opens("values");
    for phone in &mut phones[..5] {
        phone.opens(presenter.code()).votes(words(["vertrouwen"]));
    }
    phones[5]
        .opens(presenter.code())
        .votes(words(["vertrouwen", "Koninginnedag"]));
    presenter.opens("ideas");
    for phone in &mut phones {
        phone.opens(presenter.code()).votes(text("Een moestuin"));
    }
    presenter.opens("few");
    for phone in &mut phones[..4] {
        phone.opens(presenter.code()).votes(words(["Gerrit"]));
    }
    presenter
}

fn puts(presenter: &Presenter, tag: &str, change: &Value) -> Reply {
    let organiser = presenter.organiser.clone().with_header("if-match", tag);
    organiser.puts(&presenter.path("/page"), change)
}

fn opens(presenter: &Presenter, slug: &str) {
    let change = json!({ "open": true, "slug": slug });
    puts(presenter, "*", &change).expects(200);
}

fn reader(peil: &Peil) -> Visitor {
    peil.visitor("somebody who reads")
}

/// Sends a form, and goes where that leads.
fn goes_on(phone: &mut Phone, form: &HtmlForm) {
    let reply = phone.sends(form).expects(303).clone();
    let to = reply.header("location").expect("it leads somewhere");
    phone.goes(to).expects(200);
}

#[test]
fn it_is_there_by_its_name_and_by_the_code_and_tells_of_nobody_alone() {
    let peil = Peil::starts();
    let presenter = afternoon(&peil);
    opens(&presenter, "een-middag");
    let mut anna = reader(&peil);
    anna.goes("/p/een-middag").expects(404);
    anna.sees("Deze pagina is er nog niet");
    presenter.ends();
    let by_name = anna.goes("/p/een-middag").expects(200).clone();
    assert_eq!(by_name.header("x-robots-tag"), Some("noindex, nofollow"));
    assert_eq!(by_name.header("cache-control"), Some("no-store"));
    assert_eq!(by_name.header("set-cookie"), None);
    anna.sees("Een middag")
        .sees("6 stemmen")
        .sees("Meest gekozen: ‘Welzijn’, 5 keer")
        .sees("vertrouwen")
        .sees("Wat deelnemers zelf schreven, staat hier niet.")
        .sees("Minder dan 5 deelnemers antwoordden");
    for nobodys in ["Burgemeester", "moestuin", "Gerrit", "Koninginnedag"] {
        anna.does_not_see(nobodys);
        assert!(!by_name.text().contains(nobodys), "{nobodys}");
    }
    let page = anna.page();
    assert!(!page.all("main svg").is_empty(), "with a picture");
    assert!(page.all("main form, main input, script").is_empty());
    let code = format!("/{}", presenter.code());
    let by_code = anna.goes(&code).expects(200).clone();
    assert_eq!(by_code.text(), by_name.text());
}

#[test]
fn it_closes_at_once_when_it_is_taken_back_and_after_its_last_day() {
    let peil = Peil::starts();
    let presenter = afternoon(&peil);
    presenter.ends();
    opens(&presenter, "een-middag");
    let mut anna = reader(&peil);
    anna.goes("/p/een-middag").expects(200);
    puts(&presenter, "*", &json!({ "open": false })).expects(200);
    anna.goes("/p/een-middag").expects(404);
    anna.sees("Deze pagina is gesloten")
        .does_not_see("vertrouwen");
    anna.goes(&format!("/{}", presenter.code())).expects(200);
    anna.sees("Hoe was het?").does_not_see("vertrouwen");
    let change = json!({ "open": true, "until": "2026-01-31" });
    puts(&presenter, "*", &change).expects(200);
    anna.goes("/p/een-middag").expects(404);
    anna.sees("Ze was er tot en met 31 januari");
    // Any day that is to come opens it again.
    puts(&presenter, "*", &json!({ "until": Value::Null })).expects(200);
    anna.goes("/p/een-middag").expects(200);
    anna.goes("/p/een-andere").expects(404);
    anna.sees("Deze pagina is er niet");
}

#[test]
fn what_is_hidden_or_erased_afterwards_is_gone_with_the_next_request() {
    let peil = Peil::starts();
    let presenter = afternoon(&peil);
    presenter.ends();
    opens(&presenter, "een-middag");
    let mut anna = reader(&peil);
    anna.goes("/p/een-middag").expects(200);
    anna.sees("vertrouwen");
    let hide = json!({ "do": "hide", "word": "vertrouwen", "question": "values" });
    let path = presenter.path("/moderate");
    presenter.organiser.posts(&path, &hide).expects(200);
    anna.goes("/p/een-middag").expects(200);
    anna.does_not_see("vertrouwen").sees("Waar denk je aan?");
    puts(&presenter, "*", &json!({ "show": ["few", "role"] })).expects(200);
    anna.goes("/p/een-middag").expects(200);
    anna.does_not_see("Waar denk je aan?");
    let html = anna.page().text();
    let (few, role) = (html.find("Wie mis je?"), html.find("Wat is je functie?"));
    assert!(few.is_some() && few < role, "in the order that was chosen");
}

#[test]
fn the_evaluation_is_filled_in_from_there_for_as_long_as_it_is_open() {
    let peil = Peil::starts();
    let presenter = afternoon(&peil);
    let mut last: Phone = peil.phone("who was there");
    last.opens(presenter.code());
    presenter.ends();
    last.looks();
    opens(&presenter, "een-middag");
    let form = last.filled(&filled_in(&[], &[(1, "Klein beginnen")]));
    goes_on(&mut last, &form);
    last.sees("Bedankt voor het meedoen")
        .sees("Wat eruit kwam, staat tot en met")
        .sees("/p/een-middag");
    // Who was not there comes by the page.
    let mut carla: Phone = peil.phone("who reads");
    carla.goes("/p/een-middag").expects(200);
    let way = carla.page();
    let way = way.all(".still-open a")[0].attr("href");
    carla.goes(way.expect("a way to the form")).expects(200);
    carla.sees("Hoe was het?");
    let form = carla.filled(&filled_in(&[], &[(1, "Kon er niet bij zijn")]));
    goes_on(&mut carla, &form);
    carla.sees("Bedankt voor het meedoen");
    assert_eq!(presenter.results("evaluatie").voters(), 2);
    // It closes with the page.
    let change = json!({ "until": "2026-01-31" });
    puts(&presenter, "*", &change).expects(200);
    let mut late: Phone = peil.phone("who comes late");
    late.opens(presenter.code());
    late.does_not_see("Wat neem je mee?")
        .does_not_see("/p/een-middag");
}

#[test]
fn what_an_organiser_writes_is_text_and_addresses_lead_to_pages() {
    let peil = Peil::starts();
    let presenter = afternoon(&peil);
    presenter.ends();
    let change = json!({
        "open": true, "slug": "een-middag",
        "text": "Dank je wel <script>alert(1)</script>.\n\nTot in maart!",
        "urls": [{ "label": "Dia’s <b>", "url": "https://example.org/dias.pdf?a=1&b=\"2\"" }],
        "transcript": "WEBVTT\n\n00:01.000 --> 00:02.000\nWelkom <i>allemaal</i>\n\n00:02.100 --> 00:03.000\nop deze &lt;middag&gt;.",
    });
    puts(&presenter, "\"0\"", &change).expects(200);
    let mut anna = reader(&peil);
    anna.goes("/p/een-middag").expects(200);
    anna.sees("Dank je wel <script>alert(1)</script>.")
        .sees("Tot in maart!")
        .sees("Dia’s <b>")
        .sees("Welkom allemaal op deze <middag>.")
        .does_not_see("00:01");
    let page = anna.page();
    let link = &page.all("main section ul a[rel]")[0];
    assert_eq!(
        link.attr("href"),
        Some("https://example.org/dias.pdf?a=1&b=%222%22")
    );
    let url = |label: &str, url: &str| json!({ "urls": [{ "label": label, "url": url }] });
    let second = peil.organiser().starts(DECK);
    for (change, status, code) in [
        (url("Video", "javascript:alert(1)"), 422, "page_url"),
        (url("", "https://example.org/"), 422, "page_url"),
        (json!({ "until": "2026-02-30" }), 422, "page_day"),
        (json!({ "until": "2999-01-01" }), 422, "page_day"),
        (json!({ "slug": "desk" }), 422, "page_slug"),
        (json!({ "slug": "Een Middag" }), 422, "page_slug"),
        (json!({ "slug": "een-middag" }), 409, "slug_taken"),
        (json!({ "text": "x".repeat(4001) }), 422, "too_long"),
        (json!({ "titel": "x" }), 400, "malformed"),
    ] {
        let refused = puts(&second, "*", &change);
        assert_eq!(refused.expects(status).problem().code, code, "{change}");
    }
    let path = second.path("/page");
    let without = second.organiser.puts(&path, &json!({}));
    assert_eq!(without.expects(428).problem().code, "precondition");
    // What was refused changed nothing, and who names no name gets one.
    let empty = second.organiser.gets(&path).expects(200).json();
    assert_eq!((&empty["slug"], &empty["url"]), (&json!(""), &Value::Null));
    let named = puts(&second, "\"0\"", &json!({ "open": true }))
        .expects(200)
        .json();
    let slug = named["slug"].as_str().unwrap_or_default();
    assert!(slug.starts_with("een-middag-"), "{slug}");
    let old = puts(&second, "\"0\"", &json!({ "text": "anders" }));
    assert_eq!(old.expects(412).problem().code, "changed");
}

#[test]
fn at_the_desk_it_is_a_form_and_two_who_save_at_once_lose_nothing() {
    let peil = Peil::starts();
    let presenter = afternoon(&peil);
    presenter.ends();
    let path = format!("/desk/rooms/{}/page", presenter.started.room);
    let opens = |name: &str| {
        let mut desk = peil.visitor(name).with_token(TOKEN);
        desk.goes(&path).expects(200);
        let form = desk.page().forms();
        let form = form.into_iter().find(|form| form.has("transcript"));
        (desk, form.expect("a form for it"))
    };
    let (mut anna, mut first) = opens("Anna");
    let (mut bram, mut second) = opens("Bram");
    anna.sees("Niemand kan deze pagina nu zien.");
    assert_eq!(first.filled("in-role"), ["1"]);
    assert!(first.filled("in-evaluatie").is_empty());
    first
        .forges("open", &["1"])
        .forges("slug", &["een-middag"])
        .forges("text", &["Van Anna"])
        .forges("label", &["Dia’s"])
        .forges("url", &["https://example.org/dias.pdf"]);
    anna.sends(&first).expects(303);
    anna.goes(&format!("{path}?saved=1")).expects(200);
    anna.sees("De pagina is bewaard.")
        .sees("Iedereen met het adres kan deze pagina zien");
    assert_eq!(anna.page().all(".qr svg").len(), 1);
    let address = anna.page();
    let address = address.all("#page-address")[0].attr("value");
    assert!(address.is_some_and(|url| url.ends_with("/p/een-middag")));
    second.forges("text", &["Van Bram"]);
    bram.sends(&second).expects(412);
    bram.sees("Iemand anders bewaarde de pagina intussen")
        .sees("Van Bram");
    let mut reads = reader(&peil);
    reads.goes("/p/een-middag").expects(200);
    reads.sees("Van Anna").sees("https://example.org/dias.pdf");
    // Before others see it, its organiser does.
    let preview = format!("{path}/preview");
    puts(&presenter, "*", &json!({ "open": false })).expects(200);
    anna.goes(&preview).expects(200);
    anna.sees("Alleen jij ziet dit.").sees("Van Anna");
    reads.goes(&preview).expects(401);
}

#[test]
fn it_goes_with_its_room_and_its_name_is_free_again() {
    let peil = Peil::starts();
    let presenter = afternoon(&peil);
    presenter.ends();
    opens(&presenter, "een-middag");
    let change = json!({ "text": "geheim-voorwoord" });
    puts(&presenter, "*", &change).expects(200);
    presenter.deletes_the_room();
    reader(&peil).goes("/p/een-middag").expects(404);
    let holding = files_holding(&peil.data(), "geheim-voorwoord");
    assert!(holding.is_empty(), "{holding:?}");
    opens(&peil.organiser().starts(DECK), "een-middag");
}

#[test]
fn report_and_mail_name_it_and_it_is_there_after_a_kill() {
    let mut peil = Peil::starts();
    let presenter = afternoon(&peil);
    opens(&presenter, "een-middag");
    presenter.ends();
    let report = presenter.organiser.gets(&presenter.path("/report.html"));
    assert!(report.expects(200).text().contains("/p/een-middag"));
    let mail = format!("/desk/rooms/{}/mail/preview", presenter.started.room);
    let mut desk = peil.visitor("the desk").with_token(TOKEN);
    desk.goes(&mail).expects(200);
    desk.sees("/p/een-middag");
    peil.kill_9();
    peil.start_again();
    let mut anna = reader(&peil);
    anna.goes("/p/een-middag").expects(200);
    anna.sees("vertrouwen");
}

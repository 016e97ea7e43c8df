//! The report of a room: what its organiser adds, and what stands in it.

use serde_json::{Value, json};
use tests::{
    ControlPress, Folder, Page, Peil, Presenter, Reply, TOKEN, Terminal, files_holding, option,
    text, words,
};

const DECK: &str = "---\ntitle: Een middag\nlanguage: nl\nqa: open\n---\n\n---\nask: choice\nid: role\n---\n\n# Wat is je functie?\n\n- Zorg\n- Welzijn\n\n---\nask: open\nid: ideas\nvotes: 2\n---\n\n# Wat is jouw idee?\n\n---\nask: words\nid: few\n---\n\n# Waar denk je aan?\n";

/// Six people who chose and wrote, of whom four gave a word.
fn afternoon(peil: &Peil) -> Presenter {
    let presenter = peil.organiser().starts(DECK);
    let mut phones = peil.crowd(6).phones;
    presenter.opens("role");
    for phone in &mut phones {
        phone.opens(presenter.code()).votes(option(2));
    }
    presenter.opens("ideas");
    for (number, phone) in (1..).zip(&mut phones) {
        let idea = format!("Idee <i>{number}</i> & meer");
        phone.opens(presenter.code()).votes(text(&idea));
    }
    presenter.opens("few");
    for phone in &mut phones[..4] {
        phone.opens(presenter.code()).votes(words(["zeldzaam"]));
    }
    presenter.ends();
    presenter
}

fn report(presenter: &Presenter) -> String {
    let reply = presenter.organiser.gets(&presenter.path("/report.html"));
    reply.expects(200).text().to_owned()
}

fn puts(presenter: &Presenter, tag: &str, change: &Value) -> Reply {
    let organiser = presenter.organiser.clone().with_header("if-match", tag);
    organiser.puts(&presenter.path("/report"), change)
}

#[test]
fn what_people_gave_is_in_it_and_nothing_about_fewer_than_five() {
    let peil = Peil::starts();
    let presenter = afternoon(&peil);
    let html = report(&presenter);
    for there in [
        "<html lang=\"nl\"",
        "Impressieverslag",
        "Wat is je functie?",
        "6 stemmen. Meest gekozen: ‘Welzijn’, 6 keer.",
        "Idee &lt;i&gt;1&lt;/i&gt; &amp; meer",
        "Van minder dan 5 deelnemers toont een verslag geen uitkomst.",
    ] {
        assert!(html.contains(there), "{there} in {html}");
    }
    assert!(!html.contains("zeldzaam"));
    let quotes = html.matches("<blockquote>").count();
    assert_eq!(quotes, 3, "of six that nobody voted for");
}

#[test]
fn nothing_is_quoted_that_was_hidden_from_the_screen() {
    let peil = Peil::starts();
    let presenter = afternoon(&peil);
    let ideas = |what: &str| ControlPress::new(what).of("ideas").on("stage");
    presenter.does(ideas("hide"));
    let html = report(&presenter);
    assert!(html.contains("was niet op het scherm te zien"));
    assert!(
        !html.contains("Idee ") && !html.contains("<blockquote>"),
        "{html}"
    );
    let mut desk = peil.visitor("the desk").with_token(TOKEN);
    let page = format!("/desk/rooms/{}/report", presenter.started.room);
    desk.goes(&page);
    desk.does_not_see("Citaten");
    // It can still be shown once all is over.
    presenter.does(ideas("show"));
    assert!(report(&presenter).contains("Idee "));
    desk.goes(&page);
    desk.sees("Citaten");
}

#[test]
fn the_organiser_adds_words_and_chooses_by_program() {
    let peil = Peil::starts();
    let presenter = afternoon(&peil);
    let path = presenter.path("/report");
    let empty = presenter.organiser.gets(&path).expects(200).clone();
    assert_eq!(empty.header("etag"), Some("\"0\""));
    assert_eq!(
        (&empty.json()["order"], &empty.json()["saved_at"]),
        (&Value::Null, &Value::Null)
    );
    let fifth = presenter.results("ideas").id_of("Idee <i>5</i> & meer");
    let change = json!({
        "lead": "Eerste alinea.\n\nTweede.", "next": "Een\nTwee", "order": ["ideas"],
        "quotes": { "ideas": [fifth] },
    });
    let saved = puts(&presenter, "\"0\"", &change);
    let version = saved
        .expects(200)
        .header("etag")
        .expect("a version")
        .to_owned();
    let html = report(&presenter);
    for there in [
        "Eerste alinea.",
        "Tweede.",
        "<li dir=\"auto\">Een</li>",
        "Idee &lt;i&gt;5",
    ] {
        assert!(html.contains(there), "{there} in {html}");
    }
    for gone in ["Wat is je functie?", "Idee &lt;i&gt;1"] {
        assert!(!html.contains(gone), "{gone} in {html}");
    }
    // What is left out stays; an erased quote is in it no more.
    puts(&presenter, &version, &json!({ "next": "" })).expects(200);
    presenter.erases(&fifth);
    let html = report(&presenter);
    assert!(html.contains("Tweede.") && !html.contains("Idee &lt;i&gt;5"));
    for (tag, change, status, code) in [
        (&*version, json!({ "lead": "anders" }), 412, "changed"),
        ("*", json!({ "lead": "x".repeat(4001) }), 422, "too_long"),
        (
            "*",
            json!({ "quotes": { "ideas": ["17"] } }),
            400,
            "malformed",
        ),
        ("*", json!({ "titel": "x" }), 400, "malformed"),
    ] {
        let refused = puts(&presenter, tag, &change);
        assert_eq!(refused.expects(status).problem().code, code, "{change}");
    }
    let without = presenter.organiser.puts(&path, &json!({}));
    assert_eq!(without.expects(428).problem().code, "precondition");
}

#[test]
fn at_the_desk_it_is_a_form_and_nobody_writes_over_what_they_have_not_seen() {
    let peil = Peil::starts();
    let presenter = afternoon(&peil);
    let path = format!("/desk/rooms/{}/report", presenter.started.room);
    let opens = |name: &str| {
        let mut desk = peil.visitor(name).with_token(TOKEN);
        desk.goes(&path).expects(200);
        let form = desk.page().forms();
        let form = form.into_iter().find(|form| form.has("lead"));
        (desk, form.expect("a form for it"))
    };
    let (mut anna, mut first) = opens("Anna");
    let (mut bram, mut second) = opens("Bram");
    assert_eq!(first.filled("in-role"), ["1"]);
    first
        .forges("lead", &["Van Anna"])
        .forges("place-ideas", &["1"])
        .forges("place-role", &["2"]);
    anna.sends(&first).expects(303);
    second.forges("lead", &["Van Bram"]);
    bram.sends(&second).expects(412);
    bram.sees("Iemand anders bewaarde het verslag intussen")
        .sees("Van Bram");
    let html = report(&presenter);
    let (ideas, role) = (
        html.find("Wat is jouw idee?"),
        html.find("Wat is je functie?"),
    );
    assert!(
        html.contains("Van Anna") && ideas < role,
        "in the order that was chosen"
    );
    // Sent once more, it replaces what Bram has now read of.
    let again = bram.page().forms();
    let again = again
        .into_iter()
        .find(|form| form.has("lead"))
        .expect("the form");
    bram.sends(&again).expects(303);
    assert!(report(&presenter).contains("Van Bram"));
    // Who erases afterwards is told what that changed.
    presenter.erases(&presenter.results("ideas").id_of("Idee <i>5</i> & meer"));
    bram.goes(&path).expects(200);
    bram.sees("veranderde 1 vraag")
        .sees("Wat is jouw idee?: 6 antwoordden, nu 5 antwoordden");
}

#[test]
fn it_is_a_document_for_word_and_a_pdf_too_and_the_command_writes_the_same() {
    let peil = Peil::starts();
    let presenter = afternoon(&peil);
    puts(&presenter, "*", &json!({ "lead": "Van de organisator" })).expects(200);
    let word = presenter.organiser.gets(&presenter.path("/report.docx"));
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    assert_eq!(word.expects(200).header("content-type"), Some(kind));
    let pdf = presenter.organiser.gets(&presenter.path("/report.pdf"));
    assert_eq!(
        pdf.expects(200).header("content-type"),
        Some("application/pdf")
    );
    let folder = Folder::new();
    let written = |format: &str| {
        let file = folder.path().join(format!("report.{format}"));
        let out = file.to_str().expect("a path in plain letters").to_owned();
        let room = presenter.started.room.as_str();
        let words = ["export", room, "--format", format, "--out", &out];
        Terminal::runs_on(&peil, &words).ends_with(0);
        std::fs::read(file).expect("the command wrote it")
    };
    let html = String::from_utf8(written("html")).expect("a page is text");
    assert!(html.contains("Van de organisator") && html.contains("Wat is je functie?"));
    let shown = report(&presenter);
    let parts = |page: &str| page.matches("<h2").count();
    assert_eq!(parts(&html), parts(&shown));
    assert!(written("docx").starts_with(b"PK"));
    assert!(written("pdf").starts_with(b"%PDF-1.7"));
}

#[test]
fn it_goes_with_its_room() {
    let peil = Peil::starts();
    let presenter = afternoon(&peil);
    puts(&presenter, "*", &json!({ "lead": "geheim-voorwoord" })).expects(200);
    presenter.deletes_the_room();
    let holding = files_holding(&peil.data(), "geheim-voorwoord");
    assert!(holding.is_empty(), "{holding:?}");
}

/// The whole of a room by every way out of it.
const FILES: [&str; 4] = ["report.html", "report.docx", "report.xlsx", "report.zip"];

#[test]
fn a_room_in_which_nothing_was_given_has_a_report_too() {
    let peil = Peil::starts();
    let organiser = peil.organiser();
    for deck in [DECK, "---\ntitle: Leeg\nlanguage: nl\n---\n\n# Welkom\n"] {
        let presenter = organiser.starts(deck);
        for file in FILES {
            let made = organiser.gets(&presenter.path(&format!("/{file}")));
            assert!(!made.expects(200).bytes.is_empty(), "{file}");
        }
        assert!(
            !report(&presenter).contains("<section"),
            "no question has a part"
        );
    }
}

#[test]
fn a_report_of_five_hundred_slides_comes_to_its_end() {
    let peil = Peil::starts();
    let organiser = peil.organiser();
    let mut deck = String::from("---\ntitle: Lang\nlanguage: nl\n---\n");
    for number in 1..=500 {
        deck += &format!(
            "\n---\nask: choice\nid: v{number}\n---\n\n# Vraag {number}?\n\n- ja\n- nee\n"
        );
    }
    let presenter = organiser.tries_out(&deck);
    for number in [1, 250, 500] {
        presenter.opens(&format!("v{number}"));
        let votes = json!({ "do": "trial", "votes": 9 });
        organiser
            .posts(&presenter.path("/control"), &votes)
            .expects(200);
    }
    for file in FILES {
        organiser
            .gets(&presenter.path(&format!("/{file}")))
            .expects(200);
    }
    let html = report(&presenter);
    for number in [1, 250, 500] {
        assert!(html.contains(&format!("Vraag {number}?")));
    }
    assert!(!html.contains("Vraag 2?"), "nobody answered that one");
}

/// A text in each of six scripts, and what is markup to something.
const WRITTEN: [&str; 12] = [
    "Vertrouwen en rust",
    "Доверие и покой",
    "Εμπιστοσύνη",
    "ثقة وهدوء",
    "אמון",
    "विश्वास और शांति",
    "</w:t></w:p><script>alert(1)</script>",
    "=HYPERLINK(\"http://kwaad.example\")",
    "#import \"@preview/x\": *; $ \\ @a <b>",
    "]]> &amp; &#x0; <!-- --> {{ }}",
    "Bcc: iemand@kwaad.example",
    "👩‍👩‍👧 zo mooi",
];

#[test]
fn two_thousand_answers_in_six_scripts_are_texts_in_each_of_its_files() {
    let peil = Peil::starts();
    let deck = DECK.replace("votes: 2", "entries: 10");
    let presenter = peil.organiser().starts(&deck);
    presenter.opens("ideas");
    let written = |number: usize| format!("{} ({number})", WRITTEN[number % WRITTEN.len()]);
    for (phone, ten) in peil.crowd(200).phones.iter_mut().zip(0..) {
        phone.opens(presenter.code());
        for number in 10 * ten..10 * ten + 10 {
            phone.votes(text(&written(number)));
        }
    }
    presenter.ends();
    assert_eq!(presenter.results("ideas").field("total"), &json!(2_000));
    // Each of them is quoted once in the report where the organiser chooses so.
    let results = presenter.results("ideas");
    let quotes: Vec<String> = WRITTEN
        .iter()
        .zip(0..)
        .map(|(text, number)| results.id_of(&format!("{text} ({number})")))
        .collect();
    puts(&presenter, "*", &json!({ "quotes": { "ideas": quotes } })).expects(200);
    let html = report(&presenter);
    for sly in ["<script>alert", "<!-- -->", "@a <b>"] {
        assert!(!html.contains(sly), "{sly} in {html}");
    }
    let read = Page::read(&html).text();
    for text in WRITTEN {
        assert!(read.contains(text), "{text} in {read}");
    }
    for file in FILES {
        let made = presenter
            .organiser
            .gets(&presenter.path(&format!("/{file}")));
        assert!(made.expects(200).bytes.len() > 1_000, "{file}");
    }
}

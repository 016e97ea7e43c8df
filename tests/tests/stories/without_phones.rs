//! Who has no phone of their own: a table that shares one tablet, and answers that hosts enter.

use serde_json::{Value, json};
use tests::{
    ControlPress, FilledAnswer, HtmlForm, Peil, Phone, Presenter, Visitor, WORKSHOP, filled_in,
    option, under_heading,
};

const DECK: &str = "---\ntitle: Werkmiddag\nlanguage: nl\n---\nask: choice\nid: doen\n---\n\n# Doen we het?\n\n- ja\n- nee\n\n\
                    ---\nask: choice\nid: ook\n---\n\n# En jij?\n\n- ja\n- nee\n\n---\nask: open\nid: kwijt\nentries: 2\n---\n\n# Wat wil je kwijt?\n\n\
                    ---\nask: form\nid: slot\n---\n\n# Wat vond je?\n\n- Verhaal {long}\n";

fn starts(peil: &Peil) -> Presenter {
    let presenter = peil.organiser().starts(DECK);
    presenter.goes("doen");
    presenter
}

fn room(presenter: &Presenter) -> Value {
    presenter
        .organiser
        .gets(&presenter.path(""))
        .expects(200)
        .json()
}

/// Where the code for tablets leads.
fn code(presenter: &Presenter) -> String {
    let path = presenter.path("/tablets");
    let listed = presenter.organiser.gets(&path).expects(200).json();
    let url = listed["url"].as_str().expect("a url").to_owned();
    let at = url.find(presenter.code()).expect("it names the room");
    format!("/{}", &url[at..])
}

/// A device that scanned the code, and whose holder agreed.
fn shares(peil: &Peil, presenter: &Presenter, more: &str) -> Phone {
    let mut tablet = peil.phone("a tablet");
    tablet.opens(presenter.code());
    let offer = format!("{}{more}", code(presenter));
    tablet.goes(&offer).expects(200);
    tablet.sees("Eén tablet voor de tafel");
    let forms = tablet.page().forms();
    let form = forms.iter().find(|form| form.has("secret"));
    let form = form.expect("it can be shared").clone();
    tablet.sends(&form).expects(303);
    tablet
}

/// Whoever holds it answers, and is told to pass it on.
fn answers(tablet: &mut Phone, seat: u8, answer: &FilledAnswer) {
    tablet.looks().sees(&format!("{seat}e van deze tablet"));
    let form = tablet.filled(answer);
    tablet.sends(&form).expects(303);
    tablet.sees("Verstuurd").sees("Geef door aan de volgende");
}

fn types(presenter: &Presenter, entry: &Value) -> Value {
    let path = presenter.path("/typed");
    presenter.organiser.posts(&path, entry).expects(200).json()
}

#[test]
fn the_group_hour_counts_eight_tables_one_tablet_and_two_without_a_phone() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(WORKSHOP);
    presenter.goes("kennis");
    let mut phones: Vec<Phone> = (1..=7)
        .map(|table| {
            let mut phone = peil.phone(&format!("table {table}"));
            phone.opens(presenter.code());
            phone.joins_group(&table.to_string());
            phone.votes(option(1));
            phone
        })
        .collect();
    let mut tablet = shares(&peil, &presenter, "?g=8");
    for seat in 1..=5 {
        answers(&mut tablet, seat, &option(2));
    }
    let two =
        json!({ "question": "kennis", "key": "k1", "counts": { "option-2": 1, "option-3": 1 } });
    let typed = types(&presenter, &two);
    assert_eq!((&typed["voters"], &typed["typed"]), (&json!(14), &json!(2)));
    assert_eq!(
        types(&presenter, &two)["voters"],
        14,
        "sent twice, it counts once"
    );
    let results = presenter.results("kennis");
    assert_eq!(
        (results.voters(), results.votes()[..3].to_vec()),
        (14, vec![7, 6, 1])
    );
    assert_eq!(results.field("typed"), 2);
    assert_eq!(room(&presenter)["participants"], 14);
    assert_eq!(room(&presenter)["tablets"][0]["people"], 5);
    // The group hour: a group gives one answer, by a phone, the tablet, or a host.
    let asked = "ontwerp-samen-een-proef";
    presenter.goes(asked);
    for (number, phone) in phones.iter_mut().enumerate().take(6) {
        phone.looks();
        phone.votes(under_heading(1, &format!("Idee {number}")));
    }
    tablet.looks().sees("Namens Groep 8");
    let form = tablet.filled(&under_heading(1, "Wandelen"));
    tablet.sends(&form).expects(303);
    tablet.sees("Namens Groep 8").does_not_see("Geef door");
    let entry =
        json!({ "question": asked, "group": 7, "texts": ["Voor wie: Buurt", "Wat: Koffie"] });
    assert_eq!(types(&presenter, &entry)["typed"], 1);
    let slides = room(&presenter)["slides"].clone();
    let slide = slides
        .as_array()
        .and_then(|all| all.iter().find(|it| it["id"] == asked));
    let slide = slide.expect("it is in the deck");
    let counts = ["answers", "groups", "typed"].map(|name| slide[name].clone());
    assert_eq!(counts, [json!(8), json!(8), json!(1)]);
    assert_eq!(presenter.results(asked).texts().len(), 9);
    // Told apart in what is taken home.
    let long = presenter.long_table();
    let from =
        |origin: &str, question: &str| long.with(&[("question", question), ("from", origin)]).len();
    let counted = ["phone", "shared", "host"].map(|origin| from(origin, "kennis"));
    assert_eq!(counted, [7, 5, 2]);
    let counted = ["phone", "shared", "host"].map(|origin| from(origin, asked));
    assert_eq!(counted, [6, 1, 2]);
    let of_tablet = long.cells("tablet", &[("question", "kennis"), ("from", "shared")]);
    assert_eq!(of_tablet, ["1"; 5]);
    let wide = presenter.wide_table();
    assert_eq!(
        wide.with(&[("from", "host")]).len(),
        4,
        "each answer on a row"
    );
    assert_eq!(wide.rows.len(), 12 + 4);
    let whole = presenter.exports("format=json").json();
    let rounds = whole["questions"].as_array().expect("a list").iter();
    let kennis = rounds
        .clone()
        .find(|it| it["id"] == "kennis")
        .expect("it was asked");
    let answers = kennis["rounds"][0]["answers"].as_array().expect("a list");
    let by = |origin: &str| answers.iter().filter(|it| it["from"] == origin).count();
    assert_eq!([by("phone"), by("shared"), by("host")], [7, 5, 2]);
    assert_eq!(kennis["rounds"][0]["typed"], 2);
}

#[test]
fn a_tablet_goes_round_and_each_is_counted_once() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let mut tablet = shares(&peil, &presenter, "");
    tablet.looks().sees("1e van deze tablet");
    let first = tablet.filled(&option(1));
    for reply in tablet.sends_at_once(&first, 3) {
        reply.expects(303);
    }
    assert_eq!(
        presenter.results("doen").votes(),
        [1, 0],
        "an impatient thumb"
    );
    let page = tablet.looks().page();
    assert!(
        !page.source().contains("<script"),
        "nothing is kept for the next"
    );
    tablet.sees("2e van deze tablet");
    // Back to the page before: that is still the first one's.
    let mut again = first.clone();
    again.chooses("option", "2");
    tablet.sends(&again).expects(303);
    assert_eq!(presenter.results("doen").votes(), [0, 1]);
    for seat in 2..=12 {
        tablet.looks().sees(&format!("{seat}e van deze tablet"));
        let form = tablet.filled(&option(1));
        tablet.sends(&form).expects(303);
    }
    tablet.sees("de laatste van deze tablet");
    tablet.looks().sees("Iedereen is geweest");
    assert!(tablet.page().forms().is_empty(), "there is no thirteenth");
    assert_eq!(presenter.results("doen").votes(), [11, 1]);
    let path = format!("/{}/answers", presenter.code());
    let forged = [
        ("question", "doen"),
        ("round", "1"),
        ("option", "1"),
        ("seat", "13"),
    ];
    tablet.posts_fields(&path, &forged).expects(409);
    assert_eq!(presenter.results("doen").voters(), 12);
    presenter.goes("ook");
    answers(&mut tablet, 1, &option(1));
    assert_eq!(room(&presenter)["participants"], 12, "the same people");
    presenter.goes("kwijt");
    let form = tablet.looks().filled(&tests::text("Te laat begonnen"));
    tablet.sends(&form).expects(303);
    tablet.sees("Nog een antwoord");
    tablet
        .goes(&format!("/{}?seat=1", presenter.code()))
        .expects(200);
    tablet
        .sees("1e van deze tablet")
        .sees("Geef door aan de volgende");
    tablet
        .looks()
        .sees("2e van deze tablet")
        .does_not_see("Te laat");
}

/// A device lies on a table: what somebody gave is on none of its pages when the next one has it.
#[test]
fn nobody_at_a_table_reads_what_another_one_gave() {
    let deck = "---\ntitle: Aan tafel\nlanguage: nl\nphones: hidden\n---\nask: form\nid: adres\n---\n\n# Mail?\n\n- Mail {email optional}\n\n---\nask: \
                open\nid: geheim\n---\n\n# Wat durf je niet?\n";
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(deck);
    presenter.goes("adres");
    let mut tablet = shares(&peil, &presenter, "");
    tablet.looks();
    let form = tablet.page().forms().remove(0);
    assert!(form.has("seat"), "it says who sits there");
    let off = tablet.page();
    let off = off.all("form[autocomplete=off]").len();
    assert_eq!(off, 1, "a browser fills nothing in again");
    answers(
        &mut tablet,
        1,
        &filled_in(&[], &[(1, "anna@voorbeeld.example")]),
    );
    let seats = ["", "?seat=1", "?seat=2"].map(|seat| format!("/{}{seat}", presenter.code()));
    let hides = |tablet: &mut Phone, secret: &str| {
        for place in &seats {
            tablet.goes(place).expects(200);
            tablet.was_never_sent(secret);
        }
    };
    hides(&mut tablet, "anna@voorbeeld");
    presenter.closes();
    hides(&mut tablet, "anna@voorbeeld");
    presenter.goes("geheim");
    answers(&mut tablet, 1, &tests::text("Zwemmen"));
    hides(&mut tablet, "Zwemmen");
    presenter.closes();
    hides(&mut tablet, "Zwemmen");
    presenter.ends();
    hides(&mut tablet, "Zwemmen");
    hides(&mut tablet, "anna@voorbeeld");
}

/// What was typed before the stage moved on was for the question before.
#[test]
fn what_was_sent_late_is_still_ones_own() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(WORKSHOP);
    presenter.goes("kennis");
    let mut tablet = shares(&peil, &presenter, "?g=8");
    let form = tablet.looks().filled(&option(2));
    presenter.goes("ontwerp-samen-een-proef");
    tablet.sends(&form).expects(303);
    tablet
        .sees("Geef door aan de volgende")
        .does_not_see("Namens");
}

#[test]
fn where_everybody_goes_at_their_own_pace_no_device_is_shared() {
    let peil = Peil::starts();
    let deck = "---\ntitle: Lijst\nlanguage: nl\npace: own\n---\nask: choice\nid: rol\n---\n\n# Rol?\n\n- a\n- b\n";
    let presenter = peil.organiser().starts(deck);
    let mut tablet = peil.phone("a tablet");
    tablet.opens(presenter.code());
    tablet.goes(&code(&presenter)).expects(409);
    tablet.sees("Daarvoor heeft ieder een eigen apparaat nodig.");
}

/// An entry takes the place of the one before: what says nothing takes nothing away.
#[test]
fn an_entry_without_figures_is_refused() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    types(
        &presenter,
        &json!({ "question": "doen", "counts": { "option-1": 3 } }),
    );
    let path = presenter.path("/typed");
    let refused = presenter
        .organiser
        .posts(&path, &json!({ "question": "doen" }));
    assert_eq!(refused.expects(400).json()["code"], "malformed");
    assert_eq!(presenter.results("doen").voters(), 3);
    types(&presenter, &json!({ "question": "doen", "counts": {} }));
    assert_eq!(presenter.results("doen").voters(), 0);
    // A text has a line on the page, also where it had several.
    presenter.goes("kwijt");
    types(
        &presenter,
        &json!({ "question": "kwijt", "texts": ["Rust\nen tijd", "Koffie"] }),
    );
    let expected = ["Rust en tijd", "Koffie"].map(|said| (said.to_owned(), 0));
    assert_eq!(presenter.results("kwijt").texts(), expected);
}

#[test]
fn a_tablet_that_is_shared_no_more_says_so_and_takes_nothing() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let mut tablet = shares(&peil, &presenter, "");
    answers(&mut tablet, 1, &option(1));
    tablet.looks();
    let late = tablet.filled(&option(2));
    let path = presenter.path("/tablets");
    let ends = json!({ "do": "end", "tablet": 1 });
    presenter.organiser.posts(&path, &ends).expects(200);
    tablet.sends(&late).expects(409);
    tablet.sees("Deze tablet wordt niet meer gedeeld");
    assert_eq!(presenter.results("doen").votes(), [1, 0]);
    tablet.looks().sees("Ga alleen verder");
    tablet
        .goes(&format!("/{}?alone=1", presenter.code()))
        .expects(200);
    tablet.sees("Doen we het?").does_not_see("van deze tablet");
    // The code works until it is made anew, and then it does not.
    let old = code(&presenter);
    presenter
        .organiser
        .posts(&path, &json!({ "do": "renew" }))
        .expects(200);
    assert_ne!(code(&presenter), old);
    tablet.goes(&old).expects(409);
    tablet.sees("Deze tablet wordt niet meer gedeeld");
    let unknown = json!({ "do": "end", "tablet": 9 });
    let refused = presenter.organiser.posts(&path, &unknown);
    assert_eq!(refused.expects(409).json()["code"], "tablet_ended");
    let fields = [("secret", old.rsplit('/').next().unwrap_or_default())];
    let share = format!("/{}/tablet", presenter.code());
    tablet.posts_fields(&share, &fields).expects(409);
    let nobody = peil.phone("nobody").without_cookies();
    nobody.posts_fields(&share, &fields).expects(409);
}

#[test]
fn hosts_enter_answers_on_their_page_and_correct_them() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code()).votes(option(1));
    let mut host = peil.visitor("the moderator");
    host = host.with_origin(&peil.address().origin());
    host.goes(&presenter.started.moderator_url).expects(200);
    host.sees("Antwoorden invoeren");
    let page = format!("/rooms/{}/typed", presenter.started.room);
    host.goes(&format!("{page}?question=doen&back=moderator"))
        .expects(200);
    let form = |host: &tests::Visitor| {
        let forms = host.page().forms();
        let form = forms.iter().find(|form| form.has("key"));
        form.expect("there is a form").clone()
    };
    let mut first = form(&host);
    first
        .types("count-option-1", &["3"])
        .types("count-option-2", &["2"]);
    host.sends(&first).expects(303);
    host.sees("Ingevoerd.").sees("waarvan 5 ingevoerd");
    assert_eq!(presenter.results("doen").votes(), [4, 2]);
    host.sends(&first).expects(303);
    assert_eq!(
        presenter.results("doen").votes(),
        [4, 2],
        "loaded again, it counts once"
    );
    let mut second = form(&host);
    assert_eq!(second.filled("count-option-1"), ["3"], "to be corrected");
    second.types("count-option-1", &["4"]);
    host.sends(&second).expects(303);
    assert_eq!(presenter.results("doen").votes(), [5, 2]);
    let mut wrong = form(&host);
    wrong.forges("count-option-1", &["veel"]);
    host.sends(&wrong).expects(422);
    host.sees("Vul hele getallen in");
    assert_eq!(
        form(&host).filled("count-option-2"),
        ["2"],
        "what was typed stays"
    );
    presenter.goes("kwijt");
    host.goes(&format!("{page}?question=kwijt")).expects(200);
    let mut texts = form(&host);
    texts.types("texts", &["een bus\nmeer tijd"]);
    host.sends(&texts).expects(303);
    let said: Vec<String> = presenter
        .results("kwijt")
        .texts()
        .into_iter()
        .map(|it| it.0)
        .collect();
    assert_eq!(said, ["een bus", "meer tijd"]);
    presenter.goes("slot");
    host.goes(&format!("{page}?question=slot")).expects(200);
    host.sees("Bij deze vraag kun je niets invoeren");
    let refused = json!({ "question": "slot", "texts": ["mooi"] });
    let path = presenter.path("/typed");
    let refused = presenter.organiser.posts(&path, &refused);
    assert_eq!(refused.expects(422).json()["code"], "wrong_kind");
    let ahead = peil.organiser().starts(DECK);
    let early = json!({ "question": "doen", "counts": { "option-1": 1 } });
    let early = ahead.organiser.posts(&ahead.path("/typed"), &early);
    assert_eq!(early.expects(409).json()["code"], "closed");
}

#[test]
fn what_was_entered_and_who_shares_is_there_after_a_kill() {
    let mut peil = Peil::starts();
    let presenter = starts(&peil);
    let mut tablet = shares(&peil, &presenter, "");
    answers(&mut tablet, 1, &option(1));
    types(
        &presenter,
        &json!({ "question": "doen", "counts": { "option-2": 3 } }),
    );
    let before = room(&presenter);
    peil.kill_9();
    peil.start_again();
    assert_eq!(room(&presenter)["participants"], before["participants"]);
    assert_eq!(presenter.results("doen").votes(), [1, 3]);
    answers(&mut tablet, 2, &option(1));
    assert_eq!(presenter.results("doen").votes(), [2, 3]);
}

const EVALUATED: &str = "---\ntitle: Aan tafel\nlanguage: nl\n---\nask: choice\nid: doen\n---\n\n# Doen we het?\n\n- ja\n- nee\n\n---\nask: \
                         form\nid: terugblik\npace: after\n---\n\n# Hoe was het?\n\n- Cijfer {rating 1-5}\n\n---\nask: form\nid: adres\npace: after\n---\n\n# Mail?\n\n- Mail \
                         {email optional}\n\n---\n\n# Dank je wel\n";

/// Whoever has the tablet fills both parts of the evaluation in, and passes it on.
fn evaluates(tablet: &mut Phone, presenter: &Presenter, seat: u8) {
    tablet.goes(&format!("/{}?seat={seat}", presenter.code()));
    tablet.sees(&format!("{seat}e van deze tablet"));
    let form = tablet.filled(&filled_in(&[(1, "4")], &[]));
    tablet.sends(&form).expects(303);
    tablet
        .sees("Mail?")
        .sees(&format!("{seat}e van deze tablet"));
    let form = tablet.filled(&filled_in(
        &[],
        &[(1, &format!("s{seat}@voorbeeld.example"))],
    ));
    tablet.sends(&form).expects(303);
    tablet.sees("Verstuurd").does_not_see("Nog een antwoord");
}

/// How many filled in a part of the evaluation.
fn filled_in_by(presenter: &Presenter, question: &str) -> u64 {
    presenter.results(question).voters()
}

#[test]
fn each_at_a_table_fills_the_evaluation_in_or_passes_it_on() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(EVALUATED);
    presenter.goes("doen");
    let mut tablet = shares(&peil, &presenter, "");
    answers(&mut tablet, 1, &option(1));
    presenter.ends();
    tablet
        .looks()
        .sees("Hoe was het?")
        .sees("1e van deze tablet");
    evaluates(&mut tablet, &presenter, 1);
    let next = format!("/{}?seat=2", presenter.code());
    assert!(tablet.page().source().contains(&next));
    // The second one would rather not, and is not led back to.
    tablet.goes(&next).expects(200);
    tablet
        .sees("2e van deze tablet")
        .sees("Geef door aan de volgende");
    assert!(tablet.page().source().contains("?seat=3"));
    tablet.was_never_sent("s1@voorbeeld");
    for seat in 3..=12 {
        evaluates(&mut tablet, &presenter, seat);
    }
    assert_eq!(filled_in_by(&presenter, "terugblik"), 11);
    // Behind the twelfth is whoever passed it over; then all have been.
    tablet.sees("de laatste van deze tablet");
    tablet.looks().sees("2e van deze tablet");
    evaluates(&mut tablet, &presenter, 2);
    assert_eq!(filled_in_by(&presenter, "terugblik"), 12);
    assert_eq!(filled_in_by(&presenter, "adres"), 12);
    assert!(
        tablet
            .looks()
            .page()
            .forms()
            .iter()
            .all(|form| !form.has("question"))
    );
    let path = format!("/{}/answers", presenter.code());
    let forged = [("question", "terugblik"), ("round", "1"), ("seat", "13")];
    tablet.posts_fields(&path, &forged).expects(409);
}

/// The evaluation comes while the room goes on, and is passed over for what the stage asks.
#[test]
fn a_table_can_answer_what_the_stage_asks_beside_the_evaluation() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(EVALUATED);
    presenter.goes("doen");
    let mut tablet = shares(&peil, &presenter, "");
    presenter.does(ControlPress::new("evaluate"));
    tablet.looks().sees("Hoe was het?");
    let past = format!("/{}?past=evaluation", presenter.code());
    tablet.goes(&past).expects(200);
    tablet.sees("Doen we het?");
    let form = tablet.filled(&option(1));
    tablet.sends(&form).expects(303);
    tablet.sees("Verstuurd");
    assert!(tablet.page().source().contains(&past), "they stay past it");
    assert_eq!(presenter.results("doen").votes(), [1, 0]);
    tablet.looks().sees("Hoe was het?");
}

/// Nobody presses anything on a tablet that lies on a table: its pages ask by themselves.
#[test]
fn a_tablet_follows_the_stage_by_itself() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let mut tablet = shares(&peil, &presenter, "");
    let linked = |tablet: &mut Phone, what: &str| {
        let page = tablet.page();
        let at = page.source().find(what).expect("it asks") + what.len();
        let rest = &page.source()[at..];
        let end = rest.find('"').expect("an attribute ends");
        rest[..end].replace("&amp;", "&")
    };
    tablet.looks();
    let news = linked(&mut tablet, "src=\"");
    assert!(news.contains("?news="));
    tablet.goes(&news).expects(200);
    tablet.does_not_see("Er is iets nieuws");
    answers(&mut tablet, 1, &option(1));
    let again = linked(&mut tablet, "url=");
    tablet.goes(&again).expects(200);
    tablet.sees("Verstuurd");
    presenter.goes("ook");
    tablet.goes(&news).expects(200);
    tablet.sees("Er is iets nieuws");
    tablet.goes(&again).expects(200);
    tablet.sees("En jij?").sees("1e van deze tablet");
    let news = linked(&mut tablet, "src=\"");
    let path = presenter.path("/tablets");
    let ends = json!({ "do": "end", "tablet": 1 });
    presenter.organiser.posts(&path, &ends).expects(200);
    tablet.goes(&news).expects(200);
    tablet.sees("Er is iets nieuws");
}

/// Whoever moderates, at the page where answers to a question are entered.
fn enters(peil: &Peil, presenter: &Presenter, question: &str) -> Visitor {
    let mut host = peil.visitor("a host");
    host = host.with_origin(&peil.address().origin());
    host.goes(&presenter.started.moderator_url).expects(200);
    let page = format!("/rooms/{}/typed", presenter.started.room);
    host.goes(&format!("{page}?question={question}"))
        .expects(200);
    host
}

fn entry_form(host: &Visitor) -> HtmlForm {
    let forms = host.page().forms().into_iter();
    let mut forms = forms.filter(|form| form.has("key"));
    forms.next().expect("there is a form")
}

/// What one entered is not gone unsaid because another one entered at the same time.
#[test]
fn two_hosts_who_enter_at_once_see_what_the_other_entered() {
    let peil = Peil::starts();
    let presenter = starts(&peil);
    let mut one = enters(&peil, &presenter, "doen");
    let mut other = enters(&peil, &presenter, "doen");
    let (mut of_one, mut of_other) = (entry_form(&one), entry_form(&other));
    of_one.types("count-option-1", &["3"]);
    one.sends(&of_one).expects(303);
    of_other.types("count-option-2", &["5"]);
    other.sends(&of_other).expects(409);
    other
        .sees("Iemand anders veranderde hier net ook iets.")
        .sees("ja: 3");
    assert_eq!(presenter.results("doen").votes(), [3, 0], "it stands");
    let mut both = entry_form(&other);
    assert_eq!(both.filled("count-option-2"), ["5"], "what was typed stays");
    both.types("count-option-1", &["3"]);
    other.sends(&both).expects(303);
    other.does_not_see("Iemand anders");
    assert_eq!(presenter.results("doen").votes(), [3, 5]);
    // The same over the API, for who says what they have seen.
    let path = presenter.path("/typed");
    let rests_on = |entries: u32| json!({ "question": "doen", "counts": { "option-1": 9 }, "rests_on": entries });
    let moved = presenter.organiser.posts(&path, &rests_on(1));
    assert_eq!(moved.expects(409).json()["code"], "moved");
    assert_eq!(types(&presenter, &rests_on(2))["entries"], 3);
    assert_eq!(presenter.results("doen").votes(), [9, 0]);
    let unsaid = json!({ "question": "doen", "counts": { "option-1": 1 } });
    assert_eq!(types(&presenter, &unsaid)["entries"], 4);
}

#[test]
fn numbers_come_back_with_the_mark_of_the_deck() {
    let peil = Peil::starts();
    let deck = "---\ntitle: Uren\nlanguage: nl\n---\nask: number\nid: uren\nfrom: 0\nto: 40\n---\n\n# Hoeveel uur?\n";
    let presenter = peil.organiser().starts(deck);
    presenter.goes("uren");
    let mut host = enters(&peil, &presenter, "uren");
    let mut form = entry_form(&host);
    form.types("texts", &["3,5\n12\n1,125"]);
    host.sends(&form).expects(303);
    assert_eq!(entry_form(&host).filled("texts"), ["3,5\n12\n1,125"]);
    // Entered once more as it stands, it is the same.
    let again = entry_form(&host);
    host.sends(&again).expects(303);
    assert_eq!(entry_form(&host).filled("texts"), ["3,5\n12\n1,125"]);
}

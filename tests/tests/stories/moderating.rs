//! What people sent is hidden, merged and put back, live, by whoever holds a link of the room.

use serde_json::{Value, json};
use tests::{
    HtmlForm, Peil, Phone, Presenter, Reply, SampleQuestion, Visitor, sample, text, words,
};

fn room<const N: usize>(peil: &Peil, kinds: [SampleQuestion; N]) -> Presenter {
    peil.organiser().starts(&sample(kinds))
}

fn phone(peil: &Peil, presenter: &Presenter, name: &str) -> Phone {
    let mut phone = peil.phone(name);
    phone.opens(presenter.code());
    phone
}

/// Anna gave poes and hoop, Bram kat and poes, Carla kat.
fn gave_words(peil: &Peil) -> (Presenter, [Phone; 3]) {
    let presenter = room(peil, [SampleQuestion::Words]);
    presenter.opens("words");
    let [mut anna, mut bram, mut carla] =
        ["Anna", "Bram", "Carla"].map(|name| phone(peil, &presenter, name));
    anna.votes(words(["Poes", "hoop"]));
    bram.votes(words(["kat", "poes"]));
    carla.votes(words(["Kat!"]));
    (presenter, [anna, bram, carla])
}

fn moderates(presenter: &Presenter, request: &Value) -> Reply {
    presenter
        .organiser
        .posts(&presenter.path("/moderate"), request)
}

#[track_caller]
fn shows<const N: usize>(presenter: &Presenter, expected: [(&str, u64); N]) {
    assert_eq!(
        presenter.results("words").entries(),
        expected.map(|(text, count)| (text.to_owned(), count))
    );
}

fn enters(peil: &Peil, link: &str) -> Visitor {
    let mut visitor = peil.visitor("a host").with_origin(&peil.address().origin());
    visitor.goes(link).expects(200);
    visitor
}

/// The list on the page before somebody.
fn list(visitor: &Visitor) -> HtmlForm {
    let mut lists = visitor
        .page()
        .forms()
        .into_iter()
        .filter(|form| form.action.ends_with("/moderate") && !form.has("hold"));
    lists
        .next()
        .unwrap_or_else(|| panic!("no list to moderate: {}", visitor.page().text()))
}

#[test]
fn a_hidden_word_leaves_the_stage_the_results_and_the_export_but_not_its_sender() {
    let peil = Peil::starts();
    let (presenter, [_, _, mut carla]) = gave_words(&peil);
    let stage = enters(&peil, &presenter.started.stage_url);
    let path = format!(
        "/rooms/{}/live?protocol=3&role=stage",
        presenter.started.room
    );
    let mut stage = stage.opens_socket(&path).greeted();
    moderates(&presenter, &json!({ "do": "hide", "word": "KAT" })).expects(200);
    let view = stage.sees(|view| !view["slide"].to_string().to_lowercase().contains("kat"));
    assert_eq!(
        view["slide"]["part"]["results"]["entries"][0],
        json!({ "text": "Poes", "count": 2 })
    );
    shows(&presenter, [("Poes", 2), ("hoop", 1)]);
    let export = presenter.exports("format=json");
    assert_eq!(
        export.json()["left_out"],
        json!({ "hidden": 2, "erased": 0 })
    );
    for export in [
        export,
        presenter.exports("format=csv&shape=long"),
        presenter.exports("format=csv&shape=wide"),
    ] {
        assert!(
            !export.text().to_lowercase().contains("kat"),
            "{}",
            export.text()
        );
    }
    carla.looks().sees("Opgeslagen");
    assert_eq!(carla.form().filled("entry")[0], "Kat!");
    moderates(&presenter, &json!({ "do": "restore", "word": "kat" })).expects(200);
    shows(&presenter, [("Poes", 2), ("kat", 2), ("hoop", 1)]);
}

#[test]
fn a_word_that_is_hidden_before_anybody_gives_it_is_hidden_however_it_is_spelled() {
    let mut peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Words]);
    presenter.opens("words");
    moderates(
        &presenter,
        &json!({ "do": "hide", "word": "Niet\u{2011}ru\u{ad}st" }),
    )
    .expects(200);
    for (name, typed) in [
        ("Anna", "niet-rust"),
        ("Bram", "niet\u{2013}ru\u{200b}st"),
        ("Carla", "NIET\u{2212}RUST\u{2060}!"),
        ("Daan", "\u{200e}niet-ru\u{fe0f}st"),
        ("Eva", "n\u{34f}iet\u{fe63}rust"),
        ("Fleur", "nİet-rust"),
    ] {
        phone(&peil, &presenter, name).votes(words([typed, "❤️"]));
    }
    shows(&presenter, [("❤️", 6)]);
    peil.kill_9();
    peil.start_again();
    moderates(&presenter, &json!({ "do": "restore", "word": "niet—rust" })).expects(200);
    assert_eq!(
        presenter
            .results("words")
            .entries()
            .iter()
            .map(|(_, count)| *count)
            .collect::<Vec<u64>>(),
        [6, 6]
    );
}

#[test]
fn words_that_are_merged_count_each_person_once_also_after_a_crash() {
    let mut peil = Peil::starts();
    let (presenter, _) = gave_words(&peil);
    moderates(
        &presenter,
        &json!({ "do": "merge", "word": "kat", "into": "poes" }),
    )
    .expects(200);
    shows(&presenter, [("Poes", 3), ("hoop", 1)]);
    peil.kill_9();
    peil.start_again();
    shows(&presenter, [("Poes", 3), ("hoop", 1)]);
    for (request, status, code) in [
        (
            json!({ "do": "merge", "word": "poes", "into": "kat" }),
            409,
            "itself",
        ),
        (
            json!({ "do": "merge", "word": "poes" }),
            409,
            "unknown_answer",
        ),
        (
            json!({ "do": "merge", "word": "olifant", "into": "poes" }),
            409,
            "unknown_answer",
        ),
        (
            json!({ "do": "restore", "word": "olifant" }),
            409,
            "unknown_answer",
        ),
        (
            json!({ "do": "hide", "word": "een woord dat hier niemand kan geven" }),
            422,
            "too_long",
        ),
        (json!({ "do": "hide", "word": " " }), 422, "empty"),
        (
            json!({ "do": "hide", "answer": "a1" }),
            409,
            "unknown_answer",
        ),
        (
            json!({ "do": "hide", "word": "kat", "question": "no-such" }),
            409,
            "unknown_question",
        ),
        (json!({ "do": "praise", "word": "kat" }), 400, "malformed"),
        (json!({ "do": "hide" }), 400, "malformed"),
    ] {
        assert_eq!(
            moderates(&presenter, &request)
                .expects(status)
                .problem()
                .code,
            code,
            "{request}"
        );
    }
    shows(&presenter, [("Poes", 3), ("hoop", 1)]);
}

#[test]
fn a_moderator_without_scripts_hides_merges_and_takes_apart() {
    let peil = Peil::starts();
    let (presenter, _) = gave_words(&peil);
    let mut moderator = enters(&peil, &presenter.started.moderator_url);
    let mut ticked = list(&moderator);
    ticked
        .chooses("pick", "kat")
        .chooses("pick", "poes")
        .presses("merge", "picked");
    moderator.sends(&ticked);
    shows(&presenter, [("Poes", 3), ("hoop", 1)]);
    moderator.sees("Telt mee");
    moderator.sends(list(&moderator).presses("restore", "kat"));
    moderator.sends(list(&moderator).presses("hide", "hoop"));
    shows(&presenter, [("Poes", 2), ("kat", 2)]);
    moderator.sees("verborgen").sees("Zet terug");
    moderator.sends(list(&moderator).presses("restore", "hoop"));
    shows(&presenter, [("Poes", 2), ("kat", 2), ("hoop", 1)]);
    moderator.sends(list(&moderator).forges("hide", &["een woord dat hier niemand kan geven"]));
    moderator.sees("zo’n lang woord kan bij deze vraag niemand geven");
}

#[test]
fn what_is_merged_without_scripts_counts_as_what_was_chosen_and_nothing_ticked_is_said() {
    let peil = Peil::starts();
    let (presenter, _) = gave_words(&peil);
    let mut moderator = enters(&peil, &presenter.started.moderator_url);
    moderator.sends(list(&moderator).presses("merge", "picked"));
    moderator.sees("Kruis er minstens twee aan");
    let mut ticked = list(&moderator);
    ticked
        .chooses("pick", "kat")
        .chooses("pick", "poes")
        .forges("into", &["kat"])
        .presses("merge", "picked");
    moderator.sends(&ticked);
    shows(&presenter, [("kat", 3), ("hoop", 1)]);
}

#[test]
fn a_word_is_hidden_before_anybody_gives_it_and_put_back() {
    let peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Words]);
    presenter.opens("words");
    let mut moderator = enters(&peil, &presenter.started.moderator_url);
    let field = |moderator: &Visitor| {
        let forms = moderator.page().forms();
        forms
            .into_iter()
            .find(|form| form.lines("hide") == 1)
            .unwrap_or_else(|| panic!("no field: {:?}", moderator.reply()))
    };
    moderator.sends(field(&moderator).types("hide", &["Onzin!"]));
    moderator
        .sees("onzin")
        .sees("nog door niemand gegeven")
        .sees("Zet terug");
    let mut anna = phone(&peil, &presenter, "Anna");
    anna.votes(words(["ONZIN", "hoop"]));
    anna.looks().sees("Opgeslagen");
    shows(&presenter, [("hoop", 1)]);
    moderator
        .goes(&format!("/rooms/{}/moderator", presenter.started.room))
        .expects(200);
    moderator.does_not_see("nog door niemand gegeven");
    moderator.sends(list(&moderator).presses("restore", "onzin"));
    shows(&presenter, [("ONZIN", 1), ("hoop", 1)]);
}

#[test]
fn every_link_of_the_room_may_moderate_and_nobody_else() {
    let peil = Peil::starts();
    let (presenter, [anna, ..]) = gave_words(&peil);
    let (address, hide) = (
        presenter.path("/moderate"),
        json!({ "do": "hide", "word": "hoop" }),
    );
    let (started, page) = (
        &presenter.started,
        format!("/rooms/{}/moderator", presenter.started.room),
    );
    for (link, sees_the_list) in [
        (&started.stage_url, 401),
        (&started.remote_url, 200),
        (&started.moderator_url, 200),
    ] {
        let mut host = enters(&peil, link);
        host.posts(&address, &hide).expects(200);
        host.goes(&page).expects(sees_the_list);
    }
    peil.visitor("a stranger")
        .posts(&address, &hide)
        .expects(401);
    peil.visitor("a stranger").goes(&page).expects(401);
    let mut anna = anna;
    anna.goes(&page).expects(401);
}

#[test]
fn open_answers_that_mean_the_same_become_one() {
    let peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Open]);
    presenter.opens("ideas");
    for (name, given) in [
        ("Anna", "Meer groen"),
        ("Bram", "meer groen!"),
        ("Carla", "Dom plan"),
    ] {
        phone(&peil, &presenter, name).votes(text(given));
    }
    let results = presenter.results("ideas");
    let [green, same, silly] =
        ["Meer groen", "meer groen!", "Dom plan"].map(|text| results.id_of(text));
    moderates(
        &presenter,
        &json!({ "do": "merge", "answer": same, "into": green }),
    )
    .expects(200);
    moderates(&presenter, &json!({ "do": "hide", "answer": silly })).expects(200);
    let results = presenter.results("ideas");
    assert_eq!(
        (results.texts(), results.voters()),
        (vec![("Meer groen".to_owned(), 0)], 3)
    );
    let remote = enters(&peil, &presenter.started.remote_url);
    remote.sees("meer groen!").sees("Dom plan");
    for answer in [same, silly] {
        moderates(&presenter, &json!({ "do": "restore", "answer": answer })).expects(200);
    }
    assert_eq!(presenter.results("ideas").texts().len(), 3);
}

#[test]
fn an_erased_word_is_gone_from_the_moderators_list_too() {
    let peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Words]);
    presenter.opens("words");
    phone(&peil, &presenter, "Anna").votes(words(["brandnetelsoep", "hoop"]));
    phone(&peil, &presenter, "Bram").votes(words(["hoop"]));
    moderates(
        &presenter,
        &json!({ "do": "merge", "word": "brandnetelsoep", "into": "hoop" }),
    )
    .expects(200);
    let mut moderator = enters(&peil, &presenter.started.moderator_url);
    moderator.sees("brandnetelsoep");
    let export = presenter.exports("format=json").json();
    let answer = &export["questions"][0]["rounds"][0]["answers"][0]["id"];
    presenter.erases(
        answer
            .as_str()
            .unwrap_or_else(|| panic!("no answer in {export}")),
    );
    moderator
        .goes(&format!("/rooms/{}/moderator", presenter.started.room))
        .expects(200);
    moderator.was_never_sent("brandnetelsoep").sees("hoop");
}

#[test]
fn a_hidden_word_whose_answer_was_erased_is_gone_from_the_list_too() {
    let peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Words]);
    presenter.opens("words");
    phone(&peil, &presenter, "Anna").votes(words(["brandnetelsoep"]));
    phone(&peil, &presenter, "Bram").votes(words(["hoop"]));
    moderates(
        &presenter,
        &json!({ "do": "hide", "word": "brandnetelsoep" }),
    )
    .expects(200);
    let export = presenter.exports("format=json").json();
    let answer = &export["questions"][0]["rounds"][0]["answers"][0]["id"];
    presenter.erases(
        answer
            .as_str()
            .unwrap_or_else(|| panic!("no answer in {export}")),
    );
    let moderator = enters(&peil, &presenter.started.moderator_url);
    moderator
        .was_never_sent("brandnetelsoep")
        .sees("hoop")
        .does_not_see("Zet terug");
}

#[test]
fn a_cloud_that_is_left_alone_is_put_right_on_a_stage_that_hears_of_nothing_else_and_after_a_crash()
{
    let mut peil = Peil::starts();
    let presenter = room(&peil, [SampleQuestion::Words]);
    presenter.opens("words");
    for number in 0..8 {
        let given = [0, 1].map(|word| format!("woord {}", 2 * number + word));
        phone(&peil, &presenter, &given[0]).votes(words([given[0].as_str(), given[1].as_str()]));
    }
    let path = format!(
        "/rooms/{}/live?protocol=3&role=stage",
        presenter.started.room
    );
    let follows = |peil: &Peil| {
        enters(peil, &presenter.started.stage_url)
            .opens_socket(&path)
            .greeted()
    };
    let mut stage = follows(&peil);
    let cloud = |view: &Value| view["slide"]["part"]["cloud"]["words"].clone();
    let sizes = |view: &Value| -> Vec<u64> {
        cloud(view)
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|word| word["wide"][3].as_u64())
            .collect()
    };
    stage.sees(|view| sizes(view).len() == 16);
    for number in 2..16 {
        moderates(
            &presenter,
            &json!({ "do": "hide", "word": format!("woord {number}") }),
        )
        .expects(200);
    }
    let stored = stage.hears_where("view", |frame| sizes(&frame["view"]).len() == 2);
    assert!(
        sizes(&stored["view"])[0] < 120,
        "they are no larger at once: {}",
        cloud(&stored["view"])
    );
    let last = stage.hears_where("view", |frame| sizes(&frame["view"]) == [160, 160]);
    assert_eq!(stored["seq"], last["seq"], "nothing was stored meanwhile");
    drop(stage);
    peil.kill_9();
    peil.start_again();
    follows(&peil).sees(|view| cloud(view) == cloud(&last["view"]));
}

#[test]
fn a_moderator_looks_for_a_word_among_all_and_comes_back_to_where_they_were() {
    let peil = Peil::starts();
    let (presenter, _phones) = gave_words(&peil);
    let mut moderator = enters(&peil, &presenter.started.moderator_url);
    let at = |list: &str| {
        let room = &presenter.started.room;
        format!("/rooms/{room}/moderator?question=words&{list}")
    };
    let order = |visitor: &Visitor, words: [&str; 3]| {
        let text = visitor.page().text().to_lowercase();
        let list = text
            .split("toon")
            .nth(1)
            .expect("a form to search by")
            .to_owned();
        let mut places = words.map(|word| list.find(word).expect(word));
        assert!(places.is_sorted(), "{words:?} in {list}");
        places.sort_unstable();
    };
    moderator.goes(&at("by=new")).expects(200);
    order(&moderator, ["kat", "hoop", "poes"]);
    moderator.goes(&at("by=count")).expects(200);
    order(&moderator, ["kat", "poes", "hoop"]);

    moderator.goes(&at("find=OO&by=count")).expects(200);
    moderator.sees("hoop").does_not_see("poes");
    let mut hide = list(&moderator);
    hide.presses("hide", "hoop");
    moderator.sends(&hide);
    moderator.sees("verborgen").does_not_see("poes");
    shows(&presenter, [("Poes", 2), ("kat", 2)]);
    let mut back = list(&moderator);
    back.presses("restore", "hoop");
    moderator.sends(&back);
    moderator.does_not_see("verborgen").does_not_see("poes");
    moderator.goes(&at("find=niemand&by=new")).expects(200);
    moderator.does_not_see("hoop").does_not_see("kat");
    // A question that was never asked has no list.
    let room = &presenter.started.room;
    let unknown = format!("/rooms/{room}/moderator?question=none&by=count&page=x");
    moderator.goes(&unknown).expects(200);
}

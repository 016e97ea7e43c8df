//! What the kinds promise apart from the two afternoons: several options, spellings, skips,
//! graphemes, any place.

use tests::{
    Peil, Presenter, SampleQuestion, number, option, options, other, place, sample, text, values,
    words,
};

fn starts(peil: &Peil, sample: &str) -> Presenter {
    let presenter = peil.organiser().starts(sample);
    presenter.next();
    presenter
}

#[test]
fn several_options_count_once_each_and_one_voter() {
    let peil = Peil::starts();
    let presenter = starts(
        &peil,
        "---\ntitle: Keuze\nlanguage: nl\n---\nask: choice\nid: food\npick: 1-2\n---\n\n# Wat eten we?\n\n- Soep\n- Brood\n- Fruit\n",
    );
    let [mut anna, mut bob, _] = peil.three_phones();
    anna.opens(presenter.code()).votes(options([1, 3]));
    bob.opens(presenter.code()).votes(option(3));
    let results = presenter.results("food");
    assert_eq!((results.voters(), results.votes()), (2, vec![1, 0, 2]));
    anna.votes(options([2]));
    let results = presenter.results("food");
    assert_eq!(
        (results.voters(), results.votes()),
        (2, vec![0, 1, 1]),
        "a changed form is the whole answer"
    );
}

#[test]
fn somebody_who_typed_another_option_and_then_chose_the_first_chose_the_first() {
    let peil = Peil::starts();
    let deck = "---\ntitle: Anders\nlanguage: nl\n---\nask: choice\nid: role\n---\n\n# Wie ben je?\n\n- Buur\n- Anders {other}\n";
    let presenter = starts(&peil, deck);
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code()).votes(other(2, "Postbode"));
    assert_eq!(
        presenter.results("role").others(),
        [("Postbode".to_owned(), 1)]
    );
    // The text of before still stands behind the option that is not chosen any more: that is asked
    // about once.
    let form = anna.opens(presenter.code()).filled(&option(1));
    anna.sends(&form).expects(422);
    let again = anna.form();
    anna.sends(&again).assert_stored(presenter.code());
    let results = presenter.results("role");
    assert_eq!(
        (results.votes(), results.others(), results.voters()),
        (vec![1, 0], vec![], 1)
    );
}

#[test]
fn an_answer_stands_under_the_heading_that_was_chosen_on_the_phone() {
    let peil = Peil::starts();
    let deck = "---\ntitle: Kolommen\nlanguage: nl\n---\nask: open\nid: plan\nlength: 20\nlayout: columns\n---\n\n# Wat nu?\n\n- Doen\n- Laten\n";
    let presenter = starts(&peil, deck);
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    let mut form = anna.form();
    form.chooses("column", "2")
        .types("text", &["vergaderen tot negen"]);
    anna.sends(&form);
    assert_eq!(
        presenter.results("plan").texts(),
        [("Laten: vergaderen tot negen".to_owned(), 0)]
    );
    let page = anna.opens(presenter.code()).page();
    assert_eq!(
        page.all("input[name=column][value='2'][checked]").len(),
        1,
        "the form to change it knows the heading"
    );
}

#[test]
fn words_are_matched_as_people_read_them_and_shown_as_most_people_write_them() {
    let peil = Peil::starts();
    let presenter = starts(&peil, &sample([SampleQuestion::Words]));
    let entries = [
        ["tijd!", "Café"],
        ["tijd", "CAFÉ"],
        ["TIJD.", "Cafe\u{301}"],
        ["tijd", "café"],
    ];
    for (number, entries) in entries.into_iter().enumerate() {
        let mut phone = peil.phone(&format!("phone {number}"));
        phone.opens(presenter.code()).votes(words(entries));
    }
    let entries = presenter.results("words").entries();
    let expected = [("tijd".to_owned(), 4), ("Café".to_owned(), 4)];
    assert_eq!(entries, expected, "equal counts: what was seen first");
}

#[test]
fn an_emptied_form_takes_the_words_back() {
    let peil = Peil::starts();
    let presenter = starts(&peil, &sample([SampleQuestion::Words]));
    let [mut anna, mut bob, _] = peil.three_phones();
    anna.opens(presenter.code())
        .votes(words(["rust", "ruimte"]));
    bob.opens(presenter.code()).votes(words(["rust"]));
    anna.votes(words(["ruimte"]));
    let results = presenter.results("words");
    assert_eq!(
        results.entries(),
        [("rust".to_owned(), 1), ("ruimte".to_owned(), 1)]
            .map(|e| e)
            .to_vec()
    );
    assert_eq!(results.voters(), 2);
}

#[test]
fn somebody_who_skips_everything_is_not_a_voter() {
    let peil = Peil::starts();
    let presenter = starts(&peil, &sample([SampleQuestion::Scale]));
    let [mut anna, mut bob, _] = peil.three_phones();
    anna.opens(presenter.code()).votes(values([None, None]));
    bob.opens(presenter.code()).votes(values([Some(1), None]));
    let results = presenter.results("statements");
    assert_eq!(results.voters(), 1);
    // Counts and skips of a statement add up to the voters, so who skipped everything is in
    // neither.
    let expected = [(vec![1, 0, 0, 0, 0], Some(1.0), 0), (vec![0; 5], None, 1)];
    assert_eq!(results.statements(), expected);
}

/// Nobody can empty a radio button, so a tick at "skip" counts for more than the button above it.
#[test]
fn a_statement_can_be_skipped_after_all() {
    let peil = Peil::starts();
    let presenter = starts(&peil, &sample([SampleQuestion::Scale]));
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code())
        .votes(values([Some(4), Some(2)]));
    anna.votes(values([None, Some(2)]));
    let expected = [(vec![0; 5], None, 1), (vec![0, 1, 0, 0, 0], Some(2.0), 0)];
    assert_eq!(presenter.results("statements").statements(), expected);
    let form = anna.form();
    assert!(
        form.filled("value-1").is_empty() && !form.filled("skip-1").is_empty(),
        "{form:?}"
    );
}

#[test]
fn any_place_between_the_poles_counts_in_its_bin() {
    let peil = Peil::starts();
    let presenter = starts(&peil, &sample([SampleQuestion::Spectrum]));
    for (number, value) in ["0", "2", "3", "73", "97", "98", "100"].iter().enumerate() {
        let mut phone = peil.phone(&format!("phone {number}"));
        phone.opens(presenter.code());
        let mut form = phone.filled(&place(50));
        form.forges("value", &[value]);
        phone.sends(&form).assert_stored(presenter.code());
    }
    let results = presenter.results("belief");
    assert_eq!(results.bins(), [(0, 2), (1, 1), (15, 1), (19, 1), (20, 2)]);
    results
        .has("median", Some(73.0))
        .has("mean", Some(373.0 / 7.0));
}

#[test]
fn characters_are_counted_as_people_count_them() {
    let peil = Peil::starts();
    let presenter = starts(&peil, &sample([SampleQuestion::Open]));
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    let fits = "👩‍👩‍👦क्षिé".repeat(66) + "🇳🇱ß";
    let mut form = anna.filled(&text("x"));
    form.forges("text", &[&fits]);
    anna.sends(&form).assert_stored(presenter.code());
    anna.looks();
    let too_long = format!("{fits}é");
    let mut form = anna.filled(&text("x"));
    form.forges("text", &[&too_long]);
    anna.sends(&form);
    anna.is_refused(422);
    assert_eq!(presenter.results("ideas").texts().len(), 1);
}

#[test]
fn any_language_and_any_sign_comes_back_as_it_was_written() {
    let peil = Peil::starts();
    let presenter = starts(&peil, &sample([SampleQuestion::Open]));
    let written = [
        "مرحبا بكم 👋🏽",
        "<b>vet</b> & \"aanhaling\" 'x' </script>",
        "👩‍👩‍👧‍👦 familie\nnieuwe regel",
    ];
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    for words in written {
        anna.votes(text(words));
    }
    let texts: Vec<String> = presenter
        .results("ideas")
        .texts()
        .into_iter()
        .map(|(text, _)| text)
        .collect();
    assert_eq!(texts, written);
    let page = anna.looks().page();
    assert!(
        page.all("b").iter().all(|b| b.inner_html() != "vet"),
        "what people write is text, never HTML"
    );
    let long = presenter.long_table();
    assert!(
        written
            .iter()
            .all(|words| long.rows.iter().any(|row| row["value"] == *words)),
        "{long:?}"
    );
}

#[test]
fn a_number_is_typed_as_people_write_it_and_counts_as_what_it_is() {
    let peil = Peil::starts();
    let presenter = starts(&peil, &sample([SampleQuestion::Number]));
    let typed = [
        ("1.200", 1200.0, "1200"),
        ("1200,5", 1200.5, "1200,5"),
        (" 1 150 deelnemers", 1150.0, "1150"),
        ("0.125", 0.125, "0,125"),
        ("1.2340", 1.234, "1,234"),
        ("5000", 5000.0, "5000"),
    ];
    for (place, (typed, stored, shown)) in typed.iter().enumerate() {
        let mut phone = peil.phone(&format!("phone {place}"));
        phone.opens(presenter.code()).votes(number(typed));
        assert!(
            presenter.results("how-many").values().contains(stored),
            "{typed}: {:?}",
            presenter.results("how-many")
        );
        let form = phone.looks().form();
        assert_eq!(
            form.filled("value"),
            [*shown],
            "{typed} fills the form again"
        );
        phone.sends(&form).assert_stored(presenter.code());
        assert_eq!(
            presenter.results("how-many").voters(),
            place as u64 + 1,
            "what is sent again changes nothing"
        );
    }
    let results = presenter.results("how-many");
    results.has("median", Some(1175.0));
    assert_eq!(results.field("nearest")["voters"], 1);
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    for (typed, says) in [
        ("5000,001", "van 0 tot en met 5.000"),
        ("-1", "van 0 tot en met 5.000"),
        ("veel", "geen getal"),
        ("1.2.3", "geen getal"),
        ("12 km", "geen getal"),
        ("", "nog niets ingevuld"),
    ] {
        let form = anna.filled(&number(typed));
        anna.sends(&form);
        anna.is_refused(422);
        anna.sees(says);
        assert_eq!(
            anna.form().filled("value"),
            [typed],
            "{typed} still stands there"
        );
    }
    assert_eq!(presenter.results("how-many").voters(), 6);
    let long = presenter.long_table();
    let values: Vec<&str> = long.rows.iter().map(|row| row["value"].as_str()).collect();
    assert_eq!(
        values,
        ["1200", "1200.5", "1150", "0.125", "1.234", "5000"],
        "as numbers, as they were stored"
    );
}

#[test]
fn an_english_deck_reads_numbers_as_the_english_write_them() {
    let peil = Peil::starts();
    let presenter = starts(
        &peil,
        &sample([SampleQuestion::Number]).replace("language: nl", "language: en"),
    );
    let mut anna = peil.phone("Anna");
    anna.opens(presenter.code());
    for (typed, stored) in [
        ("1,200", 1200.0),
        ("1.200", 1.2),
        ("3,5", 3.5),
        ("1,234.5", 1234.5),
    ] {
        anna.votes(number(typed));
        assert_eq!(presenter.results("how-many").values(), [stored], "{typed}");
    }
}

//! Every kind: its settings, their defaults, and what its list becomes.

use shared::image::Image;
use shared::question::QuestionSpec;
use shared::question::choice::{Choice, ChoiceLayout, ChoiceOption, Pick};
use shared::question::form::{FieldInput, Form, FormField};
use shared::question::grid::Grid;
use shared::question::item::Item;
use shared::question::number::Number;
use shared::question::open::{Open, OpenLayout};
use shared::question::pin::{PictureLabel, Pin};
use shared::question::points::Points;
use shared::question::rank::Rank;
use shared::question::scale::Scale;
use shared::question::spectrum::{Pole, Spectrum, SpectrumLayout};
use shared::question::typed::Type;
use shared::question::words::{Words, WordsLayout};

use crate::{ask, question, slide};

fn option(label: &str) -> ChoiceOption {
    ChoiceOption {
        label: label.into(),
        image: None,
        other: false,
        correct: false,
    }
}

fn item(label: &str) -> Item {
    Item {
        label: label.into(),
        image: None,
        correct: false,
    }
}

#[test]
fn choice() {
    let plain = Choice {
        options: vec![option("a"), option("b")],
        pick: Pick { min: 1, max: 1 },
        shuffle: false,
        layout: ChoiceLayout::Bars,
        ..Choice::default()
    };
    assert_eq!(
        ask(&question("choice", "", &["a", "b"])),
        QuestionSpec::Choice(plain.clone())
    );
    let image = Image {
        source: "/a.png".into(),
        alt: "foto".into(),
    };
    let full = Choice {
        options: vec![
            ChoiceOption {
                image: Some(image),
                ..option("a")
            },
            ChoiceOption {
                correct: true,
                ..option("b")
            },
            ChoiceOption {
                other: true,
                ..option("anders")
            },
        ],
        pick: Pick { min: 1, max: 3 },
        shuffle: true,
        layout: ChoiceLayout::Places,
        ..Choice::default()
    };
    let list = ["a ![foto](/a.png)", "b {correct}", "anders {other}"];
    assert_eq!(
        ask(&question(
            "choice",
            "pick: 1-3\nshuffle: yes\nlayout: places",
            &list
        )),
        QuestionSpec::Choice(full)
    );
    let picks = |pick: &str| match ask(&question(
        "choice",
        &format!("pick: {pick}"),
        &["a", "b", "c"],
    )) {
        QuestionSpec::Choice(choice) => (choice.pick.min, choice.pick.max),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        [picks("1"), picks("2"), picks("1–3"), picks("2 - 3")],
        [(1, 1), (2, 2), (1, 3), (2, 3)]
    );
}

#[test]
fn words() {
    let plain = Words {
        entries: 3,
        length: 25,
        layout: WordsLayout::Cloud,
        moderated: None,
    };
    assert_eq!(ask(&question("words", "", &[])), QuestionSpec::Words(plain));
    let full = Words {
        entries: 1,
        length: 10,
        layout: WordsLayout::List,
        moderated: None,
    };
    assert_eq!(
        ask(&question(
            "words",
            "entries: 1\nlength: 10\nlayout: list",
            &[]
        )),
        QuestionSpec::Words(full)
    );
}

#[test]
fn open() {
    let plain = Open {
        entries: 1,
        length: 200,
        votes: 0,
        layout: OpenLayout::Wall,
        ..Open::default()
    };
    assert_eq!(ask(&question("open", "", &[])), QuestionSpec::Open(plain));
    let full = Open {
        entries: 3,
        length: 300,
        votes: 2,
        layout: OpenLayout::Columns,
        columns: vec!["Doen".into(), "Laten".into()],
        ..Open::default()
    };
    let text = question(
        "open",
        "entries: 3\nlength: 300\nvotes: 2\nlayout: columns",
        &["Doen", "*Laten*"],
    );
    assert_eq!(ask(&text), QuestionSpec::Open(full));
    assert_eq!(slide(&text).body, "");
}

#[test]
fn a_list_that_a_kind_has_no_use_for_is_part_of_the_text() {
    for kind in ["open", "words", "qa"] {
        assert_eq!(
            slide(&question(kind, "", &["denk aan", "dit"])).body,
            "- denk aan\n- dit",
            "{kind}"
        );
    }
    assert_eq!(
        slide(&question("spectrum", "left: a\nright: b", &["x {y}"])).body,
        "- x {y}"
    );
}

#[test]
fn scale() {
    let plain = Scale {
        statements: vec!["Wat?".into()],
        from: 1,
        to: 5,
        ..Scale::default()
    };
    assert_eq!(ask(&question("scale", "", &[])), QuestionSpec::Scale(plain));
    let full = Scale {
        statements: vec!["een".into(), "twee".into()],
        from: -2,
        to: 2,
        low: Some("no".into()),
        high: Some("2026".into()),
        ..Scale::default()
    };
    assert_eq!(
        ask(&question(
            "scale",
            "from: -2\nto: 2\nlow: no\nhigh: 2026",
            &["een", "twee"]
        )),
        QuestionSpec::Scale(full)
    );
}

#[test]
fn spectrum() {
    let pole = |label: &str, note: Option<&str>, image: Option<&str>| Pole {
        label: label.into(),
        note: note.map(str::to_owned),
        image: image.map(str::to_owned),
    };
    for (written, expected) in [
        ("poes", pole("poes", None, None)),
        ("poes 🐱", pole("poes", None, Some("🐱"))),
        ("poes🐱", pole("poes", None, Some("🐱"))),
        ("wij ❤️", pole("wij", None, Some("❤️"))),
        ("thuis 👩‍👩‍👦", pole("thuis", None, Some("👩‍👩‍👦"))),
        ("oranje 🇳🇱", pole("oranje", None, Some("🇳🇱"))),
        ("duim 👍🏽", pole("duim", None, Some("👍🏽"))),
        ("twee 🐱🐶", pole("twee 🐱", None, Some("🐶"))),
        ("🐱", pole("🐱", None, None)),
        ("no", pole("no", None, None)),
        ("{label: poes}", pole("poes", None, None)),
        ("{label: poes 🐱}", pole("poes", None, Some("🐱"))),
        (
            "{label: poes 🐱, image: 🐶}",
            pole("poes 🐱", None, Some("🐶")),
        ),
        (
            "{label: poes, note: 'zal wel, hoor', image: 🐱}",
            pole("poes", Some("zal wel, hoor"), Some("🐱")),
        ),
        (
            "\n  label: poes\n  note: zucht",
            pole("poes", Some("zucht"), None),
        ),
    ] {
        let QuestionSpec::Spectrum(spectrum) = ask(&question(
            "spectrum",
            &format!("left: {written}\nright: hond"),
            &[],
        )) else {
            panic!("{written}")
        };
        assert_eq!(spectrum.left, expected, "{written}");
    }
    let full = Spectrum {
        left: pole("a", None, None),
        right: pole("b", None, None),
        stops: vec!["een".into(), "no".into()],
        layout: SpectrumLayout::Density,
        ..Spectrum::default()
    };
    let settings = "left: a\nright: b\nstops:\n  - een\n  - no\nlayout: density";
    assert_eq!(
        ask(&question("spectrum", settings, &[])),
        QuestionSpec::Spectrum(full)
    );
}

#[test]
fn kinds_of_later_versions_are_read_and_kept() {
    let two = ["een", "twee"];
    let items = vec![item("een"), item("twee")];
    assert_eq!(
        ask(&question("rank", "", &two)),
        QuestionSpec::Rank(Rank {
            items: items.clone(),
            ..Rank::default()
        })
    );
    assert_eq!(
        ask(&question("rank", "shuffle: no", &two)),
        QuestionSpec::Rank(Rank {
            items: items.clone(),
            shuffle: false,
            ..Rank::default()
        })
    );
    assert_eq!(
        ask(&question("points", "", &two)),
        QuestionSpec::Points(Points {
            items: items.clone(),
            ..Points::default()
        })
    );
    let axes = |low: &str, high: &str| vec![low.to_owned(), high.to_owned()];
    assert_eq!(
        ask(&question("grid", "x: [weinig, veel]\ny: [no, 2]", &two)),
        QuestionSpec::Grid(Grid {
            items,
            x: axes("weinig", "veel"),
            y: axes("no", "2"),
            ..Grid::default()
        })
    );
    let right = Item {
        correct: true,
        ..item("3,5")
    };
    let number = |from, to, low: Option<&str>, items| {
        QuestionSpec::Number(Number {
            from,
            to,
            low: low.map(str::to_owned),
            items,
            ..Number::default()
        })
    };
    assert_eq!(
        ask(&question("number", "", &[])),
        number(None, None, None, vec![])
    );
    assert_eq!(
        ask(&question(
            "number",
            "from: 0.5\nto: 10\nlow: weinig",
            &["3,5 {correct}"]
        )),
        number(Some(0.5), Some(10.0), Some("weinig"), vec![right])
    );
    assert_eq!(
        ask(&question("type", "", &["Parijs"])),
        QuestionSpec::Type(Type {
            items: vec![item("Parijs")],
            ..Type::default()
        })
    );
    assert_eq!(
        ask(&question("qa", "", &[])),
        QuestionSpec::Qa(Default::default())
    );
}

#[test]
fn pin_points_at_a_picture() {
    let text = "ask: pin\n---\n# Waar?\n\n![kaart](/kaart.png)\n\n- Noord {correct}\n";
    let image = Some(Image {
        source: "/kaart.png".into(),
        alt: "kaart".into(),
    });
    let noord = PictureLabel {
        label: "Noord".into(),
        correct: true,
        ..PictureLabel::default()
    };
    assert_eq!(
        ask(text),
        QuestionSpec::Pin(Pin {
            image,
            items: vec![noord],
            ..Pin::default()
        })
    );
    assert_eq!(slide(text).body, "");
}

#[test]
fn form() {
    let list = [
        "Cijfer {rating 1-10}",
        "Wat nam je mee?",
        "Verslag? {email optional}",
        "Dag {choice ma|di}",
        "Goed {consent}",
    ];
    let field = |label: &str, input, optional| FormField {
        label: label.into(),
        input,
        optional,
    };
    let options = vec!["ma".to_owned(), "di".to_owned()];
    let fields = vec![
        field("Cijfer", FieldInput::Rating { from: 1, to: 10 }, false),
        field("Wat nam je mee?", FieldInput::Text, false),
        field("Verslag?", FieldInput::Email { report: false }, true),
        field("Dag", FieldInput::Choice { options }, false),
        field("Goed", FieldInput::Consent, false),
    ];
    assert_eq!(
        ask(&question("form", "", &list)),
        QuestionSpec::Form(Form { fields })
    );
    let paced = slide(&question("form", "pace: after", &list));
    assert_eq!(
        paced.question().unwrap().pace,
        Some(shared::deck::AnswerPace::After)
    );
}

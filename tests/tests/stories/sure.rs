//! What people seldom mean: without scripts too they are asked about it once, and nothing that they
//! filled in is lost or dropped in silence.

use tests::{
    FilledAnswer, HtmlForm, Peil, Presenter, SampleQuestion, option, options, other, sample,
    values, words,
};

const DECK: &str = "---\ntitle: Proefzaal\nlanguage: nl\n---\nask: words\nid: final\nchange: no\n---\n\n# Waar denk je aan?\n\n\
    ---\nask: scale\nid: statements\n---\n\n# Hoe kijk je?\n\n- Ik snap het\n- Ik doe mee\n- Ik blijf\n\n\
    ---\nask: choice\nid: animal\n---\n\n# Welk huisdier?\n\n- Kat\n- Hond\n- Anders {other}\n\n\
    ---\nask: choice\nid: more\npick: 1-2\n---\n\n# Welke huisdieren?\n\n- Kat\n- Hond\n- Anders {other}\n";

fn stored(presenter: &Presenter, question: &str) -> u64 {
    presenter.results(question).voters()
}

/// What somebody does with a form beside giving the answer.
type Filling = Box<dyn Fn(&mut HtmlForm)>;

/// Types behind the option that takes a text.
fn behind(text: &'static str) -> Filling {
    Box::new(move |form| {
        form.types("other", &[text]);
    })
}

#[test]
fn what_people_seldom_mean_is_asked_about_once() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(DECK);
    let nothing = |_: &mut HtmlForm| {};
    let cases: [(&str, FilledAnswer, Filling, &str); 7] = [
        (
            "final",
            words(["rust"]),
            Box::new(nothing),
            "later kan er niets meer bij",
        ),
        (
            "final",
            words(["rust", "ruimte"]),
            Box::new(nothing),
            "Je vulde 2 van de 3 in",
        ),
        (
            "statements",
            values([Some(4)]),
            Box::new(nothing),
            "bij nog 1 ook niet",
        ),
        (
            "statements",
            values([Some(4), None]),
            Box::new(nothing),
            "Hier koos je nog niets. Kies iets",
        ),
        (
            "animal",
            option(2),
            behind("vis"),
            "Je typte iets bij ‘Anders’",
        ),
        (
            "more",
            option(1),
            behind("vis"),
            "maar dat heb je niet gekozen",
        ),
        (
            "more",
            options([1, 2]),
            behind(" vis "),
            "Je typte iets bij ‘Anders’",
        ),
    ];
    for (number, (question, answer, more, said)) in cases.into_iter().enumerate() {
        presenter.opens(question);
        let before = stored(&presenter, question);
        let mut phone = peil.phone(&format!("phone {number}"));
        let mut form = phone.opens(presenter.code()).filled(&answer);
        more(&mut form);
        phone.sends(&form).expects(422);
        assert_eq!(phone.is_refused(422), "unsure", "{question} {said}");
        phone.sees(said);
        assert_eq!(
            stored(&presenter, question),
            before,
            "{question}: nothing is stored yet"
        );
        let again = phone.form();
        for name in ["entry", "option", "other", "value-1", "value-2", "skip-2"] {
            assert_eq!(
                again.filled(name),
                form.filled(name),
                "{question}: {name} is still there"
            );
        }
        phone.sends(&again).assert_stored(presenter.code());
        assert_eq!(
            stored(&presenter, question),
            before + 1,
            "{question}: asked once"
        );
    }
}

#[test]
fn what_is_meant_is_not_asked_about() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(DECK);
    for (number, (question, answer)) in [
        ("final", words(["a", "b", "c"])),
        ("statements", values([Some(4), None, Some(1)])),
        ("statements", values([None, None, None])),
        ("animal", other(3, "vis")),
        ("animal", option(1)),
        ("more", options([1, 3])),
    ]
    .into_iter()
    .enumerate()
    {
        presenter.opens(question);
        let mut phone = peil.phone(&format!("phone {number}"));
        let form = phone.opens(presenter.code()).filled(&answer);
        phone.sends(&form).assert_stored(presenter.code());
    }
}

#[test]
fn a_question_that_is_over_says_that_and_asks_nothing() {
    let peil = Peil::starts();
    let presenter = peil.organiser().starts(DECK);
    presenter.opens("statements");
    let mut phone = peil.phone("Anna");
    let form = phone.opens(presenter.code()).filled(&values([Some(4)]));
    presenter.closes();
    phone.sends(&form).expects(409);
    assert_eq!(phone.is_refused(409), "closed");
    let other = peil.organiser().starts(&sample([SampleQuestion::Scale]));
    other.opens("statements");
    let form = phone.opens(other.code()).filled(&values([Some(4)]));
    other.resets();
    phone.sends(&form).expects(409);
    assert_eq!(phone.is_refused(409), "stale_round");
}

//! What is asked once before it is sent.

use super::unsent::{changed, options, statements};
use super::*;
use crate::model::doubt::Doubt;

fn once() -> SlideView {
    changed(&words("q", 1), |asked| asked.change = false)
}

fn unanswered(statements: &[usize]) -> Option<Doubt> {
    Some(Doubt::Unanswered {
        statements: statements.to_vec(),
    })
}

/// What a form holds.
type AskedForm = &'static [(&'static str, &'static str)];

fn unchosen() -> Option<Doubt> {
    Some(Doubt::Unchosen {
        label: "Anders".into(),
    })
}

#[test]
fn what_people_seldom_mean_is_asked_about_once_and_then_sent() {
    let scale = || question("q", 1, statements());
    let choice = || question("q", 1, options());
    let fewer = |given| Some(Doubt::Fewer { given, of: 3 });
    let cases: [(SlideView, AskedForm, Option<Doubt>); 17] = [
        (scale(), &[("value-1", "4")], unanswered(&[2, 3])),
        (
            scale(),
            &[("value-2", "4"), ("skip-3", "1")],
            unanswered(&[1]),
        ),
        (scale(), &[("skip-1", "1")], unanswered(&[2, 3])),
        (
            scale(),
            &[("value-1", "4"), ("value-2", " "), ("value-3", "1")],
            unanswered(&[2]),
        ),
        (
            scale(),
            &[("value-1", "4"), ("value-2", "2"), ("value-3", "1")],
            None,
        ),
        (
            scale(),
            &[("value-1", "4"), ("value-2", "2"), ("skip-3", "1")],
            None,
        ),
        (
            once(),
            &[("entry", "rust"), ("entry", ""), ("entry", "")],
            fewer(1),
        ),
        (
            once(),
            &[("entry", ""), ("entry", "a"), ("entry", "b")],
            fewer(2),
        ),
        (
            once(),
            &[("entry", "een"), ("entry", " "), ("entry", "\u{a0}")],
            fewer(1),
        ),
        (
            once(),
            &[("entry", "a"), ("entry", "b"), ("entry", "c")],
            None,
        ),
        (words("q", 1), &[("entry", "rust"), ("entry", "")], None),
        (choice(), &[("option", "2"), ("other", "vis")], unchosen()),
        (
            choice(),
            &[("option", "1"), ("option", "2"), ("other", " vis ")],
            unchosen(),
        ),
        (choice(), &[("option", "3"), ("other", "vis")], None),
        (
            choice(),
            &[("option", "1"), ("option", "3"), ("other", "vis")],
            None,
        ),
        (choice(), &[("other", "vis")], None),
        (choice(), &[("option", "1"), ("other", "  ")], None),
    ];
    for (slide, fields, doubt) in cases {
        let mut outbox = at(slide);
        let sent = press(&mut outbox, fields);
        let Some(doubt) = doubt else {
            assert_eq!(
                (sent.len(), code(&outbox)),
                (1, None),
                "{fields:?}: nothing to ask"
            );
            continue;
        };
        assert_eq!(
            (sent, outbox.page().notice),
            (vec![], Some(PhoneNotice::Unsure(doubt))),
            "{fields:?}"
        );
        let sure = outbox.page().live.unwrap().sure.unwrap();
        let again: Vec<(&str, &str)> = fields
            .iter()
            .copied()
            .chain([("sure", sure.as_str())])
            .collect();
        assert_eq!(
            (press(&mut outbox, &again).len(), code(&outbox)),
            (1, None),
            "{fields:?}: asked once"
        );
        outbox.take(saved(1, None));
        assert_eq!(
            (outbox.page().typed, sending(&outbox)),
            (None, 0),
            "{fields:?}: nothing unsaved stays in sight"
        );
    }
}

#[test]
fn who_goes_on_typing_is_asked_again_about_what_is_new_alone() {
    let mut outbox = at(question("q", 1, statements()));
    press(&mut outbox, &[("value-1", "4")]);
    typed(
        &mut outbox,
        &[("value-1", "4"), ("value-2", "2"), ("sure", "2 3")],
    );
    assert_eq!(
        (code(&outbox), outbox.page().live.unwrap().sure.as_deref()),
        (None, Some("2 3"))
    );
    assert_eq!(
        press(
            &mut outbox,
            &[("value-1", "4"), ("value-2", "2"), ("sure", "2 3")]
        )
        .len(),
        1
    );
    let mut other = at(question("q", 1, statements()));
    press(&mut other, &[("value-1", "4")]);
    assert_eq!(
        press(&mut other, &[("value-3", "4"), ("sure", "2 3")]),
        [],
        "of the first one nothing was said"
    );
}

#[test]
fn what_is_wrong_comes_before_what_is_in_doubt_and_both_are_shown_where_they_are() {
    let cases: [(SlideView, AskedForm, &str); 6] = [
        (
            words("q", 1),
            &[("entry", "meer dan vijfentwintig tekens")],
            "too_long",
        ),
        (
            once(),
            &[("entry", "meer dan vijfentwintig tekens"), ("entry", "")],
            "too_long",
        ),
        (once(), &[("entry", ""), ("entry", "")], "empty"),
        (question("q", 1, statements()), &[], "empty"),
        (
            question("q", 1, options()),
            &[("option", "1"), ("other", "vis")],
            "unsure",
        ),
        (open("q"), &[("key", "k"), ("text", " ")], "empty"),
    ];
    for (slide, fields, said) in cases {
        let mut outbox = at(slide);
        let effects = outbox.take(OutboxEvent::Pressed(form("q", 1, fields)));
        assert_eq!(
            (code(&outbox), effects.contains(&OutboxEffect::Refer)),
            (Some(said), true),
            "{fields:?}"
        );
    }
}

#[test]
fn a_refusal_of_the_room_gets_the_focus_unless_somebody_has_typed_on() {
    for (goes_on, expected) in [(false, true), (true, false)] {
        let mut outbox = at(words("q", 1));
        press(&mut outbox, &[("entry", "rust")]);
        if goes_on {
            typed(&mut outbox, &[("entry", "rustig")]);
        }
        let effects = outbox.take(refused(1, Refusal::TooMany { limit: 1 }, None));
        assert_eq!(
            effects.contains(&OutboxEffect::Refer),
            expected,
            "typed on: {goes_on}"
        );
    }
}

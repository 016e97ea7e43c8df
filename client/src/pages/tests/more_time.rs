//! The button by which somebody asks for more time, on phones of every kind of question; and what
//! hosts see of it.

use shared::protocol::view::{MoreTime, PartView, QuestionView, SlideView};

use super::*;
use super::{desk_samples, kind_samples};
use crate::pages::host;

const ENDS: u64 = 60_000;
const BUTTON: &str = "button[formaction$='/more-time']";

/// A phone that may answer, of each kind.
fn kinds() -> Vec<(String, ParticipantState)> {
    let phones = kind_samples::phones().into_iter();
    let open = phones.filter(|(name, _)| !name.ends_with("-over"));
    open.collect()
}

fn changed(state: &ParticipantState, change: impl FnOnce(&mut QuestionView)) -> ParticipantState {
    let mut state = state.clone();
    let slide: &mut SlideView = state.view.slide.as_mut().unwrap();
    let PartView::Question(question) = &mut slide.part else {
        panic!("a question")
    };
    question.countdown_ends = Some(ENDS);
    change(question);
    state
}

#[test]
fn whoever_can_still_send_while_time_runs_can_ask_for_more_in_every_kind() {
    let kinds = kinds();
    assert!(kinds.len() > 4, "{}", kinds.len());
    for (kind, state) in &kinds {
        let counting = page(&changed(state, |_| {}));
        let buttons = all_of(&counting, BUTTON);
        let [button] = buttons.as_slice() else {
            panic!("{kind}: {} buttons", buttons.len())
        };
        assert_eq!(
            button.text().collect::<String>(),
            "Ik heb meer tijd nodig",
            "{kind}"
        );
        assert!(button.attr("formnovalidate").is_some(), "{kind}");
        // Enter in a field presses the first button of its form.
        let all = all_of(
            &counting,
            "form[action$='/answers'] button[type=submit], form[action$='/answers'] button[formaction]",
        );
        let place = all
            .iter()
            .position(|each| each.attr("formaction").is_some());
        assert!(
            place.is_some_and(|place| place > 0),
            "{kind}: it comes second"
        );
        for (why, state) in [
            (
                "no time runs",
                changed(state, |it| it.countdown_ends = None),
            ),
            ("closed", changed(state, |it| it.open = false)),
            ("only votes", changed(state, |it| it.voting = true)),
            (
                "the stage has moved on",
                changed(state, |it| it.grace_ends = Some(ENDS)),
            ),
        ] {
            assert!(all_of(&page(&state), BUTTON).is_empty(), "{kind}: {why}");
        }
    }
}

#[test]
fn a_phone_that_asked_says_so_until_the_countdown_is_another() {
    for (kind, state) in kinds() {
        let mut state = changed(&state, |_| {});
        for (asked, expected) in [
            (Some(ENDS), "Gevraagd. Je hoort het als er tijd bij komt."),
            (Some(ENDS - 30_000), "Ik heb meer tijd nodig"),
        ] {
            state.asked_until = asked;
            assert_eq!(text(&page(&state), BUTTON), expected, "{kind}");
        }
    }
}

#[test]
fn hosts_who_lead_have_a_place_for_it_before_anybody_asks() {
    let counting = |asked: Option<MoreTime>| {
        let mut console = desk_samples::console();
        let Some(PartView::Question(question)) =
            console.view.slide.as_mut().map(|slide| &mut slide.part)
        else {
            panic!("a question")
        };
        (question.open, question.countdown_ends) = (true, Some(ENDS));
        console.view.more_time = asked;
        Html::parse_document(&host::console(&assets(), &console))
    };
    let asked = |people| MoreTime {
        question: "teams".into(),
        people,
    };
    for (people, sentence) in [
        (None, ""),
        (Some(1), "1 deelnemer vraagt meer tijd"),
        (Some(1_240), "1.240 deelnemers vragen meer tijd"),
    ] {
        let page = counting(people.map(asked));
        assert_eq!(text(&page, ".more-time [role=status]"), sentence);
        let buttons = all_of(&page, ".more-time button").len();
        assert_eq!(buttons, usize::from(people.is_some()), "{sentence}");
    }
    let page = counting(Some(asked(2)));
    assert_eq!(
        all_of(&page, ".more-time [name=back][value=console]").len(),
        1
    );
    let page = Html::parse_document(&host::console(&assets(), &desk_samples::console()));
    assert!(all_of(&page, ".more-time").is_empty(), "no time runs");
}

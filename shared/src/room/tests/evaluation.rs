//! The evaluation: opened by hand or by the end, and answered wherever the stage is.

use super::commands::*;
use super::decks::{ask, choice, deck};
use super::story::{NOON, question_of, room, room_with};
use super::*;
use crate::after_page::AfterPageLink;
use crate::control::ControlAction;
use crate::deck::{AnswerPace, Part, Slide};
use crate::event::Event;
use crate::host::HostRole;
use crate::ids::{Millis, ParticipantId};
use crate::limits::EVALUATION_MS;
use crate::protocol::view::{Around, EvaluationView};
use crate::question::form::Form;
use crate::question::{Answer, FieldInput, FormField, FormMac, QuestionSpec};

fn after(id: &str) -> Slide {
    let field = FormField {
        label: "Wat neem je mee?".into(),
        input: FieldInput::Text,
        optional: false,
    };
    let mut slide = ask(
        id,
        QuestionSpec::Form(Form {
            fields: vec![field],
        }),
    );
    if let Part::Question(question) = &mut slide.part {
        question.pace = Some(AnswerPace::After);
    }
    slide
}

/// A question, the evaluation, and goodbye; the stage is at the first.
fn afternoon() -> Story {
    let slides = [
        choice("start", ["ja", "nee"]),
        after("evaluation"),
        choice("last", ["ja", "nee"]),
    ];
    room_with(deck(slides)).moved("start")
}

fn fills(who: ParticipantId, number: u128) -> Command {
    let mac = Some(FormMac::of(number));
    answers(who, "evaluation", 1, Answer::Form { mac })
}

/// What a phone can go back to, and which of it is the evaluation.
fn open_elsewhere(story: &Story) -> Vec<(String, bool)> {
    let late = story.room.phone_view(story.at).late.into_iter();
    let said = late.map(|slide| {
        let id = slide.id.to_string();
        (id, question_of(Some(slide)).evaluation)
    });
    said.collect()
}

fn far(story: &Story) -> EvaluationView {
    seen(story, HostRole::Stage).expect("the deck has one")
}

fn seen(story: &Story, role: HostRole) -> Option<EvaluationView> {
    story
        .room
        .host_view(role, story.at, Around::default())
        .evaluation
}

#[test]
fn it_opens_by_hand_wherever_the_stage_is_and_stays_open_wherever_that_goes() {
    let before = afternoon();
    check(before.clone(), fills(ANNA, 1), Refusal::Closed);
    assert_eq!(open_elsewhere(&before), []);
    let opened = before.then(does(ControlAction::Evaluate));
    let of_evaluation = [("evaluation".to_owned(), true)];
    assert_eq!(open_elsewhere(&opened), of_evaluation);
    let filled = opened.then(fills(ANNA, 1));
    let there = filled.moved("evaluation").moved("last").later(3_600_000);
    check(there.clone(), fills(BRAM, 2), Accepted);
    assert_eq!(open_elsewhere(&there), of_evaluation);
    assert_eq!(there.state("evaluation").grace_ends(), None);
    check(there.clone(), does(ControlAction::Evaluate), Repeated);
    assert_eq!(
        far(&there),
        EvaluationView {
            open: true,
            voters: 1
        }
    );
}

#[test]
fn the_end_opens_it_for_two_weeks() {
    let ended = afternoon().ended();
    assert_eq!(
        far(&ended),
        EvaluationView {
            open: true,
            voters: 0
        }
    );
    assert_eq!(
        open_elsewhere(&ended),
        [("start".to_owned(), false), ("evaluation".to_owned(), true)]
    );
    let last = ended.clone().later(EVALUATION_MS - 1);
    check(last, fills(ANNA, 1), Accepted);
    let over = ended.later(EVALUATION_MS);
    check(over.clone(), fills(ANNA, 1), Refusal::Closed);
    assert_eq!(open_elsewhere(&over), []);
    assert_eq!(
        far(&over),
        EvaluationView {
            open: false,
            voters: 0
        }
    );
    assert_eq!(over.room.next_deadline(NOON), Some(NOON + 20_000));
}

#[test]
fn who_goes_on_after_the_end_closes_it_and_nothing_that_was_given_is_lost() {
    let ended = afternoon().ended().then(fills(ANNA, 1));
    let resumed = ended.then(does(ControlAction::Resume));
    assert_eq!(
        far(&resumed),
        EvaluationView {
            open: false,
            voters: 1
        }
    );
    check(resumed.clone(), fills(BRAM, 2), Refusal::Closed);
    let again = resumed.ended();
    check(again.clone(), fills(BRAM, 2), Accepted);
    // It had been opened by hand before: going on leaves it so.
    let by_hand = afternoon().then(does(ControlAction::Evaluate)).ended();
    let resumed = by_hand.then(does(ControlAction::Resume));
    check(resumed, fills(BRAM, 2), Accepted);
}

#[test]
fn opening_it_is_taken_back_like_any_control() {
    let opened = afternoon().then(does(ControlAction::Evaluate));
    let undoable = opened.room.undoable().expect("it can be taken back");
    assert_eq!(undoable.action, ControlAction::Evaluate);
    let taken_back = opened.then(does(ControlAction::Undo));
    check(taken_back, fills(ANNA, 1), Refusal::Closed);
}

#[test]
fn closed_by_hand_it_stays_so_at_the_end_until_somebody_asks_for_it() {
    let closed = afternoon().moved("evaluation").closed("evaluation");
    check(closed.clone().ended(), fills(ANNA, 1), Refusal::Closed);
    let asked_for = closed.moved("last").then(does(ControlAction::Evaluate));
    check(asked_for, fills(ANNA, 1), Accepted);
}

#[test]
fn what_is_passed_after_it_opened_is_no_part_of_it_at_the_end() {
    let passed = afternoon()
        .then(does(ControlAction::Evaluate))
        .then(does_to(ControlAction::Skip, "evaluation"));
    let ended = passed.ended();
    check(ended.clone(), fills(ANNA, 1), Accepted);
    check(ended.later(20_000), fills(ANNA, 1), Refusal::Closed);
}

#[test]
fn a_countdown_that_ran_out_on_the_stage_keeps_nobody_from_it() {
    let counted = room_with(deck([after("evaluation").countdown(30)])).moved("evaluation");
    let out = counted.later(60_000);
    check(out.clone(), fills(ANNA, 1), Refusal::Closed);
    let ended = out.ended().later(60_000);
    check(ended.clone(), fills(ANNA, 1), Accepted);
    assert!(far(&ended).open);
}

#[test]
fn a_deck_that_has_none_or_skips_it_says_so() {
    for story in [
        room().moved("welcome"),
        afternoon().then(does_to(ControlAction::Skip, "evaluation")),
    ] {
        check(
            story.clone(),
            does(ControlAction::Evaluate),
            Refusal::NoEvaluation,
        );
        assert_eq!(seen(&story, HostRole::Presenter), None);
        assert!(!open_elsewhere(&story.ended()).iter().any(|(_, it)| *it));
    }
    let over = afternoon().ended();
    check(over, does(ControlAction::Evaluate), Refusal::Ended);
}

/// A page that is open until then.
fn page(until: Millis) -> Command {
    let page = AfterPageLink {
        slug: "middag".into(),
        day: "2026-12-31".into(),
        until,
    };
    Event::AfterPageSet { page: Some(page) }.into()
}

#[test]
fn it_takes_answers_as_long_as_the_page_with_the_results_is_open() {
    let ended = afternoon().ended();
    let longer = ended.clone().then(page(NOON + 3 * EVALUATION_MS));
    let later = longer.later(2 * EVALUATION_MS);
    check(later.clone(), fills(ANNA, 1), Accepted);
    check(later.clone(), page(NOON + 3 * EVALUATION_MS), Repeated);
    let taken_back = later.clone().then(Event::AfterPageSet { page: None });
    check(taken_back, fills(ANNA, 1), Refusal::Closed);
    let over = later.later(EVALUATION_MS);
    check(over, fills(ANNA, 1), Refusal::Closed);
    let shorter = ended.then(page(NOON + 60_000)).later(60_000);
    check(shorter, fills(ANNA, 1), Refusal::Closed);
    // One that was closed by hand is opened by no page.
    let closed = afternoon().moved("evaluation").closed("evaluation").ended();
    let closed = closed.then(page(NOON + EVALUATION_MS));
    check(closed, fills(ANNA, 1), Refusal::Closed);
}

#[test]
fn phones_are_told_of_the_page_from_the_end_until_it_closes() {
    let set = afternoon().then(page(NOON + 60_000));
    assert_eq!(set.phone().page, None, "the room runs");
    let ended = set.ended();
    let told = ended.phone();
    assert_eq!(told.page.as_deref(), Some("middag"));
    assert_eq!(told.page_day.as_deref(), Some("2026-12-31"));
    assert!(ended.room.next_deadline(ended.at) <= Some(NOON + 60_000));
    assert_eq!(ended.clone().later(60_000).phone().page, None);
    let resumed = ended.then(does(ControlAction::Resume));
    assert_eq!(resumed.phone().page, None);
}

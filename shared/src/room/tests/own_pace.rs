//! A deck that everybody goes through by themselves.

use super::commands::*;
use super::decks::{ask, choice, deck, open, slide, spectrum, words};
use super::story::{NOON, question_of, room_with};
use super::*;
use crate::control::ControlAction;
use crate::deck::{AnswerPace, Deck, Groups, Part, PhoneResults, Slide};
use crate::event::Event;
use crate::host::HostRole;
use crate::ids::ParticipantId;
use crate::phase::Phase;
use crate::protocol::view::Around;
use crate::question::QuestionSpec;

/// A welcome, three questions of which the first and the last must be answered, one that is passed,
/// a break, and the questions to the speakers.
fn survey() -> Deck {
    let slides = [
        slide("welcome", Part::Content),
        required(choice("work", ["zorg", "welzijn"])),
        words("values", 3).countdown(30).phones(PhoneResults::Shown),
        required(open("wish", 2, 0)),
        skipped(choice("passed", ["ja", "nee"])),
        slide(
            "coffee",
            Part::Break {
                minutes: Some(5),
                until: None,
            },
        ),
        ask("later", QuestionSpec::Qa(Default::default())),
    ];
    in_own_pace(deck(slides))
}

fn in_own_pace(deck: Deck) -> Deck {
    let pace = AnswerPace::Own;
    Deck { pace, ..deck }
}

fn required(mut slide: Slide) -> Slide {
    if let Part::Question(question) = &mut slide.part {
        question.required = true;
    }
    slide
}

fn skipped(slide: Slide) -> Slide {
    let skip = true;
    Slide { skip, ..slide }
}

fn before() -> Story {
    room_with(survey())
}

/// The room runs.
fn running() -> Story {
    before().then(does(ControlAction::Next))
}

fn finishes(participant: ParticipantId) -> Event {
    Event::Finished { participant }
}

fn missing<const N: usize>(questions: [&str; N]) -> Refusal {
    let questions = questions.map(Into::into).to_vec();
    Refusal::MissingRequired { questions }
}

/// What phones go through.
fn ways(story: &Story) -> Vec<String> {
    let late = story.room.phone_view(story.at).late.into_iter();
    late.map(|slide| slide.id.to_string()).collect()
}

fn finished(story: &Story) -> Option<u64> {
    let view = story
        .room
        .host_view(HostRole::Stage, story.at, Around::default());
    view.finished
}

#[test]
fn all_questions_take_answers_from_the_start_to_the_end_and_its_grace() {
    let story = before();
    assert_eq!((ways(&story).len(), finished(&story)), (0, Some(0)));
    check(story, picks(ANNA, "work", 1, [1]), Refusal::Closed);
    let story = running();
    assert_eq!(ways(&story), ["welcome", "work", "values", "wish", "later"]);
    assert_eq!(
        (story.room.phase, story.room.position.clone()),
        (Phase::Live, None)
    );
    let story = story.later(3_600_000);
    check(story.clone(), says(ANNA, "values", 1, ["hoop"]), Accepted);
    check(
        story.clone(),
        picks(ANNA, "passed", 1, [1]),
        Refusal::Closed,
    );
    let ended = story.then(does(ControlAction::End));
    check(ended.clone(), picks(BRAM, "work", 1, [2]), Accepted);
    check(
        ended.later(60_000),
        picks(BRAM, "work", 1, [2]),
        Refusal::Closed,
    );
}

#[test]
fn nothing_is_led_but_start_end_and_what_takes_them_back() {
    let refused = Refusal::OwnPace;
    for action in [
        ControlAction::Previous,
        ControlAction::Open,
        ControlAction::Close,
        ControlAction::Show,
        ControlAction::Hide,
        ControlAction::Vote,
        ControlAction::Reset,
        ControlAction::Skip,
        ControlAction::Extend,
        ControlAction::Evaluate,
    ] {
        check(before(), does_to(action, "work"), refused.clone());
        check(running(), does_to(action, "work"), refused.clone());
    }
    check(before(), does_to(ControlAction::Go, "wish"), Accepted);
    for action in [ControlAction::Next, ControlAction::Go] {
        check(running(), does_to(action, "wish"), refused.clone());
    }
    // Also where an event says so that no control stands for.
    let closed = Event::Closed {
        question: "work".into(),
        after: None,
    };
    check(running(), closed, refused);
    let undone = running().then(does(ControlAction::Undo));
    assert_eq!((undone.room.phase, ways(&undone).len()), (Phase::Ready, 0));
    check(undone, picks(ANNA, "work", 1, [1]), Refusal::Closed);
    let resumed = running().then(does(ControlAction::End)).later(60_000);
    let resumed = resumed.then(does(ControlAction::Resume));
    check(resumed, picks(ANNA, "work", 1, [1]), Accepted);
}

#[test]
fn its_beginning_is_called_so_where_it_is_taken_back() {
    let action = |story: &Story| story.room.undoable().map(|undoable| undoable.action);
    let begun = running();
    assert_eq!(action(&begun), Some(ControlAction::Begin));
    assert_eq!(action(&running().then(does(ControlAction::Undo))), None);
    let ended = begun.then(does(ControlAction::End)).later(60_000);
    let back = ended.then(does_to(ControlAction::Go, "work"));
    assert_eq!(action(&back), Some(ControlAction::Go));
}

#[test]
fn what_has_ended_is_looked_back_at() {
    let story = running().then(picks(ANNA, "work", 1, [1]));
    let story = story.then(does(ControlAction::End)).later(60_000);
    let back = story.then(does_to(ControlAction::Go, "work"));
    let view = back
        .room
        .host_view(HostRole::Stage, back.at, Around::default());
    assert!(question_of(view.slide).results.is_some());
}

#[test]
fn whoever_is_through_says_so_once_and_may_go_on_changing() {
    let story = running();
    check(before(), finishes(ANNA), Refusal::Closed);
    check(story.clone(), finishes(ANNA), missing(["work", "wish"]));
    let story = story.then(picks(ANNA, "work", 1, [1]));
    check(story.clone(), finishes(ANNA), missing(["wish"]));
    let story = story.then(adds(ANNA, "wish", "k1", 1, "Tijd"));
    let story = check(story, finishes(ANNA), Accepted).story;
    check(story.clone(), finishes(ANNA), Repeated);
    assert_eq!(finished(&story), Some(1));
    let changed = check(story, picks(ANNA, "work", 2, [2]), Accepted).story;
    assert!(changed.room.has_finished(ANNA));
    let removed = changed.clone().then(Event::Removed {
        joined_from: NOON,
        joined_to: NOON + 1,
    });
    assert_eq!(finished(&removed), Some(0));
    check(removed, finishes(ANNA), Refusal::Removed);
    let ended = changed.then(does(ControlAction::End));
    check(ended.clone(), finishes(BRAM), Refusal::Ended);
    check(ended.clone().later(60_000), finishes(BRAM), Refusal::Ended);
    check(ended.later(60_000), finishes(ANNA), Repeated);
}

#[test]
fn an_erased_answer_was_given_and_a_journal_without_it_comes_to_the_same() {
    let story = running().then(picks(ANNA, "work", 1, [1]));
    let wish = adds(ANNA, "wish", "k1", 1, "Tijd");
    let story = story.then(wish).then(finishes(ANNA));
    let erased = story.then(erases(1));
    let erased = erased.then(erases(2));
    check(erased.clone(), finishes(ANNA), Repeated);
    let (folded, _) = super::generated::fold(&super::generated::redacted(&erased.journal));
    assert!(folded.has_finished(ANNA));
}

#[test]
fn a_group_answers_for_each_of_its_people() {
    let asked = required(choice("work", ["zorg", "welzijn"]).by_group());
    let groups = Some(Groups::Count(2));
    let story = room_with(in_own_pace(Deck {
        groups,
        ..deck([asked])
    }));
    let story = story.then(does(ControlAction::Next));
    let story = story
        .then(chooses(ANNA, 1))
        .then(chooses(BRAM, 1))
        .then(chooses(CARLA, 2));
    let story = story.then(picks(ANNA, "work", 1, [1]));
    check(story.clone(), finishes(BRAM), Accepted);
    check(story, finishes(CARLA), missing(["work"]));
}

#[test]
fn nobody_sees_results_before_the_end_but_hosts_do() {
    let story = running().then(says(ANNA, "values", 1, ["hoop"]));
    let on_phone = |story: &Story| {
        let view = story.room.phone_question(&"values".into(), story.at);
        question_of(view).results.is_some()
    };
    assert!(!on_phone(&story));
    let outline = story
        .room
        .host_view(HostRole::Presenter, story.at, Around::default())
        .outline;
    assert_eq!(outline[2].voters, Some(1));
    assert!(on_phone(
        &story.then(does(ControlAction::End)).later(60_000)
    ));
}

#[test]
fn a_deck_that_is_changed_opens_what_is_new_and_closes_what_is_passed() {
    let story = running().then(picks(ANNA, "work", 1, [1]));
    let mut deck = survey();
    deck.slides[2].skip = true;
    deck.slides.push(required(spectrum("place")));
    let pace = AnswerPace::Room;
    let story = story.then(changed(Deck {
        pace,
        ..deck.clone()
    }));
    assert!(story.room.is_own_pace(), "people are on their way");
    assert_eq!(ways(&story), ["welcome", "work", "wish", "later", "place"]);
    check(story.clone(), finishes(ANNA), missing(["wish", "place"]));
    let later = story.later(60_000);
    check(
        later.clone(),
        says(ANNA, "values", 1, ["hoop"]),
        Refusal::Closed,
    );
    let back = later.then(changed(survey()));
    check(back, says(ANNA, "values", 1, ["hoop"]), Accepted);
    let before = before().then(changed(Deck { pace, ..deck }));
    assert!(!before.room.is_own_pace());
}

#[test]
fn whoever_is_through_is_called_back_by_what_must_be_answered_since() {
    let finished_all = |story: Story| {
        [ANNA, BRAM].into_iter().fold(story, |story, who| {
            let story = story.then(picks(who, "work", 1, [1]));
            story.then(adds(who, "wish", "k1", 1, "Tijd"))
        })
    };
    let story = finished_all(running()).then(says(ANNA, "values", 1, ["hoop"]));
    let story = story.then(finishes(ANNA)).then(finishes(BRAM));
    let mut deck = survey();
    deck.slides[2] = required(deck.slides[2].clone());
    let story = story.then(changed(deck.clone()));
    assert!(story.room.has_finished(ANNA), "she answered it before");
    assert_eq!(finished(&story), Some(1));
    check(story.clone(), finishes(BRAM), missing(["values"]));
    let answered = story.clone().then(says(BRAM, "values", 1, ["rust"]));
    let answered = check(answered, finishes(BRAM), Accepted).story;
    assert_eq!(finished(&answered), Some(2));
    // A question that is new calls everybody back.
    deck.slides.push(required(spectrum("place")));
    let more = answered.clone().then(changed(deck));
    assert_eq!(finished(&more), Some(0));
    check(more, finishes(ANNA), missing(["place"]));
    // So does nothing that was answered and erased, also in a journal without its content.
    let erased = (1..=6).fold(answered, |story, answer| story.then(erases(answer)));
    let mut deck = survey();
    deck.title = "Later".to_owned();
    deck.slides[2] = required(deck.slides[2].clone());
    let same = erased.then(changed(deck));
    assert_eq!(finished(&same), Some(2));
    let (folded, _) = super::generated::fold(&super::generated::redacted(&same.journal));
    assert!(folded.has_finished(ANNA) && folded.has_finished(BRAM));
}

fn changed(deck: Deck) -> Event {
    let known = [
        "welcome", "work", "values", "wish", "passed", "coffee", "later",
    ];
    Event::DeckChanged {
        deck: Box::new(deck),
        matched: Some(known.map(Into::into).to_vec()),
        new_rounds: Vec::new(),
        version: None,
    }
}

#[test]
fn nothing_is_finished_where_the_stage_leads() {
    check(
        super::story::room().moved("knowledge"),
        finishes(ANNA),
        Refusal::NotOwnPace,
    );
    let mut story = before();
    if let Event::Created { own_pace, .. } = &mut story.journal[0].2.events[0] {
        *own_pace = false;
    }
    let (room, _) = super::generated::fold(&story.journal);
    assert!(!room.is_own_pace(), "a room of before goes with its stage");
}

#[test]
fn made_up_people_go_through_all_of_it_and_nothing_is_left_of_them() {
    let mut story = before();
    if let Event::Created { trial, .. } = &mut story.journal[0].2.events[0] {
        *trial = true;
    }
    (story.room, _) = super::generated::fold(&story.journal);
    let mut story = story.then(does(ControlAction::Next));
    for event in story.room.trial_votes(5, 7, story.at).unwrap() {
        story = story.then(event);
    }
    assert_eq!((finished(&story), story.room.people.len()), (Some(5), 5));
    let begun = story.then(does(ControlAction::Begin));
    assert_eq!((finished(&begun), ways(&begun).len()), (Some(0), 0));
    check(
        begun.then(does(ControlAction::Next)),
        picks(ANNA, "work", 1, [1]),
        Accepted,
    );
}

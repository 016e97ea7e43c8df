//! A phone that goes through a deck by itself: where it is, what leads on, and that it is through.

use super::*;
use crate::phone::own_pace::LAST;

/// Three questions of a room that runs in own pace.
fn survey() -> PhoneView {
    let slides = vec![words("a", 1), words("b", 1), words("c", 1)];
    let mut view = view(words("a", 1), slides);
    (view.slide, view.own_pace) = (None, true);
    view
}

fn page() -> ParticipantState {
    let mut page = state(words("a", 1));
    page.view = survey();
    page
}

fn phone(kept: Option<Kept>) -> PhoneState {
    PhoneState::new(page(), kept)
}

fn here(outbox: &PhoneState) -> String {
    let page = outbox.page();
    let shown = page.shown.map(|slide| slide.id.to_string());
    shown.unwrap_or_else(|| page.at.map_or("through".to_owned(), |at| at.to_string()))
}

fn goes(outbox: &mut PhoneState, to: &str) -> Vec<OutboxEffect> {
    outbox.take(OutboxEvent::WentBack(to.into()))
}

fn gives(outbox: &mut PhoneState, question: &str) -> Vec<OutboxEffect> {
    let filled = form(question, 1, &[("entry", "rust")]);
    outbox.take(OutboxEvent::Pressed(filled))
}

fn stored(question: &str) -> OutboxEvent {
    let saved = Saved {
        question: question.into(),
        round: 1,
        turn: 1,
        seq: 4,
        answer: None,
    };
    OutboxEvent::Heard(ServerFrame::Saved(saved))
}

fn told(missing: &[&str]) -> OutboxEvent {
    let missing = missing.iter().map(|id| (*id).into()).collect();
    OutboxEvent::Heard(ServerFrame::Finished { missing })
}

#[test]
fn it_begins_at_the_first_slide_and_an_answer_that_is_stored_leads_to_the_next() {
    let mut outbox = phone(None);
    assert_eq!(here(&outbox), "a");
    gives(&mut outbox, "a");
    assert_eq!(here(&outbox), "a", "until it is stored");
    let effects = outbox.take(stored("a"));
    assert_eq!(here(&outbox), "b");
    assert!(effects.contains(&OutboxEffect::Arrive));
    goes(&mut outbox, "c");
    gives(&mut outbox, "c");
    outbox.take(stored("c"));
    assert_eq!(here(&outbox), LAST);
    assert!(!outbox.page().live.unwrap().held, "nothing is elsewhere");
}

#[test]
fn what_is_typed_stays_back_and_forth_and_a_reload_comes_back_to_the_same_place() {
    let mut outbox = phone(None);
    outbox.take(OutboxEvent::Typed(form("a", 1, &[("entry", "rus")])));
    goes(&mut outbox, "b");
    goes(&mut outbox, "a");
    let typed = outbox.page().typed.expect("it stays");
    assert!(typed.contains(&("entry".to_owned(), "rus".to_owned())));
    let effects = goes(&mut outbox, "c");
    assert!(effects.contains(&OutboxEffect::Keep));
    let kept = outbox.kept().clone();
    let outbox = phone(Some(kept.clone()));
    assert_eq!(here(&outbox), "c");
    // Where the address names a place it is that one.
    let mut asked = page();
    (asked.at, asked.shown) = (Some("b".into()), Some(words("b", 1)));
    assert_eq!(here(&PhoneState::new(asked, Some(kept.clone()))), "b");
    // A slide that is gone is nowhere to be.
    let mut less = page();
    less.view.late.pop();
    assert_eq!(here(&PhoneState::new(less, Some(kept))), "a");
}

#[test]
fn what_waits_is_sent_before_somebody_is_through() {
    let mut outbox = phone(None);
    gives(&mut outbox, "a");
    goes(&mut outbox, LAST);
    let effects = outbox.take(OutboxEvent::SaidFinished);
    assert!(!effects.contains(&OutboxEffect::Finish));
    assert!(outbox.page().live.unwrap().finishing);
    let effects = outbox.take(stored("a"));
    assert!(effects.contains(&OutboxEffect::Finish));
    outbox.take(told(&[]));
    assert_eq!(here(&outbox), "through");
    goes(&mut outbox, LAST);
    assert_eq!(here(&outbox), LAST, "there is a way back");
}

#[test]
fn what_is_missing_is_said_behind_the_last_slide() {
    let mut outbox = phone(None);
    goes(&mut outbox, LAST);
    let effects = outbox.take(OutboxEvent::SaidFinished);
    assert_eq!(effects, [OutboxEffect::Finish]);
    let effects = outbox.take(told(&["b"]));
    assert!(effects.contains(&OutboxEffect::Refer));
    let page = outbox.page();
    assert_eq!(here(&outbox), LAST);
    assert_eq!(page.notice.unwrap().code(), "missing_required");
    assert!(!page.finished);
}

#[test]
fn what_was_refused_leads_back_to_where_it_was_given() {
    let mut outbox = phone(None);
    gives(&mut outbox, "a");
    goes(&mut outbox, LAST);
    outbox.take(OutboxEvent::SaidFinished);
    let refused = Refused {
        question: "a".into(),
        round: 1,
        turn: 1,
        answer: None,
        refusal: Refusal::TooLong { limit: 25 },
        own: None,
    };
    outbox.take(OutboxEvent::Heard(ServerFrame::Refused(refused)));
    assert_eq!(here(&outbox), "a");
    let page = outbox.page();
    assert_eq!(page.notice.unwrap().code(), "too_long");
    assert!(!page.live.unwrap().finishing);
}

#[test]
fn a_room_that_begins_and_ends_takes_everybody_along() {
    let mut ready = page();
    ready.view.phase = Phase::Ready;
    ready.view.late.clear();
    let mut outbox = PhoneState::new(ready, None);
    assert_eq!(here(&outbox), "through");
    outbox.take(OutboxEvent::Heard(ServerFrame::View {
        seq: 5,
        view: survey(),
    }));
    assert_eq!(here(&outbox), "a");
    let mut over = survey();
    over.phase = Phase::Ended;
    over.late.clear();
    outbox.take(OutboxEvent::Heard(ServerFrame::View { seq: 6, view: over }));
    assert_eq!(outbox.page().shown, None);
}

#[test]
fn a_new_round_is_asked_again() {
    let mut outbox = phone(None);
    for question in ["a", "b", "c"] {
        gives(&mut outbox, question);
        outbox.take(stored(question));
    }
    assert_eq!(here(&outbox), LAST);
    let mut changed = survey();
    changed.late[1] = words("b", 2);
    outbox.take(OutboxEvent::Heard(ServerFrame::View {
        seq: 7,
        view: changed,
    }));
    let page = outbox.page();
    let left = crate::phone::own_pace::left(&page.view, &page.own);
    let left: Vec<_> = left.map(|slide| slide.id.to_string()).collect();
    assert_eq!(left, ["b"]);
}

/// The room shows another deck.
fn changes(outbox: &mut PhoneState, change: impl FnOnce(&mut Vec<SlideView>)) {
    let mut view = outbox.page().view;
    change(&mut view.late);
    let seq = outbox.seq() + 1;
    outbox.take(OutboxEvent::Heard(ServerFrame::View { seq, view }));
}

#[test]
fn whoever_is_through_is_called_back_by_what_must_be_answered_since() {
    let requires = |slide: &mut SlideView| {
        if let PartView::Question(asked) = &mut slide.part {
            asked.required = true;
        }
    };
    let mut outbox = phone(None);
    gives(&mut outbox, "a");
    outbox.take(stored("a"));
    outbox.take(OutboxEvent::SaidFinished);
    outbox.take(told(&[]));
    changes(&mut outbox, |late| requires(&mut late[0]));
    assert_eq!(here(&outbox), "through", "that was answered");
    changes(&mut outbox, |late| late.push(words("d", 1)));
    assert_eq!(here(&outbox), "through", "that may stay open");
    changes(&mut outbox, |late| requires(&mut late[2]));
    assert_eq!(here(&outbox), "b");
    assert!(!outbox.page().finished);
    outbox.take(told(&[]));
    assert_eq!(here(&outbox), "through");
    changes(&mut outbox, |late| late.swap(0, 1));
    assert_eq!(here(&outbox), "through", "nothing more is asked");
    // A new round is to be answered again.
    changes(&mut outbox, |late| {
        late[1] = words("a", 2);
        requires(&mut late[1]);
    });
    assert!(!outbox.page().finished);
}

#[test]
fn a_slide_that_is_gone_leads_to_the_one_behind_it() {
    let mut outbox = phone(None);
    goes(&mut outbox, "b");
    outbox.take(OutboxEvent::Typed(form("b", 1, &[("entry", "rust")])));
    let taken_out = words("b", 1);
    changes(&mut outbox, |late| drop(late.remove(1)));
    assert_eq!(here(&outbox), "c");
    assert_eq!(outbox.page().notice, None);
    changes(&mut outbox, |late| drop(late.pop()));
    assert_eq!(here(&outbox), LAST);
    // What was typed comes back with it.
    changes(&mut outbox, |late| late.push(taken_out));
    goes(&mut outbox, "b");
    let typed = outbox.page().typed.expect("it stays");
    assert!(typed.contains(&("entry".to_owned(), "rust".to_owned())));
}

#[test]
fn texts_lead_on_once_no_more_can_be_added() {
    let mut page = page();
    page.view.late[0] = open("a");
    let mut outbox = PhoneState::new(page, None);
    let mut adds = |number: u64| {
        let key = format!("k{number}");
        let filled = form("a", 1, &[("key", &key), ("text", "Meer tijd")]);
        let effects = outbox.take(OutboxEvent::Pressed(filled));
        let Some(ClientFrame::Add { turn, .. }) = sent(effects).pop() else {
            panic!("a text is sent");
        };
        let saved = Saved {
            question: "a".into(),
            round: 1,
            turn,
            seq: 4,
            answer: Some(AnswerId(number)),
        };
        outbox.take(OutboxEvent::Heard(ServerFrame::Saved(saved)));
        here(&outbox)
    };
    assert_eq!([adds(1), adds(2), adds(3)], ["a", "a", "b"]);
}

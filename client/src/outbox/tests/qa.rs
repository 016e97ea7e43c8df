//! Questions to the speakers on a phone that is alive.

use shared::protocol::view::{PhoneQa, PhoneQuestion, QaState};

use super::*;

fn listed(number: u64, votes: u64) -> PhoneQuestion {
    PhoneQuestion {
        id: AnswerId(number),
        text: Some(format!("Vraag {number}")),
        votes,
        state: QaState::Listed,
        reply: None,
        merged: Vec::new(),
    }
}

fn with(questions: Vec<PhoneQuestion>) -> PhoneView {
    let mut view = view(words("q", 1), Vec::new());
    view.qa = Some(PhoneQa {
        open: true,
        questions,
    });
    view
}

fn phone(questions: Vec<PhoneQuestion>) -> PhoneState {
    let mut page = state(words("q", 1));
    page.view = with(questions);
    PhoneState::new(page, None)
}

fn ask(text: &str) -> Fields {
    form("qa", 1, &[("key", "k"), ("text", text)])
}

fn heard(questions: Vec<PhoneQuestion>) -> OutboxEvent {
    let view = with(questions);
    OutboxEvent::Heard(ServerFrame::View { seq: 2, view })
}

fn order(outbox: &PhoneState) -> Vec<u64> {
    let questions = outbox.page().view.qa.unwrap().questions;
    questions.into_iter().map(|each| each.id.0).collect()
}

#[test]
fn a_question_is_sent_under_its_key_and_is_a_draft_until_it_is_stored() {
    let mut outbox = phone(Vec::new());
    outbox.take(OutboxEvent::Typed(ask("Hoe begin je?")));
    let drafted = outbox.page().qa_typed().unwrap();
    assert_eq!(drafted.first("text"), Some("Hoe begin je?"));
    let frames = sent(outbox.take(OutboxEvent::Pressed(ask(" Hoe begin je? "))));
    let frame = ClientFrame::Add {
        question: "qa".into(),
        round: 1,
        key: "k".into(),
        turn: 1,
        text: "Hoe begin je?".to_owned(),
        seq: None,
    };
    assert_eq!(frames, [frame]);
    assert!(outbox.page().live.unwrap().waiting.contains(&"qa".into()));
    outbox.take(OutboxEvent::Heard(ServerFrame::Saved(Saved {
        question: "qa".into(),
        round: 1,
        turn: 1,
        seq: 2,
        answer: Some(AnswerId(7)),
    })));
    let page = outbox.page();
    assert_eq!(page.qa_typed(), None);
    assert_eq!(page.own[&"qa".into()].added[0].id, AnswerId(7));
    assert_ne!(page.key, "k".into(), "the next is another");
}

#[test]
fn what_was_refused_is_said_at_the_list_and_nothing_is_sent_of_nothing() {
    let mut outbox = phone(Vec::new());
    assert_eq!(sent(outbox.take(OutboxEvent::Pressed(ask("  ")))), []);
    let page = outbox.page();
    assert_eq!(page.notice, Some(PhoneNotice::Refused(Refusal::Empty)));
    assert!(page.about_qa);
    outbox.take(OutboxEvent::Typed(ask("En dan?")));
    assert_eq!(outbox.page().notice, None);
    outbox.take(OutboxEvent::Pressed(ask("En dan?")));
    outbox.take(OutboxEvent::Heard(ServerFrame::Refused(Refused {
        question: "qa".into(),
        round: 1,
        turn: 1,
        answer: None,
        refusal: Refusal::TooMany { limit: 5 },
        own: None,
    })));
    let page = outbox.page();
    assert!(page.about_qa && page.qa_typed().is_some());
}

#[test]
fn a_vote_shows_at_once() {
    let mut outbox = phone(vec![listed(1, 4)]);
    let vote = form("qa", 1, &[("upvote", "a1")]);
    assert_eq!(sent(outbox.take(OutboxEvent::Pressed(vote))).len(), 1);
    assert_eq!(outbox.page().own[&"qa".into()].upvotes, [AnswerId(1)]);
}

#[test]
fn the_list_stays_put_while_somebody_reads_and_new_ones_wait_for_a_press() {
    let mut outbox = phone(vec![listed(2, 9), listed(1, 4), listed(3, 1)]);
    assert_eq!(order(&outbox), [2, 1, 3]);
    outbox.take(heard(vec![
        listed(3, 20),
        listed(4, 11),
        listed(2, 9),
        listed(1, 4),
    ]));
    assert_eq!(order(&outbox), [2, 1, 3, 4]);
    assert_eq!(outbox.page().live.unwrap().qa_new, 1);
    outbox.take(OutboxEvent::QaRenewed);
    assert_eq!(order(&outbox), [3, 4, 2, 1]);
    assert_eq!(outbox.page().live.unwrap().qa_new, 0);
    outbox.take(heard(vec![listed(4, 11), listed(2, 9)]));
    assert_eq!(order(&outbox), [4, 2], "what was refused is gone at once");
}

//! The evaluation comes by itself, to whoever is not busy with something else, once.

use super::*;

fn part(id: &str) -> SlideView {
    let mut slide = words(id, 1);
    if let PartView::Question(asked) = &mut slide.part {
        asked.evaluation = true;
    }
    slide
}

fn opens(outbox: &mut PhoneState, late: Vec<SlideView>) {
    outbox.take(moved(words("q", 1), late));
}

#[test]
fn it_comes_when_it_opens_and_gives_way_once_it_is_stored() {
    let mut outbox = at(words("q", 1));
    opens(&mut outbox, vec![part("evaluation")]);
    assert_eq!(shown(&outbox), "evaluation");
    let filled = form("evaluation", 1, &[("entry", "fijn")]);
    outbox.take(OutboxEvent::Pressed(filled));
    assert_eq!(shown(&outbox), "evaluation", "until it is stored");
    let saved = Saved {
        question: "evaluation".into(),
        round: 1,
        turn: 1,
        seq: 4,
        answer: None,
    };
    outbox.take(OutboxEvent::Heard(ServerFrame::Saved(saved)));
    assert_eq!(shown(&outbox), "q");
    opens(&mut outbox, vec![part("evaluation")]);
    assert_eq!(shown(&outbox), "q", "it was given");
}

#[test]
fn nobody_is_taken_away_from_what_they_are_writing() {
    let mut outbox = at(words("q", 1));
    typed(&mut outbox, &[("entry", "rus")]);
    opens(&mut outbox, vec![part("evaluation")]);
    assert_eq!(shown(&outbox), "q");
    press(&mut outbox, &[("entry", "rust")]);
    outbox.take(saved(1, None));
    opens(&mut outbox, vec![part("evaluation")]);
    assert_eq!(shown(&outbox), "evaluation");
}

#[test]
fn whoever_passes_it_over_is_left_alone_and_finds_it_again() {
    let mut outbox = at(words("q", 1));
    opens(&mut outbox, vec![part("evaluation"), part("more")]);
    outbox.take(OutboxEvent::Followed);
    assert_eq!(shown(&outbox), "more", "one after the other");
    outbox.take(OutboxEvent::Followed);
    assert_eq!(shown(&outbox), "q");
    opens(&mut outbox, vec![part("evaluation"), part("more")]);
    assert_eq!(shown(&outbox), "q");
    outbox.take(OutboxEvent::WentBack("evaluation".into()));
    assert_eq!(shown(&outbox), "evaluation");
}

#[test]
fn what_is_open_for_its_grace_alone_does_not_come() {
    let mut outbox = at(words("q", 1));
    opens(&mut outbox, vec![words("before", 1)]);
    assert_eq!(shown(&outbox), "q");
}

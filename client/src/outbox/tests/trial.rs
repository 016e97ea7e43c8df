//! A phone in a room that is tried out, and then begins: what it gave and what it owes is gone.

use super::*;

fn tried(slide: SlideView) -> PhoneView {
    PhoneView {
        trial: true,
        ..view(slide, Vec::new())
    }
}

/// A phone that owes an answer of the trial, and has one stored.
fn phone_in_a_trial() -> PhoneState {
    let mut page = state(words("q", 1));
    page.view.trial = true;
    let mut phone = PhoneState::new(page, None);
    phone.take(OutboxEvent::Heard(ServerFrame::Hello {
        seq: 1,
        you: Some(anna()),
        group: None,
        finished: false,
        own: [("q".into(), stored(1, "oud"))].into(),
        view: tried(words("q", 1)),
    }));
    typed(&mut phone, &[("entry", "proef")]);
    phone.take(OutboxEvent::Pressed(form("q", 1, &[("entry", "proef")])));
    assert_eq!(phone.waiting().count(), 1);
    phone
}

#[test]
fn a_page_that_lives_forgets_what_was_tried_out_when_the_room_begins() {
    let mut phone = phone_in_a_trial();
    phone.take(OutboxEvent::Heard(ServerFrame::View {
        seq: 2,
        view: view(words("q", 1), Vec::new()),
    }));
    assert_eq!(phone.waiting().count(), 0);
    assert!(phone.page().own.is_empty());
    assert_eq!(phone.page().typed, None);
}

#[test]
fn a_page_that_was_away_owes_nothing_of_the_trial_when_it_comes_back() {
    for counts in [true, false] {
        let kept = serde_json::to_string(phone_in_a_trial().kept()).unwrap();
        let kept = crate::reading::read::<Kept>(&kept).unwrap();
        let mut page = state(words("q", 1));
        page.view.trial = !counts;
        let again = PhoneState::new(page, Some(kept));
        assert_eq!(again.waiting().count(), usize::from(!counts), "{counts}");
    }
}

#[test]
fn what_the_room_has_stored_since_it_began_is_known() {
    let mut phone = phone_in_a_trial();
    phone.take(hello(words("q", 1), anna(), vec![("q", stored(1, "echt"))]));
    assert_eq!(phone.waiting().count(), 0);
    assert_eq!(phone.page().own.get(&"q".into()), Some(&stored(1, "echt")));
}

//! A group: which one this phone is in, and what others of it gave meanwhile.

use shared::ids::GroupNumber;

use super::*;

fn told(group: u16, own: Vec<(&str, Own)>) -> OutboxEvent {
    let own = own.into_iter().map(|(id, own)| (id.into(), own)).collect();
    OutboxEvent::Heard(ServerFrame::Group {
        group: Some(GroupNumber(group)),
        own,
    })
}

#[test]
fn what_others_gave_takes_the_place_of_what_the_phone_knew() {
    let mut outbox = at(words("q", 1));
    outbox.take(told(2, vec![("q", stored(0, "hoop"))]));
    let page = outbox.page();
    assert_eq!(page.group, Some(GroupNumber(2)));
    assert_eq!(page.own[&"q".into()], stored(0, "hoop"));
    // Another group that has given nothing yet.
    let nothing = Own {
        round: 1,
        ..Own::default()
    };
    outbox.take(told(3, vec![("q", nothing.clone())]));
    assert_eq!(outbox.page().own[&"q".into()], nothing);
}

#[test]
fn nothing_is_taken_from_whoever_is_typing() {
    let mut outbox = at(words("q", 1));
    let typed = form("q", 1, &[("entry", "moed")]);
    outbox.take(OutboxEvent::Typed(typed.clone()));
    outbox.take(told(2, vec![("q", stored(0, "hoop"))]));
    assert_eq!(outbox.page().typed, Some(typed.0.clone()));
    let effects = outbox.take(OutboxEvent::Pressed(typed));
    let sent = effects.iter().find_map(|effect| match effect {
        OutboxEffect::Send(ClientFrame::Answer { turn, .. }) => Some(*turn),
        _ => None,
    });
    assert_eq!(sent, Some(1), "it is this phone's first");
}

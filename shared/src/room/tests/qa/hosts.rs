//! Which questions to the speakers hosts have, and in which order.

use super::*;
use crate::limits::{QA_CONSOLE, QA_HOSTS};

/// What waits comes first, in order of arrival; then what is being answered, what is listed by
/// votes, and what was dealt with.
#[test]
fn hosts_have_a_list_in_which_what_waits_comes_first_and_speakers_what_everybody_may_see() {
    let story = moderated()
        .then(types_in("a", "Eerste"))
        .then(types_in("b", "Tweede"))
        .then(types_in("c", "Derde"))
        .then(types_in("d", "Vierde"))
        .then(types_in("e", "Vijfde"))
        .then(asks(ANNA, "k", "Wacht nog"))
        .then(asks(ANNA, "l", "Wacht ook"))
        .then(wants(BRAM, 3))
        .then(moderates(1, Answered))
        .then(moderates(
            2,
            QaChange::Assigned {
                to: Some("Kim".to_owned()),
            },
        ))
        .then(moderates(4, Chosen))
        .then(moderates(5, REFUSED));
    let list = |role| {
        let questions = story.room.qa_list(role).into_iter();
        questions.map(|question| question.text).collect::<Vec<_>>()
    };
    for role in [HostRole::Moderator, HostRole::Presenter, HostRole::Remote] {
        assert_eq!(
            list(role),
            [
                "Wacht nog",
                "Wacht ook",
                "Vierde",
                "Derde",
                "Tweede",
                "Eerste",
                "Vijfde"
            ],
            "{role:?}"
        );
    }
    assert_eq!(
        list(HostRole::Speaker),
        ["Vierde", "Tweede", "Derde", "Eerste"],
        "what is for somebody stands before what is for all"
    );
    assert_eq!(list(HostRole::Stage), [""; 0]);
    for (question, speaker, moderator) in [(6, false, true), (5, false, true), (3, true, true)] {
        let lists = |role| story.room.lists_qa(role, AnswerId(question));
        assert_eq!(
            (lists(HostRole::Speaker), lists(HostRole::Moderator)),
            (speaker, moderator)
        );
    }
    assert!(!story.room.lists_qa(HostRole::Moderator, AnswerId(99)));
}

/// A speaker reads no wording that no moderator has let in, also where it counts as an approved
/// question.
#[test]
fn a_speaker_does_not_read_what_counts_as_an_approved_question() {
    let story = moderated()
        .then(types_in("a", "Wanneer begint het?"))
        .then(asks(ANNA, "k", "Hoe laat dan?"))
        .then(moderates(
            2,
            QaChange::Merged {
                into: Some(AnswerId(1)),
            },
        ));
    let listed = |role| {
        let questions = story.room.qa_list(role).into_iter();
        let merged = questions.map(|question| (question.votes, question.merged.len()));
        merged.collect::<Vec<_>>()
    };
    assert_eq!(listed(HostRole::Moderator), [(1, 1)]);
    assert_eq!(listed(HostRole::Speaker), [(1, 0)]);
}

/// A host's view carries a page of them, and how many there are.
#[test]
fn of_very_many_a_host_is_sent_the_first_page() {
    let many = (0..QA_HOSTS as u64 + 20).fold(open(), |story, number| {
        story.then(types_in(&format!("k{number}"), &format!("Vraag {number}")))
    });
    let sent = |role| {
        let qa = many.room.host_view(role, many.at, Around::default()).qa;
        qa.map(|qa| (qa.listed, qa.list.len()))
    };
    let all = QA_HOSTS as u64 + 20;
    for (role, rows) in [
        (HostRole::Moderator, QA_HOSTS),
        (HostRole::Speaker, QA_HOSTS),
        (HostRole::Presenter, QA_CONSOLE),
        (HostRole::Remote, 0),
    ] {
        assert_eq!(sent(role), Some((all, rows)), "{role:?}");
    }
}

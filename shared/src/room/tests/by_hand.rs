//! Answers that hosts enter for people without a phone.

use std::collections::BTreeMap;

use super::commands::*;
use super::decks::{choice, deck, numbers, open, scale, spectrum, words};
use super::generated::{fold, redacted};
use super::story::room_with;
use super::*;
use crate::deck::{Deck, Groups};
use crate::event::Event;
use crate::host::HostRole;
use crate::ids::{AnswerId, GroupNumber, Key, ParticipantId};
use crate::limits::TYPED_MAX;
use crate::protocol::view::SplitName;
use crate::room::{AnswerOrigin, TypedEntry};

fn afternoon() -> Story {
    let slides = [
        choice("vote", ["ja", "nee", "anders"]),
        choice("several", ["a", "b", "c"]).pick(1, 2),
        words("why", 2),
        open("ideas", 1, 2),
        scale("believe", ["weet", "durf"]),
        spectrum("pets"),
        numbers("years", &[]),
        choice("table", ["ja", "nee"]).by_group(),
        open("poster", 1, 0).columns(["Plus", "Min"]).by_group(),
        open("list", 2, 0).by_group(),
    ];
    let groups = Some(Groups::Count(2));
    let story = room_with(Deck {
        groups,
        ..deck(slides.clone())
    });
    let opened = |story: Story, slide: &crate::deck::Slide| story.opened(slide.id.as_str());
    let story = slides.iter().fold(story, opened);
    story.then(chooses(ANNA, 1)).then(chooses(BRAM, 2))
}

fn entry(question: &str) -> TypedEntry {
    TypedEntry {
        question: question.into(),
        round: None,
        key: None,
        group: None,
        rests_on: None,
        counts: BTreeMap::new(),
        texts: Vec::new(),
    }
}

fn counted<const N: usize>(question: &str, counts: [(&str, u32); N]) -> TypedEntry {
    let counts = counts.map(|(key, count)| (key.to_owned(), count));
    TypedEntry {
        counts: counts.into(),
        ..entry(question)
    }
}

fn said<const N: usize>(question: &str, texts: [&str; N]) -> TypedEntry {
    TypedEntry {
        texts: texts.map(str::to_owned).to_vec(),
        ..entry(question)
    }
}

fn for_group(group: u16, entry: TypedEntry) -> TypedEntry {
    TypedEntry {
        group: Some(GroupNumber(group)),
        ..entry
    }
}

impl Story {
    fn entered(&self, key: &str, entry: &TypedEntry) -> Result<Event, Refusal> {
        self.room.typed_in(entry, Key(key.to_owned()))
    }

    fn typed(self, key: &str, entry: &TypedEntry) -> Self {
        let event = self.entered(key, entry).expect("this can be entered");
        check(self, event, Accepted).story
    }

    fn hands(&self, question: &str) -> (u64, u64) {
        let round = self.current(question);
        (round.voters(), round.typed())
    }
}

#[test]
fn what_is_entered_counts_and_is_told_apart() {
    let story = afternoon()
        .answered(ANNA, "vote", 1, [1])
        .typed("k1", &counted("vote", [("option-1", 3), ("option-2", 2)]));
    assert_eq!(story.votes("vote"), [4, 2, 0]);
    assert_eq!(story.hands("vote"), (6, 5));
    assert_eq!(story.room.people.len(), 7, "as many as raised a hand");
    let origins = story.current("vote").answers();
    let origins: Vec<&str> = origins
        .map(|(person, _)| story.room.origin_of(person).word())
        .collect();
    assert_eq!(origins, ["phone", "host", "host", "host", "host", "host"]);
    assert_eq!(
        story.room.origin_of(crate::room::Person(0)),
        AnswerOrigin::Phone
    );
    let stage = story.clone().moved("vote").host_question(HostRole::Stage);
    assert_eq!((stage.voters, stage.typed), (Some(6), Some(5)));
    assert_eq!(story.moved("vote").phone_question().typed, None);
}

#[test]
fn the_last_entry_corrects_the_one_before_and_the_same_one_counts_once() {
    let first = counted("vote", [("option-1", 12), ("option-2", 1)]);
    let story = afternoon().typed("k1", &first);
    let again = story.entered("k1", &first).unwrap();
    let story = check(story, again.clone(), Repeated).story;
    let story = story.typed("k2", &counted("vote", [("option-1", 13), ("option-2", 1)]));
    assert_eq!(story.votes("vote"), [13, 1, 0]);
    let story = check(story, again, Repeated).story;
    assert_eq!(story.votes("vote"), [13, 1, 0], "it came late");
    let story = story.typed("k3", &counted("vote", [("option-2", 2)]));
    assert_eq!(
        (story.votes("vote"), story.hands("vote")),
        (vec![0, 2, 0], (2, 2))
    );
    let story = story.typed("k4", &counted("vote", [("option-2", 0)]));
    assert_eq!(story.hands("vote"), (0, 0));
    assert_eq!(story.room.people.len(), 2);
    let story = story.typed("k5", &counted("vote", [("option-3", 4)]));
    assert_eq!(story.votes("vote"), [0, 0, 4]);
    assert_eq!(story.room.answers_total(), 15, "numbers are taken again");
}

#[test]
fn nobody_is_the_same_person_at_another_question() {
    let story = afternoon()
        .typed("k1", &counted("vote", [("option-1", 3)]))
        .typed(
            "k1",
            &counted(
                "several",
                [("option-1", 2), ("option-2", 2), ("option-3", 1)],
            ),
        );
    assert_eq!(story.votes("several"), [2, 2, 1]);
    assert_eq!(story.hands("several"), (3, 3));
    assert_eq!(story.room.people.len(), 5, "the three may be the same");
    let five = (0x20..0x25).map(ParticipantId);
    let story = five.fold(story, |story, who| {
        story
            .answered(who, "vote", 1, [1])
            .answered(who, "several", 1, [1])
    });
    let story = story.typed("k2", &counted("several", [("option-1", 6)]));
    let several = story.current("several");
    let split = story.room.split_by(&"vote".into(), several);
    let groups = split.unwrap().groups.into_iter();
    let groups: Vec<(SplitName, u64)> = groups.map(|it| (it.name, it.voters)).collect();
    let label = "ja".to_owned();
    let known = (SplitName::Answer { label }, 5);
    assert_eq!(groups, [known, (SplitName::Unanswered, 6)]);
}

#[test]
fn every_kind_takes_what_hands_can_tell() {
    let story = afternoon()
        .typed(
            "k",
            &counted(
                "believe",
                [("value-1-1", 1), ("value-1-5", 2), ("value-2-3", 2)],
            ),
        )
        .typed("k", &counted("pets", [("value-10", 1), ("value-90", 3)]))
        .typed("k", &said("why", ["Hoop, moed", "hoop!"]))
        .typed("k", &said("ideas", ["meer tijd", "een bus"]))
        .typed("k", &said("years", ["3,5", "12"]));
    assert_eq!(story.hands("believe"), (3, 3));
    assert_eq!(story.hands("pets"), (4, 4));
    assert_eq!(story.words("why"), ["Hoop 2", "moed 1"]);
    assert_eq!(story.texts("ideas"), ["a10 meer tijd 0", "a11 een bus 0"]);
    assert_eq!(story.hands("years"), (2, 2));
    let refused = |entry: &TypedEntry| story.entered("n", entry).unwrap_err();
    assert_eq!(
        refused(&counted("vote", [("option-4", 1)])),
        Refusal::OutOfRange
    );
    assert_eq!(refused(&said("vote", ["ja"])), Refusal::WrongKind);
    assert_eq!(
        refused(&counted("why", [("option-1", 1)])),
        Refusal::WrongKind
    );
    assert_eq!(refused(&said("years", ["veel"])), Refusal::WrongKind);
    assert_eq!(
        refused(&said("why", ["a, b, c"])),
        Refusal::TooMany { limit: 2 }
    );
    assert_eq!(refused(&said("nobody", ["ja"])), Refusal::UnknownQuestion);
    let long = "x".repeat(201);
    assert_eq!(
        refused(&said("ideas", [&long])),
        Refusal::TooLong { limit: 200 }
    );
    let all = counted("vote", [("option-1", TYPED_MAX as u32 + 1)]);
    assert_eq!(refused(&all), Refusal::TooMany { limit: TYPED_MAX });
}

#[test]
fn what_was_said_keeps_its_votes_as_long_as_it_stays() {
    let story = afternoon().typed("k1", &said("ideas", ["meer tijd", "een bus"]));
    let story = story
        .upvoted(ANNA, "ideas", 2)
        .typed("k2", &said("ideas", ["een bus", "koffie"]));
    assert_eq!(story.texts("ideas"), ["a2 een bus 1", "a3 koffie 0"]);
    let votes: Vec<(AnswerId, u64)> = story
        .current("ideas")
        .all_added()
        .iter()
        .map(|it| (it.id, it.votes))
        .collect();
    assert_eq!(
        votes,
        [(AnswerId(1), 0), (AnswerId(2), 1), (AnswerId(3), 0)]
    );
    assert_eq!(story.hands("ideas"), (2, 2));
    let (_, texts) = story.current("ideas").typed_counts(None);
    assert_eq!(texts, ["een bus", "koffie"]);
}

#[test]
fn hosts_enter_what_was_asked_also_once_it_is_closed_and_in_earlier_rounds() {
    let story = afternoon().closed("vote");
    let story = story
        .typed("k1", &counted("vote", [("option-1", 1)]))
        .reset("vote");
    let earlier = TypedEntry {
        round: Some(1),
        ..counted("vote", [("option-1", 2)])
    };
    let story = story.typed("k2", &earlier);
    let voters: Vec<u64> = story
        .state("vote")
        .rounds()
        .map(|(_, it)| it.voters())
        .collect();
    assert_eq!(voters, [2, 0]);
    let none = TypedEntry {
        round: Some(3),
        ..earlier
    };
    assert_eq!(story.entered("k3", &none), Err(Refusal::UnknownRound));
    let ended = story
        .ended()
        .typed("k4", &counted("vote", [("option-2", 1)]));
    assert_eq!(ended.votes("vote"), [0, 1, 0]);
    let untouched = room_with(deck([choice("vote", ["ja", "nee"])]));
    let early = untouched.entered("k", &counted("vote", [("option-1", 1)]));
    assert_eq!(early, Err(Refusal::Closed));
}

#[test]
fn for_a_group_its_answer_is_entered() {
    let story = afternoon().answered(ANNA, "table", 1, [1]);
    let two = for_group(2, counted("table", [("option-2", 1)]));
    let story = story.typed("k1", &two);
    assert_eq!(story.votes("table"), [1, 1]);
    assert_eq!(story.hands("table"), (2, 1));
    assert_eq!(
        story.room.people.len(),
        2,
        "who is in a group is counted there"
    );
    let one = for_group(1, counted("table", [("option-2", 1)]));
    let story = story.typed("k2", &one);
    assert_eq!(
        (story.votes("table"), story.hands("table")),
        (vec![0, 2], (2, 2))
    );
    let story = story.typed("k3", &for_group(1, entry("table")));
    assert_eq!(story.votes("table"), [1, 1], "Anna's is there again");
    let refused = |entry: &TypedEntry| {
        let event = story.entered("n", entry);
        event
            .and_then(|event| story.room.check(&event, story.at))
            .unwrap_err()
    };
    let both = counted("table", [("option-1", 1), ("option-2", 1)]);
    assert_eq!(
        refused(&for_group(1, both.clone())),
        Refusal::TooMany { limit: 1 }
    );
    assert_eq!(refused(&both), Refusal::NoGroup);
    assert_eq!(refused(&for_group(3, both)), Refusal::UnknownGroup);
    assert_eq!(
        refused(&for_group(1, counted("vote", []))),
        Refusal::UnknownGroup
    );
}

#[test]
fn texts_of_a_group_stand_under_their_headings() {
    let story = afternoon().added(ANNA, "poster", "a", "Plus: zon");
    let texts = for_group(1, said("poster", ["Plus: zee", "Min: regen"]));
    let story = story.typed("k1", &texts);
    assert_eq!(story.texts("poster"), ["a2 Plus: zee 0", "a3 Min: regen 0"]);
    assert_eq!(story.hands("poster"), (1, 1));
    let story = story.typed("k2", &for_group(1, said("poster", ["Min: regen"])));
    assert_eq!(story.texts("poster"), ["a1 Plus: zon 0", "a3 Min: regen 0"]);
    let story = story
        .added(BRAM, "list", "a", "een")
        .added(BRAM, "list", "b", "twee");
    let third = story
        .entered("k", &for_group(2, said("list", ["drie"])))
        .unwrap();
    check(story, third, Refusal::TooMany { limit: 2 });
}

#[test]
fn an_erased_answer_is_gone_and_does_not_come_back() {
    let story = afternoon()
        .typed("k1", &said("why", ["geheim", "hoop"]))
        .typed("k1", &said("ideas", ["ook geheim"]));
    let stale = story.entered("k9", &said("why", ["geheim"])).unwrap();
    let story = story.erased(1).erased(3);
    assert_eq!(story.words("why"), ["hoop 1"]);
    assert_eq!(story.hands("why"), (1, 1));
    let story = check(story, stale, Refusal::Erased).story;
    let mut journal = story.journal.clone();
    journal.pop();
    let rewritten = redacted(&journal);
    let bytes =
        serde_json::to_string(&rewritten.iter().map(|it| &it.2).collect::<Vec<_>>()).unwrap();
    assert!(
        !bytes.contains("geheim") && bytes.contains("hoop"),
        "{bytes}"
    );
    let after = fold(&rewritten).0;
    assert_eq!(
        after.question(&"why".into()),
        story.room.question(&"why".into())
    );
    let again = story.typed("k2", &said("why", ["hoop", "moed"]));
    assert_eq!(again.words("why"), ["hoop 1", "moed 1"]);
}

#[test]
fn removing_people_leaves_what_hosts_entered() {
    let story = afternoon()
        .typed("k1", &counted("vote", [("option-1", 2)]))
        .answered(ANNA, "vote", 1, [2]);
    let range = (super::story::NOON, story.at + 1);
    let story = story.then(Event::Removed {
        joined_from: range.0,
        joined_to: range.1,
    });
    assert_eq!(story.votes("vote"), [2, 0, 0]);
    let story = story.typed("k2", &counted("vote", [("option-1", 1)]));
    let story = story.then(Event::Returned {
        joined_from: range.0,
        joined_to: range.1,
    });
    assert_eq!(
        (story.votes("vote"), story.hands("vote")),
        (vec![1, 1, 0], (2, 1))
    );
}

/// Nobody takes the place of an entry that they have not seen; groups are entered apart.
#[test]
fn an_entry_rests_on_those_before_it() {
    let rests_on = |entries, entry: TypedEntry| TypedEntry {
        rests_on: Some(entries),
        ..entry
    };
    let two = counted("vote", [("option-1", 2)]);
    let story = afternoon().typed("a", &rests_on(0, two.clone()));
    let late = story.entered("b", &rests_on(0, counted("vote", [("option-2", 3)])));
    let story = check(story, late.expect("it can be read"), Refusal::Moved).story;
    let again = story.entered("a", &rests_on(0, two));
    let story = check(story, again.expect("it can be read"), Repeated).story;
    let story = story.typed("c", &rests_on(1, counted("vote", [("option-2", 3)])));
    assert_eq!(story.votes("vote"), [0, 3, 0]);
    let of_group = |group| rests_on(0, for_group(group, counted("table", [("option-1", 1)])));
    let story = story.typed("d", &of_group(1)).typed("e", &of_group(2));
    assert_eq!(story.voters("table"), 2);
}

#[test]
fn a_number_is_written_with_the_mark_of_its_deck() {
    let story = afternoon().typed("a", &said("years", ["3,5", "12"]));
    let given = story.room.question(&"years".into()).expect("it is there");
    assert_eq!(given.current().typed_counts(None).1, ["3,5", "12"]);
}

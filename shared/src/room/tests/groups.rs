//! Groups: chosen by people, and giving one answer together.

use super::commands::*;
use super::decks::{choice, deck, open, words};
use super::story::{room, room_with};
use super::*;
use crate::control::ControlAction;
use crate::deck::{Deck, Groups, Slide, grammar};
use crate::event::Event;
use crate::groups::{GroupName, KeptGroups};
use crate::host::HostRole;
use crate::ids::{AnswerId, GroupNumber, ParticipantId};
use crate::protocol::Own;
use crate::room::Change;

const DAAN: ParticipantId = ParticipantId(0xd);

fn in_groups(groups: Groups, slides: impl IntoIterator<Item = Slide>) -> Deck {
    Deck {
        groups: Some(groups),
        ..deck(slides)
    }
}

fn named<const N: usize>(names: [&str; N]) -> Groups {
    Groups::Named(names.map(str::to_owned).to_vec())
}

fn slides() -> [Slide; 5] {
    [
        choice("vote", ["ja", "nee"]).by_group(),
        words("why", 2).by_group(),
        open("poster", 3, 2).columns(["Plus", "Min"]).by_group(),
        open("ideas", 2, 0).by_group(),
        choice("each", ["ja", "nee"]),
    ]
}

/// Anna and Bram are in the first of two groups, Carla is in the second, and Daan in none.
fn afternoon_in_groups() -> Story {
    let story = room_with(in_groups(named(["Rood", "Blauw"]), slides()));
    let story = slides()
        .iter()
        .fold(story, |story, slide| story.opened(slide.id.as_str()));
    story
        .then(chooses(ANNA, 1))
        .then(chooses(BRAM, 1))
        .then(chooses(CARLA, 2))
}

fn groups_of<const N: usize>(story: &Story, people: [ParticipantId; N]) -> [Option<u16>; N] {
    people.map(|who| story.room.group_of(who).map(|group| group.0))
}

fn picked(own: Option<Own>) -> Option<String> {
    let fields = own?.fields?;
    fields.first("option").map(str::to_owned)
}

/// What a phone shows of what a group wrote, and whether others wrote it.
fn written(story: &Story, who: ParticipantId, question: &str) -> Vec<(String, bool)> {
    let own = story.own(who, question).unwrap_or_default();
    let texts = own.added.into_iter();
    texts
        .filter_map(|added| Some((added.text?, added.others)))
        .collect()
}

#[test]
fn a_group_is_chosen_and_chosen_again() {
    let story = afternoon_in_groups();
    assert_eq!(
        groups_of(&story, [ANNA, CARLA, DAAN]),
        [Some(1), Some(2), None]
    );
    check(story.clone(), chooses(ANNA, 1), Repeated);
    let moved = check(story.clone(), chooses(ANNA, 2), Accepted);
    assert_eq!(groups_of(&moved, [ANNA]), [Some(2)]);
    for gone in [0, 3, 900] {
        check(story.clone(), chooses(ANNA, gone), Refusal::UnknownGroup);
    }
    check(room(), chooses(ANNA, 1), Refusal::UnknownGroup);
    let joined = check(story.clone(), chooses(DAAN, 2), Accepted);
    assert_eq!(joined.room.people.len(), 4, "that is joining too");
    let shut = story.then(Event::DoorSet { open: false });
    check(shut, chooses(DAAN, 2), Refusal::DoorClosed);
}

#[test]
fn phones_list_the_groups_and_hosts_count_them() {
    let story = afternoon_in_groups().moved("vote");
    let group = |number, name: &str| GroupName {
        number: GroupNumber(number),
        name: Some(name.to_owned()),
    };
    assert_eq!(story.phone().groups, [group(1, "Rood"), group(2, "Blauw")]);
    assert_eq!(story.phone_question().groups, Some(2));
    let stage = |story: &Story| {
        let asked = story.host_question(HostRole::Stage);
        (asked.voters, asked.groups)
    };
    assert_eq!(stage(&story), (Some(0), Some(2)));
    let story = story
        .answered(ANNA, "vote", 1, [1])
        .answered(BRAM, "vote", 1, [2]);
    assert_eq!(stage(&story), (Some(1), Some(2)));
    assert_eq!(stage(&story.moved("each")), (Some(0), None));
    let numbered = room_with(in_groups(Groups::Count(2), slides()));
    let names = numbered.phone().groups.into_iter().map(|group| group.name);
    assert_eq!(names.collect::<Vec<_>>(), [None, None]);
    assert!(room().phone().groups.is_empty());
}

#[test]
fn of_a_group_the_last_answer_counts() {
    let story = afternoon_in_groups()
        .answered(ANNA, "vote", 1, [1])
        .answered(CARLA, "vote", 1, [1]);
    assert_eq!((story.votes("vote"), story.voters("vote")), (vec![2, 0], 2));
    let story = story.answered(BRAM, "vote", 1, [2]);
    assert_eq!((story.votes("vote"), story.voters("vote")), (vec![1, 1], 2));
    for who in [ANNA, BRAM] {
        assert_eq!(picked(story.own(who, "vote")).as_deref(), Some("2"));
    }
    check(story.clone(), picks(BRAM, "vote", 1, [2]), Repeated);
    check(story.clone(), picks(ANNA, "vote", 1, [1]), Repeated);
    // Meant anew: a higher turn, or a form, which has none.
    for again in [
        picks(ANNA, "vote", 2, [1]),
        picks(ANNA, "vote", 1, [1]).by_form(),
    ] {
        let back = check(story.clone(), again.clone(), Accepted);
        assert_eq!(back.votes("vote"), [2, 0]);
        check(back.story, again, Repeated);
    }
}

#[test]
fn whoever_is_in_no_group_cannot_answer_for_one() {
    let story = afternoon_in_groups();
    check(story.clone(), picks(DAAN, "vote", 1, [1]), Refusal::NoGroup);
    check(
        story.clone(),
        adds(DAAN, "poster", "k", 1, "Plus: zon"),
        Refusal::NoGroup,
    );
    check(story, picks(DAAN, "each", 1, [1]), Accepted);
}

#[test]
fn an_answer_stays_with_the_group_in_which_it_was_given() {
    let story = afternoon_in_groups()
        .answered(ANNA, "vote", 1, [1])
        .added(ANNA, "poster", "a", "Plus: zon")
        .then(chooses(ANNA, 2));
    assert_eq!((story.votes("vote"), story.voters("vote")), (vec![1, 0], 1));
    assert_eq!(picked(story.own(BRAM, "vote")).as_deref(), Some("1"));
    assert_eq!(picked(story.own(ANNA, "vote")), None, "Blauw gave none");
    assert_eq!(written(&story, ANNA, "poster"), []);
    let story = story
        .answered(ANNA, "vote", 2, [2])
        .added(ANNA, "poster", "b", "Plus: zee");
    assert_eq!((story.votes("vote"), story.voters("vote")), (vec![1, 1], 2));
    assert_eq!(story.texts("poster").len(), 2);
    let erased = story.clone().erased(1);
    assert_eq!(
        erased.votes("vote"),
        [0, 0],
        "an answer is erased in every group"
    );
}

#[test]
fn under_each_heading_a_group_has_one_text() {
    let story = afternoon_in_groups()
        .added(ANNA, "poster", "a", "Plus: zon")
        .added(BRAM, "poster", "b", "min: regen")
        .added(CARLA, "poster", "c", "Plus: zee");
    assert_eq!(
        story.texts("poster"),
        ["a1 Plus: zon 0", "a2 min: regen 0", "a3 Plus: zee 0"]
    );
    assert_eq!(story.voters("poster"), 2);
    let story = story.added(BRAM, "poster", "d", "Plus: warm");
    assert_eq!(
        story.texts("poster"),
        ["a2 min: regen 0", "a3 Plus: zee 0", "a4 Plus: warm 0"]
    );
    let seen = |text: &str, others| (text.to_owned(), others);
    assert_eq!(
        written(&story, ANNA, "poster"),
        [seen("min: regen", true), seen("Plus: warm", true)]
    );
    check(
        story.clone(),
        upvotes(CARLA, "poster", 1),
        Refusal::UnknownAnswer,
    );
    // Whoever changes theirs gives the last one again.
    let back = story
        .clone()
        .then(adds(ANNA, "poster", "a", 2, "Plus: zon!"));
    assert_eq!(
        back.texts("poster"),
        ["a1 Plus: zon! 0", "a2 min: regen 0", "a3 Plus: zee 0"]
    );
    let erased = back.erased(1);
    assert_eq!(
        erased.texts("poster"),
        ["a2 min: regen 0", "a3 Plus: zee 0", "a4 Plus: warm 0"]
    );
}

#[test]
fn what_took_the_place_of_another_and_was_erased_is_let_in_again_without_its_text() {
    let full = afternoon_in_groups()
        .added(ANNA, "poster", "a", "Plus: zon")
        .added(BRAM, "poster", "b", "Min: regen")
        .added(ANNA, "poster", "c", "Plus: zee");
    let last = || adds(BRAM, "poster", "d", 1, "Plus: warm");
    let mut without_text = last();
    if let Command::Event(Event::Added { text, .. }) = &mut without_text {
        *text = None;
    }
    let kept = full.clone().then(last()).erased(4);
    let rewritten = full.then(without_text).erased(4);
    assert_eq!(rewritten.texts("poster"), kept.texts("poster"));
    assert_eq!(
        rewritten.texts("poster"),
        ["a2 Min: regen 0", "a3 Plus: zee 0"]
    );
}

#[test]
fn a_text_that_waits_takes_the_place_of_another_once_it_is_approved() {
    let story = afternoon_in_groups()
        .added(ANNA, "poster", "a", "Plus: zon")
        .then(Event::HoldSet {
            question: "poster".into(),
            on: true,
        })
        .added(BRAM, "poster", "b", "Plus: regen");
    assert_eq!(story.texts("poster"), ["a1 Plus: zon 0"]);
    assert_eq!(written(&story, ANNA, "poster").len(), 1);
    let approves = |answer| Event::AnswerApproved {
        answer: AnswerId(answer),
    };
    let approved = story.clone().then(approves(2));
    assert_eq!(approved.texts("poster"), ["a2 Plus: regen 0"]);
    // Whoever gives theirs once more meanwhile gave the last one.
    let again = story.then(adds(ANNA, "poster", "a", 1, "Plus: zon").by_form());
    let both = again.then(approves(1)).then(approves(2));
    assert_eq!(both.texts("poster"), ["a1 Plus: zon 0"]);
}

#[test]
fn without_headings_a_group_has_so_many_texts_together() {
    let story = afternoon_in_groups()
        .added(ANNA, "ideas", "a", "eerste")
        .added(BRAM, "ideas", "b", "tweede");
    let limit = Refusal::TooMany { limit: 2 };
    check(story.clone(), adds(ANNA, "ideas", "c", 1, "derde"), limit);
    check(
        story.clone(),
        adds(ANNA, "ideas", "a", 2, "anders"),
        Accepted,
    );
    check(story, adds(CARLA, "ideas", "c", 1, "derde"), Accepted);
}

#[test]
fn what_took_the_place_of_another_leaves_nothing_waiting() {
    let story = afternoon_in_groups()
        .added(ANNA, "poster", "a", "Plus: zon")
        .added(BRAM, "poster", "b", "Plus: zee");
    let poster = story.room.question(&"poster".into()).unwrap().current();
    assert_eq!((poster.waiting(), poster.waiting_values()), (0, 0));
    let held = poster
        .all_added()
        .iter()
        .filter(|added| !poster.is_shown(added.id));
    assert_eq!(held.count(), 1, "the earlier one");
}

#[test]
fn nobody_replaces_without_an_end() {
    let story = (0..crate::limits::GROUP_TEXTS_MAX).fold(afternoon_in_groups(), |story, number| {
        story.added(ANNA, "poster", &format!("k{number}"), "Plus: zon")
    });
    let limit = Refusal::TooMany {
        limit: crate::limits::GROUP_TEXTS_MAX,
    };
    check(
        story.clone(),
        adds(ANNA, "poster", "more", 1, "Plus: zee"),
        limit,
    );
    check(
        story,
        adds(BRAM, "poster", "more", 1, "Plus: zee"),
        Accepted,
    );
}

#[test]
fn what_cannot_be_changed_is_fixed_for_the_whole_group() {
    let slides = [choice("vote", ["ja", "nee"]).by_group().unchangeable()];
    let story = room_with(in_groups(Groups::Count(2), slides))
        .opened("vote")
        .then(chooses(ANNA, 1))
        .then(chooses(BRAM, 1))
        .answered(ANNA, "vote", 1, [1]);
    check(
        story.clone(),
        picks(BRAM, "vote", 1, [2]),
        Refusal::Unchangeable,
    );
    let elsewhere = story.then(chooses(ANNA, 2));
    check(elsewhere, picks(ANNA, "vote", 2, [2]), Accepted);
}

#[test]
fn who_is_removed_leaves_their_group_what_the_others_gave_last() {
    let story = afternoon_in_groups()
        .answered(ANNA, "vote", 1, [1])
        .added(ANNA, "poster", "a", "Plus: zon")
        .later(10)
        .then(Event::Joined { participant: DAAN })
        .then(chooses(DAAN, 1))
        .answered(DAAN, "vote", 1, [2])
        .added(DAAN, "poster", "d", "Plus: zee");
    let (joined_from, joined_to) = (story.at, story.at + 1);
    let away = story.clone().then(Event::Removed {
        joined_from,
        joined_to,
    });
    assert_eq!((away.votes("vote"), away.voters("vote")), (vec![1, 0], 1));
    assert_eq!(away.texts("poster"), ["a2 Plus: zon 0"]);
    let back = away.then(Event::Returned {
        joined_from,
        joined_to,
    });
    assert_eq!(
        (back.votes("vote"), back.texts("poster")),
        (story.votes("vote"), story.texts("poster"),)
    );
}

#[test]
fn a_group_keeps_its_number_and_its_answers_through_changes_of_the_deck() {
    let story = afternoon_in_groups()
        .answered(ANNA, "vote", 1, [1])
        .answered(CARLA, "vote", 1, [2]);
    let with = |names| deck_named(in_groups(names, slides()));
    for (names, groups) in [
        (named(["Blauw", "Rood"]), [Some(1), Some(2)]),
        (named(["Groen", "Blauw"]), [Some(1), Some(2)]),
        (named(["Blauw", "Groen"]), [None, Some(2)]),
        (named(["Rood", "Geel", "Blauw"]), [Some(1), Some(2)]),
        (Groups::Count(4), [Some(1), Some(2)]),
    ] {
        let story = story.clone().then(with(names.clone()));
        assert_eq!(groups_of(&story, [ANNA, CARLA]), groups, "{names:?}");
        assert_eq!(story.votes("vote"), [1, 1], "{names:?}");
    }
    let gone = story.then(with(named(["Blauw", "Groen"]))).moved("vote");
    check(gone.clone(), picks(ANNA, "vote", 2, [2]), Refusal::NoGroup);
    check(gone.clone(), chooses(ANNA, 1), Refusal::UnknownGroup);
    let asked = gone.host_question(HostRole::Stage);
    assert_eq!((asked.voters, asked.groups), (Some(2), Some(3)));
    let back = gone.then(with(named(["Rood", "Blauw"])));
    assert_eq!(groups_of(&back, [ANNA]), [Some(1)]);
}

#[test]
fn the_others_of_a_group_hear_of_its_answers_and_nobody_else_does() {
    let story = afternoon_in_groups();
    let before = story.room.seq;
    let heard = |story: &Story| {
        [ANNA, BRAM, CARLA, DAAN].map(|who| story.room.people.changed_in_group(who, before))
    };
    let answered = story.clone().answered(ANNA, "vote", 1, [1]);
    assert_eq!(heard(&answered), [true, true, false, false]);
    let alone = story.clone().answered(ANNA, "each", 1, [1]);
    assert_eq!(heard(&alone), [false; 4]);
    assert_eq!(
        heard(&story.then(chooses(DAAN, 2))),
        [false, false, false, true]
    );
}

#[test]
fn rooms_of_before_go_on_counting_people() {
    let mut before = room_with(in_groups(Groups::Count(2), slides()));
    if let Event::Created { groups, .. } = &mut before.journal[0].2.events[0] {
        *groups = false;
    }
    let (seq, at, first) = &before.journal[0];
    before.room = Room::begin(*seq, *at, first).unwrap();
    let story = before
        .opened("vote")
        .answered(ANNA, "vote", 1, [1])
        .answered(BRAM, "vote", 1, [1]);
    assert_eq!(story.votes("vote"), [2, 0]);
    assert!(story.phone().groups.is_empty());
    check(story, chooses(ANNA, 1), Refusal::UnknownGroup);
}

#[test]
fn who_is_in_which_group_stays_when_a_room_begins() {
    let mut story = afternoon_in_groups();
    if let Event::Created { trial, .. } = &mut story.journal[0].2.events[0] {
        *trial = true;
    }
    let (seq, at, first) = &story.journal[0];
    let mut tried = Story {
        room: Room::begin(*seq, *at, first).unwrap(),
        at: *at,
        journal: vec![(*seq, *at, first.clone())],
    };
    // Who is made up has a small number.
    let [anna, bram] = [ANNA, BRAM].map(|who| ParticipantId(who.0 << 64));
    tried = tried
        .then(chooses(anna, 1))
        .moved("vote")
        .then(deck_named(in_groups(
            named(["Rood", "Blauw", "Groen"]),
            slides(),
        )))
        .then(chooses(bram, 3));
    let made_up = tried.room.trial_votes(4, 7, tried.at).unwrap();
    assert_eq!(made_up.len(), 8, "each chooses a group and answers");
    let tried = made_up.into_iter().fold(tried, Story::then);
    assert_eq!(tried.voters("vote"), 3);
    let begun = tried.then(does(ControlAction::Begin));
    assert_eq!(groups_of(&begun, [anna, bram]), [Some(1), Some(3)]);
    assert_eq!(begun.voters("vote"), 0);
    let kept: KeptGroups = begun.room.kept_groups().unwrap();
    let json = serde_json::to_string(&kept).unwrap();
    assert_eq!(serde_json::from_str::<KeptGroups>(&json).unwrap(), kept);
}

#[test]
fn a_question_that_begins_to_ask_groups_begins_a_round() {
    let text = |by: &str| {
        format!(
            "---\ntitle: T\ngroups: 2\n---\n\nask: choice\nid: vote\n{by}---\n\n# Ja?\n\n- ja\n- nee\n"
        )
    };
    let text = |by| text(by).replace("---\n\nask", "---\nask");
    let before = grammar::read(&text("")).unwrap().deck;
    let story = room_with(before)
        .moved("vote")
        .answered(ANNA, "vote", 1, [1]);
    let new = story
        .room
        .known_slides()
        .read(&text("by: group\n"))
        .unwrap();
    let plan = story.room.plan_deck(&new);
    let begins = |change: &Change| matches!(change, Change::NewRound { round: 2, .. });
    assert!(plan.changes.iter().any(begins), "{:?}", plan.changes);
    let story = story.then(plan.event());
    check(
        story,
        picks(ANNA, "vote", 1, [1]).round(2),
        Refusal::NoGroup,
    );
}

//! Questions to the speakers: asked, wanted, moderated, merged, answered.

mod hosts;
mod voters;

use std::collections::BTreeSet;

use super::commands::*;
use super::decks::{afternoon, ask, deck};
use super::generated::{fold, redacted};
use super::story::{NOON, SECOND, Story, room_with};
use super::*;
use crate::control::ControlAction;
use crate::deck::{Deck, QaMode};
use crate::event::{Event, QaChange};
use crate::host::HostRole;
use crate::ids::{AnswerId, ParticipantId};
use crate::limits::{QA_EACH, QA_QUESTIONS, QA_VIEW, QA_WAITING};
use crate::protocol::ClientFrame;
use crate::protocol::view::{Around, PhoneQa, QaState, StageQa};
use crate::question::{Fields, QuestionSpec};
use crate::room::{QaAction, QaRequest};

use QaChange::{Answered, Approved, Chosen, Replied};

const REFUSED: QaChange = QaChange::Refused;

fn with(qa: QaMode) -> Story {
    room_with(Deck { qa, ..afternoon() })
}

/// Everything that is asked is listed at once.
fn open() -> Story {
    with(QaMode::Open).moved("welcome")
}

/// A moderator looks first.
fn moderated() -> Story {
    with(QaMode::Moderated).moved("welcome")
}

/// Anna, Bram and Carla each asked something, which is listed.
fn three() -> Story {
    open()
        .then(asks(ANNA, "k", "Hoe begin je?"))
        .then(asks(BRAM, "k", "Wat kost het?"))
        .then(asks(CARLA, "k", "Wie doet mee?"))
}

fn replies(text: &str) -> QaChange {
    let text = Some(text.to_owned());
    Replied { text }
}

/// What hosts have of each: its number, text, votes and state.
fn listed(story: &Story) -> Vec<String> {
    let each = story.room.qa_questions().into_iter();
    each.map(|it| format!("{} {} {} {:?}", it.id, it.text, it.votes, it.state))
        .collect()
}

fn on_phones(story: &Story) -> PhoneQa {
    story.room.phone_view(story.at).qa.expect("a list")
}

fn texts_on_phones(story: &Story) -> Vec<String> {
    let each = on_phones(story).questions.into_iter();
    each.map(|it| format!("{} {}", it.text.unwrap(), it.votes))
        .collect()
}

fn on_stage(story: &Story) -> StageQa {
    let view = story
        .room
        .host_view(HostRole::Stage, story.at, Around::default());
    view.qa.and_then(|qa| qa.stage).expect("the slide shows it")
}

fn next_on_stage(story: &Story) -> Vec<String> {
    let next = on_stage(story).next.into_iter();
    next.map(|it| format!("{} {}", it.text, it.votes)).collect()
}

#[test]
fn what_is_asked_waits_for_a_moderator_unless_the_deck_is_open() {
    for (qa, state) in [
        (QaMode::Moderated, QaState::Waiting),
        (QaMode::Open, QaState::Listed),
    ] {
        let asked = with(qa)
            .moved("welcome")
            .then(asks(ANNA, "k", "Hoe begin je?"));
        assert_eq!(listed(&asked), [format!("a1 Hoe begin je? 0 {state:?}")]);
        assert_eq!(
            on_phones(&asked).questions.len(),
            usize::from(state.is_public())
        );
    }
    let held = Event::QaAsked {
        participant: Some(ANNA),
        key: "k".into(),
        text: Some("Wat een sukkel?".to_owned()),
        held: true,
    };
    assert_eq!(
        listed(&open().then(held)),
        ["a1 Wat een sukkel? 0 Waiting"],
        "a rude one waits in an open list too"
    );
}

#[test]
fn one_may_ask_beside_every_slide_from_the_first_to_the_end() {
    let question = || asks(ANNA, "k", "Hoe begin je?");
    check(with(QaMode::Open), question(), Refusal::Closed);
    check(open(), question(), Accepted);
    check(open().moved("break"), question(), Accepted);
    check(open().ended(), question(), Refusal::Closed);
    check(
        open().ended().then(does(ControlAction::Resume)),
        question(),
        Accepted,
    );
}

#[test]
fn without_the_setting_one_may_ask_while_its_slide_is_on_and_a_moderator_looks_first() {
    let off = || with(QaMode::Off).moved("welcome");
    let question = || asks(ANNA, "k", "Hoe begin je?");
    check(off(), question(), Refusal::Closed);
    assert_eq!(off().room.phone_view(NOON).qa, None);
    let asked = check(off().moved("order"), question(), Accepted).story;
    assert_eq!(listed(&asked), ["a1 Hoe begin je? 0 Waiting"]);
    check(
        asked.moved("break"),
        asks(ANNA, "l", "En dan?"),
        Refusal::Closed,
    );
    let none = room_with(deck([super::decks::words("values", 3)])).moved("values");
    check(none.clone(), question(), Refusal::UnknownQuestion);
    assert!(!none.room.has_qa());
}

/// Decks of before could have a slide of that name, whose answers are asked for by it.
#[test]
fn a_slide_of_before_that_is_called_as_the_list_is_keeps_its_name() {
    let named = Deck {
        qa: QaMode::Open,
        ..deck([
            super::decks::words("qa", 3),
            ask("order", QuestionSpec::Qa(Default::default())),
        ])
    };
    let story = room_with(named).moved("qa");
    check(
        story.clone(),
        asks(ANNA, "k", "Hoe?"),
        Refusal::UnknownQuestion,
    );
    check(story, says(ANNA, "qa", 1, ["hoop"]), Accepted);
}

#[test]
fn the_same_key_is_the_same_question_and_each_has_keys_of_their_own() {
    let asked = open().then(asks(ANNA, "k", "Hoe begin je?"));
    let again = check(asked.clone(), asks(ANNA, "k", "Hoe begin je?"), Repeated);
    assert_eq!(again.receipt.answer, Some(AnswerId(1)));
    check(asked.clone(), asks(ANNA, "k", "Iets anders"), Repeated);
    check(asked.clone(), asks(BRAM, "k", "Hoe begin je?"), Accepted);
    let typed = check(asked, types_in("k", "Uit de chat"), Accepted);
    check(typed.story, types_in("k", "Uit de chat"), Repeated);
}

#[test]
fn five_of_somebody_wait_and_a_sixth_may_come_once_one_was_dealt_with() {
    for story in [open(), moderated()] {
        let full = (0..QA_WAITING).fold(story, |story, number| {
            story.then(asks(
                ANNA,
                &format!("k{number}"),
                &format!("Vraag {number}"),
            ))
        });
        let sixth = || asks(ANNA, "zes", "En dan?");
        let refused = Refusal::TooMany { limit: QA_WAITING };
        check(full.clone(), sixth(), refused.clone());
        check(full.clone(), asks(ANNA, "k0", "Vraag 0"), Repeated);
        check(full.clone(), asks(BRAM, "k", "Mag ik wel?"), Accepted);
        check(full.clone(), types_in("k", "Uit de zaal"), Accepted);
        for change in [Approved, REFUSED, Chosen, Answered, replies("Morgen.")] {
            check(full.clone().then(moderates(1, change)), sixth(), Accepted);
        }
        check(full.clone().then(joins_with(2, 1)), sixth(), Accepted);
        check(full.then(erases(1)), sixth(), Accepted);
    }
}

#[test]
fn nobody_floods_the_list_and_the_list_has_an_end() {
    let all = (0..QA_EACH as u64).fold(open(), |story, number| {
        let story = story.then(asks(
            ANNA,
            &format!("k{number}"),
            &format!("Vraag {number}"),
        ));
        story.then(moderates(number + 1, REFUSED))
    });
    let refused = Refusal::TooMany { limit: QA_EACH };
    check(all, asks(ANNA, "nog", "En dan?"), refused);
    let full = (0..QA_QUESTIONS).fold(open(), |story, number| {
        story.then(types_in(&format!("k{number}"), &format!("Vraag {number}")))
    });
    check(full.clone(), asks(ANNA, "k", "En ik?"), Refusal::Full);
    check(full.clone(), types_in("nog", "En ik?"), Refusal::Full);
    let some = full.then(moderates(7, REFUSED));
    check(some, asks(ANNA, "k", "En ik?"), Accepted);
}

#[test]
fn who_wants_to_know_it_counts_once_and_who_asked_it_is_not_asked() {
    let story = three();
    check(story.clone(), wants(ANNA, 1), Refusal::OwnAnswer);
    check(story.clone(), wants(ANNA, 9), Refusal::UnknownAnswer);
    let wanted = check(story, wants(ANNA, 2), Accepted).story;
    assert_eq!(listed(&wanted)[1], "a2 Wat kost het? 1 Listed");
    check(wanted.clone(), wants(ANNA, 2), Repeated);
    let taken_back = check(wanted.clone(), wants_no_more(ANNA, 2), Accepted).story;
    assert_eq!(listed(&taken_back)[1], "a2 Wat kost het? 0 Listed");
    check(taken_back, wants_no_more(ANNA, 2), Repeated);
    let answered = wanted.then(moderates(2, Answered));
    check(answered.clone(), wants(CARLA, 2), Refusal::Closed);
    check(answered, wants(ANNA, 2), Repeated);
    let ended = three().ended();
    check(ended, wants(ANNA, 2), Refusal::Closed);
}

#[test]
fn nobody_votes_for_what_they_can_not_see() {
    let waits = moderated().then(asks(ANNA, "k", "Hoe begin je?"));
    check(waits.clone(), wants(BRAM, 1), Refusal::UnknownAnswer);
    check(waits.then(moderates(1, Approved)), wants(BRAM, 1), Accepted);
    let refused = three().then(wants(ANNA, 2)).then(moderates(2, REFUSED));
    check(refused.clone(), wants(CARLA, 2), Refusal::UnknownAnswer);
    let back = refused.then(moderates(2, Approved));
    assert_eq!(listed(&back)[1], "a2 Wat kost het? 1 Listed");
}

#[test]
fn a_moderator_says_how_it_stands_with_each() {
    let story = three();
    let state = |story: &Story| story.room.qa_questions()[0].state;
    for (changes, came) in [
        (vec![Approved], QaState::Listed),
        (vec![REFUSED], QaState::Refused),
        (vec![REFUSED, Approved], QaState::Listed),
        (vec![Chosen], QaState::Chosen),
        (vec![Chosen, Approved], QaState::Listed),
        (vec![Chosen, REFUSED], QaState::Refused),
        (vec![Chosen, Answered], QaState::Answered),
        (vec![Answered, Chosen], QaState::Chosen),
        (vec![replies("Morgen.")], QaState::Answered),
        (vec![Chosen, replies("Morgen.")], QaState::Chosen),
    ] {
        let done = changes
            .iter()
            .cloned()
            .fold(story.clone(), |story, change| {
                check(story, moderates(1, change), Accepted).story
            });
        assert_eq!(state(&done), came, "{changes:?}");
        let last = changes.last().unwrap().clone();
        check(done, moderates(1, last), Repeated);
    }
    let refused = story.then(moderates(1, REFUSED));
    for change in [Chosen, Answered, replies("Morgen.")] {
        check(refused.clone(), moderates(1, change), Refusal::Hidden);
    }
    check(refused, moderates(9, Approved), Refusal::UnknownAnswer);
}

#[test]
fn what_was_refused_leaves_the_stage_and_phones_in_the_same_moment() {
    let chosen = three().moved("order").then(moderates(2, Chosen));
    assert_eq!(on_stage(&chosen).chosen.unwrap().text, "Wat kost het?");
    let refused = chosen.then(moderates(2, REFUSED));
    assert_eq!(on_stage(&refused).chosen, None);
    assert_eq!(on_stage(&refused).total, 2);
    assert!(!format!("{:?}", refused.room.phone_view(refused.at)).contains("Wat kost"));
    let own = &refused.room.own(BRAM)[&"qa".into()];
    assert_eq!(own.added[0].text.as_deref(), Some("Wat kost het?"));
    assert_eq!(
        on_phones(&refused).standing_for(own.added[0].id),
        None,
        "as one that a moderator has not read yet"
    );
}

#[test]
fn a_reply_shows_with_the_question_and_one_name_says_whom_it_is_for() {
    let to = Some("dr. De Wit".to_owned());
    let told = three()
        .then(moderates(1, QaChange::Assigned { to: to.clone() }))
        .then(moderates(1, replies("Begin klein.")));
    let first = &told.room.qa_questions()[0];
    assert_eq!(
        (first.to.clone(), first.reply.as_deref()),
        (to, Some("Begin klein."))
    );
    let shown = &on_phones(&told).questions[2];
    assert_eq!(shown.reply.as_deref(), Some("Begin klein."));
    assert_eq!(shown.state, QaState::Answered);
    let taken_back = told.then(moderates(1, replies("")));
    assert_eq!(taken_back.room.qa_questions()[0].reply, None);
    let after = three().ended().then(moderates(3, replies("Iedereen.")));
    assert_eq!(
        on_phones(&after).questions[2].reply.as_deref(),
        Some("Iedereen."),
        "also once it is over"
    );
}

#[test]
fn merged_questions_have_the_people_of_both_once() {
    let daan = ParticipantId(0xd);
    let wanted = three()
        .then(wants(daan, 1))
        .then(wants(daan, 2))
        .then(wants(ANNA, 2))
        .then(wants(CARLA, 2));
    let merged = check(wanted.clone(), joins_with(2, 1), Accepted).story;
    assert_eq!(
        listed(&merged),
        ["a1 Hoe begin je? 3 Listed", "a3 Wie doet mee? 0 Listed"],
        "Daan, Carla and Bram, who asked the other one; Anna asked this one"
    );
    check(merged.clone(), joins_with(2, 1), Repeated);
    check(merged.clone(), joins_with(1, 2), Refusal::Itself);
    check(merged.clone(), joins_with(1, 1), Refusal::Itself);
    check(merged.clone(), joins_with(3, 9), Refusal::UnknownAnswer);
    check(merged.clone(), wants(BRAM, 1), Refusal::OwnAnswer);
    check(merged.clone(), wants(CARLA, 2), Repeated);
    let less = merged.clone().then(wants_no_more(CARLA, 1));
    assert_eq!(listed(&less)[0], "a1 Hoe begin je? 2 Listed");
    // Of whoever asked the double it is said as of the one that it counts as.
    let own = merged.room.own(BRAM)[&"qa".into()].added[0].id;
    let chosen = merged.clone().then(moderates(2, Chosen));
    let list = on_phones(&chosen);
    assert_eq!(list.standing_for(own).unwrap().state, QaState::Chosen);
    let apart = merged.then(moderates(2, QaChange::Merged { into: None }));
    assert_eq!(listed(&apart), listed(&wanted));
}

#[test]
fn a_chain_of_merges_is_one_question() {
    let chain = three().then(joins_with(3, 2)).then(joins_with(2, 1));
    assert_eq!(listed(&chain), ["a1 Hoe begin je? 2 Listed"]);
    check(chain.clone(), joins_with(1, 3), Refusal::Itself);
    let first_erased = chain.clone().then(erases(1));
    assert_eq!(listed(&first_erased), ["a2 Wat kost het? 1 Listed"]);
    let middle_erased = chain.then(erases(2));
    assert_eq!(
        listed(&middle_erased),
        ["a1 Hoe begin je? 0 Listed", "a3 Wie doet mee? 0 Listed"]
    );
}

#[test]
fn what_comes_next_stays_in_its_order_until_another_is_chosen() {
    let daan = ParticipantId(0xd);
    let story = three()
        .then(types_in("chat", "Uit de chat"))
        .moved("order")
        .then(wants(daan, 2));
    assert_eq!(
        next_on_stage(&story),
        ["Wat kost het? 1", "Hoe begin je? 0", "Wie doet mee? 0"]
    );
    let chosen = story.then(moderates(2, Chosen));
    let before = ["Hoe begin je? 0", "Wie doet mee? 0", "Uit de chat 0"];
    assert_eq!(next_on_stage(&chosen), before);
    let wanted = chosen.then(wants(ANNA, 3)).then(wants(daan, 3));
    let counted = ["Hoe begin je? 0", "Wie doet mee? 2", "Uit de chat 0"];
    assert_eq!(next_on_stage(&wanted), counted, "the order of before");
    let without = wanted.clone().then(moderates(1, REFUSED));
    assert_eq!(
        next_on_stage(&without),
        ["Wie doet mee? 2", "Uit de chat 0"]
    );
    let answered = wanted.clone().then(moderates(2, Answered));
    let by_votes = ["Wie doet mee? 2", "Hoe begin je? 0", "Uit de chat 0"];
    assert_eq!(next_on_stage(&answered), by_votes);
    assert_eq!(
        next_on_stage(&wanted.then(moderates(4, Chosen))),
        ["Wie doet mee? 2", "Wat kost het? 1", "Hoe begin je? 0"],
        "what was not answered is in the list again"
    );
}

#[test]
fn the_stage_has_them_on_their_slide_alone_and_hosts_learn_how_many_wait() {
    let story = moderated()
        .then(asks(ANNA, "k", "Hoe begin je?"))
        .then(types_in("chat", "Uit de chat"));
    let host = |story: &Story, role| story.room.host_view(role, story.at, Around::default()).qa;
    assert_eq!(host(&story, HostRole::Stage), None);
    let moderator = host(&story, HostRole::Moderator).unwrap();
    assert_eq!((moderator.waiting, moderator.stage), (1, None));
    let shown = story.moved("order");
    let stage = host(&shown, HostRole::Stage).unwrap();
    assert_eq!((stage.waiting, stage.stage.unwrap().total), (0, 1));
}

/// However many vote, phones are shown other figures at most once in a beat.
#[test]
fn votes_reach_phones_in_beats() {
    let story = three().later(10 * SECOND);
    let before = story.room.phone_view(story.at);
    let wanted = story.then(wants(ANNA, 2)).then(wants(CARLA, 2));
    assert_eq!(wanted.room.phone_view(wanted.at), before);
    let beat = wanted.room.next_deadline(wanted.at).unwrap();
    assert!(beat > wanted.at && beat <= wanted.at + 2 * SECOND);
    let shown = wanted.clone().later(beat - wanted.at);
    assert!(texts_on_phones(&shown).contains(&"Wat kost het? 2".to_owned()));
    assert_eq!(shown.room.next_deadline(shown.at), None);
    let next = shown.then(wants_no_more(ANNA, 2));
    assert!(texts_on_phones(&next).contains(&"Wat kost het? 2".to_owned()));
}

#[test]
fn of_very_many_the_most_wanted_stand_on_phones_and_all_others_in_turn() {
    let many = (0..QA_VIEW as u64 * 2 + 30).fold(open(), |story, number| {
        story.then(types_in(&format!("k{number}"), &format!("Vraag {number}")))
    });
    let many = many.then(wants(ANNA, 230)).later(10 * SECOND);
    let (mut seen, mut story) = (BTreeSet::new(), many);
    for _ in 0..10 {
        let shown = on_phones(&story);
        assert_eq!(shown.questions.len(), 2 * QA_VIEW + 30);
        let texts: Vec<_> = shown.questions.into_iter().map(|it| it.text).collect();
        assert_eq!(texts[0].as_deref(), Some("Vraag 229"));
        let (here, elsewhere) = texts.split_at(QA_VIEW);
        assert!(elsewhere.iter().all(Option::is_none));
        seen.extend(here.iter().flatten().cloned());
        let minute = story.room.next_deadline(story.at).unwrap();
        assert!(minute - story.at <= 60 * SECOND);
        story = story.clone().later(minute - story.at);
    }
    assert_eq!(seen.len(), 2 * QA_VIEW + 30);
}

#[test]
fn what_nobody_wants_yet_stands_in_another_order_on_each_phone_and_in_each_minute() {
    let many = (0..8).fold(open(), |story, number| {
        story.then(types_in(&format!("k{number}"), &format!("Vraag {number}")))
    });
    let many = many.then(wants(ANNA, 5)).then(wants(BRAM, 5));
    let many = many.then(wants(ANNA, 3)).then(moderates(7, Chosen));
    let many = many.then(moderates(2, Answered));
    let list = on_phones(&many.later(3 * SECOND));
    let order = |lot| {
        let mut list = list.clone();
        assert_eq!(list.arrange(&list.order(lot)), 0);
        let texts = list.questions.into_iter().filter_map(|it| it.text);
        texts.map(|it| it.replace("Vraag ", "")).collect::<String>()
    };
    let orders: Vec<String> = (0..5).map(order).collect();
    assert_eq!(
        orders,
        ["64203571", "64235701", "64257031", "64270351", "64203571"]
    );
}

#[test]
fn what_an_order_does_not_name_stands_last() {
    let mut list = on_phones(&three());
    let order = [list.questions[2].id, list.questions[0].id];
    let last = list.questions[1].id;
    assert_eq!(list.arrange(&order), 1);
    let arranged: Vec<_> = list.questions.iter().map(|it| it.id).collect();
    assert_eq!(arranged, [order[0], order[1], last]);
}

#[test]
fn what_was_erased_is_in_no_view_and_not_in_the_journal() {
    let erased = three()
        .then(moderates(2, replies("Van de buurman niets.")))
        .then(joins_with(3, 2))
        .then(erases(2));
    assert_eq!(
        listed(&erased),
        ["a1 Hoe begin je? 0 Listed", "a3 Wie doet mee? 0 Listed"]
    );
    let own = &erased.room.own(BRAM)[&"qa".into()];
    assert_eq!((own.added.len(), own.added[0].text.clone()), (1, None));
    check(
        erased.clone(),
        asks(BRAM, "k", "Wat kost het?"),
        Refusal::Erased,
    );
    check(
        erased.clone(),
        moderates(2, Approved),
        Refusal::UnknownAnswer,
    );
    check(erased.clone(), erases(2), Repeated);
    let rewritten = redacted(&erased.journal);
    let text = format!("{rewritten:?}");
    assert!(!text.contains("Wat kost") && !text.contains("buurman") && text.contains("Hoe begin"));
    let (after, _) = fold(&rewritten);
    assert_eq!(after.qa_questions(), erased.room.qa_questions());
}

#[test]
fn who_is_removed_takes_questions_and_votes_along_and_brings_them_back() {
    let early = open().then(joins(BRAM)).later(SECOND);
    let story = early
        .then(asks(ANNA, "k", "Hoe begin je?"))
        .then(asks(BRAM, "k", "Wat kost het?"))
        .then(wants(BRAM, 1))
        .then(wants(ANNA, 2))
        .then(joins_with(1, 2));
    assert_eq!(listed(&story), ["a2 Wat kost het? 1 Listed"]);
    let (joined_from, joined_to) = (NOON, NOON + SECOND);
    let away = story.clone().then(Event::Removed {
        joined_from,
        joined_to,
    });
    assert_eq!(listed(&away), ["a1 Hoe begin je? 0 Listed"]);
    check(away.clone(), asks(BRAM, "l", "Nog een"), Refusal::Removed);
    check(away.clone(), moderates(2, Approved), Refusal::UnknownAnswer);
    let back = away.then(Event::Returned {
        joined_from,
        joined_to,
    });
    assert_eq!(back.room.qa_questions(), story.room.qa_questions());
}

fn form<const N: usize>(pairs: [(&str, &str); N]) -> Fields {
    let mut fields = Fields::default();
    fields.push("question", "qa");
    pairs
        .into_iter()
        .for_each(|(name, value)| fields.push(name, value));
    fields
}

#[test]
fn a_form_and_a_frame_are_read_alike_and_cleaned() {
    let story = three();
    let name = story.named(2);
    let long = "é".repeat(300);
    for (fields, came) in [
        (
            form([("key", "k2"), ("text", "  Hoe\u{7} dan? ")]),
            Ok("Hoe dan?"),
        ),
        (form([("key", "k2"), ("text", " \n ")]), Err(Refusal::Empty)),
        (form([("text", "Hoe dan?")]), Err(Refusal::BadKey)),
        (form([("key", "k2"), ("text", &long)]), Ok(long.as_str())),
        (
            form([("key", "k2"), ("text", &format!("{long}!"))]),
            Err(Refusal::TooLong { limit: 300 }),
        ),
        (form([("upvote", "zeven")]), Err(Refusal::UnknownAnswer)),
    ] {
        let read = story.room.event_of_form(ANNA, &fields);
        let text = read.map(|event| match event {
            Event::QaAsked { text, .. } => text.unwrap(),
            other => panic!("{other:?}"),
        });
        assert_eq!(text.as_deref().map_err(Clone::clone), came);
    }
    for (fields, up) in [
        (form([("upvote", &name.to_string())]), true),
        (form([("upvote", &name.to_string()), ("down", "1")]), false),
    ] {
        let event = wants(ANNA, 2).event(&story.room).unwrap();
        let Event::QaUpvoted { question, .. } = event else {
            panic!("{event:?}")
        };
        let expected = Event::QaUpvoted {
            participant: ANNA,
            question,
            up,
        };
        assert_eq!(
            story.room.event_of_form(ANNA, &fields),
            Ok(expected.clone())
        );
        let frame = ClientFrame::Upvote {
            question: "qa".into(),
            answer: name,
            on: up,
            seq: None,
        };
        assert_eq!(story.room.event_of(ANNA, &frame), Some(Ok(expected)));
    }
    let frame = ClientFrame::Add {
        question: "qa".into(),
        round: 1,
        key: "k2".into(),
        turn: 1,
        text: " Hoe dan? ".to_owned(),
        seq: None,
    };
    let fields = form([("key", "k2"), ("text", "Hoe dan?")]);
    assert_eq!(
        story.room.event_of(ANNA, &frame),
        Some(story.room.event_of_form(ANNA, &fields))
    );
}

#[test]
fn what_a_host_writes_is_cleaned_and_has_an_end() {
    let story = three();
    let request = |action, text: &str| QaRequest {
        action,
        into: None,
        to: Some(text.to_owned()),
        text: Some(text.to_owned()),
    };
    let came = |action, text: &str| {
        let event = story
            .room
            .moderating_qa(AnswerId(1), &request(action, text));
        event.map(|event| match event {
            Event::QaModerated { change, .. } => change,
            other => panic!("{other:?}"),
        })
    };
    assert_eq!(came(QaAction::Reply, " Morgen. "), Ok(replies("Morgen.")));
    assert_eq!(came(QaAction::Reply, " "), Ok(replies("")));
    assert_eq!(
        came(QaAction::Assign, " "),
        Ok(QaChange::Assigned { to: None })
    );
    for (action, limit) in [(QaAction::Reply, 500), (QaAction::Assign, 150)] {
        let refused = Err(Refusal::TooLong { limit });
        assert_eq!(came(action, &"a".repeat(limit + 1)), refused);
    }
}

/// A trial's questions are gone when the room begins, and so they are in its journal.
#[test]
fn nothing_of_a_trial_is_left() {
    let tried_out = super::trial::trial()
        .moved("order")
        .then(asks(ANNA, "k", "geheim van de proef"))
        .then(types_in("k", "geheim uit de chat"))
        .then(moderates(1, Chosen));
    let begun = tried_out.then(does(ControlAction::Begin));
    assert_eq!(listed(&begun), Vec::<String>::new());
    let rewritten = redacted(&begun.journal);
    assert!(!format!("{rewritten:?}").contains("geheim"));
    assert_eq!(fold(&rewritten).0.qa_questions(), []);
    let again = begun.moved("order");
    let asked = check(again, asks(ANNA, "k", "Hoe begin je?"), Accepted);
    assert_eq!(asked.receipt.answer, Some(AnswerId(3)));
}

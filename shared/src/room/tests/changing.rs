//! A new text for a room that runs: which slides it means, what happens to answers, and what is said
//! of it before.

mod generated;

use super::commands::*;
use super::story::{Story, room_with};
use super::*;
use crate::control::{Control, ControlAction};
use crate::deck::{Deck, grammar};
use crate::limits::{COUNTDOWN_SECONDS_MAX, DECK_CHANGES};
use crate::phase::Phase;
use crate::room::{Change, DeckPlan};

const DECK: &str = "---
title: Een middag
---

# Welkom

---
ask: choice
---

# Wat neem je mee?

- brood
- kaas

---
ask: words
---

# Waar denk je aan?

---
ask: scale
id: afterwards
---

# Hoe was het?

- Leuk
- Leerzaam

---
ask: spectrum
left: poes
right: hond
---

# Geloof je het?
";

fn read(text: &str) -> Deck {
    grammar::read(text).expect("the deck is right").deck
}

fn begun() -> Story {
    room_with(read(DECK))
        .moved("wat-neem-je-mee")
        .answered(ANNA, "wat-neem-je-mee", 1, [1])
        .answered(BRAM, "wat-neem-je-mee", 1, [2])
}

/// What a text would change in the room of a story.
fn plan(story: &Story, text: &str) -> DeckPlan {
    let new = story.room.known_slides().read(text);
    let new = new.expect("the deck is right");
    story.room.plan_deck(&new)
}

/// What is said of a new text, as lines.
fn said(story: &Story, text: &str) -> Vec<String> {
    let plan = plan(story, text);
    plan.changes.iter().map(line).collect()
}

fn line(change: &Change) -> String {
    match change {
        Change::Title { from, to } => format!("title: {from} -> {to}"),
        Change::Deck => "deck".to_owned(),
        Change::PaceStays => "pace stays".to_owned(),
        Change::Added {
            slide, place, kind, ..
        } => format!("{slide}: new {kind} at {place}"),
        Change::Removed { slide, answers, .. } => format!("{slide}: gone, {answers} answers"),
        Change::Moved {
            slide, from, to, ..
        } => format!("{slide}: {from} -> {to}"),
        Change::Skip { slide, skip, .. } => format!("{slide}: skip {skip}"),
        Change::Prompt {
            slide,
            from,
            to,
            answers,
        } => {
            format!("{slide}: {from} -> {to}, {answers} answers")
        }
        Change::Item {
            slide,
            prompt: _,
            number,
            from,
            to,
            answers,
        } => {
            format!("{slide} {number}: {from} -> {to}, {answers} answers")
        }
        Change::ItemAdded {
            slide,
            number,
            text,
            ..
        } => format!("{slide} {number}: new {text}"),
        Change::ItemRemoved {
            slide,
            number,
            text,
            ..
        } => format!("{slide} {number}: no {text}"),
        Change::NewRound {
            slide,
            round,
            answers,
            ..
        } => {
            format!("{slide}: round {round}, {answers} answers stay")
        }
        Change::Text { slide, .. } => format!("{slide}: text"),
        Change::Notes { slide, .. } => format!("{slide}: notes"),
        Change::Countdown {
            slide,
            seconds,
            later,
            ..
        } => format!("{slide}: {seconds:?} seconds, later: {later}"),
        Change::Settings { slide, .. } => format!("{slide}: settings"),
    }
}

/// The room after a new text.
#[track_caller]
fn changed(story: Story, text: &str) -> Story {
    let event = plan(&story, text).event();
    check(story, event, Accepted).story
}

#[test]
fn the_same_text_changes_nothing() {
    let story = begun();
    let plan = plan(&story, DECK);
    assert!(plan.is_empty(), "{:?}", plan.changes);
    check(story, plan.event(), Repeated);
}

#[test]
fn a_typo_in_a_prompt_is_mended_and_the_answers_stay() {
    let mended = DECK.replace("# Wat neem je mee?", "# Wat neem jij mee?");
    assert_eq!(
        said(&begun(), &mended),
        ["wat-neem-je-mee: Wat neem je mee? -> Wat neem jij mee?, 2 answers"]
    );
    let after = changed(begun(), &mended);
    assert_eq!(after.votes("wat-neem-je-mee"), [1, 1]);
    assert_eq!(after.state("wat-neem-je-mee").round(), 1);
    assert!(after.is_open("wat-neem-je-mee"));
    assert_eq!(after.phone().slide.unwrap().prompt, "Wat neem jij mee?");
    let kept = &after.state("wat-neem-je-mee").wordings()[0];
    assert_eq!(
        (kept.round, kept.prompt.as_str(), kept.targets.as_slice()),
        (
            1,
            "Wat neem je mee?",
            ["brood".to_owned(), "kaas".to_owned()].as_slice()
        )
    );
    // And taken back by a change back, by whatever name the text has for it.
    let back = changed(after, DECK);
    assert_eq!(back.phone().slide.unwrap().prompt, "Wat neem je mee?");
    assert_eq!(back.votes("wat-neem-je-mee"), [1, 1]);
}

#[test]
fn no_wording_is_kept_that_nobody_answered() {
    let text = DECK.replace("# Waar denk je aan?", "# Waaraan denk je?");
    let after = changed(begun(), &text);
    assert_eq!(after.state("waar-denk-je-aan").wordings(), []);
}

/// A heading is mended and another question put before it at once: the one with the same options is
/// the one that people answered.
#[test]
fn a_question_is_recognised_by_its_options_before_its_place() {
    let text = DECK
        .replace("# Wat neem je mee?", "# Wat nemen we mee?")
        .replace(
            "---\nask: choice\n",
            "---\nask: choice\n---\n\n# Tevreden?\n\n- ja\n- nee\n\n---\nask: choice\n",
        );
    assert_eq!(
        said(&begun(), &text),
        [
            "tevreden: new choice at 2",
            "wat-neem-je-mee: Wat neem je mee? -> Wat nemen we mee?, 2 answers"
        ]
    );
    // One with an id of its own is another question, whatever stood there.
    let other = DECK.replace(
        "ask: choice\n---\n\n# Wat neem je mee?\n\n- brood\n- kaas",
        "ask: choice\nid: another\n---\n\n# Tevreden?\n\n- ja\n- nee",
    );
    assert_eq!(
        said(&begun().moved("welkom"), &other),
        [
            "another: new choice at 2",
            "wat-neem-je-mee: gone, 2 answers"
        ]
    );
}

/// Its answers would be nowhere.
#[test]
fn a_question_is_never_taken_for_a_slide_that_asks_nothing() {
    let text = DECK.replace("ask: choice\n", "id: wat-neem-je-mee\n");
    let story = begun().moved("welkom");
    assert_eq!(
        said(&story, &text),
        [
            "wat-neem-je-mee-2: new content at 2",
            "wat-neem-je-mee: gone, 2 answers"
        ]
    );
    let after = changed(story, &text);
    let asked = after.room.asked_slides();
    assert!({ asked }.any(|(slide, state)| {
        slide.id.as_str() == "wat-neem-je-mee" && state.current().voters() == 2
    }));
}

#[test]
fn options_are_reworded_beside_their_counts_and_more_are_added_at_the_end() {
    let text = DECK.replace("- kaas\n", "- oude kaas\n- melk\n");
    assert_eq!(
        said(&begun(), &text),
        [
            "wat-neem-je-mee 2: kaas -> oude kaas, 1 answers",
            "wat-neem-je-mee 3: new melk"
        ]
    );
    let after = changed(begun(), &text).answered(CARLA, "wat-neem-je-mee", 1, [3]);
    assert_eq!(after.votes("wat-neem-je-mee"), [1, 1, 1]);
}

/// Each is something else that people were asked, so what they answered stays with what it was.
#[test]
fn anything_else_begins_a_round_and_says_so_before() {
    for (what, from, to) in [
        (
            "an option less",
            "- brood\n- kaas\n- melk",
            "- brood\n- kaas",
        ),
        (
            "another order",
            "- brood\n- kaas\n- melk",
            "- kaas\n- brood\n- melk",
        ),
        (
            "one more in the middle",
            "- kaas\n- melk",
            "- ei\n- kaas\n- melk",
        ),
        ("several", "ask: choice\n", "ask: choice\npick: 2\n"),
        ("a text of one's own", "- melk", "- melk {other}"),
        (
            "another kind",
            "ask: choice\n---\n\n# Wat neem je mee?\n\n- brood\n- kaas\n- melk",
            "ask: words\n---\n\n# Wat neem je mee?",
        ),
    ] {
        let before = DECK.replace("- kaas\n", "- kaas\n- melk\n");
        assert!(before.contains(from), "{what}");
        let story = room_with(read(&before)).moved("wat-neem-je-mee").answered(
            ANNA,
            "wat-neem-je-mee",
            1,
            [2],
        );
        let text = before.replace(from, to);
        assert_eq!(
            said(&story, &text),
            ["wat-neem-je-mee: round 2, 1 answers stay"],
            "{what}"
        );
        let after = changed(story, &text);
        let state = after.state("wat-neem-je-mee");
        assert_eq!((state.round(), state.current().voters()), (2, 0), "{what}");
        assert_eq!(state.nth(1).unwrap().voters(), 1, "{what}");
        assert!(after.is_open("wat-neem-je-mee"), "{what}");
    }
    let both = DECK
        .replace("# Wat neem je mee?", "# Wat nemen we mee?")
        .replace("- brood\n", "");
    let both = both.replace("- kaas\n", "- kaas\n- melk\n- ei\n");
    assert_eq!(
        said(&begun(), &both),
        [
            "wat-neem-je-mee: Wat neem je mee? -> Wat nemen we mee?, 0 answers",
            "wat-neem-je-mee: round 2, 2 answers stay"
        ]
    );
    // Nobody has seen it: there is no round to keep.
    let text = DECK.replace("ask: words\n", "ask: words\nentries: 2\n");
    assert_eq!(said(&begun(), &text), ["waar-denk-je-aan: settings"]);
    assert_eq!(changed(begun(), &text).state("waar-denk-je-aan").round(), 1);
    // Nor where the same options stand in another order.
    let text = DECK.replace("- brood\n- kaas\n", "- kaas\n- brood\n");
    let unseen = room_with(read(DECK));
    assert_eq!(said(&unseen, &text), ["wat-neem-je-mee: settings"]);
    let after = changed(unseen, &text);
    assert_eq!(
        after.current("wat-neem-je-mee").ask.target_texts(),
        ["kaas", "brood"]
    );
}

#[test]
fn what_can_no_longer_be_chosen_of_a_question_that_nobody_has_seen_is_said() {
    let unseen = || room_with(read(DECK));
    let text = DECK.replace("- brood\n", "");
    let text = text.replace("- kaas\n", "- kaas\n- melk\n");
    let went = ["wat-neem-je-mee 1: no brood", "wat-neem-je-mee 2: new melk"];
    assert_eq!(said(&unseen(), &text), went);
    let after = changed(unseen(), &text);
    assert_eq!(
        after.current("wat-neem-je-mee").ask.target_texts(),
        ["kaas", "melk"]
    );
}

#[test]
fn how_a_question_is_drawn_changes_at_once() {
    let text = DECK.replace(
        "ask: choice\n",
        "ask: choice\nlayout: donut\nshuffle: yes\n",
    );
    assert_eq!(said(&begun(), &text), ["wat-neem-je-mee: settings"]);
    assert_eq!(changed(begun(), &text).votes("wat-neem-je-mee"), [1, 1]);
    let both = text.replace("- kaas", "- oude kaas");
    assert_eq!(
        said(&begun(), &both),
        [
            "wat-neem-je-mee 2: kaas -> oude kaas, 1 answers",
            "wat-neem-je-mee: settings"
        ]
    );
}

#[test]
fn slides_are_added_moved_skipped_and_taken_out_around_the_one_on_the_stage() {
    let text = DECK
        .replace(
            "# Welkom\n",
            "# Welkom\n\n---\nask: open\n---\n\n# Nog iets?\n",
        )
        .replace("ask: words\n", "ask: words\nskip: yes\n");
    assert_eq!(
        said(&begun(), &text),
        ["nog-iets: new open at 2", "waar-denk-je-aan: skip true"]
    );
    let after = changed(begun(), &text);
    assert_eq!(after.position(), Some("wat-neem-je-mee"));
    let next = check(after.clone(), does(ControlAction::Next), Accepted);
    assert_eq!(next.position(), Some("afterwards"), "the words are passed");
    let back = check(next.story, does(ControlAction::Previous), Accepted);
    assert_eq!(back.position(), Some("wat-neem-je-mee"));
    assert_eq!(
        after.moved("waar-denk-je-aan").position(),
        Some("waar-denk-je-aan"),
        "it is reached by its name"
    );
}

#[test]
fn a_slide_that_is_taken_out_keeps_its_answers_and_comes_back_with_them() {
    let story = begun().moved("waar-denk-je-aan");
    let (before, rest) = DECK.split_once("---\nask: choice").unwrap();
    let (_, rest) = rest.split_once("- kaas\n\n").unwrap();
    let text = format!("{before}{rest}");
    assert_eq!(said(&story, &text), ["wat-neem-je-mee: gone, 2 answers"]);
    let without = changed(story, &text);
    let asked = without.room.asked_slides();
    let asked: Vec<&str> = asked.map(|(slide, _)| slide.id.as_str()).collect();
    assert_eq!(
        asked,
        [
            "waar-denk-je-aan",
            "afterwards",
            "geloof-je-het",
            "wat-neem-je-mee"
        ]
    );
    assert_eq!(said(&without, DECK), ["wat-neem-je-mee: new choice at 2"]);
    let back = changed(without, DECK);
    assert_eq!(back.votes("wat-neem-je-mee"), [1, 1]);
    assert_eq!(back.room.asked_slides().count(), 4, "each once");
}

#[test]
fn the_slide_on_the_stage_is_not_taken_out() {
    let (before, _) = DECK.split_once("---\nask: choice").unwrap();
    let event = plan(&begun(), before).event();
    check(begun(), event, Refusal::OnStage);
}

#[test]
fn a_change_of_an_older_version_is_not_made() {
    let one = plan(&begun(), &DECK.replace("brood", "bruin brood"));
    let other = plan(&begun(), &DECK.replace("kaas", "oude kaas"));
    let after = check(begun(), one.event(), Accepted);
    check(after.story, other.event(), Refusal::Changed);
}

/// Ids that are written win over what headings make; headings over the order.
#[test]
fn slides_are_recognised_by_id_then_by_heading_then_by_order() {
    let before = "ask: choice
id: cheese
---

# Kaas of brood?

- ja
- nee

---
ask: choice
id: second
---

# Melk

- ja
- nee
";
    let text = "ask: choice
---

# Melk

- ja
- nee

---
ask: choice
id: cheese
---

# Brood of kaas?

- ja
- nee
";
    let story = room_with(read(before));
    assert_eq!(
        said(&story, text),
        [
            "title: Kaas of brood? -> Melk",
            "cheese: 1 -> 2",
            "cheese: Kaas of brood? -> Brood of kaas?, 0 answers"
        ]
    );
    // Both headings are others: by their order, and what compares goes on comparing.
    let text = DECK
        .replace("# Wat neem je mee?", "# Wat nemen we mee?")
        .replace("# Geloof je het?", "# Geloven we het?");
    let said = said(&begun(), &text);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said.iter().all(|line| line.contains(" -> ")), "{said:?}");
}

#[test]
fn what_slides_say_of_each_other_goes_on_meaning_the_same() {
    let first = "ask: spectrum
left: poes
right: hond
---

# Vooraf

---
ask: spectrum
left: poes
right: hond
compare: vooraf
---

# Achteraf
";
    let text = first
        .replace("# Vooraf", "# Vooraf gevraagd")
        .replace("compare: vooraf", "compare: vooraf-gevraagd");
    // By the id that the room goes on calling it by, too.
    let by_old = first.replace("# Vooraf", "# Vooraf gevraagd");
    assert_eq!(
        plan(&room_with(read(first)), &by_old),
        plan(&room_with(read(first)), &text)
    );
    let after = changed(room_with(read(first)), &text);
    let (_, later) = after.room.deck.find(&"achteraf".into()).unwrap();
    assert_eq!(
        later.question().unwrap().compare,
        Some("vooraf".into()),
        "the room goes on calling it so"
    );
    assert!(plan(&after, &text).is_empty());
}

#[test]
fn a_new_slide_never_takes_the_place_of_one_that_is_known_by_its_name() {
    let mended = DECK.replace("# Wat neem je mee?", "# Wat neem jij mee?");
    let text = format!("{mended}\n---\nask: open\n---\n\n# Wat neem je mee?\n");
    let after = changed(changed(begun(), &mended), &text);
    assert_eq!(after.votes("wat-neem-je-mee"), [1, 1]);
    let ids: Vec<&str> = after
        .room
        .deck
        .slides
        .iter()
        .map(|slide| slide.id.as_str())
        .collect();
    assert_eq!(ids.last(), Some(&"wat-neem-je-mee-2"));
}

#[test]
fn a_room_takes_five_hundred_changes() {
    let texts = [DECK.to_owned(), DECK.replace("brood", "bruin brood")];
    let mut story = begun();
    for number in 0..DECK_CHANGES as usize {
        story = changed(story, &texts[(number + 1) % 2]);
    }
    let event = plan(&story, &texts[1]).event();
    check(story.clone(), event, Refusal::Full);
    assert_eq!(story.votes("wat-neem-je-mee"), [1, 1]);
}

#[test]
fn a_control_from_before_the_change_can_not_be_taken_back() {
    let after = changed(begun(), &DECK.replace("brood", "bruin brood"));
    assert_eq!(after.room.undoable(), None);
    check(after, does(ControlAction::Undo), Refusal::NothingToUndo);
}

#[test]
fn a_room_that_has_ended_can_still_be_mended() {
    let after = changed(begun().ended(), &DECK.replace("brood", "bruin brood"));
    assert_eq!(after.room.phase, Phase::Ended);
    let (before, _) = DECK.split_once("---\nask: choice").unwrap();
    let shorter = changed(begun().ended(), before);
    assert_eq!(
        shorter.room.asked_slides().count(),
        1,
        "nothing is on the stage"
    );
    assert_eq!(after.votes("wat-neem-je-mee"), [1, 1]);
}

#[test]
fn a_countdown_is_given_more_time_up_to_an_hour_and_that_is_taken_back() {
    let extend = |seconds| {
        Command::Control(Control {
            seconds: Some(seconds),
            ..Control::now(ControlAction::Extend)
        })
    };
    let text = DECK.replace("ask: choice\n", "ask: choice\ncountdown: 30\n");
    let given = || room_with(read(&text)).moved("wat-neem-je-mee");
    check(given(), extend(0), Refusal::OutOfRange);
    let longer = check(given(), extend(60), Accepted).story;
    assert!(longer.clone().later(90_000).is_open("wat-neem-je-mee"));
    assert!(!longer.later(92_000).is_open("wat-neem-je-mee"));
    let longest = check(given(), extend(COUNTDOWN_SECONDS_MAX), Accepted).story;
    assert!(longest.clone().later(3_600_000).is_open("wat-neem-je-mee"));
    assert!(!longest.clone().later(3_602_000).is_open("wat-neem-je-mee"));
    check(longest.clone(), extend(30), Repeated);
    let back = longest.then(does(ControlAction::Undo));
    assert!(back.clone().later(29_000).is_open("wat-neem-je-mee"));
    check(back.later(32_000), extend(30), Refusal::Closed);
    check(
        given().moved("waar-denk-je-aan"),
        extend(30),
        Refusal::NoCountdown,
    );
}

#[test]
fn another_countdown_is_said_and_changes_none_that_runs() {
    let text =
        |countdown: &str| DECK.replace("ask: choice\n", &format!("ask: choice\n{countdown}"));
    let (thirty, sixty) = (text("countdown: 30\n"), text("countdown: 60\n"));
    let at = |text: &str| room_with(read(text));
    let question = "wat-neem-je-mee";
    for (given, now, expected) in [
        (at(&thirty), &sixty, "Some(60) seconds, later: false"),
        (
            at(&thirty).moved(question),
            &sixty,
            "Some(60) seconds, later: true",
        ),
        (
            at(&thirty).moved(question).later(40_000),
            &sixty,
            "Some(60) seconds, later: true",
        ),
        (
            at(DECK).moved(question),
            &thirty,
            "Some(30) seconds, later: true",
        ),
        (
            at(&thirty).moved(question),
            &DECK.to_owned(),
            "None seconds, later: true",
        ),
    ] {
        assert_eq!(said(&given, now), [format!("{question}: {expected}")]);
    }
    let running = changed(at(&thirty).moved(question), &sixty);
    assert!(running.clone().later(30_000).is_open(question));
    assert!(!running.clone().later(31_000).is_open(question));
    let again = running.later(31_000).then(does(ControlAction::Open));
    assert!(again.clone().later(60_000).is_open(question));
    assert!(!again.later(61_000).is_open(question));
}

//! Words and answers that are hidden, merged and restored, before and after they show.

use super::commands::*;
use super::story::room;
use super::*;
use crate::control::{Control, ControlAction};
use crate::host::HostRole;
use crate::limits::HIDDEN_AHEAD;
use crate::protocol::view::Moderable;
use crate::question::Results;

fn words() -> Story {
    let given = room()
        .moved("values")
        .said(ANNA, "values", 1, ["Poes", "hoop"]);
    given
        .said(BRAM, "values", 1, ["kat", "poes"])
        .said(CARLA, "values", 1, ["KAT"])
}

fn steps() -> Story {
    let given = room()
        .moved("step")
        .added(ANNA, "step", "k1", "Bellen")
        .added(BRAM, "step", "k1", "Opbellen");
    given.added(CARLA, "step", "k1", "Schrijven")
}

fn moderable(story: &Story) -> Vec<Moderable> {
    story
        .host_question(HostRole::Remote)
        .moderable
        .expect("there are texts")
}

#[test]
fn a_hidden_word_is_gone_for_everybody_but_its_senders() {
    let after = check(words(), hides("KAT!"), Accepted);
    assert_eq!(
        (after.words("values"), after.voters("values")),
        (vec!["Poes 2".to_owned(), "hoop 1".to_owned()], 3)
    );
    assert_eq!(
        after.own(CARLA, "values").unwrap().fields,
        words().own(CARLA, "values").unwrap().fields
    );
    check(words().then(hides("kat")), hides("kat"), Repeated);
    check(
        room()
            .moved("knowledge")
            .answered(ANNA, "knowledge", 1, [1]),
        hides("niets"),
        Refusal::UnknownAnswer,
    );
    check(room().moved("guess"), hides("poes"), Refusal::WrongKind);
    check(
        room().moved("welcome"),
        hides("poes"),
        Refusal::UnknownQuestion,
    );
    check(room(), hides("poes"), Refusal::NotAQuestion);
}

#[test]
fn who_gives_a_hidden_word_later_gives_a_hidden_word() {
    let given = words().then(hides("kat"));
    let after = check(given, says(ANNA, "values", 2, ["Kat", "moed"]), Accepted);
    assert_eq!(after.words("values"), ["poes 1", "moed 1"]);
    let changed =
        words()
            .then(says(CARLA, "values", 2, ["moed"]))
            .then(says(BRAM, "values", 2, ["poes"]));
    assert_eq!(changed.words("values"), ["Poes 2", "hoop 1", "moed 1"]);
}

#[test]
fn a_word_is_hidden_before_anybody_gives_it() {
    check(room().moved("values"), hides(" Kat! "), Accepted);
    let ahead = room().moved("values").then(hides(" Kat! "));
    check(ahead.clone(), hides("KAT"), Repeated);
    let rows = |story: &Story| {
        moderable(story)
            .iter()
            .map(|it| (it.name.clone(), it.count, it.hidden))
            .collect::<Vec<_>>()
    };
    assert_eq!(rows(&ahead), [("kat".to_owned(), 0, true)]);
    assert_eq!(ahead.host_question(HostRole::Stage).moderable, None);
    let given = ahead.clone().then(says(ANNA, "values", 1, ["Kat", "hoop"]));
    assert_eq!(given.words("values"), ["hoop 1"]);
    assert_eq!(
        rows(&given),
        [("hoop".to_owned(), 1, false), ("kat".to_owned(), 1, true)]
    );
    assert_eq!(
        check(given, restores("kat"), Accepted).words("values"),
        ["Kat 1", "hoop 1"]
    );
    check(ahead.clone(), restores("kat"), Accepted);
    assert_eq!(rows(&ahead.then(restores("kat"))), []);
}

#[test]
fn only_what_somebody_may_give_is_hidden_ahead_and_not_without_end() {
    let asked = || room().moved("values");
    check(asked(), hides(" \u{200b} "), Refusal::Empty);
    check(
        asked(),
        hides(&"x".repeat(26)),
        Refusal::TooLong { limit: 25 },
    );
    check(asked(), merges("olifant", "muis"), Refusal::UnknownAnswer);
    check(asked(), restores("olifant"), Refusal::UnknownAnswer);
    let many = (0..HIDDEN_AHEAD).fold(asked(), |story, number| {
        story.then(hides(&format!("woord {number}")))
    });
    check(many.clone(), hides("nog een"), Refusal::Full);
    check(many.clone(), hides("woord 7"), Repeated);
    assert_eq!(moderable(&many).len(), HIDDEN_AHEAD);
    check(many.then(restores("woord 7")), hides("nog een"), Accepted);
}

#[test]
fn what_an_erased_answer_gave_is_not_told_of_as_hidden_ahead() {
    let story = words().then(hides("hoop")).erased(1);
    assert!(
        moderable(&story).iter().all(|it| it.text != "hoop"),
        "{:?}",
        moderable(&story)
    );
    let (room, _) = generated::fold(&generated::redacted(&story.journal));
    let after = Story { room, ..story };
    assert!(
        moderable(&after).iter().all(|it| !it.hidden),
        "{:?}",
        moderable(&after)
    );
}

#[test]
fn what_was_hidden_or_merged_comes_back() {
    let before = words().words("values");
    let after = check(words().then(hides("kat")), restores("kat"), Accepted);
    assert_eq!(after.words("values"), before);
    let merged = words().then(merges("kat", "poes"));
    assert_eq!(merged.words("values"), ["Poes 3", "hoop 1"]);
    assert_eq!(
        check(merged, restores("kat"), Accepted).words("values"),
        before
    );
    check(words(), restores("kat"), Repeated);
}

#[test]
fn merging_changes_neither_how_many_took_part_nor_how_much_was_given() {
    let figures = |story: &Story| {
        let Some(Results::Words(words)) = story.host_question(HostRole::Stage).results else {
            panic!("words")
        };
        let (Some(Results::Words(all)), Some(Results::Words(phones))) = (
            story.current("values").results(),
            story.clone().closed("values").phone_question().results,
        ) else {
            panic!("words")
        };
        assert_eq!(
            (words.given, words.voters),
            (all.given, all.voters),
            "stage and results"
        );
        assert_eq!(
            (words.given, words.voters),
            (phones.given, phones.voters),
            "stage and phones"
        );
        (words.voters, words.given, words.distinct)
    };
    for (story, expected) in [
        (words(), (3, 5, 3)),
        (words().then(merges("kat", "poes")), (3, 5, 2)),
        (
            words()
                .then(merges("kat", "poes"))
                .then(merges("poes", "hoop")),
            (3, 5, 1),
        ),
        (
            words().then(merges("kat", "poes")).then(restores("kat")),
            (3, 5, 3),
        ),
        (
            words()
                .then(merges("kat", "poes"))
                .then(says(BRAM, "values", 2, ["kat"])),
            (3, 4, 2),
        ),
        (words().then(hides("hoop")), (3, 4, 2)),
        (
            words().then(merges("kat", "poes")).then(hides("poes")),
            (3, 1, 1),
        ),
        (words().then(merges("kat", "poes")).erased(1), (2, 3, 1)),
    ] {
        assert_eq!(figures(&story), expected, "{:?}", story.words("values"));
    }
}

#[test]
fn a_word_counts_as_another_one_and_never_as_itself() {
    let given = || words().then(merges("kat", "poes"));
    check(given(), merges("kat", "Poes"), Repeated);
    check(given(), merges("poes", "kat"), Refusal::Itself);
    check(given(), merges("poes", "poes"), Refusal::Itself);
    check(given(), merges("poes", "olifant"), Refusal::UnknownAnswer);
    assert_eq!(
        check(given(), merges("poes", "hoop"), Accepted).words("values"),
        ["hoop 3"]
    );
    assert_eq!(
        check(given(), hides("kat"), Accepted).words("values"),
        ["hoop 1"],
        "hides what it counts as"
    );
    assert_eq!(
        check(given(), says(BRAM, "values", 2, ["moed"]), Accepted).words("values"),
        ["Poes 2", "hoop 1", "moed 1"]
    );
}

#[test]
fn what_was_hidden_or_merged_stays_so_in_the_next_round() {
    let again = words()
        .then(hides("kat"))
        .then(merges("hoop", "poes"))
        .reset("values");
    let again = again.then(says(ANNA, "values", 1, ["Kat", "hoop", "poes"]).round(2));
    assert_eq!(again.words("values"), ["poes 1"]);
    assert_eq!(
        again.then(restores("kat")).words("values"),
        ["Kat 1", "poes 1"]
    );
}

#[test]
fn the_text_behind_another_option_is_hidden_and_its_vote_counts() {
    let other = |text: &str| {
        Some(crate::question::word::Word {
            key: crate::text::word_key(text, crate::rules::Rules::LATEST),
            text: text.to_owned(),
        })
    };
    let picks_other = |who, text| {
        answers(
            who,
            "knowledge",
            1,
            crate::question::Answer::Choice {
                options: vec![3],
                other: other(text),
            },
        )
    };
    let deck = decks::deck([decks::choice("knowledge", ["ja", "nee", "anders"]).other(2)]);
    let given = story::room_with(deck)
        .moved("knowledge")
        .then(picks_other(ANNA, "paars"))
        .then(picks_other(BRAM, "geel"));
    let after = check(given, hides("paars"), Accepted);
    let Some(crate::question::Results::Choice(results)) = after.state("knowledge").results() else {
        panic!("a choice")
    };
    assert_eq!(
        (results.options[2].votes, results.others.unwrap().len()),
        (2, 1)
    );
}

#[test]
fn a_hidden_answer_is_gone_for_everybody_but_its_sender() {
    let after = check(steps(), hides_answer(2), Accepted);
    assert_eq!(
        (after.texts("step"), after.voters("step")),
        (
            vec!["a1 Bellen 0".to_owned(), "a3 Schrijven 0".to_owned()],
            3
        )
    );
    assert_eq!(
        after.own(BRAM, "step").unwrap().added[0].text.as_deref(),
        Some("Opbellen")
    );
    assert!(
        after
            .phone_question()
            .votable
            .unwrap()
            .iter()
            .all(|votable| votable.id != after.named(2))
    );
    check(
        steps().then(hides_answer(2)),
        upvotes(ANNA, "step", 2),
        Refusal::UnknownAnswer,
    );
    check(steps(), hides_answer(9), Refusal::UnknownAnswer);
    check(
        room()
            .moved("knowledge")
            .answered(ANNA, "knowledge", 1, [1]),
        hides_answer(1),
        Refusal::UnknownAnswer,
    );
    let edited = check(
        steps().then(hides_answer(2)),
        adds(BRAM, "step", "k1", 2, "Opbellen!"),
        Accepted,
    );
    assert_eq!(
        edited.texts("step").len(),
        2,
        "stays hidden when it is edited"
    );
    assert_eq!(
        check(steps().then(hides_answer(2)), restores_answer(2), Accepted).texts("step"),
        steps().texts("step")
    );
}

#[test]
fn nobody_votes_for_what_counts_as_their_own() {
    let merged = || steps().then(merges_answer(2, "a1"));
    for (person, answer) in [(ANNA, 1), (ANNA, 2), (BRAM, 1), (BRAM, 2)] {
        check(
            merged(),
            upvotes(person, "step", answer),
            Refusal::OwnAnswer,
        );
    }
    check(merged(), upvotes(CARLA, "step", 1), Accepted);
    check(merged(), upvotes(BRAM, "step", 3), Accepted);
    check(
        merged().then(restores_answer(2)),
        upvotes(BRAM, "step", 1),
        Accepted,
    );
}

#[test]
fn a_vote_for_a_hidden_answer_is_free_again() {
    let given = steps()
        .upvoted(ANNA, "step", 2)
        .upvoted(ANNA, "step", 3)
        .added(BRAM, "step", "k2", "Mailen");
    check(
        given.clone(),
        upvotes(ANNA, "step", 4),
        Refusal::NoVotesLeft { limit: 2 },
    );
    check(
        given.then(hides_answer(2)),
        upvotes(ANNA, "step", 4),
        Accepted,
    );
}

#[test]
fn who_voted_for_two_answers_that_are_merged_has_voted_once() {
    let given = steps()
        .upvoted(CARLA, "step", 1)
        .upvoted(CARLA, "step", 2)
        .upvoted(ANNA, "step", 2);
    let merged = check(given.clone(), merges_answer(2, "a1"), Accepted);
    assert_eq!(merged.texts("step"), ["a1 Bellen 2", "a3 Schrijven 0"]);
    assert_eq!(
        merged.own(CARLA, "step").unwrap().upvotes,
        [merged.named(1)]
    );
    let given_merged = || given.clone().then(merges_answer(2, "a1"));
    check(given_merged(), upvotes(CARLA, "step", 2), Repeated);
    let taken = check(given_merged(), takes_back(CARLA, "step", 1), Accepted);
    assert_eq!(
        (
            taken.texts("step"),
            taken
                .own(CARLA, "step")
                .is_some_and(|own| own.upvotes.is_empty())
        ),
        (
            vec!["a1 Bellen 1".to_owned(), "a3 Schrijven 0".to_owned()],
            true
        )
    );
    assert_eq!(
        check(given_merged(), restores_answer(2), Accepted).texts("step"),
        given.texts("step")
    );
    assert_eq!(
        check(given_merged(), hides_answer(2), Accepted).texts("step"),
        ["a3 Schrijven 0"]
    );
    check(given_merged(), merges_answer(1, "a2"), Refusal::Itself);
    check(
        given_merged(),
        merges_answer(3, "a9"),
        Refusal::UnknownAnswer,
    );
    check(given_merged(), merges_answer(2, "a1"), Repeated);
}

#[test]
fn what_counted_as_an_erased_answer_is_itself_again() {
    let given = steps()
        .upvoted(CARLA, "step", 2)
        .then(merges_answer(2, "a1"))
        .then(merges_answer(3, "a1"));
    assert_eq!(
        check(given, erases(1), Accepted).texts("step"),
        ["a2 Opbellen 1", "a3 Schrijven 0"]
    );
}

#[test]
fn hosts_behind_the_stage_see_what_is_hidden_and_nobody_else_does() {
    let story = words().then(hides("hoop")).then(merges("kat", "poes"));
    let rows: Vec<String> = moderable(&story)
        .iter()
        .map(|it| format!("{} {} {} {}", it.text, it.count, it.hidden, it.merged.len()))
        .collect();
    assert_eq!(rows, ["hoop 1 true 0", "Poes 3 false 1"]);
    assert_eq!(story.host_question(HostRole::Stage).moderable, None);
    assert!(
        !serde_json::to_string(&story.room.host_view(
            HostRole::Stage,
            story.at,
            Default::default()
        ))
        .unwrap()
        .contains("hoop")
    );
    let story = steps().then(hides_answer(1)).then(merges_answer(3, "a2"));
    let rows: Vec<_> = moderable(&story)
        .iter()
        .map(|it| (it.name.clone(), it.hidden, it.merged.len()))
        .collect();
    assert_eq!(
        rows,
        [("a2".to_owned(), false, 1), ("a1".to_owned(), true, 0)]
    );
    let phone = serde_json::to_string(&story.shown_on_phones("step").phone()).unwrap();
    assert!(!phone.contains("Bellen") && phone.contains("Opbellen"));
    assert_eq!(
        room()
            .moved("guess")
            .host_question(HostRole::Remote)
            .moderable,
        None
    );
}

#[test]
fn one_can_moderate_when_the_room_has_ended() {
    check(steps().ended(), hides_answer(2), Accepted);
}

#[test]
fn a_word_that_only_erased_answers_gave_leaves_no_trace() {
    let story = words()
        .then(merges("hoop", "poes"))
        .then(hides("poes"))
        .erased(1);
    let text = serde_json::to_string(
        &generated::redacted(&story.journal)
            .iter()
            .map(|it| &it.2)
            .collect::<Vec<_>>(),
    )
    .unwrap();
    assert!(!text.contains("hoop") && text.contains("poes"), "{text}");
    let (room, _) = generated::fold(&generated::redacted(&story.journal));
    let after = Story {
        room,
        ..story.clone()
    };
    assert_eq!(
        (after.words("values"), story.words("values")),
        (vec!["kat 2".to_owned()], vec!["kat 2".to_owned()])
    );
}

fn shows_round(question: &str, round: u32) -> Command {
    Command::Control(Control {
        slide: Some(question.into()),
        round: Some(round),
        ..Control::now(ControlAction::Show)
    })
}

/// What is sent as moderable is what stands on the stage, and what is done to it is done there.
#[test]
fn while_an_earlier_round_is_shown_its_words_are_moderated() {
    let names = |story: &Story| {
        moderable(story)
            .into_iter()
            .map(|it| it.name)
            .collect::<Vec<_>>()
    };
    let shown = |story: &Story| match story.host_question(HostRole::Stage).results {
        Some(Results::Words(words)) => words
            .entries
            .into_iter()
            .map(|it| format!("{} {}", it.text, it.count))
            .collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    let asked = words()
        .reset("values")
        .then(says(CARLA, "values", 1, ["geheel anders"]).round(2));
    assert_eq!(names(&asked), ["geheel anders"]);
    let earlier = asked.clone().then(shows_round("values", 1));
    assert_eq!(names(&earlier), names(&words()));
    let first = shown(&words());
    assert_eq!(shown(&earlier), first);
    for (command, then) in [
        (hides("hoop"), hides("hoop")),
        (hides("KAT"), hides("kat")),
        (merges("kat", "poes"), merges("kat", "poes")),
        (merges("hoop", "kat"), merges("hoop", "kat")),
    ] {
        assert_eq!(
            shown(&check(earlier.clone(), command, Accepted)),
            shown(&words().then(then))
        );
    }
    let merged = earlier.clone().then(merges("kat", "poes"));
    assert_eq!(shown(&merged.then(restores("kat"))), first);
    // What only the round under way has can be named too.
    let hidden = check(earlier.clone(), hides("geheel anders"), Accepted)
        .clone()
        .then(shows_round("values", 2));
    assert_eq!(shown(&hidden), Vec::<String>::new());
    let open = steps()
        .reset("step")
        .then(adds(CARLA, "step", "k9", 1, "Later").round(2));
    assert_eq!(names(&open).len(), 1);
    assert_eq!(names(&open.then(shows_round("step", 1))), names(&steps()));
}

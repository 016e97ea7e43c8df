//! Texts that wait for a moderator before anybody sees them.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::commands::*;
use super::decks::{deck, open, words};
use super::generated::{JournalRecords, fold, journal, redacted};
use super::story::{batch, room, room_under, room_with};
use super::*;
use crate::deck::{Deck, Part, Slide};
use crate::event::Event;
use crate::host::HostRole;
use crate::ids::SlideId;
use crate::question::word::Word;
use crate::question::{Answer, QuestionSpec, Results};
use crate::room::RoundState;
use crate::rules::Rules;

fn held() -> Story {
    room()
        .moved("values")
        .said(ANNA, "values", 1, ["hoop"])
        .then(holds(true))
        .said(BRAM, "values", 1, ["Kat", "hoop"])
        .said(CARLA, "values", 1, ["kat"])
}

fn held_steps() -> Story {
    room()
        .moved("step")
        .added(ANNA, "step", "k1", "Bellen")
        .then(holds(true))
        .added(BRAM, "step", "k1", "Opbellen")
        .added(CARLA, "step", "k1", "Schrijven")
}

/// What waits, as moderators see it.
fn waits(story: &Story) -> Vec<String> {
    let items = story.host_question(HostRole::Moderator).moderable;
    let waiting = items
        .into_iter()
        .flatten()
        .filter(|it| it.waits && !it.hidden);
    waiting.map(|it| it.text).collect()
}

fn count(story: &Story, question: &str) -> u64 {
    let counts = story.room.held_counts();
    let of = counts.iter().find(|held| held.question == question.into());
    of.map_or(0, |held| held.count)
}

#[test]
fn a_held_word_shows_once_it_is_approved_and_counts_everybody_who_gave_it() {
    let before = held();
    assert_eq!(before.words("values"), ["hoop 2"], "Anna's was not held");
    assert_eq!(
        (before.voters("values"), waits(&before)),
        (3, vec!["Kat".to_owned()])
    );
    assert_eq!(count(&before, "values"), 1);
    let after = check(before, approves("KAT"), Accepted);
    assert_eq!(after.words("values"), ["hoop 2", "Kat 2"]);
    assert_eq!((waits(&after).len(), count(&after, "values")), (0, 0));
    check(held().then(approves("kat")), approves("kat"), Repeated);
    let later = held().then(approves("kat"));
    let later = later.then(says(ANNA, "values", 2, ["kat", "moed"]));
    assert_eq!(
        later.words("values"),
        ["kat 3"],
        "moed waits, and hoop is left to a held one"
    );
    check(held(), approves("olifant"), Refusal::UnknownAnswer);
}

#[test]
fn a_word_that_an_approved_one_counts_as_is_shown_also_where_nobody_gives_that_one() {
    let merged = Event::WordMerged {
        question: "values".into(),
        round: 1,
        word: "poes".to_owned(),
        into: Some("kat".to_owned()),
    };
    let approved = Event::WordApproved {
        question: "values".into(),
        round: 1,
        word: "poes".to_owned(),
    };
    let shown = check(held().then(merged), approved, Accepted);
    assert_eq!(shown.words("values"), ["hoop 2", "Kat 2"]);
}

#[test]
fn a_word_that_somebody_gave_before_the_hold_waits_once_only_held_ones_are_left() {
    let story = held().then(says(ANNA, "values", 2, ["moed"]));
    assert_eq!(story.words("values"), Vec::<String>::new());
    assert_eq!(count(&story, "values"), 3);
}

#[test]
fn turning_the_hold_off_shows_nothing_that_waits() {
    let off = held().then(holds(false));
    assert_eq!(off.words("values"), ["hoop 2"]);
    let off = off.then(says(CARLA, "values", 2, ["kat", "moed"]));
    assert_eq!(off.words("values"), ["hoop 2", "moed 1"], "kat was held");
    let off = off.then(says(ANNA, "values", 2, ["kat"]));
    assert_eq!(off.words("values"), ["kat 3", "moed 1"]);
    check(held(), holds(true), Repeated);
    check(off, holds(false), Repeated);
}

#[test]
fn only_questions_where_people_type_texts_hold() {
    check(room().moved("guess"), holds(true), Refusal::WrongKind);
    check(room().moved("knowledge"), holds(true), Refusal::WrongKind);
    check(
        room().moved("welcome"),
        holds(true),
        Refusal::UnknownQuestion,
    );
    check(room(), holds(true), Refusal::NotAQuestion);
    for asked in ["values", "step", "choices"] {
        check(room().moved(asked), holds(true), Accepted);
    }
    let crossed = crate::room::ModerationRequest {
        action: crate::room::ModerationAction::Hide,
        question: None,
        about: crate::room::ModerationTarget::On(true),
        into: None,
    };
    assert!(!crossed.is_sound());
    check(
        room().moved("values"),
        Command::Moderation(crossed),
        Refusal::WrongKind,
    );
}

#[test]
fn the_text_behind_another_option_waits_and_its_vote_counts() {
    let other = |who, text: &str| {
        let other = Some(Word {
            key: text.to_owned(),
            text: text.to_owned(),
        });
        let options = vec![3];
        answers(who, "choices", 1, Answer::Choice { options, other })
    };
    let story = room().moved("choices").then(holds(true));
    let story = story.then(other(ANNA, "haver"));
    let others = |story: &Story| match story.state("choices").results() {
        Some(Results::Choice(results)) => (results.options[2].votes, results.others),
        other => panic!("not a choice: {other:?}"),
    };
    let (votes, texts) = others(&story);
    assert_eq!((votes, texts.unwrap_or_default().len()), (1, 0));
    let (votes, texts) = others(&story.then(approves("haver")));
    assert_eq!((votes, texts.unwrap_or_default().len()), (1, 1));
}

#[test]
fn what_is_refused_is_hidden_and_is_put_back_before_it_is_approved() {
    let refused = held().then(hides("kat"));
    assert_eq!(
        (refused.words("values"), count(&refused, "values")),
        (vec!["hoop 2".to_owned()], 0)
    );
    check(refused.clone(), approves("kat"), Refusal::Hidden);
    let back = check(refused, restores("kat"), Accepted);
    assert_eq!(waits(&back), ["Kat"], "it waits again");
    let refused = held_steps().then(hides_answer(2));
    check(refused.clone(), approves_answer(2), Refusal::Hidden);
    let back = check(refused, restores_answer(2), Accepted);
    assert_eq!(waits(&back), ["Schrijven", "Opbellen"]);
    let shown = room().moved("values").said(ANNA, "values", 1, ["rot"]);
    let gone = shown.then(hides("rot"));
    assert_eq!(gone.words("values"), Vec::<String>::new());
    check(gone, approves("rot"), Refusal::Hidden);
}

#[test]
fn a_held_answer_takes_no_votes_and_is_in_no_results() {
    let story = held_steps();
    assert_eq!(
        (story.texts("step"), story.voters("step"), waits(&story)),
        (
            vec!["a1 Bellen 0".to_owned()],
            3,
            vec!["Schrijven".to_owned(), "Opbellen".to_owned()]
        )
    );
    let phone = story.clone().voting("step").phone_question();
    let votable = phone.votable.expect("one may vote");
    assert_eq!(votable.len(), 1);
    check(
        story.clone(),
        upvotes(ANNA, "step", 2),
        Refusal::UnknownAnswer,
    );
    let after = check(story, approves_answer(2), Accepted);
    assert_eq!(after.texts("step"), ["a1 Bellen 0", "a2 Opbellen 0"]);
    check(after.story.clone(), approves_answer(2), Repeated);
    check(after.story, upvotes(ANNA, "step", 2), Accepted);
}

#[test]
fn an_edit_of_what_was_approved_waits_again_while_the_question_holds() {
    let story = held_steps().then(approves_answer(2));
    let edited = |story: Story| story.then(adds(BRAM, "step", "k1", 2, "Nog eens bellen"));
    assert_eq!(edited(story.clone()).texts("step"), ["a1 Bellen 0"]);
    let off = edited(story.then(holds(false)));
    assert_eq!(off.texts("step"), ["a1 Bellen 0", "a2 Nog eens bellen 0"]);
}

#[test]
fn merging_with_something_that_shows_shows_both() {
    for (word, into, expected) in [
        ("kat", "hoop", vec!["hoop 3"]),
        ("hoop", "kat", vec!["Kat 3"]),
    ] {
        let story = held().then(merges(word, into));
        assert_eq!(story.words("values"), expected, "{word} into {into}");
        let apart = story.then(restores(word));
        assert_eq!(apart.words("values"), ["hoop 2"], "kat waits again");
    }
    let story = held().then(says(ANNA, "values", 2, ["poes", "moed"]));
    let both = story.then(merges("poes", "kat"));
    assert_eq!(both.words("values"), Vec::<String>::new(), "both wait");
    assert_eq!(
        both.clone().then(approves("poes")).words("values"),
        ["Kat 3"]
    );
    let apart = both.then(approves("kat")).then(restores("poes"));
    assert_eq!(apart.words("values"), ["Kat 2"], "poes was not approved");
}

#[test]
fn merging_an_answer_with_one_that_shows_shows_both() {
    for (answer, into, expected) in [
        (2, "a1", vec!["a1 Bellen 0"]),
        (1, "a2", vec!["a2 Opbellen 0"]),
        (2, "a3", vec!["a1 Bellen 0"]),
    ] {
        let story = held_steps().then(merges_answer(answer, into));
        assert_eq!(story.texts("step"), expected, "a{answer} into {into}");
    }
    let apart = held_steps()
        .then(merges_answer(2, "a1"))
        .then(restores_answer(2));
    assert_eq!(apart.texts("step"), ["a1 Bellen 0"], "it waits again");
}

#[test]
fn what_is_approved_or_refused_stays_so_in_every_round() {
    let story = held().then(approves("kat")).then(hides("hoop"));
    let story = story.reset("values");
    let says = |who, entries: [&str; 3]| says(who, "values", 1, entries).round(2);
    let story = story.then(says(ANNA, ["kat", "hoop", "rust"]));
    assert_eq!(story.words("values"), ["kat 1"], "the hold goes on too");
    let story = story.then(approves("rust"));
    assert_eq!(story.words("values"), ["kat 1", "rust 1"]);
    let first = story.state("values").nth(1).unwrap();
    assert_eq!(first.waiting(), 0);
}

#[test]
fn a_deck_or_a_slide_says_what_is_held_from_the_start() {
    let asked = |moderated: Option<bool>| {
        let mut slide = words("values", 3);
        if let Part::Question(question) = &mut slide.part
            && let QuestionSpec::Words(words) = &mut question.ask
        {
            words.moderated = moderated;
        }
        slide
    };
    let played = |slide: Slide, whole: bool| {
        let moderated = Deck {
            moderated: whole,
            ..deck([slide, open("step", 2, 0)])
        };
        room_with(moderated)
            .moved("values")
            .said(ANNA, "values", 1, ["hoop"])
    };
    for (slide, whole, waits) in [
        (None, false, false),
        (None, true, true),
        (Some(true), false, true),
        (Some(false), true, false),
        (Some(true), true, true),
    ] {
        let story = played(asked(slide), whole);
        assert_eq!(count(&story, "values") == 1, waits, "{slide:?} {whole}");
        assert_eq!(story.phone_question().holds, waits);
        let step = story.moved("step").added(BRAM, "step", "k1", "Bellen");
        assert_eq!(count(&step, "step") == 1, whole);
    }
}

/// Rooms that began before decks could say so showed everything, and their figures stay.
#[test]
fn a_room_of_before_holds_by_the_switch_alone() {
    let moderated = Deck {
        moderated: true,
        ..deck([words("values", 3)])
    };
    let mut story = room_under(Rules::LATEST, moderated);
    if let [Event::Created { moderates, .. }] = &mut story.journal[0].2.events[..] {
        *moderates = false;
    }
    let (seq, at, first) = &story.journal[0];
    assert!(story.room.holds_rude_words());
    story.room = Room::begin(*seq, *at, first).unwrap();
    assert!(!story.room.holds_rude_words());
    let story = story.moved("values").said(ANNA, "values", 1, ["hoop"]);
    assert_eq!(story.words("values"), ["hoop 1"]);
    let story = story.then(holds(true)).said(BRAM, "values", 1, ["moed"]);
    assert_eq!(story.words("values"), ["hoop 1"]);
}

#[test]
fn what_a_list_of_words_held_waits_though_the_question_does_not_hold() {
    let listed = |command: Command, places: Vec<u8>| match command {
        Command::Event(Event::Answered {
            participant,
            question,
            round,
            turn,
            answer,
            ..
        }) => Event::Answered {
            participant,
            question,
            round,
            turn,
            answer,
            held: places,
        },
        other => panic!("{other:?}"),
    };
    let story = room().moved("values").then(listed(
        says(ANNA, "values", 1, ["hoop", "rotwoord", "moed"]),
        vec![2],
    ));
    assert_eq!(story.words("values"), ["hoop 1", "moed 1"]);
    assert!(!story.phone_question().holds, "its sender notices nothing");
    let again = story.then(says(ANNA, "values", 2, ["rotwoord", "moed"]));
    assert_eq!(
        again.words("values"),
        ["moed 1"],
        "a word keeps what it was"
    );
    assert_eq!(again.then(approves("rotwoord")).words("values").len(), 2);
}

#[test]
fn an_erased_text_waits_no_more_and_the_rewritten_journal_comes_to_the_same() {
    let story = held()
        .then(says(ANNA, "values", 2, ["geheim"]))
        .then(approves("geheim"))
        .moved("step")
        .then(holds(true))
        .added(ANNA, "step", "k1", "Geheim ook");
    let erased = story.erased(1).erased(4);
    assert_eq!((count(&erased, "step"), count(&erased, "values")), (0, 2));
    let rewritten = redacted(&erased.journal);
    let text = format!("{rewritten:?}").to_lowercase();
    assert!(!text.contains("geheim"), "{text}");
    let (after, _) = fold(&rewritten);
    let figures = |room: &Room| {
        let rounds = room.all_questions().flat_map(|(_, state)| state.rounds());
        let figures = rounds.map(|(_, round)| (round.results(), round.waiting()));
        (
            format!("{:?}", figures.collect::<Vec<_>>()),
            room.held_counts(),
        )
    };
    assert_eq!(figures(&after), figures(&erased.room));
}

#[test]
fn who_is_removed_takes_along_what_waits_and_brings_it_back() {
    use super::story::{NOON, SECOND};
    let story = room()
        .moved("values")
        .then(holds(true))
        .said(ANNA, "values", 1, ["hoop"])
        .later(10 * SECOND)
        .said(BRAM, "values", 1, ["hoop", "moed"]);
    let (joined_from, joined_to) = (NOON + 5 * SECOND, NOON + 20 * SECOND);
    let removed = story.clone().then(Event::Removed {
        joined_from,
        joined_to,
    });
    assert_eq!((count(&story, "values"), count(&removed, "values")), (2, 1));
    let returned = removed.then(approves("hoop")).then(Event::Returned {
        joined_from,
        joined_to,
    });
    assert_eq!(returned.words("values"), ["hoop 2"]);
    assert_eq!(count(&returned, "values"), 1);
}

#[test]
fn only_hosts_behind_the_stage_are_told_how_much_waits() {
    use crate::protocol::view::Around;
    let story = held().moved("step");
    for (role, told) in [
        (HostRole::Stage, false),
        (HostRole::Presenter, true),
        (HostRole::Remote, true),
        (HostRole::Moderator, true),
    ] {
        let view = story.room.host_view(role, story.at, Around::default());
        assert_eq!(view.waits.len(), usize::from(told), "{role:?}");
    }
}

/// The texts of a journal, none of which is held for good: everything that waits at its end is
/// approved.
fn approved(journal: &JournalRecords) -> JournalRecords {
    let mut journal = journal.clone();
    loop {
        let (room, _) = fold(&journal);
        let events = waiting(&room);
        let Some((seq, at, _)) = journal.last().filter(|_| !events.is_empty()) else {
            return journal;
        };
        journal.push((seq + 1, *at, batch(seq + 1_000, events)));
    }
}

fn waiting(room: &Room) -> Vec<Event> {
    let mut events = Vec::new();
    for (question, state) in room.all_questions() {
        for (number, round) in state.rounds() {
            let items = round.moderable().unwrap_or_default();
            let waits = items.into_iter().filter(|it| it.waits && !it.hidden);
            events.extend(waits.map(|it| approval(question, number, round, it.name)));
        }
    }
    events
}

fn approval(question: &SlideId, round: u32, state: &RoundState, name: String) -> Event {
    if state.word_counts().is_some() {
        let question = question.clone();
        return Event::WordApproved {
            question,
            round,
            word: name,
        };
    }
    let answer = crate::ids::AnswerId::parse(&name).expect("a public name");
    Event::AnswerApproved { answer }
}

/// A journal with nothing of holding in it, and without what depends on what people see.
fn without_holding(journal: &JournalRecords) -> JournalRecords {
    let mut journal = unvoted(journal);
    for event in journal
        .iter_mut()
        .flat_map(|(_, _, batch)| &mut batch.events)
    {
        match event {
            Event::Created { moderates, .. } => *moderates = false,
            Event::Answered { held, .. } => held.clear(),
            Event::Added { held, .. } => *held = false,
            _ => {}
        }
    }
    journal
        .iter_mut()
        .for_each(|(_, _, batch)| batch.events.retain(|event| !is_about_holding(event)));
    journal
}

fn unvoted(journal: &JournalRecords) -> JournalRecords {
    let mut journal = journal.clone();
    let is_vote = |event: &Event| matches!(event, Event::Upvoted { .. });
    journal
        .iter_mut()
        .for_each(|(_, _, batch)| batch.events.retain(|event| !is_vote(event)));
    journal
}

fn is_about_holding(event: &Event) -> bool {
    matches!(
        event,
        Event::HoldSet { .. } | Event::WordApproved { .. } | Event::AnswerApproved { .. }
    )
}

type HeldFigures = BTreeMap<(SlideId, u32), (u64, Option<Results>)>;

fn figures(room: &Room) -> HeldFigures {
    let each = room.all_questions().flat_map(|(question, state)| {
        let rounds = state.rounds();
        rounds.map(move |(number, round)| {
            let figures = (round.voters(), round.results());
            ((question.clone(), number), figures)
        })
    });
    each.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn once_all_is_approved_the_figures_are_those_of_a_room_that_held_nothing(journal in journal()) {
        let (held, _) = fold(&approved(&unvoted(&journal)));
        let (shown, _) = fold(&without_holding(&journal));
        prop_assert_eq!(held.held_counts(), []);
        prop_assert_eq!(figures(&held), figures(&shown));
    }

    /// While it waits, it is all that is missing: who answered is counted, and nothing is made up.
    #[test]
    fn while_texts_wait_the_figures_lack_just_those(journal in journal()) {
        let (held, _) = fold(&unvoted(&journal));
        let shown = figures(&fold(&without_holding(&journal)).0);
        for ((question, round), (voters, results)) in figures(&held) {
            let (all_voters, all) = &shown[&(question, round)];
            prop_assert_eq!(voters, *all_voters);
            if let (Some(Results::Words(some)), Some(Results::Words(all))) = (results, all) {
                prop_assert!(some.given <= all.given && some.distinct <= all.distinct);
                for entry in &some.entries {
                    prop_assert!(all.entries.contains(entry), "{:?} in {:?}", entry, all);
                }
            }
        }
    }
}

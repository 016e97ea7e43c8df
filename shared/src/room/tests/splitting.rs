//! Results by groups: who is in which, who sees them, and what never tells of a few people.

use super::commands::*;
use super::decks::{choice, deck, open, spectrum, words};
use super::story::room_with;
use super::*;
use crate::deck::{Part, Slide};
use crate::host::HostRole;
use crate::ids::ParticipantId;
use crate::protocol::view::{SplitName, SplitResults};
use crate::question::{Answer, Results};

fn by(earlier: &str, mut slide: Slide) -> Slide {
    if let Part::Question(question) = &mut slide.part {
        question.split = Some(earlier.into());
    }
    slide
}

/// Person `n` of those who gave `option` at *role*.
fn who(option: u8, n: u128) -> ParticipantId {
    ParticipantId(1_000 * u128::from(option) + n)
}

/// So many people gave each of the options of *role*; the stage then asks where they stand.
fn roles<const N: usize>(given: [u128; N], asked: Slide) -> Story {
    let role = choice("role", ["zorg", "welzijn", "anders"]);
    let mut story = room_with(deck([role, by("role", asked)])).moved("role");
    for (option, people) in (1..).zip(given) {
        for n in 0..people {
            story = story.then(picks(who(option, n), "role", 1, [option]));
        }
    }
    story.moved("now")
}

fn stands(story: Story, who: ParticipantId, percent: u16) -> Story {
    let hundredths = percent * 100;
    story.then(answers(who, "now", 1, Answer::Spectrum { hundredths }))
}

fn all_stand<const N: usize>(mut story: Story, there: [(u8, u128, u16); N]) -> Story {
    for (option, people, percent) in there {
        for n in 0..people {
            story = stands(story, who(option, n), percent);
        }
    }
    story
}

fn split(story: &Story) -> SplitResults {
    *story
        .host_question(HostRole::Stage)
        .split
        .expect("it is split")
}

fn said(story: &Story) -> Vec<(SplitName, u64)> {
    let groups = split(story).groups.into_iter();
    groups.map(|group| (group.name, group.voters)).collect()
}

fn answer(label: &str) -> SplitName {
    SplitName::Answer {
        label: label.to_owned(),
    }
}

#[test]
fn each_group_comes_to_results_of_its_own() {
    let story = roles([6, 5], spectrum("now"));
    let story = all_stand(story, [(1, 6, 20), (2, 5, 80)]);
    assert_eq!(said(&story), [(answer("zorg"), 6), (answer("welzijn"), 5)]);
    let means: Vec<Option<f64>> = split(&story)
        .groups
        .iter()
        .map(|group| match &group.results {
            Results::Spectrum(results) => results.mean,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(means, [Some(20.0), Some(80.0)]);
    assert_eq!(split(&story).prompt, "Over role");
}

#[test]
fn who_did_not_answer_the_earlier_one_is_a_group_and_small_ones_are_folded() {
    let story = roles([6, 5, 2], spectrum("now"));
    let mut story = all_stand(story, [(1, 6, 20), (2, 5, 80), (3, 2, 50)]);
    assert_eq!(
        said(&story),
        [(answer("zorg"), 6), (SplitName::Others { groups: 2 }, 7)],
        "two people would be told apart, so the smallest other group joins them"
    );
    for n in 0..5 {
        story = stands(story, ParticipantId(77 + n), 10);
    }
    assert_eq!(
        said(&story),
        [
            (answer("zorg"), 6),
            (answer("welzijn"), 5),
            (SplitName::Others { groups: 2 }, 7)
        ],
        "{:?}",
        split(&story)
    );
}

#[test]
fn where_there_are_too_few_nothing_is_divided() {
    let story = all_stand(roles([6, 4], spectrum("now")), [(1, 6, 20), (2, 4, 80)]);
    assert_eq!(said(&story), []);
    assert!(
        story.host_question(HostRole::Stage).results.is_some(),
        "all of them together are shown"
    );
    // Whoever answered one of both is in a group only once they answer this one too.
    let story = stands(story, who(2, 4), 80);
    assert_eq!(
        said(&story),
        [(answer("zorg"), 6), (SplitName::Unanswered, 5)].map(|(name, voters)| match name {
            SplitName::Unanswered => (SplitName::Others { groups: 2 }, voters),
            name => (name, voters),
        })
    );
}

#[test]
fn phones_see_groups_where_they_see_results() {
    let story = all_stand(roles([6, 6], spectrum("now")), [(1, 6, 20), (2, 6, 80)]);
    let on_phone = |story: &Story| story.phone_question().split.map(|split| split.groups.len());
    let story = story.shown_on_phones("now");
    assert_eq!(on_phone(&story), Some(2));
    let story = story.hidden_on_phones("now").hidden("now");
    assert_eq!(on_phone(&story), None);
    assert_eq!(
        story.host_question(HostRole::Stage).split,
        None,
        "hidden results have no groups"
    );
}

#[test]
fn columns_of_open_answers_keep_everybodys_votes_and_what_is_hidden_is_in_none() {
    let mut story = roles([5, 5], open("now", 1, 3));
    for (option, n) in (0..5).flat_map(|n| [(1, n), (2, n)]) {
        story = story.then(adds(
            who(option, n),
            "now",
            "a",
            1,
            &format!("van {option}-{n}"),
        ));
    }
    let story = story.then(upvotes(who(2, 0), "now", 11));
    let texts: Vec<Vec<(String, u64)>> = split(&story)
        .groups
        .iter()
        .map(|group| match &group.results {
            Results::Open(results) => results
                .answers
                .iter()
                .map(|answer| (answer.text.clone(), answer.votes))
                .collect(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!((texts[0].len(), texts[1].len()), (5, 5));
    assert!(texts[0].iter().all(|(text, _)| text.starts_with("van 1-")));
    assert_eq!(
        texts.concat().iter().map(|(_, votes)| votes).sum::<u64>(),
        1,
        "a vote from the other group counts"
    );
}

#[test]
fn a_word_that_is_hidden_is_hidden_in_each_group() {
    let mut story = roles([5, 5], words("now", 1));
    for (option, n) in (0..5).flat_map(|n| [(1, n), (2, n)]) {
        let word = if n == 0 { "onzin" } else { "rust" };
        story = story.said(who(option, n), "now", 1, [word]);
    }
    let story = story.then(hides("onzin"));
    for group in split(&story).groups {
        let Results::Words(results) = group.results else {
            panic!("words")
        };
        let words: Vec<&str> = results
            .entries
            .iter()
            .map(|word| word.text.as_str())
            .collect();
        assert_eq!(words, ["rust"]);
        assert_eq!(group.voters, 5);
    }
}

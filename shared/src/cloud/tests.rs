//! What a cloud does with few words and many, and that it keeps what it has placed where it is.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::plane::Plane;
use super::*;
use crate::event::Word as Given;
use crate::question::spellings::Spellings;
use crate::question::words::Tally;
use crate::rules::Rules;
use crate::text::word_key;

/// A question that people answer with one word each.
#[derive(Clone, Default)]
struct Hall {
    tally: Tally,
}

fn word(text: &str) -> Given {
    Given { key: word_key(text, Rules::LATEST), text: text.to_owned() }
}

impl Hall {
    /// So many words, each given so often.
    fn of(words: impl IntoIterator<Item = (String, u64)>) -> Self {
        let mut hall = Self::default();
        words.into_iter().for_each(|(text, count)| (0..count).for_each(|_| hall.gives(&text)));
        hall
    }

    fn gives(&mut self, text: &str) {
        self.tally.add(&[word(text)]);
    }

    fn planes(&self) -> &[Plane] {
        self.tally.grown().clouds().planes.as_deref().map_or(&[], |planes| planes.as_slice())
    }

    /// Where each word stands, on both planes.
    fn places(&self) -> Vec<BTreeMap<String, (i32, i32, u32)>> {
        let place = |(key, word): (&str, &Word)| (key.to_owned(), (word.place().0, word.place().1, word.size));
        self.planes().iter().map(|plane| plane.words().map(place).collect()).collect()
    }

    fn moderated(&mut self, about: &[&str], change: impl FnOnce(&mut crate::question::spellings::Moderated)) {
        change(self.tally.entries.moderated_mut());
        self.tally.was_moderated(about);
    }

    #[track_caller]
    fn check(&self) {
        for plane in self.planes() {
            check(plane, &self.tally.entries);
        }
    }
}

#[track_caller]
fn check(plane: &Plane, entries: &Spellings) {
    let words: Vec<(&str, &Word)> = plane.words().collect();
    let (width, height) = plane.picture();
    assert!(words.len() <= entries.shown());
    assert_eq!(width < plane.picture.0, words.len() < entries.shown(), "a list stands beside what leaves words out");
    for (at, (key, word)) in words.iter().enumerate() {
        assert_eq!(entries.standing(key).count(), word.count, "{key}");
        let bounds = word.bounds();
        let window = plane.window().expect("there are words");
        let seen = |at: i32, middle: i32, length: u32| {
            f64::from((at - middle).abs()) * window.zoom() <= f64::from(length) / 2.0
        };
        let whole = [(bounds.left, window.x, width), (bounds.right, window.x, width)];
        let high = [(bounds.top, window.y, height), (bounds.bottom, window.y, height)];
        assert!(whole.into_iter().chain(high).all(|(at, middle, length)| seen(at, middle, length)), "{key} sticks out");
        assert!(f64::from(word.size) * window.zoom() >= 34.0, "the last row reads it");
        for (other, them) in &words[at + 1..] {
            let them = them.bounds();
            let apart = bounds.right <= them.left
                || them.right <= bounds.left
                || bounds.bottom <= them.top
                || them.bottom <= bounds.top;
            assert!(apart, "{key} and {other} overlap");
        }
    }
}

fn text(number: usize) -> String {
    let parts = ["vertrouwen", "zorg", "samen", "er voor elkaar zijn", "moed", "noaberschap", "سلام", "❤️ lef"];
    format!("{} {number}", parts[number % parts.len()])
}

fn zooms(hall: &Hall) -> Vec<f64> {
    hall.planes().iter().filter_map(Plane::window).map(window::Window::zoom).collect()
}

#[test]
fn two_hundred_words_come_in_and_nothing_moves_and_nothing_is_lost() {
    let mut hall = Hall::default();
    let mut steps = 0;
    for number in 0..200 {
        let (before, zoomed) = (hall.places(), zooms(&hall));
        hall.gives(&text(number));
        hall.check();
        for (before, after) in before.iter().zip(hall.places()) {
            assert!(before.iter().all(|(key, place)| after.get(key) == Some(place)), "at word {number}");
        }
        assert!(zoomed.iter().zip(zooms(&hall)).all(|(before, now)| now <= *before), "the picture only steps back");
        steps += usize::from(zoomed.first() > zooms(&hall).first());
    }
    assert!(steps <= 11, "it steps back now and then: {steps}");
    assert!(
        hall.places().iter().all(|places| places.len() > 60),
        "{:?}",
        hall.places().iter().map(BTreeMap::len).collect::<Vec<_>>()
    );
}

#[test]
fn a_word_that_is_given_more_often_grows_and_nobody_moves_for_it() {
    let mut hall = Hall::default();
    for turn in 0..400_usize {
        let before = hall.places();
        // Some words far more often than others, and new ones all the time.
        let number = if turn % 3 == 0 { turn % 5 } else { turn * 7 % (turn / 4 + 2) };
        hall.gives(&text(number));
        hall.check();
        for (before, after) in before.iter().zip(hall.places()) {
            let given = word_key(&text(number), Rules::LATEST);
            for (key, place) in before.iter().filter(|(key, _)| **key != given) {
                assert!(after.get(key).is_none_or(|now| now == place), "turn {turn}: {key} moved");
            }
        }
    }
    let most = hall.planes()[0].words().max_by_key(|(_, word)| word.count).map(|(_, word)| (word.count, word.size));
    assert!(most.is_some_and(|(count, size)| count > 30 && size >= 72), "{most:?}");
}

#[test]
fn a_more_frequent_word_takes_the_place_of_those_given_once() {
    let mut hall = Hall::of((0..300).map(|number| (text(number), 1)));
    let gone = text(250);
    assert!(
        hall.places().iter().all(|places| !places.contains_key(&word_key(&gone, Rules::LATEST))),
        "there was no room for it"
    );
    let before = hall.places();
    (0..4).for_each(|_| hall.gives(&gone));
    hall.check();
    for (before, after) in before.iter().zip(hall.places()) {
        assert!(after.contains_key(&word_key(&gone, Rules::LATEST)));
        let gave_way = before.keys().filter(|key| !after.contains_key(*key)).count();
        assert!((1..=6).contains(&gave_way), "{gave_way} words gave way");
        assert!(before.iter().all(|(key, place)| after.get(key).is_none_or(|now| now == place)));
    }
}

#[test]
fn a_hidden_word_leaves_a_hole_and_comes_back_into_it() {
    let mut hall = Hall::of((0..30).map(|number| (text(number), number as u64 % 4 + 1)));
    let all = hall.places();
    let key = word_key(&text(7), Rules::LATEST);
    hall.moderated(&[&key], |moderated| moderated.hide(&key, true));
    hall.check();
    let mut without = all.clone();
    without.iter_mut().for_each(|places| places.retain(|other, _| *other != key));
    assert_eq!(hall.places(), without, "nothing else moves");
    hall.moderated(&[&key], |moderated| moderated.hide(&key, false));
    assert_eq!(hall.places(), all);
}

#[test]
fn what_somebody_takes_back_and_gives_again_in_one_answer_stays() {
    let mut hall = Hall::of((0..20).map(|number| (text(number), 1)));
    let before = hall.places();
    let [kept, new] = [text(3), "iets nieuws".to_owned()].map(|text| word(&text));
    hall.tally.replace(Some(std::slice::from_ref(&kept)), Some(&[kept.clone(), new]));
    hall.check();
    for (before, after) in before.iter().zip(hall.places()) {
        assert!(before.iter().all(|(key, place)| after.get(key) == Some(place)));
    }
}

#[test]
fn a_spelling_that_is_wider_never_covers_its_neighbours() {
    let mut hall = Hall::of((0..60).map(|number| (text(number), 1)));
    (0..3).for_each(|_| hall.gives(&text(2).to_uppercase()));
    hall.check();
    assert!(hall.tally.cloud().words.iter().any(|word| word.text == text(2).to_uppercase()));
}

#[test]
fn few_words_are_large_and_in_the_middle() {
    for count in [1, 3, 8, 12] {
        let hall = Hall::of((0..count).map(|number| (text(number), 1)));
        hall.check();
        let plane = &hall.planes()[0];
        let window = plane.window().unwrap();
        assert!(34.0 * window.zoom() >= 60.0, "{count} words are as large as {}", 34.0 * window.zoom());
        assert!((window.x - 650).abs() < 200 && (window.y - 260).abs() < 120, "{window:?}");
    }
}

#[test]
fn a_word_that_is_wider_than_the_plane_is_left_to_the_list() {
    let mut hall = Hall::of([("w".repeat(60), 3), ("kort".to_owned(), 1)]);
    hall.check();
    assert_eq!(hall.tally.cloud().wide.width, WIDE.0 - LIST_WIDTH);
    hall.tally.remove(&[word("kort")]);
    hall.check();
    assert_eq!(hall.tally.cloud().words, []);
}

#[test]
fn a_hall_of_hundreds_shows_differences_and_no_wall_of_large_words() {
    let counts = |number: usize| (400 / (number + 1)).max(1) as u64;
    let hall = Hall::of((0..120).map(|number| (text(number), counts(number))));
    hall.check();
    let sizes: Vec<u32> = hall.planes()[0].words().map(|(_, word)| word.size).collect();
    assert!(sizes.len() >= 30 && sizes.iter().filter(|size| **size == 84).count() <= 8, "{sizes:?}");
    assert!(sizes.iter().filter(|size| **size <= 45).count() >= 15, "{sizes:?}");
}

#[test]
fn two_thousand_words_and_eighteen_thousand_votes_make_no_large_view() {
    let mut hall = Hall::default();
    for vote in 0..18_000_usize {
        // Every word comes in once, and between them some come in again and again.
        let number = if vote % 9 == 0 { vote / 9 } else { vote * 31 % (vote % 90 + 1) };
        hall.gives(&text(number));
    }
    hall.check();
    assert_eq!(hall.tally.entries.shown(), 2_000);
    let cloud = hall.tally.cloud();
    let slots = cloud.words.iter().filter_map(|word| word.wide).map(|spot| spot.slot).max();
    assert!(slots.is_some_and(|slots| slots < 250), "{slots:?}");
    let bytes = serde_json::to_string(&cloud).unwrap().len();
    assert!(cloud.words.len() < 200 && bytes < 20_000, "{} words in {bytes} bytes", cloud.words.len());
}

#[test]
fn an_empty_cloud_begins_anew() {
    let mut hall = Hall::of((0..40).map(|number| (text(number), 1)));
    (0..40).for_each(|number| hall.tally.remove(&[word(&text(number))]));
    assert_eq!(hall.tally.grown().clouds(), &Clouds::default());
}

/// One person's words, and whether they take back what they gave before.
fn evening() -> impl Strategy<Value = Vec<(u8, Vec<u8>, u8)>> {
    let words = proptest::collection::vec((0_u8..90).prop_map(|n| n.min(n / 2 + 10)), 0..4);
    proptest::collection::vec((0_u8..40, words, 0_u8..20), 1..120)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_people_do_no_two_words_overlap_and_none_is_lost(evening in evening()) {
        let mut hall = Hall::default();
        let mut given: BTreeMap<u8, Vec<Given>> = BTreeMap::new();
        for (person, words, hides) in evening {
            let words: Vec<Given> = words.iter().map(|number| word(&text(usize::from(*number)))).collect();
            let before = given.insert(person, words.clone());
            hall.tally.replace(before.as_deref(), Some(&words));
            if hides < 4 {
                let key = word_key(&text(usize::from(person)), Rules::LATEST);
                hall.moderated(&[&key], |moderated| moderated.hide(&key, hides % 2 == 0));
            }
            hall.check();
        }
        let words = hall.tally.cloud().words;
        let slots = |of: fn(&CloudWord) -> Option<Spot>| {
            let mut slots: Vec<u32> = words.iter().filter_map(of).map(|spot| spot.slot).collect();
            slots.sort_unstable();
            slots
        };
        for slots in [slots(|word| word.wide), slots(|word| word.tall)] {
            prop_assert!(slots.windows(2).all(|two| two[0] != two[1]), "no two words have one number");
        }
    }
}

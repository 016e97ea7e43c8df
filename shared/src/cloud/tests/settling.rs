//! Who stands in a cloud, how large, and how few words move for it.

use super::*;
use crate::question::spellings::Standing;

/// A word without room is less frequent than every one with room that is as wide.
#[track_caller]
pub(super) fn check_fair(hall: &Hall) {
    let entries = &hall.tally.entries;
    for plane in hall.planes() {
        for key in entries.most_frequent_keys(usize::MAX).iter().filter(|key| plane.word(key).is_none()) {
            let Standing::Shown(entry) = entries.standing(key) else { panic!("it is one of the most frequent") };
            let wide = letters::em(&entry.text);
            for (other, word) in plane.words() {
                assert!(entry.count <= word.count || word.em < wide, "{key} is out and {other} is in");
            }
        }
    }
}

/// Everything is written about as large as it was given often, also where many that are given equally often crowd a full plane.
#[track_caller]
fn check_sizes(hall: &Hall) {
    for plane in hall.planes() {
        let mut words: Vec<(u64, u32)> = plane.words().map(|(_, word)| (word.count, word.size)).collect();
        words.sort_unstable();
        for two in words.windows(2) {
            let ((less, small), (more, large)) = (two[0], two[1]);
            let near = small * 4 <= large * 5 && (less < more || large * 4 <= small * 5);
            assert!(near, "{less}×: {small}, {more}×: {large}");
        }
    }
}

impl Hall {
    /// Nobody says anything any more.
    pub(super) fn rests(&mut self, at: Millis) {
        (1..=3).for_each(|minute| self.tally.catch_up(at + minute * 60_000));
    }

    fn sizes(&self, keys: &[&str]) -> Vec<u32> {
        keys.iter().map(|key| self.planes()[0].word(key).unwrap_or_else(|| panic!("{key} is out")).size).collect()
    }
}

/// Evenings on which people give words unlike each other: what each vote is, of how many.
fn evenings() -> Vec<(&'static str, Vec<String>)> {
    let often = |number: usize| text(if number % 3 == 0 { number % 5 } else { number * 7 % (number / 4 + 2) });
    let late = |number: usize| if number < 300 { format!("{} keer", text(number)) } else { text(number % 12) };
    let by_turns = |number: usize| text(number % 80);
    let storm = |number: usize| if number < 200 { text(number) } else { text(150 + number / 40) };
    let narrow = |number: usize| match number % 4 {
        0 => format!("ja {}", number % 40),
        _ => format!("een veel bredere gedachte {}", number % 90),
    };
    let few = |number: usize| text(number * number % 7);
    let hall = |number: usize| text((number * 7919 % 1_000) * (number * 104_729 % 1_000) / 2_500);
    let votes = |of: &dyn Fn(usize) -> String, count: usize| (0..count).map(of).collect();
    vec![
        ("some are given again and again", votes(&often, 400)),
        ("what counts comes last", votes(&late, 420)),
        ("all are given equally often", votes(&by_turns, 400)),
        ("one word after the other is taken up", votes(&storm, 480)),
        ("narrow and wide ones", votes(&narrow, 400)),
        ("few words, many votes", votes(&few, 300)),
        ("a hall of hundreds", votes(&hall, 800)),
    ]
}

/// What two views show that follow each other: where words stand, and how many of them moved.
#[derive(Default)]
struct Watched {
    places: Vec<BTreeMap<String, (i32, i32, u32)>>,
    most: usize,
}

impl Watched {
    fn look(&mut self, hall: &Hall) {
        let places = hall.places();
        for (before, after) in self.places.iter().zip(&places) {
            let moved = |(key, place): &(&String, &(i32, i32, u32))| {
                after.get(*key).is_some_and(|now| (now.0, now.1) != (place.0, place.1))
            };
            self.most = self.most.max(before.iter().filter(moved).count());
        }
        self.places = places;
    }

    /// As the hall shows it: whenever a beat changes it.
    fn wait(&mut self, hall: &mut Hall, from: Millis, to: Millis) {
        let mut now = from;
        while let Some(beat) = hall.tally.next_beat(now).filter(|beat| *beat < to) {
            hall.tally.catch_up(beat);
            self.look(hall);
            now = beat;
        }
        hall.tally.catch_up(to);
        self.look(hall);
    }
}

#[test]
fn at_most_three_words_move_between_two_views_and_what_is_frequent_is_in_and_large() {
    for (evening, votes) in evenings() {
        let (mut hall, mut at, mut watched) = (Hall::default(), 0, Watched::default());
        for (number, text) in votes.iter().enumerate() {
            // Eight votes a second, and now and then a pause.
            let next = at + if number % 97 == 96 { 4_000 } else { 125 };
            watched.wait(&mut hall, at, next);
            at = next;
            hall.gives(text);
            watched.look(&hall);
            if number % 10 == 0 {
                hall.check();
            }
            assert!(watched.most <= 3, "{evening}, vote {number}: {} moved", watched.most);
        }
        watched.wait(&mut hall, at, at + 60_000);
        assert!(watched.most <= 3, "{evening}, at rest: {} moved", watched.most);
        hall.check();
        check_fair(&hall);
        check_sizes(&hall);
    }
}

#[test]
fn a_pause_changes_nothing_that_a_view_did_not_show() {
    let mut hall = Hall::default();
    for (number, text) in evenings()[0].1.iter().enumerate() {
        let at = number as u64 * 40;
        let soon = hall.tally.cloud(at);
        hall.tally.catch_up(at);
        assert_eq!(hall.tally.cloud(at), soon, "at vote {number}");
        hall.gives(text);
    }
    let (now, beats) = (400 * 40, hall.tally.next_beat(400 * 40));
    assert!(beats.is_none_or(|beat| beat > now));
    let later = hall.tally.cloud(now + 60_000);
    hall.rests(now);
    assert_eq!((hall.tally.cloud(now), hall.tally.next_beat(now + 60_000)), (later, None), "it has come to rest");
}

#[test]
fn how_often_a_word_was_given_is_seen_by_its_size() {
    for counts in [&[46, 33, 7, 2, 1][..], &[7, 6, 5, 4, 3, 2, 1], &[2, 1], &[400, 46, 33, 1], &[33, 32], &[3, 3, 1]] {
        let words = ["samen", "zorg", "moed", "lef", "rust", "tijd", "doen"];
        let orders = [false, true];
        for backwards in orders {
            let mut each: Vec<(&str, u64)> = words.iter().copied().zip(counts.iter().copied()).collect();
            if backwards {
                each.reverse();
            }
            let mut hall = Hall::of(each.iter().map(|(word, count)| ((*word).to_owned(), *count)));
            hall.rests(0);
            let sizes = hall.sizes(&words[..counts.len()]);
            for (sizes, counts) in sizes.windows(2).zip(counts.windows(2)) {
                assert_eq!(sizes[0] > sizes[1], counts[0] > counts[1], "{counts:?}: {sizes:?}");
            }
            if counts[0] <= 44 {
                let share = f64::from(sizes[0]) / f64::from(sizes[sizes.len() - 1]);
                let root = (counts[0] as f64 / counts[counts.len() - 1] as f64).sqrt();
                assert!((share / root - 1.0).abs() < 0.04, "{counts:?}: {share} is not {root}");
            }
        }
    }
}

#[test]
fn a_more_frequent_word_takes_the_place_of_one_that_is_as_wide() {
    let mut hall = Hall::of((0..400).map(|number| (text(number), 1)));
    let gone = text(394);
    let key = word_key(&gone, Rules::LATEST);
    assert!(hall.places().iter().all(|places| !places.contains_key(&key)), "there was no room for it");
    let before = hall.places();
    hall.gives(&gone);
    hall.check();
    check_fair(&hall);
    for (before, after) in before.iter().zip(hall.places()) {
        assert!(after.contains_key(&key));
        let gave_way = before.keys().filter(|key| !after.contains_key(*key)).count();
        assert!((1..=3).contains(&gave_way), "{gave_way} words gave way");
    }
}

#[test]
fn what_is_taken_back_or_hidden_makes_room_for_the_next() {
    let taken_back = |hall: &mut Hall, text: &str| hall.tally.remove(&[word(text)]);
    let hidden = |hall: &mut Hall, text: &str| {
        let key = word_key(text, Rules::LATEST);
        hall.moderated(&[&key], |moderated| moderated.hide(&key, true));
    };
    type Change<'a> = &'a dyn Fn(&mut Hall, &str);
    let changes: [(&str, Change<'_>); 2] = [("taken back", &taken_back), ("hidden", &hidden)];
    for (what, change) in changes {
        for count in [1, 2] {
            let mut hall = Hall::of((0..400).map(|number| (text(number), count)));
            hall.rests(0);
            let placed: Vec<String> = hall.planes()[0].words().map(|(_, word)| word.text.clone()).take(6).collect();
            let before = hall.planes()[0].words().count();
            placed.iter().for_each(|text| change(&mut hall, text));
            hall.rests(100_000);
            hall.check();
            check_fair(&hall);
            let now = hall.planes()[0].words().count();
            assert!(now + 3 > before, "{what}: {now} of {before}");
        }
    }
}

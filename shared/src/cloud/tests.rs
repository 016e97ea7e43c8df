//! What a cloud does with few words and many, and that it keeps what it has placed where it is.

use super::*;

fn entries(words: &[(&str, u64)]) -> Vec<Entry> {
    words.iter().map(|(text, count)| Entry { text: (*text).to_owned(), count: *count }).collect()
}

fn many(n: usize) -> Vec<Entry> {
    let parts = ["vertrouwen", "zorg", "samen", "er voor elkaar zijn", "moed", "noaberschap", "سلام", "❤️ lef"];
    let word = |at: usize| Entry { text: format!("{} {at}", parts[at % parts.len()]), count: 1 };
    (0..n).map(word).collect()
}

fn check(cloud: &Cloud, all: usize) {
    let words = cloud.words();
    assert_eq!(words.len() + cloud.left().len(), all, "nothing is dropped");
    for (at, word) in words.iter().enumerate() {
        let Room { x, y, width, height } = word.room();
        assert!(x >= 0.0 && x + width <= f64::from(cloud.width()), "{} leaves the picture", word.text);
        assert!(y >= 0.0 && y + height <= f64::from(cloud.height()), "{} leaves the picture", word.text);
        assert!((SIZE_MIN..=SIZE_MAX).contains(&word.size));
        for other in &words[at + 1..] {
            let them = other.room();
            let apart =
                x + width <= them.x || them.x + them.width <= x || y + height <= them.y || them.y + them.height <= y;
            assert!(apart, "{} and {} overlap", word.text, other.text);
        }
    }
}

#[test]
fn words_neither_overlap_nor_leave_the_picture_nor_get_lost() {
    for (width, height) in [(1600, 520), (1400, 680)] {
        for n in [1, 2, 7, 120, 300] {
            check(&Cloud::of(width, height, &many(n)), n);
        }
    }
}

#[test]
fn the_most_frequent_word_is_largest_and_in_the_middle() {
    let cloud = Cloud::of(1600, 520, &entries(&[("samen", 38), ("vertrouwen", 33), ("lef", 2), ("rust", 1)]));
    let first = &cloud.words()[0];
    assert!(cloud.words().iter().all(|word| word.size <= first.size));
    assert!((first.x - 800.0).abs() <= 4.0, "{}", first.x);
    let tones: Vec<Tone> = cloud.words().iter().map(|word| word.tone).collect();
    assert_eq!(tones, [Tone::Top, Tone::Top, Tone::Low, Tone::Low]);
}

#[test]
fn few_words_are_large() {
    let cloud = Cloud::of(1600, 520, &entries(&[("samen", 1)]));
    assert!(cloud.words()[0].size > 80.0);
}

#[test]
fn only_words_said_once_are_left_to_the_list() {
    let mut words = many(290);
    (0..10).for_each(|at| words[at].count = 12 - at as u64);
    let cloud = Cloud::of(1600, 520, &words);
    check(&cloud, 290);
    assert_eq!(cloud.width(), 1300);
    assert!(!cloud.left().is_empty());
    assert!(cloud.left().iter().all(|entry| entry.count == 1));
}

#[test]
fn one_word_that_is_wider_than_the_picture_goes_to_the_list() {
    let wide = "w".repeat(60);
    let cloud = Cloud::of(1600, 520, &entries(&[(&wide, 3), ("kort", 1)]));
    check(&cloud, 2);
}

#[test]
fn a_word_moves_only_when_its_size_or_the_scale_changes() {
    let mut cloud = Cloud::new(1600, 520);
    let mut given: Vec<Entry> = Vec::new();
    for turn in 0..150_usize {
        // The same word often, others now and then, so that counts and order change all the time.
        let text = if turn % 3 == 0 { "samen".to_owned() } else { format!("woord {}", turn * 7 % 60) };
        match given.iter_mut().find(|entry| entry.text == text) {
            Some(entry) => entry.count += 1,
            None => given.push(Entry { text, count: 1 }),
        }
        given.sort_by_key(|entry| std::cmp::Reverse(entry.count));
        let before = cloud.clone();
        cloud.show(&given);
        check(&cloud, given.len());
        for word in cloud.words() {
            let known = before.words().iter().find(|known| known.text == word.text && known.size == word.size);
            if let Some(known) = known.filter(|known| known.room().x + known.room().width <= f64::from(cloud.width())) {
                assert_eq!(known.born, word.born);
                assert_eq!((known.x, known.baseline), (word.x, word.baseline), "turn {turn}: {} moved", word.text);
                assert!(!word.fresh);
            }
        }
    }
    assert!(cloud.words().iter().any(|word| word.count > 40), "the story had a frequent word");
}

#[test]
fn two_hundred_more_words_move_nothing_that_keeps_its_size() {
    for start in [10, 120] {
        let mut cloud = Cloud::new(1600, 520);
        cloud.show(&many(start));
        for more in (8..=200).step_by(16) {
            let before = cloud.clone();
            cloud.show(&many(start + more));
            check(&cloud, start + more);
            for known in before.words() {
                let room = known.room();
                let Some(word) = cloud.words().iter().find(|word| word.text == known.text) else {
                    // Into the list, and only when all letters or the picture had to become smaller.
                    assert_ne!(cloud.step, before.step, "{} is gone", known.text);
                    continue;
                };
                if word.size == known.size && room.x + room.width <= f64::from(cloud.width()) {
                    assert_eq!((known.x, known.baseline, known.born), (word.x, word.baseline, word.born));
                }
            }
        }
    }
}

#[test]
fn the_same_steps_give_the_same_picture() {
    let run = || {
        let mut cloud = Cloud::new(1400, 680);
        for n in [3, 40, 41, 90, 89, 150] {
            cloud.show(&many(n));
        }
        cloud
    };
    assert_eq!(run(), run());
}

#[test]
fn an_empty_cloud_begins_anew() {
    let mut cloud = Cloud::of(1600, 520, &many(300));
    cloud.show(&[]);
    assert_eq!(cloud, Cloud::new(1600, 520));
}

//! What a cloud does with few words and many, while they come in and at rest.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::letters::breadth;
use super::plane::{Plane, WordStyle};
use super::*;
use crate::ids::Millis;
use crate::question::word::Word as Spoken;
use crate::question::word_counts::Moderated;
use crate::question::words::WordsTally;
use crate::rules::Rules;
use crate::text::word_key;

mod resting;

/// A question that people answer with one word each, and its cloud.
#[derive(Clone)]
struct CloudFixture {
    tally: WordsTally,
    layout: Layout,
    now: Millis,
    changed: Option<Millis>,
}

type Places = BTreeMap<String, WordStyle>;

fn word(text: &str) -> Spoken {
    Spoken {
        key: key(text),
        text: text.to_owned(),
    }
}

fn key(text: &str) -> String {
    word_key(text, Rules::LATEST)
}

impl CloudFixture {
    fn new() -> Self {
        let tally = WordsTally::default();
        Self {
            layout: Layout::new(&tally.entries, 0),
            tally,
            now: 1_000,
            changed: None,
        }
    }

    /// So many words, each given so often, laid at once.
    fn of(words: impl IntoIterator<Item = (String, u64)>) -> Self {
        let mut hall = Self::new();
        words
            .into_iter()
            .for_each(|(text, count)| (0..count).for_each(|_| hall.tally.add(&[word(&text)])));
        hall.layout = Layout::new(&hall.tally.entries, 0);
        hall
    }

    fn changes(&mut self, change: impl FnOnce(&mut WordsTally)) {
        change(&mut self.tally);
        self.changed = Some(self.now);
        self.passes(0);
    }

    fn gives(&mut self, text: &str) {
        self.changes(|tally| tally.add(&[word(text)]));
    }

    fn moderated(&mut self, change: impl FnOnce(&mut Moderated)) {
        self.changes(|tally| change(tally.entries.moderated_mut()));
        self.passes(300);
    }

    /// Time passes, in which nobody does anything.
    fn passes(&mut self, millis: Millis) {
        self.now += millis;
        if self
            .layout
            .advance(&self.tally.entries, self.changed, self.now)
        {
            self.changed = None;
        }
    }

    /// Nobody does anything until nothing moves any more.
    #[track_caller]
    fn rests(&mut self) {
        for _ in 0..400 {
            if self.layout.is_at_rest() && self.changed.is_none() {
                return;
            }
            self.passes(1_000);
        }
        panic!("it does not come to rest");
    }

    fn cloud(&self) -> Cloud {
        self.layout.cloud(&self.tally.entries)
    }

    /// Where each word stands, on both planes.
    fn places(&self) -> [Places; 2] {
        self.layout.planes().each_ref().map(places_of)
    }

    #[track_caller]
    fn check(&self) {
        self.layout.planes().iter().for_each(check);
    }
}

fn places_of(plane: &Plane) -> Places {
    plane
        .words()
        .map(|(key, word)| (key.to_owned(), word.look.clone()))
        .collect()
}

/// No two words overlap, and none sticks out.
#[track_caller]
fn check(plane: &Plane) {
    let words: Vec<(&str, &PlacedWord)> = plane.words().collect();
    let width = plane.picture(true).width as usize;
    let height = plane.picture(true).height as usize;
    for (at, (key, word)) in words.iter().enumerate() {
        let area = word.look.area;
        let (right, bottom) = (
            (area.x + area.width) * CELL as usize,
            (area.y + area.height) * CELL as usize,
        );
        assert!(right <= width && bottom <= height, "{key} sticks out");
        assert!(
            (letters::SMALLEST..=letters::LARGEST).contains(&word.look.size),
            "{key}"
        );
        for (other, them) in &words[at + 1..] {
            assert!(!area.touches(them.look.area), "{key} and {other} overlap");
        }
    }
}

/// The words that stand elsewhere than before. What only grows or shrinks stays where it is.
fn moved<'a>(
    before: &'a Places,
    now: &'a Places,
) -> Vec<(&'a String, &'a WordStyle, &'a WordStyle)> {
    let both = before
        .iter()
        .filter_map(|(key, look)| Some((key, look, now.get(key)?)));
    both.filter(|(_, look, now)| look.area.middle() != now.area.middle())
        .collect()
}

fn text(number: usize) -> String {
    let parts = [
        "vertrouwen",
        "zorg",
        "samen",
        "er voor elkaar zijn",
        "moed",
        "noaberschap",
        "سلام",
        "❤️ lef",
    ];
    format!("{} {number}", parts[number % parts.len()])
}

#[test]
fn two_hundred_words_come_in_and_nothing_moves() {
    let mut hall = CloudFixture::new();
    for number in 0..200 {
        let before = hall.places();
        hall.gives(&text(number));
        hall.passes(260);
        hall.check();
        for (before, now) in before.iter().zip(&hall.places()) {
            assert_eq!(moved(before, now), [], "at word {number}");
            assert!(
                before.keys().all(|key| now.contains_key(key)),
                "at word {number}"
            );
        }
    }
    let counts = hall.places().map(|places| places.len());
    assert!(counts.iter().all(|count| *count > 50), "{counts:?}");
}

#[test]
fn a_word_comes_in_at_once_and_is_as_large_as_those_given_as_often() {
    let mut hall = CloudFixture::new();
    hall.gives("rust");
    assert_eq!(hall.cloud().words[0].wide.unwrap().size, letters::LARGEST);
    hall.passes(10_000);
    hall.gives("moed");
    assert_eq!(hall.cloud().words.len(), 2, "without a beat's delay");
    let sizes: Vec<u32> = hall
        .cloud()
        .words
        .iter()
        .map(|word| word.wide.unwrap().size)
        .collect();
    assert_eq!(sizes[0], sizes[1]);
}

#[test]
fn a_hidden_word_goes_at_once_leaves_a_hole_and_comes_back_into_it() {
    let mut hall = CloudFixture::of((0..20).map(|number| (text(number), number as u64 % 4 + 1)));
    let all = hall.places();
    let gone = key(&text(7));
    hall.tally.entries.moderated_mut().hide(&gone, true);
    assert!(
        hall.cloud().words.iter().all(|word| word.text != text(7)),
        "before any step"
    );
    hall.moderated(|moderated| moderated.hide(&gone, true));
    hall.check();
    let mut without = all.clone();
    without
        .iter_mut()
        .for_each(|places| drop(places.remove(&gone)));
    assert_eq!(hall.places(), without, "nothing else moves");
    hall.moderated(|moderated| moderated.hide(&gone, false));
    assert_eq!(hall.places(), all);
}

#[test]
fn a_spelling_that_is_wider_never_covers_its_neighbours() {
    let mut hall = CloudFixture::of((0..60).map(|number| (text(number), 1)));
    (0..3).for_each(|_| hall.gives(&text(2).to_uppercase()));
    hall.passes(300);
    hall.check();
    hall.rests();
    hall.check();
    assert!(
        hall.cloud()
            .words
            .iter()
            .any(|word| word.text == text(2).to_uppercase())
    );
}

#[test]
fn few_words_are_large_and_in_the_middle() {
    for (count, least) in [(1, 150), (3, 90), (8, 60), (12, 50)] {
        let hall = CloudFixture::of((0..count).map(|number| (text(number), 1)));
        hall.check();
        let spots: Vec<WordPosition> = hall
            .cloud()
            .words
            .iter()
            .filter_map(|word| word.wide)
            .collect();
        assert_eq!(spots.len(), count);
        assert!(
            spots.iter().all(|spot| spot.size >= least),
            "{count} words: {spots:?}"
        );
        let middle = spots.iter().map(|spot| spot.x).sum::<i32>() / count as i32;
        assert!(middle.abs() < 200, "{spots:?}");
    }
}

#[test]
fn the_most_frequent_word_stands_in_the_middle_of_all() {
    let mut hall = CloudFixture::of((0..40).map(|number| (text(number), 2)));
    hall.gives("rust");
    hall.rests();
    for _ in 0..20 {
        hall.gives("rust");
        hall.passes(400);
    }
    hall.rests();
    hall.check();
    for (plane, places) in hall.layout.planes().iter().zip(hall.places()) {
        let picture = plane.picture(true);
        let middle = (
            (picture.width / CELL) as usize,
            (picture.height / CELL) as usize,
        );
        assert!(places["rust"].area.holds(middle), "{:?}", places["rust"]);
    }
}

#[test]
fn a_word_that_is_wider_than_the_plane_is_left_to_the_list_and_makes_nothing_smaller() {
    let mut hall = CloudFixture::of([("w".repeat(60), 3), ("kort".to_owned(), 3)]);
    hall.check();
    let cloud = hall.cloud();
    assert_eq!(
        (cloud.wide.width, cloud.words.len()),
        (WIDE.0 - LIST_WIDTH, 1)
    );
    assert!(cloud.words[0].wide.unwrap().size >= 140);
    hall.changes(|tally| (0..3).for_each(|_| tally.remove(&[word("kort")])));
    assert_eq!(hall.cloud().words, []);
}

#[test]
fn two_thousand_words_and_eighteen_thousand_votes_make_no_large_view() {
    let mut hall = CloudFixture::new();
    for vote in 0..18_000_usize {
        // Every word comes in once, and between them some come in again and again.
        let number = if vote % 9 == 0 {
            vote / 9
        } else {
            vote * 31 % (vote % 90 + 1)
        };
        hall.gives(&text(number));
        hall.passes(5);
    }
    hall.check();
    assert_eq!(hall.tally.entries.shown(), 2_000);
    let cloud = hall.cloud();
    let slots = cloud
        .words
        .iter()
        .filter_map(|word| word.wide)
        .map(|spot| spot.slot)
        .max();
    assert!(slots.is_some_and(|slots| slots < 350), "{slots:?}");
    let bytes = serde_json::to_string(&cloud).unwrap().len();
    assert!(
        cloud.words.len() < 200 && bytes < 20_000,
        "{} words in {bytes} bytes",
        cloud.words.len()
    );
}

#[test]
fn whatever_the_steps_between_the_cloud_depends_on_what_was_given_when() {
    let looked_at = |every: Millis| {
        let mut hall = CloudFixture::new();
        for turn in 0..60_usize {
            hall.gives(&text(turn * turn % 23));
            (0..600 / every).for_each(|_| hall.passes(every));
        }
        hall.passes(600);
        hall.layout
    };
    assert_eq!(looked_at(50), looked_at(600));
    assert_eq!(looked_at(200), looked_at(600));
}

//! How few words move while answers come in, and what holds once they have come to rest.

use super::*;

/// What holds at rest, on every plane: letters go by the count, a word outside is no more frequent
/// than any word inside that is as wide, and nothing moves any more.
#[track_caller]
fn check_at_rest(hall: &CloudFixture) {
    hall.check();
    let given = hall.layout.given();
    for plane in hall.layout.planes() {
        let scale = plane.scale();
        for (key, word) in plane.words() {
            let count = hall.tally.entries.status_of(key).count();
            assert_eq!(
                (word.look.count, word.look.size),
                (count, scale.size(count)),
                "{key}"
            );
        }
        let (inside, outside): (Vec<_>, Vec<_>) = given
            .iter()
            .partition(|word| plane.word(&word.key).is_some());
        for out in outside {
            let passed = |word: &&&plane::Given| {
                word.count < out.count && breadth(&word.text) >= breadth(&out.text)
            };
            assert_eq!(inside.iter().find(passed), None, "{out:?} is outside");
        }
    }
    let mut later = hall.clone();
    later.passes(60_000);
    assert_eq!(later.places(), hall.places(), "nothing moves any more");
}

/// What may happen from one view to the next: at most three words move, and while answers come in
/// only where one that is given more often has no place.
#[track_caller]
fn check_moves(before: &Layout, now: &CloudFixture, calm: bool) {
    let places = |layout: &Layout| layout.planes().each_ref().map(places_of);
    let (then, now_places) = (places(before), now.places());
    for (plane, (was, is)) in before.planes().iter().zip(then.iter().zip(&now_places)) {
        let moved = moved(was, is);
        assert!(moved.len() <= 3, "{} words moved", moved.len());
        let made_way: Vec<_> = moved
            .iter()
            .filter(|(_, was, is)| !calm && is.size <= was.size)
            .collect();
        if made_way.is_empty() {
            continue;
        }
        let plan = plane.plan(now.layout.given(), false);
        let has_no_place = |(key, look): &(String, WordStyle)| {
            was.get(key).is_none_or(|was| was.area != look.area)
        };
        let most = plan
            .looks
            .iter()
            .filter(|word| has_no_place(word))
            .map(|(_, look)| look.count)
            .max();
        for (key, was, is) in made_way {
            assert!(
                most > Some(is.count),
                "{key} moved for nobody: {was:?} {is:?}"
            );
        }
    }
}

#[test]
fn sizes_tell_counts_apart() {
    let counts = [46, 33, 21, 12, 8, 5, 3, 2, 2, 1, 1, 1, 1, 1, 1];
    let hall = CloudFixture::of(
        counts
            .iter()
            .enumerate()
            .map(|(number, count)| (text(number), *count)),
    );
    check_at_rest(&hall);
    for places in hall.places() {
        let sizes: BTreeMap<u64, u32> = places
            .values()
            .map(|look| (look.count, look.size))
            .collect();
        let sizes: Vec<u32> = sizes.into_values().collect();
        assert!(sizes.windows(2).all(|two| two[0] < two[1]), "{sizes:?}");
        let of = |count| {
            places
                .values()
                .find(|look| look.count == count)
                .unwrap()
                .size as f64
        };
        let root = (46.0_f64 / 33.0).sqrt();
        assert!(
            (of(46) / of(33) / root - 1.0).abs() < 0.03,
            "46 and 33 are {} and {}",
            of(46),
            of(33)
        );
    }
}

#[test]
fn laid_at_once_a_cloud_is_at_rest() {
    let zipf = |words: usize, most: u64| {
        CloudFixture::of((0..words).map(move |n| (text(n), (most / (n as u64 + 1)).max(1))))
    };
    let flat = |words: usize| CloudFixture::of((0..words).map(|number| (text(number), 1)));
    let halls = [
        flat(1),
        flat(9),
        flat(65),
        flat(300),
        zipf(20, 12),
        zipf(120, 46),
        zipf(400, 400),
        zipf(400, 7),
    ];
    for hall in halls {
        check_at_rest(&hall);
    }
}

#[test]
fn what_is_given_seven_times_comes_in_for_what_is_given_twice() {
    let mut hall = CloudFixture::of((0..200).map(|number| (text(number), 2)));
    let outside: Vec<usize> = (0..200)
        .filter(|number| !hall.places()[0].contains_key(&key(&text(*number))))
        .take(6)
        .collect();
    assert_eq!(outside.len(), 6, "not all had room");
    for turn in 0..30 {
        let before = hall.layout.clone();
        hall.gives(&text(outside[turn % 6]));
        check_moves(&before, &hall, false);
        let before = hall.layout.clone();
        hall.passes(300);
        check_moves(&before, &hall, false);
        hall.check();
    }
    for number in &outside {
        assert!(
            hall.places()[0].contains_key(&key(&text(*number))),
            "{} is in while answers come",
            text(*number)
        );
    }
    hall.rests();
    check_at_rest(&hall);
}

#[test]
fn a_hall_that_gives_words_for_minutes_sees_them_grow_and_few_of_them_move() {
    let mut hall = CloudFixture::new();
    let mut moves = 0;
    for turn in 0..900_usize {
        let before = hall.layout.clone();
        // Some words far more often than others, and new ones all the time.
        let number = if turn % 3 == 0 {
            turn % 5
        } else {
            turn * 7 % (turn / 6 + 2)
        };
        hall.gives(&text(number));
        hall.passes(200);
        hall.check();
        check_moves(&before, &hall, false);
        moves += moved(&places_of(&before.planes()[0]), &hall.places()[0]).len();
    }
    assert!(moves <= 90, "{moves} of 900 answers made a word move");
    let most = hall.places()[0]
        .values()
        .map(|look| (look.count, look.size))
        .max()
        .unwrap();
    assert!(most.0 > 60 && most.1 >= 120, "{most:?}");
    hall.rests();
    check_at_rest(&hall);
}

/// What one person gives, whether they take back what they gave before, what is hidden or merged,
/// and how long nothing comes after.
fn session() -> impl Strategy<Value = Vec<(u8, Vec<u8>, u8, u16)>> {
    let words = proptest::collection::vec((0_u8..120).prop_map(|n| n.min(n / 3 + 10)), 0..4);
    let pause = prop_oneof![8 => 0_u16..400, 1 => 2_500_u16..9_000];
    proptest::collection::vec((0_u8..60, words, 0_u8..30, pause), 1..150)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn whatever_people_do_few_words_move_and_it_comes_to_rest(session in session()) {
        let mut hall = CloudFixture::new();
        let mut given: BTreeMap<u8, Vec<Spoken>> = BTreeMap::new();
        for (person, words, does, pause) in session {
            let words: Vec<Spoken> = words.iter().map(|number| word(&text(usize::from(*number)))).collect();
            let before = given.insert(person, words.clone());
            let before_this = hall.layout.clone();
            hall.changes(|tally| {
                tally.replace(before.as_deref(), Some(&words));
                if does < 4 {
                    tally.entries.moderated_mut().hide(&key(&text(usize::from(person))), does % 2 == 0);
                }
            });
            hall.check();
            // Whoever says the same again changes nothing.
            check_moves(&before_this, &hall, hall.layout.is_calm());
            // Views come ten times a second at most.
            for _ in 0..pause / 100 {
                let (before_this, calm) = (hall.layout.clone(), hall.layout.is_calm());
                hall.passes(100);
                hall.check();
                check_moves(&before_this, &hall, calm || hall.layout.is_calm());
            }
        }
        hall.rests();
        check_at_rest(&hall);
    }
}

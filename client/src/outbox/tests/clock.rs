//! A countdown on the phone, by the server's clock.

use super::unsent::changed;
use super::*;

fn counting(ends: u64) -> PhoneState {
    at(changed(&words("q", 1), |asked| {
        asked.countdown_ends = Some(ends)
    }))
}

fn left(outbox: &PhoneState) -> Option<u64> {
    outbox.page().live.unwrap().left
}

#[test]
fn seconds_are_seen_all_the_time_and_spoken_three_times() {
    let mut outbox = counting(60_000);
    assert_eq!(left(&outbox), None, "nobody knows the time yet");
    let mut spoken = Vec::new();
    for now in (0..=60).map(|second| second * 1000) {
        outbox.take(OutboxEvent::Second(now));
        assert_eq!(left(&outbox), Some((60_000 - now) / 1000));
        let news = outbox.page().live.unwrap().news;
        if !news.is_empty() && spoken.last() != Some(&news) {
            spoken.push(news);
        }
    }
    assert_eq!(
        spoken,
        ["Nog 30 seconden", "Nog 10 seconden", "Nog 5 seconden"]
    );
}

#[test]
fn a_phone_that_was_asleep_hears_how_much_is_really_left() {
    for (before, now, said) in [
        (29_000, 31_001, "Nog 29 seconden"),
        (40_000, 52_000, "Nog 8 seconden"),
        (40_000, 60_000, "De tijd is om."),
        (40_000, 99_000, "De tijd is om."),
        (31_000, 40_000, ""),
        (51_000, 54_999, ""),
    ] {
        let mut outbox = counting(60_000);
        outbox.take(OutboxEvent::Second(before));
        outbox.take(OutboxEvent::Second(now));
        assert_eq!(
            outbox.page().live.unwrap().news,
            said,
            "from {before} to {now}"
        );
    }
}

#[test]
fn only_an_open_question_with_a_countdown_counts() {
    let slide = changed(&words("q", 1), |asked| asked.countdown_ends = Some(60_000));
    let next = || words("next", 1);
    for (how, event, expected) in [
        (
            "closed",
            moved(changed(&slide, |asked| asked.open = false), vec![]),
            None,
        ),
        ("taken away", moved(words("q", 1), vec![]), None),
        ("moved on", moved(next(), vec![]), None),
        (
            "extended",
            moved(
                changed(&slide, |asked| asked.countdown_ends = Some(90_000)),
                vec![],
            ),
            Some(80),
        ),
        ("the same", moved(slide.clone(), vec![]), Some(50)),
    ] {
        let mut outbox = at(slide.clone());
        outbox.take(OutboxEvent::Second(10_000));
        outbox.take(event);
        assert_eq!(
            (left(&outbox), outbox.counts()),
            (expected, expected.is_some()),
            "{how}"
        );
    }
}

#[test]
fn who_asked_for_more_time_hears_that_it_was_asked_and_everybody_that_it_came() {
    let ends = |ends| changed(&words("q", 1), |asked| asked.countdown_ends = Some(ends));
    let news = |outbox: &PhoneState| outbox.page().live.unwrap().news;
    let mut outbox = counting(60_000);
    outbox.take(OutboxEvent::Second(40_000));
    assert_eq!(
        outbox.shown_round().as_deref(),
        Some("live=1&question=q&round=1")
    );
    outbox.take(OutboxEvent::AskedForMoreTime);
    assert_eq!(outbox.page().asked_until, Some(60_000));
    assert_eq!(
        news(&outbox),
        "Gevraagd. Je hoort het als er tijd bij komt."
    );
    outbox.take(moved(ends(90_000), vec![]));
    assert_eq!(news(&outbox), "Er is tijd bij. Nog 50 seconden");
    for (how, slide) in [
        ("the same", ends(60_000)),
        ("less of it", ends(50_000)),
        ("none any more", words("q", 1)),
        ("closed", changed(&ends(90_000), |asked| asked.open = false)),
        ("another question", {
            let mut other = ends(90_000);
            other.id = "other".into();
            other
        }),
    ] {
        let mut outbox = counting(60_000);
        outbox.take(OutboxEvent::Second(40_000));
        outbox.take(moved(slide, vec![]));
        assert!(!news(&outbox).contains("tijd bij"), "{how}");
    }
}

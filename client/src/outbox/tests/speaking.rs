//! What is said to whoever hears the page, as the room goes on.

use shared::question::Results;
use shared::question::words;

use super::*;

fn change(mut slide: SlideView, change: impl FnOnce(&mut QuestionView)) -> SlideView {
    if let PartView::Question(asked) = &mut slide.part {
        change(asked);
    }
    slide
}

fn results(slide: SlideView, round: Option<Round>) -> SlideView {
    let entry = serde_json::json!({ "voters": 2, "given": 2, "distinct": 1, "entries": [{ "text": "rust", "count": 2 }] });
    let results: words::WordsResults = serde_json::from_value(entry).unwrap();
    change(slide, |asked| {
        (asked.results, asked.results_round) = (Some(Results::Words(results)), round)
    })
}

fn closed(slide: SlideView) -> SlideView {
    change(slide, |asked| asked.open = false)
}

fn content(id: &str, prompt: &str) -> SlideView {
    SlideView {
        part: PartView::Content,
        prompt: prompt.into(),
        ..words(id, 1)
    }
}

/// What the page says, and how often it has said something.
fn said(outbox: &PhoneState) -> (String, u32) {
    let live = outbox.page().live.unwrap();
    (live.news, live.announcements)
}

#[test]
fn whatever_is_new_of_a_slide_is_said_once() {
    const RESULT: &str = "Zo antwoordden we: Eén antwoord: ‘rust’ (2).";
    for (before, now, news) in [
        (words("q", 1), words("q", 2), "Nieuwe ronde: q"),
        (
            closed(words("q", 1)),
            words("q", 1),
            "De vraag is weer open: q",
        ),
        (closed(words("q", 1)), words("q", 2), "Nieuwe ronde: q"),
        (
            closed(words("q", 1)),
            results(closed(words("q", 1)), None),
            RESULT,
        ),
        (
            words("q", 1),
            results(words("q", 1), None),
            "Zo antwoordden we tot nu toe",
        ),
        (words("q", 1), results(closed(words("q", 1)), None), RESULT),
        (
            results(closed(words("q", 2)), None),
            results(closed(words("q", 2)), Some(1)),
            RESULT,
        ),
        (
            open("q"),
            change(open("q"), |asked| asked.voting = true),
            "Stem nu op wat jij belangrijk vindt.",
        ),
        (content("a", "Pauze"), content("b", "Pauze"), "Pauze"),
        (
            words("q", 1),
            content("b", ""),
            "Even wachten op de volgende vraag",
        ),
        (content("a", "Welkom"), words("q", 1), "Nieuwe vraag: q"),
    ] {
        let mut outbox = at(content("first", "Welkom"));
        outbox.take(moved(before.clone(), Vec::new()));
        let (_, count) = said(&outbox);
        outbox.take(moved(now.clone(), Vec::new()));
        let (heard, after) = said(&outbox);
        assert!(heard.contains(news), "{news:?} is not in {heard:?}");
        assert_eq!(
            after,
            count + 1,
            "{news}: said, also where the same was said before"
        );
        outbox.take(moved(now, Vec::new()));
        assert_eq!(said(&outbox), (heard, after), "and not again");
    }
}

#[test]
fn what_changes_without_being_news_is_not_said() {
    for (before, now) in [
        (words("q", 1), words("q", 1)),
        (results(words("q", 1), None), results(words("q", 1), None)),
        (results(words("q", 1), None), words("q", 1)),
        (words("q", 1), closed(words("q", 1))),
        (change(open("q"), |asked| asked.voting = true), open("q")),
        (
            words("q", 1),
            change(words("q", 1), |asked| asked.countdown_ends = Some(9)),
        ),
    ] {
        let mut outbox = at(before);
        outbox.take(moved(now, Vec::new()));
        assert_eq!(said(&outbox), (String::new(), 0));
    }
}

#[test]
fn the_end_is_said() {
    let mut outbox = at(words("q", 1));
    let ended = PhoneView {
        phase: Phase::Ended,
        ..view(closed(words("q", 1)), Vec::new())
    };
    outbox.take(OutboxEvent::Heard(ServerFrame::View {
        seq: 3,
        view: ended,
    }));
    assert_eq!(said(&outbox), ("Bedankt voor het meedoen".to_owned(), 1));
}

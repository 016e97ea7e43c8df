//! What was filled in and not sent before a question stopped taking answers: whoever did that hears
//! so, once, wherever they are.

use shared::question::choice::{ChoiceInput, ChoiceLayout, InputOption, Pick};
use shared::question::open::OpenInput;
use shared::question::scale::ScaleInput;
use shared::question::spectrum::{Pole, SpectrumInput, SpectrumLayout};
use shared::question::words::WordsInput;

use super::*;

type SpectrumFill = (Input, &'static [(&'static str, &'static str)]);

fn pole(label: &str) -> Pole {
    Pole {
        label: label.into(),
        note: None,
        image: None,
    }
}

pub(super) fn options() -> Input {
    let option = |label: &str| InputOption {
        label: label.into(),
        other: label == "Anders",
        image: None,
    };
    let (pick, layout) = (Pick::default(), ChoiceLayout::default());
    Input::Choice(ChoiceInput {
        options: ["Kat", "Hond", "Anders"].map(option).to_vec(),
        pick,
        shuffle: false,
        layout,
    })
}

pub(super) fn statements() -> Input {
    let statements = ["een", "twee", "drie"].map(str::to_owned).to_vec();
    Input::Scale(ScaleInput {
        statements,
        from: 1,
        to: 5,
        low: None,
        high: None,
    })
}

fn spectrum() -> Input {
    Input::Spectrum(SpectrumInput {
        left: pole("kat"),
        right: pole("hond"),
        stops: Vec::new(),
        layout: SpectrumLayout::default(),
    })
}

fn text() -> Input {
    Input::Open(OpenInput {
        entries: 3,
        length: 200,
        votes: 2,
        layout: OpenLayout::default(),
        columns: Vec::new(),
    })
}

fn entries() -> Input {
    Input::Words(WordsInput {
        entries: 3,
        length: 25,
        layout: Default::default(),
    })
}

/// Something touched in a form of each kind, and texts behind options and under keys.
pub(super) fn touched() -> Vec<SpectrumFill> {
    vec![
        (options(), &[("option", "2")]),
        (options(), &[("option", "3"), ("other", "vis")]),
        (entries(), &[("entry", "rust"), ("entry", "")]),
        (statements(), &[("value-1", "4")]),
        (statements(), &[("skip-2", "1")]),
        (spectrum(), &[("value", "70")]),
        (text(), &[("key", "k"), ("text", "Een moestuin")]),
    ]
}

fn closed(slide: &SlideView) -> SlideView {
    changed(slide, |asked| asked.open = false)
}

pub(super) fn changed(slide: &SlideView, change: impl FnOnce(&mut QuestionView)) -> SlideView {
    let mut slide = slide.clone();
    if let PartView::Question(asked) = &mut slide.part {
        change(asked);
    }
    slide
}

fn ended(slide: SlideView, late: Vec<SlideView>) -> OutboxEvent {
    OutboxEvent::Heard(ServerFrame::View {
        seq: 3,
        view: PhoneView {
            phase: Phase::Ended,
            ..view(slide, late)
        },
    })
}

fn back(slide: SlideView, late: Vec<SlideView>) -> OutboxEvent {
    let view = view(slide, late);
    OutboxEvent::Heard(ServerFrame::Hello {
        seq: 9,
        you: Some(anna()),
        group: None,
        finished: false,
        own: Default::default(),
        view,
    })
}

/// Every way in which a question stops taking answers, and what is said of what was not sent.
fn ends(slide: &SlideView) -> Vec<(&'static str, Vec<OutboxEvent>, PhoneNotice)> {
    let next = || words("next", 1);
    let reopened = changed(slide, |asked| asked.round = 2);
    vec![
        (
            "closed by hand, or by its countdown",
            vec![moved(closed(slide), vec![])],
            PhoneNotice::NotSent,
        ),
        (
            "closed while the phone was away",
            vec![OutboxEvent::Reached(false), back(closed(slide), vec![])],
            PhoneNotice::NotSent,
        ),
        (
            "moved on, without a grace",
            vec![moved(next(), vec![])],
            PhoneNotice::NotSentBefore,
        ),
        (
            "moved on, and the grace is over",
            vec![moved(next(), vec![slide.clone()]), moved(next(), vec![])],
            PhoneNotice::NotSentBefore,
        ),
        (
            "followed, and the grace is over",
            vec![
                moved(next(), vec![slide.clone()]),
                OutboxEvent::Followed,
                moved(next(), vec![]),
            ],
            PhoneNotice::NotSentBefore,
        ),
        (
            "moved on while the phone was away",
            vec![back(next(), vec![])],
            PhoneNotice::NotSentBefore,
        ),
        (
            "ended at once",
            vec![ended(closed(slide), vec![])],
            PhoneNotice::NotSent,
        ),
        (
            "ended, and the grace is over",
            vec![
                ended(slide.clone(), vec![slide.clone()]),
                ended(closed(slide), vec![]),
            ],
            PhoneNotice::NotSent,
        ),
        (
            "voting began",
            vec![moved(changed(slide, |asked| asked.voting = true), vec![])],
            PhoneNotice::NotSentVoting,
        ),
        (
            "a new round began",
            vec![moved(reopened, vec![])],
            PhoneNotice::Refused(Refusal::StaleRound { round: 2 }),
        ),
    ]
}

#[test]
fn whoever_filled_in_and_did_not_send_is_told_whatever_ends_the_question() {
    for (input, fields) in touched() {
        let slide = question("q", 1, input);
        for (how, events, said) in ends(&slide) {
            let what = format!("{fields:?}, {how}");
            let mut outbox = at(slide.clone());
            typed(&mut outbox, fields);
            assert_eq!(outbox.page().notice, None, "{what}: nothing is wrong yet");
            for event in events.clone() {
                outbox.take(event);
            }
            assert_eq!(outbox.page().notice, Some(said.clone()), "{what}");
            outbox.take(moved(words("third", 1), vec![]));
            // What is still not sent in the new round is announced once more when that ends too.
            let again =
                matches!(said, PhoneNotice::Refused(_)).then_some(PhoneNotice::NotSentBefore);
            assert_eq!(outbox.page().notice, again, "{what}");
            outbox.take(moved(words("fourth", 1), vec![]));
            assert_eq!(
                outbox.page().notice,
                None,
                "{what}: said once, not for as long as the room runs"
            );
            // Whoever touched nothing, or whose answer is on its way, has nothing to hear.
            let mut idle = at(slide.clone());
            let mut sent = at(slide.clone());
            let sure: Vec<_> = fields.iter().copied().chain([("sure", "1 2 3")]).collect();
            assert_eq!(press(&mut sent, &sure).len(), 1, "{what}");
            for event in events {
                idle.take(event.clone());
                sent.take(event);
            }
            assert_eq!(
                (idle.page().notice, sent.page().notice),
                (None, None),
                "{what}, untouched and sent"
            );
        }
    }
}

#[test]
fn whoever_is_busy_when_it_ends_keeps_the_question_for_its_grace() {
    for (input, fields) in touched() {
        let slide = question("q", 1, input);
        let mut outbox = at(slide.clone());
        typed(&mut outbox, fields);
        outbox.take(ended(slide.clone(), vec![slide.clone()]));
        assert_eq!(
            outbox.page().shown.map(|slide| slide.id),
            Some("q".into()),
            "{fields:?}"
        );
        let mut idle = at(slide.clone());
        let effects = idle.take(ended(slide.clone(), vec![slide.clone()]));
        assert_eq!(idle.page().shown, None, "{fields:?}");
        assert!(
            effects.contains(&OutboxEffect::Arrive),
            "{fields:?}: another page begins at its top"
        );
        assert_eq!(
            idle.page().live.unwrap().news,
            "Bedankt voor het meedoen",
            "{fields:?}: and says so"
        );
    }
}

#[test]
fn a_page_that_is_another_one_begins_at_its_top_and_one_that_stays_leaves_everybody_in_peace() {
    let slide = words("q", 1);
    let arrives = |outbox: &mut PhoneState, event: OutboxEvent| {
        outbox.take(event).contains(&OutboxEffect::Arrive)
    };
    let idle = || at(slide.clone());
    let busy = || {
        let mut outbox = idle();
        typed(&mut outbox, &[("entry", "bijna")]);
        outbox
    };
    let next = || words("next", 1);
    for (how, mut outbox, event, expected) in [
        ("the next question", idle(), moved(next(), vec![]), true),
        (
            "the next one, after a break in the line",
            idle(),
            back(next(), vec![]),
            true,
        ),
        ("the end", idle(), ended(slide.clone(), vec![]), true),
        (
            "the next one while somebody types",
            busy(),
            moved(next(), vec![slide.clone()]),
            false,
        ),
        (
            "the same one closed",
            idle(),
            moved(closed(&slide), vec![]),
            false,
        ),
        (
            "the same one in a new round",
            busy(),
            moved(words("q", 2), vec![]),
            false,
        ),
        (
            "the same view again",
            busy(),
            back(slide.clone(), vec![]),
            false,
        ),
        ("a vote that is stored", idle(), saved(1, None), false),
    ] {
        assert_eq!(arrives(&mut outbox, event), expected, "{how}");
    }
    let mut outbox = busy();
    outbox.take(moved(next(), vec![slide.clone()]));
    assert!(
        arrives(&mut outbox, OutboxEvent::Followed),
        "whoever follows arrives"
    );
    assert!(
        arrives(&mut outbox, OutboxEvent::WentBack("q".into())),
        "and whoever goes back"
    );
    press(&mut outbox, &[("entry", "klaar")]);
    assert!(
        arrives(&mut outbox, saved(1, None)),
        "and whoever is let go once it is saved"
    );
}

#[test]
fn what_was_wrong_with_the_last_answer_is_not_said_above_the_end() {
    for (input, fields) in [
        (options(), &[][..]),
        (entries(), &[("entry", "")]),
        (statements(), &[]),
        (spectrum(), &[]),
        (text(), &[("key", "k"), ("text", " ")]),
    ] {
        let slide = question("q", 1, input);
        let mut outbox = at(slide.clone());
        press(&mut outbox, fields);
        assert!(
            code(&outbox).is_some(),
            "an empty answer is refused: {slide:?}"
        );
        outbox.take(ended(closed(&slide), Vec::new()));
        assert_eq!(code(&outbox), None, "{slide:?}");
    }
}

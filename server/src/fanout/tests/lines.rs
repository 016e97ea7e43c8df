//! One line, whatever the kernel takes: whole frames, in an order that makes sense, and the newest view at the end.

use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use proptest::prelude::*;
use shared::protocol::Closing;
use tokio::time::Instant;
use tokio_tungstenite::tungstenite::Message;

use super::page::Kernel;
use crate::fanout::frame;
use crate::fanout::line::{Line, PING_EVERY, SILENT_FOR, Sight, WRITE_WAIT};

fn sight(version: u64, length: usize) -> Sight {
    Sight { version, frame: frame::text(&format!("view {version} {}", "v".repeat(length))) }
}

fn flush(line: &Line) -> Poll<std::io::Result<()>> {
    line.poll_flushed(&mut Context::from_waker(Waker::noop()))
}

fn line(kernel: &Kernel) -> Arc<Line> {
    Arc::new(Line::new(kernel.clone(), 0))
}

/// The first words of what arrived.
fn arrived(kernel: &Kernel) -> Vec<String> {
    let named = |message: &Message| match message {
        Message::Text(text) => text.split(' ').take(2).collect::<Vec<_>>().join(" "),
        Message::Close(Some(frame)) => format!("close {}", frame.code),
        Message::Ping(_) => "ping".to_owned(),
        other => panic!("{other:?} is nothing that a line says"),
    };
    kernel.messages().iter().map(named).collect()
}

#[test]
fn whoever_takes_everything_gets_everything_at_once() {
    let kernel = Kernel::open();
    let line = line(&kernel);
    line.say(frame::text("ack 1"));
    line.show(&sight(1, 10));
    line.say(frame::text("ack 2"));
    line.show(&sight(2, 100_000));
    line.say_last(frame::close(1012));
    assert_eq!(arrived(&kernel), ["ack 1", "view 1", "ack 2", "view 2", "close 1012"]);
}

#[test]
fn a_slow_reader_gets_the_rest_then_its_answers_then_only_the_newest_view() {
    let kernel = Kernel::shut(0);
    let line = line(&kernel);
    kernel.takes(40);
    line.show(&sight(1, 300));
    for version in 2..=50 {
        line.show(&sight(version, 300));
        line.say(frame::text(&format!("ack {version}")));
    }
    assert!(flush(&line).is_pending());
    kernel.takes_everything();
    assert!(matches!(flush(&line), Poll::Ready(Ok(()))));
    let acks = (2..=50).map(|ack| format!("ack {ack}"));
    let expected: Vec<_> = ["view 1".to_owned()].into_iter().chain(acks).chain(["view 50".to_owned()]).collect();
    assert_eq!(arrived(&kernel), expected);
}

#[test]
fn an_older_view_never_follows_a_newer_one() {
    let kernel = Kernel::open();
    let line = line(&kernel);
    line.show(&sight(3, 10));
    line.show(&sight(2, 10));
    line.show(&sight(3, 10));
    kernel.stalls();
    line.show(&sight(5, 10));
    line.show(&sight(4, 10));
    kernel.takes_everything();
    assert!(flush(&line).is_ready());
    assert_eq!(arrived(&kernel), ["view 3", "view 5"]);
}

#[test]
fn nothing_follows_a_goodbye() {
    let kernel = Kernel::shut(1);
    let line = line(&kernel);
    kernel.takes(5);
    line.show(&sight(1, 20));
    line.show(&sight(2, 20));
    line.say(frame::text("ack 1"));
    line.say_last(frame::close(4408));
    line.say(frame::text("ack 2"));
    line.show(&sight(3, 20));
    line.say_last(frame::close(1000));
    line.order(Closing::TooFast);
    kernel.takes_everything();
    assert!(flush(&line).is_ready());
    assert_eq!(arrived(&kernel), ["view 1", "ack 1", "close 4408"]);
    assert_eq!(line.ordered(), None, "it has said goodbye already");
}

#[test]
fn a_line_that_is_cut_in_a_frame_says_so_and_takes_nothing_more() {
    let kernel = Kernel::shut(0);
    let line = line(&kernel);
    kernel.takes(3);
    line.show(&sight(1, 20));
    kernel.is_cut();
    assert!(matches!(flush(&line), Poll::Ready(Err(_))));
    line.show(&sight(2, 20));
    line.say(frame::text("ack 1"));
    assert!(matches!(flush(&line), Poll::Ready(Err(_))));
    assert_eq!(kernel.bytes().len(), 3);
}

#[tokio::test]
async fn its_own_task_is_woken_when_something_stays_behind() {
    let kernel = Kernel::shut(1);
    let line = line(&kernel);
    assert!(flush(&line).is_ready());
    let (waiting, slow) = (line.clone(), kernel.clone());
    let own = tokio::spawn(async move {
        while slow.bytes().is_empty() {
            // As a socket's task: it sleeps once all is flushed, until somebody writes.
            let mut asleep = false;
            std::future::poll_fn(|cx| match waiting.poll_flushed(cx) {
                Poll::Ready(_) if !asleep => {
                    asleep = true;
                    Poll::Pending
                }
                flushed => flushed.map(drop),
            })
            .await;
        }
    });
    tokio::task::yield_now().await;
    line.say(frame::text("ack 1"));
    tokio::task::yield_now().await;
    kernel.takes_everything();
    own.await.unwrap();
    assert_eq!(arrived(&kernel), ["ack 1"]);
}

#[test]
fn who_takes_nothing_for_long_is_sent_away_and_who_takes_a_frame_has_time_for_the_next() {
    let (stuck, slow) = (Kernel::shut(0), Kernel::shut(0));
    let lines = [line(&stuck), line(&slow)];
    for line in &lines {
        line.show(&sight(1, 300));
        line.say(frame::text(&"a".repeat(300)));
    }
    let begun = Instant::now();
    while Instant::now() == begun {}
    slow.takes(400);
    assert!(flush(&lines[1]).is_pending());
    lines.iter().for_each(|line| line.sweep(begun + WRITE_WAIT - Duration::from_secs(1)));
    assert_eq!([0, 1].map(|at| lines[at].ordered()), [None, None]);
    lines.iter().for_each(|line| line.sweep(begun + WRITE_WAIT));
    assert_eq!([0, 1].map(|at| lines[at].ordered()), [Some(Closing::TooSlow), None]);
    lines[1].sweep(Instant::now() + WRITE_WAIT);
    assert_eq!(lines[1].ordered(), Some(Closing::TooSlow));
}

#[test]
fn the_quiet_are_asked_and_the_silent_sent_away() {
    let kernels = [Kernel::open(), Kernel::open()];
    let [answers, silent] = [line(&kernels[0]), line(&kernels[1])];
    let begun = Instant::now();
    for second in 1..=SILENT_FOR.as_secs() {
        let now = begun + Duration::from_secs(second);
        [&answers, &silent].into_iter().for_each(|line| line.sweep(now));
        answers.heard(now);
    }
    assert_eq!((answers.ordered(), silent.ordered()), (None, Some(Closing::TooSlow)));
    let pings = SILENT_FOR.as_secs() / PING_EVERY.as_secs();
    assert_eq!(arrived(&kernels[0]), vec!["ping"; pings as usize]);
}

#[test]
fn answers_that_nobody_takes_end_the_line_and_are_never_dropped_in_silence() {
    let kernel = Kernel::shut(0);
    let line = line(&kernel);
    (0..10_000).for_each(|ack| line.say(frame::text(&format!("ack {ack}"))));
    assert_eq!(line.ordered(), Some(Closing::TooSlow));
    line.say_last(frame::close(4408));
    kernel.takes_everything();
    assert!(flush(&line).is_ready());
    let arrived = arrived(&kernel);
    let kept = arrived.len();
    assert!(kept < 100, "{kept}");
    assert!(arrived.iter().enumerate().all(|(at, frame)| *frame == format!("ack {at}")), "{arrived:?}");
}

#[derive(Clone, Debug)]
enum Act {
    Says(usize),
    Shows(usize),
    ShowsAgain,
    Takes(usize),
    Stalls,
    Flushes,
}

fn act() -> impl Strategy<Value = Act> {
    let length = prop_oneof![0..40_usize, 118..132_usize, 65_520..65_540_usize];
    prop_oneof![
        length.clone().prop_map(Act::Says),
        length.prop_map(Act::Shows),
        Just(Act::ShowsAgain),
        prop_oneof![1..4_usize, 1..400_usize, 1..200_000_usize].prop_map(Act::Takes),
        Just(Act::Stalls),
        Just(Act::Flushes),
    ]
}

/// What was done to a line, and what must come out: answers in order, and how many of them were before each view.
#[derive(Default)]
struct Story {
    said: usize,
    version: u64,
    said_before: Vec<usize>,
}

impl Story {
    fn goes_on(&mut self, line: &Line, kernel: &Kernel, act: Act) {
        match act {
            Act::Says(length) => {
                self.said += 1;
                line.say(frame::text(&format!("ack {} {}", self.said, "a".repeat(length))));
            }
            Act::Shows(length) => {
                self.version += 1;
                self.said_before.push(self.said);
                line.show(&sight(self.version, length));
            }
            Act::ShowsAgain => line.show(&sight(self.version, 5)),
            Act::Takes(more) => kernel.takes(more),
            Act::Stalls => kernel.stalls(),
            Act::Flushes => drop(flush(line)),
        }
    }

    fn was_told(&self, arrived: &[String]) {
        let (mut acks, mut shown) = (0, 0);
        for frame in arrived {
            let (kind, number) = frame.split_once(' ').unwrap();
            let number: usize = number.parse().unwrap();
            if kind == "ack" {
                acks += 1;
                assert_eq!(number, acks, "no answer is lost, doubled or overtaken: {arrived:?}");
            } else {
                assert!(number > shown, "no view goes backwards: {arrived:?}");
                shown = number;
                assert!(acks >= self.said_before[number - 1], "what was said first comes first: {arrived:?}");
            }
        }
        assert_eq!((acks, shown), (self.said, self.version as usize), "all answers and the newest view: {arrived:?}");
    }
}

proptest! {
    #[test]
    fn whatever_the_kernel_takes_everybody_ends_on_the_newest_view(
        acts in prop::collection::vec(act(), 0..60),
        bite in prop_oneof![Just(0_usize), Just(1), 2..3_000_usize],
        goodbye in any::<bool>(),
    ) {
        let kernel = Kernel::shut(bite);
        let line = line(&kernel);
        let mut story = Story::default();
        acts.into_iter().for_each(|act| story.goes_on(&line, &kernel, act));
        kernel.takes_everything();
        prop_assert!(flush(&line).is_ready());
        if goodbye {
            line.say_last(frame::close(1012));
            line.show(&sight(story.version + 1, 3));
            prop_assert!(flush(&line).is_ready());
        }
        let mut arrived = arrived(&kernel);
        if goodbye {
            prop_assert_eq!(arrived.pop().unwrap(), "close 1012");
        }
        story.was_told(&arrived);
    }
}

//! One line, whatever the kernel takes: whole frames, in an order that makes sense, and the newest
//! view at the end.

use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use proptest::prelude::*;
use shared::protocol::Closing;
use tokio::time::Instant;
use tokio_tungstenite::tungstenite::Message;

use super::page::Kernel;
use crate::fanout::frame;
use crate::fanout::socket_writer::{EncodedView, PING_EVERY, SILENT_FOR, SocketWriter, WRITE_WAIT};

fn encoded(version: u64, length: usize) -> EncodedView {
    EncodedView {
        version,
        frame: frame::text(&format!("view {version} {}", "v".repeat(length))),
    }
}

fn flush(writer: &SocketWriter) -> Poll<std::io::Result<()>> {
    writer.poll_flushed(&mut Context::from_waker(Waker::noop()))
}

fn writer(kernel: &Kernel) -> Arc<SocketWriter> {
    Arc::new(SocketWriter::new(kernel.clone(), 0))
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
    let writer = writer(&kernel);
    writer.send(frame::text("ack 1"));
    writer.offer_view(&encoded(1, 10));
    writer.send(frame::text("ack 2"));
    writer.offer_view(&encoded(2, 100_000));
    writer.send_last(frame::close(1012));
    assert_eq!(
        arrived(&kernel),
        ["ack 1", "view 1", "ack 2", "view 2", "close 1012"]
    );
}

#[test]
fn a_slow_reader_gets_the_rest_then_its_answers_then_only_the_newest_view() {
    let kernel = Kernel::shut(0);
    let writer = writer(&kernel);
    kernel.takes(40);
    writer.offer_view(&encoded(1, 300));
    for version in 2..=50 {
        writer.offer_view(&encoded(version, 300));
        writer.send(frame::text(&format!("ack {version}")));
    }
    assert!(flush(&writer).is_pending());
    kernel.takes_everything();
    assert!(matches!(flush(&writer), Poll::Ready(Ok(()))));
    let acks = (2..=50).map(|ack| format!("ack {ack}"));
    let expected: Vec<_> = ["view 1".to_owned()]
        .into_iter()
        .chain(acks)
        .chain(["view 50".to_owned()])
        .collect();
    assert_eq!(arrived(&kernel), expected);
}

#[test]
fn an_older_view_never_follows_a_newer_one() {
    let kernel = Kernel::open();
    let writer = writer(&kernel);
    writer.offer_view(&encoded(3, 10));
    writer.offer_view(&encoded(2, 10));
    writer.offer_view(&encoded(3, 10));
    kernel.stalls();
    writer.offer_view(&encoded(5, 10));
    writer.offer_view(&encoded(4, 10));
    kernel.takes_everything();
    assert!(flush(&writer).is_ready());
    assert_eq!(arrived(&kernel), ["view 3", "view 5"]);
}

#[test]
fn nothing_follows_a_goodbye() {
    let kernel = Kernel::shut(1);
    let writer = writer(&kernel);
    kernel.takes(5);
    writer.offer_view(&encoded(1, 20));
    writer.offer_view(&encoded(2, 20));
    writer.send(frame::text("ack 1"));
    writer.send_last(frame::close(4408));
    writer.send(frame::text("ack 2"));
    writer.offer_view(&encoded(3, 20));
    writer.send_last(frame::close(1000));
    writer.request_close(Closing::TooFast);
    kernel.takes_everything();
    assert!(flush(&writer).is_ready());
    assert_eq!(arrived(&kernel), ["view 1", "ack 1", "close 4408"]);
    assert_eq!(
        writer.requested_close(),
        None,
        "it has said goodbye already"
    );
}

#[test]
fn a_line_that_is_cut_in_a_frame_says_so_and_takes_nothing_more() {
    let kernel = Kernel::shut(0);
    let writer = writer(&kernel);
    kernel.takes(3);
    writer.offer_view(&encoded(1, 20));
    kernel.is_cut();
    assert!(matches!(flush(&writer), Poll::Ready(Err(_))));
    writer.offer_view(&encoded(2, 20));
    writer.send(frame::text("ack 1"));
    assert!(matches!(flush(&writer), Poll::Ready(Err(_))));
    assert_eq!(kernel.bytes().len(), 3);
}

#[tokio::test]
async fn its_own_task_is_woken_when_something_stays_behind() {
    let kernel = Kernel::shut(1);
    let writer = writer(&kernel);
    assert!(flush(&writer).is_ready());
    let (waiting, slow) = (writer.clone(), kernel.clone());
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
    writer.send(frame::text("ack 1"));
    tokio::task::yield_now().await;
    kernel.takes_everything();
    own.await.unwrap();
    assert_eq!(arrived(&kernel), ["ack 1"]);
}

#[test]
fn who_takes_nothing_for_long_is_sent_away_and_who_takes_a_frame_has_time_for_the_next() {
    let (stuck, slow) = (Kernel::shut(0), Kernel::shut(0));
    let writers = [writer(&stuck), writer(&slow)];
    for writer in &writers {
        writer.offer_view(&encoded(1, 300));
        writer.send(frame::text(&"a".repeat(300)));
    }
    let begun = Instant::now();
    while Instant::now() == begun {}
    slow.takes(400);
    assert!(flush(&writers[1]).is_pending());
    writers
        .iter()
        .for_each(|writer| writer.sweep(begun + WRITE_WAIT - Duration::from_secs(1)));
    assert_eq!([0, 1].map(|at| writers[at].requested_close()), [None, None]);
    writers
        .iter()
        .for_each(|writer| writer.sweep(begun + WRITE_WAIT));
    assert_eq!(
        [0, 1].map(|at| writers[at].requested_close()),
        [Some(Closing::TooSlow), None]
    );
    writers[1].sweep(Instant::now() + WRITE_WAIT);
    assert_eq!(writers[1].requested_close(), Some(Closing::TooSlow));
}

#[test]
fn the_quiet_are_asked_and_the_silent_sent_away() {
    let kernels = [Kernel::open(), Kernel::open()];
    let [answers, silent] = [writer(&kernels[0]), writer(&kernels[1])];
    let begun = Instant::now();
    for second in 1..=SILENT_FOR.as_secs() {
        let now = begun + Duration::from_secs(second);
        [&answers, &silent]
            .into_iter()
            .for_each(|writer| writer.sweep(now));
        answers.touch(now);
    }
    assert_eq!(
        (answers.requested_close(), silent.requested_close()),
        (None, Some(Closing::TooSlow))
    );
    let pings = SILENT_FOR.as_secs() / PING_EVERY.as_secs();
    assert_eq!(arrived(&kernels[0]), vec!["ping"; pings as usize]);
}

#[test]
fn answers_that_nobody_takes_end_the_line_and_are_never_dropped_in_silence() {
    let kernel = Kernel::shut(0);
    let writer = writer(&kernel);
    (0..10_000).for_each(|ack| writer.send(frame::text(&format!("ack {ack}"))));
    assert_eq!(writer.requested_close(), Some(Closing::TooSlow));
    writer.send_last(frame::close(4408));
    kernel.takes_everything();
    assert!(flush(&writer).is_ready());
    let arrived = arrived(&kernel);
    let kept = arrived.len();
    assert!(kept < 100, "{kept}");
    assert!(
        arrived
            .iter()
            .enumerate()
            .all(|(at, frame)| *frame == format!("ack {at}")),
        "{arrived:?}"
    );
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

/// What was done to a line, and what must come out: answers in order, and how many of them were
/// before each view.
#[derive(Default)]
struct WriterStory {
    said: usize,
    version: u64,
    said_before: Vec<usize>,
}

impl WriterStory {
    fn goes_on(&mut self, writer: &SocketWriter, kernel: &Kernel, act: Act) {
        match act {
            Act::Says(length) => {
                self.said += 1;
                writer.send(frame::text(&format!(
                    "ack {} {}",
                    self.said,
                    "a".repeat(length)
                )));
            }
            Act::Shows(length) => {
                self.version += 1;
                self.said_before.push(self.said);
                writer.offer_view(&encoded(self.version, length));
            }
            Act::ShowsAgain => writer.offer_view(&encoded(self.version, 5)),
            Act::Takes(more) => kernel.takes(more),
            Act::Stalls => kernel.stalls(),
            Act::Flushes => drop(flush(writer)),
        }
    }

    fn was_told(&self, arrived: &[String]) {
        let (mut acks, mut shown) = (0, 0);
        for frame in arrived {
            let (kind, number) = frame.split_once(' ').unwrap();
            let number: usize = number.parse().unwrap();
            if kind == "ack" {
                acks += 1;
                assert_eq!(
                    number, acks,
                    "no answer is lost, doubled or overtaken: {arrived:?}"
                );
            } else {
                assert!(number > shown, "no view goes backwards: {arrived:?}");
                shown = number;
                assert!(
                    acks >= self.said_before[number - 1],
                    "what was said first comes first: {arrived:?}"
                );
            }
        }
        assert_eq!(
            (acks, shown),
            (self.said, self.version as usize),
            "all answers and the newest view: {arrived:?}"
        );
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
        let writer = writer(&kernel);
        let mut story = WriterStory::default();
        acts.into_iter().for_each(|act| story.goes_on(&writer, &kernel, act));
        kernel.takes_everything();
        prop_assert!(flush(&writer).is_ready());
        if goodbye {
            writer.send_last(frame::close(1012));
            writer.offer_view(&encoded(story.version + 1, 3));
            prop_assert!(flush(&writer).is_ready());
        }
        let mut arrived = arrived(&kernel);
        if goodbye {
            prop_assert_eq!(arrived.pop().unwrap(), "close 1012");
        }
        story.was_told(&arrived);
    }
}

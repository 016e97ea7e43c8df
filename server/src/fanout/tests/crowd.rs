//! Many sockets of one kind of view, some slow, some coming and going while views are shown:
//! everybody who stays ends on the newest.

use std::future::poll_fn;
use std::io;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use shared::protocol::Closing;
use tokio_tungstenite::tungstenite::Message;

use super::page::{Kernel, ordered};
use crate::fanout::frame;
use crate::fanout::socket_writer::{EncodedView, SocketWriter};
use crate::fanout::subscribers::SubscriberSet;

const PEOPLE: usize = 1_500;
const VIEWS: u64 = 60;

fn encoded(version: u64) -> EncodedView {
    EncodedView {
        version,
        frame: frame::text(&version.to_string()),
    }
}

fn versions(kernel: &Kernel) -> Vec<u64> {
    let version = |message: Message| message.into_text().unwrap().parse().unwrap();
    kernel.messages().into_iter().map(version).collect()
}

/// As a socket's own task: goes on with what stays behind until the last view has arrived.
async fn reads_until(writer: Arc<SocketWriter>, kernel: Kernel, last: u64) -> Kernel {
    let frame = encoded(last).frame;
    let there = async {
        while !kernel.bytes().ends_with(&frame) {
            tokio::select! {
                () = kernel.news() => {}
                error = poll_fn(|cx| goes_on(&writer, cx)) => panic!("{error}"),
            }
        }
    };
    let there = tokio::time::timeout(Duration::from_secs(60), there).await;
    there.unwrap_or_else(|_| panic!("the last view never came: {:?}", versions(&kernel)));
    kernel
}

fn goes_on(writer: &SocketWriter, cx: &mut Context<'_>) -> Poll<io::Error> {
    match writer.poll_flushed(cx) {
        Poll::Ready(Err(error)) => Poll::Ready(error),
        _ => Poll::Pending,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn whoever_comes_while_views_are_shown_ends_on_the_newest() {
    let subscribers = Arc::<SubscriberSet>::default();
    let mut readers = Vec::new();
    for person in 0..PEOPLE {
        let kernel = if person % 3 == 0 {
            Kernel::shut(1)
        } else {
            Kernel::open()
        };
        let writer: Arc<SocketWriter> = Arc::new(SocketWriter::new(kernel.clone(), 0));
        readers.push(tokio::spawn(reads_until(
            writer.clone(),
            kernel.clone(),
            VIEWS,
        )));
        subscribers.expect();
        let id = subscribers.attach(writer, (None, 0));
        if person % 10 == 9 {
            // A subscriber who goes at once, and whose place is the next one's.
            readers.pop().unwrap().abort();
            subscribers.let_go(Some(id));
        }
        if person % (PEOPLE / VIEWS as usize) == 0 {
            subscribers.begin_showing(&encoded(1 + (person as u64 * VIEWS) / PEOPLE as u64));
            tokio::task::yield_now().await;
        }
        kernel.takes_everything();
    }
    subscribers.begin_showing(&encoded(VIEWS));
    assert_eq!(subscribers.count(), PEOPLE - PEOPLE / 10);
    for reader in readers {
        let seen = versions(&reader.await.unwrap());
        assert!(
            seen.is_sorted_by(|before, after| before < after),
            "{seen:?}"
        );
        assert_eq!(seen.last(), Some(&VIEWS));
    }
}

#[tokio::test]
async fn one_that_is_stuck_holds_nobody_up() {
    let subscribers = SubscriberSet::default();
    let kernels: Vec<Kernel> = (0..600)
        .map(|at| {
            if at % 2 == 0 {
                Kernel::shut(0)
            } else {
                Kernel::open()
            }
        })
        .collect();
    let writers: Vec<Arc<SocketWriter>> = kernels
        .iter()
        .map(|kernel| Arc::new(SocketWriter::new(kernel.clone(), 0)) as _)
        .collect();
    for writer in &writers {
        subscribers.attach(writer.clone(), (None, 0));
    }
    for version in 1..=20 {
        subscribers.broadcast(&encoded(version)).await;
    }
    let all: Vec<u64> = (1..=20).collect();
    assert!(
        kernels
            .iter()
            .skip(1)
            .step_by(2)
            .all(|kernel| versions(kernel) == all)
    );
    for (kernel, writer) in kernels.iter().zip(&writers).step_by(2) {
        kernel.takes_everything();
        poll_fn(|cx| writer.poll_flushed(cx)).await.unwrap();
        assert_eq!(
            versions(kernel),
            [20],
            "of what was never begun only the newest is sent"
        );
    }
}

#[tokio::test]
async fn everybody_is_sent_away_for_the_first_reason() {
    let subscribers = SubscriberSet::default();
    let writers: Vec<Arc<SocketWriter>> = (0..300)
        .map(|_| Arc::new(SocketWriter::new(Kernel::open(), 0)) as _)
        .collect();
    for writer in &writers {
        subscribers.attach(writer.clone(), (None, 0));
    }
    subscribers.send_away(Closing::NoRoom);
    subscribers.send_away(Closing::GoingAway);
    for writer in &writers {
        assert_eq!(ordered(writer).await, Closing::NoRoom);
    }
}

#[tokio::test]
async fn a_line_lives_no_longer_than_its_chair() {
    let subscribers = SubscriberSet::default();
    let writer: Arc<SocketWriter> = Arc::new(SocketWriter::new(Kernel::open(), 0));
    subscribers.expect();
    let id = subscribers.attach(writer.clone(), (None, 0));
    subscribers.broadcast(&encoded(1)).await;
    subscribers.let_go(Some(id));
    assert_eq!((Arc::strong_count(&writer), subscribers.count()), (1, 0));
}

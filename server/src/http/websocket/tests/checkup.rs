//! A line that is tried: what goes over it, and when it is given up.

use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncWriteExt, DuplexStream};
use tokio_tungstenite::tungstenite::Message;

use crate::fanout::SocketWriter;
use crate::fanout::tests::page::Kernel;
use crate::http::websocket::checkup::{CheckupLine, MESSAGES};
use crate::http::websocket::frame_reader::FrameReader;

/// A masked pong without anything in it.
const PONG: [u8; 6] = [0x8a, 0x80, 1, 2, 3, 4];

/// Runs a line to its end, while somebody does that at the other one; what went over it, as words.
async fn tried<F: Future<Output = DuplexStream>>(
    line: &CheckupLine,
    does: impl FnOnce(DuplexStream, Kernel) -> F,
) -> Vec<String> {
    let ((says, read), kernel) = (tokio::io::duplex(64 * 1024), Kernel::open());
    let writer: Arc<SocketWriter> = Arc::new(SocketWriter::new(kernel.clone(), 0));
    let (_held, ()) = tokio::join!(
        does(says, kernel.clone()),
        line.run(FrameReader::new(read, b""), writer)
    );
    let word = |message: Message| match message {
        Message::Text(text) => text.to_string(),
        Message::Ping(_) => "ping".to_owned(),
        Message::Close(frame) => {
            format!("close {}", frame.map_or(0, |frame| u16::from(frame.code)))
        }
        other => format!("{other:?}"),
    };
    kernel.messages().into_iter().map(word).collect()
}

const HERE: &str = r#"{"type":"here"}"#;
/// A minute and 25 seconds in small.
const SMALL: CheckupLine = CheckupLine {
    stays: Duration::from_millis(60),
    asked_every: Duration::from_millis(25),
};
/// One that is over when the other side says so.
const LONG: CheckupLine = CheckupLine {
    stays: Duration::from_secs(3600),
    asked_every: Duration::from_millis(1),
};

#[tokio::test]
async fn a_line_that_stays_is_as_quiet_as_a_phones_and_ends_with_a_goodbye() {
    let quiet = |says, kernel: Kernel| async move {
        while !kernel.whole_messages().iter().any(Message::is_close) {
            kernel.news().await;
        }
        drop(says);
        tokio::io::duplex(1).0
    };
    assert_eq!(
        tried(&SMALL, quiet).await,
        [HERE, "ping", "ping", "close 1000"]
    );
}

#[tokio::test]
async fn who_leaves_is_let_go() {
    let leaves = |says: DuplexStream, kernel: Kernel| async move {
        while !kernel.whole_messages().iter().any(Message::is_ping) {
            kernel.news().await;
        }
        drop(says);
        tokio::io::duplex(1).0
    };
    let said = tried(&LONG, leaves).await;
    assert!(
        said.starts_with(&[HERE.to_owned(), "ping".to_owned()]) && !said.concat().contains("close"),
        "{said:?}"
    );
}

#[tokio::test]
async fn who_says_more_than_they_have_reason_to_is_let_go() {
    let floods = |mut says: DuplexStream, _| async move {
        for _ in 0..=MESSAGES {
            says.write_all(&PONG).await.unwrap();
        }
        says
    };
    let said = tried(&LONG, floods).await;
    assert!(
        said[0] == HERE && !said.concat().contains("close"),
        "{said:?}"
    );
}

//! `GET /test/live`: a line that shows nothing, open for as long as it takes to know that lines
//! stay open here. It is as quiet as a phone's between two questions, since what is quiet is what
//! networks cut.

use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::response::Response;
use tokio::io::AsyncRead;
use tokio::time::{Instant, timeout_at};

use super::connection;
use super::frame_reader::{FrameReader, ReadClosed};
use super::handshake;
use crate::App;
use crate::fanout::{PING_EVERY, SocketWriter, frame};
use crate::http::rights::Anyone;

/// How long a line must stay open, and how often it is asked whether it is there.
pub(super) struct CheckupLine {
    pub stays: Duration,
    pub asked_every: Duration,
}

/// As long as people wait between two questions, and as seldom as a phone is asked.
const CHECKUP: CheckupLine = CheckupLine {
    stays: Duration::from_secs(60),
    asked_every: PING_EVERY,
};
/// Messages that somebody may send meanwhile; answers to pings are such.
pub(super) const MESSAGES: usize = 60;
/// The line stayed open (RFC 6455: normal closure).
const DONE: u16 = 1000;
/// Too many try at once (IANA: try again later).
const FULL: u16 = 1013;
/// The first frame: networks that let the handshake pass and nothing after it are found out by
/// that.
const HERE: &str = r#"{"type":"here"}"#;

/// `GET /test/live`
pub async fn socket(asker: Anyone, State(app): State<App>, mut request: Request) -> Response {
    let (accept, upgrading) = match handshake::accept(&mut request) {
        Ok(accepted) => accepted,
        Err(refused) => return *refused,
    };
    let (trying, permit) = (
        app.checkups.enter(asker.address),
        handshake::permit(&request),
    );
    // No room and no answer depends on it: a stop does not wait for it.
    tokio::spawn(async move {
        let Some((reader, pipe)) = handshake::begin(upgrading).await else {
            return;
        };
        let writer: Arc<SocketWriter> = Arc::new(SocketWriter::new(pipe, 0));
        match trying {
            Some(_) => CHECKUP.run(reader, writer).await,
            None => connection::say_goodbye(reader, writer, FULL).await,
        }
        drop((trying, permit));
    });
    handshake::switching(accept, None)
}

impl CheckupLine {
    /// Stays open for as long as it must, and then says goodbye.
    pub(super) async fn run<R: AsyncRead + Unpin>(
        &self,
        mut reader: FrameReader<R>,
        writer: Arc<SocketWriter>,
    ) {
        writer.send(frame::text(HERE));
        let (begin, mut left) = (Instant::now(), MESSAGES);
        for asked in 1.. {
            let next = self.asked_every * asked;
            if !is_there_until(
                begin + next.min(self.stays),
                &mut reader,
                &writer,
                &mut left,
            )
            .await
            {
                return;
            }
            if next >= self.stays {
                break;
            }
            writer.send(frame::ping());
        }
        connection::say_goodbye(reader, writer, DONE).await;
    }
}

/// Whether the other side is still there then, and sends no more than it has a reason to.
async fn is_there_until<R: AsyncRead + Unpin>(
    until: Instant,
    reader: &mut FrameReader<R>,
    writer: &SocketWriter,
    left: &mut usize,
) -> bool {
    let listens = async {
        while *left > 0 && hears(reader, writer).await.is_ok() {
            *left -= 1;
        }
    };
    timeout_at(until, listens).await.is_err()
}

async fn hears<R: AsyncRead + Unpin>(
    reader: &mut FrameReader<R>,
    writer: &SocketWriter,
) -> Result<(), ReadClosed> {
    let heard = std::future::poll_fn(|cx| match writer.poll_flushed(cx) {
        Poll::Ready(Err(_)) => Poll::Ready(Err(ReadClosed::Gone)),
        _ => reader.poll_frame(cx, writer),
    });
    heard.await.map(drop)
}

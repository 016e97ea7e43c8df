//! The stage of the room: a projected page that notes when it saw how much.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use futures_util::StreamExt;
use hdrhistogram::Histogram;
use serde::Deserialize;
use tokio::net::TcpStream;
use tokio::task::JoinHandle;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{WebSocketStream, client_async};

use super::voter::AcknowledgedVote;
use crate::runtime::start;
use crate::{Peil, Presenter, TOKEN, until, wait};

/// A stage that follows a room.
pub struct FollowingStage {
    reader: JoinHandle<()>,
    views: Views,
}

/// When a view came, and the sequence of the room that it shows.
type Views = Arc<Mutex<Vec<(Instant, u64)>>>;

#[derive(Deserialize)]
struct SeenView {
    seq: u64,
}

impl FollowingStage {
    /// A stage of this room, greeted.
    #[track_caller]
    pub fn follows(peil: &Peil, presenter: &Presenter) -> Self {
        let host = peil.address().host();
        let url = format!(
            "ws://{host}/rooms/{}/live?protocol=3&role=stage",
            presenter.started.room
        );
        let mut request = url.into_client_request().expect("an address of peil");
        let token = format!("Bearer {TOKEN}")
            .parse()
            .expect("the token is plain");
        request.headers_mut().insert("authorization", token);
        let socket = wait(async {
            let stream = TcpStream::connect(&host)
                .await
                .map_err(|error| error.to_string())?;
            client_async(request, stream)
                .await
                .map_err(|error| error.to_string())
        });
        let (socket, _) = socket.expect("the stage gets its socket");
        let views = Views::default();
        let stage = Self {
            reader: start(read(socket, views.clone())),
            views,
        };
        stage.has_seen(0);
        stage
    }

    /// Waits until it shows the room at that sequence, or later.
    #[track_caller]
    pub fn has_seen(&self, seq: u64) {
        until("the stage shows it", || {
            let views = self.views.lock().expect("reading does not panic");
            views
                .last()
                .is_some_and(|(_, shown)| *shown >= seq)
                .then_some(())
        });
    }

    /// From the moment that each of these votes was to be sent until the stage had it, in
    /// microseconds.
    #[track_caller]
    pub fn delays(&self, acks: &[AcknowledgedVote]) -> Histogram<u64> {
        self.has_seen(acks.iter().map(|ack| ack.seq).max().unwrap_or_default());
        let views = self.views.lock().expect("reading does not panic");
        histogram(acks.iter().map(|ack| {
            let first = views.partition_point(|(_, shown)| *shown < ack.seq);
            views[first].0.saturating_duration_since(ack.intended)
        }))
    }
}

impl Drop for FollowingStage {
    fn drop(&mut self) {
        self.reader.abort();
    }
}

/// Delays to three digits, in microseconds.
pub fn histogram(delays: impl Iterator<Item = Duration>) -> Histogram<u64> {
    let mut histogram = Histogram::new(3).expect("three digits are possible");
    for delay in delays {
        histogram
            .record(delay.as_micros() as u64)
            .expect("it grows with what it is given");
    }
    histogram
}

async fn read(mut socket: WebSocketStream<TcpStream>, views: Views) {
    while let Some(Ok(message)) = socket.next().await {
        let Message::Text(text) = message else {
            continue;
        };
        let at = Instant::now();
        if let Ok(view) = serde_json::from_str::<SeenView>(&text) {
            views
                .lock()
                .expect("reading does not panic")
                .push((at, view.seq));
        }
    }
}

//! One page of a room over a kernel that takes what the test lets it.

use std::time::Duration;

use serde_json::json;
use shared::ids::ParticipantId;
use shared::limits::FRAMES_WAITING;
use tokio::io::{AsyncWriteExt, DuplexStream};
use tokio::task::JoinHandle;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Data, OpCode};
use tokio_tungstenite::tungstenite::protocol::frame::{Frame, FrameHeader};

use crate::fanout::SocketWriter;
use crate::fanout::tests::page::Kernel;
use crate::fanout::tests::room_fixture::RoomFixture;
use crate::http::participant_session::ParticipantSession;
use crate::http::websocket::connection::{Admitted, OtherEnd, SocketTask};
use crate::http::websocket::frame_reader::FrameReader;

/// What a socket may weigh here, with its task and without the runtime's and the kernel's share, in
/// bytes: there is one for every phone of a room.
const SOCKET_BYTES: usize = 800;

/// A participant's page whose socket's task runs.
struct RunningPage {
    says: DuplexStream,
    hears: Kernel,
    task: JoinHandle<()>,
}

async fn connects(
    fixture: &RoomFixture,
    kernel: &Kernel,
) -> (Box<SocketTask<DuplexStream>>, DuplexStream) {
    let hub = fixture.hub();
    let session =
        ParticipantSession::arrives(fixture.room.clone(), fixture.forms(), ParticipantId(7))
            .await
            .unwrap();
    let subscription = hub.subscribe_phone(session.participant);
    let (hello, seen) = session.hello(&hub).await.unwrap();
    let (says, read) = tokio::io::duplex(64 * 1024);
    let admitted = Admitted {
        other_end: OtherEnd::Participant(session),
        subscription,
        hello,
        seen,
    };
    (
        SocketTask::begin(admitted, FrameReader::new(read, b""), kernel.clone(), None),
        says,
    )
}

impl RunningPage {
    async fn opens(fixture: &RoomFixture, kernel: Kernel) -> Self {
        let (connection, says) = connects(fixture, &kernel).await;
        Self {
            says,
            hears: kernel,
            task: tokio::spawn(connection.run()),
        }
    }

    async fn says(&mut self, frame: &serde_json::Value) {
        let mut frame = Frame::message(frame.to_string(), OpCode::Data(Data::Text), true);
        let header: &mut FrameHeader = frame.header_mut();
        header.mask = Some([1, 2, 3, 4]);
        let mut bytes = Vec::new();
        frame.format(&mut bytes).unwrap();
        self.says.write_all(&bytes).await.unwrap();
    }

    async fn votes(&mut self, turn: u32) {
        let fields = json!([["option", (1 + turn % 2).to_string()]]);
        self.says(&json!({ "type": "answer", "question": "pets", "round": 1, "turn": turn, "fields": fields })).await;
    }

    /// Waits until so many frames of that type have come; which.
    async fn hears(&self, kind: &str, wanted: usize) -> Vec<serde_json::Value> {
        let come = async {
            loop {
                let frames: Vec<serde_json::Value> = texts(&self.hears)
                    .filter(|frame| frame["type"] == kind)
                    .collect();
                if frames.len() >= wanted {
                    return frames;
                }
                self.hears.news().await;
            }
        };
        let come = tokio::time::timeout(Duration::from_secs(20), come).await;
        come.unwrap_or_else(|_| panic!("no {wanted} {kind}"))
    }

    async fn ends(self) {
        tokio::time::timeout(Duration::from_secs(20), self.task)
            .await
            .expect("it ends in time")
            .unwrap();
    }
}

fn texts(kernel: &Kernel) -> impl Iterator<Item = serde_json::Value> {
    let text = |message| match message {
        Message::Text(text) => Some(serde_json::from_str(&text).unwrap()),
        _ => None,
    };
    kernel.whole_messages().into_iter().filter_map(text)
}

#[tokio::test]
async fn a_socket_that_waits_is_small() {
    let fixture = RoomFixture::begin().await;
    let (connection, _says) = connects(&fixture, &Kernel::open()).await;
    let (own, writer) = (size_of_val(&*connection), size_of::<SocketWriter<Kernel>>());
    let task = size_of_val(&connection.run());
    assert!(
        own + writer + task <= SOCKET_BYTES,
        "{own} for itself, {writer} for its line, {task} for its task"
    );
}

#[tokio::test]
async fn every_vote_is_acknowledged_once_however_slow_the_page_reads() {
    let fixture = RoomFixture::begin().await;
    let mut page = RunningPage::opens(&fixture, Kernel::shut(1)).await;
    page.hears.takes_everything();
    for turn in 1..=20 {
        page.votes(turn).await;
    }
    let turns: Vec<_> = page
        .hears("saved", 20)
        .await
        .iter()
        .map(|saved| saved["turn"].as_u64().unwrap())
        .collect();
    assert_eq!(turns, (1..=20).collect::<Vec<_>>());
}

#[tokio::test]
async fn who_takes_no_answers_is_not_listened_to_until_they_do() {
    let fixture = RoomFixture::begin().await;
    let mut page = RunningPage::opens(&fixture, Kernel::shut(0)).await;
    let sent = 2 * FRAMES_WAITING as u32;
    for turn in 1..=sent {
        page.votes(turn).await;
    }
    // The greeting is stuck already, so not one frame was read.
    let mut other = RunningPage::opens(&fixture, Kernel::open()).await;
    other.says(&json!({ "type": "ping", "id": 1 })).await;
    other.hears("pong", 1).await;
    assert_eq!(fixture.room.sending(), 0);
    page.hears.takes_everything();
    let saved = page.hears("saved", sent as usize).await;
    assert_eq!(saved.last().unwrap()["turn"], sent);
}

#[tokio::test]
async fn a_page_that_is_cut_in_the_middle_of_a_frame_is_no_longer_there() {
    let fixture = RoomFixture::begin().await;
    let hub = fixture.hub();
    let kernel = Kernel::shut(0);
    let page = RunningPage::opens(&fixture, kernel.clone()).await;
    kernel.takes(10);
    kernel.news().await;
    assert_eq!(hub.around().present, 1);
    kernel.is_cut();
    page.ends().await;
    assert_eq!(hub.around().present, 0);
}

#[tokio::test]
async fn a_stop_says_goodbye_after_the_last_answer() {
    let fixture = RoomFixture::begin().await;
    let mut page = RunningPage::opens(&fixture, Kernel::shut(3)).await;
    page.hears.takes_everything();
    page.votes(1).await;
    page.hears("saved", 1).await;
    let fanout = fixture.fanout.clone();
    let stop = tokio::spawn(async move { fanout.drain().await });
    let kernel = page.hears.clone();
    while !matches!(kernel.whole_messages().last(), Some(Message::Close(Some(frame))) if u16::from(frame.code) == 1012)
    {
        kernel.news().await;
    }
    drop(page.says);
    stop.await.unwrap();
}

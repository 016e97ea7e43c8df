//! Answers end when their days are over; what stands for them is there before they go, and at every
//! moment one of both is whole.

use futures_util::StreamExt;
use serde_json::{Value, json};
use shared::control::{Control, ControlAction};
use shared::ids::{AnswerId, ParticipantId, SlideId};
use shared::question::Fields;
use shared::report::ReportDraft;
use shared::room::Room;

use super::*;
use crate::App;
use crate::backend::{Backend, Followed};
use crate::export::ExportOptions;
use crate::lobby::{FoundRoom, NewRoom};
use crate::precondition::Precondition;
use crate::room::RoomHandle;
use crate::service::outcome;
use crate::service::results::{self, WantedResults};
use crate::service::{ServiceError, exporting, rooms};
use crate::settings::ServerSettings;

const DAYS: u32 = 30;
const DECK: &str = "\
ask: choice
id: dier
---
# Welk dier?

- Kat
- Hond

---
ask: words
id: woorden
---
# Waar denk je aan?

---
ask: open
id: ideeen
---
# Wat is jouw idee?

---
ask: form
id: evaluatie
---
# Evaluatie

- Cijfer {rating 1-10}
- Naam {text optional}
";
/// What one person gave: it must be nowhere once the answers have ended.
const SECRETS: [&str; 3] = ["geheimwoord", "geheim idee", "geheime naam"];

/// A room in which six people answered everything, each a little otherwise.
struct KeptRoom {
    app: App,
    found: FoundRoom,
}

impl KeptRoom {
    async fn new() -> Self {
        Self::on(Backend::memory()).await
    }

    async fn on(backend: Backend) -> Self {
        let listener = crate::http::accept::listen("127.0.0.1:0".parse().unwrap()).unwrap();
        let settings = ServerSettings {
            keep_answers: Some(DAYS),
            ..ServerSettings::default()
        };
        let ready = crate::prepare(listener, backend, settings).await;
        let app = ready.unwrap().app;
        let (deck, _) = app.decks.add(DECK).await.unwrap();
        let found = app.lobby.open(&deck, NewRoom::default()).await.unwrap();
        let room = Self { app, found };
        for (question, six) in [
            ("dier", ["1", "1", "1", "1", "2", "2"]),
            (
                "woorden",
                ["rust", "rust", "rust", "rust", "rust", SECRETS[0]],
            ),
            ("ideeen", ["a b", "c d", "e f", "g h", "i j", SECRETS[1]]),
            ("evaluatie", ["8", "8", "8", "6", "6", SECRETS[2]]),
        ] {
            room.does(ControlAction::Next).await;
            for (person, given) in (1..).zip(six) {
                room.sends(ParticipantId(person), question, given).await;
            }
        }
        room
    }

    async fn handle(&self) -> RoomHandle {
        let handle = self.app.registry.get(&self.found.id);
        handle.ready().await.unwrap();
        handle
    }

    async fn does(&self, action: ControlAction) {
        let control = Control::now(action);
        self.handle().await.control(control).await.unwrap();
    }

    async fn sends(&self, who: ParticipantId, question: &str, given: &str) {
        let mut fields = Fields::default();
        let is_name = given == SECRETS[2];
        let of_kind = match question {
            "dier" => vec![("option", given)],
            "woorden" => vec![("entry", given)],
            "ideeen" => vec![("text", given), ("key", "k1")],
            _ if is_name => vec![("field-1", "9"), ("field-2", given)],
            _ => vec![("field-1", given)],
        };
        let place = [("question", question), ("round", "1")];
        for (field, value) in place.into_iter().chain(of_kind) {
            fields.push(field, value);
        }
        let event = |room: &Room| room.event_of_form(who, &fields);
        let forms = self.app.forms.of(&self.found);
        let handle = self.handle().await;
        forms.submit_of(&handle, who, &fields, event).await.unwrap();
    }

    /// Somebody ends it, and it is noted when.
    async fn ends(&self) -> Millis {
        self.does(ControlAction::End).await;
        self.app.lobby.note_end(&self.found.id).await.unwrap();
        self.now().await.document.ended_at.unwrap()
    }

    async fn now(&self) -> FoundRoom {
        self.app.lobby.find(&self.found.id).await.unwrap()
    }

    async fn sweeps(&self, by: Millis) -> usize {
        sweep(&self.app, by).await.unwrap()
    }

    /// What the API says of all questions.
    async fn results(&self) -> Vec<Value> {
        let (found, handle) = (self.now().await, self.handle().await);
        let all = results::of_room(&self.app, &found, &handle, WantedResults::default());
        let each = all.await.unwrap().into_iter();
        let said = each.map(|one| json!([one.results.id, one.results.results, one.totals]));
        said.collect()
    }

    /// Every body that is stored, one behind the other.
    async fn stored(&self) -> String {
        let (documents, journal) = (&self.app.store.0, &self.app.journal);
        let mut all = String::new();
        for (key, _) in documents.list("").await.unwrap() {
            let document = documents.get(&key).await.unwrap().unwrap();
            all.push_str(&String::from_utf8_lossy(&document.body));
        }
        for room in journal.rooms().await.unwrap() {
            let head = journal.head(&room).await.unwrap().unwrap();
            let mut records = journal.follow(&room, 0);
            let mut seq = 0;
            while seq < head {
                let Some(Ok(Followed::Record(record))) = records.next().await else {
                    panic!("the journal can be read")
                };
                seq = record.seq;
                all.push_str(&String::from_utf8_lossy(&record.body));
            }
        }
        all
    }

    /// That either the answers are there or the totals, and that both say the same numbers.
    async fn is_whole(&self, before: &[Value]) {
        let now = self.results().await;
        assert_eq!(now.len(), before.len());
        for (now, before) in now.iter().zip(before) {
            for of in ["voters", "options", "total", "given", "distinct"] {
                assert_eq!(now[1][of], before[1][of], "{of} of {}", now[0]);
            }
            assert_eq!(now[2], before[2], "the totals of {}", now[0]);
        }
    }
}

#[tokio::test]
async fn answers_end_with_their_days_and_their_totals_stand_for_them() {
    let folder = tempfile::tempdir().unwrap();
    let room = KeptRoom::on(Backend::open(folder.path()).unwrap()).await;
    let quoted = ReportDraft {
        lead: "Wat een middag.".into(),
        quotes: [(SlideId::from("ideeen"), vec![AnswerId(18)])].into(),
        ..ReportDraft::default()
    };
    let reports = &room.app.reports;
    let saved = reports.save(&room.found.id, &Precondition::Any, quoted, BTreeMap::new());
    saved.await.unwrap();
    let ended_at = room.ends().await;
    let (before, end) = (room.results().await, ended_at + u64::from(DAYS) * DAY_MS);
    for secret in SECRETS {
        assert!(room.stored().await.contains(secret), "{secret} was given");
    }
    assert_eq!(room.sweeps(end - 1).await, 0);
    assert!(room.now().await.document.answers_ended.is_none());
    assert_eq!(room.sweeps(end).await, 1);
    assert_eq!(room.sweeps(end + DAY_MS).await, 0, "once is enough");

    room.is_whole(&before).await;
    for secret in SECRETS {
        assert!(!room.stored().await.contains(secret), "{secret} is there");
    }
    assert!(room.stored().await.contains("rust"), "what five gave stays");
    let draft = reports.get(&room.found.id).await.unwrap().value.draft;
    assert_eq!(
        (draft.lead.as_str(), draft.quotes.len()),
        ("Wat een middag.", 0)
    );
    let (found, handle) = (room.now().await, room.handle().await);
    let came = outcome::of(&room.app, (&found, &handle), None)
        .await
        .unwrap();
    assert_eq!((came.people, came.answers, came.is_over), (6, 24, true));
    assert!(came.answers_ended.is_some() && came.qa.is_empty());
    let journal = &*room.app.journal;
    let folded = fold_all(&found.id, journal, |_, _| {}, |_, _, _| {})
        .await
        .unwrap();
    let left = (folded.room.people.len(), folded.room.answers_total());
    assert_eq!(left, (0, 0), "who was in it is in no room any more");
    assert_eq!(folded.room.phase, shared::phase::Phase::Ended);
}

#[tokio::test]
async fn what_would_need_the_answers_says_that_they_have_ended() {
    let room = KeptRoom::new().await;
    let end = room.ends().await + u64::from(DAYS) * DAY_MS;
    room.sweeps(end).await;
    let (found, handle) = (room.now().await, room.handle().await);
    let rows = exporting::export(&room.app, &found, &handle, ExportOptions::default());
    assert!(matches!(rows, Err(ServiceError::AnswersEnded)));
    assert!(matches!(
        rooms::has_answers(&found),
        Err(ServiceError::AnswersEnded)
    ));
    let by = SlideId::from("dier");
    let split = outcome::of(&room.app, (&found, &handle), Some(&by)).await;
    assert!(matches!(split, Err(ServiceError::AnswersEnded)));
    let wanted = |question, round| WantedResults {
        question: Some((question, round)),
        split: None,
    };
    let (dier, none) = (SlideId::from("dier"), SlideId::from("geen"));
    let asked = async |wanted| results::of_room(&room.app, &found, &handle, wanted).await;
    assert_eq!(
        asked(wanted(&dier, Some(1)))
            .await
            .map_or(0, |all| all.len()),
        1
    );
    let round = asked(wanted(&dier, Some(7))).await;
    assert!(matches!(round, Err(ServiceError::UnknownRound)));
    let question = asked(wanted(&none, None)).await;
    assert!(matches!(question, Err(ServiceError::UnknownQuestion)));
}

/// What a stop leaves between two steps is finished by the next sweep, whatever the settings are.
#[tokio::test]
async fn at_every_step_the_answers_are_whole_or_the_totals_are() {
    for steps in 0..=4 {
        let room = KeptRoom::new().await;
        room.ends().await;
        let (before, id) = (room.results().await, &room.found.id);
        let ended = AnswersEnded { at: 7, gone: false };
        if steps >= 1 {
            ending::store_totals(&room.app, id).await.unwrap();
            room.is_whole(&before).await;
        }
        if steps >= 2 {
            room.app.lobby.note_answers_ended(id, ended).await.unwrap();
            room.is_whole(&before).await;
        }
        if steps >= 3 {
            crate::room::erase::empty(id, &*room.app.journal)
                .await
                .unwrap();
            room.is_whole(&before).await;
        }
        if steps >= 4 {
            ending::finish(&room.app, id, ended).await.unwrap();
            room.is_whole(&before).await;
        }
        let is_noted = room.now().await.document.answers_ended.is_some();
        assert_eq!(is_noted, steps >= 2, "after {steps} steps");
        let finished = room.sweeps(0).await;
        assert_eq!(finished, usize::from(steps == 2 || steps == 3));
        room.is_whole(&before).await;
        let left = room.stored().await;
        let are_gone = !SECRETS.iter().any(|secret| left.contains(secret));
        assert_eq!(are_gone, steps >= 2, "after {steps} steps and a sweep");
    }
}

#[tokio::test]
async fn what_a_moderator_did_while_totals_were_taken_is_in_them() {
    let room = KeptRoom::new().await;
    room.ends().await;
    let id = &room.found.id;
    ending::store_totals(&room.app, id).await.unwrap();
    let hidden = shared::event::Event::WordHidden {
        question: SlideId::from("woorden"),
        round: 1,
        word: "rust".into(),
        hidden: true,
    };
    room.handle().await.submit(hidden).await.unwrap();
    ending::end(&room.app, id, 7).await.unwrap();
    assert!(!room.stored().await.contains("\"rust\""), "it was hidden");
}

#[tokio::test]
async fn a_room_that_nobody_ended_counts_from_the_last_that_happened() {
    let room = KeptRoom::new().await;
    let used = room.handle().await.read(|room| room.at).unwrap();
    let end = used + u64::from(DAYS) * DAY_MS;
    let line = RoomLine::of(&room.found.id, room.now().await.document);
    assert_eq!(room.app.retention.kept(&line, end), KeptUntil::default());
    assert_eq!(room.sweeps(end - WARNED_MS - DAY_MS).await, 0);
    assert_eq!(room.sweeps(end - DAY_MS).await, 0);
    let warned = KeptUntil {
        answers: Some(end),
        never_ended: true,
        forms: None,
    };
    assert_eq!(room.app.retention.kept(&line, end - DAY_MS), warned);
    assert_eq!(room.sweeps(end).await, 1);
    let document = room.now().await.document;
    assert!(document.ended_at.is_some(), "its code is given out again");
}

#[tokio::test]
async fn a_room_that_was_never_used_has_nothing_to_be_ended() {
    let room = KeptRoom::new().await;
    let deck = room.found.document.deck.clone();
    let planned = room
        .app
        .lobby
        .open(&deck, NewRoom::default())
        .await
        .unwrap();
    room.sweeps(u64::MAX / 2).await;
    let document = room.app.lobby.find(&planned.id).await.unwrap().document;
    assert!(document.answers_ended.is_none());
}

#[test]
fn it_is_said_fourteen_days_before_and_not_earlier() {
    let line = |ended_at| RoomLine {
        id: RoomId::from("kamer"),
        code: shared::code::JoinCode::parse("8914 5348").unwrap(),
        title: String::new(),
        deck: String::new(),
        planned: None,
        created_at: 0,
        ended_at,
        answers_ended: None,
        removing: false,
    };
    let retention = Retention::new(Some(30), Some(20));
    let ended = line(Some(DAY_MS));
    let kept = |day: u64| retention.kept(&ended, day * DAY_MS);
    assert_eq!(kept(16), KeptUntil::default());
    assert_eq!(kept(17).answers, Some(31 * DAY_MS));
    assert_eq!(retention.kept(&line(None), u64::MAX), KeptUntil::default());
    retention.note_forms([(RoomId::from("kamer"), 1)].into());
    assert_eq!((kept(8).forms, kept(7).forms), (Some(22 * DAY_MS), None));
    retention.note_forms([(RoomId::from("kamer"), 10)].into());
    assert_eq!(kept(30).forms, None, "they go with the answers");
    let always = Retention::new(None, None);
    assert_eq!(always.kept(&ended, u64::MAX), KeptUntil::default());
    let short = Retention::new(Some(1), None);
    assert_eq!(short.kept(&ended, DAY_MS).answers, Some(2 * DAY_MS));
}

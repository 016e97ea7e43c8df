//! What somebody fills in is kept once, by a name that leads to nobody, and goes when it is over.

use shared::control::{Control, ControlAction};
use shared::deck::grammar;
use shared::event::Batch;
use shared::ids::ProducerId;
use shared::limits;
use shared::rules::Rules;

use super::*;
use crate::backend::Backend;
use crate::backend::memory::MemoryBackend;
use crate::lobby::FORMS;
use crate::room::Registry;

const DECK: &str = "ask: form\nid: evaluation\n---\n# Evaluatie\n\n- Cijfer {rating 1-10}\n- Naam {text optional}\n";
const ANNA: ParticipantId = ParticipantId(1);
const BAS: ParticipantId = ParticipantId(65);

/// A room whose form is on the stage.
struct FormFixture {
    backend: Backend,
    forms: RoomForms,
    room: RoomHandle,
}

impl FormFixture {
    async fn begin(deck: &str) -> Self {
        let backend = Backend::from(MemoryBackend::new());
        let id = RoomId::from("room-1");
        let created = Event::Created {
            room: id.clone(),
            deck: Box::new(grammar::read(deck).unwrap().deck),
            rules: Rules::LATEST,
            moderates: true,
            groups: true,
            own_pace: true,
            trial: false,
        };
        let batch = Batch {
            rules: limits::RULES,
            producer: ProducerId::from("first"),
            counter: 1,
            events: vec![created],
            by: Default::default(),
        };
        let body = serde_json::to_vec(&batch).unwrap();
        backend.journal.create(id.as_str(), body.into()).await;
        let registry = Registry::new(backend.journal.clone(), ProducerId::from("second"));
        let room = registry.get(&id);
        room.ready().await.unwrap();
        let store = Store(backend.documents.clone());
        let forms = Arc::new(FormStore::new(store)).keyed(&id, "a key");
        let fixture = Self {
            backend,
            forms,
            room,
        };
        fixture.does(ControlAction::Next).await;
        fixture
    }

    async fn does(&self, action: ControlAction) {
        self.room.control(Control::now(action)).await.unwrap();
    }

    async fn fills(&self, who: ParticipantId, mark: &str, name: &str) -> SubmitReply {
        let mut fields = Fields::default();
        for (field, value) in [
            ("question", "evaluation"),
            ("round", "1"),
            ("field-1", mark),
            ("field-2", name),
        ] {
            fields.push(field, value);
        }
        let event = |room: &Room| room.event_of_form(who, &fields);
        self.forms.submit_of(&self.room, who, &fields, event).await
    }

    async fn documents(&self) -> Vec<String> {
        let keys = self.backend.documents.list(FORMS).await.unwrap();
        keys.into_iter().map(|(key, _)| key).collect()
    }

    async fn kept(&self) -> Vec<Fields> {
        let known = self
            .room
            .read(|room| room.forms_to(&SlideId::from("evaluation")))
            .unwrap();
        let kept = self.forms.kept(known).await.unwrap();
        kept.iter()
            .map(|form| form.document.filled.fields())
            .collect()
    }

    async fn own(&self, who: ParticipantId) -> Option<Fields> {
        let mut own = self.room.read(|room| room.own(who)).unwrap();
        self.forms.fill(&self.room, who, &mut own).await;
        own.remove(&SlideId::from("evaluation"))?.fields
    }
}

fn filled(mark: &str, name: &str) -> Fields {
    let mut fields = Fields::default();
    fields.push("field-1", mark);
    fields.push("field-2", name);
    fields
}

#[tokio::test]
async fn what_is_filled_in_is_kept_for_the_organiser_and_for_whoever_filled_it_in() {
    let fixture = FormFixture::begin(DECK).await;
    assert!(fixture.fills(ANNA, "8", "Anna").await.is_ok());
    assert!(fixture.fills(BAS, "6", "Bas").await.is_ok());
    assert_eq!(fixture.kept().await.len(), 2);
    assert_eq!(fixture.own(ANNA).await, Some(filled("8", "Anna")));
    assert_eq!(fixture.own(BAS).await, Some(filled("6", "Bas")));
    assert_eq!(fixture.own(ParticipantId(3)).await, None);
    let told = fixture.room.read(|room| format!("{room:?}")).unwrap();
    for word in ["Anna", "Bas"] {
        assert!(!told.contains(word), "{word}");
    }
}

#[tokio::test]
async fn a_form_that_comes_twice_is_one_and_another_takes_its_place() {
    let fixture = FormFixture::begin(DECK).await;
    let first = fixture.fills(ANNA, "8", "Anna").await.unwrap();
    let documents = fixture.documents().await;
    let again = fixture.fills(ANNA, " 8", "Anna ").await.unwrap();
    assert_eq!(again.receipt, first.receipt);
    assert_eq!(fixture.documents().await, documents);
    let both = tokio::join!(
        fixture.fills(ANNA, "9", "Anna"),
        fixture.fills(ANNA, "9", "Anna")
    );
    assert_eq!(both.0.unwrap().receipt, both.1.unwrap().receipt);
    assert_eq!(fixture.kept().await, [filled("9", "Anna")]);
    let now = fixture.documents().await;
    assert_eq!(now.len(), 1, "{now:?}");
    assert_ne!(now, documents);
}

#[tokio::test]
async fn what_is_refused_leaves_nothing_behind() {
    let once = DECK.replace("id:", "change: no\nid:");
    let fixture = FormFixture::begin(&once).await;
    for (mark, name) in [("11", "Anna"), ("", "Anna")] {
        let reply = fixture.fills(ANNA, mark, name).await;
        assert!(matches!(
            reply,
            Err(SubmitError::Refused(Refusal::Form { .. }))
        ));
    }
    assert_eq!(fixture.documents().await.len(), 0);
    assert!(fixture.fills(ANNA, "8", "Anna").await.is_ok());
    let other = fixture.fills(ANNA, "9", "Anna").await;
    assert_eq!(other, Err(SubmitError::Refused(Refusal::Unchangeable)));
    fixture.does(ControlAction::Close).await;
    let late = fixture.fills(BAS, "9", "Bas").await;
    assert_eq!(late, Err(SubmitError::Refused(Refusal::Closed)));
    assert_eq!(fixture.kept().await, [filled("8", "Anna")]);
    assert_eq!(fixture.documents().await.len(), 1);
}

#[tokio::test]
async fn a_form_outlives_its_time_by_no_day() {
    let fixture = FormFixture::begin(DECK).await;
    assert!(fixture.fills(ANNA, "8", "Anna").await.is_ok());
    let (store, now) = (&fixture.forms.forms.store, now_ms());
    for (days_later, gone) in [(0, 0), (30, 0), (31, 1)] {
        let later = now + days_later * DAY_MS;
        let expired = sweeping::expire(store, later, 30).await.unwrap();
        assert_eq!(expired.removed, gone, "{days_later} days later");
        let oldest: Vec<u64> = expired.oldest.into_values().collect();
        let left = (gone == 0).then_some(now / DAY_MS);
        assert_eq!(oldest, Vec::from_iter(left), "{days_later} days later");
    }
    assert_eq!(fixture.kept().await.len(), 0);
    assert_eq!(fixture.own(ANNA).await, Some(Fields::default()));
    assert!(fixture.fills(ANNA, "8", "Anna").await.is_ok());
    assert_eq!(fixture.kept().await, [filled("8", "Anna")]);
}

#[tokio::test]
async fn a_name_leads_to_a_form_only_with_the_key_of_its_room() {
    let fixture = FormFixture::begin(DECK).await;
    assert!(fixture.fills(ANNA, "8", "Anna").await.is_ok());
    let known = fixture
        .room
        .read(|room| room.form_of(ANNA, &SlideId::from("evaluation"), 1))
        .unwrap()
        .unwrap();
    let other = fixture
        .forms
        .forms
        .keyed(&RoomId::from("room-1"), "another key");
    assert_ne!(other.name(&known), fixture.forms.name(&known));
    let [document] = &fixture.documents().await[..] else {
        panic!("there is one form")
    };
    let body = fixture
        .backend
        .documents
        .get(document)
        .await
        .unwrap()
        .unwrap()
        .body;
    let body = String::from_utf8(body.to_vec()).unwrap();
    for trace in [known.mac.as_str(), &ANNA.to_string()] {
        assert!(
            !body.contains(trace) && !document.contains(trace),
            "{trace}"
        );
    }
}

/// A clock that starts far ahead takes nothing away, and the days of an idle instance count.
#[tokio::test]
async fn the_time_by_which_forms_go_is_never_more_than_a_day_after_what_it_was() {
    let fixture = FormFixture::begin(DECK).await;
    assert!(fixture.fills(ANNA, "8", "Anna").await.is_ok());
    let (store, now) = (&fixture.forms.forms.store, now_ms());
    let long_ago = now - 100 * DAY_MS;
    assert_eq!(sweeping::at_start(store, long_ago).await, Ok(long_ago));
    for day in 0..3 {
        // What is stored tells of no day but the first.
        let by = sweeping::at_start(store, long_ago).await.unwrap();
        assert_eq!(by, long_ago + day * DAY_MS, "a start a day");
        for _ in 0..2 {
            assert_eq!(sweeping::expire(store, by, 1).await.unwrap().removed, 0);
            assert_eq!(sweeping::note_swept(store, by).await, Ok(()));
        }
    }
    assert_eq!(sweeping::at_start(store, now).await, Ok(now));
}

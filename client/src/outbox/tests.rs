//! Stories of one phone, as a series of what happens to it.

mod asking;
mod clock;
mod evaluation;
mod groups;
mod kept;
mod own_pace;
mod protocol_1;
mod qa;
mod sends;
mod trial;
mod unsent;

use shared::code::JoinCode;
use shared::ids::{AnswerId, ParticipantId};
use shared::phase::Phase;
use shared::protocol::view::SlideView;
use shared::protocol::{Own, Refused, Saved};
use shared::question::Input;
use shared::question::open::{OpenInput, OpenLayout};
use shared::question::words::WordsInput;

use super::*;
use crate::language::Language;

mod speaking;

fn question(id: &str, round: Round, input: Input) -> SlideView {
    let asked = QuestionView {
        round,
        open: true,
        voting: false,
        change: true,
        holds: false,
        required: false,
        countdown_ends: None,
        grace_ends: None,
        evaluation: false,
        groups: None,
        rules: shared::rules::Rules::LATEST,
        input,
        results: None,
        split: None,
        results_round: None,
        rounds: None,
        cloud: None,
        votable: None,
        voters: None,
        shown: None,
        moderable: None,
        typed: None,
    };
    let part = PartView::Question(Box::new(asked));
    SlideView {
        id: id.into(),
        number: 1,
        kind: "words".into(),
        prompt: id.into(),
        body: String::new(),
        part,
    }
}

fn words(id: &str, round: Round) -> SlideView {
    question(
        id,
        round,
        Input::Words(WordsInput {
            entries: 3,
            length: 25,
            layout: Default::default(),
        }),
    )
}

fn open(id: &str) -> SlideView {
    let layout = Default::default();
    question(
        id,
        1,
        Input::Open(OpenInput {
            entries: 3,
            length: 200,
            votes: 2,
            layout,
            columns: Vec::new(),
        }),
    )
}

fn view(slide: SlideView, late: Vec<SlideView>) -> PhoneView {
    let (title, language) = ("zaal".to_owned(), "nl".to_owned());
    PhoneView {
        title,
        language,
        phase: Phase::Live,
        slide: Some(slide),
        last: false,
        trial: false,
        own_pace: false,
        late,
        asked: Vec::new(),
        qa: None,
        page: None,
        page_day: None,
        reactions: Vec::new(),
        groups: Vec::new(),
    }
}

fn state(slide: SlideView) -> ParticipantState {
    ParticipantState {
        language: Language::Nl,
        code: JoinCode::parse("8914 5348").unwrap(),
        seq: 1,
        view: view(slide, Vec::new()),
        own: Default::default(),
        shown: None,
        group: None,
        finished: false,
        at: None,
        offered: None,
        key: "k".into(),
        you: Some(anna().to_string()),
        notice: None,
        about_qa: false,
        typed: None,
        saved: false,
        address: "peil.nl".into(),
        planned: None,
        asked_until: None,
        now: 0,
        live: None,
    }
}

fn anna() -> ParticipantId {
    ParticipantId(7)
}

fn at(slide: SlideView) -> PhoneState {
    PhoneState::new(state(slide), None)
}

fn form(question: &str, round: Round, own: &[(&str, &str)]) -> Fields {
    let round = round.to_string();
    let hidden = [
        ("question", question),
        ("round", round.as_str()),
        ("seq", "1"),
    ];
    Fields(
        hidden
            .iter()
            .chain(own)
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
    )
}

fn typed(outbox: &mut PhoneState, own: &[(&str, &str)]) {
    outbox.take(OutboxEvent::Typed(form("q", 1, own)));
}

fn sent(effects: Vec<OutboxEffect>) -> Vec<ClientFrame> {
    let send = |effect| {
        if let OutboxEffect::Send(frame) = effect {
            Some(frame)
        } else {
            None
        }
    };
    effects.into_iter().filter_map(send).collect()
}

fn press(outbox: &mut PhoneState, own: &[(&str, &str)]) -> Vec<ClientFrame> {
    sent(outbox.take(OutboxEvent::Pressed(form("q", 1, own))))
}

fn answer(round: Round, turn: Revision, fields: Fields) -> ClientFrame {
    ClientFrame::Answer {
        question: "q".into(),
        round,
        turn,
        fields,
        seq: None,
    }
}

fn fields(given: &[(&str, &str)]) -> Fields {
    Fields(
        given
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
    )
}

fn saved(turn: Revision, answer: Option<u64>) -> OutboxEvent {
    let saved = Saved {
        question: "q".into(),
        round: 1,
        turn,
        seq: 2,
        answer: answer.map(AnswerId),
    };
    OutboxEvent::Heard(ServerFrame::Saved(saved))
}

fn refused(turn: Revision, refusal: Refusal, own: Option<Own>) -> OutboxEvent {
    let refused = Refused {
        question: "q".into(),
        round: 1,
        turn,
        answer: None,
        refusal,
        own,
    };
    OutboxEvent::Heard(ServerFrame::Refused(refused))
}

fn hello(slide: SlideView, you: ParticipantId, own: Vec<(&str, Own)>) -> OutboxEvent {
    let own = own.into_iter().map(|(id, own)| (id.into(), own)).collect();
    OutboxEvent::Heard(ServerFrame::Hello {
        seq: 2,
        you: Some(you),
        group: None,
        finished: false,
        own,
        view: view(slide, Vec::new()),
    })
}

fn moved(slide: SlideView, late: Vec<SlideView>) -> OutboxEvent {
    OutboxEvent::Heard(ServerFrame::View {
        seq: 3,
        view: view(slide, late),
    })
}

fn stored(turn: Revision, entry: &str) -> Own {
    Own {
        round: 1,
        turn,
        fields: Some(fields(&[("entry", entry)])),
        ..Own::default()
    }
}

fn sending(outbox: &PhoneState) -> usize {
    outbox
        .page()
        .live
        .map(|live| live.waiting.len())
        .unwrap_or_default()
}

fn shown(outbox: &PhoneState) -> String {
    let page = outbox.page();
    page.shown
        .or(page.view.slide)
        .map(|slide| slide.id.to_string())
        .unwrap_or_default()
}

fn code(outbox: &PhoneState) -> Option<&'static str> {
    outbox.page().notice.as_ref().map(PhoneNotice::code)
}

#[test]
fn an_answer_is_stored_once_the_room_says_so_and_not_before() {
    let mut outbox = at(words("q", 1));
    assert_eq!(
        press(&mut outbox, &[("entry", "rust"), ("entry", " ")]),
        [answer(1, 1, fields(&[("entry", "rust")]))]
    );
    assert_eq!(sending(&outbox), 1);
    assert_eq!(outbox.page().own.get(&"q".into()), None);
    outbox.take(saved(1, None));
    assert_eq!((sending(&outbox), outbox.page().typed), (0, None));
    assert_eq!(outbox.page().own.get(&"q".into()), Some(&stored(1, "rust")));
}

#[test]
fn turns_go_up_from_the_highest_that_was_stored_or_sent() {
    let mut outbox = at(words("q", 1));
    outbox.take(hello(words("q", 1), anna(), vec![("q", stored(4, "oud"))]));
    for (entry, turn) in [("a", 5), ("b", 6)] {
        assert_eq!(
            press(&mut outbox, &[("entry", entry)]),
            [answer(1, turn, fields(&[("entry", entry)]))]
        );
    }
    assert_eq!(sending(&outbox), 1, "the later replaces the earlier");
    outbox.take(saved(6, None));
    assert_eq!(
        press(&mut outbox, &[("entry", "c")]),
        [answer(1, 7, fields(&[("entry", "c")]))]
    );
}

#[test]
fn what_was_not_acknowledged_is_sent_again_under_its_turn_after_a_reload_too() {
    let mut outbox = at(words("q", 1));
    let frames = press(&mut outbox, &[("entry", "rust")]);
    assert_eq!(
        sent(outbox.take(hello(words("q", 1), anna(), vec![]))),
        frames
    );
    let kept = serde_json::to_string(outbox.kept()).unwrap();
    let mut reloaded = PhoneState::new(
        state(words("q", 1)),
        Some(serde_json::from_str(&kept).unwrap()),
    );
    assert_eq!(
        sent(reloaded.take(hello(words("q", 1), anna(), vec![]))),
        frames
    );
    let arrived = reloaded.take(hello(words("q", 1), anna(), vec![("q", stored(1, "rust"))]));
    assert_eq!(
        (sent(arrived), sending(&reloaded)),
        (vec![], 0),
        "the acknowledgement alone was lost"
    );
}

#[test]
fn a_heading_that_was_chosen_is_sent_before_the_text() {
    let columns = vec!["Doen".to_owned(), "Laten".to_owned()];
    let input = Input::Open(OpenInput {
        entries: 3,
        length: 20,
        votes: 0,
        layout: OpenLayout::Columns,
        columns,
    });
    let mut outbox = at(question("q", 1, input));
    let frames = press(
        &mut outbox,
        &[
            ("key", "k"),
            ("column", "2"),
            ("text", "n".repeat(20).as_str()),
        ],
    );
    let texts: Vec<&str> = frames
        .iter()
        .filter_map(|frame| {
            if let ClientFrame::Add { text, .. } = frame {
                Some(text.as_str())
            } else {
                None
            }
        })
        .collect();
    assert_eq!(
        texts,
        [format!("Laten: {}", "n".repeat(20))],
        "which does not count for its length"
    );
}

#[test]
fn answers_of_somebody_else_are_never_sent() {
    let mut outbox = at(words("q", 1));
    press(&mut outbox, &[("entry", "rust")]);
    let kept = outbox.kept().clone();
    assert_eq!(
        sent(outbox.take(hello(words("q", 1), ParticipantId(8), vec![]))),
        []
    );
    assert_eq!((sending(&outbox), code(&outbox)), (0, Some("no_cookie")));
    let other = ParticipantState {
        you: Some("another".into()),
        ..state(words("q", 1))
    };
    assert_eq!(PhoneState::new(other, Some(kept)).waiting().count(), 0);
}

#[test]
fn who_answered_elsewhere_sees_what_is_stored_and_the_next_press_counts() {
    let mut outbox = at(words("q", 1));
    press(&mut outbox, &[("entry", "hier")]);
    outbox.take(refused(1, Refusal::Superseded, Some(stored(3, "daar"))));
    let page = outbox.page();
    assert_eq!((page.typed, code(&outbox)), (None, Some("superseded")));
    assert_eq!(page.own.get(&"q".into()), Some(&stored(3, "daar")));
    assert_eq!(
        press(&mut outbox, &[("entry", "hier")]),
        [answer(1, 4, fields(&[("entry", "hier")]))]
    );
}

#[test]
fn nothing_gets_into_a_new_round_by_itself() {
    let mut outbox = at(words("q", 1));
    press(&mut outbox, &[("entry", "rust")]);
    outbox.take(OutboxEvent::Reached(false));
    assert_eq!(
        sent(outbox.take(hello(words("q", 2), anna(), vec![]))),
        [answer(1, 1, fields(&[("entry", "rust")]))]
    );
    outbox.take(refused(1, Refusal::StaleRound { round: 2 }, None));
    assert_eq!((sending(&outbox), code(&outbox)), (0, Some("stale_round")));
    let typed = Fields(outbox.page().typed.unwrap());
    assert_eq!(
        (typed.first("entry"), typed.first("round")),
        (Some("rust"), Some("2")),
        "in sight, to be sent on purpose"
    );
}

#[test]
fn who_is_typing_keeps_the_question_for_its_grace() {
    let mut outbox = at(words("q", 1));
    typed(&mut outbox, &[("entry", "bijna")]);
    outbox.take(moved(words("next", 1), vec![words("q", 1)]));
    assert_eq!(shown(&outbox), "q");
    assert!(outbox.page().live.unwrap().held);
    let mut follows = outbox.clone();
    follows.take(OutboxEvent::Followed);
    assert_eq!(shown(&follows), "next");
    follows.take(OutboxEvent::WentBack("q".into()));
    assert_eq!(shown(&follows), "q");
    let mut sends = outbox.clone();
    press(&mut sends, &[("entry", "bijna af")]);
    sends.take(saved(1, None));
    assert_eq!(
        (shown(&sends), code(&sends)),
        ("next".to_owned(), Some("saved_before"))
    );
    outbox.take(moved(words("next", 1), vec![]));
    assert_eq!(
        (shown(&outbox), code(&outbox)),
        ("next".to_owned(), Some("not_sent"))
    );
}

#[test]
fn others_follow_at_once() {
    let mut outbox = at(words("q", 1));
    outbox.take(moved(words("next", 1), vec![words("q", 1)]));
    assert_eq!((shown(&outbox), code(&outbox)), ("next".to_owned(), None));
    assert_eq!(outbox.page().live.unwrap().news, "Nieuwe vraag: next");
    let mut done = at(words("q", 1));
    press(&mut done, &[("entry", "klaar")]);
    done.take(moved(words("next", 1), vec![words("q", 1)]));
    assert_eq!(shown(&done), "next", "sent is not busy");
}

#[test]
fn a_form_that_says_what_is_stored_is_no_draft() {
    let mut outbox = at(words("q", 1));
    outbox.take(hello(words("q", 1), anna(), vec![("q", stored(1, "rust"))]));
    typed(&mut outbox, &[("entry", "rust"), ("entry", "")]);
    assert_eq!(outbox.page().typed, None);
    typed(&mut outbox, &[("entry", "rusten"), ("entry", "")]);
    assert!(outbox.page().typed.is_some());
}

#[test]
fn who_types_on_while_an_answer_is_under_way_keeps_what_they_typed() {
    let mut outbox = at(words("q", 1));
    press(&mut outbox, &[("entry", "een")]);
    typed(&mut outbox, &[("entry", "een twee")]);
    outbox.take(saved(1, None));
    assert_eq!(
        Fields(outbox.page().typed.unwrap()).first("entry"),
        Some("een twee")
    );
}

#[test]
fn what_is_empty_or_too_long_stays_in_the_phone() {
    let mut outbox = at(words("q", 1));
    assert_eq!(press(&mut outbox, &[("entry", " ")]), []);
    assert_eq!(code(&outbox), Some("empty"));
    assert_eq!(
        press(&mut outbox, &[("entry", "meer dan vijfentwintig tekens")]),
        []
    );
    assert_eq!(code(&outbox), Some("too_long"));
    typed(&mut outbox, &[("entry", "minder")]);
    assert_eq!(code(&outbox), None, "who goes on has understood");
}

#[test]
fn additions_have_keys_of_their_own_and_find_their_acknowledgements() {
    let mut outbox = at(open("q"));
    let add = |outbox: &mut PhoneState, text: &str| {
        let key = outbox.page().key.to_string();
        press(outbox, &[("key", &key), ("text", text)]).pop()
    };
    let of = |key: &str, turn, text: &str| {
        let (key, text) = (key.into(), text.to_owned());
        Some(ClientFrame::Add {
            question: "q".into(),
            round: 1,
            key,
            turn,
            text,
            seq: None,
        })
    };
    assert_eq!(add(&mut outbox, "een"), of("k", 1, "een"));
    assert_eq!(add(&mut outbox, "twee"), of("k-1", 2, "twee"));
    outbox.take(saved(2, Some(9)));
    outbox.take(saved(1, Some(8)));
    let own = outbox.page().own[&"q".into()].clone();
    let texts: Vec<_> = own
        .added
        .iter()
        .map(|added| (added.id.0, added.text.as_deref().unwrap()))
        .collect();
    assert_eq!(
        (texts, sending(&outbox)),
        (vec![(9, "twee"), (8, "een")], 0)
    );
}

#[test]
fn an_upvote_shows_at_once_and_the_room_has_the_last_word() {
    let mut outbox = at(open("q"));
    let up = ClientFrame::Upvote {
        question: "q".into(),
        answer: AnswerId(5),
        on: true,
        seq: None,
    };
    assert_eq!(press(&mut outbox, &[("upvote", "a5")]), [up]);
    let votes = |outbox: &PhoneState| {
        outbox
            .page()
            .own
            .get(&"q".into())
            .map(|own| own.upvotes.len())
            .unwrap_or_default()
    };
    assert_eq!(votes(&outbox), 1);
    let mut stays = outbox.clone();
    stays.take(saved(0, Some(5)));
    assert_eq!((votes(&stays), stays.waiting().count()), (1, 0));
    let refusal = Refusal::NoVotesLeft { limit: 2 };
    let refused = Refused {
        question: "q".into(),
        round: 1,
        turn: 0,
        answer: Some(AnswerId(5)),
        refusal,
        own: None,
    };
    outbox.take(OutboxEvent::Heard(ServerFrame::Refused(refused)));
    assert_eq!((votes(&outbox), code(&outbox)), (0, Some("no_votes_left")));
}

#[test]
fn what_the_room_was_too_busy_for_is_sent_again() {
    let mut outbox = at(words("q", 1));
    let frames = press(&mut outbox, &[("entry", "rust")]);
    let about = shared::protocol::About {
        question: "q".into(),
        round: 1,
        turn: 1,
    };
    for (word, notice) in [
        ("try_again", None),
        ("cannot_store", Some("cannot_store")),
        ("too_fast", Some("too_fast")),
    ] {
        let busy = ServerFrame::Error {
            code: word.into(),
            about: Some(about.clone()),
        };
        assert_eq!(
            outbox.take(OutboxEvent::Heard(busy)),
            [OutboxEffect::TryAgainSoon]
        );
        assert_eq!(code(&outbox), notice);
        assert_eq!(sent(outbox.take(OutboxEvent::Again)), frames);
    }
    outbox.take(saved(1, None));
    assert_eq!((sending(&outbox), outbox.waiting().count()), (0, 0));
}

#[test]
fn who_was_removed_is_told_and_sends_nothing_on() {
    let mut outbox = at(words("q", 1));
    press(&mut outbox, &[("entry", "rust")]);
    outbox.take(refused(1, Refusal::Removed, None));
    assert_eq!(
        (code(&outbox), outbox.waiting().count()),
        (Some("removed"), 0)
    );
    outbox.take(OutboxEvent::ShutOut(PhoneNotice::Removed));
    assert_eq!(code(&outbox), Some("removed"));
}

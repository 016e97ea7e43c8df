//! What the desk's pages show of a room: its slides, its links, its newest answers.

use client::views::desk::{AnswerRow, DeskRoom, SlideRow};
use client::views::stage::pace::Pace;
use shared::deck::Slide;
use shared::question::exported::ExportValue;
use shared::room::{HostRole, Phase, Room};

use super::removing::removing;
use crate::App;
use crate::clock::now_ms;
use crate::export::rows;
use crate::http::failure::Failure;
use crate::http::request_context::Caller;
use crate::http::urls;
use crate::lobby::FoundRoom;
use crate::room::RoomHandle;
use crate::zone::Zone;

/// Answers that the room's page lists for erasing: the newest.
const ANSWERS_LISTED: usize = 200;

/// Everything that the room's page shows.
pub fn room_state(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    caller: &Caller,
) -> Result<DeskRoom, Failure> {
    let link = |role| urls::role_url(&caller.base, found, role);
    let (present, waiting) = (
        app.fanout.present(&found.id),
        app.joining.waiting(&found.id),
    );
    Ok(handle.read(|room| DeskRoom {
        language: caller.language(),
        room: found.id.to_string(),
        code: found.document.code.clone(),
        title: room.deck.title.clone(),
        phase: room.phase,
        phones: room.phones,
        planned: (found.document.planned.clone()).map(|at| (at, found.document.expected)),
        today: app.settings.zone.day(now_ms()),
        trial: room.is_trial().then(|| room.answers_total() as u64),
        position: room.position.clone(),
        participants: room.people.len() as u64,
        present,
        controls: room.controls,
        undoable: room.undoable(),
        recent: room.recent_actions(),
        actor: Some(caller.as_owner()),
        resumable: room
            .resumable_until()
            .is_some_and(|until| now_ms() <= until),
        waiting,
        door_closed: room.is_door_closed(),
        more_time: handle
            .more_time_asked()
            .and_then(|asked| room.more_time_asked(asked, now_ms())),
        pace: pace(room),
        now: now_ms(),
        deck_language: room.deck.language.clone(),
        unheard: app.unheard.is_found(),
        rewritten: app.rewritten.is_found(),
        slides: room
            .deck
            .slides
            .iter()
            .zip(1..)
            .map(|(slide, number)| slide_row(room, slide, number))
            .collect(),
        join_url: urls::join_url(&caller.base, &found.document.code),
        stage_url: link(HostRole::Stage),
        presenter_url: link(HostRole::Presenter),
        remote_url: link(HostRole::Remote),
        moderator_url: link(HostRole::Moderator),
        answers: answer_rows(room, &app.settings.zone),
        removing: removing(room, &app.settings.zone, now_ms()),
        notice: None,
        confirm_delete: false,
    })?)
}

fn pace(room: &Room) -> Pace {
    let slide = room.current_slide().filter(|_| room.phase == Phase::Live);
    slide.map_or_else(Pace::default, |(_, slide)| Pace {
        began_at: room.began_at,
        slide_began_at: Some(room.moved_at),
        minutes: slide.planned_minutes(),
    })
}

fn slide_row(room: &Room, slide: &Slide, number: u64) -> SlideRow {
    let now = now_ms();
    let state = room.question(&slide.id);
    SlideRow {
        id: slide.id.clone(),
        number,
        kind: slide.kind().to_owned(),
        prompt: slide.heading().to_owned(),
        round: state.map_or(0, |state| state.round()),
        rounds: state.map_or(0, |state| state.rounds_begun()),
        displayed_round: state.map_or(0, |state| room.round_on_stage(&slide.id, state)),
        open: state.is_some_and(|state| state.is_open(now)),
        voting: state.is_some_and(|state| state.voting()),
        counts_down: state
            .is_some_and(|state| state.is_open(now) && state.countdown_ends().is_some()),
        skip: slide.skip,
        results_shown: state.is_some_and(|state| room.shown_on_stage(slide, state)),
        phones_shown: state.is_some_and(|state| room.shown_on_phones(slide, state, now)),
        answers: state.map_or(0, |state| state.current().voters()),
        current: room.on_stage() == Some(&slide.id),
        is_question: state.is_some(),
        playable: slide.playable(),
        can_vote: state.is_some_and(|state| state.current().ask.votes() > 0),
    }
}

/// The newest answers with their content, for whoever wants one erased.
fn answer_rows(room: &Room, zone: &Zone) -> Vec<AnswerRow> {
    let mut all = Vec::new();
    for (slide, state) in rows::questions(room) {
        for (_, round) in state.rounds() {
            let given = round.answers().filter_map(|(_, stored)| {
                let values = round
                    .ask
                    .values(stored.answer.as_ref()?, round.word_counts());
                let given: Vec<String> = values.iter().map(answer_text).collect();
                Some((stored.at, stored.id, given.join(", ")))
            });
            let added = round
                .all_added()
                .iter()
                .filter_map(|added| Some((added.at, added.id, added.text.clone()?)));
            all.extend(
                given
                    .chain(added)
                    .map(|(at, id, text)| (at, id, slide.heading().to_owned(), text)),
            );
        }
    }
    all.sort_by_key(|(at, id, ..)| std::cmp::Reverse((*at, *id)));
    let row = |(at, id, question, text)| AnswerRow {
        id,
        question,
        text,
        at: zone.rfc3339(at),
    };
    all.into_iter().take(ANSWERS_LISTED).map(row).collect()
}

/// As it was given: who wants it erased looks for that.
fn answer_text(value: &ExportValue) -> String {
    match (value.item.label(), value.given.as_str()) {
        ("", "") => value.datum.as_str().to_owned(),
        ("", given) => given.to_owned(),
        (item, "") if value.datum.as_str() == "1" => item.to_owned(),
        (item, "") => format!("{item}: {}", value.datum.as_str()),
        (item, given) => format!("{item}: {given}"),
    }
}

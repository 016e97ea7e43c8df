//! What the desk's pages show of a room: its slides, its links, its newest answers.

use client::views::desk::{AnswerRow, DeskRoom, FigureLink, FormLink};
use shared::deck::Slide;
use shared::host::HostRole;
use shared::question::exported::ExportValue;
use shared::room::{QuestionState, Room};

use super::removing::removing;
use super::retention;
use crate::App;
use crate::auth::Rights;
use crate::clock::now_ms;
use crate::export::rows;
use crate::http::failure::Failure;
use crate::http::pages::host_state::console_state;
use crate::http::request_context::Caller;
use crate::http::urls;
use crate::lobby::FoundRoom;
use crate::mail::asked_for::asks_for_report;
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
    let rights = Rights::of(Some(caller.as_owner()), Vec::new());
    let mut leading = console_state(app, caller, (found, handle), &rights)?;
    leading.at_desk = true;
    let zone = &app.settings.zone;
    Ok(handle.read(|room| DeskRoom {
        leading,
        planned: (found.document.planned.clone()).map(|at| (at, found.document.expected)),
        today: zone.day(now_ms()),
        unheard: app.unheard.is_found(),
        rewritten: app.rewritten.is_found(),
        join_url: urls::join_url(&caller.base, &found.document.code),
        stage_url: link(HostRole::Stage),
        presenter_url: link(HostRole::Presenter),
        remote_url: link(HostRole::Remote),
        moderator_url: link(HostRole::Moderator),
        speaker_url: link(HostRole::Speaker),
        answers: answers_with(room, zone, None, ANSWERS_LISTED).0,
        forms: forms(room),
        asks_for_report: asks_for_report(room),
        figures: figures(room),
        removing: removing(room, zone, now_ms()),
        kept: retention::of_room(app, found),
        confirm_delete: false,
    })?)
}

/// Questions that are forms, with how often they were filled in.
fn forms(room: &Room) -> Vec<FormLink> {
    let asked = room.asked_slides();
    let forms = asked.filter(|(_, state)| state.current().ask.is_kept_apart());
    let link = |(slide, state): (&Slide, &QuestionState)| FormLink {
        question: slide.id.to_string(),
        prompt: slide.heading().to_owned(),
        filled_in: state.rounds().map(|(_, round)| round.voters()).sum(),
    };
    forms.map(link).collect()
}

/// Questions of which there is something to draw.
fn figures(room: &Room) -> Vec<FigureLink> {
    let asked = room.asked_slides();
    let drawn = asked.filter(|(_, state)| {
        let round = state.current();
        round.voters() > 0 && !round.ask.is_kept_apart()
    });
    drawn
        .map(|(slide, _)| FigureLink::of(slide.id.as_str(), slide.heading()))
        .collect()
}

/// The newest answers with their content, of those that hold a text in whatever case, for whoever
/// wants one erased; and how many there are in all.
pub fn answers_with(
    room: &Room,
    zone: &Zone,
    find: Option<&str>,
    listed: usize,
) -> (Vec<AnswerRow>, u64) {
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
    let heading = rows::qa_prompt(room);
    for asked in room.qa_questions() {
        let heading = heading.clone();
        all.push((asked.at, asked.id, heading.clone(), asked.text));
        let doubles = asked.merged.into_iter();
        all.extend(doubles.map(|double| (asked.at, double.id, heading.clone(), double.text)));
    }
    if let Some(find) = find.map(str::to_lowercase) {
        all.retain(|(.., text)| text.to_lowercase().contains(&find));
    }
    all.sort_by_key(|(at, id, ..)| std::cmp::Reverse((*at, *id)));
    let total = all.len() as u64;
    let row = |(at, id, question, text)| AnswerRow {
        id,
        question,
        text,
        at: zone.rfc3339(at),
    };
    (all.into_iter().take(listed).map(row).collect(), total)
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

//! Everything as JSON, the deck too.

use serde_json::{Value, json};
use shared::ids::GroupNumber;
use shared::instant::rfc3339;
use shared::question::exported::counted_as;
use shared::question::{Answer, value_of};
use shared::room::{AnswerOrigin, Person, Room, RoundState, Wording};

use super::rows::{has_groups, has_origins, joined, participant, questions as all_questions};
use crate::zone::Zone;

/// The whole room.
pub fn bytes(room: &Room, zone: &Zone) -> Vec<u8> {
    let people = room.people.iter().map(|(person, _)| joined(person));
    let questions = all_questions(room).map(|(slide, state)| {
        let rounds = state.rounds().map(|(number, round)| {
            let mut of_round = of_round(room, (number, round), zone);
            if round.typed() > 0 {
                of_round["typed"] = json!(round.typed());
            }
            if let Some(split) = room.split(slide, round) {
                of_round["split"] = json!(split);
            }
            of_round
        });
        let mut question = json!({
            "id": slide.id,
            "kind": slide.kind(),
            "prompt": slide.heading(),
            "rounds": rounds.collect::<Vec<_>>(),
        });
        if !state.wordings().is_empty() {
            question["wordings_before"] = state.wordings().iter().map(wording).collect();
        }
        question
    });
    let mut whole = json!({
        "format": "peil-export-1",
        "room": room.id,
        "title": room.deck.title,
        "time_zone": zone.to_string(),
        "created_at": rfc3339(room.created_at),
        "created_local": zone.rfc3339(room.created_at),
        "seq": room.seq,
        "participants": people.collect::<Vec<_>>(),
        "questions": questions.collect::<Vec<_>>(),
        "qa": qa(room, zone),
        "left_out": left_out(room),
        "deck": room.deck.clone().without_secrets(),
    });
    if room.is_own_pace() {
        let people = room.people.iter().map(|(person, _)| person);
        let finished = people.filter(|person| room.people.has_finished(*person));
        whole["finished"] = finished.map(joined).collect();
    }
    if has_groups(room) {
        whole["groups"] = json!(groups(room));
    }
    serde_json::to_vec_pretty(&whole).expect("an export is plain data with text keys")
}

/// The groups that there are, each with who is in it.
fn groups(room: &Room) -> Vec<Value> {
    let of = |number| {
        let people = room.people.iter().map(|(person, _)| person);
        let people = people.filter(|person| room.group_in(*person) == Some(number));
        let mut group = json!(room.groups.named_group(number));
        group["participants"] = people.map(joined).collect();
        group
    };
    room.groups.there().iter().copied().map(of).collect()
}

/// How a round was worded until a moment.
fn wording(before: &Wording) -> Value {
    json!({
        "round": before.round, "until": rfc3339(before.until),
        "prompt": before.prompt, "items": before.targets,
    })
}

fn of_round(room: &Room, (number, round): (u32, &RoundState), zone: &Zone) -> Value {
    let in_group = |mut entry: Value, (given, person): (Option<GroupNumber>, Person)| {
        if has_groups(room) {
            let group = given.or_else(|| room.group_in(person));
            entry["group"] = json!(group.map(|it| room.groups.named_group(it)));
        }
        if has_origins(room) {
            let origin = room.origin_of(person);
            entry["from"] = json!(origin.word());
            if let AnswerOrigin::Shared(tablet) = origin {
                entry["tablet"] = json!(tablet);
            }
        }
        entry
    };
    let answers = round.counted().filter_map(|(person, stored)| {
        let answer = round.only_shown(stored.answer.as_ref()?);
        let mut entry = json!({
            "id": stored.id, "participant": participant(person, stored.id), "answered_at": rfc3339(stored.at),
            "answered_local": zone.rfc3339(stored.at), "turn": stored.turn, "value": value_of(&answer)?,
        });
        if !answer.words().is_empty() {
            entry["counts_as"] = json!(names(round, &answer));
        }
        Some(in_group(entry, (stored.group, person)))
    });
    let shown = round
        .all_added()
        .iter()
        .filter(|added| round.is_shown(added.id));
    let added = shown.filter_map(|added| {
        let entry = json!({
            "id": added.id, "participant": participant(added.person, added.id), "answered_at": rfc3339(added.at),
            "answered_local": zone.rfc3339(added.at),
            "turn": added.turn,
            "text": added.text.as_ref()?,
            "votes": added.votes,
            "merged_into": added.into,
            "upvoted_by": voters(round, added.id),
        });
        Some(in_group(entry, (added.group, added.person)))
    });
    json!({
        "round": number,
        "results": round.results(),
        "answers": answers.chain(added.collect::<Vec<_>>()).collect::<Vec<_>>(),
    })
}

/// The questions to the speakers that everybody may see.
fn qa(room: &Room, zone: &Zone) -> Vec<Value> {
    let asked = room.asked_questions().into_iter().map(|asked| {
        json!({
            "id": asked.id, "participant": asked.by.map(joined),
            "asked_at": rfc3339(asked.at), "asked_local": zone.rfc3339(asked.at),
            "text": asked.text, "state": asked.state, "to": asked.to, "reply": asked.reply, "votes": asked.votes,
            "merged_into": asked.merged_into,
            "upvoted_by": asked.voters.into_iter().map(joined).collect::<Vec<_>>(),
        })
    });
    asked.collect()
}

/// The names under which somebody's words stand in the results, each once.
fn names(round: &RoundState, answer: &Answer) -> Vec<String> {
    let mut names = Vec::new();
    for name in answer
        .words()
        .iter()
        .map(|word| counted_as(word, round.word_counts()))
    {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn voters(round: &RoundState, id: shared::ids::AnswerId) -> Vec<String> {
    round.voters_for(id).map(joined).collect()
}

/// How much is not in there, and why; what waits for a moderator where something does.
fn left_out(room: &Room) -> Value {
    let all = |count: fn(&RoundState) -> usize| -> usize {
        let rounds = all_questions(room).flat_map(|(_, state)| state.rounds());
        rounds.map(|(_, round)| count(round)).sum()
    };
    let of_qa = room.qa_left_out();
    let mut left_out = json!({
        "hidden": all(RoundState::hidden_values) + of_qa.refused,
        "erased": erased(room) + of_qa.erased,
    });
    let waiting = all(RoundState::waiting_values) + of_qa.waiting;
    if waiting > 0 {
        left_out["waiting"] = json!(waiting);
    }
    left_out
}

fn erased(room: &Room) -> usize {
    let rounds = all_questions(room).flat_map(|(_, state)| state.rounds());
    let of_round = |round: &RoundState| {
        round.answers().filter(|(_, stored)| stored.erased).count()
            + round
                .all_added()
                .iter()
                .filter(|added| added.erased)
                .count()
    };
    rounds.map(|(_, round)| of_round(round)).sum()
}

//! The page on which hosts enter what people without a phone answer.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::extract::Query;
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::language::Language;
use client::pages;
use client::texts::desk::by_hand::ByHandTexts;
use client::texts::phone::group_name;
use client::texts::refusal::refusal;
use client::views::desk::by_hand::{
    ByHandCount, ByHandEntry, ByHandFields, ByHandForm, ByHandGroup, ByHandLines,
};
use serde::Deserialize;
use shared::deck::Slide;
use shared::ids::{GroupNumber, Key, Round, SlideId};
use shared::question::{ByHand, CountedPart, Fields};
use shared::refusal::Refusal;
use shared::room::{QuestionState, Room, RoundState, TypedEntry};

use super::host_form::FORM_BYTES;
use super::return_page::ReturnPage;
use crate::http::body::form;
use crate::http::failure::{Failure, status_of_trouble};
use crate::http::rights::{Moderator, RoomRole};
use crate::http::{compression, urls};
use crate::random;
use crate::room::SubmitError;
use crate::service::{ServiceError, by_hand};

/// A form with a thousand lines of text is longer than what hosts send else.
const ENTRY_BYTES: usize = 16 * FORM_BYTES;
const KEY_LETTERS: usize = 16;
/// What stands before the name of each field.
const COUNT: &str = "count-";
const TEXTS: &str = "texts";
/// How many entries there were when the form was made.
const RESTS_ON: &str = "rests_on";

/// What of a room is to be entered.
#[derive(Default, Deserialize)]
pub struct ByHandQuery {
    question: Option<SlideId>,
    round: Option<String>,
    group: Option<String>,
    back: Option<String>,
    saved: Option<String>,
}

/// `GET /rooms/{room}/typed`
pub async fn page(
    role: RoomRole<Moderator>,
    Query(asked): Query<ByHandQuery>,
) -> Result<Response, Failure> {
    let page = shown(&role, &asked, None)?;
    let html = pages::host::by_hand(&urls::assets("desk"), &page);
    Ok(compression::may_be(Html(html)))
}

/// `POST /rooms/{room}/typed`: what somebody entered there.
pub async fn enter(role: RoomRole<Moderator>, body: Body) -> Result<Response, Failure> {
    let fields = form(body, ENTRY_BYTES).await?;
    let asked = ByHandQuery::of_form(&fields);
    let entered = match role.handle.read(|room| entry(room, &asked, &fields))? {
        Ok(entry) => {
            let stored = by_hand::enter((&role.found, &role.handle), &entry);
            stored.await.map(drop)
        }
        Err(refusal) => Err(SubmitError::Refused(refusal).into()),
    };
    match entered {
        Ok(()) => Ok(Redirect::to(&asked.stored_at(&role)).into_response()),
        Err(ServiceError::Room(error @ SubmitError::Refused(_))) => {
            let page = shown(&role, &asked, Some((&fields, &error)))?;
            let html = pages::host::by_hand(&urls::assets("desk"), &page);
            Ok((status_of_trouble(&error), Html(html)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

impl ByHandQuery {
    fn of_form(fields: &Fields) -> Self {
        let said = |name: &str| fields.first(name).map(str::to_owned);
        Self {
            question: said("question").map(SlideId),
            round: said("round"),
            group: said("group"),
            back: said("back"),
            saved: None,
        }
    }

    fn round(&self) -> Option<Round> {
        self.round.as_deref()?.parse().ok()
    }

    fn group(&self) -> Option<GroupNumber> {
        GroupNumber::parse(self.group.as_deref()?)
    }

    fn came_from(&self) -> Option<ReturnPage> {
        let mut fields = Fields::default();
        fields.push("back", self.back.as_deref()?);
        ReturnPage::of(&fields)
    }

    /// The page after something was stored. Everything in it was read by the room.
    fn stored_at(&self, role: &RoomRole<Moderator>) -> String {
        let question = self.question.as_ref().map(SlideId::as_str);
        let said = [
            question.map(|question| format!("question={question}")),
            self.round().map(|round| format!("round={round}")),
            self.group().map(|group| format!("group={group}")),
            self.came_from().map(|page| format!("back={}", page.word())),
            Some("saved=1".to_owned()),
        ];
        let said: Vec<String> = said.into_iter().flatten().collect();
        format!("/rooms/{}/typed?{}", role.found.id, said.join("&"))
    }
}

/// What a form comes to.
fn entry(room: &Room, asked: &ByHandQuery, fields: &Fields) -> Result<TypedEntry, Refusal> {
    let question = asked.question.clone().ok_or(Refusal::UnknownQuestion)?;
    let state = room.question(&question).ok_or(Refusal::UnknownQuestion)?;
    let unread = asked.round.is_some() && asked.round().is_none();
    let round = asked.round().unwrap_or(state.round());
    let given = state
        .nth(round)
        .filter(|_| !unread)
        .ok_or(Refusal::UnknownRound)?;
    // What is entered takes the place of what was: a form that says nothing takes nothing away.
    let says = |(name, _): &(String, String)| name.starts_with(COUNT) || name.starts_with(TEXTS);
    if !fields.0.iter().any(says) {
        return Err(Refusal::Empty);
    }
    let mut counts = BTreeMap::new();
    for (name, value) in &fields.0 {
        let Some(part) = name.strip_prefix(COUNT) else {
            continue;
        };
        let count = match value.trim() {
            "" => 0,
            digits => digits.parse().map_err(|_| Refusal::OutOfRange)?,
        };
        counts.insert(part.to_owned(), count);
    }
    let headings = match given.ask.by_hand() {
        ByHand::Additions(headings) => headings,
        ByHand::Counts { .. } | ByHand::Texts { .. } | ByHand::Nothing => Vec::new(),
    };
    let lines = |name: String| {
        let text = fields.first(&name).unwrap_or_default().to_owned();
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(str::to_owned).collect::<Vec<String>>()
    };
    let headed = (1..).zip(&headings).flat_map(|(number, heading)| {
        let under = lines(format!("{TEXTS}-{number}")).into_iter();
        under.map(move |line| format!("{heading}: {line}"))
    });
    let texts = headed.chain(lines(TEXTS.to_owned())).collect();
    Ok(TypedEntry {
        question,
        round: Some(round),
        key: fields.first("key").map(Key::from),
        group: asked.group(),
        rests_on: fields.first(RESTS_ON).and_then(|it| it.parse().ok()),
        counts,
        texts,
    })
}

/// The page; with what was typed where it was not stored, and why.
fn shown(
    role: &RoomRole<Moderator>,
    asked: &ByHandQuery,
    failed: Option<(&Fields, &SubmitError)>,
) -> Result<ByHandEntry, Failure> {
    let language = role.caller.language();
    let (title, questions, form) = role.handle.read(|room| {
        let slides = room.deck.slides.iter();
        let known = slides.filter_map(|slide| Some((slide, room.question(&slide.id)?)));
        let known: Vec<(&Slide, &QuestionState)> = known
            .filter(|(_, state)| state.was_asked() && state.current().ask.playable())
            .collect();
        let on_stage = room.staged();
        let wanted = asked.question.as_ref().or(on_stage);
        let chosen = known.iter().find(|(slide, _)| Some(&slide.id) == wanted);
        let chosen = chosen.or(known.last());
        let form = chosen.map(|chosen| of_question(room, language, *chosen, asked));
        let questions = known.iter().map(|(slide, _)| {
            let prompt = slide.heading().to_owned();
            (slide.id.clone(), prompt)
        });
        (room.deck.title.clone(), questions.collect(), form)
    })?;
    let back = asked.came_from().unwrap_or(ReturnPage::Moderator);
    let problem = failed.map(|(_, error)| match error {
        SubmitError::Refused(Refusal::Moved) => ByHandTexts::of(language).moved.to_owned(),
        SubmitError::Refused(Refusal::OutOfRange) => ByHandTexts::of(language).no_number.to_owned(),
        SubmitError::Refused(refused) => refusal(language, refused),
        other => other.to_string(),
    });
    let form = match (form, failed) {
        (Some(form), Some((fields, error))) => Some(typed_again(form, fields, error)),
        (form, _) => form,
    };
    Ok(ByHandEntry {
        language,
        room: role.found.id.clone(),
        desk: role.rights.owns(),
        title,
        back: (back.word().to_owned(), back.address(&role.found.id)),
        questions,
        form,
        problem,
        saved: asked.saved.is_some() && failed.is_none(),
    })
}

fn of_question(
    room: &Room,
    language: Language,
    (slide, state): (&Slide, &QuestionState),
    asked: &ByHandQuery,
) -> ByHandForm {
    let is_this = asked.question.as_ref() == Some(&slide.id);
    let wanted = asked.round().filter(|_| is_this);
    let known = wanted.filter(|round| state.nth(*round).is_some());
    let round = known.unwrap_or(state.round());
    let given = state.nth(round).unwrap_or(state.current());
    let by_group = room.asks_groups(&slide.id);
    let names = room.group_names().into_iter().filter(|_| by_group);
    let names: Vec<_> = names.collect();
    let of_form = asked
        .group()
        .filter(|group| names.iter().any(|it| it.number == *group));
    let chosen = of_form.or(names.first().map(|group| group.number));
    let groups = names.into_iter().map(|group| ByHandGroup {
        number: group.number.to_string(),
        name: group_name(language, group.number.0, group.name.as_deref()),
        chosen: Some(group.number) == chosen,
    });
    ByHandForm {
        question: slide.id.clone(),
        prompt: slide.heading().to_owned(),
        round,
        rounds: state.rounds_begun(),
        key: random::name(KEY_LETTERS),
        groups: groups.collect(),
        fields: fields_of(given, chosen),
        rests_on: given.entries(chosen),
        others: Vec::new(),
        voters: (given.voters(), given.typed()),
    }
}

fn fields_of(given: &RoundState, group: Option<GroupNumber>) -> ByHandFields {
    let (counts, texts) = given.typed_counts(group);
    let lines = |name: String, heading: Option<String>, text: Vec<String>| ByHandLines {
        name,
        heading,
        text: text.join("\n"),
    };
    match given.ask.by_hand() {
        ByHand::Counts { parts, .. } => ByHandFields::Counts(in_parts(&parts, &counts)),
        ByHand::Texts { .. } => ByHandFields::Lines(lines(TEXTS.to_owned(), None, texts)),
        ByHand::Additions(headings) => {
            let mut left = texts;
            let mut all = Vec::new();
            for (number, heading) in (1..).zip(headings) {
                let start = format!("{heading}: ");
                let (under, others): (Vec<String>, Vec<String>) =
                    left.into_iter().partition(|text| text.starts_with(&start));
                let under = under.iter().map(|text| text[start.len()..].to_owned());
                let name = format!("{TEXTS}-{number}");
                all.push(lines(name, Some(heading), under.collect()));
                left = others;
            }
            if all.is_empty() || !left.is_empty() {
                all.push(lines(TEXTS.to_owned(), None, left));
            }
            ByHandFields::Additions(all)
        }
        ByHand::Nothing => ByHandFields::Nothing,
    }
}

/// Those about the same next to each other.
fn in_parts(
    parts: &[CountedPart],
    counts: &BTreeMap<String, u32>,
) -> Vec<(Option<String>, Vec<ByHandCount>)> {
    let mut all: Vec<(Option<String>, Vec<ByHandCount>)> = Vec::new();
    let mut last: Option<&str> = None;
    for part in parts {
        let count = counts.get(&part.key()).copied().unwrap_or_default();
        let count = ByHandCount {
            name: format!("{COUNT}{}", part.key()),
            label: part.label.clone(),
            value: if count == 0 {
                String::new()
            } else {
                count.to_string()
            },
        };
        match all.last_mut().filter(|_| last == Some(&part.name)) {
            Some((_, counts)) => counts.push(count),
            None => all.push((part.part.clone(), vec![count])),
        }
        last = Some(&part.name);
    }
    all
}

/// The form with what was typed and not stored, under the same key. What somebody else entered
/// meanwhile stands beside it, and the next press takes its place.
fn typed_again(mut form: ByHandForm, fields: &Fields, error: &SubmitError) -> ByHandForm {
    let typed = |name: &str| fields.first(name).map(str::to_owned);
    match error {
        SubmitError::Refused(Refusal::Moved) => form.others = entered_by_others(&form.fields),
        _ => {
            let rested_on = typed(RESTS_ON).and_then(|it| it.parse().ok());
            form.rests_on = rested_on.unwrap_or(form.rests_on);
        }
    }
    if let Some(key) = typed("key") {
        form.key = key;
    }
    match &mut form.fields {
        ByHandFields::Counts(parts) => {
            for count in parts.iter_mut().flat_map(|(_, counts)| counts) {
                count.value = typed(&count.name).unwrap_or_default();
            }
        }
        ByHandFields::Lines(lines) => lines.text = typed(&lines.name).unwrap_or_default(),
        ByHandFields::Additions(all) => {
            for lines in all {
                lines.text = typed(&lines.name).unwrap_or_default();
            }
        }
        ByHandFields::Nothing => {}
    }
    form
}

/// What is there now, a line for each number or text: under the same names as on the form.
fn entered_by_others(fields: &ByHandFields) -> Vec<(String, String)> {
    let of_lines = |lines: &ByHandLines| {
        let heading = lines.heading.clone().unwrap_or_default();
        let texts: Vec<&str> = lines.text.lines().collect();
        let said = texts.into_iter().map(str::to_owned);
        said.map(move |text| (heading.clone(), text))
            .collect::<Vec<_>>()
    };
    match fields {
        ByHandFields::Counts(parts) => {
            let mut all = Vec::new();
            for (part, counts) in parts {
                let given = counts.iter().filter(|count| !count.value.is_empty());
                all.extend(given.map(|count| {
                    let part = part.as_ref().map(|part| format!("{part} · "));
                    let label = format!("{}{}", part.unwrap_or_default(), count.label);
                    (label, count.value.clone())
                }));
            }
            all
        }
        ByHandFields::Lines(lines) => of_lines(lines),
        ByHandFields::Additions(all) => all.iter().flat_map(of_lines).collect(),
        ByHandFields::Nothing => Vec::new(),
    }
}

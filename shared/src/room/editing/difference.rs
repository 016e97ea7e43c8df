//! How two versions of a deck differ.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::deck::{Part, Slide};
use crate::ids::SlideId;
use crate::question::QuestionSpec;

/// Slides that stand elsewhere among those that stay, each with where it stood, from 1: as few as
/// explain the new order.
pub(super) fn moved(before: &[Slide], now: &[Slide]) -> BTreeMap<SlideId, u64> {
    let stood: BTreeMap<&SlideId, u64> = before.iter().map(|slide| &slide.id).zip(1..).collect();
    let stays: Vec<(&SlideId, u64)> = now
        .iter()
        .filter_map(|slide| Some((&slide.id, *stood.get(&slide.id)?)))
        .collect();
    let in_order = longest_increasing(&stays);
    let elsewhere = stays.into_iter().enumerate();
    elsewhere
        .filter(|(index, _)| !in_order.contains(index))
        .map(|(_, (id, from))| (id.clone(), from))
        .collect()
}

/// The indices of a longest run, with gaps, of growing places.
fn longest_increasing(places: &[(&SlideId, u64)]) -> Vec<usize> {
    let mut best: Vec<(usize, Option<usize>)> = Vec::new();
    for (index, (_, place)) in places.iter().enumerate() {
        let before = (0..index).filter(|before| places[*before].1 < *place);
        let longest = before.max_by_key(|before| (best[*before].0, usize::MAX - before));
        best.push((longest.map_or(1, |before| best[before].0 + 1), longest));
    }
    let mut at = (0..best.len()).max_by_key(|index| (best[*index].0, usize::MAX - index));
    let mut run = Vec::new();
    while let Some(index) = at {
        run.push(index);
        at = best[index].1;
    }
    run
}

/// Whether two versions of a slide differ in more than its texts, what answers point at, its
/// countdown and whether it is passed; of a question that is asked anew, in more than what is
/// asked.
pub(super) fn differs_beside(before: &Slide, now: &Slide, asks_anew: bool) -> bool {
    let mut bare = Slide {
        prompt: now.prompt.clone(),
        body: now.body.clone(),
        notes: now.notes.clone(),
        skip: now.skip,
        translations: now.translations.clone(),
        ..before.clone()
    };
    if let (Part::Question(bare), Some(now)) = (&mut bare.part, now.question()) {
        (bare.ask, bare.countdown) = (now.ask.clone(), now.countdown);
    }
    if bare != *now {
        return true;
    }
    match (before.question(), now.question()) {
        (Some(before), Some(now)) if !asks_anew => looks_differ(&before.ask, &now.ask),
        _ => false,
    }
}

/// Whether two questions differ in more than what their answers point at.
fn looks_differ(before: &QuestionSpec, now: &QuestionSpec) -> bool {
    let (texts, others) = (before.target_texts(), now.target_texts());
    let reworded = |one: &str, other: &str| texts.contains(&one) && others.contains(&other);
    let values = (serde_json::to_value(before), serde_json::to_value(now));
    let (Ok(before), Ok(now)) = values else {
        return before != now;
    };
    differs(&before, &now, &reworded)
}

fn differs(one: &Value, other: &Value, reworded: &impl Fn(&str, &str) -> bool) -> bool {
    match (one, other) {
        (Value::String(one), Value::String(other)) => one != other && !reworded(one, other),
        // More items stand behind those of before.
        (Value::Array(one), Value::Array(other)) => {
            let alike = one.iter().zip(other);
            other.len() < one.len() || { alike }.any(|(one, other)| differs(one, other, reworded))
        }
        (Value::Object(one), Value::Object(other)) => {
            let keys = one.keys().chain(other.keys());
            { keys }.any(|key| match (one.get(key), other.get(key)) {
                (Some(one), Some(other)) => differs(one, other, reworded),
                _ => true,
            })
        }
        (one, other) => one != other,
    }
}

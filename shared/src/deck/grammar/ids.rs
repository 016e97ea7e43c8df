//! Ids: those that a deck names, and those that its other slides get.

use std::collections::{HashMap, HashSet};

use super::Edition;
use super::slide::SlideDraft;
use crate::deck::Part;
use crate::deck::problem::{Problem, ReferenceProblem};
use crate::deck::text::slug::{is_reserved, made, numbered, unreserved};
use crate::ids::SlideId;

/// Gives every slide its id. Ids that are named, and those of questions, are fixed: two alike are
/// an error. The other slides make way for them.
pub(super) fn assign(drafts: &mut [SlideDraft], edition: Edition, problems: &mut Vec<Problem>) {
    let made = if edition == Edition::First {
        made
    } else {
        unreserved
    };
    let mut fixed: HashMap<String, usize> = HashMap::new();
    for (index, draft) in drafts.iter_mut().enumerate() {
        let Some(id) = fixed_id(draft, index, made) else {
            continue;
        };
        if edition == Edition::Latest && is_reserved(&id) {
            problems.push(Problem::new(
                draft.id_line(),
                ReferenceProblem::Reserved { id: id.clone() },
            ));
        }
        match fixed.get(&id) {
            Some(&line) => problems.push(Problem::new(
                draft.id_line(),
                ReferenceProblem::SameId {
                    id: id.clone(),
                    line,
                },
            )),
            None => {
                fixed.insert(id.clone(), draft.id_line());
            }
        }
        draft.slide.id = SlideId(id);
    }
    let mut taken: HashSet<String> = fixed.into_keys().collect();
    let mut next: HashMap<String, usize> = HashMap::new();
    for (index, draft) in drafts.iter_mut().enumerate() {
        if draft.slide.id.0.is_empty() {
            let base = made(draft.slide.prompt.as_deref(), index);
            let id = free(&base, &taken, next.entry(base.clone()).or_insert(2));
            taken.insert(id.clone());
            draft.slide.id = SlideId(id);
        }
    }
}

fn fixed_id(
    draft: &SlideDraft,
    index: usize,
    made: fn(Option<&str>, usize) -> String,
) -> Option<String> {
    if let Some(named) = &draft.named {
        return Some(named.clone());
    }
    let question = matches!(draft.slide.part, Part::Question(_));
    question.then(|| made(draft.slide.prompt.as_deref(), index))
}

/// The first of `base`, `base-2`, `base-3`, … that nobody has.
fn free(base: &str, taken: &HashSet<String>, next: &mut usize) -> String {
    if !taken.contains(base) {
        return base.to_owned();
    }
    loop {
        let id = numbered(base, *next);
        *next += 1;
        if !taken.contains(&id) {
            return id;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_behind_a_long_id_fits_in_60_bytes() {
        let base = "a".repeat(60);
        let taken = HashSet::from([base.clone()]);
        assert_eq!(free(&base, &taken, &mut 2), format!("{}-2", "a".repeat(58)));
    }
}

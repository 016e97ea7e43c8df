//! Which slides of a new text are slides that a room knows, and so keep the ids under which it
//! knows them: by an id that is written, then by the id that a heading makes, then by what answers
//! to it point at, then, of what is left and has no id of its own, by order among those of the same
//! kind. A question is never a slide that asks nothing: its answers would be nowhere.

use std::collections::{BTreeMap, BTreeSet};

use super::text::slug;
use super::{Deck, Part, Slide};
use crate::ids::SlideId;

/// The slides that a room knows.
pub(crate) struct Known<'a> {
    /// Those of its deck, in order.
    pub slides: &'a [Slide],
    /// Those that were taken out of it.
    pub gone: Vec<&'a Slide>,
}

/// What a slide is recognised by where no id is written.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    /// The id that its heading makes.
    Heading(String),
    /// Its text, where it has no heading.
    Body(String),
}

/// Gives each slide of a new deck that is known the id by which it is known, and each other one an
/// id that was never another's. What slides say of each other goes on meaning the same slides.
/// Gives the ids of those that are known, in order.
pub(crate) fn recognise(known: &Known<'_>, deck: &mut Deck) -> Vec<SlideId> {
    let found = find(known, &deck.slides);
    let mut taken: BTreeSet<SlideId> = known.all().map(|slide| slide.id.clone()).collect();
    let mut ids: Vec<SlideId> = Vec::new();
    for (slide, found) in deck.slides.iter().zip(&found) {
        let id = found
            .map(|place| known.nth(place).id.clone())
            .unwrap_or_else(|| free(&slide.id, &taken));
        taken.insert(id.clone());
        ids.push(id);
    }
    let renamed: BTreeMap<SlideId, SlideId> = deck
        .slides
        .iter()
        .map(|slide| slide.id.clone())
        .zip(ids.iter().cloned())
        .collect();
    for (slide, id) in deck.slides.iter_mut().zip(&ids) {
        slide.id = id.clone();
        refer(slide, &renamed);
    }
    let recognised = ids
        .into_iter()
        .zip(found)
        .filter(|(_, found)| found.is_some());
    recognised.map(|(id, _)| id).collect()
}

impl Known<'_> {
    fn all(&self) -> impl Iterator<Item = &Slide> {
        self.slides.iter().chain(self.gone.iter().copied())
    }

    fn nth(&self, place: usize) -> &Slide {
        match self.slides.get(place) {
            Some(slide) => slide,
            None => self.gone[place - self.slides.len()],
        }
    }
}

/// For each new slide the place of the one that it is, among those of the deck and those behind
/// them that are gone.
fn find(known: &Known<'_>, new: &[Slide]) -> Vec<Option<usize>> {
    let mut found = Found {
        by_new: vec![None; new.len()],
        used: BTreeSet::new(),
    };
    let by_id: BTreeMap<&SlideId, usize> = known
        .all()
        .enumerate()
        .map(|(place, slide)| (&slide.id, place))
        .collect();
    let alike = |slide: &Slide, place: &usize| {
        slide.question().is_some() == known.nth(*place).question().is_some()
    };
    let named = |slide: &Slide| {
        let place = by_id.get(&slide.id).copied();
        place.filter(|place| alike(slide, place))
    };
    found.each(new, |index, slide| {
        named(slide).filter(|_| is_written(slide, index))
    });
    let mut signs: BTreeMap<Sign, Vec<usize>> = BTreeMap::new();
    for (place, slide) in known.all().enumerate() {
        if !found.used.contains(&place) {
            signs.entry(sign(slide)).or_default().push(place);
        }
    }
    found.each(new, |_, slide| {
        let places = signs.get_mut(&sign(slide))?;
        let place = places.iter().position(|place| alike(slide, place))?;
        Some(places.remove(place))
    });
    // A heading that is as it was once, before an earlier change.
    found.each(new, |_, slide| {
        named(slide).filter(|_| slide.prompt.is_some())
    });
    let free = |used: &BTreeSet<usize>| -> Vec<usize> {
        let all = 0..known.slides.len();
        all.filter(|place| !used.contains(place)).collect()
    };
    let mut left = free(&found.used);
    found.each(new, |_, slide| {
        let targets = targets(slide)?;
        let same = |place: &usize| {
            let known = &known.slides[*place];
            known.kind() == slide.kind() && self::targets(known).as_ref() == Some(&targets)
        };
        let place = left.iter().position(same)?;
        Some(left.remove(place))
    });
    let mut left = free(&found.used);
    found.each(new, |index, slide| {
        let same = |place: &usize| known.slides[*place].kind() == slide.kind();
        let place = left
            .iter()
            .position(same)
            .filter(|_| !is_written(slide, index))?;
        Some(left.remove(place))
    });
    found.by_new
}

/// Which were found so far.
struct Found {
    by_new: Vec<Option<usize>>,
    used: BTreeSet<usize>,
}

impl Found {
    /// Looks for each that is not found yet.
    fn each(&mut self, new: &[Slide], mut find: impl FnMut(usize, &Slide) -> Option<usize>) {
        for (index, slide) in new.iter().enumerate() {
            if self.by_new[index].is_some() {
                continue;
            }
            let place = find(index, slide).filter(|place| !self.used.contains(place));
            self.used.extend(place);
            self.by_new[index] = place;
        }
    }
}

/// What answers to a question point at, where there are such texts.
fn targets(slide: &Slide) -> Option<Vec<&str>> {
    let targets = slide.question()?.ask.target_texts();
    (!targets.is_empty()).then_some(targets)
}

fn sign(slide: &Slide) -> Sign {
    match &slide.prompt {
        Some(prompt) => Sign::Heading(slug::unreserved(Some(prompt), 0)),
        None => Sign::Body(slide.body.clone()),
    }
}

/// Whether an id is not what the slide would have without it. One that was numbered because another
/// slide has the same heading was not written.
fn is_written(slide: &Slide, index: usize) -> bool {
    let made = slug::unreserved(slide.prompt.as_deref(), index);
    let Some(behind) = slide.id.as_str().strip_prefix(&made) else {
        return true;
    };
    let number = behind.strip_prefix('-').unwrap_or_default();
    !(behind.is_empty() || !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The id, or with the first number behind it that nobody has.
fn free(id: &SlideId, taken: &BTreeSet<SlideId>) -> SlideId {
    if !taken.contains(id) {
        return id.clone();
    }
    let numbered = (2..).map(|number| slug::numbered(id.as_str(), number));
    let free = numbered.map(SlideId).find(|id| !taken.contains(id));
    free.expect("there are more numbers than slides")
}

/// Lets what a slide says of others name them by their new ids.
fn refer(slide: &mut Slide, renamed: &BTreeMap<SlideId, SlideId>) {
    let named: [Option<&mut SlideId>; 3] = match &mut slide.part {
        Part::Question(question) => [
            question.compare.as_mut(),
            question.split.as_mut(),
            question.ask.items_from_mut().map(|from| &mut from.question),
        ],
        Part::Results { question, .. } => [Some(question), None, None],
        Part::Content
        | Part::Instructions { .. }
        | Part::Agenda
        | Part::Leaderboard
        | Part::Break { .. } => [None, None, None],
    };
    for id in named.into_iter().flatten() {
        if let Some(known) = renamed.get(id) {
            *id = known.clone();
        }
    }
}

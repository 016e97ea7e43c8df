//! How the room moved since an earlier question: its results beside those of the question that
//! names it, and for places between two poles where each unnamed voter went. Knows nobody's name
//! and no time.

use crate::deck::Slide;
use crate::limits::PAIRS_MAX;
use crate::protocol::view::{Compared, Pair};
use crate::question::kind::RightAnswers;
use crate::room::{Room, RoundState};

impl Room {
    /// What the current round of a question is to be compared with; nothing where it names no
    /// earlier question, where that has no answers, or where a later edit gave the two another
    /// shape.
    pub fn compared(&self, slide: &Slide) -> Option<Compared> {
        let id = slide.question()?.compare.as_ref()?;
        let (_, earlier) = self.deck.find(id)?;
        let (then, now) = (
            self.question(id)?.current(),
            self.question(&slide.id)?.current(),
        );
        let results = then
            .page(RightAnswers::Kept)
            .filter(|results| results.voters() > 0 && is_comparable(then, now))?;
        let pairs = pairs(then, now);
        Some(Compared {
            id: id.clone(),
            prompt: earlier.heading().to_owned(),
            results,
            pairs,
        })
    }
}

fn is_comparable(then: &RoundState, now: &RoundState) -> bool {
    then.ask.is_of_the_kind_of(&now.ask) && then.ask.is_alike(&now.ask)
}

/// Where everybody who took a position both times went; nothing above [`PAIRS_MAX`]. Sorted by
/// place, so that the order in which people joined tells nothing.
fn pairs(then: &RoundState, now: &RoundState) -> Option<Vec<Pair>> {
    if !now.ask.shows_ways() || then.is_per_group() || now.is_per_group() {
        return None;
    }
    let place = |round: &RoundState, person| round.answer_of(person)?.answer.as_ref()?.place();
    let fewer = if then.voters() <= now.voters() {
        then
    } else {
        now
    };
    // Nobody knows who of those without a phone is who.
    let known = fewer.answers().filter(|(person, _)| !person.is_by_hand());
    let both = known.filter_map(|(person, _)| {
        Some(Pair {
            then: place(then, person)?,
            now: place(now, person)?,
        })
    });
    // One more than may be shown tells that there are too many, however large the room is.
    let mut pairs: Vec<Pair> = both.take(PAIRS_MAX + 1).collect();
    pairs.sort_by(|a, b| a.then.total_cmp(&b.then).then(a.now.total_cmp(&b.now)));
    (pairs.len() <= PAIRS_MAX).then_some(pairs)
}

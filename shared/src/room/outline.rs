//! All slides of a room in one list, and what the stage would show next.

use crate::control::{Control, ControlAction};
use crate::deck::{Part, Slide};
use crate::event::Batch;
use crate::ids::{Millis, ProducerId};
use crate::limits::RULES;
use crate::protocol::view::OutlineRow;
use crate::room::{Outcome, Room};

impl Room {
    /// The list of all slides at that moment.
    pub(super) fn outline(&self, now: Millis) -> Vec<OutlineRow> {
        let row = |slide: &Slide| {
            let asked = self.question(&slide.id).filter(|state| state.was_asked());
            OutlineRow {
                id: slide.id.clone(),
                kind: slide.kind().to_owned(),
                prompt: self.title_of(slide).to_owned(),
                skip: slide.skip,
                later: !slide.playable(),
                open: asked.is_some_and(|state| state.is_open(now)),
                voters: asked.map(|state| state.current().voters()),
            }
        };
        self.deck.slides.iter().map(row).collect()
    }

    /// What a slide is called: its heading, or where it shows an earlier question again and has
    /// none, that question's.
    pub(super) fn title_of<'a>(&'a self, slide: &'a Slide) -> &'a str {
        match &slide.part {
            Part::Results { question, .. } if slide.prompt.is_none() => {
                let asked = self.deck.find(question);
                asked.map_or(slide.heading(), |(_, asked)| asked.heading())
            }
            _ => slide.heading(),
        }
    }

    /// The room as *next* would make it at that moment, in which nothing is stored; none where
    /// there is no way on.
    pub fn one_on(&self, now: Millis) -> Option<Self> {
        let event = self.resolve(&Control::now(ControlAction::Next)).ok()?;
        let mut ahead = self.clone();
        let batch = Batch {
            rules: RULES,
            producer: ProducerId::from("ahead"),
            counter: 1,
            events: vec![event],
            by: Default::default(),
        };
        let outcomes = ahead.apply(self.seq + 1, now, &batch);
        matches!(*outcomes, [Outcome::Accepted(_)]).then_some(ahead)
    }
}

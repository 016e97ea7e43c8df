//! The questions to the speakers as they stand on a page that is alive: none moves under whoever is
//! at work among them, and what came meanwhile is counted.

use shared::ids::AnswerId;
use shared::protocol::view::{QaQuestion, QaState};

/// What the page shows. Before it is alive it is empty, and everything is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SeenQuestions {
    shown: Option<Vec<SeenQuestion>>,
    /// What is ticked to be merged.
    pub ticked: Vec<AnswerId>,
    /// Fields that are unfolded to be written in, by name.
    pub unfolded: Vec<String>,
}

/// A question in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct SeenQuestion {
    pub question: QaQuestion,
    /// How it stood when it took this place: its buttons stay where they are.
    pub before: QaState,
    /// Whether it has left the list since.
    pub gone: bool,
}

impl SeenQuestion {
    fn new(question: &QaQuestion) -> Self {
        Self {
            question: question.clone(),
            before: question.state,
            gone: false,
        }
    }
}

impl SeenQuestions {
    /// Takes note of what there is now. Whoever is at work sees what they saw, each in its place.
    pub fn follow(&mut self, list: &[QaQuestion], at_work: bool) {
        let there = |id: &AnswerId| list.iter().any(|question| question.id == *id);
        self.ticked.retain(there);
        let stays = at_work || !self.ticked.is_empty() || self.is_written_in();
        match &mut self.shown {
            Some(shown) if stays => shown.iter_mut().for_each(|seen| {
                let now = list.iter().find(|now| now.id == seen.question.id);
                seen.gone = now.is_none();
                seen.question = now.unwrap_or(&seen.question).clone();
            }),
            shown => *shown = Some(list.iter().map(SeenQuestion::new).collect()),
        }
    }

    /// Shows what came in the meantime.
    pub fn show_new(&mut self, list: &[QaQuestion]) {
        self.shown = Some(list.iter().map(SeenQuestion::new).collect());
    }

    /// What is shown, of what there is.
    pub fn rows(&self, list: &[QaQuestion]) -> Vec<SeenQuestion> {
        match &self.shown {
            Some(shown) => shown.clone(),
            None => list.iter().map(SeenQuestion::new).collect(),
        }
    }

    /// How many are not shown yet.
    pub fn waiting(&self, list: &[QaQuestion]) -> usize {
        let Some(shown) = &self.shown else { return 0 };
        let new =
            |question: &&QaQuestion| !shown.iter().any(|seen| seen.question.id == question.id);
        list.iter().filter(new).count()
    }

    /// Whether somebody may be writing: rows with fields stay where they are.
    pub fn is_written_in(&self) -> bool {
        !self.unfolded.is_empty()
    }

    /// Unfolds a field, or folds it again.
    pub fn unfold(&mut self, name: &str) {
        let before = self.unfolded.len();
        self.fold(name);
        if self.unfolded.len() == before {
            self.unfolded.push(name.to_owned());
        }
    }

    /// Folds a field: what was written in it is dealt with.
    pub fn fold(&mut self, name: &str) {
        self.unfolded.retain(|unfolded| unfolded != name);
    }

    /// Ticks one to be merged, or no longer.
    pub fn tick(&mut self, question: AnswerId, on: bool) {
        self.ticked.retain(|ticked| *ticked != question);
        if on {
            self.ticked.push(question);
        }
    }
}

#[cfg(test)]
mod tests {
    use shared::protocol::view::QaOrigin;

    use super::*;

    fn list(all: &[(u64, QaState)]) -> Vec<QaQuestion> {
        let question = |(id, state): &(u64, QaState)| QaQuestion {
            id: AnswerId(*id),
            text: format!("Vraag {id}"),
            votes: 0,
            state: *state,
            from: QaOrigin::Phone,
            to: None,
            reply: None,
            at: 0,
            merged: Vec::new(),
        };
        all.iter().map(question).collect()
    }

    fn shown(seen: &SeenQuestions, list: &[QaQuestion]) -> Vec<(u64, QaState, QaState, bool)> {
        let rows = seen.rows(list).into_iter();
        rows.map(|it| (it.question.id.0, it.before, it.question.state, it.gone))
            .collect()
    }

    #[test]
    fn nothing_moves_under_who_is_at_work_and_what_came_is_counted() {
        use QaState::{Listed, Waiting};
        let before = list(&[(1, Waiting), (2, Waiting), (3, Listed)]);
        let mut seen = SeenQuestions::default();
        assert_eq!(shown(&seen, &before).len(), 3, "before the page is alive");
        seen.follow(&before, false);
        let later = list(&[(2, Waiting), (4, Waiting), (1, Listed)]);
        seen.follow(&later, true);
        assert_eq!(
            shown(&seen, &later),
            [
                (1, Waiting, Listed, false),
                (2, Waiting, Waiting, false),
                (3, Listed, Listed, true),
            ]
        );
        assert_eq!(seen.waiting(&later), 1);
        seen.follow(&later, false);
        let rested: Vec<u64> = shown(&seen, &later).iter().map(|row| row.0).collect();
        assert_eq!((rested, seen.waiting(&later)), (vec![2, 4, 1], 0));
    }

    #[test]
    fn rows_stay_while_one_is_ticked_or_written_in() {
        let (before, later) = (
            list(&[(1, QaState::Waiting)]),
            list(&[(2, QaState::Waiting), (1, QaState::Waiting)]),
        );
        let first = |seen: &SeenQuestions| shown(seen, &later)[0].0;
        let mut seen = SeenQuestions::default();
        seen.follow(&before, false);
        seen.tick(AnswerId(1), true);
        seen.follow(&later, false);
        assert_eq!(first(&seen), 1);
        seen.tick(AnswerId(1), false);
        seen.unfold("reply-a1");
        seen.follow(&later, false);
        assert_eq!(first(&seen), 1);
        seen.unfold("reply-a1");
        seen.follow(&later, false);
        assert_eq!(first(&seen), 2);
        seen.tick(AnswerId(1), true);
        seen.follow(&list(&[(2, QaState::Waiting)]), false);
        assert_eq!(seen.ticked, [], "what is gone is ticked no more");
    }
}

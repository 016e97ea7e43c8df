//! What a page announces to whoever hears it, where the same slide is another matter than before: a
//! new round, a question that is open again, the vote, results, the end. That another slide came is
//! announced in `navigation`.

use shared::ids::{Millis, Round, SlideId};
use shared::phase::Phase;

use super::{PhoneState, asked};
use crate::kinds::{KindFigure, described};
use crate::texts::phone::phone;

/// What of a page would be news if it were otherwise.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct AnnouncedState {
    ended: bool,
    question: Option<SlideId>,
    round: Round,
    open: bool,
    voting: bool,
    ends: Option<Millis>,
    /// Of which round there are results.
    results: Option<Round>,
}

impl PhoneState {
    /// What somebody at this page knows.
    pub(super) fn seen(&self) -> AnnouncedState {
        let ended = self.page.view.phase == Phase::Ended;
        // Once all is over the page shows no question, whatever becomes of the last one.
        let shown = self.shown().filter(|_| self.place().1.is_some());
        let Some((slide, asked)) = shown.and_then(|slide| Some((slide, asked(slide)?))) else {
            return AnnouncedState {
                ended,
                ..AnnouncedState::default()
            };
        };
        let results = asked
            .results
            .as_ref()
            .map(|_| asked.results_round.unwrap_or(asked.round));
        let (round, open, voting) = (asked.round, asked.open, asked.voting);
        AnnouncedState {
            ended,
            question: Some(slide.id.clone()),
            round,
            open,
            voting,
            ends: self.countdown_ends(),
            results,
        }
    }

    /// Says something to whoever hears the page.
    pub(super) fn say(&mut self, news: String) {
        self.news = news;
        self.announcements += 1;
    }

    /// Says what is new of the slide that was there before, and the end.
    pub(super) fn tell_what_changed(&mut self, before: &AnnouncedState) {
        let now = self.seen();
        if now.ended && !before.ended && self.held.is_none() {
            return self.say(self.page().heading());
        }
        let news = if now.question == before.question {
            self.changed(before, &now)
        } else {
            Vec::new()
        };
        if !news.is_empty() {
            self.say(news.join(" "));
        }
    }

    fn changed(&self, before: &AnnouncedState, now: &AnnouncedState) -> Vec<String> {
        let Some((slide, asked)) = self.shown().and_then(|slide| Some((slide, asked(slide)?)))
        else {
            return Vec::new();
        };
        let (say, language) = (phone(self.page.language), self.page.language);
        let begun = match (
            now.round != before.round,
            now.open && !before.open,
            now.voting && !before.voting,
        ) {
            (true, ..) if now.open => Some(format!("{}{}", say.new_round, slide.prompt)),
            (false, true, false) => Some(format!("{}{}", say.open_again, slide.prompt)),
            (_, _, true) if now.open => Some(say.voting.to_owned()),
            _ if before.ends.is_some() && now.ends > before.ends => {
                Some(self.more_time(say.more_time_given))
            }
            _ => None,
        };
        let results = asked
            .results
            .as_ref()
            .filter(|_| now.results != before.results)
            .map(|results| {
                let heading = if now.open {
                    say.results_so_far
                } else {
                    say.results
                };
                let figure = KindFigure::of(&asked.input, results);
                format!("{heading}: {}", described(language, &figure))
            });
        begun.into_iter().chain(results).collect()
    }
}

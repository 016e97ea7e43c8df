//! What each role sees of a room at a moment. Time is an argument: a deadline that passes changes a
//! view without any event.

use crate::deck::{Part, Slide, markdown};
use crate::event::Audience;
use crate::ids::{Millis, Round, SlideId};
use crate::limits::VIEW_ANSWERS;
use crate::phase::Phase;
use crate::protocol::view::{
    Compared, PartView, PastQuestion, PhoneView, QuestionView, ResultsVisibility, SlideView,
    Votable,
};
use crate::question::Results;
use crate::question::kind::RightAnswers;
use crate::room::{QuestionState, Room, RoundState};

mod host;

#[derive(Clone, Copy, PartialEq, Eq)]
enum ViewerAccess {
    Phone,
    Stage,
    Backstage,
}

impl Room {
    /// What every phone shows at that moment.
    pub fn phone_view(&self, now: Millis) -> PhoneView {
        let last = self
            .current_slide()
            .is_some_and(|(place, _)| self.following(Some(place)).is_none());
        PhoneView {
            title: self.deck.title.clone(),
            language: self.deck.language.clone(),
            phase: self.phase,
            last,
            slide: self
                .current_slide()
                .map(|(place, slide)| self.slide_view(place, slide, ViewerAccess::Phone, now)),
            trial: self.trial,
            own_pace: self.own_pace,
            late: self.late(now),
            asked: if self.is_surveyed() {
                Vec::new()
            } else {
                self.asked()
            },
            reactions: self.reactions().to_vec(),
            groups: self.group_names(),
            qa: self.phone_qa(now),
            page: self.after_page(now).map(|page| page.slug.clone()),
            page_day: self.after_page(now).map(|page| page.day.clone()),
        }
    }

    /// One question as a phone shows it, also where the stage has moved on; nothing for one that
    /// was never open.
    pub fn phone_question(&self, id: &SlideId, now: Millis) -> Option<SlideView> {
        let (place, slide) = self.deck.find(id)?;
        self.question(id).filter(|state| state.was_asked())?;
        Some(self.slide_view(place, slide, ViewerAccess::Phone, now))
    }

    /// A question that was asked as a host behind the stage sees it, also where the stage has moved
    /// on.
    pub fn moderated_question(&self, id: &SlideId, now: Millis) -> Option<SlideView> {
        let (place, slide) = self.deck.find(id)?;
        self.question(id).filter(|state| state.was_asked())?;
        Some(self.slide_view(place, slide, ViewerAccess::Backstage, now))
    }

    /// Whoever sees a question's results sees them beside the earlier ones that the deck sets them
    /// against.
    fn comparison(&self, slide: &Slide, eyes: ViewerAccess, now: Millis) -> Option<Compared> {
        let state = self.question(&slide.id)?;
        let newest = self.round_on_stage(&slide.id, state) == state.round();
        if newest && self.sees_results(slide, state, eyes, now) {
            self.compared(slide)
        } else {
            None
        }
    }

    /// The slide that the room is at, with its place from 0. Looking back, the stage shows another
    /// one: see [`Room::staged`].
    pub fn current_slide(&self) -> Option<(usize, &Slide)> {
        self.deck.find(self.position.as_ref()?)
    }

    fn late(&self, now: Millis) -> Vec<SlideView> {
        if self.is_surveyed() {
            let all = self.survey().into_iter();
            return all
                .map(|(place, slide)| self.slide_view(place, slide, ViewerAccess::Phone, now))
                .collect();
        }
        // When it is over nothing is on the stage any more, and the last question has its grace
        // like the others.
        let on_stage = self
            .position
            .as_ref()
            .filter(|_| self.phase != Phase::Ended);
        let elsewhere = self
            .deck
            .slides
            .iter()
            .enumerate()
            .filter(|(_, slide)| Some(&slide.id) != on_stage);
        let open = elsewhere.filter(|(_, slide)| {
            self.question(&slide.id)
                .is_some_and(|state| state.is_open(now))
        });
        open.map(|(place, slide)| self.slide_view(place, slide, ViewerAccess::Phone, now))
            .collect()
    }

    fn asked(&self) -> Vec<PastQuestion> {
        let asked = self.deck.slides.iter().filter(|slide| {
            self.question(&slide.id)
                .is_some_and(QuestionState::was_asked)
        });
        asked
            .filter_map(|slide| {
                let input = slide.question()?.ask.input()?;
                Some(PastQuestion {
                    id: slide.id.clone(),
                    prompt: slide.heading().to_owned(),
                    input,
                })
            })
            .collect()
    }

    fn slide_view(
        &self,
        place: usize,
        slide: &Slide,
        eyes: ViewerAccess,
        now: Millis,
    ) -> SlideView {
        if let Part::Results { question, round } = &slide.part {
            return self.results_slide((place, slide), (question, *round), eyes, now);
        }
        SlideView {
            id: slide.id.clone(),
            number: place as u64 + 1,
            kind: slide.kind().to_owned(),
            prompt: slide.heading().to_owned(),
            body: match slide.part {
                Part::Agenda => {
                    self.deck.agenda_html(place, eyes == ViewerAccess::Phone)
                        + &markdown::html(&slide.body)
                }
                _ => markdown::html(&slide.body),
            },
            part: self.part_view(slide, eyes, now),
        }
    }

    fn part_view(&self, slide: &Slide, eyes: ViewerAccess, now: Millis) -> PartView {
        match &slide.part {
            Part::Content | Part::Agenda => PartView::Content,
            Part::Instructions { .. } => PartView::Instructions,
            // Nobody waits for the end of a break of long ago.
            Part::Break { .. } if self.looks_back() && eyes != ViewerAccess::Phone => {
                PartView::Break {
                    minutes: None,
                    until: None,
                    began_at: self.moved_at,
                }
            }
            Part::Break { minutes, until } => PartView::Break {
                minutes: *minutes,
                until: until.clone(),
                began_at: self.moved_at,
            },
            // What a slide of results shows is made with the slide.
            Part::Leaderboard | Part::Results { .. } => PartView::Later,
            Part::Question(question) if question.ask.shows_questions() => PartView::Content,
            Part::Question(_) => self
                .question_view(slide, eyes, now)
                .map_or(PartView::Later, |question| {
                    PartView::Question(Box::new(question))
                }),
        }
    }

    /// A slide that shows an earlier question again. Phones see that question as they know it, once
    /// its results are for them; until then they learn nothing of it.
    fn results_slide(
        &self,
        (place, slide): (usize, &Slide),
        (question, round): (&SlideId, Option<Round>),
        eyes: ViewerAccess,
        now: Millis,
    ) -> SlideView {
        let asked = self.deck.find(question);
        let known = asked.zip(self.question(question));
        if eyes == ViewerAccess::Phone {
            let shown = known.filter(|((_, asked), state)| {
                state.was_asked() && !state.is_open(now) && self.shown_on_phones(asked, state, now)
            });
            if let Some(((place, asked), _)) = shown {
                return self.slide_view(place, asked, eyes, now);
            }
        }
        let part = match known {
            Some(_) if eyes == ViewerAccess::Phone => Some(PartView::Content),
            Some((_, state)) => self
                .past_results(state, round, now)
                .map(|question| PartView::Question(Box::new(question))),
            None => None,
        };
        SlideView {
            id: slide.id.clone(),
            number: place as u64 + 1,
            kind: slide.kind().to_owned(),
            prompt: if eyes == ViewerAccess::Phone {
                slide.heading()
            } else {
                self.title_of(slide)
            }
            .to_owned(),
            body: markdown::html(&slide.body),
            part: part.unwrap_or(PartView::Later),
        }
    }

    /// What an earlier question came to in one of its rounds, for hosts; nothing where this version
    /// can't play it.
    fn past_results(
        &self,
        state: &QuestionState,
        round: Option<Round>,
        now: Millis,
    ) -> Option<QuestionView> {
        let number = shown_again(state, round);
        let displayed = state.nth(number)?;
        let right = if state.is_open(now) {
            RightAnswers::Kept
        } else {
            RightAnswers::Told
        };
        let results = displayed.stage_page(right);
        Some(QuestionView {
            round: state.round(),
            open: false,
            voting: false,
            change: false,
            holds: false,
            required: false,
            rules: self.rules,
            countdown_ends: None,
            grace_ends: None,
            evaluation: false,
            groups: displayed
                .is_per_group()
                .then(|| self.groups_asked(displayed)),
            input: displayed.ask.input()?,
            results,
            split: None,
            results_round: Some(number).filter(|number| *number != state.round()),
            rounds: None,
            cloud: None,
            votable: None,
            voters: Some(displayed.voters()),
            typed: displayed.typed_if_any(),
            moderable: None,
            shown: None,
        })
    }

    fn page_of(&self, displayed: &RoundState, phone: bool, right: RightAnswers) -> Option<Results> {
        if phone {
            self.for_phones(displayed.page(right))
        } else {
            displayed.stage_page(right)
        }
    }

    fn question_view(
        &self,
        slide: &Slide,
        eyes: ViewerAccess,
        now: Millis,
    ) -> Option<QuestionView> {
        let state = self.question(&slide.id)?;
        let sees = self.sees_results(slide, state, eyes, now);
        let phone = eyes == ViewerAccess::Phone;
        // Whoever looks at a room from behind the stage sees the round that the stage shows.
        let displayed_round = if phone {
            state.displayed_round(Audience::Phones)
        } else {
            self.round_on_stage(&slide.id, state)
        };
        let displayed = state.nth(displayed_round).unwrap_or(state.current());
        // What is right is sent once nobody can answer any more, and not before somebody did.
        let right = if !state.is_open(now) && displayed.voters() > 0 {
            RightAnswers::Told
        } else {
            RightAnswers::Kept
        };
        Some(QuestionView {
            round: state.round(),
            open: state.is_open(now),
            voting: state.voting(),
            change: slide.question()?.change,
            holds: self.holds(&slide.id),
            required: self.requires(slide),
            rules: self.rules,
            countdown_ends: state.countdown_ends(),
            grace_ends: state.grace_ends(),
            evaluation: state.evaluates(now),
            groups: self.groups_asked_by(&slide.id, displayed),
            input: state.current().ask.input()?,
            results: sees
                .then(|| self.page_of(displayed, phone, right))
                .flatten(),
            split: sees
                .then(|| self.split_for(slide, displayed, phone))
                .flatten(),
            results_round: Some(displayed_round).filter(|round| sees && *round != state.round()),
            rounds: (!phone).then(|| state.rounds_begun()),
            cloud: None,
            votable: self.votable(slide, state, eyes, now),
            voters: (!phone).then(|| displayed.voters()),
            typed: displayed.typed_if_any().filter(|_| !phone),
            moderable: (eyes == ViewerAccess::Backstage)
                .then(|| self.moderable(&slide.id, state))
                .flatten(),
            shown: (!phone).then(|| ResultsVisibility {
                stage: self.shown_on_stage(slide, state),
                phones: self.shown_on_phones(slide, state, now),
            }),
        })
    }

    fn sees_results(
        &self,
        slide: &Slide,
        state: &QuestionState,
        eyes: ViewerAccess,
        now: Millis,
    ) -> bool {
        match eyes {
            ViewerAccess::Backstage => true,
            ViewerAccess::Stage => self.shown_on_stage(slide, state),
            ViewerAccess::Phone => self.shown_on_phones(slide, state, now),
        }
    }

    /// Whether phones show a question's results at that moment.
    pub fn shown_on_phones(&self, slide: &Slide, state: &QuestionState, now: Millis) -> bool {
        // Others have not come to it yet.
        if self.own_pace && state.is_open(now) {
            return false;
        }
        let phones = self.phones.instead();
        let phones = phones.unwrap_or_else(|| self.deck.phones_of(slide));
        state.on_phones(phones, self.deck.results_of(slide), now)
    }

    /// The same results with answers named as phones know them.
    fn for_phones(&self, mut results: Option<Results>) -> Option<Results> {
        for answer in results.iter_mut().flat_map(Results::added_mut) {
            answer.id = self.name_on_phones(answer.id);
        }
        results
    }

    /// Whether phones see what there is to vote for: everyone in the voting phase; while collecting
    /// only where the stage shows it too.
    pub(super) fn shown_for_voting(&self, slide: &Slide, state: &QuestionState) -> bool {
        state.voting() || (!self.own_pace && self.shown_before_the_end(slide, state))
    }

    fn votable(
        &self,
        slide: &Slide,
        state: &QuestionState,
        eyes: ViewerAccess,
        now: Millis,
    ) -> Option<Vec<Votable>> {
        let round = state.current();
        let votes = round.ask.votes() > 0;
        let seen = self.shown_for_voting(slide, state);
        let name = |id| {
            if eyes == ViewerAccess::Phone {
                self.name_on_phones(id)
            } else {
                id
            }
        };
        let shown = || {
            round
                .all_added()
                .iter()
                .rev()
                .filter(|added| added.stands())
                .filter_map(|added| {
                    Some(Votable {
                        id: name(added.id),
                        text: added.text.clone()?,
                    })
                })
        };
        (votes && seen && state.is_open(now)).then(|| shown().take(VIEW_ANSWERS).collect())
    }
}

/// The round that a slide shows again: the one that it names, where there was one, or the newest.
pub(super) fn shown_again(state: &QuestionState, round: Option<Round>) -> Round {
    let named = round.filter(|round| state.nth(*round).is_some());
    named.unwrap_or(state.round())
}

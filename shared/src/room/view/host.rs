//! What a host's page shows of a room: what all of them show, and then what a role sees besides.

use super::ViewerAccess;
use crate::cloud::Layout;
use crate::deck::{Part, PhonesTo, Slide};
use crate::host::HostRole;
use crate::ids::{Millis, SlideId};
use crate::phase::Phase;
use crate::protocol::view::{Around, HostView, PartView, WifiView};
use crate::room::Room;

/// The slide that a host's page is about, with its place in the deck.
type Current<'r> = Option<(usize, &'r Slide)>;

impl Room {
    /// What a host's page shows at that moment, with what surrounds the room.
    pub(in crate::room) fn host_view(
        &self,
        role: HostRole,
        now: Millis,
        around: Around,
    ) -> HostView {
        let eyes = match role {
            HostRole::Stage | HostRole::Speaker => ViewerAccess::Stage,
            HostRole::Presenter | HostRole::Remote | HostRole::Moderator => ViewerAccess::Backstage,
        };
        let current = self.staged().and_then(|id| self.deck.find(id));
        let mut view = self.view_of_any_host(eyes, current, now, &around);
        view.qa = self.host_qa(role);
        match role {
            HostRole::Stage => self.add_for_the_stage(&mut view, current, &around),
            HostRole::Moderator => self.add_backstage(&mut view, current, &around),
            HostRole::Speaker => self.add_clock(&mut view, current),
            HostRole::Remote => {
                self.add_backstage(&mut view, current, &around);
                self.add_for_who_leads(&mut view, current, now, &around);
            }
            HostRole::Presenter => {
                self.add_backstage(&mut view, current, &around);
                self.add_for_who_leads(&mut view, current, now, &around);
                self.add_for_the_console(&mut view, current, now);
            }
        }
        view
    }

    /// A question of a survey as the stage draws results, while nobody leads to it: with what it
    /// came to so far. Nothing where the room does not go through it.
    pub fn survey_view(&self, question: &SlideId, now: Millis, around: Around) -> Option<HostView> {
        if !self.is_surveyed() {
            return None;
        }
        let mut survey = self.survey().into_iter();
        let current = survey.find(|(_, slide)| slide.id == *question)?;
        let eyes = ViewerAccess::Backstage;
        let mut view = self.view_of_any_host(eyes, Some(current), now, &around);
        let slide = view.slide.as_mut();
        let PartView::Question(asked) = slide.map(|slide| &mut slide.part)? else {
            return None;
        };
        asked.moderable = None;
        if let Some(shown) = &mut asked.shown {
            shown.stage = true;
        }
        let state = self.question(question)?;
        let words = state.current().word_counts();
        let words = words.filter(|_| state.current().ask.is_cloud());
        asked.cloud = words.map(|words| Box::new(Layout::new(words, self.at).cloud(words)));
        Some(view)
    }

    fn view_of_any_host(
        &self,
        eyes: ViewerAccess,
        current: Current<'_>,
        now: Millis,
        around: &Around,
    ) -> HostView {
        HostView {
            title: self.deck.title.clone(),
            language: self.deck.language.clone(),
            phase: self.phase,
            looks_back: self.looks_back(),
            trial: self.trial.then(|| self.answers_total() as u64),
            participants: self.people.len() as u64,
            present: around.present,
            sending: around.sending,
            screen: around.screen,
            slides: self.deck.slides.len() as u64,
            slide: current.map(|(place, slide)| self.slide_view(place, slide, eyes, now)),
            compared: current.and_then(|(_, slide)| self.comparison(slide, eyes, now)),
            controls: self.controls,
            undoable: self.undoable(),
            finished: self.own_pace.then(|| self.people.finished() as u64),
            evaluation: self.evaluation_view(now),
            resumable_until: self.resumable_until().filter(|until| now <= *until),
            notes: None,
            outline: Vec::new(),
            upcoming: None,
            groups: None,
            deck_version: 0,
            next: None,
            wifi: None,
            next_part: None,
            door_closed: false,
            phones: PhonesTo::Deck,
            waiting: None,
            more_time: None,
            began_at: None,
            slide_began_at: None,
            minutes: None,
            waits: Vec::new(),
            suggested: Vec::new(),
            reactions: Vec::new(),
            recent: Vec::new(),
            qa: None,
        }
    }

    fn add_for_the_stage(&self, view: &mut HostView, current: Current<'_>, around: &Around) {
        if self.in_break() {
            view.next = self.next_title(current);
        }
        let slide = current.map(|(_, slide)| slide);
        view.wifi = slide
            .filter(|_| !self.has_ended())
            .and_then(Slide::wifi)
            .map(|wifi| WifiView {
                name: wifi.name.clone(),
                password: wifi.password.clone(),
                qr: String::new(),
            });
        view.reactions = self.reactions_sent(around.reactions);
    }

    /// What all see who are behind the stage.
    fn add_backstage(&self, view: &mut HostView, current: Current<'_>, around: &Around) {
        view.next = self.next_title(current);
        if !self.has_ended() {
            view.next_part = self.deck.next_part(current.map(|(place, _)| place));
        }
        view.door_closed = self.is_door_closed();
        view.phones = self.phones;
        view.waiting = around.waiting;
        view.waits = self.held_counts();
    }

    fn add_for_who_leads(
        &self,
        view: &mut HostView,
        current: Current<'_>,
        now: Millis,
        around: &Around,
    ) {
        view.recent = self.recent_actions();
        if self.phase != Phase::Live {
            return;
        }
        let asked = around.more_time;
        view.more_time = asked.and_then(|asked| self.more_time_asked(asked, now));
        self.add_clock(view, current);
    }

    /// How long it takes, while it does.
    fn add_clock(&self, view: &mut HostView, current: Current<'_>) {
        if self.phase != Phase::Live {
            return;
        }
        view.next_part = self.deck.next_part(current.map(|(place, _)| place));
        view.began_at = self.began_at;
        view.slide_began_at = current.map(|_| self.moved_at);
        view.minutes = current.and_then(|(_, slide)| slide.planned_minutes());
    }

    fn add_for_the_console(&self, view: &mut HostView, current: Current<'_>, now: Millis) {
        view.notes = current.and_then(|(_, slide)| slide.notes.clone());
        view.outline = self.outline(now);
        view.upcoming = self.coming(current).map(|slide| slide.id.clone());
        let groups = self.groups.there().len() as u64;
        view.groups = Some(groups).filter(|groups| *groups > 0);
        view.deck_version = self.deck_version;
    }

    /// The prompt of the slide that `next` goes to.
    fn next_title(&self, current: Current<'_>) -> Option<String> {
        let following = self.coming(current);
        following.map(|slide| self.title_of(slide).to_owned())
    }

    /// The slide that `next` goes to; none where nobody leads.
    fn coming(&self, current: Current<'_>) -> Option<&Slide> {
        let place = current.map(|(place, _)| place);
        self.following(place).filter(|_| !self.is_surveyed())
    }

    /// Whether the stage shows a break, which tells what comes next.
    fn in_break(&self) -> bool {
        !self.has_ended()
            && self
                .current_slide()
                .is_some_and(|(_, slide)| matches!(slide.part, Part::Break { .. }))
    }
}

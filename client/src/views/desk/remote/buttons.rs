//! The remote's buttons, each a form of its own. What can't be done now can't be pressed.

use leptos::prelude::*;
use shared::ids::SlideId;
use shared::protocol::view::Screen;

use super::*;
use crate::kinds;
use crate::texts::desk::console;
use crate::texts::desk::trial::TrialTexts;
use crate::texts::desk::{hosts, undo};
use crate::views::desk::confirmation;
use crate::views::desk::controls::{ControlButton, chosen};
use crate::views::desk::evaluation::EvaluationPanel;
use crate::views::desk::more_time::{MoreTimePanel, extension};
use crate::views::live::HostLiveState;
use crate::views::stage::leading::other;

/// Rounds of a question that have a button, the newest first.
const ROUNDS_LISTED: usize = 8;

/// The buttons of a remote as the room is now.
#[derive(Clone, Copy)]
pub struct Buttons<'a> {
    pub state: &'a RemoteState,
    pub host: &'a HostLiveState,
    /// The page to come back to, where it is not the remote.
    pub back: Option<&'static str>,
}

impl Buttons<'_> {
    /// Back and on. Before the first slide the way on is the beginning.
    pub fn moves(self) -> AnyView {
        if self.state.view.goes_alone() {
            return self.ends();
        }
        let say = RoomTexts::of(self.state.language);
        let (view, number) = (&self.state.view, self.number());
        let on = if self.is_before_all() {
            say.begin
        } else if self.evaluates_next(number == view.slides) {
            say.evaluate
        } else {
            say.next
        };
        // The end is the page after the last slide.
        let can_on = if view.has_ended() {
            number > 0
        } else {
            number < view.slides
        };
        self.move_bar(on.into_any(), can_on)
    }

    /// The same with the slide that comes next named on its button.
    pub fn moves_by_name(self) -> AnyView {
        if self.state.view.goes_alone() {
            return self.ends();
        }
        let (say, language) = (RoomTexts::of(self.state.language), self.state.language);
        let view = &self.state.view;
        let next = view.next.clone().filter(|next| !next.is_empty());
        let on = match next {
            _ if self.is_before_all() && view.trial.is_some() => {
                TrialTexts::of(language).first.to_owned()
            }
            _ if self.is_before_all() => say.begin.to_owned(),
            None if self.evaluates_next(view.upcoming.is_none()) => say.evaluate.to_owned(),
            Some(next) => console::next_named(language, &next),
            None => say.next.to_owned(),
        };
        let can_on = view.upcoming.is_some() || (view.has_ended() && self.number() > 0);
        self.move_bar(view! { <span dir="auto">{on}</span> }.into_any(), can_on)
    }

    /// The end, which asks first: all that is led where everybody goes at their own pace.
    fn ends(self) -> AnyView {
        let say = RoomTexts::of(self.state.language);
        let after = self.state.view.controls.to_string();
        let mut fields = vec![("do", "end"), ("after", after.as_str())];
        fields.extend(self.back.map(|back| ("back", back)));
        let action = format!("/rooms/{}/control", self.state.room);
        confirmation::unfolding(action, &fields, say.end, say.end_meaning, say.end_yes)
    }

    /// The number of the slide on the stage; 0 where there is none.
    fn number(self) -> u64 {
        self.state.slide().map_or(0, |slide| slide.number)
    }

    fn is_before_all(self) -> bool {
        self.number() == 0 && !self.state.view.has_ended()
    }

    /// Whether the way on opens the evaluation: behind the last slide, where there is one.
    fn evaluates_next(self, at_last: bool) -> bool {
        at_last && !self.is_before_all() && EvaluationPanel::can_open(&self.state.view)
    }

    fn move_bar(self, on: AnyView, can_on: bool) -> AnyView {
        let say = RoomTexts::of(self.state.language);
        let number = self.number();
        let can_back = number > 1 || (self.state.view.has_ended() && number == 0);
        let evaluates = self.evaluates_next(!can_on);
        let what = if evaluates { "evaluate" } else { "next" };
        let [back, next] = ["previous", what].map(|what| ControlButton {
            what,
            ..ControlButton::default()
        });
        view! {
            <div class="move">
                {self.button(back, "button quiet", say.previous.into_any(), can_back)}
                {self.button(next, "button", on, can_on || evaluates)}
            </div>
        }
        .into_any()
    }

    /// What can be done with the question on the stage.
    pub fn question(self) -> Option<AnyView> {
        let say = RoomTexts::of(self.state.language);
        let (slide, asked) = staged_question(&self.state.view)?;
        let shown = asked.shown?;
        if self.state.view.has_ended() {
            return Some(
                view! { <dl class="controls">{self.on_stage(slide, asked, shown.stage)}</dl> }
                    .into_any(),
            );
        }
        let press = |what| ControlButton {
            what,
            slide: Some(slide),
            ..ControlButton::default()
        };
        let (what, words) = if asked.open {
            ("close", say.close)
        } else {
            ("open", say.open)
        };
        let votes = kinds::upvotes(&asked.input) > 0;
        let vote = votes.then(|| {
            self.button(
                press("vote"),
                "button quiet",
                say.vote.into_any(),
                can_vote(&self.state.view),
            )
        });
        let extend = (asked.open && asked.countdown_ends.is_some())
            .then(|| self.button(press("extend"), "button quiet", extension(say), true));
        Some(
            view! {
                <dl class="controls">
                    <dt>{say.question}</dt>
                    <dd class="actions">
                        {self.button(press(what), "button quiet", words.into_any(), true)}
                        {vote}
                        {extend}
                        {self.button(press("reset"), "button quiet", say.reset.into_any(), true)}
                    </dd>
                    {self.on_stage(slide, asked, shown.stage)}
                    <dt>{say.on_phones} ": " {self.word(shown.phones)}</dt>
                    <dd class="actions">{self.results(slide, "phones", say.on_phones, shown.phones)}</dd>
                </dl>
            }
            .into_any(),
        )
    }

    /// What the stage shows of its results: the one thing that can be chosen also when all is over.
    fn on_stage(self, slide: &SlideId, asked: &QuestionView, shown: bool) -> AnyView {
        let say = RoomTexts::of(self.state.language);
        view! {
            <dt>{say.on_stage} ": " {self.word(shown)}</dt>
            <dd class="actions">{self.results(slide, "stage", say.on_stage, shown)}</dd>
            {self.rounds(slide, asked)}
        }
        .into_any()
    }

    /// The last control, by what it did, and the button that takes it back.
    pub fn taken_back(self) -> AnyView {
        let language = self.state.language;
        let button = self.state.view.undoable.as_ref().map(|undoable| {
            let words = format!(
                "{}: {}",
                RoomTexts::of(language).undo,
                undo::done(language, undoable)
            );
            self.button(
                ControlButton {
                    what: "undo",
                    ..ControlButton::default()
                },
                "button quiet",
                words.into_any(),
                true,
            )
        });
        // On a page in the hand a line more would move what stands below.
        let undoable = self.state.view.undoable.as_ref();
        let undoable = undoable.filter(|_| self.back.is_some());
        let by = undoable
            .and_then(|undoable| hosts::by_another(language, undoable.by, self.state.actor));
        let by = by.map(|by| view! { <small class="soft">{by}</small> });
        // Its place is there before it is: what stands below does not move.
        view! { <div class="actions undo">{button} {by}</div> }.into_any()
    }

    /// That participants ask for more time, while a countdown runs.
    pub fn more_time(self) -> Option<AnyView> {
        let (_, asked) = staged_question(&self.state.view)?;
        asked.countdown_ends.filter(|_| asked.open)?;
        let panel = MoreTimePanel {
            language: self.state.language,
            action: &format!("/rooms/{}/control", self.state.room),
            after: self.state.view.controls,
            back: self.back,
            asked: self.state.view.more_time.as_ref(),
        };
        Some(panel.row())
    }

    /// The way on for a room that was ended by accident.
    pub fn resumed(self) -> Option<AnyView> {
        let say = RoomTexts::of(self.state.language);
        self.state.view.resumable_until?;
        let button = self.button(
            ControlButton {
                what: "resume",
                ..ControlButton::default()
            },
            "button quiet",
            say.resume.into_any(),
            true,
        );
        Some(
            view! { <p class="soft">{say.resume_hint}</p><div class="actions">{button}</div> }
                .into_any(),
        )
    }

    /// Where there has been more than one round: each can be shown again.
    pub fn rounds(self, slide: &SlideId, asked: &QuestionView) -> Option<AnyView> {
        let language = self.state.language;
        let displayed = asked
            .shown?
            .stage
            .then_some(asked.results_round.unwrap_or(asked.round));
        let button = |round: u32| {
            let press = ControlButton {
                what: "show",
                slide: Some(slide),
                on: Some("stage"),
                round: Some(round),
                ..ControlButton::default()
            };
            let words = plurals::round(language, round);
            if displayed == Some(round) {
                return chosen(words);
            }
            self.button(press, "button quiet small", words.into_any(), true)
        };
        let rounds = asked.rounds.filter(|rounds| *rounds > 1)?;
        let buttons: Vec<_> = (1..=rounds).rev().take(ROUNDS_LISTED).map(button).collect();
        Some(
            view! {
                <dt>{RoomTexts::of(language).rounds}</dt>
                <dd class="actions">{buttons}</dd>
            }
            .into_any(),
        )
    }

    /// What the projected page is used for; only where scripts run.
    pub fn screen(self) -> Option<AnyView> {
        let (say, now) = (say::stage(self.state.language), self.state.view.screen);
        let turned = |wanted: Screen, name: &'static str, words: &'static str| {
            let words = if now == wanted { say.show_slide } else { words };
            let to = if other(now, wanted) == Screen::Slides {
                "slides"
            } else {
                name
            };
            self.button(
                ControlButton {
                    what: "screen",
                    on: Some(to),
                    ..ControlButton::default()
                },
                "button quiet",
                words.into_any(),
                true,
            )
        };
        self.host.alive.then(|| {
            view! {
                <div class="actions screens">
                    {turned(Screen::Blank, "blank", say.make_blank)}
                    {(!self.state.view.has_ended()).then(|| turned(Screen::Join, "join", say.make_join))}
                </div>
            }
            .into_any()
        })
    }

    fn word(self, shown: bool) -> &'static str {
        let say = RoomTexts::of(self.state.language);
        if shown { say.shown } else { say.hidden }
    }

    fn results(
        self,
        slide: &SlideId,
        on: &'static str,
        audience: &'static str,
        shown: bool,
    ) -> AnyView {
        let say = RoomTexts::of(self.state.language);
        let (what, words) = if shown {
            ("hide", say.hide)
        } else {
            ("show", say.show)
        };
        let words = view! { {words} <span class="visually-hidden">": " {audience}</span> };
        self.button(
            ControlButton {
                what,
                slide: Some(slide),
                on: Some(on),
                ..ControlButton::default()
            },
            "button quiet",
            words.into_any(),
            true,
        )
    }

    /// A button that goes to the room.
    pub fn button(
        self,
        press: ControlButton<'_>,
        class: &'static str,
        words: AnyView,
        enabled: bool,
    ) -> AnyView {
        let press = ControlButton {
            back: self.back,
            ..press
        };
        let action = format!("/rooms/{}/control", self.state.room);
        press.form(action, self.state.view.controls, class, words, enabled)
    }
}

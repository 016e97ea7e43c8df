//! The remote's buttons, each a form of its own. What can't be done now can't be pressed.

use leptos::prelude::*;
use shared::ids::SlideId;
use shared::protocol::view::Screen;

use super::*;
use crate::views::stage::keys::other;

/// The buttons of a remote as the room is now.
#[derive(Clone, Copy)]
pub struct Buttons<'a> {
    pub state: &'a RemoteState,
    pub live: &'a Live,
}

/// What a button does. The slide is named where it is about the one that the page shows, so that it never does that
/// to another which came on stage meanwhile.
#[derive(Clone, Copy, Default)]
struct Press<'a> {
    what: &'static str,
    slide: Option<&'a SlideId>,
    on: Option<&'static str>,
}

impl Buttons<'_> {
    /// Back and on. Before the first slide the way on is the beginning.
    pub fn moves(self) -> AnyView {
        let say = Room::of(self.state.language);
        let number = self.state.slide().map_or(0, |slide| slide.number);
        let on = if number == 0 { say.begin } else { say.next };
        let back = Press { what: "previous", ..Press::default() };
        let next = Press { what: "next", ..Press::default() };
        view! {
            <div class="move">
                {self.button(back, "button quiet", say.previous.into_any(), number > 1)}
                {self.button(next, "button", on.into_any(), number < self.state.view.slides)}
            </div>
        }
        .into_any()
    }

    /// What can be done with the question on the stage.
    pub fn question(self) -> Option<AnyView> {
        let say = Room::of(self.state.language);
        let (slide, asked) = question(&self.state.view)?;
        let press = |what| Press { what, slide: Some(slide), on: None };
        let (what, words) = if asked.open { ("close", say.close) } else { ("open", say.open) };
        let votes = matches!(asked.input, shared::protocol::view::Input::Open { votes, .. } if votes > 0);
        let vote =
            votes.then(|| self.button(press("vote"), "button quiet", say.vote.into_any(), can_vote(&self.state.view)));
        let shown = asked.shown?;
        Some(
            view! {
                <dl class="controls">
                    <dt>{say.question}</dt>
                    <dd class="actions">
                        {self.button(press(what), "button quiet", words.into_any(), true)}
                        {vote}
                        {self.button(press("reset"), "button quiet", say.reset.into_any(), true)}
                    </dd>
                    <dt>{say.on_stage} ": " {self.word(shown.stage)}</dt>
                    <dd class="actions">{self.results(slide, "stage", say.on_stage, shown.stage)}</dd>
                    <dt>{say.on_phones} ": " {self.word(shown.phones)}</dt>
                    <dd class="actions">{self.results(slide, "phones", say.on_phones, shown.phones)}</dd>
                </dl>
            }
            .into_any(),
        )
    }

    /// What the projected page is used for; only where scripts run.
    pub fn screen(self) -> Option<AnyView> {
        let (say, now) = (say::stage(self.state.language), self.state.view.screen);
        let turned = |wanted: Screen, name: &'static str, words: &'static str| {
            let words = if now == wanted { say.show_slide } else { words };
            let to = if other(now, wanted) == Screen::Slides { "slides" } else { name };
            self.button(Press { what: "screen", slide: None, on: Some(to) }, "button quiet", words.into_any(), true)
        };
        self.live.alive.then(|| {
            view! {
                <div class="actions screens">
                    {turned(Screen::Blank, "blank", say.make_blank)}
                    {turned(Screen::Join, "join", say.make_join)}
                </div>
            }
            .into_any()
        })
    }

    fn word(self, shown: bool) -> &'static str {
        let say = Room::of(self.state.language);
        if shown { say.shown } else { say.hidden }
    }

    fn results(self, slide: &SlideId, on: &'static str, audience: &'static str, shown: bool) -> AnyView {
        let say = Room::of(self.state.language);
        let (what, words) = if shown { ("hide", say.hide) } else { ("show", say.show) };
        let words = view! { {words} <span class="visually-hidden">": " {audience}</span> };
        self.button(Press { what, slide: Some(slide), on: Some(on) }, "button quiet", words.into_any(), true)
    }

    fn button(self, press: Press<'_>, class: &'static str, words: AnyView, enabled: bool) -> AnyView {
        let slide = press.slide.map(|id| view! { <input type="hidden" name="slide" value=id.to_string() /> });
        let on = press.on.map(|on| view! { <input type="hidden" name="on" value=on /> });
        view! {
            <form method="post" action=format!("/rooms/{}/control", self.state.room)>
                <input type="hidden" name="do" value=press.what />
                {slide}
                {on}
                <button class=class type="submit" disabled=!enabled>{words}</button>
            </form>
        }
        .into_any()
    }
}

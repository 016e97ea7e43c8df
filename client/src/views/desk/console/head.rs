//! The bar on top of the console: which room this is, how many there are, and the time.

use leptos::prelude::*;

use super::ConsoleView;
use crate::texts::charts::grouped;
use crate::texts::desk::HomeTexts;
use crate::texts::desk::console::ConsoleTexts;
use crate::texts::desk::room::RoomTexts;
use crate::texts::stage as say;
use crate::ui::mark::Mark;
use crate::views::desk::RoomStatus;
use crate::views::desk::clock;
use crate::views::desk::frame;
use crate::views::desk::rooms;
use crate::views::stage::host_request::staged_question;
use crate::views::stage::pace::Pace;

impl ConsoleView<'_> {
    pub(super) fn head(self) -> AnyView {
        let (language, view) = (self.state.language, &self.state.view);
        // Nobody can join any more by the code of a room that is over.
        let code = (!self.ended()).then(|| {
            let word = RoomTexts::of(language).code;
            view! {
                <span class="code">
                    <span class="visually-hidden">{word} " "</span>
                    {self.state.code.to_string()}
                </span>
            }
        });
        let (desk, at_desk) = (self.state.desk, self.state.at_desk);
        let room = (desk && !at_desk).then(|| format!("/desk/rooms/{}", self.state.room));
        let title = match room {
            Some(to) => view! { <a href=to dir="auto">{view.title.clone()}</a> }.into_any(),
            None => view! { <bdi>{view.title.clone()}</bdi> }.into_any(),
        };
        view! {
            <header class="top">
                <Mark to=if at_desk { "/desk" } else { "/" } />
                {at_desk.then(|| view! { <a href="/desk">{HomeTexts::of(language).desk}</a> })}
                <p class="which">
                    <b>{title}</b>
                    " "
                    {rooms::state(language, RoomStatus::At(view.phase))}
                    " "
                    {code}
                </p>
                <dl class="figures">{self.figures()}</dl>
                <dl class="clock">{self.clock()}</dl>
                <a class="button quiet" href=self.at("stage") target="_blank">{RoomTexts::of(language).open_stage}</a>
                {frame::short_languages(language)}
            </header>
        }
        .into_any()
    }

    /// How many take part, are connected, and answered.
    fn figures(self) -> Vec<AnyView> {
        let (language, view) = (self.state.language, &self.state.view);
        let (room, stage) = (RoomTexts::of(language), say::stage(language));
        let answered = staged_question(view).and_then(|(_, question)| {
            let groups = question.groups.map(|_| room.groups_answered);
            let name = groups.unwrap_or(ConsoleTexts::of(language).answered);
            Some((name, question.voters?))
        });
        let figures = [
            Some((room.joined, view.participants)),
            Some((room.present, view.present)),
            view.finished.map(|finished| (room.finished, finished)),
            answered,
            (view.sending > 0).then_some((stage.sending, view.sending)),
        ];
        let figures = figures.into_iter().flatten();
        figures
            .map(|(name, count)| {
                let count = grouped(language, count);
                view! { <div><dt>{name}</dt><dd>{count}</dd></div> }.into_any()
            })
            .collect()
    }

    /// How long the slide and the room have lasted, against what was planned.
    pub(super) fn pace(self) -> AnyView {
        let now = self.live.host.now.unwrap_or(self.state.now);
        let figures = Pace::of(&self.state.view).figures(self.state.language, now);
        let figures: Vec<_> = figures
            .into_iter()
            .map(|(name, figure)| view! { <div><dt>{name}</dt><dd>{figure}</dd></div> })
            .collect();
        view! { <dl class="figures">{figures}</dl> }.into_any()
    }

    /// The time of day, and how long it is until the next part of the agenda. Nobody is rushed by a
    /// colour.
    fn clock(self) -> AnyView {
        let clock = self.own.clock.as_ref().unwrap_or(&self.state.clock);
        clock::entries(
            self.state.language,
            clock,
            self.state.view.next_part.as_ref(),
        )
    }
}

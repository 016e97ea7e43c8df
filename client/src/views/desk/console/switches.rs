//! What can be done with the question on the stage: a row of buttons that each say what a press
//! does.

use leptos::prelude::*;
use shared::ids::SlideId;
use shared::protocol::view::{QuestionView, ResultsVisibility};

use super::ConsoleView;
use crate::kinds;
use crate::texts::desk::console::ConsoleTexts;
use crate::texts::desk::room::RoomTexts;
use crate::views::desk::controls::ControlButton;
use crate::views::desk::more_time::extension;
use crate::views::stage::host_request::staged_question;
use crate::views::stage::leading::can_vote;

impl ConsoleView<'_> {
    pub(super) fn switches(self) -> Option<AnyView> {
        let (slide, asked) = staged_question(&self.state.view)?;
        let shown = asked.shown?;
        let on_stage = self.results(slide, "stage", shown.stage);
        let rounds = self.buttons().rounds(slide, asked);
        let rounds = rounds.map(|rounds| view! { <dl class="rounds">{rounds}</dl> });
        Some(
            view! {
                <div class="actions switches">
                    {(!self.ended()).then(|| self.question(slide, asked))}
                    {on_stage}
                    {(!self.ended()).then(|| self.on_phones(slide, shown))}
                </div>
                {rounds}
            }
            .into_any(),
        )
    }

    fn question(self, slide: &SlideId, asked: &QuestionView) -> AnyView {
        let (say, words) = (
            RoomTexts::of(self.state.language),
            ConsoleTexts::of(self.state.language),
        );
        let (what, turned) = if asked.open {
            ("close", words.close)
        } else {
            ("open", words.open)
        };
        let vote = (kinds::upvotes(&asked.input) > 0).then(|| {
            self.switch(
                slide,
                "vote",
                say.vote.into_any(),
                can_vote(&self.state.view),
            )
        });
        let extend = (asked.open && asked.countdown_ends.is_some())
            .then(|| self.switch(slide, "extend", extension(say), true));
        view! {
            {self.switch(slide, what, turned.into_any(), true)}
            {vote}
            {extend}
        }
        .into_any()
    }

    fn on_phones(self, slide: &SlideId, shown: ResultsVisibility) -> AnyView {
        self.results(slide, "phones", shown.phones)
    }

    fn results(self, slide: &SlideId, on: &'static str, shown: bool) -> AnyView {
        let words = ConsoleTexts::of(self.state.language);
        let (what, turned) = match (shown, on) {
            (true, "stage") => ("hide", words.hide_results),
            (false, "stage") => ("show", words.show_results),
            (true, _) => ("hide", words.hide_on_phones),
            (false, _) => ("show", words.show_on_phones),
        };
        let press = ControlButton {
            what,
            slide: Some(slide),
            on: Some(on),
            ..ControlButton::default()
        };
        self.buttons()
            .button(press, "button quiet", turned.into_any(), true)
    }

    /// Asks the question again; what was answered stays in its round.
    pub(super) fn new_round(self) -> Option<AnyView> {
        let (slide, asked) = staged_question(&self.state.view).filter(|_| !self.ended())?;
        asked.shown?;
        let words = RoomTexts::of(self.state.language).reset.into_any();
        Some(self.switch(slide, "reset", words, true))
    }

    fn switch(self, slide: &SlideId, what: &'static str, words: AnyView, enabled: bool) -> AnyView {
        let press = ControlButton {
            what,
            slide: Some(slide),
            ..ControlButton::default()
        };
        self.buttons().button(press, "button quiet", words, enabled)
    }
}

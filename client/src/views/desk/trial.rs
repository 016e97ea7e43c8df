//! That a room is tried out, on hosts' pages: trial votes with one press, and the way to begin.

use leptos::prelude::*;
use shared::protocol::view::HostView;

use crate::language::Language;
use crate::texts::charts::grouped;
use crate::texts::desk::trial::{self as say, TrialTexts};
use crate::views::desk::confirmation;
use crate::views::desk::controls::request_button;
use crate::views::stage::host_request::staged_question;

/// How many trial votes a button gives.
const VOTES: [u64; 3] = [1, 10, 142];

/// What a page shows of it.
pub(crate) struct TrialPanel<'a> {
    pub language: Language,
    /// Where the buttons send what they do.
    pub action: &'a str,
    /// The page to come back to, where it is not the one that the address leads to.
    pub back: Option<&'static str>,
    /// Trial answers that there are; none in a room that counts.
    pub answers: Option<u64>,
    /// Whether what is on the stage takes answers.
    pub open: bool,
    /// The number of the control that the page saw last.
    pub after: u64,
}

impl<'a> TrialPanel<'a> {
    /// That of a page that follows its room.
    pub fn following(
        language: Language,
        action: &'a str,
        back: Option<&'static str>,
        view: &HostView,
    ) -> Self {
        let open = staged_question(view).is_some_and(|(_, question)| question.open);
        Self {
            language,
            action,
            back,
            answers: view.trial,
            open,
            after: view.controls,
        }
    }

    /// All of it; nothing for a room that counts.
    pub fn section(&self) -> Option<AnyView> {
        let (language, words) = (self.language, TrialTexts::of(self.language));
        let answers = self.answers?;
        let votes = self.open.then(|| {
            let buttons = VOTES.map(|votes| self.votes(votes)).collect_view();
            view! { <div class="actions"><span class="soft">{words.votes}</span> {buttons}</div> }
        });
        Some(
            view! {
                <section class="trial" aria-label=words.mark>
                    <p>
                        <strong>{words.mark}</strong>
                        " "
                        {words.meaning}
                        " "
                        {say::answers(language, answers)}
                    </p>
                    {votes}
                    {self.begin(answers)}
                </section>
            }
            .into_any(),
        )
    }

    fn votes(&self, votes: u64) -> AnyView {
        let words = format!("+{}", grouped(self.language, votes));
        let votes = votes.to_string();
        let fields = [("do", "trial"), ("votes", votes.as_str())];
        request_button(self.action, &fields, self.back, "button quiet small", words)
    }

    fn begin(&self, answers: u64) -> AnyView {
        let words = TrialTexts::of(self.language);
        let after = self.after.to_string();
        let mut fields = vec![("do", "begin"), ("after", after.as_str())];
        fields.extend(self.back.map(|back| ("back", back)));
        let asked = say::begin_asked(self.language, answers);
        confirmation::unfolding(
            self.action.to_owned(),
            &fields,
            words.begin,
            asked,
            words.begin_yes,
        )
    }
}

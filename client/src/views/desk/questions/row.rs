//! One question in the list: its text, how it stands with it, what counts as it, and its buttons.

use leptos::prelude::*;
use shared::protocol::view::{QaOrigin, QaQuestion, QaState};

use super::{QuestionList, is_open, state_word};
use crate::texts::desk::moderating::{ModeratingTexts, votes};
use crate::texts::desk::questions::{QuestionsTexts, meant_for};
use crate::ui::bidi;
use crate::views::desk::moderating::seen_questions::SeenQuestion;

/// A button: what it asks for, its words, and how the question stands once that is done.
type Press = (&'static str, &'static str, QaState);

impl QuestionList<'_> {
    pub(super) fn row(self, row: &SeenQuestion) -> AnyView {
        let question = &row.question;
        let tick = self.moderates().then(|| self.tick(row));
        let off = row.gone || question.state == QaState::Refused;
        view! {
            <li class=if off { "hidden" } else { "" }>
                {tick}
                <div class="what">
                    <p class="wrote" dir="auto">{question.text.clone()}</p>
                    {self.standing(row)}
                    {self.merged(question)}
                    {question.reply.clone().map(|reply| view! { <p class="reply" dir="auto">{reply}</p> })}
                    {is_open(row).then(|| self.fields(question))}
                </div>
                {self.verdict(row)}
            </li>
        }
        .into_any()
    }

    fn standing(self, row: &SeenQuestion) -> AnyView {
        let (language, question) = (self.language(), &row.question);
        let say = QuestionsTexts::of(language);
        if row.gone {
            return view! { <p class="soft">{ModeratingTexts::of(language).gone}</p> }.into_any();
        }
        let (class, word) = state_word(say, question.state);
        let to = question.to.as_ref();
        let to = to.map(|to| view! { <span>{meant_for(language, to)}</span> });
        let typed = question.from == QaOrigin::Host;
        let typed = typed.then(|| view! { <span>{say.from_host}</span> });
        view! {
            <p class="soft standing">
                <span class=class>{word}</span>
                <span>{votes(language, question.votes)}</span>
                {to}
                {typed}
            </p>
        }
        .into_any()
    }

    /// Beside the form that merges, to which it belongs.
    fn tick(self, row: &SeenQuestion) -> AnyView {
        let question = &row.question;
        let ticked = self.live.moderation.questions.ticked.contains(&question.id);
        let words = ModeratingTexts::of(self.language());
        let label = format!("{}: {}", words.pick, bidi::name(&question.text));
        view! {
            <label class="tick">
                <input
                    type="checkbox"
                    name="double"
                    form="doubles"
                    value=question.id.to_string()
                    aria-label=label
                    disabled=!is_open(row)
                    prop:checked=ticked
                />
            </label>
        }
        .into_any()
    }

    fn merged(self, question: &QaQuestion) -> Option<AnyView> {
        let words = ModeratingTexts::of(self.language());
        let each = question.merged.iter().map(|double| {
            let apart = self.moderates().then(|| {
                view! {
                    <button class="link" type="submit" name="apart" value=double.id.to_string()>
                        {words.apart}
                        <span class="visually-hidden">": " <bdi>{double.text.clone()}</bdi></span>
                    </button>
                }
            });
            view! { <li><bdi>{double.text.clone()}</bdi> " " {apart}</li> }
        });
        let each: Vec<_> = each.collect();
        (!each.is_empty()).then(|| {
            view! {
                <form class="asked" method="post" action=self.action()>
                    {self.about(question)}
                    <p class="soft">{words.merged}</p>
                    <ul class="merged">{each}</ul>
                </form>
            }
            .into_any()
        })
    }

    /// The buttons stay as they were when the row took its place, and one that is done does
    /// nothing: a second press would land on another.
    fn verdict(self, row: &SeenQuestion) -> AnyView {
        let question = &row.question;
        let presses = self.presses(row.before);
        let dealt_with = matches!(row.before, QaState::Answered | QaState::Refused);
        let button = |(place, (name, words, then)): (usize, &Press)| {
            let off = row.gone || *then == question.state;
            let quiet = place > 0 || dealt_with;
            view! {
                <button
                    class=if quiet { "button quiet small" } else { "button small" }
                    type=if off { "button" } else { "submit" }
                    name="do"
                    value=*name
                    aria-disabled=off.then_some("true")
                >
                    {*words}
                    <span class="visually-hidden">": " <bdi>{question.text.clone()}</bdi></span>
                </button>
            }
        };
        let buttons: Vec<_> = presses.iter().enumerate().map(button).collect();
        view! {
            <form class="asked verdict" method="post" action=self.action()>
                {self.about(question)}
                {buttons}
            </form>
        }
        .into_any()
    }

    fn presses(self, state: QaState) -> Vec<Press> {
        let say = QuestionsTexts::of(self.language());
        let words = ModeratingTexts::of(self.language());
        let approve = |words| ("approve", words, QaState::Listed);
        let refuse = ("refuse", words.refuse, QaState::Refused);
        let choose = ("choose", say.choose, QaState::Chosen);
        let answered = ("answered", say.answer, QaState::Answered);
        match (state, self.moderates()) {
            (QaState::Waiting, true) => vec![approve(words.approve), refuse],
            (QaState::Listed, true) => vec![choose, answered, refuse],
            (QaState::Chosen, true) => vec![answered, approve(say.off_the_screen), refuse],
            (QaState::Answered | QaState::Refused, true) => vec![approve(say.back_to_list)],
            (QaState::Listed | QaState::Chosen, false) => vec![answered],
            (QaState::Waiting | QaState::Answered | QaState::Refused, false) => Vec::new(),
        }
    }

    /// What every form of a row says by itself.
    pub(super) fn about(self, question: &QaQuestion) -> AnyView {
        view! {
            <input type="hidden" name="question" value=question.id.to_string() />
            {self.place()}
        }
        .into_any()
    }
}

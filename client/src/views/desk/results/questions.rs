//! What people asked the speakers, and what was said to it in writing.

use leptos::prelude::*;
use shared::protocol::view::{QaQuestion, QaState};

use super::DeskResults;
use crate::texts::desk::questions::QuestionsTexts;
use crate::texts::desk::results::{self as say, ResultsPageTexts};

/// All questions, those without an answer first.
pub(super) fn section(page: &DeskResults) -> AnyView {
    let say = ResultsPageTexts::of(page.language);
    let mut all: Vec<&QaQuestion> = page.qa.iter().collect();
    all.sort_by_key(|asked| (is_answered(asked), std::cmp::Reverse(asked.votes)));
    let answered = all.iter().filter(|asked| is_answered(asked)).count() as u64;
    let state = say::asked_state(page.language, answered, all.len() as u64 - answered);
    let rows: Vec<_> = all.iter().map(|asked| row(page, asked)).collect();
    let heading = QuestionsTexts::of(page.language).heading;
    view! {
        <section class="one-result" aria-labelledby="result-qa">
            <p class="number soft" aria-hidden="true">"Q&A"</p>
            <div class="what">
                <h3 id="result-qa">{heading}</h3>
                <p class="soft">{say::asked(page.language, all.len() as u64)}</p>
                <p>{state}</p>
                <p><a href=format!("/rooms/{}/questions", page.room)>{say.write_answers}</a></p>
            </div>
            <div class="came">
                <ul role="list" class="texts">{rows}</ul>
            </div>
        </section>
    }
    .into_any()
}

fn is_answered(asked: &QaQuestion) -> bool {
    asked.state == QaState::Answered || asked.reply.is_some()
}

fn row(page: &DeskResults, asked: &QaQuestion) -> AnyView {
    let say = ResultsPageTexts::of(page.language);
    let reply = asked.reply.clone().map(|reply| {
        view! { <p class="reply">{say.answered_in_writing} " " <span dir="auto">{reply}</span></p> }
    });
    let open = (!is_answered(asked)).then(|| view! { " " <small>{say.unanswered_label}</small> });
    view! {
        <li>
            <span dir="auto">{asked.text.clone()}</span>
            " "
            <small>{say::votes(page.language, asked.votes)}</small>
            {open}
            {reply}
        </li>
    }
    .into_any()
}

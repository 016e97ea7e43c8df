//! Answers that can be erased, one by one, and what that means.

use leptos::prelude::*;

use crate::language::Language;
use crate::texts::desk::room::RoomTexts;
use crate::views::desk::{AnswerRow, DeskRoom};

/// The section with the newest answers.
pub(super) fn erasing(room: &DeskRoom) -> AnyView {
    let say = RoomTexts::of(room.language());
    let answers = if room.answers.is_empty() {
        view! { <p class="empty">{say.no_answers}</p> }.into_any()
    } else {
        table(room.language(), &room.at("erase"), &room.answers, None)
    };
    view! {
        <section class="section" id="erasing">
            <h2>{say.erase}</h2>
            <p class="hint">{say.erase_meaning}</p>
            {answers}
        </section>
    }
    .into_any()
}

/// Answers, each with the way to erase it. `find` is what was looked for, and comes along.
pub(super) fn table(
    language: Language,
    action: &str,
    answers: &[AnswerRow],
    find: Option<&str>,
) -> AnyView {
    let say = RoomTexts::of(language);
    let rows = answers
        .iter()
        .map(|each| row(language, action, each, find))
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-labelledby="answers">
            <table class="table answers" role="table">
                <caption id="answers">{say.answers}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{say.when}</th>
                        <th scope="col" role="columnheader">{say.asked}</th>
                        <th scope="col" role="columnheader">{say.given}</th>
                        <th scope="col" role="columnheader"><span class="visually-hidden">{say.erase_column}</span></th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(language: Language, action: &str, answer: &AnswerRow, find: Option<&str>) -> AnyView {
    let say = RoomTexts::of(language);
    let find = find.map(|find| view! { <input type="hidden" name="find" value=find.to_owned() /> });
    view! {
        <tr role="row">
            <td class="when" role="cell"><time datetime=answer.at.clone()>{minute(&answer.at)}</time></td>
            <td role="cell" dir="auto">{answer.question.clone()}</td>
            <td class="given" role="cell" dir="auto">{answer.text.clone()}</td>
            <td role="cell">
                <details class="confirm">
                    <summary>
                        {say.erase_one}
                        <span class="visually-hidden">": " <bdi>{answer.text.clone()}</bdi></span>
                    </summary>
                    <form method="post" action=action.to_owned()>
                        <p>{say.erase_sure}</p>
                        {find}
                        <input type="hidden" name="answer" value=answer.id.to_string() />
                        <button class="button danger" type="submit">{say.erase_yes}</button>
                    </form>
                </details>
            </td>
        </tr>
    }
    .into_any()
}

/// A moment to the minute: `2026-11-21 15:04`. What is no moment stays as it is.
pub(super) fn minute(at: &str) -> String {
    match (at.get(..10), at.get(11..16)) {
        (Some(day), Some(time)) => format!("{day} {time}"),
        _ => at.to_owned(),
    }
}

//! What every form of a participant has: its address, its hidden fields, and the bar with the button.

use leptos::prelude::*;
use shared::ids::Key;

use crate::views::participant::sheet::Sheet;

/// Where forms are sent.
pub(super) fn action(sheet: &Sheet<'_>) -> String {
    format!("/{}/answers", sheet.state.code.digits())
}

/// Which question in which round, as the page knew the room; and under which key, where something is
/// added.
pub(super) fn hidden(sheet: &Sheet<'_>, key: Option<&Key>) -> AnyView {
    let key = key.map(|key| view! { <input type="hidden" name="key" value=key.to_string() /> });
    view! {
        <input type="hidden" name="question" value=sheet.slide.id.to_string() />
        <input type="hidden" name="round" value=sheet.question.round.to_string() />
        <input type="hidden" name="seq" value=sheet.state.seq.to_string() />
        {key}
    }
    .into_any()
}

/// A form for a whole answer.
pub(super) fn answer(sheet: &Sheet<'_>, fields: AnyView, goes_on: bool) -> AnyView {
    let class = if goes_on { "answer in-flow" } else { "answer" };
    view! {
        <form class=class method="post" action=action(sheet)>
            {hidden(sheet, None)} {fields} {bar(sheet, sheet.answered(), goes_on)}
        </form>
    }
    .into_any()
}

/// The state in words and the button, for a whole answer that may replace another.
fn bar(sheet: &Sheet<'_>, replaces: bool, goes_on: bool) -> AnyView {
    let say = sheet.say();
    let (class, words) = match (sheet.typed.is_some(), replaces) {
        (true, _) => ("button", say.send_again),
        (false, true) => ("button quiet", say.change_answer),
        (false, false) => ("button", say.send),
    };
    let state = if sheet.saved() { Some(saved(sheet)) } else { late(sheet) };
    placed(state, class, words, goes_on)
}

/// The same for something that is added; what is stored already stands in a list of its own.
pub(super) fn add_bar(sheet: &Sheet<'_>, typed: bool, goes_on: bool) -> AnyView {
    let say = sheet.say();
    let words = if typed { say.send_again } else { say.send };
    placed(late(sheet), "button", words, goes_on)
}

/// A bar at the bottom of the screen; or, where the page goes on below the form, within the page.
fn placed(state: Option<AnyView>, class: &'static str, words: &'static str, goes_on: bool) -> AnyView {
    let inside = view! {
        {state}
        <button class=class type="submit">
            {words}
        </button>
    };
    if goes_on { inside.into_any() } else { view! { <div class="send">{inside}</div> }.into_any() }
}

/// That what the page shows is stored.
pub(super) fn saved(sheet: &Sheet<'_>) -> AnyView {
    view! { <p class="state saved" role="status">{sheet.say().saved}</p> }.into_any()
}

fn late(sheet: &Sheet<'_>) -> Option<AnyView> {
    let say = sheet.say();
    sheet.late().then(|| view! { <p class="state late" role="status">{say.late}</p> }.into_any())
}

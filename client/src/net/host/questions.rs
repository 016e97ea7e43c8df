//! The questions to the speakers, alive: what is ticked and unfolded, and their forms, which go to
//! the room by themselves.

use std::time::Duration;

use leptos::leptos_dom::helpers::set_interval;
use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlFormElement, HtmlInputElement};
use shared::ids::AnswerId;
use shared::protocol::view::HostView;
use shared::question::Fields;

use super::browser::clock;
use super::line::HostLine;
use super::moderating::{asked, closest, target};
use super::requests::ask;
use crate::net::html_forms::on;
use crate::views::desk::questions::press::{QuestionsPress, notice_code, pressed};
use crate::views::desk::remote::live::RemoteLiveState;
use crate::views::stage::host_request::HostRequest;

/// Takes what people do among the questions from now on; `on_press` is called with every press.
pub fn listen(
    line: HostLine,
    live: ArcRwSignal<RemoteLiveState>,
    view: impl Fn() -> HostView + 'static,
    on_press: impl Fn() + 'static,
) {
    take_ticks(live.clone());
    take_folds(live.clone());
    on(&document(), "submit", move |event| {
        let form = target::<HtmlFormElement>(event);
        let form = form.filter(|form| form.class_list().contains("asked"));
        let Some(form) = form else { return };
        event.prevent_default();
        on_press();
        let asked = asked(&form, event);
        if asked.first("show").is_some() {
            live.update(|live| live.moderation.show_new_questions(&view()));
        } else {
            live.update(|live| (live.host.refused, live.moderation.idle) = (None, 0));
            send(&line, &live, &form, &asked);
        }
    });
}

/// The time of day for whoever speaks.
pub fn tell_the_time(live: ArcRwSignal<RemoteLiveState>) {
    let tell = move || {
        let now = Some(clock());
        if live.read_untracked().clock != now {
            live.update(|live| live.clock = now);
        }
    };
    tell();
    set_interval(tell, Duration::from_secs(1));
}

fn take_ticks(live: ArcRwSignal<RemoteLiveState>) {
    on(&document(), "change", move |event| {
        let tick = target::<HtmlInputElement>(event).filter(|tick| tick.name() == "double");
        let Some(tick) = tick else { return };
        if let Some(question) = AnswerId::parse(&tick.value()) {
            live.update(|live| live.moderation.questions.tick(question, tick.checked()));
        }
    });
}

fn take_folds(live: ArcRwSignal<RemoteLiveState>) {
    on(&document(), "click", move |event| {
        let Some(summary) = closest(event, "[data-opens]") else {
            return;
        };
        event.prevent_default();
        let name = name_of(&summary, "data-opens");
        live.update(|live| live.moderation.questions.unfold(&name));
    });
}

fn name_of(element: &Element, attribute: &str) -> String {
    element.get_attribute(attribute).unwrap_or_default()
}

/// Sends what a form asks for, and says why where it is refused. What was typed stays until it is
/// stored.
fn send(
    line: &HostLine,
    live: &ArcRwSignal<RemoteLiveState>,
    form: &HtmlFormElement,
    fields: &Fields,
) {
    let requests = match pressed(fields) {
        Some(QuestionsPress::TypeIn { text, to }) => vec![HostRequest::TypeIn { text, to }],
        Some(QuestionsPress::Moderate(all)) => {
            let each = all.into_iter();
            each.map(|(question, request)| HostRequest::Question(question, request))
                .collect()
        }
        None => return live.update(|live| live.host.refused = Some(notice_code("pick_two"))),
    };
    if fields.first("do") == Some("merge") {
        live.update(|live| live.moderation.questions.ticked.clear());
    }
    for request in requests {
        let (live, form) = (live.clone(), form.clone());
        ask(line, request, move |answer| match answer {
            Ok(()) => dealt_with(&live, &form),
            Err(refused) => live.update(|live| live.host.refused = Some(notice_code(&refused))),
        });
    }
}

fn dealt_with(live: &ArcRwSignal<RemoteLiveState>, form: &HtmlFormElement) {
    if form.has_attribute("data-clears") {
        form.reset();
    }
    let folds = name_of(form, "data-folds");
    if !folds.is_empty() {
        live.update(|live| live.moderation.questions.fold(&folds));
    }
}

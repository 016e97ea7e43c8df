//! Who did what last, for whoever leads a room together with others.

use leptos::prelude::*;
use shared::control::RecentAction;
use shared::host::Actor;
use shared::ids::Millis;

use crate::language::Language;
use crate::texts::desk::hosts::{self, HostsTexts};

/// What is listed, for whom, and when.
#[derive(Clone, Copy)]
pub(super) struct RecentPanel<'a> {
    pub language: Language,
    /// As whom the reader acts.
    pub reader: Option<Actor>,
    pub actions: &'a [RecentAction],
    pub now: Millis,
}

impl RecentPanel<'_> {
    /// The list, folded: it is looked up, and moves nothing while it grows.
    pub fn folded(self) -> AnyView {
        let say = HostsTexts::of(self.language);
        let rows: Vec<AnyView> = self.actions.iter().map(|action| self.row(action)).collect();
        let list = if rows.is_empty() {
            view! { <p class="soft">{say.none}</p> }.into_any()
        } else {
            view! { <ol class="recent" role="list">{rows}</ol> }.into_any()
        };
        let reader = self
            .reader
            .map(|reader| hosts::reader(self.language, reader));
        view! {
            <details class="who">
                <summary>{say.heading}</summary>
                {reader.map(|sentence| view! { <p class="soft">{sentence}</p> })}
                {list}
            </details>
        }
        .into_any()
    }

    fn row(self, action: &RecentAction) -> AnyView {
        let minutes = self.now.saturating_sub(action.at) / 60_000;
        view! {
            <li>
                <b>{hosts::name_for(self.language, action.by, self.reader)}</b>
                <span>{hosts::done(self.language, action)}</span>
                <small class="soft">{hosts::ago(self.language, minutes)}</small>
            </li>
        }
        .into_any()
    }
}

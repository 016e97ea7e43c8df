//! The links of a room with a code to scan for each: how to give a colleague the console, a phone
//! the remote, a laptop the screen.

use leptos::prelude::*;
use shared::host::HostRole;
use shared::ids::RoomId;

use crate::language::Language;
use crate::texts::desk::console::ConsoleTexts;
use crate::texts::desk::room::RoomTexts;
use crate::views::desk::frame::{self, NavEntry};
use crate::views::desk::links::link;
use crate::views::desk::rooms;

/// What the page is made from.
#[derive(Clone, Debug)]
pub struct RoomLinks {
    pub language: Language,
    pub room: RoomId,
    /// Whether whoever looks is signed in at the desk.
    pub desk: bool,
    pub title: String,
    pub join_url: String,
    /// The QR code of that address, as SVG.
    pub join_qr: String,
    pub links: Vec<RoleLink>,
}

/// The link of a role.
#[derive(Clone, Debug)]
pub struct RoleLink {
    pub role: HostRole,
    pub url: String,
    /// Its QR code, as SVG.
    pub qr_svg: String,
}

/// The whole page.
#[component]
pub fn HandingOverPage(page: RoomLinks) -> impl IntoView {
    let say = RoomTexts::of(page.language);
    let join = row(
        say,
        "join",
        (say.join_link, say.join_for),
        &page.join_url,
        &page.join_qr,
    );
    let each = page.links.iter().map(|link| {
        let (id, words) = (link.role.word(), named(say, link.role));
        row(say, id, words, &link.url, &link.qr_svg)
    });
    let back = format!("/rooms/{}/console", page.room);
    let inside = view! {
        <div class="head">
            <div>
                <h1>{say.links}</h1>
                <p dir="auto">{rooms::titled(page.language, &page.title)}</p>
            </div>
            <a class="button quiet" href=back>{ConsoleTexts::of(page.language).to_console}</a>
        </div>
        <p class="hint">{say.links_hint}</p>
        <div class="handing">{join} {each.collect_view()}</div>
    };
    let here = if page.desk {
        NavEntry::Within
    } else {
        NavEntry::Outside
    };
    frame::page(page.language, here, inside.into_any())
}

fn named(say: &RoomTexts, role: HostRole) -> (&'static str, &'static str) {
    match role {
        HostRole::Stage => (say.stage_link, say.stage_for),
        HostRole::Presenter => (say.presenter_link, say.presenter_for),
        HostRole::Remote => (say.remote_link, say.remote_for),
        HostRole::Moderator => (say.moderator_link, say.moderator_for),
        HostRole::Speaker => (say.speaker_link, say.speaker_for),
    }
}

fn row(
    say: &RoomTexts,
    id: &'static str,
    (name, whom): (&'static str, &'static str),
    url: &str,
    qr: &str,
) -> AnyView {
    view! {
        <section class="links" aria-label=name>
            <div class="qr" role="img" aria-label=name inner_html=qr.to_owned()></div>
            <div>{link(say, id, name, whom, url)}</div>
        </section>
    }
    .into_any()
}

//! A room's links to hand out, and its answers as files.

use leptos::prelude::*;

use crate::messages::archive::ArchiveTexts;
use crate::messages::spreadsheet::SpreadsheetTexts;
use crate::texts::desk::room::RoomTexts;
use crate::views::desk::DeskRoom;

/// The links, each with whom it is for.
pub(super) fn links(room: &DeskRoom) -> AnyView {
    let say = RoomTexts::of(room.language());
    let each = [
        ("join", say.join_link, say.join_for, &room.join_url),
        ("stage", say.stage_link, say.stage_for, &room.stage_url),
        (
            "presenter",
            say.presenter_link,
            say.presenter_for,
            &room.presenter_url,
        ),
        ("remote", say.remote_link, say.remote_for, &room.remote_url),
        (
            "moderator",
            say.moderator_link,
            say.moderator_for,
            &room.moderator_url,
        ),
        (
            "speaker",
            say.speaker_link,
            say.speaker_for,
            &room.speaker_url,
        ),
    ];
    let rows = each.map(|(id, name, whom, url)| {
        // Everyone joins by the room's code, which stays.
        let anew = (id != "join").then(|| anew(room, id, name));
        view! { <div>{link(say, id, name, whom, url)} {anew}</div> }
    });
    let rows = rows.into_iter().collect_view();
    let groups = room.leading.view.groups.map(|_| {
        let to = format!("/rooms/{}/groups", room.leading.room);
        view! {
            <p class="actions">
                <a class="button quiet" href=to target="_blank">{say.group_codes}</a>
                " "
                <span class="hint">{say.group_codes_hint}</span>
            </p>
        }
    });
    view! {
        <section class="section" id="links">
            <h2>{say.links}</h2>
            <p class="hint">{say.links_hint}</p>
            <div class="links">{rows}</div>
            {groups}
        </section>
    }
    .into_any()
}

pub(super) fn link(
    say: &RoomTexts,
    id: &'static str,
    name: &'static str,
    whom: &'static str,
    url: &str,
) -> AnyView {
    let (field, hint) = (format!("link-{id}"), format!("for-{id}"));
    view! {
        <label for=field.clone()>{name}</label>
        " "
        <span class="hint" id=hint.clone()>{whom}</span>
        <div class="row">
            <input
                class="field"
                id=field.clone()
                readonly=true
                value=url.to_owned()
                aria-describedby=hint
            />
            // Its script shows it.
            <button class="button quiet" type="button" data-copies=field.clone() data-copied=say.chat_copied hidden=true>
                {say.chat_copy}
                <span class="visually-hidden">": " {name}</span>
            </button>
            <a class="button quiet" href=url.to_owned()>
                {say.follow}
                <span class="visually-hidden">": " {name}</span>
            </a>
        </div>
    }
    .into_any()
}

/// The role's link in the place of one that got about; what ends is said first.
fn anew(room: &DeskRoom, role: &'static str, name: &'static str) -> AnyView {
    let say = RoomTexts::of(room.language());
    view! {
        <details class="confirm">
            <summary>{say.new_link} <span class="visually-hidden">": " {name}</span></summary>
            <form method="post" action=room.at("links")>
                <p>{say.new_link_meaning}</p>
                <input type="hidden" name="role" value=role />
                <button class="button danger" type="submit">{say.new_link_yes}</button>
            </form>
        </details>
    }
    .into_any()
}

/// The answers as files.
pub(super) fn downloads(room: &DeskRoom) -> AnyView {
    let say = RoomTexts::of(room.language());
    let xlsx = SpreadsheetTexts::of(room.language()).download;
    let zip = ArchiveTexts::of(room.language()).download;
    let each = [
        ("format=csv&shape=long", say.csv_long),
        ("format=csv&shape=wide", say.csv_wide),
        ("format=csv&shape=long&excel=1", say.excel_long),
        ("format=csv&shape=wide&excel=1", say.excel_wide),
        ("format=json", say.json),
    ];
    let link = |(query, words)| {
        view! { <a class="button quiet" href=format!("{}?{query}", room.at("export"))>{words}</a> }
    };
    view! {
        <section class="section">
            <h2>{say.download}</h2>
            <p class="actions">
                <a class="button quiet" href=room.at("report.zip")>{zip}</a>
                <a class="button quiet" href=room.at("report.xlsx")>{xlsx}</a>
                {each.map(link).into_iter().collect_view()}
            </p>
        </section>
    }
    .into_any()
}

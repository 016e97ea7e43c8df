//! Somebody else's laptop as the stage: the screen that waits with a QR code, and the phone's page
//! that gives it a room.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::language::Language;
use crate::texts::desk::HomeTexts;
use crate::texts::desk::room::RoomTexts;
use crate::texts::desk::takeover::TakeoverTexts;
use crate::ui::mark::Mark;
use crate::views::desk::frame::{self, NavEntry};
use crate::views::desk::pages::pages;
use crate::views::desk::rooms::titled;
use crate::views::desk::{ListPage, RoomRow};

/// A screen that waits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WaitingScreen {
    pub language: Language,
    /// Where the phone goes that takes it over.
    pub address: String,
    /// The QR code of that address, as SVG.
    pub qr_svg: String,
}

/// A presenter before a screen that waits.
#[derive(Clone, Debug)]
pub struct ScreenGift {
    pub language: Language,
    /// Whether this is the owner, and not somebody with a room's link.
    pub signed_in: bool,
    /// The screen's public name, in the address of the form.
    pub screen: String,
    /// Rooms that this person may project.
    pub rooms: ListPage<RoomRow>,
    /// How far it is.
    pub step: GiftStep,
}

/// How far the taking over of a screen is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GiftStep {
    /// A room is to be chosen.
    Choosing,
    /// That room is on the screen.
    Given {
        /// The room's name in addresses.
        room: String,
    },
    /// The screen waits no longer.
    Gone,
}

/// The page on the screen.
#[component]
pub fn WaitingScreenPage(screen: WaitingScreen) -> impl IntoView {
    let say = TakeoverTexts::of(screen.language);
    view! {
        <header class="join">
            <p class="room-title">{host(&screen.address)}</p>
            <Mark />
        </header>
        <main>
            <a class="qr" href=screen.address aria-label=say.qr_label inner_html=screen.qr_svg></a>
            <div>
                <h1 class="address address-long">{say.waiting}</h1>
                <p class="how">{say.scan}</p>
                <p class="how">{say.then}</p>
                <p class="how again"><a href="/stage">{RoomTexts::of(screen.language).reload}</a></p>
            </div>
        </main>
    }
}

/// Where the screen looks, as people type it.
fn host(address: &str) -> String {
    let host = address.split_once("://").map_or(address, |(_, rest)| rest);
    host.split('/').next().unwrap_or_default().to_owned()
}

/// The page on the phone.
#[component]
pub fn ScreenGiftPage(gift: ScreenGift) -> impl IntoView {
    let say = TakeoverTexts::of(gift.language);
    let inside = match &gift.step {
        GiftStep::Gone => {
            view! { <p class="notice" data-code="unknown_screen">{say.gone}</p> }.into_any()
        }
        GiftStep::Given { room } => {
            let remote = format!("/rooms/{room}/remote");
            view! {
                <p class="notice good" role="status">{say.done}</p>
                <p><a class="button" href=remote>{say.remote}</a></p>
            }
            .into_any()
        }
        GiftStep::Choosing if gift.rooms.rows.is_empty() => {
            view! { <p class="empty">{say.no_rooms}</p> }.into_any()
        }
        GiftStep::Choosing => choices(&gift),
    };
    let here = if gift.signed_in {
        NavEntry::Within
    } else {
        NavEntry::Outside
    };
    frame::page(
        gift.language,
        here,
        view! { <div class="takeover"><h1>{say.heading}</h1> {inside}</div> }.into_any(),
    )
}

fn choices(gift: &ScreenGift) -> AnyView {
    let say = TakeoverTexts::of(gift.language);
    let action = format!("/stage/{}", gift.screen);
    let rows = gift.rooms.rows.iter().map(|row| {
        let title = titled(gift.language, &row.title);
        view! {
            <li class="item">
                <div>
                    <h3 dir="auto">{title.clone()}</h3>
                    <p class="code">{row.code.to_string()}</p>
                </div>
                <form method="post" action=action.clone()>
                    <button class="button" type="submit" name="room" value=row.room.clone()>
                        {say.show_here} <span class="visually-hidden">" " {title} " " {row.code.to_string()}</span>
                    </button>
                </form>
            </li>
        }
    });
    let rows = rows.collect_view();
    let more = pages(
        gift.language,
        &gift.rooms,
        HomeTexts::of(gift.language).rooms,
    );
    view! { <p>{say.choose}</p><ul class="list" role="list">{rows}</ul> {more} }.into_any()
}

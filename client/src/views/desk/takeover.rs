//! Somebody else's laptop as the stage: the screen that waits with a QR code, and the phone's page that gives it a room.

use leptos::prelude::*;

use crate::language::Language;
use crate::texts::desk::takeover::Takeover;
use crate::ui::mark::Mark;
use crate::views::desk::RoomRow;
use crate::views::desk::frame::{self, Here};

/// A screen that waits.
#[derive(Clone, Debug)]
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
    /// The screen's public name, in the address of the form.
    pub screen: String,
    /// Rooms that this person may project.
    pub rooms: Vec<RoomRow>,
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
    let say = Takeover::of(screen.language);
    view! {
        <header class="join">
            <p class="room-title">"peil"</p>
            <Mark />
        </header>
        <main>
            <a class="qr" href=screen.address aria-label=say.qr_label inner_html=screen.qr_svg></a>
            <div>
                <h1 class="address address-long">{say.waiting}</h1>
                <p class="how">{say.scan}</p>
                <p class="how">{say.then}</p>
            </div>
        </main>
    }
}

/// The page on the phone.
#[component]
pub fn ScreenGiftPage(gift: ScreenGift) -> impl IntoView {
    let say = Takeover::of(gift.language);
    let inside = match &gift.step {
        GiftStep::Gone => view! { <p class="notice" data-code="unknown_screen">{say.gone}</p> }.into_any(),
        GiftStep::Given { room } => {
            let remote = format!("/rooms/{room}/remote");
            view! {
                <p class="notice good" role="status">{say.done}</p>
                <p><a class="button" href=remote>{say.remote}</a></p>
            }
            .into_any()
        }
        GiftStep::Choosing if gift.rooms.is_empty() => view! { <p class="empty">{say.no_rooms}</p> }.into_any(),
        GiftStep::Choosing => choices(&gift),
    };
    frame::page(gift.language, Here::Within, view! { <h1>{say.heading}</h1> {inside} }.into_any())
}

fn choices(gift: &ScreenGift) -> AnyView {
    let say = Takeover::of(gift.language);
    let action = format!("/stage/{}", gift.screen);
    let rows = gift.rooms.iter().map(|row| {
        let title = row.title.clone();
        view! {
            <li class="item">
                <div>
                    <h3 dir="auto">{title.clone()}</h3>
                    <p class="code">{row.code.to_string()}</p>
                </div>
                <form method="post" action=action.clone()>
                    <button class="button" type="submit" name="room" value=row.room.clone()>
                        {say.show_here} <span class="visually-hidden">" "{title}</span>
                    </button>
                </form>
            </li>
        }
    });
    let rows = rows.collect_view();
    view! { <p>{say.choose}</p><ul class="list" role="list">{rows}</ul> }.into_any()
}

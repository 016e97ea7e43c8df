//! What a tablet shows that a table shares: whose turn it is, that something was sent and whom it
//! goes to, and that it is shared no more. No script: nothing that one of them typed is there for
//! the next.

use shared::code::JoinCode;
use shared::ids::GroupNumber;
use shared::limits::TABLET_SEATS;
use shared::refusal::Refusal;

use crate::language::Language;
use crate::phone::ParticipantState;
use crate::texts::desk::tablets::{TabletsTexts, number, seat};
use crate::texts::phone::group_for;
use crate::texts::refusal::refusal;
use crate::ui::bidi;
use crate::ui::tag::{Tag, tag, tags};
use crate::views::participant;

/// Where whoever holds the tablet sits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TabletSeat {
    /// Which tablet.
    pub tablet: u16,
    /// Which of its people.
    pub number: u8,
}

/// What a page of a tablet says that asks nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TabletMessage {
    /// That a device can be one: with what its form has to send.
    Offer {
        secret: String,
        group: Option<GroupNumber>,
    },
    /// That somebody sent something.
    Sent {
        seat: TabletSeat,
        /// Whether they may give another.
        another: bool,
    },
    /// That a group sent something.
    SentForGroup { name: String },
    /// That all seats have answered.
    Full,
    /// That nobody shares a device where everybody goes at their own pace.
    OwnPace,
    /// That it is shared no more.
    Ended,
    /// That the code was made anew.
    OldCode,
}

fn place(language: Language, at: TabletSeat) -> String {
    let tablet = number(language, u64::from(at.tablet));
    let seat = seat(language, u64::from(at.number));
    bidi::listed(&[&tablet, &seat], " · ")
}

/// A participant's page as the tablet shows it: each form says at which seat it was filled in.
/// Whoever gave something may hand it on.
pub fn page(state: &ParticipantState, at: TabletSeat, may_pass_on: bool) -> Tag {
    let bar = tag("p")
        .class("tablet-seat")
        .set("role", "status")
        .child(place(state.language, at));
    let inside = participant::page(state).in_each_form("seat", &at.number.to_string());
    let on = TabletsTexts::of(state.language).pass_on;
    let on = may_pass_on.then(|| {
        let room = format!("/{}", state.code.digits());
        tag("a").class("button pass-on").set("href", room).child(on)
    });
    tag("div").class("tablet").child(tags![bar, inside, on])
}

/// A page that says one thing.
pub fn message(language: Language, code: &JoinCode, message: &TabletMessage) -> Tag {
    let say = TabletsTexts::of(language);
    let room = format!("/{}", code.digits());
    let to = |address: String, words: &'static str, class: &'static str| {
        tag("a").class(class).set("href", address).child(words)
    };
    let (heading, lead, ways) = match message {
        TabletMessage::Offer { secret, group } => {
            let ways = tags![
                offer(say, &room, secret, *group),
                to(room, say.share_not, "button quiet")
            ];
            (say.share_heading, say.share_lead.to_owned(), ways)
        }
        TabletMessage::Sent { seat, .. } if usize::from(seat.number) >= TABLET_SEATS => (
            say.sent,
            say.last_seat.to_owned(),
            tags![to(room, say.pass_on, "button")],
        ),
        TabletMessage::Sent { seat, another } => {
            let again = format!("{room}?seat={}", seat.number);
            let another = another.then(|| to(again, say.another, "button quiet"));
            let on = to(room, say.pass_on, "button pass-on");
            (say.sent, say.sent_lead.to_owned(), tags![on, another])
        }
        TabletMessage::SentForGroup { name } => {
            let for_whom = group_for(language, name);
            (say.sent, for_whom, tags![to(room, say.on, "button")])
        }
        TabletMessage::Full => (say.full_heading, say.full_lead.to_owned(), Vec::new()),
        TabletMessage::OwnPace => {
            let alone = to(room, say.share_not, "button");
            (say.share_heading, say.own_pace.to_owned(), tags![alone])
        }
        TabletMessage::OldCode => {
            let lead = refusal(language, &Refusal::TabletEnded);
            let alone = to(room, say.share_not, "button quiet");
            (say.ended_heading, lead, tags![alone])
        }
        TabletMessage::Ended => {
            let on = to(format!("{room}?alone=1"), say.alone, "button quiet");
            (say.ended_heading, say.ended_lead.to_owned(), tags![on])
        }
    };
    let seat = match message {
        TabletMessage::Sent { seat, .. } => Some(place(language, *seat)),
        _ => None,
    };
    let seat = seat.map(|said| tag("p").class("tablet-seat").child(said));
    let question = tag("div").class("question").child(tags![
        tag("h1").child(heading),
        seat,
        tag("p").class("lead").child(lead)
    ]);
    let main = tag("main").class("start").id("main");
    main.child(tags![question, ways])
}

fn offer(say: &TabletsTexts, room: &str, secret: &str, group: Option<GroupNumber>) -> Tag {
    let hidden = |name: &'static str, value: String| {
        tag("input")
            .set("type", "hidden")
            .set("name", name)
            .set("value", value)
    };
    let button = tag("button")
        .class("button")
        .set("type", "submit")
        .child(say.share);
    tag("form")
        .set("method", "post")
        .set("action", format!("{room}/tablet"))
        .child(tags![
            hidden("secret", secret.to_owned()),
            group.map(|group| hidden("group", group.to_string())),
            button
        ])
}

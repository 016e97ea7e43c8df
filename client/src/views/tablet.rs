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
        /// The address at which whoever has it next goes on.
        next: String,
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

/// A page of a tablet that somebody at the table has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TabletPage {
    pub seat: TabletSeat,
    /// Where whoever has it next goes on; nothing as long as nobody is to pass it on.
    pub pass_on: Option<String>,
    /// Where it asks whether there is something else to do.
    pub news: Option<String>,
}

fn place(language: Language, at: TabletSeat) -> String {
    let tablet = number(language, u64::from(at.tablet));
    let seat = seat(language, u64::from(at.number));
    bidi::listed(&[&tablet, &seat], " · ")
}

/// A participant's page as the tablet shows it: each form says at which seat it was filled in.
/// What would take away what somebody types only says that there is something else to do.
pub fn page(state: &ParticipantState, at: &TabletPage) -> Tag {
    let say = TabletsTexts::of(state.language);
    let seat = tag("p")
        .set("role", "status")
        .child(place(state.language, at.seat));
    let news = at.news.clone().filter(|_| !state.waits());
    let news = news.map(|src| tag("iframe").set("title", say.news).set("src", src));
    let bar = tag("div").class("tablet-seat").child(tags![seat, news]);
    let inside = participant::page(state).in_each_form("seat", &at.seat.number.to_string());
    let pass_on = |to: String| {
        let on = tag("a").class("button pass-on").set("href", to);
        on.child(say.pass_on)
    };
    let on = at.pass_on.clone().map(pass_on);
    tag("div").class("tablet").child(tags![bar, inside, on])
}

/// What stands in the bar of such a page.
pub fn news(language: Language, to: Option<String>) -> Tag {
    let link = |to: String| {
        let link = tag("a").class("button").set("href", to);
        link.set("target", "_top")
            .child(TabletsTexts::of(language).moved)
    };
    tag("p").child(to.map(link))
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
        TabletMessage::Sent {
            seat,
            another,
            next,
        } => {
            let last = usize::from(seat.number) >= TABLET_SEATS;
            let again = format!("{room}?seat={}", seat.number);
            let another = (*another && !last).then(|| to(again, say.another, "button quiet"));
            let (lead, class) = match last {
                true => (say.last_seat, "button"),
                false => (say.sent_lead, "button pass-on"),
            };
            let on = to(next.clone(), say.pass_on, class);
            (say.sent, lead.to_owned(), tags![on, another])
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
    let question = tag("div").class("question").child(tags![
        tag("h1").child(heading),
        sent_from(language, message),
        tag("p").class("lead").child(lead)
    ]);
    let main = tag("main").class("start").id("main");
    main.child(tags![question, ways])
}

/// From which seat something was sent.
fn sent_from(language: Language, message: &TabletMessage) -> Option<Tag> {
    let TabletMessage::Sent { seat, .. } = message else {
        return None;
    };
    let said = place(language, *seat);
    Some(tag("p").class("tablet-seat").child(said))
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

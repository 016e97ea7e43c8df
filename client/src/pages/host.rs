//! The documents of organisers and of a room's hosts.

use leptos::prelude::{AnyView, ArcRwSignal, IntoAny};

use super::{Assets, HtmlDocument, escaped, still};
use crate::hydration::{render, state_json};
use crate::language::Language;
use crate::model::sign_in::Why;
use crate::texts::desk::HomeTexts;
use crate::texts::desk::after_page::AfterPageTexts;
use crate::texts::desk::by_hand::ByHandTexts;
use crate::texts::desk::checkup::CheckupTexts;
use crate::texts::desk::console::ConsoleTexts;
use crate::texts::desk::editing::EditingTexts;
use crate::texts::desk::mail::MailTexts;
use crate::texts::desk::moderating::ModeratingTexts;
use crate::texts::desk::privacy::PrivacyTexts;
use crate::texts::desk::questions::QuestionsTexts;
use crate::texts::desk::report::ReportTexts;
use crate::texts::desk::results::ResultsPageTexts;
use crate::texts::desk::room::RoomTexts;
use crate::texts::desk::sessions::SessionsTexts;
use crate::texts::desk::sign_in::SignInTexts;
use crate::texts::desk::tablets::TabletsTexts;
use crate::texts::desk::takeover::TakeoverTexts;
use crate::ui::bidi;
use crate::views::HostPage;
use crate::views::desk::after_page::{AfterPageDesk, AfterPageDeskPage, AfterPageDeskPageProps};
use crate::views::desk::by_hand::{ByHandEntry, ByHandPage, ByHandPageProps};
use crate::views::desk::checkup::{CheckupPage, CheckupPageProps, Cookie};
use crate::views::desk::console::{ConsoleLiveState, ConsolePage, ConsolePageProps};
use crate::views::desk::deck::{DeckPage, DeckPageProps};
use crate::views::desk::editing::{RoomDeckPage, RoomDeckPageProps};
use crate::views::desk::forms::{DeskForms, FormsPage, FormsPageProps};
use crate::views::desk::groups::{GroupCodes, GroupCodesPage, GroupCodesPageProps};
use crate::views::desk::handing_over::{HandingOverPage, HandingOverPageProps, RoomLinks};
use crate::views::desk::home::{HomePage, HomePageProps};
use crate::views::desk::kept::{KeptPage, KeptPageProps, KeptText};
use crate::views::desk::mail::{
    DeskMail, MailPage, MailPageProps, UnsubscribePage, UnsubscribePageProps,
};
use crate::views::desk::moderator::{ModeratorPage, ModeratorPageProps};
use crate::views::desk::privacy::{PrivacyPage, PrivacyPageProps};
use crate::views::desk::questions::{QuestionsPage, QuestionsPageProps};
use crate::views::desk::remote::live::RemoteLiveState;
use crate::views::desk::remote::{RemotePage, RemotePageProps, RemoteState};
use crate::views::desk::report::{ReportDesk, ReportPage, ReportPageProps};
use crate::views::desk::results::{DeskResults, ResultsPage, ResultsPageProps};
use crate::views::desk::room::{OrganisingSection, OrganisingSectionProps};
use crate::views::desk::rooms::{DamagedPage, DamagedPageProps};
use crate::views::desk::sessions::{DeskSessions, SessionsPage, SessionsPageProps};
use crate::views::desk::sign_in::{SignInPage, SignInPageProps};
use crate::views::desk::tablets::{TabletsOfRoom, TabletsPage, TabletsPageProps};
use crate::views::desk::takeover::{
    ScreenGift, ScreenGiftPage, ScreenGiftPageProps, WaitingScreen, WaitingScreenPage,
    WaitingScreenPageProps,
};
use crate::views::desk::{DeskDeck, DeskHome, DeskRoom, DeskRoomDeck, Privacy, RoomRow};
use crate::views::stage::live::StageLiveState;
use crate::views::stage::{StagePage, StagePageProps, StageState};

/// How often a screen that waits loads itself again where no script looks for it, in seconds.
const SCREEN_SECONDS: u32 = 30;

/// How often the page of a mail that is being sent loads itself again, in seconds.
const MAIL_SECONDS: u32 = 5;

/// The projected page.
pub fn stage(assets: &Assets, state: &StageState) -> String {
    let (shown, live) = (
        ArcRwSignal::new(state.clone()),
        ArcRwSignal::new(StageLiveState::default()),
    );
    let props = StagePageProps { state: shown, live };
    let document = HtmlDocument {
        assets,
        language: state.language,
        title: &state.title(),
        class: state.class(),
        refresh_seconds: state.refresh_seconds,
        refresh_to: state.turns_to(),
        state: Some(state_json(&HostPage::Stage(Box::new(state.clone())))),
        body: render(|| StagePage(props)),
        below: None,
    };
    document.html()
}

/// The projected page as it would be, for a frame of another page: nothing in it comes alive, and
/// it follows by loading itself again if at all.
pub fn picture(assets: &Assets, state: &StageState) -> String {
    let (shown, live) = (
        ArcRwSignal::new(state.clone()),
        ArcRwSignal::new(StageLiveState::default()),
    );
    let props = StagePageProps { state: shown, live };
    let document = HtmlDocument {
        assets,
        language: state.language,
        title: &state.title(),
        class: state.class(),
        refresh_seconds: state.refresh_seconds,
        refresh_to: None,
        state: None,
        body: render(|| StagePage(props)),
        below: None,
    };
    document.html()
}

/// The desk's first page: decks and rooms.
pub fn desk_home(assets: &Assets, home: &DeskHome) -> String {
    let title = HomeTexts::of(home.language).desk;
    let props = HomePageProps { home: home.clone() };
    let body = render(|| HomePage(props)) + &jumps(assets, !home.problems.is_empty());
    desk(assets, home.language, title, body)
}

/// One deck.
pub fn desk_deck(assets: &Assets, deck: &DeskDeck) -> String {
    let props = DeckPageProps { deck: deck.clone() };
    let said = !(deck.problems.is_empty() && deck.warnings.is_empty());
    desk(
        assets,
        deck.language,
        &bidi::name(&deck.title),
        render(|| DeckPage(props)) + &jumps(assets, said),
    )
}

/// The desk's script, where it has something to do: it takes people to a line of the text about
/// which something is said, and copies a text or a picture.
fn jumps(assets: &Assets, wanted: bool) -> String {
    let address = assets.script.as_deref().filter(|_| wanted).map(escaped);
    address
        .map(|src| format!("<script type=\"module\" src=\"{src}\"></script>"))
        .unwrap_or_default()
}

/// One room: the console, which follows it, and below it what stays as it was loaded. The script of
/// that part is the desk's own.
pub fn desk_room(assets: &Assets, desk: &Assets, room: &DeskRoom) -> String {
    let state = &room.leading;
    let title = format!("{} {}", bidi::name(&state.view.title), state.code);
    let props = OrganisingSectionProps { room: room.clone() };
    let below = render(|| OrganisingSection(props)) + &jumps(desk, true);
    let names = (title, "desk console at-desk");
    held(assets, state, names, HostPage::Console, led, Some(below))
}

/// The deck of a room that runs.
pub fn desk_room_deck(assets: &Assets, page: &DeskRoomDeck) -> String {
    let title = of_room(EditingTexts::of(page.language).heading, &page.title);
    let said = !(page.problems.is_empty() && page.warnings.is_empty());
    let props = RoomDeckPageProps { page: page.clone() };
    let body = render(|| RoomDeckPage(props)) + &jumps(assets, said);
    desk(assets, page.language, &title, body)
}

/// Where the organiser is signed in.
pub fn desk_sessions(assets: &Assets, page: &DeskSessions) -> String {
    let title = SessionsTexts::of(page.language).heading;
    let props = SessionsPageProps { page: page.clone() };
    desk(assets, page.language, title, render(|| SessionsPage(props)))
}

/// What people filled into a form.
pub fn desk_forms(assets: &Assets, page: &DeskForms) -> String {
    let props = FormsPageProps { page: page.clone() };
    let title = bidi::name(&page.prompt);
    desk(assets, page.language, &title, render(|| FormsPage(props)))
}

/// What came out of a room.
pub fn desk_results(assets: &Assets, page: &DeskResults) -> String {
    let heading = ResultsPageTexts::of(page.language).heading;
    let title = of_room(heading, &page.title);
    let props = ResultsPageProps { page: page.clone() };
    let body = render(|| ResultsPage(props)) + &jumps(assets, true);
    desk(assets, page.language, &title, body)
}

/// The page on which a report is made.
pub fn desk_report(assets: &Assets, page: &ReportDesk) -> String {
    let heading = ReportTexts::of(page.language).heading;
    let title = of_room(heading, &page.title);
    let props = ReportPageProps { page: page.clone() };
    desk(assets, page.language, &title, render(|| ReportPage(props)))
}

/// What an organiser puts on the page that is there afterwards.
pub fn desk_after_page(assets: &Assets, page: &AfterPageDesk) -> String {
    let heading = AfterPageTexts::of(page.language).heading;
    let title = of_room(heading, &page.title);
    let props = AfterPageDeskPageProps { page: page.clone() };
    let body = render(|| AfterPageDeskPage(props)) + &jumps(assets, true);
    desk(assets, page.language, &title, body)
}

/// The mail to those who asked for the report. It loads itself again while it is being sent and
/// nobody has to decide anything.
pub fn desk_mail(assets: &Assets, page: &DeskMail) -> String {
    let heading = MailTexts::of(page.language).heading;
    let title = of_room(heading, &page.title) + " · peil";
    let props = MailPageProps { page: page.clone() };
    let document = HtmlDocument {
        assets,
        language: page.language,
        title: &title,
        class: "desk",
        refresh_seconds: page.is_under_way().then_some(MAIL_SECONDS),
        refresh_to: None,
        state: None,
        body: render(|| MailPage(props)) + &jumps(assets, true),
        below: None,
    };
    document.html()
}

/// The page by which somebody ends all mail to their address.
pub fn unsubscribe(assets: &Assets, language: Language, token: &str, is_done: bool) -> String {
    let say = MailTexts::of(language);
    let heading = if is_done {
        say.ended_heading
    } else {
        say.end_heading
    };
    let props = UnsubscribePageProps {
        language,
        token: token.to_owned(),
        is_done,
    };
    desk(assets, language, heading, render(|| UnsubscribePage(props)))
}

/// A room that can't be read.
pub fn desk_damaged(assets: &Assets, language: Language, row: &RoomRow) -> String {
    let props = DamagedPageProps {
        language,
        row: row.clone(),
    };
    desk(
        assets,
        language,
        &bidi::name(&row.title),
        render(|| DamagedPage(props)),
    )
}

/// The page from which the room is led.
pub fn console(assets: &Assets, state: &RemoteState) -> String {
    let names = (
        in_hand(ConsoleTexts::of(state.language).console, state),
        "desk console",
    );
    held(assets, state, names, HostPage::Console, led, None)
}

fn led(state: ArcRwSignal<RemoteState>, live: ArcRwSignal<RemoteLiveState>) -> AnyView {
    let own = ArcRwSignal::new(ConsoleLiveState::default());
    ConsolePage(ConsolePageProps { state, live, own }).into_any()
}

/// The links of a room, to hand it to somebody else.
pub fn links(assets: &Assets, page: &RoomLinks) -> String {
    let title = of_room(RoomTexts::of(page.language).links, &page.title);
    let props = HandingOverPageProps { page: page.clone() };
    desk(
        assets,
        page.language,
        &title,
        render(|| HandingOverPage(props)) + &jumps(assets, true),
    )
}

/// The codes of a room's groups, to be printed.
pub fn groups(assets: &Assets, page: &GroupCodes) -> String {
    let heading = RoomTexts::of(page.language).group_codes;
    let title = of_room(heading, &page.title);
    let props = GroupCodesPageProps { page: page.clone() };
    desk(
        assets,
        page.language,
        &title,
        render(|| GroupCodesPage(props)),
    )
}

/// Where answers of people without a phone are entered.
pub fn by_hand(assets: &Assets, page: &ByHandEntry) -> String {
    let heading = ByHandTexts::of(page.language).heading;
    let title = of_room(heading, &page.title);
    let props = ByHandPageProps { page: page.clone() };
    desk(assets, page.language, &title, render(|| ByHandPage(props)))
}

/// The tablets that tables of a room share.
pub fn tablets(assets: &Assets, page: &TabletsOfRoom) -> String {
    let heading = TabletsTexts::of(page.language).heading;
    let title = of_room(heading, &page.title);
    let props = TabletsPageProps { page: page.clone() };
    desk(assets, page.language, &title, render(|| TabletsPage(props)))
}

/// The presenter's phone.
pub fn remote(assets: &Assets, state: &RemoteState) -> String {
    let page = |state, live| RemotePage(RemotePageProps { state, live }).into_any();
    let names = (
        in_hand(RoomTexts::of(state.language).remote, state),
        "desk remote",
    );
    held(assets, state, names, HostPage::Remote, page, None)
}

/// The moderator's page.
pub fn moderator(assets: &Assets, state: &RemoteState) -> String {
    let page = |state, live| ModeratorPage(ModeratorPageProps { state, live }).into_any();
    let names = (
        in_hand(ModeratingTexts::of(state.language).moderator, state),
        "desk remote moderator",
    );
    held(assets, state, names, HostPage::Moderator, page, None)
}

/// The questions to the speakers, for who moderates or answers them.
pub fn questions(assets: &Assets, state: &RemoteState) -> String {
    let page = |state, live| QuestionsPage(QuestionsPageProps { state, live }).into_any();
    let names = (
        in_hand(QuestionsTexts::of(state.language).heading, state),
        "desk remote moderator",
    );
    held(assets, state, names, HostPage::Questions, page, None)
}

/// The title of a page of a room: what it is, and of which.
fn of_room(name: &str, title: &str) -> String {
    format!("{name}: {}", bidi::name(title))
}

/// The same of a page that follows it.
fn in_hand(name: &str, state: &RemoteState) -> String {
    of_room(name, &state.view.title)
}

/// A page that follows a room: its title and the body's classes, what the script finds and draws
/// again, and what stands below without a life of its own.
fn held(
    assets: &Assets,
    state: &RemoteState,
    (title, class): (String, &str),
    found: fn(Box<RemoteState>) -> HostPage,
    page: impl FnOnce(ArcRwSignal<RemoteState>, ArcRwSignal<RemoteLiveState>) -> AnyView,
    below: Option<String>,
) -> String {
    let (shown, live) = (
        ArcRwSignal::new(state.clone()),
        ArcRwSignal::new(RemoteLiveState::default()),
    );
    let document = HtmlDocument {
        assets,
        language: state.language,
        title: &format!("{title} · peil"),
        class,
        refresh_seconds: None,
        refresh_to: None,
        // Of a question that the stage has left the page is as it was when it was loaded.
        state: (!state.picked).then(|| state_json(&found(Box::new(state.clone())))),
        body: render(|| page(shown, live)),
        below,
    };
    document.html()
}

/// What somebody gets who is not signed in, and why.
pub fn sign_in_needed(assets: &Assets, language: Language, why: Why) -> String {
    let props = SignInPageProps { language, why };
    desk(
        assets,
        language,
        SignInTexts::of(language).heading,
        render(|| SignInPage(props)),
    )
}

/// What somebody typed without being signed in any more, to be sent again.
pub fn kept_text(assets: &Assets, kept: &KeptText) -> String {
    let props = KeptPageProps { kept: kept.clone() };
    desk(
        assets,
        kept.language,
        SignInTexts::of(kept.language).heading,
        render(|| KeptPage(props)),
    )
}

/// What this instance does with what people send it.
pub fn privacy(assets: &Assets, language: Language, facts: &Privacy) -> String {
    let props = PrivacyPageProps {
        language,
        facts: facts.clone(),
    };
    desk(
        assets,
        language,
        PrivacyTexts::of(language).heading,
        render(|| PrivacyPage(props)),
    )
}

/// Whether this network and this browser let people take part. Its script is one of its own: it
/// tells where others would not run.
pub fn checkup(assets: &Assets, language: Language, cookie: Cookie) -> String {
    let props = CheckupPageProps {
        language,
        cookie,
        script: assets.script.clone(),
    };
    desk(
        assets,
        language,
        CheckupTexts::of(language).heading,
        render(|| CheckupPage(props)),
    )
}

/// A screen that waits for a room. It looks again by itself; without scripts now and then, and when
/// somebody presses.
pub fn waiting_screen(assets: &Assets, screen: &WaitingScreen) -> String {
    let props = WaitingScreenPageProps {
        screen: screen.clone(),
    };
    let document = HtmlDocument {
        assets,
        language: screen.language,
        title: TakeoverTexts::of(screen.language).waiting,
        class: "stage joining",
        refresh_seconds: Some(SCREEN_SECONDS),
        refresh_to: None,
        state: Some(state_json(&HostPage::Waiting(Box::new(screen.clone())))),
        body: render(|| WaitingScreenPage(props)),
        below: None,
    };
    document.html()
}

/// The phone that gives a screen its room.
pub fn screen_gift(assets: &Assets, gift: &ScreenGift) -> String {
    let title = TakeoverTexts::of(gift.language).heading;
    let props = ScreenGiftPageProps { gift: gift.clone() };
    desk(
        assets,
        gift.language,
        title,
        render(|| ScreenGiftPage(props)),
    )
}

fn desk(assets: &Assets, language: Language, title: &str, body: String) -> String {
    titled(assets, language, title, "desk", body)
}

fn titled(assets: &Assets, language: Language, title: &str, class: &str, body: String) -> String {
    still(assets, language, &format!("{title} · peil"), class, body)
}

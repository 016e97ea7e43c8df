//! Somebody else's laptop as the stage: it shows a code, a presenter's phone scans it, and the
//! laptop shows the room.

use tests::{HtmlForm, Peil, Presenter, SampleQuestion, TOKEN, Visitor, sample};

/// What the QR code on a waiting screen says.
fn code_on(screen: &Visitor) -> String {
    let page = screen.page();
    assert!(
        page.refreshes(),
        "a screen that waits looks again by itself"
    );
    let links = page.links();
    links
        .into_iter()
        .find(|link| link.contains("/stage/"))
        .expect("the code is also a link")
}

fn presenter(peil: &Peil) -> (Presenter, Visitor) {
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    let mut phone = peil
        .visitor("the presenter's phone")
        .with_origin(&peil.address().origin());
    phone.goes(&presenter.started.remote_url).expects(200);
    (presenter, phone)
}

/// A room, a laptop that waits, and the presenter's phone before the form that gives the laptop
/// that room.
struct TakeoverRoom {
    presenter: Presenter,
    laptop: Visitor,
    phone: Visitor,
    code: String,
    form: HtmlForm,
}

impl TakeoverRoom {
    fn scans(peil: &Peil) -> Self {
        let (presenter, mut phone) = presenter(peil);
        let mut laptop = peil.visitor("somebody else's laptop");
        laptop.goes("/stage").expects(200);
        let code = code_on(&laptop);
        phone.goes(&code).expects(200);
        let forms = phone.page().forms();
        let form = forms
            .into_iter()
            .find(|form| form.filled("room") == [presenter.started.room.as_str()]);
        let form = form.expect("the room can be chosen");
        Self {
            presenter,
            laptop,
            phone,
            code,
            form,
        }
    }
}

#[test]
fn a_phone_with_the_remote_gives_a_waiting_screen_its_room() {
    let peil = Peil::starts();
    let TakeoverRoom {
        presenter,
        mut laptop,
        mut phone,
        form,
        ..
    } = TakeoverRoom::scans(&peil);
    phone.sends(&form).expects(200);
    laptop.goes("/stage").expects(200);
    laptop.sees("Proefzaal");
    presenter.opens("pet");
    laptop
        .goes(&format!("/rooms/{}/stage", presenter.started.room))
        .expects(200);
    laptop.sees("Welk huisdier?");
    assert!(
        laptop.goes("/desk").status == 401,
        "the laptop may show one room and nothing else"
    );
}

#[test]
fn whoever_scans_the_code_from_the_hall_gets_nothing() {
    let peil = Peil::starts();
    let TakeoverRoom {
        presenter,
        mut laptop,
        code,
        form,
        ..
    } = TakeoverRoom::scans(&peil);

    let mut stranger = peil
        .visitor("somebody in row 12")
        .with_origin(&peil.address().origin());
    assert_eq!(stranger.goes(&code).status, 401);
    assert_eq!(
        stranger.sends(&form).status,
        401,
        "nor by sending the presenter's form"
    );
    laptop.goes("/stage").expects(200);
    laptop.does_not_see("Proefzaal");

    let moderated = &presenter.started.moderator_url;
    stranger.goes(moderated).expects(200);
    assert_eq!(
        stranger.goes(&code).status,
        401,
        "a moderator does not drive the room"
    );
}

#[test]
fn a_room_that_is_over_is_offered_to_no_screen() {
    let peil = Peil::starts();
    let TakeoverRoom {
        presenter,
        mut phone,
        code,
        ..
    } = TakeoverRoom::scans(&peil);
    let mut owner = peil.visitor("the owner").with_token(TOKEN);
    let offers = |visitor: &mut Visitor| {
        visitor.goes(&code);
        let forms = visitor.page().forms().into_iter();
        let rooms = forms.flat_map(|form| form.filled("room"));
        rooms.filter(|room| *room == presenter.started.room).count()
    };
    assert_eq!((offers(&mut owner), offers(&mut phone)), (1, 1));
    presenter.ends();
    assert_eq!((offers(&mut owner), offers(&mut phone)), (0, 0));
}

#[test]
fn a_code_that_is_used_up_says_so() {
    let peil = Peil::starts();
    let TakeoverRoom {
        presenter,
        mut laptop,
        mut phone,
        form,
        ..
    } = TakeoverRoom::scans(&peil);
    phone.sends(&form).expects(200);
    laptop.goes("/stage").expects(200);
    let gone = phone.sends(&form);
    assert_eq!(
        (gone.status, gone.refusal().as_str()),
        (404, "unknown_screen")
    );
    assert_eq!(phone.goes("/stage/nowhere").refusal(), "unknown_screen");
    presenter.deletes_the_room();
    assert_eq!(phone.sends(&form).status, 404);
}

//! Pages for who has no phone of their own: where hosts enter answers, the list of tablets, and
//! what a tablet shows.

use shared::code::JoinCode;
use shared::ids::{GroupNumber, RoomId};
use shared::question::choice::Pick;

use super::samples::{asked, at, choice_input};
use super::*;
use crate::language::known::Nl;
use crate::views::desk::by_hand::{
    ByHandCount, ByHandEntry, ByHandFields, ByHandForm, ByHandGroup, ByHandLines,
};
use crate::views::desk::groups::GroupCode;
use crate::views::desk::tablets::{TabletRow, TabletsOfRoom};
use crate::views::tablet::{TabletMessage, TabletPage, TabletSeat};

pub(super) fn by_hand(language: Language, fields: ByHandFields) -> ByHandEntry {
    let group = |number: &str, name: &str| ByHandGroup {
        number: number.into(),
        name: name.into(),
        chosen: number == "2",
    };
    ByHandEntry {
        language,
        room: RoomId::from("r1"),
        desk: false,
        title: "Groepenwerkplaats".into(),
        back: ("moderator".into(), "/rooms/r1/moderator".into()),
        questions: vec![
            ("kennis".into(), "Welke plek past bij jou?".into()),
            ("proef".into(), "Ontwerp samen een proef".into()),
        ],
        form: Some(ByHandForm {
            question: "kennis".into(),
            prompt: "Welke plek past bij jou?".into(),
            round: 2,
            rounds: 2,
            key: "k1".into(),
            groups: vec![
                group("1", "Rood"),
                group("2", "Afdelingmaatschappelijkewerker"),
            ],
            fields,
            rests_on: 3,
            others: Vec::new(),
            voters: (12, 5),
        }),
        problem: None,
        saved: true,
    }
}

pub(super) fn counts() -> ByHandFields {
    let count = |(number, label): (usize, &str)| ByHandCount {
        name: format!("count-option-{number}"),
        label: label.into(),
        value: number.to_string(),
    };
    let labels = [
        "Ik geef zelf groepen en weet er alles van",
        "Ik weet er nog niets van",
    ];
    let counts = (1..).zip(labels).map(count).collect();
    ByHandFields::Counts(vec![(None, counts)])
}

fn lines(name: &str, heading: Option<&str>) -> ByHandLines {
    ByHandLines {
        name: name.into(),
        heading: heading.map(str::to_owned),
        text: "een bus\nmeer <tijd>".into(),
    }
}

pub(super) fn tablets(language: Language) -> TabletsOfRoom {
    let row = |number: u16| TabletRow {
        number,
        people: u64::from(5 - 4 * (number - 1)),
        group: (number == 1).then(|| "Rood".to_owned()),
        ended: number == 2,
    };
    TabletsOfRoom {
        language,
        room: RoomId::from("r1"),
        desk: true,
        title: "Groepenwerkplaats".into(),
        codes: vec![GroupCode {
            name: "Rood".into(),
            url: "https://peil.example.org/89145348/tablet/0123456789abcdef?g=1".into(),
            qr_svg: "<svg viewBox=\"0 0 29 29\"><path d=\"M4 4h7v7h-7z\"/></svg>".to_owned(),
        }],
        tablets: vec![row(1), row(2)],
        problem: None,
    }
}

fn seat(number: u8) -> TabletSeat {
    TabletSeat { tablet: 1, number }
}

#[test]
fn every_number_has_a_label_and_what_was_entered() {
    let html = host::by_hand(&assets(), &by_hand(Nl, counts()));
    let page = Html::parse_document(&html);
    let fields = all_of(&page, "input[type=number]");
    assert_eq!(fields.len(), 2);
    for field in fields {
        let id = field.attr("id").unwrap();
        assert_eq!(all_of(&page, &format!("label[for=\"{id}\"]")).len(), 1);
    }
    let values = all_of(&page, "input[type=number]").into_iter();
    let values: Vec<_> = values.map(|field| field.attr("value").unwrap()).collect();
    assert_eq!(values, ["1", "2"]);
    let group = all_of(&page, "form.by-hand input[name=group]");
    assert_eq!(group[0].attr("value"), Some("2"));
}

/// Two hosts at once: nobody's entry is replaced before they have seen it.
#[test]
fn what_another_host_entered_stands_beside_what_was_typed() {
    let mut page = by_hand(Nl, counts());
    let form = page.form.as_mut().unwrap();
    form.others = vec![
        ("ja".into(), "7".into()),
        (String::new(), "een <bus>".into()),
    ];
    let page = Html::parse_document(&host::by_hand(&assets(), &page));
    let rests_on = all_of(&page, "form.by-hand input[name=rests_on]");
    assert_eq!(rests_on[0].attr("value"), Some("3"));
    let others = all_of(&page, ".entered-by-others li").into_iter();
    let others: Vec<String> = others.map(|it| it.text().collect()).collect();
    assert_eq!(others, ["ja: 7", "een <bus>"]);
    let alone = Html::parse_document(&host::by_hand(&assets(), &by_hand(Nl, counts())));
    assert!(all_of(&alone, ".entered-by-others").is_empty());
}

#[test]
fn texts_are_typed_under_their_headings() {
    let all = [
        lines("texts-1", Some("Kansen")),
        lines("texts-2", Some("Zorgen")),
    ];
    let page = by_hand(Nl, ByHandFields::Additions(all.to_vec()));
    let page = Html::parse_document(&host::by_hand(&assets(), &page));
    let areas = all_of(&page, "textarea").into_iter();
    let texts: Vec<String> = areas.map(|area| area.text().collect()).collect();
    assert_eq!(texts, ["een bus\nmeer <tijd>"; 2]);
    let nothing = by_hand(Nl, ByHandFields::Nothing);
    let nothing = Html::parse_document(&host::by_hand(&assets(), &nothing));
    assert!(all_of(&nothing, "form.by-hand").is_empty());
}

#[test]
fn a_tablet_that_is_ended_can_be_ended_no_more() {
    let page = Html::parse_document(&host::tablets(&assets(), &tablets(Nl)));
    let ends = all_of(&page, "input[name=tablet]").into_iter();
    let ends: Vec<_> = ends.map(|field| field.attr("value").unwrap()).collect();
    assert_eq!(ends, ["1"]);
}

fn held(number: u8) -> TabletPage {
    TabletPage {
        seat: seat(number),
        pass_on: Some("/89145348".into()),
        news: Some("/89145348?news=q.1.1000".into()),
    }
}

/// Whoever types is never taken away from it: the page has news in itself instead.
#[test]
fn a_page_of_a_tablet_follows_by_itself_and_takes_nothing_away() {
    let pick = Pick { min: 1, max: 1 };
    let asks = at(Some(asked(
        "q",
        "Doen we het?",
        choice_input(&["ja", "nee"], pick),
    )));
    let html = at_tablet(&assets(), &asks, &held(3));
    assert!(!html.contains("http-equiv=\"refresh\""));
    let page = Html::parse_document(&html);
    let frames = all_of(&page, ".tablet-seat iframe[title]");
    assert_eq!(frames[0].attr("src"), Some("/89145348?news=q.1.1000"));
    let waits = at_tablet(&assets(), &at(None), &held(3));
    assert!(waits.contains("<meta http-equiv=\"refresh\" content=\"5\">"));
    assert!(!waits.contains("<iframe"), "it is loaded again as it is");
    let news = |to: Option<&str>| tablet_news(&assets(), Nl, to.map(str::to_owned));
    let nothing = news(None);
    assert!(nothing.contains("<meta http-equiv=\"refresh\" content=\"5\">"));
    assert!(all_of(&Html::parse_document(&nothing), "a").is_empty());
    let moved = Html::parse_document(&news(Some("/89145348")));
    let links = all_of(&moved, "a[target=_top]");
    assert_eq!(links[0].attr("href"), Some("/89145348"));
    let code = JoinCode::parse("8914 5348").unwrap();
    let again = "/89145348?sent=3&at=q.1.1000".to_owned();
    let name = "Groep 8".to_owned();
    let sent = TabletMessage::SentForGroup { name };
    let sent = tablet_message(&assets(), Nl, &code, &sent, Some(again));
    assert!(sent.contains("content=\"5; url=/89145348?sent=3&amp;at=q.1.1000\""));
}

#[test]
fn each_form_of_a_tablet_says_whose_it_is_and_no_script_comes_along() {
    let pick = Pick { min: 1, max: 1 };
    let question = asked("q", "Doen we het?", choice_input(&["ja", "nee"], pick));
    let state = at(Some(question));
    let html = at_tablet(&assets(), &state, &held(3));
    let page = Html::parse_document(&html);
    let forms = all_of(&page, "form");
    assert!(!forms.is_empty());
    let seats = all_of(&page, "form input[name=seat][value=\"3\"]");
    assert_eq!(seats.len(), forms.len());
    assert!(all_of(&page, "script").is_empty());
    let on = all_of(&page, "a.pass-on");
    assert_eq!(on[0].attr("href"), Some("/89145348"));
    let alone = Html::parse_document(&participant(&assets(), &state));
    assert!(all_of(&alone, "input[name=seat]").is_empty());
}

#[test]
fn whoever_sent_something_has_one_large_way_on() {
    let code = JoinCode::parse("8914 5348").unwrap();
    let says = |message: &TabletMessage| {
        let html = tablet_message(&assets(), Nl, &code, message, None);
        let page = Html::parse_document(&html);
        let links = all_of(&page, "a").into_iter();
        links
            .map(|link| link.attr("href").unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let sent = |number, another| {
        let seat = seat(number);
        let next = "/89145348?seat=4".to_owned();
        TabletMessage::Sent {
            seat,
            another,
            next,
        }
    };
    let next = "/89145348?seat=4";
    assert_eq!(says(&sent(3, false)), [next]);
    assert_eq!(says(&sent(3, true)), [next, "/89145348?seat=3"]);
    assert_eq!(says(&sent(12, true)), [next]);
    assert_eq!(says(&TabletMessage::Ended), ["/89145348?alone=1"]);
    assert!(says(&TabletMessage::Full).is_empty());
    let offer = TabletMessage::Offer {
        secret: "s".into(),
        group: Some(GroupNumber(3)),
    };
    assert_eq!(says(&offer), ["/89145348"]);
}

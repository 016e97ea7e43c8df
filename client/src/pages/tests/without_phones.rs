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
use crate::views::tablet::{TabletMessage, TabletSeat};

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

#[test]
fn each_form_of_a_tablet_says_whose_it_is_and_no_script_comes_along() {
    let pick = Pick { min: 1, max: 1 };
    let question = asked("q", "Doen we het?", choice_input(&["ja", "nee"], pick));
    let state = at(Some(question));
    let html = at_tablet(&assets(), &state, seat(3), true);
    let page = Html::parse_document(&html);
    let forms = all_of(&page, "form");
    assert!(!forms.is_empty());
    let seats = all_of(&page, "form input[name=seat][value=\"3\"]");
    assert_eq!(seats.len(), forms.len());
    assert!(all_of(&page, "script").is_empty());
    assert_eq!(all_of(&page, "a.pass-on").len(), 1);
    let alone = Html::parse_document(&participant(&assets(), &state));
    assert!(all_of(&alone, "input[name=seat]").is_empty());
}

#[test]
fn whoever_sent_something_has_one_large_way_on() {
    let code = JoinCode::parse("8914 5348").unwrap();
    let says = |message: &TabletMessage| {
        let html = tablet_message(&assets(), Nl, &code, message);
        let page = Html::parse_document(&html);
        let links = all_of(&page, "a").into_iter();
        links
            .map(|link| link.attr("href").unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let sent = |number, another| {
        let seat = seat(number);
        TabletMessage::Sent { seat, another }
    };
    assert_eq!(says(&sent(3, false)), ["/89145348"]);
    assert_eq!(says(&sent(3, true)), ["/89145348", "/89145348?seat=3"]);
    assert_eq!(says(&sent(12, true)), ["/89145348"]);
    assert_eq!(says(&TabletMessage::Ended), ["/89145348?alone=1"]);
    assert!(says(&TabletMessage::Full).is_empty());
    let offer = TabletMessage::Offer {
        secret: "s".into(),
        group: Some(GroupNumber(3)),
    };
    assert_eq!(says(&offer), ["/89145348"]);
}

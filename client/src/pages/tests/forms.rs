//! Forms: what a browser would send from them.

use shared::ids::AnswerId;
use shared::protocol::Own;
use shared::protocol::view::{SlideView, Votable};
use shared::question::choice::{ChoiceInput, Pick};
use shared::question::open::{OpenInput, OpenLayout};
use shared::question::{Fields, Input};

use super::samples::{
    added, answered, asked, at, cat_and_dog, choice_input, fields, open_input, refused,
    scale_input, spectrum_input, with, words_input,
};
use super::stage_samples::number_input;
use super::*;
use crate::model::doubt::Doubt;

/// The fields that a browser would send from a form as it comes, in order.
pub(super) fn sent(form: ElementRef<'_>) -> Vec<(String, String)> {
    let fields = Selector::parse("input, textarea").unwrap();
    let chosen = |field: &ElementRef<'_>| {
        let boxes = matches!(field.attr("type"), Some("radio" | "checkbox"));
        !boxes || field.attr("checked").is_some()
    };
    let pair = |field: ElementRef<'_>| {
        let text = field.text().collect::<String>();
        let value = if field.value().name() == "textarea" {
            &text
        } else {
            field.attr("value").unwrap_or_default()
        };
        (field.attr("name").unwrap().to_owned(), value.to_owned())
    };
    form.select(&fields).filter(chosen).map(pair).collect()
}

fn forms(state: &ParticipantState) -> Vec<Vec<(String, String)>> {
    let page = page(state);
    let forms = all_of(&page, "main form");
    for form in &forms {
        assert_eq!(form.attr("method"), Some("post"));
        assert_eq!(form.attr("action"), Some("/89145348/answers"));
    }
    forms.into_iter().map(sent).collect()
}

fn pairs(fields: &[(&str, &str)]) -> Vec<(String, String)> {
    fields
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

/// What a form sends beside the fields that every form has.
#[track_caller]
fn own_fields(form: &[(String, String)]) -> Vec<(String, String)> {
    let (common, own) = form.split_at(3);
    assert_eq!(
        common,
        pairs(&[("question", "q"), ("round", "1"), ("seq", "41")])
    );
    own.to_vec()
}

#[track_caller]
fn sends(input: Input, stored: Fields, expected: &[(&str, &str)]) {
    let forms = forms(&answered(asked("q", "?", input), stored));
    assert_eq!(forms.len(), 1);
    assert_eq!(own_fields(&forms[0]), pairs(expected));
}

#[test]
fn a_stored_answer_comes_back_in_the_form() {
    let several = Pick { min: 1, max: 3 };
    sends(
        choice_input(&["a", "b", "c"], Pick::default()),
        fields(&[("option", "2")]),
        &[("option", "2")],
    );
    sends(
        choice_input(&["a", "b", "Anders"], several),
        fields(&[("option", "1"), ("option", "3"), ("other", "<b>")]),
        &[("option", "1"), ("option", "3"), ("other", "<b>")],
    );
    sends(
        words_input(3),
        fields(&[("entry", "é"), ("entry", "\"")]),
        &[("entry", "é"), ("entry", "\""), ("entry", "")],
    );
    sends(
        scale_input(&["a", "b"]),
        fields(&[("value-1", "4"), ("skip-2", "1")]),
        &[("value-1", "4"), ("skip-2", "1")],
    );
    sends(
        cat_and_dog(),
        fields(&[("value", "70")]),
        &[("value", "70")],
    );
    sends(
        cat_and_dog(),
        fields(&[("value", "73")]),
        &[("value", "73")],
    );
    sends(
        cat_and_dog(),
        fields(&[("value", "99.75")]),
        &[("value", "99.75")],
    );
    sends(cat_and_dog(), fields(&[("value", "0")]), &[("value", "0")]);
}

#[test]
fn nothing_is_chosen_beforehand() {
    for input in [
        choice_input(&["a", "b"], Pick::default()),
        scale_input(&["a", "b"]),
        cat_and_dog(),
    ] {
        assert_eq!(own_fields(&forms(&at(Some(asked("q", "?", input))))[0]), []);
    }
}

#[test]
fn a_heading_is_chosen_beside_the_text_and_comes_back_in_the_form() {
    let mut input = open_input(3, 0);
    if let Input::Open(OpenInput {
        layout, columns, ..
    }) = &mut input
    {
        *layout = OpenLayout::Columns;
        columns.extend(["Doen", "Laten"].map(str::to_owned));
    }
    let given = vec![
        added(4, "k1", Some("Laten: vergaderen")),
        added(5, "k2", Some("zomaar")),
    ];
    let own = with_own(
        asked("q", "?", input),
        Own {
            added: given,
            ..Own::default()
        },
    );
    let page = page(&own);
    assert_eq!(
        all_of(&page, "main form input[name=column]").len(),
        6,
        "two headings in three forms"
    );
    let forms = forms(&own);
    assert_eq!(
        own_fields(&forms[0])[1..],
        pairs(&[("text", "")]),
        "none is chosen beforehand"
    );
    assert_eq!(
        own_fields(&forms[1])[1..],
        pairs(&[("column", "2"), ("text", "vergaderen")])
    );
    assert_eq!(own_fields(&forms[2])[1..], pairs(&[("text", "zomaar")]));
}

#[test]
fn the_places_on_a_line_are_equally_far_apart_and_each_stop_is_one_of_them() {
    const STOPS: [&str; 7] = ["s1", "s2", "s3", "s4", "s5", "s6", "s7"];
    for (stops, values) in [
        (0, "0 10 20 30 40 50 60 70 80 90 100"),
        (1, "0 10 20 30 40 50 60 70 80 90 100"),
        (2, "0 11.11 22.22 33.33 44.44 55.56 66.67 77.78 88.89 100"),
        (3, "0 12.5 25 37.5 50 62.5 75 87.5 100"),
        (4, "0 10 20 30 40 50 60 70 80 90 100"),
        (5, "0 16.67 33.33 50 66.67 83.33 100"),
        (6, "0 14.29 28.57 42.86 57.14 71.43 85.71 100"),
        (7, "0 12.5 25 37.5 50 62.5 75 87.5 100"),
    ] {
        let line = spectrum_input(("a", "", ""), ("b", "", ""), &STOPS[..stops]);
        let empty = page(&at(Some(asked("q", "?", line.clone()))));
        let places = all_of(&empty, "input[type=radio]");
        let read: Vec<&str> = places
            .iter()
            .filter_map(|radio| radio.attr("value"))
            .collect();
        assert_eq!(read.join(" "), values, "{stops} stops");
        for (number, stop) in (1..).zip(&STOPS[..stops]) {
            let place = read[number * (read.len() - 1) / (stops + 1)];
            assert_eq!(
                place,
                crate::ui::number::short(100.0 * number as f64 / (stops + 1) as f64, 2)
            );
            let said = format!("{}, {stop}", place.replace('.', ","));
            assert!(
                text(&empty, ".notch").contains(&said),
                "{stops} stops: {said}"
            );
        }
        // A stored place is that of the nearest, and is sent again as it was stored.
        let stored = page(&answered(asked("q", "?", line), fields(&[("value", "73")])));
        let sent: Vec<&str> = all_of(&stored, "input[checked]")
            .iter()
            .filter_map(|radio| radio.attr("value"))
            .collect();
        assert_eq!(
            (sent, all_of(&stored, "input[type=radio]").len()),
            (vec!["73"], read.len()),
            "{stops} stops"
        );
    }
}

#[test]
fn what_may_not_be_changed_has_no_form() {
    let fixed = with(asked("q", "?", words_input(1)), |question| {
        question.change = false
    });
    assert_eq!(forms(&at(Some(fixed.clone()))).len(), 1);
    assert_eq!(
        forms(&answered(fixed, fields(&[("entry", "a")]))),
        Vec::<Vec<_>>::new()
    );
}

#[test]
fn an_answer_of_an_older_round_is_not_in_the_form() {
    let again = with(asked("q", "?", words_input(1)), |question| {
        question.round = 2
    });
    let page = page(&ParticipantState {
        saved: false,
        ..answered(again, fields(&[("entry", "oud")]))
    });
    assert_eq!(
        all_of(&page, "input[name=round]")[0].attr("value"),
        Some("2")
    );
    assert_eq!(
        all_of(&page, "input[name=entry]")[0].attr("value"),
        Some("")
    );
    assert!(all_of(&page, ".saved").is_empty());
}

fn open(votable: Option<Vec<Votable>>) -> SlideView {
    with(asked("q", "?", open_input(2, 2)), |question| {
        question.votable = votable
    })
}

fn with_own(slide: SlideView, own: Own) -> ParticipantState {
    let mut state = at(Some(slide));
    state.own.insert("q".into(), Own { round: 1, ..own });
    state
}

fn others() -> Option<Vec<Votable>> {
    Some(
        (1..=4)
            .map(|number| Votable {
                id: AnswerId(number),
                text: format!("antwoord {number}"),
            })
            .collect(),
    )
}

#[test]
fn open_answers_are_added_and_changed_under_their_keys() {
    let own = Own {
        added: vec![added(4, "k1", Some("eerste\nregel"))],
        ..Own::default()
    };
    let forms = forms(&with_own(open(None), own));
    assert_eq!(own_fields(&forms[0]), pairs(&[("key", "k7"), ("text", "")]));
    assert_eq!(
        own_fields(&forms[1]),
        pairs(&[("key", "k1"), ("text", "eerste\nregel")])
    );
}

#[test]
fn an_erased_answer_makes_room_and_cannot_be_changed() {
    let own = Own {
        added: vec![added(4, "k1", None), added(5, "k2", Some("b"))],
        ..Own::default()
    };
    let forms = forms(&with_own(open(None), own));
    assert_eq!(forms.len(), 2, "one to add, one to change: {forms:?}");
    let full = Own {
        added: vec![added(4, "k1", Some("a")), added(5, "k2", Some("b"))],
        ..Own::default()
    };
    assert_eq!(
        self::forms(&with_own(open(None), full)).len(),
        2,
        "two to change, none to add"
    );
}

#[test]
fn one_votes_for_others_as_often_as_one_may() {
    let own = Own {
        added: vec![added(4, "k1", Some("d"))],
        upvotes: vec![AnswerId(2)],
        ..Own::default()
    };
    let votes = |own: Own| -> Vec<Vec<(String, String)>> {
        let forms = forms(&with_own(open(others()), own));
        let votes = forms
            .iter()
            .map(|form| own_fields(form))
            .filter(|fields| fields[0].0 == "upvote");
        votes.collect()
    };
    let expected = [
        pairs(&[("upvote", "a1")]),
        pairs(&[("upvote", "a2"), ("down", "1")]),
        pairs(&[("upvote", "a3")]),
    ];
    assert_eq!(votes(own.clone()), expected, "not one's own");
    let spent = Own {
        upvotes: vec![AnswerId(2), AnswerId(3)],
        ..own
    };
    let expected = [
        pairs(&[("upvote", "a2"), ("down", "1")]),
        pairs(&[("upvote", "a3"), ("down", "1")]),
    ];
    assert_eq!(votes(spent), expected, "no button without a vote left");
}

#[test]
fn in_the_voting_phase_nothing_is_added_or_changed() {
    let own = Own {
        added: vec![added(4, "k1", Some("d"))],
        ..Own::default()
    };
    let voting = with(open(others()), |question| question.voting = true);
    let forms = forms(&with_own(voting, own));
    assert_eq!(forms.len(), 3);
    assert!(
        forms
            .iter()
            .all(|form| form.iter().any(|(name, _)| name == "upvote"))
    );
}

#[test]
fn a_refused_text_keeps_its_key_and_its_place() {
    let own = Own {
        added: vec![added(4, "k1", Some("oud"))],
        ..Own::default()
    };
    let state = with_own(open(None), own);
    let new = forms(&refused(
        state.clone(),
        PhoneNotice::TryAgain,
        &[("key", "k5"), ("text", "nieuw")],
    ));
    assert_eq!(
        own_fields(&new[0]),
        pairs(&[("key", "k5"), ("text", "nieuw")])
    );
    assert_eq!(
        own_fields(&new[1]),
        pairs(&[("key", "k1"), ("text", "oud")])
    );
    let edit = refused(
        state.clone(),
        PhoneNotice::TryAgain,
        &[("key", "k1"), ("text", "beter")],
    );
    let changed = forms(&edit);
    assert_eq!(
        own_fields(&changed[0]),
        pairs(&[("key", "k7"), ("text", "")])
    );
    assert_eq!(
        own_fields(&changed[1]),
        pairs(&[("key", "k1"), ("text", "beter")])
    );
    assert_eq!(all_of(&page(&edit), "details[open]").len(), 1);
    let bad = refused(
        state,
        PhoneNotice::Refused(Refusal::BadKey),
        &[("key", "?!"), ("text", "nieuw")],
    );
    assert_eq!(
        own_fields(&forms(&bad)[0]),
        pairs(&[("key", "k7"), ("text", "nieuw")])
    );
}

#[test]
fn a_refused_upvote_leaves_the_form_alone() {
    let state = with_own(
        open(others()),
        Own {
            added: vec![added(4, "k1", Some("d"))],
            ..Own::default()
        },
    );
    let no_votes = PhoneNotice::Refused(Refusal::NoVotesLeft { limit: 2 });
    let state = refused(state, no_votes, &[("upvote", "a2")]);
    assert_eq!(
        own_fields(&forms(&state)[0]),
        pairs(&[("key", "k7"), ("text", "")])
    );
}

#[test]
fn a_shuffled_order_is_a_persons_own_and_stays() {
    let labels: Vec<String> = (1..=8).map(|number| number.to_string()).collect();
    let labels: Vec<&str> = labels
        .iter()
        .map(String::as_str)
        .chain(["Anders"])
        .collect();
    let mut input = choice_input(&labels, Pick::default());
    if let Input::Choice(ChoiceInput { shuffle, .. }) = &mut input {
        *shuffle = true;
    }
    let order = |you: Option<&str>| -> Vec<String> {
        let state = ParticipantState {
            you: you.map(str::to_owned),
            ..at(Some(asked("q", "?", input.clone())))
        };
        let page = page(&state);
        all_of(&page, "[name=option]")
            .iter()
            .filter_map(|radio| radio.attr("value"))
            .map(str::to_owned)
            .collect()
    };
    let plain: Vec<String> = (1..=9).map(|number| number.to_string()).collect();
    assert_eq!(order(None), plain);
    assert_eq!(order(Some("anna")), order(Some("anna")));
    assert_ne!(order(Some("anna")), order(Some("bram")));
    let mut sorted = order(Some("anna"));
    assert_eq!(
        sorted.last().map(String::as_str),
        Some("9"),
        "what takes a text of one's own stays last"
    );
    sorted.sort();
    assert_eq!(sorted, plain);
}

#[test]
fn of_several_words_the_long_one_is_marked() {
    let state = refused(
        at(Some(asked("q", "?", words_input(3)))),
        PhoneNotice::Refused(Refusal::TooLong { limit: 25 }),
        &[
            ("entry", "kort"),
            ("entry", "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧"),
            ("entry", "veel langer dan vijfentwintig tekens"),
        ],
    );
    let page = page(&state);
    let marked: Vec<bool> = all_of(&page, "[name=entry]")
        .iter()
        .map(|field| field.attr("aria-invalid").is_some())
        .collect();
    assert_eq!(marked, [false, false, true]);
}

/// What a form holds.
type FormContent<'f> = &'f [(&'f str, &'f str)];

#[test]
fn what_is_to_be_said_of_a_form_stands_once_and_at_its_field() {
    let refusal = PhoneNotice::Refused;
    let unanswered = |first: usize| {
        PhoneNotice::Unsure(Doubt::Unanswered {
            statements: vec![first, 3],
        })
    };
    let long = "veel langer dan vijfentwintig tekens";
    let choice = || choice_input(&["a", "Anders"], Pick::default());
    let scale = || scale_input(&["a", "b", "c"]);
    let number = || number_input((0.0, 20.0), "km");
    let cases: [(Input, PhoneNotice, FormContent<'_>, &str); 15] = [
        (
            choice(),
            refusal(Refusal::Empty),
            &[],
            "form > #notice + .options",
        ),
        (
            choice(),
            refusal(Refusal::TooLong { limit: 60 }),
            &[("other", long)],
            ".option .field + #notice",
        ),
        (
            choice(),
            PhoneNotice::Unsure(Doubt::Unchosen {
                label: "Anders".into(),
            }),
            &[("option", "1"), ("other", "x")],
            ".option .field + #notice",
        ),
        (
            choice(),
            PhoneNotice::TryAgain,
            &[("option", "1")],
            "form > #notice + .options",
        ),
        (
            words_input(3),
            refusal(Refusal::TooLong { limit: 25 }),
            &[("entry", "a"), ("entry", long)],
            ".entry:nth-of-type(2) + #notice",
        ),
        (
            words_input(3),
            PhoneNotice::Unsure(Doubt::Fewer { given: 1, of: 3 }),
            &[("entry", "a"), ("entry", "")],
            ".entry:nth-of-type(2) + #notice",
        ),
        (
            words_input(3),
            PhoneNotice::TooFast,
            &[("entry", "a")],
            "form > #notice + .fields",
        ),
        (
            scale(),
            unanswered(2),
            &[("value-1", "4")],
            ".statement:nth-of-type(2) > legend + #notice",
        ),
        (
            scale(),
            unanswered(1),
            &[("value-2", "4")],
            ".statement:nth-of-type(1) > legend + #notice",
        ),
        (
            cat_and_dog(),
            refusal(Refusal::Empty),
            &[],
            "form > #notice + .spectrum",
        ),
        (
            number(),
            refusal(Refusal::WrongKind),
            &[("value", "veel")],
            ".number:has([aria-invalid]) + #notice",
        ),
        (
            number(),
            refusal(Refusal::OutOfRange),
            &[("value", "21")],
            ".number:has([aria-invalid]) + #notice",
        ),
        (
            number(),
            refusal(Refusal::Empty),
            &[("value", "")],
            ".number + #notice",
        ),
        (
            open_input(2, 0),
            refusal(Refusal::Empty),
            &[("key", "k7"), ("text", "")],
            "form > #notice + .fields",
        ),
        (
            open_input(2, 0),
            PhoneNotice::JoinedAgain,
            &[("key", "k7"), ("text", "x")],
            "main > #notice:first-child",
        ),
    ];
    for (input, notice, typed, place) in cases {
        let page = page(&refused(
            at(Some(asked("q", "?", input))),
            notice.clone(),
            typed,
        ));
        assert_eq!(
            (all_of(&page, "#notice").len(), all_of(&page, place).len()),
            (1, 1),
            "{notice:?} {place}"
        );
        let sure = all_of(&page, "[name=sure]")
            .iter()
            .filter_map(|field| field.attr("value"))
            .collect::<Vec<_>>();
        let expected: Vec<String> = match &notice {
            PhoneNotice::Unsure(doubt) => vec![doubt.word()],
            _ => Vec::new(),
        };
        assert_eq!(
            sure, expected,
            "{notice:?}: what was asked is sent with the next press"
        );
    }
    let own = Own {
        added: vec![added(4, "k1", Some("oud"))],
        ..Own::default()
    };
    let voting = with_own(open(others()), own);
    for (notice, typed, place) in [
        (
            PhoneNotice::Refused(Refusal::Empty),
            [("key", "k1"), ("text", "")],
            ".edit form > #notice",
        ),
        (
            PhoneNotice::Refused(Refusal::NoVotesLeft { limit: 2 }),
            [("upvote", "a2"), ("down", "1")],
            ".panel > #notice",
        ),
        (
            PhoneNotice::TooFast,
            [("upvote", "a2"), ("down", "1")],
            ".panel > #notice",
        ),
    ] {
        let page = page(&refused(voting.clone(), notice.clone(), &typed));
        assert_eq!(
            (all_of(&page, "#notice").len(), all_of(&page, place).len()),
            (1, 1),
            "{notice:?} {place}"
        );
    }
}

//! A deck that a phone goes through by itself: how far it is, the ways back and forth, and the
//! pages behind the last slide.

use shared::phase::Phase;
use shared::protocol::Own;
use shared::protocol::view::{PartView, PhoneQa, SlideView};
use shared::question::Input;
use shared::question::choice::{ChoiceInput, ChoiceLayout, Pick};
use shared::refusal::Refusal;

use super::samples::{asked, at, fields, with};
use super::*;
use crate::phone::PhoneNotice;

fn question(id: &str, prompt: &str) -> SlideView {
    let input = Input::Choice(ChoiceInput {
        options: ["ja", "nee"]
            .map(|label| shared::question::choice::InputOption {
                label: label.into(),
                other: false,
                image: None,
            })
            .into(),
        pick: Pick { min: 1, max: 1 },
        shuffle: false,
        layout: ChoiceLayout::Bars,
    });
    asked(id, prompt, input)
}

/// A text and two questions, of which the second must be answered; at one of the three.
fn survey(place: usize) -> ParticipantState {
    let mut welcome = question("welcome", "Welkom");
    welcome.part = PartView::Content;
    welcome.body = "<p>Fijn dat je er bent.</p>".into();
    let must = with(question("work", "Waar werk je?"), |asked| {
        asked.required = true
    });
    let mut state = at(None);
    (state.view.phase, state.view.own_pace) = (Phase::Live, true);
    state.view.late = vec![welcome, question("again", "Kom je weer?"), must];
    state.shown = state.view.late.get(place).cloned();
    state
}

/// Each of its pages.
pub(super) fn samples() -> Vec<(String, ParticipantState)> {
    let mut through = survey(9);
    through.finished = true;
    let pages = [
        ("first", survey(0)),
        ("question", survey(2)),
        ("last", survey(9)),
        ("all-given", given(given(survey(9), "work"), "again")),
        ("through", through),
    ];
    let named = |(name, state): (&str, _)| (format!("own-pace-{name}"), state);
    pages.into_iter().map(named).collect()
}

fn given(mut state: ParticipantState, question: &str) -> ParticipantState {
    let own = Own {
        round: 1,
        turn: 1,
        fields: Some(fields(&[("option", "1")])),
        ..Own::default()
    };
    state.own.insert(question.into(), own);
    state
}

fn ways(page: &Html) -> Vec<(String, String)> {
    let ways = all_of(page, ".ways a").into_iter();
    ways.map(|link| {
        let words = link.text().collect::<String>();
        (words, link.attr("href").unwrap_or_default().to_owned())
    })
    .collect()
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    let words = |element: ElementRef<'_>| element.text().collect::<String>();
    all_of(page, selector).into_iter().map(words).collect()
}

#[test]
fn a_page_says_how_far_one_is_and_leads_back_and_forth() {
    let address = |to: &str| format!("/89145348?slide={to}");
    let first = page(&survey(0));
    assert_eq!(texts(&first, ".progress"), ["1 van 3"]);
    assert_eq!(ways(&first), [("Verder".to_owned(), address("again"))]);
    let last = page(&survey(2));
    let both = [("Terug", "again"), ("Verder", "last")];
    assert_eq!(
        ways(&last),
        both.map(|(words, to)| (words.to_owned(), address(to)))
    );
    assert_eq!(texts(&last, "#hint"), ["Deze vraag moet je beantwoorden."]);
    assert!(
        all_of(&last, "footer .next").is_empty(),
        "the ways are above"
    );
    assert!(!survey(0).waits(), "nothing comes by itself");
}

#[test]
fn behind_the_last_slide_stands_what_is_left() {
    let page_of = |state: &ParticipantState| page(state);
    let left = page_of(&survey(9));
    assert_eq!(texts(&left, ".left h2"), ["Dit moet nog", "Dit mag nog"]);
    assert_eq!(texts(&left, ".left a"), ["Waar werk je?", "Kom je weer?"]);
    assert_eq!(all_of(&left, "form[action$='/finish']").len(), 1);
    let all = page_of(&given(given(survey(9), "work"), "again"));
    assert_eq!(texts(&all, ".lead"), ["Je hebt alles beantwoord."]);
    assert!(all_of(&all, ".left").is_empty());
    let mut refused = survey(9);
    let questions = vec!["work".into()];
    let refusal = Refusal::MissingRequired { questions };
    refused.notice = Some(PhoneNotice::Refused(refusal));
    let refused = page_of(&refused);
    assert_eq!(
        all_of(&refused, "#notice[data-code=missing_required][autofocus]").len(),
        1
    );
}

#[test]
fn whoever_is_through_is_thanked_and_finds_the_way_back() {
    let mut state = survey(9);
    state.finished = true;
    let thanks = page(&state);
    assert_eq!(texts(&thanks, "h1"), ["Bedankt"]);
    assert_eq!(texts(&thanks, "main a"), ["Terug naar je antwoorden"]);
    state.at = Some("last".into());
    assert_eq!(texts(&page(&state), "h1"), ["Bijna klaar"]);
}

#[test]
fn the_questions_to_the_speakers_stand_on_their_slide() {
    let open = |place: usize| {
        let mut state = survey(place);
        let questions = Vec::new();
        state.view.qa = Some(PhoneQa {
            open: true,
            questions,
        });
        state
    };
    assert_eq!(
        all_of(&page(&open(0)), ".qa").len(),
        1,
        "beside every slide"
    );
    let with_slide = |place: usize| {
        let mut state = open(place);
        state.view.late[0].kind = "qa".into();
        state.shown = state.view.late.get(place).cloned();
        state
    };
    assert_eq!(all_of(&page(&with_slide(0)), ".qa").len(), 1);
    assert_eq!(all_of(&page(&with_slide(1)), ".qa").len(), 0);
}

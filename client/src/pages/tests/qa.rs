//! Questions to the speakers on a phone: the page of their slide, and beside any other.

use shared::ids::AnswerId;
use shared::phase::Phase;
use shared::protocol::Own;
use shared::protocol::view::{PhoneQa, PhoneQuestion, QaState};
use shared::question::choice::Pick;

use super::samples::{added, asked, at, choice_input, slide};
use super::*;
use crate::phone::live::PhoneLiveState;

fn question(number: u64, text: &str, votes: u64) -> PhoneQuestion {
    PhoneQuestion {
        id: AnswerId(number),
        text: Some(text.to_owned()),
        votes,
        state: QaState::Listed,
        reply: None,
        merged: Vec::new(),
    }
}

/// A room with one question on the screen and two in the list; one's own waits.
fn listed(slide: Option<shared::protocol::view::SlideView>) -> ParticipantState {
    let mut state = at(slide);
    let chosen = PhoneQuestion {
        state: QaState::Chosen,
        ..question(1, "Hoe voorkom je dat een groep na drie keer stilvalt?", 41)
    };
    let questions = vec![
        chosen,
        question(2, "Wat doe je als één iemand alle ruimte pakt?", 27),
        question(3, "Hoe vaak moet een groep minimaal bij elkaar komen?", 18),
    ];
    state.view.qa = Some(PhoneQa {
        open: true,
        questions,
    });
    let own = Own {
        round: 1,
        added: vec![added(
            9,
            "k1",
            Some("Hoe begin je als niemand elkaar kent?"),
        )],
        upvotes: vec![AnswerId(1)],
        ..Own::default()
    };
    state.own.insert("qa".into(), own);
    state
}

fn of_slide() -> ParticipantState {
    let mut slide = slide("qa-slide", "Vragen aan de sprekers", "", PartView::Content);
    slide.kind = "qa".into();
    listed(Some(slide))
}

/// Samples for what every page is held against.
pub(super) fn samples() -> Vec<(&'static str, ParticipantState)> {
    let beside = listed(Some(asked(
        "jobs",
        "Wat is je functie?",
        choice_input(&["a", "b"], Pick { min: 1, max: 1 }),
    )));
    let mut full = of_slide();
    full.notice = Some(PhoneNotice::Refused(Refusal::TooMany { limit: 5 }));
    full.about_qa = true;
    full.typed = Some(typed("En dan?"));
    vec![("qa", of_slide()), ("qa-beside", beside), ("qa-full", full)]
}

fn typed(text: &str) -> Vec<(String, String)> {
    let pairs = [
        ("question", "qa"),
        ("round", "1"),
        ("key", "k9"),
        ("text", text),
    ];
    let owned = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
    pairs.map(owned).into()
}

#[test]
fn one_asks_above_reads_ones_own_below_and_votes_for_those_of_others() {
    let page = page(&of_slide());
    assert_eq!(text(&page, "h1"), "Vragen aan de sprekers");
    assert_eq!(all_of(&page, ".qa-ask textarea").len(), 1);
    assert_eq!(text(&page, ".qa-ask .hint"), "Zonder je naam");
    assert_eq!(text(&page, ".qa-ask button"), "Stel je vraag");
    assert_eq!(
        text(&page, ".qa-mine li p"),
        "Hoe begin je als niemand elkaar kent?|Jouw vraag · de moderator leest hem eerst"
    );
    assert_eq!(text(&page, ".qa-state"), "nu op het scherm");
    let buttons = all_of(&page, ".qa-theirs button");
    let pressed: Vec<_> = buttons
        .iter()
        .map(|each| each.attr("aria-pressed"))
        .collect();
    assert_eq!(pressed, [Some("true"), Some("false"), Some("false")]);
    let said: Vec<String> = buttons.iter().map(|each| each.text().collect()).collect();
    assert_eq!(
        said,
        [
            "Stem41, 41 stemmen",
            "Stem27, 27 stemmen",
            "Stem18, 18 stemmen"
        ]
    );
    let hidden = |form: &str| {
        let fields = all_of(&page, &format!("{form} input[type=hidden]")).into_iter();
        fields
            .map(|each| {
                format!(
                    "{}={}",
                    each.attr("name").unwrap(),
                    each.attr("value").unwrap()
                )
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(
        hidden(".qa-ask"),
        ["question=qa", "round=1", "seq=41", "key=k7"]
    );
    assert_eq!(
        hidden(".qa-theirs li:nth-child(1)")[3..],
        ["upvote=a1", "down=1"]
    );
    assert_eq!(hidden(".qa-theirs li:nth-child(2)")[3..], ["upvote=a2"]);
}

#[test]
fn ones_own_is_told_how_it_stands_whatever_it_counts_as() {
    for (change, said) in [
        (QaState::Listed, "staat in de lijst"),
        (QaState::Chosen, "nu op het scherm"),
        (QaState::Answered, "beantwoord"),
    ] {
        let mut state = of_slide();
        let qa = state.view.qa.as_mut().unwrap();
        qa.questions[2].merged = vec![AnswerId(9)];
        qa.questions[2].state = change;
        qa.questions[2].reply = Some("Eens per maand.".into());
        let page = page(&state);
        let line = text(&page, ".qa-mine .hint");
        assert_eq!(line, format!("Jouw vraag · {said}"));
        assert_eq!(text(&page, ".qa-mine .qa-reply"), "Eens per maand.");
        let votes = if change == QaState::Answered { 2 } else { 3 };
        assert_eq!(all_of(&page, ".qa-theirs button").len(), votes, "{said}");
    }
    // Listed by itself it is no question of others.
    let mut state = of_slide();
    let own = question(9, "Hoe begin je als niemand elkaar kent?", 0);
    state.view.qa.as_mut().unwrap().questions.push(own);
    let shown = page(&state);
    assert_eq!(
        text(&shown, ".qa-mine .hint"),
        "Jouw vraag · staat in de lijst"
    );
    assert_eq!(all_of(&shown, ".qa-theirs li").len(), 3);
    state.own.get_mut(&"qa".into()).unwrap().added[0].text = None;
    let erased = page(&state);
    assert!(!text(&erased, ".qa-mine").contains("niemand elkaar kent"));
}

#[test]
fn beside_another_slide_it_is_folded_below_the_form_and_opens_for_what_is_to_be_said() {
    let samples = samples();
    let beside = page(&samples[1].1);
    assert_eq!(
        text(&beside, "details.qa summary"),
        "Vragen aan de sprekers"
    );
    let open = |page: &Html| all_of(page, "details.qa[open]").len();
    assert_eq!(open(&beside), 0);
    // The bar of the slide's own form is in the page's flow: more follows.
    assert_eq!(all_of(&beside, "form.answer.in-flow").len(), 1);
    let mut refused = samples[1].1.clone();
    refused.notice = Some(PhoneNotice::Refused(Refusal::TooMany { limit: 5 }));
    refused.about_qa = true;
    refused.typed = Some(typed("En dan?"));
    let refused = page(&refused);
    assert_eq!(open(&refused), 1);
    assert_eq!(all_of(&refused, "#notice").len(), 1);
    assert_eq!(
        text(&refused, ".qa-ask .notice"),
        "Er wachten nog 5 vragen van je. Zodra er een gelezen of beantwoord is, kun je er weer een stellen."
    );
    let area = all_of(&refused, ".qa-ask textarea");
    assert_eq!(area[0].text().collect::<String>(), "En dan?");
    let key = all_of(&refused, ".qa-ask input[name=key]");
    assert_eq!(
        key[0].attr("value"),
        Some("k9"),
        "sent again, it is asked once"
    );
}

#[test]
fn once_it_is_over_the_answers_stay_and_nobody_asks() {
    let mut state = of_slide();
    state.view.phase = Phase::Ended;
    let qa = state.view.qa.as_mut().unwrap();
    qa.open = false;
    qa.questions[0].state = QaState::Answered;
    qa.questions[0].reply = Some("Begin klein.".into());
    let page = page(&state);
    assert_eq!(all_of(&page, "main form").len(), 0);
    assert_eq!(text(&page, ".qa-reply"), "Begin klein.");
    assert_eq!(
        text(&page, ".qa-others :is(h2, h3)"),
        "Dit schreven anderen"
    );
}

#[test]
fn what_came_since_is_behind_a_button() {
    let mut state = of_slide();
    state.live = Some(PhoneLiveState {
        qa_new: 2,
        reached: true,
        ..PhoneLiveState::default()
    });
    let page = page(&state);
    assert_eq!(text(&page, "button[data-do=qa]"), "2 nieuwe");
    assert_eq!(all_of(&page, ".qa-theirs li").len(), 1);
}

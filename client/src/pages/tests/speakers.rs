//! Questions to the speakers on the projected page.

use shared::ids::AnswerId;
use shared::protocol::view::{HostQa, StageQa, StageQuestion};

use super::samples::slide;
use super::*;
use crate::pages::host;
use crate::views::stage::StageState;

fn question(number: u64, text: &str, votes: u64) -> StageQuestion {
    StageQuestion {
        id: AnswerId(number),
        text: text.to_owned(),
        votes,
    }
}

fn stage(qa: StageQa) -> StageState {
    let mut slide = slide("qa", "Vragen aan de sprekers", "", PartView::Content);
    slide.kind = "qa".into();
    let mut state = super::stage_samples::at(Some(slide));
    state.view.qa = Some(HostQa {
        stage: Some(qa),
        waiting: 0,
        ..HostQa::default()
    });
    state
}

fn answered_now() -> StageQa {
    StageQa {
        open: true,
        total: 31,
        chosen: Some(question(
            1,
            "Hoe voorkom je dat een groep na drie keer stilvalt?",
            41,
        )),
        next: vec![
            question(2, "Wat doe je als één iemand alle ruimte pakt?", 27),
            question(3, "Hoe vaak moet een groep minimaal bij elkaar komen?", 18),
            question(4, "Kan een groep ook te gezellig zijn?", 14),
        ],
    }
}

/// Samples for what every stage is held against.
pub(super) fn samples() -> Vec<(&'static str, StageState)> {
    let none = StageQa {
        open: true,
        ..StageQa::default()
    };
    let long = StageQa {
        chosen: Some(question(1, &"Hoe houden we dat vol? ".repeat(13), 12_345)),
        ..answered_now()
    };
    let between = StageQa {
        chosen: None,
        ..answered_now()
    };
    vec![
        ("qa", stage(answered_now())),
        ("qa-long", stage(long)),
        ("qa-between", stage(between)),
        ("qa-none", stage(none)),
    ]
}

fn shown(qa: StageQa) -> Html {
    Html::parse_document(&host::stage(&assets(), &stage(qa)))
}

#[test]
fn what_is_answered_is_large_and_three_follow() {
    let page = shown(answered_now());
    assert_eq!(text(&page, "h1"), "Vragen aan de sprekers");
    assert_eq!(
        text(&page, ".qa-chosen .qa-text"),
        "Hoe voorkom je dat een groep na drie keer stilvalt?"
    );
    assert!(text(&page, ".qa-votes").contains("wordt nu beantwoord"));
    assert!(text(&page, ".qa-votes").contains("41 stemmen"));
    assert_eq!(text(&page, ".qa-next h2"), "Hierna");
    assert_eq!(all_of(&page, ".qa-next li").len(), 3);
    assert_eq!(
        text(&page, ".tally").replace('\u{a0}', " "),
        "31 vragen · stel er een op je telefoon, of stem op die van een ander"
    );
    assert_eq!(all_of(&page, "[aria-live=polite].qa-text").len(), 1);
}

#[test]
fn between_questions_none_is_large_and_without_any_it_says_how_to_ask() {
    let between = shown(StageQa {
        chosen: None,
        ..answered_now()
    });
    assert_eq!(all_of(&between, ".qa-chosen").len(), 0);
    assert_eq!(text(&between, ".qa-next h2"), "");
    assert_eq!(all_of(&between, ".qa-next li").len(), 3);
    let none = shown(StageQa {
        open: true,
        ..StageQa::default()
    });
    assert_eq!(text(&none, ".qa-empty"), "Stel je vraag op je telefoon");
    let over = shown(StageQa {
        open: false,
        ..answered_now()
    });
    assert_eq!(text(&over, ".tally"), "31 vragen");
}

#[test]
fn the_longer_a_question_is_the_smaller_are_its_letters() {
    let class = |length: usize| {
        let page = shown(StageQa {
            chosen: Some(question(1, &"a".repeat(length), 1)),
            ..answered_now()
        });
        let found = all_of(&page, ".qa-text");
        found[0].attr("class").unwrap_or_default().to_owned()
    };
    let classes = [40, 120, 200, 300].map(class);
    assert_eq!(
        classes,
        [
            "qa-text",
            "qa-text long",
            "qa-text longer",
            "qa-text longest"
        ]
    );
}

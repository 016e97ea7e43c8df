//! Whatever somebody has open in the editor: a change, soon.

use std::time::{Duration, Instant};

use shared::deck::edit::{DeckMerge, DeckText};
use shared::limits::DECK_SLIDES;

use super::{set, title};

/// Far above what it takes on a busy machine, far below what a quadratic way would.
const SOON: Duration = Duration::from_secs(30);

/// Large enough to tell what is quadratic.
const BYTES: usize = 128 * 1024;

#[test]
fn large_texts_of_the_worst_marks_are_changed_mended_and_merged_soon() {
    for mark in [
        "[",
        ">",
        "*",
        "- a\n",
        "<!--",
        "a: b\n",
        "![a](",
        "\n",
        "k",
        "---\n",
        "x\n\n---\n",
        "{a} ",
        "- a {x}\n",
        "??? \n",
        "=== en\n",
        "```\n",
    ] {
        let text = format!(
            "# B\n\n---\nask: choice\n---\n# A\n\n{}",
            mark.repeat((BYTES - 60) / mark.len())
        );
        let begin = Instant::now();
        let deck = DeckText::read(text.as_str());
        for edit in [title(1, "C"), set(1, "at", "13:30"), title(0, "D")] {
            let _ = deck.edit(&edit);
        }
        let problems = deck.problems().iter().take(10);
        let mended = problems.filter_map(|problem| deck.repair(problem)).count();
        assert!(mended <= 10);
        let (mine, theirs) = (
            text.replacen("# A", "# E", 1),
            text.replacen("# B", "# F", 1),
        );
        let merged = DeckMerge::of(&text, &mine, &theirs).text(&[]);
        assert!(merged.contains("# E") || merged.contains("# F"), "{mark:?}");
        let _ = deck.hard_wordings();
        assert!(begin.elapsed() < SOON, "{:?} for {mark:?}", begin.elapsed());
    }
}

#[test]
fn a_deck_with_a_slide_too_many_can_lose_it() {
    let text = vec!["# A"; DECK_SLIDES + 1].join("\n\n---\n\n");
    let deck = DeckText::read(text);
    assert_eq!(deck.slides().len(), DECK_SLIDES + 1);
    let codes = |deck: &DeckText| -> Vec<_> {
        deck.problems()
            .iter()
            .map(|problem| problem.code())
            .collect()
    };
    assert_eq!(codes(&deck), ["too-many-slides"]);
    let delete = shared::deck::edit::DeckEdit::Delete { at: DECK_SLIDES };
    let (_, after) = deck.edit(&delete).unwrap();
    assert_eq!((after.slides().len(), codes(&after)), (DECK_SLIDES, vec![]));
}

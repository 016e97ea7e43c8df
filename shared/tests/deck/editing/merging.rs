//! Two people at one deck: nothing that either wrote is lost.

use std::collections::HashSet;

use proptest::prelude::*;
use shared::deck::edit::{
    DeckEdit, DeckMerge, DeckText, MergeSide, MergeSubject, SettingValue, SlideEdit,
};

use super::properties::{an_edit, within};
use super::texts::{messy, right};
use super::{after, body, set, slide, title};

const BASE: &str = "---\ntitle: T\nlanguage: nl\n---\n\n# A\n\na\n\n---\nask: words\nid: b\n---\n\n# B\n\n\
    ---\nask: open\nid: c\n---\n\n# C\n";

fn merge(mine: &str, theirs: &str) -> DeckMerge {
    DeckMerge::of(BASE, mine, theirs)
}

fn head(key: &str, value: &str) -> DeckEdit {
    let value = Some(SettingValue::text(value));
    DeckEdit::SetHead {
        key: key.into(),
        value,
    }
}

fn insert(at: usize, kind: &str) -> DeckEdit {
    let (kind, title) = (kind.into(), String::new());
    DeckEdit::Insert { at, kind, title }
}

#[test]
fn changes_of_different_slides_and_settings_go_together() {
    for (mine, theirs) in [
        (body(0, "b"), title(1, "E")),
        (title(2, "F"), DeckEdit::Move { from: 2, to: 0 }),
        (DeckEdit::Move { from: 2, to: 0 }, set(1, "entries", "2")),
        (DeckEdit::Delete { at: 0 }, title(2, "F")),
        (insert(1, "choice"), DeckEdit::Move { from: 2, to: 0 }),
        (head("title", "U"), head("language", "en")),
        (head("qa", "open"), body(0, "z")),
        (DeckEdit::Duplicate { at: 2 }, DeckEdit::Delete { at: 1 }),
    ] {
        let merged = merge(&after(BASE, mine.clone()), &after(BASE, theirs.clone()));
        assert_eq!(merged.choices, []);
        let one_by_one = |first: &DeckEdit, second: &DeckEdit| {
            let text = after(BASE, first.clone());
            DeckText::read(text.as_str())
                .edit(second)
                .map(|(_, deck)| deck.text().to_owned())
        };
        // Where one moves slides, the other's places are those of before: by the id it is the same.
        let text = merged.text(&[]);
        let lines = |text: &str| text.lines().map(str::to_owned).collect::<HashSet<_>>();
        let both = [one_by_one(&theirs, &mine), one_by_one(&mine, &theirs)];
        let mine = lines(&after(BASE, mine));
        let theirs = lines(&after(BASE, theirs));
        let found = lines(&text);
        let new = |lines: &HashSet<String>| {
            lines
                .difference(&self::lines(BASE))
                .cloned()
                .collect::<HashSet<_>>()
        };
        assert!(found.is_superset(&new(&mine)), "{text}");
        assert!(found.is_superset(&new(&theirs)), "{text}");
        assert!(
            both.iter().flatten().any(|both| self::lines(both) == found),
            "{text}"
        );
    }
}

fn lines(text: &str) -> HashSet<String> {
    text.lines().map(str::to_owned).collect()
}

#[test]
fn a_slide_that_one_moves_and_the_other_changes_is_moved_and_changed() {
    let mine = after(BASE, DeckEdit::Move { from: 2, to: 0 });
    let theirs = after(BASE, title(2, "F"));
    let expected = mine.replace("# C", "# F");
    assert_eq!(merge(&mine, &theirs).text(&[]), expected);
    assert_eq!(merge(&theirs, &mine).text(&[]), expected);
}

#[test]
fn the_same_change_on_both_sides_is_no_choice() {
    let mine = after(BASE, title(1, "E"));
    let merged = merge(&mine, &mine.replace('\n', "\r\n"));
    assert_eq!((merged.text(&[]), merged.choices), (mine, vec![]));
}

#[test]
fn what_both_changed_stands_in_both_versions_until_somebody_chooses() {
    let mine = after(&after(BASE, title(1, "E")), head("title", "U"));
    let theirs = after(&after(BASE, title(1, "F")), head("title", "V"));
    let merged = merge(&mine, &theirs);
    let [setting, slide] = merged.choices.as_slice() else {
        panic!("{:?}", merged.choices)
    };
    assert_eq!(setting.subject, MergeSubject::Setting("title".into()));
    assert_eq!(setting.theirs.as_deref(), Some("title: V"));
    assert_eq!(slide.subject, MergeSubject::Slide("b".into()));
    assert_eq!(slide.base.as_deref(), Some("ask: words\nid: b\n---\n\n# B"));
    assert_eq!(merged.text(&[]), mine);
    assert_eq!(merged.text(&[MergeSide::Theirs, MergeSide::Theirs]), theirs);
    let mixed = merged.text(&[MergeSide::Mine, MergeSide::Theirs]);
    assert_eq!(mixed, mine.replace("# E", "# F"));
}

#[test]
fn what_one_took_out_and_the_other_changed_is_a_choice() {
    let mine = after(BASE, DeckEdit::Delete { at: 1 });
    let theirs = after(BASE, title(1, "F"));
    let merged = merge(&mine, &theirs);
    assert_eq!(merged.choices.len(), 1);
    assert_eq!(merged.choices[0].mine, None);
    assert_eq!(merged.text(&[]), mine);
    assert_eq!(merged.text(&[MergeSide::Theirs]), theirs);
    assert_eq!(merge(&theirs, &mine).text(&[]), theirs);
}

#[test]
fn two_who_add_at_once_both_keep_what_they_added() {
    let add = |text: &str| after(&after(BASE, insert(3, "choice")), title(3, text));
    let merged = merge(&add("Mijn vraag"), &add("Hun vraag"));
    assert_eq!(merged.choices, []);
    let text = DeckText::read(merged.text(&[]));
    let found: Vec<_> = text
        .slides()
        .iter()
        .map(|slide| (slide.id.as_str(), slide.title.as_str()))
        .collect();
    let added = [("choice", "Mijn vraag"), ("choice-2", "Hun vraag")];
    assert_eq!(found[3..], added);
}

#[test]
fn a_comment_between_slides_is_kept() {
    let base = "# A\n\n---\n<!-- later -->\n\n---\n\n# B\n";
    let mine = base.replace("# A", "# A1");
    let theirs = base.replace("later", "nooit").replace("# B", "# B1");
    let text = DeckMerge::of(base, &mine, &theirs).text(&[]);
    assert_eq!(text, "# A1\n\n---\n<!-- nooit -->\n\n---\n\n# B1\n");
}

/// What somebody wrote: lines that say something, but for ids, which are made.
fn written(text: &str) -> HashSet<String> {
    lines_written(text).into_iter().collect()
}

fn lines_written(text: &str) -> Vec<String> {
    let lines = text
        .split(['\n', '\r'])
        .map(|line| line.trim_start_matches('\u{feff}').trim());
    let says = |line: &&str| !line.is_empty() && *line != "---" && !line.starts_with("id:");
    lines.filter(says).map(str::to_owned).collect()
}

fn changed(text: &str, edits: Vec<DeckEdit>) -> String {
    let mut deck = DeckText::read(text);
    for edit in edits {
        let edit = within(&deck, edit);
        if let Ok((_, after)) = deck.edit(&edit) {
            deck = after;
        }
    }
    deck.text().to_owned()
}

/// The deck as somebody changes it by forms and by hand.
fn versions() -> impl Strategy<Value = (String, String, String)> {
    let edits = || prop::collection::vec(an_edit(), 0..4);
    let by_hand = || prop::option::weighted(0.2, (any::<prop::sample::Index>(), "[a-z]{3}"));
    (messy(), edits(), edits(), by_hand(), by_hand()).prop_map(
        |(base, mine, theirs, one, other)| {
            let typed = |text: String, typed: Option<(prop::sample::Index, String)>| match typed {
                Some((place, line)) => {
                    let mut lines: Vec<&str> = text.split('\n').collect();
                    lines.insert(place.index(lines.len() + 1), &line);
                    lines.join("\n")
                }
                None => text,
            };
            let mine = typed(changed(&base, mine), one);
            let theirs = typed(changed(&base, theirs), other);
            (base, mine, theirs)
        },
    )
}

proptest! {
    #[test]
    fn every_line_of_either_is_in_the_text_or_in_a_choice((base, mine, theirs) in versions()) {
        let merged = DeckMerge::of(&base, &mine, &theirs);
        let mut found = written(&merged.text(&[]));
        for choice in &merged.choices {
            for text in [&choice.mine, &choice.theirs].into_iter().flatten() {
                found.extend(written(text));
            }
        }
        let lines = lines_written(&base);
        let is_once = |line: &String| lines.iter().filter(|other| *other == line).count() == 1;
        let [base, mine, theirs] = [&base, &mine, &theirs].map(|text| written(text));
        for line in mine.union(&theirs) {
            // Of what stood there twice each may have taken out another.
            let kept = mine.contains(line) && theirs.contains(line) && is_once(line);
            if kept || !base.contains(line) {
                prop_assert!(found.contains(line), "{:?} is lost\n{}", line, merged.text(&[]));
            }
        }
    }

    #[test]
    fn changes_of_different_slides_merge_without_a_choice(
        ((deck, text), one, other, words, more) in (right(), 0..8_usize, 1..8_usize, "[a-z]{5}", "[A-Z]{5}")
    ) {
        let count = deck.slides.len();
        let (one, other) = (one % count, (one + other) % count);
        prop_assume!(one != other);
        let notes = |at, notes: &str| slide(at, SlideEdit::Notes(notes.to_owned()));
        let mine = after(&text, notes(one, &words));
        let theirs = after(&text, notes(other, &more));
        let merged = DeckMerge::of(&text, &mine, &theirs);
        prop_assert_eq!(&merged.choices, &vec![]);
        prop_assert_eq!(merged.text(&[]), after(&mine, notes(other, &more)));
    }
}

//! Which words of a question a moderator may want to count as one. The core knows no word list;
//! nothing is merged before somebody presses.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use shared::protocol::view::{HostView, MergeSuggestion, Moderable, PartView};
use shared::room::Room;

use crate::word_lists::inflections::Inflections;

/// Suggestions that a view has at most.
const SUGGESTED_MAX: usize = 20;

/// Puts into a moderator's view what may be the same in the list that it shows.
pub fn suggest(room: &Room, view: &mut HostView) {
    view.suggested.clear();
    let Some(inflections) = Inflections::of(&room.deck) else {
        return;
    };
    let Some(PartView::Question(question)) = view.slide.as_ref().map(|slide| &slide.part) else {
        return;
    };
    // Answers are listed by names that are no words, so there is nothing among them.
    let listed = question.moderable.as_deref().unwrap_or_default();
    view.suggested = suggestions(&inflections, listed);
}

/// Most counted first, each word in one of them. What is hidden, or waits, is in none.
fn suggestions(inflections: &Inflections, listed: &[Moderable]) -> Vec<MergeSuggestion> {
    let shown: Vec<&Moderable> = listed
        .iter()
        .filter(|word| !word.hidden && !word.waits)
        .collect();
    let mut found = inflections.together(shown.iter().map(|word| word.name.as_str()));
    let counted = |places: &[usize]| places.iter().map(|at| shown[*at].count).sum::<u64>();
    found.sort_by_key(|forms| Reverse(counted(&forms.places)));
    let mut taken = BTreeSet::new();
    let mut suggestions = Vec::new();
    for forms in found {
        let free = forms.places.into_iter().filter(|at| !taken.contains(at));
        let words: Vec<usize> = free.collect();
        if words.len() < 2 || suggestions.len() == SUGGESTED_MAX {
            continue;
        }
        taken.extend(words.iter().copied());
        // Of equals the word itself, before its forms.
        let most = words
            .iter()
            .max_by_key(|at| (shown[**at].count, shown[**at].name == forms.of));
        let into = most.map_or(words[0], |at| *at);
        let others = words.iter().filter(|at| **at != into);
        suggestions.push(MergeSuggestion {
            words: others.map(|at| shown[*at].name.clone()).collect(),
            into: shown[into].name.clone(),
        });
    }
    suggestions
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(words: &[(&str, u64)]) -> Vec<Moderable> {
        let item = |(name, count): &(&str, u64)| Moderable {
            name: (*name).to_owned(),
            text: (*name).to_owned(),
            count: *count,
            hidden: name.starts_with("verborgen"),
            waits: name.starts_with("wachtend"),
            merged: Vec::new(),
        };
        words.iter().map(item).collect()
    }

    fn dutch() -> Inflections {
        let text = "---\nlanguage: nl\n---\n---\n# A\n";
        let deck = shared::deck::grammar::read(text).unwrap().deck;
        Inflections::of(&deck).unwrap()
    }

    #[track_caller]
    fn suggests(words: &[(&str, u64)], expected: &[&str]) {
        let said = suggestions(&dutch(), &listed(words)).into_iter();
        let said = said.map(|it| format!("{} > {}", it.words.join(", "), it.into));
        assert_eq!(said.collect::<Vec<_>>(), expected, "{words:?}");
    }

    #[test]
    fn the_most_given_form_is_what_the_others_would_count_as() {
        let (one, many) = ("mantelzorger", "mantelzorgers");
        suggests(&[(many, 3), (one, 5)], &["mantelzorgers > mantelzorger"]);
        suggests(&[(many, 5), (one, 3)], &["mantelzorger > mantelzorgers"]);
        suggests(&[(many, 3), (one, 3)], &["mantelzorgers > mantelzorger"]);
        suggests(
            &[("hondje", 1), ("kat", 9), ("honden", 2), ("hond", 4)],
            &["hondje, honden > hond"],
        );
    }

    #[test]
    fn what_is_counted_most_comes_first_and_a_word_is_in_one_suggestion() {
        suggests(
            &[("kind", 1), ("huizen", 4), ("kinderen", 1), ("huis", 2)],
            &["huis > huizen", "kinderen > kind"],
        );
        let all = listed(&[("zorgen", 3), ("zorgt", 2), ("zorgde", 1), ("zorg", 9)]);
        let mut names = BTreeSet::new();
        for suggestion in suggestions(&dutch(), &all) {
            for word in suggestion.words.into_iter().chain([suggestion.into]) {
                assert!(names.insert(word), "in one of them");
            }
        }
        assert!(names.contains("zorgt"));
    }

    #[test]
    fn what_is_hidden_or_waits_and_more_and_less_are_no_suggestion() {
        suggests(&[("meer tijd", 9), ("minder tijd", 8), ("tijd", 7)], &[]);
        suggests(&[("verborgen hond", 2), ("verborgen honden", 2)], &[]);
        suggests(&[("wachtend team", 2), ("wachtend teams", 2)], &[]);
        suggests(&[], &[]);
    }

    #[test]
    fn there_are_twenty_at_most() {
        let names: Vec<[String; 2]> = (0..30)
            .map(|n| [format!("{n} hond"), format!("{n} honden")])
            .collect();
        let words: Vec<(&str, u64)> = names.iter().flatten().map(|it| (it.as_str(), 1)).collect();
        assert_eq!(suggestions(&dutch(), &listed(&words)).len(), SUGGESTED_MAX);
    }
}

//! Words that may be the same in other forms, above the list: one press counts them as one, another
//! passes over it. Nothing is merged by itself.

use std::collections::BTreeSet;

use leptos::prelude::*;
use shared::ids::{Round, SlideId};
use shared::protocol::view::{MergeSuggestion, Moderable};

use super::Moderating;
use crate::texts::desk::moderating::{self as say, Moderating as Words};
use crate::ui::bidi;
use crate::views::stage::host_request::question;

/// The suggestions that a page shows, in its order, and those that were passed over there. Before a
/// page is alive it is empty, and everything is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SeenSuggestions {
    of: Option<(SlideId, Round)>,
    shown: Vec<MergeSuggestion>,
    passed: Vec<BTreeSet<String>>,
}

/// All words of a suggestion: which of them the others would count as may change meanwhile.
fn words(suggestion: &MergeSuggestion) -> BTreeSet<String> {
    let words = suggestion.words.iter().chain([&suggestion.into]);
    words.cloned().collect()
}

impl SeenSuggestions {
    /// Takes note of what there is now. A moderator at work sees what they saw, each in its place.
    pub fn follow(&mut self, of: (SlideId, Round), there: &[MergeSuggestion], at_work: bool) {
        let is_another = self.of.as_ref() != Some(&of);
        if is_another {
            self.passed.clear();
        }
        if !at_work || is_another {
            let left = there.iter().filter(|it| !self.passed.contains(&words(it)));
            self.shown = left.cloned().collect();
        }
        self.of = Some(of);
    }

    /// Suggests that no more on this page.
    pub fn pass(&mut self, into: &str) {
        let passed = self.shown.iter().filter(|it| it.into == into).map(words);
        self.passed.extend(passed.collect::<Vec<_>>());
    }

    /// What is shown of what there is; nothing in the place of what went.
    fn rows<'a>(&'a self, there: &'a [MergeSuggestion]) -> Vec<Option<&'a MergeSuggestion>> {
        if self.of.is_none() {
            return there.iter().map(Some).collect();
        }
        let is_there = |it: &MergeSuggestion| {
            let words_of_it = words(it);
            let stands = there.iter().any(|other| words(other) == words_of_it);
            stands && !self.passed.contains(&words_of_it)
        };
        let rows = self.shown.iter();
        rows.map(|it| Some(it).filter(|it| is_there(it))).collect()
    }
}

impl Moderating<'_> {
    /// The suggestions, where there are any.
    pub fn suggested(self) -> Option<AnyView> {
        let (slide, asked) = question(self.view)?;
        let items = asked.moderable.as_deref()?;
        let rows = self.live.suggestions.rows(&self.view.suggested);
        let row = |suggestion: Option<&MergeSuggestion>| {
            let words = suggestion.and_then(|it| Some((it, listed(items, it)?)));
            let row = words.map(|(it, words)| {
                let about = self.about(slide, asked);
                self.suggestion(it, &words, about)
            });
            row.unwrap_or_else(|| self.gone())
        };
        let rows: Vec<_> = rows.into_iter().map(row).collect();
        (!rows.is_empty()).then(|| {
            let heading = Words::of(self.language).same_word;
            view! {
                <section class="suggested">
                    <h2>{heading}</h2>
                    <ul role="list">{rows}</ul>
                </section>
            }
            .into_any()
        })
    }

    fn suggestion(
        self,
        suggestion: &MergeSuggestion,
        words: &[&Moderable],
        about: AnyView,
    ) -> AnyView {
        let say_one = |word: &&Moderable| {
            say::counted_word(self.language, word.count, &bidi::name(&word.text))
        };
        let said: Vec<String> = words.iter().map(say_one).collect();
        let (others, into) = said.split_at(said.len() - 1);
        let said = say::would_count_as(self.language, &into.concat(), &others.join(", "));
        let names = words.iter().map(|word| bidi::name(&word.text));
        let names = names.collect::<Vec<_>>().join(", ");
        let picks = words.iter().map(|word| word.name.clone());
        let picks = picks.map(|name| view! { <input type="hidden" name="pick" value=name /> });
        let (count, pass) = {
            let words = Words::of(self.language);
            (words.count_as_one, words.pass_over)
        };
        let hidden = || view! { <span class="visually-hidden">": " {names.clone()}</span> };
        // Without scripts the page keeps nothing in mind.
        let pass = self.live.alive.then(|| {
            view! {
                <button class="button quiet small" type="submit" name="pass" value=suggestion.into.clone()>
                    {pass}
                    {hidden()}
                </button>
            }
        });
        view! {
            <li>
                <form class="same" method="post" action=self.action()>
                    {about}
                    {picks.collect::<Vec<_>>()}
                    <input type="hidden" name="into" value=suggestion.into.clone() />
                    <p class="what">{said}</p>
                    <div class="verdict">
                        <button class="button small" type="submit" name="merge" value="suggested">
                            {count}
                            {hidden()}
                        </button>
                        {pass}
                    </div>
                </form>
            </li>
        }
        .into_any()
    }
}

/// The words of a suggestion as they are listed, the one that the others would count as last;
/// nothing where one of them is not.
fn listed<'a>(items: &'a [Moderable], suggestion: &MergeSuggestion) -> Option<Vec<&'a Moderable>> {
    let named = |name: &String| items.iter().find(|item| item.name == *name && !item.hidden);
    let words = suggestion.words.iter().chain([&suggestion.into]);
    words.map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suggestion(words: &str, into: &str) -> MergeSuggestion {
        MergeSuggestion {
            words: words.split(' ').map(str::to_owned).collect(),
            into: into.to_owned(),
        }
    }

    fn rows(seen: &SeenSuggestions, there: &[MergeSuggestion]) -> Vec<Option<String>> {
        let rows = seen.rows(there).into_iter();
        rows.map(|row| row.map(|it| it.into.clone())).collect()
    }

    fn said<const N: usize>(rows: [Option<&str>; N]) -> Vec<Option<String>> {
        rows.map(|row| row.map(str::to_owned)).to_vec()
    }

    fn round(round: Round) -> (SlideId, Round) {
        ("words".into(), round)
    }

    #[test]
    fn while_somebody_is_at_work_each_stays_in_its_place_and_new_ones_wait() {
        let (dogs, houses) = (suggestion("honden", "hond"), suggestion("huizen", "huis"));
        let mut seen = SeenSuggestions::default();
        assert_eq!(
            rows(&seen, std::slice::from_ref(&dogs)),
            said([Some("hond")])
        );
        seen.follow(round(1), std::slice::from_ref(&dogs), false);
        let both = [houses.clone(), dogs.clone()];
        seen.follow(round(1), &both, true);
        assert_eq!(rows(&seen, &both), said([Some("hond")]));
        let one = [houses];
        seen.follow(round(1), &one, true);
        assert_eq!(rows(&seen, &one), said([None]));
        seen.follow(round(1), &one, false);
        assert_eq!(rows(&seen, &one), said([Some("huis")]));
    }

    #[test]
    fn what_is_passed_over_is_not_suggested_again_before_another_form_comes() {
        let (dogs, houses) = (suggestion("honden", "hond"), suggestion("huizen", "huis"));
        let both = [dogs.clone(), houses.clone()];
        let mut seen = SeenSuggestions::default();
        seen.follow(round(1), &both, false);
        seen.pass("hond");
        assert_eq!(
            rows(&seen, &both),
            said([None, Some("huis")]),
            "no row moved"
        );
        let more_gave_the_other = [suggestion("hond", "honden"), houses];
        seen.follow(round(1), &more_gave_the_other, false);
        assert_eq!(rows(&seen, &more_gave_the_other), said([Some("huis")]));
        let another_form = [suggestion("hond hondje", "honden")];
        seen.follow(round(1), &another_form, false);
        assert_eq!(rows(&seen, &another_form), said([Some("honden")]));
        seen.follow(round(2), &both, true);
        assert_eq!(rows(&seen, &both), said([Some("hond"), Some("huis")]));
    }
}

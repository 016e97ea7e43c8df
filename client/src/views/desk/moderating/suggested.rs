//! Words that may be the same in other forms, above the list: one press counts them as one, another
//! passes over it. Nothing is merged by itself.

use std::collections::BTreeSet;

use leptos::prelude::*;
use shared::ids::{Round, SlideId};
use shared::protocol::view::{MergeSuggestion, Moderable};

use super::Moderating;
use crate::texts::desk::moderating::{self as say, ModeratingTexts};
use crate::ui::bidi;
use crate::views::stage::host_request::question;

/// More than so many are folded: the list below is soon in sight.
const UNFOLDED: usize = 3;
/// By which the page keeps in mind that they are unfolded. No word that is compared looks like
/// this.
pub const ALL_SUGGESTIONS: &str = "ALL";

/// The suggestions that a page shows, in its order, and those that were passed over there. Before a
/// page is alive it is empty, and everything is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SeenSuggestions {
    of: Option<(SlideId, Round)>,
    shown: Vec<SeenSuggestion>,
    passed: Vec<BTreeSet<String>>,
}

/// A suggestion as it stands in its place.
#[derive(Clone, Debug, PartialEq)]
struct SeenSuggestion {
    /// The one that the others would count as last.
    words: Vec<Moderable>,
    /// Whether it can be pressed; else it was dealt with, and keeps the others in their places.
    stands: bool,
}

impl SeenSuggestion {
    /// Nothing where one of the words is not in the list.
    fn of(suggestion: &MergeSuggestion, items: &[Moderable]) -> Option<Self> {
        let names = suggestion.words.iter().chain([&suggestion.into]);
        let words = names.map(|name| listed(items, name).cloned());
        Some(Self {
            words: words.collect::<Option<_>>()?,
            stands: true,
        })
    }

    /// Which words: which of them the others would count as may change meanwhile.
    fn names(&self) -> BTreeSet<&str> {
        self.words.iter().map(|word| word.name.as_str()).collect()
    }
}

fn names(suggestion: &MergeSuggestion) -> BTreeSet<&str> {
    let names = suggestion.words.iter().chain([&suggestion.into]);
    names.map(String::as_str).collect()
}

fn listed<'a>(items: &'a [Moderable], name: &str) -> Option<&'a Moderable> {
    items.iter().find(|item| item.name == name && !item.hidden)
}

impl SeenSuggestions {
    /// Takes note of what there is now. A moderator at work sees what they saw, each in its place.
    pub fn follow(
        &mut self,
        of: (SlideId, Round),
        there: &[MergeSuggestion],
        items: &[Moderable],
        at_work: bool,
    ) {
        let is_another = self.of.as_ref() != Some(&of);
        if is_another {
            self.passed.clear();
        }
        if !at_work || is_another {
            let left = there.iter().filter(|it| !self.is_passed(&names(it)));
            self.shown = left
                .filter_map(|it| SeenSuggestion::of(it, items))
                .collect();
        }
        self.of = Some(of);
    }

    fn is_passed(&self, names: &BTreeSet<&str>) -> bool {
        let passed =
            |passed: &BTreeSet<String>| passed.iter().map(String::as_str).eq(names.iter().copied());
        self.passed.iter().any(passed)
    }

    /// Suggests that no more on this page.
    pub fn pass(&mut self, into: &str) {
        let is_it = |it: &&SeenSuggestion| it.words.last().is_some_and(|word| word.name == into);
        let passed = self.shown.iter().filter(is_it);
        let passed = passed.map(|it| it.names().into_iter().map(str::to_owned).collect());
        self.passed.extend(passed.collect::<Vec<_>>());
    }

    /// What is shown of what there is.
    fn rows(&self, there: &[MergeSuggestion], items: &[Moderable]) -> Vec<SeenSuggestion> {
        if self.of.is_none() {
            let all = there.iter();
            return all.filter_map(|it| SeenSuggestion::of(it, items)).collect();
        }
        let row = |seen: &SeenSuggestion| {
            let known = seen.names();
            let suggested = there.iter().any(|it| names(it) == known);
            let now = seen.words.iter().map(|word| {
                listed(items, &word.name).filter(|_| suggested && !self.is_passed(&known))
            });
            match now.map(Option::<&Moderable>::cloned).collect() {
                Some(words) => SeenSuggestion {
                    words,
                    stands: true,
                },
                None => SeenSuggestion {
                    stands: false,
                    ..seen.clone()
                },
            }
        };
        self.shown.iter().map(row).collect()
    }
}

impl Moderating<'_> {
    /// The suggestions, where there are any.
    pub fn suggested(self) -> Option<AnyView> {
        let (slide, asked) = question(self.view)?;
        let items = asked.moderable.as_deref()?;
        let rows = self.live.suggestions.rows(&self.view.suggested, items);
        let each = |row: &SeenSuggestion| self.suggestion(row, self.about(slide, asked));
        let mut rows: Vec<_> = rows.iter().map(each).collect();
        let folded = rows.split_off(rows.len().min(UNFOLDED));
        (!rows.is_empty()).then(|| {
            view! {
                <section class="suggested">
                    <h2>{ModeratingTexts::of(self.language).same_word}</h2>
                    <ul role="list">{rows}</ul>
                    {self.folded(folded)}
                </section>
            }
            .into_any()
        })
    }

    fn folded(self, rows: Vec<AnyView>) -> Option<AnyView> {
        let open = self
            .live
            .unfolded
            .iter()
            .any(|name| name == ALL_SUGGESTIONS);
        (!rows.is_empty()).then(|| {
            view! {
                <details open=open>
                    <summary data-unfold=ALL_SUGGESTIONS>
                        {say::suggested_more(self.language, rows.len())}
                    </summary>
                    <ul role="list">{rows}</ul>
                </details>
            }
            .into_any()
        })
    }

    fn suggestion(self, row: &SeenSuggestion, about: AnyView) -> AnyView {
        let say_one = |word: &Moderable| {
            say::counted_word(self.language, word.count, &bidi::name(&word.text))
        };
        let said: Vec<String> = row.words.iter().map(say_one).collect();
        let (others, into) = said.split_at(said.len() - 1);
        let said = say::would_count_as(self.language, &into.concat(), &others.join(", "));
        let picks = row.words.iter().map(|word| word.name.clone());
        let picks = picks.map(|name| view! { <input type="hidden" name="pick" value=name /> });
        let into = row.words.last().map(|word| word.name.clone());
        let words = ModeratingTexts::of(self.language);
        let count = self.press(row, "merge", "suggested".to_owned(), words.count_as_one);
        // Without scripts the page keeps nothing in mind.
        let passed = into.clone().filter(|_| self.alive);
        let pass = passed.map(|into| self.press(row, "pass", into, words.pass_over));
        view! {
            <li class=if row.stands { "" } else { "hidden" }>
                <form class="same" method="post" action=self.action()>
                    {about}
                    {picks.collect::<Vec<_>>()}
                    <input type="hidden" name="into" value=into />
                    <p class="what">{said}</p>
                    <div class="verdict">{count} {pass}</div>
                </form>
            </li>
        }
        .into_any()
    }

    /// A button of a suggestion. Where it has been pressed it stays, and does nothing.
    fn press(self, row: &SeenSuggestion, name: &'static str, value: String, says: &str) -> AnyView {
        let names = row.words.iter().map(|word| bidi::name(&word.text));
        let names = names.collect::<Vec<_>>().join(", ");
        let class = if name == "pass" {
            "button quiet small"
        } else {
            "button small"
        };
        view! {
            <button
                class=class
                type=if row.stands { "submit" } else { "button" }
                name=name
                value=value
                aria-disabled=(!row.stands).then_some("true")
            >
                {says.to_owned()}
                <span class="visually-hidden">": " {names}</span>
            </button>
        }
        .into_any()
    }
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

    fn items() -> Vec<Moderable> {
        let item = |name: &str| Moderable {
            name: name.to_owned(),
            text: name.to_owned(),
            count: 1,
            hidden: false,
            waits: false,
            merged: Vec::new(),
        };
        ["hond", "honden", "hondje", "huis", "huizen"]
            .map(item)
            .to_vec()
    }

    /// What the others would count as, in brackets where it was dealt with.
    fn rows(seen: &SeenSuggestions, there: &[MergeSuggestion]) -> Vec<String> {
        let row = |row: SeenSuggestion| {
            let into = row.words.last().unwrap().name.clone();
            if row.stands {
                into
            } else {
                format!("({into})")
            }
        };
        seen.rows(there, &items()).into_iter().map(row).collect()
    }

    fn follows(seen: &mut SeenSuggestions, round: Round, there: &[MergeSuggestion], at_work: bool) {
        seen.follow(("words".into(), round), there, &items(), at_work);
    }

    #[test]
    fn while_somebody_is_at_work_each_stays_in_its_place_and_new_ones_wait() {
        let (dogs, houses) = (suggestion("honden", "hond"), suggestion("huizen", "huis"));
        let (one, both) = ([dogs.clone()], [houses.clone(), dogs]);
        let mut seen = SeenSuggestions::default();
        assert_eq!(rows(&seen, &one), ["hond"], "before the page is alive");
        follows(&mut seen, 1, &one, false);
        follows(&mut seen, 1, &both, true);
        assert_eq!(rows(&seen, &both), ["hond"]);
        let other = [houses];
        follows(&mut seen, 1, &other, true);
        assert_eq!(rows(&seen, &other), ["(hond)"]);
        follows(&mut seen, 1, &other, false);
        assert_eq!(rows(&seen, &other), ["huis"]);
    }

    #[test]
    fn what_is_passed_over_is_not_suggested_again_before_another_form_comes() {
        let (dogs, houses) = (suggestion("honden", "hond"), suggestion("huizen", "huis"));
        let both = [dogs, houses.clone()];
        let mut seen = SeenSuggestions::default();
        follows(&mut seen, 1, &both, false);
        seen.pass("hond");
        assert_eq!(rows(&seen, &both), ["(hond)", "huis"], "no row moved");
        let more_gave_the_other = [suggestion("hond", "honden"), houses];
        follows(&mut seen, 1, &more_gave_the_other, false);
        assert_eq!(rows(&seen, &more_gave_the_other), ["huis"]);
        let another_form = [suggestion("hond hondje", "honden")];
        follows(&mut seen, 1, &another_form, false);
        assert_eq!(rows(&seen, &another_form), ["honden"]);
        follows(&mut seen, 2, &both, true);
        assert_eq!(rows(&seen, &both), ["hond", "huis"]);
    }
}

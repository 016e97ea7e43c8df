//! Short texts that are the same by their word key: how many people gave each, in which spelling it
//! is shown, and what a moderator hid, merged or approved.
//!
//! All of that is about keys, not about answers: whoever gives a hidden word later gives a hidden
//! word. A word waits where everybody who gives it gave it while it was held, and nobody approved
//! it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::question::word::Word;

/// What the name begins with that stands in for a moderated word whose answers were erased. No
/// word's key holds it.
pub const STAND_IN: char = '\0';

/// One word and how many people gave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordCount {
    /// Its most frequent spelling.
    pub text: String,
    /// People.
    pub count: u64,
}

/// How a word stands at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordStatus {
    /// Nobody gives it, or it counts as another one.
    Gone,
    /// A moderator hid it, or it waits for one.
    Hidden,
    /// It is shown.
    Shown(WordCount),
}

impl WordStatus {
    /// How often it was given, where it is shown.
    pub fn count(&self) -> u64 {
        self.shown().unwrap_or_default()
    }

    /// The same, or nothing where it is not shown.
    pub fn shown(&self) -> Option<u64> {
        if let Self::Shown(entry) = self {
            Some(entry.count)
        } else {
            None
        }
    }
}

/// One word as a moderator sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModeratedEntry {
    /// Its key.
    pub key: String,
    /// The word, as it is shown or would be.
    pub entry: WordCount,
    /// Nobody else sees it.
    pub hidden: bool,
    /// Nobody else sees it until it is approved.
    pub waits: bool,
    /// Other words that count as this one: key and most frequent spelling.
    pub merged: Vec<(String, String)>,
}

/// Words by their key, each with its spellings. Which one was first seen stays known as long as
/// somebody holds it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WordCounts {
    words: BTreeMap<String, Spelled>,
    next: u64,
    given: u64,
    moderated: Moderated,
    /// Those that wait, hidden or not.
    waiting: BTreeSet<String>,
}

/// What a moderator did to words, by their keys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moderated {
    hidden: BTreeSet<String>,
    /// Which word another one counts as; never one that is merged itself.
    merged: BTreeMap<String, String>,
    approved: BTreeSet<String>,
    /// The words that these count as.
    approved_roots: BTreeSet<String>,
}

#[derive(Clone, Debug, PartialEq)]
struct Spelled {
    first: u64,
    count: u64,
    /// How often it was given: more often than by so many people where one gave several words that
    /// count as the same.
    given: u64,
    /// How many of those came while the question held.
    held: u64,
    word_counts: BTreeMap<(String, String), Spelling>,
}

#[derive(Clone, Debug, PartialEq)]
struct Spelling {
    first: u64,
    count: u64,
}

impl Moderated {
    /// The key that a word counts under.
    pub fn root<'a>(&'a self, key: &'a str) -> &'a str {
        self.merged.get(key).map_or(key, String::as_str)
    }

    /// Whether a word, by itself or by what it is merged into, is shown to nobody.
    pub fn hides(&self, key: &str) -> bool {
        self.hidden.contains(self.root(key))
    }

    /// Whether that very word was hidden.
    pub fn is_hidden(&self, key: &str) -> bool {
        self.hidden.contains(key)
    }

    /// The keys of words that were hidden, but not the stand-ins of words whose answers were
    /// erased: nobody can give those.
    fn hidden(&self) -> impl Iterator<Item = &str> {
        self.hidden
            .iter()
            .map(String::as_str)
            .filter(|key| !key.starts_with(STAND_IN))
    }

    /// Whether a word counts as another one.
    pub fn is_merged(&self, key: &str) -> bool {
        self.merged.contains_key(key)
    }

    /// Whether that very word was approved.
    pub fn is_approved(&self, key: &str) -> bool {
        self.approved.contains(key)
    }

    /// Words that were approved, whether anybody gives them or not.
    pub fn approved(&self) -> impl Iterator<Item = &str> {
        self.approved.iter().map(String::as_str)
    }

    fn approve(&mut self, key: &str) {
        self.approved.insert(key.to_owned());
        self.follow_approved();
    }

    /// What counts as another one is approved with it, for as long as it does.
    fn follow_approved(&mut self) {
        let roots = self.approved.iter().map(|key| self.root(key).to_owned());
        self.approved_roots = roots.collect();
    }

    /// Hides a word or shows it again.
    pub fn hide(&mut self, key: &str, hidden: bool) {
        if hidden {
            self.hidden.insert(key.to_owned());
        } else {
            self.hidden.remove(key);
        }
    }

    /// Lets a word count as another one, with everything that counted as it; or as itself again.
    pub fn merge(&mut self, key: &str, into: Option<&str>) {
        if let Some(root) = into.map(|into| self.root(into).to_owned()) {
            self.hidden.remove(key);
            self.merged
                .values_mut()
                .filter(|target| *target == key)
                .for_each(|target| target.clone_from(&root));
            self.merged.insert(key.to_owned(), root);
        } else {
            self.merged.remove(key);
        }
        self.follow_approved();
    }
}

impl WordCounts {
    /// None yet, under what a moderator did before.
    pub fn moderated_as(moderated: Moderated) -> Self {
        Self {
            moderated,
            ..Self::default()
        }
    }

    /// What a moderator did.
    pub fn moderated(&self) -> &Moderated {
        &self.moderated
    }

    /// The same, to be changed. After a merge everything has to be counted anew.
    pub fn moderated_mut(&mut self) -> &mut Moderated {
        &mut self.moderated
    }

    /// How the word of that key stands.
    pub fn status_of(&self, key: &str) -> WordStatus {
        match self.words.get(key) {
            None => WordStatus::Gone,
            Some(_) if self.moderated.hides(key) || self.waits(key) => WordStatus::Hidden,
            Some(spelled) => WordStatus::Shown(spelled.entry(key)),
        }
    }

    /// The spelling under which a word is shown, or what it counts as; nothing where it is not.
    pub fn shown_as(&self, word: &Word) -> Option<String> {
        match self.status_of(self.moderated.root(&word.key)) {
            WordStatus::Shown(entry) => Some(entry.text),
            WordStatus::Gone | WordStatus::Hidden => None,
        }
    }

    /// How many different words are shown.
    pub fn shown(&self) -> usize {
        self.words.len() - self.unshown().count()
    }

    /// The words that are hidden or wait, each once.
    fn unshown(&self) -> impl Iterator<Item = &Spelled> {
        let waiting = self.waiting.iter();
        let waiting = waiting.filter(|key| !self.moderated.is_hidden(key));
        let all = self.moderated.hidden.iter().chain(waiting);
        all.filter_map(|key| self.words.get(key))
    }

    /// Whether a word, or what it counts as, waits for a moderator.
    pub fn waits(&self, key: &str) -> bool {
        self.waiting.contains(self.moderated.root(key))
    }

    /// How many words wait, without those that were refused.
    pub fn waiting(&self) -> usize {
        let waiting = self.waiting.iter();
        waiting.filter(|key| !self.moderated.is_hidden(key)).count()
    }

    /// Shows a word that waits, and whoever gives it later.
    pub fn approve(&mut self, key: &str) {
        self.moderated.approve(key);
        self.note(key);
    }

    /// So many of the words that were counted came while the question held.
    pub fn hold<'a>(&mut self, keys: impl Iterator<Item = &'a str>) {
        self.holding(keys, |held| held + 1);
    }

    /// The same of words that were given up.
    pub fn release<'a>(&mut self, keys: impl Iterator<Item = &'a str>) {
        self.holding(keys, |held| held.saturating_sub(1));
    }

    fn holding<'a>(&mut self, keys: impl Iterator<Item = &'a str>, change: impl Fn(u64) -> u64) {
        for key in keys {
            if let Some(spelled) = self.words.get_mut(self.moderated.root(key)) {
                spelled.held = change(spelled.held);
            }
            self.note(key);
        }
    }

    /// Takes note of whether a word waits now.
    fn note(&mut self, key: &str) {
        let root = self.moderated.root(key);
        let all_held = self
            .words
            .get(root)
            .is_some_and(|spelled| spelled.held >= spelled.given);
        if all_held && !self.moderated.approved_roots.contains(root) {
            self.waiting.insert(root.to_owned());
        } else if !self.waiting.is_empty() {
            self.waiting.remove(root);
        }
    }

    /// How many words were given that are shown. Merging changes nothing of it: whoever gave two
    /// words gave two.
    pub fn given(&self) -> u64 {
        self.given - self.unshown().map(|spelled| spelled.given).sum::<u64>()
    }

    /// How many different words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether somebody holds that word, or one that counts as the same.
    pub fn holds(&self, word: &Word) -> bool {
        self.words.contains_key(self.moderated.root(&word.key))
    }

    /// Whether somebody holds the word of that key, or one that counts as it.
    pub fn knows(&self, key: &str) -> bool {
        self.words.contains_key(key) || self.is_held(key)
    }

    fn is_held(&self, key: &str) -> bool {
        let spelled = self.words.get(self.moderated.root(key));
        spelled.is_some_and(|spelled| spelled.word_counts.keys().any(|(own, _)| own == key))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Counts one person's words once more; those that are merged count once together.
    pub fn add(&mut self, words: &[Word]) {
        for word in words {
            self.next += 1;
            let first = self.next;
            let root = self.moderated.root(&word.key);
            if !self.words.contains_key(root) {
                self.words.insert(
                    root.to_owned(),
                    Spelled {
                        first,
                        count: 0,
                        given: 0,
                        held: 0,
                        word_counts: BTreeMap::new(),
                    },
                );
            }
            let spelled = self
                .words
                .get_mut(root)
                .expect("it was there or has just been put there");
            spelled.count += u64::from(self.moderated.is_first_of(word, words));
            (spelled.given, self.given) = (spelled.given + 1, self.given + 1);
            let spelling = spelled
                .word_counts
                .entry((word.key.clone(), word.text.clone()));
            spelling.or_insert(Spelling { first, count: 0 }).count += 1;
            self.note(&word.key);
        }
    }

    /// Counts one person's words once less.
    pub fn remove(&mut self, words: &[Word]) {
        for word in words {
            let root = self.moderated.root(&word.key);
            let Some(spelled) = self.words.get_mut(root) else {
                continue;
            };
            spelled.count = spelled
                .count
                .saturating_sub(u64::from(self.moderated.is_first_of(word, words)));
            if spelled.less(word) {
                (spelled.given, self.given) = (spelled.given - 1, self.given - 1);
            }
        }
        for word in words {
            let root = self.moderated.root(&word.key);
            if self
                .words
                .get(root)
                .is_some_and(|spelled| spelled.count == 0)
            {
                let gone = self.words.remove(root);
                self.given -= gone.map_or(0, |spelled| spelled.given);
            }
            self.note(&word.key);
        }
    }

    /// The words that are shown, in their most frequent spelling, most frequent first, ties by
    /// first seen.
    pub fn most_frequent(&self, limit: usize) -> impl Iterator<Item = WordCount> + use<> {
        let words = self.by_count(limit).into_iter();
        let entries: Vec<WordCount> = words.map(|(key, spelled)| spelled.entry(key)).collect();
        entries.into_iter()
    }

    /// The same with their keys.
    pub fn ranked(&self, limit: usize) -> Vec<(String, WordCount)> {
        self.by_count(limit)
            .into_iter()
            .map(|(key, spelled)| (key.clone(), spelled.entry(key)))
            .collect()
    }

    fn by_count(&self, limit: usize) -> Vec<(&String, &Spelled)> {
        let rank = |(_, spelled): &(&String, &Spelled)| (Reverse(spelled.count), spelled.first);
        let mut words: Vec<(&String, &Spelled)> = Vec::with_capacity(self.words.len());
        words.extend(
            self.words
                .iter()
                .filter(|(key, _)| !self.moderated.is_hidden(key) && !self.waiting.contains(*key)),
        );
        // Only those that are wanted are put in order: a page wants some hundreds of what may be
        // tens of thousands.
        if limit < words.len() {
            words.select_nth_unstable_by_key(limit, rank);
            words.truncate(limit);
        }
        words.sort_by_key(rank);
        words
    }

    /// Words for a moderator, newest first: so many, as many again of those that wait, and of those
    /// that are hidden.
    pub fn newest(&self, limit: usize) -> Vec<ModeratedEntry> {
        let mut words: Vec<(&String, &Spelled)> = self.words.iter().collect();
        words.sort_by_key(|(_, spelled)| Reverse(spelled.first));
        let (newest, older) = words.split_at(limit.min(words.len()));
        let is_hidden = |(key, _): &&(&String, &Spelled)| self.moderated.hides(key);
        let waiting = older
            .iter()
            .filter(|word| !is_hidden(word) && self.waiting.contains(word.0))
            .take(limit);
        let hidden = older.iter().filter(is_hidden).take(limit);
        let moderated = |(key, spelled): &(&String, &Spelled)| ModeratedEntry {
            key: (*key).clone(),
            entry: spelled.entry(key),
            hidden: self.moderated.hides(key),
            waits: self.waiting.contains(*key),
            merged: spelled.others(key),
        };
        let all = newest.iter().chain(waiting).chain(hidden);
        all.map(moderated).collect()
    }

    /// Words that are hidden although nobody gives them, by their keys: hidden ahead, or given up
    /// since.
    pub fn hidden_ahead(&self) -> impl Iterator<Item = &str> {
        self.moderated.hidden().filter(|key| !self.knows(key))
    }
}

impl Moderated {
    /// Whether a word is the first of one person's that count as the same.
    fn is_first_of(&self, word: &Word, words: &[Word]) -> bool {
        let root = self.root(&word.key);
        words
            .iter()
            .find(|other| self.root(&other.key) == root)
            .is_some_and(|first| std::ptr::eq(first, word))
    }
}

impl Spelled {
    /// As its own word is spelled most often; where nobody holds that any more, as the others are.
    fn entry(&self, key: &str) -> WordCount {
        let best = self.word_counts.iter().min_by_key(|((own, _), spelling)| {
            let foreign = own != key;
            (foreign, Reverse(spelling.count), spelling.first)
        });
        WordCount {
            text: best.map(|((_, text), _)| text.clone()).unwrap_or_default(),
            count: self.count,
        }
    }

    fn others(&self, key: &str) -> Vec<(String, String)> {
        let mut best: BTreeMap<&str, (Reverse<u64>, u64, &str)> = BTreeMap::new();
        for ((own, text), spelling) in self.word_counts.iter().filter(|((own, _), _)| own != key) {
            let this = (Reverse(spelling.count), spelling.first, text.as_str());
            best.entry(own)
                .and_modify(|known| *known = this.min(*known))
                .or_insert(this);
        }
        best.into_iter()
            .map(|(own, (_, _, text))| (own.to_owned(), text.to_owned()))
            .collect()
    }

    /// Takes a spelling back once; whether it was there.
    fn less(&mut self, word: &Word) -> bool {
        let place = (word.key.clone(), word.text.clone());
        let Some(spelling) = self.word_counts.get_mut(&place) else {
            return false;
        };
        spelling.count = spelling.count.saturating_sub(1);
        if spelling.count == 0 {
            self.word_counts.remove(&place);
        }
        true
    }
}

#[cfg(test)]
mod tests;

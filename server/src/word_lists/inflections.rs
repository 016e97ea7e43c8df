//! Which words are inflections of one another: plurals, diminutives, adjectives before a noun and
//! forms of verbs. Degrees of comparison are not: who says more does not say much.
//!
//! A table is searched where it lies in the program, so it takes no memory of its own; only the few
//! patterns before it are read, once. Of a compound the end decides, as in the language itself:
//! the table need not know *buurtzorgteam* where it knows *team*.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use shared::deck::Deck;

use super::primary;

/// A table per language.
const TABLES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/inflections.rs"));

/// What a compound may end with has so many letters, and something before it so many.
const TAIL: usize = 4;
const HEAD: usize = 2;

/// Words of a list that are forms of the same word, by their places; with that word, which the list
/// need not have.
#[derive(Debug, PartialEq, Eq)]
pub struct Forms {
    pub of: String,
    pub places: Vec<usize>,
}

/// What is known of the inflections of some languages.
pub struct Inflections(Vec<&'static InflectionTable>);

impl Inflections {
    /// Those of the languages in which people answer a deck; nothing where there is no table for
    /// any.
    pub fn of(deck: &Deck) -> Option<Self> {
        let also = deck.languages.iter().map(String::as_str);
        Self::named(also.chain([deck.language.as_str()]))
    }

    fn named<'a>(languages: impl Iterator<Item = &'a str>) -> Option<Self> {
        let languages: Vec<&str> = languages.map(primary).collect();
        let of_them = |table: &&InflectionTable| languages.contains(&table.language);
        let tables: Vec<_> = READ.iter().filter(of_them).collect();
        (!tables.is_empty()).then_some(Self(tables))
    }

    /// All of a list that belong together. A word may be in several. Of what has blanks only the
    /// last word may differ.
    pub fn together<'a>(&self, words: impl Iterator<Item = &'a str>) -> Vec<Forms> {
        let several = self.may_be_forms(words).into_iter();
        let several = several.filter(|(_, found)| found.len() > 1);
        let known = several.map(|(of, found)| {
            let lemma = of.rsplit(' ').next().unwrap_or(&of);
            let found = found.into_iter().filter(|form| form.is_one_of(lemma));
            let mut places: Vec<usize> = found.map(|form| form.place).collect();
            places.sort_unstable();
            places.dedup();
            Forms { of, places }
        });
        known.filter(|forms| forms.places.len() > 1).collect()
    }

    /// What a word may be a form of is found without the tables, and most of it by one word alone:
    /// only the rest is looked up.
    fn may_be_forms<'a>(
        &self,
        words: impl Iterator<Item = &'a str>,
    ) -> BTreeMap<String, Vec<PossibleForm>> {
        let mut may_be: BTreeMap<String, Vec<PossibleForm>> = BTreeMap::new();
        for (place, word) in words.enumerate() {
            let (before, last) = word.split_at(word.rfind(' ').map_or(0, |blank| blank + 1));
            for table in &self.0 {
                for (lemma, ending) in table.may_be_forms_of(last) {
                    let by = Some((*table, ending));
                    let found = may_be.entry(format!("{before}{lemma}")).or_default();
                    found.push(PossibleForm { place, by });
                }
            }
            let itself = PossibleForm { place, by: None };
            may_be.entry(word.to_owned()).or_default().push(itself);
        }
        may_be
    }
}

/// A word that may be a form of another.
struct PossibleForm {
    place: usize,
    /// By which table and ending; none of the word itself.
    by: Option<(&'static InflectionTable, usize)>,
}

impl PossibleForm {
    fn is_one_of(&self, lemma: &str) -> bool {
        self.by
            .is_none_or(|(table, ending)| table.inflects(lemma, ending))
    }
}

static READ: LazyLock<Vec<InflectionTable>> = LazyLock::new(|| {
    let tables = TABLES.iter();
    tables
        .map(|(language, text)| InflectionTable::read(language, text))
        .collect()
});

struct InflectionTable {
    language: &'static str,
    /// By what comes at the end of a word: what goes there before it, and the ending's number.
    endings: HashMap<&'static str, Vec<(&'static str, usize)>>,
    longest: usize,
    /// The endings of each pattern.
    patterns: Vec<Vec<usize>>,
    /// A line per word, in order.
    lemmas: &'static str,
}

impl InflectionTable {
    fn read(language: &'static str, text: &'static str) -> Self {
        let (patterns, lemmas) = text.split_once("\n\n").unwrap_or_default();
        let mut numbers = HashMap::new();
        let patterns = patterns.lines().filter(|line| !line.starts_with('#'));
        let patterns = patterns.map(|line| {
            let mut number = |ending: &'static str| {
                let next = numbers.len();
                *numbers.entry(ending).or_insert(next)
            };
            line.split(' ').map(&mut number).collect()
        });
        let patterns = patterns.collect();
        let mut endings: HashMap<_, Vec<_>> = HashMap::new();
        for (ending, number) in numbers {
            let (goes, comes) = ending.split_once('/').unwrap_or_default();
            endings.entry(comes).or_default().push((goes, number));
        }
        Self {
            language,
            longest: endings
                .keys()
                .map(|comes| comes.len())
                .max()
                .unwrap_or_default(),
            endings,
            patterns,
            lemmas,
        }
    }

    /// Whatever a word may be a form of by its end alone, with the ending that would make it so.
    fn may_be_forms_of<'a>(&'a self, word: &'a str) -> impl Iterator<Item = (String, usize)> + 'a {
        let stems = (1..=word.len()).filter(|at| word.is_char_boundary(*at));
        let near = stems.filter(|at| word.len() - at <= self.longest);
        near.flat_map(move |at| {
            let (stem, comes) = word.split_at(at);
            let endings = self.endings.get(comes).into_iter().flatten();
            endings.map(move |(goes, number)| (format!("{stem}{goes}"), *number))
        })
    }

    /// Whether a word has that ending, by itself or by what it ends with.
    fn inflects(&self, lemma: &str, ending: usize) -> bool {
        let letters: Vec<usize> = lemma.char_indices().map(|(at, _)| at).collect();
        let last = (letters.len() + 1).saturating_sub(TAIL);
        let tails = letters.get(HEAD..last).unwrap_or_default();
        let after_hyphen = lemma.rsplit_once('-').map(|(_, tail)| tail);
        let all = [Some(lemma), after_hyphen].into_iter().flatten();
        let all = all.chain(tails.iter().map(|at| &lemma[*at..]));
        let mut patterns = all.filter_map(|word| self.patterns.get(self.pattern_of(word)?));
        patterns.any(|pattern| pattern.contains(&ending))
    }

    fn pattern_of(&self, word: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.lemmas.len());
        while low < high {
            let line = line_at(self.lemmas, low, low + (high - low) / 2);
            let (lemma, pattern) = self.lemmas[line.clone()].split_once(' ')?;
            match lemma.cmp(word) {
                std::cmp::Ordering::Less => low = line.end + 1,
                std::cmp::Ordering::Greater => high = line.start,
                std::cmp::Ordering::Equal => return pattern.parse().ok(),
            }
        }
        None
    }
}

/// The line of a text in which a byte is; none of it is before `from`, where a line begins.
fn line_at(text: &str, from: usize, byte: usize) -> std::ops::Range<usize> {
    let is_end = |byte: &u8| *byte == b'\n';
    let bytes = text.as_bytes();
    let begin = bytes[from..byte].iter().rposition(is_end);
    let begin = begin.map_or(from, |at| from + at + 1);
    let end = bytes[begin..].iter().position(is_end);
    begin..end.map_or(text.len(), |at| begin + at)
}

#[cfg(test)]
mod tests;

//! What charts say: labels, one sentence per picture, and the tables behind them.

use shared::protocol::view::Input;
use shared::question::{Results, choice, open, scale, spectrum, words};

use crate::language::Language;
use crate::messages::results::{self as say, Results as Texts};
pub use crate::messages::results::{and_more, per_dot, skipped, votes_word};
use crate::messages::{Number, Value, write};

mod compared;
mod table;

pub use compared::{moved, moved_sentence, now, then, was};
pub use table::table;

/// A count with its thousands apart: `10.412`, `10,412`.
pub fn grouped(language: Language, count: u64) -> String {
    write(language, count)
}

/// One decimal, with the language's sign.
pub fn decimal(language: Language, value: f64) -> String {
    write(language, Number::fixed(value, 1))
}

/// What stands where there is nothing to draw yet.
pub fn nothing_yet(language: Language) -> &'static str {
    Texts::of(language).nothing_yet
}

/// Under the mean.
pub fn mean_label(language: Language, mean: f64) -> String {
    say::mean_label(language, Number::fixed(mean, 0))
}

/// Under the median.
pub fn median_label(language: Language, median: f64) -> String {
    say::median_label(language, Number::fixed(median, 0))
}

/// Above answers that stand under no heading.
pub fn no_heading(language: Language) -> &'static str {
    Texts::of(language).no_heading
}

/// A figure's results as one sentence.
pub fn described(language: Language, input: &Input, results: &Results) -> String {
    if results.voters() == 0 {
        return Texts::of(language).nothing_yet_sentence.to_owned();
    }
    match (results, input) {
        (Results::Choice(results), _) => choice_sentence(language, results),
        (Results::Words(results), _) => words_sentence(language, results),
        (Results::Open(results), Input::Open { votes, .. }) => open_sentence(language, results, *votes > 0),
        (Results::Scale(results), _) => scale_sentence(language, results),
        (Results::Spectrum(results), Input::Spectrum { left, right, .. }) => {
            spectrum_sentence(language, results, &left.label, &right.label)
        }
        _ => String::new(),
    }
}

/// A list of pieces, each put behind what came before it.
fn listed(pieces: impl Iterator<Item = String>, behind: impl Fn(Value<'_>, Value<'_>) -> String) -> String {
    pieces.reduce(|rest, next| behind(Value::Phrase(&rest), Value::Phrase(&next))).unwrap_or_default()
}

fn choice_sentence(language: Language, results: &choice::Results) -> String {
    let most = results.options.iter().map(|option| option.votes).max().unwrap_or(0);
    let lead: Vec<String> = results
        .options
        .iter()
        .filter(|option| option.votes == most)
        .map(|option| say::quoted(language, &option.label))
        .collect();
    let (several, lead) = (lead.len() > 1, and_last(language, lead));
    let lead = Value::Phrase(&lead);
    match results.voters {
        1 => say::chosen_by_one(language, lead),
        voters if several => say::chosen_each(language, lead, most, voters),
        voters => say::chosen(language, lead, most, voters),
    }
}

/// `‘a’, ‘b’ en ‘c’`.
fn and_last(language: Language, mut names: Vec<String>) -> String {
    let last = names.pop().unwrap_or_default();
    let rest = listed(names.into_iter(), |rest, next| say::list(language, next, rest));
    if rest.is_empty() { last } else { say::list_last(language, Value::Phrase(&last), Value::Phrase(&rest)) }
}

fn words_sentence(language: Language, results: &words::Results) -> String {
    let first = results.entries.iter().take(5);
    let first = first.map(|entry| say::word_with_count(language, entry.count, &entry.text));
    let first = listed(first, |rest, next| say::list(language, next, rest));
    say::words(language, results.distinct, Value::Phrase(&first))
}

fn open_sentence(language: Language, results: &open::Results, voted: bool) -> String {
    if voted && results.votes > 0 {
        say::open_voted(language, results.total, results.votes)
    } else {
        say::open_given(language, results.total)
    }
}

fn scale_sentence(language: Language, results: &scale::Results) -> String {
    let each = results.statements.iter().map(|statement| match statement.mean {
        Some(mean) => say::statement_mean(language, Number::fixed(mean, 1), &statement.label),
        None => say::statement_empty(language, &statement.label),
    });
    say::statements(language, Value::Phrase(&listed(each, |rest, next| say::list_long(language, next, rest))))
}

/// "84 kiezen meer voor ‘hond’, 52 voor ‘poes’, 6 staan in het midden."; the larger side first.
fn spectrum_sentence(language: Language, results: &spectrum::Results, left: &str, right: &str) -> String {
    if results.voters == 1 {
        return one_position(language, results.mean.unwrap_or(50.0), left, right);
    }
    let (low, high) = sides(results);
    let middle = results.voters.saturating_sub(low + high);
    let (more, to, less, other) = if high >= low { (high, right, low, left) } else { (low, left, high, right) };
    match (more, middle) {
        (0, _) => say::all_in_the_middle(language, middle),
        (_, 0) => say::sides(language, less, more, other, to),
        _ => say::sides_and_middle(language, less, middle, more, other, to),
    }
}

/// How many are on either side, from the exact values where there are any: 50.4 leans, though it lies nearest to 50.
fn sides(results: &spectrum::Results) -> (u64, u64) {
    if results.values.is_empty() {
        return (results.fine[..50].iter().sum(), results.fine[51..].iter().sum());
    }
    let count = |side: fn(&f64) -> bool| results.values.iter().filter(|value| side(value)).count() as u64;
    (count(|value| *value < 50.0), count(|value| *value > 50.0))
}

fn one_position(language: Language, at: f64, left: &str, right: &str) -> String {
    let (to, near) = (if at > 50.0 { right } else { left }, Number::fixed(at, 0));
    match at {
        50.0 => Texts::of(language).one_in_the_middle.to_owned(),
        0.0 | 100.0 => say::one_at_the_end(language, to, near),
        _ => say::one_leaning(language, to, near),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::known::{En, Nl};
    use shared::question::spectrum::Tally;

    fn positions(values: &[u16]) -> spectrum::Results {
        let mut tally = Tally::default();
        values.iter().for_each(|value| tally.add(value * 100));
        tally.results()
    }

    #[test]
    fn a_spectrum_is_told_in_words() {
        for (values, nl) in [
            (vec![68], "Eén antwoord: 68, meer naar ‘ik loop leeg’."),
            (vec![100], "Eén antwoord: 100, helemaal ‘ik loop leeg’."),
            (vec![0], "Eén antwoord: 0, helemaal ‘poes’."),
            (vec![50], "Eén antwoord: precies in het midden."),
            (vec![50, 50], "2 staan in het midden."),
            (vec![10, 90, 80], "2 kiezen meer voor ‘ik loop leeg’, 1 voor ‘poes’."),
            (vec![90, 80], "2 kiezen meer voor ‘ik loop leeg’, niemand voor ‘poes’."),
            (vec![50, 80], "1 kiest meer voor ‘ik loop leeg’, niemand voor ‘poes’, 1 staat in het midden."),
            (vec![10, 20, 50, 90], "2 kiezen meer voor ‘poes’, 1 voor ‘ik loop leeg’, 1 staat in het midden."),
        ] {
            assert_eq!(spectrum_sentence(Nl, &positions(&values), "poes", "ik loop leeg"), nl);
        }
        let english = spectrum_sentence(En, &positions(&[10, 90]), "cat", "dog");
        assert_eq!(english, "1 leans towards ‘dog’, 1 towards ‘cat’.");
    }

    #[test]
    fn thousands_stand_apart() {
        for (count, nl, en) in
            [(0, "0", "0"), (999, "999", "999"), (1000, "1.000", "1,000"), (1_234_567, "1.234.567", "1,234,567")]
        {
            assert_eq!((grouped(Nl, count).as_str(), grouped(En, count).as_str()), (nl, en));
        }
    }
}

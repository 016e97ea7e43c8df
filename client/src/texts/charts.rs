//! What charts say: labels, one sentence per picture, and the tables behind them.

use shared::protocol::view::Input;
use shared::question::{Results, choice, open, scale, spectrum, words};

use crate::language::Language::{self, En, Nl};
use crate::ui::bidi::{self, named};
use crate::ui::number;

mod compared;

pub use compared::{moved, moved_sentence, now, then, was};

/// A count with its thousands apart: `10.412`, `10,412`.
pub fn grouped(language: Language, count: u64) -> String {
    let digits = count.to_string();
    let separator = match language {
        Nl => '.',
        En => ',',
    };
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// One decimal, with the language's sign.
pub fn decimal(language: Language, value: f64) -> String {
    let text = number::fixed(value, 1);
    match language {
        Nl => text.replace('.', ","),
        En => text,
    }
}

/// What stands where there is nothing to draw yet.
pub fn nothing_yet(language: Language) -> &'static str {
    match language {
        Nl => "Nog geen antwoorden",
        En => "No answers yet",
    }
}

/// The same within a sentence.
fn no_answers(language: Language) -> &'static str {
    match language {
        Nl => "nog geen antwoorden",
        En => "no answers yet",
    }
}

/// Under the mean.
pub fn mean_label(language: Language, mean: f64) -> String {
    let mean = number::fixed(mean, 0);
    match language {
        Nl => format!("gemiddeld {mean}"),
        En => format!("mean {mean}"),
    }
}

/// Under the median.
pub fn median_label(language: Language, median: f64) -> String {
    let median = number::fixed(median, 0);
    match language {
        Nl => format!("mediaan {median}"),
        En => format!("median {median}"),
    }
}

/// How many skipped a statement.
pub fn skipped(language: Language, people: u64) -> String {
    match (language, people) {
        (Nl, 1) => "1 sloeg over".to_owned(),
        (Nl, _) => format!("{people} sloegen over"),
        (En, _) => format!("{people} skipped"),
    }
}

/// Where a dot is more than one vote.
pub fn per_dot(language: Language, votes: u64) -> String {
    let votes = grouped(language, votes);
    match language {
        Nl => format!("Elke stip staat voor {votes} stemmen"),
        En => format!("Each dot stands for {votes} votes"),
    }
}

/// Above answers that stand under no heading.
pub fn no_heading(language: Language) -> &'static str {
    match language {
        Nl => "Overig",
        En => "Other",
    }
}

/// Above the list beside a cloud.
pub fn and_more(language: Language, count: u64) -> String {
    match language {
        Nl => format!("en nog {count}"),
        En => format!("and {count} more"),
    }
}

/// Behind a number of votes, for screen readers.
pub fn votes_word(language: Language, votes: u64) -> &'static str {
    match (language, votes) {
        (Nl, 1) => " stem",
        (Nl, _) => " stemmen",
        (En, 1) => " vote",
        (En, _) => " votes",
    }
}

/// A figure's results as one sentence.
pub fn described(language: Language, input: &Input, results: &Results) -> String {
    if results.voters() == 0 {
        return format!("{}.", nothing_yet(language));
    }
    match (results, input) {
        (Results::Choice(results), _) => choice_sentence(language, results),
        (Results::Words(results), _) => words_sentence(language, results),
        (Results::Open(results), Input::Open { votes, .. }) => open_sentence(language, results, *votes > 0),
        (Results::Scale(results), _) => scale_sentence(language, results),
        (Results::Spectrum(results), Input::Spectrum { left, right, .. }) => {
            spectrum_sentence(language, results, &bidi::name(&left.label), &bidi::name(&right.label))
        }
        _ => String::new(),
    }
}

fn choice_sentence(language: Language, results: &choice::Results) -> String {
    let most = results.options.iter().map(|option| option.votes).max().unwrap_or(0);
    let lead: Vec<String> =
        results.options.iter().filter(|option| option.votes == most).map(|option| named(&option.label)).collect();
    let (several, lead) = (lead.len() > 1, and_last(language, &lead));
    let (voters, times) = (grouped(language, results.voters), grouped(language, most));
    let each = match language {
        _ if !several => "",
        Nl => "elk ",
        En => "each ",
    };
    match (language, results.voters, most) {
        (Nl, 1, _) => format!("1 stem. Gekozen: {lead}."),
        (En, 1, _) => format!("1 vote. Chosen: {lead}."),
        (Nl, ..) => format!("{voters} stemmen. Meest gekozen: {lead}, {each}{times} keer."),
        (En, _, 1) => format!("{voters} votes. Chosen most: {lead}, {each}once."),
        (En, ..) => format!("{voters} votes. Chosen most: {lead}, {each}{times} times."),
    }
}

/// `‘a’, ‘b’ en ‘c’`.
fn and_last(language: Language, names: &[String]) -> String {
    let and = if language == Nl { "en" } else { "and" };
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {and} {last}", rest.join(", ")),
        _ => names.concat(),
    }
}

fn words_sentence(language: Language, results: &words::Results) -> String {
    let first: Vec<String> =
        results.entries.iter().take(5).map(|entry| format!("{} ({})", named(&entry.text), entry.count)).collect();
    let (first, distinct) = (first.join(", "), grouped(language, results.distinct));
    match (language, results.distinct) {
        (Nl, 1) => format!("Eén antwoord: {first}."),
        (En, 1) => format!("One answer: {first}."),
        (Nl, _) => format!("{distinct} verschillende antwoorden. Meest genoemd: {first}."),
        (En, _) => format!("{distinct} different answers. Mentioned most: {first}."),
    }
}

fn open_sentence(language: Language, results: &open::Results, voted: bool) -> String {
    let (answers, votes) = (grouped(language, results.total), grouped(language, results.votes));
    match (language, voted && results.votes > 0) {
        (Nl, true) => format!(
            "{votes} {} op {answers} {}.",
            if results.votes == 1 { "stem" } else { "stemmen" },
            answers_word(language, results.total)
        ),
        (En, true) => format!(
            "{votes} {} on {answers} {}.",
            if results.votes == 1 { "vote" } else { "votes" },
            answers_word(language, results.total)
        ),
        (_, false) => format!("{answers} {}.", answers_word(language, results.total)),
    }
}

/// `antwoord` or `antwoorden`.
pub fn answers_word(language: Language, count: u64) -> &'static str {
    match (language, count) {
        (Nl, 1) => "antwoord",
        (Nl, _) => "antwoorden",
        (En, 1) => "answer",
        (En, _) => "answers",
    }
}

fn scale_sentence(language: Language, results: &scale::Results) -> String {
    let statement = |statement: &scale::StatementResults| match (language, statement.mean) {
        (Nl, Some(mean)) => format!("{}: gemiddeld {}", named(&statement.label), decimal(language, mean)),
        (En, Some(mean)) => format!("{}: mean {}", named(&statement.label), decimal(language, mean)),
        (_, None) => format!("{}: {}", named(&statement.label), no_answers(language)),
    };
    let each: Vec<String> = results.statements.iter().map(statement).collect();
    format!("{}.", each.join("; "))
}

/// "84 kiezen meer voor ‘hond’, 52 voor ‘poes’, 6 staan in het midden."; the larger side first.
fn spectrum_sentence(language: Language, results: &spectrum::Results, left: &str, right: &str) -> String {
    // From the exact values where there are any: 50.4 leans, though it lies nearest to 50.
    let (low, high) = if results.values.is_empty() {
        (results.fine[..50].iter().sum::<u64>(), results.fine[51..].iter().sum::<u64>())
    } else {
        let count = |side: fn(&f64) -> bool| results.values.iter().filter(|value| side(value)).count() as u64;
        (count(|value| *value < 50.0), count(|value| *value > 50.0))
    };
    let middle = results.voters.saturating_sub(low + high);
    if results.voters == 1 {
        return one_position(language, results.mean.unwrap_or(50.0), left, right);
    }
    let (more, to, less, other) = if high >= low { (high, right, low, left) } else { (low, left, high, right) };
    let [more_said, less_said, middle_said] = [more, less, middle].map(|count| grouped(language, count));
    let (to, other) = (named(to), named(other));
    let less_said = match (language, less) {
        (Nl, 0) => "niemand".to_owned(),
        (En, 0) => "nobody".to_owned(),
        _ => less_said,
    };
    let leaning = match (language, more) {
        (Nl, 1) => format!("1 kiest meer voor {to}, {less_said} voor {other}"),
        (Nl, _) => format!("{more_said} kiezen meer voor {to}, {less_said} voor {other}"),
        (En, 1) => format!("1 leans towards {to}, {less_said} towards {other}"),
        (En, _) => format!("{more_said} lean towards {to}, {less_said} towards {other}"),
    };
    match (language, middle) {
        (Nl, _) if more == 0 => format!("{middle_said} staan in het midden."),
        (En, _) if more == 0 => format!("{middle_said} are in the middle."),
        (_, 0) => format!("{leaning}."),
        (Nl, 1) => format!("{leaning}, 1 staat in het midden."),
        (Nl, _) => format!("{leaning}, {middle_said} staan in het midden."),
        (En, 1) => format!("{leaning}, 1 is in the middle."),
        (En, _) => format!("{leaning}, {middle_said} are in the middle."),
    }
}

fn one_position(language: Language, at: f64, left: &str, right: &str) -> String {
    let to = named(if at > 50.0 { right } else { left });
    let near = number::fixed(at, 0);
    match language {
        Nl if at == 50.0 => "Eén antwoord: precies in het midden.".to_owned(),
        En if at == 50.0 => "One answer: right in the middle.".to_owned(),
        Nl if at == 0.0 || at == 100.0 => format!("Eén antwoord: {near}, helemaal {to}."),
        En if at == 0.0 || at == 100.0 => format!("One answer: {near}, all the way {to}."),
        Nl => format!("Eén antwoord: {near}, meer naar {to}."),
        En => format!("One answer: {near}, towards {to}."),
    }
}

/// The head and the rows of the table behind a figure.
pub fn table(language: Language, input: &Input, results: &Results) -> (Vec<String>, Vec<Vec<String>>) {
    let count = |count: &u64| grouped(language, *count);
    match results {
        Results::Choice(results) => {
            let rows = results.options.iter().map(|option| vec![option.label.clone(), count(&option.votes)]);
            (head(language, "antwoord", "answer", "stemmen", "votes"), rows.collect())
        }
        Results::Words(results) => {
            let rows = results.entries.iter().map(|entry| vec![entry.text.clone(), count(&entry.count)]);
            (head(language, "antwoord", "answer", "aantal", "count"), rows.collect())
        }
        Results::Open(results) if matches!(input, Input::Open { votes: 0, .. }) => {
            // Nobody votes: a column of zeros would say that nobody liked anything.
            let head = head(language, "antwoord", "answer", "", "");
            (head[..1].to_vec(), results.answers.iter().map(|answer| vec![answer.text.clone()]).collect())
        }
        Results::Open(results) => {
            let rows = results.answers.iter().map(|answer| vec![answer.text.clone(), count(&answer.votes)]);
            (head(language, "antwoord", "answer", "stemmen", "votes"), rows.collect())
        }
        Results::Spectrum(results) => {
            // Where somebody is: a row of nobody tells nothing.
            let taken = results.histogram.iter().enumerate().filter(|(_, votes)| **votes > 0);
            let rows = taken.map(|(bin, votes)| vec![(bin * 5).to_string(), count(votes)]);
            (head(language, "plek van 0 tot 100", "place from 0 to 100", "antwoorden", "answers"), rows.collect())
        }
        Results::Scale(results) => scale_table(language, input, results),
    }
}

fn head(language: Language, nl: &str, en: &str, nl_count: &str, en_count: &str) -> Vec<String> {
    match language {
        Nl => vec![nl.to_owned(), nl_count.to_owned()],
        En => vec![en.to_owned(), en_count.to_owned()],
    }
}

fn scale_table(language: Language, input: &Input, results: &scale::Results) -> (Vec<String>, Vec<Vec<String>>) {
    let steps = match input {
        Input::Scale { from, to, .. } => *from..=*to,
        _ => 1..=results.statements.first().map_or(1, |statement| statement.counts.len() as i32),
    };
    let [first, mean, skips] = match language {
        Nl => ["stelling", "gemiddeld", "sloegen over"],
        En => ["statement", "mean", "skipped"],
    };
    let mut head = vec![first.to_owned()];
    head.extend(steps.map(|step| step.to_string()));
    head.extend([mean.to_owned(), skips.to_owned()]);
    let rows = results.statements.iter().map(|statement| {
        let mut row = vec![statement.label.clone()];
        row.extend(statement.counts.iter().map(|count| grouped(language, *count)));
        row.push(statement.mean.map_or_else(|| "–".to_owned(), |mean| decimal(language, mean)));
        row.push(grouped(language, statement.skipped));
        row
    });
    (head, rows.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
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

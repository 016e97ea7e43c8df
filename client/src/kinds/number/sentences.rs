//! What numbers come to in words: where the middle half lies, what lies far outside, and who came
//! closest to what is right.

use shared::question::number::{Nearest, NumberHistogram, NumberInput, NumberResults, Outliers};

use super::NumberFigure;
use crate::kinds::figure_context::FigureContext;
use crate::language::Language;
use crate::messages::results::{self as say, ResultsTexts};
use crate::messages::{MessageArgument, ShownNumber, write};
use crate::texts::charts::{grouped, listed};
use crate::texts::stage as stage_say;

/// So many answers before a mean says something of everybody.
pub const VOTERS: u64 = 3;

/// A number as it was given.
pub fn short(value: f64) -> ShownNumber {
    ShownNumber::short(value, 3)
}

/// A mean: with a decimal more than what it is of.
pub fn mean_of(results: &NumberResults, mean: f64) -> ShownNumber {
    let decimals = match results.columns.step {
        step if step >= 100.0 => 0,
        step if step >= 1.0 => 1,
        step if step >= 0.1 => 2,
        _ => 3,
    };
    ShownNumber::fixed(mean, decimals)
}

fn with_unit(language: Language, input: &NumberInput, value: f64) -> String {
    let value = write(language, short(value));
    match &input.unit {
        Some(unit) => say::with_unit(language, unit, MessageArgument::Phrase(&value)),
        None => value,
    }
}

/// How many answered, the mean and the median, and all that stands under the figure.
pub fn described(language: Language, figure: &NumberFigure<'_>) -> String {
    let (input, results) = (figure.input, figure.results);
    let (Some(mean), Some(median)) = (results.mean, results.median) else {
        return String::new();
    };
    let given = match results.voters {
        1 => say::one_number(
            language,
            MessageArgument::Phrase(&with_unit(language, input, mean)),
        ),
        voters if voters < VOTERS => say::numbers_given(language, voters),
        voters => say::mean_and_median(language, mean_of(results, mean), short(median), voters),
    };
    match sentence(language, input, results) {
        Some(rest) => format!("{given} {rest}."),
        None => given,
    }
}

/// What stands under the figure: the right answer, the middle half, what lies far outside; as far
/// as there is any of it.
pub fn sentence(
    language: Language,
    input: &NumberInput,
    results: &NumberResults,
) -> Option<String> {
    let parts = [
        results
            .nearest
            .as_ref()
            .map(|nearest| right(language, input, results, nearest)),
        half(language, input, results),
        outliers(language, &results.outliers),
    ];
    let parts = parts.into_iter().flatten();
    let said = listed(parts, |rest, next| say::and_further(language, next, rest));
    (!said.is_empty()).then_some(said)
}

fn half(language: Language, input: &NumberInput, results: &NumberResults) -> Option<String> {
    let (low, high) = results.quartiles.filter(|_| results.voters >= VOTERS)?;
    let to = with_unit(language, input, high);
    Some(match low == high {
        true => say::half_says_one(language, MessageArgument::Phrase(&to)),
        false => say::half_says(language, MessageArgument::Phrase(&to), short(low)),
    })
}

fn outliers(language: Language, outliers: &Outliers) -> Option<String> {
    let Outliers { below, above, .. } = outliers;
    match (outliers.lows, outliers.highs) {
        (None, None) => None,
        (Some((least, _)), None) => Some(say::outliers_below(language, *below, short(least))),
        (None, Some((_, most))) => Some(say::outliers_above(language, *above, short(most))),
        (Some((least, _)), Some((_, most))) => Some(say::outliers_around(
            language,
            below + above,
            short(least),
            short(most),
        )),
    }
}

/// What is right, and who had it or came closest.
fn right(
    language: Language,
    input: &NumberInput,
    results: &NumberResults,
    nearest: &Nearest,
) -> String {
    let numbers = |values: &[f64]| {
        let (last, rest) = values.split_last()?;
        let last = with_unit(language, input, *last);
        let rest = listed(
            rest.iter().map(|value| write(language, short(*value))),
            |rest, next| say::list(language, next, rest),
        );
        Some(if rest.is_empty() {
            last
        } else {
            say::list_last(
                language,
                MessageArgument::Phrase(&last),
                MessageArgument::Phrase(&rest),
            )
        })
    };
    let correct = numbers(&results.correct).unwrap_or_default();
    let had = nearest
        .values
        .iter()
        .all(|value| results.correct.contains(value));
    let who = match had {
        true => say::had_it(language, nearest.voters),
        false => {
            let values = numbers(&nearest.values).unwrap_or_default();
            say::came_closest(language, nearest.voters, MessageArgument::Phrase(&values))
        }
    };
    say::right_number(
        language,
        MessageArgument::Phrase(&correct),
        MessageArgument::Phrase(&who),
    )
}

/// How the mean moved since an earlier question.
pub fn moved(language: Language, figure: &NumberFigure<'_>) -> Option<String> {
    let (then, now) = (figure.then?, figure.results);
    let [from, to] = [then.mean?, now.mean?].map(|mean| mean_of(now, mean));
    Some(if from == to {
        say::mean_stayed(language, to)
    } else {
        say::mean_moved(language, from, to)
    })
}

/// The numbers of a column.
pub fn column(language: Language, histogram: &NumberHistogram, place: usize) -> String {
    let at = |place: usize| short(histogram.from + place as f64 * histogram.step);
    if histogram.single {
        write(language, at(place))
    } else {
        say::up_to(language, at(place), at(place + 1))
    }
}

/// From the smallest to the largest of those that lie far outside.
pub fn far(language: Language, (least, most): (f64, f64)) -> String {
    if least == most {
        write(language, short(least))
    } else {
        say::through(language, short(least), short(most))
    }
}

/// What stands behind how many took part.
pub fn of_people(language: Language, participants: u64, voters: u64) -> String {
    stage_say::of_answered(language, participants, voters)
}

/// The head and the rows of the table behind a figure.
pub fn table(language: Language, results: &NumberResults) -> (Vec<String>, Vec<Vec<String>>) {
    let say = ResultsTexts::of(language);
    let Outliers {
        below,
        above,
        lows,
        highs,
    } = &results.outliers;
    let row = |label: String, count: u64| vec![label, grouped(language, count)];
    let outside =
        |ends: &Option<(f64, f64)>, count: u64| ends.map(|ends| row(far(language, ends), count));
    // Where somebody is: a row of nobody says nothing.
    let counts = results
        .columns
        .counts
        .iter()
        .enumerate()
        .filter(|(_, count)| **count > 0);
    let columns =
        counts.map(|(place, count)| row(column(language, &results.columns, place), *count));
    let rows = outside(lows, *below)
        .into_iter()
        .chain(columns)
        .chain(outside(highs, *above));
    (
        vec![say.head_number.to_owned(), say.head_answers.to_owned()],
        rows.collect(),
    )
}

/// Under the figure: that there is nothing yet, or what it comes to.
pub fn under(context: &FigureContext<'_>, number: &NumberFigure<'_>) -> Option<String> {
    context
        .nothing_yet()
        .or_else(|| sentence(context.language, number.input, number.results))
}

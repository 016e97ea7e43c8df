//! What a scale comes to in one sentence, by a rule: the statements with the highest and the lowest
//! mean, or the mean of the only one.

use shared::question::scale::ScaleResults;

use crate::language::Language;
use crate::messages::MessageArgument;
use crate::messages::stage as say;
use crate::texts::charts::decimal;

/// So many answers before a mean says something of everybody.
const VOTERS: u64 = 3;
/// Statements that are longer together would take a third line of a stage: they stand above it
/// already, and their means are enough.
const LONG: usize = 110;

/// The sentence; nothing where several statements share the highest or the lowest mean as it is
/// written.
pub fn sentence(language: Language, results: &ScaleResults) -> Option<String> {
    let written = |mean: f64| decimal(language, mean);
    let means: Vec<(&str, f64)> = results
        .statements
        .iter()
        .filter_map(|each| Some((each.label.as_str(), each.mean?)))
        .collect();
    let by_mean = |one: &&(&str, f64), other: &&(&str, f64)| one.1.total_cmp(&other.1);
    let (high, low) = (means.iter().max_by(by_mean)?, means.iter().min_by(by_mean)?);
    if results.voters < VOTERS {
        return None;
    }
    if let [(_, mean)] = means.as_slice() {
        return Some(say::mean_of_one(language, &written(*mean)));
    }
    let (top, bottom) = (written(high.1), written(low.1));
    let shared = |text: &str| {
        means
            .iter()
            .filter(|(_, mean)| written(*mean) == text)
            .count()
            > 1
    };
    if shared(&top) || shared(&bottom) {
        return None;
    }
    let long = high.0.chars().count() + low.0.chars().count() > LONG;
    let [highest, lowest] = if long {
        [top, bottom]
    } else {
        [(high, top), (low, bottom)]
            .map(|((label, _), mean)| say::label_with_mean(language, *label, &mean))
    };
    Some(say::highest_and_lowest(
        language,
        MessageArgument::Phrase(&highest),
        MessageArgument::Phrase(&lowest),
    ))
}

#[cfg(test)]
mod tests {
    use shared::question::scale::StatementResults;

    use super::*;
    use crate::language::known::Nl;

    fn sentence_for(voters: u64, statements: &[(&str, Option<f64>)]) -> Option<String> {
        let statement = |(label, mean): &(&str, Option<f64>)| StatementResults {
            label: (*label).to_owned(),
            counts: vec![1; 5],
            mean: *mean,
            skipped: 0,
        };
        let statements = statements.iter().map(statement).collect();
        sentence(
            Nl,
            &ScaleResults {
                voters,
                skipped: 0,
                from: 1,
                statements,
            },
        )
    }

    #[test]
    fn a_scale_names_its_highest_and_its_lowest_mean_where_there_is_one_of_each() {
        let long = "We kunnen hier volgende maand samen mee beginnen als het moet, en dan zien we wel wat het brengt";
        let (a, b, c) = (("A", Some(4.14)), ("B", Some(2.3)), ("C", Some(3.0)));
        for (voters, statements, sentence) in [
            (
                9,
                &[a, b, c][..],
                Some("Gemiddeld het hoogst: ‘A’ (4,1), het laagst: ‘B’ (2,3)"),
            ),
            (
                9,
                &[b, a],
                Some("Gemiddeld het hoogst: ‘A’ (4,1), het laagst: ‘B’ (2,3)"),
            ),
            (9, &[a, ("A2", Some(4.11)), b], None),
            (9, &[a, b, ("B2", Some(2.3))], None),
            (9, &[("C", Some(3.0)), ("C2", Some(3.0))], None),
            (2, &[a, b], None),
            (0, &[("A", None), ("B", None)], None),
            (9, &[a, ("B", None)], Some("Gemiddeld 4,1")),
            (9, &[c], Some("Gemiddeld 3,0")),
            (
                9,
                &[(long, Some(4.0)), b],
                Some(
                    "Gemiddeld het hoogst: ‘We kunnen hier volgende maand samen mee beginnen als het moet, en dan zien we wel wat het brengt’ (4,0), het laagst: ‘B’ (2,3)",
                ),
            ),
            (
                9,
                &[
                    (long, Some(4.0)),
                    ("Wat daar in onze straat van komt", Some(1.0)),
                ],
                Some("Gemiddeld het hoogst: 4,0, het laagst: 1,0"),
            ),
            (9, &[], None),
        ] {
            assert_eq!(
                sentence_for(voters, statements).as_deref(),
                sentence,
                "{voters} {statements:?}"
            );
        }
    }
}

//! What numbers are called in a spreadsheet.

use shared::question::sums::Measure;

use crate::language::Language;
use crate::messages::spreadsheet::SpreadsheetTexts;

/// What a number says.
pub fn measure(language: Language, measure: Measure) -> String {
    let say = SpreadsheetTexts::of(language);
    let said = match measure {
        Measure::Voters => say.voters,
        Measure::Given => say.sum_given,
        Measure::Distinct => say.distinct,
        Measure::Skipped => say.skipped,
        Measure::Votes => say.votes,
        Measure::Share => say.share,
        Measure::Mean => say.mean,
        Measure::Median => say.median,
        Measure::LowerQuartile => say.lower_quartile,
        Measure::UpperQuartile => say.upper_quartile,
        Measure::Step(step) => return step.to_string(),
    };
    said.to_owned()
}

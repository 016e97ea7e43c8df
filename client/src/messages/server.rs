//! Plurals and numbers by the rules of CLDR.

use fixed_decimal::Decimal;
use icu_decimal::DecimalFormatter;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

use crate::language::Language;
use crate::language::number::ShownNumber;

/// What a language knows of numbers.
struct NumberRules {
    plurals: Option<PluralRules>,
    numbers: Option<DecimalFormatter>,
}

impl NumberRules {
    fn of(language: Language) -> Self {
        // The build has read these tags; where it could not, numbers stay as programs write them.
        let locale: Locale = language.tag().parse().unwrap_or(Locale::UNKNOWN);
        Self {
            plurals: PluralRules::try_new_cardinal((&locale).into()).ok(),
            numbers: DecimalFormatter::try_new((&locale).into(), Default::default()).ok(),
        }
    }
}

fn with<T>(language: Language, of: impl FnOnce(&NumberRules) -> T) -> T {
    thread_local! {
        static RULES: [std::cell::OnceCell<NumberRules>; Language::SLOTS] =
            const { [const { std::cell::OnceCell::new() }; Language::SLOTS] };
    }
    RULES.with(|rules| of(rules[language.index()].get_or_init(|| NumberRules::of(language))))
}

fn decimal(number: ShownNumber) -> Decimal {
    let mut decimal = Decimal::from(number.units());
    decimal.multiply_pow10(-(number.decimals() as i16));
    decimal
}

/// A number as the language writes it.
pub fn number(language: Language, number: ShownNumber) -> String {
    let written = |rules: &NumberRules| {
        rules
            .numbers
            .as_ref()
            .map(|numbers| numbers.format(&decimal(number)).to_string())
    };
    with(language, written).unwrap_or_else(|| number.plain())
}

/// The plural category of a number.
pub fn category(language: Language, number: ShownNumber) -> &'static str {
    let category = |rules: &NumberRules| {
        rules
            .plurals
            .as_ref()
            .map(|plurals| plurals.category_for(&decimal(number)))
    };
    match with(language, category) {
        Some(PluralCategory::Zero) => "zero",
        Some(PluralCategory::One) => "one",
        Some(PluralCategory::Two) => "two",
        Some(PluralCategory::Few) => "few",
        Some(PluralCategory::Many) => "many",
        Some(PluralCategory::Other) | None => "other",
    }
}

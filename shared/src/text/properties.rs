//! Two properties of characters, as ranges: what shows nothing, and what is a dash. A crate that
//! knows all of Unicode would be most of what a screen's page downloads; a test holds these few
//! lines against one.

/// `Default_Ignorable_Code_Point` of Unicode 17.0, `DerivedCoreProperties.txt`: joiners, fillers,
/// selectors and marks of direction.
const IGNORABLE: [(char, char); 17] = [
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{202a}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff0}', '\u{fff8}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{e0000}', '\u{e0fff}'),
];

/// `Dash` of Unicode 17.0, `PropList.txt`.
const DASHES: [(char, char); 24] = [
    ('-', '-'),
    ('\u{58a}', '\u{58a}'),
    ('\u{5be}', '\u{5be}'),
    ('\u{1400}', '\u{1400}'),
    ('\u{1806}', '\u{1806}'),
    ('\u{2010}', '\u{2015}'),
    ('\u{2053}', '\u{2053}'),
    ('\u{207b}', '\u{207b}'),
    ('\u{208b}', '\u{208b}'),
    ('\u{2212}', '\u{2212}'),
    ('\u{2e17}', '\u{2e17}'),
    ('\u{2e1a}', '\u{2e1a}'),
    ('\u{2e3a}', '\u{2e3b}'),
    ('\u{2e40}', '\u{2e40}'),
    ('\u{2e5d}', '\u{2e5d}'),
    ('\u{301c}', '\u{301c}'),
    ('\u{3030}', '\u{3030}'),
    ('\u{30a0}', '\u{30a0}'),
    ('\u{fe31}', '\u{fe32}'),
    ('\u{fe58}', '\u{fe58}'),
    ('\u{fe63}', '\u{fe63}'),
    ('\u{ff0d}', '\u{ff0d}'),
    ('\u{10d6e}', '\u{10d6e}'),
    ('\u{10ead}', '\u{10ead}'),
];

/// Whether a character by itself shows nothing.
pub fn is_ignorable(c: char) -> bool {
    is_in(&IGNORABLE, c)
}

/// Whether people would call it a dash.
pub fn is_dash(c: char) -> bool {
    is_in(&DASHES, c)
}

fn is_in(ranges: &[(char, char)], c: char) -> bool {
    ranges
        .iter()
        .any(|(first, last)| (*first..=*last).contains(&c))
}

#[cfg(test)]
mod tests {
    use icu_properties::CodePointSetData;
    use icu_properties::props::{Dash, DefaultIgnorableCodePoint};

    use super::*;

    #[test]
    fn these_ranges_are_those_of_unicode() {
        let (ignorable, dash) = (
            CodePointSetData::new::<DefaultIgnorableCodePoint>(),
            CodePointSetData::new::<Dash>(),
        );
        for c in '\0'..=char::MAX {
            assert_eq!(
                is_ignorable(c),
                ignorable.contains(c),
                "{c:?} shows nothing"
            );
            assert_eq!(is_dash(c), dash.contains(c), "{c:?} is a dash");
        }
    }
}

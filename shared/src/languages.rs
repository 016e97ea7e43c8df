//! What the core knows of languages, from the table beside this. No code names one.

const TABLE: &str = include_str!("languages.txt");

/// Something known of a language, with the words that belong to it.
struct Fact {
    language: &'static str,
    of: &'static str,
    words: &'static str,
}

fn facts() -> impl Iterator<Item = Fact> {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let (language, rest) = line.split_once(' ')?;
        let (of, words) = rest.split_once(' ').unwrap_or((rest, ""));
        Some(Fact {
            language,
            of,
            words,
        })
    })
}

impl Fact {
    fn has(&self, word: &str) -> bool {
        self.words.split(' ').any(|one| one == word)
    }
}

/// The language of a deck that names none.
pub(crate) fn default() -> &'static str {
    let mut facts = facts();
    facts
        .find(|fact| fact.of == "default")
        .map_or("und", |fact| fact.language)
}

/// Whether decimals stand behind a point in a language, by its BCP 47 tag.
pub(crate) fn writes_a_decimal_point(tag: &str) -> bool {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    facts().any(|fact| fact.of == "decimal-point" && fact.language.eq_ignore_ascii_case(primary))
}

/// The language that people mean by a word.
pub(crate) fn named(word: &str) -> Option<&'static str> {
    facts()
        .find(|fact| fact.of == "named" && fact.has(word))
        .map(|fact| fact.language)
}

/// Whether a word means yes in some language.
pub(crate) fn means_yes(word: &str) -> bool {
    facts().any(|fact| fact.of == "yes" && fact.has(word))
}

/// Whether a word means no in some language.
pub(crate) fn means_no(word: &str) -> bool {
    facts().any(|fact| fact.of == "no" && fact.has(word))
}

/// Whether a number before this word is one of minutes.
pub(crate) fn means_minutes(word: &str) -> bool {
    facts().any(|fact| fact.of == "minutes" && fact.has(word))
}

/// The number that a word is, in digits.
pub(crate) fn number(word: &str) -> Option<&'static str> {
    let of_a_number = |fact: &Fact| fact.of.bytes().all(|byte| byte.is_ascii_digit());
    facts()
        .find(|fact| of_a_number(fact) && fact.has(word))
        .map(|fact| fact.of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        let known = ["default", "decimal-point", "named", "yes", "no", "minutes"];
        let written = TABLE.lines().filter(|line| {
            let blank = line.trim().is_empty();
            !blank && !line.starts_with('#')
        });
        assert_eq!(facts().count(), written.count());
        for Fact {
            language,
            of,
            words,
        } in facts()
        {
            let is_a_number = of.parse::<u32>().is_ok();
            assert!(known.contains(&of) || is_a_number, "{language} {of}");
            let alone = ["default", "decimal-point"].contains(&of);
            assert_eq!(words.is_empty(), alone, "{language} {of}");
            assert!(!words.split(' ').any(|word| word != word.trim()), "{words}");
        }
        assert_eq!(facts().filter(|fact| fact.of == "default").count(), 1);
    }

    #[test]
    fn what_is_known_is_found_by_what_people_write() {
        assert_eq!(default(), "nl");
        assert_eq!(named("engels"), Some("en"));
        assert_eq!(named("klingon"), None);
        assert_eq!(number("drie"), Some("3"));
        assert_eq!(number("ja"), None);
        assert!(means_yes("aan") && means_no("uit") && means_minutes("min"));
        assert!(!means_yes("uit") && !means_no("aan") && !means_minutes("s"));
        assert!(writes_a_decimal_point("EN-gb") && !writes_a_decimal_point("nl"));
        assert!(!writes_a_decimal_point("xx") && !writes_a_decimal_point(""));
    }

    /// No word says two things of the same sort, whichever language it is of.
    #[test]
    fn no_word_means_yes_and_no_or_two_languages_or_numbers() {
        for fact in facts() {
            for word in fact.words.split(' ').filter(|word| !word.is_empty()) {
                let found = match fact.of {
                    "named" => named(word) == Some(fact.language),
                    "yes" => !means_no(word),
                    "no" => !means_yes(word),
                    "minutes" => means_minutes(word),
                    _ => number(word) == Some(fact.of),
                };
                assert!(found, "{} {} {word}", fact.language, fact.of);
            }
        }
    }
}

//! Texts of others inside a sentence of ours: kept from turning its direction.
//!
//! Where there are elements, `dir="auto"` and `<bdi>` do this; here it is done for plain strings.

/// A text within a sentence: isolated from what stands around it where it could turn that. Others
/// stay as they are, so that ordinary text has no invisible characters in it.
pub fn name(text: &str) -> String {
    isolated(&[text]).concat()
}

/// The texts, each isolated from what stands around it where one of them could turn that.
pub fn isolated(texts: &[&str]) -> Vec<String> {
    let turns = texts
        .iter()
        .any(|text| text.chars().any(|c| runs_right_to_left(c) || steers(c)));
    // What steers the direction by hand could reach out of its isolate.
    let bare = |text: &&str| text.chars().filter(|c| !steers(*c)).collect::<String>();
    let isolate = |text: &&str| {
        if turns {
            format!("\u{2068}{}\u{2069}", bare(text))
        } else {
            (*text).to_owned()
        }
    };
    texts.iter().map(isolate).collect()
}

/// A name or a text of somebody's in a sentence of ours: in quotes, and kept from turning the
/// sentence.
pub fn named(text: &str) -> String {
    format!("‘{}’", name(text))
}

/// The texts as a list within one line.
pub fn listed(texts: &[&str], between: &str) -> String {
    match texts {
        [one] => (*one).to_owned(),
        _ => isolated(texts).join(between),
    }
}

/// Embeddings, overrides and isolates.
fn steers(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn runs_right_to_left(c: char) -> bool {
    matches!(c, '\u{200f}' | '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod sentences;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_could_turn_a_line_is_isolated() {
        assert_eq!(listed(&["poes", "hond"], ", "), "poes, hond");
        assert_eq!(listed(&["سلام"], ", "), "سلام");
        assert_eq!(
            listed(&["poes", "سلام"], ", "),
            "\u{2068}poes\u{2069}, \u{2068}سلام\u{2069}"
        );
        assert_eq!(
            (named("poes").as_str(), named("تה").as_str()),
            ("‘poes’", "‘\u{2068}تה\u{2069}’")
        );
        assert_eq!(
            (name("poes"), name("קפה 3")),
            ("poes".to_owned(), "\u{2068}קפה 3\u{2069}".to_owned())
        );
        // Nothing reaches out of its isolate.
        assert_eq!(name("a\u{202e}b\u{2067}c"), "\u{2068}abc\u{2069}");
    }
}

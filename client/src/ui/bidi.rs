//! Texts of others inside a sentence of ours: kept from turning its direction.
//!
//! Where there are elements, `dir="auto"` and `<bdi>` do this; here it is done for plain strings.

/// The texts, each isolated from what stands around it where one of them runs from right to left.
/// Others stay as they are, so that ordinary text has no invisible characters in it.
pub fn isolated(texts: &[&str]) -> Vec<String> {
    let turns = texts.iter().any(|text| text.chars().any(runs_right_to_left));
    let isolate = |text: &&str| if turns { format!("\u{2068}{text}\u{2069}") } else { (*text).to_owned() };
    texts.iter().map(isolate).collect()
}

/// A name or a text of somebody's in a sentence of ours: in quotes, and kept from turning the sentence.
pub fn named(text: &str) -> String {
    format!("‘{}’", isolated(&[text]).concat())
}

/// The texts as a list within one line.
pub fn listed(texts: &[&str], between: &str) -> String {
    match texts {
        [one] => (*one).to_owned(),
        _ => isolated(texts).join(between),
    }
}

fn runs_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_could_turn_a_line_is_isolated() {
        assert_eq!(listed(&["poes", "hond"], ", "), "poes, hond");
        assert_eq!(listed(&["سلام"], ", "), "سلام");
        assert_eq!(listed(&["poes", "سلام"], ", "), "\u{2068}poes\u{2069}, \u{2068}سلام\u{2069}");
        assert_eq!((named("poes").as_str(), named("تה").as_str()), ("‘poes’", "‘\u{2068}تה\u{2069}’"));
    }
}

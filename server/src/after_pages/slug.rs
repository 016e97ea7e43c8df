//! The names of pages: short words that people read, type and print.

use unicode_normalization::UnicodeNormalization;

/// How long one is, in characters.
const LENGTH: std::ops::RangeInclusive<usize> = 3..=40;

/// What the first part of our own addresses can be: a page of that name would be taken for one of
/// them.
pub const OURS: &[&str] = &[
    "api",
    "assets",
    "desk",
    "healthz",
    "join",
    "language",
    "metrics",
    "privacy",
    "rooms",
    "sign-in",
    "sign-out",
    "stage",
    "test",
    "unsubscribe",
];

/// Whether that can be the name of a page.
pub fn is_one(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    LENGTH.contains(&name.len())
        && name.chars().all(fits)
        && name.contains(|c: char| c.is_ascii_lowercase())
        && !OURS.contains(&name)
}

/// The name of a page where nobody chose one: of a title, the day of it in words, and the room's
/// own name where these have no letters that a name can have.
pub fn usual(title: &str, day: &str, room: &str) -> String {
    let day = plain(day);
    let left = LENGTH.end() - day.len().min(20) - 1;
    let title = cut(&plain(title), left);
    let joined = [title, cut(&day, 20)];
    let joined: Vec<String> = joined.into_iter().filter(|part| !part.is_empty()).collect();
    let name = joined.join("-");
    if is_one(&name) {
        name
    } else {
        cut(&format!("p-{}", plain(room)), *LENGTH.end())
    }
}

/// The same with a number behind it, from the second on.
pub fn numbered(usual: &str, number: u32) -> String {
    match number {
        1 => usual.to_owned(),
        number => {
            let number = number.to_string();
            let name = cut(usual, LENGTH.end() - number.len() - 1);
            format!("{name}-{number}")
        }
    }
}

/// Small letters and digits, with one dash in the place of anything else.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for c in text.nfd().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            plain.push(c);
        } else if !unicode_normalization::char::is_combining_mark(c)
            && !matches!(c, '\'' | '’' | '‘')
            && !plain.ends_with('-')
        {
            plain.push('-');
        }
    }
    plain.trim_matches('-').to_owned()
}

fn cut(text: &str, length: usize) -> String {
    let cut: String = text.chars().take(length).collect();
    cut.trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_short_plain_and_none_of_ours() {
        for good in ["abc", "groepenwerkplaats-28-nov", "a12", &"a".repeat(40)] {
            assert!(is_one(good), "{good}");
        }
        for wrong in [
            "",
            "ab",
            "123",
            "8914-5348",
            "Abc",
            "é-tje",
            "a b",
            "a/b",
            "a.b",
            "..a",
            "desk",
            "sign-in",
            &"a".repeat(41),
        ] {
            assert!(!is_one(wrong), "{wrong}");
        }
    }

    #[test]
    fn the_usual_name_is_made_of_title_and_day() {
        for (title, day, expected) in [
            (
                "Groepenwerkplaats",
                "28 november",
                "groepenwerkplaats-28-november",
            ),
            ("Café’s & één zaal!", "1 mei", "cafes-een-zaal-1-mei"),
            (
                "Een heel lange titel die niet op een regel past",
                "21 september",
                "een-heel-lange-titel-die-ni-21-september",
            ),
            ("漢字", "3 mei", "3-mei"),
            ("漢字", "5月3日", "p-room7"),
            ("", "", "p-room7"),
        ] {
            let made = usual(title, day, "Room7");
            assert_eq!(made, expected);
            assert!(is_one(&made), "{made}");
        }
    }

    #[test]
    fn a_name_that_is_taken_gets_a_number_and_stays_short() {
        assert_eq!(numbered("middag-1-mei", 1), "middag-1-mei");
        assert_eq!(numbered("middag-1-mei", 2), "middag-1-mei-2");
        let long = numbered(&"a".repeat(40), 12);
        assert!(is_one(&long) && long.ends_with("a-12"), "{long}");
    }
}

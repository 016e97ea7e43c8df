//! How many characters are left, as people count them, while somebody types.
//!
//! Without scripts nothing is said here: the limit stands in the hint. It does not stop anybody
//! from writing on: cutting off what somebody types hides the problem, a number below zero shows
//! it. The server is the one that refuses.

use shared::rules::Rules;

use crate::browser::characters;
use crate::language::Language;
use crate::texts::phone::plurals::{left as say_left, over};
use crate::ui::tag::{Tag, tag};

/// What is left under a text field.
pub fn left(language: Language, (limit, rules): (usize, Rules), typed: &str) -> Tag {
    let used = used(typed, rules);
    let class = if used > limit {
        "hint left over"
    } else {
        "hint left"
    };
    tag("p")
        .class(class)
        .set("aria-hidden", "true")
        .child(remark(language, limit, used))
}

/// What is left, as a number within a field of one line; nothing before something is typed.
pub fn short((limit, rules): (usize, Rules), typed: &str) -> Tag {
    let rest = limit as i64 - used(typed, rules) as i64;
    let class = if rest < 0 { "left over" } else { "left" };
    let number = (!typed.trim().is_empty()).then(|| rest.to_string().replace('-', "\u{2212}"));
    tag("span")
        .class(class)
        .set("aria-hidden", "true")
        .child(number)
}

fn remark(language: Language, limit: usize, used: usize) -> String {
    match limit.checked_sub(used) {
        Some(rest) => say_left(language, rest),
        None => over(language, used - limit),
    }
}

/// What stands around a text is not stored.
fn used(typed: &str, rules: Rules) -> usize {
    characters::count(typed.trim(), rules)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_as_people_count_them() {
        for (typed, said) in [
            ("", "Nog 3 tekens"),
            ("e\u{301}👩‍👩‍👧", "Nog 1 teken"),
            ("hond", "1 teken te veel"),
            ("  a  ", "Nog 2 tekens"),
            ("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "1 teken te veel"),
            (
                "\u{600}\u{600}\u{600}\u{600}\u{600}\u{600}\u{600}\u{600}\u{600}\u{600}\u{600}\u{600}\u{600}",
                "1 teken te veel",
            ),
        ] {
            assert_eq!(
                remark(Language::Nl, 3, used(typed, Rules::LATEST)),
                said,
                "{typed}"
            );
        }
    }
}

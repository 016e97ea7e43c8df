//! Counts as the people who they are of.

use std::collections::BTreeMap;

use super::*;

fn parts(name: &str, values: &[&str]) -> Vec<CountedPart> {
    let part = |value: &&str| CountedPart {
        name: name.to_owned(),
        value: (*value).to_owned(),
        part: None,
        label: String::new(),
    };
    values.iter().map(part).collect()
}

fn counts(counts: &[(&str, u32)]) -> BTreeMap<String, u32> {
    let each = counts.iter();
    each.map(|(key, count)| ((*key).to_owned(), *count))
        .collect()
}

/// How many people there are, and how often each part is picked.
fn people(parts: &[CountedPart], each: usize, given: &[(&str, u32)]) -> (usize, Vec<usize>) {
    let people = people_of(parts, each, &counts(given)).expect("these are people");
    for fields in &people {
        let mut picked = fields.0.clone();
        picked.dedup();
        assert_eq!(picked, fields.0, "nobody picks the same twice");
    }
    let of = |part: &CountedPart| people.iter().filter(|fields| part.is_in(fields)).count();
    (people.len(), parts.iter().map(of).collect())
}

#[test]
fn who_picks_one_option_is_one_person() {
    let options = parts("option", &["1", "2", "3"]);
    let given = [("option-1", 3), ("option-3", 2)];
    assert_eq!(people(&options, 1, &given), (5, vec![3, 0, 2]));
    assert_eq!(people(&options, 1, &[]), (0, vec![0; 3]));
}

#[test]
fn who_picks_several_options_are_the_fewest_that_it_can_have_been() {
    let options = parts("option", &["1", "2", "3"]);
    let given = [("option-1", 3), ("option-2", 3), ("option-3", 1)];
    assert_eq!(people(&options, 3, &given), (3, vec![3, 3, 1]));
    assert_eq!(people(&options, 2, &given), (4, vec![3, 3, 1]));
}

#[test]
fn of_several_statements_everybody_has_at_most_one_value_each() {
    let mut cells = parts("value-1", &["1", "5"]);
    cells.extend(parts("value-2", &["1", "5"]));
    let given = [("value-1-1", 2), ("value-1-5", 2), ("value-2-5", 3)];
    assert_eq!(people(&cells, 1, &given), (4, vec![2, 2, 0, 3]));
}

#[test]
fn what_a_question_does_not_offer_and_what_is_too_much_is_refused() {
    let options = parts("option", &["1", "2"]);
    let refused = |given: &[(&str, u32)]| people_of(&options, 1, &counts(given)).unwrap_err();
    assert_eq!(refused(&[("option-3", 1)]), Refusal::OutOfRange);
    let too_many = Refusal::TooMany { limit: TYPED_MAX };
    assert_eq!(refused(&[("option-1", u32::MAX)]), too_many);
    assert_eq!(refused(&[("option-1", 600), ("option-2", 401)]), too_many);
    assert!(people_of(&options, 1, &counts(&[("option-1", 1000)])).is_ok());
}

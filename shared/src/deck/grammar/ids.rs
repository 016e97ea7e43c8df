//! Ids: those that a deck names, and those made from prompts.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::problem::{Problem, Reference};
use super::slide::Draft;
use crate::deck::Part;
use crate::ids::SlideId;
use crate::limits::SLIDE_ID_BYTES;

/// Gives every slide its id. Ids that are named, and those of questions, are fixed: two alike are an
/// error. The other slides make way for them.
pub(super) fn assign(drafts: &mut [Draft], problems: &mut Vec<Problem>) {
    let mut fixed: HashMap<String, usize> = HashMap::new();
    for (index, draft) in drafts.iter_mut().enumerate() {
        let Some(id) = fixed_id(draft, index) else {
            continue;
        };
        match fixed.get(&id) {
            Some(&line) => problems.push(Problem::new(draft.id_line(), Reference::SameId { id: id.clone(), line })),
            None => {
                fixed.insert(id.clone(), draft.id_line());
            }
        }
        draft.slide.id = SlideId(id);
    }
    let mut taken: HashSet<String> = fixed.into_keys().collect();
    let mut next: HashMap<String, usize> = HashMap::new();
    for (index, draft) in drafts.iter_mut().enumerate() {
        if draft.slide.id.0.is_empty() {
            let base = made(draft.slide.prompt.as_deref(), index);
            let id = free(&base, &taken, next.entry(base.clone()).or_insert(2));
            taken.insert(id.clone());
            draft.slide.id = SlideId(id);
        }
    }
}

fn fixed_id(draft: &Draft, index: usize) -> Option<String> {
    if let Some(named) = &draft.named {
        return Some(named.clone());
    }
    let question = matches!(draft.slide.part, Part::Question(_));
    question.then(|| made(draft.slide.prompt.as_deref(), index))
}

/// The first of `base`, `base-2`, `base-3`, … that nobody has.
fn free(base: &str, taken: &HashSet<String>, next: &mut usize) -> String {
    if !taken.contains(base) {
        return base.to_owned();
    }
    loop {
        let end = format!("-{next}");
        *next += 1;
        let room = base.len().min(SLIDE_ID_BYTES - end.len());
        let id = format!("{}{end}", base[..room].trim_end_matches('-'));
        if !taken.contains(&id) {
            return id;
        }
    }
}

/// The id made from a prompt, or from the place in the deck (from 0) if nothing is left of it.
pub(in crate::deck) fn made(prompt: Option<&str>, index: usize) -> String {
    let id = slug(prompt.unwrap_or_default());
    if id.is_empty() { format!("slide-{}", index + 1) } else { id }
}

/// Lower case, accents dropped, other runs `-`, at most [`SLIDE_ID_BYTES`].
fn slug(prompt: &str) -> String {
    let mut id = String::new();
    for c in prompt.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            id.push(c);
        } else if let Some(letters) = spelled(c) {
            id.push_str(letters);
        } else if !is_combining_mark(c) && !id.ends_with('-') {
            id.push('-');
        }
        if id.len() > 2 * SLIDE_ID_BYTES {
            break;
        }
    }
    let id = id.trim_matches('-');
    id[..id.len().min(SLIDE_ID_BYTES)].trim_end_matches('-').to_owned()
}

/// Letters that are not a letter with an accent to Unicode, but are to people.
fn spelled(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ł' => "l",
        'ŋ' => "n",
        'ŧ' => "t",
        'ĸ' => "k",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prompt_becomes_lower_case_letters_digits_and_dashes() {
        for (prompt, id) in [
            ("Hoe neem jij beslissingen?", "hoe-neem-jij-beslissingen"),
            ("Waaraan denk je bij 'waarden'?", "waaraan-denk-je-bij-waarden"),
            ("Één café, naïef: ÇA", "een-cafe-naief-ca"),
            ("Straße, Øre, Łódź, Æsir, İstanbul", "strasse-ore-lodz-aesir-istanbul"),
            ("  --A--  b_c 3.5  ", "a-b-c-3-5"),
            ("ﬁnale ①", "finale-1"),
            ("Ｆｕｌｌ ｗｉｄｔｈ", "full-width"),
            ("IJsland ĳ", "ijsland-ij"),
            ("🎉", ""),
            ("日本語", ""),
            ("", ""),
        ] {
            assert_eq!(slug(prompt), id, "{prompt}");
        }
    }

    #[test]
    fn an_id_is_at_most_60_bytes_and_ends_in_no_dash() {
        assert_eq!(slug(&"a".repeat(100)).len(), 60);
        assert_eq!(slug(&format!("{} bcd", "a".repeat(59))), "a".repeat(59));
        assert_eq!(slug(&format!("{}ß", "a".repeat(59))), format!("{}s", "a".repeat(59)));
    }

    #[test]
    fn without_letters_the_place_in_the_deck_is_the_id() {
        assert_eq!(made(None, 0), "slide-1");
        assert_eq!(made(Some("🎉"), 6), "slide-7");
    }

    #[test]
    fn a_number_behind_a_long_id_fits_in_60_bytes() {
        let base = "a".repeat(60);
        let taken = HashSet::from([base.clone()]);
        assert_eq!(free(&base, &taken, &mut 2), format!("{}-2", "a".repeat(58)));
    }
}

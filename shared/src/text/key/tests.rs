//! Which words are the same.

use proptest::prelude::*;

use super::*;

fn key(text: &str) -> String {
    word_key(text, Rules::Second)
}

#[test]
fn words_match_as_people_would_say() {
    for (a, b) in [
        ("Vertrouwen", "vertrouwen!"),
        ("  'samen' ", "Samen"),
        ("eigen  regie", "Eigen regie…"),
        ("STRASSE", "straße"),
        ("ﬁets", "fiets"),
        ("cafe\u{301}", "café"),
    ] {
        for rules in [Rules::First, Rules::Second] {
            assert_eq!(
                word_key(a, rules),
                word_key(b, rules),
                "{a} and {b} under {rules:?}"
            );
        }
    }
    for (a, b) in [
        ("c", "c+"),
        ("❤️", "❤️❤️"),
        ("!", "?"),
        ("hoop", "hoop doet leven"),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"),
        ("🏴󠁧󠁢󠁷󠁬󠁳󠁿", "🏴"),
    ] {
        for rules in [Rules::First, Rules::Second] {
            assert_ne!(
                word_key(a, rules),
                word_key(b, rules),
                "{a} and {b} under {rules:?}"
            );
        }
    }
    for (a, b) in [
        ("í", "i"),
        ("ė", "e"),
        ("ı", "i"),
        ("a-b", "ab"),
        ("nietrokers", "niet-rokers"),
        ("👍🏽", "👍"),
        ("ー", "-"),
    ] {
        assert_ne!(key(a), key(b), "{a} and {b}");
    }
}

/// Under the rules of before these were two words, and stay so in the rooms that began under them.
#[test]
fn what_nobody_sees_and_what_dash_it_is_makes_no_other_word() {
    for (typed, word) in [
        ("ru\u{200b}st", "rust"),
        ("ru\u{ad}st", "rust"),
        ("rust\u{2060}", "rust"),
        ("\u{200e}rust", "rust"),
        ("rus\u{fe0f}t", "rust"),
        ("r\u{34f}u\u{3164}s\u{180b}t\u{e0075}", "rust"),
        ("ru\u{17b4}st", "rust"),
        ("r\u{1d173}ust", "rust"),
        ("ru\u{e0100}st", "rust"),
        ("Cafe\u{200d}\u{301}", "café"),
        ("❤️", "❤"),
        ("☺\u{fe0e}", "☺"),
        ("1️⃣", "1⃣"),
        ("👩‍🚀", "👩🚀"),
        ("İstanbul", "istanbul"),
        ("İSTANBUL", "Istanbul"),
        ("D\u{0049}\u{307}YARBAKIR", "diyarbakir"),
        ("i\u{323}\u{307}", "ị"),
        ("niet\u{2011}rokers", "niet-rokers"),
        ("niet\u{2013}rokers", "niet-rokers"),
        ("niet\u{2010}rokers", "niet-rokers"),
        ("niet\u{2212}rokers", "niet-rokers"),
        ("niet\u{fe63}rokers", "niet-rokers"),
        ("niet\u{5be}rokers", "niet-rokers"),
        ("niet\u{207b}rokers", "niet-rokers"),
    ] {
        assert_eq!(key(typed), key(word), "{typed:?} is {word}");
        if !typed.contains('\u{fe63}') {
            assert_ne!(
                word_key(typed, Rules::First),
                word_key(word, Rules::First),
                "{typed:?} was not {word}"
            );
        }
    }
}

/// They are stored: another version of a table may not make another one.
#[test]
fn keys_are_what_they_were() {
    for (typed, first, second) in [
        ("İstanbul!", "i\u{307}stanbul", "istanbul"),
        ("Niet\u{2011}Rokers", "niet\u{2010}rokers", "niet-rokers"),
        ("ru\u{200b}st", "ru\u{200b}st", "rust"),
        ("❤️", "❤\u{fe0f}", "❤"),
        ("ΣΊΣΥΦΟΣ", "σίσυφοσ", "σίσυφοσ"),
        ("Große Ⅷ", "grosse viii", "grosse viii"),
        ("ｶﾞﾝ", "ガン", "ガン"),
        ("  «Één» ", "één", "één"),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
        ("—", "—", "-"),
        ("?!", "?!", "?!"),
    ] {
        assert_eq!(
            (
                &*word_key(typed, Rules::First),
                &*word_key(typed, Rules::Second)
            ),
            (first, second),
            "{typed}"
        );
    }
}

/// Letters of scripts that know case, marks, ligatures or joiners, and what stands between words.
const WORD: &str = "[a-zA-Z0-9 éÉİiıßſñçăỆệΣσςΆάЙйЁёԱաﬁ①Ⅷ½Åﷺ각가힣がガﾊﾟक्षिไทยسلامआ‑–—'!?.,:❤👩👍🏽🇳🇱\u{301}\u{307}\u{323}\u{345}\u{3099}]{0,12}";

fn ignorable() -> impl Strategy<Value = char> {
    let all: Vec<char> = ('\0'..=char::MAX).filter(|c| is_ignorable(*c)).collect();
    proptest::sample::select(all)
}

proptest! {
    #[test]
    fn a_key_is_its_own_key(text in prop_oneof![WORD, "\\PC{0,12}"]) {
        let once = key(&text);
        prop_assert_eq!(key(&once), once.clone(), "of {:?}", text);
    }

    #[test]
    fn what_nobody_sees_changes_no_key(text in WORD, seeds in proptest::collection::vec((any::<prop::sample::Index>(), ignorable()), 0..6)) {
        let mut letters: Vec<char> = text.chars().collect();
        for (at, c) in seeds {
            letters.insert(at.index(letters.len() + 1), c);
        }
        let typed: String = letters.into_iter().collect();
        prop_assert_eq!(key(&typed), key(&text), "{:?}", typed);
        let (typed, text) = (line(&typed, Rules::Second), line(&text, Rules::Second));
        prop_assert_eq!(key(&typed), key(&text), "{:?} as it is stored", typed);
    }

    #[test]
    fn every_form_and_case_has_the_same_key(text in WORD) {
        let of = key(&text);
        for form in [text.nfc().collect::<String>(), text.nfd().collect(), text.nfkc().collect(), text.nfkd().collect()] {
            prop_assert_eq!(key(&form), of.clone(), "{:?}", form);
        }
        // A capital makes letters of marks, so they have to stand apart and in order. A small i
        // without its dot has the capital of the one with it.
        let text: String = text.nfkd().collect();
        if !text.contains('ı') {
            prop_assert_eq!(key(&text.to_uppercase()), of.clone(), "{:?}", text.to_uppercase());
        }
        prop_assert_eq!(key(&text.to_lowercase()), of, "{:?}", text.to_lowercase());
    }

    #[test]
    fn plain_words_are_the_same_by_case_blanks_and_outer_punctuation_alone(a in "[ -~]{0,6}", b in "[ -~]{0,6}", flips in any::<u8>()) {
        let plain = |text: &str| {
            let lower = text.to_ascii_lowercase();
            let words: Vec<&str> = lower.split(' ').filter(|word| !word.is_empty()).collect();
            let whole = words.join(" ");
            let inner = whole.trim_matches(|c: char| c == ' ' || (c.is_ascii_punctuation() && !"$+<=>^`|~".contains(c)));
            if inner.is_empty() { whole } else { inner.to_owned() }
        };
        let other: String = a.chars().enumerate().map(|(at, c)| if flips >> (at % 8) & 1 == 1 { c.to_ascii_uppercase() } else { c }).collect();
        for b in [&b, &other, &format!("({a})!"), &a.replace(' ', "  ")] {
            prop_assert_eq!(key(&a) == key(b), plain(&a) == plain(b), "{:?} and {:?}", a, b);
        }
    }
}

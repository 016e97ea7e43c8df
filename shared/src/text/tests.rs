//! What is kept of a text, and how long it is.

use super::*;

const EVERY: [Rules; 2] = [Rules::First, Rules::Second];

#[test]
fn people_count_what_they_see() {
    for (text, characters) in [
        ("noaberschap", 11),
        ("👩‍👩‍👧", 1),
        ("👩🏻‍❤️‍💋‍👨🏽", 1),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 1),
        ("ons gezin 👨‍👩‍👧‍👦", 11),
        ("e\u{301}", 1),
        ("🇳🇱🇧🇪", 2),
        ("นี้ก็ดี", 3),
        ("क्षत्रिय", 3),
        ("", 0),
    ] {
        for rules in EVERY {
            assert_eq!(count(text, rules), characters, "{text} under {rules:?}");
        }
    }
    for (text, characters) in [
        ("\u{600}".repeat(100), 25),
        ("\u{1100}".repeat(44), 11),
        ("क्".repeat(26), 13),
        ("👨‍👩‍👧‍👦".repeat(8), 14),
    ] {
        assert_eq!(count(&text, Rules::Second), characters, "{text}");
    }
}

#[test]
fn what_shows_nothing_is_empty() {
    let old = [
        "",
        "   ",
        "\u{200b}\u{200d}",
        "\n\t",
        "\u{202e}",
        "\u{3164}",
        "\u{2800} \u{115f}",
        "\u{e0041}",
    ];
    for text in old {
        EVERY
            .into_iter()
            .for_each(|rules| assert_eq!(line(text, rules), "", "{text:?} under {rules:?}"));
    }
    for text in [
        "\u{17b4}",
        "\u{180b}\u{180f}",
        "\u{fff3}",
        "\u{1bca0} \u{1d173}",
        "\u{1160}\u{17b5}\u{2800}",
    ] {
        assert_eq!(line(text, Rules::Second), "", "{text:?}");
        assert_ne!(line(text, Rules::First), "", "{text:?}, as it was before");
    }
}

#[test]
fn what_is_shown_keeps_what_makes_it_an_emoji() {
    for text in ["❤️", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "1️⃣", "می‌خواهم", "葛\u{e0100}"]
    {
        EVERY
            .into_iter()
            .for_each(|rules| assert_eq!(line(text, rules), text));
    }
}

#[test]
fn a_text_that_was_cleaned_is_clean() {
    for (typed, cleaned) in [
        ("e\u{202e}\u{301}", "é"),
        ("e\u{0}\u{301}", "é"),
        (" a\u{a0} \u{2003}b ", "a b"),
    ] {
        EVERY
            .into_iter()
            .for_each(|rules| assert_eq!(line(typed, rules), cleaned, "{typed:?}"));
    }
}

proptest::proptest! {
    #[test]
    fn cleaning_twice_is_cleaning_once(text in "[\\PC\\pM\\pC]{0,20}") {
        for rules in EVERY {
            let once = line(&text, rules);
            proptest::prop_assert_eq!(line(&once, rules), once.clone());
            let several = lines(&text, rules);
            proptest::prop_assert_eq!(lines(&several, rules), several.clone());
            proptest::prop_assert!(once.is_empty() || !word_key(&once, rules).is_empty());
        }
    }

    #[test]
    fn what_is_taken_has_few_scalar_values_and_what_people_type_is_taken(
        text in "[\\PC\\pM\u{600}\u{1100}\u{94d}\u{915}\u{200d}👩]{0,60}",
        limit in 1..20usize,
    ) {
        let scalars = text.chars().count();
        let taken = is_within(&text, limit, Rules::Second);
        proptest::prop_assert!(!taken || scalars <= SCALARS_ALWAYS.max(SCALARS_PER_CHAR * limit));
        let short = fits(&text, limit) && scalars <= SCALARS_PER_CHAR * limit;
        proptest::prop_assert!(taken || !short);
        proptest::prop_assert_eq!(taken, is_within(&text, count(&text, Rules::Second), Rules::Second)
            && count(&text, Rules::Second) <= limit);
    }
}

#[test]
fn line_breaks_stay_but_do_not_pile_up() {
    for rules in EVERY {
        assert_eq!(lines("a\r\n\r\n\r\n\r\nb  c\n\n", rules), "a\n\nb c");
        assert_eq!(line("a\nb\u{0}c", rules), "a bc");
    }
}

#[test]
fn what_people_write_in_any_script_is_counted_as_they_count_it() {
    for character in [
        "🇳🇱",
        "👍🏽",
        "क्षि",
        "ก็",
        "❤️",
        "é",
        "ệ",
        "각",
        "がぎ",
        "བོད",
        "שָּׁ",
        "1️⃣",
        "ስ",
        "မြ",
    ] {
        let times = 24 / count(character, Rules::First);
        for (more, taken) in [(0, true), (1, false)] {
            let limit = times * count(character, Rules::First);
            let text = character.repeat(times + more);
            assert!(
                EVERY
                    .into_iter()
                    .all(|rules| is_within(&text, limit, rules) == taken),
                "{text}"
            );
        }
    }
    for text in [
        "Fijne dag 👨‍👩‍👧‍👦👨‍👩‍👧‍👦",
        "अन्तर्राष्ट्रीयकरण",
        "สวัสดีค่ะทุกคน",
        "ខ្ញុំស្រឡាញ់អ្នក",
        "བསྒྲུབས་པ",
        "ကျွန်ုပ်တို့",
        "בְּרֵאשִׁית בָּרָא",
        "Thie\u{302}\u{301}u nu\u{302}\u{303}",
        "വിദ്യാഭ്യാസം",
    ] {
        let short = count(text, Rules::First);
        assert!(
            short <= 25 && is_within(text, short, Rules::Second),
            "{text}"
        );
    }
    assert!(is_within("🏴󠁧󠁢󠁥󠁮󠁧󠁿🏴󠁧󠁢󠁳󠁣󠁴󠁿🏴󠁧󠁢󠁷󠁬󠁳󠁿 en कार्त्स्न्य", 25, Rules::Second));
    for alone in ["👩🏻‍❤️‍💋‍👨🏽", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👨‍👩‍👧‍👦", "त्स्न्य"]
    {
        assert!(is_within(alone, 1, Rules::Second), "{alone}");
    }
}

#[test]
fn what_has_no_end_within_one_character_is_too_long() {
    for (character, times) in [
        ("\u{600}", 390),
        ("\u{1100}", 260),
        ("क्", 130),
        ("\u{1f1f3}\u{200d}", 60),
        ("👩\u{200d}", 60),
        ("\u{e0061}", 120),
        ("\u{1b05}\u{1b44}", 60),
        ("\u{11a8}", 101),
        ("\u{6dd}", 101),
    ] {
        let text = character.repeat(times);
        assert_eq!(
            within(text.clone(), 25, Rules::Second),
            Err(Refusal::TooLong { limit: 25 }),
            "{text}"
        );
    }
    assert!(is_within(&"\u{600}".repeat(100), 25, Rules::Second));
    assert!(
        is_within(&"\u{600}".repeat(390), 25, Rules::First),
        "a room of before takes what it took"
    );
}

#[test]
fn piled_up_marks_are_too_long() {
    for rules in EVERY {
        let zalgo = format!("a{}", "\u{301}\u{302}".repeat(60));
        assert_eq!(
            within(zalgo, 25, rules),
            Err(Refusal::TooLong { limit: 25 })
        );
        assert!(within("x".repeat(25), 25, rules).is_ok());
        assert_eq!(
            within("x".repeat(26), 25, rules),
            Err(Refusal::TooLong { limit: 25 })
        );
    }
}

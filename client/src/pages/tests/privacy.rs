//! The page about privacy says what this instance is set to.

use super::desk::parsed;
use super::*;
use crate::views::desk::Privacy;

pub(super) fn privacy() -> Privacy {
    Privacy {
        identity_days: 30,
        host: "peil.example.org".into(),
        encrypted: true,
        proxied: true,
        mails: true,
        keep_answers: Some(30),
        keep_forms: Some(14),
    }
}

#[test]
fn privacy_says_how_long_answers_and_forms_are_kept_where_that_has_an_end() {
    let said = |language, keep_answers, keep_forms| {
        let facts = Privacy {
            keep_answers,
            keep_forms,
            ..privacy()
        };
        text(&parsed(&host::privacy(&assets(), language, &facts)), "main")
    };
    let (nl, en) = (Language::Nl, Language::En);
    for (language, parts) in [
        (nl, ["30 dagen na het einde gewist", "na 14 dagen gewist"]),
        (
            en,
            ["erased 30 days after it ended", "erased after 14 days"],
        ),
    ] {
        let both = said(language, Some(30), Some(14));
        assert!(parts.iter().all(|part| both.contains(part)), "{both}");
        let neither = said(language, None, None);
        assert!(
            !parts.iter().any(|part| neither.contains(part)),
            "{neither}"
        );
        let one = said(language, Some(1), None);
        assert!(one.contains("1 dag ") || one.contains("1 day "), "{one}");
    }
}

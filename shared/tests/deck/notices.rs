//! What is kept but may not do what was hoped is said as a warning, never as an error.

use crate::{KINDS, smallest, warnings};

#[test]
fn kinds_that_this_version_cannot_play_are_warned_of() {
    for kind in KINDS {
        let played = ["choice", "words", "open", "scale", "spectrum"].contains(&kind);
        let expected: &[_] = if played { &[] } else { &["not-played-yet"] };
        let found: Vec<_> = warnings(&smallest(kind)).into_iter().map(|(_, code)| code).collect();
        assert_eq!(found, expected, "{kind}");
    }
    assert_eq!(warnings("# A\n---\nshow: leaderboard\n---\n"), [(3, "not-played-yet")]);
    assert_eq!(warnings("show: instructions\n---\n# A\n---\nshow: break\n---\n"), []);
}

#[test]
fn settings_that_this_version_does_nothing_with_are_warned_of() {
    for (setting, warned) in [
        ("qa: moderated", true),
        ("qa: open", true),
        ("qa: off", false),
        ("pace: own", true),
        ("pace: room", false),
        ("reactions: [👏]", true),
        ("reactions: []", false),
    ] {
        let expected: &[_] = if warned { &[(2, "not-used-yet")] } else { &[] };
        assert_eq!(warnings(&format!("---\n{setting}\n---\n# A")), expected, "{setting}");
    }
    assert_eq!(warnings("# A\n---\nid: b\nreactions: [👏]\n---\n# B"), [(4, "not-used-yet")]);
}

#[test]
fn pictures_that_pages_will_not_load_are_warned_of() {
    for (source, shown) in [
        ("/kat.png", true),
        ("data:image/png;base64,iVBORw0KGgo=", true),
        ("https://elders.example/kat.png", false),
        ("//elders.example/kat.png", false),
        ("kat.png", false),
        ("data:image/svg+xml;base64,PHN2Zz4=", false),
    ] {
        let count = usize::from(!shown);
        let body = format!("# A\n\nTekst ![kat]({source})");
        assert_eq!(warnings(&body), vec![(1, "picture-not-shown"); count], "{source}");
        let option = format!("ask: choice\n---\n# A\n\n- a\n- b ![kat]({source})");
        assert_eq!(warnings(&option), vec![(6, "picture-not-shown"); count], "{source}");
    }
}

#[test]
fn a_heading_among_the_settings_is_a_comment_and_warned_of() {
    assert_eq!(warnings("ask: open\n# Wat?\n---\n\n# Volgende"), [(2, "comment-like-heading")]);
    assert_eq!(warnings("ask: open # hier\n---\n\n# Wat?"), []);
}

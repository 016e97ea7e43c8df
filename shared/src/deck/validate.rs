//! What a deck may hold: limits, ranges, shapes, and what one slide may say about another.
//!
//! Looks at a deck, not at its text: a finding names the part of the deck that it is about, and the
//! grammar knows on which line that part stands.

use unicode_segmentation::UnicodeSegmentation;

use super::grammar::emoji::is_emoji;
use super::problem::{Content, Reference, Settings, Structure, Thing, Value, Wanted, Wrong};
use super::{Deck, Part, Slide};
use crate::limits::{
    BREAK_MINUTES_MAX, BYTES_PER_CHAR, DECK_SLIDES, GRACE_SECONDS_MAX, LABEL_CHARS, PROMPT_CHARS, REACTIONS_MAX,
    SLIDE_ID_BYTES, TITLE_CHARS,
};
use crate::text::{fits, without_towers};

mod notice;
mod question;
mod reference;

/// Something about a part of a deck: an error, or a notice.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The slide, from 0; nothing for the deck itself.
    pub slide: Option<usize>,
    /// The part of it.
    pub spot: Spot,
    /// What it is.
    pub wrong: Wrong,
    /// The other slide that it is about, from 0.
    pub about: Option<usize>,
}

/// A part of a slide, or of the deck's own settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The slide as a whole.
    Slide,
    /// Its heading.
    Heading,
    /// One of its settings.
    Key(&'static str),
    /// An item of its list, from 0.
    Item(usize),
}

/// Everything that is wrong with a deck, and what is worth knowing about it.
pub fn check(deck: &Deck) -> Vec<Finding> {
    let mut findings = Findings { slide: None, list: Vec::new() };
    findings.deck(deck);
    for (index, slide) in deck.slides.iter().enumerate() {
        findings.slide = Some(index);
        findings.slide(slide);
        reference::check(deck, index, &mut findings);
        notice::slide(slide, &mut findings);
    }
    findings.list
}

/// Collects findings about the slide at hand.
struct Findings {
    slide: Option<usize>,
    list: Vec<Finding>,
}

impl Findings {
    fn add(&mut self, spot: Spot, wrong: impl Into<Wrong>) {
        self.list.push(Finding { slide: self.slide, spot, wrong: wrong.into(), about: None });
    }

    fn add_about(&mut self, spot: Spot, about: usize, wrong: Reference) {
        self.list.push(Finding { slide: self.slide, spot, wrong: wrong.into(), about: Some(about) });
    }

    fn deck(&mut self, deck: &Deck) {
        if deck.slides.len() > DECK_SLIDES {
            self.add(Spot::Slide, Structure::TooManySlides);
        }
        self.text(Spot::Key("title"), Thing::Title, &deck.title, TITLE_CHARS);
        self.range("grace", i64::from(deck.grace), 0, i64::from(GRACE_SECONDS_MAX));
        self.reactions(&deck.reactions);
        if !is_language(&deck.language) {
            self.not_a("language", Wanted::Language, &deck.language);
        }
        notice::deck(deck, self);
    }

    fn slide(&mut self, slide: &Slide) {
        if !is_id(slide.id.as_str()) {
            self.not_a("id", Wanted::Id, slide.id.as_str());
        }
        self.text(Spot::Heading, Thing::Prompt, slide.heading(), PROMPT_CHARS);
        self.reactions(slide.reactions.as_deref().unwrap_or_default());
        match &slide.part {
            Part::Content | Part::Instructions | Part::Leaderboard => {}
            Part::Break { minutes, until } => self.pause(*minutes, until.as_deref()),
            Part::Question(question) => self.question(question),
        }
    }

    fn pause(&mut self, minutes: Option<u32>, until: Option<&str>) {
        if let Some(minutes) = minutes {
            self.range("minutes", i64::from(minutes), 1, i64::from(BREAK_MINUTES_MAX));
        }
        if let Some(until) = until.filter(|until| !is_time(until)) {
            self.not_a("until", Wanted::Time, until);
        }
        if minutes.is_some() && until.is_some() {
            self.add(Spot::Key("until"), Settings::BothLengths);
        }
    }

    fn reactions(&mut self, reactions: &[String]) {
        let spot = Spot::Key("reactions");
        self.at_most(spot, Thing::Reaction, reactions.len(), REACTIONS_MAX);
        for reaction in reactions.iter().filter(|reaction| !is_emoji(reaction)) {
            self.not_a("reactions", Wanted::Emoji, reaction);
        }
    }

    fn not_a(&mut self, key: &'static str, wanted: Wanted, found: &str) {
        let instead = super::grammar::instead::of(wanted, found);
        let found = super::grammar::plain::quote(found);
        self.add(Spot::Key(key), Value::NotA { key: key.into(), wanted, found, instead });
    }

    fn range(&mut self, key: &'static str, found: i64, min: i64, max: i64) {
        if !(min..=max).contains(&found) {
            self.add(Spot::Key(key), Value::Range { key, found, min, max });
        }
    }

    fn at_least(&mut self, spot: Spot, thing: Thing, found: usize, min: usize) {
        if found < min {
            self.add(spot, Content::TooFew { thing, min, found });
        }
    }

    fn at_most(&mut self, spot: Spot, thing: Thing, found: usize, max: usize) {
        if found > max {
            self.add(spot, Content::TooMany { thing, max, found });
        }
    }

    fn label(&mut self, spot: Spot, thing: Thing, text: &str) {
        self.text(spot, thing, text, LABEL_CHARS);
    }

    fn text(&mut self, spot: Spot, thing: Thing, text: &str, max: usize) {
        if !fits(text, max) {
            self.add(spot, Content::TooLong { thing, max });
        }
    }
}

/// As much of a text as [`fits`], with `…` where it ends early.
pub(super) fn shortened(text: &str, max: usize) -> String {
    if fits(text, max) {
        return text.to_owned();
    }
    let text = &without_towers(text);
    let room = max * BYTES_PER_CHAR - '…'.len_utf8();
    let ends = text.grapheme_indices(true).map(|(start, grapheme)| start + grapheme.len());
    let end = ends.take(max - 1).take_while(|end| *end <= room).last().unwrap_or_default();
    format!("{}…", text[..end].trim_end())
}

/// Letters a–z, digits and `-`.
fn is_id(id: &str) -> bool {
    let letters = id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    letters && (1..=SLIDE_ID_BYTES).contains(&id.len())
}

/// `HH:MM`, 00:00 to 23:59.
fn is_time(text: &str) -> bool {
    let &[h1, h2, b':', m1, m2] = text.as_bytes() else {
        return false;
    };
    let digits = [h1, h2, m1, m2].iter().all(u8::is_ascii_digit);
    digits && [h1, h2] < *b"24" && m1 < b'6'
}

/// The shape of a BCP 47 tag: a language of two or three letters, then parts of up to eight.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let plain = |part: &str| part.bytes().all(|b| b.is_ascii_alphanumeric());
    (2..=3).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_alphabetic())
        && tag.len() <= 35
        && parts.all(|part| (1..=8).contains(&part.len()) && plain(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_times_and_languages_have_a_shape() {
        for id in ["a", "Kennis-2", &"a".repeat(60)] {
            assert!(is_id(id), "{id}");
        }
        for id in ["", "a b", "é", "a_b", "a/b", &"a".repeat(61)] {
            assert!(!is_id(id), "{id}");
        }
        for time in ["00:00", "09:30", "23:59"] {
            assert!(is_time(time), "{time}");
        }
        for time in ["24:00", "9:30", "12:60", "1230", "ab:cd", "12:3é", ""] {
            assert!(!is_time(time), "{time}");
        }
        for tag in ["nl", "en-GB", "zh-Hant-TW", "nds", "NL"] {
            assert!(is_language(tag), "{tag}");
        }
        for tag in ["", "n", "Dutch", "nl_NL", "nl-", "nl--x", "12", "nl-abcdefghi"] {
            assert!(!is_language(tag), "{tag}");
        }
    }

    #[test]
    fn a_text_is_measured_as_people_count_and_has_an_end_in_bytes() {
        assert!(fits(&"é".repeat(150), 150));
        assert!(fits(&"e\u{301}".repeat(150), 150));
        assert!(!fits(&"e".repeat(151), 150));
        assert!(!fits(&format!("e{}", "\u{301}".repeat(400)), 150));
    }

    #[test]
    fn a_shortened_text_fits() {
        for text in ["kort".to_owned(), "lang ".repeat(50), "👨‍👩‍👧".repeat(80), format!("e{}", "\u{301}".repeat(900))]
        {
            let short = shortened(&text, 50);
            assert!(fits(&short, 50), "{short}");
            assert_eq!(short == text, fits(&text, 50));
        }
    }
}

//! What a deck may hold: limits, ranges, shapes, and what one slide may say about another.
//!
//! Looks at a deck, not at its text: a finding names the part of the deck that it is about, and the
//! grammar knows on which line that part stands.

use unicode_segmentation::UnicodeSegmentation;

use super::problem::{
    ContentProblem, DeckPart, SettingsProblem, StructureProblem, ValueProblem, Wanted,
};
use super::text::emoji::is_emoji;
use super::{Deck, Groups, Part, Question, Slide, Wifi};
use crate::limits::{
    BREAK_MINUTES_MAX, BYTES_PER_CHAR, COUNTDOWN_SECONDS_MAX, DECK_SLIDES, GRACE_SECONDS_MAX,
    GROUPS_MAX, GROUPS_MIN, LANGUAGES_MAX, PROMPT_CHARS, REACTIONS_MAX, ROUNDS_MAX, SLIDE_ID_BYTES,
    TITLE_CHARS, WIFI_BYTES,
};
use crate::text::{fits, without_towers};

pub(crate) mod findings;
mod notice;
mod reference;

use findings::Findings;
pub use findings::{Finding, SlidePart};

/// Everything that is wrong with a deck, and what is worth knowing about it.
pub fn check(deck: &Deck) -> Vec<Finding> {
    let mut findings = Findings {
        slide: None,
        list: Vec::new(),
    };
    findings.deck(deck);
    for (index, slide) in deck.slides.iter().enumerate() {
        findings.slide = Some(index);
        findings.slide(slide);
        reference::check(deck, index, &mut findings);
        notice::slide(deck, slide, &mut findings);
    }
    findings.list
}

impl Findings {
    fn deck(&mut self, deck: &Deck) {
        if deck.slides.len() > DECK_SLIDES {
            self.add(SlidePart::Slide, StructureProblem::TooManySlides);
        }
        self.text(
            SlidePart::Key("title"),
            DeckPart::Title,
            &deck.title,
            TITLE_CHARS,
        );
        self.range("grace", deck.grace, 0, GRACE_SECONDS_MAX);
        self.reactions(&deck.reactions);
        self.languages(deck);
        self.groups(deck.groups.as_ref());
        notice::deck(deck, self);
    }

    fn languages(&mut self, deck: &Deck) {
        let spot = SlidePart::Key("languages");
        self.at_most(
            spot,
            DeckPart::Language,
            deck.languages.len(),
            LANGUAGES_MAX,
        );
        for (index, language) in deck.languages.iter().enumerate() {
            if !is_language(language) {
                self.not_a("languages", Wanted::Language, language);
            } else if deck.languages[..index].contains(language) {
                self.add(
                    spot,
                    ContentProblem::LanguageTwice {
                        found: super::text::plain::quote(language),
                    },
                );
            }
        }
        if deck.languages.is_empty() && !is_language(&deck.language) {
            self.not_a("language", Wanted::Language, &deck.language);
        }
        for title in deck.titles.values() {
            self.text(SlidePart::Key("title"), DeckPart::Title, title, TITLE_CHARS);
        }
    }

    fn groups(&mut self, groups: Option<&Groups>) {
        match groups {
            None => {}
            Some(Groups::Count(count)) => {
                self.range("groups", *count, GROUPS_MIN as i64, GROUPS_MAX as i64)
            }
            Some(Groups::Named(names)) => {
                let spot = SlidePart::Key("groups");
                self.at_least(spot, DeckPart::Group, names.len(), GROUPS_MIN);
                self.at_most(spot, DeckPart::Group, names.len(), GROUPS_MAX);
                self.labels("groups", DeckPart::Group, names);
            }
        }
    }

    fn slide(&mut self, slide: &Slide) {
        if !is_id(slide.id.as_str()) {
            self.not_a("id", Wanted::Id, slide.id.as_str());
        }
        self.text(
            SlidePart::Heading,
            DeckPart::Prompt,
            slide.heading(),
            PROMPT_CHARS,
        );
        self.reactions(slide.reactions.as_deref().unwrap_or_default());
        self.time("at", slide.at.as_deref());
        self.minutes(slide.minutes);
        match &slide.part {
            Part::Content | Part::Leaderboard | Part::Agenda => {}
            Part::Instructions { wifi } => self.wifi(wifi.as_ref()),
            Part::Break { minutes, until } => self.pause(*minutes, until.as_deref()),
            Part::Results { round, .. } => {
                round
                    .iter()
                    .for_each(|round| self.range("round", *round, 1, ROUNDS_MAX));
            }
            Part::Question(question) => self.question(question),
        }
    }

    fn question(&mut self, question: &Question) {
        if let Some(seconds) = question.countdown {
            self.range("countdown", seconds, 1, COUNTDOWN_SECONDS_MAX);
        }
        if let Some(ghost) = question.ghost.as_deref().filter(|ghost| !is_id(ghost)) {
            self.not_a("ghost", Wanted::Room, ghost);
        }
        question.ask.settings().check(self);
    }

    fn wifi(&mut self, wifi: Option<&Wifi>) {
        let Some(Wifi { name, password }) = wifi else {
            return;
        };
        if [name.len(), password.as_ref().map_or(0, String::len)]
            .iter()
            .any(|bytes| *bytes > WIFI_BYTES)
        {
            self.add(
                SlidePart::Key("wifi"),
                ValueProblem::Bytes {
                    key: "wifi",
                    max: WIFI_BYTES,
                },
            );
        }
    }

    fn minutes(&mut self, minutes: Option<u32>) {
        if let Some(minutes) = minutes {
            self.range("minutes", minutes, 1, BREAK_MINUTES_MAX);
        }
    }

    fn time(&mut self, key: &'static str, time: Option<&str>) {
        if let Some(time) = time.filter(|time| !is_time(time)) {
            self.not_a(key, Wanted::Time, time);
        }
    }

    fn pause(&mut self, minutes: Option<u32>, until: Option<&str>) {
        self.minutes(minutes);
        self.time("until", until);
        if minutes.is_some() && until.is_some() {
            self.add(SlidePart::Key("until"), SettingsProblem::BothLengths);
        }
    }

    fn reactions(&mut self, reactions: &[String]) {
        let spot = SlidePart::Key("reactions");
        self.at_most(spot, DeckPart::Reaction, reactions.len(), REACTIONS_MAX);
        for reaction in reactions.iter().filter(|reaction| !is_emoji(reaction)) {
            self.not_a("reactions", Wanted::Emoji, reaction);
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
    let ends = text
        .grapheme_indices(true)
        .map(|(start, grapheme)| start + grapheme.len());
    let end = ends
        .take(max - 1)
        .take_while(|end| *end <= room)
        .last()
        .unwrap_or_default();
    format!("{}…", text[..end].trim_end())
}

/// Letters a–z, digits and `-`.
pub(super) fn is_id(id: &str) -> bool {
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
        for tag in [
            "",
            "n",
            "Dutch",
            "nl_NL",
            "nl-",
            "nl--x",
            "12",
            "nl-abcdefghi",
        ] {
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
        for text in [
            "kort".to_owned(),
            "lang ".repeat(50),
            "👨‍👩‍👧".repeat(80),
            format!("e{}", "\u{301}".repeat(900)),
        ] {
            let short = shortened(&text, 50);
            assert!(fits(&short, 50), "{short}");
            assert_eq!(short == text, fits(&text, 50));
        }
    }
}

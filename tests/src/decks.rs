//! The decks of the stories: the two real ones, and small ones with one question of a kind.

use crate::SampleQuestion;

/// The deck of the workshop, as it lies in the repository.
pub const WORKSHOP: &str = include_str!("../../decks/workshop.md");
/// The deck of the webinar.
pub const WEBINAR: &str = include_str!("../../decks/webinar.md");

/// A deck in Dutch of these slides, in this order.
pub fn sample<const N: usize>(samples: [SampleQuestion; N]) -> String {
    let slides = samples.map(|sample| format!("---\n{}\n", sample.slide()));
    format!("---\ntitle: Proefzaal\nlanguage: nl\n{}", slides.concat())
}

#[cfg(test)]
mod tests {
    use super::{SampleQuestion, sample};

    #[test]
    fn a_sample_begins_as_a_deck_does() {
        let deck = sample([SampleQuestion::Words, SampleQuestion::Choice]);
        assert!(deck.starts_with(
            "---\ntitle: Proefzaal\nlanguage: nl\n---\nask: words\nid: words\n---\n\n# Waar"
        ));
        assert!(deck.contains("\n\n---\nask: choice\n"));
    }
}

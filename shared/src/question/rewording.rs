//! The same question in other words: which changes leave answers what they are.

use crate::question::QuestionSpec;
use crate::question::kind::AnswerTarget;

impl QuestionSpec {
    /// Whether answers to this question are answers to the other one: what they point at may be
    /// called otherwise, and more of it may follow. A text that stands at another place now was
    /// moved: answers to it would count for what stands where it stood.
    pub(crate) fn keeps_answers(&self, after: &Self) -> bool {
        let (before, now) = (self.settings().targets(), after.settings().targets());
        let stays = |place: usize| {
            let kept = before.get(place).zip(now.get(place));
            kept.is_some_and(|(before, now)| before.text == now.text)
        };
        let elsewhere = |text: &str, targets: &[AnswerTarget<'_>]| {
            let mut others = targets.iter().enumerate();
            others.any(|(place, target)| target.text == text && !stays(place))
        };
        let same = |(place, (one, other)): (usize, (&AnswerTarget<'_>, &AnswerTarget<'_>))| {
            let moved = elsewhere(one.text, &now) || elsewhere(other.text, &before);
            one.typed == other.typed && (stays(place) || !moved)
        };
        self.settings().structure() == after.settings().structure()
            && before.len() <= now.len()
            && before.iter().zip(&now).enumerate().all(same)
    }

    /// The texts that answers point at by their place.
    pub fn target_texts(&self) -> Vec<&str> {
        let targets = self.settings().targets();
        targets.iter().map(|target| target.text).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::question::QuestionSpec;
    use crate::question::choice::{Choice, ChoiceOption};

    fn choice(labels: &[&str]) -> QuestionSpec {
        let option = |label: &&str| ChoiceOption {
            label: (*label).to_owned(),
            ..ChoiceOption::default()
        };
        QuestionSpec::Choice(Choice {
            options: labels.iter().map(option).collect(),
            ..Choice::default()
        })
    }

    #[test]
    fn other_words_keep_answers_and_other_places_do_not() {
        for (before, now, keeps) in [
            (["ja", "nee"].as_slice(), ["ja", "nee"].as_slice(), true),
            (&["ja", "nee"], &["ja hoor", "nee"], true),
            (&["ja", "nee"], &["ja hoor", "nee joh"], true),
            (&["ja", "nee"], &["ja", "nee", "misschien"], true),
            (&["ja", "nee"], &["nee", "ja"], false),
            (&["ja", "nee"], &["ja", "misschien", "nee"], false),
            (&["ja", "nee"], &["misschien", "ja", "nee"], false),
            (&["ja", "nee", "misschien"], &["ja", "misschien"], false),
            (
                &["ja", "nee", "misschien"],
                &["nee", "misschien", "ooit"],
                false,
            ),
            // Two that are alike by mistake: one of them is mended.
            (&["ja", "ja"], &["ja", "nee"], true),
            (&["ja", "ja"], &["nee", "ja"], true),
        ] {
            assert_eq!(
                choice(before).keeps_answers(&choice(now)),
                keeps,
                "{before:?} and {now:?}"
            );
        }
    }
}

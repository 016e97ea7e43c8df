//! Refusals in people's languages: what happened, and what to do.

use shared::refusal::Refusal;

use crate::language::Language;
use crate::messages::refusals::{self as say, RefusalsTexts};

/// The sentence for a refusal.
pub fn refusal(language: Language, refusal: &Refusal) -> String {
    let texts = RefusalsTexts::of(language);
    let whole = match refusal {
        Refusal::TooLong { limit } => return say::too_long(language, *limit),
        Refusal::TooMany { limit } => return say::too_many(language, *limit),
        Refusal::TooFew { limit } => return say::too_few(language, *limit),
        Refusal::NoVotesLeft { limit } => return say::no_votes_left(language, *limit),
        Refusal::Closed => texts.closed,
        Refusal::Voting => texts.voting,
        Refusal::StaleRound { .. } => texts.stale_round,
        Refusal::Superseded => texts.superseded,
        Refusal::Erased => texts.erased,
        Refusal::Unchangeable => texts.unchangeable,
        Refusal::Empty => texts.empty,
        Refusal::WrongKind => texts.wrong_kind,
        Refusal::OutOfRange => texts.out_of_range,
        Refusal::UnknownQuestion => texts.unknown_question,
        Refusal::UnknownAnswer => texts.unknown_answer,
        Refusal::OwnAnswer => texts.own_answer,
        Refusal::NoVoting => texts.no_voting,
        Refusal::BadKey => texts.bad_key,
        Refusal::NotPlayable => texts.not_playable,
        Refusal::Full => texts.full,
        Refusal::DoorClosed => texts.door_closed,
        Refusal::Ended => texts.ended,
        Refusal::Moved => texts.moved,
        Refusal::UnknownRound => texts.unknown_round,
        Refusal::NotTrial => texts.not_trial,
        Refusal::NothingToUndo => texts.nothing_to_undo,
        Refusal::NotResumable => texts.not_resumable,
        Refusal::AtEnd => texts.at_end,
        Refusal::AtStart => texts.at_start,
        Refusal::UnknownSlide => texts.unknown_slide,
        Refusal::NotAQuestion => texts.not_a_question,
        Refusal::Itself => texts.itself,
        Refusal::Hidden => texts.hidden,
        Refusal::Removed => texts.removed,
        Refusal::Changed => texts.changed,
        Refusal::OnStage => texts.on_stage,
        Refusal::NoCountdown => texts.no_countdown,
        Refusal::NoEvaluation => texts.no_evaluation,
        Refusal::UnknownGroup => texts.unknown_group,
        Refusal::NoGroup => texts.no_group,
        Refusal::OwnPace => texts.own_pace,
        Refusal::NotOwnPace => texts.not_own_pace,
        Refusal::MissingRequired { .. } => texts.missing_required,
        Refusal::TabletEnded => texts.tablet_ended,
        Refusal::Form { .. } => texts.form,
    };
    whole.to_owned()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::language::known::{En, Nl};

    #[test]
    fn every_refusal_is_said_in_every_language() {
        for each in crate::texts::golden::phone::refusals() {
            let sentences = Language::ALL.map(|language| refusal(language, &each));
            for sentence in &sentences {
                assert!(
                    sentence.ends_with('.') && sentence.len() > 20,
                    "{each:?}: {sentence}"
                );
            }
            let different = BTreeSet::from(sentences);
            assert_eq!(different.len(), Language::ALL.len(), "{each:?}");
        }
    }

    #[test]
    fn a_limit_is_named() {
        assert!(refusal(Nl, &Refusal::TooLong { limit: 25 }).contains("25"));
        assert!(refusal(En, &Refusal::NoVotesLeft { limit: 3 }).contains('3'));
    }
}

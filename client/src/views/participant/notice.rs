//! What is to be said of what somebody did, before anything else.

use shared::protocol::view::{PartView, SlideView};
use shared::refusal::Refusal;
use shared::rules::Rules;

use crate::browser::characters;
use crate::kinds;
use crate::phone::{ParticipantState, PhoneNotice};
use crate::texts::phone::plurals;
use crate::ui::tag::{Tag, tag};

/// What to say before anything else.
pub(super) fn notice(state: &ParticipantState) -> Option<Tag> {
    saying(state, None)
}

/// The same in the words of a question, where it has some.
pub(super) fn saying(state: &ParticipantState, own: Option<String>) -> Option<Tag> {
    let notice = state.notice.as_ref()?;
    let sentence = own
        .or_else(|| too_long(state, notice))
        .unwrap_or_else(|| notice.sentence(state.language));
    let class = if notice.is_good() {
        "notice plain"
    } else {
        "notice"
    };
    let said = tag("p")
        .class(class)
        .id("notice")
        .key(notice.code())
        .set("data-code", notice.code());
    // Without scripts a page that says why something was not stored opens there.
    let goes_there = state.live.is_none() && notice.is_about_a_form();
    Some(
        said.set("role", "alert")
            .set("tabindex", "-1")
            .flag("autofocus", goes_there)
            .child(sentence),
    )
}

/// Which of the texts that were typed is too long, and by how much.
fn too_long(state: &ParticipantState, notice: &PhoneNotice) -> Option<String> {
    let PhoneNotice::Refused(Refusal::TooLong { limit }) = notice else {
        return None;
    };
    let texts = state
        .typed
        .iter()
        .flatten()
        .filter(|(name, _)| [kinds::ENTRY, kinds::OTHER, kinds::TEXT].contains(&name.as_str()));
    let rules = rules(state);
    let counted = texts.map(|(_, typed)| (typed.trim(), characters::count(typed.trim(), rules)));
    let (typed, characters) = counted
        .into_iter()
        .find(|(_, characters)| characters > limit)?;
    Some(plurals::too_long(state.language, typed, characters, *limit))
}

/// Those of the room; every question tells them.
fn rules(state: &ParticipantState) -> Rules {
    let mut slides = state
        .shown
        .iter()
        .chain(&state.view.slide)
        .chain(&state.view.late);
    let rules = |slide: &SlideView| match &slide.part {
        PartView::Question(question) => Some(question.rules),
        _ => None,
    };
    slides.find_map(rules).unwrap_or(Rules::LATEST)
}

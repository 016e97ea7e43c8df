//! A word or an answer that somebody points at on the stage, to be hidden or merged with another one.

use shared::ids::AnswerId;
use shared::protocol::HostView;
use shared::protocol::view::Input;
use shared::room::{Moderation, ModerationAction, Named};

use super::live::Live;
use super::orders::{Ask, question};

/// A word as it is shown or an answer's public name, and what can be read there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    pub name: String,
    pub text: String,
}

/// What is pointed at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    pub target: Target,
    /// Whether it is to be merged with another one.
    pub merging: bool,
    /// That other one, as long as it is not confirmed.
    pub with: Option<Target>,
}

impl Chosen {
    /// Where the keyboard is.
    pub fn aim(&self) -> &Target {
        self.with.as_ref().unwrap_or(&self.target)
    }
}

impl Live {
    /// Presses something; while another one waits to be merged, that is asked.
    pub fn point(&mut self, target: Target, view: &HostView) -> Option<Ask> {
        self.aim_at(target);
        let confirmed = self.chosen.as_ref().is_some_and(|chosen| chosen.with.is_some());
        if confirmed { self.choose("Enter", view).1 } else { None }
    }

    /// Moves to something by keyboard, without doing anything to it yet.
    pub fn aim_at(&mut self, target: Target) {
        match &mut self.chosen {
            Some(chosen) if chosen.merging => chosen.with = Some(target).filter(|with| *with != chosen.target),
            _ => self.chosen = Some(Chosen { target, merging: false, with: None }),
        }
    }

    /// What a key does to what is pointed at; false if it has nothing to do with that.
    pub fn choose(&mut self, key: &str, view: &HostView) -> (bool, Option<Ask>) {
        let Some(mut chosen) = self.chosen.take() else { return (false, None) };
        let ask = match (key, &chosen.with) {
            ("x" | "X" | "Delete" | "Backspace", None) => {
                self.moderate(ModerationAction::Hide, &chosen.target, None, view)
            }
            ("Enter", Some(with)) => self.moderate(ModerationAction::Merge, &chosen.target, Some(with), view),
            ("m" | "M", _) => {
                chosen.merging = true;
                self.chosen = Some(chosen);
                None
            }
            ("Escape", _) => None,
            _ => return (false, None),
        };
        (true, ask)
    }

    fn moderate(
        &mut self,
        action: ModerationAction,
        target: &Target,
        into: Option<&Target>,
        view: &HostView,
    ) -> Option<Ask> {
        let (slide, asked) = question(view)?;
        let about = match asked.input {
            Input::Open { .. } => Named::Answer(AnswerId::parse(&target.name)?),
            _ => Named::Word(target.name.clone()),
        };
        let into = into.map(|into| into.name.clone());
        let ask = Ask::Moderate(Moderation { action, question: Some(slide.clone()), about, into });
        self.remember(Some(&ask), view);
        Some(ask)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::stage::tests::view;

    fn target(name: &str) -> Target {
        Target { name: name.to_owned(), text: format!("tekst van {name}") }
    }

    fn asked(ask: Option<Ask>) -> Option<(ModerationAction, Named, Option<String>)> {
        match ask? {
            Ask::Moderate(wish) => Some((wish.action, wish.about, wish.into)),
            other => panic!("{other:?}"),
        }
    }

    fn answer(number: u64) -> Named {
        Named::Answer(AnswerId(number))
    }

    #[test]
    fn what_is_pointed_at_is_hidden_by_a_key_and_taken_back_by_another() {
        let (mut live, view) = (Live::default(), view("stap", true, true));
        assert_eq!(live.point(target("a1"), &view), None);
        let (done, ask) = live.choose("x", &view);
        assert_eq!((done, asked(ask)), (true, Some((ModerationAction::Hide, answer(1), None))));
        assert_eq!(live.chosen, None);
        assert_eq!(asked(live.undo.take()), Some((ModerationAction::Restore, answer(1), None)));
        assert_eq!(live.choose("x", &view), (false, None), "nothing is pointed at");
    }

    #[test]
    fn two_are_merged_by_two_presses_or_by_keys_and_enter() {
        let merged = Some((ModerationAction::Merge, answer(1), Some("a2".to_owned())));
        let (mut live, view) = (Live::default(), view("stap", true, true));
        live.point(target("a1"), &view);
        live.choose("m", &view);
        assert_eq!(live.point(target("a1"), &view), None, "not with itself");
        assert_eq!(asked(live.point(target("a2"), &view)), merged);
        live.aim_at(target("a1"));
        live.choose("m", &view);
        live.aim_at(target("a3"));
        live.aim_at(target("a2"));
        assert_eq!(asked(live.choose("Enter", &view).1), merged);
    }

    #[test]
    fn another_key_lets_go_and_does_what_it_does() {
        let (mut live, view) = (Live::default(), view("stap", true, true));
        live.aim_at(target("a1"));
        assert_eq!(live.choose("h", &view), (false, None));
        assert_eq!(live.chosen, None);
        live.aim_at(target("a1"));
        assert_eq!((live.choose("Escape", &view), live.chosen), ((true, None), None));
    }
}

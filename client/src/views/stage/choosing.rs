//! A word or an answer that somebody points at on the stage, to be hidden or merged with another one.

use shared::ids::AnswerId;
use shared::protocol::HostView;
use shared::protocol::view::Input;
use shared::question::Results;
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

    /// Somebody else may hide or merge what is pointed at here.
    pub(super) fn let_go_of_what_is_gone(&mut self, view: &HostView) {
        let there = |target: &Target| shows(view, &target.name);
        self.chosen = self.chosen.take().filter(|chosen| there(&chosen.target));
        if let Some(chosen) = &mut self.chosen {
            chosen.with = chosen.with.take().filter(there);
        }
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
        self.remember(Some(&ask), Some(&target.text), view);
        Some(ask)
    }
}

/// Whether the stage has a word or an answer of that name.
fn shows(view: &HostView, name: &str) -> bool {
    let asked = question(view).map(|(_, question)| question);
    // A word that has a place in the cloud may be none of the most frequent.
    let placed = asked
        .and_then(|asked| asked.cloud.as_deref())
        .is_some_and(|cloud| cloud.words.iter().any(|word| word.text == name));
    match asked.and_then(|asked| asked.results.as_ref()) {
        _ if placed => true,
        Some(Results::Words(words)) => words.entries.iter().any(|entry| entry.text == name),
        Some(Results::Open(open)) => open.answers.iter().any(|answer| answer.id.to_string() == name),
        Some(Results::Choice(choice)) => choice.others.iter().flatten().any(|other| other.text == name),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use shared::protocol::view::PartView;
    use shared::question::open::{self, OpenAnswer};

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
        assert_eq!(asked(live.take_back()), Some((ModerationAction::Restore, answer(1), None)));
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
    fn what_somebody_else_takes_away_is_pointed_at_no_more() {
        let answers = |ids: &[u64]| {
            let answer = |id: &u64| OpenAnswer { id: AnswerId(*id), text: "tekst".to_owned(), votes: 0, at: 0 };
            let answers: Vec<OpenAnswer> = ids.iter().map(answer).collect();
            let mut view = view("stap", true, true);
            if let Some(PartView::Question(question)) = view.slide.as_mut().map(|slide| &mut slide.part) {
                question.results =
                    Some(Results::Open(open::Results { voters: 1, total: answers.len() as u64, votes: 0, answers }));
            }
            view
        };
        let (mut live, both) = (Live::default(), answers(&[1, 2]));
        live.point(target("a1"), &both);
        live.choose("m", &both);
        live.aim_at(target("a2"));
        live.follow(Some(&both), &both);
        assert_eq!(live.chosen.as_ref().and_then(|chosen| chosen.with.clone()), Some(target("a2")));
        live.follow(Some(&both), &answers(&[1]));
        assert_eq!(
            live.chosen.as_ref().map(|chosen| (chosen.target.clone(), chosen.with.clone())),
            Some((target("a1"), None))
        );
        live.follow(Some(&answers(&[1])), &answers(&[]));
        assert_eq!(live.chosen, None);
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

//! The deck that the stories play, and the words to build others.

use crate::deck::{Deck, Part, PhoneResults, Question, Slide, Visibility};
use crate::question::QuestionSpec;
use crate::question::choice::{Choice, ChoiceOption, Pick};
use crate::question::item::Item;
use crate::question::number::Number;
use crate::question::open::{Open, OpenLayout};
use crate::question::scale::Scale;
use crate::question::spectrum::{Pole, Spectrum};
use crate::question::words::Words;

/// A deck of these slides, with a grace of 20 seconds.
pub fn deck(slides: impl IntoIterator<Item = Slide>) -> Deck {
    Deck {
        title: "Een middag".to_owned(),
        grace: 20,
        slides: slides.into_iter().collect(),
        ..Deck::default()
    }
}

/// One slide of every sort that the stories need.
pub fn afternoon() -> Deck {
    deck([
        slide("welcome", Part::Content).notes("Niet vergeten: dankwoord"),
        choice("knowledge", ["niets", "iets", "veel"]),
        choice("choices", ["brood", "kaas", "melk", "anders"])
            .pick(1, 2)
            .other(3),
        words("values", 3),
        open("step", 2, 2),
        spectrum("guess"),
        choice("quick", ["ja", "nee"]).countdown(30),
        choice("agree", ["ja", "nee"]).unchangeable(),
        scale("statement", ["Ik weet wat ik doe", "Ik durf"]),
        ask("order", QuestionSpec::Qa(Default::default())),
        slide(
            "break",
            Part::Break {
                minutes: Some(15),
                until: None,
            },
        ),
        open("closing", 1, 0),
    ])
}

pub fn slide(id: &str, part: Part) -> Slide {
    Slide {
        prompt: Some(format!("Over {id}")),
        ..Slide::new(id.into(), part)
    }
}

pub fn ask(id: &str, ask: QuestionSpec) -> Slide {
    slide(id, Part::Question(Question::new(ask)))
}

pub fn choice<const N: usize>(id: &str, labels: [&str; N]) -> Slide {
    let option = |label: &str| ChoiceOption {
        label: label.to_owned(),
        image: None,
        other: false,
        correct: label == "veel",
    };
    let options = labels.into_iter().map(option).collect();
    ask(
        id,
        QuestionSpec::Choice(Choice {
            options,
            ..Choice::default()
        }),
    )
}

pub fn words(id: &str, entries: u32) -> Slide {
    ask(
        id,
        QuestionSpec::Words(Words {
            entries,
            ..Words::default()
        }),
    )
}

pub fn open(id: &str, entries: u32, votes: u32) -> Slide {
    ask(
        id,
        QuestionSpec::Open(Open {
            entries,
            votes,
            ..Open::default()
        }),
    )
}

pub fn spectrum(id: &str) -> Slide {
    let pole = |label: &str| Pole {
        label: label.to_owned(),
        note: None,
        image: None,
    };
    let (left, right) = (pole("poes"), pole("hond"));
    ask(
        id,
        QuestionSpec::Spectrum(Spectrum {
            left,
            right,
            ..Spectrum::default()
        }),
    )
}

/// Right is what stands there, if anything does.
pub fn numbers(id: &str, right: &[&str]) -> Slide {
    let item = |label: &&str| Item {
        label: (*label).to_owned(),
        correct: true,
        ..Item::default()
    };
    ask(
        id,
        QuestionSpec::Number(Number {
            items: right.iter().map(item).collect(),
            ..Number::default()
        }),
    )
}

pub fn scale<const N: usize>(id: &str, statements: [&str; N]) -> Slide {
    let statements = statements.map(str::to_owned).to_vec();
    ask(
        id,
        QuestionSpec::Scale(Scale {
            statements,
            ..Scale::default()
        }),
    )
}

impl Slide {
    fn asked(&mut self) -> &mut Question {
        match &mut self.part {
            Part::Question(question) => question,
            _ => panic!("not a question"),
        }
    }

    fn options(&mut self) -> &mut Choice {
        match &mut self.asked().ask {
            QuestionSpec::Choice(choice) => choice,
            _ => panic!("not a choice"),
        }
    }

    pub(super) fn notes(self, notes: &str) -> Self {
        Self {
            notes: Some(notes.to_owned()),
            ..self
        }
    }

    pub(super) fn results(self, results: Visibility) -> Self {
        Self {
            results: Some(results),
            ..self
        }
    }

    pub(super) fn phones(self, phones: PhoneResults) -> Self {
        Self {
            phones: Some(phones),
            ..self
        }
    }

    pub(super) fn countdown(mut self, seconds: u32) -> Self {
        self.asked().countdown = Some(seconds);
        self
    }

    pub(super) fn by_group(mut self) -> Self {
        self.asked().by_group = true;
        self
    }

    pub(super) fn columns<const N: usize>(mut self, headings: [&str; N]) -> Self {
        if let QuestionSpec::Open(open) = &mut self.asked().ask {
            open.layout = OpenLayout::Columns;
            open.columns = headings.map(str::to_owned).to_vec();
        }
        self
    }

    pub(super) fn unchangeable(mut self) -> Self {
        self.asked().change = false;
        self
    }

    pub(super) fn pick(mut self, min: u32, max: u32) -> Self {
        self.options().pick = Pick { min, max };
        self
    }

    pub(super) fn other(mut self, at: usize) -> Self {
        self.options().options[at].other = true;
        self
    }
}

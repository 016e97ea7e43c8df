//! What charts say, of results as people give them.

use shared::groups::GroupName;
use shared::ids::{AnswerId, GroupNumber};
use shared::protocol::view::{Compared, Pair, SplitName};
use shared::question::choice::{
    self as choices, ChoiceInput, ChoiceLayout, InputOption, OptionVotes, Pick,
};
use shared::question::item::Item;
use shared::question::number::decimal::DecimalMark;
use shared::question::number::{self as numbers, Number, NumberInput};
use shared::question::open::{self as texts, OpenAnswer, OpenInput, OpenLayout};
use shared::question::scale::{self as scales, ScaleInput, StatementResults};
use shared::question::spectrum::{Pole, SpectrumInput, SpectrumLayout, SpectrumTally};
use shared::question::word_counts::WordCount;
use shared::question::words::{self as clouds, WordsInput, WordsLayout};
use shared::question::{Input, Results};

use super::{Book, Readership, say, tell};

use crate::kinds::tests::{described, moved_sentence, table};
use crate::messages;

const LABELS: [&str; 3] = ["Ja, dat zie ik gebeuren", "Nee", "קפה"];

pub(super) fn choice(votes: &[u64]) -> Results {
    let option = |(label, votes): (&&str, &u64)| OptionVotes {
        label: (*label).to_owned(),
        votes: *votes,
    };
    let options = LABELS.iter().zip(votes).map(option).collect();
    Results::Choice(choices::ChoiceResults {
        voters: votes.iter().sum(),
        options,
        others: None,
    })
}

pub(super) fn words(counts: &[u64]) -> Results {
    let entry = |(text, count): (&&str, &u64)| WordCount {
        text: (*text).to_owned(),
        count: *count,
    };
    let entries: Vec<WordCount> = ["rust", "ruimte", "תה"]
        .iter()
        .zip(counts)
        .map(entry)
        .collect();
    Results::Words(clouds::WordsResults {
        voters: counts.iter().sum(),
        given: counts.iter().sum(),
        distinct: entries.len() as u64,
        entries,
    })
}

pub(super) fn open(total: u64, votes: u64) -> Results {
    let answer = |id: u64| OpenAnswer {
        id: AnswerId(id),
        text: "Een moestuin".into(),
        votes,
        at: 0,
    };
    let answers = (0..total.min(2)).map(answer).collect();
    Results::Open(texts::OpenResults {
        voters: total,
        total,
        votes,
        answers,
    })
}

pub(super) fn scale(means: &[f64]) -> Results {
    let statement = |(label, mean): (&&str, &f64)| StatementResults {
        label: (*label).to_owned(),
        counts: vec![0, 1, 2, 0, 0],
        mean: Some(*mean).filter(|mean| *mean > 0.0),
        skipped: 2,
    };
    let statements = ["Ik snap het", "Ik doe mee"]
        .iter()
        .zip(means)
        .map(statement)
        .collect();
    Results::Scale(scales::ScaleResults {
        voters: 3,
        skipped: 0,
        from: 1,
        statements,
    })
}

pub(super) fn spectrum(values: &[u16]) -> Results {
    let mut tally = SpectrumTally::default();
    values.iter().for_each(|value| tally.add(value * 100));
    Results::Spectrum(tally.results())
}

fn guessed(values: &[i64], right: &[&str]) -> Results {
    let mut tally = numbers::NumberTally::default();
    values.iter().for_each(|value| tally.add(value * 1_000));
    let item = |label: &&str| Item {
        label: (*label).to_owned(),
        correct: true,
        ..Item::default()
    };
    Results::Number(tally.results(&Number {
        items: right.iter().map(item).collect(),
        ..Number::default()
    }))
}

fn guess() -> Input {
    Input::Number(NumberInput {
        from: None,
        to: None,
        low: None,
        high: None,
        unit: Some("km".into()),
        mark: DecimalMark::Comma,
    })
}

pub(super) fn options() -> Input {
    let option = |label: &&str| InputOption {
        label: (*label).to_owned(),
        other: false,
        image: None,
    };
    let pick = Pick { min: 1, max: 1 };
    Input::Choice(ChoiceInput {
        options: LABELS.iter().map(option).collect(),
        pick,
        shuffle: false,
        layout: ChoiceLayout::Bars,
    })
}

pub(super) fn line() -> Input {
    let pole = |label: &str| Pole {
        label: label.to_owned(),
        note: None,
        image: None,
    };
    let (left, right) = (pole("ik loop leeg"), pole("ik loop over"));
    Input::Spectrum(SpectrumInput {
        left,
        right,
        stops: Vec::new(),
        layout: SpectrumLayout::default(),
    })
}

pub(super) fn field(votes: u32) -> Input {
    Input::Open(OpenInput {
        entries: 1,
        length: 200,
        votes,
        layout: OpenLayout::default(),
        columns: Vec::new(),
    })
}

pub(super) fn cloud() -> Input {
    Input::Words(WordsInput {
        entries: 3,
        length: 25,
        layout: WordsLayout::Cloud,
    })
}

pub(super) fn statements() -> Input {
    Input::Scale(ScaleInput {
        statements: Vec::new(),
        from: 1,
        to: 5,
        low: None,
        high: None,
    })
}

fn before(results: Results, pairs: Option<Vec<Pair>>) -> Compared {
    Compared {
        id: "eerst".into(),
        prompt: "Eerst?".into(),
        results,
        pairs,
    }
}

fn pairs(stayed: usize) -> Vec<Pair> {
    let moved = [Pair {
        then: 20.0,
        now: 60.0,
    }];
    moved
        .into_iter()
        .chain((0..stayed).map(|_| Pair {
            then: 50.0,
            now: 50.0,
        }))
        .collect()
}

pub(super) fn chapters(book: &mut Book) {
    book.chapter("Charts", Readership::Everybody);
    book.table(&messages::results::NAMED);
    say! { book;
        charts::grouped(10412);
        charts::decimal(3.5);
        charts::nothing_yet();
        charts::mean_label(59.0);
        charts::median_label(61.0);
        charts::skipped(1);
        charts::skipped(8);
        charts::per_dot(3);
        charts::no_heading();
        charts::and_more(12);
        charts::votes_word(1);
        charts::votes_word(2);
    }
    tell! { book, "charts";
        described(&options(), &choice(&[0]));
        described(&options(), &choice(&[1]));
        described(&options(), &choice(&[62, 80]));
        described(&options(), &choice(&[1, 1]));
        described(&options(), &choice(&[1, 4, 4]));
        described(&cloud(), &words(&[1]));
        described(&cloud(), &words(&[7, 2, 1]));
        described(&field(0), &open(1, 0));
        described(&field(0), &open(30, 0));
        described(&field(3), &open(30, 1));
        described(&field(3), &open(30, 44));
        described(&statements(), &scale(&[3.45, 0.0]));
        described(&line(), &spectrum(&[0]));
        described(&line(), &spectrum(&[50]));
        described(&line(), &spectrum(&[68]));
        described(&line(), &spectrum(&[50, 50]));
        described(&line(), &spectrum(&[90, 80]));
        described(&line(), &spectrum(&[10, 20, 50, 90]));
        described(&guess(), &guessed(&[8], &[]));
        described(&guess(), &guessed(&[8, 9], &[]));
        described(&guess(), &guessed(&[8, 9, 12], &[]));
        described(&guess(), &guessed(&[8, 8, 8, 8], &[]));
        described(&guess(), &guessed(&[8, 9, 12], &["9"]));
        described(&guess(), &guessed(&[8, 9, 9, 12], &["9", "10"]));
        described(&guess(), &guessed(&[8, 9, 12, 14], &["10"]));
        described(&guess(), &guessed(&[8, 10, 12, 14], &["9"]));
        described(&guess(), &guessed(&[1, 2, 3, 4, 90], &[]));
        described(&guess(), &guessed(&[1, 1, 2, 2, 3, 3, 4, 4, 90, 99], &[]));
        described(&guess(), &guessed(&[-90, 1, 2, 3, 4], &[]));
        described(&guess(), &guessed(&[-99, -90, 1, 1, 2, 2, 3, 3, 4, 4], &[]));
        described(&guess(), &guessed(&[-90, 1, 2, 3, 4, 90], &[]));
        table(&guess(), &guessed(&[10, 41], &[]));
        table(&guess(), &guessed(&[1, 1, 2, 2, 3, 3, 4, 4, 90, 99], &[]));
        table(&options(), &choice(&[62, 80]));
        table(&cloud(), &words(&[7, 2]));
        table(&field(0), &open(2, 0));
        table(&field(3), &open(2, 1));
        table(&statements(), &scale(&[3.45]));
    }
    say! { book;
        charts::then();
        charts::now();
        charts::moved(1);
        charts::moved(12);
        charts::was(3.5);
        charts::split::group(&SplitName::Unanswered);
        charts::split::group(&SplitName::Group(GroupName { number: GroupNumber(3), name: None }));
        charts::split::group(&SplitName::NoGroup);
        charts::split::group(&SplitName::Others { groups: 3 });
        charts::split::people(&SplitName::Unanswered, 1);
        charts::split::people(&SplitName::Unanswered, 54);
        charts::split::people(&SplitName::Others { groups: 3 }, 9);
        charts::split::divided("Wat is je functie?");
        charts::split::furthest(("Welzijn", "Zorgverleners"), Some("hond"), "Wat is je functie?");
        charts::split::furthest(("Welzijn", "Zorgverleners"), None, "Wat is je functie?");
        charts::split::too_few();
    }
    tell! { book, "charts";
        moved_sentence(&line(), &before(spectrum(&[50]), None), &spectrum(&[50]));
        moved_sentence(&line(), &before(spectrum(&[50]), None), &spectrum(&[51]));
        moved_sentence(&line(), &before(spectrum(&[20]), Some(pairs(0))), &spectrum(&[60]));
        moved_sentence(&line(), &before(spectrum(&[20]), Some(pairs(1))), &spectrum(&[60]));
        moved_sentence(&line(), &before(spectrum(&[60]), Some(pairs(8))), &spectrum(&[20]));
        moved_sentence(&guess(), &before(guessed(&[8], &[]), None), &guessed(&[8], &[]));
        moved_sentence(&guess(), &before(guessed(&[8], &[]), None), &guessed(&[9], &[]));
        moved_sentence(&options(), &before(choice(&[1]), None), &choice(&[2]));
        moved_sentence(&options(), &before(choice(&[12]), None), &choice(&[2]));
        moved_sentence(&statements(), &before(scale(&[3.0]), None), &scale(&[4.0]));
    }
    let value = crate::messages::MessageArgument::Phrase("1.000");
    book.add("messages::results::in_unit(\"km\")", |language| {
        messages::results::in_unit(language, "km")
    });
    book.add("messages::results::right_label(…)", |language| {
        messages::results::right_label(language, value)
    });
    book.add("charts::table(&line(), …)", |language| {
        table(language, &line(), &spectrum(&[10]))
    });
}

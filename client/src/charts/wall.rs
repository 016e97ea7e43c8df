//! `open`: a wall of cards in pages that never shrinks its type. HTML, since text is to be read.

use std::cmp::Reverse;

use leptos::prelude::*;
use shared::protocol::view::Input;
use shared::question::open::{OpenAnswer, OpenLayout, Results};

use super::measure::wrap;
use super::quiet;
use crate::language::Language;
use crate::texts::charts as say;
use crate::ui::multiline;

/// Answers on one page, at most.
pub const PAGE: usize = 12;
/// Columns of the wall.
const COLUMNS: usize = 3;
/// Room for a column, in units of a 1080-high screen, with a prompt of one line.
const ROOM: f64 = 616.0;
/// What a card takes beside its lines, what a line takes, what a line of votes takes, and what lies between cards.
const CARD: f64 = 34.0;
const LINE: f64 = 44.6;
const VOTES: f64 = 47.0;
const BETWEEN: f64 = 18.0;
/// The measure of a card's text.
const MEASURE: f64 = 509.0;

/// The first page of the wall: most votes first where people may vote, else newest first.
pub fn view(results: &Results, input: &Input, language: Language) -> AnyView {
    let Input::Open { votes, layout, .. } = input else { return quiet(language) };
    if results.answers.is_empty() {
        return quiet(language);
    }
    let voted = *votes > 0;
    let ordered = ordered(&results.answers, voted);
    let most = if *layout == OpenLayout::One { 1 } else { PAGE };
    let columns = fill(&ordered[..ordered.len().min(most)], voted);
    let class = match (layout, columns.len()) {
        (OpenLayout::One, _) => "wall single",
        (_, 1) => "wall one",
        (_, 2) => "wall two",
        _ => "wall",
    };
    let top = ordered.first().filter(|answer| answer.votes > 0).map(|answer| answer.id);
    let cards = |column: Vec<&OpenAnswer>| {
        let cards: Vec<_> =
            column.into_iter().map(|answer| card(answer, voted, Some(answer.id) == top, language)).collect();
        view! { <ul class="wall-column" role="list">{cards}</ul> }
    };
    let columns: Vec<_> = columns.into_iter().map(cards).collect();
    view! { <div class="figure"><div class=class>{columns}</div></div> }.into_any()
}

/// How many answers the first page shows, and of how many.
pub fn shown(results: &Results, votes: u32, one: bool) -> (usize, u64) {
    let ordered = ordered(&results.answers, votes > 0);
    let most = if one { 1 } else { PAGE };
    let columns = fill(&ordered[..ordered.len().min(most)], votes > 0);
    (columns.iter().map(Vec::len).sum(), results.total)
}

fn ordered(answers: &[OpenAnswer], voted: bool) -> Vec<&OpenAnswer> {
    let mut ordered: Vec<&OpenAnswer> = answers.iter().rev().collect();
    if voted {
        ordered.sort_by_key(|answer| (Reverse(answer.votes), answer.id));
    }
    ordered
}

/// Three columns, filled top to bottom while answers fit; one that fills more than a column alone is the
/// only one.
fn fill<'a>(answers: &[&'a OpenAnswer], voted: bool) -> Vec<Vec<&'a OpenAnswer>> {
    let mut columns: Vec<Vec<&OpenAnswer>> = vec![Vec::new()];
    let mut used = 0.0;
    for answer in answers {
        let high = height(answer, voted);
        let column = columns.len() - 1;
        if columns[column].is_empty() || used + BETWEEN + high <= ROOM {
            used += high + if columns[column].is_empty() { 0.0 } else { BETWEEN };
            columns[column].push(answer);
        } else if columns.len() < COLUMNS {
            columns.push(vec![answer]);
            used = high;
        } else {
            break;
        }
    }
    spread(columns)
}

/// A few answers stand side by side instead of below each other.
fn spread(columns: Vec<Vec<&OpenAnswer>>) -> Vec<Vec<&OpenAnswer>> {
    match columns.as_slice() {
        [only] if (2..=COLUMNS).contains(&only.len()) => only.iter().map(|answer| vec![*answer]).collect(),
        _ => columns,
    }
}

fn height(answer: &OpenAnswer, voted: bool) -> f64 {
    let lines: usize = answer.text.lines().map(|line| wrap(line, 36.0, 400, MEASURE, usize::MAX).len().max(1)).sum();
    CARD + lines as f64 * LINE + if voted { VOTES } else { 0.0 }
}

fn card(answer: &OpenAnswer, voted: bool, top: bool, language: Language) -> AnyView {
    let class = if top { "card top" } else { "card" };
    let votes = voted.then(|| {
        view! {
            <p class="votes">
                <svg viewBox="0 0 20 16" aria-hidden="true"><path d="M10 1 19 15H1z" /></svg>
                {say::grouped(language, answer.votes)}
                <span class="visually-hidden">{say::votes_word(language, answer.votes)}</span>
            </p>
        }
    });
    view! { <li class=class><p dir="auto" inner_html=multiline::inner_html(&answer.text)></p>{votes}</li> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::ids::AnswerId;

    fn answer(id: u64, text: &str, votes: u64) -> OpenAnswer {
        OpenAnswer { id: AnswerId(id), text: text.to_owned(), votes, at: 0 }
    }

    #[test]
    fn most_votes_first_and_ties_by_arrival() {
        let answers = [answer(1, "a", 0), answer(2, "b", 3), answer(3, "c", 3)];
        let ids = |voted| ordered(&answers, voted).iter().map(|answer| answer.id.0).collect::<Vec<_>>();
        assert_eq!(ids(true), [2, 3, 1]);
        assert_eq!(ids(false), [3, 2, 1]);
    }

    #[test]
    fn a_page_holds_what_fits_and_never_more_than_twelve() {
        let long = "Ik vraag in ons team wie er samen met mij een groep wil starten. ".repeat(3);
        let long: Vec<OpenAnswer> = (0..40).map(|n| answer(n, &long, 0)).collect();
        let columns = fill(&long.iter().collect::<Vec<_>>(), false);
        assert_eq!(columns.len(), 3);
        for column in &columns {
            let used: f64 =
                column.iter().map(|answer| height(answer, false)).sum::<f64>() + BETWEEN * (column.len() - 1) as f64;
            assert!(used <= ROOM, "{used}");
        }
        let short: Vec<OpenAnswer> = (0..40).map(|n| answer(n, "kort", 0)).collect();
        let (on_page, of) = shown(&Results { voters: 40, total: 40, votes: 0, answers: short }, 0, false);
        assert_eq!((on_page, of), (12, 40));
    }
}

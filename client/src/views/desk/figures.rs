//! The figures of a room's questions as files, for slides and reports of others.

use leptos::prelude::*;

use crate::messages::figures::FiguresTexts;
use crate::views::desk::{DeskRoom, FigureLink};

/// A line for each question that has one; nothing where none has.
pub(super) fn links(room: &DeskRoom) -> Option<AnyView> {
    let say = FiguresTexts::of(room.language());
    let each = room.figures.iter().map(|figure| line(room, say, figure));
    let each: Vec<AnyView> = each.collect();
    (!each.is_empty()).then(|| {
        view! {
            <section class="section" id="figures">
                <h2>{say.heading}</h2>
                <p class="hint">{say.hint}</p>
                <ul role="list">{each}</ul>
            </section>
        }
        .into_any()
    })
}

fn line(room: &DeskRoom, say: &'static FiguresTexts, figure: &FigureLink) -> AnyView {
    let FigureLink { question, prompt } = figure;
    let files = [
        ("png", "", say.png),
        ("png", "?mode=dark", say.dark_png),
        ("svg", "", say.svg),
    ];
    let files = files.map(|(ending, query, name)| {
        let to = room.at(&format!("figures/{question}.{ending}{query}"));
        view! {
            <a class="button quiet" href=to>
                {name}
                <span class="visually-hidden">": " {prompt.clone()}</span>
            </a>
            " "
        }
    });
    view! {
        <li>
            <p dir="auto">{prompt.clone()}</p>
            <p class="actions">{files.into_iter().collect_view()}</p>
        </li>
    }
    .into_any()
}
